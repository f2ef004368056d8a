"""The room's own plain files: tab-separated, header comments, then one line with the column names."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from dissensus.errors import DictionaryError


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """Read `reading/data/<name>` as one mapping a line.

    Raises:
        DictionaryError: a line has more or fewer cells than there are columns.
    """
    text = files("dissensus.reading").joinpath("data", name).read_text(encoding="utf-8")
    columns: list[str] | None = None
    rows = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if columns is None:
            columns = cells
        elif len(cells) != len(columns):
            raise DictionaryError(
                f"{len(cells)} cells where there are {len(columns)} columns", where=f"{name}:{number}"
            )
        else:
            rows.append(dict(zip(columns, cells, strict=True)))
    return tuple(rows)


@cache
def words(name: str) -> frozenset[str]:
    """The first column of a table as a set, in lower case."""
    return frozenset(next(iter(row.values())).casefold() for row in table(name))
