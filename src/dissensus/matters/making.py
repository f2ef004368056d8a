"""Facts from the statements of one document: parties, dates, sources, and what a bare word stands for."""

from __future__ import annotations

import datetime
import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from sys import intern
from typing import Any, Final

from dissensus.errors import DissensusError
from dissensus.matters.facts import GENERIC, DocumentFacts, Fact, SourceNote
from dissensus.matters.standing import is_region, regions_of_states
from dissensus.matters.themes import is_charge, term_of
from dissensus.model import Context, Kind
from dissensus.record.words import first_day, fold, last_day

_STATE: Final = ("country", "government")
_NO_THEME: Final = ("ACCUSE", "REJECT", "REQUEST", "THREATEN", "AGREE", "CONSULT", "SUPPORT", "CONCEDE")
"""Types of event that are about another's doing: `call for removal` removes nobody."""

_ENOUGH: Final = 0.3
"""Of a document's statements must be on one country, for what names no country to be about that one."""

_A_SEASON: Final = 92
"""Days that a date may cover and still tell when its neighbours happened."""

_BOTH: Final = 2
"""Parties of a full event."""

_MOST_KNOWN: Final = 1 << 17

_known: dict[tuple[str, ...], tuple[str, ...]] = {}
"""Lists of texts that facts share. No `lru_cache`: it would keep each a second time, as what was asked."""

Spokesperson = Callable[[str, str | None, str, int | None], bool]
"""Whether a holder (id, name) speaks for a publisher on a day."""


@dataclass(slots=True)
class _Draft:
    fact: Fact
    of_country: bool
    countries: tuple[str, ...] = ()


def make_facts(
    document: DocumentFacts,
    rows: Iterable[tuple[int, str, int, str]],
    speaks_for: Spokesperson,
    note: Callable[[SourceNote], None],
) -> list[Fact]:
    """The facts of one document.

    Args:
        document: the document.
        rows: number, id, start and body of its statements.
        speaks_for: whether a holder speaks for the document's publisher.
        note: told of every source.
    """
    told = _ordinal(document.date, last=True)
    own = _own_voice(document)
    note(own)
    drafts = []
    for number, id, start, body in rows:
        draft = _draft(number, id, start, json.loads(body), document, told, own, speaks_for, note)
        if draft is not None:
            drafts.append(draft)
    _anchor(drafts)
    for draft in drafts:
        if not draft.fact.dated:
            draft.fact.hint = _hint(draft.fact, drafts)
    return [draft.fact for draft in drafts]


def _own_voice(document: DocumentFacts) -> SourceNote:
    if document.source:
        return SourceNote(f"publisher:{fold(document.source)}", document.source, "publisher", None)
    if document.author:
        return SourceNote(f"author:{fold(document.author)}", document.author, "author", None)
    name = document.title or document.path or document.id
    return SourceNote(f"document:{document.id}", name, "document", None)


def _draft(
    number: int,
    id: str,
    start: int,
    body: dict[str, Any],
    document: DocumentFacts,
    told: int | None,
    own: SourceNote,
    speaks_for: Spokesperson,
    note: Callable[[SourceNote], None],
) -> _Draft | None:
    fact = Fact(
        number,
        id,
        _sources(body["holder"], document, told, own, speaks_for, note),
        document.number,
        told,
        told,
        start,
        intern(body["kind"]),
        intern(body["commitment"]),
        body["confidence"],
        "",
        "",
        (),
        (),
        (),
        "",
        "",
        "",
        "",
        None,
        None,
        None,
        "unknown",
    )
    if body["kind"] == Kind.EVENT:
        return _event(fact, body["event"], body["explanation"])
    if body["kind"] == Kind.TIE:
        return _tie(fact, body["tie"], body["explanation"])
    if body["kind"] == Kind.FIGURE:
        return _figure(fact, body["figure"])
    return _label(fact, body["label"])


def _sources(
    holder: dict[str, Any],
    document: DocumentFacts,
    told: int | None,
    own: SourceNote,
    speaks_for: Spokesperson,
    note: Callable[[SourceNote], None],
) -> tuple[str, ...]:
    if holder["is_author"]:
        return _one_of((own.key,))
    id, name = holder.get("id"), holder["name"]
    if id:
        key = f"holder:{id}"
    elif name[:1].isupper():
        key = f"holder:~{fold(name)}"
    else:
        # `experts` of one document are not those of another.
        key = f"holder:~{fold(name)}@{document.id}"
    note(SourceNote(key, name, "holder", id))
    if own.kind == "publisher" and speaks_for(own.name, id, name, told):
        return _one_of((key, own.key))
    return _one_of((key,))


def _event(fact: Fact, event: dict[str, Any], explanation: dict[str, Any]) -> _Draft:
    lexicon = explanation.get("lexicon")
    agents, objects = event.get("actors", ()), event.get("recipients", ())
    place, date = event.get("place") or {}, event.get("date") or {}
    fact.body, fact.mode = intern(event["type"]), intern(event.get("mode") or "")
    fact.agents, fact.objects = _keys(agents), _keys(objects)
    fact.named = _one_of(tuple(dict.fromkeys(ref["id"] for ref in (*agents, *objects))))
    fact.place = intern(place.get("name") or "")
    _date(fact, date.get("start"), date.get("end"), date.get("precision", "unknown"))
    figures = event.get("figures", ())
    fact.value = figures[0]["value"] if figures else None
    if not fact.mode and lexicon and (fact.body == "OTHER" or len(fact.agents) + len(fact.objects) < _BOTH):
        fact.mode = intern("=" + lexicon.partition(":")[2])
    term = term_of(lexicon) if fact.body not in _NO_THEME else None
    coup = Context.COUP in event.get("contexts", ()) and fact.body in ("COERCE", "ASSAULT")
    if coup and (term is None or term.theme != "power"):
        term = term_of("events.tsv:coup")
    countries = _countries(objects), _countries(agents)
    here = (place["country"],) if place.get("country") else ()
    if term is not None and not term.of_country and fact.objects and all(map(is_region, fact.objects)):
        term = None  # `aggression across the continent` is no one invasion
    if term is None:
        fact.country = next(iter((*countries[0], *here, *countries[1])), "")
        return _Draft(fact, of_country=False, countries=(*countries[0], *here, *countries[1]))
    fact.theme, fact.term = term.theme, term.term
    if term.of_country and _is_several(explanation):
        # `Coups and dictatorships` are no one affair.
        return _Draft(fact, of_country=False)
    first, second = countries if term.role != "actor" else countries[::-1]
    # Who made a coup may be a foreign power: it happened where its victim is.
    told = (*first, *here) if term.role == "recipient" else (*first, *here, *second)
    fact.country = intern(next(iter(told), ""))
    return _Draft(fact, of_country=term.of_country, countries=(*countries[0], *here, *countries[1]))


def _is_several(explanation: dict[str, Any]) -> bool:
    """Whether the word that names an event is a plural: the lexicon has the singular."""
    words, entry = explanation.get("words", ()), (explanation.get("lexicon") or "").partition(":")[2]
    return bool(words) and words[-1].lower() in (entry + "s", entry.rpartition(" ")[2] + "s")


def _tie(fact: Fact, tie: dict[str, Any], explanation: dict[str, Any]) -> _Draft:
    fact.body, fact.value = intern(tie["relation"]), tie["sign"]
    if (explanation.get("lexicon") or "").startswith("offices.tsv:"):
        fact.mode = "office"
    fact.agents, fact.objects = _keys((tie["a"],)), _keys((tie["b"],))
    fact.named = _one_of(tuple(dict.fromkeys((tie["a"]["id"], tie["b"]["id"]))))
    period = tie.get("period") or {}
    start, end = period.get("start"), period.get("end")
    _date(fact, start or end, end or start, "range")
    return _Draft(fact, of_country=False, countries=_countries((tie["a"], tie["b"])))


def _figure(fact: Fact, figure: dict[str, Any]) -> _Draft:
    subject = figure["subject"]
    fact.body, fact.mode = intern(fold(figure["measure"])), intern(fold(figure.get("unit") or ""))
    fact.value = figure["value"]
    date = figure.get("date")
    _date(fact, date, date, {4: "year", 7: "month"}.get(len(date), "day") if date else "unknown")
    if isinstance(subject, str):
        fact.agents = (GENERIC + fold(subject),)
        return _Draft(fact, of_country=False)
    fact.agents, fact.named = _keys((subject,)), _one_of((subject["id"],))
    fact.country = next(iter(_countries((subject,))), "")
    return _Draft(fact, of_country=False, countries=_countries((subject,)))


def _label(fact: Fact, label: dict[str, Any]) -> _Draft:
    target = label["target"]
    fact.body, fact.value = intern(fold(label["term"])), label["valence"]
    fact.agents, fact.named = _keys((target,)), _one_of((target["id"],))
    fact.country = next(iter(_countries((target,))), "")
    return _Draft(fact, of_country=False, countries=_countries((target,)))


def _keys(references: Sequence[dict[str, Any]]) -> tuple[str, ...]:
    """Keys of parties: a state and its government are one, for texts say either."""
    return _one_of(tuple(sorted({_key(reference) for reference in references})))


def _one_of(texts: tuple[str, ...]) -> tuple[str, ...]:
    """The same texts as one object, however many facts hold them."""
    found = _known.get(texts)
    if found is None:
        if len(_known) >= _MOST_KNOWN:
            _known.clear()
        found = tuple(map(intern, texts))
        _known[found] = found
    return found


def _key(reference: dict[str, Any]) -> str:
    id: str = reference["id"]
    if reference["type"] in _STATE and reference.get("country") and id.count(".") <= 1:
        return str(reference["country"]).lower()
    if id in regions_of_states():
        return regions_of_states()[id]
    if id.startswith("found.") and not reference["name"][:1].isupper():
        return GENERIC + id
    return id


def _countries(references: Iterable[dict[str, Any]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(reference["country"] for reference in references if reference.get("country")))


def _anchor(drafts: Sequence[_Draft]) -> None:
    """Give what names no country the one of its neighbour of the same theme, else the one the document is about."""
    known = [draft.fact for draft in drafts if draft.of_country and draft.fact.country]
    counts = Counter(country for draft in drafts for country in draft.countries[:1])
    main = min(counts, key=lambda country: (-counts[country], country)) if counts else ""
    if counts[main] < _ENOUGH * len(drafts):
        main = ""
    for draft in drafts:
        fact = draft.fact
        if draft.of_country and not fact.country:
            near = [other for other in known if other.theme == fact.theme]
            if near:
                fact.country = min(near, key=lambda other: (abs(other.at - fact.at), other.at, other.id)).country
            else:
                fact.country = main
    for draft in drafts:
        if _lacks_victim(draft):
            draft.fact.objects = _victims_near(draft.fact, drafts)


def _lacks_victim(draft: _Draft) -> bool:
    fact = draft.fact
    return draft.of_country and bool(fact.country) and not fact.dated and not fact.objects and is_charge(fact.term)


def _victims_near(fact: Fact, drafts: Sequence[_Draft]) -> tuple[str, ...]:
    """Whom the nearest statement on the same affair names as its victim: `the coup`, said again, is the same one."""
    near = [
        other.fact
        for other in drafts
        if other.of_country
        and other.fact.objects
        and is_charge(other.fact.term)
        and (other.fact.theme, other.fact.country) == (fact.theme, fact.country)
    ]
    return min(near, key=lambda other: (abs(other.at - fact.at), other.at, other.id)).objects if near else ()


def _hint(fact: Fact, drafts: Sequence[_Draft]) -> int | None:
    if not fact.theme:
        return fact.told
    same = [
        draft.fact
        for draft in drafts
        if draft.fact.theme == fact.theme and draft.fact.country == fact.country and _is_close(draft.fact)
    ]
    if not same:
        return fact.told
    return min(same, key=lambda other: (abs(other.at - fact.at), other.at, other.id)).first


def _is_close(fact: Fact) -> bool:
    """Whether a date tells more than a year."""
    return fact.first is not None and fact.last is not None and fact.last - fact.first <= _A_SEASON


def _date(fact: Fact, start: str | None, end: str | None, precision: str) -> None:
    fact.first, fact.last = _ordinal(start, last=False), _ordinal(end, last=True)
    if fact.first is None or fact.last is None or fact.first > fact.last:
        fact.first = fact.last = None
        precision = "unknown"
    fact.precision = intern(precision)


@lru_cache(maxsize=65536)
def _ordinal(date: str | None, *, last: bool) -> int | None:
    if not date:
        return None
    try:
        return datetime.date.fromisoformat(last_day(date) if last else first_day(date)).toordinal()
    except (ValueError, DissensusError):
        return None
