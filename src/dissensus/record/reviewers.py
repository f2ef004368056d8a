"""How far reviewers agree with each other and with the program, and on what they do not.

The program counts as one reviewer more: it stands by each statement as it found it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import Final

from dissensus.model import ReviewState, Statement
from dissensus.record.reviewing import Verdict
from dissensus.reliability import krippendorff_alpha

PROGRAM: Final = "Dissensus"
"""The name under which the program stands among the reviewers."""


class Facet(StrEnum):
    """What of a statement reviewers may see in different ways."""

    KEPT = "kept"  # whether it is a statement at all: accepted or corrected, or rejected
    PARTIES = "parties"
    TYPE = "type"  # of an event; relation of a tie, term of a label, value of a figure
    SIGN = "sign"
    HOLDER = "holder"
    COMMITMENT = "commitment"


@dataclass(frozen=True, slots=True)
class PairReliability:
    """How two reviewers stand to each other on one facet.

    Attributes:
        first: name of one; the program comes last.
        second: name of the other.
        facet: of what.
        shared: statements that both judged.
        agreed: those on which they said the same.
        alpha: Krippendorff's; None where chance cannot be told.
    """

    first: str
    second: str
    facet: Facet
    shared: int
    agreed: int
    alpha: float | None


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A statement that reviewers do not see alike.

    Attributes:
        statement: id.
        facets: in what.
        verdicts: by reviewer, what they made of it.
    """

    statement: str
    facets: tuple[Facet, ...]
    verdicts: Mapping[str, ReviewState]


@dataclass(frozen=True, slots=True)
class Reliability:
    """Reviewers compared.

    Attributes:
        reviewers: names, in order.
        overall: alpha of all reviewers without the program, by facet.
        pairs: every two, the program included.
        disagreements: where two people do not see a statement alike.
    """

    reviewers: tuple[str, ...]
    overall: Mapping[Facet, float | None]
    pairs: tuple[PairReliability, ...]
    disagreements: tuple[Disagreement, ...]


def compare(verdicts: Iterable[Verdict], originals: Mapping[str, Statement]) -> Reliability:
    """Compare reviewers.

    Args:
        verdicts: the last of each on each statement.
        originals: the statements judged, as the program found them, by id.
    """
    judged: dict[str, dict[str, Verdict]] = defaultdict(dict)
    for verdict in verdicts:
        judged[verdict.statement][verdict.by] = verdict
    people = sorted({name for told in judged.values() for name in told})
    values = {facet: _values(judged, originals, facet) for facet in Facet}
    return Reliability(
        reviewers=tuple(people),
        overall={
            facet: krippendorff_alpha([told[name] for name in told if name != PROGRAM] for told in units.values())
            for facet, units in values.items()
        },
        pairs=tuple(
            _pair(first, second, facet, values[facet].values())
            for first, second in combinations([*people, PROGRAM], 2)
            for facet in Facet
        ),
        disagreements=tuple(_disagreements(judged, values)),
    )


def _values(
    judged: Mapping[str, Mapping[str, Verdict]], originals: Mapping[str, Statement], facet: Facet
) -> dict[str, dict[str, Hashable]]:
    """By statement what each reviewer says of an facet. Who rejects a statement says nothing of its parts."""
    units: dict[str, dict[str, Hashable]] = {}
    for statement, told in judged.items():
        if facet is Facet.KEPT:
            units[statement] = {name: verdict.state is not ReviewState.REJECTED for name, verdict in told.items()}
            units[statement][PROGRAM] = True
            continue
        units[statement] = {
            name: _part(verdict.says, facet)
            for name, verdict in told.items()
            if verdict.state is not ReviewState.REJECTED
        }
        units[statement][PROGRAM] = _part(originals[statement], facet)
    return units


def _part(statement: Statement, facet: Facet) -> Hashable:
    if facet is Facet.COMMITMENT:
        return statement.commitment
    if facet is Facet.HOLDER:
        return statement.holder.id or statement.holder.name
    event, tie, figure, label = statement.event, statement.tie, statement.figure, statement.label
    if facet is Facet.PARTIES:
        if event:
            return (frozenset(a.id for a in event.actors), frozenset(r.id for r in event.recipients))
        if tie:
            return (tie.a.id, tie.b.id)
        if figure:
            return figure.subject if isinstance(figure.subject, str) else figure.subject.id
        return label.target.id if label else None
    if facet is Facet.TYPE:
        if event:
            return event.type
        if tie:
            return tie.relation
        if figure:
            return (figure.value, figure.unit, figure.measure)
        return label.term if label else None
    return tie.sign if tie else label.valence if label else None


def _pair(first: str, second: str, facet: Facet, units: Iterable[Mapping[str, Hashable]]) -> PairReliability:
    both: list[Sequence[Hashable]] = [(told[first], told[second]) for told in units if first in told and second in told]
    agreed = sum(one == other for one, other in both)
    return PairReliability(first, second, facet, len(both), agreed, krippendorff_alpha(both))


def _disagreements(
    judged: Mapping[str, Mapping[str, Verdict]], values: Mapping[Facet, Mapping[str, Mapping[str, Hashable]]]
) -> Iterable[Disagreement]:
    for statement, told in sorted(judged.items()):
        if len(told) < 2:
            continue
        facets = tuple(
            facet
            for facet in Facet
            if len({value for name, value in values[facet][statement].items() if name != PROGRAM}) > 1
        )
        if facets:
            yield Disagreement(statement, facets, {name: verdict.state for name, verdict in sorted(told.items())})
