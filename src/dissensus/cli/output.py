"""Printing: texts that wrap, tables, JSON, and the one line of an error."""

from __future__ import annotations

import dataclasses
import functools
import json
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

_WIDEST = 120
_WIDTH_ELSEWHERE = 100
"""Columns where the output is no terminal."""


@functools.cache
def console(*, errors: bool = False) -> Console:
    """The console for what is asked for, or for what is said aside. Colour on terminals only, never with NO_COLOR."""
    from rich.console import Console

    stream = sys.stderr if errors else sys.stdout
    found = Console(stderr=errors, highlight=False, emoji=False, markup=False)
    found.width = min(found.width, _WIDEST) if stream.isatty() else _WIDTH_ELSEWHERE
    return found


def say(*parts: RenderableType) -> None:
    """Print on standard output, without the blanks with which Rich fills its lines."""
    with console().capture() as captured:
        console().print(*parts)
    sys.stdout.write("".join(f"{line.rstrip()}\n" for line in captured.get().splitlines()))


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
) -> None:
    """Print a table whose long cells go on in the next line, broken between words.

    Args:
        columns: their names.
        rows: the cells.
        right: columns of numbers, set to the right.
        whole: columns that are never broken.
    """
    from rich.table import Table

    drawn = Table(box=None, padding=(0, 2, 0, 0), header_style="bold", pad_edge=False)
    for column in columns:
        aligned = column in right
        drawn.add_column(
            column, justify="right" if aligned else "left", no_wrap=aligned or column in whole, overflow="fold"
        )
    for row in rows:
        drawn.add_row(*row)
    say(drawn)


def number(value: int) -> str:
    """A number with its thousands apart: 12,345."""
    return f"{value:,}"


def count(value: int, noun: str, plural: str | None = None) -> str:
    """A number and its noun: `1 document`, `12 documents`."""
    return f"{value:,} {noun if value == 1 else plural or noun + 's'}"
