"""Writing very many rows at once."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence

from sqlalchemy import Connection

_CACHE = 64 * 1024
"""Kibibytes of the file kept in memory meanwhile."""


@contextlib.contextmanager
def in_bulk(connection: Connection, tables: Sequence[str]) -> Iterator[None]:
    """Inside, tables have no indices and no triggers; they are made again at the end, which is faster than row by row.

    What triggers would have kept in step is up to the caller. Use it inside a transaction: if that fails, all is as it
    was.
    """
    names = ", ".join(f"'{table}'" for table in tables)
    made = connection.exec_driver_sql(
        f"SELECT type, name, sql FROM sqlite_master WHERE tbl_name IN ({names}) AND type IN ('index', 'trigger') "
        "AND sql IS NOT NULL ORDER BY type, name"
    ).all()
    size = connection.exec_driver_sql("PRAGMA cache_size").scalar()
    connection.exec_driver_sql(f"PRAGMA cache_size = -{_CACHE}")
    for row in made:
        connection.exec_driver_sql(f'DROP {row.type.upper()} "{row.name}"')
    yield
    for row in made:
        connection.exec_driver_sql(row.sql)
    connection.exec_driver_sql(f"PRAGMA cache_size = {size}")
