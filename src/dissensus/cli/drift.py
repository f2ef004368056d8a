"""`dissensus drift`: camps through time, and who changed sides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from dissensus.cli.listing import nothing_in
from dissensus.cli.main import INTERRUPTED
from dissensus.cli.network_options import (
    ConfidenceOption,
    FirmnessOption,
    HeldByOption,
    LevelOption,
    RelationOption,
    ToldByOption,
    TypeOption,
    UndatedOption,
    WindowOption,
    parted,
    wanted_from,
)
from dissensus.cli.options import JsonLinesOption, RecordArgument
from dissensus.cli.output import count, note, number, print_json, say, say_indented, table
from dissensus.model import Commitment
from dissensus.network.wanted import Level, Undated

if TYPE_CHECKING:
    from dissensus.model import Statement
    from dissensus.network.build import Told
    from dissensus.network.drift import Change, Step
    from dissensus.record.record import Record

_CHANGES, _REASONS, _EVENTS, _CAMPS = 20, 3, 3, 3


def drift(
    record: RecordArgument,
    window: WindowOption = None,
    months: Annotated[int, typer.Option(metavar="N", min=1, help="Months of each window.")] = 12,
    step: Annotated[
        int | None,
        typer.Option(metavar="N", min=1, help="Months from one window to the next; as long as they are unless given."),
    ] = None,
    camps: Annotated[
        int, typer.Option(metavar="K", min=0, help="At most so many camps; 0 for as many as the ties make.")
    ] = 2,
    seconds: Annotated[float, typer.Option(metavar="X", min=0.01, help="Time for the camps of each window.")] = 1.0,
    events: Annotated[
        int | None,
        typer.Option(
            metavar="N",
            min=0,
            help=f"Events told with a change; {_EVENTS} unless --json, then none.",
            show_default=False,
        ),
    ] = None,
    told_by: ToldByOption = None,
    held_by: HeldByOption = None,
    relation: RelationOption = None,
    type: TypeOption = None,
    commitment: FirmnessOption = Commitment.ALLEGED,
    min_confidence: ConfidenceOption = 0.0,
    level: LevelOption = Level.ACTOR,
    undated: UndatedOption = Undated.TIES,
    json: JsonLinesOption = False,
) -> None:
    """Follow the camps through time: who changed sides, when, and on which statements.

    The time between the first and the last day told, or --window, is cut into windows of --months. Camps keep their
    number from window to window by where most of their members are. Windows in which nothing is told are passed over.
    """
    from dissensus.network.build import Told
    from dissensus.network.dividing import divider
    from dissensus.network.drift import camp_names
    from dissensus.network.drift import drift as follow
    from dissensus.network.windows import sweep
    from dissensus.record.record import Record

    if camps == 1:
        raise typer.BadParameter("--camps must be 0, or 2 or more")
    wanted = wanted_from(
        window=window,
        told_by=told_by,
        held_by=held_by,
        relation=relation,
        type=type,
        commitment=commitment,
        min_confidence=min_confidence,
        level=level,
        undated=undated,
    )
    since, until = parted(window) if window else (None, None)
    with Record(record) as opened:
        told = Told(opened, wanted)
        span = told.span()
        if span is None:
            _nothing(opened, json)
            return
        windows = sweep(since or span[0], until or span[1], months=months, step=step)
        steps: list[Step] = []
        stopped = False
        try:
            for one in follow(told, windows, divider(camps or None, seconds=seconds)):
                steps.append(one)
                if json:
                    print_json(_as_json(one, told, events or 0))
        except KeyboardInterrupt:
            stopped = True
            note(f"stopped by Ctrl-C after {count(len(steps), 'window')}")
        if steps and not json:
            _print(steps, told, opened, camp_names(steps, told.nodes), _EVENTS if events is None else events)
        elif not stopped:
            _nothing(opened, json or bool(steps))
    if stopped:
        raise typer.Exit(INTERRUPTED)


def _nothing(record: Record, json: bool) -> None:
    if json:
        return
    if not record.count():
        say(nothing_in(record))
    else:
        say("No tie can be placed in time; try --undated all, a wider --window, or --commitment predicted.")


def _print(steps: list[Step], told: Told, record: Record, camps: dict[int, str], events: int) -> None:
    table(
        ("window", "actors", "ties", "hostile", "unexplained", "camps", "changed"),
        [
            (
                step.window.name,
                number(step.actors),
                number(step.ties),
                number(step.negative),
                f"{step.frustration / step.weight:.1%}" + ("" if step.proven else "?"),
                _camps(step, camps),
                number(len(step.changes)) if step.changes else "",
            )
            for step in steps
        ],
        right=("actors", "ties", "hostile", "unexplained", "changed"),
        whole=("window",),
    )
    if not all(step.proven for step in steps):
        say("? not proven to be the least; try more --seconds")
    changes = [change for step in steps for change in step.changes]
    say("")
    if not changes:
        say("Nobody is told to have changed sides.")
        return
    names = {node.id: node.name for node in told.nodes}
    chief = sorted(changes, key=lambda change: -sum(reason.weight for reason in change.reasons))[:_CHANGES]
    for change in sorted(chief, key=lambda change: change.window.first):
        _print_change(change, told, record, names, camps, events)
    if len(changes) > _CHANGES:
        say(f"and {count(len(changes) - _CHANGES, 'change')} more, less weighty; see them all with --json")


def _camps(step: Step, camps: dict[int, str]) -> str:
    largest = sorted(step.camps.items(), key=lambda camp: (-len(camp[1]), camp[0]))
    shown = [f"{camp + 1} {camps[camp]} ({len(members)})" for camp, members in largest[:_CAMPS]]
    rest = len(largest) - _CAMPS
    return ", ".join(shown) + (f", {rest} more" if rest > 0 else "")


def _print_change(
    change: Change, told: Told, record: Record, names: dict[str, str], camps: dict[int, str], events: int
) -> None:
    from rich.text import Text

    from dissensus.cli import wording
    from dissensus.cli.network import standing
    from dissensus.network.drift import coinciding

    said = (
        f"{change.window.name}  {names.get(change.actor, change.actor)} left camp {change.left + 1} "
        f"({camps[change.left]}) and joined camp {change.joined + 1} ({camps[change.joined]})"
    )
    say(Text(said + ("" if change.certain else " (not certain)"), style="bold"))
    for reason in change.reasons[:_REASONS]:
        before = "" if reason.before == reason.sign else f", before {_before(reason.before)}"
        say_indented(f"stands {standing(reason.sign)} {names.get(reason.other, reason.other)}{before}")
        for id in reason.statements[:1]:
            statement = record.statement(id)
            say_indented(Text(f"{wording.quoted(statement)} {_told(statement)}", style="dim"), by=4)
    for event in coinciding(told, change, limit=events):
        say_indented(Text(f"at that time: {wording.summary(event)}"))
    say("")


def _before(sign: int | None) -> str:
    return {None: "nothing was told", 1: "with it", -1: "against it"}.get(sign, "undecided")


def _told(statement: Statement) -> str:
    return f"({statement.document.source or statement.document.title or statement.document.path}, {statement.id})"


def _as_json(step: Step, told: Told, events: int) -> dict[str, Any]:
    from dissensus.network.drift import coinciding

    return {
        "window": step.window.name,
        "since": step.window.since,
        "until": step.window.until,
        "actors": step.actors,
        "ties": step.ties,
        "negative": step.negative,
        "contested": step.contested,
        "weight": round(step.weight, 6),
        "frustration": round(step.frustration, 6),
        "proven": step.proven,
        "camps": [{"camp": camp + 1, "members": members} for camp, members in step.camps.items()],
        "unsettled": step.unsettled,
        "changes": [
            {
                "actor": change.actor,
                "left": change.left + 1,
                "joined": change.joined + 1,
                "last": change.last.name,
                "certain": change.certain,
                "reasons": change.reasons,
                "events": [event.id for event in coinciding(told, change, limit=events)] if events else [],
            }
            for change in step.changes
        ],
    }
