"""Who is placed the same in every best split: proven by solving, not sampled.

Two nodes are *bound* when every best split places them alike to each other: with two camps, always together or always
opposed; with more, always together. Being bound is an equivalence, and its classes are what this module finds.

Contraction and the bound of the cutting planes bind most nodes at no cost. For what is left, core-guided MaxSAT
describes all best splits at once, and is asked for one that places a node otherwise: an answer tells two classes apart,
and no answer binds a class.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dissensus.network.clock import Clock
from dissensus.network.cutting import Certificate, Cutting
from dissensus.network.kernel import Block, blocks, idle
from dissensus.network.maxsat import CoreGuided, UndecidedError
from dissensus.network.solve import Part, Solution, close, exact, shrunk
from dissensus.network.ties import Integers, Ties

_FOR_MAXSAT = 6_000
"""Ties of the largest remainder that is asked about."""

_SMALLER = 0.9


@dataclass(frozen=True)
class Bindings:
    """Which nodes are bound to each other.

    Attributes:
        bound: a number per node; nodes with the same number are proven to be bound.
        open: a number per node; nodes with different numbers are proven not to be bound. What shares this number and
            not the other is undecided.
        alone: of the nodes that a split into three or more camps, or any number, leaves alone: those of which no best
            split explains a positive tie.
        joining: and those of which some best split does.
    """

    bound: Integers
    open: Integers
    alone: frozenset[int]
    joining: frozenset[int]


class _Sets:
    """Disjoint sets of nodes."""

    def __init__(self, n: int) -> None:
        self._into = list(range(n))

    def find(self, node: int) -> int:
        while self._into[node] != node:
            self._into[node] = self._into[self._into[node]]
            node = self._into[node]
        return node

    def unite(self, nodes: Integers) -> None:
        first = self.find(int(nodes[0]))
        for node in nodes[1:].tolist():
            other = self.find(node)
            if other != first:
                self._into[max(first, other)] = min(first, other)
                first = min(first, other)

    def numbers(self) -> Integers:
        return np.array([self.find(node) for node in range(len(self._into))], dtype=np.int64)


class _Search:
    """Bindings under construction, in the nodes of a kernel."""

    def __init__(self, n: int, camps: int | None, clock: Clock) -> None:
        self.camps, self.clock = camps, clock
        self.bound, self.open = _Sets(n), _Sets(n)

    def bind(self, nodes: Integers) -> None:
        self.bound.unite(nodes)
        self.open.unite(nodes)

    def block(self, ties: Ties, labels: Integers, certificate: Certificate, names: list[Integers]) -> None:
        """Find the bindings in a block.

        Args:
            ties: of the block.
            labels: a best split of it.
            certificate: a lower bound, the better the more it helps.
            names: the nodes of the kernel that each node stands for.
        """
        cost = ties.value(labels)
        smaller = shrunk(ties, certificate, cost, self.camps)
        inner = _merged(smaller.node, names, smaller.ties.n)
        for nodes in inner:
            self.bind(nodes)
        left, small = smaller.ties, smaller.restrict(labels)
        if self.camps is None:
            kept = ~idle(left)
            left = Ties(left.n, left.source[kept], left.target[kept], left.signed[kept])
        for part in blocks(left):
            here, own = small[part.nodes], [inner[node] for node in part.nodes.tolist()]
            if self.clock.over:
                self.undecided(own, here)
            elif part.ties.m <= _SMALLER * ties.m:
                self.block(part.ties, here, self._tightened(part.ties, here), own)
            elif part.ties.m <= _FOR_MAXSAT:
                self._ask(part.ties, here, own)
            else:
                self.undecided(own, here)

    def _tightened(self, ties: Ties, labels: Integers) -> Certificate:
        cutting = Cutting(ties, self.camps, labels)
        cost = ties.value(labels)
        while cutting.certificate.value < cost - 1e-6 and cutting.round(self.clock):
            pass
        return cutting.certificate

    def undecided(self, names: list[Integers], labels: Integers) -> None:
        """Leave a block as it is."""
        for group in self._first_groups(labels):
            self.open.unite(np.concatenate([names[node] for node in group]))

    def _first_groups(self, labels: Integers) -> list[list[int]]:
        if self.camps == 2:
            return [list(range(len(labels)))]
        return [np.flatnonzero(labels == camp).tolist() for camp in np.unique(labels)]

    def _ask(self, ties: Ties, labels: Integers, names: list[Integers]) -> None:
        groups = self._first_groups(labels)
        for other in _one_moved(ties, labels, self.camps):
            groups = _refined(groups, labels, other, self.camps)
        with exact(ties, self.camps, labels, self._tightened(ties, labels)) as search:
            if not search.solve(self.clock):
                self._leave_open(groups, names)
                return
            search.labels = labels
            try:
                while groups:
                    groups = self._settle(search, groups, names)
            except UndecidedError:
                self._leave_open(groups, names)

    def _settle(self, search: CoreGuided, groups: list[list[int]], names: list[Integers]) -> list[list[int]]:
        """Ask about the first group; the groups that are left, perhaps refined."""
        group, *others = groups
        if len(group) > 1:
            found = search.differs(group[0], group[1:], self.clock)
            if found is not None:
                return _refined(groups, search.labels, found, self.camps)
            self.bind(np.concatenate([names[node] for node in group]))
        return others

    def _leave_open(self, groups: list[list[int]], names: list[Integers]) -> None:
        for group in groups:
            self.open.unite(np.concatenate([names[node] for node in group]))


def bindings(ties: Ties, solution: Solution, camps: int | None, clock: Clock) -> Bindings:
    """Which nodes are bound to each other in the best splits.

    Where the solution is not proven to be best, or time is over first, what could not be decided stays open.

    Args:
        ties: a network.
        solution: what `best_split` found for it.
        camps: as there.
        clock: the time there is.
    """
    kernel = solution.kernel
    search = _Search(kernel.ties.n, camps, clock)
    for part in reversed(solution.parts):
        names = [np.array([node]) for node in part.block.nodes.tolist()]
        if part.cost == part.lower and not clock.over:
            certificate = part.certificate or Certificate(part.block.ties)
            search.block(part.block.ties, part.labels, certificate, names)
        else:
            search.undecided(names, part.labels)
    proven = solution.cost == solution.lower
    alone, joining = _lone(ties, solution.labels, camps, clock) if camps != 2 and proven else (set(), set())
    bound, open_ = search.bound.numbers()[kernel.node], search.open.numbers()[kernel.node]
    return Bindings(bound, open_, frozenset(alone), frozenset(joining))


def _lone(ties: Ties, labels: Integers, camps: int | None, clock: Clock) -> tuple[set[int], set[int]]:
    """Of the nodes that a best split leaves alone, those that always are, and those that are not."""
    lone = np.flatnonzero(np.bincount(labels)[labels] == 1)
    friends = np.bincount(np.concatenate([ties.source[ties.positive], ties.target[ties.positive]]), minlength=ties.n)
    alone: set[int] = set(lone[friends[lone] == 0].tolist())
    joining: set[int] = set()
    asked = lone[friends[lone] > 0]
    if not len(asked):
        return alone, joining
    homes = blocks(ties)
    for node in asked.tolist():
        answers = [_may_join(home, labels, node, camps, clock) for home in homes if node in home.nodes]
        if any(answers):
            joining.add(node)
        elif None not in answers:
            alone.add(node)
    return alone, joining


def _may_join(home: Block, labels: Integers, node: int, camps: int | None, clock: Clock) -> bool | None:
    """Whether some best split of a block explains a positive tie of a node; None when time is over first."""
    ties, here = home.ties, labels[home.nodes]
    place = int(np.searchsorted(home.nodes, node))
    best = ties.value(here)
    for tie in np.flatnonzero(ties.positive & ((ties.source == place) | (ties.target == place))).tolist():
        # A tie that weighs more than all that can be lost must be explained.
        signed = ties.signed.copy()
        signed[tie] = best + 1
        forced = Ties(ties.n, ties.source, ties.target, signed)
        other = int(ties.source[tie] + ties.target[tie] - place)
        moved = here.copy()
        moved[place] = here[other]
        part = Part(Block(home.nodes, forced), moved, forced.value(moved), 0)
        close(part, camps, clock)
        if part.cost <= best:
            return True
        if part.lower <= best:
            return None
    return False


def _merged(node: Integers, names: list[Integers], count: int) -> list[Integers]:
    members: list[list[Integers]] = [[] for _ in range(count)]
    for here, into in enumerate(node.tolist()):
        members[into].append(names[here])
    return [np.concatenate(group) for group in members]


def _one_moved(ties: Ties, labels: Integers, camps: int | None) -> list[Integers]:
    """Best splits that differ from a best one in a single node."""
    if camps == 2:
        side = 1.0 - 2.0 * labels
        free = np.flatnonzero(ties.matrix @ side * side == 0)
        return [np.where(np.arange(ties.n) == node, 1 - labels, labels) for node in free.tolist()]
    matrix = ties.matrix
    found: list[Integers] = []
    for node in range(ties.n):
        row = slice(matrix.indptr[node], matrix.indptr[node + 1])
        camp, pull = labels[matrix.indices[row]], matrix.data[row]
        gain = np.bincount(camp, weights=pull, minlength=int(labels.max()) + 1)
        if gain[labels[node]] == gain.max():
            for to in np.flatnonzero(gain == gain.max()).tolist():
                if to != labels[node]:
                    other = labels.copy()
                    other[node] = to
                    found.append(other)
    return found


def _refined(groups: list[list[int]], labels: Integers, other: Integers, camps: int | None) -> list[list[int]]:
    """Groups parted where another best split places their members otherwise."""
    key: NDArray[np.int64] = (labels ^ other) if camps == 2 else other
    found: list[list[int]] = []
    for group in groups:
        parted: dict[int, list[int]] = {}
        for node in group:
            parted.setdefault(int(key[node]), []).append(node)
        found.extend(parted.values())
    return found
