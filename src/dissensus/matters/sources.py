"""What each source speaks of, and the words it has for each actor."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pydantic import TypeAdapter
from sqlalchemy import Connection, func, select

from dissensus.errors import NotFoundError
from dissensus.matters.loading import load_sources, source_of
from dissensus.matters.matter import NamedActor, Source, SourceKind
from dissensus.matters.store import refresh
from dissensus.model import FrozenType, Kind, Valence
from dissensus.record import schema
from dissensus.record.in_one_row import in_one_row
from dissensus.record.words import fold

if TYPE_CHECKING:
    from dissensus.record.record import Record

_NAME = "coalesce(a.name, t.actor)"
"""Of an actor, as far as the record knows one."""

_NAMED = 20
"""Sources named where one is not known."""

_SPOKEN_OF = (
    "FROM source_actors t LEFT JOIN actors a ON a.id = t.actor "
    f"WHERE t.source = ? ORDER BY t.statements DESC, {_NAME}, t.actor LIMIT ?"
)
"""Actors, the most spoken of first."""

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


_SPOKEN = TypeAdapter(tuple[Spoken, ...])
"""Makes many at once, which takes a fifth of the time of making one after the other."""


def profiles(
    record: Record, *, source: str | None = None, limit: int | None = None, named: int | None = None
) -> list[Profile]:
    """What each source speaks of, those with most statements first.

    Args:
        record: the record.
        source: only this one, by name or key.
        limit: at most so many sources.
        named: of each, at most so many actors and words.

    Raises:
        NotFoundError: the record has no such source.
    """
    refresh(record)
    with record.reading() as connection:
        wanted = find_source(connection, source).key if source else None
        most_telling = (
            "SELECT source FROM source_documents GROUP BY source ORDER BY sum(statements) DESC, source LIMIT ?"
        )
        chosen = [wanted] if wanted else list(connection.exec_driver_sql(most_telling, (_all(limit),)).scalars())
        known = load_sources(connection, chosen)
        positions = _positions(connection, chosen)
        found = [_profile(connection, known[key], positions[key], _all(named)) for key in chosen]
    return [profile for profile in found if profile.documents]


def profile_as_json(record: Record, source: str) -> str:
    """What one source speaks of, a `Profile` in JSON. SQLite writes the long part, which takes a tenth of the time.

    Args:
        record: the record.
        source: its name or key.

    Raises:
        NotFoundError: the record has no such source.
    """
    refresh(record)
    with record.reading() as connection:
        wanted = find_source(connection, source)
        profile = _profile(connection, wanted, _positions(connection, [wanted.key])[wanted.key], _all(None), spoken=0)
        spoken = connection.exec_driver_sql(
            "SELECT group_concat(told) FROM (SELECT json_object('actor', json_object('id', t.actor, 'name', "
            f"{_NAME}), 'statements', t.statements) AS told {_SPOKEN_OF})",
            (wanted.key, _all(None)),
        ).scalar()
    rest = profile.model_dump_json(exclude={"speaks_of"})
    return f'{rest[:-1]},"speaks_of":[{spoken or ""}]}}'


def find_source(connection: Connection, name: str) -> Source:
    """A source by its name, whatever its case and accents, by its key, or by the id of its actor.

    Raises:
        NotFoundError: the record has no such source; names those there are.
    """
    given = name.strip()
    query = "SELECT key, name, kind, actor FROM matter_sources WHERE "
    named = connection.exec_driver_sql(f"{query} key = ? OR folded = ?", (given, fold(name)))
    found = [source_of(*row) for row in named]
    if all(source.kind is SourceKind.HOLDER for source in found):
        # Only holders have an actor, and no index leads from it to them.
        found += [source_of(*row) for row in connection.exec_driver_sql(f"{query} actor = ?", (given,))]
    if found:
        return min(found, key=lambda source: (_VOICES.index(source.kind), source.key))
    known = load_sources(connection)
    names = [source.name for source in known.values() if source.kind is SourceKind.PUBLISHER] or [
        source.name for source in known.values()
    ]
    listed = ", ".join(names[:_NAMED]) + (", ..." if len(names) > _NAMED else "")
    hint = f"among its sources are: {listed}" if names else "it holds no statements yet"
    raise NotFoundError(f"the record has no source '{name}'; {hint}")


def one_voice(record: Record) -> frozenset[frozenset[str]]:
    """Pairs of keys of which one speaks for the other, so that some statements count for both."""
    refresh(record)
    with record.reading() as connection:
        rows = connection.exec_driver_sql("SELECT first, second FROM source_pairs").all()
    return frozenset(frozenset(row) for row in rows)


def share_statements(connection: Connection, one: str, other: str) -> bool:
    """Whether some statements count for both of two sources, given by key: one speaks for the other."""
    query = "SELECT 1 FROM source_pairs WHERE first = ? AND second = ?"
    return connection.exec_driver_sql(query, tuple(sorted((one, other)))).first() is not None


def most_positions(record: Record) -> list[str]:
    """Keys of all sources, those that take a position on most matters first."""
    refresh(record)
    with record.reading() as connection:
        positions = _positions(connection)
    return sorted(positions, key=lambda key: (-positions[key], key))


def _positions(connection: Connection, of: Sequence[str] | None = None) -> Counter[str]:
    """On how many matters each source, or each of those given by key, takes a position."""
    positions = schema.matter_positions
    query = select(positions.c.source, func.count()).group_by(positions.c.source)
    if of is not None:
        query = query.where(positions.c.source.in_(of))
    return Counter({row[0]: row[1] for row in connection.execute(query)})


def _profile(connection: Connection, source: Source, matters: int, named: int, *, spoken: int | None = None) -> Profile:
    """What a source speaks of: so many words at most, and as many actors, or `spoken`."""
    told = connection.exec_driver_sql(
        "SELECT kind, sum(statements) FROM source_documents WHERE source = ? GROUP BY kind", (source.key,)
    )
    kinds = {row[0]: row[1] for row in told}
    documents = "SELECT count(DISTINCT document) FROM source_documents WHERE source = ?"
    most = named if spoken is None else spoken
    actors = in_one_row(connection, f"t.actor, {_NAME}, t.statements", _SPOKEN_OF, (source.key, most))
    words = in_one_row(
        connection,
        "actor, name, term, valence, used, id",
        f"FROM (SELECT w.actor, {_NAME} AS name, w.term, w.valence, count(*) AS used, s.id, min(w.statement), "
        "t.statements FROM source_words w JOIN source_actors t ON t.source = w.source AND t.actor = w.actor "
        "LEFT JOIN actors a ON a.id = w.actor JOIN statements s ON s.number = w.statement WHERE w.source = ? "
        "GROUP BY w.actor, w.term, w.valence) "
        "ORDER BY statements DESC, name, actor, used DESC, term, valence LIMIT ?",
        (source.key, named),
    )
    return Profile(
        source=source,
        documents=connection.exec_driver_sql(documents, (source.key,)).scalar_one(),
        statements=sum(kinds.values()),
        kinds={kind: kinds[kind] for kind in Kind if kind in kinds},
        matters=matters,
        speaks_of=_SPOKEN.validate_python(
            [{"actor": {"id": id, "name": name}, "statements": statements} for id, name, statements in actors]
        ),
        words=tuple(
            Word(
                actor=NamedActor(id=id, name=name),
                term=term,
                valence=valence,
                statements=used,
                statement=statement,
            )
            for id, name, term, valence, used, statement in words
        ),
    )


def _all(limit: int | None) -> int:
    return -1 if limit is None else limit
