"""The paragraphs of a text: where each begins and ends, and what it is on the page.

Lines that were broken to fit a page are put together again, and so is a sentence that a page break cut in two;
lines that are paragraphs of their own stay apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dissensus.model import Span
from dissensus.parsing.parsed import BlockKind

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_BULLET = re.compile(r"\s*(?:[•·▪◦‣*–—-]|\(?\d{1,2}[.)]|[a-z]\))\s+(?=\S)")
_ROW = re.compile(r"\s\|\s")
"""The line between two cells of a table."""
_ENDS_SENTENCE = re.compile(r"[.!?…:;][\"'”’»)\]]*\s*$")
_OPENS_QUOTE = re.compile(r"\s*[\"“«„>]")
_CLOSES_QUOTE = re.compile(r"[\"”»][.,;]?\s*$")
_WRAPPED_AT = range(40, 121)
"""Widths, in characters, at which lines of running text are broken in practice."""
_TOO_LONG = 6
"""Of so many lines one may be longer than the width."""
_LONGEST = 20_000
"""A block longer than this is cut at a space: no paragraph is that long, and the parser's memory grows with it."""
_HEADING_WORDS = 16


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph's place in the text, as offsets, and its kind."""

    start: int
    end: int
    kind: BlockKind


def blocks(text: str, furniture: Sequence[Span] = ()) -> Iterator[Block]:
    """Yield the paragraphs of a text in order, furniture left out."""
    held: tuple[int, int] | None = None
    for start, end in _paragraphs(text, _lines(text, furniture)):
        if held and _continues(text, held, start):
            held = (held[0], end)
            continue
        if held:
            yield from _cut(text, *held)
        held = (start, end)
    if held:
        yield from _cut(text, *held)


def _lines(text: str, furniture: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Lines that say something, without the space around them, and without those that touch furniture."""
    waiting = iter(sorted(furniture, key=lambda span: span.start))
    next_out = next(waiting, None)
    for match in _LINE.finditer(text):
        start, end = match.span()
        while next_out and next_out.end <= start:
            next_out = next(waiting, None)
        if next_out and next_out.start < end:
            continue
        words = match.group().strip()
        if words:
            start += len(match.group()) - len(match.group().lstrip())
            yield start, start + len(words)


def _paragraphs(text: str, lines: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Group lines that no blank line parts, and join those that were broken to fit a page."""
    group: list[tuple[int, int]] = []
    for line in lines:
        if group and text.count("\n", group[-1][1], line[0]) > 1:
            yield from _unwrap(text, group)
            group = []
        group.append(line)
    if group:
        yield from _unwrap(text, group)


def _unwrap(text: str, lines: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    widest = _width(text, lines)
    if not widest:
        yield from lines
        return
    start, end = lines[0]
    for line in lines[1:]:
        short = end - _line_start(text, end, start) < 0.6 * widest
        ended = _ENDS_SENTENCE.search(text, start, end) or not text[line[0]].islower()
        row = _ROW.search(text, start, end) or _ROW.search(text, *line)
        if (short and ended) or row or _BULLET.match(text, *line):
            yield start, end
            start = line[0]
        end = line[1]
    yield start, end


def _width(text: str, lines: Sequence[tuple[int, int]]) -> int:
    """The width at which lines were broken to fit a page; 0 where they are paragraphs of their own."""
    lengths = sorted(end - start for start, end in lines)
    widest = lengths[-1]
    if _fills(lines, widest):
        return widest
    # A few lines are too long where a reader put two together; then most lines must break off within a sentence.
    broken = sum(not _ENDS_SENTENCE.search(text, start, end) for start, end in lines[:-1])
    widest = lengths[-1 - len(lines) // _TOO_LONG]
    return widest if 2 * broken >= len(lines) - 1 and _fills(lines, widest) else 0


def _fills(lines: Sequence[tuple[int, int]], widest: int) -> bool:
    """Whether most lines, the last aside, come near to a width at which lines are broken."""
    near = sum(end - start >= 0.6 * widest for start, end in lines[:-1])
    return len(lines) > 1 and widest in _WRAPPED_AT and near >= 0.7 * (len(lines) - 1)


def _line_start(text: str, end: int, floor: int) -> int:
    return max(floor, text.rfind("\n", 0, end) + 1)


def _continues(text: str, held: tuple[int, int], start: int) -> bool:
    """Whether a page break cut a sentence: what stands before it ends none, what follows begins in lower case."""
    return (
        text[start].islower()
        and held[1] - held[0] > 60
        and not _ENDS_SENTENCE.search(text, held[0], held[1])
        and not _BULLET.match(text, held[0], held[1])
        and text.count("\n", held[1], start) > 1
    )


def _cut(text: str, start: int, end: int) -> Iterator[Block]:
    kind = _kind(text, start, end)
    while end - start > _LONGEST:
        at = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
        at = at if at > start else start + _LONGEST
        yield Block(start, at, kind)
        start = at
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        yield Block(start, end, kind)


def _kind(text: str, start: int, end: int) -> BlockKind:
    if _BULLET.match(text, start, end):
        return BlockKind.ITEM
    if _OPENS_QUOTE.match(text, start, end) and (
        text[start] == ">" or (_CLOSES_QUOTE.search(text, start, end) and end - start > 200)
    ):
        return BlockKind.QUOTE
    words = text[start:end].split()
    if len(words) <= _HEADING_WORDS and not _ENDS_SENTENCE.search(text, start, end):
        return BlockKind.HEADING
    return BlockKind.BODY
