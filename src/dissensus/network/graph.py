"""A signed network: actors, and between two of them one tie with a sign and a weight.

Undirected, without loops and without parallel ties: what is told of one pair is summed, sign and all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import sparse
from scipy.sparse import csgraph

NEGLIGIBLE = 1e-9
"""A sum of signed weights no larger than this, measured against the weights summed, is zero."""


@dataclass(frozen=True, slots=True, eq=False)
class SignedGraph:
    """Nodes by name and ties by index, `source < target`, ordered by source and then by target.

    Attributes:
        nodes: names, each once.
        source: int32, index of the one end.
        target: int32, index of the other.
        sign: int8, +1 or -1.
        weight: float64, above zero; 1 everywhere where a network has no weights.
        cancelled: pairs of indices whose signed weights sum to zero; they have no tie here.
    """

    nodes: tuple[str, ...]
    source: NDArray[np.int32]
    target: NDArray[np.int32]
    sign: NDArray[np.int8]
    weight: NDArray[np.float64]
    cancelled: tuple[tuple[int, int], ...] = field(default=())

    def __post_init__(self) -> None:
        for values in (self.source, self.target, self.sign, self.weight):
            values.setflags(write=False)

    @classmethod
    def from_edges(cls, edges: Iterable[tuple[str, str, float]], nodes: Iterable[str] = ()) -> SignedGraph:
        """Build from ties between names.

        Args:
            edges: two names and a signed weight each; several of one pair, in either direction, are summed, a sum of
                zero is noted in `cancelled`, and a tie of a node to itself is left out.
            nodes: names that belong to the network even without a tie; they come first, in this order.
        """
        index: dict[str, int] = {}
        for name in nodes:
            index.setdefault(name, len(index))
        one, other, signed = [], [], []
        for a, b, weight in edges:
            one.append(index.setdefault(a, len(index)))
            other.append(index.setdefault(b, len(index)))
            signed.append(weight)
        return cls.from_arrays(tuple(index), one, other, signed)

    @classmethod
    def from_arrays(cls, nodes: Sequence[str], one: ArrayLike, other: ArrayLike, signed: ArrayLike) -> SignedGraph:
        """Build from arrays of node indices and signed weights, under the rules of `from_edges`."""
        a, b = np.asarray(one, dtype=np.int64), np.asarray(other, dtype=np.int64)
        value = np.asarray(signed, dtype=np.float64)
        apart = a != b
        a, b, value = a[apart], b[apart], value[apart]
        low, high = np.minimum(a, b), np.maximum(a, b)
        count = max(len(nodes), 1)
        pair, place = np.unique(low * count + high, return_inverse=True)
        total = np.bincount(place, weights=value, minlength=len(pair))
        size = np.bincount(place, weights=np.abs(value), minlength=len(pair))
        kept = np.abs(total) > NEGLIGIBLE * size
        low, high = pair // count, pair % count
        gone = zip(low[~kept].tolist(), high[~kept].tolist(), strict=True)
        return cls(
            tuple(nodes),
            low[kept].astype(np.int32),
            high[kept].astype(np.int32),
            np.sign(total[kept]).astype(np.int8),
            np.abs(total[kept]),
            tuple(gone),
        )

    @property
    def n(self) -> int:
        """Number of nodes."""
        return len(self.nodes)

    @property
    def m(self) -> int:
        """Number of ties."""
        return len(self.source)

    @property
    def signed(self) -> NDArray[np.float64]:
        """Weights with their signs."""
        return self.sign * self.weight

    @property
    def negative(self) -> int:
        """Number of negative ties."""
        return int(np.count_nonzero(self.sign < 0))

    def unweighted(self) -> SignedGraph:
        """The same ties, each of weight 1."""
        return SignedGraph(self.nodes, self.source, self.target, self.sign, np.ones(self.m), self.cancelled)

    def with_signs(self, sign: ArrayLike) -> SignedGraph:
        """The same ties with other signs."""
        new = np.array(sign, dtype=np.int8)
        return SignedGraph(self.nodes, self.source, self.target, new, self.weight, self.cancelled)

    def adjacency(self, values: NDArray[Any] | None = None) -> sparse.csr_array:
        """The symmetric n by n matrix of the signed weights, or of other values of the ties."""
        data = self.signed if values is None else values
        shape = (self.n, self.n)
        ends = (np.concatenate([self.source, self.target]), np.concatenate([self.target, self.source]))
        return sparse.csr_array((np.concatenate([data, data]), ends), shape=shape)

    def subgraph(self, kept: ArrayLike) -> SignedGraph:
        """The nodes at these indices, in this order, and the ties among them."""
        indices = np.asarray(kept, dtype=np.int64)
        place = np.full(self.n, -1, dtype=np.int64)
        place[indices] = np.arange(len(indices))
        inside = (place[self.source] >= 0) & (place[self.target] >= 0)
        names = tuple(self.nodes[index] for index in indices.tolist())
        one, other = place[self.source[inside]], place[self.target[inside]]
        return SignedGraph.from_arrays(names, one, other, self.signed[inside])

    def components(self) -> list[NDArray[np.int64]]:
        """The indices of the nodes of each connected part, the largest first, then by their first node."""
        if not self.n:
            return []
        _, label = csgraph.connected_components(self.adjacency(np.ones(self.m)), directed=False)
        order = np.argsort(label, kind="stable")
        parts = np.split(order, np.cumsum(np.bincount(label))[:-1])
        return sorted(parts, key=lambda part: (-len(part), int(part[0])))

    def frustrated(self, camp: ArrayLike) -> NDArray[np.bool_]:
        """Which ties a split leaves unexplained: positive ones between camps and negative ones within.

        Args:
            camp: the number of the camp of each node.
        """
        label = np.asarray(camp)
        together = label[self.source] == label[self.target]
        return np.asarray(together != (self.sign > 0))

    def frustration(self, camp: ArrayLike) -> float:
        """The weight of the ties that a split leaves unexplained."""
        return float(self.weight[self.frustrated(camp)].sum())
