"""One statement for what a document says more than once.

The same holder saying the same of the same actors, as firmly, is one statement: the first, with the later places as its
`mentions`. An event told again without its date, or with its date for the first time, is still the same event.
"""

from __future__ import annotations

from collections.abc import Iterable

from dissensus.model import Event, Figure, Label, Statement, Tie, When

_Key = tuple[object, ...]


def merged(statements: Iterable[Statement]) -> list[Statement]:
    """Statements in the order of the text, repetitions folded into the first of their kind."""
    kept: dict[_Key, list[Statement]] = {}
    order: list[tuple[_Key, int]] = []
    for told in statements:
        key = _said(told)
        before = kept.setdefault(key, [])
        for number, first in enumerate(before):
            if _same_time(first, told):
                before[number] = _joined(first, told)
                break
        else:
            order.append((key, len(before)))
            before.append(told)
    return [kept[key][number] for key, number in order]


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


def _same_time(first: Statement, told: Statement) -> bool:
    if first.event is None or told.event is None:
        return True
    one, other = first.event.date, told.event.date
    return one == other or _unknown(one) or _unknown(other)


def _unknown(when: When) -> bool:
    return when.start is None and when.end is None


def _joined(first: Statement, told: Statement) -> Statement:
    changes: dict[str, object] = {"mentions": (*first.mentions, told.evidence)}
    if first.event is not None and told.event is not None and _unknown(first.event.date):
        changes["event"] = first.event.model_copy(update={"date": told.event.date})
    return first.model_copy(update=changes)
