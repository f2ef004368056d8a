"""`dissensus statements`: who says what of whom, each with its quote in context."""

from __future__ import annotations

from typing import Annotated

import typer

from dissensus.cli.listing import nothing_in, summed_up
from dissensus.cli.options import JsonLinesOption, RecordArgument, checked_date, filled, searchable
from dissensus.cli.output import print_json, say
from dissensus.model import Commitment, EventType, Kind, Relation, ReviewState
from dissensus.record.order import Order

_LIMIT = 20
"""Statements printed when no limit is given and they are not printed as JSON."""


def statements(
    record: RecordArgument,
    kind: Annotated[list[Kind] | None, typer.Option(help="Kind; may be given several times.")] = None,
    actor: Annotated[
        str | None, typer.Option(metavar="TEXT", callback=filled, help="Id or name of someone it is about.")
    ] = None,
    pair: Annotated[
        tuple[str, str] | None,
        typer.Option(metavar="ACTOR ACTOR", callback=filled, help="Ids or names of two it is about."),
    ] = None,
    source: Annotated[
        str | None, typer.Option(metavar="TEXT", callback=filled, help="Publisher or outlet of the document.")
    ] = None,
    holder: Annotated[
        str | None, typer.Option(metavar="TEXT", callback=filled, help="Who says so: id, name, or author.")
    ] = None,
    commitment: Annotated[
        list[Commitment] | None, typer.Option(help="How firmly it is said; may be given several times.")
    ] = None,
    type: Annotated[
        list[EventType] | None, typer.Option(case_sensitive=False, help="Type of event; may be given several times.")
    ] = None,
    relation: Annotated[
        list[Relation] | None, typer.Option(help="Relation of a tie; may be given several times.")
    ] = None,
    sign: Annotated[
        int | None, typer.Option(metavar="N", min=-1, max=1, help="Sign of a tie, valence of a label.")
    ] = None,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", callback=checked_date, help="Told of this day, month, year or later.")
    ] = None,
    until: Annotated[
        str | None, typer.Option(metavar="DATE", callback=checked_date, help="Told of this day, month, year or before.")
    ] = None,
    text: Annotated[
        str | None,
        typer.Option(
            metavar="WORDS",
            callback=searchable,
            help='Words that all stand in the quote; "words together" in quotation marks.',
        ),
    ] = None,
    min_confidence: Annotated[
        float | None, typer.Option(metavar="X", min=0, max=1, help="Confidence of at least this.")
    ] = None,
    document: Annotated[
        str | None, typer.Option(metavar="TEXT", callback=filled, help="Id or path of the document.")
    ] = None,
    review: Annotated[ReviewState | None, typer.Option(help="What a person made of it.")] = None,
    order: Annotated[Order, typer.Option(help="In what order.")] = Order.READING,
    limit: Annotated[
        int | None,
        typer.Option(metavar="N", min=0, help=f"At most so many; {_LIMIT} unless --json.", show_default=False),
    ] = None,
    offset: Annotated[int, typer.Option(metavar="N", min=0, help="Skip so many first.")] = 0,
    width: Annotated[int, typer.Option(metavar="N", min=0, help="Characters of context on either side.")] = 100,
    json: JsonLinesOption = False,
) -> None:
    """List who says what of whom.

    Each statement comes with its words in context, who says so and how firmly. Conditions of different options all
    hold; several values of one option are alternatives.
    """
    from dissensus.cli import wording
    from dissensus.record.filters import StatementFilter
    from dissensus.record.record import Record
    from dissensus.record.words import first_day, last_day

    if since and until and first_day(since) > last_day(until):
        raise typer.BadParameter(f"--since {since} is after --until {until}")
    asked = StatementFilter(
        kinds=tuple(kind or ()),
        actor=actor,
        pair=pair,
        source=source,
        holder=holder,
        commitments=tuple(commitment or ()),
        event_types=tuple(type or ()),
        relations=tuple(relation or ()),
        sign=-1 if sign == -1 else 1 if sign == 1 else 0 if sign == 0 else None,
        since=since,
        until=until,
        text=text,
        min_confidence=min_confidence,
        document=document,
        review=review,
        limit=limit if limit is not None or json else _LIMIT,
        offset=offset,
        order=order,
    )
    with Record(record) as opened:
        if json:
            for statement in opened.statements(asked):
                print_json(statement)
            return
        shown = 0
        for statement in opened.statements(asked):
            wording.print_statement(statement, opened.context(statement, width))
            shown += 1
        in_all = opened.count()
        say(summed_up("statement", shown, offset, opened.count(asked), in_all) if in_all else nothing_in(opened))
