"""`dissensus camps`: the split that leaves the fewest ties unexplained, and what it cannot explain."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dissensus.cli.main import INTERRUPTED
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
from dissensus.cli.options import JsonLinesOption
from dissensus.cli.output import count, note, number, pairs, print_json, say, say_indented, table
from dissensus.model import Commitment
from dissensus.network.wanted import Level, Undated

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from dissensus.network.build import Network
    from dissensus.network.camps import Camps, Misfit
    from dissensus.network.graph import SignedGraph
    from dissensus.network.numbers import Accounts
    from dissensus.record.record import Record

_SHOWN = 10
_NAMES = 40
"""Names of one camp that are printed."""

_GROUPS = 20
"""Unconnected groups that are printed."""

_FOR_NUMBERS = 5_000
"""Ties up to which numbers of camps are compared without being asked for."""

_FOR_MEASURES = 200_000
"""Ties up to which triangles and walks are counted."""


@dataclass(frozen=True)
class _Asked:
    """How to split: a number of camps, None for any, 0 for the number that the ties support."""

    camps: int | None
    time_limit: float
    seed: int
    limit: int
    json: bool


def checked_number(value: str) -> str:
    """The number of camps an option gives, if it is one.

    Raises:
        typer.BadParameter: it is not.
    """
    if value not in ("free", "best") and not (value.isdecimal() and int(value) >= 1):
        raise typer.BadParameter(f"'{value}' is no number of camps; write 2, 3 and so on, free or best")
    return value


def camps(
    record: Annotated[
        Path | None, typer.Argument(metavar="RECORD", help="The record; or give --edges.", show_default=False)
    ] = None,
    edges: Annotated[
        Path | None,
        typer.Option(
            "--edges",
            metavar="FILE",
            help="A CSV file of ties instead: columns source, target, sign (1 or -1), and if wanted weight and window; "
            "- for standard input.",
            show_default=False,
        ),
    ] = None,
    k: Annotated[
        str,
        typer.Option(
            "--k",
            metavar="N",
            callback=checked_number,
            help="At most so many camps; free for any number; best for the number that the ties support.",
        ),
    ] = "2",
    unweighted: Annotated[bool, typer.Option("--unweighted", help="Count every tie as 1.")] = False,
    time_limit: Annotated[
        float, typer.Option("--time-limit", metavar="SECONDS", min=0.01, help="Time for each network.")
    ] = 60.0,
    seed: Annotated[int, typer.Option("--seed", metavar="N", min=0, help="Of what is left to chance.")] = 0,
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
        int, typer.Option("--limit", metavar="N", min=0, help="Ties that do not fit, and brokers, shown.")
    ] = _SHOWN,
    plot: PlotOption = None,
    json: JsonLinesOption = False,
) -> None:
    """Split a signed network into camps that leave the least unexplained.

    A tie is explained when it is friendly within a camp or hostile between camps. The split is proven to be the best,
    or comes with a bound that says how far it may be from it. An actor is settled when every best split places it
    alike, and swing when one places it otherwise. Ctrl-C ends the search and prints the best split so far.
    """
    if (record is None) == (edges is None):
        raise typer.BadParameter("give a record or --edges FILE, and not both")
    number_asked = None if k == "free" else 0 if k == "best" else int(k)
    asked = _Asked(number_asked, time_limit, seed, limit, json)
    if edges is not None:
        if at or window or told_by or held_by or relation or type:
            raise typer.BadParameter(
                "--at, --window, --told-by, --held-by, --relation and --type ask a record; a file of ties has a column "
                "window"
            )
        _of_file(edges, unweighted, plot, asked)
        return
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
    assert record is not None
    with Record(record) as opened:
        made = build(opened, wanted)
        graph = made.graph(weighted=not unweighted)
        if not graph.m and not json:
            say("No two actors are told to stand with or against each other; `dissensus network` says what to try.")
            return
        title = at or window or ""
        _one(title, graph, asked, made.names, f"Camps {described(made)}", plot, lambda m: _quotes(opened, made, m))


def _of_file(path: Path, unweighted: bool, plot: Path | None, asked: _Asked) -> None:
    from dissensus.network.edge_files import read_edges

    read = read_edges(path)
    if plot is not None and len(read.windows) > 1:
        raise typer.BadParameter(f"{path} holds {len(read.windows)} windows; --plot draws one network at a time")
    if read.neutral:
        note(f"left out {count(read.neutral, 'line')} with sign 0")
    if read.loops:
        note(f"left out {count(read.loops, 'line')} that tie somebody to itself")
    cancelled = sum(len(graph.cancelled) for graph in read.windows.values())
    if cancelled:
        note(f"left out {count(cancelled, 'pair')} whose signs cancel each other out")
    for window, graph in read.windows.items():
        counted = graph.unweighted() if unweighted else graph
        _one(window, counted, asked, {}, f"Camps {window}".strip(), plot, lambda misfit: [])


def _one(
    window: str,
    graph: SignedGraph,
    asked: _Asked,
    names: dict[str, str],
    title: str,
    plot: Path | None,
    quotes: Callable[[Misfit], list[str]],
) -> None:
    """Split one network and print it."""
    from dissensus.network.camps import find_camps
    from dissensus.network.numbers import compare_numbers

    accounts = None
    if asked.camps == 0:
        accounts = compare_numbers(graph, time_limit=asked.time_limit, seed=asked.seed)
    wanted = accounts.supported if accounts else asked.camps
    found = find_camps(graph, wanted, time_limit=asked.time_limit, seed=asked.seed)
    if asked.json:
        print_json(as_json(window, found, accounts))
    else:
        if accounts is None and graph.m <= _FOR_NUMBERS and not found.stopped:
            accounts = compare_numbers(graph, time_limit=asked.time_limit, seed=asked.seed)
        _print(window, found, accounts, names, asked, quotes)
    if plot is not None:
        from dissensus.network.plots import plot as draw

        draw(graph, found.label, plot, names=names or None, title=title)
        note(f"drew {plot}")
    if found.stopped:
        raise typer.Exit(INTERRUPTED)


def as_json(window: str, found: Camps, accounts: Accounts | None = None) -> dict[str, Any]:
    """A split for programs."""
    from dissensus.network.camps import misfits

    graph = found.graph
    made: dict[str, Any] = {
        "window": window or None,
        "nodes": graph.n,
        "ties": graph.m,
        "negative": graph.negative,
        "k": found.asked or found.number,
        "frustration": plain(found.frustration),
        "lower_bound": plain(found.lower_bound),
        "proven": found.proven,
        "seconds": round(found.seconds, 3),
        "camps": found.members,
        "settled": found.settled,
        "swing": found.swing,
        "undecided": found.undecided,
        "unexplained": [
            {**dataclasses.asdict(misfit), "weight": plain(misfit.weight), "against": plain(misfit.against)}
            for misfit in misfits(found)
        ],
        "stopped": found.stopped,
    }
    if accounts is not None:
        made["numbers"] = [
            {"k": row.allowed, "frustration": plain(row.camps.frustration), "bits": round(row.bits, 1)}
            for row in accounts.rows
        ]
    return made


def plain(value: float) -> int | float:
    """A weight as it is best written: whole where it is whole."""
    return int(value) if value == int(value) else round(value, 6)


def _print(
    window: str,
    found: Camps,
    accounts: Accounts | None,
    names: dict[str, str],
    asked: _Asked,
    quotes: Callable[[Misfit], list[str]],
) -> None:
    from dissensus.network.camps import brokers, misfits

    graph = found.graph
    against = misfits(found)
    weight = float(graph.weight.sum())
    share = f" ({found.frustration / weight:.1%} of the weight of all)" if weight else ""
    ties = f"{number(graph.m)}: {number(graph.m - graph.negative)} friendly, {number(graph.negative)} hostile"
    undecided = f", {number(len(found.undecided))} undecided" if found.undecided else ""
    pairs(
        ("window", window),
        ("actors", number(graph.n)),
        ("ties", ties),
        ("unexplained", f"{_weight(found.frustration)} in {count(len(against), 'tie')}{share}"),
        ("", _certainty(found)),
        ("standing", f"{number(len(found.settled))} settled, {number(len(found.swing))} swing{undecided}"),
        ("supported", _supported(accounts)),
        *_measures(graph, asked),
    )
    say("")
    _print_camps(found, names)
    if against[: asked.limit]:
        say("", "Ties that do not fit:")
    for misfit in against[: asked.limit]:
        says = "stands with" if misfit.sign > 0 else "stands against"
        where = "another camp" if misfit.sign > 0 else "its own camp"
        sure = "; other best splits explain it" if misfit.always is False else ""
        a, b = names.get(misfit.source, misfit.source), names.get(misfit.target, misfit.target)
        say_indented(f"{a} {says} {b} of {where} (weight {_weight(misfit.weight)}{sure})")
        for quote in quotes(misfit):
            say_indented(quote, by=4)
    between = brokers(found)[: asked.limit]
    undecided_names = set(found.undecided)
    if between:
        say("", "Brokers, with friends in several camps:")
        table(
            ("actor", "camp", "friends across", "standing"),
            [
                (
                    names.get(broker.name, broker.name),
                    str(broker.camp + 1),
                    _weight(broker.between),
                    "swing" if broker.swing else "undecided" if broker.name in undecided_names else "settled",
                )
                for broker in between
            ],
            right=("camp", "friends across"),
            indent=2,
        )
    say("")


def _print_camps(found: Camps, names: dict[str, str]) -> None:
    """The camps of the largest connected part; the others, which nothing places towards it, below."""
    graph = found.graph
    swing, undecided = set(found.swing), set(found.undecided)
    largest, *others = graph.components()

    def listed(nodes: NDArray[np.int64]) -> str:
        shown = [
            names.get(name, name) + (" (swing)" if name in swing else " (undecided)" if name in undecided else "")
            for name in (graph.nodes[node] for node in nodes[:_NAMES].tolist())
        ]
        more = f" and {number(len(nodes) - _NAMES)} more" if len(nodes) > _NAMES else ""
        return ", ".join(shown) + more

    for place, members in enumerate(_by_camp(found, largest), start=1):
        say(f"Camp {place} ({number(len(members))}): {listed(members)}")
    apart = [part for part in others if len(part) > 1]
    if apart:
        say("", f"Not connected with these, so that nothing places them towards them ({count(len(apart), 'group')}):")
    for part in apart[:_GROUPS]:
        say_indented(" against ".join(listed(members) for members in _by_camp(found, part)))
    if len(apart) > _GROUPS:
        say_indented(f"and {count(len(apart) - _GROUPS, 'group')} more")


def _by_camp(found: Camps, nodes: NDArray[np.int64]) -> list[NDArray[np.int64]]:
    """Nodes by camp, the largest first."""
    label = found.label[nodes]
    return sorted((nodes[label == camp] for camp in set(label.tolist())), key=lambda part: (-len(part), int(part[0])))


def _certainty(found: Camps) -> str:
    splits = "any split" if found.asked is None else f"any split into {count(found.asked, 'camp')}"
    if found.proven:
        return f"proven: the least that {splits} can leave"
    why = "stopped" if found.stopped else "the time limit was reached"
    return f"not proven: {splits} leaves at least {_weight(found.lower_bound)}; {why}"


def _supported(accounts: Accounts | None) -> str:
    if accounts is None:
        return ""
    told = ", ".join(f"{row.allowed}: {_weight(row.camps.frustration)}" for row in accounts.rows)
    number_of = count(accounts.supported, "camp")
    few = "; too few ties lie on cycles to speak for more" if accounts.supported == 1 else ""
    return f"{number_of} by the shortest account (left unexplained by number of camps: {told}){few}"


def _measures(graph: SignedGraph, asked: _Asked) -> list[tuple[str, str]]:
    from dissensus.network.triads import census
    from dissensus.network.walks import walk_balance

    if graph.m > _FOR_MEASURES:
        return []
    counted = census(graph, seed=asked.seed)
    lines = []
    if counted.triangles:
        kinds = " ".join(
            f"{name} {number(of)}" for name, of in zip(("+++", "++-", "+--", "---"), counted.kinds, strict=True)
        )
        z = "" if math.isnan(counted.z) else f", z {counted.z:+.1f} against shuffled signs ({counted.expected:.1%})"
        lines.append(("triangles", f"{number(counted.triangles)}: {kinds}; {counted.balanced:.1%} balanced{z}"))
    lines.append(("walks", f"{walk_balance(graph, seed=asked.seed):.3f} of 1 (walk balance, for comparison)"))
    return lines


def _weight(value: float) -> str:
    return number(int(value)) if value == int(value) else f"{value:,.2f}"


def _quotes(record: Record, made: Network, misfit: Misfit) -> list[str]:
    """The words behind a tie, of at most two statements."""
    from dissensus.cli import wording

    ids = made.statement_ids(misfit.source, misfit.target)
    told = [record.statement(id) for id in ids]
    told.sort(key=lambda statement: -statement.confidence)
    return [f"{wording.quoted(statement)} {wording.origin(statement)}, {statement.id}" for statement in told[:2]]
