"""Title, byline and date where they stand plainly on the first lines of a text.

Nothing is guessed: a first line that is a sentence is no title, a name alone is an author only beside a date, and a
date counts only where the whole line is one. Byline and date lines are furniture; the title is not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import NamedTuple

from dissensus.model import Span
from dissensus.reading.article import Heads
from dissensus.reading.calendar_dates import leading_date
from dissensus.reading.furniture import is_furniture
from dissensus.reading.metadata import NOTHING, Metadata, by_field, of_fields
from dissensus.reading.tables import table, words

_LINES = 10
_BODY_WORDS = 25
_BODY_CHARACTERS = 400
_TITLE_WORDS = 25
_SHORTEST_TITLE = 2
_TITLE_CHARACTERS = 200
_LINE = re.compile(r"\S[^\n]*")
_CAPITAL = r"(?:[^\W\d_a-zß-öø-ÿ][\w’'.-]*)"
_PARTICLE = r"(?:de|da|do|dos|das|del|della|di|du|la|las|los|le|van|von|der|den|ter|ten|bin|ibn|al|el|y|e)"
_NAME = rf"{_CAPITAL}(?:\s+(?:{_PARTICLE}\s+){{0,2}}{_CAPITAL}){{1,3}}"
_NAMES = re.compile(rf"({_NAME}(?:(?:,\s+|,?\s+(?:and|y|e|et|&)\s+){_NAME})*)")
_BETWEEN = re.compile(r"\s+[|•·–—-]\s+|\s*[|•·]\s*")
_TIME = re.compile(
    r"[\s,]*(?:at|@|T)?\s*(?:\d{1,2}[:.h]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?)"
    r"\s*(?:\(?(?:Z|[A-Z]{2,5}|UTC[+-]?\d*)\)?|[+-]\d{2}:?\d{2})?\s*$",
    re.IGNORECASE,
)
_PLACE = re.compile(rf"{_CAPITAL}(?:\s+{_CAPITAL}){{0,3}}(?:,\s+{_CAPITAL}(?:\s+{_CAPITAL}){{0,2}})?,\s+")
_HASHES = re.compile(r"#\s+(.*?)\s*#*$")
_LABEL = re.compile(r"[^\s:]+(?:\s+[^\s:]+){0,3}:(?:\s|$)")
_BULLET = re.compile(r"(?:[•·▪◦‣*>–—-]|\(?\d{1,3}[.)]|[a-z]\))\s")
_STOP = re.compile(r"[.,;:][\"'”’»)\]*_]*$")


class _Line(NamedTuple):
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Head:
    """What the first lines say, and which of them are furniture."""

    metadata: Metadata = NOTHING
    furniture: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class _Said:
    """What a line under the title says."""

    author: str | None = None
    date: str | None = None
    updated: bool = False


def head_of(text: str, heads: Heads) -> Head:
    """Search the first lines of a text."""
    lines = [_line(match) for match in islice(_LINE.finditer(text), _LINES)]
    labelled = _labelled(lines)
    if labelled:
        return labelled
    top: list[_Line] = []
    for line in lines:
        if _is_body(line.text):
            break
        top.append(line)
    has_body = len(lines) > len(top)
    said: dict[int, _Said] = {}
    for number, line in enumerate(top):
        about = _said(line.text)
        if about:
            said[number] = about
    for number in sorted(said):
        for beside in (number - 1, number + 1):
            # The first line of all is the title's place, so a name there is no author; and after a first line as
            # short as a name, two words in capitals may be the title itself.
            if (
                said[number].date
                and 0 < beside < len(top)
                and len(top[0].text.split()) > _SHORTEST_TITLE
                and beside not in said
                and not any(about.author for about in said.values())
                and _is_name(top[beside].text)
            ):
                said[beside] = _Said(author=top[beside].text)
    title = _title(text, top, min(said, default=None), has_body=has_body, whole_lines=heads is Heads.ALL)
    dates = [about.date for about in said.values() if about.date and not about.updated]
    authors = [about.author for about in said.values() if about.author]
    return Head(
        Metadata.of(title=title, author=_cased(authors[0]) if authors else None, date=dates[0] if dates else None),
        tuple(Span(start=top[number].start, end=top[number].end) for number in sorted(said)),
    )


def _labelled(lines: list[_Line]) -> Head | None:
    """A block of at least two lines like `Author: Ana Soto` at the very top; the line of the title is no furniture."""
    row: dict[str, str] = {}
    furniture = []
    for line in lines:
        label, colon, value = line.text.partition(":")
        field = next(iter(by_field({label: value})), None) if colon else None
        if field in (None, "text", "path"):
            break
        row[label] = value
        if field != "title":
            furniture.append(Span(start=line.start, end=line.end))
    return Head(of_fields(by_field(row)), tuple(furniture)) if len(row) > 1 else None


def _line(match: re.Match[str]) -> _Line:
    text = match.group().rstrip()
    return _Line(match.start(), match.start() + len(text), text)


def _cased(name: str) -> str:
    return name.title() if name.isupper() else name


def _is_body(line: str) -> bool:
    if len(line) > _BODY_CHARACTERS:
        return True
    number = len(line.split())
    return number > _BODY_WORDS or (number > 12 and bool(re.search(r"[.!?…][\"'”’»)]*$", line)))


def _title(text: str, top: list[_Line], first_said: int | None, *, has_body: bool, whole_lines: bool) -> str | None:
    if not top:
        return None
    if match := _HASHES.match(top[0].text):
        return _plain(match[1])
    before = top[:first_said] if first_said is not None else top
    candidates = [line for line in before if not is_furniture(line.text)]
    if not candidates:
        return None
    if first_said is None:
        stands_alone = text[candidates[0].end :].startswith("\n\n") or len(top) == 1
        if not (whole_lines and has_body and len(top) <= 2 and stands_alone):
            return None
        chosen = candidates[0]
    else:
        if not whole_lines and len(candidates) > 1:
            return None
        chosen = candidates[-1]
        if len(candidates) > 1 and _is_name(chosen.text):
            return None  # it may be the author's name as well
        # Between a title and its byline there may stand a standfirst, which is a sentence.
        if len(candidates) > 1 and not _like_title(chosen.text):
            chosen = candidates[-2]
    return _plain(chosen.text) if _like_title(chosen.text) else None


def _plain(title: str) -> str:
    return title.strip("*_ ")


def _like_title(line: str) -> bool:
    line = _plain(line)
    label = _LABEL.match(f"{line} ")
    return bool(
        line
        and len(line) <= _TITLE_CHARACTERS
        and len(line.split()) <= _TITLE_WORDS
        and sum(map(str.isalpha, line)) > 3
        and not line[0].islower()
        and not _STOP.search(line)
        and not _BULLET.match(line)
        and not (label and label.group().strip(": ").lower() in words("turn_labels.tsv"))
        and "://" not in line
    )


@cache
def _cues() -> tuple[tuple[str, str], ...]:
    return tuple(
        sorted(((row["cue"], row["kind"]) for row in table("head_cues.tsv")), key=lambda pair: (-len(pair[0]), pair))
    )


def _cue(line: str) -> tuple[str | None, str]:
    """The kind of the cue that a line begins with, and the rest of the line."""
    low = line.lower()
    for cue, kind in _cues():
        if low.startswith(cue) and (cue.endswith(":") or low[len(cue) : len(cue) + 1] in (" ", ":")):
            return kind, line[len(cue) :].lstrip(": ")
    return None, line


def _said(line: str) -> _Said | None:
    """What a line under the title says, None when it is no such line."""
    line = line.strip("*_ ")
    if len(line) > 160:
        return None
    kind, rest = _cue(line)
    if kind in ("published", "updated"):
        found = leading_date(rest)
        return _Said(date=found[0], updated=kind == "updated") if found else None
    if kind == "byline":
        return _byline(rest)
    return _parts(line)


def _byline(rest: str) -> _Said | None:
    match = _NAMES.match(rest)
    if not match or not _may_be_names(match[1]):
        return None
    after = rest[match.end() :].strip(" ,|•·–—-")
    if len(after.split()) > 12:
        return None
    dates = [date for part in _BETWEEN.split(after) if (date := _whole_date(part))]
    return _Said(author=match[1], date=dates[0] if dates else None)


def _parts(line: str) -> _Said | None:
    """A line of a date, with the name, the outlet or the time beside it."""
    parts = [part.strip() for part in _BETWEEN.split(line) if part.strip()]
    dates = [(number, date) for number, part in enumerate(parts) if (date := _whole_date(part))]
    if len(dates) != 1 or len(parts) > 4 or any(len(part.split()) > 8 for part in parts):
        return None
    author = None
    for part in parts:
        kind, rest = _cue(part)
        if (kind == "byline" and _is_name(rest)) or (kind is None and _is_name(part)):
            author = rest
            break
    return _Said(author=author, date=dates[0][1])


def _whole_date(part: str) -> str | None:
    """The date that a part is, all of it, but for a time or a place before it."""
    kind, rest = _cue(part)
    if kind == "updated":
        return None
    if place := _PLACE.match(rest):
        rest = rest[place.end() :] if not leading_date(rest) else rest
    found = leading_date(rest)
    if not found or rest.isdigit():
        return None
    date, end = found
    return date if not rest[end:].strip(" .") or _TIME.match(rest, end) else None


def _is_name(line: str) -> bool:
    return bool(_NAMES.fullmatch(line)) and _may_be_names(line)


def _may_be_names(line: str) -> bool:
    low = line.lower()
    ruled_out = words("not_names.tsv")
    return low not in ruled_out and not any(word.strip(".,") in ruled_out for word in low.split())
