"""Pages of print into one text: running heads and page numbers told apart, words put together that a line end cut."""

from __future__ import annotations

import re
from collections import Counter

from dissensus.model import Span
from dissensus.reading.tables import words

_EDGE_LINES = 3
_FEWEST_PAGES = 3
_SHARE = 0.25
"""A running head stands on this share of the pages at least: heads of chapters change, left and right pages differ."""
_DIGITS = re.compile(r"\d+")
_ROMAN = r"[ivxlc]{1,6}"
_PAGE_NUMBER = re.compile(
    rf"(?:page|página|pagina|seite|p\.)?\s*[-–—|\[(]*\s*(?:\d{{1,4}}|{_ROMAN})\s*[-–—|\])]*(?:\s*(?:of|de|von|/)\s*\d{{1,4}})?$",
    re.IGNORECASE,
)
_CUT_WORD = re.compile(r"(?<![^\W\d_])([^\W\d_]+)(-|\u2010|\u00ad)[ \t]*\n[ \t]*([^\W\d_]+)")
_HYPHENATED = re.compile(r"(?<![^\W\d_])[^\W\d_]+-[^\W\d_]+")


def joined_pages(pages: list[str]) -> tuple[str, tuple[Span, ...]]:
    """The pages as one text, parted by blank lines, and the lines at their edges that are no part of the article."""
    split = [[line.strip() for line in page.split("\n")] for page in pages]
    repeated = _repeated(split)
    hyphenated = {match.lower() for page in pages for match in _HYPHENATED.findall(page)}
    texts: list[str] = []
    furniture: list[Span] = []
    at = 0
    for lines in split:
        top, bottom = _edges(lines)
        marked = {
            number
            for number in (*top, *bottom)
            if _head_key(lines[number]) in repeated
            or (number in (*top[:1], *bottom[-1:]) and _is_number(lines[number]))
        }
        for is_marked, chunk in _chunks(lines, marked):
            text = chunk if is_marked else _mended(chunk, hyphenated)
            if not text.strip():
                continue
            if texts:
                texts.append("\n\n")
                at += 2
            if is_marked:
                furniture.append(Span(start=at, end=at + len(text)))
            texts.append(text)
            at += len(text)
    return "".join(texts), tuple(furniture)


def _chunks(lines: list[str], marked: set[int]) -> list[tuple[bool, str]]:
    """The lines of a page as stretches that are furniture (true) or not."""
    chunks: list[tuple[bool, list[str]]] = []
    for number, line in enumerate(lines):
        is_marked = number in marked
        if not chunks or chunks[-1][0] != is_marked:
            chunks.append((is_marked, []))
        chunks[-1][1].append(line)
    return [(is_marked, "\n".join(chunk).strip("\n")) for is_marked, chunk in chunks]


def _edges(lines: list[str]) -> tuple[list[int], list[int]]:
    """The numbers of the first and last lines with words on a page, never all of a page twice."""
    full = [number for number, line in enumerate(lines) if line]
    return full[:_EDGE_LINES], full[_EDGE_LINES:][-_EDGE_LINES:]


def _head_key(line: str) -> str:
    return _DIGITS.sub("#", line.casefold())


def _is_number(line: str) -> bool:
    return bool(_PAGE_NUMBER.match(line)) and len(line) <= 24


def _repeated(pages: list[list[str]]) -> set[str]:
    """What stands at the edges of many pages, but for the numbers in it."""
    counts: Counter[str] = Counter()
    for lines in pages:
        top, bottom = _edges(lines)
        counts.update({_head_key(lines[number]) for number in (*top, *bottom)})
    fewest = max(min(_FEWEST_PAGES, len(pages)), int(_SHARE * len(pages)), 2)
    return {
        key for key, count in counts.items() if count >= fewest and len(key) <= 120 and sum(map(str.isalpha, key)) > 2
    }


def _mended(text: str, hyphenated: set[str]) -> str:
    """Words cut at line ends put together; the hyphen stays where it is the word's own."""

    def mend(match: re.Match[str]) -> str:
        first, mark, second = match.groups()
        own = mark != "\u00ad" and (
            f"{first}-{second}".lower() in hyphenated
            or first.lower() in words("hyphen_prefixes.tsv")
            or second[0].isupper()
        )
        return f"{first}-{second}" if own else f"{first}{second}"

    return _CUT_WORD.sub(mend, text)
