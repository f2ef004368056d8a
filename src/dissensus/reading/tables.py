"""The room's own plain files, in `data/`."""

from __future__ import annotations

from functools import cache

from dissensus.tables import Row, package_table


@cache
def table(name: str) -> tuple[Row, ...]:
    """The rows of `reading/data/<name>`."""
    return tuple(package_table("dissensus.reading", f"data/{name}"))


@cache
def words(name: str) -> frozenset[str]:
    """The first column of a table as a set, in lower case."""
    return frozenset(next(iter(row.cells.values())).casefold() for row in table(name))
