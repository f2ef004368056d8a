"""`dissensus compare-networks`: how two sources' networks differ, and the pairs they tell oppositely."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from dissensus.cli.network_options import (
    AtOption,
    ConfidenceOption,
    FirmnessOption,
    LevelOption,
    MemoryOption,
    UndatedOption,
    WindowOption,
    wanted_from,
)
from dissensus.cli.options import JsonOption, RecordArgument, filled
from dissensus.cli.output import count, number, plain, print_json, say, say_indented, table
from dissensus.model import Commitment
from dissensus.network.wanted import Level, Undated

if TYPE_CHECKING:
    from dissensus.network.distance import Distance
    from dissensus.record.record import Record

_OPPOSITE, _QUOTES = 10, 2


def compare_networks(
    record: RecordArgument,
    first: Annotated[
        str,
        typer.Argument(metavar="SOURCE", callback=filled, help="A publisher or document.", show_default=False),
    ],
    second: Annotated[str, typer.Argument(metavar="SOURCE", callback=filled, help="Another.", show_default=False)],
    at: AtOption = None,
    window: WindowOption = None,
    memory: MemoryOption = 12,
    commitment: FirmnessOption = Commitment.ALLEGED,
    min_confidence: ConfidenceOption = 0.0,
    level: LevelOption = Level.ACTOR,
    undated: UndatedOption = Undated.TIES,
    json: JsonOption = False,
) -> None:
    """Compare the networks that two sources tell of.

    In whom they tie, with which signs, into which two camps, and the pairs that one tells as friends and the other as
    enemies, with the words of both.
    """
    from dissensus.network.build import build
    from dissensus.network.distance import compare
    from dissensus.network.dividing import divider
    from dissensus.record.record import Record

    wanted = wanted_from(
        at=at,
        window=window,
        memory=memory,
        commitment=commitment,
        min_confidence=min_confidence,
        level=level,
        undated=undated,
    )
    with Record(record) as opened:
        one, other = (build(opened, replace(wanted, told_by=(source,))) for source in (first, second))
        found = compare(one, other, divider(settle=False))
        if json:
            print_json({"first": first, "second": second, **plain(found)})
            return
        _print(found, first, second, opened, one.names | other.names)


def _print(found: Distance, first: str, second: str, record: Record, names: dict[str, str]) -> None:
    table(
        ("", first, second, "both"),
        [
            ("actors", *map(number, found.actors)),
            ("pairs with a sign", *map(number, found.pairs)),
        ],
        right=(first, second, "both"),
        whole=("",),
    )
    say("")
    table(
        ("distance", "of", "what it is"),
        [
            (_figure(found.edges), "pairs", "share of the pairs, among actors of whom both tell, that only one has"),
            (_figure(found.signs), "signs", "share of the pairs of both that have opposite signs"),
            (_figure(found.weights), "weights", "1 less the correlation of the weights of these pairs, by 2"),
            (_figure(found.camps), "camps", "1 less the adjusted Rand index of the camps of actors in both"),
        ],
        right=("distance",),
        whole=("of",),
    )
    say("")
    if not found.opposite:
        say("No pair is told oppositely." if found.pairs[2] else "They have no pair in common.")
        return
    say(f"Told oppositely: {count(len(found.opposite), 'pair')}")
    for pair in found.opposite[:_OPPOSITE]:
        say(f"  {names[pair.a]} and {names[pair.b]}")
        for source, vote, ids in (
            (first, pair.first, pair.first_statements),
            (second, pair.second, pair.second_statements),
        ):
            _print_side(source, vote, ids, record)
    if len(found.opposite) > _OPPOSITE:
        say(f"and {count(len(found.opposite) - _OPPOSITE, 'pair')} more; see them all with --json")


def _print_side(source: str, vote: float, ids: tuple[str, ...], record: Record) -> None:
    from rich.text import Text

    from dissensus.cli import wording

    say_indented(Text(f"{source}: {'friends' if vote > 0 else 'enemies'} ({vote:+.2f})"), by=4)
    for id in ids[:_QUOTES]:
        statement = record.statement(id)
        say_indented(Text(f"{wording.quoted(statement)} ({statement.id})", style="dim"), by=6)


def _figure(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"
