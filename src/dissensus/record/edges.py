"""What a statement says of how two actors stand to one another: the rows of `edges` that networks are made from."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import combinations, product
from typing import Final, NamedTuple

from dissensus.model import Event, EventType, Statement, Tie
from dissensus.record.words import first_day, last_day

TOGETHER: Final = {EventType.AGREE, EventType.CONSULT, EventType.COOPERATE}
"""Types of events that actors make with each other: where nobody is the recipient, they are each other's."""


class Edge(NamedTuple):
    """One statement on one pair of actors.

    Attributes:
        a: id of who acts, or of the first actor of a tie.
        b: id of who is acted on, or of the second.
        tie: whether it is a tie, and not an event.
        told: the relation of the tie, or the type of the event.
        value: the sign of the tie, or the score of the event; never 0.
        first_day: the first day told, as `date.toordinal()`; None where none is.
        last_day: the last day told.
    """

    a: str
    b: str
    tie: bool
    told: str
    value: float
    first_day: int | None
    last_day: int | None


def edges_of(statement: Statement) -> list[Edge]:
    """The edges of a statement, each pair of actors once; none where nothing is said of how two actors stand."""
    found: dict[tuple[str, str], Edge] = {}
    for edge in _told(statement):
        if edge.a != edge.b:
            found.setdefault((edge.a, edge.b), edge)
    return list(found.values())


def _told(statement: Statement) -> Iterator[Edge]:
    if statement.tie and statement.tie.sign:
        yield _of_tie(statement.tie)
    elif statement.event and statement.event.score:
        yield from _of_event(statement.event, statement.event.score)


def _of_tie(tie: Tie) -> Edge:
    period = tie.period
    return Edge(tie.a.id, tie.b.id, True, tie.relation.value, float(tie.sign), *_days(period.start, period.end))


def _of_event(event: Event, score: float) -> Iterator[Edge]:
    agents = [agent.id for agent in event.actors]
    objects = [recipient.id for recipient in event.recipients]
    if not objects and event.type not in TOGETHER:
        return
    days = _days(event.date.start, event.date.end)
    for a, b in product(agents, objects) if objects else combinations(agents, 2):
        yield Edge(a, b, False, event.type.value, score, *days)


def _days(start: str | None, end: str | None) -> tuple[int | None, int | None]:
    return (
        datetime.date.fromisoformat(first_day(start)).toordinal() if start else None,
        datetime.date.fromisoformat(last_day(end)).toordinal() if end else None,
    )
