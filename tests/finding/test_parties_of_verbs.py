"""Who does what a verb tells, and to whom: control, causatives, participles, what is given, and clauses set beside."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dissensus.model import Statement

Find = Callable[..., list[Statement]]
Parties = tuple[list[str], list[str]]


def parties(statements: list[Statement], type_: str) -> list[Parties]:
    """Actors and recipients of the events of a type."""
    events = [s.event for s in statements if s.event and s.event.type.value == type_]
    return [(sorted(a.name for a in e.actors), sorted(r.name for r in e.recipients)) for e in events]


@pytest.mark.parametrize(
    ("sentence", "type_", "actors", "recipients"),
    [
        # who has it done
        ("Daniel Ortega had the bishop of Lima arrested.", "COERCE", ["Daniel Ortega"], ["Peruvian bishop"]),
        # what is given or denied
        ("Evo Morales was denied entry by Chile.", "REJECT", ["Chile"], ["Evo Morales"]),
        ("Havana was offered oil by Moscow.", "AID", ["Government of Russia"], ["Government of Cuba"]),
        ("Bolivia was promised aid by Taiwan.", "AGREE", ["Taiwan"], ["Bolivia"]),
        # whose doing an infinitive is
        ("Norway chose Evo Morales to mediate between Peru and Chile.", "CONSULT", ["Evo Morales"], ["Chile", "Peru"]),
        ("Chile helped Peru to deport the Venezuelans.", "COERCE", ["Peru"], ["Venezuelans"]),
        # with what one threatens
        ("Daniel Ortega threatened to send the Peruvian army to Chile.", "THREATEN", ["Daniel Ortega"], ["Chile"]),
        ("Evo Morales agreed to stop migrants from Peru.", "AGREE", ["Evo Morales"], []),
        # participles
        ("Pedro Castillo, impeached and jailed, went on hunger strike.", "COERCE", [], ["Pedro Castillo"]),
        ("Ten Peruvian farmers shot by Chile were buried in Lima.", "ASSAULT", ["Chile"], ["Peruvian farmers"]),
        # what stands beside
        ("Chile told Peru to leave, Norway offered to mediate and Kenya withdrew.", "AGREE", ["Norway"], []),
        ("Bolivia took it to the International Court of Justice.", "ACCUSE", [], []),
        ("Norway was condemned by Chile for the killing of Peruvian farmers by Kenyan soldiers.", "ASSAULT",
         ["Kenya Defence Forces"], ["Peruvian farmers"]),
        # several set beside a noun
        ("Three states, Chile, Peru and Norway, condemned Daniel Ortega.", "ACCUSE", ["Chile", "Norway", "Peru"],
         ["Daniel Ortega"]),
        ("Norway lifted the sanctions that it had imposed on Peru.", "RETREAT", ["Norway"], ["Peru"]),
        ("Evo Morales and Daniel Ortega talked by phone on Monday.", "CONSULT", ["Daniel Ortega", "Evo Morales"], []),
        # a question is about the one asked
        ("Evo Morales asked Daniel Ortega why he had threatened Chile.", "THREATEN", ["Daniel Ortega"], ["Chile"]),
    ],
)  # fmt: skip
def test_parties(find: Find, sentence: str, type_: str, actors: list[str], recipients: list[str]) -> None:
    told = parties(find(sentence), type_)
    if not actors and not recipients:
        assert not told
    else:
        assert (actors, recipients) in told
        assert all(not (set(a) & set(recipients)) for a, _ in told)


def test_a_series_goes_on_with_the_one_it_is_about(find: Find) -> None:
    told = parties(find("Pedro Castillo was stripped of his immunity, arrested by Chile and deported."), "COERCE")
    assert (["Chile"], ["Pedro Castillo"]) in told


def test_own_guards_are_others(find: Find) -> None:
    assert (["Pedro Castillo"], []) not in parties(find("Pedro Castillo was arrested by his own escort."), "COERCE")


def test_one_is_talked_out_of_it(find: Find) -> None:
    assert not parties(find("Norway talked Peru out of recognising China."), "SUPPORT")


def test_a_court_does_not_sit_for_its_town(find: Find) -> None:
    told = find("Kenya sued Peru at the International Court of Justice in The Hague, which condemned Chile.")
    assert (["International Court of Justice"], ["Chile"]) in parties(told, "ACCUSE")


def test_finite_verbs_go_on_with_finite_ones(find: Find) -> None:
    told = find("Norway accused Chile of arming the rebels and condemned Peru.")
    assert (["Norway"], ["Peru"]) in parties(told, "ACCUSE")


def test_a_coup_that_brings_one_to_power_is_not_against_him(find: Find) -> None:
    told = find("The coup brought Roberto Micheletti to power in Honduras.")
    assert all("Roberto Micheletti" not in r for _, r in parties(told, "COERCE"))


@pytest.mark.parametrize(
    ("sentence", "army"),
    [
        ("Backed by Washington and Brasília, the Venezuelan opposition called on the army to leave Venezuela alone.",
         "VEN"),
        ("Donald Trump of the United States appealed to the army to overthrow Nicolás Maduro. In the United States "
         "he said so twice.", "VEN"),
        ("Manuel Zelaya, whom the army deported, met Hillary Clinton in the United States. The United States said "
         "nothing.", "HND"),
        ("Jeanine Áñez, a senator backed by the army, expelled Cubans from Cuba and Cuba protested.", "BOL"),
    ],
)  # fmt: skip
def test_whose_army(find: Find, sentence: str, army: str) -> None:
    named = [
        a
        for s in find(sentence)
        for a in (*(s.event.actors + s.event.recipients if s.event else ()), *((s.tie.a, s.tie.b) if s.tie else ()))
        if a.type.value == "military"
    ]
    assert {a.country for a in named} == {army}


def test_objects_that_the_parser_sets_beside_each_other(find: Find) -> None:
    told = parties(
        find("The court that had convicted Daniel Ortega barred him and his ally Evo Morales from running."), "COERCE"
    )
    assert ["Daniel Ortega", "Evo Morales"] in [recipients for _, recipients in told]
