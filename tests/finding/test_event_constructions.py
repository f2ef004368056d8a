"""Events told by longer phrases, by what is asked for or refused, and by sentences that turn the usual order round."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dissensus.model import Commitment, EventType, Kind, Statement

Find = Callable[..., list[Statement]]
Told = tuple[set[str], str, set[str]]


def told(find: Find, sentence: str) -> list[Told]:
    return [
        (
            {a.country or a.name for a in s.event.actors},
            s.event.type.value,
            {r.country or r.name for r in s.event.recipients},
        )
        for s in find(sentence)
        if s.kind is Kind.EVENT and s.event
    ]


@pytest.mark.parametrize(
    ("sentence", "actors", "type_", "recipients"),
    [
        # the recipient behind the preposition that the phrase ends in, or to which the thing goes
        ("Kenya put a bounty on Somalia.", {"KEN"}, "THREATEN", {"SOM"}),
        ("Norway poured millions of dollars into Malawi.", {"NOR"}, "AID", {"MWI"}),
        ("Norway heaped praise on Malawi.", {"NOR"}, "SUPPORT", {"MWI"}),
        ("Kenya turned a blind eye to Somalia.", {"KEN"}, "SUPPORT", {"SOM"}),
        # what is counted out stands behind "of"
        ("Kenya signed a number of treaties with Somalia.", {"KEN"}, "SUPPORT", {"SOM"}),
        ("Kenya imposed some of the sanctions on Somalia.", {"KEN"}, "COERCE", {"SOM"}),
        # who is told to do something
        ("Kenya directed Somalia to close the camp.", {"KEN"}, "REQUEST", {"SOM"}),
        ("Kenya demanded the departure of Somalia.", {"KEN"}, "REQUEST", {"SOM"}),
        ("Calls from Kenya for Somalia to leave grew louder.", {"KEN"}, "REQUEST", {"SOM"}),
        # what is asked for, where both parties are named
        ("Norway urged Kenya to attack Somalia.", {"KEN"}, "ASSAULT", {"SOM"}),
        # blame put on someone, a cleft, a date before the subject
        ("Kenya blamed the violence on Somalia.", {"KEN"}, "ACCUSE", {"SOM"}),
        ("It was Kenya that bombed Somalia.", {"KEN"}, "ASSAULT", {"SOM"}),
        ("Kenya handed Daniel Noboa over to Somalia.", {"KEN"}, "COOPERATE", {"SOM"}),
        ("Kenya would not recognise Somalia.", {"KEN"}, "REJECT", {"SOM"}),
        ("Kenya will not negotiate with Somalia.", {"KEN"}, "REJECT", {"SOM"}),
        ("Daniel Noboa received Gabriel Boric in Quito.", {"ECU"}, "CONSULT", {"CHL"}),
        ("Kenya turned to Somalia.", {"KEN"}, "REQUEST", {"SOM"}),
    ],
)
def test_both_parties(find: Find, sentence: str, actors: set[str], type_: str, recipients: set[str]) -> None:
    found = told(find, sentence)
    assert (actors, type_, recipients) in found, found


@pytest.mark.parametrize(
    ("sentence", "type_"),
    [
        ("Kenya threatened to close the camp.", "THREATEN"),
        ("Kenya refused to close the camp.", "REJECT"),
        ("Kenya demanded that the camp be closed.", "REQUEST"),
        ("The refusal of Kenya to close the camp was noted.", "REJECT"),
        ("Kenya swept into power.", "OTHER"),
        ("The vote was a victory for Gabriel Boric.", "OTHER"),
    ],
)
def test_the_doer_alone(find: Find, sentence: str, type_: str) -> None:
    found = told(find, sentence)
    assert any(actors and t == type_ and not recipients for actors, t, recipients in found), found


def test_what_is_asked_for_is_demanded(find: Find) -> None:
    attack = next(
        s for s in find("Norway urged Kenya to attack Somalia.") if s.event and s.event.type is EventType.ASSAULT
    )
    assert attack.commitment is Commitment.DEMANDED


def test_what_is_asked_for_of_no_one_is_told_by_the_request_alone(find: Find) -> None:
    assert [t for _, t, _ in told(find, "Norway urged Kenya to attack.")] == ["REQUEST"]


def test_a_refusal_is_stated_and_not_denied(find: Find) -> None:
    refusal = next(s for s in find("Kenya would not recognise Somalia.") if s.kind is Kind.EVENT)
    assert refusal.commitment is Commitment.STATED


def test_what_may_not_come_is_no_refusal(find: Find) -> None:
    assert "REJECT" not in [t for _, t, _ in told(find, "Kenya did not visit Somalia.")]


def test_nobody_suffers_what_is_blamed_on_him(find: Find) -> None:
    assert "ASSAULT" not in [t for _, t, r in told(find, "Kenya blamed the violence on Somalia.") if r]


def test_a_person_that_someone_turns_to_is_asked_for_nothing(find: Find) -> None:
    assert told(find, "Daniel Noboa turned to Gabriel Boric and smiled.") == []
