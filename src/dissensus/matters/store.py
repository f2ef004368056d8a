"""Asking a record for its matters. Every question first brings them up to date, which is quick where nothing is new.

While another process writes to the record, or where it may not be written to, the answer is that of the last time.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from sqlalchemy import Connection, Row

from dissensus.errors import NotFoundError, RecordBusyError, RecordNotWritableError
from dissensus.matters.facts import unpacked
from dissensus.matters.joins import Compared, compare, within
from dissensus.matters.kernels import unpacked_kernel
from dissensus.matters.matter import Aspect, Join, Matter, Position, Quote, Source, Stance, Version
from dissensus.matters.positions import positions_of
from dissensus.matters.silence import ACTORS, Writings
from dissensus.matters.updating import Grouped as Grouped
from dissensus.matters.updating import bring_up_to_date as bring_up_to_date
from dissensus.matters.world import in_parts
from dissensus.model import Kind
from dissensus.record.filters import SHORTEST_ID, find_actors, several
from dissensus.record.record import Record
from dissensus.record.words import first_day, fold, last_day

_COLUMNS: Final = 'm.number, m.id, m.kind, m.title, m.start, m."end", m.body'
_FOR_SILENCE: Final = f'm.number, m.id, m.start, m."end", {ACTORS}'

_ORDER: Final = (
    Stance.STATES,
    Stance.ALLEGES,
    Stance.PREDICTS,
    Stance.DEMANDS,
    Stance.DIFFERS,
    Stance.DENIES,
    Stance.MIXED,
    Stance.ASKS,
    Stance.SILENT,
)


@dataclass(frozen=True, slots=True)
class MatterFilter:
    """Which matters are wanted; what is left out does not matter. Several values of one field are alternatives.

    Attributes:
        kinds: event, tie, figure, label.
        actor: id or name of someone it is about.
        source: name or key of a source that takes a position on it.
        stance: that some source (`source`, where given) takes.
        aspect: in which sources part ways.
        since: first day, month or year; what has no date falls out.
        until: last day, month or year.
        text: words that stand in the title, whatever their case.
        min_sources: so many sources at least.
        disputed: only those on which sources part ways.
        limit: at most so many.
        offset: skip so many first.
    """

    kinds: tuple[Kind, ...] = ()
    actor: str | None = None
    source: str | None = None
    stance: Stance | None = None
    aspect: Aspect | None = None
    since: str | None = None
    until: str | None = None
    text: str | None = None
    min_sources: int = 1
    disputed: bool = False
    limit: int | None = None
    offset: int = 0


ALL: Final = MatterFilter()


def _refresh(record: Record) -> None:
    """Bring matters up to date; where that cannot be now, those that were worked out before have to do."""
    try:
        bring_up_to_date(record)
    except (RecordBusyError, RecordNotWritableError):
        with record.reading() as connection:
            if connection.exec_driver_sql("SELECT 1 FROM matters LIMIT 1").first() is None:
                raise


def find_matters(record: Record, wanted: MatterFilter = ALL) -> list[Matter]:
    """The matters wanted, the most disputed first, then those of which most is said.

    Raises:
        NotFoundError: the record knows no such actor or source.
    """
    _refresh(record)
    with record.reading() as connection:
        where, values = _condition(connection, wanted)
        query = f"SELECT {_COLUMNS} FROM matters m {where} ORDER BY m.score DESC, m.heft DESC, m.id LIMIT ? OFFSET ?"
        limit = -1 if wanted.limit is None else wanted.limit
        rows = connection.exec_driver_sql(query, (*values, limit, wanted.offset)).all()
        return _matters(connection, rows)


def count_matters(record: Record, wanted: MatterFilter = ALL) -> int:
    """How many matters are wanted, whatever the filter's limit."""
    _refresh(record)
    with record.reading() as connection:
        where, values = _condition(connection, wanted)
        return int(connection.exec_driver_sql(f"SELECT count(*) FROM matters m {where}", values).scalar() or 0)


def get_matter(record: Record, id: str) -> Matter:
    """A matter by its id, four or more of the first characters of it, an id it had before, or one of its statements.

    Raises:
        NotFoundError: there is none, or several begin so.
    """
    _refresh(record)
    with record.reading() as connection:
        return _matters(connection, [_row(connection, id)])[0]


def get_matters(record: Record, ids: Sequence[str]) -> list[Matter]:
    """Matters by their whole ids, in the order given; those that are not there are left out."""
    _refresh(record)
    with record.reading() as connection:
        rows = {}
        for id in ids:
            row = connection.exec_driver_sql(f"SELECT {_COLUMNS} FROM matters m WHERE m.id = ?", (id,)).first()
            if row is not None:
                rows[id] = row
        return _matters(connection, list(rows.values()))


def matter_of(record: Record, statement: str) -> Matter | None:
    """The matter that a statement, given by its whole id, is in; None for one that a person rejected."""
    _refresh(record)
    with record.reading() as connection:
        query = (
            f"SELECT {_COLUMNS} FROM statements s JOIN matter_statements t ON t.statement = s.number "
            "JOIN matters m ON m.number = t.matter WHERE s.id = ?"
        )
        row = connection.exec_driver_sql(query, (statement,)).first()
        return _matters(connection, [row])[0] if row else None


def positions(record: Record, matter: str, *, silent: bool = True, writings: Writings | None = None) -> list[Position]:
    """What each source says of a matter, those who say so first; with `silent` also who could have spoken.

    Args:
        record: the record.
        matter: see `get_matter`.
        silent: whether those who could have spoken are told too.
        writings: of the record as it is, where they were read before.

    Raises:
        NotFoundError: see `get_matter`.
    """
    _refresh(record)
    with record.reading() as connection:
        row = _row(connection, matter)
        held = _stored(connection, [row.number])[row.number]
        facts = [
            unpacked(one.fact)
            for one in connection.exec_driver_sql(
                "SELECT f.fact FROM matter_statements t JOIN matter_facts f ON f.statement = t.statement "
                "WHERE t.matter = ?",
                (row.number,),
            )
        ]
        quotes = _quotes(connection, row.number)
        found = []
        for told in positions_of(facts):
            position = held[told.source]
            resting = tuple(quotes[fact.number] for fact in told.facts)
            documents = tuple(dict.fromkeys(quote.document for quote in resting))
            found.append(position.model_copy(update={"quotes": resting, "documents": documents}))
        found.sort(key=lambda one: (_ORDER.index(one.stance), -len(one.quotes), one.source.key))
        if silent:
            writings = writings or Writings(connection)
            query = f"SELECT {_FOR_SILENCE} FROM matters m WHERE m.number = ?"
            asked = connection.exec_driver_sql(query, (row.number,)).one()
            found += writings.silent(connection, asked, {one.source.key for one in found})
        return found


def stances(record: Record, matters: Sequence[str], writings: Writings | None = None) -> dict[str, list[Position]]:
    """What each source says of each of some matters, given by whole ids, and who is silent; without quotes.

    Args:
        record: the record.
        matters: ids of matters that are there.
        writings: of the record as it is, where they were read before.
    """
    _refresh(record)
    with record.reading() as connection:
        writings = writings or Writings(connection)
        rows = {}
        for id in matters:
            row = connection.exec_driver_sql(f"SELECT {_FOR_SILENCE} FROM matters m WHERE m.id = ?", (id,)).first()
            if row is not None:
                rows[row.number] = row
        held = _stored(connection, list(rows))
        found = {rows[number].id: list(positions.values()) for number, positions in held.items()}
        for number, positions in held.items():
            found[rows[number].id] += writings.silent(connection, rows[number], positions)
        return found


def all_positions(record: Record, of: Sequence[str] | None = None, *, shared: bool = False) -> Iterator[Position]:
    """The positions on all matters, matter by matter, without quotes and without the silent: for comparing sources.

    Args:
        record: the record.
        of: keys of the sources in question; all unless given.
        shared: only those on matters on which another of these sources takes a position.
    """
    _refresh(record)
    with record.reading() as connection:
        sources = _sources(connection, None if of is None else set(of))
        where, holes = "", ",".join("?" * len(of or ()))
        if of is not None:
            where = f"WHERE p.source IN ({holes}) "
            if shared:
                where += (
                    f"AND p.matter IN (SELECT matter FROM matter_positions WHERE source IN ({holes}) "
                    "GROUP BY matter HAVING count(*) > 1) "
                )
        query = (
            "SELECT m.id, p.source, p.stance, p.says, p.differs, p.version "
            f"FROM matter_positions p JOIN matters m ON m.number = p.matter {where}ORDER BY p.matter, p.source"
        )
        for row in connection.exec_driver_sql(query, tuple(of or ()) * (2 if shared and of else 1)):
            yield _position(row, sources[row.source])


def joins(record: Record, matter: str) -> list[Join]:
    """Why each statement is in its matter: what it was compared with, the score, and what it is made of.

    Raises:
        NotFoundError: see `get_matter`.
    """
    _refresh(record)
    with record.reading() as connection:
        row = _row(connection, matter)
        query = (
            "SELECT s.id, f.fact, one.profile, root.profile AS other FROM matter_statements t "
            "JOIN statements s ON s.number = t.statement JOIN matter_facts f ON f.statement = t.statement "
            "JOIN matter_kernels one ON one.kernel = f.kernel JOIN matter_kernels root ON root.kernel = one.root "
            "WHERE t.matter = ? ORDER BY s.document, s.start, s.id"
        )
        return [_join(one, row.id) for one in connection.exec_driver_sql(query, (row.number,))]


def _join(row: Row[Any], matter: str) -> Join:
    one, root = unpacked_kernel(row.profile), unpacked_kernel(row.other)
    if one.kernel == root.kernel:
        found: Compared | None = within(unpacked(row.fact), one)
    else:
        found = compare(one, root)
    if found is None:
        return Join(statement=row.id, matter=matter, with_=root.lead, score=1.0, detail=("a person joined them",))
    return Join(statement=row.id, matter=matter, with_=root.lead, score=round(found.score, 3), detail=found.lines())


def _condition(connection: Connection, wanted: MatterFilter) -> tuple[str, tuple[Any, ...]]:
    asked: list[str] = []
    values: list[Any] = []

    def ask(condition: str, *given: Any) -> None:
        asked.append(condition)
        values.extend(given)

    if wanted.kinds:
        ask(f"m.kind IN ({','.join('?' * len(wanted.kinds))})", *(kind.value for kind in wanted.kinds))
    if wanted.actor:
        ids = find_actors(connection, wanted.actor)
        ask(f"m.number IN (SELECT matter FROM matter_actors WHERE actor IN ({','.join('?' * len(ids))}))", *ids)
    if wanted.source:
        keys = _known_sources(connection, wanted.source)
        takes, given = ("", ()) if wanted.stance is None else (" AND stance = ?", (wanted.stance.value,))
        holes = ",".join("?" * len(keys))
        ask(f"m.number IN (SELECT matter FROM matter_positions WHERE source IN ({holes}){takes})", *keys, *given)
    elif wanted.stance:
        ask("m.number IN (SELECT matter FROM matter_positions WHERE stance = ?)", wanted.stance.value)
    if wanted.aspect:
        ask("EXISTS (SELECT 1 FROM json_each(m.body, '$.differs') WHERE value = ?)", wanted.aspect.value)
    if wanted.since:
        ask('m."end" >= ?', first_day(wanted.since))
    if wanted.until:
        ask("m.start <= ?", last_day(wanted.until))
    if wanted.text:
        for word in fold(wanted.text).split():
            ask("instr(m.title_folded, ?)", word)
    if wanted.min_sources > 1:
        ask("m.sources >= ?", wanted.min_sources)
    if wanted.disputed:
        ask("m.score > 0")
    return ("WHERE " + " AND ".join(asked) if asked else ""), tuple(values)


def _known_sources(connection: Connection, source: str) -> list[str]:
    query = "SELECT key FROM matter_sources WHERE key = ? OR folded = ? OR actor = ? ORDER BY key"
    found = [row.key for row in connection.exec_driver_sql(query, (source, fold(source), source))]
    if not found:
        raise NotFoundError(f"the record has no source '{source}'; see `dissensus sources`")
    return found


def _row(connection: Connection, id: str) -> Row[Any]:
    wanted = id.strip()
    bare = wanted.removeprefix("m")
    if len(wanted) >= SHORTEST_ID:
        rows = _beginning(connection, "m.id", wanted)
        if not rows and len(bare) >= SHORTEST_ID:
            # The id of a matter is that of a statement: also one it had before leads to a statement of it.
            query = (
                f"SELECT DISTINCT {_COLUMNS} FROM statements s JOIN matter_statements t ON t.statement = s.number "
                "JOIN matters m ON m.number = t.matter WHERE s.id >= ? AND s.id < ? ORDER BY m.id LIMIT 6"
            )
            rows = connection.exec_driver_sql(query, (bare, bare + "\x7f")).all()
        if len(rows) > 1:
            raise several("matters", id, [row.id for row in rows])
        if rows:
            return rows[0]
    raise NotFoundError("the record holds no such matter; see `dissensus matters`", where=id)


def _beginning(connection: Connection, column: str, begins: str) -> Sequence[Row[Any]]:
    query = f"SELECT {_COLUMNS} FROM matters m WHERE {column} >= ? AND {column} < ? ORDER BY {column} LIMIT 6"
    return connection.exec_driver_sql(query, (begins, begins + "\x7f")).all()


def _matters(connection: Connection, rows: Sequence[Row[Any]]) -> list[Matter]:
    statements: dict[int, list[str]] = {row.number: [] for row in rows}
    bodies = {row.number: json.loads(row.body) for row in rows}
    for part in in_parts(statements):
        query = (
            "SELECT t.matter, s.id FROM matter_statements t JOIN statements s ON s.number = t.statement "
            "JOIN documents d ON d.number = s.document "
            f"WHERE t.matter IN ({','.join(map(str, part))}) ORDER BY d.date IS NULL, d.date, d.number, s.start, s.id"
        )
        for one in connection.exec_driver_sql(query):
            statements[one.matter].append(one.id)
    sources = _sources(connection, {key for body in bodies.values() for key in body["sources"]})
    return [_matter(row, bodies[row.number], statements[row.number], sources) for row in rows]


def _matter(row: Row[Any], body: dict[str, Any], statements: Sequence[str], sources: dict[str, Source]) -> Matter:
    told = {**body, "sources": tuple(sources[key] for key in body["sources"])}
    return Matter(
        id=row.id,
        kind=row.kind,
        title=row.title,
        start=row.start,
        end=row.end,
        statements=tuple(statements),
        **told,
    )


def _sources(connection: Connection, keys: set[str] | None = None) -> dict[str, Source]:
    found = {}
    for part in [None] if keys is None else list(in_parts(sorted(keys))):
        where, values = ("", ()) if part is None else (f"WHERE key IN ({','.join('?' * len(part))})", tuple(part))
        for row in connection.exec_driver_sql(f"SELECT key, name, kind, actor FROM matter_sources {where}", values):
            found[row.key] = Source(key=row.key, name=row.name, kind=row.kind, actor=row.actor)
    return found


def _stored(connection: Connection, numbers: Sequence[int]) -> dict[int, dict[str, Position]]:
    """The positions on matters, by the number of the matter and the key of the source."""
    told: list[Row[Any]] = []
    for part in in_parts(numbers):
        query = (
            "SELECT p.matter, m.id, p.source, p.stance, p.says, p.differs, p.version FROM matter_positions p "
            f"JOIN matters m ON m.number = p.matter WHERE p.matter IN ({','.join(map(str, part))})"
        )
        told += connection.exec_driver_sql(query)
    sources = _sources(connection, {row.source for row in told})
    found: dict[int, dict[str, Position]] = {number: {} for number in numbers}
    for row in told:
        found[row.matter][row.source] = _position(row, sources[row.source])
    return found


def _position(row: Row[Any], source: Source) -> Position:
    # Validated when it was written; to do so again takes ten times as long.
    return Position.model_construct(
        matter=row.id,
        source=source,
        stance=Stance(row.stance),
        says=Stance(row.says),
        differs=tuple(map(Aspect, row.differs.split(","))) if row.differs else (),
        version=_version(row.version),
        quotes=(),
        documents=(),
    )


@lru_cache(maxsize=10_000)
def _version(packed: str) -> Version:
    return Version.model_validate_json(packed)


def _quotes(connection: Connection, number: int) -> dict[int, Quote]:
    query = (
        's.number, s.id, d.id AS document, d.title, d.date, s.commitment, s.confidence, s.start, s."end", s.quote, '
        "json_extract(s.body, '$.holder.name') AS holder FROM matter_statements t "
        "JOIN statements s ON s.number = t.statement JOIN documents d ON d.number = s.document WHERE t.matter = ?"
    )
    return {
        row.number: Quote(
            statement=row.id,
            document=row.document,
            title=row.title,
            date=row.date,
            holder=row.holder,
            commitment=row.commitment,
            confidence=row.confidence,
            start=row.start,
            end=row.end,
            text=row.quote,
        )
        for row in connection.exec_driver_sql(f"SELECT {query}", (number,))
    }
