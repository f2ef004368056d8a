"""Writing into an open record: a document whole or not at all, files and failures, imported actors, reviews."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import Any, Final

from sqlalchemy import Connection, Row, and_, bindparam, delete, insert, select, text, update
from sqlalchemy.dialects.sqlite import insert as upsert

from dissensus.model import Actor, Origin, ReviewState, Statement
from dissensus.record import schema
from dissensus.record.actor_merges import active
from dissensus.record.edge_writing import Told, write_edges
from dissensus.record.merging import Variant, merge
from dissensus.record.report import Failure
from dissensus.record.rows import DocumentRows, StatementRow, statement_row
from dissensus.record.words import fold

METADATA: Final = ("title", "source", "author", "date", "language", "url")

_MOST_IDS: Final = 10_000
"""Ids in one query; SQLite takes some three times as many."""

documents, statements, variants = schema.documents, schema.statements, schema.actor_variants

# What every document needs is put together once: for short texts, building the SQL would cost more than running it.
_NUMBER_OF = select(documents.c.number).where(documents.c.id == bindparam("id"))
_METADATA_OF = select(*(documents.c[name] for name in ("path", *METADATA))).where(documents.c.id == bindparam("id"))
_IS_RENEWED = text("SELECT 1 FROM renewed WHERE id = :id")
_RENEW = text("INSERT INTO renewed VALUES (:id)")
_FILE_OF = select(schema.files.c.number, schema.files.c.complete).where(
    schema.files.c.fingerprint == bindparam("fingerprint")
)
_ADD_FILE = insert(schema.files)
_FINISH_FILE = update(schema.files).where(schema.files.c.number == bindparam("one")).values(complete=True)
_LINK = upsert(schema.file_documents).on_conflict_do_nothing()
_ADD_DOCUMENT = insert(documents)
_ADD_STATEMENT = upsert(statements).on_conflict_do_nothing()
_STATEMENTS_OF = select(statements.c.id, statements.c.number).where(statements.c.document == bindparam("document"))
_ADD_PART = upsert(schema.statement_actors).on_conflict_do_nothing()
_ADD_MET = insert(schema.document_actors)
_COUNT_VARIANT = (
    upsert(variants)
    .values(documents=1, imported=False, actor=bindparam("id"), body=bindparam("json"))
    .on_conflict_do_update(index_elements=["actor", "body", "imported"], set_={"documents": variants.c.documents + 1})
)
_ONE = variants.c.number == bindparam("one")
_LOSE_VARIANT = update(variants).where(_ONE).values(documents=variants.c.documents - 1)
_DROP_VARIANT = delete(variants).where(_ONE, variants.c.documents == 0, variants.c.imported.is_(False))
_NOTE_CHANGE = upsert(schema.matter_changes).on_conflict_do_nothing()
_WRITE_ACTOR = upsert(schema.actors)
_WRITE_ACTOR = _WRITE_ACTOR.on_conflict_do_update(
    index_elements=["id"],
    set_={name: _WRITE_ACTOR.excluded[name] for name in ("name", "type", "country", "origin", "body")},
)
_VARIANTS_OF = select(variants).where(variants.c.actor.in_(bindparam("ids", expanding=True)))
_ACTORS = select(schema.actors.c.id, schema.actors.c.body).where(
    schema.actors.c.id.in_(bindparam("ids", expanding=True))
)


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file that was read.

    Attributes:
        path: as its documents have it.
        sha256: of its bytes.
        fingerprint: of all that its documents depend on.
    """

    path: str
    sha256: str
    fingerprint: str


class Writer:
    """Writes through the one writing connection of a record. Every public method is one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        with connection.begin():
            connection.execute(text("CREATE TEMP TABLE IF NOT EXISTS renewed (id TEXT PRIMARY KEY)"))
            self._merges = active(connection)

    def metadata(self, id: str) -> Mapping[str, str | None] | None:
        """Path, title, source, author, date, language and url of a document; None when the record does not hold it."""
        with self._connection.begin():
            row = self._connection.execute(_METADATA_OF, {"id": id}).first()
        return None if row is None else dict(row._mapping)

    def is_read(self, fingerprint: str) -> bool:
        """Whether just this file was read to its end without a failure."""
        with self._connection.begin():
            row = self._connection.execute(_FILE_OF, {"fingerprint": fingerprint}).first()
        return row is not None and bool(row.complete)

    def begin_root(self, root: str) -> None:
        """Forget what went wrong at a path before: everything there that failed is about to be tried again."""
        with self._connection.begin():
            self._connection.execute(delete(schema.failures).where(schema.failures.c.root == root))

    def failure(self, root: str, failure: Failure) -> None:
        """Note that something could not be read or analysed."""
        values = {"root": root, "path": failure.path, "error": failure.error, "message": failure.message}
        with self._connection.begin():
            self._connection.execute(upsert(schema.failures).on_conflict_do_nothing(), [values])

    def end_file(self, file: ReadFile) -> None:
        """Note that the file was read to its end without a failure, and need not be read again."""
        with self._connection.begin():
            self._file_number(file, complete=True)

    def note_copy(self, id: str, file: ReadFile) -> None:
        """Note that a file holds a document that the record holds already."""
        with self._connection.begin():
            document = self._document_number(id)
            if document is not None:
                self._link(self._file_number(file, complete=False), document)

    def document(self, rows: DocumentRows, file: ReadFile, *, again: bool = False) -> bool:
        """Write a document with its statements, actors and names.

        Args:
            rows: the document.
            file: where it came from.
            again: replace what the record holds of this document, but for statements a person has reviewed. A writer
                replaces a document once: the first copy of a text counts, as it does in a first reading.

        Returns:
            False when the record held the document already and nothing was replaced.
        """
        with self._connection.begin():
            number = self._document_number(rows.document["id"])
            new = number is None
            if number is None:
                inserted = self._connection.execute(_ADD_DOCUMENT, rows.document)
                number = int(inserted.inserted_primary_key[0])  # type: ignore[index]
            elif again and not self._renewed(rows.document["id"]):
                new = True
                self._clear(number)
                changed = update(documents).where(documents.c.number == number)
                self._connection.execute(changed.values(**rows.document))
            self._link(self._file_number(file, complete=False), number)
            if new:
                self._actors(number, rows.actors)
                self._statements(number, rows)
                self._connection.execute(_NOTE_CHANGE, {"document": number})
                self._connection.execute(_RENEW, {"id": rows.document["id"]})
        return new

    def imported(self, actors: Iterable[Actor]) -> int:
        """Take in actors that a person gives; one given before under the same id is replaced. Returns how many."""
        count = 0
        with self._connection.begin():
            for actor in actors:
                given = actor.model_copy(update={"origin": Origin.IMPORTED})
                before = and_(variants.c.actor == actor.id, variants.c.imported)
                self._connection.execute(delete(variants).where(before))
                body = given.model_dump_json(by_alias=True)
                values = {"actor": actor.id, "body": body, "imported": True, "documents": 0}
                self._connection.execute(insert(variants), [values])
                self._merge([actor.id])
                count += 1
        return count

    def _renewed(self, id: str) -> bool:
        return self._connection.execute(_IS_RENEWED, {"id": id}).first() is not None

    def _document_number(self, id: str) -> int | None:
        return self._connection.execute(_NUMBER_OF, {"id": id}).scalar()

    def _file_number(self, file: ReadFile, *, complete: bool) -> int:
        row = self._connection.execute(_FILE_OF, {"fingerprint": file.fingerprint}).first()
        if row is None:
            values = {**asdict(file), "complete": complete}
            return int(self._connection.execute(_ADD_FILE, values).inserted_primary_key[0])  # type: ignore[index]
        if complete and not row.complete:
            self._connection.execute(_FINISH_FILE, {"one": row.number})
        return int(row.number)

    def _link(self, file: int, document: int) -> None:
        self._connection.execute(_LINK, [{"file": file, "document": document}])

    def _clear(self, document: int) -> None:
        """Take out what was found in a document, but for what a person has reviewed."""
        met = schema.document_actors
        unreviewed = statements.c.review == ReviewState.UNREVIEWED.value
        self._connection.execute(delete(statements).where(statements.c.document == document, unreviewed))
        of_document = select(met.c.actor, met.c.variant.label("one")).where(met.c.document == document)
        mine = [dict(row._mapping) for row in self._connection.execute(of_document)]
        self._connection.execute(delete(met).where(met.c.document == document))
        if mine:
            self._connection.execute(_LOSE_VARIANT, mine)
            self._connection.execute(_DROP_VARIANT, mine)
            self._merge([row["actor"] for row in mine])

    def _statements(self, document: int, rows: DocumentRows) -> None:
        """Add statements. One with an id that is there already was reviewed by a person and stays as it is."""
        kept = set(self._connection.execute(_STATEMENTS_OF, {"document": document}).scalars())
        new = [self._under_its_name(one, rows) for one in rows.statements if one.values["id"] not in kept]
        if not new:
            return
        self._connection.execute(_ADD_STATEMENT, [{**one.values, "document": document} for one in new])
        numbers = {row.id: row.number for row in self._connection.execute(_STATEMENTS_OF, {"document": document})}
        parts = [
            {"statement": numbers[one.values["id"]], "document": document, **part._asdict()}
            for one in new
            for part in one.parts
        ]
        if parts:
            self._connection.execute(_ADD_PART, parts)
        told = (Told(numbers[one.values["id"]], document, one.values, one.edges) for one in new)
        write_edges(self._connection, told)

    def _under_its_name(self, row: StatementRow, rows: DocumentRows) -> StatementRow:
        """A new statement on actors that people said are one, under the name of the one that is kept."""
        if self._merges.into.keys().isdisjoint(part.found for part in row.parts):
            return row
        values = row.values
        found = Statement.model_validate(
            {**json.loads(values["body"]), "document": {"id": rows.document["id"]}, "review": values["review"]}
        )
        return statement_row(self._merges.apply(found))

    def _actors(self, document: int, actors: Sequence[tuple[str, str]]) -> None:
        if not actors:
            return
        self._connection.execute(_COUNT_VARIANT, [{"id": id, "json": body} for id, body in actors])
        told = self._merge([id for id, _ in actors])
        numbers = {(row.actor, row.body): row.number for row in told if not row.imported}
        met = [{"document": document, "actor": id, "variant": numbers[id, body]} for id, body in actors]
        self._connection.execute(_ADD_MET, met)

    def _merge(self, ids: Sequence[str]) -> Sequence[Row[Any]]:
        """Bring `actors` and `actor_names` in step with the variants of these actors, and return these."""
        if len(ids) > _MOST_IDS:
            return [*self._merge(ids[:_MOST_IDS]), *self._merge(ids[_MOST_IDS:])]
        rows = self._connection.execute(_VARIANTS_OF, {"ids": ids}).all()
        told: defaultdict[str, list[Row[Any]]] = defaultdict(list)
        for row in rows:
            told[row.actor].append(row)
        bodies = {row.id: row.body for row in self._connection.execute(_ACTORS, {"ids": ids})}
        gone = [id for id in ids if id not in told]
        if gone:
            self._connection.execute(delete(schema.actors).where(schema.actors.c.id.in_(gone)))
        changed = []
        for id, known in told.items():
            if len(known) > 1 or bodies.get(id) != known[0].body:
                actor = merge([Variant(_actor(row.body), row.documents, row.imported) for row in known])
                body = actor.model_dump_json(by_alias=True)
                if bodies.get(id) != body:
                    changed.append((actor, body))
        self._write_actors(changed)
        return rows

    def _write_actors(self, actors: Sequence[tuple[Actor, str]]) -> None:
        if not actors:
            return
        values = [
            {
                "id": actor.id,
                "name": actor.name,
                "type": actor.type.value,
                "country": actor.country,
                "origin": actor.origin.value,
                "body": body,
            }
            for actor, body in actors
        ]
        self._connection.execute(_WRITE_ACTOR, values)
        names = schema.actor_names
        self._connection.execute(delete(names).where(names.c.actor.in_([actor.id for actor, _ in actors])))
        rows = [
            {"actor": actor.id, "language": language, "name": name, "folded": fold(name)}
            for actor, _ in actors
            for language, name in sorted(_names(actor))
        ]
        self._connection.execute(insert(names), rows)


@lru_cache(maxsize=4096)
def _actor(body: str) -> Actor:
    return Actor.model_validate_json(body)


def _names(actor: Actor) -> set[tuple[str, str]]:
    return {("en", actor.name)} | {(language, name) for language, names in actor.aliases.items() for name in names}
