"""Networks for tests, and all their splits tried one by one."""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st
from numpy.typing import NDArray

from dissensus.network.graph import SignedGraph
from dissensus.network.ties import Ties, whole_weights


@st.composite
def networks(draw: st.DrawFn, most: int) -> SignedGraph:
    """Networks of at most so many nodes: sparse to full, of few to many negative ties, with weights or without."""
    # Draws lean towards 0, and tests should lean towards large networks.
    n = most - draw(st.integers(0, most - 2))
    density, negative = draw(st.floats(0.15, 1.0)), draw(st.floats(0.1, 0.7))
    heaviest = draw(st.sampled_from([1, 1, 3]))
    rng = np.random.default_rng(draw(st.integers(0, 2**32)))
    low, high = np.triu_indices(n, 1)
    there = rng.random(len(low)) < density
    signed = np.where(rng.random(len(low)) < negative, -1, 1) * rng.integers(1, heaviest + 1, len(low))
    return SignedGraph.from_arrays(tuple(map(str, range(n))), low[there], high[there], signed[there])


def ties_of(graph: SignedGraph) -> Ties:
    return whole_weights(graph)[0]


def all_splits(n: int, camps: int | None) -> NDArray[np.int64]:
    """Every way to part n nodes into at most so many camps, once each."""
    rows = [[0]] if n else [[]]
    for _ in range(n - 1):
        rows = [[*row, label] for row in rows for label in range(min(max(row) + 2, n if camps is None else camps))]
    return np.array(rows, dtype=np.int64)


def best_splits(graph: SignedGraph, camps: int | None) -> tuple[float, NDArray[np.int64]]:
    """The least weight that a split leaves unexplained, and all splits that leave so much."""
    splits = all_splits(graph.n, camps)
    together = splits[:, graph.source] == splits[:, graph.target]
    costs = ((together != (graph.sign > 0)) * graph.weight).sum(axis=1)
    return float(costs.min()), splits[costs == costs.min()]
