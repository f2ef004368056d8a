"""`dissensus matters`: what several sources speak of, the most disputed first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from dissensus.cli.grouping import bring_up_to_date
from dissensus.cli.listing import nothing_in, summed_up
from dissensus.cli.options import JsonLinesOption, RecordArgument, checked_date, filled, searchable
from dissensus.cli.output import print_json, say, say_indented
from dissensus.matters.matter import Aspect, Stance
from dissensus.model import Kind

if TYPE_CHECKING:
    from dissensus.matters.matter import Matter
    from dissensus.record.record import Record

_LIMIT = 10
"""Matters printed when no limit is given and they are not printed as JSON."""


def matters(
    record: RecordArgument,
    kind: Annotated[list[Kind] | None, typer.Option(help="Kind; may be given several times.")] = None,
    actor: Annotated[
        str | None, typer.Option(metavar="TEXT", callback=filled, help="Id or name of someone it is about.")
    ] = None,
    source: Annotated[
        str | None, typer.Option(metavar="TEXT", callback=filled, help="A source that takes a position.")
    ] = None,
    stance: Annotated[Stance | None, typer.Option(help="A position that the source, or any source, takes.")] = None,
    differs: Annotated[Aspect | None, typer.Option(help="In what sources part ways.")] = None,
    disputed: Annotated[bool, typer.Option("--disputed", help="Only those on which sources part ways.")] = False,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", callback=checked_date, help="Of this day, month, year or later.")
    ] = None,
    until: Annotated[
        str | None, typer.Option(metavar="DATE", callback=checked_date, help="Of this day, month, year or before.")
    ] = None,
    text: Annotated[
        str | None, typer.Option(metavar="WORDS", callback=searchable, help="Words that stand in the title.")
    ] = None,
    min_sources: Annotated[int, typer.Option(metavar="N", min=1, help="At least so many sources take a position.")] = 1,
    limit: Annotated[
        int | None,
        typer.Option(metavar="N", min=0, help=f"At most so many; {_LIMIT} unless --json.", show_default=False),
    ] = None,
    offset: Annotated[int, typer.Option(metavar="N", min=0, help="Skip so many first.")] = 0,
    json: JsonLinesOption = False,
) -> None:
    """List what the sources speak of.

    A matter is what several statements are about: an event, a tie between two actors, a figure, a word for someone. The
    most disputed come first. Conditions all hold.
    """
    from dissensus.matters.store import MatterFilter, count_matters, find_matters
    from dissensus.record.record import Record
    from dissensus.record.words import first_day, last_day

    if since and until and first_day(since) > last_day(until):
        raise typer.BadParameter(f"--since {since} is after --until {until}")
    if stance is Stance.SILENT:
        raise typer.BadParameter("who is silent is told by `dissensus matter` and `dissensus compare`")
    asked = MatterFilter(
        kinds=tuple(kind or ()),
        actor=actor,
        source=source,
        stance=stance,
        aspect=differs,
        since=since,
        until=until,
        text=text,
        min_sources=min_sources,
        disputed=disputed,
        limit=limit if limit is not None or json else _LIMIT,
        offset=offset,
    )
    with Record(record) as opened:
        bring_up_to_date(opened)
        found = find_matters(opened, asked)
        if json:
            for matter in found:
                print_json(matter)
            return
        for matter in found:
            print_matter(opened, matter)
        in_all = count_matters(opened)
        if not in_all:
            say(nothing_in(opened, "matters"))
            return
        more = " `dissensus matter RECORD ID` shows one in full." if found else ""
        say(summed_up("matter", len(found), offset, count_matters(opened, asked), in_all) + more)


def print_matter(record: Record, matter: Matter) -> None:
    """Print a matter: what it is about, who takes which position, and in what they part ways."""
    from rich.text import Text

    from dissensus.cli import matter_words as words
    from dissensus.cli.side_by_side import named
    from dissensus.matters.store import positions

    say(Text(matter.title, style="bold"))
    say_indented(Text(f"{matter.id} · {words.about(matter)}", style="dim"))
    named(*words.by_stance(positions(record, matter.id, silent=False)))
    if matter.differs:
        say_indented(Text(f"dispute {matter.dispute.score:.2f}: in {words.aspects(matter.differs)}", style="yellow"))
    say("")
