"""What the date of a mention decides: the sector an actor has then, and whom a bare family name means."""

from __future__ import annotations

import re

from dissensus.actors.dictionary import Dictionary
from dissensus.actors.offices import HEADS, STATE_OFFICES, sector_in
from dissensus.actors.terms import PRESENT, earliest, latest
from dissensus.actors.wording import Part
from dissensus.actors.words import words
from dissensus.model import Actor, ActorType, Sector

_ISO = re.compile(r"\d{4}(-\d\d(-\d\d)?)?$")
_WRITTEN = re.compile(r"(?:(\d{1,2}) )?([A-Z][a-z]+)\.? (?:(\d{1,2}), )?(\d{4})$")
_YEARS = re.compile(r"\b(?:19|20)\d\d ?(?:to|until|[-–]) ?((?:19|20)\d\d)\b")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_RANKS = {Sector.GOV: 0, Sector.OPP: 1, Sector.LEG: 2}
"""Which of several offices held at once tells what someone is, least first; all others come behind."""
_RECENT = "2022-01-01"
"""Three years before the day that the dictionary's offices were last looked over."""


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


def dated(dictionary: Dictionary, actor: Actor, when: str | None, front: list[Part], *, former: bool = False) -> Actor:
    """An actor with the chief sector it has at a date: one who headed a state and no longer does is of the elite.

    Without a date whoever left office in the years before the dictionary was made still counts as holding it: the
    text may be as old; not so where the words themselves say `former`.
    """
    if actor.id in dictionary.states:
        return partly_recognised(dictionary, actor)
    if actor.type is ActorType.PLACE and not actor.sectors:
        return actor.model_copy(update={"sectors": (Sector.UNK,)})
    if actor.type is not ActorType.PERSON:
        return _ruling(dictionary, actor, when)
    all_terms = dictionary.terms.of_person(actor.id)
    told = {term: sector for term in all_terms if (sector := sector_in(dictionary, term)) is not None}
    terms = list(told)
    if not terms or actor.sectors[:1] == (Sector.REL,):
        return actor
    own = tuple(sector for sector in actor.sectors if sector not in (Sector.GOV, Sector.ELI))
    first, last = (earliest(when), latest(when)) if when else (PRESENT if former else _RECENT, PRESENT)
    titled = any(part.title is not None and part.title.office in STATE_OFFICES for part in front)
    # Where neither words nor date say that an office is over it is not: "President Ruiz".
    in_office = titled and when is None and not former and any(told[term] == Sector.GOV for term in terms)
    held = [told[term] for term in terms if term.covers(first, last)]
    if in_office or held:
        chief = Sector.GOV if in_office else min(held, key=lambda code: _RANKS.get(code, len(_RANKS)))
        return actor.model_copy(update={"sectors": (chief, *(sector for sector in own if sector is not chief))})
    if any(latest(term.end) < first and told[term] in (Sector.GOV, Sector.LEG) for term in terms):
        return actor.model_copy(update={"sectors": (Sector.ELI, *own)})
    return actor.model_copy(update={"sectors": own}) if own else actor


def _ruling(dictionary: Dictionary, actor: Actor, when: str | None) -> Actor:
    """A body that has ruled a state at some times, with the sector it has at a date."""
    terms = [term for term in dictionary.terms.of_person(actor.id) if term.office == "ruler"]
    if not terms or when is None:
        return actor
    rules = any(term.covers(earliest(when), latest(when)) for term in terms)
    others = tuple(sector for sector in actor.sectors if sector is not Sector.GOV)
    return actor.model_copy(update={"sectors": (Sector.GOV, *others) if rules else others})


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
    dictionary: Dictionary,
    names: list[str],
    country: str | None,
    when: str | None,
    *,
    titled: bool,
    near: str | None = None,
) -> str | None:
    """Which person of the dictionary the words of a family name fit best; None when none does.

    Args:
        dictionary: what is known beforehand.
        names: the words of the name, a given name perhaps before the family name.
        country: ISO alpha-3 of the state beside the name, if any.
        when: ISO 8601 date, if known.
        titled: whether a title stands beside the name, so that a common family name will do.
        near: ISO alpha-3 of a state told of around the mention: of several persons the likeliest is of it.
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
    best: tuple[int, bool, str, str] | None = None
    for id in candidates:
        terms = [term for term in dictionary.terms.of_person(id) if term.office in HEADS]
        if len(key) == 1 and not terms and len(candidates) > 1:
            continue
        in_office = bool(when) and any(term.covers(earliest(when or ""), latest(when or "")) for term in terms)
        latest_start = max((term.start for term in terms), default="")
        if when and terms and all(term.start > latest(when) for term in terms):
            continue
        rank = (2 * in_office + bool(terms), near is not None and dictionary.country_of(id) == near, latest_start, id)
        if best is None or rank > best:
            best = rank
    return best[3] if best else None
