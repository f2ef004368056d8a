"""Stretches of the calendar: days, months, years, parts of them, and how they are counted from another day."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from dissensus.model import DatePrecision

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_MONTHS = {"month": 1, "year": 12, "decade": 120, "century": 1200}


class Stretch(NamedTuple):
    """From a day to a day, both included; None: open on that side."""

    first: date | None
    last: date | None
    precision: DatePrecision


def day_of(day: date) -> Stretch:
    """A day."""
    return Stretch(day, day, DatePrecision.DAY)


def month_of(year: int, month: int) -> Stretch:
    """A month."""
    return Stretch(date(year, month, 1), date(year, month, monthrange(year, month)[1]), DatePrecision.MONTH)


def year_of(year: int) -> Stretch:
    """A year."""
    return Stretch(date(year, 1, 1), date(year, 12, 31), DatePrecision.YEAR)


def years(first: int, last: int) -> Stretch:
    """Whole years, both included."""
    return Stretch(date(first, 1, 1), date(last, 12, 31), DatePrecision.RANGE)


def between(first: date | None, last: date | None) -> Stretch:
    """Any range; raises ValueError when it ends before it begins."""
    if first and last and last < first:
        raise ValueError("ends before it begins")
    return Stretch(first, last, DatePrecision.RANGE)


def part(stretch: Stretch, number: int, of: int) -> Stretch:
    """One of several equal parts, cut at months or years where the whole is made of those. A day stays whole."""
    first, last, precision = stretch
    if first is None or last is None:
        raise ValueError("no part of what has no end")
    if precision is DatePrecision.DAY:
        return stretch
    if precision is DatePrecision.MONTH and of == 3:
        return between(first.replace(day=10 * number - 9), last if number == 3 else first.replace(day=10 * number))
    if precision is DatePrecision.YEAR:
        from_month, to_month = 12 * (number - 1) // of + 1, 12 * number // of
        return between(date(first.year, from_month, 1), month_of(first.year, to_month).last)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        count = last.year - first.year + 1
        return years(first.year + count * (number - 1) // of, first.year + count * number // of - 1)
    count = (last - first).days + 1
    begins = first + timedelta(count * (number - 1) // of)
    return between(begins, first + timedelta(max(count * number // of - 1, (begins - first).days)))


def shifted(day: date, count: int, unit: str) -> date:
    """The day some units before or after; the last day of the month where there is no such day."""
    if unit in _DAYS:
        return day + timedelta(count * _DAYS[unit])
    months = day.year * 12 + day.month - 1 + count * _MONTHS[unit]
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def holding(day: date, unit: str) -> Stretch:
    """The day, week (Monday to Sunday), month, year, decade or century that a day lies in."""
    if unit == "day":
        return day_of(day)
    if unit in ("week", "fortnight"):
        monday = day - timedelta(day.weekday())
        return between(monday, monday + timedelta(_DAYS[unit] - 1))
    if unit == "month":
        return month_of(day.year, day.month)
    if unit == "year":
        return year_of(day.year)
    if unit == "decade":
        return years(day.year // 10 * 10, day.year // 10 * 10 + 9)
    return century((day.year + 99) // 100)


def century(number: int) -> Stretch:
    """A century: the twentieth is 1901 to 2000."""
    return years(100 * number - 99, 100 * number)


class Anchor(NamedTuple):
    """The day of writing lies between two days, both included."""

    first: date
    last: date


def anchor_of(told: str | None) -> Anchor | None:
    """What is known of a document's date (ISO 8601: year, month or day); None when it is no date."""
    match = _ISO.match(told or "")
    if not match:
        return None
    year, month_number, day = match.groups()
    try:
        if day:
            return Anchor(date(int(year), int(month_number), int(day)), date(int(year), int(month_number), int(day)))
        stretch = month_of(int(year), int(month_number)) if month_number else year_of(int(year))
    except ValueError:
        return None
    assert stretch.first
    assert stretch.last
    return Anchor(stretch.first, stretch.last)
