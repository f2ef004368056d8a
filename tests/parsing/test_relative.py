"""Which noun a relative clause with "who" describes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dissensus.parsing.parsed import Parsed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("An aide of the party who resigned left.", "An aide of the party"),
        ("The leader of the workers who was jailed left.", "The leader of the workers"),
        ("They back the people of Peru, led by President Ana Ruiz, who are facing ruin.", "the people of Peru"),
        ("The soldiers who were jailed left.", "The soldiers"),
        ("President Ana Ruiz, who was jailed, left.", "President Ana Ruiz"),
    ],
)
def test_the_number_of_the_verb_tells(parse: Callable[..., Parsed], text: str, expected: str) -> None:
    parsed = parse(text, language="en")
    told = [parsed.text(r.antecedent) for r in parsed.references if parsed.text(r.pronoun) == "who"]
    assert told == [expected]


def test_nobody_where_the_verb_agrees_with_nobody(parse: Callable[..., Parsed]) -> None:
    parsed = parse("It was led by President Daniel Ortega, who are facing ruin.", language="en")
    assert [r for r in parsed.references if parsed.text(r.pronoun) == "who"] == []
