"""The rows that networks are made from keep in step with the statements."""

from __future__ import annotations

import datetime
import sqlite3

import pytest

from dissensus.model import (
    ActorRef,
    ActorType,
    Commitment,
    DocumentRef,
    Event,
    EventType,
    Evidence,
    Explanation,
    Extractor,
    Holder,
    Kind,
    Period,
    Relation,
    ReviewState,
    Statement,
    Tie,
    When,
)
from dissensus.record.edges import Edge, edges_of


def named(id: str) -> ActorRef:
    return ActorRef(id=id, name=id, type=ActorType.MOVEMENT)


def statement(body: Tie | Event) -> Statement:
    return Statement(
        id="1",
        kind=Kind.TIE if isinstance(body, Tie) else Kind.EVENT,
        document=DocumentRef(id="d"),
        evidence=Evidence(start=0, end=1, quote="x"),
        holder=Holder(name="author", is_author=True),
        commitment=Commitment.STATED,
        confidence=1,
        extractor=Extractor(name="test", version="1"),
        explanation=Explanation(rule="test"),
        tie=body if isinstance(body, Tie) else None,
        event=body if isinstance(body, Event) else None,
    )


def day(date: str) -> int:
    return datetime.date.fromisoformat(date).toordinal()


def test_a_tie_is_one_edge_from_its_first_day_to_its_last() -> None:
    tie = Tie(
        a=named("a"), relation=Relation.OPPOSES, b=named("b"), sign=-1, period=Period(start="2019", end="2020-02")
    )
    assert edges_of(statement(tie)) == [Edge("a", "b", True, "opposes", -1.0, day("2019-01-01"), day("2020-02-29"))]


def test_ties_without_a_sign_or_of_one_actor_are_none() -> None:
    assert edges_of(statement(Tie(a=named("a"), relation=Relation.LEADS, b=named("b"), sign=0))) == []
    assert edges_of(statement(Tie(a=named("a"), relation=Relation.SUPPORTS, b=named("a"), sign=1))) == []


@pytest.mark.parametrize(
    ("actors", "recipients", "type_", "pairs"),
    [
        ("ab", "c", EventType.ACCUSE, ["ac", "bc"]),
        ("a", "bb", EventType.ACCUSE, ["ab"]),
        ("abc", "", EventType.AGREE, ["ab", "ac", "bc"]),
        ("ab", "", EventType.ACCUSE, []),
        ("", "a", EventType.COERCE, []),
        ("ab", "c", EventType.CONSULT, ["ac", "bc"]),
    ],
)
def test_an_event_is_an_edge_from_everyone_to_everyone(
    actors: str, recipients: str, type_: EventType, pairs: list[str]
) -> None:
    when = When(start="2019-11-10", end="2019-11-10")
    event = Event(
        actors=tuple(map(named, actors)), recipients=tuple(map(named, recipients)), type=type_, score=-3.5, date=when
    )
    assert [edge.a + edge.b for edge in edges_of(statement(event))] == pairs
    assert all(
        edge[2:] == (False, type_.value, -3.5, day("2019-11-10"), day("2019-11-10"))
        for edge in edges_of(statement(event))
    )


def test_events_without_a_score_are_none() -> None:
    event = Event(actors=(named("a"),), recipients=(named("b"),), type=EventType.OTHER)
    assert edges_of(statement(event)) == []


def test_edges_go_with_their_statements(record) -> None:  # type: ignore[no-untyped-def]
    def rows() -> set[tuple[object, ...]]:
        with sqlite3.connect(record.path) as connection:
            query = """SELECT s.id, x.id, y.id, e.tie, e.told, e.value, e.first_day, e.last_day,
                e.document = s.document, e.is_author = s.is_author,
                e.commitment = s.commitment, e.confidence = s.confidence, e.review = s.review
                FROM edges e JOIN statements s ON s.number = e.statement
                JOIN edge_actors x ON x.number = e.a JOIN edge_actors y ON y.number = e.b"""
            return set(connection.execute(query))

    expected = {(one.id, *edge, True, True, True, True, True) for one in record.statements() for edge in edges_of(one)}
    assert rows() == expected
    assert len(expected) > 5
    first = next(one for one in record.statements() if edges_of(one))
    record.review(first.id, ReviewState.REJECTED, by="ana")
    assert rows() == expected
    with sqlite3.connect(record.path) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("DELETE FROM statements")
    assert rows() == set()
