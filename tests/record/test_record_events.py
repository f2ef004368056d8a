"""A timeline finds the same events as reading every statement does."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
from record_fakes import fake

from dissensus.model import Commitment, EventType, Kind, ReviewState, Statement
from dissensus.reading.metadata import Metadata
from dissensus.record import events
from dissensus.record.events import find_events
from dissensus.record.filters import StatementFilter
from dissensus.record.record import Record

SENTENCES = """Corvo says Arde attacked Dunia in {year}.

Estro denies Arde attacked Dunia in {year}.

Arde supports Belma in {year}.

Arde met Dunia.
"""

FILTERS: tuple[dict[str, Any], ...] = (
    {},
    {"kinds": (Kind.EVENT, Kind.TIE)},
    {"kinds": (Kind.TIE,)},
    {"commitments": (Commitment.DENIED,)},
    {"event_types": (EventType.ASSAULT,)},
    {"event_types": (EventType.CONSULT,), "since": "2012"},
    {"review": ReviewState.UNREVIEWED},
    {"since": "2013"},
    {"until": "2013-06"},
    {"since": "2012-06", "until": "2012-07"},
    {"text": "attacked", "until": "2013"},
    {"source": "two"},
    {"holder": "Estro", "since": "2012-02"},
    {"actor": "Dunia", "event_types": (EventType.ASSAULT,)},
    {"min_confidence": 0.5},
)


@pytest.fixture
def told(tmp_path: Any) -> Record:
    """Four years from two sources; what is told of a year lasts as long."""
    opened = Record(tmp_path / "record.db", create=True)
    for source in ("one", "two"):
        folder = tmp_path / source
        folder.mkdir()
        for year in range(2011, 2015):
            (folder / f"{year}.txt").write_text(SENTENCES.format(year=year) + source, encoding="utf-8")
        opened.read(folder, analyser=fake, defaults=Metadata(source=source, date="2015-01-01"))
    return opened


@pytest.mark.parametrize("walked", [False, True])
@pytest.mark.parametrize("size", [1, 3, 1000])
@pytest.mark.parametrize("asked", FILTERS)
def test_events_are_those_found_by_reading_all(
    told: Record, asked: dict[str, Any], size: int, walked: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(events, "looked_up_at_most", lambda *_: 0 if walked else 10**6)
    wanted = StatementFilter(**asked)
    every = [one for one in told.statements(replace(wanted, kinds=())) if one.event]
    if wanted.kinds and Kind.EVENT not in wanted.kinds:
        every = []
    dated = [one for one in every if _day(one)]
    with told.reading() as connection:
        found = find_events(connection, wanted, size)
    assert found.months == dict(sorted(Counter(_day(one)[:7] for one in dated).items()))
    assert found.undated == len(every) - len(dated)
    places = {one.id: number for number, one in enumerate(told.statements())}
    surest = sorted(dated, key=lambda one: (-one.confidence, places[one.id]))[:size]
    expected = sorted(surest, key=lambda one: (_told(one), one.id))
    assert [event["statement"] for event in json.loads(found.told)] == [one.id for one in expected]


def test_an_event_is_told_as_the_statement_has_it(told: Record) -> None:
    with told.reading() as connection:
        found = json.loads(find_events(connection, StatementFilter(), 1000).told)
    assert found
    for event in found:
        one = told.statement(event["statement"])
        assert one.event
        assert event["confidence"] == pytest.approx(one.confidence)
        assert (event["type"], event["quote"], event["holder"]) == (one.event.type, one.evidence.quote, one.holder.name)
        assert (event["start"], event["end"]) == (one.event.date.start, one.event.date.end)
        assert event["precision"] == one.event.date.precision
        assert event["actors"] == [{"id": actor.id, "name": actor.name} for actor in one.event.actors]
        assert event["recipients"] == [{"id": actor.id, "name": actor.name} for actor in one.event.recipients]
        assert (event["source"], event["document"]) == (one.document.source, one.document.id)
        assert event["words"] == list(one.explanation.words)


def _told(statement: Statement) -> str:
    assert statement.event
    return statement.event.date.start or statement.event.date.end or ""


def _day(statement: Statement) -> str:
    day = _told(statement)
    return day if len(day) in (0, 10) else f"{day}-01" if len(day) == 7 else f"{day}-01-01"
