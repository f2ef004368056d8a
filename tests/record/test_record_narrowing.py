"""Whichever way SQLite is led, the same statements are found, in the same order; and large lists are walked."""

from __future__ import annotations

from typing import Any

import pytest
from record_fakes import fake

from dissensus.model import Commitment, EventType, Kind, Relation, ReviewState
from dissensus.reading.metadata import Metadata
from dissensus.record import narrowing
from dissensus.record.filters import StatementFilter, select_statements
from dissensus.record.order import Order
from dissensus.record.record import Record

SENTENCES = """Arde supports Belma in {year}.

Corvo says Arde attacked Dunia in {year}.

Estro denies Arde attacked Dunia in {year}.

Estro alleges Arde opposes Belma.

Arde met Dunia.
"""

FILTERS: tuple[dict[str, Any], ...] = (
    {},
    {"kinds": (Kind.EVENT,)},
    {"kinds": (Kind.TIE, Kind.LABEL)},
    {"commitments": (Commitment.DENIED,)},
    {"event_types": (EventType.ASSAULT,)},
    {"relations": (Relation.SUPPORTS,)},
    {"sign": -1},
    {"review": ReviewState.UNREVIEWED},
    {"review": ReviewState.ACCEPTED},
    {"since": "2013"},
    {"until": "2013"},
    {"since": "2012", "until": "2013"},
    {"text": "attacked"},
    {"source": "two"},
    {"holder": "author"},
    {"holder": "Estro"},
    {"actor": "Belma"},
    {"pair": ("Arde", "Dunia")},
    {"actor": "Dunia", "kinds": (Kind.EVENT,), "commitments": (Commitment.DENIED,), "since": "2012"},
    {"min_confidence": 0.5, "source": "one"},
)


@pytest.fixture(scope="module")
def several(tmp_path_factory: pytest.TempPathFactory) -> Record:
    folder = tmp_path_factory.mktemp("several")
    record = Record(folder / "several.db", create=True)
    for number in range(6):
        path = folder / f"{number}.txt"
        path.write_text(SENTENCES.format(year=2011 + number))
        record.read(path, analyser=fake, defaults=Metadata(source="one" if number % 2 else "two", date="2017"))
    return record


@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize("wanted", FILTERS, ids=str)
def test_both_ways_lead_to_the_same(
    several: Record, wanted: dict[str, Any], order: Order, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = StatementFilter(**wanted, order=order)
    told = {}
    for way, most in (("walked", 0), ("looked up", 10**6)):
        monkeypatch.setattr(narrowing, "looked_up_at_most", lambda _, __, most=most: most)
        told[way] = [one.id for one in several.statements(asked)]
        pages, after = [], None
        while True:
            page = several.statements_page(asked, size=3, after=after)
            pages += [one.id for one in page.items]
            if (after := page.next) is None:
                break
        assert pages == told[way]
        assert several.count(asked) == len(pages)
    assert told["walked"] == told["looked up"]


@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize("wanted", [{}, {"kinds": (Kind.EVENT,)}, {"review": ReviewState.UNREVIEWED}], ids=str)
def test_where_many_pass_nothing_is_sorted_whole(
    several: Record, wanted: dict[str, Any], order: Order, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(narrowing, "looked_up_at_most", lambda _, __: 0)
    with several.reading() as connection:
        query = select_statements(connection, StatementFilter(**wanted, order=order, limit=2))
        text = str(query.compile(connection.engine, compile_kwargs={"literal_binds": True}))
        plan = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}")]
    assert not [step for step in plan if step == "USE TEMP B-TREE FOR ORDER BY"], plan


def test_counting_stops_where_it_takes_long(several: Record) -> None:
    both = StatementFilter(kinds=(Kind.EVENT,), min_confidence=0.0)
    whole = several.count(both)
    assert whole > 4
    assert several.count(both, most=4) == 4
    assert several.count(both, most=10**6) == whole
    assert several.count(StatementFilter(kinds=(Kind.EVENT,)), most=4) == whole
