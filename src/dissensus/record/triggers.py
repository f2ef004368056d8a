"""What SQLite keeps in step by itself: full text search, and how many statements there are of each sort."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection

SEARCH: Final = (
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
    """CREATE TRIGGER statement_search_update AFTER UPDATE OF quote ON statements BEGIN
        INSERT INTO statement_search(statement_search, rowid, quote)
            VALUES ('delete', old.number, old.quote);
        INSERT INTO statement_search(rowid, quote) VALUES (new.number, new.quote); END""",
    """CREATE TRIGGER statement_search_delete AFTER DELETE ON statements BEGIN
        INSERT INTO statement_search(statement_search, rowid, quote)
            VALUES ('delete', old.number, old.quote); END""",
)
"""Full text search over documents and quotes. SQLite keeps it in step through triggers and without a second copy."""


_COUNT: Final = """INSERT INTO statement_counts (kind, told, commitment, review, month, statements)
            VALUES (new.kind, coalesce(new.event_type, new.relation, ''), new.commitment, new.review,
                substr(coalesce(new.date_start, new.date_end, '~'), 1, 7), 1)
            ON CONFLICT DO UPDATE SET statements = statements + 1;"""
_OLD_SORT: Final = """kind = old.kind AND told = coalesce(old.event_type, old.relation, '')
            AND commitment = old.commitment AND review = old.review
            AND month = substr(coalesce(old.date_start, old.date_end, '~'), 1, 7)"""
_COUNT_NO_MORE: Final = f"""UPDATE statement_counts SET statements = statements - 1 WHERE {_OLD_SORT};
        DELETE FROM statement_counts WHERE {_OLD_SORT} AND statements = 0;"""

COUNTING: Final = (
    f"""CREATE TRIGGER statement_counts_insert AFTER INSERT ON statements BEGIN
        {_COUNT} END""",
    f"""CREATE TRIGGER statement_counts_update
        AFTER UPDATE OF kind, event_type, relation, commitment, review, date_start, date_end ON statements BEGIN
        {_COUNT_NO_MORE}
        {_COUNT} END""",
    f"""CREATE TRIGGER statement_counts_delete AFTER DELETE ON statements BEGIN
        {_COUNT_NO_MORE} END""",
)
"""Counts statements by kind, what is told, commitment, review and month."""

_COUNT_ALL: Final = """INSERT INTO statement_counts (kind, told, commitment, review, month, statements)
    SELECT kind, coalesce(event_type, relation, ''), commitment, review,
        substr(coalesce(date_start, date_end, '~'), 1, 7), count(*) FROM statements GROUP BY 1, 2, 3, 4, 5"""


def rebuild(connection: Connection) -> None:
    """Make anew what triggers keep in step, after statements and documents were written without them."""
    for search in ("document_search", "statement_search"):
        connection.exec_driver_sql(f"INSERT INTO {search}({search}) VALUES ('rebuild')")
    connection.exec_driver_sql("DELETE FROM statement_counts")
    connection.exec_driver_sql(_COUNT_ALL)
