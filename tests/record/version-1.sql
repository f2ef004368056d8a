-- The tables of version 1 of the record, as they were: never changed. Later versions are reached from here.

CREATE TABLE actor_variants (
    number INTEGER NOT NULL,
    actor TEXT NOT NULL,
    body TEXT NOT NULL,
    imported BOOLEAN NOT NULL,
    documents INTEGER NOT NULL,
    PRIMARY KEY (number),
    UNIQUE (actor, body, imported)
);

CREATE TABLE actors (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    country TEXT,
    origin TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE documents (
    number INTEGER NOT NULL,
    id TEXT NOT NULL,
    path TEXT,
    url TEXT,
    title TEXT,
    source TEXT,
    source_folded TEXT,
    author TEXT,
    date TEXT,
    language TEXT,
    text TEXT NOT NULL,
    turns TEXT NOT NULL,
    furniture TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    words INTEGER NOT NULL,
    analysed BOOLEAN NOT NULL,
    program TEXT NOT NULL,
    PRIMARY KEY (number),
    UNIQUE (id)
);

CREATE INDEX ix_documents_date ON documents (date);

CREATE INDEX ix_documents_source_folded ON documents (source_folded);

CREATE TABLE failures (
    root TEXT NOT NULL,
    path TEXT NOT NULL,
    message TEXT NOT NULL,
    error TEXT NOT NULL,
    PRIMARY KEY (root, path, message)
)
 WITHOUT ROWID;

CREATE TABLE files (
    number INTEGER NOT NULL,
    path TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    complete BOOLEAN NOT NULL,
    PRIMARY KEY (number),
    UNIQUE (fingerprint)
);

CREATE TABLE meta (
    "key" TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY ("key")
);

CREATE TABLE reviews (
    number INTEGER NOT NULL,
    statement TEXT NOT NULL,
    at TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,
    note TEXT,
    PRIMARY KEY (number)
);

CREATE INDEX ix_reviews_statement ON reviews (statement);

CREATE TABLE actor_names (
    actor TEXT NOT NULL,
    language TEXT NOT NULL,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    PRIMARY KEY (actor, language, name),
    FOREIGN KEY(actor) REFERENCES actors (id) ON DELETE CASCADE
)
 WITHOUT ROWID;

CREATE INDEX ix_actor_names_folded ON actor_names (folded);

CREATE TABLE document_actors (
    document INTEGER NOT NULL,
    actor TEXT NOT NULL,
    variant INTEGER NOT NULL,
    PRIMARY KEY (document, actor),
    FOREIGN KEY(document) REFERENCES documents (number) ON DELETE CASCADE,
    FOREIGN KEY(actor) REFERENCES actors (id),
    FOREIGN KEY(variant) REFERENCES actor_variants (number)
)
 WITHOUT ROWID;

CREATE INDEX document_actors_by_actor ON document_actors (actor);

CREATE TABLE file_documents (
    file INTEGER NOT NULL,
    document INTEGER NOT NULL,
    PRIMARY KEY (file, document),
    FOREIGN KEY(file) REFERENCES files (number) ON DELETE CASCADE,
    FOREIGN KEY(document) REFERENCES documents (number) ON DELETE CASCADE
)
 WITHOUT ROWID;

CREATE TABLE statements (
    number INTEGER NOT NULL,
    id TEXT NOT NULL,
    document INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    quote TEXT NOT NULL,
    kind TEXT NOT NULL,
    holder TEXT,
    holder_folded TEXT NOT NULL,
    is_author BOOLEAN NOT NULL,
    commitment TEXT NOT NULL,
    confidence FLOAT NOT NULL,
    event_type TEXT,
    relation TEXT,
    sign INTEGER,
    date_start TEXT,
    date_end TEXT,
    extractor TEXT NOT NULL,
    review TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (number),
    UNIQUE (id),
    FOREIGN KEY(document) REFERENCES documents (number) ON DELETE CASCADE
);

CREATE INDEX ix_statements_date_start ON statements (date_start);

CREATE INDEX ix_statements_holder_folded ON statements (holder_folded);

CREATE INDEX statements_by_kind ON statements (kind);

CREATE INDEX statements_in_order ON statements (document, start, "end", id);

CREATE TABLE statement_actors (
    statement INTEGER NOT NULL,
    part TEXT NOT NULL,
    actor TEXT NOT NULL,
    PRIMARY KEY (statement, part, actor),
    FOREIGN KEY(statement) REFERENCES statements (number) ON DELETE CASCADE
)
 WITHOUT ROWID;

CREATE INDEX statement_actors_by_actor ON statement_actors (actor, statement);

PRAGMA application_id = 1145656147;
PRAGMA user_version = 1;
