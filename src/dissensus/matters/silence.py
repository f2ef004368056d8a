"""Who could have spoken of a matter and did not.

A source is silent only where it writes of the matter's chief actors in the matter's time: it published a document, or
is heard in one, that speaks of at least two of them (of the one, where there is but one) from the first day told to a
year after the last.
"""

from __future__ import annotations

import datetime
import json
from typing import Final

from sqlalchemy import Connection

from dissensus.matters.facts import GENERIC
from dissensus.matters.matter import Position, Source, SourceKind, Stance

_AFTER: Final = 365
"""Days after a matter's last day in which who writes of its actors could still have spoken of it."""

_CHIEF: Final = 2
_LISTED: Final = 50


def silent_sources(connection: Connection, number: int, matter: str, speaking: set[str]) -> list[Position]:
    """The publishers that could have spoken of a matter, and are not among those who speak.

    Args:
        connection: a reading one.
        number: of the matter.
        matter: its id.
        speaking: keys of the sources that take a position.
    """
    row = connection.exec_driver_sql('SELECT start, "end", body FROM matters WHERE number = ?', (number,)).one()
    chief = [actor["id"] for actor in json.loads(row.body)["actors"] if not actor["id"].startswith(GENERIC)][:_CHIEF]
    if not chief:
        return []
    first, last = row.start, _later(row.end)
    if first is None:
        told = connection.exec_driver_sql(
            "SELECT min(d.date), max(d.date) FROM matter_statements t JOIN statements s ON s.number = t.statement "
            "JOIN documents d ON d.number = s.document WHERE t.matter = ?",
            (number,),
        ).one()
        first, last = told[0], _later(told[1])
    if first is None or last is None:
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
    for document in connection.exec_driver_sql(query, (*chief, first, last)):
        key = f"publisher:{document.source_folded}"
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


def _later(date: str | None) -> str | None:
    if date is None:
        return None
    whole = f"{date}-12-31" if len(date) == 4 else f"{date}-28" if len(date) == 7 else date
    return (datetime.date.fromisoformat(whole) + datetime.timedelta(days=_AFTER)).isoformat()
