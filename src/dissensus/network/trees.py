"""Splits into two camps that follow a spanning forest: what its ties say of who stands with whom is taken as so."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.sparse import csgraph

from dissensus.network.ties import Integers, Ties


def along_forest(ties: Ties, length: NDArray[np.float64]) -> Integers:
    """The split that explains every tie of the shortest spanning forest.

    Args:
        ties: a network.
        length: of each tie, above zero.
    """
    forest = csgraph.minimum_spanning_tree(
        sparse.csr_array((length, (ties.source, ties.target)), shape=(ties.n, ties.n))
    ).tocoo()
    sign = {
        (a, b): w < 0 for a, b, w in zip(ties.source.tolist(), ties.target.tolist(), ties.signed.tolist(), strict=True)
    }
    near: list[list[tuple[int, bool]]] = [[] for _ in range(ties.n)]
    for a, b in zip(forest.row.tolist(), forest.col.tolist(), strict=True):
        near[a].append((b, sign[a, b]))
        near[b].append((a, sign[a, b]))
    side = [-1] * ties.n
    for root in range(ties.n):
        if side[root] >= 0:
            continue
        side[root] = 0
        waiting = [root]
        while waiting:
            node = waiting.pop()
            for other, negative in near[node]:
                if side[other] < 0:
                    side[other] = side[node] ^ negative
                    waiting.append(other)
    return np.array(side, dtype=np.int64)
