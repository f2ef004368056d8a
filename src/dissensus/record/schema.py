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
    ColumnElement,
    Connection,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    desc,
    func,
    insert,
    literal_column,
    text,
)

from dissensus.record.triggers import COUNTING, SEARCH

APPLICATION_ID: Final = 0x44495353
"""`DISS`, in the header of the file: tells a record from another program's SQLite file."""

VERSION: Final = 3
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
    Index("documents_in_figures", "language", "source", "analysed", "program", "words", "date"),
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
    Column("date_start", Text),
    Column("date_end", Text),
    Column("extractor", Text, nullable=False),
    Column("review", Text, nullable=False),
    Column("body", Text, nullable=False),
    Index("statements_in_order", "document", "start", "end", "id"),
    Index(
        "statements_by_fields",
        *("kind", "commitment", "event_type", "relation", "sign", "review"),
        *("date_start", "date_end", "confidence", "document"),
    ),
    Index("statements_by_holder", "holder", "review"),
    Index(
        "statements_by_confidence",
        *(desc("confidence"), "document", "start", "end", "id"),
        *("event_type", "commitment", "review", "date_start", "date_end"),
    ),
    Index("statements_by_review", "review", "confidence", "document", "start"),
)

NEVER: Final[ColumnElement[str]] = literal_column("'~'")
"""Stands for no date and sorts after all dates. It is literal, for SQLite to find the index."""

FIRST_DAY: Final = func.coalesce(statements.c.date_start, statements.c.date_end, NEVER)
"""The day that statements are sorted by."""

_PLACE: Final = (statements.c.document, statements.c.start, statements.c.end, statements.c.id)
_DATES: Final = (statements.c.date_start, statements.c.date_end)

Index("statements_by_date", FIRST_DAY, *_PLACE, *_DATES)
Index("statements_lasting", *_DATES, sqlite_where=text("date_start IS NOT date_end"))
Index(
    "events_by_day",
    FIRST_DAY,
    *(statements.c[name] for name in ("event_type", "commitment", "review", "confidence", "document")),
    *_DATES,
    sqlite_where=text("event_type IS NOT NULL"),
)
Index(
    "events_lasting",
    func.coalesce(statements.c.date_end, literal_column("'9999'")),
    *_DATES,
    *(statements.c[name] for name in ("event_type", "commitment", "review", "confidence", "document")),
    sqlite_where=text("event_type IS NOT NULL AND date_start IS NOT date_end"),
)
Index(
    "events_placed",
    statements.c.confidence.desc(),
    *_PLACE,
    *(statements.c[name] for name in ("event_type", "commitment", "review")),
    sqlite_where=text(
        "event_type IS NOT NULL AND date_start IS NULL AND date_end IS NULL AND instr(body, '\"place\":{') > 0"
    ),
)

statement_counts = Table(
    "statement_counts",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("told", Text, primary_key=True),
    Column("commitment", Text, primary_key=True),
    Column("review", Text, primary_key=True),
    Column("month", Text, primary_key=True),
    Column("statements", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""How many statements there are of each sort. `told` is the type of an event, the relation of a tie, or empty; `month`
that of the first day told, or `~`. Triggers keep it in step."""

statement_actors = Table(
    "statement_actors",
    metadata,
    Column("statement", ForeignKey("statements.number", ondelete="CASCADE"), primary_key=True),
    Column("part", Text, primary_key=True),
    Column("found", Text, primary_key=True, index=True),
    Column("actor", Text, nullable=False),
    Column("document", Integer, nullable=False),
    Index("statement_actors_by_actor", "actor", "document", "statement"),
    Index("statement_actors_by_document", "document", "actor"),
    sqlite_with_rowid=False,
)
"""Whom a statement names: `found` is the actor as it was found, `actor` the one it stands for after people's merges.
`document` repeats that of the statement."""

actor_merges = Table(
    "actor_merges",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("kept", Text, nullable=False),
    Column("merged", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("undone_at", Text),
    Column("undone_by", Text),
    Column("note", Text),
)
"""Actors that a person said are one. What was undone stays, with when and by whom."""

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
    Column("before_body", Text),
    Column("after_body", Text),
    Column("undone_at", Text),
    Column("undone_by", Text),
)
"""What people made of statements. The bodies are those of a correction."""

edge_actors = Table(
    "edge_actors",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
)
"""Actors that stand in edges, by a short number."""

edges = Table(
    "edges",
    metadata,
    Column("statement", ForeignKey("statements.number", ondelete="CASCADE"), primary_key=True),
    Column("a", ForeignKey("edge_actors.number"), primary_key=True),
    Column("b", ForeignKey("edge_actors.number"), primary_key=True),
    Column("document", Integer, nullable=False),
    Column("tie", Boolean, nullable=False),
    Column("told", Text, nullable=False),
    Column("value", Float, nullable=False),
    Column("first_day", Integer),
    Column("last_day", Integer),
    Column("is_author", Boolean, nullable=False),
    Column("commitment", Text, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("review", Text, nullable=False),
    Index("edges_by_a", "a"),
    Index("edges_by_b", "b"),
    sqlite_with_rowid=False,
)
"""What ties and events say of how two actors stand to one another: narrow rows that a network is built from.

`told` is a tie's relation or an event's type, `value` a tie's sign or an event's score, never 0. Days are counted as
`datetime.date.toordinal` does.
"""

matter_changes = Table(
    "matter_changes",
    metadata,
    Column("document", Integer, primary_key=True),
)
"""Documents whose statements came, went or were reviewed since matters were last brought up to date."""

matter_facts = Table(
    "matter_facts",
    metadata,
    Column("statement", Integer, primary_key=True),
    Column("document", Integer, nullable=False, index=True),
    Column("block", Integer, nullable=False, index=True),
    Column("kernel", Integer, nullable=False, index=True),
    Column("fact", Text, nullable=False),
)
"""What grouping needs to know of a statement."""

matter_kernels = Table(
    "matter_kernels",
    metadata,
    Column("kernel", Integer, primary_key=True),
    Column("block", Integer, nullable=False, index=True),
    Column("root", Integer, nullable=False, index=True),
    Column("profile", Text, nullable=False),
)
"""Statements that agree on everything but details, taken together; `root` is the kernel they were joined to."""

matter_keys = Table(
    "matter_keys",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("kernel", Integer, primary_key=True),
    sqlite_with_rowid=False,
)
"""Where kernels that may belong together meet."""

matters = Table(
    "matters",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("title_folded", Text, nullable=False),
    Column("start", Text),
    Column("end", Text),
    Column("statements", Integer, nullable=False),
    Column("documents", Integer, nullable=False),
    Column("sources", Integer, nullable=False),
    Column("score", Float, nullable=False),
    Column("heft", Float, nullable=False),
    Column("body", Text, nullable=False),
    Index("matters_in_order", desc("score"), desc("heft"), "id", "kind", "title_folded"),
)

matter_statements = Table(
    "matter_statements",
    metadata,
    Column("statement", Integer, primary_key=True),
    Column("matter", ForeignKey("matters.number", ondelete="CASCADE"), nullable=False, index=True),
)

matter_actors = Table(
    "matter_actors",
    metadata,
    Column("matter", ForeignKey("matters.number", ondelete="CASCADE"), primary_key=True),
    Column("actor", Text, primary_key=True),
    Index("matter_actors_by_actor", "actor", "matter"),
    sqlite_with_rowid=False,
)

matter_sources = Table(
    "matter_sources",
    metadata,
    Column("key", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("actor", Text),
    sqlite_with_rowid=False,
)

source_documents = Table(
    "source_documents",
    metadata,
    Column("source", Text, primary_key=True),
    Column("document", Integer, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("statements", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""How many statements of each kind count for a source, document by document."""

source_actors = Table(
    "source_actors",
    metadata,
    Column("source", Text, primary_key=True),
    Column("actor", Text, primary_key=True),
    Column("statements", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""How many statements of a source are about an actor."""

source_words = Table(
    "source_words",
    metadata,
    Column("source", Text, primary_key=True),
    Column("actor", Text, primary_key=True),
    Column("term", Text, primary_key=True),
    Column("valence", Integer, primary_key=True),
    Column("statement", Integer, primary_key=True),
    sqlite_with_rowid=False,
)
"""Loaded words that a source puts on actors, statement by statement."""

source_pairs = Table(
    "source_pairs",
    metadata,
    Column("first", Text, primary_key=True),
    Column("second", Text, primary_key=True),
    Column("statements", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""Pairs of sources of which one speaks for the other, in order of key, and the statements that count for both."""

matter_positions = Table(
    "matter_positions",
    metadata,
    Column("matter", ForeignKey("matters.number", ondelete="CASCADE"), primary_key=True),
    Column("source", Text, primary_key=True),
    Column("stance", Text, nullable=False),
    Column("says", Text, nullable=False),
    Column("differs", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("documents", Integer, nullable=False),
    Index("matter_positions_by_source", "source", "matter"),
    sqlite_with_rowid=False,
)

matter_decisions = Table(
    "matter_decisions",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("action", Text, nullable=False),
    Column("statements", Text, nullable=False),
    Column("apart_from", Text),
    Column("places", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("created_at", Text, nullable=False),
    Column("deleted_at", Text),
    Column("deleted_by", Text),
    Column("note", Text),
)


def create(connection: Connection) -> None:
    """Make the tables of the newest version in an empty file."""
    metadata.create_all(connection)
    connection.execute(insert(meta), [{"key": "made_by", "value": f"dissensus {program_version('dissensus')}"}])
    for statement in (*SEARCH, *COUNTING):
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {VERSION}")
