"""Matters, positions and sources out of their rows."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final

from sqlalchemy import Connection, Row

from dissensus.matters.matter import Aspect, Matter, MatterInShort, Position, Quote, Source, SourceKind, Stance, Version
from dissensus.matters.world import in_parts
from dissensus.record.in_one_row import in_one_row

COLUMNS: Final = 'm.number, m.id, m.kind, m.title, m.start, m."end", m.body'
"""Of a matter `m`, for `load_matters`."""


def load_matters(connection: Connection, rows: Sequence[Row[Any]]) -> list[Matter]:
    """Matters from rows with `COLUMNS`."""
    statements: dict[int, list[str]] = {row.number: [] for row in rows}
    bodies = {row.number: json.loads(row.body) for row in rows}
    for part in in_parts(statements):
        listed = (
            "FROM matter_statements t JOIN statements s ON s.number = t.statement "
            "JOIN documents d ON d.number = s.document "
            f"WHERE t.matter IN ({_listed(part)}) ORDER BY d.date IS NULL, d.date, d.number, s.start, s.id"
        )
        for matter, id in in_one_row(connection, "t.matter, s.id", listed):
            statements[matter].append(id)
    sources = load_sources(connection, {key for body in bodies.values() for key in body["sources"]})
    return [_matter(row, bodies[row.number], statements[row.number], sources) for row in rows]


def load_in_short(rows: Iterable[Row[Any]]) -> list[MatterInShort]:
    """Matters from rows with `COLUMNS`, without their long lists."""
    found = []
    for row in rows:
        body = json.loads(row.body)
        del body["sources"]
        found.append(MatterInShort(id=row.id, kind=row.kind, title=row.title, start=row.start, end=row.end, **body))
    return found


def rows_by_id(connection: Connection, ids: Sequence[str]) -> list[Row[Any]]:
    """Rows with `COLUMNS` by the whole ids of matters, in the order given; those that are not there are left out."""
    rows: dict[str, Row[Any]] = {}
    for part in in_parts(ids):
        query = f"SELECT {COLUMNS} FROM matters m WHERE m.id IN ({','.join('?' * len(part))})"
        rows.update((row.id, row) for row in connection.exec_driver_sql(query, tuple(part)))
    return [rows[id] for id in ids if id in rows]


def load_sources(connection: Connection, keys: Iterable[str] | None = None) -> dict[str, Source]:
    """All sources, or those of some keys, by key and in order of it."""
    found = {}
    for part in [None] if keys is None else list(in_parts(sorted(keys))):
        where, values = ("", ()) if part is None else (f"WHERE key IN ({','.join('?' * len(part))})", tuple(part))
        for row in in_one_row(
            connection, "key, name, kind, actor", f"FROM matter_sources {where} ORDER BY key", values
        ):
            found[row[0]] = source_of(*row)
    return found


def load_positions(
    connection: Connection, numbers: Sequence[int], of: Sequence[str] = ()
) -> dict[int, dict[str, Position]]:
    """The positions on matters with their quotes, by the number of the matter and the key of the source.

    Args:
        connection: a reading one.
        numbers: of the matters.
        of: keys of the sources in question; all unless given.
    """
    found: dict[int, dict[str, Position]] = {number: {} for number in numbers}
    sources = f" AND p.source IN ({','.join('?' * len(of))})" if of else ""
    for part in in_parts(numbers):
        quotes = _quotes(connection, part, of)
        for matter, position in positions_where(connection, f"p.matter IN ({_listed(part)}){sources}", of):
            resting = quotes[matter][position.source.key]
            documents = tuple(dict.fromkeys(quote.document for quote in resting))
            found[matter][position.source.key] = position.model_copy(
                update={"quotes": tuple(resting), "documents": documents}
            )
    return found


def positions_where(connection: Connection, condition: str, values: Sequence[Any] = ()) -> list[tuple[int, Position]]:
    """Positions without quotes, each with the number of its matter, in order of that and of their sources' keys.

    Args:
        connection: a reading one.
        condition: on the row `p` of a position.
        values: that fill its holes.
    """
    rows = in_one_row(
        connection,
        "p.matter, m.id, p.source, p.stance, p.says, p.differs, p.version",
        f"FROM matter_positions p JOIN matters m ON m.number = p.matter WHERE {condition} ORDER BY p.matter, p.source",
        values,
    )
    sources = load_sources(connection, {row[2] for row in rows})
    return [(matter, _position(id, sources[source], *told)) for matter, id, source, *told in rows]


def aspects(differs: str) -> tuple[Aspect, ...]:
    """In what a position parts ways, out of its column."""
    return tuple(map(Aspect, differs.split(","))) if differs else ()


def _matter(row: Row[Any], body: Mapping[str, Any], statements: Sequence[str], sources: dict[str, Source]) -> Matter:
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


def _position(id: str, source: Source, stance: str, says: str, differs: str, version: str) -> Position:
    # Validated when it was written; to do so again takes ten times as long.
    return Position.model_construct(
        matter=id,
        source=source,
        stance=Stance(stance),
        says=Stance(says),
        differs=aspects(differs),
        version=_version(version),
        quotes=(),
        documents=(),
    )


@lru_cache(maxsize=10_000)
def source_of(key: str, name: str, kind: str, actor: str | None) -> Source:
    """A source from these columns of `matter_sources`."""
    return Source(key=key, name=name, kind=SourceKind(kind), actor=actor)


@lru_cache(maxsize=10_000)
def _version(packed: str) -> Version:
    return Version.model_validate_json(packed)


def _quotes(connection: Connection, numbers: Sequence[int], of: Sequence[str]) -> dict[int, dict[str, list[Quote]]]:
    """The quotes of matters by the number of the matter and the key of the source, the surest first."""
    query = (
        "SELECT t.matter, s.id, d.id AS document, d.title, d.date, s.commitment, s.confidence, s.start, "
        "s.\"end\", s.quote, json_extract(s.body, '$.holder.name') AS holder, "
        "json_extract(f.fact, '$[2]') AS sources FROM matter_statements t "
        "JOIN statements s ON s.number = t.statement JOIN documents d ON d.number = s.document "
        "JOIN matter_facts f ON f.statement = t.statement "
        f"WHERE t.matter IN ({_listed(numbers)}) ORDER BY s.confidence DESC, s.id"
    )
    found: dict[int, dict[str, list[Quote]]] = {number: {} for number in numbers}
    for row in connection.exec_driver_sql(query).all():
        sources = [key for key in json.loads(row.sources) if not of or key in of]
        if not sources:
            continue
        quote = Quote(
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
        for source in sources:
            found[row.matter].setdefault(source, []).append(quote)
    return found


def _listed(numbers: Iterable[int]) -> str:
    return ",".join(map(str, numbers))
