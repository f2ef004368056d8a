"""Reading from an open record. Long results are generators over SQLite's own cursor."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Select, Table, and_, desc, func, or_, select

from dissensus.errors import NotFoundError
from dissensus.model import Actor, ActorType, Document, Origin, Statement
from dissensus.record import schema
from dissensus.record.filters import (
    LISTED_IDS,
    SHORTEST_ID,
    StatementFilter,
    begins_with,
    criteria,
    find_actors,
    known_document,
    known_source,
    search_documents,
    select_bodies,
    select_statements,
    several,
)
from dissensus.record.narrowing import met
from dissensus.record.report import LISTED_FAILURES, Context, Counted, Failure, Info, Listed
from dissensus.record.rows import to_document, to_statement
from dissensus.record.sorts import count_by_sort
from dissensus.record.words import fold

_CHUNK = 200
"""Rows fetched together."""

_NUMBERS = 10_000
"""Of rows in one query."""

documents, statements, actors = schema.documents, schema.statements, schema.actors


def iterate_statements(connection: Connection, wanted: StatementFilter) -> Iterator[Statement]:
    """The statements wanted, one after the other."""
    for row in connection.execute(select_statements(connection, wanted)).yield_per(_CHUNK):
        yield to_statement(row)


def count_statements(connection: Connection, wanted: StatementFilter, most: int | None = None) -> int:
    """How many statements are wanted, whatever the filter's limit.

    Args:
        connection: to the record.
        wanted: the filter.
        most: where counting on takes long, count no further.

    Raises:
        NotFoundError: the record knows no such actor, source or document.
    """
    counted = count_by_sort(connection, wanted)
    if counted is not None:
        return counted
    asked = criteria(connection, wanted)
    if len(asked) == 1 and asked[0].numbers is not None:
        found = asked[0].numbers
    else:
        found = select(statements.c.number).where(met(connection, asked, most))
        found = found if most is None else found.limit(most)
    return connection.execute(select(func.count()).select_from(found.subquery())).scalar_one()


def iterate_documents(
    connection: Connection, *, text: str | None = None, source: str | None = None, language: str | None = None
) -> Iterator[Listed]:
    """Documents in the order they were read: those with all the words, of the source, in the language."""
    query = select_documents(connection, text=text, source=source, language=language)
    for row in connection.execute(query).yield_per(_CHUNK):
        yield Listed(to_document(row), row.words, row.statements, row.analysed)


def select_documents(
    connection: Connection, *, text: str | None, source: str | None, language: str | None
) -> Select[Any]:
    """The query for the documents wanted, each with its number of statements.

    Raises:
        NotFoundError: no document is of this source.
    """
    count = select(func.count()).where(statements.c.document == documents.c.number).scalar_subquery()
    query = select(documents, count.label("statements")).order_by(documents.c.number)
    if text:
        query = query.where(search_documents(text))
    if source:
        query = query.where(documents.c.source_folded == known_source(connection, source))
    if language:
        query = query.where(documents.c.language == language)
    return query


def latest_documents(connection: Connection, limit: int) -> list[Listed]:
    """The documents that were read last, the last first."""
    query = select_documents(connection, text=None, source=None, language=None)
    rows = connection.execute(query.order_by(None).order_by(documents.c.number.desc()).limit(limit))
    return [Listed(to_document(row), row.words, row.statements, row.analysed) for row in rows]


def iterate_actors(
    connection: Connection,
    *,
    search: str | None = None,
    type: ActorType | None = None,
    country: str | None = None,
    origin: Origin | None = None,
    limit: int | None = None,
) -> Iterator[Counted]:
    """Actors, those with most statements about them first. `search` looks for a piece of a name or alias."""
    met, about, names = schema.document_actors, schema.statement_actors, schema.actor_names
    in_documents = select(met.c.actor, func.count().label("documents")).group_by(met.c.actor).subquery("in_documents")
    in_statements = (
        select(about.c.actor, func.count(about.c.statement.distinct()).label("statements"))
        .where(about.c.part != "holder")
        .group_by(about.c.actor)
        .subquery("in_statements")
    )
    found_in = func.coalesce(in_documents.c.documents, 0).label("documents")
    said = func.coalesce(in_statements.c.statements, 0).label("statements")
    query = (
        select(actors.c.body, found_in, said)
        .outerjoin(in_documents, in_documents.c.actor == actors.c.id)
        .outerjoin(in_statements, in_statements.c.actor == actors.c.id)
        .order_by(desc("statements"), desc("documents"), actors.c.name, actors.c.id)
    )
    if search:
        named = select(names.c.actor).where(names.c.folded.contains(fold(search), autoescape=True))
        query = query.where(or_(actors.c.id == search, actors.c.id.in_(named)))
    for column, value in (
        (actors.c.type, type.value if type else None),
        (actors.c.country, country.upper() if country else None),
        (actors.c.origin, origin.value if origin else None),
    ):
        if value is not None:
            query = query.where(column == value)
    for row in connection.execute(query.limit(-1 if limit is None else limit)).yield_per(_CHUNK):
        yield Counted(Actor.model_validate_json(row.body), row.documents, row.statements)


def imported_actors(connection: Connection) -> list[Actor]:
    """The actors that a person gave, in order of id."""
    variants = schema.actor_variants
    rows = connection.execute(select(variants.c.body).where(variants.c.imported).order_by(variants.c.actor))
    return [Actor.model_validate_json(body) for body in rows.scalars()]


def get_statement(connection: Connection, id: str) -> Statement:
    """One statement, by its id or the beginning of it.

    Raises:
        NotFoundError: there is none, or more than one begins so.
    """
    begins = begins_with(statements.c.id, id) if len(id) >= SHORTEST_ID else statements.c.id == id
    first = select(statements.c.id).where(begins).order_by(statements.c.id).limit(LISTED_IDS)
    known = connection.execute(first).scalars().all()
    if len(known) > 1 and id not in known:
        raise several("statements", id, known)
    if not known:
        raise NotFoundError("the record holds no such statement; see `dissensus statements`", where=id)
    one = statements.c.id == (id if id in known else known[0])
    return to_statement(connection.execute(select_statements(connection, StatementFilter()).where(one)).one())


def statements_numbered(connection: Connection, numbers: Iterable[int]) -> dict[int, Statement]:
    """Statements by their numbers; those that are not there are left out."""
    asked = sorted(set(numbers))
    found: dict[int, Statement] = {}
    for start in range(0, len(asked), _NUMBERS):
        query = select_bodies().where(statements.c.number.in_(asked[start : start + _NUMBERS]))
        found.update((row.number, to_statement(row)) for row in connection.execute(query))
    return found


def get_document(connection: Connection, id: str) -> Document:
    """One document, by its id, the beginning of it, or its path.

    Raises:
        NotFoundError: there is none, or more than one begins so.
    """
    known = known_document(connection, id)
    return to_document(connection.execute(select(documents).where(documents.c.id == known)).one())


def get_actor(connection: Connection, name: str) -> Actor:
    """One actor, by its id or name.

    Raises:
        NotFoundError: there is none, or the name is that of several.
    """
    ids = find_actors(connection, name)
    if len(ids) > 1:
        raise several("actors", name, ids[:LISTED_IDS])
    return Actor.model_validate_json(
        connection.execute(select(actors.c.body).where(actors.c.id == ids[0])).scalar_one()
    )


def get_context(connection: Connection, statement: Statement, width: int) -> Context:
    """A statement's quote with about `width` characters of its text on either side."""
    start, end = statement.evidence.start, statement.evidence.end
    found = select(
        func.substr(documents.c.text, max(start - width, 0) + 1, start - max(start - width, 0)),
        func.substr(documents.c.text, end + 1, width),
        func.length(documents.c.text),
    ).where(documents.c.id == statement.document.id)
    row = connection.execute(found).first()
    if row is None:
        raise NotFoundError("the record holds no such document", where=statement.document.id)
    before, after, length = row
    if start > width:
        cut = before.find(" ")
        before = "…" + before[cut:] if cut >= 0 else before
    if end + width < length:
        cut = after.rfind(" ")
        after = after[: cut + 1] + "…" if cut >= 0 else after
    return Context(before, statement.evidence.quote, after)


def get_info(connection: Connection, path: Path) -> Info:
    """The record in figures."""
    info = Info(path=str(path), size=path.stat().st_size, version=schema.VERSION)
    made_by = select(schema.meta.c.value).where(schema.meta.c.key == "made_by")
    info.made_by = connection.execute(made_by).scalar() or ""
    _tell_documents(connection, info)
    _tell_statements(connection, info)
    info.actors = _counts(connection, actors, actors.c.origin)
    failures = schema.failures
    info.failed = connection.execute(select(func.count()).select_from(failures)).scalar_one()
    listed = (
        select(failures.c.path, failures.c.error, failures.c.message).order_by(failures.c.path).limit(LISTED_FAILURES)
    )
    info.failures = [Failure(*row) for row in connection.execute(listed)]
    return info


def _tell_documents(connection: Connection, info: Info) -> None:
    columns = documents.c
    language = func.coalesce(columns.language, "unknown").label("language")
    alike = (language, columns.source, columns.analysed, columns.program)
    query = select(
        *alike,
        func.count().label("n"),
        func.sum(columns.words).label("words"),
        func.min(columns.date).label("first"),
        func.max(columns.date).label("last"),
    ).group_by(*alike)
    rows = connection.execute(query).all()
    info.documents, info.words = sum(row.n for row in rows), sum(row.words for row in rows)
    info.first_date = min((row.first for row in rows if row.first), default=None)
    info.last_date = max((row.last for row in rows if row.last), default=None)
    info.languages = _summed((row.language, row.n) for row in rows)
    info.not_analysed = _summed((row.language, row.n) for row in rows if not row.analysed)
    info.sources = _summed((row.source, row.n) for row in rows if row.source is not None)
    info.programs = _summed((row.program, row.n) for row in rows)


def _tell_statements(connection: Connection, info: Info) -> None:
    counts = schema.statement_counts.c
    rows = connection.execute(
        select(counts.kind, counts.commitment, counts.review, func.sum(counts.statements)).group_by(
            counts.kind, counts.commitment, counts.review
        )
    ).all()
    info.statements = _summed((row[0], row[3]) for row in rows)
    info.commitments = _summed((row[1], row[3]) for row in rows)
    info.reviews = _summed((row[2], row[3]) for row in rows)


def _summed(counts: Iterable[tuple[str, int]]) -> dict[str, int]:
    """Counts by name, the largest first, then by name."""
    sums: Counter[str] = Counter()
    for name, count in counts:
        sums[name] += count
    return dict(sorted(sums.items(), key=lambda item: (-item[1], item[0])))


def _counts(connection: Connection, table: Table, by: Any, *where: Any) -> dict[str, int]:
    query = select(by.label("by"), func.count().label("n")).select_from(table).where(and_(True, *where))
    return {row.by: row.n for row in connection.execute(query.group_by("by").order_by(desc("n"), "by"))}
