"""Lower bounds: what proves them, and that they never lie."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from network_making import best_splits, networks, ties_of

from dissensus.network.annealing import anneal_many, anneal_two, greedy, settle_down
from dissensus.network.clock import Clock
from dissensus.network.cutting import Certificate, Cutting
from dissensus.network.graph import SignedGraph
from dissensus.network.maxsat import CoreGuided, UndecidedError
from dissensus.network.packing import pack
from dissensus.network.planted import planted
from dissensus.network.solve import best_split, first_split
from dissensus.network.ties import Ties


def _check_cycles(certificate: Certificate, camps: int | None) -> None:
    """Every cycle is closed, or a sum of closed ones, and bad."""
    ties = certificate.ties
    for cycle in certificate.cycles:
        ends = np.concatenate([ties.source[list(cycle)], ties.target[list(cycle)]])
        assert (np.bincount(ends) % 2 == 0).all()
        negative = int((~ties.positive[list(cycle)]).sum())
        assert negative % 2 == 1 if camps == 2 else negative == 1


@settings(max_examples=60, deadline=None)
@given(networks(10), st.sampled_from([2, None]))
def test_bounds_are_never_above_the_best(graph: SignedGraph, camps: int | None) -> None:
    ties = ties_of(graph)
    least, splits = best_splits(graph, camps)
    cutting = Cutting(ties, camps, splits[0])
    before = 0.0
    while cutting.round(Clock()):
        assert before - 1e-6 <= cutting.certificate.value <= least + 1e-6
        before = cutting.certificate.value
    assert cutting.complete
    assert cutting.certificate.bound <= least
    _check_cycles(cutting.certificate, camps)
    packing = pack(ties, camps, splits[0], Clock())
    assert packing.bound <= least
    assert (packing.reduced >= 0).all()
    _check_cycles(packing, camps)


def test_a_certificate_does_not_believe_its_weights() -> None:
    ties = ties_of(SignedGraph.from_edges([("a", "b", 1), ("b", "c", 1), ("a", "c", -1)]))
    assert Certificate(ties, [(0, 1, 2)], np.array([1.0])).bound == 1
    assert Certificate(ties, [(0, 1, 2)], np.array([100.0])).bound == 0


@settings(max_examples=40, deadline=None)
@given(networks(8), st.sampled_from([2, 3, None]))
def test_core_guided_search_alone_finds_the_best(graph: SignedGraph, camps: int | None) -> None:
    ties = ties_of(graph)
    with CoreGuided(ties, camps, np.zeros(ties.n, dtype=np.int64)) as search:
        assert search.solve(Clock())
        assert search.lower == search.upper == best_splits(graph, camps)[0] == ties.value(search.labels)


def test_core_guided_search_heeds_the_clock() -> None:
    ties = ties_of(planted(60, 500, 0.4, seed=1).graph)
    with CoreGuided(ties, 2, np.zeros(ties.n, dtype=np.int64)) as search:
        assert not search.solve(Clock(0.2))
        assert search.lower < search.upper
        with pytest.raises(UndecidedError):
            search.differs(0, [1], Clock(0))


@settings(max_examples=30, deadline=None)
@given(networks(12), st.integers(2, 4))
def test_annealing_keeps_to_its_number_of_camps(graph: SignedGraph, camps: int) -> None:
    ties = ties_of(graph)
    rng = np.random.default_rng(0)
    for labels in [*anneal_two(ties, rng, Clock()), *anneal_many(ties, camps, rng, Clock())]:
        assert 0 <= labels.min() <= labels.max() < camps
        moved = settle_down(ties, labels, camps)
        assert ties.value(moved) <= ties.value(labels)
        assert moved.max() < camps


@settings(max_examples=40, deadline=None)
@given(networks(30), st.sampled_from([2, 3, None]))
def test_a_first_split_without_time_is_no_worse_than_the_greedy_ones(graph: SignedGraph, camps: int | None) -> None:
    _no_worse_than_greedy(ties_of(graph), camps)


@pytest.mark.parametrize("camps", [2, 3, None])
@pytest.mark.parametrize("seed", range(3))
def test_so_it_is_in_networks_too_large_for_luck(camps: int | None, seed: int) -> None:
    for n, m, noise in ((300, 1500, 0.1), (300, 600, 0.05), (2000, 4000, 0.02)):
        _no_worse_than_greedy(ties_of(planted(n, m, noise, seed).graph), camps)


def _no_worse_than_greedy(ties: Ties, camps: int | None) -> None:
    found = first_split(ties, camps, Clock(0), np.random.default_rng(0))
    assert camps is None or found.max(initial=0) < camps
    if ties.m:
        starts = greedy(ties)
        known = starts if camps == 2 else [settle_down(ties, labels, camps) for labels in starts]
        assert ties.value(found) <= min(map(ties.value, known))


def test_along_the_heaviest_ties_a_network_without_contradiction_is_split_best() -> None:
    ties = ties_of(planted(50, 200, 0, seed=3).graph)
    assert ties.value(greedy(ties)[1]) == 0
    assert best_split(ties, 2, Clock(0), np.random.default_rng(0)).cost == 0


@pytest.mark.parametrize("camps", [2, 3, None])
def test_with_time_enough_a_first_split_is_that_of_its_seed_alone(
    camps: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    ties = ties_of(planted(80, 400, 0.2, seed=4).graph)
    without_limit = first_split(ties, camps, Clock(), np.random.default_rng(5))
    monkeypatch.setattr("dissensus.network.annealing.greedy", pytest.fail)
    monkeypatch.setattr("dissensus.network.solve.greedy", pytest.fail)
    assert (first_split(ties, camps, Clock(600), np.random.default_rng(5)) == without_limit).all()


def test_large_networks_get_their_bound_from_a_packing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dissensus.network.solve._FOR_CUTTING", 0)
    network = planted(400, 2000, 0.1, seed=2)
    ties: Ties = ties_of(network.graph)
    found = best_split(ties, 2, Clock(20), np.random.default_rng(0))
    assert 0.6 * found.cost < found.lower <= found.cost <= network.noise
