"""Version 3 of the record: matters, edges, counts, merges of actors, corrections.

What a new column is added to is made anew and filled from the old table: SQLite would write an added column down in its
own way, and a migrated record is to be like a new one to the letter.
"""

from __future__ import annotations

import json
from typing import Final

from sqlalchemy import Connection

from dissensus.model import Statement
from dissensus.record.edge_writing import Told, write_edges
from dissensus.record.edges import edges_of

_CHUNK: Final = 5_000
"""Statements taken up together."""

_WIDENED: Final = (
    "DROP INDEX statement_actors_by_actor",
    "ALTER TABLE statement_actors RENAME TO old_statement_actors",
    "DROP INDEX ix_reviews_statement",
    "ALTER TABLE reviews RENAME TO old_reviews",
    """CREATE TABLE reviews (
        number INTEGER NOT NULL,
        statement TEXT NOT NULL,
        at TEXT NOT NULL,
        "by" TEXT NOT NULL,
        "before" TEXT NOT NULL,
        "after" TEXT NOT NULL,
        note TEXT,
        before_body TEXT,
        after_body TEXT,
        undone_at TEXT,
        undone_by TEXT,
        PRIMARY KEY (number)
    )""",
    "CREATE INDEX ix_reviews_statement ON reviews (statement)",
    """CREATE TABLE statement_actors (
        statement INTEGER NOT NULL,
        part TEXT NOT NULL,
        found TEXT NOT NULL,
        actor TEXT NOT NULL,
        document INTEGER NOT NULL,
        PRIMARY KEY (statement, part, found),
        FOREIGN KEY(statement) REFERENCES statements (number) ON DELETE CASCADE
    )
     WITHOUT ROWID""",
    "CREATE INDEX ix_statement_actors_found ON statement_actors (found)",
    "CREATE INDEX statement_actors_by_actor ON statement_actors (actor, document, statement)",
    "CREATE INDEX statement_actors_by_document ON statement_actors (document, actor)",
    """INSERT INTO statement_actors (statement, part, actor, found, document)
        SELECT p.statement, p.part, p.actor, p.actor, s.document FROM old_statement_actors p
        JOIN statements s ON s.number = p.statement""",
    """INSERT INTO reviews (number, statement, at, "by", before, after, note)
        SELECT number, statement, at, "by", before, after, note FROM old_reviews""",
    """CREATE TRIGGER statement_search_update AFTER UPDATE OF quote ON statements BEGIN
        INSERT INTO statement_search(statement_search, rowid, quote)
            VALUES ('delete', old.number, old.quote);
        INSERT INTO statement_search(rowid, quote) VALUES (new.number, new.quote); END""",
    "DROP TABLE old_statement_actors",
    "DROP TABLE old_reviews",
)

_ADDED: Final = (
    """CREATE TABLE actor_merges (
        number INTEGER NOT NULL,
        kept TEXT NOT NULL,
        merged TEXT NOT NULL,
        at TEXT NOT NULL,
        "by" TEXT NOT NULL,
        undone_at TEXT,
        undone_by TEXT,
        note TEXT,
        PRIMARY KEY (number)
    )""",
    """CREATE TABLE edge_actors (
        number INTEGER NOT NULL,
        id TEXT NOT NULL,
        PRIMARY KEY (number),
        UNIQUE (id)
    )""",
    """CREATE TABLE matter_changes (
        document INTEGER NOT NULL,
        PRIMARY KEY (document)
    )""",
    """CREATE TABLE matter_decisions (
        number INTEGER NOT NULL,
        action TEXT NOT NULL,
        statements TEXT NOT NULL,
        apart_from TEXT,
        places TEXT NOT NULL,
        "by" TEXT NOT NULL,
        created_at TEXT NOT NULL,
        deleted_at TEXT,
        deleted_by TEXT,
        note TEXT,
        PRIMARY KEY (number)
    )""",
    """CREATE TABLE matter_facts (
        statement INTEGER NOT NULL,
        document INTEGER NOT NULL,
        block INTEGER NOT NULL,
        kernel INTEGER NOT NULL,
        fact TEXT NOT NULL,
        PRIMARY KEY (statement)
    )""",
    "CREATE INDEX ix_matter_facts_block ON matter_facts (block)",
    "CREATE INDEX ix_matter_facts_document ON matter_facts (document)",
    "CREATE INDEX ix_matter_facts_kernel ON matter_facts (kernel)",
    """CREATE TABLE matter_kernels (
        kernel INTEGER NOT NULL,
        block INTEGER NOT NULL,
        root INTEGER NOT NULL,
        profile TEXT NOT NULL,
        PRIMARY KEY (kernel)
    )""",
    "CREATE INDEX ix_matter_kernels_block ON matter_kernels (block)",
    "CREATE INDEX ix_matter_kernels_root ON matter_kernels (root)",
    """CREATE TABLE matter_keys (
        "key" INTEGER NOT NULL,
        kernel INTEGER NOT NULL,
        PRIMARY KEY ("key", kernel)
    )
     WITHOUT ROWID""",
    """CREATE TABLE matter_sources (
        "key" TEXT NOT NULL,
        name TEXT NOT NULL,
        folded TEXT NOT NULL,
        kind TEXT NOT NULL,
        actor TEXT,
        PRIMARY KEY ("key")
    )
     WITHOUT ROWID""",
    "CREATE INDEX ix_matter_sources_folded ON matter_sources (folded)",
    """CREATE TABLE source_documents (
        source TEXT NOT NULL,
        document INTEGER NOT NULL,
        kind TEXT NOT NULL,
        statements INTEGER NOT NULL,
        PRIMARY KEY (source, document, kind)
    )
     WITHOUT ROWID""",
    """CREATE TABLE source_actors (
        source TEXT NOT NULL,
        actor TEXT NOT NULL,
        statements INTEGER NOT NULL,
        PRIMARY KEY (source, actor)
    )
     WITHOUT ROWID""",
    """CREATE TABLE source_words (
        source TEXT NOT NULL,
        actor TEXT NOT NULL,
        term TEXT NOT NULL,
        valence INTEGER NOT NULL,
        statement INTEGER NOT NULL,
        PRIMARY KEY (source, actor, term, valence, statement)
    )
     WITHOUT ROWID""",
    """CREATE TABLE source_pairs (
        first TEXT NOT NULL,
        second TEXT NOT NULL,
        statements INTEGER NOT NULL,
        PRIMARY KEY (first, second)
    )
     WITHOUT ROWID""",
    """CREATE TABLE matters (
        number INTEGER NOT NULL,
        id TEXT NOT NULL,
        kind TEXT NOT NULL,
        title TEXT NOT NULL,
        title_folded TEXT NOT NULL,
        start TEXT,
        "end" TEXT,
        statements INTEGER NOT NULL,
        documents INTEGER NOT NULL,
        sources INTEGER NOT NULL,
        score FLOAT NOT NULL,
        heft FLOAT NOT NULL,
        body TEXT NOT NULL,
        PRIMARY KEY (number),
        UNIQUE (id)
    )""",
    "CREATE INDEX matters_in_order ON matters (score DESC, heft DESC, id, kind, title_folded)",
    """CREATE TABLE matter_actors (
        matter INTEGER NOT NULL,
        actor TEXT NOT NULL,
        PRIMARY KEY (matter, actor),
        FOREIGN KEY(matter) REFERENCES matters (number) ON DELETE CASCADE
    )
     WITHOUT ROWID""",
    "CREATE INDEX matter_actors_by_actor ON matter_actors (actor, matter)",
    """CREATE TABLE matter_positions (
        matter INTEGER NOT NULL,
        source TEXT NOT NULL,
        stance TEXT NOT NULL,
        says TEXT NOT NULL,
        differs TEXT NOT NULL,
        version TEXT NOT NULL,
        documents INTEGER NOT NULL,
        PRIMARY KEY (matter, source),
        FOREIGN KEY(matter) REFERENCES matters (number) ON DELETE CASCADE
    )
     WITHOUT ROWID""",
    "CREATE INDEX matter_positions_by_source ON matter_positions (source, matter)",
    """CREATE TABLE matter_statements (
        statement INTEGER NOT NULL,
        matter INTEGER NOT NULL,
        PRIMARY KEY (statement),
        FOREIGN KEY(matter) REFERENCES matters (number) ON DELETE CASCADE
    )""",
    "CREATE INDEX ix_matter_statements_matter ON matter_statements (matter)",
    """CREATE TABLE edges (
        statement INTEGER NOT NULL,
        a INTEGER NOT NULL,
        b INTEGER NOT NULL,
        document INTEGER NOT NULL,
        tie BOOLEAN NOT NULL,
        told TEXT NOT NULL,
        value FLOAT NOT NULL,
        first_day INTEGER,
        last_day INTEGER,
        is_author BOOLEAN NOT NULL,
        commitment TEXT NOT NULL,
        confidence FLOAT NOT NULL,
        review TEXT NOT NULL,
        PRIMARY KEY (statement, a, b),
        FOREIGN KEY(statement) REFERENCES statements (number) ON DELETE CASCADE,
        FOREIGN KEY(a) REFERENCES edge_actors (number),
        FOREIGN KEY(b) REFERENCES edge_actors (number)
    )
     WITHOUT ROWID""",
    "CREATE INDEX edges_by_a ON edges (a)",
    "CREATE INDEX edges_by_b ON edges (b)",
    """CREATE INDEX statements_by_confidence ON statements
        (confidence DESC, document, start, "end", id, event_type, commitment, review, date_start, date_end)""",
    """CREATE INDEX statements_by_date ON statements
        (coalesce(date_start, date_end, '~'), document, start, "end", id, date_start, date_end)""",
    """CREATE INDEX statements_by_fields ON statements
        (kind, commitment, event_type, relation, sign, review, date_start, date_end, confidence, document)""",
    "CREATE INDEX statements_by_holder ON statements (holder, review)",
    "CREATE INDEX statements_by_review ON statements (review, confidence, document, start)",
    """CREATE INDEX statements_lasting ON statements (date_start, date_end)
        WHERE date_start IS NOT date_end""",
    """CREATE INDEX events_by_day ON statements
        (coalesce(date_start, date_end, '~'), event_type, commitment, review, confidence, document, date_start,
        date_end) WHERE event_type IS NOT NULL""",
    """CREATE INDEX events_lasting ON statements
        (coalesce(date_end, '9999'), date_start, date_end, event_type, commitment, review, confidence, document)
        WHERE event_type IS NOT NULL AND date_start IS NOT date_end""",
    """CREATE INDEX events_placed ON statements
        (confidence DESC, document, start, "end", id, event_type, commitment, review)
        WHERE event_type IS NOT NULL AND date_start IS NULL AND date_end IS NULL AND instr(body, '"place":{') > 0""",
    "DROP INDEX statements_by_kind",
    "DROP INDEX ix_statements_date_start",
    "CREATE INDEX documents_in_figures ON documents (language, source, analysed, program, words, date)",
    """CREATE TABLE statement_counts (
        kind TEXT NOT NULL,
        told TEXT NOT NULL,
        commitment TEXT NOT NULL,
        review TEXT NOT NULL,
        month TEXT NOT NULL,
        statements INTEGER NOT NULL,
        PRIMARY KEY (kind, told, commitment, review, month)
    )
     WITHOUT ROWID""",
    """INSERT INTO statement_counts (kind, told, commitment, review, month, statements)
        SELECT kind, coalesce(event_type, relation, ''), commitment, review,
            substr(coalesce(date_start, date_end, '~'), 1, 7), count(*) FROM statements GROUP BY 1, 2, 3, 4, 5""",
    """CREATE TRIGGER statement_counts_insert AFTER INSERT ON statements BEGIN
        INSERT INTO statement_counts (kind, told, commitment, review, month, statements)
            VALUES (new.kind, coalesce(new.event_type, new.relation, ''), new.commitment, new.review,
                substr(coalesce(new.date_start, new.date_end, '~'), 1, 7), 1)
            ON CONFLICT DO UPDATE SET statements = statements + 1; END""",
    """CREATE TRIGGER statement_counts_update
        AFTER UPDATE OF kind, event_type, relation, commitment, review, date_start, date_end ON statements BEGIN
        UPDATE statement_counts SET statements = statements - 1
            WHERE kind = old.kind AND told = coalesce(old.event_type, old.relation, '')
            AND commitment = old.commitment AND review = old.review
            AND month = substr(coalesce(old.date_start, old.date_end, '~'), 1, 7);
        DELETE FROM statement_counts WHERE kind = old.kind AND told = coalesce(old.event_type, old.relation, '')
            AND commitment = old.commitment AND review = old.review
            AND month = substr(coalesce(old.date_start, old.date_end, '~'), 1, 7) AND statements = 0;
        INSERT INTO statement_counts (kind, told, commitment, review, month, statements)
            VALUES (new.kind, coalesce(new.event_type, new.relation, ''), new.commitment, new.review,
                substr(coalesce(new.date_start, new.date_end, '~'), 1, 7), 1)
            ON CONFLICT DO UPDATE SET statements = statements + 1; END""",
    """CREATE TRIGGER statement_counts_delete AFTER DELETE ON statements BEGIN
        UPDATE statement_counts SET statements = statements - 1
            WHERE kind = old.kind AND told = coalesce(old.event_type, old.relation, '')
            AND commitment = old.commitment AND review = old.review
            AND month = substr(coalesce(old.date_start, old.date_end, '~'), 1, 7);
        DELETE FROM statement_counts WHERE kind = old.kind AND told = coalesce(old.event_type, old.relation, '')
            AND commitment = old.commitment AND review = old.review
            AND month = substr(coalesce(old.date_start, old.date_end, '~'), 1, 7) AND statements = 0; END""",
)


def widen(connection: Connection) -> None:
    """Take the step from version 2."""
    for statement in (*_WIDENED, *_ADDED):
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql("INSERT INTO matter_changes (document) SELECT number FROM documents")
    _fill_edges(connection)


def _fill_edges(connection: Connection) -> None:
    """Work edges out from the bodies: version 2 had none."""
    last = 0
    while rows := connection.exec_driver_sql(
        "SELECT number, document, is_author, commitment, confidence, review, body FROM statements "
        "WHERE number > ? AND kind IN ('tie', 'event') ORDER BY number LIMIT ?",
        (last, _CHUNK),
    ).all():
        last = rows[-1].number
        bodies = (json.loads(row.body) | {"document": {"id": ""}, "review": row.review} for row in rows)
        edges = map(edges_of, map(Statement.model_validate, bodies))
        told = (
            Told(row.number, row.document, dict(row._mapping), found) for row, found in zip(rows, edges, strict=True)
        )
        write_edges(connection, told)
