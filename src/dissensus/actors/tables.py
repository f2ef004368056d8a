"""The dictionary's plain files: tab-separated lines under a header of comments and one line of column names."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from dissensus.errors import DictionaryError

SEPARATOR = "|"


class Row:
    """One line: its cells by column, and where it stands (`file:line`)."""

    __slots__ = ("cells", "where")

    def __init__(self, cells: dict[str, str], where: str) -> None:
        self.cells = cells
        self.where = where

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")

    def many(self, column: str) -> list[str]:
        """The parts of a cell that holds a list."""
        cell = self.cells.get(column, "")
        return [part for part in cell.split(SEPARATOR) if part] if cell else []


def package_folder() -> Traversable:
    """The folder of the dictionary that comes with the package."""
    return files("dissensus.actors") / "dictionary"


def read_table(folder: Traversable | Path, name: str, columns: tuple[str, ...]) -> Iterator[Row]:
    """The rows of a file; none when there is no such file.

    Args:
        folder: where the file lies.
        name: the file's name.
        columns: columns that must be there; others may be.

    Raises:
        DictionaryError: the file lacks a column, or a line has more cells than columns.
    """
    path = folder / name
    if not path.is_file():
        return
    header: list[str] | None = None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.startswith("#") or not line.strip():
            continue
        cells = line.split("\t")
        if header is None:
            header = [cell.strip() for cell in cells]
            missing = [column for column in columns if column not in header]
            if missing:
                raise DictionaryError(f"column {missing[0]!r} is missing", where=f"{name}:{number}")
            continue
        if len(cells) > len(header):
            raise DictionaryError(f"{len(cells)} cells for {len(header)} columns", where=f"{name}:{number}")
        yield Row(dict(zip(header, map(str.strip, cells), strict=False)), f"{name}:{number}")
