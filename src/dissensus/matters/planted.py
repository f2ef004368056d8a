"""Made-up records in which it is known what is one matter and what each source says of it: for tests and benchmarks.

Countries, people, outlets and texts are invented. Each matter is told by several sources in several documents; some
deny it, some have their own version. Part of the statements is damaged as readings of real texts are: a date is vague,
off or missing, a name is that of another body or person, a type is a neighbouring one.
"""

from __future__ import annotations

import datetime
import random
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final, TypeVar

from dissensus.matters.matter import Aspect, Stance
from dissensus.matters.planted_rows import write_world
from dissensus.matters.planted_world import Body, PlantedDocument, World
from dissensus.record.record import Record
from dissensus.record.words import fold

T = TypeVar("T")
Values = dict[str, Any]
_Made = tuple[str, Values, str, list[tuple[str, str]]]
"""Line of the lexicon, body, quote, and who is named in what part."""

_HELD: Final = 0.35
"""Of the sources are people whom an outlet reports."""

_NEAR: Final = 0.8
"""Of wrong types are neighbouring ones."""

_TYPES: Final = {
    "ASSAULT": (-9.0, "attacked"),
    "COERCE": (-7.0, "arrested members of"),
    "MOBILIZE": (-7.2, "moved troops against"),
    "SANCTION": (-6.0, "imposed sanctions on"),
    "PROTEST": (-6.5, "marched against"),
    "THREATEN": (-4.0, "threatened"),
    "REJECT": (-4.0, "rejected the offer of"),
    "ACCUSE": (-2.0, "accused"),
    "CONSULT": (1.0, "met with"),
    "SUPPORT": (3.0, "praised"),
    "AGREE": (3.0, "made a treaty with"),
    "COOPERATE": (6.4, "held exercises with"),
    "AID": (7.0, "sent relief to"),
}
_NEIGHBOURS: Final = {
    "ASSAULT": ("COERCE", "MOBILIZE"),
    "COERCE": ("ASSAULT", "SANCTION"),
    "MOBILIZE": ("ASSAULT", "COERCE"),
    "SANCTION": ("COERCE", "REJECT"),
    "PROTEST": ("ASSAULT", "COERCE"),
    "THREATEN": ("ACCUSE", "REJECT"),
    "REJECT": ("ACCUSE", "THREATEN"),
    "ACCUSE": ("REJECT", "THREATEN"),
    "CONSULT": ("AGREE", "COOPERATE"),
    "SUPPORT": ("AID", "COOPERATE"),
    "AGREE": ("CONSULT", "COOPERATE"),
    "COOPERATE": ("AGREE", "AID"),
    "AID": ("SUPPORT", "COOPERATE"),
}
_CULPRIT: Final = ("ASSAULT", "COERCE", "MOBILIZE")
_FRIENDLY: Final = ("ally_of", "supports", "funds", "arms", "aids")
_HOSTILE: Final = ("opposes", "distrusts")
_MEASURES: Final = (("deaths", "people"), ("loan", "dollars"), ("vote share", "percent"), ("troops", "soldiers"))
_TERMS: Final = {-1: ("puppet", "regime", "tyrant"), 1: ("liberator", "bulwark", "defender")}
_STANCES: Final = (
    (Stance.STATES, 50),
    (Stance.ALLEGES, 12),
    (Stance.DENIES, 14),
    (Stance.DIFFERS, 13),
    (Stance.PREDICTS, 4),
    (Stance.DEMANDS, 4),
    (Stance.MIXED, 3),
)
_COMMITMENTS: Final = {
    Stance.STATES: "stated",
    Stance.ALLEGES: "alleged",
    Stance.DENIES: "denied",
    Stance.DIFFERS: "stated",
    Stance.PREDICTS: "predicted",
    Stance.DEMANDS: "demanded",
}
_TIMES: Final = ((1, 30), (2, 35), (3, 25), (4, 10))
_KINDS: Final = (("event", 56), ("tie", 18), ("figure", 14), ("label", 8), ("coup", 4))


@dataclass(slots=True)
class Truth:
    """What was planted.

    Attributes:
        matters: number of the matter of every statement, by the statement's id.
        stances: stance by matter and key of the source.
        aspects: in what it differs, for those that do.
    """

    matters: dict[str, int] = field(default_factory=dict)
    stances: dict[tuple[int, str], Stance] = field(default_factory=dict)
    aspects: dict[tuple[int, str], Aspect] = field(default_factory=dict)


@dataclass(slots=True)
class _Matter:
    number: int
    kind: str
    day: int
    one: Body
    other: Body
    type: str
    value: float
    measure: tuple[str, str]
    place: str | None
    home: str
    """Country of the place."""
    victim: Body
    """Of a coup."""
    counted: bool = False
    """Whether events tell a number."""


@dataclass(frozen=True, slots=True)
class _Other:
    """The version of those who differ."""

    who: Body
    value: float
    shift: int


def plant(
    path: str | Path, *, seed: int = 0, documents: int = 200, statements: int = 4_000, noise: float = 0.05
) -> Truth:
    """Make a record with planted matters.

    Args:
        path: of the record; there must be none.
        seed: the same seed gives the same record.
        documents: how many; those that nothing fell to are left out.
        statements: about how many.
        noise: the part of the statements whose date is damaged; as many have a wrong name, as many a wrong type.

    Returns:
        What was planted.
    """
    world = World(seed, documents, statements)
    truth = Truth()
    made = 0
    number = 0
    while made < statements:
        matter = _matter(world, number)
        if matter is None:
            continue
        number += 1
        for statement, document in _told(world, matter, truth, noise):
            statement["id"] = world.hash(f"statement {made}")[:20]
            truth.matters[statement["id"]] = matter.number
            document.statements.append(statement)
            made += 1
    with Record(path, create=True).changing() as connection, connection.begin():
        write_world(connection, world)
    return truth


def _matter(world: World, number: int) -> _Matter | None:
    """A matter that no other planted one could be taken for; None where the draw was one."""
    draw = world.random
    kind = _drawn(_KINDS, draw)
    one, other = draw.choice(world.all), draw.choice(world.all)
    day = world.day()
    type = draw.choice(list(_TYPES))
    place = f"{other.name.split()[-1]} City" if draw.random() < 0.5 else None
    measure = draw.choice(_MEASURES)
    if kind == "coup":
        one, other = world.bodies[other.country][6:8]
        if not world.free(("coup", other.country), day, 700):
            return None
    elif kind == "label":
        if not world.free(("label", one.id if "." in one.id[4:] else one.country), day, 10**6):
            return None
    elif kind == "figure":
        if not world.free(("figure", one.country, measure), day, 200):
            return None
    elif one.country == other.country:
        return None
    elif kind == "tie":
        if not world.free(("tie", *sorted((one.country, other.country))), day, 10**6):
            return None
    elif not world.free(("event", *sorted((one.country, other.country))), day, 90):
        return None
    value = float(draw.randrange(101, 90_000))
    return _Matter(number, kind, day, one, other, type, value, measure, place, home=other.country, victim=other)


def _told(world: World, matter: _Matter, truth: Truth, noise: float) -> Iterator[tuple[Values, PlantedDocument]]:
    draw = world.random
    count = min(2 + int(draw.expovariate(0.35)), len(world.outlets) - 1, 12)
    outlets = draw.sample(range(len(world.outlets)), count)
    value = float(round(matter.value * draw.choice((0.5, 0.7, 1.4, 2.0))))
    other = _Other(draw.choice(world.all), value, draw.choice((-6, -5, -4, 4, 5, 6)))
    aspect = _aspect(matter, draw)
    matter.counted = aspect is Aspect.HOW_MUCH
    own = 0
    for place, outlet in enumerate(outlets):
        stance = _drawn(_STANCES, draw)
        if place < 2:
            stance = Stance.STATES
        if stance is Stance.DIFFERS and (aspect is None or (own + 1) * 2 >= place):
            stance = Stance.STATES
        own += stance is Stance.DIFFERS
        holder = draw.choice(world.all) if draw.random() < 0.35 else None
        key = f"holder:{holder.id}" if holder else f"publisher:{fold(world.outlets[outlet])}"
        if (matter.number, key) in truth.stances:
            continue
        truth.stances[matter.number, key] = stance
        if stance is Stance.DIFFERS and aspect:
            truth.aspects[matter.number, key] = aspect
        times = 2 if stance is Stance.MIXED else _drawn(_TIMES, draw)
        for time in range(times):
            commitment = ("stated", "denied")[time] if stance is Stance.MIXED else _COMMITMENTS[stance]
            differs = aspect if stance is Stance.DIFFERS else None
            statement = _statement(world, matter, holder, commitment, noise, differs, other)
            yield statement, _document(world, outlet, matter.day, draw)


def _drawn(shares: Sequence[tuple[T, int]], draw: random.Random) -> T:
    """One of several by its share in a hundred."""
    left = int(draw.random() * 100)
    for value, share in shares:
        left -= share
        if left < 0:
            return value
    return shares[0][0]


def _aspect(matter: _Matter, draw: random.Random) -> Aspect | None:
    if matter.kind == "event":
        told = [Aspect.WHEN, Aspect.HOW_MUCH]
        return draw.choice([*told, Aspect.WHO] if matter.type in _CULPRIT and matter.place else told)
    return {
        "tie": Aspect.WHAT,
        "figure": Aspect.HOW_MUCH,
        "label": Aspect.HOW_CALLED,
        "coup": Aspect.HOW_CALLED,
    }[matter.kind]


def _document(world: World, outlet: int, day: int, draw: random.Random) -> PlantedDocument:
    """One of the outlet's next documents after a day, else its last."""
    place = bisect_left(world.days[outlet], day) + draw.randrange(2)
    return world.by_source[outlet][min(place, len(world.days[outlet]) - 1)]


def _statement(
    world: World,
    matter: _Matter,
    holder: Body | None,
    commitment: str,
    noise: float,
    aspect: Aspect | None,
    other: _Other,
) -> dict[str, Any]:
    """One statement on a matter. `aspect`: in what its source differs, if it does."""
    draw = world.random
    told = replace(matter)
    if aspect is Aspect.WHO:
        told.one = other.who
    elif aspect is Aspect.WHEN:
        told.day += other.shift
    elif aspect is Aspect.HOW_MUCH:
        told.value = other.value
    _damage_parties(told, noise, world)
    date = _date(told.day, noise, draw)
    lexicon, body, quote, parts = _BODY_OF[matter.kind](told, date, aspect, draw)
    kind = "event" if matter.kind == "coup" else matter.kind
    if holder:
        parts.append(("holder", holder.id))
    return {
        "kind": kind,
        kind: body,
        "lexicon": lexicon,
        "quote": quote,
        "parts": sorted(set(parts)),
        "commitment": commitment,
        "confidence": round(draw.uniform(0.6, 0.9), 3),
        "holder": {"id": holder.id, "name": holder.name, "is_author": False} if holder else None,
    }


def _damage_parties(told: _Matter, noise: float, world: World) -> None:
    """Put another body or person in the place of a party, and another type in that of the type."""
    draw = world.random
    if draw.random() < noise:
        wrong = draw.choice(world.bodies[told.one.country] if _even(draw) else world.all)
        if _even(draw):
            told.one = wrong
        else:
            told.other = wrong
    if draw.random() < noise:
        told.type = draw.choice(_NEIGHBOURS[told.type]) if draw.random() < _NEAR else draw.choice(list(_TYPES))


def _event(told: _Matter, date: Values, aspect: Aspect | None, draw: random.Random) -> _Made:
    score, words = _TYPES[told.type]
    body: Values = {
        "actors": [told.one.reference()],
        "recipients": [told.other.reference()],
        "type": told.type,
        "contexts": [],
        "score": score,
        "date": date,
        "figures": [],
    }
    if told.place:
        body["place"] = {"name": told.place, "country": told.home}
    if told.counted:
        counted = {"subject": told.other.reference(), "measure": "people", "value": told.value, "approximate": False}
        body["figures"] = [counted]
    quote = f"{told.one.name} {words} {told.other.name}"
    return f"events.tsv:{told.type.lower()}", body, quote, [("actor", told.one.id), ("recipient", told.other.id)]


def _coup(told: _Matter, date: Values, aspect: Aspect | None, draw: random.Random) -> _Made:
    victim = told.victim
    if aspect is Aspect.HOW_CALLED:
        body: Values = {
            "actors": [victim.reference()],
            "recipients": [],
            "type": "RETREAT",
            "mode": "resign",
            "contexts": ["executive"],
            "score": 7.0,
        }
        return (
            "events.tsv:resign",
            body | {"date": date, "figures": []},
            f"{victim.name} resigned",
            [("actor", victim.id)],
        )
    body = {"actors": [], "recipients": [victim.reference()], "type": "COERCE", "contexts": ["coup"], "score": -7.0}
    quote = f"{victim.name} fell to a coup"
    return "events.tsv:coup", body | {"date": date, "figures": []}, quote, [("recipient", victim.id)]


def _tie(told: _Matter, date: Values, aspect: Aspect | None, draw: random.Random) -> _Made:
    friendly = (aspect is None) == (told.number % 2 == 0)
    relation = draw.choice(_FRIENDLY if friendly else _HOSTILE)
    body = {
        "a": told.one.reference(),
        "relation": relation,
        "b": told.other.reference(),
        "sign": 1 if friendly else -1,
        "period": {"start": date.get("start", "")[:7] or None, "end": None},
    }
    quote = f"{told.one.name} {relation.replace('_', ' ')} {told.other.name}"
    return f"ties.tsv:{relation}", body, quote, [("a", told.one.id), ("b", told.other.id)]


def _figure(told: _Matter, date: Values, aspect: Aspect | None, draw: random.Random) -> _Made:
    measure, unit = told.measure
    body: Values = {"subject": told.one.reference(), "measure": measure, "value": told.value, "unit": unit}
    body["approximate"] = False
    if date.get("start"):
        body["date"] = date["start"]
    quote = f"{told.one.name}: {measure} of {told.value:g} {unit}"
    return f"measures.tsv:{measure}", body, quote, [("subject", told.one.id)]


def _label(told: _Matter, date: Values, aspect: Aspect | None, draw: random.Random) -> _Made:
    valence = 1 if (aspect is None) == (told.number % 2 == 0) else -1
    term = draw.choice(_TERMS[valence])
    body = {"target": told.one.reference(), "term": term, "valence": valence}
    return f"labels.tsv:{term}", body, f"{told.one.name}, a {term}", [("target", told.one.id)]


_BODY_OF: Final = {"event": _event, "coup": _coup, "tie": _tie, "figure": _figure, "label": _label}


def _even(draw: random.Random) -> bool:
    return draw.random() < 0.5


def _date(day: int, noise: float, draw: random.Random) -> dict[str, Any]:
    if draw.random() < noise:
        damage = draw.randrange(3)
        if damage == 0:
            return {"precision": "unknown", "basis": "unknown"}
        if damage == 1:
            first = datetime.date.fromordinal(day).replace(day=1)
            last = (first + datetime.timedelta(days=31)).replace(day=1) - datetime.timedelta(days=1)
            return {"start": first.isoformat(), "end": last.isoformat(), "precision": "month", "basis": "text"}
        day += draw.choice((-3, -2, -1, 1, 2, 3))
    told = datetime.date.fromordinal(day).isoformat()
    return {"start": told, "end": told, "precision": "day", "basis": "text"}
