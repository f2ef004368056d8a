"""Where the dictionary's plain files lie, and their rows."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from dissensus import tables
from dissensus.tables import SEPARATOR, Row

__all__ = ["SEPARATOR", "Row", "package_folder", "read_table"]


def package_folder() -> Traversable:
    """The folder of the dictionary that comes with the package."""
    return files("dissensus.actors") / "dictionary"


def read_table(folder: Traversable | Path, name: str, columns: tuple[str, ...]) -> Iterator[Row]:
    """The rows of a file in a folder; none when there is no such file.

    Raises:
        DictionaryError: the file lacks a column, or a line has more cells than columns.
    """
    path = folder / name
    if path.is_file():
        yield from tables.read_table(path, columns)
