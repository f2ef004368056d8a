"""Where places lie."""

from __future__ import annotations

import math

import pytest

from dissensus.finding.coordinates import coordinates
from dissensus.model import Actor, ActorType
from dissensus.tables import package_table

STATES = {row["iso3"]: row for row in package_table("dissensus.actors", "dictionary/states.tsv", ("iso3", "capital"))}
CAPITALS = package_table("dissensus.actors", "dictionary/capitals.tsv", ("country", "name", "lat", "lon"))
_FAR = {"KIR"}
"""States on both sides of the 180th degree."""
_DISPUTED = {"Jerusalem"}
"""Places that the dictionary gives to no state; they lie where their own line says."""


def place(name: str, country: str | None) -> Actor:
    return Actor(id="found:town", name=name, type=ActorType.PLACE, country=country)


def test_the_capital_of_every_state_lies_somewhere() -> None:
    lacking = [
        row["capital"]
        for row in STATES.values()
        if row["sovereign"] != "former" and row["iso3"] and row["capital"] and row["capital"] not in _DISPUTED
        if coordinates(place(row["capital"], row["iso3"])) is None
    ]
    assert lacking == []


def test_capitals_lie_in_their_states() -> None:
    for row in CAPITALS:
        state = STATES[row["country"]]
        assert row["name"] == state["capital"]
        lat, lon = float(row["lat"]), float(row["lon"])
        north, east = lat - float(state["lat"]), (lon - float(state["lon"])) * math.cos(math.radians(lat))
        assert row["country"] in _FAR or math.hypot(north, east) < 9, row["name"]


@pytest.mark.parametrize(("name", "country"), [("Nairobi", "PER"), ("Lusaka", None), ("Lusaka", "ZWE")])
def test_a_name_alone_is_no_place(name: str, country: str | None) -> None:
    assert coordinates(place(name, country)) is None


def test_a_capital_is_found_by_name_and_country() -> None:
    found = coordinates(place("Lusaka", "ZMB"))
    assert found is not None
    assert (round(found.lat), round(found.lon)) == (-15, 28)
