"""What people make of statements: accepting, rejecting, correcting, taking back; who did so, and when.

A review is a row that stays. Taking one back marks it as undone; a statement then stands as its latest review that was
not undone left it, or as it was found. Corrections keep the body before and after.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, desc, func, insert, select, update

from dissensus.errors import InputError, NotFoundError
from dissensus.model import ReviewState, Statement
from dissensus.record import schema
from dissensus.record.actor_merges import active
from dissensus.record.deciding import check_name, decided_at
from dissensus.record.querying import get_document, get_statement
from dissensus.record.rewriting import rewrite

reviews, statements = schema.reviews, schema.statements


@dataclass(frozen=True, slots=True)
class Review:
    """What one person made of one statement at one time.

    Attributes:
        number: names the review.
        statement: id.
        at: UTC, ISO 8601, to the second.
        by: who.
        state: what they made of it.
        note: why, in their words.
        corrected: whether they changed what the statement says.
        undone_at: when it was taken back.
        undone_by: by whom.
    """

    number: int
    statement: str
    at: str
    by: str
    state: ReviewState
    note: str | None
    corrected: bool
    undone_at: str | None
    undone_by: str | None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one reviewer last made of one statement, and what it then said.

    Attributes:
        statement: id.
        by: who.
        state: accepted, rejected or corrected.
        says: the statement as it then stood.
    """

    statement: str
    by: str
    state: ReviewState
    says: Statement


def accept_or_reject(connection: Connection, id: str, state: ReviewState, *, by: str, note: str | None) -> Review:
    """Write down that someone accepts or rejects a statement as it stands.

    Raises:
        NotFoundError: there is no such statement.
        InputError: nobody is named, or the state is `corrected`, which needs a correction.
    """
    if state is ReviewState.CORRECTED:
        raise InputError("a correction needs to say what is corrected", where=id)
    return _reviewed(connection, get_statement(connection, id), state, by=by, note=note)


def correct(connection: Connection, corrected: Statement, *, by: str, note: str | None) -> Review:
    """Put a statement in the place of the one with its id. Its document, kind, extractor and explanation stay.

    Raises:
        NotFoundError: there is no such statement.
        InputError: its words are not those of the text at their place, or it says nothing new.
    """
    before = get_statement(connection, corrected.id)
    after = corrected.model_copy(
        update={
            "document": before.document,
            "extractor": before.extractor,
            "explanation": before.explanation,
            "review": ReviewState.CORRECTED,
        }
    )
    _check(connection, before, after)
    if after.model_copy(update={"review": before.review}) == before:
        raise InputError("this corrects nothing; accept the statement instead", where=before.id)
    return _reviewed(connection, before, ReviewState.CORRECTED, by=by, note=note, after=after)


def undo(connection: Connection, number: int, *, by: str) -> Review:
    """Take back a review.

    Raises:
        NotFoundError: there is no such review.
        InputError: it was taken back before, or a later correction rests on it.
    """
    check_name(by, "review")
    row = connection.execute(select(reviews).where(reviews.c.number == number)).first()
    if row is None:
        raise NotFoundError("there is no such review", where=str(number))
    if row.undone_at:
        raise InputError(f"this review was taken back by {row.undone_by} at {row.undone_at}", where=str(number))
    standing = _standing(connection, row.statement)
    if row.after_body and any(later.number > number and later.after_body for later in standing):
        raise InputError("a later correction rests on this one; take that back first", where=str(number))
    connection.execute(update(reviews).where(reviews.c.number == number).values(undone_at=decided_at(), undone_by=by))
    left = [one for one in standing if one.number != number]
    state = ReviewState(left[-1].after) if left else ReviewState.UNREVIEWED
    now = get_statement(connection, row.statement)
    body = row.before_body if row.after_body else None
    restored = active(connection).apply(_with_body(now, body)) if body else now
    rewrite(connection, restored.model_copy(update={"review": state}))
    return _review(connection.execute(select(reviews).where(reviews.c.number == number)).one())


def history(connection: Connection, statement: str) -> list[Review]:
    """What people made of a statement, the first first; what was undone is there too."""
    rows = connection.execute(select(reviews).where(reviews.c.statement == statement).order_by(reviews.c.number))
    return [_review(row) for row in rows]


def latest(connection: Connection, limit: int = 50) -> list[Review]:
    """The latest reviews of all statements, the last first; what was undone is there too."""
    return [_review(row) for row in connection.execute(select(reviews).order_by(desc(reviews.c.number)).limit(limit))]


def reviewers(connection: Connection) -> dict[str, int]:
    """How many statements each person has reviewed, not counting what was undone; by name."""
    query = (
        select(reviews.c.by, func.count(reviews.c.statement.distinct()))
        .where(reviews.c.undone_at.is_(None))
        .group_by(reviews.c.by)
        .order_by(reviews.c.by)
    )
    return {row[0]: row[1] for row in connection.execute(query)}


def verdicts(connection: Connection) -> list[Verdict]:
    """The last verdict of each reviewer on each statement, in order of statement and reviewer."""
    last = (
        select(func.max(reviews.c.number))
        .where(reviews.c.undone_at.is_(None))
        .group_by(reviews.c.statement, reviews.c.by)
    )
    rows = connection.execute(
        select(reviews).where(reviews.c.number.in_(last)).order_by(reviews.c.statement, reviews.c.by)
    ).all()
    found: list[Verdict] = []
    for row in rows:
        if row.after == ReviewState.UNREVIEWED.value:
            continue
        try:
            now = get_statement(connection, row.statement)
        except NotFoundError:
            continue
        found.append(Verdict(row.statement, row.by, ReviewState(row.after), _as_judged(connection, now, row)))
    return found


def original(connection: Connection, statement: Statement) -> Statement:
    """A statement as it was found, before anybody corrected it."""
    standing = [row for row in _standing(connection, statement.id) if row.after_body]
    return _with_body(statement, standing[0].before_body) if standing else statement


def _as_judged(connection: Connection, now: Statement, verdict: Row[Any]) -> Statement:
    """The statement as it stood when a verdict on it was given."""
    if verdict.after_body:
        return _with_body(now, verdict.after_body)
    corrections = [row for row in _standing(connection, now.id) if row.after_body]
    earlier = [row for row in corrections if row.number < verdict.number]
    if earlier:
        return _with_body(now, earlier[-1].after_body)
    return _with_body(now, corrections[0].before_body) if corrections else now


def _standing(connection: Connection, statement: str) -> Sequence[Row[Any]]:
    """The reviews of a statement that were not undone, in order."""
    mine = (reviews.c.statement == statement) & reviews.c.undone_at.is_(None)
    return connection.execute(select(reviews).where(mine).order_by(reviews.c.number)).all()


def _reviewed(
    connection: Connection,
    before: Statement,
    state: ReviewState,
    *,
    by: str,
    note: str | None,
    after: Statement | None = None,
) -> Review:
    check_name(by, "review")
    values = {
        "statement": before.id,
        "at": decided_at(),
        "by": by,
        "before": before.review.value,
        "after": state.value,
        "note": note,
        "before_body": body_of(before) if after else None,
        "after_body": body_of(after) if after else None,
    }
    number = connection.execute(insert(reviews), values).inserted_primary_key
    rewrite(connection, (after or before).model_copy(update={"review": state}))
    return _review(connection.execute(select(reviews).where(reviews.c.number == (number or (0,))[0])).one())


def body_of(statement: Statement) -> str:
    """What the record keeps of a statement as JSON."""
    return statement.model_dump_json(by_alias=True, exclude={"document", "review"}, exclude_none=True)


def _with_body(statement: Statement, body: str) -> Statement:
    kept = {"document": statement.document, "review": statement.review}
    return Statement.model_validate({**json.loads(body), **kept})


def _check(connection: Connection, before: Statement, after: Statement) -> None:
    if after.kind is not before.kind or getattr(after, after.kind.value) is None:
        raise InputError(f"a correction keeps the kind: this statement is of the kind {before.kind}", where=before.id)
    if any(getattr(after, kind) is not None for kind in ("event", "tie", "figure", "label") if kind != after.kind):
        raise InputError(f"a statement of the kind {after.kind} has no other body", where=before.id)
    text = get_document(connection, before.document.id).text
    for evidence in (after.evidence, *after.mentions):
        if text[evidence.start : evidence.end] != evidence.quote:
            place = f"{evidence.start} to {evidence.end}"
            raise InputError(f"the words quoted are not those of the text from {place}", where=before.id)


def _review(row: Row[Any]) -> Review:
    return Review(
        row.number,
        row.statement,
        row.at,
        row.by,
        ReviewState(row.after),
        row.note,
        row.after_body is not None,
        row.undone_at,
        row.undone_by,
    )
