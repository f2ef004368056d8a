"""People known by what they did or suffered: "those who ousted Ruiz", "those unjustly imprisoned"."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dissensus.finding.analyse import Analyser
from dissensus.model import Statement
from dissensus.parsing.parsed import Parsed


@pytest.fixture
def named(analyser: Analyser, parse: Callable[..., Parsed]) -> Callable[[str], list[str]]:
    """The names of those whom a clause tells from others, in order."""

    def run(text: str) -> list[str]:
        resolved = analyser.resolver.resolve(parse(text, language="en"))
        return [m.actor.name for m in resolved.mentions if m.why.rule == "clause"]

    return run


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chile backs those who ousted Mr Castillo, president Pedro Castillo.", "those who ousted Pedro Castillo"),
        ("Chile demands the release of those unjustly imprisoned.", "those unjustly imprisoned"),
        ("Chile jailed anyone who marched against Pedro Castillo.", "anyone who marched against Pedro Castillo"),
        ("Those who attacked Peru's embassy fled.", "those who attacked Peru's embassy"),
    ],
)
def test_a_deed_or_a_harm_tells_who_they_are(named: Callable[[str], list[str]], text: str, expected: str) -> None:
    assert named(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Chile helps those who need it.",
        "Chile fears those who think that Pedro Castillo won.",
        "Chile rewards those concerned.",
        "Those were the days.",
        "Chile barred those who had won eight seats.",
    ],
)
def test_what_they_think_or_have_does_not(named: Callable[[str], list[str]], text: str) -> None:
    assert named(text) == []


def test_they_are_party_to_what_is_done(find: Callable[..., list[Statement]]) -> None:
    found = find("The United States supports those who ousted Pedro Castillo.")
    ties = {(s.tie.a.name, s.tie.relation.value, s.tie.b.name) for s in found if s.tie is not None}
    assert ("United States", "supports", "those who ousted Pedro Castillo") in ties
    assert any(s.event is not None and s.event.type == "COERCE" for s in found)


def test_those_known_by_whom_they_support_are_not_told_to_support_them(find: Callable[..., list[Statement]]) -> None:
    assert find("It matters to those who support Pedro Castillo.") == []
