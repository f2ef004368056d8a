"""Loaded words put on actors."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dissensus.model import Kind, Statement

Find = Callable[..., list[Statement]]


def labels(statements: list[Statement]) -> set[tuple[str, str, int]]:
    return {
        (s.label.target.country or s.label.target.name, s.label.term, s.label.valence) for s in statements if s.label
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The tyrannical government of Peru fell.", ("PER", "tyrannical government", -1)),
        ("Peru is a rogue state.", ("PER", "rogue state", -1)),
        ("He called Chile a puppet of Peru.", ("CHL", "puppet", -1)),
        ("Chile is a beacon of hope.", ("CHL", "beacon", 1)),
    ],
)
def test_terms_and_targets(find: Find, text: str, expected: tuple[str, str, int]) -> None:
    target, term, valence = expected
    assert any(t == target and term.split()[0] in said and v == valence for t, said, v in labels(find(text)))


def test_a_description_does_not_label_itself(find: Find) -> None:
    assert not labels(find("The fascist dictatorships of that time are gone."))


def test_neutral_words_are_no_labels(find: Find) -> None:
    assert not labels(find("The socialist government of Peru met the conservative party of Chile."))


def test_one_label_for_one_phrase(find: Find) -> None:
    found = [s for s in find("They fought the brutal puppet regime of Peru.") if s.kind is Kind.LABEL]
    spans = [(s.evidence.start, s.label.term) for s in found if s.label]
    assert len({term for _, term in spans}) == len(spans)


def test_a_name_is_no_label(find: Find) -> None:
    assert not labels(find("Yesterday the Democratic nominee Hillary Clinton visited Peru."))


def test_what_is_opposed_is_no_label(find: Find) -> None:
    assert not labels(find("Peru has an anti-terrorist government."))
