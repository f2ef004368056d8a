"""Options of the commands that make signed networks: when, as told by whom, how firmly, and how to draw them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dissensus.cli.options import checked_date, filled
from dissensus.errors import DissensusError
from dissensus.model import Commitment, EventType, Relation
from dissensus.network.wanted import Level, Undated, Wanted

if TYPE_CHECKING:
    from dissensus.network.build import Network


def checked_window(value: str | None) -> str | None:
    """The window an option gives, if it is one.

    Raises:
        typer.BadParameter: it is not.
    """
    if value is not None:
        since, until = parted(value)
        if since is None and until is None:
            raise typer.BadParameter("it is empty; write 2019, 2019-10/2020-03, 2019/ or /2019")
        for date in (since, until):
            checked_date(date)
    return value


def checked_picture(value: Path | None) -> Path | None:
    """The file an option gives, if a picture can be written there.

    Raises:
        typer.BadParameter: its name ends neither in .svg nor in .png.
    """
    if value is not None and value.suffix.lower() not in (".svg", ".png"):
        raise typer.BadParameter("pictures are drawn as .svg or .png; give the file such a name")
    return value


_LONGEST = 80
"""Letters up to which several sources are named."""

AtOption = Annotated[
    str | None,
    typer.Option("--at", metavar="DATE", callback=checked_date, help="As it stands on this day, month or year."),
]
WindowOption = Annotated[
    str | None,
    typer.Option(
        "--window",
        metavar="FROM/TO",
        callback=checked_window,
        help="In a window: 2019, 2019-10/2020-03, 2019/ or /2019.",
    ),
]
MemoryOption = Annotated[
    int,
    typer.Option(
        "--memory",
        metavar="MONTHS",
        min=0,
        help="With --at: for so long an event, or a tie whose end is not told, goes on counting.",
    ),
]
ToldByOption = Annotated[
    list[str] | None,
    typer.Option(
        "--told-by",
        metavar="SOURCE",
        callback=filled,
        help="As told by this publisher or document; may be given several times.",
    ),
]
HeldByOption = Annotated[
    list[str] | None,
    typer.Option(
        "--held-by",
        metavar="HOLDER",
        callback=filled,
        help="As said by this holder, or author; may be given several times.",
    ),
]
RelationOption = Annotated[
    list[Relation] | None,
    typer.Option(
        "--relation",
        help="Ties of this relation, and of what --type names, nothing else; may be given several times.",
    ),
]
TypeOption = Annotated[
    list[EventType] | None,
    typer.Option(
        "--type",
        case_sensitive=False,
        help="Events of this type, and ties of what --relation names, nothing else; may be given several times.",
    ),
]
FirmnessOption = Annotated[
    Commitment,
    typer.Option(
        "--commitment",
        help="The least firm that counts, from stated down to asked; what is denied never does.",
    ),
]
ConfidenceOption = Annotated[
    float, typer.Option("--min-confidence", metavar="X", min=0, max=1, help="Confidence of at least this.")
]
LevelOption = Annotated[
    Level,
    typer.Option("--level", help="Actors as named, or states, for which their organs and office-holders act."),
]
UndatedOption = Annotated[
    Undated,
    typer.Option(
        "--undated",
        help="What gives no date, in a network of a time: leave it out (none), count ties, or ties and events (all), "
        "at the date of their document, or at any time (always).",
    ),
]
PlotOption = Annotated[
    Path | None,
    typer.Option("--plot", metavar="FILE", callback=checked_picture, help="Draw it into this file, .svg or .png."),
]


def parted(window: str) -> tuple[str | None, str | None]:
    """The beginning and the end of a window as typed; one date is both."""
    since, slash, until = (part.strip() for part in window.partition("/"))
    return since or None, (until or None) if slash else since or None


def wanted_from(
    *,
    at: str | None = None,
    window: str | None = None,
    memory: int = 12,
    told_by: list[str] | None = None,
    held_by: list[str] | None = None,
    relation: list[Relation] | None = None,
    type: list[EventType] | None = None,
    commitment: Commitment = Commitment.ALLEGED,
    min_confidence: float = 0.0,
    level: Level = Level.ACTOR,
    undated: Undated = Undated.TIES,
) -> Wanted:
    """What the options ask for.

    Raises:
        typer.BadParameter: they contradict each other.
    """
    since, until = parted(window) if window else (None, None)
    try:
        return Wanted(
            at=at,
            since=since,
            until=until,
            memory=memory,
            told_by=tuple(told_by or ()),
            held_by=tuple(held_by or ()),
            relations=tuple(relation or ()),
            types=tuple(type or ()),
            commitment=commitment,
            min_confidence=min_confidence,
            level=level,
            undated=undated,
        )
    except DissensusError as error:
        raise typer.BadParameter(str(error)) from error


def described(network: Network) -> str:
    """Of when a network is and by whom it is told, in a line."""
    wanted = network.wanted
    when = "at all times"
    if wanted.at:
        when = f"at {wanted.at}"
    elif network.window:
        since, until = wanted.since, wanted.until
        when = f"in {since}" if since == until else f"{since or 'the beginning'} to {until or 'the end'}"
    told = [teller.name for teller in network.tellers]
    by = ", ".join(told)
    by = by if len(told) == 1 or len(by) <= _LONGEST else f"{len(told)} sources"
    held = f", held by {', '.join(wanted.held_by)}" if wanted.held_by else ""
    only = f", only {', '.join(wanted.told)}" if wanted.told else ""
    return f"{when}, as told by {by or 'nobody'}{held}{only}"
