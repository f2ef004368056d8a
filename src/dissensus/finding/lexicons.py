"""The lexicons of finding, read once from the plain files in `lexicon/`; each file's header explains its columns."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from operator import itemgetter
from typing import Generic, TypeVar

from dissensus.model import Context, EventType, Relation
from dissensus.tables import Row, package_table

Index = dict[str, "Triggers"]

POSITIVE = frozenset(
    {
        Relation.ALLY_OF,
        Relation.SUPPORTS,
        Relation.MEMBER_OF,
        Relation.FUNDS,
        Relation.ARMS,
        Relation.AIDS,
        Relation.TRADES_WITH,
        Relation.RECOGNISES,
        Relation.CONTROLS,
    }
)
NEGATIVE = frozenset({Relation.OPPOSES, Relation.DISTRUSTS, Relation.EXPLOITS})
SYMMETRIC = frozenset({Relation.ALLY_OF, Relation.TRADES_WITH, Relation.OPPOSES, Relation.DISTRUSTS})


@dataclass(frozen=True, slots=True)
class Trigger:
    """A line of events.tsv or ties.tsv: words, and where their parties stand.

    Attributes:
        phrase: the words as they stand in the file.
        words: the head's lemma, then lemmas or words that must hang on it.
        pos: `v`, `n` or `a`.
        first: places where the actor (or a) stands, in order of preference; `+` adds to those before.
        second: the same for the recipient (or b).
    """

    file: str
    phrase: str
    words: tuple[str, ...]
    pos: str
    first: tuple[str, ...]
    second: tuple[str, ...]
    type: EventType | None = None
    mode: str | None = None
    contexts: tuple[Context, ...] = ()
    relation: Relation | None = None

    @property
    def name(self) -> str:
        """How explanations point at the line."""
        return f"{self.file}:{self.phrase}"


@dataclass(frozen=True, slots=True)
class Governor:
    """A line of governors.tsv: what a verb, noun or adjective makes of what it governs, and whose doing that is."""

    effect: str
    controller: str


@dataclass(frozen=True, slots=True)
class LabelTerm:
    """A line of labels.tsv: a loaded word."""

    words: tuple[str, ...]
    pos: str
    valence: int
    construction: str


_Line = TypeVar("_Line", Trigger, LabelTerm)


class Lines(Generic[_Line]):
    """Lines that have their first word in common, in the order in which they are tried.

    Attributes:
        single: those of this word alone.
        longer: the others by their second word, with their places in the order.
    """

    __slots__ = ("_all", "longer", "single")

    def __init__(self, lines: Iterable[_Line]) -> None:
        self._all: tuple[_Line, ...] = tuple(lines)
        self.single: tuple[_Line, ...] = tuple(line for line in self._all if len(line.words) == 1)
        self.longer: dict[str, list[tuple[int, _Line]]] = {}
        for place, line in enumerate(self._all):
            if len(line.words) > 1:
                self.longer.setdefault(line.words[1], []).append((place, line))

    def __iter__(self) -> Iterator[_Line]:
        return iter(self._all)

    def beside(self, words: set[str]) -> list[_Line]:
        """The longer ones whose second word is one of some, in order."""
        seconds = self.longer.keys() & words
        if not seconds:
            return []
        found = [numbered for word in seconds for numbered in self.longer[word]]
        found.sort(key=itemgetter(0))
        return [line for _, line in found]


class Triggers(Lines[Trigger]):
    """The lines that one word heads, longer ones first.

    Attributes:
        of_kinds: those for verbs (`v`), nouns (`n`), adjectives (`a`), for participles, which may be verbs or
            adjectives (`va`), and for adjectives that stand as nouns (`an`).
    """

    __slots__ = ("of_kinds",)

    def __init__(self, lines: Iterable[Trigger]) -> None:
        super().__init__(sorted(lines, key=_longer_first))
        self.of_kinds: dict[str, Lines[Trigger]] = {}
        for kinds in ("v", "n", "a", "va", "an"):
            chosen = [line for line in self if line.pos in kinds]
            if chosen:
                self.of_kinds[kinds] = Lines(chosen) if len(chosen) < len(self._all) else self


_DEFAULT_FIRST = {"v": ("subj",), "n": ("by", "poss", "mod", "from", "light"), "a": ("self",)}
_DEFAULT_SECOND = {"v": ("obj",), "n": ("against", "on", "of", "mod"), "a": ("of", "to")}


_BRACES = re.compile(r"(\{[^}]*\})")
_PREPOSITIONS = frozenset(
    {"of", "on", "by", "for", "in", "to", "with", "against", "from", "behind", "over", "between", "among", "within"}
)
PLACES = _PREPOSITIONS | {"into", "around", "about", "at", "under", "after", "through", "towards", "toward"}
"""Prepositions behind which a party may stand."""


def _headed(words: list[str], pos: str) -> tuple[str, ...]:
    """The head of a phrase first: of nouns the last before a preposition ("state of war", "ground intervention").

    What stands before a noun follows from the nearest on, since a word may hang on the one behind it.
    """
    if pos != "n":
        return tuple(words)
    end = next((i for i, word in enumerate(words) if word in _PREPOSITIONS and i), len(words))
    return (words[end - 1], *reversed(words[: end - 1]), *words[end:])


def spelt_out(notation: str) -> list[str]:
    """The phrases that a notation with alternatives in braces stands for: "{buy,sell} {oil,gas}" for four."""
    phrases = [""]
    for part in _BRACES.split(notation):
        choices = part[1:-1].split(",") if part.startswith("{") else [part]
        phrases = [before + choice for before in phrases for choice in choices]
    return phrases


def _split(phrase: str, pos: str) -> list[str]:
    """The words of a phrase as the parser parts them: at hyphens, with the head of a compound verb first."""
    if pos != "v":
        return phrase.replace("-", " ").split()
    head, *rest = phrase.split()
    *before, last = head.split("-")
    return [last, *before, *" ".join(rest).replace("-", " ").split()]


def _load(name: str) -> list[Row]:
    return package_table("dissensus.finding", f"lexicon/{name}")


def _longer_first(trigger: Trigger) -> tuple[int, bool]:
    return -len(trigger.words), trigger.words[-1] in _PREPOSITIONS


def _index(name: str, first: str, second: str, rest: Callable[[Row], dict[str, object]]) -> dict[str, list[Trigger]]:
    index: dict[str, list[Trigger]] = defaultdict(list)
    for row in _load(name):
        pos = row["pos"]
        if pos not in _DEFAULT_FIRST:
            raise row.error(f"pos must be v, n or a, not {pos!r}")
        places = {"first": row.many(first) or _DEFAULT_FIRST[pos], "second": row.many(second) or _DEFAULT_SECOND[pos]}
        told = {"file": name, "pos": pos, **places, **rest(row)}
        for words in (phrase for notation in row.many("trigger") for phrase in spelt_out(notation)):
            trigger = Trigger(phrase=words, words=_headed(_split(words, pos), pos), **told)  # type: ignore[arg-type]
            index[trigger.words[0]].append(trigger)
    return index


@cache
def events() -> Index:
    """Event triggers by the lemma of their head, longer ones first; idioms have no type."""

    def rest(row: Row) -> dict[str, object]:
        try:
            return {
                "type": EventType(row["type"]),
                "mode": row["mode"] or None,
                "contexts": tuple(Context(c) for c in row.many("contexts")),
            }
        except ValueError as error:
            raise row.error(str(error)) from None

    index = _index("idioms.tsv", "actor", "recipient", lambda row: {})
    for lemma, triggers in _index("events.tsv", "actor", "recipient", rest).items():
        index[lemma] += triggers
    return {lemma: Triggers(lines) for lemma, lines in index.items()}


@cache
def _deeds() -> dict[tuple[str, str], frozenset[EventType]]:
    found: dict[tuple[str, str], set[EventType]] = defaultdict(set)
    for lemma, lines in events().items():
        for line in lines.single:
            if line.type is not None:
                found[lemma, line.pos].add(line.type)
    return {key: frozenset(types) for key, types in found.items()}


def deeds(lemma: str, pos: str) -> frozenset[EventType]:
    """The types of event that a word by itself names."""
    return _deeds().get((lemma, pos), frozenset())


@cache
def befalls_owner(lemma: str) -> bool:
    """Whether a noun names what is done to whose it is: "X's ouster"."""
    lines = events().get(lemma)
    named = [line for line in lines.single if line.pos == "n" and line.type is not None] if lines is not None else []
    return any("poss" in line.second and "poss" not in line.first for line in named)


@cache
def ties() -> Index:
    """Tie triggers by the lemma of their head, longer ones first."""

    def rest(row: Row) -> dict[str, object]:
        try:
            return {"relation": Relation(row["relation"])}
        except ValueError as error:
            raise row.error(str(error)) from None

    return {lemma: Triggers(map(_own_place, lines)) for lemma, lines in _index("ties.tsv", "a", "b", rest).items()}


def _own_place(line: Trigger) -> Trigger:
    """A line of ties.tsv whose last word is a preposition, with the other party behind that too."""
    last = line.words[-1]
    if len(line.words) == 1 or last not in PLACES or last in (*line.first, *line.second) or line.first == ("poss",):
        return line  # "X's man in Y" says nothing of Y
    if line.second[0] in ("self", "subj"):
        return replace(line, first=(*line.first, last))
    return replace(line, second=(*line.second, last))


@cache
def governors() -> dict[tuple[str, str], Governor]:
    """What governs, by (lemma, pos)."""
    return {
        (lemma, row["pos"]): Governor(row["effect"], row["controller"] or "subj")
        for row in _load("governors.tsv")
        for lemma in row.many("lemma")
    }


@cache
def light_verbs() -> dict[str, str]:
    """Verbs that say that what their object names happens, and the part their subject has in it."""
    return {lemma: row["part"] for row in _load("light.tsv") for lemma in row.many("lemma")}


@cache
def roles() -> dict[tuple[str, str, str], str]:
    """What part someone has in what a noun names, by (lemma, pos, link) of the word that the noun hangs on."""
    return {(lemma, row["pos"], row["link"]): row["part"] for row in _load("roles.tsv") for lemma in row.many("lemma")}


@cache
def context_words() -> dict[str, Context]:
    """Words that put an event in a context, by lemma."""
    return {lemma: Context(row["context"]) for row in _load("contexts.tsv") for lemma in row.many("lemma")}


@cache
def labels() -> dict[str, Lines[LabelTerm]]:
    """Loaded words by their first word's lemma, longer ones first."""
    index: dict[str, list[LabelTerm]] = defaultdict(list)
    for row in _load("labels.tsv"):
        for term in row.many("term"):
            words = tuple(term.replace("-", " - ").split())  # the parser parts words at hyphens
            index[words[0]].append(LabelTerm(words, row["pos"], int(row["valence"]), row["construction"]))
    return {word: Lines(sorted(terms, key=lambda t: -len(t.words))) for word, terms in index.items()}


@cache
def stand_ins() -> frozenset[str]:
    """Nouns that stand for those they belong to."""
    return frozenset(noun for row in _load("standins.tsv") for noun in row.many("noun"))


@cache
def turns() -> dict[str, str]:
    """Adjectives that turn a tie round or end it, by lemma."""
    return {lemma: row["effect"] for row in _load("turns.tsv") for lemma in row.many("lemma")}


@cache
def bloodless() -> dict[tuple[str, str], EventType]:
    """What an attack is that is without force, by (lemma, place) of the word that tells so."""
    return {
        (lemma, row["place"]): EventType(row["type"]) for row in _load("bloodless.tsv") for lemma in row.many("word")
    }


@cache
def force_words() -> dict[str, frozenset[str]]:
    """Words that settle whether a word of force tells of force, by their kind."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in _load("force.tsv"):
        found[row["kind"]].update(row.many("lemma"))
    return {kind: frozenset(lemmas) for kind, lemmas in found.items()}


@cache
def scores() -> dict[tuple[str, str], float]:
    """PLOVER's conflict-cooperation score by (type, mode); mode is empty for the type itself."""
    return {(row["type"], row["mode"]): float(row["score"]) for row in _load("plover.tsv")}


@cache
def ideologies() -> frozenset[str]:
    """The ids of systems of ideas and camps of thought."""
    return frozenset(row["id"] for row in package_table("dissensus.actors", "dictionary/ideologies.tsv", ("id",)))
