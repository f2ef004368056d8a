"""Plain files that a person can edit: tab-separated, `#` comments, one line of column names.

Dictionaries and lexicons all have this form. A bad line is reported as `file:line`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from dissensus.errors import DictionaryError

SEPARATOR = "|"
"""Parts the members of a cell that holds a list."""


@dataclass(slots=True)
class Row:
    """One line: its cells by column name, and where it stands (`file:line`)."""

    cells: dict[str, str]
    where: str

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")

    def many(self, column: str) -> tuple[str, ...]:
        """The members of a cell that holds a list."""
        cell = self.cells.get(column, "")
        return tuple(part for part in cell.split(SEPARATOR) if part) if cell else ()

    def error(self, message: str) -> DictionaryError:
        """An error that points at this line."""
        return DictionaryError(message, where=self.where)


def package_table(package: str, name: str, columns: Sequence[str] = ()) -> list[Row]:
    """The rows of a table that ships with a package, such as `("dissensus.finding", "lexicon/events.tsv")`."""
    return list(read_table(files(package).joinpath(name), columns))


def read_table(source: Traversable | Path, columns: Sequence[str] = ()) -> Iterator[Row]:
    """Read a table.

    Args:
        source: the file.
        columns: columns that must be there; others may be.

    Raises:
        DictionaryError: a column is missing, or a line has more cells than there are columns.
    """
    names: list[str] = []
    for number, line in enumerate(source.read_text(encoding="utf-8").split("\n"), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if not names:
            names = cells
            missing = [column for column in columns if column not in names]
            if missing:
                raise DictionaryError(f"column {missing[0]!r} is missing", where=f"{source.name}:{number}")
        elif len(cells) > len(names):
            message = f"{len(cells)} cells under {len(names)} columns; is a tab too many?"
            raise DictionaryError(message, where=f"{source.name}:{number}")
        else:
            yield Row(dict(zip(names, cells, strict=False)), f"{source.name}:{number}")
