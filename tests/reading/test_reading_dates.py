from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dissensus.reading.calendar_dates import iso_date, months


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2024", "2024"),
        (2024, "2024"),
        ("2024-06", "2024-06"),
        ("2024-06-26", "2024-06-26"),
        ("2024-06-26T23:10:00-04:00", "2024-06-26"),
        ("2024-06-26 08:00", "2024-06-26"),
        ("20240626", "2024-06-26"),
        ("20240626T081500Z", "2024-06-26"),
        ("2024/06/26", "2024-06-26"),
        ("June 26, 2024", "2024-06-26"),
        ("Jun. 26th, 2024", "2024-06-26"),
        ("Wednesday, June 26, 2024", "2024-06-26"),
        ("26 June 2024", "2024-06-26"),
        ("26th of June 2024", "2024-06-26"),
        ("Wed, 26 Jun 2024 10:00:00 GMT", "2024-06-26"),
        ("26-Jun-2024", "2024-06-26"),
        ("June 2024", "2024-06"),
        ("Sept. 2019", "2019-09"),
        ("26 de junio de 2024", "2024-06-26"),
        ("miércoles, 26 de junio de 2024", "2024-06-26"),
        ("1º de março de 2021", "2021-03-01"),
        ("1er février 2022", "2022-02-01"),
        ("26. Juni 2024", "2024-06-26"),
        ("26.06.2024", "2024-06-26"),
        ("26/06/2024", "2024-06-26"),
        ("06/26/2024", "2024-06-26"),
        ("05/05/2024", "2024-05-05"),
        ("06/2024", "2024-06"),
        (1719360000, "2024-06-26"),
        ("1719360000000", "2024-06-26"),
        (date(2024, 6, 26), "2024-06-26"),
        (datetime(2024, 6, 26, 9), "2024-06-26"),
    ],
)
def test_a_date_keeps_its_precision(written: object, iso: str) -> None:
    assert iso_date(written) == iso


def test_day_and_month_that_cannot_be_told_apart_leave_the_year() -> None:
    assert iso_date("03/04/2024") == "2024"


@pytest.mark.parametrize(
    "written",
    ["", "yesterday", "soon 2024", "2024-13-01", "2024-02-30", "31/31/2024", "0024", "9999", None, True, [], "12"],
)
def test_what_is_no_date_is_none(written: object) -> None:
    assert iso_date(written) is None


@given(st.dates(min_value=date(1500, 1, 1), max_value=date(2199, 12, 31)))
def test_every_day_is_read_back_from_its_usual_forms(day: date) -> None:
    name = next(name for name, number in months().items() if number == day.month)
    for form in (day.isoformat(), f"{name} {day.day}, {day.year}", f"{day.day} {name} {day.year}"):
        assert iso_date(form) == day.isoformat()


@given(st.text(max_size=40))
def test_no_text_breaks_it(text: str) -> None:
    found = iso_date(text)
    assert found is None or len(found) in (4, 7, 10)
