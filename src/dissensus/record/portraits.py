"""What a record tells of one actor, summed up: how it stands to others, what it is called, what it says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, and_, case, func, or_, select

from dissensus.model import Kind, ReviewState
from dissensus.record import schema

LISTED: Final = 200
"""Of each sort the most frequent are listed."""

edges, statements, documents, named = schema.edges, schema.statements, schema.documents, schema.statement_actors


@dataclass(frozen=True, slots=True)
class Standing:
    """How often it is told how an actor stands to another.

    Attributes:
        other: id.
        name: of the other.
        told: relation of a tie, or type of event.
        tie: whether it is a tie, and not an event.
        outward: whether the actor is the one who acts, or the first of the tie.
        value: mean sign of the ties, mean score of the events.
        statements: how many tell so.
        sources: how many sources.
    """

    other: str
    name: str
    told: str
    tie: bool
    outward: bool
    value: float
    statements: int
    sources: int


@dataclass(frozen=True, slots=True)
class Called:
    """A loaded word put on an actor.

    Attributes:
        source: of the documents, None where it is not known.
        term: the words.
        valence: -1 or 1.
        statements: how many say so.
        statement: id of one of them.
    """

    source: str | None
    term: str
    valence: int
    statements: int
    statement: str


@dataclass(frozen=True, slots=True)
class Portrait:
    """What a record tells of one actor.

    Attributes:
        kinds: statements about it, by kind.
        says: statements of which it is the holder.
        sources: statements about it, by source; under "" those whose source is not known.
        standings: how it stands to others, the most told first.
        called: loaded words, the most frequent first.
    """

    kinds: dict[str, int]
    says: int
    sources: dict[str, int]
    standings: tuple[Standing, ...]
    called: tuple[Called, ...]


def portrait(connection: Connection, actor: str) -> Portrait:
    """What a record tells of an actor, given by its id. What a person rejected does not count."""
    kept = statements.c.review != ReviewState.REJECTED.value
    mine = select(named.c.statement).where(named.c.actor == actor, named.c.part != "holder")
    about = and_(statements.c.number.in_(mine), kept)
    kinds = connection.execute(select(statements.c.kind, func.count()).where(about).group_by(statements.c.kind))
    said = select(func.count()).where(statements.c.holder == actor, kept)
    by_source = (
        select(func.coalesce(documents.c.source, ""), func.count())
        .join_from(statements, documents, statements.c.document == documents.c.number)
        .where(about)
        .group_by(documents.c.source_folded)
        .order_by(func.count().desc(), documents.c.source_folded)
    )
    return Portrait(
        kinds={row[0]: row[1] for row in kinds},
        says=connection.execute(said).scalar_one(),
        sources={row[0]: row[1] for row in connection.execute(by_source)},
        standings=tuple(_standings(connection, actor)),
        called=tuple(_called(connection, actor)),
    )


def _standings(connection: Connection, actor: str) -> list[Standing]:
    known = schema.edge_actors
    number = connection.execute(select(known.c.number).where(known.c.id == actor)).scalar()
    if number is None:
        return []
    outward = edges.c.a == number
    other = case((outward, edges.c.b), else_=edges.c.a)
    count = func.count()
    query = (
        select(
            known.c.id,
            func.coalesce(schema.actors.c.name, known.c.id).label("name"),
            edges.c.told,
            edges.c.tie,
            outward.label("outward"),
            func.avg(edges.c.value).label("value"),
            count.label("statements"),
            func.count(documents.c.source_folded.distinct()).label("sources"),
        )
        .join_from(edges, documents, edges.c.document == documents.c.number)
        .join(known, known.c.number == other)
        .outerjoin(schema.actors, schema.actors.c.id == known.c.id)
        .where(or_(edges.c.a == number, edges.c.b == number), edges.c.review != ReviewState.REJECTED.value)
        .where(edges.c.commitment != "denied")
        .group_by(other, edges.c.told, edges.c.tie, outward)
        .order_by(count.desc(), known.c.id, edges.c.told, outward)
        .limit(LISTED)
    )
    return [
        Standing(row.id, row.name, row.told, bool(row.tie), bool(row.outward), row.value, row.statements, row.sources)
        for row in connection.execute(query)
    ]


def _called(connection: Connection, actor: str) -> list[Called]:
    term = func.json_extract(statements.c.body, "$.label.term")
    count = func.count()
    query = (
        select(
            documents.c.source,
            term.label("term"),
            statements.c.sign,
            count.label("statements"),
            func.min(statements.c.id).label("statement"),
        )
        .join_from(named, statements, named.c.statement == statements.c.number)
        .join(documents, documents.c.number == statements.c.document)
        .where(named.c.actor == actor, named.c.part == "target", statements.c.kind == Kind.LABEL.value)
        .where(statements.c.review != ReviewState.REJECTED.value)
        .group_by(documents.c.source_folded, func.lower(term), statements.c.sign)
        .order_by(count.desc(), documents.c.source_folded, term)
        .limit(LISTED)
    )
    return [Called(row.source, row.term, row.sign, row.statements, row.statement) for row in connection.execute(query)]
