"""How many statements there are of a sort, as SQLite keeps count of them (`statement_counts`)."""

from __future__ import annotations

import datetime
from dataclasses import replace

from sqlalchemy import ColumnElement, Connection, and_, func, select

from dissensus.model import Kind
from dissensus.record import schema
from dissensus.record.filters import StatementFilter, criteria
from dissensus.record.narrowing import reaching_in_from
from dissensus.record.order import Order
from dissensus.record.words import first_day, last_day

counts, statements = schema.statement_counts, schema.statements

UNDATED = "~"
"""The month of statements that give no date."""


def count_by_month(
    connection: Connection, wanted: StatementFilter, first: str | None = None, last: str | None = None
) -> dict[str, int] | None:
    """How many of the statements wanted begin in each month, `2019-11`, or in none, `UNDATED`; in order.

    Its dates and limits aside, the filter may ask for kinds, types, relations, commitments and reviews; None where it
    asks for more.

    Args:
        connection: to the record.
        wanted: the filter.
        first: only from the month of this day on.
        last: only to the month of this day.
    """
    tests = _tests(wanted)
    if tests is None:
        return None
    if first or last:
        tests = and_(tests, counts.c.month.between((first or "")[:7], (last or "9999-12")[:7]))
    query = select(counts.c.month, func.sum(counts.c.statements)).where(tests).group_by(counts.c.month)
    return {row[0]: row[1] for row in connection.execute(query.order_by(counts.c.month))}


def count_by_sort(connection: Connection, wanted: StatementFilter) -> int | None:
    """How many statements are wanted; None where their sorts do not tell."""
    first, last = bounds(wanted)
    months = count_by_month(connection, wanted, first, last)
    if months is None or not (first or last):
        return None if months is None else sum(months.values())
    if not of_whole_months(first, last):
        return None
    others = [criterion.test for criterion in criteria(connection, replace(wanted, since=None, until=None))]
    count = sum(within(months, first, last).values())
    for lasting in reaching_in_from(first, last):
        longer = select(func.count()).select_from(statements).where(lasting, *others)
        count += connection.execute(longer).scalar_one()
    return count


def bounds(wanted: StatementFilter) -> tuple[str | None, str | None]:
    """The first and the last day that a filter asks for."""
    return first_day(wanted.since) if wanted.since else None, last_day(wanted.until) if wanted.until else None


def of_whole_months(first: str | None, last: str | None) -> bool:
    """Whether a stretch of days, or what is before or after a day, begins and ends with a month."""
    after = datetime.date.fromisoformat(last) + datetime.timedelta(days=1) if last and last < "9999-12-31" else None
    return (first is None or first.endswith("-01")) and (after is None or after.day == 1)


def within(months: dict[str, int], first: str | None, last: str | None) -> dict[str, int]:
    """Those counts by month that lie in a stretch of whole months."""
    return {
        month: count
        for month, count in months.items()
        if month != UNDATED and (first is None or month >= first[:7]) and (last is None or month <= last[:7])
    }


def _tests(wanted: StatementFilter) -> ColumnElement[bool] | None:
    told = StatementFilter(
        kinds=wanted.kinds,
        commitments=wanted.commitments,
        event_types=wanted.event_types,
        relations=wanted.relations,
        review=wanted.review,
    )
    if told != replace(wanted, since=None, until=None, limit=None, offset=0, order=Order.READING):
        return None
    tests: list[ColumnElement[bool]] = [
        column.in_([value.value for value in values])
        for column, values in (
            (counts.c.kind, wanted.kinds),
            (counts.c.commitment, wanted.commitments),
            (counts.c.review, (wanted.review,) if wanted.review else ()),
        )
        if values
    ]
    for kind, values in ((Kind.EVENT, wanted.event_types), (Kind.TIE, wanted.relations)):
        if values:
            tests += [counts.c.kind == kind.value, counts.c.told.in_([value.value for value in values])]
    return and_(True, *tests)
