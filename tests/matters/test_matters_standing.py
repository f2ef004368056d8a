"""How two stand to each other: what is one matter with their ties, and what each source says of it."""

from __future__ import annotations

from typing import Any

import pytest
from matters_fakes import DAY, fact, matters

from dissensus.errors import DictionaryError
from dissensus.matters import standing
from dissensus.matters.facts import Fact
from dissensus.matters.matter import Aspect, Stance
from dissensus.matters.positions import positions_of
from dissensus.matters.standing import regions, regions_of_states, stands_for
from dissensus.matters.titles import titles_of
from dissensus.tables import Row, package_table

NAMES = {
    "arda": "Arda",
    "belm": "Belmia",
    "africa": "Africa",
    "west-africa": "West Africa",
    "bel": "Belmia",
}.__getitem__


def act(number: int, type: str, **cells: Any) -> Fact:
    return fact(cells.pop("source", "a"), number=number, body=type, **cells)


def tie(number: int, relation: str, value: int, **cells: Any) -> Fact:
    return act(number, relation, kind="tie", value=value, **cells)


def together(*facts: Fact) -> bool:
    return len(matters(*facts)) == 1


def test_what_has_no_day_is_of_one_matter_with_the_ties() -> None:
    assert together(tie(1, "opposes", -1), act(2, "ACCUSE"), act(3, "AID", agents=("belm",), objects=("arda",)))
    assert together(act(1, "ACCUSE"), act(2, "SANCTION"))
    assert not together(tie(1, "opposes", -1), act(2, "ACCUSE", objects=("corv",)))
    assert not together(tie(1, "opposes", -1), act(2, "ACCUSE", told=DAY + 4000, hint=DAY + 4000))


@pytest.mark.parametrize(
    "cells",
    [
        {"first": DAY, "last": DAY},
        {"mode": "expel"},
        {"place": "old bridge"},
        {"theme": "war", "term": "invasion"},
        {"objects": ()},
        {"body": "CONSULT"},
    ],
)
def test_an_affair_of_its_own_is_not(cells: dict[str, Any]) -> None:
    assert not together(tie(1, "opposes", -1), act(2, **{"type": cells.pop("body", "ASSAULT")} | cells))


def test_a_relation_of_its_own_is_not() -> None:
    assert not together(tie(1, "controls", 1), act(2, "COERCE"))


def test_arms_of_a_state_and_parts_of_a_region() -> None:
    assert together(tie(1, "opposes", -1), act(2, "ACCUSE", agents=("arda.ministry.defence",)))
    assert not together(tie(1, "opposes", -1), act(2, "ACCUSE", agents=("arda.people",)))
    whole = act(1, "ASSAULT", objects=("africa",))
    assert together(whole, act(2, "COERCE", objects=("west-africa",), mode="restrict"))
    assert not together(whole, act(2, "COERCE", objects=("europe",), mode="restrict"))


def test_regions() -> None:
    known = {row["id"] for table in ("places", "blocs") for row in _dictionary(table)}
    for region, told in regions().items():
        assert {region, *told.states} <= known
    assert stands_for("south-america") == "latin-america"
    assert stands_for("arda.military") == "arda"
    assert stands_for("arda.opposition") == "arda.opposition"
    assert regions_of_states()["african-countries"] == "africa"


def _dictionary(name: str) -> list[Any]:
    return package_table("dissensus.actors", f"dictionary/{name}.tsv", ("id",))


def test_a_wider_region_must_have_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [Row({"region": "here", "within": "there"}, "regions.tsv:1")]
    monkeypatch.setattr(standing, "package_table", lambda *_: rows)
    with pytest.raises(DictionaryError, match="'there' is no region"):
        regions.__wrapped__()


def test_who_tells_of_friends_and_who_of_foes() -> None:
    facts = [
        tie(1, "opposes", -1, source="a"),
        act(2, "ACCUSE", source="b"),
        act(3, "AID", source="c"),
        act(4, "AID", source="d"),
        tie(5, "distrusts", -1, source="d"),
    ]
    told = {one.source: one for one in positions_of(facts)}
    assert {source: one.stance for source, one in told.items()} == {
        "a": Stance.STATES,
        "b": Stance.STATES,
        "c": Stance.DIFFERS,
        "d": Stance.MIXED,
    }
    assert told["c"].differs == [Aspect.WHAT]
    assert titles_of(facts, NAMES)["en"] == "How Arda and Belmia stand to each other"


def test_titles() -> None:
    assert titles_of([act(1, "AID")], NAMES)["en"] == "Aid: Arda → Belmia"
    back = act(2, "AID", agents=("belm",), objects=("arda",))
    assert titles_of([act(1, "AID"), back], NAMES)["en"] == "How Arda and Belmia stand to each other"
    parts = [act(1, "ASSAULT", objects=("africa",)), act(2, "COERCE", objects=("west-africa",))]
    assert titles_of(parts, NAMES)["en"] == "How Africa and Arda stand to each other"
