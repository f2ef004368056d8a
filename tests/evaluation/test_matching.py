"""When a statement says the same as an item of a key."""

from __future__ import annotations

from typing import Any

import pytest

from evaluation.matching import QUAD, same_actor, same_holder, says_same


def event(actors: list[str], recipients: list[str], type_: str) -> dict[str, Any]:
    return {
        "kind": "event",
        "event": {
            "actors": [{"name": a} for a in actors],
            "recipients": [{"name": r} for r in recipients],
            "type": type_,
        },
    }


@pytest.mark.parametrize(
    ("key", "got", "same"),
    [
        ("Evo Morales", {"name": "Evo Morales Ayma"}, True),
        ("Evo Morales", {"name": "Juan Morales Soto"}, False),
        ("Workers' Party", {"name": "PT", "aliases": ["Workers Party", "Partido dos Trabalhadores"]}, False),
        ("Movement for Socialism", {"name": "MAS", "aliases": ["Movement for Socialism"]}, True),
        ("Government of Peru", {"name": "Peru"}, True),
        ("Dina Boluarte", {"name": "x", "mention": {"text": "President Dina Boluarte"}}, True),
    ],
)
def test_names(key: str, got: dict[str, Any], same: bool) -> None:
    assert same_actor({"name": key}, got) is same


def test_an_arm_of_a_state_is_the_state_but_a_person_is_not() -> None:
    state = {"name": "Republic", "country": "PER", "type": "country"}
    assert same_actor({"name": "the armed forces", "country": "PER"}, state)
    assert not same_actor({"name": "Ana Ruiz", "country": "PER"}, state)


def test_events() -> None:
    key = event(["Peru"], ["Chile"], "ACCUSE")
    assert says_same(key, event(["Peru", "Cuba"], ["Chile"], "ACCUSE")) == "found"
    assert says_same(key, event(["Peru"], ["Chile"], "REJECT")) == "near"
    assert says_same(key, event(["Peru"], ["Chile"], "AID")) is None
    assert says_same(key, event(["Chile"], ["Peru"], "ACCUSE")) is None
    assert says_same(event(["Peru"], [], "ACCUSE"), event(["Peru"], [], "ACCUSE")) == "found"


@pytest.mark.parametrize(("relation", "verdict"), [("ally_of", "found"), ("supports", "near")])
def test_only_symmetric_ties_run_both_ways(relation: str, verdict: str) -> None:
    def tie(a: str, b: str) -> dict[str, Any]:
        return {"kind": "tie", "tie": {"a": {"name": a}, "relation": relation, "b": {"name": b}, "sign": 1}}

    assert says_same(tie("Peru", "Chile"), tie("Chile", "Peru")) == verdict


def test_figures_and_labels() -> None:
    assert says_same({"kind": "figure", "figure": {"value": 2e12}}, {"figure": {"value": 2000000000000.0}}) == "found"
    assert says_same({"kind": "figure", "figure": {"value": 45}}, {"figure": {"value": 46}}) is None
    label = {"kind": "label", "label": {"target": {"name": "Peru"}, "term": "puppet regime", "valence": -1}}
    assert says_same(label, {"label": {"target": {"name": "Peru"}, "term": "regime", "valence": -1}}) == "found"
    assert says_same(label, {"label": {"target": {"name": "Peru"}, "term": "regime", "valence": 1}}) == "near"


def test_holders() -> None:
    assert same_holder({"holder": "author"}, {"holder": {"name": "x", "is_author": True}})
    assert not same_holder({"holder": "author"}, {"holder": {"name": "x", "is_author": False}})
    assert same_holder({"holder": "Peru"}, {"holder": {"name": "Government of Peru", "is_author": False}})


def test_every_type_has_a_quad() -> None:
    assert len(QUAD) == 17
