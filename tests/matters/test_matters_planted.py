"""Planted records: what was planted is found again, and planted rows are those that the record would write."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dissensus.matters.planted import Truth, plant
from dissensus.record.edges import edges_of
from dissensus.record.record import Record
from dissensus.record.rows import parts_of, statement_values
from evaluation.grouping import b_cubed, found_matters, position_accuracy

Planted = tuple[Path, Truth]


def test_b_cubed_on_a_worked_example() -> None:
    # Amigó et al. 2009, section 4: items of two categories, one group mixes them.
    truth = dict.fromkeys("abcd", 1) | dict.fromkeys("efg", 2)
    found = dict.fromkeys("abc", 1) | dict.fromkeys("defg", 2)
    scored = b_cubed(truth, found)
    assert scored.precision == pytest.approx((3 * 1 + 1 / 4 + 3 * 3 / 4) / 7)
    assert scored.recall == pytest.approx((3 * 3 / 4 + 1 / 4 + 3 * 1) / 7)


def test_planted_matters_are_found(planted: Planted) -> None:
    path, truth = planted
    assert b_cubed(truth.matters, found_matters(Record(path))).f1 >= 0.95


def test_planted_positions_are_found(planted: Planted) -> None:
    path, truth = planted
    assert position_accuracy(Record(path), truth) >= 0.95


def test_without_noise_nearly_everything_is_right(tmp_path: Path) -> None:
    truth = plant(tmp_path / "clean.db", seed=5, documents=80, statements=1_000, noise=0.0)
    record = Record(tmp_path / "clean.db")
    assert b_cubed(truth.matters, found_matters(record)).f1 >= 0.995
    assert position_accuracy(record, truth) >= 0.99


def test_a_seed_gives_one_record(tmp_path: Path) -> None:
    truths = [plant(tmp_path / f"{name}.db", seed=2, documents=20, statements=100) for name in "ab"]
    assert truths[0] == truths[1]
    ids = [[statement.id for statement in Record(tmp_path / f"{name}.db").statements()] for name in "ab"]
    assert ids[0] == ids[1]


def test_planted_rows_are_those_of_the_model(tmp_path: Path) -> None:
    plant(tmp_path / "rows.db", seed=4, documents=30, statements=400)
    record = Record(tmp_path / "rows.db")
    statements = list(record.statements())
    assert len(statements) >= 400
    texts = {listed.document.id: listed.document.text for listed in record.documents()}
    with record.reading() as connection:
        rows = {row.id: row for row in connection.exec_driver_sql("SELECT * FROM statements")}
        edges: dict[int, list[tuple[object, ...]]] = {}
        query = (
            "SELECT e.statement, one.id AS a, other.id AS b, e.tie, e.told, e.value, e.first_day, e.last_day "
            "FROM edges e JOIN edge_actors one ON one.number = e.a JOIN edge_actors other ON other.number = e.b"
        )
        for row in connection.exec_driver_sql(query):
            edges.setdefault(row.statement, []).append(tuple(row)[1:])
        parts: dict[int, set[tuple[str, str, str]]] = {}
        for row in connection.exec_driver_sql("SELECT statement, part, actor, found FROM statement_actors"):
            parts.setdefault(row.statement, set()).add(tuple(row)[1:])
    for statement in statements:
        evidence = statement.evidence
        assert texts[statement.document.id][evidence.start : evidence.end] == evidence.quote
        row = rows[statement.id]._mapping
        for name, value in statement_values(statement).items():
            if name == "body":
                assert json.loads(row[name])[statement.kind.value] is not None
            else:
                assert row[name] == value, name
        assert sorted(map(tuple, edges_of(statement))) == sorted(edges.get(row["number"], []))
        named = {part for part in parts[row["number"]] if part[0] != "subject" or statement.figure}
        assert named == {tuple(part) for part in parts_of(statement) if part.part != "subject" or statement.figure}
