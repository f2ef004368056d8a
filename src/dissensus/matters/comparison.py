"""Two sources side by side."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Row

from dissensus.errors import InputError
from dissensus.matters.agreement import PairAgreement, agreement
from dissensus.matters.matter import Matter, Position, Source
from dissensus.matters.silence import Publisher
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


def compare(record: Record, first: str, second: str, *, limit: int | None = None) -> Comparison:
    """Two sources side by side.

    Args:
        record: the record.
        first: name or key of a source.
        second: of another.
        limit: at most so many matters in each part.

    Raises:
        NotFoundError: the record has no such source.
        InputError: both are the same.
    """
    one, other = find_source(record, first), find_source(record, second)
    if one.key == other.key:
        raise InputError("give two different sources; both names mean this one", where=one.name)
    found = next(
        iter(agreement(all_positions(record, (one.key, other.key))).pairs),
        PairAgreement(first=one, second=other, shared=0, agreed=0),
    )
    with record.reading() as connection:
        spoken = {source.key: _spoken(connection, source.key) for source in (one, other)}
        only_first = _only(connection, spoken[one.key], spoken[other.key], other, limit)
        only_second = _only(connection, spoken[other.key], spoken[one.key], one, limit)
    parted, agreed = set(found.parted_on), set(found.agreed_on)
    both = spoken[one.key]
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


def _spoken(connection: Connection, source: str) -> dict[str, Row[Any]]:
    """The matters on which a source takes a position, the most disputed first."""
    query = (
        'SELECT m.number, m.id, m.start, m."end", m.body FROM matter_positions p JOIN matters m ON m.number = p.matter '
        "WHERE p.source = ? ORDER BY m.score DESC, m.heft DESC, m.id"
    )
    return {row.id: row for row in connection.exec_driver_sql(query, (source,))}


def _differences(record: Record, ids: list[str], one: Source, other: Source) -> tuple[Difference, ...]:
    found = []
    for matter in get_matters(record, ids):
        told = {position.source.key: position for position in positions(record, matter.id, silent=False)}
        found.append(Difference(matter=matter, first=told[one.key], second=told[other.key]))
    return tuple(found)


def _only(
    connection: Connection, spoken: dict[str, Row[Any]], too: dict[str, Row[Any]], silent: Source, limit: int | None
) -> list[str]:
    """The matters on which a source is silent that another speaks of."""
    publisher = Publisher(connection, silent.key)
    return list(islice((id for id, row in spoken.items() if id not in too and publisher.could_speak_of(row)), limit))
