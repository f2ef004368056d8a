"""What is summed up of each source is what its facts say, also after statements changed."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from dissensus.matters.facts import Fact, says_firmly, unpacked
from dissensus.matters.planted import plant
from dissensus.matters.store import bring_up_to_date
from dissensus.model import Kind, ReviewState
from dissensus.record.record import Record


def test_sums_are_those_of_all_facts_and_follow_what_changes(tmp_path: Path) -> None:
    path = tmp_path / "planted.db"
    plant(path, seed=3, documents=60, statements=1_500)
    with Record(path) as record:
        bring_up_to_date(record)
        before = _kept(record)
        assert before == _counted(record)
        ids = [one.id for one in record.statements()][::37]
        for id in ids:
            record.review(id, ReviewState.REJECTED, by="ann")
        bring_up_to_date(record)
        assert _kept(record) == _counted(record) != before
        for review in record.latest_reviews(len(ids)):
            record.undo_review(review.number, by="ann")
        bring_up_to_date(record)
        assert _kept(record) == before


def _kept(record: Record) -> dict[str, set[tuple[Any, ...]]]:
    tables = ("source_documents", "source_actors", "source_words", "source_pairs")
    with record.reading() as connection:
        return {table: set(map(tuple, connection.exec_driver_sql(f"SELECT * FROM {table}"))) for table in tables}


def _facts(connection: Connection) -> list[Fact]:
    return [unpacked(fact) for fact in connection.exec_driver_sql("SELECT fact FROM matter_facts").scalars()]


def _counted(record: Record) -> dict[str, set[tuple[Any, ...]]]:
    with record.reading() as connection:
        facts = _facts(connection)
    documents = Counter((source, fact.document, fact.kind) for fact in facts for source in fact.sources)
    actors = Counter((source, actor) for fact in facts for source in fact.sources for actor in fact.named)
    pairs = Counter(pair for fact in facts for pair in combinations(sorted(fact.sources), 2))
    words = {
        (source, fact.named[0], fact.body, -1 if (fact.value or 0) < 0 else 1, fact.number)
        for fact in facts
        for source in fact.sources
        if fact.kind == Kind.LABEL and fact.named and says_firmly(fact.commitment)
    }
    return {
        "source_documents": {(*key, count) for key, count in documents.items()},
        "source_actors": {(*key, count) for key, count in actors.items()},
        "source_words": words,
        "source_pairs": {(*key, count) for key, count in pairs.items()},
    }
