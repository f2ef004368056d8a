"""What the words tell of a person: given names, titles and nouns with their gender, and nouns for bodies that act."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from dissensus.tables import Row, package_table

Gender = Literal["m", "f", "n"]
"""Of a word: masculine, feminine, or it does not tell."""

NAMES_FILE = "pronoun_names.tsv"
NOUNS_FILE = "pronoun_nouns.tsv"


@dataclass(frozen=True, slots=True)
class People:
    """The word lists. `names` is keyed by names as written, the others by words in lower case."""

    names: Mapping[str, Gender]
    titles: Mapping[str, Gender]
    persons: Mapping[str, Gender]
    groups: frozenset[str]


@cache
def load_people() -> People:
    """The word lists, read at the first call.

    Raises:
        DictionaryError: a line has too many columns, or a kind or gender that does not exist.
    """
    names = {row["name"]: _gender(row) for row in _rows(NAMES_FILE, ("name", "gender"))}
    by_kind: dict[str, dict[str, Gender]] = {"title": {}, "person": {}, "group": {}}
    for row in _rows(NOUNS_FILE, ("word", "kind", "gender")):
        if row["kind"] not in by_kind:
            raise row.error(f"no kind {row['kind']!r}; use {', '.join(by_kind)}")
        by_kind[row["kind"]][row["word"]] = _gender(row)
    return People(names, by_kind["title"], by_kind["person"], frozenset(by_kind["group"]))


def _gender(row: Row) -> Gender:
    match row["gender"]:
        case "m":
            return "m"
        case "f":
            return "f"
        case "n":
            return "n"
        case other:
            raise row.error(f"no gender {other!r}; use m, f or n")


def _rows(file: str, columns: tuple[str, ...]) -> list[Row]:
    return package_table("dissensus.parsing", f"lexicon/{file}", columns)
