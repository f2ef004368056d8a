"""`dissensus publish`: the pages of a record as files, for any host or a stick."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from dissensus.cli.options import RecordArgument
from dissensus.cli.output import count, number, say
from dissensus.cli.progress import At, shown

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

    with shown("Publishing", _at, every=_EVERY) as show:
        told = run(record, out, show)
    written = f"{count(told.documents, 'document')} and {count(told.statements, 'statement')}"
    say(f"Published {written} in {count(told.files, 'file')} ({told.bytes / 1e6:,.1f} MB).")
    sys.stdout.write(f"Open {out / 'index.html'}\n")


def _at(told: Progress) -> At:
    return At(told.done, told.in_all, "", f"{number(told.done)} of about {number(told.in_all)} answers written")
