"""Splitting, joining and undoing: what a person decides holds, stays after a new reading, and can be taken back."""

from __future__ import annotations

import pytest
from matters_fakes import all_matters

from dissensus.errors import DissensusError, NotFoundError
from dissensus.matters.decisions import join, list_decisions, split, undo
from dissensus.matters.matter import DecisionAction, Matter
from dissensus.matters.store import MatterFilter, bring_up_to_date, find_matters, get_matter, joins
from dissensus.model import Kind
from dissensus.record.record import Record


def _large(record: Record) -> Matter:
    return next(matter for matter in find_matters(record) if len(matter.statements) >= 6)


def test_split_then_join_is_the_identity(copied: Record) -> None:
    before = all_matters(copied)
    matter = _large(copied)
    decision = split(copied, matter.id, matter.statements[1:4], by="Ana")
    assert decision.action is DecisionAction.SPLIT
    parts = all_matters(copied)
    assert frozenset(matter.statements[1:4]) in parts
    assert frozenset(set(matter.statements) - set(matter.statements[1:4])) in parts
    join(copied, matter.statements[0], matter.statements[1], by="Ana")
    assert all_matters(copied) == before


def test_a_split_can_be_undone_and_is_kept_as_a_row(copied: Record) -> None:
    before = all_matters(copied)
    matter = _large(copied)
    decision = split(copied, matter.id, [matter.statements[0]], by="Ana", note="another day")
    assert all_matters(copied) != before
    undone = undo(copied, decision.number, by="Ben")
    assert all_matters(copied) == before
    assert (undone.by, undone.deleted_by, undone.note) == ("Ana", "Ben", "another day")
    assert undone.deleted_at
    assert list_decisions(copied) == []
    assert list_decisions(copied, undone=True) == [undone]
    with pytest.raises(NotFoundError, match="no such decision"):
        undo(copied, decision.number, by="Ben")


def test_a_join_can_be_undone(copied: Record) -> None:
    before = all_matters(copied)
    one, other = find_matters(copied, MatterFilter(kinds=(Kind.EVENT,), limit=2))
    decision = join(copied, one.id, other.id, by="Ana")
    joined = get_matter(copied, one.statements[0])
    assert set(joined.statements) == {*one.statements, *other.statements}
    assert joined.decisions == (decision.number,)
    assert len(joins(copied, joined.id)) == len(joined.statements)
    undo(copied, decision.number, by="Ana")
    assert all_matters(copied) == before


def test_decisions_stay_when_all_is_read_again(copied: Record) -> None:
    matter = _large(copied)
    split(copied, matter.id, [matter.statements[0]], by="Ana")
    one, other = find_matters(copied, MatterFilter(kinds=(Kind.TIE,), limit=2))
    join(copied, one.id, other.id, by="Ana")
    decided = all_matters(copied)
    with copied.changing() as connection, connection.begin():
        connection.exec_driver_sql("INSERT OR IGNORE INTO matter_changes SELECT number FROM documents")
    assert bring_up_to_date(copied).documents == 160 - _empty(copied)
    assert all_matters(copied) == decided


def _empty(record: Record) -> int:
    return 160 - sum(1 for _ in record.documents())


def test_a_decision_stays_when_one_of_its_documents_is_taken_up_again(copied: Record) -> None:
    matter = _large(copied)
    split(copied, matter.id, matter.statements[:2], by="Ana")
    decided = all_matters(copied)
    with copied.changing() as connection, connection.begin():
        connection.exec_driver_sql(
            "INSERT INTO matter_changes SELECT document FROM statements WHERE id = ?", (matter.statements[0],)
        )
    bring_up_to_date(copied)
    assert all_matters(copied) == decided


def test_a_decision_stays_when_a_statement_is_found_under_another_id(copied: Record) -> None:
    matter = _large(copied)
    taken = matter.statements[1]
    split(copied, matter.id, [taken], by="Ana")
    with copied.changing() as connection, connection.begin():
        connection.exec_driver_sql("UPDATE statements SET id = 'ffff' || id WHERE id = ?", (taken,))
        connection.exec_driver_sql(
            "INSERT INTO matter_changes SELECT document FROM statements WHERE id = ?", (f"ffff{taken}",)
        )
    assert get_matter(copied, f"ffff{taken}").statements == (f"ffff{taken}",)
    assert list_decisions(copied)[0].statements == (f"ffff{taken}",)


def test_what_cannot_be_decided_is_said(copied: Record) -> None:
    matter = _large(copied)
    other = next(one for one in find_matters(copied) if one.kind is not matter.kind)
    with pytest.raises(DissensusError, match="all its statements"):
        split(copied, matter.id, matter.statements, by="Ana")
    with pytest.raises(DissensusError, match="at least one statement"):
        split(copied, matter.id, [], by="Ana")
    with pytest.raises(NotFoundError, match="holds no such statement"):
        split(copied, matter.id, [other.statements[0]], by="Ana")
    with pytest.raises(DissensusError, match="one matter already"):
        join(copied, matter.id, matter.statements[2], by="Ana")
    with pytest.raises(DissensusError, match="of the kind"):
        join(copied, matter.id, other.id, by="Ana")
    with pytest.raises(DissensusError, match="needs a name"):
        split(copied, matter.id, [matter.statements[0]], by=" ")
    assert list_decisions(copied, undone=True) == []


def test_ids_a_matter_had_before_lead_to_it(copied: Record) -> None:
    matter = _large(copied)
    smallest = min(matter.statements)
    rest = [id for id in matter.statements if id != smallest]
    split(copied, matter.id, rest, by="Ana")
    assert get_matter(copied, matter.id).statements == (smallest,)
    later = get_matter(copied, rest[0])
    assert later.id != matter.id
    join(copied, matter.id, later.id, by="Ana")
    assert get_matter(copied, later.id).id == matter.id
