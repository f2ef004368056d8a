"""The record's edges as arrays: who is told to act on or stand with whom, by whom, when, and how strongly."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import ColumnElement, Connection, Select, case, false, func, or_, select

from dissensus.errors import DissensusError, NotFoundError
from dissensus.model import ReviewState
from dissensus.network.wanted import LEFT_OUT, SCALE, Wanted
from dissensus.network.windows import UNTOLD, Window
from dissensus.record import schema
from dissensus.record.filters import held_by, known_document, known_source
from dissensus.record.words import first_day, last_day

STRONGEST: Final = 10.0
"""PLOVER's scores go from -10 to 10; a tie counts as much as the strongest event."""

edges, documents, statements = schema.edges, schema.documents, schema.statements

# Whole numbers are packed into few columns, since rows cross from SQLite to Python number by number.
_ACTOR_BITS: Final = 26
_DAY_BITS: Final = 22
_FIRMNESS_BITS: Final = 3
_FIRMNESS = case({commitment.value: place for place, commitment in enumerate(SCALE)}, value=edges.c.commitment)
_COLUMNS = (
    edges.c.statement,
    edges.c.a.op("<<")(_ACTOR_BITS).op("|")(edges.c.b),
    edges.c.document.op("<<")(1 + _FIRMNESS_BITS).op("|")(_FIRMNESS.op("<<")(1)).op("|")(edges.c.tie),
    func.coalesce(edges.c.first_day, UNTOLD).op("<<")(_DAY_BITS).op("|")(func.coalesce(edges.c.last_day, UNTOLD)),
    edges.c.value,
    edges.c.confidence,
)


class Teller(NamedTuple):
    """Who tells: the publisher of documents, or, where none is known, one document.

    Attributes:
        key: the publisher's name without case and accents, or the id of the document.
        name: for people.
    """

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Edges:
    """Edges, one a place in each array: one statement on one pair of actors.

    Attributes:
        statement: int64, number of the statement in the record.
        a: int32, place in `actors` of who acts, or of the first of a tie.
        b: int32, place of who is acted on, or of the second.
        tie: whether it is a tie, and not an event.
        document: int32, number of its document in the record.
        firmness: int8, place of its commitment in `SCALE`.
        confidence: float64.
        say: float64, sign and strength (1 for a tie, PLOVER's score by ten for an event) times the confidence.
        first: int32, the first day told, `UNTOLD` where none is.
        last: int32, the last day told.
        teller: int32, place in `tellers`.
        document_first: int32, the first day on which its document may have been published, or `UNTOLD`.
        document_last: int32, the last.
        actors: ids.
        tellers: who tells.
    """

    statement: NDArray[np.int64]
    a: NDArray[np.int32]
    b: NDArray[np.int32]
    tie: NDArray[np.bool_]
    document: NDArray[np.int32]
    firmness: NDArray[np.int8]
    confidence: NDArray[np.float64]
    say: NDArray[np.float64]
    first: NDArray[np.int32]
    last: NDArray[np.int32]
    teller: NDArray[np.int32]
    document_first: NDArray[np.int32]
    document_last: NDArray[np.int32]
    actors: tuple[str, ...]
    tellers: tuple[Teller, ...]

    def __len__(self) -> int:
        return len(self.statement)

    def take(self, kept: NDArray[Any]) -> Edges:
        """Some of them, by a mask or by places."""
        arrays = {
            field.name: getattr(self, field.name)[kept]
            for field in fields(self)
            if field.name not in ("actors", "tellers")
        }
        return replace(self, **arrays)

    def in_order(self) -> Edges:
        """In order of pairs and within them of tellers, as votes are counted; else as before."""
        low, high = np.minimum(self.a, self.b).astype(np.int64), np.maximum(self.a, self.b)
        key = (low * max(len(self.actors), 1) + high) * max(len(self.tellers), 1) + self.teller
        return self.take(np.argsort(key, kind="stable"))


def load(connection: Connection, window: Window | None = None) -> Edges:
    """All edges that may count; with a window, without those that surely lie outside it."""
    query = select(*_COLUMNS).where(edges.c.review != ReviewState.REJECTED.value, edges.c.told.not_in(LEFT_OUT))
    query = query.where(edges.c.commitment.in_([commitment.value for commitment in SCALE]))
    if window is not None:
        query = query.where(_may_lie_in(window))
    packed = _packed(connection, query.order_by(edges.c.statement, edges.c.a, edges.c.b))
    pairs, places, days = (packed[:, column].astype(np.int64) for column in (1, 2, 3))
    actors, actor_place = _actors(connection)
    tellers, teller_place, published = _tellers(connection)
    document = places >> (1 + _FIRMNESS_BITS)
    return Edges(
        statement=packed[:, 0].astype(np.int64),
        a=actor_place[pairs >> _ACTOR_BITS],
        b=actor_place[pairs & ((1 << _ACTOR_BITS) - 1)],
        tie=(places & 1).astype(np.bool_),
        document=document.astype(np.int32),
        firmness=((places >> 1) & ((1 << _FIRMNESS_BITS) - 1)).astype(np.int8),
        confidence=packed[:, 5].copy(),
        say=packed[:, 4] * packed[:, 5] / np.where(places & 1, 1.0, STRONGEST),
        first=(days >> _DAY_BITS).astype(np.int32),
        last=(days & ((1 << _DAY_BITS) - 1)).astype(np.int32),
        teller=teller_place[document],
        document_first=published[document, 0],
        document_last=published[document, 1],
        actors=actors,
        tellers=tellers,
    )


def places_of(connection: Connection, loaded: Edges, wanted: Wanted) -> NDArray[np.int64] | None:
    """Which of the edges loaded tell what is wanted, as firmly, as surely and by whom; None for all of them.

    Raises:
        NotFoundError: the record knows no such source, document or holder.
    """
    tests: list[NDArray[np.bool_]] = []
    if len(wanted.commitments) < len(SCALE):
        tests.append(loaded.firmness < len(wanted.commitments))
    if wanted.min_confidence:
        tests.append(loaded.confidence >= wanted.min_confidence)
    if wanted.told_by:
        told = or_(false(), *(_told_by(connection, name) for name in wanted.told_by))
        tests.append(
            _among(loaded.document, connection.execute(select(documents.c.number).where(told)).scalars().all())
        )
    if wanted.held_by:
        held = or_(false(), *(held_by(connection, name) for name in wanted.held_by))
        tests.append(
            _among(loaded.statement, connection.execute(select(statements.c.number).where(held)).scalars().all())
        )
    if wanted.told:
        # A statement tells one relation or one type of event, whomever it names.
        telling = select(edges.c.statement).where(edges.c.told.in_(wanted.told)).distinct()
        tests.append(_among(loaded.statement, connection.execute(telling).scalars().all()))
    if not tests or all(test.all() for test in tests):
        return None
    return np.flatnonzero(np.logical_and.reduce(tests))


def _among(numbers: NDArray[Any], wanted: Sequence[int]) -> NDArray[np.bool_]:
    """Which numbers are among those wanted; both are numbers of rows, so that a table of all of them is small."""
    known = np.zeros(max(int(numbers.max(initial=0)), max(wanted, default=0)) + 1, dtype=np.bool_)
    known[np.asarray(wanted, dtype=np.int64)] = True
    found: NDArray[np.bool_] = known[numbers]
    return found


def _may_lie_in(window: Window) -> ColumnElement[bool]:
    """That what is told of an edge's days does not put it outside a window."""
    begins = func.coalesce(edges.c.first_day, edges.c.last_day, window.last)
    ends = or_(edges.c.last_day.is_(None), edges.c.last_day >= window.remembered)
    return (begins <= window.last) & ends


def _packed(connection: Connection, query: Select[Any]) -> NDArray[np.float64]:
    # SQLAlchemy's rows cost more than SQLite's own; only the text and the values of the query are its work.
    compiled = query.compile(connection.engine, compile_kwargs={"literal_binds": False, "render_postcompile": True})
    names = compiled.positiontup or []
    cursor: Any = connection.connection.cursor()
    try:
        cursor.execute(str(compiled), tuple(compiled.params[name] for name in names))
        numbers = np.fromiter(itertools.chain.from_iterable(cursor), dtype=np.float64)
    finally:
        cursor.close()
    return numbers.reshape(-1, len(_COLUMNS))


def _actors(connection: Connection) -> tuple[tuple[str, ...], NDArray[np.int32]]:
    """Ids in their order, and from the number of an actor to its place among them."""
    rows = connection.execute(select(schema.edge_actors.c.number, schema.edge_actors.c.id)).all()
    if len(rows) >= 1 << _ACTOR_BITS:
        raise DissensusError("more actors than a network can be made of; ask for a part of the record")
    rows = sorted(rows, key=lambda row: row.id)
    place = np.zeros(max((row.number for row in rows), default=0) + 1, dtype=np.int32)
    place[[row.number for row in rows]] = np.arange(len(rows), dtype=np.int32)
    return tuple(row.id for row in rows), place


def _tellers(connection: Connection) -> tuple[tuple[Teller, ...], NDArray[np.int32], NDArray[np.int32]]:
    """Tellers in order of key; from the number of a document to its teller; and to its first and last possible day."""
    columns = documents.c
    query = select(
        columns.number, columns.id, columns.path, columns.title, columns.source, columns.source_folded, columns.date
    )
    rows = connection.execute(query.order_by(columns.number)).all()
    names: dict[str, str] = {}
    for row in rows:
        names.setdefault(row.source_folded or row.id, row.source or row.title or row.path or row.id)
    keys = sorted(names)
    place = {key: number for number, key in enumerate(keys)}
    size = max((row.number for row in rows), default=0) + 1
    teller = np.zeros(size, dtype=np.int32)
    published = np.full((size, 2), UNTOLD, dtype=np.int32)
    for row in rows:
        teller[row.number] = place[row.source_folded or row.id]
        if row.date:
            published[row.number] = _days(row.date)
    return tuple(Teller(key, names[key]) for key in keys), teller, published


@lru_cache(maxsize=4096)
def _days(date: str) -> Sequence[int]:
    return [datetime.date.fromisoformat(day(date)).toordinal() for day in (first_day, last_day)]


def _told_by(connection: Connection, name: str) -> ColumnElement[bool]:
    """That a document is of a publisher, or is the document of that id, path or title.

    Raises:
        NotFoundError: the record knows none.
    """
    try:
        return documents.c.source_folded == known_source(connection, name)
    except NotFoundError as no_source:
        titled = documents.c.title == name.strip()
        if connection.execute(select(documents.c.number).where(titled).limit(1)).first():
            return titled
        try:
            return documents.c.id == known_document(connection, name)
        except NotFoundError:
            raise no_source from None
