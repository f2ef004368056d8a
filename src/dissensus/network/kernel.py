"""What is left of a network once everything is taken out of it that any best split must do.

**Contraction.** A tie that weighs more than all the others of one of its ends together is explained by every best
split: were it not, moving that end would cost less. The end is merged into its neighbour, turned over first where the
tie is negative. Parallel ties that arise are summed, and what cancels is a cost that no split avoids. With more than
two camps, this holds for positive ties only.

**Blocks.** Splits of the biconnected blocks are chosen independently and joined at the nodes they share.

With ties that weigh exactly half (`strict=False`) the smallest cost is kept, but not every best split.
Data reduction for this problem goes back to Hueffner, Betzler and Niedermeier, "Separator-based data reduction for
signed graph balancing" (Journal of Combinatorial Optimization, 2010).
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

import numpy as np
import rustworkx
from numpy.typing import NDArray

from dissensus.network.ties import Integers, Ties


@dataclass(frozen=True)
class Kernel:
    """A smaller network with the same best splits.

    Attributes:
        ties: what is left.
        offset: the cost that every split has in the contracted part.
        node: for every node of the network before, the node of the kernel it is merged into.
        turned: whether it was turned over on the way: it then stands opposite to that node (two camps only).
    """

    ties: Ties
    offset: int
    node: Integers
    turned: NDArray[np.bool_]

    def expand(self, labels: Integers) -> Integers:
        """The split of the network before that belongs to a split of the kernel."""
        found = labels[self.node]
        return np.where(self.turned, 1 - found, found) if self.turned.any() else found

    def restrict(self, labels: Integers) -> Integers:
        """The split of the kernel that follows, in each merged node, the first of its members."""
        first = np.full(self.ties.n, -1, dtype=np.int64)
        order = np.arange(len(self.node) - 1, -1, -1)
        first[self.node[order]] = order
        found = labels[first]
        return np.where(self.turned[first], 1 - found, found) if self.turned.any() else found


class _Merging:
    """Networks under contraction: a table of neighbours per node, and who was merged into whom."""

    def __init__(self, ties: Ties) -> None:
        self.near: list[dict[int, int]] = [{} for _ in range(ties.n)]
        for a, b, weight in zip(ties.source.tolist(), ties.target.tolist(), ties.signed.tolist(), strict=True):
            self.near[a][b] = weight
            self.near[b][a] = weight
        self.into = list(range(ties.n))
        self.flip = [False] * ties.n
        self.offset = 0

    def merge(self, node: int, other: int, opposite: bool) -> list[int]:
        """Merge a node into another, on its side or opposite to it; returns whose ties changed."""
        near, target = self.near, self.near[other]
        self.into[node], self.flip[node] = other, opposite
        changed = [other]
        for third, weight in near[node].items():
            del near[third][node]
            moved = -weight if opposite else weight
            if third == other:
                self.offset += max(-moved, 0)
                continue
            before = target.get(third, 0)
            after = before + moved
            if before and (before > 0) != (moved > 0):
                self.offset += min(abs(before), abs(moved))
            if after:
                target[third] = near[third][other] = after
            elif before:
                del target[third], near[third][other]
            changed.append(third)
        near[node] = {}
        return changed

    def root(self, node: int) -> tuple[int, bool]:
        """Where a node ended up, and whether turned over."""
        path, flipped = [], False
        while self.into[node] != node:
            path.append(node)
            node = self.into[node]
        for step in reversed(path):
            flipped ^= self.flip[step]
            self.into[step], self.flip[step] = node, flipped
        return node, flipped

    def kernel(self) -> Kernel:
        """What is left."""
        roots = [self.root(node) for node in range(len(self.into))]
        place = {node: number for number, node in enumerate(n for n, into in enumerate(self.into) if n == into)}
        edges = [(place[a], place[b], weight) for a in place for b, weight in self.near[a].items() if a < b]
        table = np.array(edges, dtype=np.int64).reshape(-1, 3)
        return Kernel(
            Ties(len(place), table[:, 0], table[:, 1], table[:, 2]),
            self.offset,
            np.array([place[node] for node, _ in roots], dtype=np.int64),
            np.array([turned for _, turned in roots], dtype=np.bool_),
        )


def contract(ties: Ties, *, two_camps: bool, strict: bool = True, first: NDArray[np.int64] | None = None) -> Kernel:
    """Contract ties until none dominates an end.

    Args:
        ties: a network.
        two_camps: whether it is to be split into two camps; with more, only positive ties are contracted.
        strict: contract only what every best split explains; otherwise also what some best split explains.
        first: rows `tie, opposite` of ties whose ends are merged before anything else, whatever they weigh.
    """
    work = _Merging(ties)
    if first is not None:
        for tie, opposite in first.tolist():
            (a, turned_a), (b, turned_b) = work.root(int(ties.source[tie])), work.root(int(ties.target[tie]))
            if a != b:
                if len(work.near[a]) > len(work.near[b]):
                    a, b = b, a
                work.merge(a, b, bool(opposite) ^ turned_a ^ turned_b)
    waiting = deque(node for node in range(ties.n) if work.near[node])
    queued = [bool(near) for near in work.near]
    while waiting:
        node = waiting.popleft()
        queued[node] = False
        near = work.near[node]
        if not near:
            continue
        heaviest = max(near.values(), key=abs)
        twice, total = 2 * abs(heaviest), sum(map(abs, near.values()))
        if twice < total or (strict and twice == total) or (heaviest < 0 and not two_camps):
            continue
        other = next(third for third, weight in near.items() if weight == heaviest)
        for third in work.merge(node, other, heaviest < 0):
            if not queued[third]:
                queued[third] = True
                waiting.append(third)
    return work.kernel()


def idle(ties: Ties) -> NDArray[np.bool_]:
    """Which negative ties run between parts that no positive ties connect: with enough camps they cost nothing."""
    from scipy.sparse import csgraph

    positive = ties.positive
    inside = Ties(ties.n, ties.source[positive], ties.target[positive], ties.signed[positive])
    _, part = csgraph.connected_components(inside.matrix, directed=False)
    return np.asarray(~positive & (part[ties.source] != part[ties.target]))


@dataclass(frozen=True)
class Block:
    """A biconnected part: its nodes in the network it is of, and the ties among them, renumbered."""

    nodes: Integers
    ties: Ties


def blocks(ties: Ties) -> list[Block]:
    """The biconnected blocks, the largest first; ties that hang alone are blocks, too, and nodes without ties none."""
    graph: rustworkx.PyGraph[None, int] = rustworkx.PyGraph(multigraph=False)
    graph.add_nodes_from([None] * ties.n)
    pairs = list(zip(ties.source.tolist(), ties.target.tolist(), strict=True))
    graph.add_edges_from([(a, b, number) for number, (a, b) in enumerate(pairs)])
    part = rustworkx.biconnected_components(graph)
    label = np.array([part[pair] if pair in part else part[pair[::-1]] for pair in pairs], dtype=np.int64)
    order = np.argsort(label, kind="stable")
    found = []
    for members in np.split(order, np.cumsum(np.bincount(label))[:-1]) if len(order) else ():
        source, target = ties.source[members], ties.target[members]
        nodes = np.unique(np.concatenate([source, target]))
        ends = np.searchsorted(nodes, source), np.searchsorted(nodes, target)
        found.append(Block(nodes, Ties(len(nodes), *ends, ties.signed[members])))
    return sorted(found, key=lambda block: (-block.ties.m, int(block.nodes[0]), int(block.nodes[-1])))


def join(n: int, parts: list[tuple[Integers, Integers]], camps: int | None) -> Integers:
    """One split from those of the blocks, which share single nodes.

    Args:
        n: number of nodes.
        parts: the nodes of each block and their camps, counted from 0.
        camps: how many camps there may be, or None for any number.
    """
    found = np.full(n, -1, dtype=np.int64)
    holding: list[list[int]] = [[] for _ in range(n)]
    for number, (nodes, _) in enumerate(parts):
        for node in nodes.tolist():
            holding[node].append(number)
    fresh = 0
    done = [False] * len(parts)
    for start in range(len(parts)):
        waiting = deque() if done[start] else deque([start])
        while waiting:
            number = waiting.popleft()
            if done[number]:
                continue
            done[number] = True
            nodes, labels = parts[number]
            known = np.flatnonzero(found[nodes] >= 0)
            if camps is not None:
                if len(known):
                    here, there = int(labels[known[0]]), int(found[nodes[known[0]]])
                    swap = np.arange(camps)
                    swap[here], swap[there] = there, here
                    labels = swap[labels]
            else:
                shifted = labels + fresh
                fresh += int(labels.max()) + 1
                if len(known):
                    shifted[labels == labels[known[0]]] = found[nodes[known[0]]]
                labels = shifted
            found[nodes] = labels
            for node in nodes.tolist():
                if len(holding[node]) > 1:
                    waiting.extend(other for other in holding[node] if not done[other])
    alone = np.flatnonzero(found < 0)
    found[alone] = 0 if camps is not None else fresh + np.arange(len(alone))
    return found
