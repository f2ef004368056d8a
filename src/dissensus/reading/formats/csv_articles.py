"""Articles as a table: .csv (comma, semicolon or tab, told from the first line) and .tsv."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import BinaryIO

from dissensus.errors import DissensusError, UnreadableError
from dissensus.reading import limits
from dissensus.reading.article import Article, Blob, ReadFailure
from dissensus.reading.encodings import harmless
from dissensus.reading.lines import text_lines
from dissensus.reading.metadata import by_field
from dissensus.reading.registry import register
from dissensus.reading.rows import row_article
from dissensus.reading.sidecar import located


@register("CSV", ".csv", sniff=lambda head: False)
def read_csv(blob: Blob) -> Iterator[Article | ReadFailure]:
    """An article a row, `path#row` (the first after the column names is 1).

    Raises:
        UnreadableError: it is no table with named columns, or not further.
    """
    yield from _read(blob, ",;\t|")


@register("TSV", ".tsv", ".tab", sniff=lambda head: False)
def read_tsv(blob: Blob) -> Iterator[Article | ReadFailure]:
    """An article a row, as `read_csv`, the columns parted by tabs."""
    yield from _read(blob, "\t")


def _read(blob: Blob, delimiters: str) -> Iterator[Article | ReadFailure]:
    # The module's own limit is 128 KB a cell and holds for the whole process; it is only ever raised here.
    csv.field_size_limit(max(csv.field_size_limit(), limits.DOCUMENT_CHARACTERS))
    with blob.open() as file:
        lines = _lines(file)
        header = next((line for line in lines if line.strip()), None)
        if header is None:
            raise UnreadableError("the file is empty: get a whole copy")
        delimiter = max(delimiters, key=header.count)
        try:
            names = next(csv.reader([header], delimiter=delimiter))
            if "text" not in by_field(dict.fromkeys(names, "x")):
                raise UnreadableError("no column text, body, content or article: its first line must name the columns")
            for number, cells in enumerate(csv.reader(lines, delimiter=delimiter), 1):
                if cells:
                    yield _article(dict(zip(names, cells, strict=False)), f"{blob.label}#{number}")
        except csv.Error as error:
            raise UnreadableError(f"no valid table: {error}") from error


def _lines(file: BinaryIO) -> Iterator[str]:
    for line in text_lines(file):
        if isinstance(line, DissensusError):
            raise line
        yield harmless(line)


def _article(row: dict[str, str], label: str) -> Article | ReadFailure:
    try:
        return row_article(row, label)
    except DissensusError as error:
        return ReadFailure(label, located(error, label))
