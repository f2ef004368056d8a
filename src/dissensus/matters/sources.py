"""What each source speaks of, and the words it has for each actor."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, fields
from itertools import combinations
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Row, func, select

from dissensus.errors import NotFoundError
from dissensus.matters.facts import Fact, says_firmly, unpacked
from dissensus.matters.matter import NamedActor, Source, SourceKind
from dissensus.matters.store import bring_up_to_date
from dissensus.model import FrozenType, Kind, Valence
from dissensus.record import schema
from dissensus.record.words import fold

if TYPE_CHECKING:
    from dissensus.record.record import Record

_SOURCES = [each.name for each in fields(Fact)].index("sources")
"""Its place in a fact as the record keeps it."""

_NAMED = 20
"""Sources named where one is not known."""

_VOICES = tuple(SourceKind)
"""A name that is both a publisher's and a reported holder's means the publisher."""


class Spoken(FrozenType):
    """An actor that a source speaks of."""

    actor: NamedActor
    statements: int


class Word(FrozenType):
    """A loaded word that a source puts on an actor, without case and accents; what it denies or asks after is none."""

    actor: NamedActor
    term: str
    valence: Valence
    statements: int
    statement: str
    """Id of the first that says it, in order of reading."""


class Profile(FrozenType):
    """What a source speaks of."""

    source: Source
    documents: int
    statements: int
    kinds: dict[Kind, int]
    """Statements by kind."""
    matters: int
    """On which it takes a position."""
    speaks_of: tuple[Spoken, ...]
    """The most spoken of first."""
    words: tuple[Word, ...]
    """By actor, the most spoken of first; then the most used."""


@dataclass(slots=True)
class _Tally:
    documents: set[int] = field(default_factory=set)
    kinds: Counter[str] = field(default_factory=Counter)
    actors: Counter[str] = field(default_factory=Counter)
    words: dict[tuple[str, str, Valence], list[str]] = field(default_factory=lambda: defaultdict(list))

    def add(self, fact: Fact) -> None:
        self.documents.add(fact.document)
        self.kinds[fact.kind] += 1
        self.actors.update(fact.named)
        if fact.kind == Kind.LABEL and fact.named and says_firmly(fact.commitment):
            self.words[fact.named[0], fact.body, -1 if (fact.value or 0) < 0 else 1].append(fact.id)


def profiles(record: Record, *, source: str | None = None, limit: int | None = None) -> list[Profile]:
    """What each source speaks of, those with most statements first.

    Args:
        record: the record.
        source: only this one, by name or key.
        limit: at most so many sources.

    Raises:
        NotFoundError: the record has no such source.
    """
    bring_up_to_date(record)
    wanted = [find_source(record, source).key] if source else None
    with record.reading() as connection:
        chosen = _most_telling(connection, limit) if wanted is None else wanted
        tallies: dict[str, _Tally] = {}
        for key in chosen:
            tallies[key] = _Tally()
            for fact in _facts(connection, key):
                tallies[key].add(fact)
        known = _known(connection)
        positions = _positions(connection, chosen)
        chosen.sort(key=lambda key: (-tallies[key].kinds.total(), key))
        named = _names(connection, {actor for key in chosen for actor in tallies[key].actors})
    return [_profile(known[key], tallies[key], positions[key], named) for key in chosen if tallies[key].documents]


def find_source(record: Record, name: str) -> Source:
    """A source by its name, whatever its case and accents, by its key, or by the id of its actor.

    Raises:
        NotFoundError: the record has no such source; names those there are.
    """
    bring_up_to_date(record)
    with record.reading() as connection:
        given = name.strip()
        query = "SELECT * FROM matter_sources WHERE key = ? OR actor = ? OR folded = ?"
        found = [_source(row) for row in connection.exec_driver_sql(query, (given, given, fold(name)))]
        known = {} if found else _known(connection)
    if found:
        return min(found, key=lambda source: (_VOICES.index(source.kind), source.key))
    names = [source.name for source in known.values() if source.kind is SourceKind.PUBLISHER] or [
        source.name for source in known.values()
    ]
    listed = ", ".join(names[:_NAMED]) + (", ..." if len(names) > _NAMED else "")
    hint = f"among its sources are: {listed}" if names else "it holds no statements yet"
    raise NotFoundError(f"the record has no source '{name}'; {hint}")


def one_voice(record: Record) -> frozenset[frozenset[str]]:
    """Pairs of keys of which one speaks for the other, so that some statements count for both."""
    bring_up_to_date(record)
    query = (
        f"SELECT DISTINCT json_extract(fact, '$[{_SOURCES}]') FROM matter_facts "
        f"WHERE json_array_length(fact, '$[{_SOURCES}]') > 1"
    )
    with record.reading() as connection:
        told = [json.loads(keys) for keys in connection.exec_driver_sql(query).scalars()]
    return frozenset(frozenset(pair) for keys in told for pair in combinations(keys, 2))


def share_statements(record: Record, one: str, other: str) -> bool:
    """Whether some statements count for both of two sources, given by key: one speaks for the other."""
    bring_up_to_date(record)
    with record.reading() as connection:
        return any(other in fact.sources for fact in _facts(connection, one))


def most_positions(record: Record) -> list[str]:
    """Keys of all sources, those that take a position on most matters first."""
    bring_up_to_date(record)
    with record.reading() as connection:
        positions = _positions(connection)
    return sorted(positions, key=lambda key: (-positions[key], key))


def _known(connection: Connection) -> dict[str, Source]:
    """All sources by key, in order of key."""
    table = schema.matter_sources
    return {row.key: _source(row) for row in connection.execute(select(table).order_by(table.c.key))}


def _source(row: Row[Any]) -> Source:
    return Source(key=row.key, name=row.name, kind=row.kind, actor=row.actor)


def _most_telling(connection: Connection, limit: int | None) -> list[str]:
    """Keys of the sources with most statements."""
    query = f"SELECT json_extract(fact, '$[{_SOURCES}]') AS keys, count(*) AS n FROM matter_facts GROUP BY keys"
    counts: Counter[str] = Counter()
    for row in connection.exec_driver_sql(query):
        for key in json.loads(row.keys):
            counts[key] += row.n
    return sorted(counts, key=lambda key: (-counts[key], key))[:limit]


def _facts(connection: Connection, source: str) -> Iterator[Fact]:
    """Those of one source, in order of reading; they are in the matters on which it takes a position."""
    query = (
        "SELECT f.fact FROM matter_positions p JOIN matter_statements t ON t.matter = p.matter "
        "JOIN matter_facts f ON f.statement = t.statement WHERE p.source = ? ORDER BY +f.statement"
    )
    for packed in connection.exec_driver_sql(query, (source,)).scalars():
        fact = unpacked(packed)
        if source in fact.sources:
            yield fact


def _positions(connection: Connection, of: Sequence[str] | None = None) -> Counter[str]:
    """On how many matters each source, or each of those given by key, takes a position."""
    positions = schema.matter_positions
    query = select(positions.c.source, func.count()).where(positions.c.stance != "silent")
    if of is not None:
        query = query.where(positions.c.source.in_(of))
    return Counter({row[0]: row[1] for row in connection.execute(query.group_by(positions.c.source))})


def _names(connection: Connection, ids: set[str]) -> dict[str, str]:
    actors = schema.actors
    return {row.id: row.name for row in connection.execute(select(actors.c.id, actors.c.name)) if row.id in ids}


def _profile(source: Source, tally: _Tally, matters: int, names: dict[str, str]) -> Profile:
    def actor(id: str) -> NamedActor:
        return NamedActor(id=id, name=names.get(id, id))

    most = sorted(tally.actors, key=lambda id: (-tally.actors[id], names.get(id, id), id))
    place = {id: number for number, id in enumerate(most)}
    words = sorted(tally.words.items(), key=lambda entry: (place[entry[0][0]], -len(entry[1]), entry[0]))
    return Profile(
        source=source,
        documents=len(tally.documents),
        statements=tally.kinds.total(),
        kinds={kind: tally.kinds[kind] for kind in Kind if tally.kinds[kind]},
        matters=matters,
        speaks_of=tuple(Spoken(actor=actor(id), statements=tally.actors[id]) for id in most),
        words=tuple(
            Word(actor=actor(id), term=term, valence=valence, statements=len(ids), statement=ids[0])
            for (id, term, valence), ids in words
        ),
    )
