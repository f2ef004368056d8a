"""Matters and positions in words: what the lists and the views print of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from dissensus.cli.output import count
from dissensus.cli.wording import in_context, one_line, span
from dissensus.matters.matter import Aspect, Matter, Position, Quote, Source, SourceKind, Stance
from dissensus.model import Commitment

if TYPE_CHECKING:
    from dissensus.record.record import Record

ASPECTS = {
    Aspect.WHO: "who",
    Aspect.WHAT: "what",
    Aspect.HOW_MUCH: "how much",
    Aspect.WHEN: "when",
    Aspect.WHETHER: "whether it is so",
    Aspect.HOW_CALLED: "how it is called",
}

KINDS = {
    SourceKind.PUBLISHER: "publisher",
    SourceKind.AUTHOR: "author",
    SourceKind.DOCUMENT: "document",
    SourceKind.HOLDER: "as reported",
}

_CARRIED_BY = {
    Stance.STATES: Commitment.STATED,
    Stance.ALLEGES: Commitment.ALLEGED,
    Stance.DENIES: Commitment.DENIED,
    Stance.PREDICTS: Commitment.PREDICTED,
    Stance.DEMANDS: Commitment.DEMANDED,
    Stance.ASKS: Commitment.ASKED,
}
"""With what commitment the quotes are said that carry a stance: they are shown first."""

_ORDER = tuple(Stance)
_NAMED = 6
"""Sources named of one stance before the rest are counted."""

_SHORT, _CONTEXT = 40, 50
"""Characters of a quote that says little alone, and of what is then shown on either side."""

SHORT_ID = 8
"""Characters of a statement's id that are shown: enough to mean it."""


def about(matter: Matter) -> str:
    """Where a matter belongs, in one line: its kind, dates and place, and how much is said of it."""
    place = matter.place.name if matter.place else None
    dates = span(matter.start, matter.end)
    told = f"{count(len(matter.statements), 'statement')} in {count(matter.documents, 'document')}"
    return " · ".join(part for part in (matter.kind.value, dates, place, told) if part)


def parting(matter: Matter) -> str:
    """In what the sources part ways, and how much."""
    if not matter.differs:
        return "The sources do not part ways."
    return f"The sources part ways in {aspects(matter.differs)}."


def aspects(told: Iterable[Aspect]) -> str:
    """Aspects in words, with commas."""
    return ", ".join(ASPECTS[aspect] for aspect in told)


def dispute(matter: Matter) -> str:
    """The rank of a matter as the product it is."""
    parts = matter.dispute
    return (
        f"dispute {parts.score:.2f} = parting {parts.parting:.2f} × voices {parts.voices:.2f} × "
        f"weight {parts.weight:.2f} × breadth {parts.breadth:.2f} × gravity {parts.gravity:.2f}"
    )


def stance(position: Position) -> str:
    """How a source stands to a matter: `denies`, `differs in who`."""
    return stance_in(position.stance, position.differs)


def stance_in(stance: Stance, differs: Iterable[Aspect]) -> str:
    """A stance in words, with the aspects in which it differs."""
    return f"differs in {aspects(differs)}" if stance is Stance.DIFFERS else stance.value


def version(position: Position, shown: Sequence[Aspect]) -> list[str]:
    """What a source tells in the aspects that are shown, a line each: `called: coup`."""
    told = position.version
    number = ", ".join(f"{value:,.15g}" for value in told.how_much) + (f" {told.unit}" if told.unit else "")
    lines = {
        Aspect.WHO: ("who", ", ".join(actor.name for actor in told.who)),
        Aspect.WHAT: ("what", (told.what or "").lower().replace("_", " ")),
        Aspect.HOW_MUCH: ("how much", number if told.how_much else ""),
        Aspect.WHEN: ("when", span(told.start, told.end)),
        Aspect.HOW_CALLED: ("called", ", ".join(told.how_called)),
    }
    return [f"{name}: {words}" for aspect, (name, words) in lines.items() if words and aspect in shown]


def by_stance(positions: Iterable[Position]) -> list[tuple[str, str]]:
    """The sources of a matter by how they stand to it: `("denies", "A, B")`."""
    found: dict[str, list[Source]] = {}
    for position in sorted(positions, key=lambda position: _ORDER.index(position.stance)):
        found.setdefault(stance(position), []).append(position.source)
    return [(name, names(sources)) for name, sources in found.items()]


def in_order(sources: Iterable[Source]) -> list[Source]:
    """Sources that speak for themselves before those that are reported, each by name."""
    return sorted(sources, key=lambda source: (tuple(SourceKind).index(source.kind), source.name, source.key))


def names(sources: Sequence[Source], most: int = _NAMED) -> str:
    """Sources by name; those beyond the first few are counted."""
    listed = ", ".join(source.name for source in sources[:most])
    return f"{listed} and {len(sources) - most:,} more" if len(sources) > most else listed


class Quoting:
    """Printing quotes of a record; their documents get numbers, so that titles are printed once."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._seen: dict[str, tuple[int, Quote]] = {}

    def paragraph(self, quote: Quote) -> Text:
        """A quote, how firmly it is said if not simply stated, its document's number, and its statement's id.

        One of a few words stands in its sentence.
        """
        number = self._seen.setdefault(quote.document, (len(self._seen) + 1, quote))[0]
        if len(quote.text) < _SHORT:
            text = in_context(self._record.context(self._record.statement(quote.statement), _CONTEXT))
        else:
            text = Text(f"“{one_line(quote.text)}”")
        firmly = "" if quote.commitment is Commitment.STATED else f"{quote.commitment.value} "
        text.append(f"\n{firmly}[{number}] {quote.statement[:SHORT_ID]}", style="not bold dim")
        return text

    def documents(self) -> list[tuple[str, str]]:
        """Each number, and the title and date of its document."""
        return [
            (f"[{number}]", ", ".join(part for part in (quote.title or quote.document, quote.date) if part))
            for number, quote in self._seen.values()
        ]


def column(position: Position, shown: Sequence[Aspect], quotes: int, quoting: Quoting) -> list[Text]:
    """What one source says of a matter, as paragraphs for a column."""
    head = Text(position.source.name, style="bold")
    if position.source.kind is not SourceKind.PUBLISHER:
        head.append(f" ({KINDS[position.source.kind]})", style="not bold dim")
    colour = "yellow" if position.stance in (Stance.DIFFERS, Stance.DENIES, Stance.MIXED) else "cyan"
    head.append(f"\n{stance(position)}", style=f"not bold {colour}")
    for line in version(position, shown):
        head.append(f"\n{line}", style="not bold")
    telling = sorted(position.quotes, key=lambda quote: quote.commitment is not _CARRIED_BY.get(position.says))
    paragraphs = [head, *(quoting.paragraph(quote) for quote in telling[:quotes])]
    if len(position.quotes) > quotes:
        paragraphs.append(Text(f"and {count(len(position.quotes) - quotes, 'more quote')}", style="dim"))
    return paragraphs
