"""Printing: texts that wrap, tables, JSON, and the one line of an error."""

from __future__ import annotations

import dataclasses
import functools
import io
import json
import os
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

_NARROWEST, _WIDEST = 40, 120
_APART = 2
"""Columns between two columns of a table."""

_LONG_WORD = 16
"""Letters of a word that a table may break."""

_WIDTH_ELSEWHERE = 100
"""Columns where the output is no terminal and `COLUMNS` is not set."""


@functools.cache
def console(*, errors: bool = False) -> Console:
    """The console for what is asked for, or for what is said aside. Colour on terminals only, never with NO_COLOR."""
    from rich.console import Console

    stream = sys.stderr if errors else sys.stdout
    found = Console(stderr=errors, highlight=False, emoji=False, markup=False)
    told = stream.isatty() or os.environ.get("COLUMNS", "").isdecimal()
    found.width = max(_NARROWEST, min(found.width, _WIDEST)) if told else _WIDTH_ELSEWHERE
    return found


def speak_utf8() -> None:
    """Write UTF-8 into files and pipes, and on terminals what these can show, with ? for the rest.

    What is printed quotes texts of any script; no locale may stop that, and JSON is UTF-8 everywhere.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = None if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="replace" if stream is sys.stdout else "backslashreplace")


def say(*parts: RenderableType) -> None:
    """Print on standard output, without the blanks with which Rich fills its lines."""
    with console().capture() as captured:
        console().print(*parts)
    sys.stdout.write("".join(f"{line.rstrip()}\n" for line in captured.get().splitlines()))


def say_indented(part: RenderableType, *, by: int = 2, below: int = 0) -> None:
    """Print with all lines `by` columns to the right, and `below` empty lines after them."""
    from rich.padding import Padding

    say(Padding(part, (0, 0, below, by)))


def pairs(*lines: tuple[str, str | None]) -> None:
    """Print names and what they stand for in two columns, without those that stand for nothing."""
    from rich.table import Table

    drawn = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    drawn.add_column(style="dim", no_wrap=True)
    drawn.add_column(overflow="fold")
    for name, value in lines:
        if value:
            drawn.add_row(name, value)
    say(drawn)


def note(line: str) -> None:
    """Say one line on the side, on standard error, unbroken."""
    sys.stderr.write(f"dissensus: {' '.join(line.split())}\n")
    sys.stderr.flush()


def print_json(value: Any) -> None:
    """Print one JSON value on a line of its own."""
    sys.stdout.write(json.dumps(plain(value), ensure_ascii=False) + "\n")


def plain(value: Any) -> Any:
    """A value in the types that JSON has; models as their schemas describe them."""
    from pydantic import BaseModel

    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", by_alias=True)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return value


def table(
    columns: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    right: Sequence[str] = (),
    whole: Sequence[str] = (),
    indent: int = 0,
) -> None:
    """Print a table whose long cells go on in the next line, broken between words.

    Where the screen is too narrow for that, each row becomes a block of lines.

    Args:
        columns: their names.
        rows: the cells.
        right: columns of numbers, set to the right.
        whole: columns that are never broken.
        indent: columns of the screen left free.
    """
    from rich.table import Table

    cells = [list(row) for row in rows]
    least = [_least(name, [row[place] for row in cells], name in whole) for place, name in enumerate(columns)]
    if sum(least) + _APART * len(columns) + indent > console().width:
        for row in cells:
            pairs(*zip(columns, row, strict=True))
            say("")
        return
    drawn = Table(box=None, padding=(0, _APART, 0, 0), header_style="bold", pad_edge=False)
    for column, narrowest in zip(columns, least, strict=True):
        aligned = column in right
        drawn.add_column(
            column,
            justify="right" if aligned else "left",
            no_wrap=aligned or column in whole,
            overflow="fold",
            min_width=narrowest,
        )
    for row in cells:
        drawn.add_row(*row)
    say_indented(drawn, by=indent)


def _least(name: str, cells: Sequence[str], whole: bool) -> int:
    """Columns of the screen in which a column of a table can be set without breaking a word of usual length."""
    words = cells if whole else [word for cell in cells for word in cell.split()]
    longest = max((len(word) for word in words), default=0)
    return max(len(name), longest if whole else min(longest, _LONG_WORD))


def number(value: int) -> str:
    """A number with its thousands apart: 12,345."""
    return f"{value:,}"


def count(value: int, noun: str, plural: str | None = None) -> str:
    """A number and its noun: `1 document`, `12 documents`."""
    return f"{value:,} {noun if value == 1 else plural or noun + 's'}"
