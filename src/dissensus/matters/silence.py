"""Who could have spoken of a matter and did not.

A source is silent only where it writes of the matter's chief actors in the matter's time: it published a document, or
is heard in one, that speaks of at least two of them (of the one, where there is but one) from the first day told to a
year after the last.
"""

from __future__ import annotations

import datetime
import json
from typing import Any, Final

from sqlalchemy import Connection, Row

from dissensus.matters.facts import GENERIC
from dissensus.matters.matter import Position, Source, SourceKind, Stance

_AFTER: Final = 365
"""Days after a matter's last day in which who writes of its actors could still have spoken of it."""

_CHIEF: Final = 2
_LISTED: Final = 50
_PUBLISHER: Final = f"{SourceKind.PUBLISHER.value}:"


def silent_sources(connection: Connection, number: int, matter: str, speaking: set[str]) -> list[Position]:
    """The publishers that could have spoken of a matter, and are not among those who speak.

    Args:
        connection: a reading one.
        number: of the matter.
        matter: its id.
        speaking: keys of the sources that take a position.
    """
    row = connection.exec_driver_sql('SELECT number, start, "end", body FROM matters WHERE number = ?', (number,)).one()
    chief, time = _chief(row), _time(connection, row)
    if not chief or time is None:
        return []
    spoken = " INTERSECT ".join(
        "SELECT s.document FROM statement_actors a JOIN statements s ON s.number = a.statement WHERE a.actor = ?"
        for _ in chief
    )
    query = (
        f"SELECT d.id, d.source, d.source_folded FROM documents d WHERE d.number IN ({spoken}) "
        "AND d.source_folded IS NOT NULL AND d.date >= ? AND d.date <= ? ORDER BY d.date, d.id"
    )
    found: dict[str, tuple[str, list[str]]] = {}
    for document in connection.exec_driver_sql(query, (*chief, *time)):
        key = f"{_PUBLISHER}{document.source_folded}"
        if key not in speaking:
            found.setdefault(key, (document.source, []))[1].append(document.id)
    return [
        Position(
            matter=matter,
            source=Source(key=key, name=name, kind=SourceKind.PUBLISHER),
            stance=Stance.SILENT,
            says=Stance.SILENT,
            documents=tuple(documents[:_LISTED]),
        )
        for key, (name, documents) in sorted(found.items())
    ]


class Publisher:
    """What one publisher writes of, to ask of many matters whether it could have spoken of them.

    Args:
        connection: a reading one.
        source: its key; a source that is no publisher could have spoken of nothing.
    """

    def __init__(self, connection: Connection, source: str) -> None:
        self._connection = connection
        self._days: dict[str, dict[int, str]] = {}
        query = (
            "SELECT DISTINCT a.actor, d.number, d.date FROM documents d JOIN statements s ON s.document = d.number "
            "JOIN statement_actors a ON a.statement = s.number WHERE d.source_folded = ? AND d.date IS NOT NULL"
        )
        if source.startswith(_PUBLISHER):
            for row in connection.exec_driver_sql(query, (source.removeprefix(_PUBLISHER),)):
                self._days.setdefault(row.actor, {})[row.number] = row.date

    def could_speak_of(self, matter: Row[Any]) -> bool:
        """Whether it could have: the row brings the number, start, end and body of the matter."""
        chief = _chief(matter)
        days = [self._days.get(actor) for actor in chief]
        if not chief or not all(days):
            return False
        time = _time(self._connection, matter)
        first, *others = (told or {} for told in days)
        return time is not None and any(
            time[0] <= date <= time[1] and all(document in other for other in others)
            for document, date in first.items()
        )


def _chief(matter: Row[Any]) -> list[str]:
    return [actor["id"] for actor in json.loads(matter.body)["actors"] if not actor["id"].startswith(GENERIC)][:_CHIEF]


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
