"""One statement for what a document says more than once.

The same holder saying the same of the same actors, as firmly, is one statement: the first, with the later places as its
`mentions`. An event told again without its date, or with its date for the first time, is still the same event; one told
by words of another sort ("kidnapped her", "forced her to resign") is another.
"""

from __future__ import annotations

from collections.abc import Iterable

from dissensus.model import Commitment, Context, Event, EventType, Figure, Label, Statement, Tie, When

_KNOWN = frozenset({"the", "this", "that"})
_STEM = 4
"""Letters that words of one deed share: "invade", "invasion"."""
_Key = tuple[object, ...]


def merged(statements: Iterable[Statement]) -> list[Statement]:
    """Statements in the order of the text, repetitions folded into the first of their kind."""
    kept: dict[_Key, list[Statement]] = {}
    order: list[tuple[_Key, int]] = []
    for told in statements:
        key = _said(told)
        before = kept.setdefault(key, [])
        for number, first in enumerate(before):
            if _same_deed(first, told) and _same_time(first, told):
                before[number] = _joined(first, told)
                break
        else:
            order.append((key, len(before)))
            before.append(told)
    return _without_silent([kept[key][number] for key, number in order])


def _without_silent(statements: list[Statement]) -> list[Statement]:
    """Events told without their doer, folded into those of the same word and recipients that name one."""
    named: dict[_Key, int] = {}
    for number, told in enumerate(statements):
        if told.event and told.event.actors and told.event.recipients:
            for word in _words(told):
                named.setdefault((word, *_deed(told)), number)
    found = list(statements)
    folded: set[int] = set()
    for number, told in enumerate(statements):
        if told.event is None or told.event.actors:
            continue
        if not told.event.recipients:
            whole = _the_same_coup(told, number, statements)
            if whole is not None:
                found[whole] = _joined(found[whole], told)
                folded.add(number)
            continue
        for word in _words(told):
            whole = named.get((word, *_deed(told)))
            if whole is not None and _same_time(found[whole], told):
                found[whole] = _joined(found[whole], told)
                folded.add(number)
                break
    return [told for number, told in enumerate(found) if number not in folded and not _says_nothing(told)]


def _says_nothing(told: Statement) -> bool:
    """Whether the writer names an event without parties, date or place: "the history of coups".

    That someone says or denies that there was one is worth knowing.
    """
    event = told.event
    if not told.holder.is_author or told.commitment is not Commitment.STATED:
        return False
    return (
        event is not None and not event.actors and not event.recipients and event.place is None and _unknown(event.date)
    )


def _words(told: Statement) -> list[str]:
    """The words that tell a deed; those of all coups are one."""
    coup = told.event is not None and Context.COUP in told.event.contexts
    return ["coup"] if coup else [word.casefold() for word in told.explanation.words]


def _the_same_coup(told: Statement, number: int, statements: list[Statement]) -> int | None:
    """The coup of some parties that "the coup" refers back to: the last one told before it."""
    event = told.event
    if event is None or Context.COUP not in event.contexts or told.evidence.quote.split()[0].lower() not in _KNOWN:
        return None
    for before in range(number - 1, -1, -1):
        other = statements[before].event
        if other and other.type is event.type and Context.COUP in other.contexts and other.recipients:
            return before if statements[before].commitment is told.commitment else None
    return None


def _deed(told: Statement) -> _Key:
    event = told.event
    recipients = frozenset(r.id for r in event.recipients) if event else frozenset()
    return (told.commitment, event.type if event else None, recipients)


def _said(told: Statement) -> _Key:
    holder = told.holder.id or told.holder.name
    return (told.kind, holder, told.commitment, *_content(told.event or told.tie or told.figure or told.label))


def _content(body: Event | Tie | Figure | Label | None) -> _Key:
    match body:
        case Event():
            return (body.type, frozenset(r.id for r in body.actors), frozenset(r.id for r in body.recipients))
        case Tie():
            return (body.relation, body.a.id, body.b.id)
        case Figure():
            subject = body.subject if isinstance(body.subject, str) else body.subject.id
            return (subject, body.measure, body.value, body.unit)
        case Label():
            return (body.target.id, body.term.casefold())
        case None:
            return ()


def _same_deed(first: Statement, told: Statement) -> bool:
    """Whether two tellings of an event name it by words of one sort: the same word, mode or coup."""
    one, other = first.event, told.event
    if one is None or other is None:
        return True
    if one.type is not EventType.OTHER:
        if one.mode is not None and one.mode == other.mode:
            return True
        if Context.COUP in one.contexts and Context.COUP in other.contexts:
            return True
    return not _stems(first).isdisjoint(_stems(told))


def _stems(told: Statement) -> set[str]:
    """How the trigger's longer words begin, in the lexicon's spelling."""
    _, _, phrase = (told.explanation.lexicon or "").partition(":")
    return {word[:_STEM] for word in phrase.split() if len(word) >= _STEM or " " not in phrase}


def _same_time(first: Statement, told: Statement) -> bool:
    if first.event is None or told.event is None:
        return True
    one, other = first.event.date, told.event.date
    return one == other or _unknown(one) or _unknown(other)


def _unknown(when: When) -> bool:
    return when.start is None and when.end is None


def _joined(first: Statement, told: Statement) -> Statement:
    places = (*first.mentions, told.evidence, *told.mentions)
    changes: dict[str, object] = {"mentions": tuple(sorted(places, key=lambda e: (e.start, e.end)))}
    if first.event is not None and told.event is not None and _unknown(first.event.date):
        changes["event"] = first.event.model_copy(update={"date": told.event.date})
    return first.model_copy(update=changes)
