"""Groups and arms of states whose owner a pronoun tells."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dissensus.finding.analyse import Analyser
from dissensus.parsing.parsed import Parsed


@pytest.mark.parametrize(
    ("text", "head", "name"),
    [
        ("The government of Peru ignores its citizens.", "citizens", "Peruvian citizens"),
        ("The government of Peru feared its own people.", "people", "Peruvians"),
        ("Brazil sent its army to the border.", "army", "Brazilian Army"),
        ("Nicolás Maduro jailed his opponents.", "opponents", "Nicolás Maduro opponents"),
        ("The government of Peru jailed its critics.", "critics", "Government of Peru critics"),
    ],
)
def test_whose_they_are(analyser: Analyser, parse: Callable[..., Parsed], text: str, head: str, name: str) -> None:
    parsed = parse(text)
    mentions = analyser.resolver.resolve(parsed).mentions
    assert [m.actor.name for m in mentions if parsed.text(m.span).endswith(head)] == [name]


def test_a_noun_without_a_pronoun_before_it_is_no_ones(analyser: Analyser, parse: Callable[..., Parsed]) -> None:
    parsed = parse("Nicolás Maduro jailed opponents.")
    names = [m.actor.name for m in analyser.resolver.resolve(parsed).mentions]
    assert "Nicolás Maduro opponents" not in names
