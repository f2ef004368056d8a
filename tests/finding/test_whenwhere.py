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


def test_an_entry_of_a_chronicle_is_of_the_date_that_heads_it(find: Find) -> None:
    told = find(
        "3 May 2018. Police arrest Fernando Villavicencio and search his house. His lawyers say that he had fled. "
        "5 May 2018: Lenín Moreno expels the ambassador of Peru. Peru had condemned the arrest."
    )
    dated = {(event.explanation.words[0], event.event.date.start) for event in told if event.event}
    assert ("arrest", "2018-05-03") in dated
    assert ("expels", "2018-05-05") in dated
    assert {("fled", None), ("condemned", None)} <= dated


def test_yesterday_in_a_quotation_counts_from_the_day_it_was_said(find: Find) -> None:
    told = find("“Peru bombed Bolivia yesterday,” Lenín Moreno said on 3 May 2018.", date="2018-06-20")
    assert dates(told)["ASSAULT"] == "2018-05-02"
    assert (
        dates(find("“Peru bombed Bolivia yesterday,” Lenín Moreno said.", date="2018-06-20"))["ASSAULT"] == "2018-06-19"
    )
