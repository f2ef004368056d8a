"""`dissensus network`: who stands with whom, at a time, as told by whom."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dissensus.cli.listing import nothing_in
from dissensus.cli.network_options import (
    AtOption,
    ConfidenceOption,
    FirmnessOption,
    HeldByOption,
    LevelOption,
    MemoryOption,
    PlotOption,
    RelationOption,
    ToldByOption,
    TypeOption,
    UndatedOption,
    WindowOption,
    described,
    wanted_from,
)
from dissensus.cli.options import JsonOption, RecordArgument
from dissensus.cli.output import count, note, number, pairs, print_json, say, table
from dissensus.model import Commitment
from dissensus.network.wanted import Level, Undated

if TYPE_CHECKING:
    from dissensus.network.build import Network, Pair

_NOTHING = (
    "No two actors are told to stand with or against each other; try a longer --window or --memory, --undated all, "
    "or --commitment predicted."
)

_TIES, _CONTESTED, _VOTES = 20, 10, 3


def network(
    record: RecordArgument,
    at: AtOption = None,
    window: WindowOption = None,
    memory: MemoryOption = 12,
    told_by: ToldByOption = None,
    held_by: HeldByOption = None,
    relation: RelationOption = None,
    type: TypeOption = None,
    commitment: FirmnessOption = Commitment.ALLEGED,
    min_confidence: ConfidenceOption = 0.0,
    level: LevelOption = Level.ACTOR,
    undated: UndatedOption = Undated.TIES,
    limit: Annotated[
        int | None,
        typer.Option(metavar="N", min=0, help=f"Ties shown; {_TIES} unless --json, then all.", show_default=False),
    ] = None,
    plot: PlotOption = None,
    json: JsonOption = False,
) -> None:
    """Show who stands with whom: the signed network of ties and events.

    A source has one vote on a pair of actors, from -1 to 1: what its statements say (sign times strength times
    confidence), summed and divided by the sum of their sizes where that is above 1. The sum of the votes gives the
    pair's sign and weight. A pair is contested when some sources vote for and others against.
    """
    from dissensus.network.build import build
    from dissensus.record.record import Record

    wanted = wanted_from(
        at=at,
        window=window,
        memory=memory,
        told_by=told_by,
        held_by=held_by,
        relation=relation,
        type=type,
        commitment=commitment,
        min_confidence=min_confidence,
        level=level,
        undated=undated,
    )
    with Record(record) as opened:
        made = build(opened, wanted)
        if plot is not None:
            _draw(made, plot)
        if json:
            print_json(_as_json(made, limit))
            return
        _print(made, _TIES if limit is None else limit)
        if not len(made):
            say(_NOTHING if opened.count() else nothing_in(opened))


def _print(made: Network, limit: int) -> None:
    tally = made.tally
    positive, negative = int((tally.sum > 0).sum()), int((tally.sum < 0).sum())
    undecided, contested = len(made) - positive - negative, int(tally.contested.sum())
    pairs(
        ("network", described(made)),
        ("actors", number(len(made.nodes))),
        ("ties", f"{number(positive + negative)}: {number(positive)} friendly, {number(negative)} hostile"),
        ("undecided", count(undecided, "pair") if undecided else ""),
        ("contested", count(contested, "pair") if contested else ""),
        ("statements", number(made.statements)),
        ("balance", _balance(made)),
    )
    strongest = made.strongest(limit)
    if strongest:
        say("")
        table(
            ("actor", "stands", "actor", "weight", "sources", "statements", "told of"),
            [
                (
                    pair.a.name,
                    standing(pair.sign),
                    pair.b.name,
                    f"{pair.weight:.2f}",
                    number(len(pair.votes)),
                    number(len(pair.statements)),
                    _told_of(pair),
                )
                for pair in strongest
            ],
            right=("weight", "sources", "statements"),
            whole=("stands",),
        )
    if contested:
        say("")
        say(f"Contested: {count(contested, 'pair')} on which sources vote for and against")
        for pair in made.strongest(_CONTESTED, contested=True):
            say(f"  {pair.a.name} and {pair.b.name}: {_sides(pair)}")


def _sides(pair: Pair) -> str:
    """The votes for and against, the strongest of each side."""
    sides = []
    for name, sign in (("for", 1), ("against", -1)):
        votes = sorted((vote for vote in pair.votes if vote.value * sign > 0), key=lambda vote: -abs(vote.value))
        shown = ", ".join(f"{vote.source.name} {vote.value:+.2f}" for vote in votes[:_VOTES])
        rest = len(votes) - _VOTES
        sides.append(f"{name} {shown}" + (f" and {count(rest, 'source')} more" if rest > 0 else ""))
    return "; ".join(sides)


def standing(sign: int) -> str:
    """How two actors stand, in a word or two."""
    return {1: "with", -1: "against"}.get(sign, "undecided")


def _told_of(pair: Pair) -> str:
    if pair.since is None and pair.until is None:
        return "no date"
    begin, end = pair.since or "", pair.until or ""
    return begin if begin == end else f"{begin} to {end}".strip() if end else f"since {begin}"


def _balance(made: Network) -> str:
    """How far the ties go together with two camps."""
    from dissensus.network.dividing import divider

    graph = made.graph()
    if not graph.m:
        return ""
    split = divider(settle=False)(graph)
    share = split.frustration / float(graph.weight.sum())
    misfits = int(graph.frustrated(split.camp).sum())
    proven = "no two camps leave less" if split.proven else "not proven to be the least"
    return f"two camps leave {count(misfits, 'tie')}, {share:.1%} of all weight, unexplained ({proven})"


def _draw(made: Network, plot: Path) -> None:
    import numpy as np

    from dissensus.network.dividing import divider
    from dissensus.network.plots import plot as draw

    graph = made.graph()
    draw(
        graph,
        divider(settle=False)(graph).camp if graph.m else np.zeros(graph.n, dtype=np.int64),
        plot,
        names=made.names,
        title=f"Who stands with whom {described(made)}",
        contested=frozenset((pair.a.id, pair.b.id) for pair in made.pairs(contested=True)),
    )
    note(f"drew {plot}")


def _as_json(made: Network, limit: int | None) -> dict[str, Any]:
    shown = list(made.pairs()) if limit is None else made.strongest(limit)
    ids = made.ids(number for pair in shown for number in pair.statements)
    return {
        "window": {"since": made.window.since, "until": made.window.until} if made.window else None,
        "told_by": [teller.name for teller in made.tellers],
        "statements": made.statements,
        "actors": [
            {"id": node.id, "name": node.name, "type": node.type.value, "country": node.country} for node in made.nodes
        ],
        "ties": [pair_as_json(pair, ids) for pair in shown],
    }


def pair_as_json(pair: Pair, ids: dict[int, str]) -> dict[str, Any]:
    """A pair for programs, with the ids of its statements by source."""
    return {
        "source": pair.a.id,
        "target": pair.b.id,
        "sign": pair.sign,
        "weight": round(pair.weight, 6),
        "contested": pair.contested,
        "mixed": pair.mixed,
        "since": pair.since,
        "until": pair.until,
        "undated": pair.undated,
        "votes": [
            {
                "source": vote.source.name,
                "value": round(vote.value, 6),
                "statements": [ids[number] for number in vote.statements],
            }
            for vote in pair.votes
        ],
    }
