"""`dissensus demo`: the examples into a record, and a first look at it."""

from __future__ import annotations

import shlex
import sys
import tempfile
import time
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dissensus.cli.output import number, print_json, say, table
from dissensus.errors import DissensusError, RecordNotWritableError
from dissensus.model import EventType, Kind, Statement

if TYPE_CHECKING:
    from dissensus.record.record import Record

EXAMPLE = "bolivia-2019"

_ACTORS, _TIES, _EVENTS, _MATTERS = 12, 12, 16, 5


def demo(
    record: Annotated[
        Path | None,
        typer.Option(
            "--record",
            metavar="FILE",
            help=f"The record to make; {EXAMPLE}.db here, or in the folder for temporary files, unless given.",
            show_default=False,
        ),
    ] = None,
    pages: Annotated[
        bool | None,
        typer.Option("--pages/--no-pages", help="Open the pages; as a rule in a terminal only.", show_default=False),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")] = False,
) -> None:
    """Read the examples, take a first look, and open their pages in the browser.

    The examples come with the program. Safe to repeat. Ctrl-C ends it.
    """
    from dissensus.cli.read import progress, summarise
    from dissensus.cli.serve import serve
    from dissensus.record.record import Record

    began = time.monotonic()
    with as_file(examples()) as folder, _made(record, Record) as opened:
        with progress() as show:
            report = opened.read(folder, progress=show)
        if json:
            print_json(first_look(opened))
            return
        summarise(report, time.monotonic() - began)
        _print(opened)
        made = opened.path
    if sys.stdout.isatty() if pages is None else pages:
        say("")
        serve(made)


def examples() -> Traversable:
    """The folder of examples: inside the installed package, or in the checkout it is developed in.

    Raises:
        DissensusError: it is in neither place.
    """
    for folder in (files("dissensus").joinpath("examples"), Path(__file__).parents[3] / "examples"):
        if folder.joinpath(EXAMPLE).is_dir():
            return folder.joinpath(EXAMPLE)
    raise DissensusError("the examples are missing from this installation; install the program anew")


def first_look(record: Record) -> dict[str, Any]:
    """What the demo shows, for programs."""
    from dissensus.matters.store import MatterFilter, find_matters

    return {
        "record": str(record.path),
        "documents": [
            {"id": listed.document.id, "title": listed.document.title, "source": listed.document.source}
            for listed in record.documents()
        ],
        "actors": [
            {"id": counted.actor.id, "name": counted.actor.name, "statements": counted.statements}
            for counted in record.actors(limit=_ACTORS)
        ],
        "ties": chief_ties(record),
        "events": dated_events(record),
        "matters": find_matters(record, MatterFilter(disputed=True, limit=_MATTERS)),
    }


def chief_ties(record: Record) -> list[Statement]:
    """The surest ties, each pair and relation once."""
    from dissensus.record.filters import StatementFilter
    from dissensus.record.order import Order

    chief: dict[tuple[str, str, str], Statement] = {}
    for statement in record.statements(StatementFilter(kinds=(Kind.TIE,), order=Order.CONFIDENCE)):
        if statement.tie:
            chief.setdefault((statement.tie.a.id, statement.tie.relation, statement.tie.b.id), statement)
        if len(chief) == _TIES:
            break
    return list(chief.values())


def dated_events(record: Record) -> list[Statement]:
    """The surest events whose date the texts tell, each once, in order of date; `OTHER` ones where there is room."""
    from dissensus.cli.wording import summary
    from dissensus.record.filters import StatementFilter
    from dissensus.record.order import Order

    told = tuple(type_ for type_ in EventType if type_ is not EventType.OTHER)
    dated: dict[str, Statement] = {}
    for types in (told, (EventType.OTHER,)):
        for statement in record.statements(StatementFilter(event_types=types, order=Order.CONFIDENCE, since="0001")):
            if len(dated) == _EVENTS:
                break
            dated.setdefault(summary(statement), statement)
    return sorted(dated.values(), key=lambda statement: (_day(statement), statement.id))


def _day(statement: Statement) -> str:
    date = statement.event.date if statement.event else None
    return (date.start or date.end or "") if date else ""


def _made(record: Path | None, make: type[Record]) -> Record:
    """The record asked for; without a wish, one in this folder, or among the temporary files."""
    if record is not None:
        return make(record, create=True)
    try:
        return make(Path(f"{EXAMPLE}.db"), create=True)
    except RecordNotWritableError:
        return make(Path(tempfile.gettempdir()) / f"{EXAMPLE}.db", create=True)


def _print(record: Record) -> None:
    from dissensus.cli import wording
    from dissensus.cli.matters import print_matter
    from dissensus.matters.store import MatterFilter, find_matters

    _heading("Documents")
    table(
        ("date", "source", "title", "statements"),
        [
            (
                d.document.date or "",
                d.document.source or "",
                d.document.title or d.document.path or "",
                number(d.statements),
            )
            for d in record.documents()
        ],
        right=("statements",),
        whole=("date",),
        indent=2,
    )
    _heading("Chief actors")
    table(
        ("name", "type", "documents", "statements"),
        [
            (c.actor.name, c.actor.type.value.replace("_", " "), number(c.documents), number(c.statements))
            for c in record.actors(limit=_ACTORS)
        ],
        right=("documents", "statements"),
        indent=2,
    )
    _heading("Ties")
    for tie in chief_ties(record):
        wording.print_briefly(tie)
    _heading("Events in order of date")
    for event in dated_events(record):
        wording.print_briefly(event, wording.when(event.event.date) if event.event else "")
    _heading("Where sources part ways")
    disputed = find_matters(record, MatterFilter(disputed=True, limit=_MATTERS))
    for matter in disputed:
        print_matter(record, matter)
    if not disputed:
        say("No two sources were found to part ways.")
    _heading("Go on")
    path = shlex.quote(str(record.path))
    for line in (
        f"dissensus serve {path}",
        f"dissensus matter {path} {disputed[0].id[:8] if disputed else 'ID'}",
        f"dissensus camps {path} --level state",
        f"dissensus statements {path} --actor 'Evo Morales'",
    ):
        say(f"  {line}")


def _heading(title: str) -> None:
    from rich.text import Text

    say("")
    say(Text(title, style="bold underline"))
