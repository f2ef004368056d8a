"""The words for those who act, apart from their names: agent nouns, titles, arms of states, common family names."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import NamedTuple

from dissensus.actors.tables import Row, package_folder, read_table
from dissensus.actors.words import Phrases, words
from dissensus.errors import DictionaryError

NOUN_NOTES = frozenset(("", "mass", "weak", "head", "name", "thing"))
TITLE_NOTES = frozenset(("", "address", "plain"))


class Noun(NamedTuple):
    """An agent noun; see the header of nouns.tsv."""

    noun: str
    plural: str
    type: str
    sectors: tuple[str, ...]
    arm: str
    note: str
    where: str


class Title(NamedTuple):
    """A word for an office, a rank or a form of address; see the header of titles.tsv."""

    title: str
    office: str
    sectors: tuple[str, ...]
    country: str
    gender: str
    note: str
    where: str


class Arm(NamedTuple):
    """An arm that every state has; see the header of arms.tsv."""

    arm: str
    name: str
    type: str
    sectors: tuple[str, ...]
    aliases: tuple[str, ...]
    where: str


@dataclass(slots=True)
class Lexicon:
    """The four tables, ready to be looked up."""

    nouns: Phrases[tuple[Noun, bool]] = field(default_factory=Phrases)
    """By the words of singular and plural; the flag tells the plural."""
    titles: Phrases[Title] = field(default_factory=Phrases)
    plural_titles: Phrases[Title] = field(default_factory=Phrases)
    """By the words of the plural, for mentions without a text around them: "ambassadors", "heads of state"."""
    equipment: Phrases[str] = field(default_factory=Phrases)
    """The country of marks and classes of ships, aircraft and weapons that one state alone has."""
    arms: dict[str, Arm] = field(default_factory=dict)
    common_surnames: set[str] = field(default_factory=set)
    all_nouns: list[Noun] = field(default_factory=list)
    all_titles: list[Title] = field(default_factory=list)
    all_equipment: list[Row] = field(default_factory=list)

    @classmethod
    def load(cls, folder: Traversable | Path) -> Lexicon:
        """Read the tables from a folder; each one that is not there is read from the package.

        Raises:
            DictionaryError: a line cannot be read.
        """
        lexicon = cls()
        for row in read_table(
            _place(folder, "nouns.tsv"), "nouns.tsv", ("noun", "plural", "type", "sector", "arm", "note")
        ):
            noun = Noun(
                row["noun"], row["plural"], row["type"], tuple(row.many("sector")), row["arm"], row["note"], row.where
            )
            lexicon.all_nouns.append(noun)
            lexicon.nouns.add(words(noun.noun), (noun, False))
            if noun.plural and noun.plural != noun.noun:
                lexicon.nouns.add(words(noun.plural), (noun, True))
        for row in read_table(
            _place(folder, "titles.tsv"), "titles.tsv", ("title", "office", "sector", "country", "gender", "note")
        ):
            title = Title(
                row["title"],
                row["office"],
                tuple(row.many("sector")),
                row["country"],
                row["gender"],
                row["note"],
                row.where,
            )
            lexicon.all_titles.append(title)
            lexicon.titles.add(words(title.title), title)
            lexicon.plural_titles.add(_plural(words(title.title)), title)
        for row in read_table(_place(folder, "arms.tsv"), "arms.tsv", ("arm", "name", "type", "sectors", "aliases")):
            lexicon.arms[row["arm"]] = Arm(
                row["arm"], row["name"], row["type"], tuple(row.many("sectors")), tuple(row.many("aliases")), row.where
            )
        for row in read_table(_place(folder, "equipment.tsv"), "equipment.tsv", ("equipment", "country")):
            lexicon.equipment.add(words(row["equipment"]), row["country"])
            lexicon.all_equipment.append(row)
        for row in read_table(_place(folder, "common_surnames.tsv"), "common_surnames.tsv", ("surname",)):
            lexicon.common_surnames.add(row["surname"])
        return lexicon


@cache
def cues(name: str) -> frozenset[str]:
    """A list of cues.tsv by its name.

    Raises:
        DictionaryError: there is no such list.
    """
    found = _cue_lists().get(name)
    if found is None:
        raise DictionaryError(f"there is no list {name!r}", where="cues.tsv")
    return frozenset(found)


@cache
def regions() -> dict[str, frozenset[str]]:
    """The states of a region, as ISO alpha-3 codes, by the words it is called by."""
    rows = read_table(package_folder(), "regions.tsv", ("region", "countries"))
    return {row["region"]: frozenset(row.many("countries")) for row in rows}


@cache
def _cue_lists() -> dict[str, set[str]]:
    lists: dict[str, set[str]] = {}
    for row in read_table(package_folder(), "cues.tsv", ("list", "word")):
        lists.setdefault(row["list"], set()).add(row["word"])
    return lists


def _plural(phrase: tuple[str, ...]) -> tuple[str, ...]:
    """The plural of a title: "heads of state", "prime ministers"."""
    at = next((i for i, word in enumerate(phrase) if word in ("of", "to", "for", "in")), len(phrase)) - 1
    word = phrase[at]
    plural = word[:-3] + "men" if word.endswith("man") else word[:-1] + "ies" if word.endswith("ry") else word + "s"
    return (*phrase[:at], plural, *phrase[at + 1 :])


def _place(folder: Traversable | Path, name: str) -> Traversable | Path:
    return folder if (folder / name).is_file() else package_folder()
