"""A record as plain values, to compare records with."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path
from typing import Any

TABLES = {
    "documents": "SELECT id, path, title, source, author, date, language, text, words, analysed FROM documents",
    "statements": "SELECT s.id, d.id, s.start, s.kind, s.commitment, s.review, s.body FROM statements s "
    "JOIN documents d ON d.number = s.document",
    "actors": "SELECT id, name, type, country, origin, body FROM actors",
    "actor_names": "SELECT actor, language, name, folded FROM actor_names",
    "actor_variants": "SELECT actor, body, imported, documents FROM actor_variants",
    "statement_actors": "SELECT s.id, p.part, p.actor, p.found FROM statement_actors p "
    "JOIN statements s ON s.number = p.statement",
    "document_actors": "SELECT d.id, p.actor FROM document_actors p JOIN documents d ON d.number = p.document",
    "files": "SELECT path, sha256, fingerprint, complete FROM files",
    "failures": "SELECT path, message, error FROM failures",
    "edges": "SELECT s.id, one.id, other.id, e.tie, e.told, e.value, e.first_day, e.last_day, e.is_author, "
    "e.commitment, e.confidence, e.review FROM edges e JOIN statements s ON s.number = e.statement "
    "JOIN edge_actors one ON one.number = e.a JOIN edge_actors other ON other.number = e.b",
    "matter_changes": "SELECT d.id FROM matter_changes c JOIN documents d ON d.number = c.document",
    "reviews": "SELECT statement, by, before, after FROM reviews",
}


def dump(path: Path, *tables: str) -> dict[str, list[Any]]:
    """The rows of the tables, each sorted, without numbers that depend on the order of writing."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return {name: sorted(connection.execute(TABLES[name]).fetchall(), key=repr) for name in tables or TABLES}


COUNTED = """SELECT kind, coalesce(event_type, relation, ''), commitment, review,
    substr(coalesce(date_start, date_end, '~'), 1, 7), count(*) FROM statements GROUP BY 1, 2, 3, 4, 5"""


def sound(path: Path) -> bool:
    """Whether SQLite finds nothing wrong with the file, and statements are counted as they are."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        whole = connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        linked = not connection.execute("PRAGMA foreign_key_check").fetchall()
        for search in ("document_search", "statement_search"):
            connection.execute(f"INSERT INTO {search}({search}, rank) VALUES ('integrity-check', 1)")
        connection.rollback()
        kept = connection.execute("SELECT kind, told, commitment, review, month, statements FROM statement_counts")
        counted = sorted(kept.fetchall()) == sorted(connection.execute(COUNTED).fetchall())
        return whole and linked and counted
