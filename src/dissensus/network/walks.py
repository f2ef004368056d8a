"""Balance of all closed walks, long ones counting less (Estrada and Benzi 2014).

K = tr exp(A) / tr exp(|A|), where A holds the signs and |A| the ties: 1 when every cycle is balanced, less the more
closed walks go over an odd number of negative ties. It is a measure for comparison: because it weighs walks by the
factorial of their length, it falls towards 0 in large or dense networks that have clear camps all the same.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.sparse.linalg import eigsh
from scipy.special import logsumexp

from dissensus.network.graph import SignedGraph

_DENSE = 1500
"""Nodes up to which all eigenvalues are computed."""

_LEADING = 20
"""The largest eigenvalues, which carry most of the trace and are computed also in larger networks."""

_PROBES, _STEPS = 10, 40
"""Random vectors for the rest of the trace, and Lanczos steps for each."""


def walk_balance(graph: SignedGraph, *, weighted: bool = False, seed: int = 0) -> float:
    """The walk balance of a network, from 0 to 1.

    Up to 1,500 nodes from all eigenvalues; beyond, from the largest ones and an estimate of the rest by stochastic
    Lanczos quadrature.

    Args:
        graph: a network; without ties its balance is 1.
        weighted: whether ties count with their weights.
        seed: of the random vectors.
    """
    if not graph.m:
        return 1.0
    values = graph.signed if weighted else graph.sign.astype(np.float64)
    signed, plain = graph.adjacency(values), graph.adjacency(np.abs(values))
    if graph.n <= _DENSE:
        above, below = (logsumexp(np.linalg.eigvalsh(matrix.toarray())) for matrix in (signed, plain))
    else:
        above, below = (_log_trace(matrix, np.random.default_rng(seed)) for matrix in (signed, plain))
    return float(np.exp(min(above - below, 0.0)))


def _log_trace(matrix: sparse.csr_array, rng: np.random.Generator) -> float:
    """An estimate of log tr exp of a symmetric matrix."""
    n = matrix.shape[0]
    leading, vectors = eigsh(matrix, k=_LEADING, which="LA", v0=np.ones(n))
    sums, weights = [leading], [np.ones(_LEADING)]
    for _ in range(_PROBES):
        start = rng.choice(np.array([-1.0, 1.0]), n)
        start -= vectors @ (vectors.T @ start)
        length = float(np.linalg.norm(start))
        values, shares = _quadrature(matrix, start / length, list(vectors.T))
        sums.append(values)
        weights.append(shares * length**2 / _PROBES)
    return float(logsumexp(np.concatenate(sums), b=np.concatenate(weights)))


def _quadrature(
    matrix: sparse.csr_array, start: NDArray[np.float64], beside: list[NDArray[np.float64]]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Nodes and weights of the Gauss quadrature of a matrix's spectrum as a unit vector sees it.

    Args:
        matrix: symmetric.
        start: a unit vector.
        beside: eigenvectors to which it is orthogonal, and is kept so.
    """
    basis = [start]
    diagonal, off = [], []
    for _ in range(_STEPS):
        new = matrix @ basis[-1]
        diagonal.append(float(new @ basis[-1]))
        for vector in (*beside, *basis):
            new = new - (new @ vector) * vector
        length = float(np.linalg.norm(new))
        if length < 1e-10:
            break
        off.append(length)
        basis.append(new / length)
    off = off[: len(diagonal) - 1]
    values, vectors = np.linalg.eigh(np.diag(diagonal) + np.diag(off, 1) + np.diag(off, -1))
    return values, vectors[0] ** 2
