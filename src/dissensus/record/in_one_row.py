"""Many rows of a query in one: for each row that SQLite hands over, Python takes its lock, which others may hold."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Select, func, select


def in_one_row(connection: Connection, columns: str, rest: str, values: Sequence[Any] = ()) -> list[list[Any]]:
    """The rows of a query, each a list of its columns.

    Args:
        connection: a reading one.
        columns: in SQL, with commas between. They hold text, whole numbers, null, or JSON that an SQL function made;
            of other numbers digits would be lost.
        rest: of the query, from `FROM` on.
        values: that fill its holes.
    """
    query = f"SELECT '[' || coalesce(group_concat(told), '') || ']' FROM (SELECT json_array({columns}) AS told {rest})"
    rows: list[list[Any]] = json.loads(connection.exec_driver_sql(query, tuple(values)).scalar_one())
    return rows


def column_in_one_row(connection: Connection, query: Select[Any]) -> list[Any]:
    """The whole numbers or texts that a query of one column gives, in any order."""
    (column,) = query.subquery().c
    values: list[Any] = json.loads(connection.execute(select(func.json_group_array(column))).scalar_one())
    return values
