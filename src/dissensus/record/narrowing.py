"""How SQLite is led to the statements wanted.

Two ways lead there: to walk through all statements in the order wanted and test each, which is quick where many pass,
and to look up all that pass one test in an index and sort these, which is quick where few do. SQLite knows too little
of the values to choose well, so we count first, as far as it matters, and leave it one way only.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, and_, func, literal_column, select
from sqlalchemy.sql.expression import UnaryExpression
from sqlalchemy.sql.operators import custom_op

from dissensus.model import Commitment, Kind
from dissensus.record import schema

statements = schema.statements

_FEW: Final = 0.02
"""Of all statements may be looked up where all that pass are wanted."""


@dataclass(frozen=True, slots=True)
class Criterion:
    """Something that is asked of a statement.

    Attributes:
        test: that a statement passes, written so that no index is used.
        numbers: the numbers of all statements that pass, each once, found in an index; None where there is none.
    """

    test: ColumnElement[bool]
    numbers: Select[Any] | None = None


def met(connection: Connection, criteria: Sequence[Criterion], rows: int | None) -> ColumnElement[bool]:
    """That a statement passes all the tests.

    Args:
        connection: to the record.
        criteria: the tests.
        rows: about how many statements are going to be taken; None for all.
    """
    most = looked_up_at_most(connection, rows)
    lead, few = None, most
    for criterion in criteria:
        if criterion.numbers is not None:
            looked_up = criterion.numbers.limit(few).subquery()
            count = connection.execute(select(func.count()).select_from(looked_up)).scalar_one()
            if count < few:
                lead, few = criterion, count
    if lead is None or lead.numbers is None:
        return and_(True, *(criterion.test for criterion in criteria))
    others = (criterion.test for criterion in criteria if criterion is not lead)
    return and_(statements.c.number.in_(lead.numbers), *others)


def plain(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """A column as SQLite does not look for in an index."""
    return UnaryExpression(column, operator=custom_op("+"), type_=column.type)


def by_fields(asked: Mapping[str, Sequence[Any]]) -> Criterion:
    """That columns have one of the values given for each."""
    columns = statements.c
    test = and_(*(plain(columns[name]).in_(values) for name, values in asked.items()))
    return Criterion(test, select(columns.number).where(leading_fields(asked)))


def leading_fields(asked: Mapping[str, Sequence[Any]]) -> ColumnElement[bool]:
    """That columns have one of the values given for each, written to lead to the index `statements_by_fields`.

    It begins with kind and commitment; what is left out of these is filled in, so that a seldom value of a later column
    is found without reading the whole index.
    """
    kinds: Sequence[str] = [kind.value for kind in Kind]
    if "event_type" in asked:
        kinds = [Kind.EVENT.value]
    elif "relation" in asked:
        kinds = [Kind.TIE.value]
    leading = {"kind": kinds, "commitment": [commitment.value for commitment in Commitment]}
    if set(asked) == {"review"}:
        leading = {}
    columns = statements.c
    tests = [columns[name].in_(values) for name, values in {**leading, **asked}.items()]
    if "relation" in asked and "event_type" not in asked:
        tests.append(columns.event_type.is_(None))
    return and_(*tests)


def by_dates(first: str | None, last: str | None) -> Criterion:
    """That a statement's dates fall into a time or touch it.

    Args:
        first: its first day, ISO 8601; None for no beginning.
        last: its last.
    """
    begins, ends = statements.c.date_start, statements.c.date_end
    known = plain(begins).is_not(None) | plain(ends).is_not(None)
    within = select(statements.c.number).where(inside(first, last))
    lasting = select(statements.c.number).where(reaching_in(first, last))
    found = select(within.union_all(lasting).subquery().c.number)
    return Criterion(and_(known, *_touching(first, last)), found)


def inside(first: str | None, last: str | None, day: ColumnElement[str] = schema.FIRST_DAY) -> ColumnElement[bool]:
    """That the first day told lies within a time. `day` may be written so that no index is used."""
    return day.between(first or "", last or "9999-12-31")


def reaching_in(first: str | None, last: str | None) -> ColumnElement[bool]:
    """That what is told touches a time and does not begin within it."""
    lasts = statements.c.date_start.is_distinct_from(statements.c.date_end)
    return and_(lasts, *_touching(first, last), ~inside(first, last))


def reaching_in_from(first: str | None, last: str | None) -> list[ColumnElement[bool]]:
    """The same in parts of which no statement is in two, to count by: what begins before, and what begins nobody knows.

    Each is a stretch of the index `statements_lasting`.
    """
    begins, ends = statements.c.date_start, statements.c.date_end
    lasts, parts = begins.is_distinct_from(ends), []
    if first:
        parts.append(and_(lasts, begins < first, func.coalesce(ends, literal_column("'9999'")) >= first))
    if last:
        parts.append(and_(lasts, begins.is_(None), ends > last))
    return parts


def _touching(first: str | None, last: str | None) -> list[ColumnElement[bool]]:
    begins, ends = statements.c.date_start, statements.c.date_end
    touches = []
    if first:
        touches.append(func.coalesce(ends, literal_column("'9999'")) >= first)
    if last:
        touches.append(func.coalesce(begins, literal_column("'0000'")) <= last)
    return touches


def looked_up_at_most(connection: Connection, rows: int | None) -> int:
    """How many passing statements are looked up at most. Walking reads `all / passing` for each that passes.

    Args:
        connection: to the record.
        rows: about how many statements are going to be taken; None for all.
    """
    every = connection.execute(select(func.max(statements.c.number))).scalar() or 0
    return max(int(every * _FEW if rows is None else math.sqrt(every * rows)), 100)
