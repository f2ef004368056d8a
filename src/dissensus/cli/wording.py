"""Statements in words: what the lists and the single view print."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.text import Text

from dissensus.cli import event_words
from dissensus.cli.output import console, say, say_indented
from dissensus.model import ActorRef, Commitment, Event, Figure, Label, Statement, Tie, When

if TYPE_CHECKING:
    from dissensus.record.report import Context

RELATIONS = {
    "ally_of": "is an ally of",
    "supports": "supports",
    "member_of": "is a member of",
    "funds": "funds",
    "arms": "arms",
    "aids": "aids",
    "trades_with": "trades with",
    "recognises": "recognises",
    "controls": "controls",
    "opposes": "opposes",
    "distrusts": "distrusts",
    "exploits": "exploits",
    "leads": "leads",
    "part_of": "is part of",
    "succeeds": "succeeds",
    "founded": "founded",
}

_PARAGRAPH = re.compile(r"\s*\n\s*\n\s*")
_SPACE = re.compile(r"\s+")


def headline(statement: Statement, date: str | None = None) -> str:
    """What a statement says in one line, and first how firmly, unless it is simply stated.

    Args:
        statement: any.
        date: of an event, when it stands elsewhere.
    """
    said = _event(statement, statement.event, "") if statement.event and date else summary(statement)
    return said if statement.commitment is Commitment.STATED else f"{statement.commitment.capitalize()}: {said}"


def said_by(statement: Statement, *, sure: bool = False) -> str:
    """How firmly and by whom, and PLOVER's words for an event: `denied by Ana Paz · ACCUSE allege`."""
    confidence = f", confidence {statement.confidence:.2f}" if sure else ""
    kind = f" · {event_words.code(statement.event)}" if statement.event else ""
    return f"{statement.commitment} by {holder(statement)}{confidence}{kind}"


def quoted(statement: Statement) -> str:
    """Its words, on one line and in quotation marks."""
    return f"“{one_line(statement.evidence.quote)}”"


def summary(statement: Statement) -> str:
    """What a statement says, in one line and neutral words, whoever says it and however firmly."""
    if statement.event:
        return _event(statement, statement.event, when(statement.event.date))
    if statement.tie:
        return _tie(statement.tie)
    if statement.figure:
        return _figure(statement.figure)
    if statement.label:
        return _label(statement.label)
    return str(statement.kind)


def holder(statement: Statement) -> str:
    """Who says so."""
    named = statement.holder.name
    if not statement.holder.is_author:
        return named
    return "the author" if named.casefold() in ("author", "the author") else f"{named} (author)"


def origin(statement: Statement) -> str:
    """Where it stands: title or path, source and date of the document."""
    document = statement.document
    known = (document.title or document.path, document.source, document.date)
    return ", ".join(part for part in known if part) or document.id


def when(date: When) -> str:
    """A date as closely as it is known: a day, a month, a year, or two days."""
    if date.start is None and date.end is None:
        return ""
    if date.precision == "day":
        return date.start or date.end or ""
    if date.precision == "month":
        return (date.start or date.end or "")[:7]
    if date.precision == "year":
        return (date.start or date.end or "")[:4]
    return span(date.start, date.end)


def span(start: str | None, end: str | None) -> str:
    """A stretch of time, open where an end is not told."""
    if start and end:
        return start if start == end else f"{start} to {end}"
    return f"since {start}" if start else f"until {end}" if end else ""


def in_context(context: Context) -> Text:
    """A quote in its surroundings, on one paragraph: marked bold, and « » where there are no colours."""
    quote = one_line(context.quote)
    text = Text(one_line(context.before).lstrip(), style="dim")
    text.append(quote if console().color_system else f"«{quote}»", style="not dim bold")
    text.append(one_line(context.after).rstrip())
    return text


def one_line(text: str) -> str:
    """A stretch of text on one line: runs of white space become a blank, and ¶ where a paragraph ends."""
    return _SPACE.sub(" ", _PARAGRAPH.sub(" ¶ ", text))


def _event(statement: Statement, event: Event, date: str) -> str:
    parties = {party.name for party in (*event.actors, *event.recipients)}
    place = f"in {event.place.name}" if event.place and event.place.name not in parties else ""
    details = [date, place, *map(_figure, event.figures)]
    told = "; ".join(detail for detail in details if detail)
    said = event_words.clause(event, statement.explanation.words)
    return f"{said} ({told})" if told else said


def _tie(tie: Tie) -> str:
    period = span(tie.period.start, tie.period.end)
    return f"{tie.a.name} {RELATIONS[tie.relation]} {tie.b.name}" + (f" ({period})" if period else "")


def _figure(figure: Figure) -> str:
    subject = figure.subject.name if isinstance(figure.subject, ActorRef) else figure.subject
    value = f"{figure.value:,.0f}" if figure.value == int(figure.value) else f"{figure.value:,}"
    amount = " ".join(part for part in ("about" if figure.approximate else "", value, figure.unit or "") if part)
    return f"{subject}: {figure.measure} {amount}" + (f" ({figure.date})" if figure.date else "")


def _label(label: Label) -> str:
    return f"{label.target.name} is called “{label.term}” ({'favourable' if label.valence > 0 else 'unfavourable'})"


def references(statement: Statement) -> list[ActorRef]:
    """The actors a statement is about, in the order of its fields."""
    if statement.event:
        return [*statement.event.actors, *statement.event.recipients]
    if statement.tie:
        return [statement.tie.a, statement.tie.b]
    if statement.label:
        return [statement.label.target]
    subject = statement.figure.subject if statement.figure else None
    return [subject] if isinstance(subject, ActorRef) else []


def print_briefly(statement: Statement, date: str = "", *, indent: int = 2) -> None:
    """Print a statement in three lines: what it says, by whom and how firmly, and its words.

    Args:
        statement: any.
        date: of an event, to be put first.
        indent: columns left free before the first line; the others have two more.
    """
    line = Text(f"{date}  " if date else "", style="dim")
    line.append(headline(statement, date), style="not dim bold")
    say_indented(line, by=indent)
    say_indented(Text(said_by(statement)), by=indent + 2)
    say_indented(Text(quoted(statement), style="dim"), by=indent + 2)


def print_statement(statement: Statement, context: Context) -> None:
    """Print a statement: what it says, who says so and how firmly, the words in context, and where they stand."""
    say(Text(headline(statement), style="bold cyan"))
    say_indented(Text(said_by(statement, sure=True)))
    say_indented(in_context(context))
    say_indented(Text(f"{statement.id} · {origin(statement)}", style="dim"), below=1)
