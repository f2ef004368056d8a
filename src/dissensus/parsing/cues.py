"""The lexicon of words that give other words as someone's: `lexicon/cues.tsv`, loaded once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from dissensus.errors import DictionaryError
from dissensus.parsing.parsed import Stance
from dissensus.tables import package_table

FILE = "cues.tsv"
COLUMNS = ("lemma", "pos", "constructions", "stance", "note")
PARTS_OF_SPEECH = ("verb", "noun", "adjective", "adverb", "preposition")

Constructions = Mapping[str, Stance]
"""What a cue takes, and what it then makes of the content."""


@dataclass(frozen=True, slots=True)
class CueLine:
    """A line of the lexicon."""

    where: str
    lemma: str
    pos: str
    constructions: tuple[str, ...]
    stance: Stance


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
        DictionaryError: a line has too many columns, or a stance or part of speech that does not exist.
    """
    for row in package_table("dissensus.parsing", f"lexicon/{FILE}", COLUMNS):
        if row["pos"] not in PARTS_OF_SPEECH:
            raise row.error(f"no part of speech {row['pos']!r}; use {', '.join(PARTS_OF_SPEECH)}")
        try:
            stance = Stance(row["stance"])
        except ValueError:
            raise row.error(f"no stance {row['stance']!r}; use {', '.join(Stance)}") from None
        yield CueLine(row.where, row["lemma"], row["pos"], tuple(row["constructions"].split(",")), stance)


@cache
def load_cues() -> Cues:
    """The lexicon, read at the first call."""
    tables: dict[str, dict[str, dict[str, Stance]]] = {pos: {} for pos in PARTS_OF_SPEECH}
    for line in lines():
        taken = tables[line.pos].setdefault(line.lemma, {})
        for construction in line.constructions:
            if construction in taken:
                raise DictionaryError(f"{line.lemma} takes {construction!r} in an earlier line", where=line.where)
            taken[construction] = line.stance
    return Cues(*(tables[pos] for pos in PARTS_OF_SPEECH))
