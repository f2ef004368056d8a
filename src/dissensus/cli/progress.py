"""How far a long command is: a bar on a terminal, elsewhere a line now and then."""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeVar

from dissensus.cli.output import note

Told = TypeVar("Told")


class At(NamedTuple):
    """Where a command is.

    Attributes:
        done: of `in_all`, in whatever is counted.
        in_all: None where it is not known.
        on_bar: what the bar says besides; empty for nothing.
        line: what a line says; empty where there is nothing to say yet.
    """

    done: int
    in_all: int | None
    on_bar: str
    line: str


@contextlib.contextmanager
def shown(
    title: str, at: Callable[[Told], At], *, every: float, starting: str = ""
) -> Iterator[Callable[[Told], None]]:
    """Show how far it is, whenever that is told.

    Args:
        title: of the bar.
        at: where the command is, from what it tells.
        every: seconds between two lines.
        starting: what the bar says besides before anything is told; empty where it never says more.
    """
    if sys.stderr.isatty():
        with _bar(title, at, starting) as show:
            yield show
    else:
        yield _lines(at, every)


def _lines(at: Callable[[Told], At], every: float) -> Callable[[Told], None]:
    last = time.monotonic()

    def show(told: Told) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= every and (line := at(told).line):
            last = now
            note(line)

    return show


@contextlib.contextmanager
def _bar(title: str, at: Callable[[Told], At], starting: str) -> Iterator[Callable[[Told], None]]:
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    from dissensus.cli.output import console

    columns = (
        TextColumn(title),
        BarColumn(bar_width=30),
        TaskProgressColumn(),
        *([TextColumn("{task.fields[told]}")] if starting else []),
        TextColumn("left"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console(errors=True), transient=True) as bar:
        task = bar.add_task(title, total=None, told=starting)

        def show(told: Told) -> None:
            now = at(told)
            bar.update(task, total=now.in_all, completed=now.done, told=now.on_bar)

        yield show
