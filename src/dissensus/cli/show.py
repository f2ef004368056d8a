"""`dissensus show`: one statement, document or actor, with all that is known of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from dissensus.cli.options import JsonOption, RecordArgument, filled
from dissensus.cli.output import count, pairs, print_json, say
from dissensus.errors import NotFoundError
from dissensus.model import Actor, ActorRef, Document, Event, Statement

if TYPE_CHECKING:
    from dissensus.record.record import Record

_WIDTH = 300
"""Characters of context on either side of a quote."""


def show(
    record: RecordArgument,
    id: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            callback=filled,
            help="Id (or the first 4 or more characters of it) of a statement or document, path of a document, "
            "id or name of an actor.",
            show_default=False,
        ),
    ],
    json: JsonOption = False,
) -> None:
    """Show one statement, document or actor in full."""
    from dissensus.record.record import Record

    with Record(record) as opened:
        found = _find(opened, id)
        if json:
            print_json(found)
        elif isinstance(found, Statement):
            _statement(opened, found)
        elif isinstance(found, Document):
            _document(opened, found)
        else:
            _actor(opened, found)


def _find(record: Record, id: str) -> Statement | Document | Actor:
    from dissensus.record.filters import SHORTEST_ID, AmbiguousError

    for look in (record.statement, record.document, record.actor):
        try:
            return look(id)
        except AmbiguousError:
            raise
        except NotFoundError:
            continue
    more = f"; of an id, give {SHORTEST_ID} or more characters" if len(id) < SHORTEST_ID else ""
    raise NotFoundError(f"the record holds no statement, document or actor of this id or name{more}", where=id)


def _statement(record: Record, statement: Statement) -> None:
    from dissensus.cli import wording

    wording.print_statement(statement, record.context(statement, _WIDTH))
    explanation = statement.explanation
    pairs(
        ("kind", statement.kind.value),
        *_of_event(statement.event),
        ("confidence", f"{statement.confidence:.2f}"),
        ("review", statement.review.value),
        ("rule", explanation.rule),
        ("lexicon", explanation.lexicon),
        ("words", ", ".join(explanation.words)),
        ("found by", f"{statement.extractor.name} {statement.extractor.version}"),
        ("document", f"{statement.document.id} {wording.origin(statement)}"),
        ("place in it", f"characters {statement.evidence.start} to {statement.evidence.end}"),
        *_rows("also at", [f"{other.start}: {wording.one_line(other.quote)}" for other in statement.mentions]),
        *_rows("parties", [_party(party, "\n".join(explanation.notes)) for party in wording.references(statement)]),
        *_rows("why", explanation.notes),
    )


def _rows(name: str, values: Sequence[str]) -> list[tuple[str, str | None]]:
    """Pairs that name their first line only."""
    return [("" if place else name, value) for place, value in enumerate(values)]


def _party(reference: ActorRef, told: str) -> str:
    """An actor as the text names it; how it was resolved only where the notes do not tell already."""
    mention = f" (“{reference.mention.text}”)" if reference.mention else ""
    why = reference.why if reference.why and reference.why.partition(": ")[2] not in told else None
    return f"{reference.name}{mention}: {reference.id}{f', {why}' if why else ''}"


def _of_event(event: Event | None) -> list[tuple[str, str | None]]:
    from dissensus.cli import event_words, wording

    if event is None:
        return []
    place = event.place
    score = f", score {event.score:g} of -10 to 10" if event.score is not None else ""
    return [
        ("PLOVER", f"{event_words.code(event)}{score}"),
        ("contexts", ", ".join(event.contexts)),
        (
            "date",
            f"{wording.when(event.date)} ({event.date.precision})" if event.date.start or event.date.end else None,
        ),
        ("place", ", ".join(part for part in (place.name, place.country) if part) if place else None),
    ]


def _document(record: Record, document: Document) -> None:
    from dissensus.record.filters import StatementFilter

    pairs(
        ("id", document.id),
        ("title", document.title),
        ("source", document.source),
        ("author", document.author),
        ("date", document.date),
        ("language", document.language),
        ("path", document.path),
        ("address", document.url),
        ("statements", count(record.count(StatementFilter(document=document.id)), "statement")),
    )
    say("")
    say(document.text)


def _actor(record: Record, actor: Actor) -> None:
    from dissensus.record.filters import StatementFilter

    pairs(
        ("id", actor.id),
        ("name", actor.name),
        ("type", actor.type.value.replace("_", " ")),
        ("country", actor.country),
        ("sectors", ", ".join(actor.sectors)),
        ("origin", actor.origin.value),
        *((f"names ({language})", ", ".join(names)) for language, names in sorted(actor.aliases.items())),
        *(
            ("office", f"{role.office} of {role.organisation}, {role.start or '?'} to {role.end or ''}".rstrip())
            for role in actor.roles
        ),
        ("predecessors", ", ".join(actor.predecessors)),
        ("wikidata", actor.wikidata),
        ("about it", count(record.count(StatementFilter(actor=actor.id)), "statement")),
        ("held by it", count(record.count(StatementFilter(holder=actor.id)), "statement")),
    )
