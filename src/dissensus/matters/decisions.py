"""What people decide on matters: this does not belong here, these two are one. Decisions are rows that can be undone.

A decision names statements, whose ids stay the same when a text is read again, and so the decision stays. Where a newer
program finds a statement under another id, the one of the same kind at the same words takes its place.

Decisions are taken in the order in which they were made: a join after a split puts together what the split had parted.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Connection, Row

from dissensus.errors import DissensusError, NotFoundError
from dissensus.matters.facts import Fact
from dissensus.matters.matter import Decision, DecisionAction
from dissensus.record.deciding import decided_at
from dissensus.record.record import Record

_COLUMNS: Final = 'number, action, statements, apart_from, places, "by", created_at, deleted_at, deleted_by, note'


def split(record: Record, matter: str, statements: Iterable[str], *, by: str, note: str | None = None) -> Decision:
    """Take statements out of a matter: they are a matter of their own from now on.

    Args:
        record: the record.
        matter: its id, see `get_matter`.
        statements: ids of some of its statements, not all.
        by: who decides.
        note: why.

    Raises:
        NotFoundError: there is no such matter, or it does not hold the statements.
        DissensusError: nothing would be left, or nothing is taken out.
    """
    from dissensus.matters.store import get_matter

    whole = get_matter(record, matter)
    out = sorted({_full(id, whole.statements, whole.id) for id in statements})
    rest = [id for id in whole.statements if id not in set(out)]
    if not out:
        raise DissensusError("name at least one statement to take out", where=whole.id)
    if not rest:
        raise DissensusError("these are all its statements; leave at least one", where=whole.id)
    return _decide(record, DecisionAction.SPLIT, out, rest[0], by, note)


def join(record: Record, matter: str, other: str, *, by: str, note: str | None = None) -> Decision:
    """Make one matter of two.

    Raises:
        NotFoundError: there is no such matter.
        DissensusError: both are the same, or of different kinds.
    """
    from dissensus.matters.store import get_matter

    one, two = get_matter(record, matter), get_matter(record, other)
    if one.id == two.id:
        raise DissensusError("these are one matter already", where=one.id)
    if one.kind != two.kind:
        raise DissensusError(f"one is of the kind {one.kind}, the other {two.kind}", where=f"{one.id}, {two.id}")
    return _decide(record, DecisionAction.JOIN, [min(one.statements), min(two.statements)], None, by, note)


def undo(record: Record, decision: int, *, by: str) -> Decision:
    """Take a decision back. The others stay as they are.

    Raises:
        NotFoundError: there is no such decision, or it was undone before.
    """
    from dissensus.matters.updating import bring_up_to_date, roots_of_statements, write_around

    bring_up_to_date(record)
    with record.changing() as connection, connection.begin():
        found = [one for one in active_decisions(connection) if one.number == decision]
        if not found:
            raise NotFoundError("there is no such decision that could be undone", where=str(decision))
        # Who stood together because of it is asked before it goes, and is written anew after.
        roots = set(roots_of_statements(connection, _named(found[0])).values())
        connection.exec_driver_sql(
            "UPDATE matter_decisions SET deleted_at = ?, deleted_by = ? WHERE number = ?", (decided_at(), by, decision)
        )
        write_around(connection, roots)
        return _one(connection, decision)


def list_decisions(record: Record, *, undone: bool = False) -> list[Decision]:
    """The decisions in force, oldest first; with `undone` also those taken back."""
    with record.reading() as connection:
        return _select(connection, "" if undone else "WHERE deleted_at IS NULL")


def active_decisions(connection: Connection) -> list[Decision]:
    """The decisions in force, oldest first."""
    return _select(connection, "WHERE deleted_at IS NULL")


def tied_statements(decisions: Iterable[Decision]) -> list[list[str]]:
    """For each decision the statements whose matters have to be worked out together."""
    return [_named(decision) for decision in decisions]


def reshaped(
    groups: Mapping[int, list[Fact]], decisions: Sequence[Decision]
) -> Iterable[tuple[list[Fact], tuple[int, ...]]]:
    """Groups as decisions shape them, each with the numbers of the decisions that did.

    Args:
        groups: facts by root. Not changed.
        decisions: in the order in which they were made.
    """
    concerned = {id for decision in decisions for id in _named(decision)}
    loose: dict[object, list[Fact]] = {}
    done: dict[object, tuple[int, ...]] = {}
    where: dict[str, object] = {}
    for root, facts in groups.items():
        if concerned and any(fact.id in concerned for fact in facts):
            loose[root] = list(facts)
            where.update((fact.id, root) for fact in facts)
        else:
            yield facts, ()
    for decision in decisions:
        if decision.action is DecisionAction.JOIN:
            _apply_join(decision, loose, where, done)
        else:
            _apply_split(decision, loose, where, done)
    for name, facts in loose.items():
        yield facts, tuple(sorted(set(done.get(name, ()))))


def _apply_join(
    decision: Decision, loose: dict[object, list[Fact]], where: dict[str, object], done: dict[object, tuple[int, ...]]
) -> None:
    one, other = (where.get(id) for id in decision.statements)
    if one is None or other is None or one == other:
        return
    loose[one] += loose.pop(other)
    where.update((fact.id, one) for fact in loose[one])
    done[one] = (*done.get(one, ()), *done.pop(other, ()), decision.number)


def _apply_split(
    decision: Decision, loose: dict[object, list[Fact]], where: dict[str, object], done: dict[object, tuple[int, ...]]
) -> None:
    out = set(decision.statements)
    home = where.get(decision.apart_from or "")
    if home is None:
        return
    taken = [fact for fact in loose[home] if fact.id in out]
    if not taken or len(taken) == len(loose[home]):
        return
    part = ("split", decision.number)
    loose[home] = [fact for fact in loose[home] if fact.id not in out]
    loose[part] = taken
    where.update((fact.id, part) for fact in taken)
    done[part] = done[home] = (*done.get(home, ()), decision.number)


def _decide(
    record: Record, action: DecisionAction, statements: Sequence[str], apart_from: str | None, by: str, note: str | None
) -> Decision:
    from dissensus.matters.updating import roots_of_statements, write_around

    if not by.strip():
        raise DissensusError("a decision needs a name: say who decides")
    with record.changing() as connection, connection.begin():
        named = [*statements, *([apart_from] if apart_from else [])]
        row = connection.exec_driver_sql(
            'INSERT INTO matter_decisions (action, statements, apart_from, places, "by", created_at, note) '
            "VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING number",
            (
                action.value,
                json.dumps(list(statements)),
                apart_from,
                _places(connection, named),
                by,
                decided_at(),
                note,
            ),
        ).one()
        write_around(connection, roots_of_statements(connection, named).values())
        return _one(connection, row.number)


def _named(decision: Decision) -> list[str]:
    return [*decision.statements, *([decision.apart_from] if decision.apart_from else [])]


def _full(id: str, known: Sequence[str], matter: str) -> str:
    found = [one for one in known if one == id] or [one for one in known if one.startswith(id)]
    if len(found) != 1:
        raise NotFoundError(f"the matter holds no such statement as {id}, or several", where=matter)
    return found[0]


def _one(connection: Connection, number: int) -> Decision:
    return _select(connection, f"WHERE number = {int(number)}")[0]


def _select(connection: Connection, where: str) -> list[Decision]:
    rows = connection.exec_driver_sql(f"SELECT {_COLUMNS} FROM matter_decisions {where} ORDER BY number")
    return [_decision(connection, row) for row in rows.all()]


def _decision(connection: Connection, row: Row[Any]) -> Decision:
    values = dict(row._mapping)
    places = json.loads(values.pop("places"))
    now = {id: _there(connection, id, place) for id, place in places.items()}
    values["statements"] = tuple(now[id] for id in json.loads(values["statements"]))
    values["apart_from"] = now.get(values["apart_from"])
    return Decision(**values)


def _places(connection: Connection, ids: Iterable[str]) -> str:
    """Where statements stand, as JSON: document, kind, start and end by id."""
    query = (
        'SELECT d.id, s.kind, s.start, s."end" FROM statements s JOIN documents d ON d.number = s.document '
        "WHERE s.id = ?"
    )
    return json.dumps({id: tuple(connection.exec_driver_sql(query, (id,)).one()) for id in ids})


def _there(connection: Connection, id: str, place: Sequence[Any]) -> str:
    """A statement's id, or that of the one of its kind that now stands at its words; the old one where none does."""
    if connection.exec_driver_sql("SELECT 1 FROM statements WHERE id = ?", (id,)).first():
        return id
    document, kind, start, end = place
    query = (
        "SELECT s.id FROM statements s JOIN documents d ON d.number = s.document "
        'WHERE d.id = ? AND s.kind = ? AND s.start < ? AND s."end" > ? '
        'ORDER BY abs(s.start - ?) + abs(s."end" - ?), s.id'
    )
    found = connection.exec_driver_sql(query, (document, kind, end, start, start, end)).first()
    return found.id if found else id
