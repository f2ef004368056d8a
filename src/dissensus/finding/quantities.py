"""Numbers in a sentence: their values, what they are measured in, and whether they are exact.

Left out are dates, ordinals, times of day, numbers that name a thing ("Article 15", "M-19"), and words that tell no
number ("hundreds of", "several"). A range gives both its ends.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from dissensus.parsing.date_words import Piece
from dissensus.parsing.tree import Tree
from dissensus.tables import package_table

UNIT_KINDS = frozenset(
    {
        "numeral", "multiplier", "short", "fraction", "sign", "currency", "percent", "unit", "duration", "per",
        "approximate", "time",
    }
)  # fmt: skip
MEASURE_KINDS = frozenset(
    {"idle", "label", "change", "level", "cost", "toll", "toll_state", "people", "participle"},
)
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_POINTS = re.compile(r"\d{1,3}(?:\.\d{3}){2,}")
_DASHES = frozenset("-–—")
_LOOSE_START = frozenset({"a", "an", "half"})
_SCORES = frozenset({"vote", "votes", "win", "victory", "defeat", "margin", "majority", "ruling", "decision"})


class Form(StrEnum):
    """What sort of quantity it is."""

    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    MEASURE = "measure"
    SHARE = "share"
    DURATION = "duration"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and its unit.

    Attributes:
        start, end: its tokens, words that make it approximate and its unit included.
        number: the token that carries the number in the parse (the last of its own words).
        value: multiplied out; a share of one where the form is `SHARE`.
        unit: None for counts: what is counted is for the caller to find.
        approximate: whether the words make it about, above or below the value, or one end of a range.
        worded: whether it is a bare number word ("four").
    """

    start: int
    end: int
    number: int
    value: float
    unit: str | None
    form: Form
    approximate: bool
    worded: bool


class _Number(NamedTuple):
    value: float
    end: int
    worded: bool
    scaled: bool
    loose: bool


class _Unit(NamedTuple):
    form: Form
    name: str | None
    end: int


@cache
def units() -> dict[str, dict[str, tuple[str, str]]]:
    """The lines of units.tsv: for each kind its words, with value and unit."""
    table: dict[str, dict[str, tuple[str, str]]] = {kind: {} for kind in sorted(UNIT_KINDS)}
    for row in package_table("dissensus.finding", "lexicon/units.tsv"):
        if row["kind"] not in UNIT_KINDS:
            raise row.error(f"unknown kind {row['kind']!r}")
        table[row["kind"]][row["word"]] = row["value"], row["unit"]
    return table


@cache
def measures() -> dict[str, dict[str, str]]:
    """The lines of measures.tsv: for each kind its lemmas, with what they say."""
    table: dict[str, dict[str, str]] = {kind: {} for kind in sorted(MEASURE_KINDS)}
    for row in package_table("dissensus.finding", "lexicon/measures.tsv"):
        if row["kind"] not in MEASURE_KINDS:
            raise row.error(f"unknown kind {row['kind']!r}")
        table[row["kind"]][row["lemma"]] = row["says"]
    return table


@cache
def number_words() -> frozenset[str]:
    """Words of which one must be there for a quantity without digits."""
    table = units()
    return frozenset(table["numeral"]) | frozenset(table["multiplier"]) | frozenset(table["fraction"])


@cache
def _values(kind: str) -> dict[str, float]:
    return {word: float(value) for word, (value, _) in units()[kind].items()}


@cache
def _approximate() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(words.split()) for words in units()["approximate"])


def find_quantities(found: list[Piece], tree: Tree, taken: frozenset[int] | set[int]) -> list[Quantity]:
    """The quantities of a paragraph, in order.

    Args:
        found: its pieces.
        tree: its parse.
        taken: tokens that belong to dates.
    """
    return _Reader(found, tree, taken).read_all()


class _Reader:
    def __init__(self, found: list[Piece], tree: Tree, taken: frozenset[int] | set[int]) -> None:
        self._pieces = found
        self._texts = [piece.text for piece in found] + [""] * 5
        self._tree = tree
        self._taken = taken
        self._table = units()
        self._numerals = _values("numeral")
        self._multipliers = _values("multiplier")
        self._fractions = _values("fraction")

    def read_all(self) -> list[Quantity]:
        quantities: list[Quantity] = []
        i = 0
        while i < len(self._pieces):
            text = self._texts[i]
            if not (
                text[0].isdigit() or text in self._numerals or text in _LOOSE_START or text in self._table["fraction"]
            ):
                i += 1
                continue
            if self._pieces[i].token in self._taken:
                i += 1
                continue
            read, i = self._read(i)
            quantities.extend(read)
        return quantities

    def _read(self, i: int) -> tuple[list[Quantity], int]:
        """The quantities that begin at a piece, and where to go on."""
        share = self._share(i)
        if share:
            return share
        first = self._number(i)
        if first is None:
            return [], i + 1
        skip = self._names(i, first.end)
        if skip:
            return [], skip
        joint = self._joint(first.end)
        if joint:
            second = self._number(joint)
            if second:
                return self._pair(i, first, joint, second)
        unit = self._unit(i, first)
        return [self._quantity(i, first, i, unit)], max(unit.end, first.end)

    # -- numbers ----------------------------------------------------------------------------------------------------

    def _number(self, i: int) -> _Number | None:
        if i >= len(self._pieces) or self._pieces[i].token in self._taken:
            return None
        text = self._texts[i]
        if text[0].isdigit():
            return self._in_digits(i)
        if text in self._numerals:
            return self._in_words(i)
        if text in ("a", "an") and self._texts[i + 1] in self._multipliers:
            value, end = self._multiplied(self._multipliers[self._texts[i + 1]], i + 2)
            return _Number(value, end, worded=False, scaled=True, loose=True)
        if text == "half":
            at = i + 1 + (self._texts[i + 1] in ("a", "-"))
            if self._texts[at] in self._multipliers:
                value, end = self._multiplied(self._multipliers[self._texts[at]] / 2, at + 1)
                return _Number(value, end, worded=False, scaled=True, loose=True)
        return None

    def _in_digits(self, i: int) -> _Number | None:
        text = self._texts[i]
        if _GROUPED.fullmatch(text):
            value = float(text.replace(",", ""))
        elif _POINTS.fullmatch(text):
            value = float(text.replace(".", ""))
        else:
            return None
        at = i + 1
        if self._texts[at] in ("½", "¼", "¾") and self._glued(at):
            value += {"½": 0.5, "¼": 0.25, "¾": 0.75}[self._texts[at]]
            at += 1
        multiplied, end = self._multiplied(value, at)
        return _Number(multiplied, end, worded=False, scaled=end > at, loose=False)

    def _multiplied(self, value: float, i: int) -> tuple[float, int]:
        """With "million", "bn" and the like behind; "5-million" too."""
        at = i + (self._texts[i] == "-" and self._texts[i + 1] in self._multipliers)
        while self._texts[at] in self._multipliers:
            value, at = value * self._multipliers[self._texts[at]], at + 1
            i = at
        text = self._texts[i]
        short = self._table["short"].get(text)
        if short and (self._glued(i) or len(text) > 1) and not (text == "m" and self._metres(i)):
            return _exact(value * float(short[0])), i + 1
        return _exact(value), i

    def _metres(self, i: int) -> bool:
        """Whether "m" on a number is metres: no money before, and a single thing or a direction behind."""
        at = i
        while at and (self._texts[at - 1][0].isdigit() or self._texts[at - 1] in _DASHES):
            at -= 1
        if at and (self._texts[at - 1] in self._table["sign"] or self._texts[at - 1] == "$"):
            return False
        following = self._texts[i + 1]
        if following in ("long", "wide", "high", "tall", "deep", "away", "from", "below", "above", "-"):
            return True
        if following in self._table["currency"] or i + 1 >= len(self._pieces):
            return False
        return self._tree.tags[self._pieces[i + 1].token] in ("NN", "JJ")

    def _in_words(self, i: int) -> _Number | None:
        """Forty-five; two hundred and fifty thousand; two and a half million."""
        total = group = 0.0
        at = i
        scaled = False
        while True:
            text = self._texts[at]
            if text in self._numerals:
                number = self._numerals[text]
                if group % 100 and not (group % 100 >= 20 and group % 10 == 0 and number < 10):
                    break
                group, at = group + number, at + 1
            elif text in self._multipliers and at > i:
                factor = self._multipliers[text]
                scaled = True
                if factor <= 100:
                    group *= factor
                else:
                    total, group = total + group * factor, 0.0
                at += 1
            elif at > i and text == "-" and self._continues(at + 1, group):
                at += 1
            elif at > i and text == "and" and scaled and self._texts[at + 1] in self._numerals and not total % 1:
                if (group or total) % 100 or self._numerals[self._texts[at + 1]] >= (100 if group else 1000):
                    break
                at += 1
            else:
                break
        if self._texts[at : at + 3] == ["and", "a", "half"]:
            group, at = group + 0.5, at + 3
        elif self._texts[at : at + 6] == ["-", "and", "-", "a", "-", "half"]:
            group, at = group + 0.5, at + 6
        if self._texts[at] in self._multipliers:
            value, at = self._multiplied(group, at)
            return _Number(value, at, worded=False, scaled=True, loose=False)
        return _Number(_exact(total + group), at, worded=not scaled, scaled=scaled, loose=False)

    def _continues(self, i: int, group: float) -> bool:
        text = self._texts[i]
        return (text in self._numerals and group % 100 >= 20 and self._numerals[text] < 10) or text in self._multipliers

    def _share(self, i: int) -> tuple[list[Quantity], int] | None:
        """Two-thirds, a quarter of, half of the, six in ten."""
        text = self._texts[i]
        share, end = 0.0, i
        if text == "half" and self._texts[i + 1] in ("of", "the", "its", "their", "all", "his", "her"):
            share, end = 0.5, i + 1
        elif text in self._numerals or text in ("a", "an"):
            count = self._numerals.get(text, 1.0)
            at = i + 1 + (self._texts[i + 1] == "-")
            divisor = self._fractions.get(self._texts[at])
            plural = self._texts[at].endswith("s") and count > 1
            if divisor and count < divisor and (plural or self._texts[at + 1] == "of"):
                share, end = count / divisor, at + 1
            elif text not in ("a", "an"):
                share, end = self._one_in(i, count)
        elif self._pieces[i].number is not None:
            share, end = self._one_in(i, float(self._pieces[i].number or 0))
        if not share:
            return None
        number = _Number(share, end, worded=False, scaled=True, loose=False)
        return [self._quantity(i, number, i, _Unit(Form.SHARE, "share", end))], end

    def _one_in(self, i: int, count: float) -> tuple[float, int]:
        """One in five; six out of ten."""
        at = i + 1
        if self._texts[at] == "out" and self._texts[at + 1] == "of":
            at += 2
        elif self._texts[at] in ("in", "of") and (self._texts[at] == "in" or self._texts[at + 1] == "every"):
            at += 1
        else:
            return 0.0, i
        at += self._texts[at] == "every"
        whole = self._number(at)
        if whole is None or not whole.value > count or whole.value > 100_000:
            return 0.0, i
        if count == 1 or whole.value in (10, 100, 1000):
            return count / whole.value, whole.end
        return 0.0, i

    # -- what a number is not ---------------------------------------------------------------------------------------

    def _names(self, i: int, end: int) -> int:
        """Where to go on when the number is part of a name, a time, an ordinal or a score; 0 when it is none."""
        text, before, after = self._texts[i], self._texts[i - 1] if i else "", self._texts[end]
        if self._glued(i) and before and (before[-1].isalpha() or before in ("#", "/", ":", "+", "~", "@", ".", "'")):
            # "G20" is a name; "US$" stands before an amount, and "~" makes it approximate
            return 0 if before == "~" else end
        if before in _DASHES and self._glued(i) and i > 1 and self._glued(i - 1) and self._texts[i - 2][-1:].isalpha():
            return end
        if before in ("[", "#", "per", "every", "each") or (before == "(" and after == ")"):
            return end
        if self._glued(end) and (after in ("st", "nd", "rd", "th", ":", "/", "s", "°") or self._attached(after)):
            while self._glued(end):
                end += 1
            return end
        if (end < len(self._pieces) and self._tree.words[self._pieces[end].token] in self._table["time"]) or (
            after == "o" and self._texts[end + 1] == "'clock"
        ):
            return end + 1
        if before in measures()["label"] or (before == "." and i > 1 and self._texts[i - 2] == "no"):
            return end if self._tree.deps[self._pieces[i].token] != "nummod" or self._label(i) else 0
        if text[0].isdigit() and self._opens_item(i, after):
            return end
        if self._chain(end):
            while self._texts[end] in _DASHES or self._texts[end][:1].isdigit():
                end += 1
            return end
        return 0

    def _attached(self, after: str) -> bool:
        known = after in self._table["unit"] or after in self._table["short"] or after in self._table["currency"]
        return after.isalpha() and not known

    def _label(self, i: int) -> bool:
        token = self._pieces[i].token
        return self._tree.heads[token] <= token

    def _opens_item(self, i: int, after: str) -> bool:
        """The number of a list item, or a number that is all there is."""
        token = self._pieces[i].token
        if self._tree.starts[token] == token and (after in (")", "]") or (after == "." and self._pieces[i].number)):
            return True
        return self._tree.ends[token] - self._tree.starts[token] == 1

    def _chain(self, end: int) -> bool:
        """Three numbers with signs between: a telephone number or a code."""
        texts = self._texts
        return bool(
            texts[end] in _DASHES
            and texts[end + 1][:1].isdigit()
            and texts[end + 2] in _DASHES
            and texts[end + 3][:1].isdigit()
            and self._glued(end + 3)
        )

    # -- units, ranges ----------------------------------------------------------------------------------------------

    def _joint(self, i: int) -> int:
        """Where a range's second number begins, or 0."""
        text = self._texts[i]
        if text in ("to", "and") or text in _DASHES:
            at = i + 1
            at += self._texts[at] in self._table["sign"] and not self._texts[at].isalpha()
            return at
        return 0

    def _pair(self, i: int, first: _Number, at: int, second: _Number) -> tuple[list[Quantity], int]:
        before = self._texts[i - 1] if i else ""
        if before in self._table["sign"] and i > 1:
            before = self._texts[i - 2]
        text = self._texts[first.end]
        unit = self._unit(at, second)
        if self._apart(i, first, at, second) or (text == "and" and before != "between"):
            alone = self._unit(i, first)
            return [self._quantity(i, first, i, alone)], max(alone.end, first.end)
        if self._sign(i) and unit.form is Form.COUNT:
            unit = _Unit(Form.MONEY, self._sign(i), unit.end)
        if second.scaled and not first.scaled and second.value > first.value:
            factor = self._factor(at, second)
            if first.value < 1000 and first.value * factor < second.value:
                first = first._replace(value=_exact(first.value * factor))
        score = self._texts[second.end] in _SCORES or (unit.form is Form.COUNT and second.value <= first.value)
        if score and text in _DASHES and self._texts[second.end] not in _SCORES:
            return [], second.end
        ends = unit.end if unit.end > second.end else second.end
        exact = score or before == "from"
        both = [self._quantity(i, first, i, unit, at), self._quantity(i, second, at, unit)]
        if not exact:
            both = [replace(one, approximate=True) for one in both]
        start = both[0].start
        return [replace(one, start=start, end=self._token_after(ends)) for one in both], ends

    def _apart(self, i: int, first: _Number, at: int, second: _Number) -> bool:
        """Whether two numbers with "to" between are no range: "$5 million to 14 creditors", "120 votes to 34"."""
        if self._texts[first.end] in _DASHES:
            return False
        if second.value <= first.value and not (second.scaled and not first.scaled):
            return True
        return self._sign(i) is not None and self._sign(at) is None and not second.scaled

    def _factor(self, i: int, number: _Number) -> float:
        own = _GROUPED.fullmatch(self._texts[i])
        base = float(self._texts[i].replace(",", "")) if own else self._numerals.get(self._texts[i], 0)
        return number.value / base if base else 1.0

    def _sign(self, i: int) -> str | None:
        """The money whose sign stands before a number."""
        sign = self._table["sign"]
        if not i or self._texts[i - 1] not in sign:
            return None
        if i > 1 and self._glued(i - 1) and self._texts[i - 2] + self._texts[i - 1] in sign:
            return sign[self._texts[i - 2] + self._texts[i - 1]][1]
        return sign[self._texts[i - 1]][1]

    def _unit(self, i: int, number: _Number) -> _Unit:
        at = number.end
        hyphen = self._texts[at] == "-" and self._glued(at)
        at += hyphen
        text = self._texts[at]
        sign = self._sign(i)
        if sign:
            return self._per(_Unit(Form.MONEY, sign, number.end + (text in self._table["currency"])))
        if text in self._table["percent"]:
            if self._texts[at + 1] in ("point", "points"):
                return _Unit(Form.PERCENT, "percentage points", at + 2)
            return _Unit(Form.PERCENT, self._table["percent"][text][1], at + 1)
        if text in ("per", "percentage") and self._texts[at + 1] in ("cent", "point", "points"):
            name = "percent" if text == "per" else "percentage points"
            return _Unit(Form.PERCENT, name, at + 2)
        if text == "basis" and self._texts[at + 1] in ("point", "points"):
            return _Unit(Form.PERCENT, "basis points", at + 2)
        money = self._money(at)
        if money:
            return self._per(money)
        if text == "square" or text == "cubic":
            inner = self._table["unit"].get(self._texts[at + 1])
            if inner:
                return self._per(_Unit(Form.MEASURE, f"{text} {inner[1]}", at + 2))
        if text == "m" and self._glued(at):
            return _Unit(Form.MEASURE, "metres", at + 1)
        if text in self._table["unit"]:
            return self._per(_Unit(Form.MEASURE, self._table["unit"][text][1], at + 1))
        if text in self._table["duration"] and self._texts[at + 1] != "'":
            return _Unit(Form.DURATION, self._table["duration"][text][1], at + 1)
        return self._rate(number.end) or _Unit(Form.COUNT, None, number.end)

    def _rate(self, at: int) -> _Unit | None:
        """45 per 100,000 inhabitants, where the subject of the sentence says 45 of what."""
        base = self._number(at + 1) if self._texts[at] == "per" else None
        if base is None or base.end >= len(self._pieces):
            return None
        words = [piece.text for piece in self._pieces[at + 1 : base.end]]
        noun = self._tree.pos[self._pieces[base.end].token] == "NOUN"
        words += [self._texts[base.end]] if noun else []
        return _Unit(Form.MEASURE, f"per {' '.join(words)}", base.end + noun)

    def _money(self, at: int) -> _Unit | None:
        currency = self._table["currency"]
        if self._texts[at] in currency:
            return _Unit(Form.MONEY, currency[self._texts[at]][1], at + 1)
        if self._texts[at + 1] in currency and at < len(self._pieces):
            whose = self._texts[at]
            if whose in ("us", "u.s", "american"):
                return _Unit(Form.MONEY, "US dollars", at + 2)
            if self._tree.pos[self._pieces[at].token] == "ADJ":
                return _Unit(Form.MONEY, f"{whose.capitalize()} {currency[self._texts[at + 1]][1]}", at + 2)
        return None

    def _per(self, unit: _Unit) -> _Unit:
        """With "per day" or "a day" behind, also past "of oil"."""
        at = unit.end
        for step in range(5 if self._texts[at] == "of" else 1):
            word, what = self._texts[at + step], self._texts[at + step + 1] if at + step + 1 < len(self._texts) else ""
            if not word:
                break
            if word in ("per", "a", "an", "/") and what in self._table["per"]:
                return _Unit(unit.form, f"{unit.name} per {what}", at + step + 2)
        return unit

    # -- putting together -------------------------------------------------------------------------------------------

    def _quantity(self, i: int, number: _Number, first: int, unit: _Unit, other: int = 0) -> Quantity:
        start, loose = self._approximation(first - (self._sign(first) is not None))
        end = max(unit.end, number.end)
        return Quantity(
            start=self._pieces[start].token,
            end=self._token_after(end),
            number=self._pieces[number.end - 1].token,
            value=number.value,
            unit=unit.name,
            form=unit.form,
            approximate=loose or number.loose,
            worded=number.worded and unit.form in (Form.COUNT, Form.DURATION),
        )

    def _token_after(self, end: int) -> int:
        return self._pieces[end - 1].token + 1

    def _approximation(self, i: int) -> tuple[int, bool]:
        """Where the words that make the number approximate begin."""
        if i > 0 and self._glued(i) and self._texts[i].startswith("$") and self._texts[i - 1].isalpha():
            i -= 1
        for length in (4, 3, 2, 1):
            if i >= length and tuple(self._texts[i - length : i]) in _approximate():
                return i - length, True
        return i, False

    def _glued(self, i: int) -> bool:
        return i < len(self._pieces) and self._pieces[i].glued


def _exact(value: float) -> float:
    """Without the dust that multiplying leaves: 1.1 * 1e6 is 1100000.0000000001."""
    return float(f"{value:.12g}")
