"""`dissensus compare`: two sources side by side, on what they part ways and on what they agree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from dissensus.cli.grouping import bring_up_to_date
from dissensus.cli.options import JsonOption, RecordArgument, filled
from dissensus.cli.output import count, pairs, print_json, say, say_indented

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dissensus.matters.comparison import Comparison
    from dissensus.matters.matter import MatterInShort
    from dissensus.record.record import Record

_LIMIT = 10
"""Matters printed in each part when no limit is given and they are not printed as JSON."""

_QUOTES = 2


def compare(
    record: RecordArgument,
    first: Annotated[
        str, typer.Argument(metavar="SOURCE", callback=filled, help="Name of a source.", show_default=False)
    ],
    second: Annotated[
        str, typer.Argument(metavar="SOURCE", callback=filled, help="Name of another.", show_default=False)
    ],
    limit: Annotated[
        int | None,
        typer.Option(
            metavar="N",
            min=1,
            help=f"At most so many matters in each part; {_LIMIT} unless --json.",
            show_default=False,
        ),
    ] = None,
    json: JsonOption = False,
) -> None:
    """Compare two sources.

    On what they part ways, with the words of both, on what they take the same side, and of what only one speaks.

    A source is a publisher, an author, or someone whose words are reported; `dissensus sources` lists them.
    """
    from dissensus.matters.comparison import compare as find
    from dissensus.record.record import Record

    with Record(record) as opened:
        bring_up_to_date(opened)
        found = find(opened, first, second, limit=limit if limit is not None or json else _LIMIT)
        if json:
            print_json(found)
        else:
            _print(opened, found)


def _print(record: Record, found: Comparison) -> None:
    from rich.text import Text

    from dissensus.cli import agreement_words
    from dissensus.cli import matter_words as words
    from dissensus.cli.side_by_side import side_by_side

    one, other, told = found.first, found.second, found.agreement
    say(Text(f"{one.name} and {other.name}", style="bold"))
    say(Text(agreement_words.pair(told)))
    if found.one_voice:
        say("One of them speaks for the other: some of their statements are the same.")
    _heading("Where they part ways", len(found.parted), told.parted)
    quoting = words.Quoting(record)
    for difference in found.parted:
        _matter(difference.matter)
        both = (difference.first, difference.second)
        side_by_side([words.column(position, difference.matter.differs, _QUOTES, quoting) for position in both])
    pairs(*quoting.documents())
    _heading("Where they take the same side", len(found.agreed), told.agreed)
    _list(found.agreed)
    _heading(f"Of which only {one.name} speaks", len(found.only_first))
    _list(found.only_first)
    _heading(f"Of which only {other.name} speaks", len(found.only_second))
    _list(found.only_second)


def _heading(title: str, shown: int, there_are: int | None = None) -> None:
    """Print a heading with how many matters follow, and of how many where that is known."""
    from rich.text import Text

    more = f", the most disputed of {there_are:,}" if there_are is not None and there_are > shown else ""
    say("")
    say(Text.assemble((title, "bold underline"), (f"  {count(shown, 'matter')}{more}" if shown else "  none", "dim")))


def _list(matters: Sequence[MatterInShort]) -> None:
    for matter in matters:
        _matter(matter, by=2)


def _matter(matter: MatterInShort, by: int = 0) -> None:
    from rich.text import Text

    text = Text(matter.title, style="bold" if not by else "")
    text.append(f"  {matter.id}", style="not bold dim")
    say_indented(text, by=by)
