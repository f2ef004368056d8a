"""`dissensus documents`: what was read."""

from __future__ import annotations

from typing import Annotated

import typer

from dissensus.cli.options import JsonLinesOption, RecordArgument, filled, searchable
from dissensus.cli.output import number, plain, print_json, say, table


def documents(
    record: RecordArgument,
    text: Annotated[
        str | None,
        typer.Option(
            metavar="WORDS",
            callback=searchable,
            help='Words that all stand in it; "words together" in quotation marks.',
        ),
    ] = None,
    source: Annotated[str | None, typer.Option(metavar="TEXT", callback=filled, help="Publisher or outlet.")] = None,
    language: Annotated[str | None, typer.Option(metavar="CODE", callback=filled, help="Language, as en.")] = None,
    json: JsonLinesOption = False,
) -> None:
    """List the documents that were read.

    In the order of reading, with how many words and statements each holds.
    """
    from dissensus.record.record import Record

    with Record(record) as opened:
        found = opened.documents(text=text, source=source, language=language)
        if json:
            for listed in found:
                described = plain(listed.document) | {"words": listed.words, "statements": listed.statements}
                del described["text"], described["turns"], described["furniture"]
                print_json(described | {"analysed": listed.analysed})
            return
        rows = [
            (
                listed.document.id,
                listed.document.date or "",
                listed.document.source or "",
                listed.document.title or listed.document.path or "",
                number(listed.words),
                number(listed.statements) if listed.analysed else f"not analysed ({listed.document.language or '?'})",
            )
            for listed in found
        ]
    if not rows:
        asked = text or source or language
        say(
            "No document is like that; try fewer words or conditions."
            if asked
            else "The record holds no documents yet; fill it with `dissensus read`."
        )
        return
    table(("id", "date", "source", "title", "words", "statements"), rows, right=("words",), whole=("id", "date"))
