"""A grammar of dates over the pieces of a paragraph: each rule reads from a piece on, and says where it ends."""

from __future__ import annotations

from dissensus.parsing import calendar_meanings as meanings
from dissensus.parsing import calendar_spans as calendar
from dissensus.parsing.calendar_meanings import UNTOLD
from dissensus.parsing.date_points import SIGNS, TO, DatePoints, Read
from dissensus.parsing.date_words import numbers, tense_of

_NOUNS = frozenset({"beginning", "start", "middle", "end", "close"})
_LATER = frozenset({"earlier", "later", "before", "after"})


class DateGrammar(DatePoints):
    """Reads dates of every kind from the pieces of one paragraph."""

    def read(self, i: int) -> Read:
        """The date that begins at a piece, if one does."""
        text = self._texts[i]
        if text == "between":
            return self._range(i + 1, frozenset({"and"}))
        if text == "from":
            return self._range(i + 1, TO | SIGNS)
        if text in self._words["opens"]:
            return self._open(i)
        if text in ("post", "pre") and self._texts[i + 1] == "-" and self._glued(i + 2):
            year = self._plain_year(i + 2)
            side = "after" if text == "post" else "before"
            return (meanings.bound(meanings.of_year(year), side), i + 3) if year else None
        return self._phrase(i)

    # -- open ended, parts ------------------------------------------------------------------------------------------

    def _open(self, i: int) -> Read:
        """Since, until, by, before, after a date; not "since the 2019 coup", where the date belongs to the coup."""
        joined = self._range(i + 1, TO) if self._texts[i] == "since" else None
        if joined:
            return joined
        inner = self._phrase(i + 1)
        if inner is None or self._belongs_to_noun(inner[1]):
            return None
        return meanings.bound(inner[0], self._words["opens"][self._texts[i]]), inner[1]

    def _belongs_to_noun(self, end: int) -> bool:
        if self._texts[end] == "'s":
            return True
        last = self._pieces[end - 1].token
        head = self._tree.heads[last]
        return head > last and self._tree.deps[last] in ("nummod", "compound", "poss", "nmod", "amod")

    def _phrase(self, i: int) -> Read:
        start = i
        definite = self._texts[i] == "the"
        i += definite
        text = self._texts[i]
        edge = self._words["edge"].get(text)
        if edge and text in _NOUNS and self._texts[i + 1] not in ("of", "-"):
            return None  # "a fresh start on Saturday"
        if edge:
            inner = self._inside(i + 1)
            return inner and (meanings.part_of(inner[0], edge), inner[1])
        portion = self._ordinal(i)
        if portion and self._texts[portion[1]] in ("half", "quarter") and self._texts[portion[1] + 1] == "of":
            of = 2 if self._texts[portion[1]] == "half" else 4
            inner = self._inside(portion[1] + 1) if portion[0] <= of else None
            return inner and (meanings.part_of(inner[0], f"{portion[0]}/{of}"), inner[1])
        if definite and (self._month_at(i) or (self._plain_year(i) and self._texts[i + 1] != "s")):
            return None  # the article is a noun's: "the 2019 coup"
        found = self._core(i, definite=definite)
        if found is None and definite and start:
            return self._day_of_known_month(i)
        return found

    def _inside(self, i: int) -> Read:
        """What stands behind "early", "the end of", "mid-"."""
        while self._texts[i] in ("of", "in", "on", "the", "-"):
            i += 1
        unit = self._words["unit"].get(self._texts[i])
        if unit and self._texts[i - 1] == "the":
            return meanings.whole(unit, 0), i + 1
        return self._core(i, definite=self._texts[i - 1] == "the", licensed=True)

    def _range(self, i: int, joints: frozenset[str]) -> Read:
        """Behind "between" or "from"."""
        first = self._days_of_month(i) or self._short_range(i)
        if first:
            return first
        i += self._texts[i] == "the"
        found = self._point(i, licensed=True)
        if found and self._texts[found[1]] in joints:
            at = found[1] + 1
            other = self._point(at + (self._texts[at] == "the"), licensed=True)
            if other:
                return self._spanning(found[0], other[0]), other[1]
        one = self._phrase(i)
        if one and self._texts[one[1]] in joints:
            two = self._phrase(one[1] + 1)
            if two:
                return meanings.spanning(one[0], two[0]), two[1]
        return None

    # -- one stretch ------------------------------------------------------------------------------------------------

    def _core(self, i: int, *, definite: bool, licensed: bool = False) -> Read:
        text = self._texts[i]
        if text in self._words["deictic"]:
            days = int(self._words["deictic"][text])
            if text == "today" and not tense_of(self._tree, self._pieces[i].token):
                return None  # with a present verb or as "today's" it says "nowadays"
            return meanings.ago(-days, "day"), self._daypart(i + 1)
        if text in self._words["shift"]:
            return self._shifted(i, definite=definite)
        if text in self._words["narrative"]:
            return self._narrative(i, definite=definite)
        return (
            self._counted(i)
            or self._century(i)
            or self._decade(i, definite=definite)
            or self._season(i)
            or self._quarter(i)
            or self._month_of_counted_year(i)
            or self._dates(i, licensed=licensed or definite)
        )

    def _shifted(self, i: int, *, definite: bool) -> Read:
        """Last, this or next: month, weekday, unit, night; the last three years."""
        word = self._texts[i]
        shift = int(self._words["shift"][word])
        rolling = word == "past" or (definite and word == "last")
        i += 1
        if self._texts[i] == "past" and shift == 0:
            return self._shifted(i, definite=definite)
        text = self._texts[i]
        if text in self._months:
            return meanings.month(self._months[text], shift, 0), i + 1
        if text in self._weekdays:
            return meanings.weekday(self._weekdays[text], shift, future=False), self._daypart(i + 1)
        if text in self._words["daypart"]:
            return (UNTOLD if definite else meanings.ago(-shift, "day")), i + 1
        if text in self._words["season"] and word != "past":
            return meanings.season(shift), i + 1
        unit = self._words["unit"].get(text)
        if unit:
            if definite and shift == 1:
                return UNTOLD, i + 1
            if unit == "day":
                return None
            if rolling or (unit == "decade" and shift == -1):
                return meanings.rolling(1, unit, -1), i + 1
            return meanings.whole(unit, shift), i + 1
        count = self._count(i)
        if count and shift and self._texts[count[2]] in self._words["units"]:
            unit = self._words["units"][self._texts[count[2]]]
            low, high = count[0], count[1]
            return (meanings.rolling(high, unit, shift) if low == high and high else UNTOLD), count[2] + 1
        return None

    def _narrative(self, i: int, *, definite: bool) -> Read:
        """The previous day, the same year, that night: counted from what was told, which we do not follow."""
        text = self._texts[i]
        if not definite and text != "that":
            return None
        following = self._texts[i + 1]
        told = following in self._words["unit"] or following in self._words["daypart"]
        if text != "that":
            told = told or following in self._months or following in self._weekdays
        return (UNTOLD, i + 2) if told else None

    def _counted(self, i: int) -> Read:
        """Two months ago, a few days earlier, more than thirty years ago, decades ago."""
        loose = ""
        if self._texts[i] in ("more", "at") and self._texts[i + 1] in self._words["over"]:
            loose, i = "over", i + 2
        elif self._texts[i] in self._words["over"] or self._texts[i] in self._words["about"]:
            loose, i = ("over" if self._texts[i] in self._words["over"] else "about"), i + 1
        count = self._count(i)
        low, high, at = count or (0, 0, i)
        unit = self._units.get(self._texts[at])
        if unit is None:
            return None
        after = self._texts[at + 1]
        if after in _LATER and count:
            return UNTOLD, at + 2
        if after != "ago":
            return None
        if not low:
            return UNTOLD, at + 2
        if loose == "over":
            return meanings.bound(meanings.ago(low, unit), "until"), at + 2
        if loose == "about":
            low, high = low - low // 10, high + high // 10
        if low == high:
            return meanings.ago(low, unit), at + 2
        return meanings.spanning(meanings.ago(high, unit), meanings.ago(low, unit)), at + 2

    def _count(self, i: int) -> tuple[int, int, int] | None:
        """A small number: the least and most it means (0: not told), and the piece after it."""
        text = self._texts[i]
        if self._texts[i] in ("a", "an") and self._texts[i + 1] in self._words["vague"]:
            i, text = i + 1, self._texts[i + 1]
        if text in self._words["vague"]:
            low, _, high = self._words["vague"][text].partition("-")
            i += 1
            return int(low or 0), int(high or 0), i + (self._texts[i] == "of")
        if text in ("a", "an"):
            return 1, 1, i + 1
        known = numbers("number")
        if text in known:
            number, i = known[text], i + 1
            if number >= 20 and self._texts[i] == "-" and 0 < known.get(self._texts[i + 1], 99) < 10:
                number, i = number + known[self._texts[i + 1]], i + 2
            return number, number, i
        digits = self._numbers[i]
        return (digits, digits, i + 1) if digits else None

    def _century(self, i: int) -> Read:
        ordinal = self._ordinal(i)
        if not ordinal:
            return None
        number, end = ordinal
        if number == 20 and self._texts[end] == "-" and self._texts[end + 1] == "first":
            number, end = 21, end + 2
        end += self._texts[end] == "-"
        if self._texts[end] not in ("century", "centuries") or not 1 < number <= 21 or self._before_christ(end + 1):
            return None
        return meanings.absolute(calendar.century(number)), end + 1

    def _decade(self, i: int, *, definite: bool) -> Read:
        apostrophe = self._texts[i] == "'"
        at = i + apostrophe
        number = self._numbers[at]
        if number is not None and self._texts[at + 1] == "s" and self._glued(at + 1) and number % 10 == 0:
            digits = len(self._texts[at])
            if digits == 2 and (apostrophe or definite):
                number += 1900 if number >= 20 else 2000
            elif digits != 4:
                return None
            return meanings.absolute(calendar.years(number, number + 9)), at + 2
        if definite and self._texts[i] in self._words["decade"]:
            first = int(self._words["decade"][self._texts[i]])
            return meanings.absolute(calendar.years(first, first + 9)), i + 1
        return None

    def _season(self, i: int) -> Read:
        """A season of a year gives the year: which months it means depends on the hemisphere."""
        if self._texts[i] not in self._words["season"]:
            return None
        at = i + 1 + (self._texts[i + 1] in ("of", ","))
        year = self._plain_year(at)
        return (meanings.of_year(year), at + 1) if year and not self._is_count(at) else None

    def _month_of_counted_year(self, i: int) -> Read:
        """December last year; May of this year."""
        month = self._months.get(self._texts[i])
        at = i + 1 + (self._texts[i + 1] == "of")
        shift = self._words["shift"].get(self._texts[at])
        if month is None or shift is None or self._texts[at + 1] != "year" or not self._capital(self._pieces[i].token):
            return None
        self.month = meanings.month_of_shifted_year(month, int(shift))
        return self.month, at + 2

    def _quarter(self, i: int) -> Read:
        number = self._numbers[i + 1]
        if self._texts[i] != "q" or number not in (1, 2, 3, 4) or not self._glued(i + 1):
            return None
        at = i + 2 + (self._texts[i + 2] == "of")
        year = self._plain_year(at)
        return (meanings.part_of(meanings.of_year(year), f"{number}/4"), at + 1) if year else None
