"""Ties told by prepositions, participles, titles and what someone is said to want."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dissensus.model import Kind, Statement
from tests.finding.told import ties_told

Find = Callable[..., list[Statement]]


@pytest.mark.parametrize(
    ("sentence", "a", "relation", "b"),
    [
        ("Guatemala fell within the US sphere of influence.", "USA", "controls", "GTM"),
        ("Paris keeps Chad in its sphere of influence.", "FRA", "controls", "TCD"),
        ("Belarus remains in the orbit of Russia.", "RUS", "controls", "BLR"),
        ("Gabon was a French neocolony.", "FRA", "controls", "GAB"),
        ("China is displacing the United States from its backyard.", "CHN", "opposes", "USA"),
        ("Iran's proxy Hezbollah fired rockets.", "IRN", "controls", "Hezbollah"),
        ("The WTO is an instrument of US policy.", "USA", "controls", "World Trade Organization"),
        ("The WTO does Washington's bidding.", "USA", "controls", "World Trade Organization"),
    ],
)
def test_influence(find: Find, sentence: str, a: str, relation: str, b: str) -> None:
    assert (a, relation, b) in ties_told(find(sentence))


@pytest.mark.parametrize(
    ("sentence", "a", "relation", "b"),
    [
        ("Pedro Castillo is popular among the peasants of Puno.", "peasants of Puno", "supports", "Pedro Castillo"),
        ("Luis Arce is seen as close to Evo Morales.", "Luis Arce", "ally_of", "Evo Morales"),
        ("These are the Zapatistas that were armed and trained by Chad.", "TCD", "arms", "Zapatistas"),
        ("Venezuela has few friends left: Cuba and Iran.", "CUB", "ally_of", "VEN"),
        ("Nicolás Maduro still enjoys Russian support.", "RUS", "supports", "Nicolás Maduro"),
        ("Hugo Chávez, who is locked in a feud with Peru, left.", "Hugo Chávez", "opposes", "PER"),
        ("Iran and Israel are sworn enemies.", "IRN", "opposes", "ISR"),
        ("Colombia is Washington's closest ally in South America.", "COL", "ally_of", "USA"),
        (
            "Mexico still considers Nicolás Maduro the legitimate president of Venezuela.",
            "MEX",
            "recognises",
            "Nicolás Maduro",
        ),
        ("US allies lose faith in Peru.", "US allies", "distrusts", "PER"),
        ("Cuba depends on Venezuelan oil.", "CUB", "ally_of", "VEN"),
        ("Alberto Fujimori was kept in power by France.", "FRA", "supports", "Alberto Fujimori"),
    ],
)
def test_participles_and_adjectives(find: Find, sentence: str, a: str, relation: str, b: str) -> None:
    assert (a, relation, b) in ties_told(find(sentence))


@pytest.mark.parametrize(
    ("sentence", "a", "b"),
    [
        ("Chile was determined to bring down Evo Morales.", "CHL", "Evo Morales"),
        ("Washington is bent on overthrowing Nicolás Maduro.", "USA", "Nicolás Maduro"),
        ("The United States has plotted for years to overthrow the government of Cuba.", "USA", "CUB"),
        ("Washington's goal is regime change in Venezuela.", "USA", "VEN"),
        ("Chile wanted to get rid of Evo Morales.", "CHL", "Evo Morales"),
        ("For Washington, Hugo Chávez was an enemy.", "USA", "Hugo Chávez"),
        ("In the eyes of Chile, Hugo Chávez was a threat.", "CHL", "Hugo Chávez"),
    ],
)
def test_whom_someone_is_after(find: Find, sentence: str, a: str, b: str) -> None:
    assert (a, "opposes", b) in ties_told(find(sentence))


def test_whoever_is_a_threat_to_another_is_so_in_nobody_elses_eyes(find: Find) -> None:
    assert ("CHL", "opposes", "PER") not in ties_told(find("For Chile, Peru is a threat to Bolivia."))


def test_one_is_for_ideas_in_every_tense(find: Find) -> None:
    assert ("Hugo Chávez", "supports", "socialism") in ties_told(find("Hugo Chávez embraced socialism."))
    assert ("Hugo Chávez", "supports", "socialism") in ties_told(find("Hugo Chávez's quest for socialism failed."))
    assert ("Hugo Chávez", "opposes", "neoliberalism") in ties_told(find("Hugo Chávez rejected neoliberalism."))
    assert ties_told(find("Hugo Chávez adopted Peru.")) == set()


def test_recognition_is_an_event_and_what_lasts_from_then_on(find: Find) -> None:
    found = find("Brazil recognised Juan Guaidó in 2019.")
    assert ("BRA", "recognises", "Juan Guaidó") in ties_told(found)
    assert any(s.kind is Kind.EVENT for s in found)
    assert not any(s.kind is Kind.EVENT for s in find("Brazil recognises Juan Guaidó."))


def test_every_one_of_several_governments(find: Find) -> None:
    found = ties_told(find("The governments in Chile and Mexico which recognise Nicolás Maduro abstained."))
    assert found == {("CHL", "recognises", "Nicolás Maduro"), ("MEX", "recognises", "Nicolás Maduro")}


def test_whose_party_or_country_it_is_called(find: Find) -> None:
    assert ("Keiko Fujimori", "leads", "Fuerza Popular") in ties_told(find("Keiko Fujimori's Popular Force lost."))
    assert ties_told(find("Keiko Fujimori's Popular Force rally was small.")) == set()


def test_offices_of_parliaments_and_bodies_known_by_letters(find: Find) -> None:
    speaker = "Juan Guaidó is the speaker of the Venezuelan National Assembly."
    assert any(relation == "leads" for _, relation, _ in ties_told(find(speaker)))
    found = ties_told(find("Felipe Quispe, head of the Confederation of Peasant Workers (CSUTCB), left."))
    assert any(a == "Felipe Quispe" and relation == "leads" for a, relation, _ in found)
    assert ties_told(find("The Cuban-born minister Juan Pérez prayed.")) == set()


def test_the_beaten_become_foes_and_not_those_who_beat_them(find: Find) -> None:
    found = ties_told(find("The CGT was driven out by the French army to become Hugo Chávez's main foe."))
    foes = {a for a, relation, b in found if relation == "opposes" and b == "Hugo Chávez"}
    assert foes
    assert not any("army" in foe.lower() or foe == "FRA" for foe in foes)


def test_what_one_is_told_to_exploit_is_not_whom_it_names(find: Find) -> None:
    assert ("ESP", "exploits", "BOL") in ties_told(find("For centuries Spain plundered Bolivia's mines."))
    assert ("ESP", "exploits", "BOL") not in ties_told(find("Spain exploits a perception of Bolivia."))


@pytest.mark.parametrize(
    ("sentence", "a", "relation", "b"),
    [
        ("Norway is no friend of Kenya.", "NOR", "opposes", "KEN"),
        ("Norway is committed to supporting Kenya.", "NOR", "supports", "KEN"),
        ("Norway will not waver in its support of Kenya.", "NOR", "supports", "KEN"),
        ("Norway controlled the parliament of Kenya.", "NOR", "controls", "KEN"),
        ("Norway owes its victory to Kenya.", "KEN", "supports", "NOR"),
        ("The movement is an uprising against Norway.", "movement", "opposes", "NOR"),
        ("The coalition of Kenya and Peru against Norway grew.", "KEN", "opposes", "NOR"),
        ("Norway is deeply hostile to Kenya.", "NOR", "opposes", "KEN"),
    ],
)
def test_stances_told_by_longer_phrases(find: Find, sentence: str, a: str, relation: str, b: str) -> None:
    assert (a, relation, b) in ties_told(find(sentence))
