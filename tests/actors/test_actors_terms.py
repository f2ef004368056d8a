from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dissensus.actors.terms import Term, Terms, earliest, latest


@pytest.fixture
def terms() -> Terms:
    made = Terms()
    for person, start, end in (("ana", "2010-03-11", "2014-03-11"), ("ben", "2014-03-11", "2018"), ("cy", "2018", "")):
        made.add(Term(person, "head_of_state", "xyz", start, end, "offices.tsv:1"))
    made.add(Term("dora", "head_of_government", "xyz", "2015-01-01", "2015-12-31", "offices.tsv:9"))
    return made


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2012-05-05", ["ana"]),
        ("2014-03-11", ["ben"]),  # the day of the hand-over
        ("2014", ["ana", "ben"]),  # too vague to tell
        ("2018", ["ben", "cy"]),
        ("2030-01-01", ["cy"]),
        ("2009-12", []),
    ],
)
def test_holders(terms: Terms, date: str, expected: list[str]) -> None:
    assert terms.holders("xyz", "head_of_state", date) == expected


def test_the_head_is_the_head_of_government_where_there_is_one(terms: Terms) -> None:
    assert terms.heads("xyz", "2015-06") == ["dora"]
    assert terms.heads("xyz", "2016-06") == ["ben"]
    assert terms.heads("xyz", None) == ["dora", "ana", "ben", "cy"]


@given(st.dates().map(str), st.sampled_from((4, 7, 10)))
def test_a_vague_date_holds_the_day(day: str, precision: int) -> None:
    vague = day[:precision]
    assert earliest(vague) <= day <= latest(vague)
