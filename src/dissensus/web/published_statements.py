"""All statements as scripts, in the order of reading, so that pages without a server can filter and show them.

`keys` hold what filters and orders look at, column by column; `quotes` the words to search; `bodies` the statements
themselves. A page loads the small ones that it needs whole, and of the bodies those that it shows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Row, select

from dissensus.record import schema
from dissensus.record.filters import StatementFilter, select_statements
from dissensus.record.record import Record
from dissensus.record.rows import to_statement
from dissensus.web.shelves import Shelf, compact, write_script

KEYS: Final = 5000
"""Statements of one script of keys or quotes."""

BODIES: Final = 200
"""Statements of one script of bodies. KEYS is a multiple of it."""

_statements, _parts = schema.statements, schema.statement_actors


class _Keys:
    """What filters look at, of some statements. Texts that come again are told once, and stand as their number."""

    def __init__(self) -> None:
        self.columns: dict[str, list[Any]] = {name: [] for name in _COLUMNS}
        self.texts: dict[str, int] = {}
        self.quotes: list[str] = []

    def add(self, row: Row[Any], about: Sequence[str]) -> None:
        """Add a statement."""
        told: dict[str, Any] = {
            "id": row.id,
            "kind": self._number(row.kind),
            "what": self._number(row.event_type or row.relation),
            "commitment": self._number(row.commitment),
            "review": self._number(row.review),
            "sign": row.sign,
            "start": row.date_start,
            "end": row.date_end,
            "confidence": row.confidence,
            "document": self._number(row.document_id),
            "source": self._number(row.document_source),
            "holder": self._number(row.holder),
            "holderName": self._number(row.holder_folded),
            "author": int(row.is_author),
            "about": [self._number(actor) for actor in about],
        }
        for name, column in self.columns.items():
            column.append(told[name])
        self.quotes.append(row.quote)

    def written(self) -> dict[str, Any]:
        """As a script has it."""
        return {"texts": list(self.texts), **self.columns}

    def _number(self, text: str | None) -> int | None:
        return None if text is None else self.texts.setdefault(text, len(self.texts))


_COLUMNS: Final = (
    "id kind what commitment review sign start end confidence document source holder holderName author about".split()
)


def write_statements(record: Record, folder: Path, places: Shelf, tell: Callable[[int], None]) -> int:
    """Write all statements; returns how many there are.

    Args:
        record: that holds them.
        folder: that holds the data.
        places: takes, for each statement, its number and the id of its matter.
        tell: called with the number of those written since it was last called.
    """
    c = _statements.c
    names = "id quote kind holder holder_folded is_author commitment confidence event_type relation sign".split()
    columns = [c[name] for name in [*names, "date_start", "date_end"]]
    number = 0
    keys = _Keys()
    with record.reading() as connection:
        query = select_statements(connection, StatementFilter()).add_columns(*columns)
        for rows in connection.execute(query).yield_per(BODIES).partitions(BODIES):
            numbers = [row.number for row in rows]
            about, matters = _about(connection, numbers), _matters(connection, numbers)
            write_script(
                folder, f"bodies/{number // BODIES}", [to_statement(row).model_dump(mode="json") for row in rows]
            )
            for place, row in enumerate(rows, start=number):
                keys.add(row, about[row.number])
                places.put(f"places/{row.id}", compact([place, matters.get(row.number)]))
            number += len(rows)
            if number % KEYS == 0 or len(rows) < BODIES:
                _write_keys(folder, (number - 1) // KEYS, keys)
                keys = _Keys()
            tell(len(rows))
    if keys.quotes:
        _write_keys(folder, (number - 1) // KEYS, keys)
    return number


def _write_keys(folder: Path, number: int, keys: _Keys) -> None:
    write_script(folder, f"keys/{number}", keys.written())
    write_script(folder, f"quotes/{number}", keys.quotes)


def _about(connection: Connection, numbers: Sequence[int]) -> dict[int, list[str]]:
    """Actors that each statement is about."""
    query = select(_parts.c.statement, _parts.c.actor).where(_parts.c.statement.in_(numbers), _parts.c.part != "holder")
    found: dict[int, list[str]] = defaultdict(list)
    for row in connection.execute(query.distinct().order_by(_parts.c.statement, _parts.c.actor)):
        found[row.statement].append(row.actor)
    return found


def _matters(connection: Connection, numbers: Sequence[int]) -> dict[int, str]:
    """Ids of the matters of the statements that are in one."""
    joined = schema.matter_statements.join(schema.matters, schema.matter_statements.c.matter == schema.matters.c.number)
    query = select(schema.matter_statements.c.statement, schema.matters.c.id).select_from(joined)
    rows = connection.execute(query.where(schema.matter_statements.c.statement.in_(numbers)))
    return {row.statement: row.id for row in rows}
