"""Asking for matters: filters, order, what is shown of each, and why statements were joined."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from dissensus.errors import NotFoundError, RecordBusyError
from dissensus.matters.matter import Aspect, Stance
from dissensus.matters.planted import plant
from dissensus.matters.store import (
    MatterFilter,
    all_positions,
    count_matters,
    find_matters,
    get_matter,
    joins,
    matter_of,
    positions,
)
from dissensus.model import Kind
from dissensus.record.lock import writer_lock
from dissensus.record.record import Record


@pytest.fixture(scope="module")
def record(planted: tuple[Path, Any]) -> Record:
    return Record(planted[0])


def test_the_most_disputed_come_first(record: Record) -> None:
    matters = find_matters(record)
    scores = [matter.dispute.score for matter in matters]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] > 0
    assert len(matters) == count_matters(record)


def test_a_score_is_the_product_of_its_parts(record: Record) -> None:
    for matter in find_matters(record, MatterFilter(limit=50)):
        part = matter.dispute
        product = part.parting * part.voices * part.weight * part.breadth * part.gravity
        assert part.score == pytest.approx(product, abs=0.01)


def test_what_all_tell_alike_is_no_dispute(record: Record) -> None:
    for matter in find_matters(record):
        if set(matter.stances) <= {Stance.STATES, Stance.ALLEGES}:
            assert matter.dispute.score == 0


@pytest.mark.parametrize(
    ("wanted", "holds"),
    [
        (MatterFilter(kinds=(Kind.TIE, Kind.LABEL)), lambda m: m.kind in (Kind.TIE, Kind.LABEL)),
        (MatterFilter(aspect=Aspect.HOW_MUCH), lambda m: Aspect.HOW_MUCH in m.differs),
        (MatterFilter(stance=Stance.DENIES), lambda m: Stance.DENIES in m.stances),
        (MatterFilter(min_sources=4), lambda m: len(m.sources) >= 4),
        (MatterFilter(disputed=True), lambda m: m.dispute.score > 0),
        (MatterFilter(since="2015"), lambda m: m.end >= "2015-01-01"),
        (MatterFilter(until="2010-06"), lambda m: m.start <= "2010-06-30"),
        (MatterFilter(text="coup WHETHER"), lambda m: "was a coup" in m.title),
    ],
)
def test_filters(record: Record, wanted: MatterFilter, holds: Any) -> None:
    found = find_matters(record, wanted)
    assert 0 < len(found) < count_matters(record)
    assert len(found) == count_matters(record, wanted)
    assert all(holds(matter) for matter in found)


def test_filters_by_name(record: Record) -> None:
    matter = find_matters(record, MatterFilter(limit=1))[0]
    source = matter.sources[0]
    for name in (source.key, source.name):
        assert matter.id in {one.id for one in find_matters(record, MatterFilter(source=name))}
    actor = matter.actors[0]
    assert matter.id in {one.id for one in find_matters(record, MatterFilter(actor=actor.id))}
    stance = next(one.stance for one in positions(record, matter.id) if one.source == source)
    asked = MatterFilter(source=source.key, stance=stance)
    assert matter.id in {one.id for one in find_matters(record, asked)}
    with pytest.raises(NotFoundError, match="no source"):
        find_matters(record, MatterFilter(source="The Nowhere Gazette"))


def test_pages_follow_each_other(record: Record) -> None:
    whole = find_matters(record, MatterFilter(limit=10))
    assert find_matters(record, MatterFilter(limit=5, offset=5)) == whole[5:]


def test_a_matter_by_its_id_part_of_it_or_a_statement(record: Record) -> None:
    matter = find_matters(record, MatterFilter(limit=1))[0]
    assert get_matter(record, matter.id) == matter
    assert get_matter(record, matter.id[:10]) == matter
    assert get_matter(record, matter.statements[-1]) == matter
    assert matter_of(record, matter.statements[0]) == matter
    for wrong in ("m0123", "zzzzzz", "m", ""):
        with pytest.raises(NotFoundError):
            get_matter(record, wrong)


def test_every_position_rests_on_quotes_of_its_source(record: Record) -> None:
    for matter in find_matters(record, MatterFilter(limit=20)):
        told = positions(record, matter.id, silent=False)
        assert {one.source for one in told} == set(matter.sources)
        assert {quote.statement for one in told for quote in one.quotes} == set(matter.statements)
        for position in told:
            assert position.quotes
            assert position.stance is not Stance.SILENT
            assert set(position.documents) == {quote.document for quote in position.quotes}


def test_all_positions_are_those_of_each_matter(record: Record) -> None:
    plain = {"quotes": (), "documents": ()}
    every = list(all_positions(record))
    matter = find_matters(record, MatterFilter(limit=1))[0]
    ours = sorted((one for one in every if one.matter == matter.id), key=lambda one: one.source.key)
    told = sorted(positions(record, matter.id, silent=False), key=lambda one: one.source.key)
    assert ours == [one.model_copy(update=plain) for one in told]


def test_the_silent_could_have_spoken(record: Record) -> None:
    silent = []
    for matter in find_matters(record, MatterFilter(limit=40)):
        chief = [actor.id for actor in matter.actors[:2]]
        for position in positions(record, matter.id):
            if position.stance is Stance.SILENT:
                silent.append(position)
                assert position.source not in matter.sources
                assert position.documents
                assert not position.quotes
                for document in position.documents:
                    named = {row for id in chief for row in _naming(record, document, id)}
                    assert named == set(chief)
    assert silent


def _naming(record: Record, document: str, actor: str) -> set[str]:
    query = (
        "SELECT a.actor FROM statement_actors a JOIN statements s ON s.number = a.statement "
        "JOIN documents d ON d.number = s.document WHERE d.id = ? AND a.actor = ?"
    )
    with record.reading() as connection:
        return {row.actor for row in connection.exec_driver_sql(query, (document, actor))}


def test_every_join_is_explained(record: Record) -> None:
    explained = 0
    for matter in find_matters(record, MatterFilter(limit=60)):
        found = joins(record, matter.id)
        assert {one.statement for one in found} == set(matter.statements)
        for one in found:
            assert one.matter == matter.id
            assert one.detail
            assert 0.7 <= one.score <= 1
            explained += one.score < 1
    assert explained


def test_while_another_writes_the_answer_is_the_last(copied: Record, tmp_path: Path) -> None:
    before = find_matters(copied, MatterFilter(limit=3))
    with copied.changing() as connection, connection.begin():
        connection.exec_driver_sql("INSERT INTO matter_changes VALUES (1)")
    with writer_lock(copied.path):
        assert find_matters(copied, MatterFilter(limit=3)) == before
    plant(tmp_path / "new.db", seed=1, documents=20, statements=60)
    with writer_lock(tmp_path / "new.db"), pytest.raises(RecordBusyError):
        find_matters(Record(tmp_path / "new.db"))
