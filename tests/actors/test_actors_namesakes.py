"""Whom a bare family name means: forms of address, offices, ranks, pronouns and who was brought in before."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dissensus.finding.analyse import Analyser
from dissensus.parsing.parsed import Parsed

Ids = Callable[[str, str, str], list[str]]


@pytest.fixture
def ids_at(analyser: Analyser, parse: Callable[..., Parsed]) -> Ids:
    """The ids of the actors of the mentions that hold the first occurrence of some words."""

    def run(text: str, words: str, date: str) -> list[str]:
        parsed = parse(text, date=date, language="en")
        first = text.index(words)
        found = []
        for mention in analyser.resolver.resolve(parsed).mentions:
            start, end = parsed.offsets(mention.span)
            if start < first + len(words) and first < end:
                found.append(mention.actor.id)
        return found

    return run


BOTH = "Hillary Clinton spoke first. Then Bill Clinton joined her. Mrs. Clinton thanked him, and Mr. Clinton smiled."
SIBLINGS = "Delcy Rodríguez spoke while Jorge Rodríguez listened. Mr. Rodríguez left and Ms. Rodríguez stayed."


@pytest.mark.parametrize(
    ("date", "text", "words", "id"),
    [
        ("2016-09", "Secretary Clinton said the plan would work.", "Clinton", "hillary-clinton"),
        ("2016-09", "Mrs. Clinton told voters in Ohio that it would work.", "Clinton", "hillary-clinton"),
        ("2016-09", "Mr. Clinton visited Havana. The United States kept the embargo.", "Clinton", "bill-clinton"),
        ("2016-09", "Former President Clinton will campaign in Ohio.", "Clinton", "bill-clinton"),
        ("1998-12", "The United States bombed Iraq. President Clinton defended it.", "Clinton", "bill-clinton"),
        ("2005", "Senator Clinton voted for the war in Iraq.", "Clinton", "hillary-clinton"),
        ("2016-09", BOTH, "Mrs. Clinton", "hillary-clinton"),
        ("2016-09", BOTH, "Mr. Clinton", "bill-clinton"),
        ("2020-06", SIBLINGS, "Mr. Rodríguez", "jorge-rodriguez"),
        ("2020-06", SIBLINGS, "Ms. Rodríguez", "delcy-rodriguez"),
        ("2016-06", "In Peru Ms. Fujimori lost the runoff.", "Fujimori", "keiko-fujimori"),
        ("1992-04", "In Peru Mr. Fujimori closed Congress.", "Fujimori", "alberto-fujimori"),
        ("2020-06", "In 1992 Fujimori closed Congress in Peru.", "Fujimori", "alberto-fujimori"),
        (
            "2020-06",
            "In 1992 Fujimori closed Congress in Peru. Fujimori then fled.",
            "Fujimori then",
            "alberto-fujimori",
        ),
        ("2020-06", "Padrino López heads the Venezuelan armed forces.", "López", "vladimir-padrino-lopez"),
        ("2020-06", "Chávez's Venezuela sold oil.", "Chávez", "hugo-chavez"),
        ("1985-03", "Vice President Bush visited Honduras for the United States.", "Bush", "george-h-w-bush"),
    ],
)
def test_address_and_office_tell_namesakes_apart(ids_at: Ids, date: str, text: str, words: str, id: str) -> None:
    assert id in ids_at(text, words, date)


@pytest.mark.parametrize(
    ("date", "text", "words", "id"),
    [
        ("2021-06", "Detective Harris left Chicago. The United States thanked her.", "Harris", "kamala-harris"),
        ("2020-06", "Professor Johnson teaches in Leeds. Britain is poor.", "Johnson", "boris-johnson"),
        ("2010-06", "General Morales commands the Bolivian army in Tarija.", "Morales", "evo-morales"),
        ("2022-06", "Judge Castillo of Peru's Supreme Court resigned.", "Castillo", "pedro-castillo"),
        ("2017-11", "Police Chief Hernández spoke in Honduras.", "Hernández", "juan-orlando-hernandez"),
        ("2019-05", "Miss Ortega sang in Managua, Nicaragua.", "Ortega", "daniel-ortega"),
        ("2020-06", "Johnson said she would leave Britain.", "Johnson", "boris-johnson"),
        ("2018-06", "Kennedy retired from the bench of the United States.", "Kennedy", "john-f-kennedy"),
        ("2019-06", "Mrs. Trump visited a school in the United States.", "Trump", "donald-trump"),
        ("2005-02", "Bush met a pastor. Mrs. Bush prayed in the United States.", "Mrs. Bush", "george-w-bush"),
        ("2016-06", "The United States followed the ruling in Ruiz v. Obama.", "Obama", "barack-obama"),
    ],
)
def test_another_bearer_of_the_name_is_not_the_known_one(
    ids_at: Ids, date: str, text: str, words: str, id: str
) -> None:
    assert id not in ids_at(text, words, date)


def test_whoever_a_title_brings_in_bears_the_name_from_then_on(ids_at: Ids) -> None:
    text = "Professor Johnson teaches in Leeds. Britain is poor, Johnson said."
    assert ids_at(text, "Johnson said", "2020-06") == ids_at(text, "Professor Johnson", "2020-06")


def test_the_one_a_text_is_about_goes_by_the_bare_name(ids_at: Ids) -> None:
    text = (
        "Hillary Clinton spoke in Ohio. Clinton praised steel. Clinton praised coal. Clinton praised oil. "
        "Bill Clinton had been there in May. The crowd liked what Clinton proposed."
    )
    assert ids_at(text, "Clinton proposed", "2016-09") == ["hillary-clinton"]


def test_a_person_with_the_name_of_a_capital(ids_at: Ids) -> None:
    text = "Kerry Washington starred in the series. Washington said she would vote."
    assert ids_at(text, "Washington said", "2016") == ["found.kerry-washington"]


def test_the_mothers_family_name_alone_is_not_the_person(ids_at: Ids) -> None:
    assert "felipe-gonzalez" not in ids_at("Márquez left Spain in a hurry.", "Márquez", "1990")


def test_a_king_s_number_is_no_family_name(ids_at: Ids) -> None:
    assert ids_at("Spain changed. Neither did I. It was late.", "I.", "1990") == []


def test_she_is_not_a_man_the_dictionary_knows(ids_at: Ids) -> None:
    assert ids_at("Noboa dismissed Aguiñaga in Ecuador. She sued him.", "She", "2024-02") == []
