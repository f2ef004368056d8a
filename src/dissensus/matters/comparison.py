"""Two sources side by side."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from sqlalchemy import Connection

from dissensus.errors import InputError
from dissensus.matters.agreement import PairAgreement, agreement
from dissensus.matters.loading import load_in_short, load_positions, positions_where, rows_by_id
from dissensus.matters.matter import MatterInShort, Position, Source
from dissensus.matters.silence import IN_ORDER, Writings
from dissensus.matters.sources import find_source, share_statements
from dissensus.matters.store import refresh
from dissensus.model import FrozenType
from dissensus.record.in_one_row import in_one_row

if TYPE_CHECKING:
    from dissensus.record.record import Record

_OF_ONE: Final = "SELECT matter FROM matter_positions WHERE source = ?"
_OF_BOTH: Final = f"({_OF_ONE} INTERSECT {_OF_ONE})"


class Difference(FrozenType):
    """A matter on which the two part ways."""

    matter: MatterInShort
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
    agreed: tuple[MatterInShort, ...]
    only_first: tuple[MatterInShort, ...]
    """Of which the first speaks while the second is silent: it speaks of the same actors in the same time."""
    only_second: tuple[MatterInShort, ...]


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
    refresh(record)
    with record.reading() as connection:
        one, other = find_source(connection, first), find_source(connection, second)
        if one.key == other.key:
            raise InputError("give two different sources; both names mean this one", where=one.name)
        writings = writings or Writings(connection)
        both = _on_both(connection, one.key, other.key)
        two = (one.key, other.key)
        of_both = f"p.source IN (?, ?) AND p.matter IN {_OF_BOTH}"
        taken = (position for _, position in positions_where(connection, of_both, two * 2))
        found = next(iter(agreement(taken).pairs), PairAgreement(first=one, second=other, shared=0, agreed=0))
        agreed_on, parted_on = set(found.agreed_on), set(found.parted_on)
        agreed = list(islice((id for id in both if id in agreed_on), limit))
        parted = list(islice((id for id in both if id in parted_on), limit))
        told = load_positions(connection, [both[id] for id in parted], of=two)
        only_first = _only(connection, one, other, limit, writings)
        only_second = _only(connection, other, one, limit, writings)
        every = load_in_short(rows_by_id(connection, [*agreed, *parted, *only_first, *only_second]))
        one_voice = share_statements(connection, one.key, other.key)
    matters = {matter.id: matter for matter in every}
    return Comparison(
        first=one,
        second=other,
        agreement=found,
        one_voice=one_voice,
        parted=tuple(
            Difference(matter=matters[id], first=told[both[id]][one.key], second=told[both[id]][other.key])
            for id in parted
        ),
        agreed=tuple(matters[id] for id in agreed),
        only_first=tuple(matters[id] for id in only_first),
        only_second=tuple(matters[id] for id in only_second),
    )


def _on_both(connection: Connection, one: str, other: str) -> dict[str, int]:
    """The matters on which two sources take a position, numbers by id, the most disputed first."""
    query = f"SELECT m.id, m.number FROM matters m WHERE m.number IN {_OF_BOTH} {IN_ORDER}"
    return {row.id: row.number for row in connection.exec_driver_sql(query, (one, other)).all()}


def _only(connection: Connection, speaking: Source, silent: Source, limit: int | None, writings: Writings) -> list[str]:
    """The matters of which one source speaks while the other is silent, the most disputed first."""
    publisher = writings.publisher(connection, silent.key)
    spoken = in_one_row(connection, "matter", f"FROM ({_OF_ONE} EXCEPT {_OF_ONE})", (speaking.key, silent.key))
    could = islice(publisher.could_speak_of([matter for (matter,) in spoken]), limit)
    listed = f"FROM matters m WHERE m.number IN ({','.join(map(str, could))}) {IN_ORDER}"
    return [id for (id,) in in_one_row(connection, "m.id", listed)]
