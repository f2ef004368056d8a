from __future__ import annotations

import pytest

from dissensus.reading.article import Heads
from dissensus.reading.heads import head_of

BODY = "The ministry said on Monday that it would not publish the figures, and the unions called for a strike. " * 3


def said(top: str, heads: Heads = Heads.ALL) -> tuple[str | None, str | None, str | None]:
    found = head_of(top + "\n\n" + BODY, heads).metadata
    return found.title, found.author, found.date


@pytest.mark.parametrize(
    ("top", "expected"),
    [
        ("A long road to talks", ("A long road to talks", None, None)),
        ("Who pays for the dam?", ("Who pays for the dam?", None, None)),
        ("# A title: with a colon.\n\nSome words.", ("A title: with a colon.", None, None)),
        ("A long road\n\nBy Ana Soto", ("A long road", "Ana Soto", None)),
        (
            "A long road\nBy Ana Soto and Luis de la Vega, 4 March 2026",
            ("A long road", "Ana Soto and Luis de la Vega", "2026-03-04"),
        ),
        ("A long road\n\nAna Soto\n4 March 2026", ("A long road", "Ana Soto", "2026-03-04")),
        ("A long road\n\nMarch 4, 2026 | Ana Soto", ("A long road", "Ana Soto", "2026-03-04")),
        ("A long road\n\nAna Soto • 4 March 2026", ("A long road", "Ana Soto", "2026-03-04")),
        ("A long road\n\nPublished October 30, 2021 in Letters - 3 Comments", ("A long road", None, "2021-10-30")),
        ("Notes from the valley\n\nA long road\n\nPosted on 2021-10-30 by admin", ("A long road", None, "2021-10-30")),
        ("A long road\n\nHow the parties came back to the table.\n\nBy Ana Soto", ("A long road", "Ana Soto", None)),
        ("A long road\n\nHavana, 3 May 2021", ("A long road", None, "2021-05-03")),
        ("A long road\n\n3 May 2021, 10:45 a.m.", ("A long road", None, "2021-05-03")),
        ("Un camino largo\n\nPor María Ruiz\n\n3 de mayo de 2021", ("Un camino largo", "María Ruiz", "2021-05-03")),
        ("A long road\n\nLast updated: 3 May 2021", ("A long road", None, None)),
        ("A long road\n\nBy ANA SOTO | The Plain Herald | Jan 5, 2023", ("A long road", "Ana Soto", "2023-01-05")),
        ("Title: A long road\nAuthor: Ana Soto\nDate: 5 January 2023", ("A long road", "Ana Soto", "2023-01-05")),
        ("Red Valley\n\nBlack Harbour\n\n5 January 2023", (None, None, "2023-01-05")),
        ("June 2024", (None, None, "2024-06")),
    ],
)
def test_what_stands_plainly_is_known(top: str, expected: tuple[str | None, str | None, str | None]) -> None:
    assert said(top) == expected


@pytest.mark.parametrize(
    "top",
    [
        "Stand with the miners.",
        "Stand with the miners, always,",
        "- a point of a list",
        "Q: What now?",
        "lower case words",
        "First heading\n\nSecond heading\n\nThird heading",
        "https://example.org/a",
        "Buenos Aires",
        "The year 2024 was bad for the coast",
    ],
)
def test_nothing_is_guessed(top: str) -> None:
    found = said(top)
    assert found[1:] == (None, None)
    assert found[0] in (None, "Buenos Aires", "The year 2024 was bad for the coast")


def test_a_place_or_a_desk_beside_a_date_is_no_author() -> None:
    assert said("A long road\n\nMexico City\n\n4 March 2026")[1] is None
    assert said("A long road\n\nEditorial Board\n\n4 March 2026")[1] is None


def test_without_a_text_below_there_is_no_title() -> None:
    assert head_of("A few words", Heads.ALL).metadata.title is None


def test_byline_and_date_are_furniture_and_the_title_is_not() -> None:
    text = "A long road\n\nBy Ana Soto\n4 March 2026\n\n" + BODY
    found = head_of(text, Heads.ALL)
    assert [text[span.start : span.end] for span in found.furniture] == ["By Ana Soto", "4 March 2026"]


def test_in_broken_lines_a_title_is_taken_only_when_it_is_one_line() -> None:
    assert said("A long road\nBy Ana Soto", Heads.LINES) == ("A long road", "Ana Soto", None)
    assert said("A long road to talks\nand a short way back\nBy Ana Soto", Heads.LINES) == (None, "Ana Soto", None)
    assert said("A long road", Heads.LINES) == (None, None, None)
