"""What each source tells, summed up in tables that change with the statements: how much, of whom, and in what words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Any, Final

from sqlalchemy import Connection

from dissensus.matters.facts import Fact, says_firmly
from dissensus.model import Kind

TABLES: Final = ("source_documents", "source_actors", "source_words", "source_pairs")

_KEYS: Final = {
    "source_documents": ("source", "document", "kind"),
    "source_actors": ("source", "actor"),
    "source_pairs": ("first", "second"),
}
"""Of the tables that count statements."""

_WORD: Final = ("source", "actor", "term", "valence", "statement")

_MOST: Final = 100_000
"""Counts kept before they are written."""


class Sums:
    """How much more is told than before, or less."""

    def __init__(self) -> None:
        self._counts: dict[str, Counter[tuple[Any, ...]]] = {table: Counter() for table in _KEYS}
        self._words: Counter[tuple[Any, ...]] = Counter()

    def add(self, facts: Iterable[Fact], by: int = 1) -> None:
        """Count facts that came, or with -1 those that went."""
        documents, actors, pairs = (self._counts[table] for table in _KEYS)
        for fact in facts:
            for source in fact.sources:
                documents[source, fact.document, fact.kind] += by
                for actor in fact.named:
                    actors[source, actor] += by
                if fact.kind == Kind.LABEL and fact.named and says_firmly(fact.commitment):
                    valence = -1 if (fact.value or 0) < 0 else 1
                    self._words[source, fact.named[0], fact.body, valence, fact.number] += by
            for pair in combinations(sorted(fact.sources), 2):
                pairs[pair] += by

    @property
    def many(self) -> bool:
        """Whether so much was counted that it is time to write."""
        return sum(map(len, self._counts.values())) + len(self._words) > _MOST

    def write(self, connection: Connection) -> None:
        """Bring the tables in step, and count anew from there."""
        for table, counts in self._counts.items():
            keys = _KEYS[table]
            changed = sorted((*key, count) for key, count in counts.items() if count)
            _each(
                connection,
                f"INSERT INTO {table} ({', '.join(keys)}, statements) VALUES ({_holes(keys)}, ?) "
                "ON CONFLICT DO UPDATE SET statements = statements + excluded.statements",
                changed,
            )
            fewer = [row[:-1] for row in changed if row[-1] < 0]
            _each(connection, f"DELETE FROM {table} WHERE {_equal(keys)} AND statements = 0", fewer)
        words = ", ".join(_WORD)
        come = sorted(word for word, count in self._words.items() if count > 0)
        gone = sorted(word for word, count in self._words.items() if count < 0)
        _each(connection, f"DELETE FROM source_words WHERE {_equal(_WORD)}", gone)
        _each(connection, f"INSERT INTO source_words ({words}) VALUES ({_holes(_WORD)})", come)
        for counts in (*self._counts.values(), self._words):
            counts.clear()


def _each(connection: Connection, query: str, rows: Sequence[tuple[Any, ...]]) -> None:
    if rows:
        connection.exec_driver_sql(query, list(rows))


def _holes(columns: Sequence[str]) -> str:
    return ", ".join("?" * len(columns))


def _equal(columns: Sequence[str]) -> str:
    return " AND ".join(f"{column} = ?" for column in columns)
