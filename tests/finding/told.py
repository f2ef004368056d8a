"""Statements as tests compare them."""

from __future__ import annotations

from dissensus.model import ActorRef, Statement


def ties_told(statements: list[Statement]) -> set[tuple[str, str, str]]:
    """First party, relation and second party of each tie."""
    return {(party_name(s.tie.a), s.tie.relation.value, party_name(s.tie.b)) for s in statements if s.tie}


def party_name(actor: ActorRef) -> str:
    """The code of a country or its government, else the name."""
    return actor.country if actor.country and actor.type.value in ("country", "government") else actor.name


def events_told(statements: list[Statement]) -> set[tuple[str, str, str]]:
    """First actor, type and first recipient of each event, "" where there is none."""
    return {(_first(s.event.actors), s.event.type.value, _first(s.event.recipients)) for s in statements if s.event}


def sides_told(statements: list[Statement]) -> list[tuple[str, set[str], set[str]]]:
    """Type, names of the actors and names of the recipients of each event, in order."""
    return [
        (s.event.type.value, {a.name for a in s.event.actors}, {r.name for r in s.event.recipients})
        for s in statements
        if s.event
    ]


def _first(actors: tuple[ActorRef, ...]) -> str:
    return party_name(actors[0]) if actors else ""
