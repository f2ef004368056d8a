"""Events in time and place, as a timeline shows them: how many in each month, and the surest of them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, and_, func, literal_column, or_, select

from dissensus.model import Kind
from dissensus.record import schema
from dissensus.record.filters import StatementFilter, criteria, in_order
from dissensus.record.in_one_row import column_in_one_row
from dissensus.record.narrowing import inside, leading_fields, looked_up_at_most, met, plain, reaching_in
from dissensus.record.order import Order
from dissensus.record.sorts import UNDATED, bounds, count_by_month, of_whole_months, within

statements = schema.statements

_MONTH: Final = 7
"""Characters of an ISO 8601 month."""

_IS_EVENT: Final = statements.c.event_type.is_not(None)
"""Leads to the indices of events."""

_HAS_PLACE: Final[ColumnElement[str]] = literal_column("'\"place\":{'")
"""Stands in the body of an event whose place is known; quotes within texts are escaped there."""

_NOWHERE: Final[ColumnElement[int]] = literal_column("0")

_IN_INDEX: Final = ("commitments", "event_types", "relations", "sign", "min_confidence", "review")
"""What a filter asks of columns; most of them stand in the index of events."""

_EVERYTHING: Final = StatementFilter()

_ACTORS: Final = (
    "(CASE json_array_length(s.body, '$.event.{0}') WHEN 0 THEN json('[]') WHEN 1 THEN json_array(json_object("
    "'id', json_extract(s.body, '$.event.{0}[0].id'), 'name', json_extract(s.body, '$.event.{0}[0].name'))) ELSE "
    "(SELECT json_group_array(json_object('id', json_extract(value, '$.id'), 'name', json_extract(value, '$.name'))) "
    "FROM json_each(s.body, '$.event.{0}')) END)"
)
"""Most events have one actor, and are told in half the time without a list of rows."""

_START, _END, _PLACE = "'$.event.date.start'", "'$.event.date.end'", "'$.event.place"
_TOLD: Final = (
    "SELECT group_concat(told) FROM (SELECT json_object('statement', s.id, 'document', d.id, 'type', s.event_type, "
    "'words', coalesce(json_extract(s.body, '$.explanation.words'), json('[]')), "
    f"'start', json_extract(s.body, {_START}), 'end', json_extract(s.body, {_END}), "
    "'precision', coalesce(json_extract(s.body, '$.event.date.precision'), 'unknown'), "
    f"'actors', {_ACTORS.format('actors')}, 'recipients', {_ACTORS.format('recipients')}, "
    f"'place', json_extract(s.body, {_PLACE}.name'), 'country', json_extract(s.body, {_PLACE}.country'), "
    f"'lat', json_extract(s.body, {_PLACE}.lat'), 'lon', json_extract(s.body, {_PLACE}.lon'), "
    "'score', json_extract(s.body, '$.event.score'), 'commitment', s.commitment, 'confidence', s.confidence, "
    "'holder', json_extract(s.body, '$.holder.name'), 'source', d.source, 'title', d.title, 'quote', s.quote) AS told "
    "FROM statements s JOIN documents d ON d.number = s.document "
    "WHERE s.number IN (SELECT value FROM json_each(?)) "
    f"ORDER BY coalesce(json_extract(s.body, {_START}), json_extract(s.body, {_END}), '~'), s.id)"
)
"""SQLite writes the JSON itself, all in one row, and lets others run meanwhile: in Python this is most of the time of a
timeline."""


@dataclass(frozen=True, slots=True)
class Events:
    """Events of a filter.

    Attributes:
        months: how many by month, `2019-11`, in order; those that last longer by their first.
        undated: how many have no date.
        told: a JSON list: the surest dated ones in order of date, then those of which only the place is known.
    """

    months: dict[str, int]
    undated: int
    told: str


class _Part(NamedTuple):
    """Dated events.

    Attributes:
        test: of an event, which an index leads to.
        plain: the same without an index; None where an index is always better.
        months: how many of them there are by month, where that is kept.
    """

    test: ColumnElement[bool]
    plain: ColumnElement[bool] | None
    months: dict[str, int] | None


def find_events(connection: Connection, wanted: StatementFilter, size: int) -> Events:
    """The events among the statements wanted, whatever kinds and order the filter asks for.

    Args:
        connection: to the record.
        wanted: which.
        size: dated events told at most, and as many of those without a date.

    Raises:
        NotFoundError: the record knows no such actor, source or document.
    """
    if wanted.kinds and Kind.EVENT not in wanted.kinds:
        return Events({}, 0, "[]")
    asked = replace(wanted, kinds=(), since=None, until=None)
    kept = count_by_month(connection, replace(asked, kinds=(Kind.EVENT,)), *bounds(wanted))
    in_index = replace(_EVERYTHING, **{name: getattr(asked, name) for name in _IN_INDEX})
    tests = [criterion.test for criterion in criteria(connection, in_index)]
    elsewhere = criteria(connection, replace(asked, **{name: getattr(_EVERYTHING, name) for name in _IN_INDEX}))
    others = [met(connection, elsewhere, None)] if elsewhere else []
    dated = _dated(wanted, tests, others, kept)
    months: Counter[str] = Counter()
    numbers: list[int] = []
    for part in dated:
        counted = part.months
        if counted is None:
            counted = {row[0]: row[1] for row in connection.execute(_by_month(part.test))}
        months.update(counted)
        if size:
            numbers += _surest(connection, part, size, sum(counted.values()))
    if len(numbers) > size:
        among = select(statements.c.number).where(statements.c.number.in_(numbers))
        numbers = column_in_one_row(connection, among.order_by(*in_order(Order.CONFIDENCE)).limit(size))
    undated = 0
    if not (wanted.since or wanted.until):
        undated = kept.get(UNDATED, 0) if kept is not None else _undated(connection, tests, others)
        numbers += _placed(connection, [*tests, *others], size) if size else []
    told = connection.exec_driver_sql(_TOLD, (json.dumps(numbers),)).scalar() if numbers else None
    return Events(dict(sorted(months.items())), undated, f"[{told or ''}]")


def _dated(
    wanted: StatementFilter,
    tests: Sequence[ColumnElement[bool]],
    others: Sequence[ColumnElement[bool]],
    kept: dict[str, int] | None,
) -> list[_Part]:
    """The dated events, in parts of which no event is in two.

    Args:
        wanted: the filter.
        tests: what it asks of columns that stand in the index of events.
        others: what else it asks.
        kept: how many events there are by month, where that is kept.
    """
    asked, bare = and_(_IS_EVENT, *tests, *others), and_(plain(statements.c.event_type).is_not(None), *tests)
    if not (wanted.since or wanted.until):
        if wanted.event_types and not others:
            asked = and_(asked, leading_fields({"event_type": [type.value for type in wanted.event_types]}))
        months = None if kept is None else within(kept, None, None)
        test, untested = schema.FIRST_DAY < schema.NEVER, plain(schema.FIRST_DAY) < schema.NEVER
        return [_Part(and_(asked, test), None if others else and_(bare, untested), months)]
    first, last = bounds(wanted)
    months = within(kept, first, last) if kept is not None and of_whole_months(first, last) else None
    inner = and_(bare, inside(first, last, plain(schema.FIRST_DAY)))
    return [
        _Part(and_(asked, inside(first, last)), None if others else inner, months),
        _Part(and_(asked, reaching_in(first, last)), None, None),
    ]


def _by_month(test: ColumnElement[bool]) -> Select[Any]:
    month = func.substr(schema.FIRST_DAY, 1, _MONTH)
    return select(month, func.count()).select_from(statements).where(test).group_by(month)


def _surest(connection: Connection, part: _Part, size: int, count: int) -> list[int]:
    """The numbers of the surest events of one part, of which there are `count`."""
    number = select(statements.c.number)
    if part.plain is not None and count > looked_up_at_most(connection, size):
        walk = number.where(part.plain).order_by(*in_order(Order.CONFIDENCE)).limit(size)
        return column_in_one_row(connection, walk)
    test = part.test
    if count > size:
        # The last of them first, which takes the index alone: few others have to be looked up then.
        confidence, document = plain(statements.c.confidence), plain(statements.c.document)
        ordered = select(confidence.label("confidence"), document.label("document")).where(test)
        last = connection.execute(ordered.order_by(confidence.desc(), document).limit(1).offset(size - 1)).one()
        equal = and_(confidence == last.confidence, document <= last.document)
        test = and_(test, or_(confidence > last.confidence, equal))
    chosen = number.where(statements.c.number.in_(number.where(test)))
    return column_in_one_row(connection, chosen.order_by(*in_order(Order.CONFIDENCE)).limit(size))


def _undated(
    connection: Connection, tests: Sequence[ColumnElement[bool]], others: Sequence[ColumnElement[bool]]
) -> int:
    """How many events have no date."""
    found = and_(_IS_EVENT, schema.FIRST_DAY == schema.NEVER, *tests, *others)
    count: int = connection.execute(select(func.count()).select_from(statements).where(found)).scalar_one()
    return count


def _placed(connection: Connection, tests: Sequence[ColumnElement[bool]], size: int) -> list[int]:
    """Numbers of the surest events of which only the place is known."""
    has_place = func.instr(statements.c.body, _HAS_PLACE) > _NOWHERE
    undated = and_(statements.c.date_start.is_(None), statements.c.date_end.is_(None))
    query = select(statements.c.number).where(_IS_EVENT, undated, has_place, *tests)
    return column_in_one_row(connection, query.order_by(*in_order(Order.CONFIDENCE)).limit(size))
