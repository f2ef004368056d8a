"""Those whom a noun for a deed implies or has before it: protesters, the forces of a coup."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dissensus.model import Event, EventType, Statement

Find = Callable[..., list[Statement]]


def events(found: list[Statement], type_: EventType) -> list[tuple[list[str], list[str]]]:
    bodies = [s.event for s in found if isinstance(s.event, Event) and s.event.type is type_]
    return [([a.name for a in e.actors], [r.name for r in e.recipients]) for e in bodies]


def test_protests_that_bring_someone_down_are_the_protesters_doing(find: Find) -> None:
    found = find("Nicolás Maduro was toppled by protests in Venezuela.")
    assert (["Venezuelan protesters"], ["Nicolás Maduro"]) in events(found, EventType.COERCE)


def test_protests_against_someone_are_by_protesters(find: Find) -> None:
    found = find("Peru is tense. Shops in Peru are shut. Protests against the government of Peru broke out.")
    assert events(found, EventType.PROTEST) == [(["Peruvian protesters"], ["Government of Peru"])]


def test_what_is_done_to_protests_is_done_to_protesters(find: Find) -> None:
    found = find("Peru is tense. Peruvian police crushed the demonstrations.")
    assert (["National Police of Peru"], ["Peruvian protesters"]) in events(found, EventType.COERCE)


@pytest.mark.parametrize(
    "text",
    [
        "His protests against the government of Peru failed.",
        "Farmer protests against the government of Peru failed.",
        "The protests by miners against the government of Peru failed.",
    ],
)
def test_whose_protests_they_are_may_be_told(find: Find, text: str) -> None:
    assert all("protesters" not in name for names, _ in events(find(text), EventType.PROTEST) for name in names)


def test_a_military_coup_is_the_work_of_the_military(find: Find) -> None:
    found = find("Manuel Zelaya was ousted in a military coup in Honduras.", date="2009-07-01")
    assert (["Armed Forces of Honduras"], ["Manuel Zelaya"]) in events(found, EventType.COERCE)


def test_state_violence_is_the_state_s(find: Find) -> None:
    found = find("Chile is in uproar. State repression in Chile killed ten miners.")
    assert any(names == ["Chile"] for names, _ in events(found, EventType.COERCE))


def test_a_military_coup_somewhere_is_nobody_s(find: Find) -> None:
    text = "People in Peru and people in Chile spoke of a military coup against Ana Ruiz. Chile and Peru are calm."
    assert all(not names for names, _ in events(find(text), EventType.ASSAULT))
