"""Who says it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dissensus.finding.holders import UNNAMED
from dissensus.model import Commitment, Kind, Statement, Turn

Find = Callable[..., list[Statement]]


def attack(statements: list[Statement]) -> Statement:
    return next(s for s in statements if s.kind is Kind.EVENT and s.event and s.event.type == "ASSAULT")


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("According to Turkey, Russia attacked Georgia.", "Turkey"),
        ("“Russia attacked Georgia,” said Angela Merkel.", "Angela Merkel"),
        ("Geologists say that Russia attacked Georgia.", "geologists"),
        ("Voices claiming to be from Lima say that Russia attacked Georgia.", "voices claiming to be from Lima"),
        ("Sources close to the court said that Russia attacked Georgia.", "sources close to the court"),
        ("This article says that Russia attacked Georgia.", "unnamed article on Russia"),
        ("A statement by Turkey said that Russia attacked Georgia.", "Turkey"),
        ("A retired judge, Ann Cole, says that Russia attacked Georgia.", "Ann Cole"),
        ("Analysts say that Russia attacked Georgia.", "analysts"),
        ("A secret report said that Russia attacked Georgia.", "secret report"),
    ],
)
def test_speakers(find: Find, text: str, holder: str) -> None:
    made = attack(find(text)).holder
    assert not made.is_author
    assert made.name.lower() == holder.lower()


@pytest.mark.parametrize(
    "text",
    [
        "Russia planned for months and attacked Georgia.",
        "The shelling shows that Russia attacked Georgia.",
        "As you can see, Russia attacked Georgia.",
        "The war goes on, which explains why Russia attacked Georgia.",
    ],
)
def test_plans_things_and_readers_do_not_speak(find: Find, text: str) -> None:
    assert attack(find(text)).holder.is_author


def test_a_paragraph_set_apart_in_quotation_marks_is_not_the_writers(find: Find) -> None:
    quoted = (
        "“In that winter Russia attacked Georgia, and for many weeks the roads of the valley were full of people. "
        + ("Nobody counted them, and nobody knew where they would sleep when the snow came down from the passes.”")
    )
    made = attack(find(f"This is what one reads in a chronicle of those years about the war.\n\n{quoted}"))
    assert made.holder.name == f"{UNNAMED} on Russia"
    assert not made.holder.is_author


def test_turns_of_an_interview(find: Find) -> None:
    question, answer = "Q: What happened then?", "A: Russia attacked Georgia, and everybody knew it."
    text = f"{question}\n\n{answer}"
    turns = (
        Turn(start=0, end=len(question), speaker="Ana Ruiz", question=True),
        Turn(start=len(question) + 2, end=len(text), speaker="Luis Paz"),
    )
    assert attack(find(text, turns=turns)).holder.name == "Luis Paz"


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("The minister says it is untrue that Peru attacked Chile.", "minister"),
        ("Rosa Quispe said that it was absurd to claim that Peru attacked Chile.", "Rosa Quispe"),
        ("An old farmer says it is ridiculous to say that Peru attacked Chile.", "old farmer"),
    ],
)
def test_who_calls_it_untrue_denies_it(find: Find, text: str, holder: str) -> None:
    (told,) = [statement for statement in find(text) if statement.event]
    assert (told.holder.name, told.commitment) == (holder, Commitment.DENIED)
