"""The tables of a record, as they are in the newest version.

A document's statements hold what finding made of them as JSON (`statements.body`), without the document and the
review, which have columns of their own. The other columns of `statements` repeat parts of the body, to filter by.
"""

from __future__ import annotations

from importlib.metadata import version as program_version
from typing import Final

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    insert,
)

APPLICATION_ID: Final = 0x44495353
"""`DISS`, in the header of the file: tells a record from another program's SQLite file."""

VERSION: Final = 2
"""Of the tables, in the file's `user_version`. Raise it together with a new step in `migrations.py`."""

metadata = MetaData()

meta = Table(
    "meta",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

documents = Table(
    "documents",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("path", Text),
    Column("url", Text),
    Column("title", Text),
    Column("source", Text),
    Column("source_folded", Text, index=True),
    Column("author", Text),
    Column("date", Text, index=True),
    Column("language", Text),
    Column("text", Text, nullable=False),
    Column("turns", Text, nullable=False),
    Column("furniture", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("words", Integer, nullable=False),
    Column("analysed", Boolean, nullable=False),
    Column("program", Text, nullable=False),
)

files = Table(
    "files",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("path", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("fingerprint", Text, nullable=False, unique=True),
    Column("complete", Boolean, nullable=False),
)

file_documents = Table(
    "file_documents",
    metadata,
    Column("file", ForeignKey("files.number", ondelete="CASCADE"), primary_key=True),
    Column("document", ForeignKey("documents.number", ondelete="CASCADE"), primary_key=True),
    sqlite_with_rowid=False,
)

failures = Table(
    "failures",
    metadata,
    Column("root", Text, primary_key=True),
    Column("path", Text, primary_key=True),
    Column("message", Text, primary_key=True),
    Column("error", Text, nullable=False),
    sqlite_with_rowid=False,
)

actors = Table(
    "actors",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("country", Text),
    Column("origin", Text, nullable=False),
    Column("body", Text, nullable=False),
)

actor_variants = Table(
    "actor_variants",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("actor", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("imported", Boolean, nullable=False),
    Column("documents", Integer, nullable=False),
    UniqueConstraint("actor", "body", "imported"),
)

actor_names = Table(
    "actor_names",
    metadata,
    Column("actor", ForeignKey("actors.id", ondelete="CASCADE"), primary_key=True),
    Column("language", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("folded", Text, nullable=False, index=True),
    sqlite_with_rowid=False,
)

document_actors = Table(
    "document_actors",
    metadata,
    Column("document", ForeignKey("documents.number", ondelete="CASCADE"), primary_key=True),
    Column("actor", ForeignKey("actors.id"), primary_key=True),
    Column("variant", ForeignKey("actor_variants.number"), nullable=False),
    Index("document_actors_by_actor", "actor"),
    sqlite_with_rowid=False,
)

statements = Table(
    "statements",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("document", ForeignKey("documents.number", ondelete="CASCADE"), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("quote", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("holder", Text),
    Column("holder_folded", Text, nullable=False, index=True),
    Column("is_author", Boolean, nullable=False),
    Column("commitment", Text, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("event_type", Text),
    Column("relation", Text),
    Column("sign", Integer),
    Column("date_start", Text, index=True),
    Column("date_end", Text),
    Column("extractor", Text, nullable=False),
    Column("review", Text, nullable=False),
    Column("body", Text, nullable=False),
    Index("statements_in_order", "document", "start", "end", "id"),
    Index("statements_by_kind", "kind"),
)

statement_actors = Table(
    "statement_actors",
    metadata,
    Column("statement", ForeignKey("statements.number", ondelete="CASCADE"), primary_key=True),
    Column("part", Text, primary_key=True),
    Column("actor", Text, primary_key=True),
    Index("statement_actors_by_actor", "actor", "statement"),
    sqlite_with_rowid=False,
)

reviews = Table(
    "reviews",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("statement", Text, nullable=False, index=True),
    Column("at", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("before", Text, nullable=False),
    Column("after", Text, nullable=False),
    Column("note", Text),
)

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
    """CREATE TRIGGER statement_search_delete AFTER DELETE ON statements BEGIN
        INSERT INTO statement_search(statement_search, rowid, quote)
            VALUES ('delete', old.number, old.quote); END""",
)
"""Full text search over documents and quotes. SQLite keeps it in step through triggers and without a second copy."""


def create(connection: Connection) -> None:
    """Make the tables of the newest version in an empty file."""
    metadata.create_all(connection)
    connection.execute(insert(meta), [{"key": "made_by", "value": f"dissensus {program_version('dissensus')}"}])
    for statement in SEARCH:
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {VERSION}")
