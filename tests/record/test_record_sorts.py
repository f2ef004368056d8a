"""What is kept of how many statements there are is what counting them gives, whatever was done to the record."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from record_dump import sound
from record_fakes import fake

from dissensus.errors import InputError
from dissensus.model import Commitment, EventType, Kind, Relation, ReviewState
from dissensus.reading.metadata import Metadata
from dissensus.record.filters import StatementFilter
from dissensus.record.record import Record
from dissensus.record.sorts import count_by_month, count_by_sort

SENTENCES = """Corvo says Arde attacked Dunia in {year}. Estro denies Arde attacked Dunia in {year}.

Arde supports Belma in {year}. Arde met Dunia. Belma opposes Dunia.
"""

DAYS = st.none() | st.sampled_from(["2011", "2012", "2012-01", "2012-06", "2012-06-15", "2012-12-31", "2013-01-01"])

FILTERS = st.builds(
    StatementFilter,
    kinds=st.lists(st.sampled_from(Kind), max_size=2, unique=True).map(tuple),
    commitments=st.lists(st.sampled_from([Commitment.STATED, Commitment.DENIED]), max_size=2, unique=True).map(tuple),
    event_types=st.lists(st.sampled_from([EventType.ASSAULT, EventType.CONSULT]), max_size=1).map(tuple),
    relations=st.lists(st.sampled_from([Relation.SUPPORTS, Relation.OPPOSES]), max_size=1).map(tuple),
    review=st.none() | st.sampled_from([ReviewState.UNREVIEWED, ReviewState.ACCEPTED]),
    since=DAYS,
    until=DAYS,
)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Record:
    folder = tmp_path_factory.mktemp("sorts")
    for year in range(2010, 2015):
        (folder / f"{year}.txt").write_text(SENTENCES.format(year=year))
    record = Record(folder / "sorts.db", create=True)
    record.read(folder, analyser=fake, defaults=Metadata(source="one", date="2017"))
    record.review(next(iter(record.statements())).id, ReviewState.ACCEPTED, by="Ana")
    return record


@settings(deadline=None, max_examples=150)
@given(FILTERS)
def test_counts_are_those_of_reading_all(told: Record, wanted: StatementFilter) -> None:
    if wanted.since and wanted.until and wanted.since > wanted.until:
        return
    every = list(told.statements(wanted))
    with told.reading() as connection:
        assert count_by_sort(connection, wanted) in (None, len(every))
        months = count_by_month(connection, wanted)
    assert told.count(wanted) == len(every)
    if not (wanted.since or wanted.until):
        assert months is not None
        assert sum(months.values()) == len(every)


def test_what_sorts_do_not_tell_is_counted_otherwise(told: Record) -> None:
    with told.reading() as connection:
        for asked in ({"actor": "Arde"}, {"min_confidence": 0.1}, {"sign": 1}, {"source": "one"}, {"text": "met"}):
            assert count_by_sort(connection, StatementFilter(**asked)) is None


OPERATIONS = st.lists(st.tuples(st.sampled_from("arcumnd"), st.integers(0, 30)), max_size=8)


@settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(OPERATIONS)
def test_whoever_writes_the_counts_follow(told: Record, operations: list[tuple[str, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        record = Record(shutil.copy(told.path, Path(folder) / "copy.db"))
        for action, number in operations:
            _do(record, action, number, Path(folder))
        assert sound(record.path)


def _do(record: Record, action: str, number: int, folder: Path) -> None:
    """Accept, reject, correct, undo, merge, read again, read more; what cannot be done is left."""
    statements = list(record.statements())
    one = statements[number % len(statements)]
    reviews = [review.number for review in record.latest_reviews()]
    texts = folder / "more"
    texts.mkdir(exist_ok=True)
    try:
        if action in "ar":
            record.review(one.id, ReviewState.ACCEPTED if action == "a" else ReviewState.REJECTED, by="Ana")
        elif action == "c" and one.tie:
            changed = one.tie.model_copy(update={"relation": Relation.FUNDS})
            record.correct(one.model_copy(update={"tie": changed, "commitment": Commitment.ALLEGED}), by="Ana")
        elif action == "u" and reviews:
            record.undo_review(reviews[number % len(reviews)], by="Ana")
        elif action == "m":
            actors = [actor.actor.id for actor in record.actors()]
            record.merge_actors(actors[0], actors[1 + number % (len(actors) - 1)], by="Ana")
        elif action in "nd":
            (texts / f"{number}.txt").write_text(SENTENCES.format(year=2000 + number))
            record.read(texts, analyser=fake, again=action == "d")
    except InputError:
        pass
