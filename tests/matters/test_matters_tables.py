"""Every line of the plain files of the matters room."""

from __future__ import annotations

import re

import pytest

from dissensus.matters.themes import terms
from dissensus.model import EventType, Kind, Relation
from dissensus.tables import Row, package_table

KNOWN = {
    "theme": {term.theme for term in terms()},
    "term": {term.term for term in terms()},
    "type": {type.value for type in EventType},
    "relation": {relation.value for relation in Relation},
    "kind": {kind.value for kind in Kind},
}
PLACES = {"who", "whom", "parties", "direction", "country", "what", "words"}
GRAVITY = package_table("dissensus.matters", "gravity.tsv", ("of", "name", "gravity"))
TITLES = package_table("dissensus.matters", "titles.tsv", ("of", "name", "title", "title_es"))


@pytest.mark.parametrize("row", GRAVITY, ids=lambda row: row.where)
def test_gravities(row: Row) -> None:
    assert row["name"] in KNOWN[row["of"]]
    assert 0 < float(row["gravity"]) <= 3


@pytest.mark.parametrize("row", TITLES, ids=lambda row: row.where)
def test_titles(row: Row) -> None:
    assert row["of"] == "mode" or row["name"] in KNOWN[row["of"]]
    places = re.findall(r"\{(\w*)\}", row["title"])
    assert places
    assert set(places) <= PLACES
    assert re.findall(r"\{(\w*)\}", row["title_es"]) == places


def test_no_line_comes_twice_and_none_is_missing() -> None:
    for table in (GRAVITY, TITLES):
        names = [(row["of"], row["name"]) for row in table]
        assert len(names) == len(set(names))
    titled = {(row["of"], row["name"]) for row in TITLES}
    assert {("type", type.value) for type in EventType} <= titled
    assert {("theme", term.theme) for term in terms()} <= titled
    weighed = {(row["of"], row["name"]) for row in GRAVITY}
    assert {("theme", term.theme) for term in terms()} <= weighed
    assert {("kind", kind) for kind in ("tie", "figure", "label")} <= weighed
