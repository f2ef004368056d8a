"""How much a matter divides its sources: what the first page shows first.

score = parting × voices × weight × breadth × gravity, and each part is kept and shown (see `Dispute`). `parting` is
the chance that two sources drawn at random hold positions that do not go together; it is 0 where all agree, so a matter
that everybody tells alike scores 0 however much is written of it.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import Final

from dissensus.matters.facts import Fact
from dissensus.matters.matter import Aspect, Dispute, Stance
from dissensus.matters.positions import Told
from dissensus.matters.standing import on_a_pair
from dissensus.model import Kind
from dissensus.tables import package_table

_SOFT: Final = 0.5
"""How far apart those are who say so and those who only say it otherwise."""

_ONE_DOCUMENT: Final = 0.6
"""Of a dispute that one document alone tells of."""


_ONE_ALONE: Final = 0.25
"""What a document counts in `heft` where no other tells of the matter; two count 1 more."""


def dispute_of(positions: Sequence[Told], facts: Sequence[Fact]) -> Dispute:
    """The score of a matter and its parts."""
    speaking = [told for told in positions if told.stance is not Stance.ASKS]
    parting = _parting(speaking)
    voices = math.log2(1 + len(speaking))
    weight = math.log2(1 + _said(facts))
    breadth = _breadth(speaking)
    gravity = _gravities()["kind", Kind.TIE] if on_a_pair(facts) else _gravity_of(facts[0])
    score = parting * voices * weight * breadth * gravity
    return Dispute(
        score=round(score, 4),
        parting=round(parting, 4),
        voices=round(voices, 4),
        weight=round(weight, 4),
        breadth=breadth,
        gravity=gravity,
    )


def _said(facts: Sequence[Fact]) -> float:
    """Confidences of statements taken together; several that begin at one place of a text are one saying."""
    sayings: dict[tuple[int, int], float] = {}
    for fact in facts:
        place = fact.document, fact.at
        sayings[place] = max(fact.confidence, sayings.get(place, 0.0))
    return sum(sayings.values())


def heft_of(dispute: Dispute, documents: int) -> float:
    """How much is said of a matter, whatever the sides: the order of those that nobody disputes.

    What one document alone tells comes late, however many statements it makes of it.
    """
    return round(dispute.voices * dispute.weight * dispute.gravity * (math.log2(documents) + _ONE_ALONE), 4)


def _parting(positions: Sequence[Told]) -> float:
    """Twice the chance, at most 1, that two different sources hold positions that do not go together.

    Each source counts with its surest statement's confidence.
    """
    sides: Counter[str] = Counter()
    for told in positions:
        sides[_side(told)] += told.facts[0].confidence  # type: ignore[assignment]
    whole = sum(sides.values())
    if len(positions) < 2 or not whole:
        return 0.0
    apart = 0.0
    names = sorted(sides)
    for place, one in enumerate(names):
        for other in names[place + 1 :]:
            apart += 2 * (sides[one] / whole) * (sides[other] / whole) * _apart(one, other)
    return min(1.0, 2 * apart)


def _side(told: Told) -> str:
    if told.stance is Stance.MIXED:
        return "mixed"
    if Aspect.WHETHER in told.differs:
        return "no"
    if told.differs:
        return "otherwise " + " ".join(aspect.value for aspect in told.differs)
    return "yes"


def _apart(one: str, other: str) -> float:
    if {one, other} == {"yes", "no"}:
        return 1.0
    if "mixed" in (one, other):
        return _SOFT
    soft = any(side == "otherwise how_called" for side in (one, other))
    # `resignation` beside a denial of the coup is one camp; beside the coup it is the other.
    if soft:
        return _SOFT if "no" in (one, other) else 0.8
    return 0.8


def _breadth(positions: Sequence[Told]) -> float:
    sides: dict[str, set[int]] = {}
    for told in positions:
        sides.setdefault(_side(told), set()).update(fact.document for fact in told.facts)
    documents = set().union(*sides.values()) if sides else set()
    return 1.0 if len(documents) > 1 else _ONE_DOCUMENT


def _gravity_of(fact: Fact) -> float:
    table = _gravities()
    if fact.theme:
        return table["theme", fact.theme]
    if fact.kind == Kind.EVENT:
        return table.get(("type", fact.body), 1.0)
    return table.get(("relation", fact.body)) or table["kind", fact.kind]


@cache
def _gravities() -> dict[tuple[str, str], float]:
    found = {}
    for row in package_table("dissensus.matters", "gravity.tsv", ("of", "name", "gravity")):
        try:
            found[row["of"], row["name"]] = float(row["gravity"])
        except ValueError as error:
            raise row.error("gravity must be a number") from error
    return found
