"""Whether a word of force tells of force, and who does it to whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dissensus.model import Statement
from tests.finding.told import sides_told

Find = Callable[..., list[Statement]]


@pytest.mark.parametrize(
    ("sentence", "type_", "actors", "recipients"),
    [
        # whose a deed is: the patient's, unless someone else is told to be that
        ("Dilma Rousseff's impeachment pleased the right.", "COERCE", set(), {"Dilma Rousseff"}),
        ("Luis Arce's sacking was illegal.", "COERCE", set(), {"Luis Arce"}),
        ("Luis Arce's firing of Evo Morales surprised Bolivia.", "COERCE", {"Luis Arce"}, {"Evo Morales"}),
        ("Kenya's arrest of William Ruto was illegal.", "COERCE", {"Kenya"}, {"William Ruto"}),
        ("Augusto Pinochet's murders went on for years.", "ASSAULT", {"Augusto Pinochet"}, set()),
        # the doer behind what someone is made to do
        ("Evo Morales was forced to leave Bolivia by the United States.", "COERCE", {"United States"}, {"Evo Morales"}),
        # the judge behind the crime
        (
            "Evo Morales was convicted of genocide by a court in Peru.",
            "SANCTION",
            {"Judiciary of Peru"},
            {"Evo Morales"},
        ),
        # a body that someone is put out of does it
        ("Venezuela was suspended from Mercosur.", "SANCTION", {"Mercosur"}, {"Venezuela"}),
        ("Venezuela's suspension from Mercosur was unjust.", "SANCTION", {"Mercosur"}, {"Venezuela"}),
        # a participle in a row that the parser takes for an active verb
        ("Evo Morales was extradited to Peru and sentenced to ten years.", "SANCTION", set(), {"Evo Morales"}),
        # deeds of no one named
        ("Evo Morales, overthrown twice by coups, lives in Argentina.", "COERCE", set(), {"Evo Morales"}),
        # attempts whose owner stands before them as a name
        ("US efforts to overthrow Evo Morales failed.", "COERCE", {"United States"}, {"Evo Morales"}),
        ("The plot to kill Fidel Castro was hatched by Peru.", "COERCE", {"Peru"}, {"Fidel Castro"}),
        # a coup in arms
        ("Hugo Banzer led a military coup against Evo Morales.", "ASSAULT", {"Hugo Banzer"}, {"Evo Morales"}),
        # people put out of a land, and out of a club
        ("Nicaragua expelled Evo Morales.", "COERCE", {"Nicaragua"}, {"Evo Morales"}),
        ("Nicaragua expelled the ambassador of Peru.", "SANCTION", {"Nicaragua"}, {"Peru"}),
        # a chamber's dismissal of a person, and a person's of another's words
        ("The Senate of Brazil dismissed Dilma Rousseff.", "COERCE", {"Federal Senate of Brazil"}, {"Dilma Rousseff"}),
        ("Donald Trump heaped sanctions on Venezuela.", "COERCE", {"Donald Trump"}, {"Venezuela"}),
        ("Ecuador withdrew Julian Assange's asylum.", "COERCE", {"Ecuador"}, {"Julian Assange"}),
        ("Peru's government closed La Prensa.", "COERCE", {"Government of Peru"}, {"La Prensa"}),
        # forces
        ("The army of Chile took to the streets of Santiago.", "MOBILIZE", {"Chilean Army"}, set()),
        ("The US moved an aircraft carrier to Venezuela.", "MOBILIZE", {"United States"}, {"Venezuela"}),
        (
            "Peru approved the deployment of Chile's troops to Bolivia.",
            "MOBILIZE",
            {"Chilean Armed Forces"},
            {"Bolivia"},
        ),
        ("Evo Morales's killing was carried out by Peru.", "ASSAULT", {"Peru"}, {"Evo Morales"}),
        ("Chile opened fire on Peru on orders from Evo Morales.", "ASSAULT", {"Chile"}, {"Peru"}),
        ("Gabriel Boric fired a warning shot at Peru.", "THREATEN", {"Gabriel Boric"}, {"Peru"}),
        ("The 2009 coup that removed Manuel Zelaya split Honduras.", "COERCE", set(), {"Manuel Zelaya"}),
        ("The US raids in Syria that killed Evo Morales were illegal.", "ASSAULT", {"United States"}, {"Evo Morales"}),
    ],
)
def test_who_does_what_to_whom(find: Find, sentence: str, type_: str, actors: set[str], recipients: set[str]) -> None:
    assert (type_, actors, recipients) in sides_told(find(sentence))


@pytest.mark.parametrize(
    ("sentence", "type_"),
    [
        ("Evo Morales killed the bill.", "ASSAULT"),
        ("Evo Morales destroyed his own reputation.", "ASSAULT"),
        ("Evo Morales fired up the crowd.", "COERCE"),
        ("Evo Morales exploited the anger of the day.", "COERCE"),
        ("Evo Morales took advantage of the delay.", "COERCE"),
        ("Luis Arce worked to prevent Evo Morales from becoming the nominee.", "COERCE"),
        ("Evo Morales lied to a judge.", "COERCE"),
        ("Evo Morales was forced to admit that he had lost.", "COERCE"),
        ("Evo Morales and Luis Arce fought a fierce battle for Nevada.", "ASSAULT"),
        ("The campaign of Evo Morales targeted Peru's voters in Spanish.", "ASSAULT"),
        ("Evo Morales celebrated the attacks on Twitter.", "ASSAULT"),
        ("Evo Morales walked out of prison in Peru.", "SANCTION"),
        ("The murders outraged Peru, and Mexicans have been angered by two murders.", "COERCE"),
        ("Evo Morales built up his endurance.", "MOBILIZE"),
        ("Evo Morales shot down the budget.", "ASSAULT"),
        ("Evo Morales waged a culture war against Luis Arce.", "ASSAULT"),
        ("Peru's conflict has displaced millions.", "COERCE"),
        ("Evo Morales was met with tear gas by the police of Peru.", "PROTEST"),
    ],
)
def test_no_force(find: Find, sentence: str, type_: str) -> None:
    assert type_ not in {found for found, _, _ in sides_told(find(sentence))}


@pytest.mark.parametrize(
    "sentence",
    [
        "Evo Morales unseated Carlos Mesa in the election.",
        "Evo Morales took power in 2006 after he won the vote.",
        "Gabriel Boric took control of the Senate of Chile in the election.",
        "Evo Morales beat a field of ten candidates in the primary.",
    ],
)
def test_what_votes_decide_is_no_force(find: Find, sentence: str) -> None:
    assert {type_ for type_, _, _ in sides_told(find(sentence))} <= {"OTHER"}


def test_a_pardoned_convicts_arrest_does_not_make_protests_against_him(find: Find) -> None:
    assert all(
        "Evo Morales" not in to for type_, _, to in sides_told(find("His arrest sparked riots.")) if type_ == "PROTEST"
    )


def test_what_befell_someone_is_not_blamed_on_them(find: Find) -> None:
    made = sides_told(find("Manuel Zelaya's ouster was condemned by the United Nations."))
    assert all("Manuel Zelaya" not in to for type_, _, to in made if type_ == "ACCUSE")


def test_what_is_to_be_stopped_goes_on(find: Find) -> None:
    statements = find("The United Nations called on Daniel Ortega to stop persecuting Peru.")
    assert [s.commitment.value for s in statements if s.event and s.event.type == "COERCE"] == ["stated"]
