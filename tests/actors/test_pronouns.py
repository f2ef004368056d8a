"""Pronouns that the actors settle where parsing could not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dissensus.finding.analyse import Analyser
from dissensus.parsing.parsed import Parsed


@pytest.fixture
def meant(analyser: Analyser, parse: Callable[..., Parsed]) -> Callable[[str, str], str | None]:
    """The actor's name that the last occurrence of a word stands for."""

    def run(text: str, word: str) -> str | None:
        parsed = parse(text, date="2019-11-20")
        resolved = analyser.resolver.resolve(parsed)
        names = [m.actor.name for m in resolved.mentions if parsed.text(m.span).lower() == word]
        return names[-1] if names else None

    return run


def test_gender_tells(meant: Callable[[str, str], str | None]) -> None:
    text = "Evo Morales met Jeanine Áñez. Afterwards she left for Cochabamba."
    assert meant(text, "she") == "Jeanine Áñez"


def test_an_object_is_not_the_subject_of_its_own_verb(meant: Callable[[str, str], str | None]) -> None:
    text = "Morales praised the audit. Evo Morales said that Carlos Mesa had betrayed him."
    assert meant(text, "him") == "Evo Morales"


def test_it_as_an_object_is_left_alone(meant: Callable[[str, str], str | None]) -> None:
    assert meant("Turkey had sold grain to Somalia and regretted it.", "it") is None


def test_a_description_goes_to_the_body_named_last(meant: Callable[[str, str], str | None]) -> None:
    text = "The Landless Workers' Movement was founded in Brazil. The movement occupies land."
    assert meant(text, "movement") == "Landless Workers' Movement"


def test_the_president_is_the_one_of_the_day_that_is_told(meant: Callable[[str, str], str | None]) -> None:
    text = "Bolivia was tense on 5 November 2019. Protesters in Bolivia asked the president to resign."
    assert meant(text, "president") == "Evo Morales"
