from __future__ import annotations

import pytest

from dissensus.actors.describe import describe
from dissensus.actors.dictionary import Dictionary


@pytest.fixture(scope="module")
def dictionary() -> Dictionary:
    return Dictionary.load()


@pytest.mark.parametrize(
    ("text", "country"),
    [("Ukranian", "UKR"), ("Isreal", "ISR"), ("Bolivains", "BOL"), ("Venezuelans", "VEN"), ("Guatamala", "GTM")],
)
def test_one_slip_in_the_name_of_a_state(dictionary: Dictionary, text: str, country: str) -> None:
    actor = describe(dictionary, text)
    assert actor is not None
    assert actor.country == country


@pytest.mark.parametrize("text", ["ukranian", "Quillonia", "Chilli", "Brzl"])
def test_other_words_are_left_alone(dictionary: Dictionary, text: str) -> None:
    assert describe(dictionary, text) is None
