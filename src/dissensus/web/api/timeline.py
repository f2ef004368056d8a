"""Events in time and place."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Query, Response
from sqlalchemy import func, select

from dissensus.model import Commitment, DatePrecision, EventType, Kind
from dissensus.record import schema
from dissensus.record.filters import StatementFilter, condition, in_order, select_bodies
from dissensus.record.order import Order
from dissensus.record.record import Record
from dissensus.web.api.common import ApiType, TheCache, TheFilter, TheRecord

router = APIRouter(prefix="/timeline", tags=["timeline"])

_MONTH = 7
"""Characters of an ISO 8601 month."""

_NEVER = "~"
"""Comes after all dates."""

_HAS_PLACE = '"place":{'
"""Stands in the body of an event whose place is known; quotes within texts are escaped there."""


class Named(ApiType):
    """An actor of an event."""

    id: str
    name: str


class Placed(ApiType):
    """An event in time and place."""

    statement: str
    """Its id."""
    document: str
    type: EventType
    words: list[str]
    """Of the text, that tell what happens."""
    start: str | None
    end: str | None
    precision: DatePrecision
    actors: list[Named]
    recipients: list[Named]
    place: str | None
    country: str | None
    lat: float | None
    lon: float | None
    score: float | None
    commitment: Commitment
    confidence: float
    holder: str
    source: str | None
    title: str | None
    """Of the document."""
    quote: str


class Timeline(ApiType):
    """Events of a known date or place."""

    events: list[Placed]
    """In order of date; those without one last."""
    months: dict[str, int]
    """Events by month, `2019-11`; of those that last longer, by their first."""
    dated: int
    undated: int


@router.get("", response_model=Timeline)
def get_timeline(
    record: TheRecord,
    wanted: TheFilter,
    cache: TheCache,
    size: Annotated[int, Query(ge=0, le=5000, description="Events with a date; as many again without one.")] = 1000,
) -> Response:
    """Events in order of date, then those of which only the place is known. Where there are too many, the surest."""
    asked = replace(wanted, kinds=(Kind.EVENT,))
    told = cache.get(("timeline", asked, size), lambda: _timeline(record, asked, size).model_dump_json().encode())
    return Response(told, media_type="application/json")


def _timeline(record: Record, asked: StatementFilter, size: int) -> Timeline:
    statements = schema.statements
    with record.reading() as connection:
        where = condition(connection, asked)
        dated = statements.c.date_start.is_not(None) | statements.c.date_end.is_not(None)
        month = func.substr(func.coalesce(statements.c.date_start, statements.c.date_end), 1, _MONTH)
        counts = connection.execute(
            select(month, func.count()).where(where, dated).group_by(month).order_by(month)
        ).all()
        in_all = connection.execute(select(func.count()).select_from(statements).where(where)).scalar_one()
        surest = select_bodies().where(condition(connection, asked, size)).order_by(*in_order(Order.CONFIDENCE))
        surest = surest.limit(size)
        rows = [
            *connection.execute(surest.where(dated)),
            *connection.execute(surest.where(schema.FIRST_DAY == schema.NEVER, statements.c.body.contains(_HAS_PLACE))),
        ]
    months = Counter({row[0]: row[1] for row in counts})
    events = [_placed(row.document_id, row.document_source, row.document_title, json.loads(row.body)) for row in rows]
    events.sort(key=lambda event: (event.start or event.end or _NEVER, event.statement))
    return Timeline(events=events, months=dict(months), dated=months.total(), undated=in_all - months.total())


def _placed(document: str, source: str | None, title: str | None, body: dict[str, object]) -> Placed:
    event = body["event"]
    holder = body["holder"]
    explanation = body["explanation"]
    evidence = body["evidence"]
    assert isinstance(event, dict)
    assert isinstance(holder, dict)
    assert isinstance(explanation, dict)
    assert isinstance(evidence, dict)
    date, place = event.get("date", {}), event.get("place") or {}
    return Placed(
        statement=str(body["id"]),
        document=document,
        type=event["type"],
        words=explanation.get("words", []),
        start=date.get("start"),
        end=date.get("end"),
        precision=date.get("precision", DatePrecision.UNKNOWN),
        actors=[Named(id=actor["id"], name=actor["name"]) for actor in event.get("actors", ())],
        recipients=[Named(id=actor["id"], name=actor["name"]) for actor in event.get("recipients", ())],
        place=place.get("name"),
        country=place.get("country"),
        lat=place.get("lat"),
        lon=place.get("lon"),
        score=event.get("score"),
        commitment=Commitment(str(body["commitment"])),
        confidence=float(str(body["confidence"])),
        holder=holder["name"],
        source=source,
        title=title,
        quote=evidence["quote"],
    )
