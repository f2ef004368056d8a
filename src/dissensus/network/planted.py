"""Networks with camps that are known: made by chance from a seed, to try methods on."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dissensus.network.graph import SignedGraph


@dataclass(frozen=True)
class Planted:
    """A network made from camps.

    Attributes:
        graph: nodes are named by their numbers, from 0.
        camp: the camp of each node.
        noise: the number of ties whose sign is wrong; the planted split leaves just these unexplained.
    """

    graph: SignedGraph
    camp: NDArray[np.int64]
    noise: int


def planted(n: int, m: int, noise: float, seed: int, camps: int = 2) -> Planted:
    """A network of m random ties among n nodes, positive within camps and negative between, some of them turned.

    Args:
        n: number of nodes.
        m: number of ties, no more than there are pairs.
        noise: share of the ties whose sign is turned.
        seed: the same seed makes the same network.
        camps: number of camps; each node falls into each with the same chance.

    Raises:
        ValueError: there are fewer pairs than ties.
    """
    if m > n * (n - 1) // 2:
        raise ValueError(f"{m} ties among {n} nodes: there are only {n * (n - 1) // 2} pairs; ask for fewer ties")
    rng = np.random.default_rng(seed)
    camp = rng.integers(0, camps, n)
    if 3 * m > n * (n - 1) // 2:
        low, high = np.triu_indices(n, 1)
        pairs = (low.astype(np.int64) * n + high)[rng.permutation(len(low))[:m]]
    else:
        pairs = np.zeros(0, dtype=np.int64)
        while len(pairs) < m:
            one, other = rng.integers(0, n, (2, 2 * (m - len(pairs)) + 8))
            apart = one != other
            low, high = np.minimum(one, other)[apart], np.maximum(one, other)[apart]
            pairs = np.unique(np.concatenate([pairs, low * n + high]))
        pairs = rng.permutation(pairs)[:m]
    source, target = pairs // n, pairs % n
    sign = np.where(camp[source] == camp[target], 1, -1)
    wrong = round(noise * m)
    sign[rng.permutation(m)[:wrong]] *= -1
    graph = SignedGraph.from_arrays(tuple(map(str, range(n))), source, target, sign)
    return Planted(graph, camp.astype(np.int64), wrong)
