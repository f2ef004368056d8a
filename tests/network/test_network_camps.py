"""Splits against all splits of small networks, tried one by one."""

from __future__ import annotations

import signal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from network_making import best_splits, networks
from numpy.typing import NDArray

from dissensus.network.camps import Camps, brokers, find_camps, misfits
from dissensus.network.clock import Clock
from dissensus.network.cutting import Cutting
from dissensus.network.graph import SignedGraph
from dissensus.network.planted import planted


@settings(max_examples=60, deadline=None)
@given(networks(14))
def test_two_camps_as_by_trying_all(graph: SignedGraph) -> None:
    _check(graph, 2)


@settings(max_examples=50, deadline=None)
@given(networks(9), st.sampled_from([None, 3, 4]))
def test_more_camps_as_by_trying_all(graph: SignedGraph, camps: int | None) -> None:
    _check(graph, camps)


def _check(graph: SignedGraph, camps: int | None) -> None:
    found = find_camps(graph, camps)
    least, best = best_splits(graph, camps)
    assert found.proven
    assert found.frustration == found.lower_bound == least == graph.frustration(found.label)
    assert camps is None or found.number <= camps
    settled = _settled(graph, found, best[:, :, None] == best[:, None, :])
    assert set(found.settled) == settled
    assert set(found.swing) == set(graph.nodes) - settled
    assert not found.undecided
    ends = best[:, graph.source] == best[:, graph.target]
    unexplained = (ends != (graph.sign > 0)).all(axis=0)
    known = np.ones(graph.m, dtype=np.bool_) if camps == 2 else graph.sign < 0
    assert (found.always[known] == unexplained[known]).all()


def _settled(graph: SignedGraph, found: Camps, together: NDArray[np.bool_]) -> set[str]:
    """Who is settled, from whether any two are together in each of the best splits."""
    settled: set[int] = set()
    always = together.all(axis=0)
    if found.asked == 2:
        bound = always | (~together).all(axis=0)
        for part in graph.components():
            settled |= set(_core(part.tolist(), bound))
        return {graph.nodes[node] for node in settled}
    friends = graph.adjacency().toarray() > 0
    for camp in range(found.number):
        nodes = np.flatnonzero(found.label == camp).tolist()
        core = _core(nodes, always)
        if len(core) > 1 or (len(nodes) == 1 and not together[:, nodes[0], friends[nodes[0]]].any()):
            settled |= set(core)
    return {graph.nodes[node] for node in settled}


def _core(nodes: list[int], bound: NDArray[np.bool_]) -> list[int]:
    return max(([other for other in nodes if bound[node, other]] for node in nodes), key=len)


@settings(max_examples=25, deadline=None)
@given(networks(12), st.integers(0, 2**12 - 1))
def test_switching_nodes_changes_nothing(graph: SignedGraph, chosen: int) -> None:
    turned = np.array([-1 if chosen >> node & 1 else 1 for node in range(graph.n)])
    switched = graph.with_signs(graph.sign * turned[graph.source] * turned[graph.target])
    one, other = find_camps(graph), find_camps(switched)
    assert one.frustration == other.frustration
    assert set(one.settled) == set(other.settled)


def test_fractions_are_weighed_exactly() -> None:
    graph = SignedGraph.from_edges([("a", "b", 0.1), ("b", "c", 0.2), ("a", "c", -0.30000000000000004)])
    found = find_camps(graph)
    assert found.proven
    assert found.frustration == pytest.approx(0.1)


def test_weights_that_must_be_rounded_still_give_a_bound() -> None:
    rng = np.random.default_rng(1)
    low, high = np.triu_indices(12, 1)
    graph = SignedGraph.from_arrays(tuple("abcdefghijkl"), low, high, rng.normal(size=len(low)))
    found = find_camps(graph)
    assert found.frustration == pytest.approx(best_splits(graph, 2)[0])
    assert found.lower_bound <= found.frustration


def test_the_same_seed_gives_the_same_split() -> None:
    graph = planted(60, 300, 0.1, seed=5, camps=3).graph
    one, other = find_camps(graph, None, seed=3), find_camps(graph, None, seed=3)
    assert one.members == other.members
    assert (one.settled, one.swing) == (other.settled, other.swing)


@pytest.mark.parametrize("camps", [2, 3, None])
def test_without_time_there_is_a_split_and_an_honest_bound(camps: int | None) -> None:
    network = planted(300, 2000, 0.2, seed=1)
    found = find_camps(network.graph, camps, time_limit=0.0)
    assert not found.proven
    assert found.lower_bound < found.frustration == network.graph.frustration(found.label)
    assert not found.settled or set(found.settled) | set(found.undecided) == set(network.graph.nodes)


def test_ctrl_c_gives_the_best_so_far(monkeypatch: pytest.MonkeyPatch) -> None:
    looked = Cutting.round
    looks = iter(range(100))

    def interrupted(cutting: Cutting, clock: Clock) -> bool:
        if next(looks) == 2:
            signal.raise_signal(signal.SIGINT)
        return looked(cutting, clock)

    monkeypatch.setattr(Cutting, "round", interrupted)
    graph = planted(200, 600, 0.35, seed=1).graph
    found = find_camps(graph)
    assert found.stopped
    assert next(looks) == 3
    assert 0 < found.lower_bound < found.frustration == graph.frustration(found.label)
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_a_second_ctrl_c_is_heeded_at_once() -> None:
    clock = Clock()
    with clock.heeding_interrupts():
        signal.raise_signal(signal.SIGINT)
        assert clock.over
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)


@pytest.mark.parametrize("camps", [1, 2, 3, None])
@pytest.mark.parametrize("edges", [[], [("a", "b", 1.0)], [("a", "b", -1.0), ("c", "d", -2.0)]])
def test_tiny_networks(camps: int | None, edges: list[tuple[str, str, float]]) -> None:
    found = find_camps(SignedGraph.from_edges(edges, nodes=["z"] if edges else []), camps)
    assert found.proven
    assert found.frustration == (sum(-w for *_, w in edges if w < 0) if camps == 1 else 0)


def test_what_does_not_fit_is_ranked() -> None:
    friends = [(a, b, 2.0) for a, b in ("ab", "bc", "ac", "de", "ef", "df")]
    enemies = [(a, b, -2.0) for a, b in ("ad", "be", "cf")]
    found = find_camps(SignedGraph.from_edges([*friends, *enemies, ("a", "e", 1.0), ("b", "d", 1.5)]))
    told = misfits(found)
    assert [(tie.source, tie.target, tie.sign, tie.weight) for tie in told] == [("b", "d", 1, 1.5), ("a", "e", 1, 1.0)]
    assert all(tie.always for tie in told)
    assert told[1].against == 6.0
    assert [(broker.name, broker.between) for broker in brokers(found)] == [("b", 1.5), ("d", 1.5), ("a", 1), ("e", 1)]


def test_an_actor_between_two_camps_is_swing_and_a_broker() -> None:
    friends = [(a, b, 1.0) for a, b in ("ab", "bc", "ac", "de", "ef", "df")]
    found = find_camps(
        SignedGraph.from_edges([*friends, ("a", "d", -1.0), ("c", "f", -1.0), ("b", "x", 1.0), ("e", "x", 1.0)])
    )
    assert found.swing == ("x",)
    (tie,) = misfits(found)
    assert "x" in (tie.source, tie.target)
    assert tie.always is False
    assert [broker.name for broker in brokers(found) if broker.swing] == ["x"]
