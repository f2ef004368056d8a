from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dissensus.actors.words import BARRIER, Phrases, plain, slug, token_words, words


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Añez’s", ("anez", "s")),
        ("U.S.", ("us",)),
        ("U.S.A", ("usa",)),
        ("U.S.-led", ("us", "led")),
        ("Côte d'Ivoire", ("cote", "d", "ivoire")),
        ("Guinea-Bissau", ("guinea", "bissau")),
        ("AT&T", ("at", "and", "t")),
        ("Erdoğan", ("erdogan",)),
        ("Łukasz Ørsted", ("lukasz", "orsted")),
    ],
)
def test_words_of_a_name(written: str, expected: tuple[str, ...]) -> None:
    assert words(written) == expected


def test_punctuation_stops_names_and_hyphens_do_not() -> None:
    assert token_words(",") == (BARRIER,)
    assert token_words("-") == ()


@given(st.text(max_size=40))
def test_plain_is_stable(text: str) -> None:
    assert plain(plain(text)) == plain(text)


@given(st.text(max_size=40))
def test_slug_is_ascii_and_the_same_for_any_case_and_hyphen(text: str) -> None:
    assert slug(text).isascii()
    assert slug(text) == slug(text.replace(" ", "-"))


@given(st.lists(st.lists(st.sampled_from("abc"), min_size=1, max_size=4).map(tuple), min_size=1, max_size=12))
def test_phrases_finds_what_was_put_in(stored: list[tuple[str, ...]]) -> None:
    table: Phrases[int] = Phrases()
    for number, phrase in enumerate(stored):
        table.add(phrase, number)
    for phrase in stored:
        found = table.at([*phrase, "z"], 0)
        assert [length for length, _ in found] == sorted({length for length, _ in found}, reverse=True)
        assert (len(phrase), [i for i, other in enumerate(stored) if other == phrase]) in found
