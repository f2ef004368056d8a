"""`dissensus publish`: the pages of a record as files, for any host or a stick."""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from dissensus.cli.options import RecordArgument
from dissensus.cli.output import count, note, number, say

if TYPE_CHECKING:
    from dissensus.web.published_answers import Progress

_EVERY: Final = 10.0
"""Seconds between two lines of progress where there is no terminal."""


def publish(
    record: RecordArgument,
    out: Annotated[
        Path,
        typer.Argument(metavar="OUT", help="A new or empty folder, or one published into before.", show_default=False),
    ],
) -> None:
    """Write the pages of a record into a folder, to put on any host or to open from a stick.

    They need no server: open OUT/index.html. Nothing can be written through them. The folder is there whole or not at
    all. It holds the texts as they were read: publish only what you may. Sources are compared side by side for the 200
    pairs that share most matters; `dissensus compare` compares any two.
    """
    from dissensus.web.publishing import publish as run

    with _progress() as show:
        told = run(record, out, show)
    written = f"{count(told.documents, 'document')} and {count(told.statements, 'statement')}"
    say(f"Published {written} in {count(told.files, 'file')} ({told.bytes / 1e6:,.1f} MB).")
    sys.stdout.write(f"Open {out / 'index.html'}\n")


@contextlib.contextmanager
def _progress() -> Iterator[Callable[[Progress], None]]:
    """Show how far the writing is: a bar on a terminal, elsewhere a line now and then."""
    if sys.stderr.isatty():
        with _bar() as show:
            yield show
    else:
        yield _lines()


def _lines() -> Callable[[Progress], None]:
    last = time.monotonic()

    def show(at: Progress) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= _EVERY:
            last = now
            note(f"{number(at.done)} of about {number(at.in_all)} answers written")

    return show


@contextlib.contextmanager
def _bar() -> Iterator[Callable[[Progress], None]]:
    from rich.progress import BarColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    from dissensus.cli.output import console

    columns = (
        TextColumn("Publishing"),
        BarColumn(bar_width=30),
        TaskProgressColumn(),
        TextColumn("left"),
        TimeRemainingColumn(),
    )
    with Bar(*columns, console=console(errors=True), transient=True) as bar:
        task = bar.add_task("publish", total=None)

        def show(at: Progress) -> None:
            bar.update(task, total=at.in_all, completed=at.done)

        yield show
