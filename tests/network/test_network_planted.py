"""Camps that were planted are found again, and the measures tell noise from camps."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from network_making import networks

from dissensus.network.balance import measure_balance
from dissensus.network.camps import find_camps
from dissensus.network.graph import SignedGraph
from dissensus.network.numbers import compare_numbers
from dissensus.network.planted import planted
from dissensus.network.triads import census, triangles
from dissensus.network.walks import walk_balance


@pytest.mark.parametrize(("n", "m"), [(40, 700), (500, 2500)])
def test_noise_is_as_asked_for(n: int, m: int) -> None:
    made = planted(n, m, 0.1, seed=4, camps=3)
    assert (made.graph.n, made.graph.m) == (n, m)
    assert made.noise == round(0.1 * m) == made.graph.frustration(made.camp)
    again = planted(n, m, 0.1, seed=4, camps=3)
    assert np.array_equal(again.graph.signed, made.graph.signed)
    assert not np.array_equal(planted(n, m, 0.1, seed=5, camps=3).graph.source, made.graph.source)


def test_too_many_ties_are_refused() -> None:
    with pytest.raises(ValueError, match="fewer ties"):
        planted(4, 7, 0.1, seed=1)


def test_planted_camps_are_found_and_proven() -> None:
    made = planted(500, 2500, 0.1, seed=1)
    found = find_camps(made.graph)
    assert found.proven
    assert found.frustration <= made.noise
    alike = np.mean(found.label == made.camp)
    assert max(alike, 1 - alike) > 0.97
    assert len(found.settled) > 480
    assert not found.undecided


def test_three_planted_camps_are_the_number_supported() -> None:
    made = planted(90, 900, 0.08, seed=3, camps=3)
    accounts = compare_numbers(made.graph)
    assert accounts.supported == 3
    costs = [row.camps.frustration for row in accounts.rows]
    assert costs == sorted(costs, reverse=True)
    assert accounts.free.frustration <= costs[-1]


def test_random_signs_support_no_camps() -> None:
    made = planted(40, 120, 0.5, seed=3)
    assert compare_numbers(made.graph).supported == 1


@settings(max_examples=40, deadline=None)
@given(networks(10))
def test_triangles_as_by_looking_at_all_threes(graph: SignedGraph) -> None:
    signs = np.sign(graph.adjacency().toarray())
    kinds = [0, 0, 0, 0]
    for a in range(graph.n):
        for b in range(a):
            for c in range(b):
                three = (signs[a, b], signs[b, c], signs[a, c])
                if all(three):
                    kinds[three.count(-1)] += 1
    counted = census(graph, shuffles=3)
    assert list(counted.kinds) == kinds
    assert len({tuple(sorted(row)) for row in triangles(graph).tolist()}) == counted.triangles


def test_camps_make_more_balanced_triangles_than_shuffled_signs() -> None:
    counted = census(planted(60, 600, 0.1, seed=1).graph, seed=2)
    assert counted.balanced > counted.expected
    assert counted.z > 5
    assert abs(census(planted(60, 600, 0.5, seed=1).graph, seed=2).z) < 3
    assert math.isnan(census(SignedGraph.from_edges([("a", "b", 1)])).balanced)


def test_triangles_are_counted_in_portions(monkeypatch: pytest.MonkeyPatch) -> None:
    graph = planted(60, 600, 0.3, seed=1).graph
    whole = census(graph)
    monkeypatch.setattr("dissensus.network.triads._PAIRS", 50)
    assert census(graph) == whole


def test_walks() -> None:
    made = planted(50, 200, 0.0, seed=1)
    assert walk_balance(made.graph) == pytest.approx(1.0)
    triangle = SignedGraph.from_edges([("a", "b", 1), ("b", "c", 1), ("a", "c", -1)])
    eigen = (2 * math.exp(1) + math.exp(-2)) / (2 * math.exp(-1) + math.exp(2))
    assert walk_balance(triangle) == pytest.approx(eigen)
    assert walk_balance(SignedGraph.from_edges([])) == 1.0


def test_estimated_walks_are_near_the_exact_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    graph = planted(400, 1200, 0.1, seed=1).graph
    exact = walk_balance(graph)
    monkeypatch.setattr("dissensus.network.walks._DENSE", 10)
    assert walk_balance(graph, seed=1) == pytest.approx(exact, rel=0.1)


def test_balance_by_all_measures() -> None:
    graph = planted(30, 100, 0.1, seed=1).graph
    measured = measure_balance(graph, shuffles=20)
    assert measured.line == 1 - 2 * measured.camps.frustration / 100
    assert 0 < measured.walks < 1
    assert measured.triads.triangles > 0
