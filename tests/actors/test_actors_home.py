"""Groups without a country in a text about one country, and heads of a state by description."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dissensus.finding.analyse import Analyser
from dissensus.parsing.parsed import Parsed

Ids = Callable[[str, str, str | None], str | None]


@pytest.fixture
def id_of(analyser: Analyser, parse: Callable[..., Parsed]) -> Ids:
    """The id of the actor that the first occurrence of some words stands for."""

    def run(text: str, words: str, date: str | None) -> str | None:
        parsed = parse(text, date=date, language="en")
        mentions = analyser.resolver.resolve(parsed).mentions
        return next((m.actor.id for m in mentions if parsed.text(m.span).lower() == words.lower()), None)

    return run


BOLIVIA = "Bolivia held its breath. Bolivia's congress met in La Paz. "


def test_soldiers_are_the_state_s_own(id_of: Ids) -> None:
    assert id_of(BOLIVIA + "Soldiers killed two men.", "soldiers", None) == "bol.military"
    assert id_of(BOLIVIA + "Government troops cleared the road.", "government troops", None) == "bol.military"


def test_foreign_soldiers_are_not(id_of: Ids) -> None:
    assert id_of(BOLIVIA + "Foreign soldiers killed two men.", "foreign soldiers", None) == "found.foreign-soldiers"


def test_protesters_are_of_the_country_the_text_is_about(id_of: Ids) -> None:
    assert id_of(BOLIVIA + "Protesters burned a bus.", "protesters", None) == "found.bol.protesters"


def test_protesters_of_no_country_where_two_are_told_of(id_of: Ids) -> None:
    text = "People in Peru and people in Chile were angry. Chile and Peru sent police. Protesters burned a bus."
    assert id_of(text, "protesters", None) == "found.protesters"


def test_the_people_are_those_of_the_country(id_of: Ids) -> None:
    assert id_of(BOLIVIA + "The people have spoken.", "people", None) == "bol.people"


@pytest.mark.parametrize("more", ["The people who came left early.", "The people living upstream were angry."])
def test_some_people_are_not_the_people(id_of: Ids, more: str) -> None:
    assert id_of(BOLIVIA + more, "people", None) != "bol.people"


def test_the_president_elect_is_who_takes_office_next(id_of: Ids) -> None:
    text = "Jair Bolsonaro celebrated in Brazil. The president-elect named a minister of Brazil."
    assert id_of(text, "president-elect", "2018-11-20") == "jair-bolsonaro"


def test_the_leader_is_the_one_the_text_has_named(id_of: Ids) -> None:
    text = "Hugo Chávez ruled Venezuela. Officers seized the country's constitutionally elected leader."
    assert id_of(text, "country's constitutionally elected leader", "2019-03-01") == "hugo-chavez"


def test_the_president_of_the_day_where_he_is_named_too(id_of: Ids) -> None:
    text = "Nicolás Maduro praised Hugo Chávez. Later the president of Venezuela spoke."
    assert id_of(text, "president of Venezuela", "2019-03-01") == "nicolas-maduro"


def test_an_interim_president_is_not_the_one_named_before(id_of: Ids) -> None:
    text = "Nicolás Maduro stayed in Caracas. The interim president of Venezuela Juan Guaidó spoke."
    assert id_of(text, "interim president of Venezuela", "2019-03-01") == "juan-guaido"


def test_what_courts_do_to_people_they_do_at_home(id_of: Ids) -> None:
    text = BOLIVIA + "The courts jailed lawmakers who had met Colombian bankers."
    assert id_of(text, "lawmakers", None) == "found.bol.lawmakers"


def test_what_a_state_backs_may_be_abroad(id_of: Ids) -> None:
    text = BOLIVIA + "Bolivia supports the rebels."
    assert id_of(text, "rebels", None) == "found.rebels"


def test_who_backs_a_group_is_not_where_it_fights(id_of: Ids) -> None:
    assert id_of("The US-backed rebels fought the army.", "army", None) != "usa.army"


def test_where_a_clause_says_behind_that_it_takes_place(id_of: Ids) -> None:
    assert id_of("The police killed ten people in Peru.", "police", None) == "per.police"
