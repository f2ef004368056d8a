"""Ties of persons, parties and governments: whose party, whose candidate, who leads, who trusts no one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dissensus.model import Commitment, Statement
from tests.finding.told import ties_told

Find = Callable[..., list[Statement]]


@pytest.mark.parametrize(
    ("sentence", "a", "relation", "b"),
    [
        ("Vicente Fox's National Action Party won in Mexico.", "Vicente Fox", "member_of", "National Action Party"),
        ("Nayib Bukele's New Ideas won in El Salvador.", "Nayib Bukele", "leads", "Nuevas Ideas"),
        ("Chile and Panama remain at odds over fish.", "CHL", "opposes", "PAN"),
        ("Panama and Norway have drifted apart.", "PAN", "opposes", "NOR"),
        ("Norway enjoys warm relations with Kenya.", "NOR", "ally_of", "KEN"),
        ("Norway and Kenya's alliance worries Chad.", "NOR", "ally_of", "KEN"),
        ("Kenya is one of the few friends that Norway has left.", "KEN", "ally_of", "NOR"),
        ("Evo Morales has called Lula da Silva a friend.", "Evo Morales", "supports", "Luiz Inácio Lula da Silva"),
        ("The army is the backbone of the government of Chile.", "Chilean Army", "supports", "CHL"),
        ("Antauro Humala commands the FARC.", "Antauro Humala", "leads", "Revolutionary Armed Forces of Colombia"),
        ("Luisa González is Rafael Correa's candidate.", "Rafael Correa", "supports", "Luisa González"),
        ("Steve Bannon is an adviser to Jair Bolsonaro.", "Steve Bannon", "supports", "Jair Bolsonaro"),
        ("Chile, then ruled by Augusto Pinochet, sent ships.", "Augusto Pinochet", "leads", "CHL"),
        ("Chile supports Panama in a dispute with Norway.", "PAN", "opposes", "NOR"),
        ("The Peruvian army answers to Vladimiro Montesinos.", "Vladimiro Montesinos", "controls", "Peruvian Army"),
        ("Miners loyal to Evo Morales sang.", "miners", "supports", "Evo Morales"),
        (
            "Gustavo Petro owed his post to the FARC.",
            "Revolutionary Armed Forces of Colombia",
            "supports",
            "Gustavo Petro",
        ),
        ("Relations between Norway and Kenya broke down.", "NOR", "opposes", "KEN"),
        ("Norway was allied with Kenya.", "NOR", "ally_of", "KEN"),
        ("The Chilean unions formed Mercosur.", "Chilean unions", "founded", "Mercosur"),
        ("Chile and Peru form the Pacific Alliance.", "CHL", "member_of", "Pacific Alliance"),
        ("Morena's Gerardo Fernández Noroña left.", "Gerardo Fernández Noroña", "member_of", "Morena"),
        ("The Communist Party of Chile is part of Boric's government.", "Communist Party of Chile", "member_of", "CHL"),
        (
            "Keiko Fujimori, daughter of Alberto Fujimori and leader of the FARC, lost.",
            "Keiko Fujimori",
            "leads",
            "Revolutionary Armed Forces of Colombia",
        ),
    ],
)
def test_ties_of_persons_and_bodies(find: Find, sentence: str, a: str, relation: str, b: str) -> None:
    assert (a, relation, b) in ties_told(find(sentence))


def test_who_is_not_trusted_is_distrusted(find: Find) -> None:
    [tie] = [s for s in find("Gustavo Petro does not trust Luis Arce.") if s.tie]
    assert ties_told([tie]) == {("Gustavo Petro", "distrusts", "Luis Arce")}
    assert tie.commitment is Commitment.STATED
    [unsure] = [s for s in find("Gustavo Petro may not trust Luis Arce.") if s.tie]
    assert unsure.commitment is not Commitment.STATED


@pytest.mark.parametrize(
    "sentence",
    [
        "Evo Morales split from Luis Arce in 2022.",
        "Marco Rubio is taking heat from Ted Cruz over his vote.",
        "Patty Murray accused Republicans of stalling Loretta Lynch.",
        "On the government side stood Chile and Colombia.",
        "Congress voted to hold Lois Lerner in contempt of Congress.",
        "Peru's Dina Boluarte has few friends in Congress.",
        "Elliott Abrams, Trump's envoy for Venezuela, met Marco Rubio.",
        "Patricia Janiot, a journalist for CNN, left Colombia.",
        "Andrónico Rodríguez, once seen as Evo Morales's heir, left.",
        "Allies of Horacio Cartes, one of the richest men of Paraguay, won.",
        "The dictatorship that ruled Brazil fell.",
    ],
)
def test_no_tie_of_another_sense(find: Find, sentence: str) -> None:
    told = {relation for _, relation, _ in ties_told(find(sentence))}
    assert not told & {"succeeds", "leads", "ally_of", "opposes", "supports", "part_of", "member_of"}


def test_a_verb_taken_for_a_plural(find: Find) -> None:
    told = ties_told(find("Leonidas Iza presides over the CONAIE."))
    assert {(a, relation) for a, relation, _ in told} == {("Leonidas Iza", "leads")}


def test_the_party_of_a_nominee_is_told_as_such(find: Find) -> None:
    told = {relation for _, relation, _ in ties_told(find("The party's presidential nominee, Mitt Romney, spoke."))}
    assert "supports" not in told


def test_scope_is_no_partner(find: Find) -> None:
    assert not ties_told(find("The army of Algeria is Africa's biggest buyer of rifles."))
