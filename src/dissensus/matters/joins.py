"""How surely two groups of statements are about the same, with the reasons: a score from 0 to 1.

A score is the weighted mean of what can be compared (who, to whom, what, when, where). What is not told on one side is
left out of the mean; what must not differ stops the comparison.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from dissensus.matters.facts import GENERIC, Fact
from dissensus.matters.kernels import Kernel
from dissensus.matters.standing import REACH, can_stand, pairs_of, stands_for
from dissensus.matters.themes import term_named
from dissensus.model import Kind

THRESHOLD: Final = 0.72
"""Joined from here on."""

_WHO: Final = 0.3
_WHOM: Final = 0.3
_WHAT: Final = 0.25
_WHEN: Final = 0.2
_WHERE: Final = 0.1

_SUBJECT: Final = {
    Kind.EVENT: "",
    Kind.TIE: "how the two stand to each other",
    Kind.FIGURE: "",
    Kind.LABEL: "what it is called",
}
"""What the statements of a kernel share, by kind; where empty, the type or measure itself."""

_CULPRIT: Final = ("ASSAULT", "COERCE", "MOBILIZE")
"""What sources may put down to different culprits, and is still the same deed."""

_NEAR_TYPES: Final = frozenset(
    frozenset(pair.split())
    for pair in (
        "AGREE CONSULT|AGREE COOPERATE|CONSULT COOPERATE|COOPERATE AID|COOPERATE SUPPORT|AID SUPPORT|CONCEDE AGREE|"
        "CONCEDE RETREAT|REQUEST ACCUSE|ACCUSE REJECT|ACCUSE THREATEN|REJECT THREATEN|REJECT SANCTION|"
        "SANCTION COERCE|SANCTION THREATEN|MOBILIZE COERCE|MOBILIZE ASSAULT|COERCE ASSAULT|PROTEST ASSAULT|"
        "MOBILIZE COOPERATE|PROTEST COERCE"
    ).split("|")
)
"""Types under which one and the same deed is often told."""

_LOSES_OFFICE: Final = ("resignation", "removal")
"""Terms that are the same affair only where the same person loses office."""

_AFFAIR_GAP: Final = 60
_AFFAIR_REACH: Final = 400
_CLOSE: Final = 12
"""Days by which the dates of one event may be apart in two texts."""

_ONE_TIME: Final = 180
"""Days between documents of one time."""

_SAME_VALUE: Final = 0.001


class Part(NamedTuple):
    """One thing compared: what, its share, how alike (0 to 1), and why in words."""

    what: str
    weight: float
    like: float
    why: str


class Compared(NamedTuple):
    """The outcome of a comparison: the score and its parts."""

    score: float
    parts: tuple[Part, ...]

    def lines(self) -> tuple[str, ...]:
        """The parts in words, with what each adds to the score."""
        whole = sum(part.weight for part in self.parts) or 1.0
        return tuple(
            f"{part.what}: {part.why} ({part.weight * part.like / whole:.2f} of {part.weight / whole:.2f})"
            for part in self.parts
        )


def compare(one: Kernel, root: Kernel) -> Compared | None:
    """How surely `one` is about the same as `root`; None where they cannot be."""
    if one.block == root.block:
        # What one block holds differs in time alone, and was cut for that.
        return None
    standing = _standing(one, root) if can_stand(one) and can_stand(root) else None
    if one.kind != root.kind or one.kind not in (Kind.EVENT, Kind.FIGURE):
        return standing
    if one.kind == Kind.FIGURE:
        return _figures(one, root)
    ours, theirs = _is_affair(one), _is_affair(root)
    if ours != theirs:
        return None
    event = _affairs(one, root) if ours else _events(one, root)
    return max(filter(None, (standing, event)), key=lambda compared: compared.score, default=None)


def within(fact: Fact, kernel: Kernel) -> Compared:
    """How surely a statement belongs in its own kernel: they share who, whom and what, so only the time is in doubt."""
    if fact.kind == Kind.EVENT and fact.theme and fact.country and term_named(fact.term).of_country:
        parts = [Part("what", _WHAT, 1.0, f"{fact.theme} in {fact.country}, here called {fact.term}")]
    else:
        parts = [Part("what", _WHAT, 1.0, _SUBJECT[Kind(fact.kind)] or f"{fact.body} {fact.mode}".strip())]
        if fact.agents:
            parts.append(Part("who", _WHO, 1.0, ", ".join(fact.agents)))
        if fact.objects:
            parts.append(Part("whom", _WHOM, 1.0, ", ".join(fact.objects)))
    if fact.dated:
        vague = (fact.last or 0) - (fact.first or 0) > _CLOSE
        like, why = (0.8, "a vague date that covers the days told") if vague else (1.0, "days that can be the same")
    elif kernel.first is not None:
        like, why = 0.6, "no date, told of when it was going on"
    elif fact.hint is not None:
        like, why = 0.5, "none tells when, their documents are of one time"
    else:
        like, why = 0.3, "nothing tells when"
    return _scored([*parts, Part("when", _WHEN, like, why)])


def _is_affair(kernel: Kernel) -> bool:
    return bool(kernel.theme) and bool(kernel.country) and term_named(kernel.term).of_country


def _affairs(one: Kernel, root: Kernel) -> Compared | None:
    if one.theme != root.theme or one.country != root.country or not root.charge:
        return None
    when = _affair_dates(one, root)
    if when is None:
        return None
    parts = [Part("what", _WHAT, 1.0, f"{one.term} and {root.term} are names of one affair"), when]
    parts.append(Part("where", _WHERE, 1.0, one.country))
    people = set(one.agents) | set(one.objects)
    if one.charge:
        common = people & (set(root.objects) | set(root.agents)) - {one.country.lower()}
        dated = (one.first if one.first is not None else one.hint) is not None
        if not common and not (dated and (root.first if root.first is not None else root.hint) is not None):
            return None
        parts.append(Part("whom", _WHOM, 1.0, ", ".join(sorted(common)) or "the same state"))
    elif one.term in _LOSES_OFFICE:
        common = people & set(root.objects)
        if common:
            parts.append(Part("whom", _WHOM, 1.0, ", ".join(sorted(common))))
        elif root.objects and not (len(root.objects) == 1 and root.objects[0] == root.country.lower()):
            return None
        else:
            parts.append(Part("whom", _WHOM, 0.5, "the victim is not named"))
    else:
        parts.append(Part("whom", _WHOM, 0.6, "who came after"))
    return _scored(parts)


def _affair_dates(one: Kernel, root: Kernel) -> Part | None:
    if one.first is not None and one.last is not None and root.first is not None and root.last is not None:
        gap = max(one.first - root.last, root.first - one.last, 0)
        if gap > _AFFAIR_GAP:
            return None
        return Part("when", _WHEN, 1 - gap / (2 * _AFFAIR_GAP), f"{gap} days apart" if gap else "the same days")
    if one.first is not None and one.last is not None and one.last - one.first > _AFFAIR_REACH:
        return None
    day = one.hint if one.first is None else one.first
    first = root.first if root.first is not None else root.hint
    last = root.last if root.last is not None else root.hint
    if day is None or first is None or last is None:
        one_told = day is not None or first is not None
        return Part(
            "when", _WHEN, 0.2 if one_told else 0.4, "no date is told of one" if one_told else "no date is told"
        )
    if not first - _AFFAIR_REACH <= day <= last + _AFFAIR_REACH:
        return None
    close = first - _AFFAIR_GAP <= day <= last + _AFFAIR_GAP
    return Part("when", _WHEN, 0.8 if close else 0.5, "spoken of at the time" if close else "spoken of later")


def _standing(one: Kernel, root: Kernel) -> Compared | None:
    """How surely two tell of how the same two stand to each other at one time."""
    told = set(pairs_of(root.agents, root.objects))
    pair = next((pair for pair in pairs_of(one.agents, one.objects) if pair in told), None)
    when = _standing_time(one, root)
    if pair is None or when is None:
        return None
    ours, theirs = ({*kernel.agents, *kernel.objects} for kernel in (one, root))
    parts = [Part("what", _WHAT, 1.0 if one.kind == root.kind == Kind.TIE else 0.8, _SUBJECT[Kind.TIE]), when]
    for party, what in zip(pair, ("one", "other"), strict=True):
        same = any(stands_for(each) == party for each in ours & theirs)
        parts.append(Part(what, _WHO, 1.0 if same else 0.7, party if same else f"both belong to {party}"))
    return _scored(parts)


def _standing_time(one: Kernel, root: Kernel) -> Part | None:
    first, last = (root.first, root.last) if root.first is not None else (root.hint, root.hint)
    day = one.first if one.first is not None else one.hint
    if day is None or first is None or last is None:
        return Part("when", _WHEN, 0.3, "not told")
    if not first - REACH <= day <= last + REACH:
        return None
    return Part("when", _WHEN, 0.5, "told of one time")


def _events(one: Kernel, root: Kernel) -> Compared | None:
    when = _dates(one, root)
    if when is None:
        return None
    what = _types(one, root)
    if what is None or (one.first is None and what.like < 1):
        # Without a day, only what is told alike can be the same.
        return None
    straight = _parties(one.agents, root.agents), _parties(one.objects, root.objects)
    who, whom = straight
    if not (who or 0) + (whom or 0):
        return None
    where = _places(one, root)
    if (who == 0 or whom == 0) and not _may_differ(one, root, who, whom, when, where):
        return None
    parts = [what, when]
    if who is not None:
        parts.append(Part("who", _WHO, who, _told(one.agents, root.agents)))
    if whom is not None:
        parts.append(Part("whom", _WHOM, whom, _told(one.objects, root.objects)))
    if where is not None:
        parts.append(Part("where", _WHERE, where, _told(one.places, root.places)))
    # What is told of one side only speaks neither for nor against, but two that share one party are not yet the same.
    if (who is None or whom is None) and not (where and when.like == 1 and what.like == 1):
        parts.append(Part("unknown", _WHO / 2, 0.0, "one party is not told"))
    return _scored(parts)


def _may_differ(
    one: Kernel, root: Kernel, who: float | None, whom: float | None, when: Part, where: float | None
) -> bool:
    """Whether the same deed can be told with another culprit: same day, same victim, same kind, same place."""
    if whom == 0:
        return bool(who) and when.like == 1 and bool(where) and one.type == root.type
    return bool(whom) and one.type in _CULPRIT and root.type in _CULPRIT and when.like == 1 and where != 0


def _parties(ours: tuple[str, ...], theirs: tuple[str, ...]) -> float | None:
    """How alike two lists of parties are; None where one is not told."""
    if not ours or not theirs:
        return None
    common = set(ours) & set(theirs)
    if any(not party.startswith(GENERIC) for party in common):
        return 1.0
    if common:
        return 0.7
    heads = {party.partition(".")[0] for party in ours} & {party.partition(".")[0] for party in theirs}
    if heads - {"found", GENERIC + "found"}:
        return 0.7  # a state and one of its bodies
    generic = [any(party.startswith(GENERIC) for party in parties) for parties in (ours, theirs)]
    return 0.3 if generic[0] != generic[1] else 0.0


def _types(one: Kernel, root: Kernel) -> Part | None:
    if one.theme and one.theme == root.theme:
        return Part("what", _WHAT, 1.0, f"{one.term} and {root.term} are names of one affair")
    if one.type == root.type:
        if one.mode == root.mode:
            return Part("what", _WHAT, 1.0, one.type)
        if one.type == "OTHER":
            return None
        return Part("what", _WHAT, 0.8, f"{one.type}, in another way")
    if frozenset((one.type, root.type)) in _NEAR_TYPES:
        return Part("what", _WHAT, 0.5, f"{one.type} is near {root.type}")
    return None


def _dates(one: Kernel, root: Kernel) -> Part | None:
    if one.first is None or one.last is None or root.first is None or root.last is None:
        if (one.first is None) != (root.first is None):
            return None
        if one.hint is None or root.hint is None or abs(one.hint - root.hint) > _ONE_TIME:
            return None
        return Part("when", _WHEN, 0.3, "neither tells when, both are of one time")
    gap = max(one.first - root.last, root.first - one.last, 0)
    if gap > _CLOSE:
        return None
    if not gap:
        return Part("when", _WHEN, 1.0, "the same days")
    return Part("when", _WHEN, 1 - gap / _CLOSE, f"{gap} days apart")


def _places(one: Kernel, root: Kernel) -> float | None:
    if not one.places or not root.places:
        return None
    return 1.0 if set(one.places) & set(root.places) else 0.0


def _figures(one: Kernel, root: Kernel) -> Compared | None:
    if one.mode != root.mode or _all_generic(one) or _all_generic(root):
        return None
    same = [value for value in one.values for other in root.values if abs(value - other) <= _SAME_VALUE * abs(other)]
    if not same or (one.country or one.agents) != (root.country or root.agents):
        return None
    telling = max(abs(value) for value in same) >= 100 or any(value != int(value) for value in same)
    parts = [
        Part("how much", 0.4, 1.0 if telling else 0.3, f"{same[0]:g} {one.mode}".strip()),
        Part("of whom", 0.3, 1.0 if set(one.agents) & set(root.agents) else 0.5, one.country),
        Part("what", 0.3, 1.0 if one.type == root.type else 0.5, f"{one.type} and {root.type}"),
    ]
    return _scored(parts)


def _all_generic(kernel: Kernel) -> bool:
    return all(party.startswith(GENERIC) for party in kernel.agents)


def _told(ours: tuple[str, ...], theirs: tuple[str, ...]) -> str:
    common = [party for party in ours if party in theirs]
    if common:
        return ", ".join(common)
    return f"{', '.join(ours)}, not {', '.join(theirs)}"


def _scored(parts: list[Part]) -> Compared:
    whole = sum(part.weight for part in parts)
    return Compared(sum(part.weight * part.like for part in parts) / whole, tuple(parts))
