"""Events in time and place."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Query
from sqlalchemy import func, select

from dissensus.model import Commitment, DatePrecision, EventType, Kind
from dissensus.record import schema
from dissensus.record.filters import condition, select_bodies
from dissensus.web.api.common import ApiType, TheFilter, TheRecord

router = APIRouter(prefix="/timeline", tags=["timeline"])

_MONTH = 7
"""Characters of an ISO 8601 month."""


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
    holder: str
    source: str | None
    quote: str


class Timeline(ApiType):
    """Dated events, in order of date, and how many there are in each month."""

    events: list[Placed]
    months: dict[str, int]
    """Events by month, `2019-11`; of those that last longer, by their first."""
    dated: int
    undated: int


@router.get("")
def get_timeline(
    record: TheRecord, wanted: TheFilter, size: Annotated[int, Query(ge=0, le=5000, description="Events.")] = 1000
) -> Timeline:
    """Events in order of date. Where there are more than asked for, the surest are kept."""
    statements = schema.statements
    asked = replace(wanted, kinds=(Kind.EVENT,))
    with record.reading() as connection:
        where = condition(connection, asked)
        dated = statements.c.date_start.is_not(None) | statements.c.date_end.is_not(None)
        joined = statements.join(schema.documents, statements.c.document == schema.documents.c.number)
        month = func.substr(func.coalesce(statements.c.date_start, statements.c.date_end), 1, _MONTH)
        counts = connection.execute(
            select(month, func.count()).select_from(joined).where(where, dated).group_by(month).order_by(month)
        ).all()
        in_all = connection.execute(select(func.count()).select_from(joined).where(where)).scalar_one()
        rows = connection.execute(
            select_bodies().where(where, dated).order_by(statements.c.confidence.desc(), statements.c.id).limit(size)
        ).all()
    months = Counter({row[0]: row[1] for row in counts})
    events = [_placed(row.document_id, row.document_source, json.loads(row.body)) for row in rows]
    events.sort(key=lambda event: (event.start or event.end or "", event.statement))
    return Timeline(events=events, months=dict(months), dated=months.total(), undated=in_all - months.total())


def _placed(document: str, source: str | None, body: dict[str, object]) -> Placed:
    event = body["event"]
    holder = body["holder"]
    evidence = body["evidence"]
    assert isinstance(event, dict)
    assert isinstance(holder, dict)
    assert isinstance(evidence, dict)
    date, place = event.get("date", {}), event.get("place") or {}
    return Placed(
        statement=str(body["id"]),
        document=document,
        type=event["type"],
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
        holder=holder["name"],
        source=source,
        quote=evidence["quote"],
    )
