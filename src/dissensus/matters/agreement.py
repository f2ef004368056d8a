"""How far sources agree: counts over the matters that two share, chance-corrected, and who sides with whom.

For Krippendorff's alpha (`dissensus.reliability`) the coders are sources, the units matters, and the values sides.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import combinations
from typing import Final, NamedTuple

from dissensus.matters.matter import Aspect, Position, Source, SourceKind, Stance
from dissensus.model import FrozenType
from dissensus.reliability import krippendorff_alpha

ENOUGH: Final = 5
"""Matters that two sources must share for their alpha to be told; of fewer it says next to nothing."""

_INSEPARABLE: Final = 10**9
"""More than any number of matters."""

_SAYS_SO: Final = (Stance.STATES, Stance.ALLEGES)


class PairAgreement(FrozenType):
    """How two sources stand to each other. `first` comes before `second` by key."""

    first: Source
    second: Source
    shared: int
    """Matters on which both take a side."""
    agreed: int
    """Those on which it is the same."""
    alpha: float | None = None
    """Krippendorff's: 1 always agreed, 0 as by chance, below 0 less than by chance. None where `shared` is below
    `ENOUGH`, or where neither ever took another side, so that chance cannot be told."""
    agreed_on: tuple[str, ...] = ()
    parted_on: tuple[str, ...] = ()
    """Ids of matters."""

    @property
    def parted(self) -> int:
        """Matters on which they took different sides."""
        return self.shared - self.agreed


class Side(FrozenType):
    """Sources that take the same side on a matter."""

    sources: tuple[Source, ...]
    """In order of key."""
    stance: Stance
    """Of the first of them."""
    differs: tuple[Aspect, ...] = ()


class Divider(FrozenType):
    """A matter on which sources take different sides."""

    matter: str
    sides: tuple[Side, ...]
    """The largest first."""


class Agreement(FrozenType):
    """Who agrees with whom, over some matters."""

    matters: int
    """On which at least two sources take a side."""
    alpha: float | None
    """Of all sources together."""
    pairs: tuple[PairAgreement, ...]
    """Of those that share a matter, in order of keys."""
    groups: tuple[tuple[Source, ...], ...]
    """Sources that side with each other, the largest group first. Those that stand alone are left out."""
    dividers: tuple[Divider, ...]
    """Those that split the sources most evenly and among most sources first."""


class _Sided(NamedTuple):
    position: Position
    side: str


def side(position: Position) -> str | None:
    """Which side a source takes on a matter, as a value to compare; None where it takes none.

    Who states and who alleges are on one side: that it is so. Who tells another version is on a side with those of the
    same version only. Predictions, demands and questions take no side on what is so; silence takes none.
    """
    if position.stance in _SAYS_SO:
        return "so"
    if position.stance is Stance.DENIES:
        return "not so"
    if position.stance is Stance.MIXED:
        return "both"
    if position.stance is Stance.DIFFERS:
        return f"{position.matter}: {'; '.join(f'{aspect} {_told(position, aspect)}' for aspect in position.differs)}"
    return None


def agreement(positions: Iterable[Position], *, one_voice: Collection[frozenset[str]] = ()) -> Agreement:
    """Who agrees with whom.

    Args:
        positions: those of all matters in question, in any order.
        one_voice: pairs of keys of which one speaks for the other, such as a government and its spokesman. They are
            not compared with each other, stand in one group, and count once where all sources are taken together.
    """
    told: dict[str, dict[str, _Sided]] = defaultdict(dict)
    for position in positions:
        taken = side(position)
        if taken is not None:
            told[position.matter][position.source.key] = _Sided(position, taken)
    shared = {matter: dict(sorted(held.items())) for matter, held in sorted(told.items()) if len(held) > 1}
    sources = {key: sided.position.source for held in shared.values() for key, sided in held.items()}
    pairs = _pairs(shared, one_voice)
    once = {matter: _once(held, one_voice) for matter, held in shared.items()}
    return Agreement(
        matters=sum(len(held) > 1 for held in once.values()),
        alpha=krippendorff_alpha([sided.side for sided in held.values()] for held in once.values()),
        pairs=pairs,
        groups=_groups(pairs, sources, one_voice),
        dividers=_dividers(shared),
    )


def _once(held: Mapping[str, _Sided], one_voice: Collection[frozenset[str]]) -> dict[str, _Sided]:
    """The positions on a matter without those of reported holders who speak for another source that is there."""
    spoken_for = {
        key
        for pair in one_voice
        if pair <= held.keys()
        for key in pair
        if held[key].position.source.kind is SourceKind.HOLDER
    }
    return {key: sided for key, sided in held.items() if key not in spoken_for}


def _told(position: Position, aspect: Aspect) -> str:
    """What a position's version says in one aspect."""
    version = position.version
    if aspect is Aspect.WHO:
        return " ".join(sorted(actor.id for actor in version.who))
    if aspect is Aspect.WHAT:
        return version.what or ""
    if aspect is Aspect.HOW_MUCH:
        return " ".join(f"{value:g}" for value in sorted(version.how_much)) + f" {version.unit or ''}"
    if aspect is Aspect.WHEN:
        return f"{version.start or ''} {version.end or ''}"
    if aspect is Aspect.HOW_CALLED:
        return " ".join(sorted(version.how_called))
    return "not so"


def _pairs(
    shared: Mapping[str, Mapping[str, _Sided]], one_voice: Collection[frozenset[str]]
) -> tuple[PairAgreement, ...]:
    met: dict[tuple[str, str], list[tuple[_Sided, _Sided]]] = defaultdict(list)
    for held in shared.values():
        for one, other in combinations(held, 2):
            met[one, other].append((held[one], held[other]))
    found = []
    for keys, rows in sorted(met.items()):
        if frozenset(keys) in one_voice:
            continue
        agreed_on = tuple(one.position.matter for one, other in rows if one.side == other.side)
        alpha = krippendorff_alpha((one.side, other.side) for one, other in rows) if len(rows) >= ENOUGH else None
        found.append(
            PairAgreement(
                first=rows[0][0].position.source,
                second=rows[0][1].position.source,
                shared=len(rows),
                agreed=len(agreed_on),
                alpha=alpha,
                agreed_on=agreed_on,
                parted_on=tuple(one.position.matter for one, other in rows if one.side != other.side),
            )
        )
    return tuple(found)


def _groups(
    pairs: Sequence[PairAgreement], sources: Mapping[str, Source], one_voice: Collection[frozenset[str]]
) -> tuple[tuple[Source, ...], ...]:
    """Sources put together as long as, between two groups, more matters are agreed on than parted on.

    The two groups that are joined next are those with the largest such surplus; among equals, the first by key.
    """
    surplus: dict[str, dict[str, int]] = defaultdict(dict)
    for pair in pairs:
        one, other = pair.first.key, pair.second.key
        surplus[one][other] = surplus[other][one] = pair.agreed - pair.parted
    for one, other in (sorted(pair) for pair in one_voice if pair <= sources.keys()):
        surplus[one][other] = surplus[other][one] = _INSEPARABLE
    members = {key: [key] for key in sorted(surplus)}
    heap = [(-worth, one, other) for one, row in surplus.items() for other, worth in row.items() if one < other]
    heapq.heapify(heap)
    while heap and heap[0][0] < 0:
        worth, one, other = heapq.heappop(heap)
        if surplus.get(one, {}).get(other) != -worth:
            continue  # since then one of the two was joined with a third
        members[one] += members.pop(other)
        for third, more in surplus.pop(other).items():
            del surplus[third][other]
            if third != one:
                told = surplus[one].get(third, 0) + more
                surplus[one][third] = surplus[third][one] = told
                heapq.heappush(heap, (-told, min(one, third), max(one, third)))
    groups = [tuple(sources[key] for key in sorted(keys)) for keys in members.values() if len(keys) > 1]
    return tuple(sorted(groups, key=lambda group: (-len(group), group[0].key)))


def _dividers(shared: Mapping[str, Mapping[str, _Sided]]) -> tuple[Divider, ...]:
    found: list[tuple[int, int, str, Divider]] = []
    for matter, held in shared.items():
        parties: dict[str, list[Position]] = defaultdict(list)
        for sided in held.values():
            parties[sided.side].append(sided.position)
        if len(parties) < 2:
            continue
        ranked = sorted(parties.values(), key=lambda party: (-len(party), party[0].source.key))
        sides = tuple(
            Side(sources=tuple(position.source for position in party), stance=party[0].stance, differs=party[0].differs)
            for party in ranked
        )
        apart = sum(len(one) * len(other) for one, other in combinations(ranked, 2))
        found.append((-apart, -len(held), matter, Divider(matter=matter, sides=sides)))
    return tuple(divider for *_, divider in sorted(found, key=lambda entry: entry[:3]))
