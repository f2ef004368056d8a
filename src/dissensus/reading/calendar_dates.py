"""Dates of publication as files write them, made ISO 8601 at the precision given.

This is for metadata: a cell, a header, a line that is a date. Dates in running text are the parsing room's.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from functools import cache

from dissensus.reading.tables import table

_EARLIEST, _LATEST = 1400, 2199

_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?!\d)(?=$|[T\s,;)]|Z)")
_PACKED = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?\d{6}Z?)?$")
_YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})(?:[/.](\d{1,2}))?(?!\d)")
_YEAR_LAST = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)")
_MONTH_AND_YEAR = re.compile(r"(\d{1,2})[/-](\d{4})$")
_EPOCH = re.compile(r"(\d{10})(?:\.\d+)?$|(\d{13})$")


@cache
def months() -> dict[str, int]:
    """Names and abbreviations of the months, in lower case, to their numbers."""
    return {row["name"]: int(row["month"]) for row in table("months.tsv")}


@cache
def _worded() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    name = "(" + "|".join(sorted((re.escape(word) for word in months()), key=len, reverse=True)) + r")(?!\w)\.?"
    of = r"\s*(?:de\s+|del\s+|of\s+)?"
    return (
        re.compile(
            rf"(\d{{1,2}})(?:st|nd|rd|th|er|º|ª|\.)?{of}[\s/-]*{name},?{of}[\s/-]*(\d{{4}})(?!\d)", re.IGNORECASE
        ),
        re.compile(rf"{name}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})(?!\d)", re.IGNORECASE),
        re.compile(rf"{name},?{of}\s*(\d{{4}})(?!\d)", re.IGNORECASE),
    )


@cache
def _weekday() -> re.Pattern[str]:
    names = "|".join(sorted((re.escape(row["name"]) for row in table("weekdays.tsv")), key=len, reverse=True))
    return re.compile(rf"(?:{names})\.?(?!\w)\s*,?\s*", re.IGNORECASE)


def iso_date(value: object) -> str | None:
    """The date a value gives, as `2024`, `2024-06` or `2024-06-26`; None when it gives none.

    A date and time keeps its date as written, whatever the zone. Where day and month in figures cannot be told apart
    (`03/04/2024`) only the year is known.

    Args:
        value: text, a date or datetime, a year, or a Unix time of ten digits (seconds) or thirteen (milliseconds).
    """
    if isinstance(value, (date, datetime)):
        return value.isoformat()[:10]
    if not isinstance(value, (str, int, float)) or isinstance(value, bool):
        return None
    found = leading_date(str(value).strip())
    return found[0] if found else None


def leading_date(text: str) -> tuple[str, int] | None:
    """The date that a line begins with, a weekday before it included, and where it ends in the line."""
    weekday = _weekday().match(text)
    start = weekday.end() if weekday else 0
    if match := _EPOCH.match(text, start):
        seconds = int(match[1]) if match[1] else int(match[2]) // 1000
        return _held(datetime.fromtimestamp(seconds, UTC).date(), match.end())
    if match := _PACKED.match(text, start):
        return _made(match[1], match[2], match[3], match.end())
    if match := _ISO.match(text, start) or _YEAR_FIRST.match(text, start):
        return _made(match[1], match[2], match[3], match.end())
    if match := _YEAR_LAST.match(text, start):
        return _figures(match[1], match[3], match[4], match.end(), day_first=match[2] == ".")
    if match := _MONTH_AND_YEAR.match(text, start):
        return _made(match[2], match[1], None, match.end())
    day_first, month_first, month_only = _worded()
    if match := day_first.match(text, start):
        return _made(match[3], str(months()[match[2].lower()]), match[1], match.end())
    if match := month_first.match(text, start):
        return _made(match[3], str(months()[match[1].lower()]), match[2], match.end())
    if match := month_only.match(text, start):
        return _made(match[2], str(months()[match[1].lower()]), None, match.end())
    return None


def _figures(first: str, second: str, year: str, end: int, *, day_first: bool) -> tuple[str, int] | None:
    a, b = int(first), int(second)
    if day_first or a == b or (a > 12 >= b):
        return _made(year, second, first, end)
    if b > 12 >= a:
        return _made(year, first, second, end)
    return _made(year, None, None, end) if max(a, b) <= 12 else None


def _made(year: str, month: str | None, day: str | None, end: int) -> tuple[str, int] | None:
    try:
        exact = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    precision = 10 if day else 7 if month else 4
    held = _held(exact, end)
    return (held[0][:precision], end) if held else None


def _held(exact: date, end: int) -> tuple[str, int] | None:
    return (exact.isoformat(), end) if _EARLIEST <= exact.year <= _LATEST else None
