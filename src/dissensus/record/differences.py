"""Where holders part ways on the same actors: a first, plain look, before matters are worked out."""

from __future__ import annotations

from itertools import combinations
from typing import Final

from sqlalchemy import Connection, and_, desc, func, or_, select

from dissensus.model import Commitment, Relation, Statement
from dissensus.record import schema
from dissensus.record.filters import StatementFilter, select_statements
from dissensus.record.report import Difference
from dissensus.record.rows import to_statement
from dissensus.record.words import first_day, fold, last_day

_MOST_PAIRS: Final = 200
_MOST_STATEMENTS: Final = 40
"""Of a pair of actors, the surest ones."""

_CONTRARY: Final = {
    frozenset({Commitment.STATED, Commitment.DENIED}): 2,
    frozenset({Commitment.ALLEGED, Commitment.DENIED}): 3,
    frozenset({Commitment.STATED, Commitment.ALLEGED}): 4,
}
"""Commitments that do not go together, and how plain the difference is: 1 is plainest."""


_MUTUAL: Final = {Relation.ALLY_OF, Relation.TRADES_WITH, Relation.OPPOSES}
"""Relations that hold, or are contradicted, in both directions."""


def find_differences(connection: Connection, *, limit: int) -> list[Difference]:
    """For each two actors the plainest difference between two holders, the plainest of all first."""
    found: list[tuple[int, float, Difference]] = []
    for one, other in _pairs(connection):
        statements = _about(connection, one, other)
        ranked = [
            (rank, -(first.confidence + second.confidence), first.id, Difference(first, second, how))
            for first, second in combinations(statements, 2)
            if (judged := _differ(first, second)) is not None
            for rank, how in (judged,)
        ]
        if ranked:
            rank, confidence, _, difference = min(ranked, key=lambda entry: entry[:3])
            found.append((rank, confidence, difference))
    found.sort(key=lambda entry: (entry[0], entry[1], entry[2].first.id))
    return [difference for _, _, difference in found[:limit]]


def _pairs(connection: Connection) -> list[tuple[str, str]]:
    """Pairs of actors of whom several holders speak, the most spoken of first."""
    one, other = schema.statement_actors.alias("one"), schema.statement_actors.alias("other")
    statements = schema.statements
    parties = [part.c.part.in_(("actor", "recipient", "a", "b")) for part in (one, other)]
    together = and_(one.c.statement == other.c.statement, one.c.actor < other.c.actor, *parties)
    query = (
        select(one.c.actor, other.c.actor)
        .join_from(one, other, together)
        .join(statements, statements.c.number == one.c.statement)
        .group_by(one.c.actor, other.c.actor)
        .having(func.count(statements.c.number.distinct()) > 1)
        .having(or_(func.count(statements.c.commitment.distinct()) > 1, func.count(statements.c.sign.distinct()) > 1))
        .order_by(desc(func.count(statements.c.number.distinct())), one.c.actor, other.c.actor)
        .limit(_MOST_PAIRS)
    )
    return [(row[0], row[1]) for row in connection.execute(query)]


def _about(connection: Connection, one: str, other: str) -> list[Statement]:
    query = select_statements(connection, StatementFilter(pair=(one, other))).order_by(None)
    surest = query.order_by(schema.statements.c.confidence.desc(), schema.statements.c.id).limit(_MOST_STATEMENTS)
    return [to_statement(row) for row in connection.execute(surest)]


def _differ(first: Statement, second: Statement) -> tuple[int, str] | None:
    """How plainly two statements differ, and in what; None when they do not, or are of one holder."""
    if _holder(first) == _holder(second):
        return None
    contrary = _CONTRARY.get(frozenset({first.commitment, second.commitment}))
    if first.tie and second.tie:
        if not _overlap(first.tie.period.start, first.tie.period.end, second.tie.period.start, second.tie.period.end):
            return None
        firm = all(statement.commitment in (Commitment.STATED, Commitment.ALLEGED) for statement in (first, second))
        one_way = first.tie.a.id == second.tie.a.id or {first.tie.relation, second.tie.relation} & _MUTUAL
        if firm and one_way and first.tie.sign * second.tie.sign == -1:
            return 1, f"{_words(first.tie.relation)} / {_words(second.tie.relation)}"
        same = (first.tie.a.id, first.tie.b.id, first.tie.relation) == (
            second.tie.a.id,
            second.tie.b.id,
            second.tie.relation,
        )
        return (contrary, f"{first.commitment} / {second.commitment}") if contrary and same else None
    if first.event and second.event and contrary:
        one, other = first.event, second.event
        parties = [
            ({actor.id for actor in event.actors}, {actor.id for actor in event.recipients}) for event in (one, other)
        ]
        same = one.type == other.type and all(a & b or a == b for a, b in zip(*parties, strict=True))
        if same and _overlap(one.date.start, one.date.end, other.date.start, other.date.end):
            return contrary, f"{first.commitment} / {second.commitment}"
    return None


def _holder(statement: Statement) -> str:
    if statement.holder.is_author:
        return f"author of {statement.document.id}"
    return statement.holder.id or fold(statement.holder.name)


def _words(relation: str) -> str:
    return relation.replace("_", " ")


def _overlap(start: str | None, end: str | None, other_start: str | None, other_end: str | None) -> bool:
    """Whether two stretches of time may meet; what is not known may."""
    if end and other_start and last_day(end) < first_day(other_start):
        return False
    return not (other_end and start and last_day(other_end) < first_day(start))
