"""Doers that the parser hangs on a word between, and those whose doing an accusation tells."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dissensus.model import Statement

Find = Callable[..., list[Statement]]


@pytest.mark.parametrize(
    ("sentence", "type_", "actors", "recipients"),
    [
        ("Evo Morales was criticised for his trip to Havana by Angela Merkel.", "ACCUSE", ["Angela Merkel"],
         ["Evo Morales"]),
        ("Juan Guaidó was recognised as interim president by the United States.", "SUPPORT", ["United States"],
         ["Juan Guaidó"]),
        ("Kenya accuses the government of Peru of raising taxes and attacking Bolivia.", "ASSAULT",
         ["Government of Peru"], ["Bolivia"]),
        ("The army chief asked Evo Morales to resign.", "REQUEST", ["army chief"], ["Evo Morales"]),
    ],
)  # fmt: skip
def test_the_doer(find: Find, sentence: str, type_: str, actors: list[str], recipients: list[str]) -> None:
    events = [s.event for s in find(sentence) if s.event and s.event.type.value == type_]
    assert [([a.name for a in e.actors], [r.name for r in e.recipients]) for e in events] == [(actors, recipients)]


@pytest.mark.parametrize(
    ("sentence", "doer"),
    [
        ("Kenya accused the clerk of attacking Peru.", "Kenya"),
        ("Angela Merkel was condemned for a report by Evo Morales.", "Evo Morales"),
    ],
)
def test_not_the_doer(find: Find, sentence: str, doer: str) -> None:
    told = [s.event for s in find(sentence) if s.event and s.event.type.value in ("ASSAULT", "ACCUSE")]
    hostile = [e for e in told if e.type.value == "ASSAULT" or doer != "Kenya"]
    assert all(doer not in [a.name for a in e.actors] for e in hostile)
