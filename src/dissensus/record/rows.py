"""Between the model and the tables: an analysed document as plain rows, and rows back into the model.

Plain rows are what worker processes send home: they are cheaper to carry than the model's objects.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from pydantic import TypeAdapter
from sqlalchemy import Row

from dissensus.model import Actor, ActorRef, Document, DocumentRef, Span, Statement, Turn
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


@dataclass(slots=True)
class DocumentRows:
    """Everything to write for one document.

    Attributes:
        document: values of `documents`.
        statements: values of `statements`, each with the (part, actor id) pairs it names.
        actors: id and JSON of each actor it mentions.
    """

    document: Values
    statements: list[tuple[Values, tuple[tuple[str, str], ...]]]
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
    statements = [
        (_statement_values(statement), tuple(sorted(set(_parts(statement))))) for statement in analysis.statements
    ]
    actors = {actor.id: actor.model_dump_json(by_alias=True) for actor in analysis.actors}
    return DocumentRows(values, statements, sorted(actors.items()))


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


def _statement_values(statement: Statement) -> Values:
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


def _parts(statement: Statement) -> Iterator[tuple[str, str]]:
    if statement.holder.id:
        yield "holder", statement.holder.id
    if statement.event:
        for actor in statement.event.actors:
            yield "actor", actor.id
        for recipient in statement.event.recipients:
            yield "recipient", recipient.id
        for figure in statement.event.figures:
            if isinstance(figure.subject, ActorRef):
                yield "subject", figure.subject.id
    if statement.tie:
        yield "a", statement.tie.a.id
        yield "b", statement.tie.b.id
    if statement.figure and isinstance(statement.figure.subject, ActorRef):
        yield "subject", statement.figure.subject.id
    if statement.label:
        yield "target", statement.label.target.id
