"""What the date of a mention decides: the sector an actor has then, and whom a bare family name means."""

from __future__ import annotations

import re

from dissensus.actors.dictionary import Dictionary
from dissensus.actors.terms import earliest, latest
from dissensus.actors.wording import Part
from dissensus.actors.words import words
from dissensus.model import Actor, ActorType, Sector

HEADS = ("head_of_state", "head_of_government")
_ISO = re.compile(r"\d{4}(-\d\d(-\d\d)?)?$")
_WRITTEN = re.compile(r"(?:(\d{1,2}) )?([A-Z][a-z]+)\.? (?:(\d{1,2}), )?(\d{4})$")
_YEARS = re.compile(r"\b(?:19|20)\d\d ?(?:to|until|[-–]) ?((?:19|20)\d\d)\b")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_PARTY_OFFICES = frozenset(("leader", "opposition_leader", "legislator_leader"))
_STATE_OFFICES = frozenset((*HEADS, "vice_president", "prime_minister", "foreign_minister", "defence_minister",
                            "interior_minister", "minister", "ambassador", "governor", "mayor"))  # fmt: skip
PRESENT = "9999-12-31"
"""Stands for today where a mention has no date: whatever has an end is over."""


def over(text: str, when: str | None) -> bool:
    """Whether years in the words end before a date: "prime minister from 2004 to 2009"."""
    years = _YEARS.search(text)
    return years is not None and latest(years[1]) < (earliest(when) if when else PRESENT)


def iso(date: str) -> str | None:
    """A date in ISO 8601; None when it is not one."""
    if _ISO.match(date):
        return date
    written = _WRITTEN.match(date.strip())
    if written is None or written[2].lower()[:3] not in _MONTHS:
        return None
    day = written[1] or written[3]
    month = f"{written[4]}-{_MONTHS.index(written[2].lower()[:3]) + 1:02}"
    return f"{month}-{int(day):02}" if day else month


def dated(dictionary: Dictionary, actor: Actor, when: str | None, front: list[Part]) -> Actor:
    """An actor with the chief sector it has at a date: one who headed a state and no longer does is of the elite."""
    if actor.id in dictionary.states:
        return partly_recognised(dictionary, actor)
    if actor.type is ActorType.PLACE and not actor.sectors:
        return actor.model_copy(update={"sectors": (Sector.UNK,)})
    if actor.type is not ActorType.PERSON:
        return actor
    terms = [term for term in dictionary.terms.of_person(actor.id) if term.office in _STATE_OFFICES]
    if not terms or actor.sectors[:1] == (Sector.REL,):
        return actor
    first, last = (earliest(when), latest(when)) if when else (PRESENT, PRESENT)
    if when is None and any(part.title is not None and part.title.office in _STATE_OFFICES for part in front):
        # Nothing says that the office is over: "President Ruiz".
        return actor.model_copy(update={"sectors": (Sector.GOV, *(s for s in actor.sectors if s is not Sector.GOV))})
    if any(term.covers(first, last) for term in terms):
        sectors = (Sector.GOV, *(s for s in actor.sectors if s is not Sector.GOV))
    elif any(latest(term.end) < first for term in terms):
        still = [term for term in dictionary.terms.of_person(actor.id) if term.office in _PARTY_OFFICES]
        if any(term.covers(first, last) for term in still):
            own = tuple(s for s in actor.sectors if s not in (Sector.GOV, Sector.ELI))
            return actor.model_copy(update={"sectors": own or (Sector.PTY,)})
        sectors = (Sector.ELI, *(s for s in actor.sectors if s not in (Sector.ELI, Sector.GOV)))
    else:
        return actor
    return actor.model_copy(update={"sectors": sectors})


def partly_recognised(dictionary: Dictionary, actor: Actor) -> Actor:
    """A state that few recognise and that has no code of its own, with the country it is held to belong to."""
    within = dictionary.within(actor.id)
    return actor.model_copy(update={"country": within, "sectors": (Sector.PRE,)}) if within else actor


def owner_of(dictionary: Dictionary, tokens: list[str], left: list[int], when: str | None) -> str | None:
    """The country of the leader that a family name among the words `left` means: "Ruiz's spokesman"."""
    names = [tokens[i].removesuffix("'s").removesuffix("'") for i in left]
    person = known_by_family_name(dictionary, names, None, when, titled=False)
    return dictionary.country_of(person) if person else None


def known_by_family_name(
    dictionary: Dictionary, names: list[str], country: str | None, when: str | None, *, titled: bool
) -> str | None:
    """Which person of the dictionary the words of a family name fit best; None when none does.

    Args:
        dictionary: what is known beforehand.
        names: the words of the name, a given name perhaps before the family name.
        country: ISO alpha-3 of the state beside the name, if any.
        when: ISO 8601 date, if known.
        titled: whether a title stands beside the name, so that a common family name will do.
    """
    key = tuple(word for name in names for word in words(name))
    if not key:
        return None
    candidates = dictionary.surnames.get(key, []) or (dictionary.surnames.get(key[-1:], []) if len(key) > 1 else [])
    if len(key) > 1:
        candidates = [id for id in candidates if words(dictionary.actor(id).name)[0] == key[0]]
    if country:
        candidates = [id for id in candidates if dictionary.country_of(id) == country]
    if len(key) == 1 and key[0] in dictionary.lexicon.common_surnames and not (titled or country):
        return None
    best: tuple[int, str, str] | None = None
    for id in candidates:
        terms = [term for term in dictionary.terms.of_person(id) if term.office in HEADS]
        if len(key) == 1 and not terms and len(candidates) > 1:
            continue
        in_office = bool(when) and any(term.covers(earliest(when or ""), latest(when or "")) for term in terms)
        latest_start = max((term.start for term in terms), default="")
        if when and terms and all(term.start > latest(when) for term in terms):
            continue
        rank = (2 * in_office + bool(terms), latest_start, id)
        if best is None or rank > best:
            best = rank
    return best[2] if best else None
