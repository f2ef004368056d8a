"""Contraction and blocks keep the best splits."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from network_making import best_splits, networks, ties_of

from dissensus.network.graph import SignedGraph
from dissensus.network.kernel import blocks, contract, idle, join
from dissensus.network.ties import Ties


def _least(ties: Ties, camps: int | None) -> tuple[float, np.ndarray]:
    names = tuple(map(str, range(ties.n)))
    return best_splits(SignedGraph.from_arrays(names, ties.source, ties.target, ties.signed), camps)


@settings(max_examples=80, deadline=None)
@given(networks(10), st.booleans())
def test_contraction_keeps_the_least_cost(graph: SignedGraph, strict: bool) -> None:
    ties = ties_of(graph)
    kernel = contract(ties, two_camps=True, strict=strict)
    least, splits = _least(kernel.ties, 2)
    assert kernel.offset + least == best_splits(graph, 2)[0]
    for labels in splits:
        assert ties.value(kernel.expand(labels)) == kernel.offset + least
        assert ties.value(kernel.expand(kernel.restrict(kernel.expand(labels)))) == kernel.offset + least


@settings(max_examples=60, deadline=None)
@given(networks(8))
def test_strict_contraction_keeps_every_best_split(graph: SignedGraph) -> None:
    for camps in (2, 3, None):
        kernel = contract(ties_of(graph), two_camps=camps == 2)
        _, before = best_splits(graph, camps)
        _, after = _least(kernel.ties, camps)
        assert len(before) == len(after)


@settings(max_examples=60, deadline=None)
@given(networks(9), st.sampled_from([2, 3, None]))
def test_best_splits_of_blocks_make_one_of_the_whole(graph: SignedGraph, camps: int | None) -> None:
    ties = ties_of(graph)
    if camps is None:
        kept = ~idle(ties)
        ties = Ties(ties.n, ties.source[kept], ties.target[kept], ties.signed[kept])
    parts = blocks(ties)
    assert sum(part.ties.m for part in parts) == ties.m
    whole = join(ties.n, [(part.nodes, _least(part.ties, camps)[1][-1]) for part in parts], camps)
    assert camps is None or whole.max() < camps
    assert ties_of(graph).value(whole) == best_splits(graph, camps)[0]


def test_a_dominating_tie_is_merged_and_what_cancels_is_paid() -> None:
    graph = SignedGraph.from_edges(
        [("a", "b", -5.0), ("a", "c", 2.0), ("a", "d", 2.0), ("b", "c", 2.0), ("b", "d", 3.0)]
    )
    kernel = contract(ties_of(graph), two_camps=True)
    # a stands opposite to b, so that the ties to c cancel; b with d then is a leaf.
    assert kernel.offset == 2 + 2
    assert kernel.ties.m == 0
    labels = kernel.expand(np.zeros(kernel.ties.n, dtype=np.int64))
    assert labels[0] != labels[1] == labels[3]
