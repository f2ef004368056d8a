"""What was predicted, and what later statements of the record say came of it.

A verdict never rests on knowledge of the world: only on statements of the record, each with its words. Where it tells
nothing later of what was predicted, the prediction is open.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sqlalchemy import Connection, Select, func, or_, select

from dissensus.matters.likeness import BODIES, alike, sides_of
from dissensus.matters.prediction import Outcome, Prediction, Verdict
from dissensus.model import ActorRef, Commitment, ReviewState, Statement
from dissensus.record import schema
from dissensus.record.filters import StatementFilter, select_statements
from dissensus.record.rows import to_statement
from dissensus.record.words import first_day, last_day

if TYPE_CHECKING:
    from dissensus.record.record import Record

statements, documents = schema.statements, schema.documents

_PLACE: Final = (documents.c.id, statements.c.start, statements.c.id)
_EVERYTHING: Final = StatementFilter()
_TELLING: Final = (Commitment.STATED, Commitment.ALLEGED, Commitment.DENIED)
_FIRST, _LAST = "0000-01-01", "9999-12-31"


def predictions(record: Record, wanted: StatementFilter = _EVERYTHING) -> Iterator[Prediction]:
    """The predictions among the statements wanted, each with its verdict. Rejected statements do not count.

    A later statement is one whose document is dated after the prediction's, or that tells of a day after it. It bears
    on the prediction when it is of the same kind and of the same type or word, on the same parties, at a time that was
    predicted. Stated or alleged it fulfils it; denied, with a contrary tie or another number it contradicts it.

    Raises:
        NotFoundError: at the first step, when the filter names an actor, source or document that is not there.
    """
    for statement in record.statements(replace(wanted, commitments=(Commitment.PREDICTED,))):
        if statement.review is not ReviewState.REJECTED:
            yield _judged(record, statement)


def _judged(record: Record, prediction: Statement) -> Prediction:
    outcomes = tuple(_outcomes(record, prediction))
    verdicts = {outcome.verdict for outcome in outcomes}
    if not outcomes:
        made, window = _made(prediction), _window(prediction)
        known = "no later statement of the record tells of it"
        unknown = "neither it nor its document is dated, so no statement can be told to be later"
        return Prediction(statement=prediction, verdict=Verdict.OPEN, why=known if made or window else unknown)
    if len(verdicts) > 1:
        counts = {verdict: sum(outcome.verdict is verdict for outcome in outcomes) for verdict in sorted(verdicts)}
        why = "later statements part ways: " + ", ".join(f"{n} {verdict}" for verdict, n in counts.items())
        return Prediction(statement=prediction, verdict=Verdict.DISPUTED, outcomes=outcomes, why=why)
    return Prediction(statement=prediction, verdict=outcomes[0].verdict, outcomes=outcomes, why=outcomes[0].why)


def _outcomes(record: Record, prediction: Statement) -> Iterator[Outcome]:
    for statement in _candidates(record, prediction):
        time = _bears_in_time(prediction, statement)
        if time is None:
            continue
        same = alike(prediction, statement)
        if same is None:
            continue
        held = same.agrees == (statement.commitment is not Commitment.DENIED)
        verdict = Verdict.FULFILLED if held else Verdict.CONTRADICTED
        yield Outcome(statement=statement, verdict=verdict, why=f"{same.why}; {time}")


def _candidates(record: Record, prediction: Statement) -> list[Statement]:
    """Statements of the same kind, and type or word, that name someone of every side that the prediction names."""
    event = prediction.event
    sides = [side for side in sides_of(prediction) if side]
    if not sides:
        return []
    asked = StatementFilter(kinds=(prediction.kind,), commitments=_TELLING)
    with record.reading() as connection:
        query = select_statements(connection, asked).where(statements.c.review != ReviewState.REJECTED.value)
        if event:
            word = func.json_extract(statements.c.body, "$.explanation.lexicon")
            query = query.where(
                or_(statements.c.event_type == event.type.value, word == prediction.explanation.lexicon)
            )
        for side in sides:
            query = query.where(statements.c.number.in_(_naming(_of_states(connection, side))))
        query = query.order_by(None).order_by(documents.c.date.is_(None), documents.c.date, *_PLACE)
        return [to_statement(row) for row in connection.execute(query)]


def _naming(actors: Sequence[str]) -> Select[tuple[int]]:
    """Numbers of the statements about any of these actors."""
    named = schema.statement_actors
    return select(named.c.statement).where(named.c.actor.in_(actors), named.c.part != "holder")


def _of_states(connection: Connection, side: Sequence[ActorRef]) -> list[str]:
    """Ids of actors, and for a state those of its government, ministries and forces, and the other way round."""
    actors = schema.actors
    found = {reference.id for reference in side}
    for reference in side:
        others = BODIES.get(reference.type)
        if others and reference.country:
            asked = select(actors.c.id).where(actors.c.country == reference.country, actors.c.type.in_(others))
            found.update(connection.execute(asked).scalars())
    return sorted(found)


def _bears_in_time(prediction: Statement, statement: Statement) -> str | None:
    """Why a statement tells of a time that was predicted; None where it does not."""
    made, foretold, told = _made(prediction), _window(prediction), _window(statement)
    published = statement.document.date
    if foretold:
        if told:
            late_enough = not published or last_day(published) >= foretold[0]
            meet = told[0] <= foretold[1] and foretold[0] <= told[1]
            return "told of the time predicted" if meet and late_enough else None
        after = published and (not made or first_day(published) > made) and last_day(published) >= foretold[0]
        return f"told in {published}, after the time predicted began" if after else None
    if not made:
        return None
    later = bool(published and first_day(published) > made)
    if told:
        since = told[0] > made or (later and told[1] > made)
        return f"told of a time after the prediction of {prediction.document.date}" if since else None
    return f"told in {published}, after the prediction of {prediction.document.date}" if later else None


def _made(statement: Statement) -> str | None:
    """The last day on which it can have been said."""
    return last_day(statement.document.date) if statement.document.date else None


def _window(statement: Statement) -> tuple[str, str] | None:
    """The first and last day that a statement tells of."""
    if statement.event:
        start, end = statement.event.date.start, statement.event.date.end
    elif statement.tie:
        start, end = statement.tie.period.start, statement.tie.period.end
    else:
        start = end = statement.figure.date if statement.figure else None
    if not start and not end:
        return None
    return first_day(start) if start else _FIRST, last_day(end) if end else _LAST
