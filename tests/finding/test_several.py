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


def test_all_of_these_face_the_one_they_are_joined_to(find: Callable[..., list[Statement]]) -> None:
    found = find("Mali, Niger and Chad met. Relations between these nations and France have worsened.")
    ties = {(s.tie.a.name, s.tie.b.name) for s in found if s.tie is not None}
    assert ties == {("Mali", "France"), ("Niger", "France"), ("Chad", "France")}


def test_those_told_before_stay_without_the_one_they_faced(find: Callable[..., list[Statement]]) -> None:
    text = "Mali, Niger and Chad met. These nations and France fell out. Talks between these nations and France failed."
    held = [s.event for s in find(text) if s.event is not None and s.event.type == "CONSULT" and s.event.recipients]
    assert [r.name for r in held[-1].recipients] == ["France"]
    assert [a.name for a in held[-1].actors] == ["Mali", "Niger", "Chad"]
