"""Statements about several who were named together before."""

from __future__ import annotations

from collections.abc import Callable

from dissensus.model import Statement


def test_all_who_are_taken_up_act(find: Callable[..., list[Statement]]) -> None:
    found = find("Mali, Niger and Chad left the bloc. These nations condemned France.", date="2024-06-20")
    accused = next(s.event for s in found if s.event is not None and s.event.type == "ACCUSE")
    assert [actor.name for actor in accused.actors] == ["Mali", "Niger", "Chad"]
    assert [recipient.name for recipient in accused.recipients] == ["France"]
    assert all("these nations: Mali and Niger and Chad" in (actor.why or "") for actor in accused.actors)


def test_each_of_those_taken_up_has_its_own_tie(find: Callable[..., list[Statement]]) -> None:
    found = find("Peru and Chile restored ties. Both countries are allies of Brazil.", date="2024-06-20")
    ties = {(s.tie.a.name, s.tie.b.name) for s in found if s.tie is not None}
    assert {("Peru", "Brazil"), ("Chile", "Brazil")} <= ties
