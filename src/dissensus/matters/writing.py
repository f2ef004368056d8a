"""Matters as rows: what a listing shows is worked out once, when statements change."""

from __future__ import annotations

import datetime
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from sqlalchemy import Connection

from dissensus.matters.facts import GENERIC, Fact, SourceNote
from dissensus.matters.matter import Aspect, Stance
from dissensus.matters.names import Names
from dissensus.matters.positions import Told, positions_of
from dissensus.matters.ranking import dispute_of, heft_of
from dissensus.matters.standing import on_a_pair
from dissensus.matters.titles import LANGUAGES, titles_of
from dissensus.matters.world import in_parts
from dissensus.model import Kind
from dissensus.record.words import fold

ID_LENGTH: Final = 14
"""Characters of the smallest statement's id in a matter's id."""

_BATCH: Final = 5_000
_MOST_ACTORS: Final = 8

_ADD_MATTER: Final = (
    'INSERT INTO matters (number, id, kind, title, title_folded, start, "end", statements, documents, sources, score, '
    "heft, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_ADD_STATEMENT: Final = "INSERT OR REPLACE INTO matter_statements (statement, matter) VALUES (?, ?)"
_ADD_ACTOR: Final = "INSERT INTO matter_actors (matter, actor) VALUES (?, ?)"
_ADD_POSITION: Final = (
    "INSERT INTO matter_positions (matter, source, stance, says, differs, version, documents) "
    "VALUES (?, ?, ?, ?, ?, ?, ?)"
)
_ADD_SOURCE: Final = "INSERT OR REPLACE INTO matter_sources (key, name, folded, kind, actor) VALUES (?, ?, ?, ?, ?)"


def write_sources(connection: Connection, sources: Iterable[SourceNote]) -> None:
    """Add sources, or their names anew."""
    rows = [(note.key, note.name, fold(note.name), note.kind, note.actor) for note in sources]
    if rows:
        connection.exec_driver_sql(_ADD_SOURCE, rows)


def write_matters(
    connection: Connection, matters: Iterable[tuple[Sequence[Fact], tuple[int, ...]]], names: Names
) -> int:
    """Write matters, each given as its facts and the decisions that shaped it. Returns how many."""
    first = (connection.exec_driver_sql("SELECT max(number) FROM matters").scalar() or 0) + 1
    count = 0
    for batch in _batches(matters):
        rows: list[tuple[Any, ...]] = []
        statements, actors, positions = [], [], []
        for facts, decisions in batch:
            number = first + count
            count += 1
            row, told = _matter(number, facts, decisions, names)
            rows.append(row)
            statements += [(fact.number, number) for fact in facts]
            actors += [(number, actor) for actor in sorted({actor for fact in facts for actor in fact.named})]
            positions += [_position(number, one, names) for one in told]
        connection.exec_driver_sql(_ADD_MATTER, rows)
        connection.exec_driver_sql(_ADD_STATEMENT, statements)
        if actors:
            connection.exec_driver_sql(_ADD_ACTOR, actors)
        connection.exec_driver_sql(_ADD_POSITION, positions)
    return count


def remove_matters_of(connection: Connection, statements: Iterable[int]) -> None:
    """Take out the matters that hold any of the statements."""
    for part in in_parts(statements):
        listed = ",".join(map(str, part))
        query = f"SELECT DISTINCT matter FROM matter_statements WHERE statement IN ({listed})"
        gone = ",".join(str(row.matter) for row in connection.exec_driver_sql(query))
        if gone:
            for table in ("matter_statements", "matter_actors", "matter_positions"):
                connection.exec_driver_sql(f"DELETE FROM {table} WHERE matter IN ({gone})")
            connection.exec_driver_sql(f"DELETE FROM matters WHERE number IN ({gone})")


def _batches(
    matters: Iterable[tuple[Sequence[Fact], tuple[int, ...]]],
) -> Iterator[list[tuple[Sequence[Fact], tuple[int, ...]]]]:
    batch: list[tuple[Sequence[Fact], tuple[int, ...]]] = []
    for matter in matters:
        batch.append(matter)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _matter(
    number: int, facts: Sequence[Fact], decisions: tuple[int, ...], names: Names
) -> tuple[tuple[Any, ...], list[Told]]:
    told = positions_of(facts)
    dispute = dispute_of(told, facts)
    first, last = _days(facts)
    titles = titles_of(facts, names.of_key)
    title = titles[LANGUAGES[0]]
    stances = Counter(one.stance for one in told)
    documents = len({fact.document for fact in facts})
    body = {
        "titles": {language: titles[language] for language in LANGUAGES[1:]},
        "actors": [{"id": id, "name": names.of_id(id)} for id in _actors(facts)],
        "place": _place(facts),
        "documents": documents,
        "sources": [one.source for one in told],
        "stances": {stance: stances[stance] for stance in Stance if stances[stance]},
        "differs": [aspect for aspect in Aspect if any(aspect in one.differs for one in told)],
        "dispute": dispute.model_dump(),
        "decisions": decisions,
    }
    id = "m" + min(fact.id for fact in facts)[:ID_LENGTH]
    row = (
        number,
        id,
        Kind.TIE if on_a_pair(facts) else facts[0].kind,
        title,
        fold(" ".join(titles.values())),
        first,
        last,
        len(facts),
        documents,
        len(told),
        dispute.score,
        heft_of(dispute, documents),
        json.dumps(body, ensure_ascii=False, separators=(",", ":")),
    )
    return row, told


def _position(number: int, told: Told, names: Names) -> tuple[Any, ...]:
    days = told.days
    version: dict[str, Any] = {}
    if told.who:
        version["who"] = [{"id": key.removeprefix(GENERIC), "name": names.of_key(key)} for key in told.who]
    if told.what:
        version["what"] = told.what
    if told.how_much:
        version["how_much"] = told.how_much
    if told.unit:
        version["unit"] = told.unit
    if days:
        version["start"], version["end"] = _iso(days[0]), _iso(days[1])
    if told.how_called:
        version["how_called"] = told.how_called
    return (
        number,
        told.source,
        told.stance.value,
        told.says.value,
        ",".join(told.differs),
        json.dumps(version, ensure_ascii=False, separators=(",", ":")),
        len({fact.document for fact in told.facts}),
    )


def _actors(facts: Sequence[Fact]) -> list[str]:
    counts = Counter(actor for fact in facts for actor in fact.named)
    return sorted(counts, key=lambda actor: (-counts[actor], actor))[:_MOST_ACTORS]


def _place(facts: Sequence[Fact]) -> dict[str, Any] | None:
    places = Counter((fact.place, fact.country) for fact in facts if fact.place)
    if not places:
        return None
    place, country = min(places, key=lambda one: (-places[one], one))
    return {"name": place, "country": country or None}


def _days(facts: Sequence[Fact]) -> tuple[str | None, str | None]:
    dated = [fact for fact in facts if fact.dated]
    if not dated:
        return None, None
    closest = min((fact.last or 0) - (fact.first or 0) for fact in dated)
    vague = 31 if facts[0].kind == Kind.EVENT else 10**7
    chosen = [fact for fact in dated if (fact.last or 0) - (fact.first or 0) <= max(closest, vague)]
    return _iso(min(fact.first or 1 for fact in chosen)), _iso(max(fact.last or 1 for fact in chosen))


def _iso(day: int) -> str:
    return datetime.date.fromordinal(day).isoformat()
