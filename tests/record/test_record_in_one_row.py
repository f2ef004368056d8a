"""Rows that come in one are those that come one after the other."""

from __future__ import annotations

from sqlalchemy import select

from dissensus.record import schema
from dissensus.record.in_one_row import column_in_one_row, in_one_row
from dissensus.record.record import Record


def test_rows_come_as_they_are_and_in_order(record: Record) -> None:
    columns = 'number, id, quote, event_type, "end"'
    rest = "FROM statements WHERE start >= ? ORDER BY quote DESC, number"
    with record.reading() as connection:
        plain = connection.exec_driver_sql(f"SELECT {columns} {rest}", (1,)).all()
        found = in_one_row(connection, columns, rest, (1,))
    assert len(found) > 10
    assert found == [list(row) for row in plain]


def test_any_text_comes_through(record: Record) -> None:
    texts = ['"quoted" \\ and /', "línea\n\ttab", "\u202e \U0001f600 \x01", "[1, 2]", "", None]
    listed = " UNION ALL ".join("SELECT ? AS one" for _ in texts)
    with record.reading() as connection:
        assert [row[0] for row in in_one_row(connection, "one", f"FROM ({listed})", texts)] == texts
        assert in_one_row(connection, "one", "FROM (SELECT 1 AS one) WHERE one > 1") == []


def test_numbers(record: Record) -> None:
    query = select(schema.statements.c.number).where(schema.statements.c.kind == "tie")
    with record.reading() as connection:
        assert sorted(column_in_one_row(connection, query)) == sorted(connection.execute(query).scalars())
        assert column_in_one_row(connection, query.where(schema.statements.c.number < 0)) == []
