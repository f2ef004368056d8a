"""Camps through time, and the distance between what two sources tell."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from network_fakes import told

from dissensus.network.build import Told, build
from dissensus.network.distance import adjusted_rand, by_source, compare
from dissensus.network.dividing import divider
from dissensus.network.drift import Split, camp_names, coinciding, drift, matched
from dissensus.network.graph import SignedGraph
from dissensus.network.wanted import Wanted
from dissensus.network.windows import sweep

BEFORE = (
    "tie a b 1 from=2018 to=2018; tie a c 1 from=2018 to=2018; tie b c 1 from=2018 to=2018;"
    " tie x y 1 from=2018 to=2018; tie a x -1 from=2018 to=2018; tie b y -1 from=2018 to=2018"
)
AFTER = (
    "tie a b 1 from=2019 to=2019; event c x 10 on=2019-05-05; event c y 10 on=2019-06-06; event a c -9 on=2019-04-04;"
    " tie x y 1 from=2019 to=2019; tie a x -1 from=2019 to=2019; tie b y -1 from=2019 to=2019"
)


def test_who_changed_sides_when_and_on_which_statements(tmp_path: Path) -> None:
    record = told(tmp_path, one=f"2020: {BEFORE}; {AFTER}")
    told_of = Told(record)
    steps = list(drift(told_of, sweep("2017", "2020", months=12), divider()))
    assert [step.window.name for step in steps] == ["2018", "2019"]
    first, second = steps
    assert (first.changes, first.frustration, first.proven) == ((), 0.0, True)
    assert {frozenset(camp) for camp in first.camps.values()} == {frozenset("abc"), frozenset("xy")}
    (of_a,) = [camp for camp, members in first.camps.items() if "a" in members]
    (of_x,) = [camp for camp, members in first.camps.items() if "x" in members]
    assert second.camps == {of_a: ("a", "b"), of_x: ("c", "x", "y")}
    (change,) = second.changes
    assert (change.actor, change.left, change.joined, change.last.name) == ("c", of_a, of_x, "2018")
    assert change.certain
    assert [(reason.other, reason.sign, reason.before) for reason in change.reasons] == [
        ("x", 1, None),
        ("y", 1, None),
        ("a", -1, 1),
    ]
    quotes = [record.statement(reason.statements[0]).evidence.quote for reason in change.reasons]
    assert quotes == ["event c x 10 on=2019-05-05", "event c y 10 on=2019-06-06", "event a c -9 on=2019-04-04"]
    events = coinciding(told_of, change, limit=2)
    assert len(events) == 2
    assert all(event.event and "2019" in str(event.event.date.start) for event in events)
    assert camp_names(steps, told_of.nodes) == {of_a: "a", of_x: "x"}


def test_to_be_told_of_apart_is_no_change_of_sides(tmp_path: Path) -> None:
    after = "tie c z 1 from=2019 to=2019; tie a b 1 from=2019 to=2019; tie a x -1 from=2019 to=2019"
    steps = list(drift(Told(told(tmp_path, one=f": {BEFORE}; {after}")), sweep("2018", "2019"), divider()))
    assert [step.changes for step in steps] == [(), ()]
    assert len(steps[1].camps) == 3


def test_without_proof_a_change_is_not_certain(tmp_path: Path) -> None:
    told_of = Told(told(tmp_path, one=f": {BEFORE}; {AFTER}"))

    def unsure(graph: SignedGraph) -> Split:
        found = divider()(graph)
        return Split(found.camp, np.zeros_like(found.settled), np.zeros_like(found.swing), found.frustration, False)

    changes = [change for step in drift(told_of, sweep("2018", "2019"), unsure) for change in step.changes]
    assert [(change.actor, change.certain) for change in changes] == [("c", False)]


def test_camps_go_on_where_most_of_their_members_are() -> None:
    now = np.array([0, 0, 0, 1, 1, 2])
    assert matched(now, np.array([7, 7, 5, 5, 5, -1])) == {0: 7, 1: 5}
    assert matched(now, np.full(6, -1)) == {}


@given(st.lists(st.integers(0, 3), min_size=1, max_size=12), st.permutations(range(4)))
def test_matching_undoes_any_new_numbering(camps: list[int], numbers: list[int]) -> None:
    before = np.array(camps)
    now = np.array(numbers)[before]
    goes_on = matched(now, before)
    assert [goes_on[camp] for camp in now.tolist()] == camps


def test_two_sources_networks(tmp_path: Path) -> None:
    record = told(
        tmp_path,
        left=": tie a b 1; tie b c 1; tie a d -1; tie c d -1; tie e f 1",
        right=": tie a b 1; tie b c -1; tie a d -1; tie a c -1; event c d 10; tie e g 1",
    )
    first, second = (build(record, Wanted(told_by=(source,))) for source in ("left", "right"))
    found = compare(first, second, divider())
    assert (found.actors, found.pairs) == ((6, 6, 5), (5, 6, 4))
    assert found.edges == pytest.approx(1 - 4 / 5)
    assert found.signs == 0.5
    assert {(pair.a, pair.b) for pair in found.opposite} == {("b", "c"), ("c", "d")}
    (one,) = [pair for pair in found.opposite if pair.a == "b"]
    assert (one.first, one.second) == (1.0, -1.0)
    assert [record.statement(id).evidence.quote for id in one.first_statements] == ["tie b c 1"]
    assert [record.statement(id).evidence.quote for id in one.second_statements] == ["tie b c -1"]
    assert found.camps is not None
    assert found.camps > 0.3
    same = compare(first, first, divider())
    assert (same.edges, same.signs, same.camps, same.opposite) == (0.0, 0.0, 0.0, ())
    assert same.weights == pytest.approx(0.0)
    assert compare(first, second).camps is None


def test_networks_by_source(tmp_path: Path) -> None:
    record = told(tmp_path, left=": tie a b 1", right=": tie a b -1; tie c d 1", silent=": nothing")
    found = by_source(Told(record))
    assert {teller.name: len(network) for teller, network in found.items()} == {"Left": 1, "Right": 2}
    assert [network.pair("a", "b").sign for network in found.values()] == [1, -1]


def test_the_adjusted_rand_index_is_the_known_one() -> None:
    # The worked example of Hubert and Arabie's index in scikit-learn's documentation.
    assert adjusted_rand([0, 0, 1, 2], [0, 0, 1, 1]) == pytest.approx(0.5714285714)
    assert adjusted_rand([0, 0, 1, 1], [1, 1, 0, 0]) == 1.0
    assert adjusted_rand([0, 0, 0, 0], [0, 1, 2, 3]) == 0.0
    assert adjusted_rand([], []) == 1.0
