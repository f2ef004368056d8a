"""Two sources side by side."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from dissensus.errors import InputError
from dissensus.matters.agreement import PairAgreement, agreement
from dissensus.matters.matter import Matter, Position, Source
from dissensus.matters.silence import ACTORS, Writings
from dissensus.matters.sources import find_source, share_statements
from dissensus.matters.store import all_positions, get_matters, positions
from dissensus.model import FrozenType

if TYPE_CHECKING:
    from dissensus.record.record import Record


class Difference(FrozenType):
    """A matter on which the two part ways."""

    matter: Matter
    first: Position
    second: Position


class Comparison(FrozenType):
    """Two sources side by side; in every part the most disputed matters come first."""

    first: Source
    second: Source
    agreement: PairAgreement
    """Over all matters on which both take a side, however many are listed."""
    one_voice: bool
    """Whether one speaks for the other, so that some statements count for both."""
    parted: tuple[Difference, ...]
    agreed: tuple[Matter, ...]
    only_first: tuple[Matter, ...]
    """Of which the first speaks while the second is silent: it speaks of the same actors in the same time."""
    only_second: tuple[Matter, ...]


def compare(
    record: Record, first: str, second: str, *, limit: int | None = None, writings: Writings | None = None
) -> Comparison:
    """Two sources side by side.

    Args:
        record: the record.
        first: name or key of a source.
        second: of another.
        limit: at most so many matters in each part.
        writings: of the record as it is, where they were read before.

    Raises:
        NotFoundError: the record has no such source.
        InputError: both are the same.
    """
    one, other = find_source(record, first), find_source(record, second)
    if one.key == other.key:
        raise InputError("give two different sources; both names mean this one", where=one.name)
    found = next(
        iter(agreement(all_positions(record, (one.key, other.key), shared=True)).pairs),
        PairAgreement(first=one, second=other, shared=0, agreed=0),
    )
    with record.reading() as connection:
        writings = writings or Writings(connection)
        both = _on_both(connection, one.key, other.key)
        only_first = _only(connection, one, other, limit, writings)
        only_second = _only(connection, other, one, limit, writings)
    parted, agreed = set(found.parted_on), set(found.agreed_on)
    return Comparison(
        first=one,
        second=other,
        agreement=found,
        one_voice=share_statements(record, one.key, other.key),
        parted=_differences(record, list(islice((id for id in both if id in parted), limit)), one, other),
        agreed=tuple(get_matters(record, list(islice((id for id in both if id in agreed), limit)))),
        only_first=tuple(get_matters(record, only_first)),
        only_second=tuple(get_matters(record, only_second)),
    )


def _on_both(connection: Connection, one: str, other: str) -> list[str]:
    """Ids of the matters on which two sources take a position, the most disputed first."""
    query = (
        "SELECT m.id FROM matter_positions p JOIN matter_positions q ON q.matter = p.matter "
        "JOIN matters m ON m.number = p.matter WHERE p.source = ? AND q.source = ? "
        "ORDER BY m.score DESC, m.heft DESC, m.id"
    )
    return list(connection.exec_driver_sql(query, (one, other)).scalars())


def _differences(record: Record, ids: list[str], one: Source, other: Source) -> tuple[Difference, ...]:
    found = []
    for matter in get_matters(record, ids):
        told = {position.source.key: position for position in positions(record, matter.id, silent=False)}
        found.append(Difference(matter=matter, first=told[one.key], second=told[other.key]))
    return tuple(found)


def _only(connection: Connection, speaking: Source, silent: Source, limit: int | None, writings: Writings) -> list[str]:
    """The matters of which one source speaks while the other is silent, the most disputed first."""
    publisher = writings.publisher(connection, silent.key)
    query = (
        f'SELECT m.number, m.id, m.start, m."end", {ACTORS} '
        "FROM matter_positions p JOIN matters m ON m.number = p.matter WHERE p.source = ? "
        "AND NOT EXISTS (SELECT 1 FROM matter_positions q WHERE q.matter = p.matter AND q.source = ?) "
        "ORDER BY m.score DESC, m.heft DESC, m.id"
    )
    rows = connection.exec_driver_sql(query, (speaking.key, silent.key))
    return list(islice((row.id for row in rows if publisher.could_speak_of(connection, row)), limit))
