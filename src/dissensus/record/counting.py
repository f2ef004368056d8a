"""How often actors are spoken of, for lists that are asked for again and again."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection, func, select

from dissensus.model import Actor, ActorType, Origin
from dissensus.record import schema
from dissensus.record.filters import merged_into
from dissensus.record.in_one_row import column_in_one_row
from dissensus.record.words import fold

actors, met, named = schema.actors, schema.document_actors, schema.statement_actors


class Known(NamedTuple):
    """An actor in a list.

    Attributes:
        id: its id.
        name: its usual English name.
        type: what sort of body or person.
        country: ISO 3166-1 alpha-3.
        origin: where the record knows it from.
        documents: how many mention it.
        statements: how many are about it.
    """

    id: str
    name: str
    type: ActorType
    country: str | None
    origin: Origin
    documents: int
    statements: int


def count_actors(connection: Connection) -> list[Known]:
    """All actors but those merged into others, those with most statements about them first."""
    leads = merged_into(connection)
    in_documents: dict[str, int] = {}
    for row in connection.execute(select(met.c.actor, func.count().label("documents")).group_by(met.c.actor)):
        id = leads.get(row.actor, row.actor)
        in_documents[id] = in_documents.get(id, 0) + row.documents
    about = (
        select(named.c.actor, func.count(named.c.statement.distinct()))
        .where(named.c.part != "holder")
        .group_by(named.c.actor)
    )
    in_statements: dict[str, int] = {row[0]: row[1] for row in connection.execute(about)}
    rows = connection.execute(select(actors.c.id, actors.c.name, actors.c.type, actors.c.country, actors.c.origin))
    known = [
        Known(
            row.id,
            row.name,
            ActorType(row.type),
            row.country,
            Origin(row.origin),
            in_documents.get(row.id, 0),
            in_statements.get(row.id, 0),
        )
        for row in rows
        if row.id not in leads
    ]
    return sorted(known, key=lambda one: (-one.statements, -one.documents, one.name, one.id))


def named_like(connection: Connection, piece: str) -> set[str]:
    """Ids of the actors one of whose names holds a piece of text, whatever its case and accents."""
    names = schema.actor_names
    query = select(names.c.actor).where(names.c.folded.contains(fold(piece), autoescape=True)).distinct()
    leads = merged_into(connection)
    return {leads.get(id, id) for id in column_in_one_row(connection, query)}


def get_actors(connection: Connection, ids: list[str]) -> dict[str, Actor]:
    """Actors by their ids."""
    rows = connection.execute(select(actors.c.body).where(actors.c.id.in_(ids)))
    return {actor.id: actor for actor in map(Actor.model_validate_json, rows.scalars())}
