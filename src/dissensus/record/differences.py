"""Where holders part ways on the same actors: a first, plain look, before matters are worked out."""

from __future__ import annotations

from itertools import combinations
from typing import Final, NamedTuple

from sqlalchemy import Connection, and_, case, desc, func, select

from dissensus.model import ActorRef, Commitment, Context, Event, EventType, Figure, Relation, Statement, Tie
from dissensus.record import schema
from dissensus.record.filters import StatementFilter, select_statements
from dissensus.record.report import Difference
from dissensus.record.rows import to_statement
from dissensus.record.words import first_day, fold, last_day

_MOST_ACTORS: Final = 100
_MOST_STATEMENTS: Final = 50
"""Of one actor, the surest ones."""

_MOST_OF_ONE: Final = 2
"""Differences shown of one actor, so that a chief actor does not fill the list."""

_CONTRARY: Final = {
    frozenset({Commitment.STATED, Commitment.DENIED}): 2,
    frozenset({Commitment.ALLEGED, Commitment.DENIED}): 3,
    frozenset({Commitment.STATED, Commitment.ALLEGED}): 4,
}
"""Commitments that do not go together, and how plain the difference is: 1 is plainest."""

_FIRM: Final = {Commitment.STATED, Commitment.ALLEGED}

_MUTUAL: Final = {Relation.ALLY_OF, Relation.TRADES_WITH, Relation.OPPOSES}
"""Relations that hold, or are contradicted, in both directions."""


_CONTESTED: Final = {Context.COUP, Context.ELECTION}
"""What holders contest most, and readers look for first."""

_UNNAMED: Final = {"author", "the author"}
"""What a document's writer is called whose name is not known."""


class _Judged(NamedTuple):
    """How plain a difference is (1 is plainest), in what it lies, and whether it may be of two matters after all."""

    rank: int
    how: str
    loose: bool = False


def find_differences(connection: Connection, *, limit: int) -> list[Difference]:
    """Pairs of statements by different holders that do not agree; no words come twice.

    Differences between documents come before those within one, and those surely on the same matter before others; then
    the plainest, those on coups and elections, those on the actors most spoken of, and the surest.
    """
    found: dict[tuple[str, str], tuple[tuple[object, ...], str, Difference]] = {}
    for place, actor in enumerate(_actors_of_several_holders(connection)):
        for first, second in combinations(_about(connection, actor), 2):
            judged = _judge(first, second)
            if judged is not None:
                order = (
                    first.document.id == second.document.id,
                    judged.loose,
                    judged.rank,
                    not (_contexts(first) & _contexts(second) & _CONTESTED),
                    place,
                    -first.confidence - second.confidence,
                    first.id,
                    second.id,
                )
                found.setdefault((first.id, second.id), (order, actor, Difference(first, second, judged.how)))
    chosen: list[Difference] = []
    used: set[str] = set()
    of_actor: dict[str, int] = {}
    for _, actor, difference in sorted(found.values(), key=lambda entry: entry[0]):
        quotes = {fold(difference.first.evidence.quote), fold(difference.second.evidence.quote)}
        if len(chosen) < limit and not quotes & used and of_actor.get(actor, 0) < _MOST_OF_ONE:
            chosen.append(difference)
            used |= quotes
            of_actor[actor] = of_actor.get(actor, 0) + 1
    return chosen


def _actors_of_several_holders(connection: Connection) -> list[str]:
    """The actors of whom several holders speak, the most spoken of first."""
    parties, statements = schema.statement_actors, schema.statements
    holder = case((statements.c.is_author, statements.c.document), else_=statements.c.holder_folded)
    about = and_(parties.c.statement == statements.c.number, parties.c.part != "holder")
    query = (
        select(parties.c.actor)
        .join_from(parties, statements, about)
        .group_by(parties.c.actor)
        .having(func.count(holder.distinct()) > 1)
        .order_by(desc(func.count(statements.c.number.distinct())), parties.c.actor)
        .limit(_MOST_ACTORS)
    )
    return list(connection.execute(query).scalars())


def _about(connection: Connection, actor: str) -> list[Statement]:
    query = select_statements(connection, StatementFilter(actor=actor)).order_by(None)
    surest = query.order_by(schema.statements.c.confidence.desc(), schema.statements.c.id).limit(_MOST_STATEMENTS)
    return [to_statement(row) for row in connection.execute(surest)]


def _judge(first: Statement, second: Statement) -> _Judged | None:
    """How two statements differ; None when they do not, are of one holder, or share their words."""
    if _holder(first) == _holder(second) or _same_words(first, second):
        return None
    if first.tie and second.tie:
        return _ties(first, first.tie, second, second.tie)
    if first.event and second.event:
        return _events(first, first.event, second, second.event)
    if first.figure and second.figure:
        return _figures(first.figure, second.figure)
    if first.label and second.label and first.label.target.id == second.label.target.id:
        firm = {first.commitment, second.commitment} <= _FIRM
        if firm and first.label.valence != second.label.valence:
            return _Judged(1, f"called “{first.label.term}” / called “{second.label.term}”")
        if first.label.term == second.label.term:
            return _by_commitment(first, second)
    return None


def _ties(first: Statement, one: Tie, second: Statement, other: Tie) -> _Judged | None:
    same_pair = {one.a.id, one.b.id} == {other.a.id, other.b.id}
    if not same_pair or not _meet(one.period.start, one.period.end, other.period.start, other.period.end):
        return None
    one_way = one.a.id == other.a.id or bool({one.relation, other.relation} & _MUTUAL)
    if one_way and one.sign * other.sign == -1 and {first.commitment, second.commitment} <= _FIRM:
        return _Judged(1, f"{one.relation} / {other.relation}".replace("_", " "))
    if one_way and one.relation == other.relation:
        return _by_commitment(first, second)
    return None


def _events(first: Statement, one: Event, second: Statement, other: Event) -> _Judged | None:
    agents = _ids(one.actors), _ids(other.actors)
    objects = _ids(one.recipients), _ids(other.recipients)
    # Where a text leaves a party unnamed, it may be the other text's.
    compatible = all(not a or not b or a & b for a, b in (agents, objects))
    shared = bool(agents[0] & agents[1]) + bool(objects[0] & objects[1])
    meets = _meet(one.date.start, one.date.end, other.date.start, other.date.end)
    if one.type != other.type or one.type is EventType.OTHER or not compatible or not shared or not meets:
        return None
    one_kind = bool(one.mode and one.mode == other.mode) or bool(set(one.contexts) & set(other.contexts) & _CONTESTED)
    if not (all(objects) or one_kind):
        return None  # what is supported, rejected, asked for is not told, and may be two things
    contrary = _by_commitment(first, second)
    return contrary._replace(loose=shared < 2 and not one_kind) if contrary else None


def _figures(one: Figure, other: Figure) -> _Judged | None:
    same = _subject(one) == _subject(other) and (one.measure, one.unit) == (other.measure, other.unit)
    if same and one.value != other.value and _meet(one.date, one.date, other.date, other.date):
        return _Judged(5, f"{one.measure}: {one.value:g} / {other.value:g}")
    return None


def _by_commitment(first: Statement, second: Statement) -> _Judged | None:
    rank = _CONTRARY.get(frozenset({first.commitment, second.commitment}))
    return _Judged(rank, f"{first.commitment} / {second.commitment}") if rank else None


def _holder(statement: Statement) -> str:
    name = fold(statement.holder.name)
    if statement.holder.is_author and name in _UNNAMED:
        return f"author of {statement.document.id}"
    return statement.holder.id or name


def _contexts(statement: Statement) -> set[Context]:
    return set(statement.event.contexts) if statement.event else set()


def _same_words(first: Statement, second: Statement) -> bool:
    one, other = first.evidence, second.evidence
    if fold(one.quote) == fold(other.quote):
        return True
    return first.document.id == second.document.id and one.start < other.end and other.start < one.end


def _ids(references: tuple[ActorRef, ...]) -> set[str]:
    return {reference.id for reference in references}


def _subject(figure: Figure) -> str:
    return figure.subject.id if isinstance(figure.subject, ActorRef) else fold(figure.subject)


def _meet(start: str | None, end: str | None, other_start: str | None, other_end: str | None) -> bool:
    """Whether two stretches of time may meet; what is not known may."""
    if end and other_start and last_day(end) < first_day(other_start):
        return False
    return not (other_end and start and last_day(other_end) < first_day(start))
