"""Lines that are not the article, told by their words: `data/furniture.tsv` holds the cues.

A line counts only when all of it is such a line. A sentence of an article that begins like a cue is longer than the
cue's line may be, or does not stand where the cue stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from dissensus.model import Span
from dissensus.reading.tables import table, words

_LINE = re.compile(r"\S[^\n]*")
_LONGEST = 600
"""Characters; a longer line is prose."""
_EDGES = " \t\u00a0*_#>|[]()•·▪◦‣→»«-–—~=+<"
_END = " .:!…?;,"
_NUMBER = re.compile(r"\d[\d.,]*")
_ANY_NUMBER = "0"
"""Stands for every number, in lines and in cues."""
_LINK = r"(?:https?://|www\.)[^\s)>\],;|]+"
_ONE_LINK = rf"(?:!?\[[^\]\n]*\]\(\s*{_LINK}\s*\)|<?{_LINK}>?|[\w.+-]+@[\w-]+\.[\w.-]+)"
_LINKS_ONLY = re.compile(rf"[-*•\s]*{_ONE_LINK}(?:[\s,;|]+{_ONE_LINK})*[\s,;|]*$")
_MENU_SEPARATOR = re.compile(r"\s+[|·•»/]\s+|\s*\|\s*")
_MENU_ITEM_WORDS = 3
_MENU_RUN = 5
_RULE = re.compile(r"[\W_]+$")
_FORM_WORDS = 12
"""Below a comment form nothing is longer than this."""


class _Line(NamedTuple):
    start: int
    end: int
    text: str
    words: int


class _Cue(NamedTuple):
    pattern: re.Pattern[str]
    words: int
    end_only: bool


def furniture_of(text: str) -> list[Span]:
    """The lines of a text that are not the article, in order."""
    lines = [_line(match) for match in _LINE.finditer(text)]
    found: set[int] = set()
    last_third = len(text) * 2 // 3
    form: int | None = None
    for number, line in enumerate(lines):
        if len(line.text) > _LONGEST:
            continue
        if _is_furniture(line, in_end=line.start >= last_third):
            found.add(number)
            if form is None and _bare(line.text) in _forms():
                form = number
    found.update(_menus(lines))
    if form is not None and all(line.words <= _FORM_WORDS for line in lines[form:]):
        found.update(range(form, len(lines)))
    return [Span(start=lines[number].start, end=lines[number].end) for number in sorted(found)]


def merged(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in order, those that touch or have only space between them made one; none when nothing else is left."""
    out: list[tuple[int, int]] = []
    for span in sorted(spans, key=lambda span: (span.start, span.end)):
        if out and (span.start <= out[-1][1] or not text[out[-1][1] : span.start].strip()):
            out[-1] = (out[-1][0], max(out[-1][1], span.end))
        elif span.end > span.start:
            out.append((span.start, span.end))
    if not _anything_else(text, out):
        return ()
    return tuple(Span(start=start, end=end) for start, end in out)


def is_furniture(line: str) -> bool:
    """Whether a line by itself is furniture wherever it stands."""
    match = _LINE.search(line)
    return match is not None and len(line) <= _LONGEST and _is_furniture(_line(match), in_end=False)


def _anything_else(text: str, spans: list[tuple[int, int]]) -> bool:
    at = 0
    for start, end in spans:
        if text[at:start].strip():
            return True
        at = end
    return bool(text[at:].strip())


def _line(match: re.Match[str]) -> _Line:
    text = match.group().rstrip()
    return _Line(match.start(), match.start() + len(text), text, text.count(" ") + 1)


def _bare(line: str) -> str:
    """A line as the cues write it."""
    text = " ".join(line.strip(_EDGES).lower().replace("’", "'").split())
    return _NUMBER.sub(_ANY_NUMBER, text).rstrip(_END).rstrip(_EDGES)


def _is_furniture(line: _Line, *, in_end: bool) -> bool:
    text = line.text
    if ("http" in text or "www." in text or "@" in text) and _LINKS_ONLY.match(text):
        return True
    bare = _bare(text)
    whole, starts = _cues()
    if bare in whole:
        return True
    first = bare.split(" ", 1)[0].rstrip(":,.!")
    return any(
        line.words <= cue.words and (in_end or not cue.end_only) and cue.pattern.match(bare)
        for cue in starts.get(first, ())
    ) or _is_menu_line(text)


@cache
def _cues() -> tuple[frozenset[str], dict[str, tuple[_Cue, ...]]]:
    whole: set[str] = set()
    starts: dict[str, list[_Cue]] = {}
    for row in table("furniture.tsv"):
        cue = row["cue"]
        if row["match"] == "whole":
            whole.add(_bare(cue))
            continue
        pattern = ".{0,80}?".join(re.escape(part) for part in cue.split("…"))
        first = cue.split(" ", 1)[0].rstrip(":,.!")
        entry = _Cue(re.compile(pattern + r"(?!\w)"), int(row["words"]), row["where"] == "end")
        starts.setdefault(first, []).append(entry)
    return frozenset(whole), {first: tuple(cues) for first, cues in starts.items()}


@cache
def _forms() -> frozenset[str]:
    """The lines that head a comment form, after which only its fields follow."""
    return frozenset({"leave a reply", "leave a comment", "post a comment", "add a comment", "deja un comentario"})


def _is_menu_line(text: str) -> bool:
    """`Home | About | Contact`."""
    if not any(mark in text for mark in "|·•»/"):
        return False
    items = [item.strip() for item in _MENU_SEPARATOR.split(text) if item.strip()]
    return (
        len(items) > 2
        and all(item.count(" ") < _MENU_ITEM_WORDS for item in items)
        and sum(item.lower() in words("menu_words.tsv") for item in items) > 1
    )


def _menus(lines: list[_Line]) -> Iterator[int]:
    """Runs of very short lines with words of menus among them, before the first line of prose or after the last."""
    prose = [number for number, line in enumerate(lines) if line.words > _FORM_WORDS]
    if not prose:
        return
    for first, last in ((0, prose[0]), (prose[-1] + 1, len(lines))):
        run: list[int] = []
        for number in [*range(first, last), None]:
            if number is not None and lines[number].words <= _MENU_ITEM_WORDS and not lines[number].text.endswith("."):
                run.append(number)
                continue
            if len(run) >= _MENU_RUN and sum(_bare(lines[n].text) in words("menu_words.tsv") for n in run) > 1:
                yield from run
            run = []
