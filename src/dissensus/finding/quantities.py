"""Numbers in a sentence: their values, what they are measured in, and whether they are exact.

Left out are dates, ordinals, times of day, numbers that name a thing ("Article 15", "M-19"), and words that tell no
number ("hundreds of", "several"). A range gives both its ends.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from dissensus.finding.numerals import DASHES, GROUPED, Number, Numerals, exact, measures, units
from dissensus.parsing.date_words import Piece
from dissensus.parsing.tree import Tree

_LOOSE_START = frozenset({"a", "an", "half"})
_DISTANCES = frozenset({"lead", "margin", "edge", "advantage", "deficit", "gap", "win", "victory", "swing", "defeat"})
_FURTHER = frozenset({"more", "additional", "further", "consecutive", "straight", "long", "full", "whole", "extra"})
_ASIDE = frozenset({"down", "up", "over", "as", "back"})
"""Words behind "doubled" that make it another verb."""
_LARGEST = 1e15
"""No politics counts higher: longer strings of digits are codes."""
_SCORES = frozenset({"vote", "votes", "win", "victory", "defeat", "margin", "majority", "ruling", "decision"})


class Form(StrEnum):
    """What sort of quantity it is."""

    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    MEASURE = "measure"
    SHARE = "share"
    DURATION = "duration"
    MULTIPLE = "multiple"


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


class _Unit(NamedTuple):
    form: Form
    name: str | None
    end: int


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


class _Reader(Numerals):
    def read_all(self) -> list[Quantity]:
        quantities: list[Quantity] = []
        i = 0
        while i < len(self._pieces):
            text = self._texts[i]
            if text in self._table["multiple"] and self._texts[i + 1] not in _ASIDE:
                quantities.extend(self._multiple(i))
            if not (
                text[0].isdigit() or text in self._numerals or text in _LOOSE_START or text in self._table["fraction"]
            ):
                i += 1
                continue
            if self._pieces[i].token in self._taken:
                i += 1
                continue
            before = self._texts[i - 1] if i else ""
            read, i = self._read(i)
            quantities.extend(read)
            if read and read[-1].unit == "percent" and before != "from":
                i = self._past_rival(i, read[-1].value)
        return quantities

    def _multiple(self, i: int) -> list[Quantity]:
        """How many times as much there is: "tripled"; but "doubled it to 4 percent" tells the level."""
        tree, token = self._tree, self._pieces[i].token
        if tree.pos[token] != "VERB" or self._tells_level(token):
            return []
        value = float(self._table["multiple"][self._texts[i]][0])
        return [Quantity(token, token + 1, token, value, "times", Form.MULTIPLE, approximate=False, worded=False)]

    def _tells_level(self, verb: int) -> bool:
        tree = self._tree
        reached = [tree.child(c, "pobj") for c in tree.children[verb] if tree.words[c] == "to"]
        return any(n is not None and (tree.pos[n] == "NUM" or tree.child(n, "nummod") is not None) for n in reached)

    def _past_rival(self, i: int, value: float) -> int:
        """Where to go on behind what the other side had: "led her 56 percent to 32 percent"."""
        other = self._number(i + 1) if self._texts[i] in ("to", "-", "–") else None
        if other is None or other.value >= value:
            return i
        unit = self._unit(i + 1, other)
        return unit.end if unit.name == "percent" else i

    def _read(self, i: int) -> tuple[list[Quantity], int]:
        """The quantities that begin at a piece, and where to go on."""
        share = self._share(i)
        if share:
            number = Number(share[0], share[1], worded=False, scaled=True, loose=False)
            behind = self._texts[number.end : number.end + 3]
            if behind[0] == "of" and behind[1] in ("a", "one", "1") and behind[2] in ("percent", "percentage"):
                return self._hundredth(i, number, number.end + 2)
            if behind[:2] == ["of", "a"] and behind[2] in self._multipliers:  # "a quarter of a million"
                value, end = self._multiplied(number.value * self._multipliers[behind[2]], number.end + 3)
                number = Number(value, end, worded=False, scaled=True, loose=False)
                return [self._quantity(i, number, i, self._unit(i, number))], max(self._unit(i, number).end, end)
            return [self._quantity(i, number, i, _Unit(Form.SHARE, "share", number.end))], number.end
        if self._texts[i : i + 2] == ["half", "a"] and self._texts[i + 2] in ("percent", "percentage"):
            return self._hundredth(i, Number(0.5, i + 1, worded=False, scaled=True, loose=False), i + 2)
        first = self._number(i)
        if first is None or first.value > _LARGEST:
            return [], first.end if first else i + 1
        skip = self._names(i, first.end)
        if skip:
            return [], skip
        joint = self._joint(first.end)
        if not joint and i and self._texts[i - 1] == "between" and self._texts[first.end] in self._table["percent"]:
            joint = self._joint(first.end + 1)  # "between 55% and 72%"
        if joint:
            second = self._number(joint)
            if second:
                return self._pair(i, first, joint, second)
        unit = self._unit(i, first)
        return [self._quantity(i, first, i, unit)], max(unit.end, first.end)

    def _hundredth(self, i: int, number: Number, at: int) -> tuple[list[Quantity], int]:
        """Half a percent, a quarter of a percentage point; the word for it is at a piece."""
        point = self._texts[at] == "percentage"
        unit = _Unit(Form.PERCENT, "percentage points" if point else "percent", at + 1 + point)
        return [self._quantity(i, number, i, unit)], unit.end

    # -- what a number is not ---------------------------------------------------------------------------------------

    def _names(self, i: int, end: int) -> int:
        """Where to go on when the number is part of a name, a time, an ordinal or a score; 0 when it is none."""
        text, before, after = self._texts[i], self._texts[i - 1] if i else "", self._texts[end]
        if self._glued(i) and before and (before[-1].isalpha() or before in ("#", "/", ":", "+", "~", "@", ".", "'")):
            # "G20" is a name; "US$" stands before an amount, and "~" makes it approximate
            return 0 if before == "~" else end
        if before in DASHES and self._glued(i) and i > 1 and self._glued(i - 1) and self._texts[i - 2][-1:].isalpha():
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
        if after in ("a", "p") and self._texts[end + 1] == "m":
            return end + 2
        if before in measures()["label"] or (before == "." and i > 1 and self._texts[i - 2] == "no"):
            return end if self._tree.deps[self._pieces[i].token] != "nummod" or self._label(i) else 0
        if text[0].isdigit() and self._opens_item(i, after):
            return end
        if after == "-" and self._texts[end + 1] in ("foot", "feet") and self._texts[end + 2] == "-":
            return end + 4  # somebody's height: "5-foot-11"
        if self._chain(end):
            while self._texts[end] in DASHES or self._texts[end][:1].isdigit():
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
            texts[end] in DASHES
            and texts[end + 1][:1].isdigit()
            and texts[end + 2] in DASHES
            and texts[end + 3][:1].isdigit()
            and self._glued(end + 3)
        )

    # -- units, ranges ----------------------------------------------------------------------------------------------

    def _joint(self, i: int) -> int:
        """Where a range's second number begins, or 0."""
        text = self._texts[i]
        if text in ("to", "and", "or") or text in DASHES:
            at = i + 1
            at += self._texts[at] in self._table["sign"] and not self._texts[at].isalpha()
            return at
        return 0

    def _pair(self, i: int, first: Number, at: int, second: Number) -> tuple[list[Quantity], int]:
        before = self._texts[i - 1] if i else ""
        if before in self._table["sign"] and i > 1:
            before = self._texts[i - 2]
        text = self._texts[first.end]
        unit = self._unit(at, second)
        if unit.name == "percent" and second.value < first.value and not second.scaled and before != "from":
            return [self._quantity(i, first, i, unit)], unit.end  # what the other had: "by 52 to 48 percent"
        if self._apart(i, first, at, second) or (text == "and" and before != "between"):
            alone = self._unit(i, first)
            return [self._quantity(i, first, i, alone)], max(alone.end, first.end)
        if self._sign(i) and unit.form is Form.COUNT:
            unit = _Unit(Form.MONEY, self._sign(i), unit.end)
        if second.scaled and not first.scaled and second.value > first.value:
            factor = self._factor(at, second)
            if first.value < 1000 and first.value * factor < second.value:
                first = first._replace(value=exact(first.value * factor))
        score = self._texts[second.end] in _SCORES or (unit.form is Form.COUNT and second.value <= first.value)
        voted = "vote" in (self._texts[second.end], self._tree.lemmas[self._pieces[max(0, i - 1)].token])
        if score and text in DASHES and not voted and self._texts[second.end] not in _SCORES:
            return [], second.end
        ends = unit.end if unit.end > second.end else second.end
        firm = score or before == "from"
        both = [self._quantity(i, first, i, unit, at), self._quantity(i, second, at, unit)]
        if not firm:
            both = [replace(one, approximate=True) for one in both]
        if before == "from" and text == "to" and not score:
            return both, ends  # "rose from 10 to 50 percent"
        start = both[0].start
        return [replace(one, start=start, end=self._token_after(ends)) for one in both], ends

    def _apart(self, i: int, first: Number, at: int, second: Number) -> bool:
        """Whether two numbers with "to" between are no range: "$5 million to 14 creditors", "120 votes to 34"."""
        if self._texts[first.end] in DASHES:
            return False
        if second.value <= first.value and not (second.scaled and not first.scaled):
            return True
        return self._sign(i) is not None and self._sign(at) is None and not second.scaled

    def _factor(self, i: int, number: Number) -> float:
        own = GROUPED.fullmatch(self._texts[i])
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

    def _unit(self, i: int, number: Number) -> _Unit:
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
        if text in ("point", "points") and self._apart_by(i, at, hyphen):
            return _Unit(Form.PERCENT, "percentage points", at + 1)
        if text == "basis" and self._texts[at + 1] in ("point", "points"):
            return _Unit(Form.PERCENT, "basis points", at + 2)
        money = self._money(at)
        if money:
            return self._per(money)
        if text == "square" or text == "cubic":
            inner = self._table["unit"].get(self._texts[at + 1])
            if inner:
                return self._per(_Unit(Form.MEASURE, f"{text} {inner[1]}", at + 2))
        if text == "b" and self._texts[at + 1] == "/" and self._texts[at + 2].rstrip(".") == "d":
            return _Unit(Form.MEASURE, "barrels per day", at + 3)
        if text == "m" and self._glued(at):
            return _Unit(Form.MEASURE, "metres", at + 1)
        if text in self._table["unit"] and self._texts[at + 1] in ("hour", "hours") and "watt" in text:
            return _Unit(Form.MEASURE, f"{self._table['unit'][text][1].removesuffix('s')} hours", at + 2)
        if text in self._table["unit"]:
            return self._per(_Unit(Form.MEASURE, self._table["unit"][text][1], at + 1))
        if text in _FURTHER and self._texts[at + 1] in self._table["duration"]:
            text, at = self._texts[at + 1], at + 1  # "six more years"
        if text in self._table["duration"] and self._texts[at + 1] != "'":
            return _Unit(Form.DURATION, self._table["duration"][text][1], at + 1)
        return self._rate(number.end) or _Unit(Form.COUNT, None, number.end)

    def _apart_by(self, i: int, at: int, hyphen: bool) -> bool:
        """Whether points are of a percentage: "leads by 12 points", "a 12-point lead", "12 points ahead"."""
        following, before = self._texts[at + 1], self._texts[i - 1] if i else ""
        moved = i > 0 and self._tree.lemmas[self._pieces[i - 1].token] in measures()["change"]
        named = following in (_DISTANCES if hyphen else ("ahead", "behind", "clear"))
        named = named or (before == "of" and i > 1 and self._texts[i - 2] in _DISTANCES)
        return named or moved or before == "by"

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
        if self._texts[at] in ("pound", "pounds") and self._texts[at + 1] == "of":
            return _Unit(Form.MEASURE, "pounds (weight)", at + 1)
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

    def _quantity(self, i: int, number: Number, first: int, unit: _Unit, other: int = 0) -> Quantity:
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
