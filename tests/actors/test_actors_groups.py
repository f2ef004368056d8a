"""Whose a group is and what it is called: of several countries, of a state it stands for, of none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dissensus.actors.mentions import Resolved
from dissensus.finding.analyse import Analyser
from dissensus.parsing.parsed import Parsed

Name = Callable[[str, str], str | None]
PERU = "Peru held its breath. Shops in Peru were shut. "


@pytest.fixture
def resolve(analyser: Analyser, parse: Callable[..., Parsed]) -> Callable[[str], tuple[Parsed, Resolved]]:
    def run(text: str) -> tuple[Parsed, Resolved]:
        parsed = parse(text, language="en")
        return parsed, analyser.resolver.resolve(parsed)

    return run


@pytest.fixture
def name_of(resolve: Callable[[str], tuple[Parsed, Resolved]]) -> Name:
    """The name of the actor that the first occurrence of some words stands for."""

    def run(text: str, words: str) -> str | None:
        parsed, resolved = resolve(text)
        return next((m.actor.name for m in resolved.mentions if parsed.text(m.span) == words), None)

    return run


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Peru's poor rose up.", "Peru's poor", "Peruvian poor"),
        ("The Honduran poor rose up.", "Honduran poor", "Honduran poor"),
        ("The poor of Honduras rose up.", "The poor of Honduras", "Honduran poor"),
        (PERU + "The left rose up.", "The left", "Peruvian left"),
        (PERU + "Voters turned on the senator.", "Voters", "Peruvian voters"),
        (PERU + "It hurt the country's workers.", "country's workers", "Peruvian workers"),
        ("Longtime allies of Cuba protested.", "Longtime allies of Cuba", "longtime allies of Cuba"),
        ("Cuba's critics protested.", "Cuba's critics", "critics of Cuba"),
        ("US allies protested.", "US allies", "US allies"),
        ("Cuban critics protested.", "Cuban critics", "Cuban critics"),
        ("Liberals outside Cuba protested.", "Liberals outside Cuba", "liberals outside Cuba"),
        ("Peruvian miners and peasants rose up.", "peasants", "Peruvian peasants"),
        (PERU + "Movements that toppled presidents in Chile met.", "Movements", "movements"),
        (PERU + "Movements that toppled presidents met.", "Movements", "Peruvian movements"),
        (PERU + "Imperialist powers met.", "Imperialist powers", "imperialist powers"),
        (PERU + "The local population rose up.", "population", "Peruvian population"),
    ],
)
def test_names_of_groups(name_of: Name, text: str, words: str, expected: str) -> None:
    assert name_of(text, words) == expected


def test_those_who_stand_for_a_state_are_not_of_it(resolve: Callable[[str], tuple[Parsed, Resolved]]) -> None:
    _, resolved = resolve("Cuba's critics protested.")
    assert next(m.actor.country for m in resolved.mentions if m.actor.name == "critics of Cuba") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peruvian and Chilean miners struck.", {"Peruvian miners", "Chilean miners"}),
        ("The foreign ministers of Peru and Chile met.", {"Peruvian foreign ministers", "Chilean foreign ministers"}),
        ("Judges in Peru, Chile and Kenya met.", {"Peruvian judges", "Chilean judges", "Kenyan judges"}),
        ("Governments in Peru and Chile agreed.", {"Government of Peru", "Government of Chile"}),
    ],
)  # fmt: skip
def test_a_group_of_each_country_named(
    resolve: Callable[[str], tuple[Parsed, Resolved]], text: str, expected: set[str]
) -> None:
    _, resolved = resolve(text)
    assert [{m.actor.name for m in each} for each in resolved.several.values()] == [expected]
