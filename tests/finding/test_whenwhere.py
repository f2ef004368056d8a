"""The date and place of what happens: what the words tie to it, and nothing else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dissensus.model import Kind, Statement

Find = Callable[..., list[Statement]]


def dates(statements: list[Statement]) -> dict[str, str | None]:
    return {s.event.type.value: s.event.date.start for s in statements if s.kind is Kind.EVENT and s.event}


@pytest.mark.parametrize(
    ("text", "type_", "date"),
    [
        ("On 3 May 2018 Peru condemned Chile.", "ACCUSE", "2018-05-03"),
        ("Peru condemned Chile in May 2018.", "ACCUSE", "2018-05-01"),
        ("Bolsonaro won the election of 28 October 2018.", "OTHER", "2018-10-28"),
        ("Peru condemned Chile and, on 3 May 2018, bombed Bolivia.", "ASSAULT", "2018-05-03"),
        ("Talks began on 3 May 2018. The same day Peru condemned Chile.", "ACCUSE", "2018-05-03"),
        ("Peru condemned Chile. In 1998 nobody cared.", "ACCUSE", None),
    ],
)
def test_dates(find: Find, text: str, type_: str, date: str | None) -> None:
    assert dates(find(text, date="2020-01-01"))[type_] == date


def test_the_day_of_publication_is_no_date(find: Find) -> None:
    assert dates(find("Peru condemned Chile.", date="2020-01-01")) == {"ACCUSE": None}


def test_places(find: Find) -> None:
    (told,) = [s.event for s in find("The police of Chile arrested protesters in Peru.") if s.event]
    assert told.place is not None
    assert told.place.country == "PER"


def test_a_known_town_has_its_coordinates_and_a_country_has_none(find: Find) -> None:
    (town,) = [s.event for s in find("The police of Chile arrested protesters in El Alto.") if s.event]
    assert town.place is not None
    assert (town.place.lat, town.place.lon) == (-16.51, -68.16)
    (country,) = [s.event for s in find("The police of Chile arrested protesters in Peru.") if s.event]
    assert country.place is not None
    assert (country.place.lat, country.place.lon) == (None, None)


def test_a_capital_lies_where_its_town_lies(find: Find) -> None:
    (told,) = [s.event for s in find("The police of Chile arrested protesters in Mexico City.") if s.event]
    assert told.place is not None
    assert (told.place.lat, told.place.lon) == (19.43, -99.13)
