"""Grouping depends on what is there, not on how it came: order, new documents one by one, new sources."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from matters_fakes import all_matters

from dissensus.matters.store import bring_up_to_date
from dissensus.record.record import Record

SetAside = Callable[[Record, Iterable[int], str], None]


def _turned(path: Path, target: Path) -> Record:
    """The same record as if its documents and statements had been read the other way round."""
    shutil.copy(path, target)
    with contextlib.closing(sqlite3.connect(target)) as connection:
        connection.execute("UPDATE documents SET number = 1000000 - number")
        connection.execute("UPDATE statements SET number = 10000000 - number, document = 1000000 - document")
        connection.execute("UPDATE statement_actors SET statement = 10000000 - statement")
        for table in ("matter_statements", "matter_positions", "matter_actors", "matters", "matter_facts"):
            connection.execute(f"DELETE FROM {table}")
        connection.execute("DELETE FROM matter_changes")
        connection.execute("INSERT INTO matter_changes SELECT number FROM documents")
        connection.commit()
    return Record(target)


def test_the_order_of_documents_changes_nothing(planted: tuple[Path, Any], tmp_path: Path) -> None:
    record = Record(planted[0])
    assert all_matters(_turned(planted[0], tmp_path / "turned.db")) == all_matters(record)


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_taking_documents_up_one_by_one_gives_what_all_at_once_gives(
    small: Path, tmp_path_factory: Any, set_aside: SetAside, data: st.DataObject
) -> None:
    record = Record(shutil.copy(small, tmp_path_factory.mktemp("grown") / "grown.db"))
    whole = all_matters(record)
    with record.reading() as connection:
        numbers = [row.number for row in connection.exec_driver_sql("SELECT number FROM documents ORDER BY number")]
    late = data.draw(st.lists(st.sampled_from(numbers), min_size=1, max_size=6, unique=True))
    set_aside(record, late, "rejected")
    fewer = all_matters(record)
    for number in late:
        set_aside(record, [number], "unreviewed")
        bring_up_to_date(record)
    assert all_matters(record) == whole
    # And the way back: what was grouped without them is what is left when they go.
    for number in reversed(late):
        set_aside(record, [number], "rejected")
        bring_up_to_date(record)
    assert all_matters(record) == fewer


def test_a_document_of_a_new_source_changes_no_other_sources_position(
    planted: tuple[Path, Any], tmp_path: Path, set_aside: SetAside
) -> None:
    record = Record(shutil.copy(planted[0], tmp_path / "one_more.db"))
    before = _positions(record)
    with record.changing() as connection, connection.begin():
        chosen = connection.exec_driver_sql(
            "SELECT document FROM statements WHERE is_author GROUP BY document ORDER BY count(*) DESC LIMIT 1"
        ).scalar()
        _tell_again(connection, chosen)
    bring_up_to_date(record)
    after = _positions(record)
    assert len(after) > len(before)
    assert {key: after.get(key) for key in before} == before


def _tell_again(connection: Any, document: int) -> None:
    """A new outlet prints the other's document, and denies all of it."""
    connection.exec_driver_sql(
        "INSERT INTO documents (number, id, path, title, source, source_folded, date, language, text, turns, furniture,"
        " sha256, words, analysed, program) SELECT 500000, 'feedfeedfeedfeed', 'new.txt', title, 'New Outlet',"
        " 'new outlet', date, language, text, turns, furniture, sha256, words, analysed, program FROM documents"
        " WHERE number = ?",
        (document,),
    )
    connection.exec_driver_sql(
        'INSERT INTO statements (id, document, start, "end", quote, kind, holder, holder_folded, is_author, commitment,'
        " confidence, event_type, relation, sign, date_start, date_end, extractor, review, body)"
        " SELECT 'x' || substr(id, 2), 500000, start, \"end\", quote, kind, holder, holder_folded, is_author, 'denied',"
        " confidence, event_type, relation, sign, date_start, date_end, extractor, review,"
        " json_set(body, '$.commitment', 'denied') FROM statements WHERE document = ? AND is_author",
        (document,),
    )
    connection.exec_driver_sql("INSERT INTO matter_changes VALUES (500000)")


def _positions(record: Record) -> dict[tuple[str, frozenset[str]], tuple[str, str, str]]:
    """What every source says, by the source and the statements that it rests on."""
    bring_up_to_date(record)
    with record.reading() as connection:
        rows = connection.exec_driver_sql(
            "SELECT p.matter, p.source, p.stance, p.says, p.version, group_concat(s.id) AS ids "
            "FROM matter_positions p JOIN matter_statements t ON t.matter = p.matter "
            "JOIN matter_facts f ON f.statement = t.statement JOIN statements s ON s.number = t.statement "
            "WHERE EXISTS (SELECT 1 FROM json_each(f.fact, '$[2]') WHERE value = p.source) "
            "GROUP BY p.matter, p.source"
        ).all()
    return {(row.source, frozenset(row.ids.split(","))): (row.stance, row.says, row.version) for row in rows}


def test_matters_of_an_older_program_are_worked_out_anew(small: Path, tmp_path: Path) -> None:
    record = Record(shutil.copy(small, tmp_path / "older.db"))
    whole = all_matters(record)
    with record.changing() as connection, connection.begin():
        connection.exec_driver_sql("UPDATE meta SET value = '1' WHERE key = 'matters'")
        connection.exec_driver_sql("UPDATE matter_kernels SET root = kernel")
        connection.exec_driver_sql("DELETE FROM matters")
    assert bring_up_to_date(record).documents > 0
    assert all_matters(record) == whole
    assert bring_up_to_date(record).documents == 0
