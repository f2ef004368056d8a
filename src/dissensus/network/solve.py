"""The best split of a network, with a lower bound that proves it or says how far it may be from the best.

In turn: contraction and blocks; annealing for a good split; cutting planes for a bound, and for what every split as
good as the best known must do, which is contracted again; core-guided MaxSAT for what then remains. Networks too large
for cutting planes get their bound from a packing of bad cycles.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dissensus.network.annealing import anneal_many, anneal_two, greedy, settle_down
from dissensus.network.clock import Clock
from dissensus.network.cutting import Certificate, Cutting
from dissensus.network.kernel import Block, Kernel, blocks, contract, idle, join
from dissensus.network.maxsat import CoreGuided
from dissensus.network.packing import pack
from dissensus.network.ties import Integers, Ties

_FOR_CUTTING = 4.0e7
"""Starts of shortest paths times nodes up to which cutting planes are tried."""

_LARGE = 20_000
"""Ties from which on cutting planes start from a packing, lest there be no bound when time is short."""

_FOR_PACKING = 0.25
"""The share of the time for that."""

_FOR_MAXSAT = 20_000
"""Ties up to which MaxSAT is tried."""

_STATES = 12
"""Camps that annealing plays with where there may be any number."""

_SMALLER = 0.9
"""The share of its ties that a network must shrink to for another round of cutting planes."""


@dataclass
class Part:
    """A block with the best split known and its bound.

    Attributes:
        block: its nodes in the kernel, and its ties.
        labels: the split.
        cost: of that split.
        lower: no split costs less.
        certificate: the cycles that prove a bound, not always the best one.
    """

    block: Block
    labels: Integers
    cost: int
    lower: int
    certificate: Certificate | None = None


@dataclass
class Solution:
    """A split of a whole network.

    Attributes:
        labels: the camp of each node, counted from 0.
        cost: the weight it leaves unexplained.
        lower: no split leaves less.
        kernel: what was left after contraction.
        parts: the kernel's blocks.
        stopped: whether Ctrl-C ended the search.
    """

    labels: Integers
    cost: int
    lower: int
    kernel: Kernel
    parts: list[Part]
    stopped: bool = False


def best_split(ties: Ties, camps: int | None, clock: Clock, rng: np.random.Generator) -> Solution:
    """The best split into at most so many camps, as far as time allows.

    Ctrl-C ends the search and gives the best known.

    Args:
        ties: a network.
        camps: 2 or more, or None for any number.
        clock: the time there is.
        rng: where chance comes from.
    """
    kernel = Kernel(ties, 0, np.arange(ties.n), np.zeros(ties.n, dtype=np.bool_))
    parts: list[Part] = []
    start = np.zeros(ties.n, dtype=np.int64)
    stopped = False
    try:
        kernel = contract(ties, two_camps=camps == 2)
        start = first_split(kernel.ties, camps, clock.part(0.3), rng)
        left = kernel.ties
        if camps is None:
            kept = ~idle(left)
            left = Ties(left.n, left.source[kept], left.target[kept], left.signed[kept])
        parts = [Part(block, start[block.nodes], block.ties.value(start[block.nodes]), 0) for block in blocks(left)]
        for part in reversed(parts):
            close(part, camps, clock)
    except KeyboardInterrupt:
        stopped = True
    whole = join(kernel.ties.n, [(part.block.nodes, part.labels) for part in parts], camps) if parts else start
    labels = kernel.expand(whole)
    lower = kernel.offset + sum(part.lower for part in parts)
    return Solution(labels, ties.value(labels), lower, kernel, parts, stopped)


def first_split(ties: Ties, camps: int | None, clock: Clock, rng: np.random.Generator) -> Integers:
    """A good split without any proof: where time is over first, never worse than the greedy ones."""
    if not ties.m:
        return np.zeros(ties.n, dtype=np.int64)
    if camps == 2:
        return anneal_two(ties, rng, clock)[0]
    states = min(ties.n, _STATES) if camps is None else camps
    starts = anneal_many(ties, max(states, 1), rng, clock)[:4]
    if clock.over:
        starts += greedy(ties)
    found = [settle_down(ties, labels, camps) for labels in starts]
    if camps is None:
        found.append(settle_down(ties, np.arange(ties.n), None))
    return min(found, key=ties.value)


def close(part: Part, camps: int | None, clock: Clock) -> None:
    """Raise a block's bound and better its split until they meet or time is over."""
    ties = part.block.ties
    if part.cost <= part.lower or clock.over:
        return
    cutting = Cutting(ties, camps, part.labels)
    large = cutting.effort > _FOR_CUTTING
    if large or ties.m > _LARGE:
        part.certificate = pack(ties, camps, part.labels, clock if large else clock.part(_FOR_PACKING))
        part.lower = part.certificate.bound
        if large:
            return
        cutting.start(part.certificate)
    going = True
    while going:
        going = cutting.round(clock)
        part.certificate = cutting.certificate
        part.lower = max(part.lower, cutting.certificate.bound)
        better(part, polished(ties, cutting.rounded(), camps))
        if part.cost <= part.lower:
            return
    smaller = shrunk(ties, cutting.certificate, part.cost, camps)
    if smaller.ties.m <= _SMALLER * ties.m:
        _close_smaller(part, smaller, camps, clock)
    elif ties.m <= _FOR_MAXSAT:
        _search(part, camps, clock)


def better(part: Part, labels: Integers) -> None:
    """Take over a split if it is better."""
    cost = part.block.ties.value(labels)
    if cost < part.cost:
        part.labels, part.cost = labels, cost


def polished(ties: Ties, labels: Integers, camps: int | None) -> Integers:
    """A split after moving single nodes; with a fixed number of camps, after merging what is too many."""
    if camps is not None and camps > 2:
        _, labels = np.unique(labels, return_inverse=True)
        labels = np.minimum(labels, camps - 1).astype(np.int64)
    return settle_down(ties, labels, camps)


def shrunk(ties: Ties, certificate: Certificate, cost: int, camps: int | None) -> Kernel:
    """The network after contraction of what the bound says of every split that costs no more than this.

    What is left of a tie's cost, once the cycles through it are paid, is what it would add to the bound if it were left
    unexplained; where that passes the cost, the tie is explained. The same holds the other way round.
    """
    gap = cost - certificate.value + 1e-6 * max(1.0, cost)
    reduced = certificate.reduced
    explained, unexplained = reduced > gap, -reduced > gap
    if camps == 2:
        fixed = np.flatnonzero(explained | unexplained)
        opposite = ties.positive[fixed] != explained[fixed]
    else:
        fixed = np.flatnonzero(explained & ties.positive)
        opposite = np.zeros(len(fixed), dtype=np.bool_)
    return contract(ties, two_camps=camps == 2, first=np.stack([fixed, opposite.astype(np.int64)], axis=1))


def _close_smaller(part: Part, smaller: Kernel, camps: int | None, clock: Clock) -> None:
    labels = smaller.restrict(part.labels)
    parts = [Part(b, labels[b.nodes], b.ties.value(labels[b.nodes]), 0) for b in blocks(smaller.ties)]
    try:
        for inner in reversed(parts):
            close(inner, camps, clock)
    finally:
        joined = join(smaller.ties.n, [(inner.block.nodes, inner.labels) for inner in parts], camps)
        better(part, smaller.expand(joined))
        part.lower = max(part.lower, min(part.cost, smaller.offset + sum(inner.lower for inner in parts)))


def _search(part: Part, camps: int | None, clock: Clock) -> None:
    with exact(part.block.ties, camps, part.labels, part.certificate) as search:
        try:
            search.solve(clock)
        finally:
            better(part, search.labels)
            part.lower = max(part.lower, min(search.lower, part.cost))


def exact(ties: Ties, camps: int | None, labels: Integers, certificate: Certificate | None) -> CoreGuided:
    """A core-guided search that starts from the cycles of a bound, those of most weight first."""
    cycles: list[tuple[int, ...]] = []
    if certificate is not None:
        order = np.argsort(-certificate.weights, kind="stable").tolist()
        cycles = [certificate.cycles[number] for number in order]
    return CoreGuided(ties, camps, labels, cycles)
