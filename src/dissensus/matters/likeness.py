"""Whether one statement tells of just what another foretells, and whether it says the same of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from dissensus.model import ActorRef, ActorType, Context, Event, EventType, Figure, Label, Relation, Statement, Tie
from dissensus.record.words import fold

TOLERANCE: Final = 0.1
"""Share of the larger by which two numbers may be apart and count as the same."""

_STATE: Final = (ActorType.COUNTRY, ActorType.GOVERNMENT)
_FORCES: Final = (ActorType.MINISTRY, ActorType.MILITARY, ActorType.POLICE)

BODIES: Final = dict.fromkeys(_STATE, (*_STATE, *_FORCES)) | dict.fromkeys(_FORCES, _STATE)
"""Types of actors that may stand for one another within a country: a state, and what acts for it."""

_MUTUAL: Final = {Relation.ALLY_OF, Relation.TRADES_WITH, Relation.OPPOSES}
_TOGETHER: Final = {EventType.AGREE, EventType.CONSULT, EventType.COOPERATE}
"""Types of what several do with one another: who is named as acting and who as met makes no difference."""

_TELLING: Final = {Context.COUP, Context.ELECTION}
"""Contexts that name what happens closely enough without a second party."""


class Likeness(NamedTuple):
    """That two statements are of the same.

    Attributes:
        agrees: whether, both stated, they would say the same of it.
        why: what they share, in words.
    """

    agrees: bool
    why: str


def sides_of(statement: Statement) -> tuple[tuple[ActorRef, ...], ...]:
    """Whom a statement is about, side by side: who does it and to whom, the two of a tie, the subject, the target.

    What is done with one another has as many sides as parties.
    """
    if statement.event:
        return _sides(statement.event)
    if statement.tie:
        return (statement.tie.a,), (statement.tie.b,)
    if statement.label:
        return ((statement.label.target,),)
    subject = statement.figure.subject if statement.figure else None
    return ((subject,),) if isinstance(subject, ActorRef) else ()


def alike(first: Statement, second: Statement) -> Likeness | None:
    """What two statements share when they are of the same thing; None where they are not.

    Args:
        first: what is foretold. Someone of every side it names must be met in the second.
        second: what is told.
    """
    if first.event and second.event:
        one_entry = bool(first.explanation.lexicon) and first.explanation.lexicon == second.explanation.lexicon
        return _events(first.event, second.event, one_entry=one_entry)
    if first.tie and second.tie:
        return _ties(first.tie, second.tie)
    if first.figure and second.figure:
        return _figures(first.figure, second.figure)
    if first.label and second.label:
        return _labels(first.label, second.label)
    return None


def _events(one: Event, other: Event, *, one_entry: bool) -> Likeness | None:
    contexts = set(one.contexts) & set(other.contexts) & _TELLING
    # What is to come is often told as promised (AGREE), and when it is done as what it is: the word stays the same.
    if not one_entry and (one.type != other.type or one.type is EventType.OTHER):
        return None
    if one.mode and other.mode and one.mode != other.mode and not contexts:
        return None
    mutual = _is_mutual(one)
    everyone = (*other.actors, *other.recipients)
    shared = []
    for place, told in enumerate(_sides(one)):
        met = _met(told, everyone if mutual else (other.actors, other.recipients)[place])
        if told and not met:
            return None
        shared += met
    named = bool(one.recipients and other.recipients) or mutual or bool(one.mode and one.mode == other.mode)
    if not shared or not (named or contexts or one_entry):
        return None
    return Likeness(True, f"the same kind of event with {_listed(shared)}")


def _sides(event: Event) -> tuple[tuple[ActorRef, ...], ...]:
    if _is_mutual(event):
        return tuple((party,) for party in (*event.actors, *event.recipients))
    return event.actors, event.recipients


def _is_mutual(event: Event) -> bool:
    return event.type in _TOGETHER and len(event.actors) + len(event.recipients) > 1


def _ties(one: Tie, other: Tie) -> Likeness | None:
    straight = one.a.id == other.a.id and one.b.id == other.b.id
    crossed = one.a.id == other.b.id and one.b.id == other.a.id and bool({one.relation, other.relation} & _MUTUAL)
    if not (straight or crossed):
        return None
    pair = _listed([one.a.name, one.b.name])
    if one.relation == other.relation:
        return Likeness(True, f"the same tie between {pair}")
    if one.sign * other.sign == -1:
        return Likeness(False, f"a contrary tie between {pair}")
    return None


def _figures(one: Figure, other: Figure) -> Likeness | None:
    same_subject = _subject(one) == _subject(other)
    if not same_subject or fold(one.measure) != fold(other.measure) or one.unit != other.unit:
        return None
    agrees = abs(one.value - other.value) <= TOLERANCE * max(abs(one.value), abs(other.value))
    unit = f" {one.unit}" if one.unit else ""
    return Likeness(agrees, f"{one.value:,.15g}{unit} foretold, {other.value:,.15g}{unit} told")


def _labels(one: Label, other: Label) -> Likeness | None:
    if one.target.id != other.target.id or fold(one.term) != fold(other.term):
        return None
    return Likeness(True, f"the same word for {one.target.name}")


def _met(told: Sequence[ActorRef], again: Sequence[ActorRef]) -> list[str]:
    """Names of those among `told` who are among `again`, a state also in its government, ministries and forces."""
    found = []
    for reference in told:
        if any(reference.id == other.id for other in again):
            found.append(reference.name)
        elif body := next((other for other in again if _one_state(reference, other)), None):
            found.append(f"{reference.name} ({body.name})")
    return found


def _one_state(one: ActorRef, other: ActorRef) -> bool:
    return one.country is not None and one.country == other.country and other.type in BODIES.get(one.type, ())


def _subject(figure: Figure) -> str:
    return figure.subject.id if isinstance(figure.subject, ActorRef) else fold(figure.subject)


def _listed(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)
