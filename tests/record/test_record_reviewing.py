"""Accepting, rejecting and correcting statements, saying that two actors are one, and taking it all back."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from record_dump import dump, sound
from record_fakes import fake

from dissensus.errors import InputError, NotFoundError
from dissensus.model import Commitment, Evidence, Relation, ReviewState, Statement
from dissensus.record.filters import StatementFilter
from dissensus.record.record import Record
from dissensus.record.reviewers import PROGRAM, Facet

TABLES = ("statements", "statement_actors", "documents", "actors")


@pytest.fixture
def small(tmp_path: Path) -> Record:
    """A record of one text on five actors."""
    (tmp_path / "a.txt").write_text(
        "Brava supports Cinta. Azul opposes Brava. Dora says Azul attacked Cinta in 2019. Azur supports Brava.",
        encoding="utf-8",
    )
    record = Record(tmp_path / "small.db", create=True)
    record.read(tmp_path / "a.txt", analyser=fake)
    return record


def one(record: Record, **wanted: object) -> Statement:
    found = list(record.statements(StatementFilter(**wanted)))  # type: ignore[arg-type]
    assert len(found) == 1
    return found[0]


def opposition(record: Record) -> Statement:
    return one(record, relations=(Relation.OPPOSES,))


def as_tie(statement: Statement, relation: Relation, sign: int) -> Statement:
    assert statement.tie
    return statement.model_copy(update={"tie": statement.tie.model_copy(update={"relation": relation, "sign": sign})})


def named(record: Record) -> object:
    """Whom the statements name, in their bodies and in the table; other names aside, which the light analyser drops."""
    bodies = re.sub(r'"aliases":\[[^\]]*\]', "", repr(dump(record.path, "statements")))
    return bodies, dump(record.path, "statement_actors", "actors")


def test_a_correction_is_kept_with_who_and_when_and_what_was_there_before(small: Record) -> None:
    before = opposition(small)
    review = small.correct(as_tie(before, Relation.SUPPORTS, 1), by="Ana", note="misread")
    after = small.statement(before.id)
    assert after.tie
    assert (after.tie.relation, after.tie.sign) == (Relation.SUPPORTS, 1)
    assert after.review is ReviewState.CORRECTED
    assert [(kept.by, kept.state, kept.note, kept.corrected) for kept in small.reviews(before.id)] == [
        ("Ana", ReviewState.CORRECTED, "misread", True)
    ]
    assert review.undone_at is None
    assert not list(small.statements(StatementFilter(relations=(Relation.OPPOSES,))))


def test_a_corrected_party_is_found_under_its_new_name_alone(small: Record) -> None:
    before = opposition(small)
    other = one(small, actor="Azur")
    assert before.tie
    assert other.tie
    small.correct(before.model_copy(update={"tie": before.tie.model_copy(update={"a": other.tie.a})}), by="Ana")
    assert {found.id for found in small.statements(StatementFilter(actor="Azur"))} == {before.id, other.id}
    assert before.id not in {found.id for found in small.statements(StatementFilter(actor="Azul"))}


def test_corrected_words_must_be_those_of_the_text_and_are_searched(small: Record) -> None:
    before = opposition(small)
    start, end = before.evidence.start, before.evidence.end - 1
    shorter = Evidence(start=start, end=end, quote=before.evidence.quote[:-1])
    with pytest.raises(InputError, match="not those of the text"):
        small.correct(before.model_copy(update={"evidence": Evidence(start=0, end=4, quote="Azul")}), by="Ana")
    small.correct(before.model_copy(update={"evidence": shorter}), by="Ana")
    assert opposition(small).evidence == shorter
    assert sound(small.path)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda statement: statement, "corrects nothing"),
        (lambda statement: statement.model_copy(update={"tie": None}), "keeps the kind"),
    ],
)
def test_a_correction_that_makes_no_sense_is_refused(
    small: Record, change: Callable[[Statement], Statement], message: str
) -> None:
    with pytest.raises(InputError, match=message):
        small.correct(change(opposition(small)), by="Ana")
    with pytest.raises(InputError, match="name"):
        small.review(opposition(small).id, ReviewState.ACCEPTED, by=" ")


def test_undoing_restores_every_table(small: Record) -> None:
    before = dump(small.path, *TABLES)
    found = opposition(small)
    first = small.correct(found.model_copy(update={"commitment": Commitment.DENIED}), by="Ana")
    second = small.correct(as_tie(small.statement(found.id), Relation.ALLY_OF, 1), by="Ben")
    with pytest.raises(InputError, match="later correction"):
        small.undo_review(first.number, by="Ana")
    small.undo_review(second.number, by="Ben")
    assert small.statement(found.id).commitment is Commitment.DENIED
    small.undo_review(first.number, by="Ana")
    assert dump(small.path, *TABLES) == before
    with pytest.raises(InputError, match="taken back by Ana"):
        small.undo_review(first.number, by="Ana")
    with pytest.raises(NotFoundError):
        small.undo_review(99, by="Ana")


def test_each_reviewer_has_a_last_verdict_on_what_the_statement_then_said(small: Record) -> None:
    found = opposition(small)
    small.review(found.id, ReviewState.ACCEPTED, by="Ana")
    small.correct(as_tie(found, Relation.DISTRUSTS, -1), by="Ben")
    small.review(found.id, ReviewState.REJECTED, by="Cam")
    assert [(v.by, v.state, v.says.tie.relation) for v in small.verdicts() if v.says.tie] == [
        ("Ana", ReviewState.ACCEPTED, Relation.OPPOSES),
        ("Ben", ReviewState.CORRECTED, Relation.DISTRUSTS),
        ("Cam", ReviewState.REJECTED, Relation.DISTRUSTS),
    ]


def test_reading_again_keeps_a_correction_and_whom_it_names(small: Record, tmp_path: Path) -> None:
    found = opposition(small)
    other = one(small, actor="Azur")
    assert found.tie
    assert other.tie
    small.correct(found.model_copy(update={"tie": found.tie.model_copy(update={"a": other.tie.a})}), by="Ana")
    before = dump(small.path, "statement_actors")
    small.read(tmp_path / "a.txt", analyser=fake, again=True)
    assert dump(small.path, "statement_actors") == before


def test_two_actors_become_one_and_two_again(small: Record) -> None:
    before = named(small)
    merge = small.merge_actors("found:azul", "found:azur", by="Ana", note="a slip of the pen")
    about = list(small.statements(StatementFilter(actor="Azul")))
    assert len(about) == 3
    renamed = [s.tie.a for s in about if s.tie and s.tie.a.found]
    assert [(ref.id, ref.name, ref.found) for ref in renamed] == [("found:azul", "Azul", "found:azur")]
    assert list(small.statements(StatementFilter(actor="Azur"))) == about
    assert sound(small.path)
    small.unmerge_actors(merge.number, by="Ana")
    assert named(small) == before
    assert small.actor_merges() == []
    assert [kept.undone_by for kept in small.actor_merges(undone=True)] == ["Ana"]


def test_merges_follow_each_other_and_can_be_undone_in_any_order(small: Record) -> None:
    before = named(small)
    first = small.merge_actors("found:azul", "found:azur", by="Ana")
    second = small.merge_actors("found:cinta", "found:azul", by="Ana")
    assert len(list(small.statements(StatementFilter(actor="Cinta")))) == 4
    small.unmerge_actors(first.number, by="Ana")
    assert {s.tie.a.id for s in small.statements(StatementFilter(actor="found:azur")) if s.tie} == {"found:azur"}
    small.unmerge_actors(second.number, by="Ana")
    assert named(small) == before


def test_what_is_read_later_bears_the_name_that_is_kept(small: Record, tmp_path: Path) -> None:
    small.merge_actors("found:azul", "found:azur", by="Ana")
    (tmp_path / "b.txt").write_text("Azur opposes Dora.", encoding="utf-8")
    small.read(tmp_path / "b.txt", analyser=fake)
    late = one(small, pair=("Azul", "Dora"), relations=(Relation.OPPOSES,))
    assert late.tie
    assert (late.tie.a.id, late.tie.a.found) == ("found:azul", "found:azur")


def test_senseless_merges_are_refused(small: Record) -> None:
    with pytest.raises(NotFoundError):
        small.merge_actors("found:azul", "found:nobody", by="Ana")
    small.merge_actors("found:azul", "found:azur", by="Ana")
    with pytest.raises(InputError, match="one actor already"):
        small.merge_actors("found:azur", "found:azul", by="Ana")
    assert len(small.actor_merges(undone=True)) == 1


def test_reviewers_are_compared_with_each_other_and_with_the_program(small: Record) -> None:
    found = opposition(small)
    others = [statement.id for statement in small.statements() if statement.id != found.id]
    for who in ("Ana", "Ben"):
        small.review(others[0], ReviewState.ACCEPTED, by=who)
        small.review(others[1], ReviewState.REJECTED, by=who)
    small.review(found.id, ReviewState.ACCEPTED, by="Ana")
    small.correct(as_tie(found, Relation.DISTRUSTS, -1), by="Ben")
    told = small.reliability()
    assert told.reviewers == ("Ana", "Ben")
    pairs = {(pair.first, pair.second, pair.facet): pair for pair in told.pairs}
    assert pairs["Ana", "Ben", Facet.KEPT].alpha == 1
    assert (pairs["Ana", "Ben", Facet.TYPE].shared, pairs["Ana", "Ben", Facet.TYPE].agreed) == (2, 1)
    assert (pairs["Ana", PROGRAM, Facet.TYPE].shared, pairs["Ana", PROGRAM, Facet.TYPE].agreed) == (2, 2)
    assert pairs["Ben", PROGRAM, Facet.KEPT].agreed == 2
    assert [(one.statement, one.facets) for one in told.disagreements] == [(found.id, (Facet.TYPE,))]
