"""How firmly a statement is said, and by whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dissensus.model import Kind, Statement

Find = Callable[..., list[Statement]]


def accusation(statements: list[Statement], type_: str) -> Statement:
    return next(s for s in statements if s.kind is Kind.EVENT and s.event and s.event.type == type_)


@pytest.mark.parametrize(
    ("sentence", "type_", "commitment"),
    [
        ("Russia attacked Georgia.", "ASSAULT", "stated"),
        ("Russia did not attack Georgia.", "ASSAULT", "denied"),
        ("Russia never attacked Georgia.", "ASSAULT", "denied"),
        ("Russia allegedly attacked Georgia.", "ASSAULT", "alleged"),
        ("Russia will attack Georgia.", "ASSAULT", "predicted"),
        ("Russia could attack Georgia.", "ASSAULT", "conditional"),
        ("If Russia attacks Georgia, nobody will help.", "ASSAULT", "conditional"),
        ("Russia must attack Georgia.", "ASSAULT", "demanded"),
        ("Did Russia attack Georgia?", "ASSAULT", "asked"),
        ("Russia refused to attack Georgia.", "REJECT", "stated"),
        ("Russia began to attack Georgia.", "ASSAULT", "stated"),
        ("The Russian invasion of Georgia failed.", "ASSAULT", "stated"),
        ("Russia considered an invasion of Georgia.", "THREATEN", "predicted"),
        ("France announced that Russia would attack Georgia.", "ASSAULT", "predicted"),
        ("Peru must condemn the Russian attack on Georgia.", "ASSAULT", "stated"),
        ("Spain suggested that Chile withdraw.", "REQUEST", "stated"),
        ("The authorities fighting Georgia lost.", "ASSAULT", "stated"),
        ("Should Russia attack Georgia, France will leave.", "ASSAULT", "conditional"),
        ("Russia had to attack Georgia.", "ASSAULT", "stated"),
        ("It remains impossible for Russia to attack Georgia.", "ASSAULT", "denied"),
        ("There is no denying the Russian attack on Georgia.", "ASSAULT", "stated"),
        ("Russia did little to attack Georgia.", "ASSAULT", "denied"),
    ],
)
def test_commitment(find: Find, sentence: str, type_: str, commitment: str) -> None:
    assert accusation(find(sentence), type_).commitment == commitment


def test_the_writer_holds_what_no_one_else_is_given_as_saying(find: Find) -> None:
    made = accusation(find("Russia attacked Georgia.", author="Ana Ruiz"), "ASSAULT")
    assert made.holder.is_author
    assert made.holder.name == "Ana Ruiz"


def test_the_reported_speaker_is_the_holder(find: Find) -> None:
    made = accusation(find("Ukraine said that Russia attacked Georgia."), "ASSAULT")
    assert not made.holder.is_author
    assert "Ukraine" in made.holder.name


def test_a_claim_is_alleged_by_its_speaker(find: Find) -> None:
    made = accusation(find("Ukraine claimed that Russia attacked Georgia."), "ASSAULT")
    assert made.commitment == "alleged"
