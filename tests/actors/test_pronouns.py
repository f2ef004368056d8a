"""Pronouns that the actors settle where parsing could not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dissensus.finding.analyse import Analyser
from dissensus.model import Statement
from dissensus.parsing.parsed import Parsed


@pytest.fixture
def meant(analyser: Analyser, parse: Callable[..., Parsed]) -> Callable[[str, str], str | None]:
    """The actor's name that the last occurrence of a word stands for."""

    def run(text: str, word: str) -> str | None:
        parsed = parse(text, date="2019-11-20")
        resolved = analyser.resolver.resolve(parsed)
        names = [m.actor.name for m in resolved.mentions if parsed.text(m.span).lower() == word]
        return names[-1] if names else None

    return run


def test_gender_tells(meant: Callable[[str, str], str | None]) -> None:
    text = "Evo Morales met Jeanine Áñez. Afterwards she left for Cochabamba."
    assert meant(text, "she") == "Jeanine Áñez"


def test_an_object_is_not_the_subject_of_its_own_verb(meant: Callable[[str, str], str | None]) -> None:
    text = "Morales praised the audit. Evo Morales said that Carlos Mesa had betrayed him."
    assert meant(text, "him") == "Evo Morales"


def test_it_as_an_object_is_left_alone(meant: Callable[[str, str], str | None]) -> None:
    assert meant("Turkey had sold grain to Somalia and regretted it.", "it") is None


def test_a_description_goes_to_the_body_named_last(meant: Callable[[str, str], str | None]) -> None:
    text = "The Landless Workers' Movement was founded in Brazil. The movement occupies land."
    assert meant(text, "movement") == "Landless Workers' Movement"


def test_the_president_is_the_one_of_the_day_that_is_told(meant: Callable[[str, str], str | None]) -> None:
    text = "Bolivia was tense on 5 November 2019. Protesters in Bolivia asked the president to resign."
    assert meant(text, "president") == "Evo Morales"


def test_they_are_the_subject_of_the_sentence_before(meant: Callable[[str, str], str | None]) -> None:
    assert meant("The miners marched on La Paz. They blocked the road to the airport.", "they") == "miners"


def test_they_in_reported_words_are_those_who_speak(meant: Callable[[str, str], str | None]) -> None:
    assert meant("The peasants said in Cochabamba that they would keep the road closed.", "they") == "peasants"


def test_they_are_not_one_person(meant: Callable[[str, str], str | None]) -> None:
    assert meant("Evo Morales spoke in Oruro. They cheered.", "they") is None


def test_they_may_be_two_persons(analyser: Analyser, parse: Callable[..., Parsed]) -> None:
    parsed = parse("Evo Morales and Carlos Mesa met in Sucre. They criticised the police.")
    several = analyser.resolver.resolve(parsed).several
    assert [[m.actor.name for m in together] for together in several.values()] == [["Evo Morales", "Carlos Mesa"]]


def test_two_persons_who_are_taken_up_both_act(find: Callable[..., list[Statement]]) -> None:
    found = find("Evo Morales and Carlos Mesa met in Sucre. They accused the police of lying.")
    accused = next(s.event for s in found if s.event is not None and s.event.type == "ACCUSE")
    assert {actor.name for actor in accused.actors} == {"Evo Morales", "Carlos Mesa"}


def test_them_are_the_last_who_were_told(meant: Callable[[str, str], str | None]) -> None:
    assert meant("The court freed the students but later convicted them.", "them") == "students"


def test_them_may_be_things(meant: Callable[[str, str], str | None]) -> None:
    assert meant("The students wrote letters and posted them.", "them") is None


def test_it_takes_up_the_body_that_acts(meant: Callable[[str, str], str | None]) -> None:
    text = "Venezuela closed the embassy in May. It expelled the ambassador a week later."
    assert meant(text, "it") == "Venezuela"


@pytest.mark.parametrize(
    ("text", "word", "actor"),
    [
        ("Spain and France stripped Syria of its gold.", "its", "Syria"),
        ("Capitalism is doomed in Spain, and its banks fall.", "its", "Spain"),
    ],
)
def test_whose_something_is(meant: Callable[[str, str], str | None], text: str, word: str, actor: str) -> None:
    assert meant(text, word) == actor


def test_in_what_one_tells_another_either_may_be_meant(meant: Callable[[str, str], str | None]) -> None:
    assert meant("Evo Morales told Carlos Mesa that the army would protect him.", "him") is None


def test_their_is_of_those_who_are_asked(meant: Callable[[str, str], str | None]) -> None:
    text = "The priest urged the miners in May to name their leaders to the police."
    assert meant(text, "their") == "miners"


def test_both_are_the_two_subjects_named_before(meant: Callable[[str, str], str | None]) -> None:
    assert meant("Evo Morales and Luis Arce left the palace. Both blamed the army.", "both") == "Evo Morales"
    assert meant("Evo Morales left the palace. Both blamed the army.", "both") is None


def test_they_are_the_only_people_told_behind_the_clause(meant: Callable[[str, str], str | None]) -> None:
    assert meant("The regime tried to silence the Cuban people as they called for change.", "they") == "Cubans"


@pytest.mark.parametrize(
    "text",
    [
        "The miners met the Cuban people as they called for change.",
        "Any candidate meets the miners while they run for office.",
        "The regime fears the miners and the peasants because they called for change.",
        "The regime fears the miners because they are strong.",
    ],
)
def test_they_are_nobody_where_others_may_be_meant(meant: Callable[[str, str], str | None], text: str) -> None:
    assert meant(text, "they") != "Cubans"
    assert meant(text, "they") is None or text.startswith("The miners")


def test_who_is_named_right_behind_the_opening_clause(meant: Callable[[str, str], str | None]) -> None:
    assert meant("When she took office, Dina Boluarte promised elections.", "she") == "Dina Boluarte"
    assert meant("In his first speech, Daniel Noboa attacked the cartels.", "his") == "Daniel Noboa"


def test_who_says_it_is_not_meant_by_his_own_words(meant: Callable[[str, str], str | None]) -> None:
    assert meant('"His behaviour was deplorable," Bernie Sanders said.', "his") is None


def test_the_opposition_is_one(meant: Callable[[str, str], str | None]) -> None:
    assert meant("The opposition triumphed in Venezuela. It won 112 seats.", "it") == "Opposition in Venezuela"


def test_whom_the_subject_asks_is_the_other(meant: Callable[[str, str], str | None]) -> None:
    text = "According to Daniel Noboa, a friend of Gabriel Boric, Gabriel Boric asked him to leave."
    assert meant(text, "him") == "Daniel Noboa"
