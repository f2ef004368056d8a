"""`dissensus predictions`: what was predicted, and what later statements say came of it."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from dissensus.cli.options import JsonLinesOption, RecordArgument, checked_date, filled
from dissensus.cli.output import count, print_json, say, say_indented
from dissensus.matters.prediction import Verdict
from dissensus.model import Kind

if TYPE_CHECKING:
    from dissensus.matters.prediction import Prediction

_LIMIT = 20
"""Predictions printed when no limit is given and they are not printed as JSON."""

_COLOURS = {Verdict.FULFILLED: "green", Verdict.CONTRADICTED: "red", Verdict.DISPUTED: "yellow", Verdict.OPEN: "cyan"}


def predictions(
    record: RecordArgument,
    verdict: Annotated[list[Verdict] | None, typer.Option(help="What came of it; may be given several times.")] = None,
    kind: Annotated[list[Kind] | None, typer.Option(help="Kind; may be given several times.")] = None,
    actor: Annotated[
        str | None, typer.Option(metavar="TEXT", callback=filled, help="Id or name of someone it is about.")
    ] = None,
    source: Annotated[
        str | None, typer.Option(metavar="TEXT", callback=filled, help="Publisher or outlet of the document.")
    ] = None,
    holder: Annotated[
        str | None, typer.Option(metavar="TEXT", callback=filled, help="Who predicts: id, name, or author.")
    ] = None,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", callback=checked_date, help="Told for this day, month, year or later.")
    ] = None,
    until: Annotated[
        str | None,
        typer.Option(metavar="DATE", callback=checked_date, help="Told for this day, month, year or before."),
    ] = None,
    limit: Annotated[
        int | None,
        typer.Option(metavar="N", min=0, help=f"At most so many; {_LIMIT} unless --json.", show_default=False),
    ] = None,
    offset: Annotated[int, typer.Option(metavar="N", min=0, help="Skip so many first.")] = 0,
    json: JsonLinesOption = False,
) -> None:
    """List predictions, and what later statements say came of them.

    Fulfilled, contradicted, disputed (later statements say both) or open: only by the words of the record, which are
    quoted. A later statement is one of a later document, or one that tells of a later day.
    """
    from dissensus.matters.predictions import predictions as find
    from dissensus.record.filters import StatementFilter
    from dissensus.record.record import Record
    from dissensus.record.words import first_day, last_day

    if since and until and first_day(since) > last_day(until):
        raise typer.BadParameter(f"--since {since} is after --until {until}")
    asked = StatementFilter(
        kinds=tuple(kind or ()), actor=actor, source=source, holder=holder, since=since, until=until
    )
    with Record(record) as opened:
        found = find(opened, asked)
        wanted = (one for one in found if not verdict or one.verdict in verdict)
        if json:
            for one in islice(wanted, offset, None if limit is None else offset + limit):
                print_json(one)
            return
        listed = list(wanted)
        shown = listed[offset:][: _LIMIT if limit is None else limit]
        for one in shown:
            _print(one)
        asked_for_all = not verdict and asked == StatementFilter()
    say(_summed_up(listed, len(shown), offset, asked_for_all))


def _print(prediction: Prediction) -> None:
    from rich.text import Text

    from dissensus.cli import wording

    statement = prediction.statement
    head = Text(f"{prediction.verdict.value}: ", style=f"bold {_COLOURS[prediction.verdict]}")
    head.append(wording.summary(statement), style="not bold default")
    say(head)
    say_indented(Text(f"{wording.said_by(statement)}: {wording.quoted(statement)}"))
    say_indented(Text(f"{statement.id[:8]} · {wording.origin(statement)}", style="dim"))
    for outcome in prediction.outcomes:
        later = outcome.statement
        say_indented(Text(f"{outcome.verdict.value} by {wording.holder(later)}: {wording.quoted(later)}"), by=4)
        say_indented(Text(f"{later.id[:8]} · {wording.origin(later)} · {outcome.why}", style="dim"), by=6)
    if not prediction.outcomes:
        say_indented(Text(prediction.why, style="dim"), by=4)
    say("")


def _summed_up(listed: list[Prediction], shown: int, offset: int, asked_for_all: bool) -> str:
    if not listed:
        return "No statement of the record predicts anything." if asked_for_all else "No prediction is like that."
    verdicts = Counter(one.verdict for one in listed)
    counts = ", ".join(f"{verdicts[verdict]:,} {verdict.value}" for verdict in Verdict if verdicts[verdict])
    told = f"{count(len(listed), 'prediction')}: {counts}."
    if not shown:
        return f"{told} Try a smaller --offset or a larger --limit."
    if shown + offset < len(listed):
        told += f" These are {offset + 1:,} to {offset + shown:,}; go on with --offset {offset + shown}."
    return told
