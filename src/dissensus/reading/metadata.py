"""What is known of where a text comes from, before it is a document.

Precedence: what the file says of itself (front matter, page metadata, document properties, columns), then the sidecar
`metadata.csv`, then a title, byline and date that stand plainly on the first lines, then the command line. An earlier
one wins; a later one fills what is missing. What nobody says is None.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache

from dissensus.reading.calendar_dates import iso_date
from dissensus.reading.encodings import harmless
from dissensus.reading.tables import table

_SPACE = re.compile(r"\s+")
_LONGEST = 1000
_NOTHING = frozenset({"", "none", "null", "nan", "n/a", "unknown", "untitled", "-"})
_LANGUAGE = re.compile(r"([a-z]{2})(?:[-_][a-z0-9-_.]+)?$")


@dataclass(frozen=True, slots=True)
class Metadata:
    """Title, publisher or outlet, author, date of publication (ISO 8601), language (ISO 639-1) and address."""

    title: str | None = None
    source: str | None = None
    author: str | None = None
    date: str | None = None
    language: str | None = None
    url: str | None = None

    @classmethod
    def of(cls, **values: object) -> Metadata:
        """Metadata of raw values: space evened out, empty words and unreadable dates and languages dropped."""
        return cls(**{name: _NORMAL.get(name, _line)(value) for name, value in values.items()})

    def filled_from(self, later: Metadata) -> Metadata:
        """These, with what is missing taken from `later`."""
        missing = {
            field.name: getattr(later, field.name)
            for field in fields(self)
            if getattr(self, field.name) is None and getattr(later, field.name) is not None
        }
        return Metadata(**{field.name: missing.get(field.name, getattr(self, field.name)) for field in fields(self)})


NOTHING = Metadata()


def _line(value: object) -> str | None:
    """A value as one line: lists are joined, of mappings the `name` is taken."""
    if isinstance(value, Mapping):
        return _line(value.get("name") or value.get("title"))
    if isinstance(value, (list, tuple)):
        parts = [part for part in map(_line, value) if part]
        return ", ".join(parts) or None
    if value is None or isinstance(value, bool):
        return None
    text = _SPACE.sub(" ", harmless(str(value))).strip()
    return None if text.lower() in _NOTHING else text[:_LONGEST]


def _date(value: object) -> str | None:
    return iso_date(value)


def _language(value: object) -> str | None:
    text = (_line(value) or "").lower()
    if match := _LANGUAGE.match(text):
        return match[1]
    return _languages().get(text)


_NORMAL = {"date": _date, "language": _language}


@cache
def _languages() -> dict[str, str]:
    return {row["name"]: row["code"] for row in table("languages.tsv")}


@cache
def _columns() -> dict[str, tuple[str, int]]:
    return {row["column"]: (row["field"], rank) for rank, row in enumerate(table("columns.tsv"))}


def column_key(name: object) -> str:
    """A column's name as `columns.tsv` writes it."""
    return re.sub(r"[\s.\-]+", "_", unicodedata.normalize("NFC", str(name)).strip().lower()).strip("_\ufeff")


def by_field(row: Mapping[str, object]) -> dict[str, object]:
    """The values of a row under our fields' names (text and path included); unknown and empty columns are left out."""
    best: dict[str, tuple[int, object]] = {}
    for name, value in row.items():
        known = _columns().get(column_key(name))
        if known is None or value is None or value == "":
            continue
        field, rank = known
        if field not in best or rank < best[field][0]:
            best[field] = (rank, value)
    return {field: value for field, (_, value) in best.items()}


def of_fields(values: Mapping[str, object]) -> Metadata:
    """Metadata of what `by_field` gave; text and path are left aside."""
    return Metadata.of(**{name: value for name, value in values.items() if name not in ("text", "path")})
