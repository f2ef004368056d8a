"""`dissensus matter`: one matter, what each source says of it side by side, and a person's decisions on matters."""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING, Annotated

import typer

from dissensus.cli.exit_codes import EPILOG
from dissensus.cli.grouping import bring_up_to_date
from dissensus.cli.groups import ShowByDefault
from dissensus.cli.options import JsonLinesOption, JsonOption, RecordArgument, filled
from dissensus.cli.output import pairs, plain, print_json, say, say_indented, table
from dissensus.matters.matter import Decision, DecisionAction

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dissensus.matters.matter import Join, Matter, Position
    from dissensus.record.record import Record

_QUOTES = 3
"""Quotes of each source printed unless more are asked for."""

_SILENT = 30
"""Silent sources named before the rest are counted."""

app = typer.Typer(
    cls=ShowByDefault,
    help="Show one matter, split and join matters. `matter RECORD ID` is short for `matter show RECORD ID`.",
)

MatterArgument = Annotated[
    str,
    typer.Argument(
        metavar="ID",
        callback=filled,
        help="Id of the matter, or the first 4 or more characters of it, or id of a statement in it.",
        show_default=False,
    ),
]

ByOption = Annotated[
    str | None,
    typer.Option("--by", metavar="NAME", callback=filled, help="Who decides; your login name unless given."),
]

NoteOption = Annotated[str | None, typer.Option(metavar="TEXT", callback=filled, help="Why.")]


@app.command("show", epilog=EPILOG)
def show(
    record: RecordArgument,
    id: MatterArgument,
    quotes: Annotated[int, typer.Option(metavar="N", min=1, help="Quotes of each source.")] = _QUOTES,
    why: Annotated[bool, typer.Option("--why", help="Tell why each statement is in it.")] = False,
    json: JsonOption = False,
) -> None:
    """Show one matter: what each source says of it, in its words.

    The sources stand side by side where the screen is wide enough, and one under the other where it is not.
    """
    from dissensus.matters.store import get_matter, joins, positions
    from dissensus.record.record import Record

    with Record(record) as opened:
        bring_up_to_date(opened)
        matter = get_matter(opened, id)
        told = positions(opened, matter.id)
        reasons = joins(opened, matter.id) if why else []
        if json:
            print_json({"matter": matter, "positions": told, **({"joins": reasons} if why else {})})
            return
        _print(opened, matter, told, quotes)
        if why:
            _print_joins(opened, reasons)


@app.command("split", epilog=EPILOG)
def split(
    record: RecordArgument,
    id: MatterArgument,
    statements: Annotated[
        list[str],
        typer.Argument(
            metavar="STATEMENT",
            help="Ids of statements that are about something else, or the first 4 or more characters of them.",
            show_default=False,
        ),
    ],
    by: ByOption = None,
    note: NoteOption = None,
    json: JsonOption = False,
) -> None:
    """Take statements out of a matter: they are about something else.

    The decision is kept with a name and a date, stays when texts are read again, and can be undone.
    """
    from dissensus.matters import decisions
    from dissensus.matters.store import get_matter
    from dissensus.record.record import Record

    with Record(record) as opened:
        bring_up_to_date(opened)
        ids = [opened.statement(statement).id for statement in statements]
        matter = get_matter(opened, id)
        decision = decisions.split(opened, matter.id, ids, by=by or _login(), note=note)
        now = [get_matter(opened, one) for one in (ids[0], decision.apart_from or matter.id)]
        _decided(decision, now, json)


@app.command("join", epilog=EPILOG)
def join(
    record: RecordArgument,
    id: MatterArgument,
    other: Annotated[
        str,
        typer.Argument(metavar="OTHER", callback=filled, help="Id of the matter that is the same.", show_default=False),
    ],
    by: ByOption = None,
    note: NoteOption = None,
    json: JsonOption = False,
) -> None:
    """Join two matters: they are about the same.

    The decision is kept with a name and a date, stays when texts are read again, and can be undone.
    """
    from dissensus.matters import decisions
    from dissensus.matters.store import get_matter
    from dissensus.record.record import Record

    with Record(record) as opened:
        bring_up_to_date(opened)
        one, two = get_matter(opened, id), get_matter(opened, other)
        decision = decisions.join(opened, one.id, two.id, by=by or _login(), note=note)
        _decided(decision, [get_matter(opened, one.id)], json)


@app.command("undo", epilog=EPILOG)
def undo(
    record: RecordArgument,
    number: Annotated[
        int,
        typer.Argument(
            metavar="NUMBER", min=1, help="Number of the decision, as `matter decisions` tells it.", show_default=False
        ),
    ],
    by: ByOption = None,
    json: JsonOption = False,
) -> None:
    """Undo a split or a join. The decision stays in the record, marked as undone."""
    from dissensus.matters import decisions
    from dissensus.matters.store import get_matter
    from dissensus.record.record import Record

    with Record(record) as opened:
        bring_up_to_date(opened)
        decision = decisions.undo(opened, number, by=by or _login())
        matters = {matter.id: matter for matter in (get_matter(opened, one) for one in decision.statements)}
        _decided(decision, list(matters.values()), json)


@app.command("decisions", epilog=EPILOG)
def list_decisions(
    record: RecordArgument,
    undone: Annotated[bool, typer.Option("--undone", help="Also those that were undone.")] = False,
    json: JsonLinesOption = False,
) -> None:
    """List what people decided on matters, in order."""
    from dissensus.matters import decisions
    from dissensus.record.record import Record

    with Record(record) as opened:
        found = decisions.list_decisions(opened, undone=undone)
    if json:
        for decision in found:
            print_json(decision)
        return
    if not found:
        say("No one has split or joined a matter of this record.")
        return
    table(
        ("number", "decision", "statements", "by", "at", "undone", "note"),
        [
            (
                str(decision.number),
                decision.action.value,
                ", ".join(statement[:8] for statement in decision.statements),
                decision.by,
                decision.created_at[:16].replace("T", " "),
                (decision.deleted_at or "")[:16].replace("T", " "),
                decision.note or "",
            )
            for decision in found
        ],
        right=("number",),
    )


def _login() -> str:
    """The name of who is at the keyboard.

    Raises:
        typer.BadParameter: this machine does not tell.
    """
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        raise typer.BadParameter("this machine does not tell who you are; give --by NAME") from None


def _print(record: Record, matter: Matter, positions: Sequence[Position], quotes: int) -> None:
    from rich.text import Text

    from dissensus.cli import matter_words as words
    from dissensus.cli.side_by_side import side_by_side
    from dissensus.matters.matter import Stance

    say(Text(matter.title, style="bold"))
    say(Text(f"{matter.id} · {words.about(matter)}", style="dim"))
    say(Text(words.parting(matter)))
    say(Text(words.dispute(matter), style="dim"))
    say("")
    speaking = [position for position in positions if position.stance is not Stance.SILENT]
    quoting = words.Quoting(record)
    side_by_side([words.column(position, matter.differs, quotes, quoting) for position in speaking])
    pairs(*quoting.documents())
    silent = [position.source for position in positions if position.stance is Stance.SILENT]
    if silent:
        say("")
        say(Text("Silent on it, though they speak of the same actors in the same time:"))
        say_indented(Text(words.names(words.in_order(silent), _SILENT)))


def _print_joins(record: Record, reasons: Sequence[Join]) -> None:
    from rich.text import Text

    from dissensus.cli import wording

    say("")
    say(Text("Why the statements are taken together", style="bold"))
    for reason in reasons:
        one, other = record.statement(reason.statement), record.statement(reason.with_)
        say_indented(Text(f"{one.id[:8]} {wording.quoted(one)}"))
        if one.id != other.id:
            say_indented(Text(f"with {other.id[:8]} {wording.quoted(other)}", style="dim"), by=4)
        say_indented(Text(f"likeness {reason.score:.2f}: {'; '.join(reason.detail)}", style="dim"), by=4)


def _decided(decision: Decision, matters: Sequence[Matter], json: bool) -> None:
    if json:
        print_json(plain(decision) | {"matters": [matter.id for matter in matters]})
        return
    done = {DecisionAction.SPLIT: "Split", DecisionAction.JOIN: "Joined"}[decision.action]
    if decision.deleted_at:
        say(f"Undone: decision {decision.number} ({decision.action.value}).")
    else:
        say(f"{done}, as decision {decision.number} by {decision.by}; `dissensus matter undo` takes it back.")
    for matter in matters:
        say_indented(f"{matter.id}  {matter.title}")
