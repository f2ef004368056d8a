"""Statements of one block that can be of one time, taken together: kernels.

Days are cut where none is told for a while; vaguer dates join the days they cover, and what has no date joins what was
going on when its document was published. Nothing depends on the order in which statements came.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from dissensus.matters.facts import GENERIC, Fact
from dissensus.matters.keys import number_of
from dissensus.matters.themes import CHARGE, term_named
from dissensus.model import Kind
from dissensus.record.words import fold


class Pace(NamedTuple):
    """How statements of a kind lie in time, in days.

    Attributes:
        gap: days without a word that end a kernel.
        span: the longest a kernel lasts; what lasts longer is cut at its widest gap.
        reach: so long after it something is still spoken of without a date.
        drift: days between documents that part what none of them dates.
    """

    gap: int
    span: int
    reach: int
    drift: int


_EVENT: Final = Pace(10, 45, 400, 200)
_ALONE: Final = Pace(3, 10, 400, 60)
_AFFAIR: Final = Pace(60, 240, 1100, 1100)
_TIE: Final = Pace(730, 3650, 3650, 1825)
_FIGURE: Final = Pace(3, 31, 120, 60)
_LABEL: Final = Pace(180, 730, 365, 1825)

_AN_AGE: Final = 400
"""A date that covers more days says too little to join what has a day."""

_A_DAY: Final = 7
"""A date that covers at most so many days is as good as a day."""


_ENCODE: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@dataclass(slots=True)
class Kernel:
    """What the statements of a kernel have in common.

    Attributes:
        kernel: its number: of its block and the smallest id of its statements.
        lead: that id.
        type: the commonest event type, relation or measure.
        charge: whether it is named by the word in dispute.
        first: first day of those told; None where none is.
        hint: the middle of the days at which it is spoken of.
        places: where, by folded names.
        values: numbers told.
        documents: that speak of it.
        statements: in how many statements.
    """

    kernel: int
    block: int
    lead: str
    kind: str
    type: str
    mode: str
    theme: str
    term: str
    charge: bool
    agents: tuple[str, ...]
    objects: tuple[str, ...]
    country: str
    places: tuple[str, ...]
    values: tuple[float, ...]
    first: int | None
    last: int | None
    hint: int | None
    documents: int
    statements: int

    @property
    def rank(self) -> tuple[object, ...]:
        """What others are joined to comes first: ties, the word in dispute, what most tell, what tells most."""
        told = len(self.agents) + len(self.objects)
        generic = sum(party.startswith(GENERIC) for party in (*self.agents, *self.objects))
        return (
            self.kind == Kind.TIE,
            self.charge,
            self.documents,
            self.statements,
            told - generic,
            self.first is not None,
            -self.kernel,
        )

    def packed(self) -> str:
        """As a JSON list, for the record."""
        cells = (
            self.kernel,
            self.block,
            self.lead,
            self.kind,
            self.type,
            self.mode,
            self.theme,
            self.term,
            self.charge,
            self.agents,
            self.objects,
            self.country,
            self.places,
            self.values,
            self.first,
            self.last,
            self.hint,
            self.documents,
            self.statements,
        )
        return _ENCODE(cells)


def unpacked_kernel(text: str) -> Kernel:
    """A kernel from the record."""
    cells = json.loads(text)
    for place in (9, 10, 12, 13):
        cells[place] = tuple(cells[place])
    return Kernel(*cells)


def kernels_of(block: int, facts: Sequence[Fact]) -> list[tuple[Kernel, list[Fact]]]:
    """The kernels of a block, each with its facts."""
    if len(facts) == 1:
        return [(_kernel(block, facts), list(facts))]
    ordered = sorted(facts, key=lambda fact: fact.id)
    return [(_kernel(block, cluster), cluster) for cluster in _clusters(ordered, pace_of(facts[0]))]


def pace_of(fact: Fact) -> Pace:
    """How the statements of a fact's block lie in time."""
    if fact.kind == Kind.TIE:
        return _TIE
    if fact.kind == Kind.FIGURE:
        return _FIGURE
    if fact.kind == Kind.LABEL:
        return _LABEL
    if fact.theme and term_named(fact.term).of_country:
        return _AFFAIR
    return _ALONE if len(fact.agents) + len(fact.objects) < 2 else _EVENT


class _Cluster:
    """Facts that lie together in time."""

    def __init__(self, first: int, last: int, facts: list[Fact]) -> None:
        self.first, self.last, self.facts = first, last, facts


def _clusters(facts: Sequence[Fact], pace: Pace) -> list[list[Fact]]:
    days = [fact for fact in facts if fact.dated and _length(fact) <= _A_DAY]
    vague = [fact for fact in facts if fact.dated and _A_DAY < _length(fact) <= _AN_AGE]
    ages: dict[tuple[int, int], list[Fact]] = {}
    for fact in facts:
        if fact.dated and _length(fact) > _AN_AGE and fact.kind != Kind.TIE:
            ages.setdefault((_first(fact), _last(fact)), []).append(fact)
        elif fact.dated and _length(fact) > _AN_AGE:
            vague.append(fact)
    undated = [fact for fact in facts if not fact.dated]
    clusters = [
        _Cluster(min(_first(fact) for fact in part), max(_last(fact) for fact in part), part)
        for part in _parts(sorted(days, key=lambda fact: (_first(fact), fact.id)), pace)
    ]
    _place_vague(vague, clusters, pace)
    rest = _place_undated(undated, clusters, pace)
    return [cluster.facts for cluster in clusters] + rest + [ages[age] for age in sorted(ages)]


def _parts(days: Sequence[Fact], pace: Pace) -> list[list[Fact]]:
    """Facts in order of days, cut where nothing is told for long, and what is still too long at its widest gap."""
    parts: list[list[Fact]] = []
    for fact in days:
        if parts and _first(fact) - _first(parts[-1][-1]) <= pace.gap:
            parts[-1].append(fact)
        else:
            parts.append([fact])
    found: list[list[Fact]] = []
    while parts:
        part = parts.pop()
        if _first(part[-1]) - _first(part[0]) <= pace.span:
            found.append(part)
            continue
        middle = (_first(part[0]) + _first(part[-1])) / 2
        cut = max(
            range(1, len(part)),
            key=lambda place: (
                _first(part[place]) - _first(part[place - 1]),
                -abs(_first(part[place]) - middle),
                -place,
            ),
        )
        parts += [part[:cut], part[cut:]]
    return found


def _place_vague(facts: Iterable[Fact], clusters: list[_Cluster], pace: Pace) -> None:
    sizes = {id(cluster): len(cluster.facts) for cluster in clusters}
    for fact in sorted(facts, key=lambda fact: (_length(fact), _first(fact), fact.id)):
        meeting = [
            cluster for cluster in clusters if cluster.first <= _last(fact) and _first(fact) <= cluster.last
        ] or [
            cluster
            for cluster in clusters
            if cluster.first - pace.gap <= _last(fact) and _first(fact) <= cluster.last + pace.gap
        ]
        if meeting:
            # Sizes are those of the days alone: a vague date is not to draw others after it.
            best = min(meeting, key=lambda cluster: (-sizes.get(id(cluster), 0), cluster.first, cluster.last))
            best.facts.append(fact)
        else:
            clusters.append(_Cluster(_first(fact), _last(fact), [fact]))


def _place_undated(facts: Sequence[Fact], clusters: list[_Cluster], pace: Pace) -> list[list[Fact]]:
    """Put what has no date where it belongs; returns what is left, together where it was told at one time."""
    rest: list[Fact] = []
    spans = [(cluster.first, cluster.last, cluster) for cluster in clusters]
    for fact in facts:
        near = [
            (_away(fact.hint, first, last), first, cluster)
            for first, last, cluster in spans
            if fact.hint is None or first - pace.gap <= fact.hint <= last + pace.reach
        ]
        if near and (fact.hint is not None or len(clusters) == 1):
            min(near, key=lambda entry: entry[:2])[2].facts.append(fact)
        else:
            rest.append(fact)
    known = sorted((fact for fact in rest if fact.hint is not None), key=lambda fact: (_hint(fact), fact.id))
    unknown = [fact for fact in rest if fact.hint is None]
    parts: list[list[Fact]] = []
    for fact in known:
        if parts and _hint(fact) - _hint(parts[-1][-1]) <= pace.drift:
            parts[-1].append(fact)
        else:
            parts.append([fact])
    if unknown and len(parts) == 1 and not clusters:
        parts[0] += unknown
    elif unknown:
        parts.append(unknown)
    return parts


def _away(day: int | None, first: int, last: int) -> int:
    if day is None:
        return 0
    return max(first - day, day - last, 0)


def _kernel(block: int, facts: Sequence[Fact]) -> Kernel:
    lead = min(facts, key=lambda fact: fact.id)
    dated = [fact for fact in facts if fact.dated]
    precise = [fact for fact in dated if _length(fact) <= _A_DAY] or dated
    hints = sorted(fact.hint for fact in facts if fact.hint is not None)
    one = facts[0]
    if len(facts) > 1:
        type, mode, term = (_commonest(facts, name) for name in ("body", "mode", "term"))
        agents, objects = _united(facts, "agents"), _united(facts, "objects")
        country = _commonest(facts, "country")
    else:
        type, mode, term, agents, objects, country = one.body, one.mode, one.term, one.agents, one.objects, one.country
    return Kernel(
        kernel=number_of(f"{block} {lead.id}"),
        block=block,
        lead=lead.id,
        kind=one.kind,
        type=type,
        mode=mode,
        theme=one.theme,
        term=term,
        charge=bool(one.theme) and any(term_named(fact.term).stands == CHARGE for fact in facts if fact.term),
        agents=agents,
        objects=objects,
        country=country,
        places=tuple(sorted({fold(fact.place) for fact in facts if fact.place})),
        values=tuple(sorted({fact.value for fact in facts if fact.value is not None})) if one.kind == "figure" else (),
        first=min((_first(fact) for fact in precise), default=None),
        last=max((_last(fact) for fact in precise), default=None),
        hint=hints[len(hints) // 2] if hints else None,
        documents=len({fact.document for fact in facts}),
        statements=len(facts),
    )


def _commonest(facts: Sequence[Fact], name: str) -> str:
    counts: Counter[str] = Counter(getattr(fact, name) for fact in facts)
    return min(counts, key=lambda value: (not value, -counts[value], value))


def _united(facts: Sequence[Fact], name: str) -> tuple[str, ...]:
    counts: Counter[str] = Counter(party for fact in facts for party in getattr(fact, name))
    return tuple(sorted(counts, key=lambda party: (-counts[party], party)))


def _length(fact: Fact) -> int:
    return _last(fact) - _first(fact)


def _first(fact: Fact) -> int:
    assert fact.first is not None
    return fact.first


def _last(fact: Fact) -> int:
    assert fact.last is not None
    return fact.last


def _hint(fact: Fact) -> int:
    assert fact.hint is not None
    return fact.hint
