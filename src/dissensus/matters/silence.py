"""Who could have spoken of a matter and did not.

A source is silent only where it writes of the matter's chief actors in the matter's time: it published a document, or
is heard in one, that speaks of at least two of them (of the one, where there is but one) from the first day told to a
year after the last.
"""

from __future__ import annotations

import datetime
import threading
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from sys import intern
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection

from dissensus.matters.matter import Position, Source, SourceKind, Stance
from dissensus.matters.world import in_parts
from dissensus.record.in_one_row import in_one_row

_AFTER: Final = 365
"""Days after a matter's last day in which who writes of its actors could still have spoken of it."""

_COLUMNS: Final = (
    "m.number, m.id, m.start, m.\"end\", json_extract(m.body, '$.actors[0].id'), json_extract(m.body, '$.actors[1].id')"
)
_LISTED: Final = 50
_MOST_BITS: Final = 2**30
"""Kept of all actors together."""

_MOST_PUBLISHERS: Final = 250
"""Kept."""

_PUBLISHER: Final = f"{SourceKind.PUBLISHER.value}:"


class Asked(NamedTuple):
    """A matter, as far as it tells who could have spoken of it.

    Attributes:
        number: in the record.
        id: its id.
        start: the first day told.
        end: the last.
        chief: id of the actor that is most often named.
        beside: of the one that is named most often after it.
    """

    number: int
    id: str
    start: str | None
    end: str | None
    chief: str | None
    beside: str | None


def matters_asked(connection: Connection, rest: str, values: Sequence[Any] = ()) -> list[Asked]:
    """Matters by a query from `FROM` on, in which they are `m`."""
    return [Asked(*row) for row in in_one_row(connection, _COLUMNS, rest, values)]


class Writings:
    """Which documents of publishers speak of whom, and when they were published.

    What it has read it keeps, so one that is asked again for the same version of a record answers without reading.
    Sets of documents are whole numbers: one bit for each document, in order of date and id.

    Args:
        connection: a reading one.
    """

    def __init__(self, connection: Connection) -> None:
        self._documents = in_one_row(
            connection,
            "number, id, source, source_folded, date",
            "FROM documents WHERE source_folded IS NOT NULL AND date IS NOT NULL ORDER BY date, id",
        )
        self._dates = [date for *_, date in self._documents]
        self._places = {number: place for place, (number, *_) in enumerate(self._documents)}
        published: dict[str, list[int]] = {}
        for place, (_, _, _, folded, _) in enumerate(self._documents):
            published.setdefault(f"{_PUBLISHER}{folded}", []).append(place)
        self._published = {key: _with_bits(places) for key, places in published.items()}
        self._of: dict[str, int] = {}
        self._lock = threading.Lock()
        self._publishers: dict[str, Publisher] = {}

    def could_speak(self, connection: Connection, matter: Asked) -> int:
        """The documents in which a matter could have been spoken of.

        Args:
            connection: a reading one, on the record as it was before.
            matter: which.
        """
        naming = list(self._naming(connection, [matter]).values())
        spoken = naming[0] & naming[-1] if naming else 0
        return spoken & _between(self._dates, _time(connection, matter)) if spoken else 0

    def publisher(self, connection: Connection, source: str) -> Publisher:
        """What one source writes of, by its key."""
        found = self._publishers.get(source)
        if found is None:
            found = Publisher(connection, source)
            with self._lock:
                while len(self._publishers) >= _MOST_PUBLISHERS:
                    self._publishers.pop(next(iter(self._publishers)))
                self._publishers[source] = found
        return found

    def silent(self, connection: Connection, matter: Asked, speaking: Collection[str]) -> list[Position]:
        """The publishers that could have spoken of a matter, and are not among those who speak.

        Args:
            connection: a reading one.
            matter: which.
            speaking: keys of the sources that take a position.
        """
        found: dict[str, tuple[str, list[str]]] = {}
        for place in _bits(self.could_speak(connection, matter)):
            _, document, name, folded, _ = self._documents[place]
            key = f"{_PUBLISHER}{folded}"
            if key not in speaking:
                found.setdefault(key, (name, []))[1].append(document)
        return [
            Position(
                matter=matter.id,
                source=Source(key=key, name=name, kind=SourceKind.PUBLISHER),
                stance=Stance.SILENT,
                says=Stance.SILENT,
                documents=tuple(documents[:_LISTED]),
            )
            for key, (name, documents) in sorted(found.items())
        ]

    def silent_among(self, connection: Connection, matter: Asked, sources: Iterable[str]) -> list[str]:
        """Those of some sources that could have spoken of a matter, given and told by key.

        Args:
            connection: a reading one.
            matter: which.
            sources: none that takes a position.
        """
        spoken = self.could_speak(connection, matter)
        return [key for key in sources if spoken & self._published.get(key, 0)] if spoken else []

    def prepare(self, connection: Connection, matters: Iterable[Asked]) -> None:
        """Read at once what is going to be asked of several matters."""
        self._naming(connection, matters)

    def _naming(self, connection: Connection, matters: Iterable[Asked]) -> dict[str, int]:
        """The documents whose statements name, in any part, each of the actors of matters that count."""
        actors = {actor for matter in matters for actor in (matter.chief, matter.beside) if actor}
        with self._lock:
            found = {actor: self._of[actor] for actor in actors if actor in self._of}
        for part in in_parts(sorted(actors - found.keys())):
            named = (
                f"SELECT DISTINCT actor, document FROM statement_actors WHERE actor IN ({','.join('?' * len(part))})"
            )
            columns = "actor, json_group_array(document)"
            told = dict(in_one_row(connection, columns, f"FROM ({named}) GROUP BY actor", part))
            for actor in part:
                numbers = told.get(actor, ())
                found[actor] = _with_bits([self._places[number] for number in numbers if number in self._places])
        with self._lock:
            while self._of and (len(self._of) + len(found)) * len(self._documents) > _MOST_BITS:
                self._of.pop(next(iter(self._of)))
            self._of.update(found)
        return found


class Publisher:
    """What one publisher writes of, to ask of many matters whether it could have spoken of them.

    Args:
        connection: a reading one.
        source: its key; a source that is no publisher could have spoken of nothing.
    """

    def __init__(self, connection: Connection, source: str) -> None:
        folded = source.removeprefix(_PUBLISHER) if source.startswith(_PUBLISHER) else None
        own = "FROM documents d {} WHERE d.source_folded = ? AND d.date IS NOT NULL {}"
        listed = in_one_row(connection, "d.number, d.date", own.format("", "ORDER BY d.date"), (folded,))
        self._dates = [date for _, date in listed]
        places = {number: place for place, (number, _) in enumerate(listed)}
        spoken: dict[str, list[int]] = {}
        named = own.format("JOIN statement_actors a ON a.document = d.number", "GROUP BY d.number")
        for number, actors in in_one_row(connection, "d.number, json_group_array(a.actor)", named, (folded,)):
            for actor in actors:
                spoken.setdefault(actor, []).append(places[number])
        self._of = {intern(actor): _with_bits(found) for actor, found in spoken.items()}

    def could_speak_of(self, connection: Connection, matter: Asked) -> bool:
        """Whether it could have."""
        spoken = self._of.get(matter.chief or "", 0)
        if matter.beside:
            spoken &= self._of.get(matter.beside, 0)
        return bool(spoken and spoken & _between(self._dates, _time(connection, matter)))


def _between(dates: Sequence[str], time: tuple[str, str] | None) -> int:
    """The bits of those dates that lie within a time."""
    if time is None:
        return 0
    first, last = bisect_left(dates, time[0]), bisect_right(dates, time[1])
    return (1 << last) - (1 << first) if first < last else 0


def _with_bits(places: Sequence[int]) -> int:
    bits = bytearray(max(places, default=0) // 8 + 1)
    for place in places:
        bits[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(bits, "little")


def _bits(number: int) -> Iterator[int]:
    while number:
        lowest = number & -number
        yield lowest.bit_length() - 1
        number ^= lowest


def _time(connection: Connection, matter: Asked) -> tuple[str, str] | None:
    """The first and last date of documents that could have spoken of a matter."""
    first, last = matter.start, _later(matter.end)
    if first is None:
        told = connection.exec_driver_sql(
            "SELECT min(d.date), max(d.date) FROM matter_statements t JOIN statements s ON s.number = t.statement "
            "JOIN documents d ON d.number = s.document WHERE t.matter = ?",
            (matter.number,),
        ).one()
        first, last = told[0], _later(told[1])
    return None if first is None or last is None else (first, last)


def _later(date: str | None) -> str | None:
    if date is None:
        return None
    whole = f"{date}-12-31" if len(date) == 4 else f"{date}-28" if len(date) == 7 else date
    return (datetime.date.fromisoformat(whole) + datetime.timedelta(days=_AFTER)).isoformat()
