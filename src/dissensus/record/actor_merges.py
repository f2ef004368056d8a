"""Two actors that a person says are one, and taking that back.

Every statement then bears the name of the one that is kept, with the id it was found with beside it, in the table of
who is named as in its body; so whatever reads the record counts them as one. Rows are never removed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, Row, insert, select, update

from dissensus.errors import InputError, NotFoundError
from dissensus.model import Actor
from dissensus.record import schema
from dissensus.record.deciding import check_name, decided_at
from dissensus.record.filters import merged_into, select_bodies
from dissensus.record.one_actor import Merges
from dissensus.record.rewriting import rewrite
from dissensus.record.rows import to_statement

merges, named = schema.actor_merges, schema.statement_actors

_CHUNK: Final = 500
"""Statements fetched together."""


@dataclass(frozen=True, slots=True)
class Merge:
    """That a person said that two actors are one.

    Attributes:
        number: names the decision.
        kept: id of the actor that stands for both.
        merged: id of the other.
        at: UTC, ISO 8601, to the second.
        by: who.
        note: why.
        undone_at: when it was taken back.
        undone_by: by whom.
    """

    number: int
    kept: str
    merged: str
    at: str
    by: str
    note: str | None
    undone_at: str | None
    undone_by: str | None


def merge(connection: Connection, kept: str, merged: str, *, by: str, note: str | None = None) -> Merge:
    """Let one actor stand for another as well.

    Raises:
        NotFoundError: there is no such actor.
        InputError: they are one already, or nobody is named.
    """
    check_name(by, "merge")
    before = merged_into(connection)
    kept, merged = before.get(kept, kept), before.get(merged, merged)
    for id in (kept, merged):
        if not _known(connection, [id]):
            raise NotFoundError("the record knows no such actor", where=id)
    if kept == merged:
        raise InputError("these are one actor already", where=kept)
    values = {"kept": kept, "merged": merged, "at": decided_at(), "by": by, "note": note}
    number = connection.execute(insert(merges), values).inserted_primary_key
    _settle(connection, [id for id, leads_to in before.items() if leads_to == merged] + [merged])
    return _get(connection, (number or (0,))[0])


def unmerge(connection: Connection, number: int, *, by: str) -> Merge:
    """Take a merge back: each statement again names whom it was found to name, as far as other merges let it.

    Raises:
        NotFoundError: there is no such merge.
        InputError: it was taken back before, or nobody is named.
    """
    check_name(by, "merge")
    decided = _get(connection, number)
    if decided.undone_at:
        raise InputError(f"this was taken back by {decided.undone_by} at {decided.undone_at}", where=str(number))
    before = merged_into(connection)
    connection.execute(update(merges).where(merges.c.number == number).values(undone_at=decided_at(), undone_by=by))
    after = merged_into(connection)
    _settle(connection, [id for id in before if before[id] != after.get(id, id)])
    return _get(connection, number)


def list_merges(connection: Connection, *, undone: bool = False) -> list[Merge]:
    """What people decided, in order; with what was taken back where that is asked for."""
    query = select(merges).order_by(merges.c.number)
    rows = connection.execute(query if undone else query.where(merges.c.undone_at.is_(None)))
    return [_merge(row) for row in rows]


def active(connection: Connection) -> Merges:
    """The merges that hold, to be applied to statements that are about to be written."""
    leads = merged_into(connection)
    return Merges(leads, _known(connection, sorted(set(leads.values()))))


def _settle(connection: Connection, found: Sequence[str]) -> None:
    """Bring the statements that were found to name these actors in line with the merges that hold."""
    leads = merged_into(connection)
    kept = _known(connection, {leads.get(id, id) for id in found})
    numbers = connection.execute(select(named.c.statement).where(named.c.found.in_(found)).distinct()).scalars().all()
    for start in range(0, len(numbers), _CHUNK):
        some = schema.statements.c.number.in_(numbers[start : start + _CHUNK])
        for row in connection.execute(select_bodies().where(some)).all():
            free = [id for id in found if id not in leads]
            known = {**kept, **_as_found(connection, row.document_id, free)} if free else kept
            rewrite(connection, Merges(leads, known).apply(to_statement(row)))


def _as_found(connection: Connection, document: str, ids: Sequence[str]) -> dict[str, Actor]:
    """Actors as one document has them."""
    met, variants, documents = schema.document_actors, schema.actor_variants, schema.documents
    query = (
        select(variants.c.body)
        .join(met, met.c.variant == variants.c.number)
        .join(documents, documents.c.number == met.c.document)
        .where(documents.c.id == document, met.c.actor.in_(ids))
    )
    return {actor.id: actor for actor in map(Actor.model_validate_json, connection.execute(query).scalars())}


def _known(connection: Connection, ids: Iterable[str]) -> dict[str, Actor]:
    rows = connection.execute(select(schema.actors.c.body).where(schema.actors.c.id.in_(list(ids))))
    return {actor.id: actor for actor in map(Actor.model_validate_json, rows.scalars())}


def _get(connection: Connection, number: int) -> Merge:
    row = connection.execute(select(merges).where(merges.c.number == number)).first()
    if row is None:
        raise NotFoundError("there is no such merge of actors", where=str(number))
    return _merge(row)


def _merge(row: Row[Any]) -> Merge:
    return Merge(row.number, row.kept, row.merged, row.at, row.by, row.note, row.undone_at, row.undone_by)
