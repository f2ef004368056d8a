"""Between the model and the tables: an analysed document as plain rows, and rows back into the model.

Plain rows are what worker processes send home: they are cheaper to carry than the model's objects.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

from pydantic import TypeAdapter
from sqlalchemy import Row

from dissensus.model import Actor, ActorRef, Document, DocumentRef, Figure, Holder, Span, Statement, Turn
from dissensus.record.edges import Edge, edges_of
from dissensus.record.words import first_day, fold, last_day

Values = dict[str, Any]

_TURNS = TypeAdapter(tuple[Turn, ...])
_SPANS = TypeAdapter(tuple[Span, ...])


class Analysis(Protocol):
    """What is found in one document: `dissensus.finding.analyse.Analysis`, or what a test puts in its place."""

    @property
    def document(self) -> Document:
        """The document, with its language filled in."""

    @property
    def statements(self) -> Sequence[Statement]:
        """What it says."""

    @property
    def actors(self) -> Sequence[Actor]:
        """Whom it mentions."""

    @property
    def analysed(self) -> bool:
        """False when its language is not analysed."""


class Part(NamedTuple):
    """That a statement names an actor.

    Attributes:
        part: what the actor is in it: holder, actor, recipient, subject, a, b or target.
        actor: id, after people's merges.
        found: id that it was found with.
    """

    part: str
    actor: str
    found: str


class StatementRow(NamedTuple):
    """Everything to write for one statement.

    Attributes:
        values: of `statements` but for the document.
        parts: whom it names.
        edges: what it says of how two actors stand to one another.
    """

    values: Values
    parts: list[Part]
    edges: list[Edge]


@dataclass(slots=True)
class DocumentRows:
    """Everything to write for one document.

    Attributes:
        document: values of `documents`.
        statements: what it says.
        actors: id and JSON of each actor it mentions.
    """

    document: Values
    statements: list[StatementRow]
    actors: list[tuple[str, str]]


def to_rows(analysis: Analysis, program: str) -> DocumentRows:
    """The rows of an analysed document. `program` is the version of Dissensus that analysed it."""
    document = analysis.document
    values = document.model_dump(exclude={"turns", "furniture"})
    values |= {
        "turns": _TURNS.dump_json(document.turns).decode(),
        "furniture": _SPANS.dump_json(document.furniture).decode(),
        "source_folded": fold(document.source) if document.source else None,
        "words": len(document.text.split()),
        "analysed": analysis.analysed,
        "program": program,
    }
    statements = [statement_row(statement) for statement in analysis.statements]
    actors = {actor.id: actor.model_dump_json(by_alias=True) for actor in analysis.actors}
    return DocumentRows(values, statements, sorted(actors.items()))


def statement_row(statement: Statement) -> StatementRow:
    """The rows of a statement."""
    return StatementRow(statement_values(statement), parts_of(statement), edges_of(statement))


def to_document(row: Row[Any]) -> Document:
    """A row of `documents` as the model has it."""
    values = row._mapping
    plain = {name: values[name] for name in Document.model_fields if name not in ("turns", "furniture")}
    return Document(
        **plain,
        turns=_TURNS.validate_json(values["turns"]),
        furniture=_SPANS.validate_json(values["furniture"]),
    )


def to_statement(row: Row[Any]) -> Statement:
    """A row of `statements` joined with its document's id, path, source, title and date as the model has it."""
    values = json.loads(row.body)
    values["document"] = DocumentRef(
        id=row.document_id,
        path=row.document_path,
        source=row.document_source,
        title=row.document_title,
        date=row.document_date,
    )
    values["review"] = row.review
    return Statement.model_validate(values)


def statement_values(statement: Statement) -> Values:
    """Values of `statements` but for the document."""
    start, end = _dates(statement)
    event, tie, label = statement.event, statement.tie, statement.label
    return {
        "id": statement.id,
        "start": statement.evidence.start,
        "end": statement.evidence.end,
        "quote": statement.evidence.quote,
        "kind": statement.kind.value,
        "holder": statement.holder.id,
        "holder_folded": fold(statement.holder.name),
        "is_author": statement.holder.is_author,
        "commitment": statement.commitment.value,
        "confidence": statement.confidence,
        "event_type": event.type.value if event else None,
        "relation": tie.relation.value if tie else None,
        "sign": tie.sign if tie else label.valence if label else None,
        "date_start": first_day(start) if start else None,
        "date_end": last_day(end) if end else None,
        "extractor": f"{statement.extractor.name} {statement.extractor.version}",
        "review": statement.review.value,
        "body": statement.model_dump_json(by_alias=True, exclude={"document", "review"}, exclude_none=True),
    }


def _dates(statement: Statement) -> tuple[str | None, str | None]:
    if statement.event:
        return statement.event.date.start, statement.event.date.end
    if statement.tie:
        return statement.tie.period.start, statement.tie.period.end
    if statement.figure:
        return statement.figure.date, statement.figure.date
    return None, None


def parts_of(statement: Statement) -> list[Part]:
    """Whom a statement names, each in each part once."""
    return sorted({Part(part, named.id, named.found or named.id) for part, named in _named(statement) if named.id})


def _named(statement: Statement) -> Iterator[tuple[str, ActorRef | Holder]]:
    yield "holder", statement.holder
    figures: tuple[Figure, ...] = (statement.figure,) if statement.figure else ()
    if statement.event:
        yield from (("actor", actor) for actor in statement.event.actors)
        yield from (("recipient", recipient) for recipient in statement.event.recipients)
        figures = statement.event.figures
    yield from (("subject", figure.subject) for figure in figures if isinstance(figure.subject, ActorRef))
    if statement.tie:
        yield "a", statement.tie.a
        yield "b", statement.tie.b
    if statement.label:
        yield "target", statement.label.target
