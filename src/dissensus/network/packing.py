"""Lower bounds for large networks: bad cycles that share no weight, each of which every split must pay for.

Around each tie that is left unexplained, the shortest way is taken that closes a bad cycle over ties that still have
weight left; its least weight is taken off all of them.
"""

from __future__ import annotations

import itertools

import numpy as np

from dissensus.network.clock import Clock
from dissensus.network.cutting import Certificate
from dissensus.network.ties import Integers, Ties

_LONGEST = 4, 6, 8
"""Ties of the longest cycle in one pass after the other: short cycles leave most for the others."""

_LOOK = 256
"""Ties between two looks at the clock."""


def pack(ties: Ties, camps: int | None, labels: Integers, clock: Clock) -> Certificate:
    """A packing of bad cycles.

    Args:
        ties: a network.
        camps: 2, or anything else for cycles with exactly one negative tie.
        labels: a good split; with two camps, cycles are those with exactly one tie that it leaves unexplained.
        clock: when it is over, the packing so far is returned.
    """
    closing = ties.violated(labels) if camps == 2 else ~ties.positive
    left = ties.cost.tolist()
    near: list[dict[int, int]] = [{} for _ in range(ties.n)]
    ends = zip(ties.source.tolist(), ties.target.tolist(), closing.tolist(), strict=True)
    for tie, (a, b, closes) in enumerate(ends):
        if not closes:
            near[a][b] = tie
            near[b][a] = tie
    waiting = np.flatnonzero(closing).tolist()
    source, target = ties.source.tolist(), ties.target.tolist()
    cycles: list[tuple[int, ...]] = []
    weights: list[int] = []
    for longest in _LONGEST:
        later = []
        for count, tie in enumerate(waiting):
            if count % _LOOK == 0 and clock.over:
                break
            while left[tie]:
                way = _way(near, source[tie], target[tie], longest - 1)
                if way is None:
                    later.append(tie)
                    break
                over = [tie, *(near[a][b] for a, b in itertools.pairwise(way))]
                least = min(left[member] for member in over)
                cycles.append(tuple(sorted(over)))
                weights.append(least)
                for member in over:
                    left[member] -= least
                for a, b in itertools.pairwise(way):
                    if not left[near[a][b]]:
                        del near[a][b], near[b][a]
        waiting = later
        if clock.over:
            break
    return Certificate(ties, cycles, np.array(weights, dtype=np.float64))


def _way(near: list[dict[int, int]], start: int, end: int, longest: int) -> list[int] | None:
    """A shortest way of at most so many steps, looked for from both ends."""
    if not near[start] or not near[end]:
        return None
    before: dict[int, int] = {start: start}
    after: dict[int, int] = {end: end}
    front, back = [start], [end]
    for _ in range(longest):
        if len(front) <= len(back):
            front, meeting = _spread(near, front, before, after)
        else:
            back, meeting = _spread(near, back, after, before)
        if meeting is not None:
            way = [meeting]
            while way[0] != start:
                way.insert(0, before[way[0]])
            while way[-1] != end:
                way.append(after[way[-1]])
            return way
        if not front or not back:
            return None
    return None


def _spread(
    near: list[dict[int, int]], border: list[int], seen: dict[int, int], sought: dict[int, int]
) -> tuple[list[int], int | None]:
    """One step further from a border; where it meets the other side, if it does."""
    reached: list[int] = []
    for node in border:
        for other in near[node]:
            if other not in seen:
                seen[other] = node
                if other in sought:
                    return reached, other
                reached.append(other)
    return reached, None
