"""What is known of one document while its actors are worked out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import IntEnum

from dissensus.actors.dictionary import Dictionary, State, family_names
from dissensus.actors.mentions import Resolution
from dissensus.actors.page import Page
from dissensus.actors.words import slug, words
from dissensus.model import Actor, ActorType, DatePrecision, Origin, Sector
from dissensus.parsing.parsed import DateMention, Parsed, TokenSpan
from dissensus.parsing.people import load_people

_TWO_FAMILY_NAMES = frozenset("ARG BOL CHL COL CRI CUB DOM ECU ESP GTM HND MEX NIC PAN PER PRI PRY SLV URY VEN".split())

FARTHEST = 400
"""How many tokens of a page are looked back over."""
MAIN_COUNTRY = 0.6
"""Share of all mentions of states that makes one of them the country a document is about."""


class Part(IntEnum):
    """What part a mention plays for the words around it."""

    STATE = 0  # a state or region by name
    DEMONYM = 1  # a state or region by its adjective
    PERSON = 2
    BODY = 3  # a party, company, people ...
    ROLE = 4  # an arm, an office holder, a group
    PLACE = 5


@dataclass(slots=True)
class Draft:
    """A mention in the making: tokens `[start, end)` of a page stand for an actor."""

    page: Page
    start: int
    end: int
    head: int
    actor: Actor
    why: Resolution
    part: Part


@dataclass(slots=True)
class Work:
    """One document in the making.

    Attributes:
        known: how often each dictionary actor is named beyond doubt.
        countries: how often each country (ISO alpha-3) is named or an actor of it.
        persons: persons named in full in the document, by the words of their family name, in the order of the text.
        acronyms: actors by the acronym the document gives them.
        cover: for every page, the outermost draft on each token.
    """

    parsed: Parsed
    dictionary: Dictionary
    pages: list[Page]
    date: str | None
    drafts: list[Draft] = field(default_factory=list)
    known: Counter[str] = field(default_factory=Counter)
    countries: Counter[str] = field(default_factory=Counter)
    persons: defaultdict[tuple[str, ...], list[Actor]] = field(default_factory=lambda: defaultdict(list))
    acronyms: dict[str, Actor] = field(default_factory=dict)
    cover: dict[int, list[Draft | None]] = field(default_factory=dict)
    made: dict[str, Actor] = field(default_factory=dict)
    by_page: defaultdict[int, list[Draft]] = field(default_factory=lambda: defaultdict(list))
    _dates: defaultdict[int, list[DateMention]] = field(default_factory=lambda: defaultdict(list))
    scene: str | None = None
    """The country in which most of what the document tells takes place; see `context.scene`."""
    several: dict[tuple[int, int], list[Draft]] = field(default_factory=dict)
    """What a plural pronoun stands for where that is more than one actor, by (page, token)."""
    implied: dict[tuple[int, int], Draft] = field(default_factory=dict)
    """Who does what a noun names, where the noun alone tells of them ("protests"), by (page, token)."""
    antecedents: dict[tuple[int, int], TokenSpan] = field(default_factory=dict)
    """What parsing took pronouns for, by (page, token) of the pronoun."""
    used_nouns: set[tuple[int, int]] = field(default_factory=set)
    """First tokens of the nouns and titles already spoken for, by (page, token)."""

    def __post_init__(self) -> None:
        for page in self.pages:
            self.cover[page.index] = [None] * len(page.texts)
        for found in self.parsed.references:
            self.antecedents[found.pronoun.paragraph, found.pronoun.start] = found.antecedent
        for date in self.parsed.dates:
            self._dates[date.span.paragraph].append(date)

    def add(self, page: Page, start: int, end: int, actor: Actor, why: Resolution, part: Part, head: int = -1) -> Draft:
        """Take a mention in: nested where it lies inside another, the outer one where it holds others."""
        draft = Draft(page, start, end, page.root(start, end) if head < 0 else head, actor, why, part)
        self.drafts.append(draft)
        self.by_page[page.index].append(draft)
        cover = self.cover[page.index]
        for i in range(start, end):
            held = cover[i]
            if held is None or held.end - held.start <= end - start:
                cover[i] = draft
        return draft

    def widen(self, draft: Draft, start: int, end: int) -> None:
        """Let a mention take in the words around it."""
        draft.start, draft.end = start, end
        cover = self.cover[draft.page.index]
        for i in range(start, end):
            held = cover[i]
            if held is None or held.end - held.start <= end - start:
                cover[i] = draft

    def before(self, page: Page, token: int, pages: int) -> Iterator[Draft]:
        """The mentions before a token, nearest first, in its own page and so many pages before."""
        for index in range(page.index, max(-1, page.index - pages - 1), -1):
            cover = self.cover.get(index, [])
            end = token if index == page.index else len(cover)
            last: Draft | None = None
            for i in range(end - 1, max(-1, end - FARTHEST), -1):
                held = cover[i]
                if held is not None and held is not last:
                    last = held
                    yield held

    def at(self, page: Page, token: int) -> Draft | None:
        """The outermost mention on a token; None outside the page."""
        cover = self.cover[page.index]
        return cover[token] if 0 <= token < len(cover) else None

    def note_person(self, actor: Actor) -> None:
        """Remember a person named in full, so that the family name will do from then on."""
        for key in (*family_names(words(actor.name), actor.country or ""), *_first_of_two(actor)):
            held = self.persons[key]
            if actor not in held:
                held.append(actor)

    def state(self, country: str | None) -> State | None:
        """The state with an ISO alpha-3 code."""
        return self.dictionary.state_of(country)

    def found(
        self,
        id: str,
        name: str,
        type: ActorType,
        country: str | None = None,
        sectors: tuple[str, ...] = (),
        aliases: tuple[str, ...] = (),
    ) -> Actor:
        """An actor of origin `found`, one object for one id in the document."""
        actor = self.made.get(id)
        if actor is None:
            actor = self.made[id] = Actor(
                id=id,
                name=name,
                type=type,
                country=country,
                sectors=tuple(Sector(code) for code in sectors),
                aliases={"en": aliases} if aliases else {},
                origin=Origin.FOUND,
            )
        return actor

    def found_id(self, name: str) -> str:
        """The id of a found actor: the same in all documents for a name of two or more words."""
        made = slug(name)
        return f"found.{made}" if "-" in made else f"found.{self.parsed.document.id}.{made}"

    @property
    def main_country(self) -> str | None:
        """The country the document is mostly about; None when there is no such."""
        if not self.countries:
            return None
        country, count = self.countries.most_common(1)[0]
        return country if count >= MAIN_COUNTRY * self.countries.total() else None

    def date_near(self, page: Page, token: int) -> str | None:
        """The date a sentence tells of: its own, the last day or month told just before, or the document's.

        None where the sentence tells of several years.
        """
        years = self._years(page, token)
        if years:
            return years.pop() if len(years) == 1 else None
        return self._told_before(page, token) or self.date

    def tells_of_years(self, page: Page, token: int) -> bool:
        """Whether the sentence of a token has a year of its own."""
        return bool(self._years(page, token))

    def _told_before(self, page: Page, token: int) -> str | None:
        """The day or month told last before a token, in its paragraph or the one before."""
        for index in (page.index, page.index - 1):
            told = [
                mention.when.start
                for mention in self._dates.get(index, ())
                if (index < page.index or mention.span.end <= token)
                and mention.when.precision in (DatePrecision.DAY, DatePrecision.MONTH)
                and mention.when.start
            ]
            if told:
                return told[-1]
        return None

    def _years(self, page: Page, token: int) -> set[str]:
        first = page.sentence_start(token)
        last = token + 1
        while last < len(page.texts) and not page.sent_start[last]:
            last += 1
        found = set()
        for mention in self._dates.get(page.index, ()):
            span, when = mention.span, mention.when
            if first <= span.start < last and when.start:
                same = when.end is None or when.end == when.start or when.end[:4] == when.start[:4]
                found.add(_common(when.start, when.end) if same else f"{when.start}/{when.end}")
        return found


def _common(start: str, end: str | None) -> str:
    """The part two dates share, at the precision of day, month or year."""
    if end is None or start == end:
        return start
    return start[:7] if start[:7] == end[:7] else start[:4]


def _first_of_two(actor: Actor) -> list[tuple[str, ...]]:
    """The father's family name of someone named with both, who may go by it alone: "Doria" of "Samuel Doria Medina"."""
    told = actor.name.split()
    if actor.country not in _TWO_FAMILY_NAMES or len(told) < 3 or told[-2] in load_people().names:
        return []
    return [words(told[-2])] if told[-2][0].isupper() and len(told[-2]) > 2 else []
