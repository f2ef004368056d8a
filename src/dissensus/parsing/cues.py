"""The lexicon of words that give other words as someone's: `lexicon/cues.tsv`, loaded once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dissensus.errors import DictionaryError
from dissensus.parsing.parsed import Stance

FILE = "cues.tsv"
COLUMNS = ("lemma", "pos", "constructions", "stance", "note")
PARTS_OF_SPEECH = ("verb", "noun", "adjective", "adverb", "preposition")

Constructions = Mapping[str, Stance]
"""What a cue takes, and what it then makes of the content."""


@dataclass(frozen=True, slots=True)
class CueLine:
    """A line of the lexicon."""

    number: int
    lemma: str
    pos: str
    constructions: tuple[str, ...]
    stance: Stance
    note: str


@dataclass(frozen=True, slots=True)
class Cues:
    """The lexicon by part of speech. Each maps a base form to what it takes."""

    verbs: Mapping[str, Constructions]
    nouns: Mapping[str, Constructions]
    adjectives: Mapping[str, Constructions]
    adverbs: Mapping[str, Constructions]
    prepositions: Mapping[str, Constructions]


def lines() -> Iterator[CueLine]:
    """Yield the lines of the lexicon.

    Raises:
        DictionaryError: a line has the wrong number of columns, or a stance or part of speech that does not exist.
    """
    text = (files("dissensus.parsing") / "lexicon" / FILE).read_text(encoding="utf-8")
    header = False
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if not header:
            if tuple(cells) != COLUMNS:
                raise DictionaryError(f"expected the column names {', '.join(COLUMNS)}", where=f"{FILE}:{number}")
            header = True
            continue
        if len(cells) != len(COLUMNS):
            raise DictionaryError(f"{len(cells)} columns instead of {len(COLUMNS)}; use tabs", where=f"{FILE}:{number}")
        lemma, pos, constructions, stance, note = cells
        if pos not in PARTS_OF_SPEECH:
            raise DictionaryError(
                f"no part of speech {pos!r}; use {', '.join(PARTS_OF_SPEECH)}", where=f"{FILE}:{number}"
            )
        try:
            known = Stance(stance)
        except ValueError:
            raise DictionaryError(f"no stance {stance!r}; use {', '.join(Stance)}", where=f"{FILE}:{number}") from None
        yield CueLine(number, lemma, pos, tuple(constructions.split(",")), known, note)


@cache
def load_cues() -> Cues:
    """The lexicon, read at the first call."""
    tables: dict[str, dict[str, dict[str, Stance]]] = {pos: {} for pos in PARTS_OF_SPEECH}
    for line in lines():
        taken = tables[line.pos].setdefault(line.lemma, {})
        for construction in line.constructions:
            if construction in taken:
                raise DictionaryError(
                    f"{line.lemma} takes {construction!r} in an earlier line", where=f"{FILE}:{line.number}"
                )
            taken[construction] = line.stance
    return Cues(*(tables[pos] for pos in PARTS_OF_SPEECH))
