"""Events in time and place, as a timeline shows them: how many in each month, and the surest of them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, false, func, literal_column, or_, select

from dissensus.model import Kind
from dissensus.record import schema
from dissensus.record.filters import StatementFilter, criteria, in_order
from dissensus.record.narrowing import inside, leading_fields, met, plain, reaching_in
from dissensus.record.order import Order
from dissensus.record.words import first_day, last_day

statements = schema.statements

_MONTH: Final = 7
"""Characters of an ISO 8601 month."""

_IS_EVENT: Final = statements.c.event_type.is_not(None)
"""Leads to the indices of events."""

_NEVER_MET: Final = false()

_HAS_PLACE: Final[ColumnElement[str]] = literal_column("'\"place\":{'")
"""Stands in the body of an event whose place is known; quotes within texts are escaped there."""

_NOWHERE: Final[ColumnElement[int]] = literal_column("0")

_IN_INDEX: Final = ("commitments", "event_types", "relations", "sign", "min_confidence", "review")
"""What a filter asks of columns; most of them stand in the index of events."""

_EVERYTHING: Final = StatementFilter()

_DATED: Final = and_(_IS_EVENT, schema.FIRST_DAY < schema.NEVER)
_UNDATED: Final = and_(_IS_EVENT, schema.FIRST_DAY == schema.NEVER)

_ACTORS: Final = (
    "(SELECT json_group_array(json_object('id', json_extract(value, '$.id'), 'name', json_extract(value, '$.name'))) "
    "FROM json_each(s.body, '$.event.{}'))"
)
_START, _END, _PLACE = "'$.event.date.start'", "'$.event.date.end'", "'$.event.place"
_TOLD: Final = (
    "SELECT json_object('statement', s.id, 'document', d.id, 'type', s.event_type, "
    "'words', coalesce(json_extract(s.body, '$.explanation.words'), json('[]')), "
    f"'start', json_extract(s.body, {_START}), 'end', json_extract(s.body, {_END}), "
    "'precision', coalesce(json_extract(s.body, '$.event.date.precision'), 'unknown'), "
    f"'actors', {_ACTORS.format('actors')}, 'recipients', {_ACTORS.format('recipients')}, "
    f"'place', json_extract(s.body, {_PLACE}.name'), 'country', json_extract(s.body, {_PLACE}.country'), "
    f"'lat', json_extract(s.body, {_PLACE}.lat'), 'lon', json_extract(s.body, {_PLACE}.lon'), "
    "'score', json_extract(s.body, '$.event.score'), 'commitment', s.commitment, 'confidence', s.confidence, "
    "'holder', json_extract(s.body, '$.holder.name'), 'source', d.source, 'title', d.title, 'quote', s.quote) "
    "FROM statements s JOIN documents d ON d.number = s.document "
    "WHERE s.number IN (SELECT value FROM json_each(?)) "
    f"ORDER BY coalesce(json_extract(s.body, {_START}), json_extract(s.body, {_END}), '~'), s.id"
)
"""SQLite writes the JSON itself, and lets others run meanwhile: in Python this is most of the time of a timeline."""


@dataclass(frozen=True, slots=True)
class Events:
    """Events of a filter.

    Attributes:
        months: how many by month, `2019-11`, in order; those that last longer by their first.
        undated: how many have no date.
        told: the surest dated ones in order of date, and after them those of which only the place is known; as JSON.
    """

    months: dict[str, int]
    undated: int
    told: Sequence[str]


def find_events(connection: Connection, wanted: StatementFilter, size: int) -> Events:
    """The events among the statements wanted, whatever kinds and order the filter asks for.

    Args:
        connection: to the record.
        wanted: which.
        size: dated events told at most, and as many of those without a date.

    Raises:
        NotFoundError: the record knows no such actor, source or document.
    """
    dated, undated = _parts(connection, wanted)
    months: dict[str, int] = {}
    for part in dated:
        for month, count in connection.execute(_by_month(part)):
            months[month] = months.get(month, 0) + count
    without = connection.execute(select(func.count()).select_from(statements).where(undated)).scalar_one()
    told: Sequence[str] = ()
    if size:
        surest = sorted((row for part in dated for row in _surest(connection, part, size)), key=lambda row: row[:5])
        numbers = [row.number for row in surest[:size]] + list(_placed(connection, undated, size))
        told = connection.exec_driver_sql(_TOLD, (json.dumps(numbers),)).scalars().all()
    return Events(dict(sorted(months.items())), without, told)


def _parts(connection: Connection, wanted: StatementFilter) -> tuple[list[ColumnElement[bool]], ColumnElement[bool]]:
    """Conditions of the dated events, of which no event meets two, and that of those without a date."""
    if wanted.kinds and Kind.EVENT not in wanted.kinds:
        return [], _NEVER_MET
    asked = replace(wanted, kinds=(), since=None, until=None)
    in_index = replace(_EVERYTHING, **{name: getattr(asked, name) for name in _IN_INDEX})
    elsewhere = replace(asked, **{name: getattr(_EVERYTHING, name) for name in _IN_INDEX})
    tests = [criterion.test for criterion in criteria(connection, in_index)]
    if others := criteria(connection, elsewhere):
        tests.append(met(connection, others, None))
    elif wanted.event_types and not (wanted.since or wanted.until):
        tests.append(leading_fields({"event_type": [type.value for type in wanted.event_types]}))
    if not (wanted.since or wanted.until):
        return [and_(_DATED, *tests)], and_(_UNDATED, *tests)
    first = first_day(wanted.since) if wanted.since else None
    last = last_day(wanted.until) if wanted.until else None
    return [and_(_IS_EVENT, part, *tests) for part in (inside(first, last), reaching_in(first, last))], _NEVER_MET


def _by_month(part: ColumnElement[bool]) -> Select[Any]:
    month = func.substr(schema.FIRST_DAY, 1, _MONTH)
    return select(month, func.count()).select_from(statements).where(part).group_by(month)


def _surest(connection: Connection, part: ColumnElement[bool], size: int) -> list[Row[Any]]:
    """The surest events of one part, as the values they are sorted by and their numbers."""
    confidence, document = statements.c.confidence, statements.c.document
    # The last of them first, which takes the index alone: few others have to be looked up then.
    ordered = select(confidence, document).where(part).order_by(plain(confidence).desc(), plain(document))
    last = connection.execute(ordered.limit(1).offset(size - 1)).first()
    if last is not None:
        equal = and_(plain(confidence) == last.confidence, plain(document) <= last.document)
        part = and_(part, or_(plain(confidence) > last.confidence, equal))
    chosen = select(statements.c.number).where(part)
    falling = -confidence
    query = select(falling, document, statements.c.start, statements.c.end, statements.c.id, statements.c.number)
    rows: list[Row[Any]] = [*connection.execute(query.where(statements.c.number.in_(chosen)))]
    return sorted(rows, key=lambda row: row[:5])[:size]


def _placed(connection: Connection, undated: ColumnElement[bool], size: int) -> Sequence[int]:
    """Numbers of the surest events of which only the place is known."""
    has_place = func.instr(statements.c.body, _HAS_PLACE) > _NOWHERE
    query = select(statements.c.number).where(undated, has_place).order_by(*in_order(Order.CONFIDENCE)).limit(size)
    return connection.execute(query).scalars().all()
