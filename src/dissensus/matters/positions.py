"""What each source says of a matter: its stance, its version, and in what it parts ways with most others.

What a source says rests on its own statements alone, so no other source can change it. Only the comparison
(`differs`) looks at the others: it names in what a source's version is not the one that most sources tell.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from dissensus.matters.facts import GENERIC, Fact
from dissensus.matters.matter import Aspect, Stance
from dissensus.matters.standing import on_a_pair, sign_of
from dissensus.matters.themes import OTHER, is_charge, term_named
from dissensus.model import Commitment, Kind

_STANCES: Final = {
    Commitment.STATED: Stance.STATES,
    Commitment.ALLEGED: Stance.ALLEGES,
    Commitment.DENIED: Stance.DENIES,
    Commitment.PREDICTED: Stance.PREDICTS,
    Commitment.DEMANDED: Stance.DEMANDS,
    Commitment.CONDITIONAL: Stance.ASKS,
    Commitment.ASKED: Stance.ASKS,
}

_FIRMNESS: Final = (Stance.STATES, Stance.ALLEGES, Stance.PREDICTS, Stance.DEMANDS, Stance.ASKS)
"""Of what a source says more and less firmly, the firmest counts."""

_CULPRIT: Final = ("ASSAULT", "COERCE", "MOBILIZE")

_NUMBER_SLACK: Final = 0.02
"""Numbers that differ by less than this part of the larger are one, said roundly."""

_ASSERTED: Final = (Stance.STATES, Stance.ALLEGES)


@dataclass(slots=True)
class Told:
    """What one source says of one matter, before names and quotes are put to it.

    Attributes:
        facts: what it rests on, the surest first.
        who: keys of those who did it.
        what: type of event, relation.
        how_much: numbers.
        days: the closest date told: first and last day.
        how_called: words of dispute.
    """

    source: str
    facts: list[Fact]
    says: Stance
    stance: Stance
    who: tuple[str, ...] = ()
    what: str | None = None
    how_much: tuple[float, ...] = ()
    unit: str = ""
    days: tuple[int, int] | None = None
    how_called: tuple[str, ...] = ()
    differs: list[Aspect] = field(default_factory=list)


def positions_of(facts: Sequence[Fact]) -> list[Told]:
    """The positions of all sources that say something of a matter, in the order of their keys."""
    by_source: dict[str, list[Fact]] = {}
    for fact in facts:
        for source in fact.sources:
            by_source.setdefault(source, []).append(fact)
    charged, pair = any(is_charge(fact.term) for fact in facts), on_a_pair(facts)
    found = [_told(source, by_source[source], charged=charged, pair=pair) for source in sorted(by_source)]
    if len(found) > 1:
        _compare(found, facts, charged=charged, pair=pair)
    elif found[0].says is Stance.DENIES:
        found[0].differs.append(Aspect.WHETHER)
    return found


def _told(source: str, facts: Sequence[Fact], *, charged: bool, pair: bool) -> Told:
    ordered = sorted(facts, key=lambda fact: (-fact.confidence, fact.id))
    says = _says(ordered, charged=charged, pair=pair)
    # A version is what a source puts forward; what it denies tells no version but the words it denies.
    own = [fact for fact in ordered if fact.commitment != Commitment.DENIED] or ordered
    told = Told(source, ordered, says, says)
    if charged and says not in (Stance.DIFFERS, Stance.DENIES):
        # Who resigns is not who makes a coup: of one that says the charged word, the version is what it says of that.
        own = [fact for fact in own if is_charge(fact.term)] or own
    first = own[0]
    told.who = _commonest([fact.agents for fact in own if _named(fact.agents)])
    told.what = _commonest_text(fact.body for fact in own)
    told.unit = first.mode if first.kind == Kind.FIGURE else ""
    values = [fact.value for fact in own if fact.value is not None and fact.kind in (Kind.EVENT, Kind.FIGURE)]
    told.how_much = tuple(sorted(set(values)))
    dated = [fact for fact in own if fact.dated] or [fact for fact in ordered if fact.dated]
    if dated:
        best = min(dated, key=lambda fact: (_length(fact), -fact.confidence, fact.first or 0, fact.id))
        told.days = (best.first or 0, best.last or 0)
    if first.kind == Kind.EVENT:
        told.how_called = tuple(sorted({fact.term for fact in own if fact.term}))
        if charged and says is Stance.DENIES:
            told.how_called = tuple(term for term in told.how_called if term_named(term).stands == OTHER)
    elif first.kind == Kind.LABEL:
        told.how_called = tuple(sorted({fact.body for fact in own}))
    return told


def _says(facts: Sequence[Fact], *, charged: bool, pair: bool) -> Stance:
    """The stance of one source, from its own statements on the matter.

    Where a word is in dispute, the question is whether that word is right: who denies it denies, whatever else it
    says happened, and who says another word has not said this one.
    """
    if charged:
        charges = [fact for fact in facts if is_charge(fact.term)]
        if not charges:
            return Stance.DIFFERS if _firmest(facts) in _ASSERTED else _firmest(facts)
        facts = charges
    said = [fact for fact in facts if _STANCES[Commitment(fact.commitment)] in _ASSERTED]
    denied = [fact for fact in facts if fact.commitment == Commitment.DENIED]
    if pair:
        return Stance.MIXED if _sign(said + denied) is None else _firmest(said or facts)
    if facts[0].kind == Kind.LABEL:
        # What is said at a distance ("they call it the protector") counts where nothing is said straight.
        straight = [fact for fact in facts if fact.commitment in (Commitment.STATED, Commitment.DENIED)]
        return Stance.MIXED if _sign(straight or facts) is None else _firmest(straight or facts)
    if denied and said:
        weights = sum(fact.confidence for fact in denied), sum(fact.confidence for fact in said)
        if _both_count(*weights):
            return Stance.MIXED
        return Stance.DENIES if weights[0] > weights[1] else _firmest(said)
    if denied:
        return Stance.DENIES
    return _firmest(facts)


def _firmest(facts: Sequence[Fact]) -> Stance:
    stances = {_STANCES[Commitment(fact.commitment)] for fact in facts}
    if stances == {Stance.DENIES}:
        return Stance.DENIES
    return next(stance for stance in _FIRMNESS if stance in stances)


def _both_count(one: float, other: float) -> bool:
    """Whether a source says two things: one misread sentence among many does not make it contradict itself."""
    return min(one, other) * 3 >= max(one, other)


def _compare(positions: Sequence[Told], facts: Sequence[Fact], *, charged: bool, pair: bool) -> None:
    """Name in what each position is not that of most sources; a position that is its own version `differs`."""
    kind = Kind.TIE if pair else facts[0].kind
    firm = [told for told in positions if told.says in (*_ASSERTED, Stance.DIFFERS)]
    # Who is said to have resigned is not who is said to have made the coup.
    same = [told for told in firm if not charged or told.says is not Stance.DIFFERS]
    leading = {
        Aspect.WHO: _leading(same, lambda told: told.who or None),
        Aspect.HOW_MUCH: _leading(firm, lambda told: told.how_much[:1] or None),
        Aspect.WHEN: _leading_days(facts),
        Aspect.WHAT: _leading(firm, lambda told: told.what),
    }
    called = None if charged else _leading(firm, lambda told: told.how_called or None)
    sign = _leading(firm, lambda told: _sign(told.facts) or None) if pair or kind == Kind.LABEL else None
    for told in positions:
        if told.says is Stance.DENIES:
            told.differs.append(Aspect.WHETHER)
            if told.how_called and charged:
                told.differs.append(Aspect.HOW_CALLED)
        elif told.says is Stance.DIFFERS:
            told.differs.append(Aspect.HOW_CALLED)
            told.stance = Stance.DIFFERS
        elif told.says in _ASSERTED:
            told.differs += _differences(told, leading, called, sign, kind)
            if told.differs:
                told.stance = Stance.DIFFERS


def _leading_days(facts: Sequence[Fact]) -> tuple[int, int] | None:
    """The days that most documents tell, of those told closest."""
    dated = [fact for fact in facts if fact.dated and fact.commitment != Commitment.DENIED]
    if not dated:
        return None
    closest = min(_length(fact) for fact in dated)
    documents: dict[tuple[int, int], set[int]] = {}
    for fact in dated:
        if _length(fact) == closest:
            documents.setdefault((fact.first or 0, fact.last or 0), set()).add(fact.document)
    return min(documents, key=lambda days: (-len(documents[days]), days))


def _differences(told: Told, leading: Mapping[Aspect, object], called: object, sign: object, kind: str) -> list[Aspect]:
    found = []
    who = leading[Aspect.WHO]
    if kind == Kind.EVENT and told.who and isinstance(who, tuple) and not _kin(told.who, who):
        found.append(Aspect.WHO)
    if kind == Kind.TIE and sign is not None and _sign(told.facts) not in (None, 0, sign):
        found.append(Aspect.WHAT)
    if kind in (Kind.EVENT, Kind.FIGURE) and _other_number(told.how_much, leading[Aspect.HOW_MUCH]):
        found.append(Aspect.HOW_MUCH)
    if kind == Kind.EVENT and _other_days(told.days, leading[Aspect.WHEN]):
        found.append(Aspect.WHEN)
    if kind == Kind.LABEL and sign is not None and _sign(told.facts) not in (None, 0, sign):
        found.append(Aspect.HOW_CALLED)
    if kind == Kind.EVENT and isinstance(called, tuple) and told.how_called and not set(told.how_called) & set(called):
        found.append(Aspect.HOW_CALLED)
    return found


def _sign(facts: Iterable[Fact]) -> int | None:
    """Whether statements on one source's part are friendly (1), hostile (-1) or neither; None where they are both."""
    friendly = hostile = 0.0
    for fact in facts:
        sign = sign_of(fact)
        friendly += fact.confidence * (sign > 0)
        hostile += fact.confidence * (sign < 0)
    if friendly and hostile and _both_count(friendly, hostile):
        return None
    return (friendly > hostile) - (hostile > friendly)


def _kin(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether two lists of parties can be of the same: they share one, or a state and one of its bodies."""
    if set(ours) & set(theirs):
        return True
    heads = {party.partition(".")[0] for party in ours} & {party.partition(".")[0] for party in theirs}
    return bool(heads - {"found", GENERIC + "found"})


def _other_number(ours: tuple[float, ...], theirs: object) -> bool:
    if not ours or not isinstance(theirs, tuple) or not theirs:
        return False
    return all(abs(one - theirs[0]) > _NUMBER_SLACK * max(abs(one), abs(theirs[0])) for one in ours)


def _other_days(ours: tuple[int, int] | None, theirs: object) -> bool:
    """Whether two dates cannot be the same day; a day more or less is a matter of clocks."""
    if ours is None or not isinstance(theirs, tuple):
        return False
    return bool(ours[1] < theirs[0] - 1 or theirs[1] < ours[0] - 1)


def _leading(positions: Iterable[Told], version: Callable[[Told], Hashable | None]) -> Hashable | None:
    """The version that most sources tell; among equals the one told by most statements, then the first in order."""
    sources: Counter[Hashable] = Counter()
    statements: Counter[Hashable] = Counter()
    for told in positions:
        one = version(told)
        if one is not None:
            sources[one] += 1
            statements[one] += len(told.facts)
    if not sources:
        return None
    return min(sources, key=lambda one: (-sources[one], -statements[one], repr(one)))


def _commonest(values: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], value)) if counts else ()


def _commonest_text(values: Iterable[str]) -> str | None:
    counts = Counter(value for value in values if value)
    return min(counts, key=lambda value: (-counts[value], value)) if counts else None


def _named(parties: tuple[str, ...]) -> bool:
    return any(not party.startswith(GENERIC) for party in parties)


def _length(fact: Fact) -> int:
    return (fact.last or 0) - (fact.first or 0)
