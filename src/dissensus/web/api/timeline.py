"""Events in time and place."""

from __future__ import annotations

import json
from typing import Annotated

from fastapi import APIRouter, Query, Response

from dissensus.model import Commitment, DatePrecision, EventType
from dissensus.record.events import find_events
from dissensus.web.api.common import ApiType, TheFilter, TheRecord

router = APIRouter(prefix="/timeline", tags=["timeline"])


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
    size: Annotated[int, Query(ge=0, le=5000, description="Events with a date; as many again without one.")] = 1000,
) -> Response:
    """Events in order of date, then those of which only the place is known. Where there are too many, the surest."""
    with record.reading() as connection:
        found = find_events(connection, wanted, size)
    counts = {"months": found.months, "dated": sum(found.months.values()), "undated": found.undated}
    told = f'{{"events":{found.told},{json.dumps(counts)[1:]}'
    return Response(told.encode(), media_type="application/json")
