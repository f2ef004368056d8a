"""Which of several actors a name means, judged by what else the document says."""

from __future__ import annotations

from typing import NamedTuple

from dissensus.actors.dictionary import Dictionary, Name, NameKind
from dissensus.actors.namesakes import LEADING, Beside, against, led_then
from dissensus.actors.offices import HEADS
from dissensus.actors.terms import PRESENT as PRESENT_DAY
from dissensus.actors.terms import earliest, latest
from dissensus.actors.work import Work
from dissensus.parsing.people import load_people

NAMED = 10.0
"""Named beyond doubt elsewhere in the document."""
UNMARKED = 4.0
"""The dictionary does not mark the name as ambiguous."""
SAME_COUNTRY = 3.0
"""The document names the actor's country."""
ENOUGH = 3.0
NAMED_ONCE = 2.0
COMMON = 4.0
COMMON_HEAD = 3.2
"""Enough for a bare family name, for one that many bear, and for the latter of whoever headed a state that is named."""
LEAD = 0.5
"""By how much the best candidate must outdo the next."""
_ORGANS = frozenset(("government", "ministry", "military", "police"))
_IN_PASSING = 0.3
"""Share of the mentions of the country named most below which a country is only named in passing."""
PRESENT = 2030
"""Stands for the end of a term that has not ended, when terms are ranked by how recent they are."""
_TELLING = 5
"""Letters of a family name that is told by itself."""
_SEATS = frozenset(("member", "mayor", "governor"))
ALONE = 1.0
"""Enough for a bare family name that only one bears of whom the dictionary knows, who led a state or party."""
ALONE_AT_HOME = 1.5
"""Enough for one of another office: the document names the country."""
LONG_AGO = 20
"""Years after which a head of state is no longer the likeliest bearer of a name that many bear."""
YEARS_AFTER = 6
"""How long after leaving office a leader is still likely to be called by a bare surname."""


class Choice(NamedTuple):
    """The candidate that was chosen, its score, and the reason in words."""

    actor: str
    score: float
    reason: str


def choose(work: Work, names: list[Name]) -> Choice | None:
    """The actor that a dictionary name stands for in this document; None when the evidence does not tell."""
    names = narrowed(work.dictionary, names)
    candidates: dict[str, bool] = {}
    for name in names:
        candidates[name.actor] = candidates.get(name.actor, True) and name.ambiguous
    if len(candidates) == 1:
        ((actor, ambiguous),) = candidates.items()
        if not ambiguous:
            return Choice(actor, 0.98, "a name in the dictionary that only it bears")
        adjective = all(name.kind in (NameKind.ADJECTIVE, NameKind.PEOPLE) for name in names)
        if adjective or work.dictionary.type_of(actor) == "igo":
            return Choice(actor, 0.6, "an ambiguous name; the dictionary knows no other bearer")
    scored = sorted(((*_weigh(work, actor, marked), actor) for actor, marked in candidates.items()), reverse=True)
    score, reason, best = scored[0]
    if score < ENOUGH or (len(scored) > 1 and score - scored[1][0] < LEAD) or _of_another_state(work, best):
        return None
    return Choice(best, min(0.95, 0.6 + score / 40), f"an ambiguous name; {reason}")


def _of_another_state(work: Work, actor: str) -> bool:
    """Whether an organ of state belongs to a country that the document only names in passing."""
    if work.dictionary.type_of(actor) not in _ORGANS or work.known.get(actor):
        return False
    country = work.dictionary.country_of(actor)
    most = max(work.countries.values(), default=0)
    return bool(country) and work.countries.get(country or "", 0) < most * _IN_PASSING


def _weigh(work: Work, actor: str, ambiguous: bool) -> tuple[float, str]:
    score, reason = 0.0, "nothing else speaks for it"
    if not ambiguous:
        score, reason = UNMARKED, "chiefly its name"
        own = work.dictionary.country_of(actor)
        if actor not in work.dictionary.states and own and work.countries and not work.countries.get(own):
            score /= 2
    state = work.dictionary.states.get(actor)
    if state is not None and state.sovereign == "former":
        score -= 1.0
    country = work.dictionary.country_of(actor)
    if country and work.countries.get(country):
        score += SAME_COUNTRY + min(1.0, work.countries[country] / work.countries.total())
        reason = f"its country is named {work.countries[country]} times in the document"
    if work.known.get(actor):
        score += NAMED
        reason = "it is named beyond doubt elsewhere in the document"
    return score, reason


def narrowed(dictionary: Dictionary, names: list[Name]) -> list[Name]:
    """Without the places that are a state's capital under an id of their own."""
    if len(names) > 1 and any(name.kind in (NameKind.CAPITAL, NameKind.TOWN) for name in names):
        kept = [name for name in names if dictionary.type_of(name.actor) != "place"]
        return kept if any(not name.ambiguous for name in kept) else names
    return names


def choose_person(work: Work, ids: list[str], told: Beside, *, common: bool) -> Choice | None:
    """Which person of the dictionary a bare family name means; None when the evidence does not tell.

    Args:
        work: the document.
        ids: persons with that family name.
        told: what stands beside the name.
        common: the name is one that many bear, so more evidence is asked for.
    """
    led = [id for id in ids if led_then(work, id, told.date)]
    ids = [id for id in ids if not _came_later(work, id, told.date)] if led else ids
    scored = sorted(((*_weigh_person(work, id, told), id) for id in dict.fromkeys(ids)), reverse=True)
    score, reason, best = scored[0]
    known_head = not told.titled and not told.gender and _headed_here(work, best)
    asked = (COMMON_HEAD if known_head else COMMON) if common else NAMED_ONCE
    if score < asked:
        enough = score >= ALONE and (score >= ALONE_AT_HOME or _led(work, best))
        if common or len(scored) > 1 or not enough or not _telling(work, best):
            return None
    if len(scored) > 1:
        if score - scored[1][0] < LEAD:
            return None
        untold = not told.titled and not told.country and not work.known.get(best)
        if untold and _only_sat(work, best) and any(_led(work, id) for _, _, id in scored[1:]):
            return None  # a bare "Castro" is no congressman of that name, and nor is it sure which other Castro
    return Choice(best, min(0.95, 0.55 + score / 25), reason)


def _telling(work: Work, id: str) -> bool:
    """Whether a person's last name is a family name and nothing else ("Gay"), and not their mother's."""
    given, *family = work.dictionary.actor(id).name.split()
    last = family[-1] if family else given
    also_given = last in load_people().names or last.lower() in work.dictionary.given_names
    return len(family) == 1 and len(last) >= _TELLING and not also_given and "-" not in last


def _led(work: Work, id: str) -> bool:
    return any(term.office in LEADING for term in work.dictionary.terms.of_person(id))


def _came_later(work: Work, id: str, date: str) -> bool:
    """Whether whatever the dictionary knows of a person came after a date: "in 1992 Ruiz" is not his daughter."""
    terms = work.dictionary.terms.of_person(id)
    return bool(terms) and all(earliest(term.start) > latest(date) for term in terms)


def _headed_here(work: Work, id: str) -> bool:
    """Whether a person headed a state that the document names, and not long before it was written."""
    named = work.countries.get(work.dictionary.country_of(id) or "")
    ends = [latest(t.end) for t in work.dictionary.terms.of_person(id) if t.office in HEADS]
    since = int((earliest(work.date) if work.date else PRESENT_DAY)[:4]) - LONG_AGO
    return bool(named) and any(int(end[:4]) >= since for end in ends)


def _only_sat(work: Work, id: str) -> bool:
    """Whether the dictionary knows a person only for a seat or a town: "Joaquin Castro"."""
    return all(term.office in _SEATS for term in work.dictionary.terms.of_person(id))


def _weigh_person(work: Work, id: str, told: Beside) -> tuple[float, str]:
    reasons: list[str] = []
    date = (earliest(work.date), latest(work.date)) if work.date else None
    score = -against(work.dictionary, id, told, date)
    country, office = told.country, told.office
    own = work.dictionary.country_of(id)
    if work.known.get(id):
        score += NAMED
        reasons.append("named in full in the document")
    if country:
        if own != country:
            return -10.0, "of another country"
        score += 3.0
        reasons.append("the country beside the name is this person's")
    elif own and work.countries.get(own):
        score += 1.5 + min(1.0, work.countries[own] / work.countries.total())
        reasons.append("the document names this person's country")
    terms = work.dictionary.terms.of_person(id)
    leading = [term for term in terms if term.office in LEADING]
    if leading:
        score += 1.0
    if office and any(term.office == office or (term.office in LEADING and office in LEADING) for term in terms):
        score += 2.0
        reasons.append("held the office of the title")
    elif told.titled:
        score += 0.5
    if own and work.countries.get(own) and led_then(work, id, told.date):
        score += 2.0
        reasons.append("in office at the date told of")
    if date is not None:
        first, last = date
        if any(term.covers(first, last) for term in leading):
            score += 2.5
            reasons.append("in office at the document's date")
        elif any(term.covers(first, last) for term in terms):
            score += 1.5
            reasons.append("in office at the document's date")
        elif terms and all(int(earliest(term.start)[:4]) > int(last[:4]) + 1 for term in terms):
            score -= 3.0
        elif leading:
            since = int(first[:4]) - max(int(latest(term.end)[:4]) for term in leading)
            score += 1.0 if since <= YEARS_AFTER else 0.0
    elif leading:
        last_year = max(min(int(latest(term.end)[:4]), PRESENT) for term in leading)
        score += max(0.0, (last_year - 1950) / 37)
    return score, "; ".join(reasons) or "the only known leader of that name"
