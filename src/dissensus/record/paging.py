"""Long lists page by page, each beginning where the one before ended, however long the list is.

A cursor names the last row of a page by the values it is sorted by, so that the next page is one step into an index
(keyset pagination) and nothing is skipped or repeated when statements are added meanwhile.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, Generic, TypeVar

from sqlalchemy import ColumnElement, Connection, Row, and_, literal, or_, tuple_

from dissensus.errors import InputError
from dissensus.model import Statement
from dissensus.record import schema
from dissensus.record.filters import StatementFilter, select_statements
from dissensus.record.order import Order
from dissensus.record.querying import select_documents
from dissensus.record.report import Listed
from dissensus.record.rows import to_document, to_statement

T = TypeVar("T")

statements = schema.statements

_PLACE: Final = (statements.c.document, statements.c.start, statements.c.end, statements.c.id)


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """A part of a long list.

    Attributes:
        items: in order.
        next: the cursor of the following page; None at the end.
    """

    items: Sequence[T]
    next: str | None


def statements_page(
    connection: Connection, wanted: StatementFilter, *, size: int, after: str | None
) -> Page[Statement]:
    """A page of the statements wanted; the filter's own limit and offset do not count.

    Args:
        connection: to the record.
        wanted: which statements, and in what order.
        size: statements on the page.
        after: cursor of the page, from the page before.

    Raises:
        NotFoundError: the record knows no such actor, source or document.
        InputError: the cursor is not one of ours, or that of another order.
    """
    query = select_statements(connection, replace(wanted, limit=size + 1, offset=0))
    query = query.add_columns(*_keys(wanted.order))
    if after is not None:
        query = query.where(_beyond(wanted.order, decode(after, len(_keys(wanted.order)))))
    rows = connection.execute(query).all()
    items = [to_statement(row) for row in rows[:size]]
    return Page(items, _cursor(rows[size - 1], wanted.order) if len(rows) > size else None)


def documents_page(
    connection: Connection,
    *,
    text: str | None = None,
    source: str | None = None,
    language: str | None = None,
    size: int,
    after: str | None,
) -> Page[Listed]:
    """A page of the documents with all the words, of the source, in the language, in the order they were read.

    Raises:
        NotFoundError: no document is of this source.
        InputError: the cursor is not one of ours.
    """
    query = select_documents(connection, text=text, source=source, language=language).limit(size + 1)
    if after is not None:
        query = query.where(schema.documents.c.number > decode(after, 1)[0])
    rows = connection.execute(query).all()
    items = [Listed(to_document(row), row.words, row.statements, row.analysed) for row in rows[:size]]
    return Page(items, encode([rows[size - 1].number]) if len(rows) > size else None)


def encode(values: Sequence[Any]) -> str:
    """A cursor out of the values that a row is sorted by."""
    return base64.urlsafe_b64encode(json.dumps(list(values), separators=(",", ":")).encode()).decode().rstrip("=")


def decode(cursor: str, length: int) -> list[Any]:
    """The values in a cursor.

    Raises:
        InputError: it is not one of ours, or not of so many values.
    """
    try:
        values = json.loads(base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True))
    except (binascii.Error, ValueError, RecursionError):
        values = None
    if (
        not isinstance(values, list)
        or len(values) != length
        or not all(isinstance(value, (str, int, float)) for value in values)
    ):
        raise InputError("this is no cursor of this list; ask for its first page", where=cursor[:80])
    return values


def _keys(order: Order) -> tuple[ColumnElement[Any], ...]:
    """What the order sorts by, ending in what tells any two statements apart."""
    first: tuple[ColumnElement[Any], ...] = ()
    if order is Order.DATE:
        first = (schema.FIRST_DAY.label("key_date"),)
    elif order in (Order.CONFIDENCE, Order.UNSURE):
        first = (statements.c.confidence.label("key_confidence"),)
    return (*first, *(column.label(f"key_{column.name}") for column in _PLACE))


def _cursor(row: Row[Any], order: Order) -> str:
    return encode([row._mapping[key.name] for key in _keys(order)])


def _beyond(order: Order, values: Sequence[Any]) -> ColumnElement[bool]:
    """That a row comes after the one with these values."""
    if order is Order.READING:
        return _after(_PLACE, values)
    first: ColumnElement[Any] = schema.FIRST_DAY if order is Order.DATE else statements.c.confidence
    falling = order is Order.CONFIDENCE
    later = first < values[0] if falling else first > values[0]
    # An index leads to no `or`; so that it leads here, what follows from it is said first.
    not_before = first <= values[0] if falling else first >= values[0]
    return and_(not_before, or_(later, _after(_PLACE, values[1:])))


def _after(columns: Sequence[ColumnElement[Any]], values: Sequence[Any]) -> ColumnElement[bool]:
    """Row values compared one after the other: `(a, b) > (1, 2)`."""
    return tuple_(*columns) > tuple_(*(literal(value) for value in values))
