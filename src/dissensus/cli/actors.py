"""`dissensus actors`: whom the record speaks of, and `dissensus actors import`: actors of one's own."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from dissensus.cli.exit_codes import EPILOG
from dissensus.cli.groups import ListByDefault
from dissensus.cli.options import JsonLinesOption, JsonOption, RecordArgument, RecordOption, filled
from dissensus.cli.output import count, note, number, plain, print_json, say, table
from dissensus.model import ActorType, Origin

app = typer.Typer(
    cls=ListByDefault,
    help="List, search and import actors. `actors RECORD` is short for `actors list RECORD`.",
)


class ActorFormat(StrEnum):
    """Formats of actor dictionaries."""

    CAMEO = "cameo"
    CSV = "csv"


@app.command("list", epilog=EPILOG)
def list_actors(
    record: RecordArgument,
    search: Annotated[
        str | None, typer.Option(metavar="TEXT", callback=filled, help="A piece of a name or alias.")
    ] = None,
    type: Annotated[ActorType | None, typer.Option(help="Sort of body or person.")] = None,
    country: Annotated[str | None, typer.Option(metavar="CODE", callback=filled, help="Country, as BOL.")] = None,
    origin: Annotated[Origin | None, typer.Option(help="Where the record knows it from.")] = None,
    limit: Annotated[int | None, typer.Option(metavar="N", min=1, help="At most so many.")] = None,
    json: JsonLinesOption = False,
) -> None:
    """List or search actors.

    Those with most statements about them come first.
    """
    from dissensus.record.record import Record

    with Record(record) as opened:
        found = opened.actors(search=search, type=type, country=country, origin=origin, limit=limit)
        if json:
            for counted in found:
                print_json(plain(counted.actor) | {"documents": counted.documents, "statements": counted.statements})
            return
        rows = [
            (
                counted.actor.id,
                counted.actor.name,
                counted.actor.type.value.replace("_", " "),
                counted.actor.country or "",
                counted.actor.origin.value,
                number(counted.documents),
                number(counted.statements),
            )
            for counted in found
        ]
    if not rows:
        asked = search or type or country or origin
        say(
            "No actor is like that; try a shorter piece of the name, or fewer conditions."
            if asked
            else "The record holds no actors yet."
        )
        return
    table(
        ("id", "name", "type", "country", "origin", "documents", "statements"),
        rows,
        right=("documents", "statements"),
        whole=("id",),
    )


@app.command("import", epilog=EPILOG)
def import_actors(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The dictionary.", show_default=False)],
    record: RecordOption,
    format: Annotated[ActorFormat, typer.Option(help="How it is written.")] = ActorFormat.CSV,
    json: JsonOption = False,
) -> None:
    """Import actors from a dictionary.

    CAMEO actor dictionaries, and CSV. The next `read` knows them, and prefers them to the dictionary of the program.
    Documents read before are analysed with them by `dissensus read ... --again`.
    """
    from dissensus.actors.importing import import_cameo, import_csv
    from dissensus.record.record import Record

    skipped: list[str] = []
    actors = import_cameo(file, skipped) if format is ActorFormat.CAMEO else import_csv(file)
    for line in skipped:
        note(f"left out: {line}")
    with Record(record, create=True) as opened:
        taken = opened.import_actors(actors)
    if json:
        print_json({"imported": taken, "left_out": skipped})
    else:
        say(f"Imported {count(taken, 'actor')}; the next `dissensus read` knows them.")
