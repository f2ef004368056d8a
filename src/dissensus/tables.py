"""Plain files that a person can edit: tab-separated, `#` comments, one line of column names.

Dictionaries and lexicons all have this form. A bad line is reported as `file:line`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable

from dissensus.errors import DictionaryError


@dataclass(frozen=True, slots=True)
class Row:
    """One line: its cells by column name, and where it stands."""

    file: str
    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def items(self, column: str) -> tuple[str, ...]:
        """The members of a cell that holds a list, parted by `|`."""
        return tuple(part.strip() for part in self.cells[column].split("|") if part.strip())

    def error(self, message: str) -> DictionaryError:
        """An error that points at this line."""
        return DictionaryError(message, where=f"{self.file}:{self.line}")


def package_table(package: str, name: str) -> list[Row]:
    """The rows of a table that ships with a package, such as `("dissensus.finding", "lexicon/events.tsv")`."""
    return list(rows(files(package).joinpath(name)))


def rows(source: Traversable, columns: Sequence[str] = ()) -> Iterator[Row]:
    """Read a table.

    Args:
        source: the file.
        columns: columns that must be there.

    Raises:
        DictionaryError: a line with too many cells, or a missing column.
    """
    names: list[str] = []
    for number, line in enumerate(source.read_text(encoding="utf-8").split("\n"), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.rstrip("\r").split("\t")]
        if not names:
            names = cells
            missing = [column for column in columns if column not in names]
            if missing:
                raise DictionaryError(f"no column {missing[0]!r}", where=f"{source.name}:{number}")
            continue
        if len(cells) > len(names):
            raise DictionaryError(
                f"{len(cells)} cells under {len(names)} columns; is a tab too many?", where=f"{source.name}:{number}"
            )
        cells += [""] * (len(names) - len(cells))
        yield Row(source.name, number, dict(zip(names, cells, strict=True)))
