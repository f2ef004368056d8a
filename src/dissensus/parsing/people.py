"""What the words tell of a person: given names, titles and nouns with their gender, and nouns for bodies that act."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from dissensus.errors import DictionaryError

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
        DictionaryError: a line has the wrong number of columns, or a kind or gender that does not exist.
    """
    names = {name: _gender(gender, where) for (name, gender), where in _rows(NAMES_FILE, ("name", "gender"))}
    by_kind: dict[str, dict[str, Gender]] = {"title": {}, "person": {}, "group": {}}
    for (word, kind, gender), where in _rows(NOUNS_FILE, ("word", "kind", "gender")):
        if kind not in by_kind:
            raise DictionaryError(f"no kind {kind!r}; use {', '.join(by_kind)}", where=where)
        by_kind[kind][word] = _gender(gender, where)
    return People(names, by_kind["title"], by_kind["person"], frozenset(by_kind["group"]))


def _gender(text: str, where: str) -> Gender:
    if text == "m":
        return "m"
    if text == "f":
        return "f"
    if text == "n":
        return "n"
    raise DictionaryError(f"no gender {text!r}; use m, f or n", where=where)


def _rows(file: str, columns: tuple[str, ...]) -> list[tuple[list[str], str]]:
    """Lines as cells, each with `file:line`."""
    text = (files("dissensus.parsing") / "lexicon" / file).read_text(encoding="utf-8")
    found: list[tuple[list[str], str]] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells, where = line.split("\t"), f"{file}:{number}"
        if len(cells) != len(columns):
            raise DictionaryError(f"{len(cells)} columns instead of {len(columns)}; use tabs", where=where)
        found.append((cells, where))
    if not found or tuple(found[0][0]) != columns:
        raise DictionaryError(f"expected the column names {', '.join(columns)}", where=file)
    return found[1:]
