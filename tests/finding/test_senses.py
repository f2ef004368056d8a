"""Verbs and nouns of force, travel and asking that say something else where they stand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dissensus.model import Kind, Statement

Find = Callable[..., list[Statement]]


def told(statements: list[Statement]) -> set[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    return {
        (s.event.type.value, tuple(a.name for a in s.event.actors), tuple(r.name for r in s.event.recipients))
        for s in statements
        if s.event
    }


@pytest.mark.parametrize(
    ("sentence", "type_"),
    [
        ("Angela Merkel exploited the remark of Evo Morales.", "COERCE"),
        ("A portrait of Angela Merkel hangs on the wall.", "ASSAULT"),
        ("Let Angela Merkel and Evo Morales debate.", "CONCEDE"),
        ("It allowed Angela Merkel to go to Kenya.", "CONCEDE"),
        ("Evo Morales let Angela Merkel know.", "CONCEDE"),
        ("Angela Merkel called it “a test” on her page.", "REQUEST"),
        ("Angela Merkel was asked by Evo Morales to explain herself.", "REQUEST"),
        ("Angela Merkel insisted on CNN that she was right.", "REQUEST"),
        ("Evo Morales visited Cochabamba.", "CONSULT"),
        ("Migrants travelled to Kenya.", "CONSULT"),
        ("Peru urged Chile to refrain from violence against protesters.", "ASSAULT"),
        ("Kenya is using the latest attacks to raise taxes.", "ASSAULT"),
        ("The gang had found a number of officers to attack.", "ASSAULT"),
        ("Kenya fought for additional funds.", "ASSAULT"),
        ("Angela Merkel executed an extreme makeover.", "ASSAULT"),
        ("Peru urged protesters to kill themselves.", "ASSAULT"),
        ("Angela Merkel will run all over Kenya.", "ASSAULT"),
        ("Angela Merkel forced a change in the programme.", "COERCE"),
        ("It would encourage Kenya to hold assets.", "REQUEST"),
        ("Kenya was warned about Angela Merkel.", "THREATEN"),
        ("Angela Merkel doubts that Kenya will win.", "ACCUSE"),
        ("Angela Merkel promised to punish Kenya.", "AGREE"),
        ("Angela Merkel made xenophobic attacks on Kenya.", "ASSAULT"),
        ("Norway submitted its report to Kenya.", "CONCEDE"),
        ("A report was submitted to Kenya.", "CONCEDE"),
    ],
)
def test_another_sense(find: Find, sentence: str, type_: str) -> None:
    assert type_ not in {found for found, _, _ in told(find(sentence))}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Norway submitted to Kenya.", ("CONCEDE", ("Norway",), ("Kenya",))),
        ("Kenya hanged Angela Merkel.", ("ASSAULT", ("Kenya",), ("Angela Merkel",))),
        ("Evo Morales visited Kenya.", ("CONSULT", ("Evo Morales",), ("Kenya",))),
        ("Kenya allowed Angela Merkel to leave.", ("CONCEDE", ("Kenya",), ("Angela Merkel",))),
        ("Angela Merkel forced Kenya to pay.", ("COERCE", ("Angela Merkel",), ("Kenya",))),
        ("Angela Merkel clashed with Evo Morales, a star.", ("ACCUSE", ("Angela Merkel",), ("Evo Morales",))),
        ("Kenya called on voters to back Angela Merkel.", ("REQUEST", ("Kenya",), ())),
        ("Kenya called for a judge to investigate Angela Merkel.", ("REQUEST", ("Kenya",), ("judge",))),
    ],
)
def test_its_own_sense(find: Find, sentence: str, expected: tuple[str, tuple[str, ...], tuple[str, ...]]) -> None:
    found = told(find(sentence))
    type_, actors, recipients = expected
    assert any(t == type_ and a == actors and r == recipients for t, a, r in found) or (
        not recipients and not any(r for t, _, r in found if t == type_)
    )


@pytest.mark.parametrize(
    ("sentence", "type_", "commitment"),
    [
        ("Kenya urged them to help those who were arrested by Peru.", "COERCE", "stated"),
        ("Why did they leave Evo Morales, whom Peru arrested?", "COERCE", "stated"),
        ("Evo Morales died after being arrested by Peru.", "COERCE", "stated"),
        ("Peru is certain to arrest Evo Morales.", "COERCE", "predicted"),
        ("Peru decided against arresting Evo Morales.", "COERCE", "denied"),
        ("Peru did not leave but arrested Evo Morales.", "COERCE", "stated"),
        ("Peru is the country to arrest Evo Morales.", "COERCE", "predicted"),
        ("Peru would do well to arrest Evo Morales.", "COERCE", "demanded"),
        ("Peru remains on track to arrest Evo Morales.", "COERCE", "predicted"),
        ("Peru was the first country to arrest Evo Morales.", "COERCE", "stated"),
    ],
)
def test_how_firmly(find: Find, sentence: str, type_: str, commitment: str) -> None:
    made = [s for s in find(sentence) if s.kind is Kind.EVENT and s.event and s.event.type == type_]
    assert [s.commitment.value for s in made] == [commitment]


@pytest.mark.parametrize(
    "sentence",
    [
        "The bluster that carried Merkel -- denouncing Kenyans as thugs, proposing a ban -- has fueled it.",
        "They can be allies of Kenya against this scourge.",
    ],
)
def test_no_label_of_someone_not_told(find: Find, sentence: str) -> None:
    assert [s for s in find(sentence) if s.label] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Angela Merkel voted in favor of the Kenya war.",
        "Angela Merkel rescinded her endorsement of Evo Morales.",
    ],
)
def test_no_support(find: Find, sentence: str) -> None:
    assert [s for s in find(sentence) if s.tie and s.tie.relation.value == "supports"] == []


def test_whose_party(find: Find) -> None:
    def ties(sentence: str) -> list[tuple[str, str]]:
        return [(s.tie.a.name, s.tie.relation.value) for s in find(sentence) if s.tie]

    assert ties("Donald Trump praised his party, the Republican Party.") == [("Donald Trump", "member_of")]
    assert ties("The Republican Party chose Donald Trump, and his party lost.") == []
