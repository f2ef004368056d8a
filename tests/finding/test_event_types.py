"""Events whose type the words around the trigger change."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dissensus.finding import lexicons
from dissensus.model import Event, EventType, Kind, Statement
from dissensus.tables import package_table

Find = Callable[..., list[Statement]]


def types(find: Find, sentence: str) -> list[str]:
    return [s.event.type.value for s in find(sentence) if s.kind is Kind.EVENT and s.event]


@pytest.mark.parametrize(
    ("sentence", "type_"),
    [
        ("Kenya bombed Somalia.", "ASSAULT"),
        ("Kenya considered an invasion of Somalia.", "THREATEN"),
        ("Kenya can bomb Somalia within hours.", "THREATEN"),
        ("Kenya is able to bomb Somalia.", "THREATEN"),
        ("The attack by the government of Kenya on press freedom went on.", "COERCE"),
        ("Kenya's economic assault on Somalia went on.", "COERCE"),
        ("Kenya's verbal attacks on Somalia went on.", "ACCUSE"),
        ("Students launched a revolt in Peru.", "PROTEST"),
        ("Guerrillas launched a revolt in Peru.", "ASSAULT"),
    ],
)
def test_the_type_follows_the_words_around_the_trigger(find: Find, sentence: str, type_: str) -> None:
    assert types(find, sentence) == [type_]


def test_the_lines_of_what_makes_an_attack_bloodless() -> None:
    rows = package_table("dissensus.finding", "lexicon/bloodless.tsv", ("word", "place", "type"))
    words = [(word, row["place"]) for row in rows for word in row.many("word")]
    assert {row["place"] for row in rows} == {"object", "before"}
    assert len(words) == len(set(words)) == len(lexicons.bloodless())
    assert all(EventType(row["type"]) in (EventType.COERCE, EventType.ACCUSE) for row in rows)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Thousands of Chileans took to the streets to show their support for Gabriel Boric.", ["SUPPORT"]),
        ("Nurses of Chile called a strike to protest the policies of Gabriel Boric.", ["PROTEST"]),
        ("Pedro Castillo vowed sustained action.", []),
        ("Two miners of Peru died in the bombing of the mine by Chile.", ["ASSAULT"]),
    ],
)
def test_one_happening_is_told_once(find: Find, sentence: str, told: list[str]) -> None:
    assert types(find, sentence) == told


def events_of(find: Find, sentence: str) -> list[Event]:
    return [s.event for s in find(sentence) if s.kind is Kind.EVENT and s.event]


@pytest.mark.parametrize(
    ("sentence", "actors", "type_", "recipients"),
    [
        ("The Honduran coup of 2009 shocked Spain.", set(), "COERCE", {"Honduras"}),
        ("The US coup in Guatemala succeeded.", {"United States"}, "COERCE", {"Guatemala"}),
        ("A coup is brewing against Gabriel Boric.", set(), "COERCE", {"Gabriel Boric"}),
        ("The removal of Gabriel Boric was nothing less than a coup.", set(), "COERCE", {"Gabriel Boric"}),
        ("Protests erupted in Santiago against Gabriel Boric.", {"Chilean protesters"}, "PROTEST", {"Gabriel Boric"}),
        ("Gabriel Boric died in the coup.", set(), "COERCE", {"Gabriel Boric"}),
        ("Gabriel Boric was re-elected.", {"Gabriel Boric"}, "OTHER", set()),
        ("Gabriel Boric was elected president of Chile.", {"Gabriel Boric"}, "OTHER", set()),
        ("Gabriel Boric was named president.", set(), "OTHER", {"Gabriel Boric"}),
        ("Gabriel Boric lost to Daniel Noboa.", {"Gabriel Boric"}, "OTHER", {"Daniel Noboa"}),
        ("At the request of Kenya, Somalia closed the camp.", {"Kenya"}, "REQUEST", {"Somalia"}),
        ("The Senate of Chile rejected a bill introduced by Gabriel Boric.", None, "REJECT", {"Gabriel Boric"}),
        ("Gabriel Boric was barred from travelling by the Senate of Chile.", None, "COERCE", {"Gabriel Boric"}),
        ("Kenya threatened to storm the city and kill Daniel Noboa.", {"Kenya"}, "THREATEN", {"Daniel Noboa"}),
        ("Somalia withdrew after Kenya attacked.", {"Kenya"}, "ASSAULT", {"Somalia"}),
        ("The government of Kenya let foreign companies exploit the forest.", None, "CONCEDE", {"foreign companies"}),
        ("The workers of Kenya held a rally in support of Daniel Noboa.", None, "SUPPORT", {"Daniel Noboa"}),
    ],
)
def test_parties_of_constructions(
    find: Find, sentence: str, actors: set[str] | None, type_: str, recipients: set[str]
) -> None:
    found = events_of(find, sentence)
    assert any(
        e.type == EventType(type_)
        and (bool(e.actors) if actors is None else actors == {a.name for a in e.actors})
        and recipients == {r.name for r in e.recipients}
        for e in found
    ), found


def test_whom_a_coup_brought_to_power_has_not_suffered_it(find: Find) -> None:
    found = events_of(find, "The coup that brought Gabriel Boric to power failed.")
    assert all(r.name != "Gabriel Boric" for e in found if e.type is EventType.COERCE for r in e.recipients)


def test_a_declared_state_of_war_is_no_war_yet(find: Find) -> None:
    assert "ASSAULT" not in types(find, "Kenya declared a state of war against Somalia.")


def test_a_country_that_suffers_violence_has_not_done_it(find: Find) -> None:
    assert types(find, "Kenya's violence worries many.") == []


def test_a_coup_of_no_one_anywhere_says_nothing(find: Find) -> None:
    assert types(find, "Coups are bad.") == []


def test_what_an_advertisement_targets_is_not_attacked(find: Find) -> None:
    assert types(find, "Gabriel Boric's allies spend money targeting Chilean voters.") == []
    assert types(find, "The army of Chile targeted protesters.") == ["ASSAULT"]


def test_what_is_promised_besides_is_not_agreed_with_anyone(find: Find) -> None:
    found = events_of(find, "Gabriel Boric has promised to build a wall and deport undocumented migrants.")
    assert all(not e.recipients for e in found if e.type is EventType.AGREE)


def test_what_orders_tell_others_to_do_is_not_the_speakers_deed(find: Find) -> None:
    found = events_of(find, '"Let the opposition of Chile decide," Gabriel Boric said.')
    assert not any(e.type is EventType.CONCEDE for e in found)
