"""Older records into newer ones, one numbered step at a time.

A step brings a record from the version before its number to its number, in one transaction. Once released, a step is
never changed: its SQL is written out here, or in a file of its own, and does not follow `schema.py`. A test migrates a
record of every older version and compares it with a new one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sqlalchemy import Connection

from dissensus.record.schema import VERSION
from dissensus.record.version_3 import widen

Step = Callable[[Connection], None]


def _2_full_text_search(connection: Connection) -> None:
    """Version 1 could not be searched by words."""
    for statement in (
        """CREATE VIRTUAL TABLE document_search USING fts5(
        title, text, content='documents', content_rowid='number', tokenize='unicode61 remove_diacritics 2')""",
        """CREATE VIRTUAL TABLE statement_search USING fts5(
        quote, content='statements', content_rowid='number', tokenize='unicode61 remove_diacritics 2')""",
        """CREATE TRIGGER document_search_insert AFTER INSERT ON documents BEGIN
        INSERT INTO document_search(rowid, title, text) VALUES (new.number, new.title, new.text); END""",
        """CREATE TRIGGER document_search_update AFTER UPDATE OF title, text ON documents BEGIN
        INSERT INTO document_search(document_search, rowid, title, text)
            VALUES ('delete', old.number, old.title, old.text);
        INSERT INTO document_search(rowid, title, text) VALUES (new.number, new.title, new.text); END""",
        """CREATE TRIGGER document_search_delete AFTER DELETE ON documents BEGIN
        INSERT INTO document_search(document_search, rowid, title, text)
            VALUES ('delete', old.number, old.title, old.text); END""",
        """CREATE TRIGGER statement_search_insert AFTER INSERT ON statements BEGIN
        INSERT INTO statement_search(rowid, quote) VALUES (new.number, new.quote); END""",
        """CREATE TRIGGER statement_search_delete AFTER DELETE ON statements BEGIN
        INSERT INTO statement_search(statement_search, rowid, quote)
            VALUES ('delete', old.number, old.quote); END""",
        "INSERT INTO document_search(document_search) VALUES ('rebuild')",
        "INSERT INTO statement_search(statement_search) VALUES ('rebuild')",
    ):
        connection.exec_driver_sql(statement)


STEPS: Mapping[int, Step] = {2: _2_full_text_search, 3: widen}


def migrate(connection: Connection, version: int) -> None:
    """Bring a record from an older version to the newest, inside the connection's transaction."""
    for number in range(version + 1, VERSION + 1):
        STEPS[number](connection)
    connection.exec_driver_sql(f"PRAGMA user_version = {VERSION}")
