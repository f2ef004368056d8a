"""Nouns of action whose parties stand outside their phrase."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dissensus.model import Event, EventType, Kind, Statement

Find = Callable[..., list[Statement]]


def events(statements: list[Statement]) -> list[Event]:
    return [s.event for s in statements if s.kind is Kind.EVENT and s.event]


def has(found: list[Event], actors: set[str], type_: str, recipients: set[str]) -> bool:
    return any(
        e.type == EventType(type_)
        and actors == {a.country or a.name for a in e.actors}
        and recipients == {r.country or r.name for r in e.recipients}
        for e in found
    )


@pytest.mark.parametrize(
    ("sentence", "actors", "type_", "recipients"),
    [
        ("US sanctions have crippled Iran.", {"USA"}, "COERCE", {"IRN"}),
        ("Canada hit Mexico with tariffs.", {"CAN"}, "COERCE", {"MEX"}),
        ("Sudan suffered from Ethiopian raids.", {"ETH"}, "COERCE", {"SDN"}),
        ("Spain was behind the coup in Peru.", {"ESP"}, "COERCE", {"PER"}),
        ("Italy played a role in the bombing of Libya.", {"ITA"}, "ASSAULT", {"LBY"}),
        ("Portugal's complicity in the invasion of Angola is known.", {"PRT"}, "ASSAULT", {"AGO"}),
        ("Chile weakened Bolivia through sanctions.", {"CHL"}, "COERCE", {"BOL"}),
        ("Washington's campaign of sanctions against Syria went on.", {"USA"}, "COERCE", {"SYR"}),
        ("US threats and raids against Somalia went on.", {"USA"}, "COERCE", {"SOM"}),
        ("Despite Russian threats, Poland stood firm.", {"RUS"}, "THREATEN", {"POL"}),
        ("The French-led invasion of Mali failed.", {"FRA"}, "ASSAULT", {"MLI"}),
        ("The interference of Turkey in Libya continued.", {"TUR"}, "COERCE", {"LBY"}),
    ],
)
def test_parties_outside_the_phrase(
    find: Find, sentence: str, actors: set[str], type_: str, recipients: set[str]
) -> None:
    found = events(find(sentence))
    assert has(found, actors, type_, recipients), found


def test_two_sides_of_a_meeting(find: Find) -> None:
    found = events(find("A meeting between Peru and Chile took place."))
    assert has(found, {"PER"}, "CONSULT", {"CHL"}), found


def test_partners_of_a_joint_operation_act_together(find: Find) -> None:
    found = events(find("Ecuador launched joint military operations with Colombia against Peru."))
    assert has(found, {"ECU", "COL"}, "ASSAULT", {"PER"}), found


def test_whom_a_raid_hits_is_no_party_to_what_the_raid_does(find: Find) -> None:
    found = events(find("Police raids on the offices of the Republican Party angered Ohio."))
    assert not any(a.name.startswith("Republican Party") for e in found for a in e.actors)
