"""What words of time mean: a stretch of the calendar, or a way to count one from the day of writing."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from dissensus.model import DateBasis, DatePrecision, When
from dissensus.parsing.calendar_spans import (
    Anchor,
    Stretch,
    between,
    day_of,
    holding,
    month_of,
    part,
    shifted,
    year_of,
)


class Meaning(NamedTuple):
    """What words of time mean.

    Attributes:
        stretch: gives the stretch meant, for words written on a day; raises ValueError or OverflowError when there
            is none.
        relative: whether that day matters.
    """

    stretch: Callable[[date], Stretch]
    relative: bool

    def then(self, change: Callable[[Stretch], Stretch]) -> Meaning:
        """What it means when changed: its beginning, the time since, ..."""
        return Meaning(lambda day: change(self.stretch(day)), self.relative)


def absolute(stretch: Stretch) -> Meaning:
    """Words that mean the same whenever they are written."""
    return Meaning(lambda _: stretch, relative=False)


def _never(_: date) -> Stretch:
    raise ValueError("not told")


UNTOLD = Meaning(_never, relative=True)
"""Words of time that count from something that we do not know ("two days later")."""


def ago(count: int, unit: str) -> Meaning:
    """Some units before the day of writing (after it when negative), told as closely as the unit tells."""

    def stretch(day: date) -> Stretch:
        if unit in ("decade", "century"):
            return holding(shifted(day, -count, unit), "year")
        return holding(shifted(day, -count, unit), "week" if unit == "fortnight" else unit)

    return Meaning(stretch, relative=True)


def whole(unit: str, shift: int) -> Meaning:
    """The unit of writing, or so many before (negative) or after it: "this week", "last year"."""
    return Meaning(lambda day: holding(shifted(day, shift, unit), unit), relative=True)


def weekday(number: int, shift: int | None, *, future: bool) -> Meaning:
    """A day of the week.

    Args:
        number: 0 is Monday.
        shift: -1 for "last", 0 for "this", 1 for "next"; None for the bare word, which in news is the last such day
            at or before the day of writing.
        future: whether the verb speaks of what is to come.
    """

    def stretch(day: date) -> Stretch:
        back = (day.weekday() - number) % 7
        if shift == -1:
            return day_of(day - timedelta(back or 7))
        if shift == 1 or (future and back):
            return day_of(day + timedelta((7 - back) % 7 or 7))
        if shift == 0 and back > 3:
            return day_of(day + timedelta(7 - back))
        return day_of(day - timedelta(back))

    return Meaning(stretch, relative=True)


def month(number: int, shift: int | None, tense: int) -> Meaning:
    """A month without its year: the one meant by "last" or "next", else the nearest, past ones preferred.

    Args:
        number: 1 is January.
        shift: -1 for "last", 0 for "this", 1 for "next", None for the bare word.
        tense: of the verb it stands with: -1 past, 1 future, 0 not known.
    """

    def stretch(day: date) -> Stretch:
        if shift == -1:
            return month_of(day.year - (number >= day.month), number)
        if shift == 1:
            return month_of(day.year + (number <= day.month), number)
        if shift == 0:
            return month_of(day.year, number)
        return _nearest([month_of(day.year + step, number) for step in (-1, 0, 1)], day, tense)

    return Meaning(stretch, relative=True)


def month_of_shifted_year(number: int, shift: int) -> Meaning:
    """A month of the year of writing, or of one before or after it."""
    return Meaning(lambda day: month_of(day.year + shift, number), relative=True)


def month_and_day(number: int, day_number: int, week_day: int | None, tense: int) -> Meaning:
    """A day without its year: the nearest that falls on the weekday, if one is told; past ones preferred."""

    def stretch(day: date) -> Stretch:
        steps = (-1, 0, 1) if week_day is None else (-5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5)
        days = []
        for step in steps:
            if day_number <= monthrange(day.year + step, number)[1]:
                candidate = date(day.year + step, number, day_number)
                if week_day is None or candidate.weekday() == week_day:
                    days.append(day_of(candidate))
        return _nearest(days, day, tense)

    return Meaning(stretch, relative=True)


def _nearest(candidates: list[Stretch], day: date, tense: int) -> Stretch:
    """The nearest to a day that fits the verb's tense; what lies ahead counts as three times as far."""

    def distance(stretch: Stretch) -> tuple[bool, int]:
        assert stretch.first
        assert stretch.last
        if stretch.first > day:
            return tense < 0, 3 * (stretch.first - day).days
        return tense > 0 and stretch.last < day, max(0, (day - stretch.last).days)

    if not candidates:
        raise ValueError("no such day")
    return min(candidates, key=distance)


def of_year(year: int) -> Meaning:
    """A year, told."""
    return absolute(year_of(year))


def spanning(first: Meaning, last: Meaning) -> Meaning:
    """From the beginning of one to the end of the other; a last day without its year comes after the first."""

    def stretch(day: date) -> Stretch:
        begins, ends = first.stretch(day).first, last.stretch(day).last
        if begins and ends and ends < begins and last.relative:
            ends = shifted(ends, 1, "year") if (begins - ends).days < 366 else ends
        return between(begins, ends)

    return Meaning(stretch, first.relative or last.relative)


def bound(inner: Meaning, side: str) -> Meaning:
    """The time since, until, before or after."""
    one_day = timedelta(1)

    def change(stretch: Stretch) -> Stretch:
        first, last, _ = stretch
        if side == "since":
            return between(first, None)
        if side == "until":
            return between(None, last)
        if side == "before":
            return between(None, first - one_day if first else None)
        return between(last + one_day if last else None, None)

    return inner.then(change)


def part_of(inner: Meaning, edge: str) -> Meaning:
    """A part, told as in the lexicon: "1/3", or `before` and `after` the day of writing."""
    if edge in ("before", "after"):

        def clipped(day: date) -> Stretch:
            first, last, precision = inner.stretch(day)
            if first is None or last is None or not first <= day <= last or not inner.relative:
                return Stretch(first, last, precision)
            return between(first, day) if edge == "before" else between(day, last)

        return Meaning(clipped, inner.relative)
    number, _, of = edge.partition("/")
    return inner.then(lambda stretch: part(stretch, int(number), int(of)))


def rolling(count: int, unit: str, shift: int) -> Meaning:
    """The last or next so many units, counted from the day of writing."""

    def stretch(day: date) -> Stretch:
        other = shifted(day, shift * count, unit)
        return between(min(day, other), max(day, other))

    return Meaning(stretch, relative=True)


def season(shift: int) -> Meaning:
    """Last summer lies in the twelve months before, this summer in this year: more the word alone does not tell."""
    if shift == 0:
        return Meaning(lambda day: year_of(day.year), relative=True)
    return rolling(12, "month", shift)


def settle(meaning: Meaning, anchor: Anchor | None) -> When:
    """The date that words mean in a document. Where its own date is known only to the month or year, so is theirs."""
    if meaning.relative and anchor is None:
        return When()
    early, late = anchor or Anchor(date.min, date.min)
    try:
        one = meaning.stretch(early)
        other = one if early == late else meaning.stretch(late)
    except (ValueError, OverflowError):
        return When()
    first = one.first and other.first and min(one.first, other.first)
    last = one.last and other.last and max(one.last, other.last)
    return When(
        start=first.isoformat() if first else None,
        end=last.isoformat() if last else None,
        precision=one.precision if one == other else DatePrecision.RANGE,
        basis=DateBasis.DOCUMENT if meaning.relative else DateBasis.TEXT,
    )
