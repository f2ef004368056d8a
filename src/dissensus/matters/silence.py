"""Who could have spoken of a matter and did not.

A source is silent only where it writes of the matter's chief actors in the matter's time: it published a document, or
is heard in one, that speaks of at least two of them (of the one, where there is but one) from the first day told to a
year after the last.
"""

from __future__ import annotations

import datetime
import json
import threading
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, Final

from sqlalchemy import Connection, Row

from dissensus.matters.facts import GENERIC
from dissensus.matters.matter import Position, Source, SourceKind, Stance

_AFTER: Final = 365
"""Days after a matter's last day in which who writes of its actors could still have spoken of it."""

ACTORS: Final = "json_extract(m.body, '$.actors') AS actors"
"""Selects the actors of a matter `m`."""

_CHIEF: Final = 2
_LISTED: Final = 50
_MOST_BITS: Final = 2**30
"""Kept of all actors together."""

_MOST_PUBLISHERS: Final = 250
"""Kept."""

_PUBLISHER: Final = f"{SourceKind.PUBLISHER.value}:"


class Writings:
    """Which documents of publishers speak of whom, and when they were published.

    What it has read it keeps, so one that is asked again for the same version of a record answers without reading.
    Sets of documents are whole numbers: one bit for each document, in order of date and id.

    Args:
        connection: a reading one.
    """

    def __init__(self, connection: Connection) -> None:
        query = (
            "SELECT number, id, source, source_folded, date FROM documents "
            "WHERE source_folded IS NOT NULL AND date IS NOT NULL ORDER BY date, id"
        )
        self._documents = connection.exec_driver_sql(query).all()
        self._dates = [document.date for document in self._documents]
        self._places = {document.number: place for place, document in enumerate(self._documents)}
        self._of: dict[str, int] = {}
        self._lock = threading.Lock()
        self._publishers: dict[str, Publisher] = {}

    def could_speak(self, connection: Connection, matter: Row[Any]) -> int:
        """The documents in which a matter could have been spoken of.

        Args:
            connection: a reading one, on the record as it was before.
            matter: a row with its number, start, end and `actors`: these as JSON.
        """
        chief = _chief(matter)
        spoken = self._naming(connection, chief[0]) if chief else 0
        for actor in chief[1:]:
            spoken &= self._naming(connection, actor)
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

    def silent(self, connection: Connection, matter: Row[Any], speaking: Collection[str]) -> list[Position]:
        """The publishers that could have spoken of a matter, and are not among those who speak.

        Args:
            connection: a reading one.
            matter: a row with its number, id, start, end and `actors`: these as JSON.
            speaking: keys of the sources that take a position.
        """
        found: dict[str, tuple[str, list[str]]] = {}
        for place in _bits(self.could_speak(connection, matter)):
            document = self._documents[place]
            key = f"{_PUBLISHER}{document.source_folded}"
            if key not in speaking:
                found.setdefault(key, (document.source, []))[1].append(document.id)
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

    def _naming(self, connection: Connection, actor: str) -> int:
        """The documents whose statements name an actor, in any part."""
        found = self._of.get(actor)
        if found is None:
            query = "SELECT DISTINCT document FROM statement_actors WHERE actor = ?"
            numbers = connection.exec_driver_sql(query, (actor,)).scalars()
            found = _with_bits([self._places[number] for number in numbers if number in self._places])
            with self._lock:
                while self._of and len(self._of) * len(self._documents) > _MOST_BITS:
                    self._of.pop(next(iter(self._of)))
                self._of[actor] = found
        return found


class Publisher:
    """What one publisher writes of, to ask of many matters whether it could have spoken of them.

    Args:
        connection: a reading one.
        source: its key; a source that is no publisher could have spoken of nothing.
    """

    def __init__(self, connection: Connection, source: str) -> None:
        folded = source.removeprefix(_PUBLISHER) if source.startswith(_PUBLISHER) else None
        documents = "SELECT number, date FROM documents WHERE source_folded = ? AND date IS NOT NULL ORDER BY date"
        listed = connection.exec_driver_sql(documents, (folded,)).all()
        self._dates = [document.date for document in listed]
        places = {document.number: place for place, document in enumerate(listed)}
        naming = (
            "SELECT DISTINCT a.actor, a.document FROM documents d JOIN statements s ON s.document = d.number "
            "JOIN statement_actors a ON a.statement = s.number WHERE d.source_folded = ? AND d.date IS NOT NULL"
        )
        self._of: dict[str, int] = {}
        for actor, document in connection.exec_driver_sql(naming, (folded,)):
            self._of[actor] = self._of.get(actor, 0) | 1 << places[document]

    def could_speak_of(self, connection: Connection, matter: Row[Any]) -> bool:
        """Whether it could have: the row brings the number, start, end and, as JSON, the actors of the matter."""
        chief = _chief(matter)
        spoken = self._of.get(chief[0], 0) if chief else 0
        for actor in chief[1:]:
            spoken &= self._of.get(actor, 0)
        return bool(spoken and spoken & _between(self._dates, _time(connection, matter)))


def _between(dates: Sequence[str], time: tuple[str, str] | None) -> int:
    """The bits of those dates that lie within a time."""
    if time is None:
        return 0
    first, last = bisect_left(dates, time[0]), bisect_right(dates, time[1])
    return (1 << last) - (1 << first) if first < last else 0


def _with_bits(places: Iterable[int]) -> int:
    listed = list(places)
    bits = bytearray(max(listed, default=0) // 8 + 1)
    for place in listed:
        bits[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(bits, "little")


def _bits(number: int) -> Iterator[int]:
    while number:
        lowest = number & -number
        yield lowest.bit_length() - 1
        number ^= lowest


def _chief(matter: Row[Any]) -> list[str]:
    return [actor["id"] for actor in json.loads(matter.actors) if not actor["id"].startswith(GENERIC)][:_CHIEF]


def _time(connection: Connection, matter: Row[Any]) -> tuple[str, str] | None:
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
