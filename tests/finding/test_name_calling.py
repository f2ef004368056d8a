"""Accusations told by what someone calls another."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dissensus.model import EventType, Kind, Statement

Find = Callable[..., list[Statement]]


def accused(find: Find, sentence: str) -> list[tuple[set[str], set[str]]]:
    return [
        ({a.name for a in s.event.actors}, {r.name for r in s.event.recipients})
        for s in find(sentence)
        if s.kind is Kind.EVENT and s.event and s.event.type is EventType.ACCUSE
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Gabriel Boric called Daniel Noboa a warlord.",
        "Gabriel Boric described Daniel Noboa as a demagogue.",
        "Gabriel Boric called Daniel Noboa a ruthless politician.",
        "Daniel Noboa was denounced as a charlatan by Gabriel Boric.",
    ],
)
def test_who_calls_whom_names(find: Find, sentence: str) -> None:
    assert ({"Gabriel Boric"}, {"Daniel Noboa"}) in accused(find, sentence)


@pytest.mark.parametrize(
    "sentence",
    ["Gabriel Boric called Daniel Noboa a hero.", "Gabriel Boric described Daniel Noboa as a lawyer."],
)
def test_praise_and_plain_words_accuse_nobody(find: Find, sentence: str) -> None:
    assert accused(find, sentence) == []
