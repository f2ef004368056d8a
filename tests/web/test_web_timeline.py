"""Events in time and place, as the API tells them."""

from __future__ import annotations

import csv
import json
from importlib.resources import files
from pathlib import Path

import pytest

from dissensus.model import Commitment
from tests.web.asking import Client

COUNTRIES = Path(__file__).parents[2] / "frontend" / "src" / "words" / "countries.json"


def test_dated_events_come_in_order_and_months_count_them_all(client: Client) -> None:
    told = client.json("timeline", params={"size": 5000})
    dated = [event for event in told["events"] if event["start"] or event["end"]]
    assert len(dated) == told["dated"] == sum(told["months"].values()) > 0
    days = [event["start"] or event["end"] for event in dated]
    assert days == sorted(days)
    assert told["dated"] + told["undated"] == client.json("statements/count", params={"kind": "event"})["matching"]


def test_events_without_a_date_are_told_last_where_their_place_is_known(client: Client) -> None:
    events = client.json("timeline")["events"]
    without = [event for event in events if not (event["start"] or event["end"])]
    assert without
    assert events[-len(without) :] == without
    assert all(event["place"] for event in without)


def test_towns_lie_somewhere_and_countries_have_their_code(client: Client) -> None:
    places = {event["place"]: event for event in client.json("timeline")["events"] if event["place"]}
    assert (places["Mexico City"]["lat"], places["Mexico City"]["lon"]) == (19.43, -99.13)
    assert places["Bolivia"]["country"] == "BOL"
    assert places["Bolivia"]["lat"] is None


def test_the_surest_are_kept(client: Client) -> None:
    dated = [event for event in client.json("timeline")["events"] if event["start"]]
    surest = sorted((event["confidence"] for event in dated), reverse=True)[:3]
    few = client.json("timeline", params={"size": 3})
    assert sorted((e["confidence"] for e in few["events"] if e["start"]), reverse=True) == surest
    assert few["dated"] == len(dated)


@pytest.mark.parametrize(
    ("asked", "holds"),
    [
        ({"commitment": "denied"}, lambda event: event["commitment"] == Commitment.DENIED),
        ({"type": "PROTEST"}, lambda event: event["type"] == "PROTEST"),
        ({"min_confidence": "0.7"}, lambda event: event["confidence"] >= 0.7),
        ({"since": "2019-11"}, lambda event: (event["end"] or "9999") >= "2019-11-01"),
    ],
)
def test_filters(client: Client, asked: dict[str, str], holds: object) -> None:
    assert callable(holds)
    everything = client.json("timeline")["events"]
    kept = client.json("timeline", params=asked)["events"]
    assert all(holds(event) for event in kept)
    if "since" not in asked:
        assert len(kept) == sum(bool(holds(event)) for event in everything)


def test_the_page_knows_all_states_where_the_dictionary_has_them() -> None:
    known = json.loads(COUNTRIES.read_text(encoding="utf-8"))
    text = files("dissensus.actors").joinpath("dictionary/states.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader((line for line in text.splitlines() if not line.startswith("#")), delimiter="\t")
    states = {row["iso3"]: row for row in rows if row["iso3"] and row["iso2"] and row["lat"]}
    assert known.keys() == states.keys()
    for code, (iso2, _, lat, lon) in known.items():
        assert (iso2, lat, lon) == (states[code]["iso2"], float(states[code]["lat"]), float(states[code]["lon"]))
