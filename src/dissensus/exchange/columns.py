"""The columns of exported tables: one line each, with what it holds and where it comes from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from dissensus.model import Actor, ActorRef, Statement

Cell = Literal["text", "integer", "number", "boolean", "list"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Attributes:
        name: in the first line.
        cell: what its cells are; a `list` is one of texts, which CSV joins with `|`.
        meaning: one line.
        value: takes it from an item; None is an empty cell.
    """

    name: str
    cell: Cell
    meaning: str
    value: Callable[[Any], Any]


def _path(*names: str) -> Callable[[Any], Any]:
    """Follow attributes; None as soon as one is None."""

    def follow(item: Any) -> Any:
        for name in names:
            if item is None:
                return None
            item = getattr(item, name)
        return item

    return follow


def _each(names: tuple[str, ...], of: str) -> Callable[[Statement], list[str]]:
    follow = _path(*names)
    return lambda statement: [str(getattr(reference, of)) for reference in follow(statement) or ()]


def _subject(of: str) -> Callable[[Statement], str | None]:
    def subject(statement: Statement) -> str | None:
        if statement.figure is None:
            return None
        named = statement.figure.subject
        if isinstance(named, ActorRef):
            return str(getattr(named, of))
        return named if of == "name" else None

    return subject


def _aliases(actor: Actor) -> list[str]:
    return sorted({name for names in actor.aliases.values() for name in names})


STATEMENT: tuple[Column, ...] = (
    Column("id", "text", "stable id of the statement", _path("id")),
    Column("kind", "text", "event, tie, figure or label", _path("kind")),
    Column("document_id", "text", "id of the document", _path("document", "id")),
    Column("document_path", "text", "where the document was read from", _path("document", "path")),
    Column("document_source", "text", "its publisher or outlet", _path("document", "source")),
    Column("document_title", "text", "its title", _path("document", "title")),
    Column("document_date", "text", "when it was published, as precise as known", _path("document", "date")),
    Column("start", "integer", "first code point of the quote in the text", _path("evidence", "start")),
    Column("end", "integer", "code point after the last", _path("evidence", "end")),
    Column("quote", "text", "the words that say it", _path("evidence", "quote")),
    Column("holder_id", "text", "actor id of who says so", _path("holder", "id")),
    Column("holder", "text", "name of who says so", _path("holder", "name")),
    Column("holder_is_author", "boolean", "whether that is the document's writer", _path("holder", "is_author")),
    Column("commitment", "text", "how firmly it is said", _path("commitment")),
    Column("confidence", "number", "0 to 1", _path("confidence")),
    Column("review", "text", "what a person made of it", _path("review")),
    Column("event_type", "text", "events: PLOVER type, or OTHER", _path("event", "type")),
    Column("event_mode", "text", "events: PLOVER mode", _path("event", "mode")),
    Column(
        "event_contexts", "list", "events: contexts", lambda s: [str(c) for c in s.event.contexts] if s.event else []
    ),
    Column("event_score", "number", "events: PLOVER's conflict-cooperation score, -10 to 10", _path("event", "score")),
    Column("actor_ids", "list", "events: who did it", _each(("event", "actors"), "id")),
    Column("actors", "list", "events: their names", _each(("event", "actors"), "name")),
    Column("recipient_ids", "list", "events: to whom", _each(("event", "recipients"), "id")),
    Column("recipients", "list", "events: their names", _each(("event", "recipients"), "name")),
    Column("date_start", "text", "events: first day", _path("event", "date", "start")),
    Column("date_end", "text", "events: last day", _path("event", "date", "end")),
    Column("date_precision", "text", "events: day, month, year, range or unknown", _path("event", "date", "precision")),
    Column("date_basis", "text", "events: what the date rests on", _path("event", "date", "basis")),
    Column("place", "text", "events: where", _path("event", "place", "name")),
    Column("place_country", "text", "events: ISO 3166-1 alpha-3", _path("event", "place", "country")),
    Column("latitude", "number", "events: degrees, WGS 84", _path("event", "place", "lat")),
    Column("longitude", "number", "events: degrees, WGS 84", _path("event", "place", "lon")),
    Column("a_id", "text", "ties: the first actor", _path("tie", "a", "id")),
    Column("a", "text", "ties: its name", _path("tie", "a", "name")),
    Column("relation", "text", "ties: how a stands to b", _path("tie", "relation")),
    Column("b_id", "text", "ties: the second actor", _path("tie", "b", "id")),
    Column("b", "text", "ties: its name", _path("tie", "b", "name")),
    Column("sign", "integer", "ties: 1, 0 or -1", _path("tie", "sign")),
    Column("period_start", "text", "ties: since when, as told", _path("tie", "period", "start")),
    Column("period_end", "text", "ties: until when, as told", _path("tie", "period", "end")),
    Column("subject_id", "text", "figures: actor id, where the subject is an actor", _subject("id")),
    Column("subject", "text", "figures: of what or whom", _subject("name")),
    Column("measure", "text", "figures: what is counted or measured", _path("figure", "measure")),
    Column("value", "number", "figures: the number", _path("figure", "value")),
    Column("unit", "text", "figures: its unit", _path("figure", "unit")),
    Column("approximate", "boolean", "figures: whether it is said to be rough", _path("figure", "approximate")),
    Column("figure_date", "text", "figures: when, as told", _path("figure", "date")),
    Column("target_id", "text", "labels: on whom it is put", _path("label", "target", "id")),
    Column("target", "text", "labels: its name", _path("label", "target", "name")),
    Column("term", "text", "labels: the loaded word", _path("label", "term")),
    Column("valence", "integer", "labels: 1 or -1", _path("label", "valence")),
    Column("extractor", "text", "what found it", _path("extractor", "name")),
    Column("extractor_version", "text", "its version", _path("extractor", "version")),
    Column("rule", "text", "by which rule", _path("explanation", "rule")),
    Column("lexicon", "text", "by which line of a lexicon", _path("explanation", "lexicon")),
)

ACTOR: tuple[Column, ...] = (
    Column("id", "text", "stable id of the actor", _path("id")),
    Column("name", "text", "usual English name", _path("name")),
    Column("type", "text", "what sort of body or person", _path("type")),
    Column("country", "text", "ISO 3166-1 alpha-3", _path("country")),
    Column("sectors", "list", "PLOVER sector codes", lambda actor: [str(sector) for sector in actor.sectors]),
    Column("aliases", "list", "other names, in all languages", _aliases),
    Column("predecessors", "list", "ids of those it came out of", lambda actor: list(actor.predecessors)),
    Column("wikidata", "text", "item, where imported data gives it", _path("wikidata")),
    Column("origin", "text", "gazetteer, imported or found", _path("origin")),
)

DOCUMENT: tuple[Column, ...] = (
    Column("id", "text", "stable id of the text", _path("id")),
    Column("path", "text", "where it was read from", _path("path")),
    Column("url", "text", "its address", _path("url")),
    Column("title", "text", "its title", _path("title")),
    Column("source", "text", "its publisher or outlet", _path("source")),
    Column("author", "text", "who wrote it", _path("author")),
    Column("date", "text", "when it was published, as precise as known", _path("date")),
    Column("language", "text", "ISO 639-1", _path("language")),
    Column("sha256", "text", "of the bytes that were read", _path("sha256")),
    Column("text", "text", "as read; offsets of statements count its code points", _path("text")),
)
