"""Figures in paragraphs of Spanish or Portuguese inside an English document.

Such paragraphs are quotations that the writer left in the language of the source. They are not parsed; a number with
what stands behind it is read by a small grammar over `lexicon/romance_numbers.tsv`: "70 mil efectivos", "el 12,5 por
ciento de los votos". Dates, names and idle counts are left out. What is counted stays in the source's words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from dissensus.parsing.parsed import Paragraph, Parsed
from dissensus.tables import package_table

LANGUAGES = {"es": "Spanish", "pt": "Portuguese"}

_PIECE = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|[%$€.,;:!?()]")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_MARKS = "\"'“”«»‘’"
_SENTENCE = frozenset(".!?;:")
_PHRASE = 5
"""Most words of what is counted."""
_BEFORE, _AFTER = 8, 10
"""Words of evidence before and after a number, within its sentence."""


class _Piece(NamedTuple):
    word: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class RomanceFigure:
    """A figure read without a parse.

    Attributes:
        start, end: offsets in the document's text of words that hold it.
        measure: what is counted, in the source's words, or the unit in English.
        subject: the noun phrase that is counted.
        quoted: whether the paragraph stands in quotation marks.
    """

    start: int
    end: int
    value: float
    unit: str | None
    measure: str
    subject: str
    approximate: bool
    words: str
    language: str
    quoted: bool


@cache
def _table(kind: str) -> dict[str, tuple[str, str]]:
    rows = package_table("dissensus.finding", "lexicon/romance_numbers.tsv")
    return {word: (row["value"], row["unit"]) for row in rows if row["kind"] == kind for word in row.many("word")}


def find_romance_figures(parsed: Parsed) -> Iterator[RomanceFigure]:
    """The figures of the paragraphs of a document that are in Spanish or Portuguese and not parsed."""
    if not parsed.analysed:
        return
    quoted = _quoted(parsed)
    for paragraph in parsed.paragraphs:
        if not len(paragraph.doc) and paragraph.language in LANGUAGES:
            text = parsed.document.text[paragraph.start : paragraph.end]
            yield from _Reader(paragraph, text, paragraph.index in quoted).read()


def _quoted(parsed: Parsed) -> set[int]:
    """Paragraphs of runs that open and close with quotation marks."""
    found: set[int] = set()
    run: list[Paragraph] = []
    for paragraph in [*parsed.paragraphs, None]:
        if paragraph is not None and not len(paragraph.doc):
            run.append(paragraph)
            continue
        if run:
            text = parsed.document.text[run[0].start : run[-1].end].strip()
            if text[:1] in _MARKS and text.rstrip(".,")[-1:] in _MARKS:
                found.update(p.index for p in run)
        run = []
    return found


class _Reader:
    def __init__(self, paragraph: Paragraph, text: str, quoted: bool) -> None:
        self._start = paragraph.start
        self._language = paragraph.language or ""
        self._quoted = quoted
        self._text = text
        self._pieces = [_Piece(m.group().lower(), m.start(), m.end()) for m in _PIECE.finditer(text)]

    def read(self) -> Iterator[RomanceFigure]:
        at = 0
        while at < len(self._pieces):
            if self._word(at - 1) == "por" and self._word(at) in ("ciento", "cento"):
                at += 1
                continue
            value, end = self._number(at)
            if value is None:
                at += 1
                continue
            found = self._figure(at, end, value)
            if found is not None:
                yield found
            at = end

    def _word(self, at: int) -> str:
        return self._pieces[at].word if 0 <= at < len(self._pieces) else ""

    def _number(self, at: int) -> tuple[float | None, int]:
        """The number that begins at a piece, and the piece behind it."""
        total = current = 0.0
        begun = False
        while at < len(self._pieces):
            word = self._word(at)
            if word in ("y", "e") and begun and self._word(at + 1) in _table("numeral"):
                at += 1
                continue
            if word[0].isdigit() and not begun:
                current = _digits(word)
            elif word in _table("numeral"):
                current += float(_table("numeral")[word][0])
            elif word in _table("multiplier") and (begun or word == "mil"):
                factor = float(_table("multiplier")[word][0])
                if factor == 1000:
                    current = max(current, 1) * factor
                else:
                    total, current = total + max(current, 1) * factor, 0.0
            elif word in ("un", "um") and self._word(at + 1) in _table("multiplier"):
                current = 1.0
            else:
                break
            begun = True
            at += 1
        return (total + current if begun else None), at

    def _figure(self, first: int, end: int, value: float) -> RomanceFigure | None:
        before, behind = self._word(first - 1), self._word(end)
        bare_year = end == first + 1 and self._word(first).isdigit() and 1800 <= value <= 2100
        if before in _table("label") or value < 2 or (behind == "de" and self._word(end + 1) in _table("month")):
            return None
        unit, after = self._unit(end)
        if unit is None and before in ("$", "€"):
            unit = "dollars" if before == "$" else "euros"
        counted, named, last = self._counted(after if unit else end)
        if unit is None:
            if not counted or bare_year or counted[0] in _table("idle") or counted[0] in _table("month"):
                return None
        elif behind in _table("duration") and not counted and before not in _table("lasting"):
            return None
        phrase = self._text[self._pieces[named].start : self._pieces[last - 1].end] if counted else ""
        start, stop = self._evidence(first, max(last, after, end))
        return RomanceFigure(
            start=self._start + self._pieces[start].start,
            end=self._start + self._pieces[stop - 1].end,
            value=value,
            unit=unit or counted[0],
            measure=f"{unit} {phrase}".strip() if unit else counted[0],
            subject=phrase or unit or "",
            approximate=self._approximate(first),
            words=self._text[self._pieces[first].start : self._pieces[end - 1].end],
            language=self._language,
            quoted=self._quoted,
        )

    def _unit(self, at: int) -> tuple[str | None, int]:
        """The unit behind a number ("por ciento", "de dólares"), and the piece behind it."""
        if self._word(at) == "de" and self._word(at + 1) in (*_table("currency"), *_table("unit")):
            at += 1
        pair = f"{self._word(at)} {self._word(at + 1)}"
        if pair in _table("percent"):
            return _table("percent")[pair][1], at + 2
        for kind in ("percent", "currency", "duration", "unit"):
            told = _table(kind).get(self._word(at))
            if told is not None:
                return told[1], at + 1
        return None, at

    def _counted(self, at: int) -> tuple[list[str], int, int]:
        """The words of the noun phrase at a piece, its first piece, and the piece behind it."""
        while self._word(at) in ("de", "del", "do", "da", "dos", "das", "los", "las", "os", "as"):
            at += 1
        words: list[str] = []
        end = at
        while len(words) < _PHRASE and end < len(self._pieces):
            word = self._word(end)
            if not word.isalpha() or word in _table("stop"):
                break
            words.append(word)
            end += 1
        while words and words[-1] in ("de", "del", "do", "da", "dos", "das"):
            words.pop()
            end -= 1
        return words, at, end

    def _approximate(self, first: int) -> bool:
        words = [self._word(first - 1), self._word(first - 2)]
        return words[0] in _table("approximate") or (words[0] in ("de", "a") and words[1] in _table("approximate"))

    def _evidence(self, first: int, last: int) -> tuple[int, int]:
        start, stop = first, last
        while start > 0 and first - start < _BEFORE and self._word(start - 1) not in _SENTENCE:
            start -= 1
        while start < first and not self._word(start).isalnum():
            start += 1
        while stop < len(self._pieces) and stop - last < _AFTER and self._word(stop) not in _SENTENCE | {","}:
            stop += 1
        return start, stop


def _digits(word: str) -> float:
    """A number in digits, with points or commas between the thousands: "1.200,5", "1,200", "12,5"."""
    if _THOUSANDS.fullmatch(word):
        thousands = word[re.search(r"[.,]", word).start()]  # type: ignore[union-attr]
        return float(word.replace(thousands, "").replace(",", "."))
    parts = re.split(r"[.,]", word)
    return float(".".join(parts)) if len(parts) <= 2 else float("".join(parts))
