"""Small conversions between what people type and what the record compares."""

from __future__ import annotations

import calendar
import re
import unicodedata

from dissensus.errors import DissensusError

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_TERM = re.compile(r'"([^"]*)"?|(\S+)')


def fold(text: str) -> str:
    """A form in which case, accents and runs of white space make no difference."""
    if text.isascii():
        return " ".join(text.lower().split())
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return " ".join("".join(letter for letter in plain if not unicodedata.combining(letter)).split())


def first_day(date: str) -> str:
    """The first day of an ISO 8601 day, month or year: `2019-10` gives `2019-10-01`."""
    year, month, day = _parts(date)
    return f"{year:04}-{month or 1:02}-{day or 1:02}"


def last_day(date: str) -> str:
    """The last day of an ISO 8601 day, month or year: `2019-02` gives `2019-02-28`."""
    year, month, day = _parts(date)
    month = month or 12
    return f"{year:04}-{month:02}-{day or calendar.monthrange(year, month)[1]:02}"


def _parts(date: str) -> tuple[int, int | None, int | None]:
    match = _DATE.fullmatch(date.strip()[:10])
    year, month, day = (int(part) if part else None for part in match.groups()) if match else (None, None, None)
    if (
        not year
        or (month is not None and not 1 <= month <= 12)
        or (month and day is not None and not 1 <= day <= calendar.monthrange(year, month)[1])
    ):
        raise DissensusError(f"'{date}' is no date; write 2019, 2019-10 or 2019-10-20")
    return year, month, day


def match_expression(text: str) -> str | None:
    """What a person searches for as an FTS5 expression: every word, and "words in quotes" next to each other.

    A word's closing `*` stands for any ending. None when there is no letter or digit to search for.
    """
    terms = []
    for phrase, word in _TERM.findall(text):
        term = phrase or word
        if any(letter.isalnum() for letter in term):
            quoted = '"' + term.rstrip("*").replace('"', '""') + '"'
            terms.append(quoted + "*" if not phrase and word.endswith("*") else quoted)
    return " ".join(terms) or None
