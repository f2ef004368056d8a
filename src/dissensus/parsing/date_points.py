"""Dates of the calendar, written out: a day, month or year, and two of them with a sign or "to" between."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from spacy.tokens import Doc

from dissensus.parsing import calendar_meanings as meanings
from dissensus.parsing import calendar_spans as calendar
from dissensus.parsing.calendar_meanings import UNTOLD, Meaning
from dissensus.parsing.calendar_spans import Stretch
from dissensus.parsing.date_words import Piece, date_words, numbers, tense_of
from dissensus.parsing.tree import Tree

Read = tuple[Meaning, int] | None
"""What a rule makes of the pieces from one on, and the number of the piece after them; None: the rule does not fit."""

SIGNS = frozenset("-–—/")
TO = frozenset({"to", "until", "till", "through"})
_SUFFIXES = frozenset({"st", "nd", "rd", "th"})
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_COUNTED = frozenset({"%", "percent", "million", "billion", "trillion", "thousand", "hundred"})


@dataclass(frozen=True, slots=True)
class _Point:
    """A day, month or year as far as it is told. `token` is where the verb's tense is looked for."""

    token: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None


class DatePoints:
    """Reads dates of the calendar from the pieces of one paragraph.

    Attributes:
        month: the last day or month that was told; "the 10th" is a day of it.
    """

    def __init__(self, found: list[Piece], tree: Tree, doc: Doc) -> None:
        self._pieces = found
        self._texts = [piece.text for piece in found] + [""] * 4
        self._numbers = [piece.number for piece in found] + [None] * 4
        self._tree = tree
        self._doc = doc
        words = date_words()
        self._words = words
        self._months = numbers("month")
        self._short_months = numbers("month_short")
        self._weekdays = numbers("weekday")
        self._short_weekdays = numbers("weekday_short")
        self._units = words["unit"] | words["units"]
        self.month: Meaning | None = None

    def _dates(self, i: int, *, licensed: bool) -> Read:
        """A date written out, or two with a sign or "to" between."""
        days = self._days_of_month(i)
        if days:
            return days
        short = self._short_range(i)
        if short:
            return short
        found = self._point(i, licensed=licensed)
        if not found:
            return None
        point, end = found
        if self._texts[end] in SIGNS or self._texts[end] in TO:
            other = self._point(end + 1, licensed=True)
            if other and _alike(point, other[0]):
                return self._spanning(point, other[0]), other[1]
        if self._names_something(point, end):
            return None
        meaning = self._meaning(point)
        if point.month:
            self.month = meaning
        return meaning, self._daypart(end) if point.weekday is not None and point.day is None else end

    def _days_of_month(self, i: int) -> Read:
        """March 15-30; 15 to 30 March 2024; November 10 and 11."""
        month = self._month_at(i)
        if month:
            first = self._day(i + 1)
            if first and (self._texts[first[1]] in SIGNS or self._texts[first[1]] in ("to", "and")):
                last = self._day(first[1] + 1)
                if last and last[0] > first[0] and not self._is_count(last[1] - 1) and not self._month_at(last[1]):
                    year, end = self._year_behind(last[1])
                    return self._day_range(i, month, first[0], last[0], year), end
            return None
        first = self._day(i)
        if first and (self._texts[first[1]] in SIGNS or self._texts[first[1]] in ("to", "and")):
            last = self._day(first[1] + 1)
            if last and last[0] > first[0]:
                at = last[1] + (self._texts[last[1]] == "of")
                month = self._month_at(at)
                if month:
                    year, end = self._year_behind(at + 1)
                    return self._day_range(i, month, first[0], last[0], year), end
        return None

    def _day_range(self, i: int, month: int, first: int, last: int, year: int | None) -> Meaning:
        token = self._pieces[i].token
        meaning = self._spanning(_Point(token, year, month, first), _Point(token, year, month, last))
        self.month = meaning
        return meaning

    def _short_range(self, i: int) -> Read:
        """1997-98, 2007/08, 2000-2014; 2024-06 is a month."""
        year = self._plain_year(i)
        if not year or self._texts[i + 1] not in SIGNS:
            return None
        last = self._numbers[i + 2]
        if last is None or (self._texts[i + 3] == self._texts[i + 1] and self._numbers[i + 4] is not None):
            return None
        digits = len(self._texts[i + 2])
        if digits == 4 and year < last <= 2200:
            round_count = year % 100 == 0 and last % 100 == 0 and self._is_count(i + 2)
            return None if round_count else (meanings.absolute(calendar.years(year, last)), i + 3)
        if digits != 2 or not self._glued(i + 2):
            return None
        if last > year % 100 or (last == 0 and year % 100 == 99):
            last += year // 100 * 100 + (100 if last == 0 else 0)
            return meanings.absolute(calendar.years(year, last)), i + 3
        if 1 <= last <= 12 and self._texts[i + 1] == "-":
            return meanings.absolute(calendar.month_of(year, last)), i + 3
        return None

    def _point(self, i: int, *, licensed: bool) -> tuple[_Point, int] | None:
        if i >= len(self._pieces):
            return None
        text = self._texts[i]
        token = self._pieces[i].token
        week_day = self._weekdays.get(text)
        short = self._short_weekdays.get(text)
        if (week_day is not None or short is not None) and self._capital(token):
            return self._from_weekday(i, week_day, short)
        month = self._month_at(i)
        if month:
            return self._from_month(i, month, licensed=licensed)
        if self._numbers[i] is None:
            return self._dotted(i)
        return self._written_in_digits(i) or self._from_day(i) or self._bare_year(i, licensed=licensed)

    def _from_weekday(self, i: int, week_day: int | None, short: int | None) -> tuple[_Point, int] | None:
        token = self._pieces[i].token
        at = i + 1 + (self._texts[i + 1] == ",")
        at += self._texts[at] == "the"
        month = self._month_at(at)
        dated = self._from_month(at, month, licensed=False) if month else self._from_day(at)
        if dated and dated[0].day:
            return replace(dated[0], token=token, weekday=short if week_day is None else week_day), dated[1]
        if week_day is None or (i and self._texts[i - 1] in self._words["feast"]):
            return None
        if self._texts[i + 1] in self._words["daypart"] and self._capital(self._pieces[i + 1].token):
            return None  # "Friday Night" is a title
        return _Point(token, weekday=week_day), i + 1

    def _from_month(self, i: int, month: int, *, licensed: bool) -> tuple[_Point, int] | None:
        token = self._pieces[i].token
        day = self._day(i + 1)
        if day and day[0] <= _LENGTHS[month - 1] and not self._counts_people(i, day[1]):
            year, end = self._year_behind(day[1])
            return _Point(token, year, month, day[0]), end
        at = i + 1 + (self._texts[i + 1] in ("of", ","))
        year = self._plain_year(at)
        if year and not (self._texts[i + 1] == "," and self._is_count(at)):
            return _Point(token, year, month), at + 1
        return (_Point(token, month=month), i + 1) if self._bare_month(i, licensed=licensed) else None

    def _counts_people(self, i: int, end: int) -> bool:
        """Whether the number behind a month counts: "in March 4 people", where a day would stand behind "on"."""
        if self._is_count(end - 1) and self._texts[end] in _COUNTED:
            return True
        within = i > 0 and self._texts[i - 1] in ("in", "since", "last", "during")
        return within and end < len(self._pieces) and self._tree.tags[self._pieces[end].token] == "NNS"

    def _bare_month(self, i: int, *, licensed: bool) -> bool:
        text = self._texts[i]
        token = self._pieces[i].token
        if self._texts[i + 1] in self._words["eponym"]:
            return False  # May Day
        if text not in self._months or self._tree.tags[token] not in ("NNP", "NNPS"):
            return False
        entity = self._doc[token].ent_type_
        if entity == "DATE":
            return True
        before = self._texts[i - 1] if i else ""
        if text in ("may", "april", "june", "august"):  # also names of people
            return entity != "PERSON" and (before in ("in", "since", "by", "until", "during") or licensed)
        return licensed or before == "of" or before in self._words["leads"]

    def _from_day(self, i: int) -> tuple[_Point, int] | None:
        """26 June 2024; the 26th of June."""
        day = self._day(i)
        if not day:
            return None
        at = day[1] + (self._texts[day[1]] == "of")
        month = self._month_at(at)
        if not month or day[0] > _LENGTHS[month - 1]:
            return None
        year, end = self._year_behind(at + 1)
        return _Point(self._pieces[i].token, year, month, day[0]), end

    def _written_in_digits(self, i: int) -> tuple[_Point, int] | None:
        """2024-06-26, 26/06/2024. Where day and month cannot be told apart, only the year is taken."""
        sign = self._texts[i + 1]
        if sign not in ("-", "/") or self._texts[i + 3] != sign or not (self._glued(i + 1) and self._glued(i + 4)):
            return None
        three = [self._numbers[i], self._numbers[i + 2], self._numbers[i + 4]]
        if None in three:
            return None
        one, two, three_ = (number or 0 for number in three)
        point = None
        if len(self._texts[i]) == 4:
            point = _checked(self._pieces[i].token, one, two, three_)
        elif len(self._texts[i + 4]) == 4:
            point = _either_order(self._pieces[i].token, one, two, three_)
        return (point, i + 5) if point else None

    def _dotted(self, i: int) -> tuple[_Point, int] | None:
        """26.06.2024."""
        match = _DOTTED.fullmatch(self._texts[i])
        if not match:
            return None
        point = _checked(self._pieces[i].token, int(match[3]), int(match[2]), int(match[1]))
        return (point, i + 1) if point else None

    def _bare_year(self, i: int, *, licensed: bool) -> tuple[_Point, int] | None:
        year = self._plain_year(i)
        if not year or not (licensed or self._plausible_year(i, year)) or self._is_count(i):
            return None
        return _Point(self._pieces[i].token, year), i + 1

    def _plausible_year(self, i: int, year: int) -> bool:
        """Whether the words around a bare number make it a year."""
        before = self._texts[i - 1] if i else ""
        recent = 1800 <= year <= 2100
        if before in self._words["leads"]:
            return True
        if before == "of":
            return recent and (i < 2 or self._texts[i - 2] not in self._words["total"])
        if not recent:
            return False
        token = self._pieces[i].token
        if before in ("(", "'s") or self._texts[i + 1] == ")":
            return True
        if before in (",", "-", "–", "—", "/") and i > 1 and self._plain_year(i - 2):
            return True
        if self._doc[token].ent_type_ == "DATE":
            return True
        return self._tree.deps[token] in ("nsubj", "nsubjpass") or (
            self._tree.deps[token] == "nummod" and self._tree.heads[token] > token
        )

    # -- small parts ------------------------------------------------------------------------------------------------

    def _ordinal(self, i: int) -> tuple[int, int] | None:
        number = self._numbers[i]
        if number is not None and self._texts[i + 1] in _SUFFIXES and self._glued(i + 1):
            return number, i + 2
        number = numbers("ordinal").get(self._texts[i])
        return (number, i + 1) if number else None

    def _before_christ(self, i: int) -> bool:
        return self._texts[i] in ("bc", "bce", "b.c")

    def _plain_year(self, i: int) -> int | None:
        number = self._numbers[i]
        if number is None or not 1000 <= number <= 2200 or self._before_christ(i + 1):
            return None
        attached = self._texts[i + 1].isalpha() and self._glued(i + 1)
        sign = i > 0 and self._texts[i - 1] in ("$", "€", "£", "¥", "#")
        return None if attached or sign else number

    def _is_count(self, i: int) -> bool:
        """Whether a number counts things ("2000 troops", "March 4 people" after "in")."""
        following = self._texts[i + 1]
        if following in _COUNTED:
            return True
        token = self._pieces[i].token
        head = self._tree.heads[token]
        if head <= token or self._tree.deps[token] != "nummod":
            return False
        number = self._numbers[i] or 0
        if self._tree.tags[head] in ("NNS", "NNPS"):
            if not 1800 <= number <= 2100:
                return True
            before = self._texts[i - 1] if i else ""
            named = before in ("the", "its", "their", "his", "her", "'s", "this", "these", "that")
            return number % 100 == 0 or not (named or before in self._words["leads"])
        return head == token + 1 and self._tree.tags[head] == "NNP" and self._tree.words[head] in ("mw", "km", "gw")

    def _day(self, i: int) -> tuple[int, int] | None:
        number = self._numbers[i]
        if number is None or not 1 <= number <= 31 or len(self._texts[i]) > 2:
            return None
        if self._texts[i + 1] in _SUFFIXES and self._glued(i + 1):
            return number, i + 2
        attached = self._texts[i + 1].isalpha() and self._glued(i + 1)
        time = self._texts[i + 1] == ":" and self._glued(i + 1)
        return None if attached or time else (number, i + 1)

    def _month_at(self, i: int) -> int | None:
        text = self._texts[i]
        month = self._months.get(text)
        if month is None:
            month = self._short_months.get(text)
            if month is None or not (
                self._numbers[i + 1] is not None or (i and (self._numbers[i - 1] or self._texts[i - 1] in _SUFFIXES))
            ):
                return None
        return month if self._capital(self._pieces[i].token) else None

    def _year_behind(self, i: int) -> tuple[int | None, int]:
        at = i + (self._texts[i] in (",", "of"))
        year = self._plain_year(at)
        if year is None or (at > i and self._is_count(at)):
            return None, i
        return year, at + 1

    def _daypart(self, i: int) -> int:
        return i + (self._texts[i] in self._words["daypart"])

    def _glued(self, i: int) -> bool:
        return i < len(self._pieces) and self._pieces[i].glued

    def _capital(self, token: int) -> bool:
        return self._doc[token].text.lstrip("-–—'\"(")[:1].isupper() or "-" in self._doc[token].text

    def _names_something(self, point: _Point, end: int) -> bool:
        """The March 11 Movement is a movement, not a day."""
        if point.day is None or point.year is not None or point.weekday is not None:
            return False
        at = end + (self._texts[end] == "-")
        return self._texts[at] in self._words["eponym"]

    def _day_of_known_month(self, i: int) -> Read:
        """The 10th, where a month was told before; else nothing."""
        ordinal = self._ordinal(i)
        if not ordinal or self.month is None or self._numbers[i] is None or not 1 <= ordinal[0] <= 31:
            return None
        token = self._pieces[ordinal[1] - 1].token
        if self._tree.deps[token] not in ("pobj", "npadvmod") or self._texts[ordinal[1]] == "of":
            return None
        number = ordinal[0]

        def day(stretch: Stretch) -> Stretch:
            if stretch.first is None:
                raise ValueError("no month")
            return calendar.day_of(stretch.first.replace(day=number))

        return self.month.then(day), ordinal[1]

    # -- meanings ---------------------------------------------------------------------------------------------------

    def _meaning(self, point: _Point) -> Meaning:
        if point.year and point.month and point.day:
            if point.day > calendar.month_of(point.year, point.month).last.day:  # type: ignore[union-attr]
                return UNTOLD
            return meanings.absolute(calendar.day_of(date(point.year, point.month, point.day)))
        if point.year and point.month:
            return meanings.absolute(calendar.month_of(point.year, point.month))
        if point.year:
            return meanings.of_year(point.year)
        tense = tense_of(self._tree, point.token)
        if point.month and point.day:
            return meanings.month_and_day(point.month, point.day, point.weekday, tense)
        if point.month:
            return meanings.month(point.month, None, tense)
        assert point.weekday is not None
        return meanings.weekday(point.weekday, None, future=tense > 0)

    def _spanning(self, first: _Point, last: _Point) -> Meaning:
        """From one to the other; the year, told only once, holds for both."""
        if first.month and last.month and (first.year is None) != (last.year is None):
            turns = first.month > last.month
            if last.year:
                first = replace(first, year=last.year - turns)
            elif first.year:
                last = replace(last, year=first.year + turns)
        return meanings.spanning(self._meaning(first), self._meaning(last))


def _checked(token: int, year: int, month: int, day: int) -> _Point | None:
    if 1000 <= year <= 2200 and 1 <= month <= 12 and 1 <= day <= _LENGTHS[month - 1]:
        return _Point(token, year, month, day)
    return None


def _either_order(token: int, one: int, two: int, year: int) -> _Point | None:
    day_first, month_first = _checked(token, year, two, one), _checked(token, year, one, two)
    if day_first and month_first and day_first != month_first:
        return _Point(token, year)
    return day_first or month_first


def _alike(one: _Point, other: _Point) -> bool:
    """Whether two dates are told alike, so that "to" between them makes a range."""
    if one.month is None and other.month is None:
        return (one.year is None) == (other.year is None) and (one.weekday is None) == (other.weekday is None)
    return (one.month is None) == (other.month is None)
