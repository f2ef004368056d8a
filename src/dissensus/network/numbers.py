"""How many camps the ties of a network support.

More camps always explain as much or more. The rule here is the shortest account (minimum description length; Rissanen
1978): an account of the signs names the camp of every actor, at log2(k) bits each, and then which of the ties do not
fit, at log2 of the number of ways to choose so many of all ties. The number of camps with the shortest account is the
one supported. Another camp must thus explain ties enough to pay for saying who is in it; where ties are few, the answer
may be one camp: the signs then show no camps at all.

Ties that lie on no cycle fit any two camps and are no evidence. So actors with a single tie are left out of the
account, and again those who then have a single one.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dissensus.network.camps import Camps, find_camps
from dissensus.network.clock import Clock
from dissensus.network.graph import SignedGraph

_MOST = 12
"""The most camps that are tried one number after the other."""

_WORSE = 2
"""Numbers in a row with longer accounts after which no more are tried."""


@dataclass(frozen=True)
class Account:
    """How well so many camps tell the signs of a network.

    Attributes:
        camps: the split, without who is settled.
        allowed: how many camps were allowed.
        bits: the length of the account.
    """

    camps: Camps
    allowed: int
    bits: float


@dataclass(frozen=True)
class Accounts:
    """Accounts with different numbers of camps.

    Attributes:
        rows: by number of camps, from 1.
        free: the best split into any number of camps.
        supported: the number with the shortest account; of equal ones the smaller.
    """

    rows: tuple[Account, ...]
    free: Camps
    supported: int


def compare_numbers(graph: SignedGraph, *, time_limit: float | None = 60.0, seed: int = 0) -> Accounts:
    """Compare splits into 1, 2, 3 ... camps.

    No more are tried once a number does as well as any number of camps, or accounts grow longer twice in a row.

    Args:
        graph: a network.
        time_limit: seconds for all of it.
        seed: of what is left to chance.
    """
    clock = Clock(time_limit)

    def split(camps: int | None) -> Camps:
        share = None if time_limit is None else clock.left / 3
        found = find_camps(graph, camps, time_limit=share, seed=seed, settle=False)
        if found.stopped:
            raise KeyboardInterrupt
        return found

    free = split(None)
    evidence = _cyclic(graph)
    rows: list[Account] = []
    worse = 0
    for allowed in range(1, _MOST + 1):
        found = split(allowed)
        rows.append(Account(found, allowed, _bits(graph, found, allowed, evidence)))
        worse = worse + 1 if allowed > 1 and rows[-1].bits > rows[-2].bits else 0
        if found.frustration <= free.lower_bound or worse == _WORSE or clock.over:
            break
    return Accounts(tuple(rows), free, min(rows, key=lambda row: (row.bits, row.allowed)).allowed)


def _bits(graph: SignedGraph, camps: Camps, allowed: int, evidence: NDArray[np.bool_]) -> float:
    actors = len(np.union1d(graph.source[evidence], graph.target[evidence]))
    unexplained = int(np.count_nonzero(graph.frustrated(camps.label)[evidence]))
    return actors * math.log2(allowed) + _log2_choose(int(np.count_nonzero(evidence)), unexplained)


def _cyclic(graph: SignedGraph) -> NDArray[np.bool_]:
    """Which ties are left when actors with a single tie are taken out until there are none."""
    left = np.ones(graph.m, dtype=np.bool_)
    while True:
        ends = np.concatenate([graph.source[left], graph.target[left]])
        single = np.bincount(ends, minlength=graph.n) == 1
        hanging = left & (single[graph.source] | single[graph.target])
        if not hanging.any():
            return left
        left &= ~hanging


def _log2_choose(of: int, chosen: int) -> float:
    return (math.lgamma(of + 1) - math.lgamma(chosen + 1) - math.lgamma(of - chosen + 1)) / math.log(2)
