"""Who could have spoken of a matter and did not.

A source is silent only where it writes of the matter's chief actors in the matter's time: it published a document, or
is heard in one, that speaks of at least two of them (of the one, where there is but one) from the first day told to a
year after the last.
"""

from __future__ import annotations

import datetime
import threading
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray
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

IN_ORDER: Final = "ORDER BY m.score DESC, m.heft DESC, m.id"
"""Matters `m`, the most disputed first."""

_MOST_BITS: Final = 2**30
"""Kept of all actors together."""

_AT_ONCE: Final = 2**22
"""Bytes of bits looked at together."""

_MOST_PUBLISHERS: Final = 300
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
        numbers = np.array([number for number, *_ in self._documents], dtype=np.int64)
        self._last = int(numbers.max(initial=0))
        self._places = np.full(self._last + 1, -1, dtype=np.int64)
        self._places[numbers] = np.arange(len(numbers))
        published: dict[str, list[int]] = {}
        for place, (_, _, _, folded, _) in enumerate(self._documents):
            published.setdefault(f"{_PUBLISHER}{folded}", []).append(place)
        self._published = {key: self._with_bits(np.array(places)) for key, places in published.items()}
        self._of: dict[str, int] = {}
        self._lock = threading.Lock()
        self._publishers: dict[str, Publisher] = {}
        self._subjects: Subjects | None = None
        self._subjects_lock = threading.Lock()

    def could_speak(self, connection: Connection, matter: Asked) -> int:
        """The documents in which a matter could have been spoken of.

        Args:
            connection: a reading one, on the record as it was before.
            matter: which.
        """
        naming = list(self._naming(connection, [matter]).values())
        spoken = naming[0] & naming[-1] if naming else 0
        return spoken & _between(self._dates, _times(connection, [matter])[matter.number]) if spoken else 0

    def publishers(self) -> list[str]:
        """Keys of the publishers of which so many are kept, those with most documents first."""
        return sorted(self._published, key=lambda key: -self._published[key].bit_count())[:_MOST_PUBLISHERS]

    def publisher(self, connection: Connection, source: str) -> Publisher:
        """What one source writes of, by its key."""
        found = self._publishers.get(source)
        if found is None:
            found = Publisher(connection, source, self.subjects(connection))
            with self._lock:
                while len(self._publishers) >= _MOST_PUBLISHERS:
                    self._publishers.pop(next(iter(self._publishers)))
                self._publishers[source] = found
        return found

    def subjects(self, connection: Connection) -> Subjects:
        """Of whom every matter is, and when."""
        with self._subjects_lock:
            if self._subjects is None:
                self._subjects = Subjects(connection)
            return self._subjects

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
            named = f"FROM statement_actors WHERE actor IN ({','.join('?' * len(part))}) GROUP BY actor"
            told = dict(in_one_row(connection, "actor, group_concat(document)", named, part))
            for actor in part:
                numbers = np.fromstring(told.get(actor, ""), dtype=np.int64, sep=",")
                found[actor] = self._with_bits(self._places[numbers[numbers <= self._last]])
        with self._lock:
            while self._of and (len(self._of) + len(found)) * len(self._documents) > _MOST_BITS:
                self._of.pop(next(iter(self._of)))
            self._of.update(found)
        return found

    def _with_bits(self, places: NDArray[np.int64]) -> int:
        """A set of documents by their places; -1 stands for those without a publisher or a date, which are left out."""
        spoken = np.zeros(len(self._documents) + 1, dtype=np.bool_)
        spoken[places] = True
        return int.from_bytes(np.packbits(spoken[:-1], bitorder="little").tobytes(), "little")


class Subjects:
    """Of whom every matter is, and when it could have been spoken of: to ask of thousands of matters at once.

    Args:
        connection: a reading one.

    Attributes:
        actors: a number for every actor that counts, by its id.
        ranks: place of every matter among all, the most disputed first, by its number.
        numbers: of the matters in this order, as are all that follow.
        chief: numbers of the actors that count; -1 for none.
        beside: of the second ones; the first again where there is but one.
        times: first and last date of the documents that could have spoken of each.
    """

    def __init__(self, connection: Connection) -> None:
        matters = matters_asked(connection, f"FROM matters m {IN_ORDER}")
        times = _times(connection, matters)
        self.actors: dict[str, int] = {}
        self.numbers = np.array([one.number for one in matters], dtype=np.int64)
        self.ranks = np.zeros(int(self.numbers.max(initial=0)) + 1, dtype=np.int64)
        self.ranks[self.numbers] = np.arange(len(matters))
        self.chief = np.array([self._numbered(one.chief) for one in matters], dtype=np.int64)
        self.beside = np.array([self._numbered(one.beside or one.chief) for one in matters], dtype=np.int64)
        self.times = [times[one.number] for one in matters]

    def _numbered(self, actor: str | None) -> int:
        return self.actors.setdefault(actor, len(self.actors)) if actor else -1


class Publisher:
    """What one publisher writes of, to ask of many matters whether it could have spoken of them.

    Args:
        connection: a reading one.
        source: its key; a source that is no publisher could have spoken of nothing.
        subjects: of the same record.
    """

    def __init__(self, connection: Connection, source: str, subjects: Subjects) -> None:
        folded = source.removeprefix(_PUBLISHER) if source.startswith(_PUBLISHER) else None
        own = "FROM documents d {} WHERE d.source_folded = ? AND d.date IS NOT NULL {}"
        listed = in_one_row(connection, "d.number, d.date", own.format("", "ORDER BY d.date"), (folded,))
        self._subjects = subjects
        self._dates = [date for _, date in listed]
        places = {number: place for place, (number, _) in enumerate(listed)}
        named = own.format("JOIN statement_actors a ON a.document = d.number", "GROUP BY d.number")
        actors, documents = [], []
        for number, ids in in_one_row(connection, "d.number, json_group_array(a.actor)", named, (folded,)):
            spoken = [subjects.actors[id] for id in set(ids) if id in subjects.actors]
            actors += spoken
            documents += [places[number]] * len(spoken)
        # A row of bits for each actor that it speaks of, and at the end one without any, for all others.
        known, rows = np.unique(np.array(actors, dtype=np.int64), return_inverse=True)
        self._actors = np.append(known, len(subjects.actors))
        self._spoken = np.zeros((len(known) + 1, len(listed) // 8 + 1), dtype=np.uint8)
        document = np.array(documents, dtype=np.int64)
        np.bitwise_or.at(self._spoken, (rows, document >> 3), np.left_shift(1, document & 7).astype(np.uint8))

    def could_speak_of(self, matters: Sequence[int]) -> Iterator[int]:
        """Those of some matters, by number, that it could have spoken of, the most disputed first."""
        subjects = self._subjects
        every = np.sort(subjects.ranks[np.array(matters, dtype=np.int64)])
        step = _AT_ONCE // self._spoken.shape[1] + 1
        for begin in range(0, len(every), step):
            ranks = every[begin : begin + step]
            spoken = self._speaking_of(subjects.chief[ranks]) & self._speaking_of(subjects.beside[ranks])
            for place in np.flatnonzero(spoken.any(axis=1)).tolist():
                documents = int.from_bytes(spoken[place].tobytes(), "little")
                if documents & _between(self._dates, subjects.times[ranks[place]]):
                    yield int(subjects.numbers[ranks[place]])

    def _speaking_of(self, actors: NDArray[np.int64]) -> NDArray[np.uint8]:
        """For each of some actors, the bits of the documents that speak of it."""
        places = np.searchsorted(self._actors, actors)
        return self._spoken[np.where(self._actors[places] == actors, places, len(self._spoken) - 1)]


def _between(dates: Sequence[str], time: tuple[str, str] | None) -> int:
    """The bits of those dates that lie within a time."""
    if time is None:
        return 0
    first, last = bisect_left(dates, time[0]), bisect_right(dates, time[1])
    return (1 << last) - (1 << first) if first < last else 0


def _bits(number: int) -> Iterator[int]:
    while number:
        lowest = number & -number
        yield lowest.bit_length() - 1
        number ^= lowest


def _times(connection: Connection, matters: Sequence[Asked]) -> Mapping[int, tuple[str, str] | None]:
    """The first and last date of documents that could have spoken of each of some matters, by its number."""
    undated = [matter.number for matter in matters if matter.start is None]
    told = {}
    if undated:
        rest = (
            "FROM matter_statements t JOIN statements s ON s.number = t.statement JOIN documents d "
            f"ON d.number = s.document WHERE t.matter IN ({','.join(map(str, undated))}) GROUP BY t.matter"
        )
        rows = in_one_row(connection, "t.matter, min(d.date), max(d.date)", rest)
        told = {matter: (first, last) for matter, first, last in rows}
    times = {}
    for matter in matters:
        first, last = (matter.start, matter.end) if matter.start is not None else told.get(matter.number, (None, None))
        later = _later(last)
        times[matter.number] = None if first is None or later is None else (first, later)
    return times


@lru_cache(maxsize=10_000)
def _later(date: str | None) -> str | None:
    if date is None:
        return None
    whole = f"{date}-12-31" if len(date) == 4 else f"{date}-28" if len(date) == 7 else date
    return (datetime.date.fromisoformat(whole) + datetime.timedelta(days=_AFTER)).isoformat()
