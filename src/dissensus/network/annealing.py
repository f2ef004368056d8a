"""Good splits fast: simulated annealing of several copies at once, and moving single nodes while it pays.

No two neighbours move at the same time: the nodes are coloured, and one colour moves after the other, all its nodes and
all copies in one matrix product.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import rustworkx
from numpy.typing import NDArray

from dissensus.network.clock import Clock
from dissensus.network.ties import Integers, Ties
from dissensus.network.trees import along_forest

Floats = NDArray[np.float64]

_EFFORT = 8.0e8
"""Products of a weight with a node's side that one call may take; more copies and sweeps for smaller networks."""

_COPIES = 16
_SWEEPS = 60, 120
"""Sweeps over all nodes in networks with up to and with more than `_SMALL` ties."""

_SMALL = 5_000

_DENSE = 300
"""Nodes up to which matrices are dense."""

_HOTTEST, _COLDEST = 1.5, 0.08
"""Temperatures at the start and at the end, in mean weights of a tie."""

_PASSES = 60
"""Passes over all nodes after which moving single nodes ends in any case."""


def _colours(ties: Ties) -> list[tuple[Integers, Any]]:
    """Nodes without a tie among them, and their rows of the matrix, dense where the network is small."""
    graph: rustworkx.PyGraph[None, None] = rustworkx.PyGraph(multigraph=False)
    graph.add_nodes_from([None] * ties.n)
    graph.extend_from_edge_list(list(zip(ties.source.tolist(), ties.target.tolist(), strict=True)))
    colour = rustworkx.graph_greedy_color(graph)
    label = np.array([colour[node] for node in range(ties.n)], dtype=np.int64)
    order = np.argsort(label, kind="stable")
    groups = np.split(order, np.cumsum(np.bincount(label))[:-1])
    matrix = ties.matrix.toarray() if ties.n <= _DENSE else ties.matrix
    return [(group, matrix[group]) for group in groups]


def _plan(ties: Ties, width: int) -> tuple[int, int]:
    """Copies and sweeps."""
    sweeps = _SWEEPS[ties.m > _SMALL]
    affordable = _EFFORT / max(1, 2 * ties.m * width * sweeps)
    return int(np.clip(affordable, 1, _COPIES)), sweeps


def anneal_two(ties: Ties, rng: np.random.Generator, clock: Clock) -> list[Integers]:
    """Splits into two camps, the best first, each such that no single node gains by changing sides.

    Args:
        ties: a network.
        rng: where chance comes from.
        clock: when it ends, cooling stops early; greedy splits then stand beside what was reached.
    """
    copies, sweeps = _plan(ties, 1)
    sides = rng.choice(np.array([-1.0, 1.0]), (ties.n, copies))
    groups = _colours(ties)
    scale = float(ties.cost.mean()) if ties.m else 1.0
    for temperature in np.geomspace(_HOTTEST * scale, _COLDEST * scale, sweeps):
        if clock.over:
            break
        # A node takes the side of its pull with the chance 1 / (1 + exp(-2 pull / temperature)).
        threshold = 0.5 * temperature * rng.logistic(size=sides.shape)
        for group, rows in groups:
            sides[group] = np.where(rows @ sides > threshold[group], 1.0, -1.0)
    if clock.over:
        sides = np.column_stack([sides, *(1.0 - 2.0 * labels for labels in greedy(ties))])
    for _ in range(_PASSES):
        moved = False
        for group, rows in groups:
            wrong = (rows @ sides) * sides[group] < 0
            if wrong.any():
                moved = True
                sides[group] = np.where(wrong, -sides[group], sides[group])
        if not moved:
            break
    found = [(sides[:, copy] < 0).astype(np.int64) for copy in range(sides.shape[1])]
    return sorted(found, key=ties.value)


def anneal_many(ties: Ties, camps: int, rng: np.random.Generator, clock: Clock) -> list[Integers]:
    """Splits into at most so many camps, the best first; nodes may still gain by moving."""
    copies, sweeps = _plan(ties, camps)
    labels = rng.integers(0, camps, (copies, ties.n))
    groups = _colours(ties)
    scale = float(ties.cost.mean()) if ties.m else 1.0
    member = np.zeros((ties.n, copies, camps))
    np.put_along_axis(member, labels.T[:, :, None], 1.0, axis=2)
    flat = member.reshape(ties.n, copies * camps)
    for temperature in np.geomspace(_HOTTEST * scale, _COLDEST * scale, sweeps):
        if clock.over:
            break
        for group, rows in groups:
            pull = (rows @ flat).reshape(len(group), copies, camps) / temperature
            # The largest of pull plus Gumbel noise is a draw in proportion to exp(pull).
            drawn = (pull + rng.gumbel(size=pull.shape)).argmax(axis=2)
            member[group] = 0.0
            member[group[:, None], np.arange(copies)[None, :], drawn] = 1.0
    found = [member[:, copy].argmax(axis=1).astype(np.int64) for copy in range(copies)]
    return sorted(found, key=ties.value)


def greedy(ties: Ties) -> tuple[Integers, ...]:
    """Splits into at most two camps without any search: all in one, and along the heaviest ties."""
    return np.zeros(ties.n, dtype=np.int64), along_forest(ties, 1.0 / ties.cost)


def settle_down(ties: Ties, labels: Integers, camps: int | None) -> Integers:
    """Move single nodes to the camp that explains most of their ties, or to one of their own, until none gains.

    Args:
        ties: a network.
        labels: a split.
        camps: how many camps there may be, or None for any number.
    """
    matrix = ties.matrix
    starts, near, weights = matrix.indptr.tolist(), matrix.indices.tolist(), matrix.data.tolist()
    found = np.unique(labels, return_inverse=True)[1].astype(np.int64).tolist()
    size = np.bincount(np.asarray(found), minlength=ties.n + 1).tolist()
    empty = [label for label in range(ties.n, -1, -1) if not size[label]]
    for _ in range(_PASSES):
        moved = False
        for node in range(ties.n):
            here = found[node]
            pull = {here: 0.0}
            for place in range(starts[node], starts[node + 1]):
                label = found[near[place]]
                pull[label] = pull.get(label, 0.0) + weights[place]
            best, most = here, pull[here]
            for label, gain in pull.items():
                if gain > most:
                    best, most = label, gain
            used = ties.n + 1 - len(empty)
            if most < 0 and size[here] > 1 and (camps is None or used < camps):
                best = empty[-1]
            elif most < 0 and camps is not None and len(pull) < used:
                best = next(label for label in range(ties.n + 1) if size[label] and label not in pull)
            if best != here:
                moved = True
                found[node] = best
                size[here] -= 1
                size[best] += 1
                if size[best] == 1:
                    empty.remove(best)
                if not size[here]:
                    empty.append(here)
        if not moved:
            break
    return np.unique(np.array(found, dtype=np.int64), return_inverse=True)[1].astype(np.int64)
