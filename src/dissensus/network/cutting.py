"""Lower bounds from bad cycles, by linear programming.

A network can be split into two camps with nothing left unexplained exactly when no cycle has an odd number of negative
ties (Harary 1953), and into any number of camps when no cycle has exactly one (Davis 1967). Any split must thus leave
at least one tie of every bad cycle unexplained, and the least weight of ties that hits all bad cycles, ties taken in
fractions, is a lower bound. The program starts without cycles; the bad cycles that its solution does not hit, found as
shortest paths, are added until none is left (Barahona and Mahjoub 1986 for the cut polytope; Groetschel and Wakabayashi
1989 for clustering).

The bound does not rest on the solver: any weights on the cycles give one (weak duality), and it is computed from them
anew.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.optimize import linprog
from scipy.sparse import csgraph

from dissensus.network.clock import Clock
from dissensus.network.ties import Integers, Ties
from dissensus.network.trees import along_forest

Floats = NDArray[np.float64]

_CHUNK = 2_000_000
"""Distances that one batch of shortest paths may hold."""

_HIT = 1.0 - 1e-3
"""A cycle that is hit to this extent is not worth adding."""

_PATIENCE = 12
"""Rounds in a row without weight after which a cycle is left out."""

_USED, _RISE = 1e-9, 1e-3
"""Above these, a cycle's weight and the bound's rise in a round are not nothing."""

_NUDGE = 1e-3, 1e-4
"""A length added to every tie, so that of equally good cycles the shorter is found; the second is for the last look."""


@dataclass
class Certificate:
    """Bad cycles and a weight on each: proof of a lower bound, checked without any solver.

    Attributes:
        cycles: the ties of each, by number.
        weights: not below zero.
        ties: the costs of the ties are theirs.
    """

    ties: Ties
    cycles: list[tuple[int, ...]] = field(default_factory=list)
    weights: Floats = field(default_factory=lambda: np.zeros(0))

    @property
    def reduced(self) -> Floats:
        """What is left of each tie's cost under the weights of its cycles; below zero where they exceed it."""
        load = np.zeros(self.ties.m)
        if self.cycles:
            lengths = [len(cycle) for cycle in self.cycles]
            np.add.at(load, np.concatenate(self.cycles), np.repeat(self.weights, lengths))
        return self.ties.cost - load

    @property
    def value(self) -> float:
        """The bound: the weights of the cycles, less what they exceed the costs of the ties by."""
        return float(self.weights.sum() + np.minimum(self.reduced, 0.0).sum())

    @property
    def bound(self) -> int:
        """The bound in whole weights: what is above a multiple of their common divisor is rounded up to the next."""
        step = int(np.gcd.reduce(self.ties.cost)) if self.ties.m else 1
        return max(0, int(np.ceil(self.value / step - 1e-6)) * step)


class Cutting:
    """The linear program of a network, and its growing set of cycles."""

    def __init__(self, ties: Ties, camps: int | None, labels: Integers) -> None:
        """Prepare.

        Args:
            ties: a network.
            camps: 2, or anything else for cycles with exactly one negative tie.
            labels: a good split; with two camps, cycles are looked for around the ties that it leaves unexplained.
        """
        self.ties = ties
        self.two = camps == 2
        self.certificate = Certificate(ties)
        self.solution: Floats = np.zeros(ties.m)
        self.complete = False
        self._known: set[tuple[int, ...]] = set()
        self._round = 0
        self._idle = np.zeros(0)
        closing = ties.violated(labels) if self.two else ~ties.positive
        self._aim(closing)

    def _aim(self, closing: NDArray[np.bool_]) -> None:
        """Prepare to look for cycles that go once, or an odd number of times, over such ties."""
        ties = self.ties
        ends = np.concatenate([ties.source[closing], ties.target[closing]])
        often = np.bincount(ends, minlength=ties.n)
        numbers = np.flatnonzero(closing)
        source, target = ties.source[numbers], ties.target[numbers]
        start = np.where(often[source] >= often[target], source, target)
        order = np.argsort(start, kind="stable")
        self._closing, self._start = numbers[order], start[order]
        self._end = (source + target - start)[order]
        straight, crossing = np.flatnonzero(~closing), numbers
        s, t, n = ties.source, ties.target, ties.n
        self._simple = _Ways(n, s[straight], t[straight], straight)
        self._double = _Ways(
            2 * n,
            np.concatenate([s[straight], s[straight] + n, s[crossing], s[crossing] + n]),
            np.concatenate([t[straight], t[straight] + n, t[crossing] + n, t[crossing]]),
            np.concatenate([straight, straight, crossing, crossing]),
        )

    @property
    def effort(self) -> float:
        """Starts of shortest paths times nodes: what one round costs."""
        return float(len(np.unique(self._start))) * self.ties.n

    def start(self, certificate: Certificate) -> None:
        """Take over cycles and their bound, to go on from there in the first round."""
        self.certificate = certificate
        self._known.update(certificate.cycles)

    def round(self, clock: Clock) -> bool:
        """Add the bad cycles that the solution does not hit and solve again; False when nothing changed.

        Sets `complete` when there are none.
        """
        if not self._round and self.certificate.cycles:
            self._round = 1
            return self._solve([], clock)
        found = self._cycles(self._simple, _NUDGE[0], clock)
        if not found and not clock.over:
            found = self._cycles(self._double if self.two else self._simple, _NUDGE[1], clock)
            self.complete = not found and not clock.over
        if not found:
            return False
        self._round += 1
        return self._solve(found, clock)

    def _cycles(self, ways: _Ways, nudge: float, clock: Clock) -> list[tuple[int, ...]]:
        jitter = np.random.default_rng(self._round).random(self.ties.m)
        length = self.solution + nudge * (1.0 + 0.1 * jitter)
        graph = ways.graph(length)
        starts, first = np.unique(self._start, return_index=True)
        until = np.append(first[1:], len(self._start))
        batch = max(1, _CHUNK // ways.n)
        found: list[tuple[int, ...]] = []
        for begin in range(0, len(starts), batch):
            if clock.over:
                break
            chosen = starts[begin : begin + batch]
            distance, before = csgraph.dijkstra(
                graph, directed=True, indices=chosen, return_predecessors=True, limit=1.0 + 30 * nudge
            )
            span = slice(int(first[begin]), int(until[begin + len(chosen) - 1]))
            row = np.repeat(
                np.arange(len(chosen)), until[begin : begin + len(chosen)] - first[begin : begin + len(chosen)]
            )
            near = distance[row, self._end[span]] + self.solution[self._closing[span]] < 1.0 + 29 * nudge
            walks = ways.walks(before, row[near], self._start[span][near], self._end[span][near])
            for closing, walk in zip(self._closing[span][near].tolist(), walks, strict=True):
                cycle = _odd([closing, *walk])
                if cycle not in self._known and self.solution[list(cycle)].sum() < _HIT:
                    self._known.add(cycle)
                    found.append(cycle)
        return found

    def _solve(self, new: list[tuple[int, ...]], clock: Clock) -> bool:
        cycles = [*self.certificate.cycles, *new]
        lengths = np.array([len(cycle) for cycle in cycles])
        starts = np.concatenate([[0], np.cumsum(lengths)])
        rows = sparse.csr_array(
            (-np.ones(starts[-1]), np.concatenate(cycles), starts), shape=(len(cycles), self.ties.m)
        )
        options = {"time_limit": clock.left} if np.isfinite(clock.left) else {}
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            done = clock.unless_stopped(
                lambda: linprog(
                    self.ties.cost.astype(np.float64),
                    A_ub=rows,
                    b_ub=-np.ones(len(cycles)),
                    bounds=(0.0, 1.0),
                    method="highs-ipm",
                    options=options,
                )
            )
        if done is None or done.status != 0:
            return False
        weights = np.maximum(-np.asarray(done.ineqlin.marginals), 0.0)
        certificate = Certificate(self.ties, cycles, weights)
        self.solution = np.clip(np.asarray(done.x), 0.0, 1.0)
        gain = certificate.value - self.certificate.value
        if gain < 0:
            weights = np.append(self.certificate.weights, np.zeros(len(new)))
            certificate = Certificate(self.ties, cycles, weights)
        self._idle = np.where(weights > _USED, 0, np.append(self._idle, np.zeros(len(cycles) - len(self._idle))) + 1)
        # What is left out may come back; only while the bound rises is it certain that this ends.
        self.certificate = self._pruned(certificate) if gain > _RISE else certificate
        return True

    def _pruned(self, certificate: Certificate) -> Certificate:
        """Without the cycles that have done nothing for the bound for several rounds."""
        kept = self._idle < _PATIENCE
        if kept.all():
            return certificate
        self._idle = self._idle[kept]
        self._known.difference_update(certificate.cycles[place] for place in np.flatnonzero(~kept).tolist())
        cycles = [certificate.cycles[place] for place in np.flatnonzero(kept).tolist()]
        return Certificate(self.ties, cycles, certificate.weights[kept])

    def rounded(self) -> Integers:
        """A split that follows the solution: along the ties that it most nearly explains."""
        ties = self.ties
        if not self.two:
            kept = ties.positive & (self.solution < 0.5)
            inside = Ties(ties.n, ties.source[kept], ties.target[kept], ties.signed[kept])
            _, labels = csgraph.connected_components(inside.matrix, directed=False)
            return np.asarray(labels, dtype=np.int64)
        return along_forest(ties, self.solution + 1e-3)


class _Ways:
    """Where one can go, and over which tie."""

    def __init__(self, n: int, source: Integers, target: Integers, tie: Integers) -> None:
        self.n = n
        one, other = np.concatenate([source, target]), np.concatenate([target, source])
        key = one * n + other
        order = np.argsort(key)
        self._key, self._tie = key[order], np.concatenate([tie, tie])[order]
        self._columns = other[order]
        self._starts = np.searchsorted(one[order], np.arange(n + 1))

    def graph(self, length: Floats) -> sparse.csr_array:
        return sparse.csr_array((length[self._tie], self._columns, self._starts), shape=(self.n, self.n))

    def walks(self, before: NDArray[np.int32], row: Integers, start: Integers, end: Integers) -> list[list[int]]:
        """The ties on the way from each end back to its start."""
        found: list[list[int]] = [[] for _ in range(len(row))]
        active, at = np.arange(len(row)), end.copy()
        while len(active):
            previous = before[row[active], at[active]].astype(np.int64)
            over = self._tie[np.searchsorted(self._key, previous * self.n + at[active])]
            for walk, tie in zip(active.tolist(), over.tolist(), strict=True):
                found[walk].append(tie)
            at[active] = previous
            active = active[previous != start[active]]
        return found


def _odd(walk: list[int]) -> tuple[int, ...]:
    """The ties of a closed walk that it goes over an odd number of times."""
    ordered = sorted(walk)
    if len(set(ordered)) == len(ordered):
        return tuple(ordered)
    return tuple(tie for tie in sorted(set(ordered)) if ordered.count(tie) % 2)
