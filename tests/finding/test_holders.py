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
        ("Angela Merkel said that the law was bad and warned that Russia had attacked Georgia.", "Angela Merkel"),
        ("Most of the judges said that Russia attacked Georgia.", "judges"),
        ("Peru said it answered a hostile gesture by France to declare that Russia attacked Georgia.", "Peru"),
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
        "France refused to condemn the Russian attack on Georgia.",
        "Asked about the Russian attack on Georgia, Angela Merkel left.",
        "Russia renewed its attack on Georgia.",
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


def test_what_one_does_by_speaking_is_told_by_the_writer(find: Find) -> None:
    (made,) = [s for s in find("Angela Merkel repeated her accusations against Kenya.") if s.kind is Kind.EVENT]
    assert made.holder.is_author


def test_who_someone_is_stays_the_writers_beside_a_source(find: Find) -> None:
    told = find("Evo Morales, the leader of the MAS, won 40 percent of the vote, according to a new poll.")
    assert all(s.holder.is_author for s in told if s.kind is Kind.TIE)
    assert any(s.kind is Kind.TIE for s in told)


def test_a_loaded_word_is_his_who_uses_it_of_a_deed(find: Find) -> None:
    (label,) = [s for s in find("Gustavo Petro called Israel's invasion of Gaza a genocide.") if s.kind is Kind.LABEL]
    assert label.holder.name == "Gustavo Petro"


def test_whether_someone_is_something_is_asked(find: Find) -> None:
    (label,) = [s for s in find("Is Nicolás Maduro a dictator?") if s.kind is Kind.LABEL]
    assert label.commitment is Commitment.ASKED


def test_ones_own_opinion_is_no_rumour(find: Find) -> None:
    told = find("“I think Nicolás Maduro is a dictator,” said Angela Merkel.")
    (label,) = [s for s in told if s.kind is Kind.LABEL]
    assert (label.holder.name, label.commitment) == ("Angela Merkel", Commitment.STATED)


def test_a_headline_with_its_source_behind(find: Find) -> None:
    (label,) = [s for s in find("“Javier Milei is a lackey of Peru”: Granma") if s.kind is Kind.LABEL]
    assert label.holder.name == "Granma"


def test_whoever_speaks_goes_on_to_accuse(find: Find) -> None:
    told = find("Angela Merkel said that Kenya was a dictatorship and accused Peru of murder.")
    (made,) = [s.event for s in told if s.event and s.event.type == "ACCUSE"]
    assert [a.name for a in made.actors] == ["Angela Merkel"]
