"""Triangles: how many of each kind, how many are balanced, and whether that is more than chance would make.

A triangle is balanced when it has an even number of negative ties (Heider 1946; Cartwright and Harary 1956), and weakly
balanced when it does not have exactly one (Davis 1967). The null model keeps who is tied to whom and the number of
negative ties, and deals the signs anew: it asks about signs, on condition of who interacts.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dissensus.network.graph import SignedGraph

Integers = NDArray[np.int64]

_PAIRS = 5_000_000
"""Pairs of neighbours looked at in one go."""


@dataclass(frozen=True)
class Census:
    """The triangles of a network.

    Attributes:
        kinds: how many triangles with 0, 1, 2 and 3 negative ties.
        expected: the mean share of balanced triangles over networks with shuffled signs; NaN without triangles.
        deviation: the standard deviation of that share.
        shuffles: how many such networks were made.
    """

    kinds: tuple[int, int, int, int]
    expected: float
    deviation: float
    shuffles: int

    @property
    def triangles(self) -> int:
        """All of them."""
        return sum(self.kinds)

    @property
    def balanced(self) -> float:
        """The share of balanced triangles; NaN without triangles."""
        return (self.kinds[0] + self.kinds[2]) / self.triangles if self.triangles else math.nan

    @property
    def weakly_balanced(self) -> float:
        """The share of triangles without exactly one negative tie; NaN without triangles."""
        return 1.0 - self.kinds[1] / self.triangles if self.triangles else math.nan

    @property
    def z(self) -> float:
        """By how many standard deviations the balanced share exceeds that of shuffled signs; NaN if all are equal."""
        return (self.balanced - self.expected) / self.deviation if self.deviation > 0 else math.nan


def census(graph: SignedGraph, *, shuffles: int = 200, seed: int = 0) -> Census:
    """Count the triangles of a network, and of the same network with its signs shuffled.

    Args:
        graph: a network; weights play no part.
        shuffles: how often signs are dealt anew.
        seed: of the shuffling.
    """
    corners = triangles(graph)
    negative = graph.sign < 0
    kinds = np.bincount(negative[corners].sum(axis=1), minlength=4)
    if not len(corners):
        return Census((0, 0, 0, 0), math.nan, math.nan, shuffles)
    rng = np.random.default_rng(seed)
    shares = np.empty(shuffles)
    for number in range(shuffles):
        dealt = rng.permutation(negative)
        odd = dealt[corners[:, 0]] ^ dealt[corners[:, 1]] ^ dealt[corners[:, 2]]
        shares[number] = 1.0 - np.count_nonzero(odd) / len(odd)
    zero, one, two, three = kinds.tolist()
    return Census((zero, one, two, three), float(shares.mean()), float(shares.std(ddof=1)), shuffles)


def triangles(graph: SignedGraph) -> Integers:
    """The ties of every triangle, once each, as rows of three numbers of ties."""
    n = graph.n
    degree = np.bincount(graph.source, minlength=n) + np.bincount(graph.target, minlength=n)
    # Ties lead from the end with fewer neighbours to the other: few then leave any node, hubs included.
    rank = np.empty(n, dtype=np.int64)
    rank[np.argsort(degree, kind="stable")] = np.arange(n)
    one, other = rank[graph.source], rank[graph.target]
    low, high = np.minimum(one, other), np.maximum(one, other)
    order = np.lexsort((high, low))
    low, high, tie = low[order], high[order], order.astype(np.int64)
    key = low * n + high
    ends = np.searchsorted(low, np.arange(n), side="right")
    followers = ends[low] - np.arange(len(low)) - 1
    found = [np.zeros((0, 3), dtype=np.int64)]
    upto = np.cumsum(followers)
    begin = 0
    while begin < len(low):
        done = int(upto[begin - 1]) if begin else 0
        end = max(begin + 1, int(np.searchsorted(upto, done + _PAIRS, side="right")))
        count = followers[begin:end]
        first = np.repeat(np.arange(begin, end), count)
        second = first + 1 + np.arange(len(first)) - np.repeat(np.cumsum(count) - count, count)
        wanted = high[first] * n + high[second]
        place = np.minimum(np.searchsorted(key, wanted), max(len(key) - 1, 0))
        hit = key[place] == wanted if len(wanted) else np.zeros(0, dtype=np.bool_)
        found.append(np.stack([tie[first[hit]], tie[second[hit]], tie[place[hit]]], axis=1))
        begin = end
    return np.concatenate(found)
