"""The actors the program knows beforehand, read from plain files that a person can edit."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass, field
from enum import IntEnum
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import NamedTuple

from dissensus.actors import arms as arms_of_states
from dissensus.actors.lexicon import Lexicon, cues
from dissensus.actors.tables import SEPARATOR, Row, package_folder, read_table
from dissensus.actors.terms import Term, Terms
from dissensus.actors.words import Phrases, words
from dissensus.errors import DictionaryError
from dissensus.model import Actor, ActorType, Origin, Role, Sector

LANGUAGES = ("en", "es", "pt", "fr")
ALIAS_COLUMNS = tuple(f"aliases_{language}" for language in LANGUAGES)
STATE_COLUMNS = ("id", "iso3", "name", "adjectives", "people", "capital", "capital_metonym", "government_metonyms",
                 "aliases_en", "sovereign")  # fmt: skip
PEOPLE_COLUMNS = ("id", "name", "country", "sectors", "aliases_en")
OFFICE_COLUMNS = ("person", "office", "organisation", "from", "to")
BODY_COLUMNS = ("id", "name", "type", "country", "sectors", "aliases_en")
BODY_FILES = tuple(
    f"{subject}.tsv"
    for subject in ("parties", "movements", "ideologies", "armed_groups", "unions", "igos", "ministries", "security",
                    "companies", "media", "ngos", "peoples", "blocs", "places")
)  # fmt: skip
FAMILY_NAME_FIRST = frozenset(("CHN", "TWN", "PRK", "KOR", "HKG", "MAC", "SGP"))
_ENGLISH_ORDER = frozenset(("HKG", "MAC", "SGP"))
"""Where many bear an English given name before their family name."""
_REGIONS = {"america": "n", "africa": "n", "asia": "n", "east": "ern", "caribbean": "", "sahel": "ian"}
"""Last words of regions' names, and what makes adjectives of them: "Latin American", "Middle Eastern"."""
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
_OF_KINGS = frozenset(("i", "v", "vi", "vii", "viii", "ix", "x", "xiv", "xvi"))
"""Numbers behind given names, where no family name is."""


class NameKind(IntEnum):
    """What sort of name a name is."""

    NAME = 0
    ADJECTIVE = 1  # of a state or region: "Bolivian", "South American"
    PEOPLE = 2  # the nouns for a people: "Bolivians"
    CAPITAL = 3  # a capital that may stand for its government
    METONYM = 4  # a building that stands for the government
    TOWN = 5  # a capital that does not


class Name(NamedTuple):
    """A name and the actor it may mean."""

    actor: str
    text: str
    kind: NameKind
    ambiguous: bool = False
    exact: bool = False


@dataclass(slots=True, frozen=True)
class State:
    """What is needed of a state to name its arms and people."""

    id: str
    iso3: str
    name: str
    adjectives: tuple[str, ...]
    people: str
    capital: str
    sovereign: str

    @property
    def adjective(self) -> str:
        """The chief adjective: "Bolivian"."""
        return self.adjectives[0]

    @property
    def attributive(self) -> str:
        """What stands before a noun: "US" where there is such a short form, else the adjective."""
        return next((adjective for adjective in self.adjectives if adjective.isupper()), self.adjectives[0])

    @property
    def with_article(self) -> str:
        """The name as it stands after "of": "the United States", "Bolivia"."""
        return f"the {self.name}" if arms_of_states.takes_article(self.name) else self.name


@dataclass(slots=True)
class Dictionary:
    """Actors, their names, the offices people held and who is a member of what."""

    lexicon: Lexicon
    names: Phrases[Name] = field(default_factory=Phrases)
    terms: Terms = field(default_factory=Terms)
    states: dict[str, State] = field(default_factory=dict)
    surnames: dict[tuple[str, ...], list[str]] = field(default_factory=dict)
    """Persons' ids by the words of their family name."""
    given_names: set[str] = field(default_factory=set)
    """The first words of the names of persons."""
    members: list[Row] = field(default_factory=list)
    rows: dict[str, tuple[str, Row]] = field(default_factory=dict)
    """The line an actor comes from, and in which file, by id."""
    twice: list[tuple[str, str]] = field(default_factory=list)
    """Ids given a second time, and where."""
    _by_iso3: dict[str, str] = field(default_factory=dict)
    _made: dict[str, Actor] = field(default_factory=dict)
    _imported: dict[str, Actor] = field(default_factory=dict)

    @classmethod
    def load(cls, folder: Path | None = None, extra: Iterable[Actor] = ()) -> Dictionary:
        """Read the dictionary.

        Args:
            folder: where its files lie; None for the one that comes with the package. Missing files are empty ones.
            extra: actors to add, imported ones for example. They take the place of ours with the same id; one that
                bears the name and country of one of ours only lends it its other names.

        Raises:
            DictionaryError: a line cannot be read.
        """
        place: Traversable | Path = package_folder() if folder is None else folder
        dictionary = cls(Lexicon.load(place))
        dictionary._read_states(place)
        for name in BODY_FILES:
            for row in read_table(place, name, BODY_COLUMNS):
                dictionary._add_row(name, row)
                dictionary._add_names(row["id"], row)
        for row in read_table(place, "people.tsv", PEOPLE_COLUMNS):
            dictionary._add_row("people.tsv", row)
            dictionary._add_names(row["id"], row)
            dictionary._add_surname(row["id"], row["name"], row["country"])
            for alias in row.many("aliases_en"):
                if alias[0] == row["name"][0] and words(alias)[-1:] != words(row["name"])[-1:]:
                    mothers = words(row["name"])[-1] in words(alias)[1:-1]
                    dictionary._add_surname(row["id"], alias, row["country"], alone=not mothers)
        for row in read_table(place, "offices.tsv", OFFICE_COLUMNS):
            dictionary.terms.add(
                Term(row["person"], row["office"], row["organisation"], row["from"], row["to"], row.where)
            )
        dictionary.members = list(read_table(place, "members.tsv", ("body", "member")))
        for actor in extra:
            dictionary._import(actor)
        return dictionary

    def __len__(self) -> int:
        return len(self.rows.keys() | self._imported.keys())

    def __contains__(self, id: str) -> bool:
        return id in self.rows or id in self._imported or self._arm(id) is not None

    def ids(self) -> list[str]:
        """The ids of all actors that have a line or were imported, in order."""
        return sorted(self.rows.keys() | self._imported.keys())

    def state_of(self, country: str | None) -> State | None:
        """The state with an ISO alpha-3 code."""
        return self.states.get(self._by_iso3.get(country, "")) if country else None

    def country_of(self, id: str) -> str | None:
        """The ISO alpha-3 code of an actor's country, without making the actor."""
        if id in self._imported:
            return self._imported[id].country
        held = self.rows.get(id)
        if held is None:
            state = self.states.get(id.partition(".")[0])
            return state.iso3 if state else None
        return (held[1]["iso3"] if held[0] == "states.tsv" else held[1]["country"]) or None

    def within(self, id: str) -> str | None:
        """The ISO alpha-3 code of the state whose territory a partly recognised one is held to be; None for others."""
        held = self.rows.get(id)
        return (held[1]["within"] or None) if held is not None else None

    def type_of(self, id: str) -> str:
        """An actor's type, without making the actor; empty for derived arms."""
        if id in self._imported:
            return self._imported[id].type
        held = self.rows.get(id)
        if held is None:
            return ""
        return {"states.tsv": "country", "people.tsv": "person"}.get(held[0]) or held[1]["type"]

    def is_ideology(self, id: str) -> bool:
        """Whether an actor is a system of ideas: spoken of as of a party, but not one that owns or is owned."""
        held = self.rows.get(id)
        return held is not None and held[0] == "ideologies.tsv"

    def gender_of(self, id: str) -> str:
        """Of a person: `m`, `f`, or empty where the dictionary does not tell."""
        held = self.rows.get(id)
        return held[1]["gender"] if held is not None and held[0] == "people.tsv" else ""

    def actor(self, id: str) -> Actor:
        """The actor with an id; arms of states (`bol.army`) exist without a line of their own.

        Raises:
            DictionaryError: there is none, or its line holds an unknown type or sector.
        """
        made = self._made.get(id)
        if made is None:
            made = self._made[id] = self._imported.get(id) or self._make(id)
        return made

    def check(self) -> list[str]:
        """What is wrong with the dictionary, a line each; empty when nothing is."""
        from dissensus.actors.checks import problems

        return problems(self)

    def _make(self, id: str) -> Actor:
        held = self.rows.get(id)
        arm = self._arm(id)
        if held is None:
            if arm is None:
                raise DictionaryError("no such actor in the dictionary", where=id)
            return arm
        file, row = held
        aliases = _aliases(row)
        if arm is not None:
            own = (*aliases.get("en", ()), *arm.aliases.get("en", ()), arm.name)
            aliases["en"] = tuple(name for name in dict.fromkeys(own) if name != row["name"])
        if file == "states.tsv" and row["official"]:
            aliases["en"] = tuple(dict.fromkeys((row["official"], *aliases.get("en", ()))))
        roles = tuple(
            Role.model_validate(
                {
                    "office": term.office,
                    "organisation": term.organisation,
                    "from": term.start or None,
                    "to": term.end or None,
                }
            )
            for term in self.terms.of_person(id)
        )
        try:
            return Actor(
                id=id,
                name=row["name"],
                type=ActorType(self.type_of(id)),
                country=self.country_of(id),
                sectors=tuple(Sector(code) for code in row.many("sectors")) or (arm.sectors if arm else ()),
                aliases=aliases,
                roles=roles,
                predecessors=tuple(row.many("predecessors")),
            )
        except ValueError as error:
            raise DictionaryError(str(error).splitlines()[0], where=row.where) from error

    def _arm(self, id: str) -> Actor | None:
        stem, dot, arm = id.partition(".")
        state = self.states.get(stem) if dot else None
        return arms_of_states.derive(self.lexicon, state, arm) if state else None

    def _add_row(self, file: str, row: Row) -> None:
        id = row["id"]
        if not id:
            raise DictionaryError("a line without id", where=row.where)
        if id in self.rows:
            self.twice.append((id, row.where))
            return
        self.rows[id] = (file, row)

    def _add_names(self, id: str, row: Row, besides: Set[str] = frozenset()) -> None:
        """The names of a line, without foreign ones in `besides`: "Argentine" is first an English adjective."""
        name = row["name"]
        stem = name.partition(" (")[0]
        self._add_name(Name(id, stem, NameKind.NAME, ambiguous=stem != name))
        for column in ALIAS_COLUMNS:
            if cell := row.cells.get(column):
                for alias in cell.split(SEPARATOR):
                    if alias in besides and column != ALIAS_COLUMNS[0]:
                        continue
                    self._add_alias(id, alias, NameKind.NAME)

    def _add_alias(self, id: str, alias: str, kind: NameKind) -> None:
        text = alias.lstrip("?=")
        marks = alias[: len(alias) - len(text)]
        if text:
            self._add_name(Name(id, text, kind, "?" in marks, "=" in marks))

    def _add_name(self, name: Name) -> None:
        phrase = words(name.text)
        if phrase and phrase[0] in ("the", "los", "las") and len(phrase) > 2:
            self.names.add(phrase[1:], name) if phrase[0] == "the" else None
        if phrase:
            self.names.add(phrase, name)
            if name.kind is NameKind.NAME and phrase[-1] in _REGIONS and self.type_of(name.actor) in ("place", "bloc"):
                adjective = name._replace(text=name.text + _REGIONS[phrase[-1]], kind=NameKind.ADJECTIVE)
                self.names.add(words(adjective.text), adjective)

    def _add_surname(self, id: str, name: str, country: str, *, alone: bool = True) -> None:
        """The family names of a name; its last word, where it is the mother's family name, not `alone`."""
        parts = words(name)
        if len(parts) > 1 and country not in FAMILY_NAME_FIRST and len(parts[0]) > 2:
            self.given_names.add(parts[0])
        for key in family_names(parts, country):
            if alone or len(key) > 1:
                self.surnames.setdefault(key, []).append(id)

    def _read_states(self, place: Traversable | Path) -> None:
        for row in read_table(place, "states.tsv", STATE_COLUMNS):
            id = row["id"]
            self._add_row("states.tsv", row)
            adjectives, people = row.many("adjectives"), row.many("people")
            state = State(
                id,
                row["iso3"] or id.upper(),
                row["name"],
                tuple(a.lstrip("?=") for a in adjectives) or (row["name"],),
                next((p for p in people if p[0] not in "?="), f"people of {row['name']}"),
                row["capital"],
                row["sovereign"],
            )
            self.states[id] = state
            if state.iso3 not in self._by_iso3 or row["sovereign"] != "former":
                self._by_iso3[state.iso3] = id
            self._add_names(id, row, besides={*adjectives, *people})
            if row["official"]:
                self._add_alias(id, row["official"], NameKind.NAME)
            metonyms = row.many("capital_metonym")
            for kind, names in (
                (NameKind.ADJECTIVE, adjectives),
                (NameKind.PEOPLE, people),
                (NameKind.CAPITAL, metonyms),
                (NameKind.METONYM, row.many("government_metonyms")),
            ):
                for alias in names:
                    self._add_alias(id, alias, kind)
            if row["capital"] and row["capital"] not in (*metonyms, row["name"]):
                self._add_alias(id, row["capital"], NameKind.TOWN)

    def _import(self, actor: Actor) -> None:
        if actor.origin is Origin.FOUND:
            raise DictionaryError("a found actor cannot be put into the dictionary", where=actor.id)
        id = self._same_as(actor) or actor.id
        if id == actor.id:
            self._imported[id] = actor
            self._made.pop(id, None)
        names = dict.fromkeys((actor.name, *(alias for aliases in actor.aliases.values() for alias in aliases)))
        for text in names:
            held = self.names.get(words(text))
            taken = any(name.actor != id and not name.ambiguous for name in held)
            if not any(name.actor == id for name in held):
                self._add_name(Name(id, text, NameKind.NAME, ambiguous=taken))
        if id != actor.id:
            return
        if actor.type is ActorType.PERSON:
            self._add_surname(actor.id, actor.name, actor.country or "")
        for role in actor.roles:
            term = Term(actor.id, role.office, role.organisation, role.start or "", role.end or "", actor.id)
            self.terms.add(term)

    def _same_as(self, actor: Actor) -> str | None:
        """The id of our own actor of that name, country and sort; it keeps its id and takes the imported names."""
        if actor.id in self.rows:
            return None
        for name in self.names.get(words(actor.name)):
            if name.kind is NameKind.NAME and not name.ambiguous and name.actor in self.rows:
                same_sort = (self.type_of(name.actor) == "person") == (actor.type is ActorType.PERSON)
                if same_sort and self.country_of(name.actor) == actor.country:
                    return name.actor
        return None


def family_names(parts: tuple[str, ...], country: str = "") -> list[tuple[str, ...]]:
    """The runs of words that a person with this full name may be called by later: "Maduro", "López Obrador"."""
    while len(parts) > 2 and parts[-1] in _SUFFIXES:
        parts = parts[:-1]
    if len(parts) < 2 or parts[-1] in _OF_KINGS:
        return []
    if country in FAMILY_NAME_FIRST and len(parts) <= 4 and _family_first(parts, country):
        return [parts[:1]]
    keys = [parts[-1:]]
    if len(parts) > 2:
        keys.append(parts[-2:])
    return keys


def _family_first(parts: tuple[str, ...], country: str) -> bool:
    """Whether a name from where the family name comes first keeps that order: "Hou Yu-ih", not "Joshua Wong"."""
    known = cues("family_first")
    return parts[0] in known or (parts[-1] not in known and country not in _ENGLISH_ORDER)


def _aliases(row: Row) -> dict[str, tuple[str, ...]]:
    out = {}
    for language, column in zip(LANGUAGES, ALIAS_COLUMNS, strict=True):
        names = tuple(alias.lstrip("?=") for alias in row.many(column))
        if names:
            out[language] = names
    return out
