"""What the words beside a bare family name tell of its bearer: "Mrs.", "General", "former President", a "she" later."""

from __future__ import annotations

from typing import NamedTuple

from dissensus.actors.dictionary import Dictionary
from dissensus.actors.introduction import Introduction
from dissensus.actors.offices import HEADS, sector_in
from dissensus.actors.terms import Term, earliest, latest
from dissensus.actors.work import Work
from dissensus.model import Actor, ActorType, Origin
from dissensus.parsing.people import load_people

LEADING = frozenset(("head_of_state", "head_of_government", "vice_president", "leader", "claimed_head_of_state"))
GENDERS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
"""Of whom pronouns stand for, `m` or `f`."""
_POLITICS = frozenset(("GOV", "LEG", "PTY", "OPP", "ELI"))
"""Sectors between which politicians go to and fro."""
_RANKS = frozenset(("MIL", "COP", "JUD", "REL"))
"""Sectors whose titles are seldom given to others."""
_BODIES = frozenset(
    (ActorType.COUNTRY, ActorType.GOVERNMENT, ActorType.MINISTRY, ActorType.PARTY, ActorType.IGO, ActorType.COMPANY,
     ActorType.MEDIA, ActorType.PLACE)
)  # fmt: skip
_OTHER_RANK = 4.0
_OTHER_TRADE = 3.0
_OTHER_OFFICE = 3.0
"""What it costs a candidate that the title beside the name is of another rank, trade or office."""
_NEVER_HEADED = 2.0
_NEVER_SAT = 1.5
_OTHER_PRONOUN = 3.0
_SAME_TRADE = 2.0


class Beside(NamedTuple):
    """What stands beside a bare family name.

    Attributes:
        country: ISO alpha-3 of the state the words before it name.
        titled: a title stands before it, or a noun for a government behind.
        office: the office that the title names; empty for none.
        sectors: what title and trade tell of the person.
        gender: of the form of address, `m`, `f` or empty.
        pronoun: of the pronouns that take the name up, likewise.
        date: the date that the sentence tells of by itself, ISO 8601; empty for none.
    """

    country: str | None = None
    titled: bool = False
    office: str = ""
    sectors: tuple[str, ...] = ()
    gender: str = ""
    pronoun: str = ""
    date: str = ""


def beside(intro: Introduction, pronoun: str, *, governs: bool) -> Beside:
    """What an introduction tells; `governs`: a noun for a government follows the name."""
    title = intro.title
    office = "head_of_state" if governs else ""
    if title is not None:
        office = title.office
    gender = ""
    if title is not None:
        gender = "f" if title.title.endswith("woman") else title.gender
    return Beside(intro.country, title is not None or governs, office, intro.sectors, gender, pronoun)


def led_then(work: Work, id: str, date: str) -> bool:
    """Whether someone led a state or body at a date told of; no one did at no date."""
    days = (earliest(date), latest(date))
    return bool(date) and any(
        term.office in LEADING and term.covers(*days) for term in work.dictionary.terms.of_person(id)
    )


def pronouns_behind(work: Work) -> dict[tuple[int, int], str]:
    """The gender of the pronouns that parsing took back to a word, by (page, token) of that word."""
    told: dict[tuple[int, int], str] = {}
    for found in work.parsed.references:
        pronoun, antecedent = found.pronoun, found.antecedent
        gender = GENDERS.get(work.parsed.paragraphs[pronoun.paragraph].doc[pronoun.start].lower_, "")
        for token in range(antecedent.start, antecedent.end) if gender else ():
            told.setdefault((antecedent.paragraph, token), gender)
    return told


def gender_of(dictionary: Dictionary, actor: Actor) -> str:
    """The gender of a person, by the dictionary or the given name; empty where neither tells."""
    known = dictionary.gender_of(actor.id)
    if known or " " not in actor.name:
        return known
    gender = load_people().names.get(actor.name.split()[0], "")
    return "" if gender == "n" else gender


def cannot_be(dictionary: Dictionary, actor: Actor, pronoun: str) -> bool:
    """Whether "he" or "she" cannot stand for an actor: one of the other gender, or a known body or place."""
    wanted = GENDERS.get(pronoun.lower(), "")
    if not wanted:
        return False
    if actor.type is not ActorType.PERSON:
        return actor.origin is not Origin.FOUND and actor.type in _BODIES
    known = gender_of(dictionary, actor)
    return bool(known) and known != wanted


def against(dictionary: Dictionary, id: str, told: Beside, date: tuple[str, str] | None) -> float:
    """What speaks against a person of the dictionary as the bearer of a name; negative where something speaks for it.

    Args:
        dictionary: what is known beforehand.
        id: the person.
        told: what stands beside the name.
        date: first and last day of the document's date, if known.
    """
    gender = dictionary.gender_of(id)
    if gender and told.gender and gender != told.gender:
        return float("inf")
    cost = _OTHER_PRONOUN if gender and told.pronoun and gender != told.pronoun else 0.0
    if not told.sectors:
        return cost
    terms = dictionary.terms.of_person(id)
    ever = {*dictionary.actor(id).sectors, *(sector_in(dictionary, term) for term in terms)}
    now = [term for term in terms if date is not None and term.covers(*date)]
    wanted = set(told.sectors)
    fits = (
        bool(wanted & ever) or (wanted <= _POLITICS and bool(ever & _POLITICS)) or ("MIL" in wanted and "REB" in ever)
    )
    if not fits:
        return cost + (_OTHER_RANK if told.sectors[0] in _RANKS else _OTHER_TRADE)
    held = any(term.office == told.office for term in terms) if told.office else told.sectors[0] in ever
    if held:
        return cost - (_SAME_TRADE if not told.office and any(_is(dictionary, told, term) for term in now) else 0.0)
    if told.office in HEADS:
        return cost + (0.0 if any(term.office in LEADING for term in terms) else _NEVER_HEADED)
    if any(term.office in HEADS for term in now) and (told.office or told.sectors[0] == "LEG"):
        return cost + _OTHER_OFFICE
    return cost + (_NEVER_SAT if told.sectors[0] == "LEG" else 0.0)


def _is(dictionary: Dictionary, told: Beside, term: Term) -> bool:
    return sector_in(dictionary, term) == told.sectors[0]
