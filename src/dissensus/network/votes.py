"""What several sources say of one pair, kept apart and combined.

A source has one vote on a pair. It is the sum of what its statements say (sign times strength times confidence),
divided by the sum of their sizes where that is above 1:

    vote = sum(say) / max(1, sum(|say|))

rounded to the thousandth, so that weights are exact numbers and the best camps can be proven.

A single weak statement gives a weak vote, however often a source repeats itself its vote lies between -1 and 1, and a
source that tells of friendship and of enmity alike has a vote near 0. The pair's sign and weight are those of the sum
of the votes; where this is 0 the pair is undecided. It is contested when some sources vote for and others against.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from dissensus.network.edges import Edges

DECIMALS: Final = 3
"""Of votes."""


@dataclass(frozen=True, slots=True)
class Tally:
    """The votes on all pairs, in three tables: pairs, votes in order of pairs, and edges in order of votes.

    Attributes:
        a: int32, place of the one actor of each pair, the smaller one.
        b: int32, of the other.
        sum: float64, of the votes.
        favour: float64, of the votes above 0.
        against: float64, of those below 0, as a number above 0.
        vote_pair: int64, place of each vote's pair.
        vote_teller: int32, place of who votes.
        vote: float64, -1 to 1.
        edge_vote: int64, place of each edge's vote.
        edge: int64, places in the edges that were counted.
    """

    a: NDArray[np.int32]
    b: NDArray[np.int32]
    sum: NDArray[np.float64]
    favour: NDArray[np.float64]
    against: NDArray[np.float64]
    vote_pair: NDArray[np.int64]
    vote_teller: NDArray[np.int32]
    vote: NDArray[np.float64]
    edge_vote: NDArray[np.int64]
    edge: NDArray[np.int64]

    @property
    def sign(self) -> NDArray[np.int8]:
        """Of each pair; 0 where it is undecided."""
        return np.sign(self.sum).astype(np.int8)

    @property
    def contested(self) -> NDArray[np.bool_]:
        """Whether sources vote for and against."""
        return (self.favour > 0) & (self.against > 0)


def count_votes(edges: Edges, counted: NDArray[Any] | None = None) -> Tally:
    """Count the votes of some edges, or of all.

    Args:
        edges: what is told.
        counted: a mask or places; all unless given.
    """
    edge = np.arange(len(edges), dtype=np.int64)
    if counted is not None:
        edge = np.flatnonzero(counted) if counted.dtype == np.bool_ else edge[counted]
    low = np.minimum(edges.a[edge], edges.b[edge]).astype(np.int64)
    high = np.maximum(edges.a[edge], edges.b[edge]).astype(np.int64)
    # Three numbers in one, so that one sort brings pairs, and within them sources, together.
    actors, tellers = max(len(edges.actors), 1), max(len(edges.tellers), 1)
    key: NDArray[np.int64] = (low * actors + high) * tellers + edges.teller[edge].astype(np.int64)
    if (key[1:] < key[:-1]).any():
        order = np.argsort(key, kind="stable")
        edge, key = edge[order], key[order]
    keys, begins = _runs(key)
    say = edges.say[edge]
    total = np.add.reduceat(say, begins) if len(say) else say
    size = np.add.reduceat(np.abs(say), begins) if len(say) else say
    vote = total / np.maximum(1.0, size)
    vote = np.round(vote, DECIMALS) + 0.0
    pairs, first_votes = _runs(keys // tellers)
    vote_pair = np.repeat(np.arange(len(pairs)), np.diff(np.append(first_votes, len(keys))))
    number = len(pairs)
    favour = np.bincount(vote_pair, weights=np.maximum(vote, 0.0), minlength=number).astype(np.float64)
    against = np.bincount(vote_pair, weights=np.maximum(-vote, 0.0), minlength=number).astype(np.float64)
    difference = np.round(favour - against, DECIMALS) + 0.0
    return Tally(
        a=(pairs // actors).astype(np.int32),
        b=(pairs % actors).astype(np.int32),
        sum=difference,
        favour=favour,
        against=against,
        vote_pair=vote_pair,
        vote_teller=(keys % tellers).astype(np.int32),
        vote=vote,
        edge_vote=np.repeat(np.arange(len(keys)), np.diff(np.append(begins, len(key)))),
        edge=edge,
    )


def _runs(ordered: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The different numbers of an ordered array, and where each begins."""
    if not len(ordered):
        return ordered, np.zeros(0, dtype=np.int64)
    begins = np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1]])
    return ordered[begins], begins
