"""Which statements are asked for, and the SQL that says so."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, false, func, literal_column, or_, select
from sqlalchemy import table as sql_table

from dissensus.errors import NotFoundError
from dissensus.model import Commitment, EventType, Kind, Relation, ReviewState, Sign
from dissensus.record import schema
from dissensus.record.narrowing import Criterion, by_dates, by_fields, met, plain
from dissensus.record.order import Order
from dissensus.record.words import first_day, fold, last_day, match_expression

_LONGEST_LIST = 20

SHORTEST_ID = 4
"""Characters of an id that may stand for it."""

LISTED_IDS = 6
"""Ids looked at, and all but the last named, when one may mean several."""


class AmbiguousError(NotFoundError):
    """An id, the beginning of one, or a name is that of several."""


statements = schema.statements
documents = schema.documents


@dataclass(frozen=True, slots=True)
class StatementFilter:
    """What a statement must be like; what is left out does not matter. Several values of one field are alternatives.

    Attributes:
        kinds: event, tie, figure, label.
        actor: id or name of someone it is about (not merely its holder).
        pair: ids or names of two, both of whom it is about.
        source: publisher of its document; case and accents do not matter.
        holder: id or name of who says so; `author` for the writers of the documents.
        commitments: how firmly it is said.
        event_types: of events.
        relations: of ties.
        sign: of ties, and the valence of labels.
        since: the first day, month or year; with `until` keeps statements whose known dates fall into it or touch it.
        until: the last day, month or year.
        text: words that all stand in its quote; "several words" in quotation marks stand together, `word*` begins.
        min_confidence: 0 to 1.
        document: id of its document.
        review: what a person made of it.
        limit: at most so many.
        offset: skip so many first.
        order: in what order they come.
    """

    kinds: tuple[Kind, ...] = ()
    actor: str | None = None
    pair: tuple[str, str] | None = None
    source: str | None = None
    holder: str | None = None
    commitments: tuple[Commitment, ...] = ()
    event_types: tuple[EventType, ...] = ()
    relations: tuple[Relation, ...] = ()
    sign: Sign | None = None
    since: str | None = None
    until: str | None = None
    text: str | None = None
    min_confidence: float | None = None
    document: str | None = None
    review: ReviewState | None = None
    limit: int | None = None
    offset: int = 0
    order: Order = Order.READING


def select_statements(connection: Connection, wanted: StatementFilter) -> Select[Any]:
    """The query for the statements wanted, each with what it says of its document.

    Raises:
        NotFoundError: the record knows no such actor, source or document.
    """
    rows = None if wanted.limit is None else wanted.limit + wanted.offset
    query = select_bodies().where(condition(connection, wanted, rows)).order_by(*in_order(wanted.order))
    if wanted.order is Order.UNSURE:
        # Leads SQLite to the index by confidence, which it reads backwards.
        query = query.where(statements.c.confidence >= 0)
    if wanted.limit is not None or wanted.offset:
        query = query.limit(-1 if wanted.limit is None else wanted.limit).offset(wanted.offset)
    return query


def select_bodies() -> Select[Any]:
    """The query for all statements, with what `rows.to_statement` needs."""
    return select(
        statements.c.number,
        statements.c.body,
        statements.c.review,
        documents.c.id.label("document_id"),
        documents.c.path.label("document_path"),
        documents.c.source.label("document_source"),
        documents.c.title.label("document_title"),
        documents.c.date.label("document_date"),
    ).join_from(statements, documents, statements.c.document == documents.c.number)


def in_order(order: Order) -> tuple[ColumnElement[Any], ...]:
    """What statements are sorted by, ending in what tells any two apart."""
    place = (statements.c.document, statements.c.start, statements.c.end, statements.c.id)
    if order is Order.DATE:
        return (schema.FIRST_DAY, *place)
    if order is Order.CONFIDENCE:
        return (statements.c.confidence.desc(), *place)
    if order is Order.UNSURE:
        return (statements.c.confidence, *place)
    return place


def condition(connection: Connection, wanted: StatementFilter, rows: int | None = None) -> ColumnElement[bool]:
    """What the filter asks of `statements`, without its order and limits.

    Args:
        connection: to the record.
        wanted: the filter.
        rows: about how many of the statements are going to be taken; None for all.

    Raises:
        NotFoundError: the record knows no such actor, source or document.
    """
    return met(connection, criteria(connection, wanted), rows)


def criteria(connection: Connection, wanted: StatementFilter) -> list[Criterion]:
    """What the filter asks of `statements`, one thing after the other.

    Raises:
        NotFoundError: the record knows no such actor, source or document.
    """
    asked = []
    fields = {
        "kind": wanted.kinds,
        "commitment": wanted.commitments,
        "event_type": wanted.event_types,
        "relation": wanted.relations,
        "sign": () if wanted.sign is None else (wanted.sign,),
        "review": (wanted.review,) if wanted.review else (),
    }
    if given := {name: [getattr(one, "value", one) for one in values] for name, values in fields.items() if values}:
        asked.append(by_fields(given))
    asked += [_about(find_actors(connection, name)) for name in (wanted.actor, *(wanted.pair or ())) if name]
    if wanted.source:
        asked.append(_in_documents(documents.c.source_folded == known_source(connection, wanted.source)))
    if wanted.holder:
        asked.append(_held_by(connection, wanted.holder))
    if wanted.since or wanted.until:
        since, until = wanted.since, wanted.until
        asked.append(by_dates(first_day(since) if since else None, last_day(until) if until else None))
    if wanted.text:
        found = _search("statement_search", wanted.text)
        asked.append(Criterion(plain(statements.c.number).in_(found), found))
    if wanted.min_confidence is not None:
        asked.append(Criterion(plain(statements.c.confidence) >= wanted.min_confidence))
    if wanted.document:
        asked.append(_in_documents(documents.c.id == known_document(connection, wanted.document)))
    return asked


def search_documents(text: str) -> ColumnElement[bool]:
    """That a document holds the words."""
    return documents.c.number.in_(_search("document_search", text))


def find_actors(connection: Connection, name: str) -> list[str]:
    """Ids of the actors that a person means: by id, else by name or alias, else by whole words of these.

    An actor that was merged into another leads to that one.

    Raises:
        NotFoundError: there is none.
    """
    actors, names = schema.actors, schema.actor_names
    folded = fold(name)
    leads = merged_into(connection)
    if connection.execute(select(actors.c.id).where(actors.c.id == name.strip())).first():
        return [leads.get(name.strip(), name.strip())]
    padded: ColumnElement[str] = literal_column("' '") + names.c.folded + literal_column("' '")
    for matches in (names.c.folded == folded, padded.contains(f" {folded} ", autoescape=True)):
        query = select(names.c.actor).where(matches).distinct().order_by(names.c.actor)
        if found := connection.execute(query).scalars().all():
            return sorted({leads.get(id, id) for id in found})
    raise NotFoundError(f"the record knows no actor '{name}'; look for names with `dissensus actors --search`")


def merged_into(connection: Connection) -> dict[str, str]:
    """Of every actor that a person merged into another, the one that now stands for it."""
    merges = schema.actor_merges
    query = select(merges.c.merged, merges.c.kept).where(merges.c.undone_at.is_(None))
    step = {row.merged: row.kept for row in connection.execute(query)}
    leads = {}
    for id in step:
        end = id
        while end in step:
            end = step[end]
        leads[id] = end
    return leads


def known_document(connection: Connection, id: str) -> str:
    """The id of a document given by its id, the beginning of it, or its path.

    Raises:
        NotFoundError: there is none, or more than one begins so.
    """
    whole = select(documents.c.id).where(documents.c.id == id)
    if connection.execute(whole).first():
        return id
    matches = documents.c.path == id
    if len(id) >= SHORTEST_ID:
        matches = or_(matches, begins_with(documents.c.id, id))
    first = select(documents.c.id).where(matches).order_by(documents.c.id).limit(LISTED_IDS)
    found = connection.execute(first).scalars().all()
    if len(found) > 1:
        raise several("documents", id, found)
    if not found:
        raise NotFoundError("the record holds no such document; see `dissensus documents`", where=id)
    return str(found[0])


def begins_with(column: ColumnElement[str], beginning: str) -> ColumnElement[bool]:
    """That a text begins so, as an index is of use for."""
    return and_(column >= beginning, column < beginning + chr(0x10FFFF))


def several(what: str, id: str, found: Sequence[str]) -> AmbiguousError:
    """That an id or the beginning of one is that of several things; `found` are the first LISTED_IDS of them."""
    listed = ", ".join(found[: LISTED_IDS - 1]) + (", ..." if len(found) == LISTED_IDS else "")
    return AmbiguousError(f"several {what} are called so; give one of these ids: {listed}", where=id)


def _about(ids: Sequence[str]) -> Criterion:
    table = schema.statement_actors
    about = select(table.c.statement).where(table.c.part != "holder")
    of_statement = about.where(table.c.statement == statements.c.number, plain(table.c.actor).in_(ids))
    return Criterion(exists(of_statement), about.where(table.c.actor.in_(ids)).distinct())


def _in_documents(like: ColumnElement[bool]) -> Criterion:
    chosen = select(documents.c.number).where(like)
    return Criterion(
        plain(statements.c.document).in_(chosen), select(statements.c.number).where(statements.c.document.in_(chosen))
    )


def _held_by(connection: Connection, holder: str) -> Criterion:
    held = held_by(connection, holder)
    if fold(holder) == "author":
        return Criterion(held)
    return Criterion(held_by(connection, holder, plain), select(statements.c.number).where(held))


def held_by(
    connection: Connection, holder: str, column: Callable[[ColumnElement[Any]], ColumnElement[Any]] = lambda one: one
) -> ColumnElement[bool]:
    """That a statement's holder is the one of that id or name; `author` for the writers of the documents.

    Args:
        connection: to the record.
        holder: id or name.
        column: how the columns asked are written.

    Raises:
        NotFoundError: nobody of that name says anything.
    """
    if fold(holder) == "author":
        return statements.c.is_author
    by_name = statements.c.holder_folded == fold(holder)
    named = column(statements.c.holder_folded) == fold(holder)
    try:
        return or_(named, column(statements.c.holder).in_(find_actors(connection, holder)))
    except NotFoundError:
        if connection.execute(select(statements.c.number).where(by_name).limit(1)).first():
            return named
        raise NotFoundError(
            f"nobody called '{holder}' says anything in this record; try `author` or a full name"
        ) from None


def known_source(connection: Connection, source: str) -> str:
    """The folded name of a source.

    Raises:
        NotFoundError: no document is from there; names those there are.
    """
    folded = fold(source)
    if connection.execute(select(documents.c.number).where(documents.c.source_folded == folded).limit(1)).first():
        return folded
    known = connection.execute(
        select(documents.c.source_folded, func.min(documents.c.source))
        .where(documents.c.source_folded.is_not(None))
        .group_by(documents.c.source_folded)
        .order_by(documents.c.source_folded)
    ).all()
    names = [row[1] for row in known[:_LONGEST_LIST]] + (["..."] if len(known) > _LONGEST_LIST else [])
    listed = f"its sources are: {', '.join(names)}" if names else "none of its documents names its source"
    raise NotFoundError(f"the record has no source '{source}'; {listed}")


def _search(table: str, text: str) -> Select[Any]:
    expression = match_expression(text)
    rows: Select[Any] = select(literal_column("rowid")).select_from(sql_table(table))
    if expression is None:
        return rows.where(false())
    return rows.where(literal_column(table).op("MATCH")(expression))
