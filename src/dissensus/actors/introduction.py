"""The words that introduce a person: titles, trades, countries and bodies before the name or set off behind it."""

from __future__ import annotations

from typing import NamedTuple

from dissensus.actors.lexicon import Title
from dissensus.actors.page import ADJ, ADV, DET, NOUN, NUM, POSSESSIVE, PROPN, VERB, Page
from dissensus.actors.work import Draft, Part, Work

FORMER = frozenset(("former", "ex", "ousted", "deposed", "late", "onetime", "erstwhile", "retired"))
_LONGEST = 8
"""Tokens before a name that are looked at."""


class Introduction(NamedTuple):
    """What stands beside a name.

    Attributes:
        start: first token of the introducing words before the name; the name's own where there are none.
        title: the title nearest to the name.
        sectors: what the title or trade tells of the person.
        country: ISO alpha-3 of the state or body beside the title.
        former: the office is said to be over.
        owner: the mention that gave the country.
    """

    start: int
    title: Title | None = None
    sectors: tuple[str, ...] = ()
    country: str | None = None
    former: bool = False
    owner: Draft | None = None


def before(work: Work, page: Page, name: int) -> Introduction:
    """The introduction that stands directly before a name's first token."""
    title: Title | None = None
    sectors: tuple[str, ...] = ()
    former = False
    start = i = name
    while i > 0 and name - i < _LONGEST and not page.sent_start[i]:
        ending = _ending_at(page, i, max(0, name - _LONGEST))
        if ending is None:
            break
        end, i = i, ending
        start = i
        # "former president" is a word of the dictionary too; its title lies inside.
        within = range(i + 1, end) if page.texts[i].lower() in FORMER else ()
        hit = page.titles.get(i) or next((page.titles[k] for k in within if k in page.titles), None)
        former = former or bool(within)
        if hit is not None and title is None:
            title = hit.titles[0]
            sectors = sectors or title.sectors
        noun = page.nouns.get(i)
        if noun is not None and not sectors:
            sectors = noun.noun.sectors
    if start == name:
        return _owned_without_title(work, page, name)
    # Adjectives, then a country or a body, then perhaps adjectives again: "the fascistic Ecuadorian President".
    country: str | None = None
    owner: Draft | None = None
    while i > 0 and name - i < _LONGEST + 4 and not page.sent_start[i]:
        held = work.at(page, i - 1)
        if held is not None:
            if owner is not None or held.part is Part.PERSON:
                break
            owner, country = held, held.actor.country
            i = start = held.start
            continue
        token = page.texts[i - 1]
        if token in POSSESSIVE and i > 1 and (owner_draft := work.at(page, i - 2)) is not None and owner is None:
            if owner_draft.part is Part.PERSON:
                break
            owner, country = owner_draft, owner_draft.actor.country
            i = start = owner_draft.start
            continue
        if token == "-" or page.pos[i - 1] == ADJ or (page.pos[i - 1] == NOUN and page.dep[i - 1] == "compound"):
            former = former or token.lower() in FORMER
            i -= 1
            start = i if token != "-" else start
            continue
        break
    return Introduction(start, title, sectors, country, former, owner)


def _ending_at(page: Page, end: int, lowest: int) -> int | None:
    """The first token of a title or singular trade that ends right before a token."""
    for i in range(max(lowest, end - 6), end):
        title = page.titles.get(i)
        if title is not None and title.end == end:
            return i
        noun = page.nouns.get(i)
        if noun is not None and noun.end == end and not noun.plural and noun.noun.note not in ("name", "mass"):
            return i
        # "Gen ." and the like
        if title is not None and title.end == end - 1 and page.texts[end - 1] == ".":
            return i
    return None


def _owned_without_title(work: Work, page: Page, name: int) -> Introduction:
    """A country straight before the name: "Ecuador's Daniel Noboa"."""
    if name >= 2 and page.texts[name - 1] in POSSESSIVE:
        held = work.at(page, name - 2)
        if held is not None and held.part in (Part.STATE, Part.DEMONYM):
            return Introduction(name, country=held.actor.country, owner=held)
    held = work.at(page, name - 1)
    if held is not None and held.part is Part.DEMONYM and not page.sent_start[name]:
        return Introduction(name, country=held.actor.country, owner=held)
    return Introduction(name)


def behind(work: Work, page: Page, root: int, end: int) -> Introduction:
    """What is set off behind a name: "Ana Ruiz, the Chilean foreign minister,"."""
    if end >= len(page.texts) or page.texts[end] not in (",", "(", "—", "–"):
        return Introduction(end)
    for head in range(end + 1, min(end + 10, len(page.texts))):
        if page.dep[head] == "appos" and page.head[head] == root:
            break
        if page.sent_start[head]:
            return Introduction(end)
    else:
        return Introduction(end)
    title: Title | None = None
    sectors: tuple[str, ...] = ()
    for i in range(end + 1, head + 1):
        hit = page.titles.get(i)
        if hit is not None and i <= head < hit.end:
            title, sectors = hit.titles[0], sectors or hit.titles[0].sectors
        noun = page.nouns.get(i)
        if noun is not None and i <= head < noun.end and not noun.plural:
            sectors = sectors or noun.noun.sectors
    if title is None and not sectors:
        return Introduction(end)
    former = any(page.texts[i].lower() in FORMER for i in range(end + 1, head))
    for i in [*range(end + 1, head), *range(head + 1, min(head + 5, len(page.texts)))]:
        if i > head + 1 and page.texts[i] in (",", ".", ";"):
            break
        held = work.at(page, i)
        if held is not None and held.actor.country and held.part is not Part.PERSON:
            return Introduction(end, title, sectors, held.actor.country, former, held)
    return Introduction(end, title, sectors, None, former)


def is_modifier(page: Page, i: int) -> bool:
    """Whether a token may stand between a country and the noun it belongs to: adjectives, compounds, participles."""
    pos = page.pos[i]
    if pos in (ADJ, PROPN):
        return True
    if pos == NOUN:
        return page.head[i] > i
    if pos in (DET, NUM):
        return False
    if pos == ADV:
        # "the constitutionally elected leader"
        return page.dep[i] == "advmod" and page.head[i] > i and page.pos[page.head[i]] in (ADJ, VERB)
    return page.tag[i] in ("VBN", "VBG") and page.dep[i] in ("amod", "compound")
