"""`dissensus sources`: what each source speaks of, its words for actors, and who agrees with whom."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Annotated

import typer

from dissensus.cli.grouping import bring_up_to_date
from dissensus.cli.listing import nothing_in
from dissensus.cli.options import JsonOption, RecordArgument, filled
from dissensus.cli.output import console, count, print_json, say, say_indented, table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dissensus.matters.agreement import Agreement, PairAgreement
    from dissensus.matters.matter import Source
    from dissensus.matters.sources import Profile
    from dissensus.record.record import Record

_LIMIT = 8
"""Sources printed when no limit is given and they are not printed as JSON."""

_ACTORS, _WORDS, _GROUPS, _IN_GROUP, _DIVIDERS = 6, 8, 6, 16, 5
_NAME, _CELL, _APART = 32, 4, 2
"""Columns of the screen in the table of agreement: for a name, for a cell, and between two."""


def sources(
    record: RecordArgument,
    source: Annotated[str | None, typer.Option(metavar="TEXT", callback=filled, help="Only this one, in full.")] = None,
    limit: Annotated[
        int | None,
        typer.Option(metavar="N", min=1, help=f"At most so many; {_LIMIT} unless --json.", show_default=False),
    ] = None,
    json: JsonOption = False,
) -> None:
    """List sources, and who agrees with whom.

    What each speaks of, its words for actors, and on how many matters any two take the same side.

    A source is a publisher, an author, or someone whose words are reported. Two sources agree on a matter when they
    take the same side; agreement is told as counts and, where they share enough matters, beyond chance.
    """
    from dissensus.matters.agreement import agreement
    from dissensus.matters.sources import one_voice, profiles
    from dissensus.matters.store import all_positions
    from dissensus.record.record import Record

    with Record(record) as opened:
        bring_up_to_date(opened)
        most = limit if limit is not None or json else _LIMIT
        found = profiles(opened, source=source, limit=most)
        told = agreement(all_positions(opened), one_voice=one_voice(opened))
        if json:
            print_json({"sources": found, "agreement": told})
            return
        if not found:
            say(nothing_in(opened))
            return
        for profile in found:
            _print(profile, in_full=source is not None)
        if source is not None:
            _of_one(found[0].source, told)
            return
        _between([profile.source for profile in found], told)
        _sides(opened, told)


def _print(profile: Profile, *, in_full: bool) -> None:
    from rich.text import Text

    from dissensus.cli.matter_words import KINDS
    from dissensus.cli.side_by_side import named
    from dissensus.matters.matter import SourceKind

    actors = profile.speaks_of if in_full else profile.speaks_of[:_ACTORS]
    words = profile.words if in_full else profile.words[:_WORDS]
    kind = profile.source.kind
    head = Text(profile.source.name, style="bold")
    if kind is not SourceKind.PUBLISHER:
        head.append(f" ({KINDS[kind]})", style="not bold dim")
    said = ", ".join(f"{kind} {number:,}" for kind, number in profile.kinds.items())
    told = f"{count(profile.statements, 'statement')} in {count(profile.documents, 'document')}: {said}"
    say(head)
    named(
        ("says", told),
        ("takes part in", count(profile.matters, "matter")),
        ("speaks of", ", ".join(f"{spoken.actor.name} {spoken.statements:,}" for spoken in actors)),
    )
    for name, of_actor in groupby(words, key=lambda word: word.actor.name):
        terms = ", ".join(f"“{word.term}”{_often(word.statements)}" for word in of_actor)
        say_indented(Text(f"calls {name}: {terms}"))
    say("")


def _often(times: int) -> str:
    return f" ({times} times)" if times > 1 else ""


def _between(shown: Sequence[Source], told: Agreement) -> None:
    """Print the table of agreement among the sources shown, as `same side/shared`, and the alphas there are."""
    from rich.text import Text

    from dissensus.cli import agreement_words

    by_keys = {frozenset((pair.first.key, pair.second.key)): pair for pair in told.pairs}
    met = [one for one in shown if any(frozenset((one.key, other.key)) in by_keys for other in shown)]
    say(Text("Who agrees with whom", style="bold underline"))
    if not met:
        say("No two of these sources take a side on the same matter.")
        say("")
        return
    say("Matters on which two take the same side, of those on which both take one:")
    say("")
    listed = met[: _fitting(met)]
    numbers = [str(number) for number in range(1, len(listed) + 1)]
    table(
        ("", "source", *numbers),
        [
            (number, one.name, *(_cell(by_keys.get(frozenset((one.key, other.key)))) for other in listed))
            for number, one in zip(numbers, listed, strict=True)
        ],
        right=("", *numbers),
    )
    say("")
    keys = {one.key for one in listed}
    for pair in told.pairs:
        if pair.alpha is not None and {pair.first.key, pair.second.key} <= keys:
            say_indented(f"{pair.first.name} and {pair.second.name}: {agreement_words.beyond_chance(pair)}")
    say(agreement_words.whole(told))
    say("")


def _fitting(sources: Sequence[Source]) -> int:
    """Sources whose table of agreement fits on the screen."""
    left = console().width - min(_NAME, max(len(source.name) for source in sources)) - 2 * _APART
    return max(2, left // (_CELL + _APART))


def _cell(pair: PairAgreement | None) -> str:
    return f"{pair.agreed}/{pair.shared}" if pair else "·"


def _sides(record: Record, told: Agreement) -> None:
    """Print who sides with whom, and what divides the sources most."""
    from rich.text import Text

    from dissensus.cli import matter_words as words
    from dissensus.cli.side_by_side import named
    from dissensus.matters.store import get_matter

    if told.groups:
        say(Text("Who sides with whom", style="bold underline"))
        say("Sources that, matter by matter, take the same side more often than another:")
        for group in told.groups[:_GROUPS]:
            say("")
            say_indented(Text(words.names(words.in_order(group), _IN_GROUP)))
        if len(told.groups) > _GROUPS:
            say("")
            say_indented(f"and {count(len(told.groups) - _GROUPS, 'smaller group')}")
        say("")
    if told.dividers:
        say(Text("What divides them most", style="bold underline"))
        for divider in told.dividers[:_DIVIDERS]:
            matter = get_matter(record, divider.matter)
            say("")
            say_indented(Text.assemble((matter.title, "bold"), (f"  {matter.id}", "dim")))
            named(
                *(
                    (words.stance_in(side.stance, side.differs), words.names(words.in_order(side.sources)))
                    for side in divider.sides
                )
            )


def _of_one(source: Source, told: Agreement) -> None:
    """Print with whom one source agrees, the others in order of shared matters."""
    from dissensus.cli import agreement_words

    found = [pair for pair in told.pairs if source.key in (pair.first.key, pair.second.key)]
    if not found:
        say("No other source takes a side on the same matters.")
        return
    rows = [
        (
            (pair.second if pair.first.key == source.key else pair.first).name,
            str(pair.shared),
            str(pair.agreed),
            str(pair.parted),
            agreement_words.beyond_chance(pair),
        )
        for pair in sorted(found, key=lambda pair: (-pair.shared, pair.first.key, pair.second.key))
    ]
    table(
        ("with", "shared", "same side", "other side", "beyond chance"),
        rows,
        right=("shared", "same side", "other side"),
    )
    say("")
    say(f"{agreement_words.TOO_FEW} {agreement_words.MEANING}")
