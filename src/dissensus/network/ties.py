"""A signed network as the solvers see it: nodes by number and whole weights, so that costs are compared exactly."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from dissensus.network.graph import SignedGraph

Integers = NDArray[np.int64]

_DECIMALS = 6
"""Weights with up to so many decimals are taken as written; others are rounded."""

_LARGEST = 2.0**48
"""The sum of whole weights stays below this, so that it is exact as a float, too."""


@dataclass(frozen=True)
class Ties:
    """Ties among the nodes 0 to n-1; no loops, no parallel ties.

    Attributes:
        n: number of nodes.
        source: one end of each tie.
        target: the other.
        signed: whole weights with their signs, never zero.
    """

    n: int
    source: Integers
    target: Integers
    signed: Integers

    @property
    def m(self) -> int:
        """Number of ties."""
        return len(self.source)

    @cached_property
    def cost(self) -> Integers:
        """What leaving a tie unexplained costs."""
        return np.abs(self.signed)

    @cached_property
    def positive(self) -> NDArray[np.bool_]:
        """Which ties are positive."""
        return self.signed > 0

    @cached_property
    def matrix(self) -> sparse.csr_array:
        """The symmetric matrix of the signed weights, as floats."""
        data = self.signed.astype(np.float64)
        ends = (np.concatenate([self.source, self.target]), np.concatenate([self.target, self.source]))
        return sparse.csr_array((np.concatenate([data, data]), ends), shape=(self.n, self.n))

    def violated(self, labels: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Which ties a split into camps leaves unexplained."""
        return np.asarray((labels[self.source] == labels[self.target]) != self.positive)

    def value(self, labels: NDArray[np.int64]) -> int:
        """The weight of what a split leaves unexplained."""
        return int(self.cost[self.violated(labels)].sum())

    def among(self, nodes: Integers, kept: NDArray[np.bool_]) -> Ties:
        """These of the ties on these nodes, renumbered in their order; both ends must be among the nodes."""
        place = np.full(self.n, -1, dtype=np.int64)
        place[nodes] = np.arange(len(nodes))
        return Ties(len(nodes), place[self.source[kept]], place[self.target[kept]], self.signed[kept])


def whole_weights(graph: SignedGraph) -> tuple[Ties, float, bool]:
    """The ties of a network with whole weights.

    Returns:
        The ties, the factor by which weights were multiplied, and whether nothing had to be rounded.
    """
    weight = graph.weight
    total = float(weight.sum())
    source, target = graph.source.astype(np.int64), graph.target.astype(np.int64)
    for decimals in range(_DECIMALS + 1):
        factor = 10.0**decimals
        scaled = weight * factor
        if total * factor < _LARGEST and np.abs(scaled - np.rint(scaled)).max(initial=0) < 1e-7:
            return Ties(graph.n, source, target, np.rint(scaled).astype(np.int64) * graph.sign), factor, True
    factor = 2.0 ** math.floor(math.log2(_LARGEST / total) - 1)
    whole = np.maximum(np.rint(weight * factor), 1).astype(np.int64)
    return Ties(graph.n, source, target, whole * graph.sign), factor, False
