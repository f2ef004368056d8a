"""What a document says twice."""

from __future__ import annotations

from collections.abc import Callable

from dissensus.model import EventType, Kind, Statement

Find = Callable[..., list[Statement]]


def accusations(statements: list[Statement]) -> list[Statement]:
    return [s for s in statements if s.kind is Kind.EVENT and s.event and s.event.type is EventType.ACCUSE]


def test_the_second_place_is_a_mention_of_the_first(find: Find) -> None:
    text = "Peru condemned Chile. Nobody was surprised that Peru condemned Chile."
    (told,) = accusations(find(text))
    assert text[told.evidence.start : told.evidence.end] == "Peru condemned Chile"
    (again,) = told.mentions
    assert again.start > told.evidence.end
    assert text[again.start : again.end] == again.quote


def test_a_date_told_later_is_the_events(find: Find) -> None:
    (told,) = accusations(find("Peru condemned Chile. On 3 May 2018 Peru condemned Chile."))
    assert told.event is not None
    assert told.event.date.start == "2018-05-03"


def test_two_dates_are_two_events(find: Find) -> None:
    found = accusations(find("On 3 May 2018 Peru condemned Chile. On 9 June 2019 Peru condemned Chile."))
    assert [s.event.date.start for s in found if s.event] == ["2018-05-03", "2019-06-09"]


def test_two_holders_are_two_statements(find: Find) -> None:
    found = accusations(find("Peru condemned Chile. Brazil said that Peru condemned Chile."))
    assert len(found) == 2


def test_a_deed_told_again_without_its_doer_is_the_same(find: Find) -> None:
    found = find("US bombings of Laos killed thousands. The bombing of Laos went on for years.")
    assaults = [
        s for s in found if s.event and s.event.type is EventType.ASSAULT and s.explanation.words[0] != "killed"
    ]
    assert {a.country for s in assaults if s.event for a in s.event.actors} == {"USA"}


def test_different_deeds_of_the_same_actors_are_not_one(find: Find) -> None:
    found = find("Chile expropriated Peru's companies. Later Chile bullied Peru.")
    deeds = [s for s in found if s.event and s.event.type is EventType.COERCE]
    assert {s.explanation.lexicon for s in deeds} == {"events.tsv:expropriate", "events.tsv:bully"}


def test_a_deed_told_by_verb_and_noun_is_one(find: Find) -> None:
    found = find("Iraq invaded Kuwait. Iraq's invasion of Kuwait surprised many.")
    (told,) = [s for s in found if s.event and s.event.type is EventType.ASSAULT]
    assert len(told.mentions) == 1


def test_one_actors_victory_is_not_his_death(find: Find) -> None:
    found = find("Hugo Chávez won the election. Hugo Chávez died.")
    assert len([s for s in found if s.event and s.event.type is EventType.OTHER]) == 2
