"""Numbers as they are written, in digits or words, and the lexicons of units and measures."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from dissensus.parsing.date_words import Piece
from dissensus.parsing.tree import Tree
from dissensus.tables import package_table

UNIT_KINDS = frozenset(
    {
        "numeral", "multiplier", "short", "fraction", "sign", "currency", "percent", "unit", "duration", "per",
        "approximate", "time", "multiple",
    }
)  # fmt: skip
MEASURE_KINDS = frozenset(
    {
        "idle", "label", "change", "level", "cost", "toll", "toll_state", "people", "participle", "weighty", "deed",
        "size", "span", "lasting", "polling", "counting", "telling", "market", "gain", "supply", "worth", "margin",
        "total", "gap", "undergone",
    }
)  # fmt: skip
GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_POINTS = re.compile(r"\d{1,3}(?:\.\d{3}){2,}")
DASHES = frozenset("-–—")


class Number(NamedTuple):
    """A number and the piece after it.

    Attributes:
        worded: it is a plain number word, such as "four".
        scaled: "million" or the like is part of it.
        loose: it is a round "a dozen", "half a million".
    """

    value: float
    end: int
    worded: bool
    scaled: bool
    loose: bool


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
    return frozenset().union(*(table[kind] for kind in ("numeral", "multiplier", "fraction", "multiple")))


@cache
def _values(kind: str) -> dict[str, float]:
    return {word: float(value) for word, (value, _) in units()[kind].items()}


class Numerals:
    """Reads numbers from the pieces of a paragraph; tokens in `taken` belong to dates and are left alone."""

    def __init__(self, found: list[Piece], tree: Tree, taken: frozenset[int] | set[int]) -> None:
        self._pieces = found
        self._texts = [piece.text for piece in found] + [""] * 5
        self._tree = tree
        self._taken = taken
        self._table = units()
        self._numerals = _values("numeral")
        self._multipliers = _values("multiplier")
        self._fractions = _values("fraction")

    def _number(self, i: int) -> Number | None:
        if i >= len(self._pieces) or self._pieces[i].token in self._taken:
            return None
        text = self._texts[i]
        if text[0].isdigit():
            return self._in_digits(i)
        if text in self._numerals:
            return self._in_words(i)
        if text in ("a", "an") and self._texts[i + 1] in self._multipliers:
            value, end = self._multiplied(self._multipliers[self._texts[i + 1]], i + 2)
            return Number(value, end, worded=False, scaled=True, loose=True)
        if text == "half":
            at = i + 1 + (self._texts[i + 1] in ("a", "-"))
            if self._texts[at] in self._multipliers:
                value, end = self._multiplied(self._multipliers[self._texts[at]] / 2, at + 1)
                return Number(value, end, worded=False, scaled=True, loose=True)
        return None

    def _in_digits(self, i: int) -> Number | None:
        text = self._texts[i]
        if GROUPED.fullmatch(text):
            value = float(text.replace(",", ""))
        elif _POINTS.fullmatch(text):
            value = float(text.replace(".", ""))
        else:
            return None
        at = i + 1
        while self._texts[at] == "," and self._texts[at + 1] == "000":  # "100, 000", as some texts are spaced
            value, at = value * 1000, at + 2
        if self._texts[at] in ("½", "¼", "¾") and self._glued(at):
            value += {"½": 0.5, "¼": 0.25, "¾": 0.75}[self._texts[at]]
            at += 1
        multiplied, end = self._multiplied(value, at)
        return Number(multiplied, end, worded=False, scaled=end > at, loose=False)

    def _multiplied(self, value: float, i: int) -> tuple[float, int]:
        """With "million", "bn" and the like behind; "5-million" too."""
        at = i + (self._texts[i] == "-" and self._texts[i + 1] in self._multipliers)
        while self._texts[at] in self._multipliers:
            value, at = value * self._multipliers[self._texts[at]], at + 1
            i = at
        text = self._texts[i]
        short = self._table["short"].get(text)
        if short and (self._glued(i) or len(text) > 1) and not (text == "m" and self._metres(i)):
            return exact(value * float(short[0])), i + 1
        return exact(value), i

    def _metres(self, i: int) -> bool:
        """Whether "m" on a number is metres: no money before, and a single thing or a direction behind."""
        at = i
        while at and (self._texts[at - 1][0].isdigit() or self._texts[at - 1] in DASHES):
            at -= 1
        if at and (self._texts[at - 1] in self._table["sign"] or self._texts[at - 1] == "$"):
            return False
        following = self._texts[i + 1]
        if following in ("long", "wide", "high", "tall", "deep", "away", "from", "below", "above", "-"):
            return True
        if following in self._table["currency"] or i + 1 >= len(self._pieces):
            return False
        return self._tree.tags[self._pieces[i + 1].token] in ("NN", "JJ")

    def _in_words(self, i: int) -> Number | None:
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
            return Number(value, at, worded=False, scaled=True, loose=False)
        return Number(exact(total + group), at, worded=not scaled, scaled=scaled, loose=False)

    def _continues(self, i: int, group: float) -> bool:
        text = self._texts[i]
        return (text in self._numerals and group % 100 >= 20 and self._numerals[text] < 10) or text in self._multipliers

    def _share(self, i: int) -> tuple[float, int] | None:
        """Two-thirds, a quarter of, half of the, six in ten."""
        text = self._texts[i]
        share, end = 0.0, i
        if text == "half" and self._texts[i + 1] in ("of", "the", "its", "their", "all", "his", "her"):
            share, end = 0.5, i + 1
        elif text == "half" and i and self._texts[i - 1] in ("by", "in") and self._texts[i + 1] not in ("a", "-"):
            share, end = 0.5, i + 1  # "fell by half", "cut it in half"
        elif text in self._numerals or text in ("a", "an"):
            count = self._numerals.get(text, 1.0)
            at = i + 1 + (self._texts[i + 1] == "-")
            divisor = self._fractions.get(self._texts[at])
            plural = self._texts[at].endswith("s") and count > 1
            by = i > 0 and self._texts[i - 1] == "by"
            if divisor and count < divisor and (plural or by or self._texts[at + 1] == "of"):
                share, end = count / divisor, at + 1
            elif text not in ("a", "an"):
                share, end = self._one_in(i, count)
        elif self._pieces[i].number is not None:
            share, end = self._one_in(i, float(self._pieces[i].number or 0))
        return (share, end) if share else None

    def _one_in(self, i: int, count: float) -> tuple[float, int]:
        """One in five; six out of ten."""
        at = i + 1
        if self._texts[at] == "out" and self._texts[at + 1] == "of":
            at += 2
        elif self._texts[at] in ("in", "of") and (self._texts[at] == "in" or self._texts[at + 1] == "every"):
            at += 1
        elif self._texts[at] == "of" and self._texts[at + 1] in ("ten", "10") and count > 1:
            at += 1  # "nine of ten voters"
        else:
            return 0.0, i
        at += self._texts[at] == "every"
        whole = self._number(at)
        if whole is None or not whole.value > count or whole.value > 100_000:
            return 0.0, i
        if count == 1 or whole.value in (10, 100, 1000) or (whole.value < 10 and self._texts[i + 1] in ("in", "out")):
            return count / whole.value, whole.end
        return 0.0, i

    def _glued(self, i: int) -> bool:
        return i < len(self._pieces) and self._pieces[i].glued


def exact(value: float) -> float:
    """Without the dust that multiplying leaves: 1.1 * 1e6 is 1100000.0000000001."""
    return float(f"{value:.12g}")
