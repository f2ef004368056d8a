"""Exports: every format of every kind holds what the record holds."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyarrow.parquet
import pytest

from dissensus.cli.export import ExportFormat, What
from dissensus.cli.schema import SchemaType
from dissensus.errors import DissensusError
from dissensus.exchange.files import whole_file
from dissensus.exchange.kinds import KINDS, SCHEMAS, json_schema
from dissensus.exchange.registry import format_named, formats
from dissensus.record.record import Record


def write(format: str, kind: str, record: Record) -> bytes:
    stream = io.BytesIO()
    count = format_named(format).write(KINDS[kind], KINDS[kind].items(record), stream)
    assert count == len(list(KINDS[kind].items(record))) > 0
    return stream.getvalue()


@pytest.mark.parametrize("kind", KINDS)
def test_json_lines_are_the_model_exactly(exported: Record, kind: str) -> None:
    lines = write("jsonl", kind, exported).decode().splitlines()
    items = list(KINDS[kind].items(exported))
    assert [json.loads(line) for line in lines] == [item.model_dump(mode="json", by_alias=True) for item in items]
    assert [KINDS[kind].model.model_validate_json(line) for line in lines] == items


TYPES = {"string": str, "integer": int, "number": (int, float), "boolean": bool, "null": type(None)}


def follows(value: Any, schema: dict[str, Any], known: dict[str, Any]) -> bool:
    """Whether a value follows a JSON Schema, as far as our models use the language of schemas."""
    if "$ref" in schema:
        schema = known[schema["$ref"].removeprefix("#/$defs/")]
    if "anyOf" in schema:
        return any(follows(value, choice, known) for choice in schema["anyOf"])
    if "const" in schema or "enum" in schema:
        return value in schema.get("enum", [schema.get("const")])
    if schema["type"] == "array":
        return isinstance(value, list) and all(follows(item, schema["items"], known) for item in value)
    if schema["type"] == "object" and "properties" in schema:
        named = isinstance(value, dict) and set(schema.get("required", ())) <= set(value) <= set(schema["properties"])
        return named and all(follows(value[name], schema["properties"][name], known) for name in value)
    if schema["type"] == "object":
        items = schema["additionalProperties"]
        return isinstance(value, dict) and all(follows(item, items, known) for item in value.values())
    return isinstance(value, TYPES[schema["type"]])


@pytest.mark.parametrize("kind", KINDS)
def test_json_lines_follow_their_schema(exported: Record, kind: str) -> None:
    schema = json_schema(KINDS[kind].model)
    for line in write("jsonl", kind, exported).splitlines():
        assert follows(json.loads(line), schema, schema.get("$defs", {}))
    assert not follows({"id": 1}, schema, schema.get("$defs", {}))


@pytest.mark.parametrize("kind", KINDS)
def test_csv_has_a_row_for_each(exported: Record, kind: str) -> None:
    rows = list(csv.DictReader(io.StringIO(write("csv", kind, exported).decode(), newline="")))
    items = list(KINDS[kind].items(exported))
    assert [row["id"] for row in rows] == [item.id for item in items]
    assert list(rows[0]) == [column.name for column in KINDS[kind].columns]
    for row, item in zip(rows, items, strict=True):
        for column in KINDS[kind].columns:
            value = column.value(item)
            if column.cell == "list":
                assert row[column.name].split("|") == (value or [""])
            elif column.cell == "boolean":
                assert row[column.name] == ("" if value is None else str(value).lower())
            elif column.cell in ("integer", "number"):
                assert (float(row[column.name]) if row[column.name] else None) == value
            else:
                assert row[column.name] == ("" if value is None else str(value))


@pytest.mark.parametrize("kind", KINDS)
def test_parquet_has_types_and_values(exported: Record, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dissensus.exchange.parquet._GROUP", 4)
    data = write("parquet", kind, exported)
    file = pyarrow.parquet.ParquetFile(io.BytesIO(data))
    items = list(KINDS[kind].items(exported))
    assert file.num_row_groups == -(-len(items) // 4)
    for row, item in zip(file.read().to_pylist(), items, strict=True):
        for column in KINDS[kind].columns:
            value = column.value(item)
            assert row[column.name] == (str(value) if column.cell == "text" and value is not None else value)
    meaning = file.schema_arrow.field("id").metadata[b"meaning"].decode()
    assert meaning == KINDS[kind].columns[0].meaning


def test_statements_of_every_kind_are_told_by_their_columns(exported: Record) -> None:
    rows = list(csv.DictReader(io.StringIO(write("csv", "statements", exported).decode(), newline="")))
    for kind, columns in {
        "event": ("event_type", "actor_ids", "recipients", "date_start"),
        "tie": ("a_id", "relation", "b", "sign"),
        "figure": ("subject_id", "measure", "value"),
        "label": ("target_id", "term", "valence"),
    }.items():
        of_kind = [row for row in rows if row["kind"] == kind]
        assert of_kind
        assert all(row[column] for row in of_kind for column in columns)
        assert not any(row[column] for row in rows if row["kind"] != kind for column in columns)


def test_commands_offer_what_the_registry_has() -> None:
    assert [format.value for format in ExportFormat] == list(formats())
    assert [what.value for what in What] == list(KINDS)
    assert [type_.value for type_ in SchemaType] == list(SCHEMAS)
    with pytest.raises(DissensusError, match="no format is called 'xml'"):
        format_named("xml")


def test_columns_have_names_of_their_own() -> None:
    for kind in KINDS.values():
        names = [column.name for column in kind.columns]
        assert len(set(names)) == len(names)


def test_a_file_is_whole_or_absent(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.write_text("before")
    with contextlib.suppress(RuntimeError), whole_file(path) as stream:
        stream.write(b"half")
        raise RuntimeError
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [("out.csv", "before")]
    with whole_file(path) as stream:
        stream.write(b"after")
    assert path.read_text() == "after"
    assert path.stat().st_mode & 0o777 == 0o666 & ~_umask()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with (
        pytest.raises(DissensusError, match=r"none/out\.csv: cannot be written"),
        whole_file(tmp_path / "none/out.csv"),
    ):
        pass


def test_parquet_into_a_pipe(exported: Record) -> None:
    command = [sys.executable, "-m", "dissensus", "export", "actors", str(exported.path), "--format", "parquet"]
    piped = subprocess.run(command, capture_output=True, check=True)
    assert pyarrow.parquet.read_table(io.BytesIO(piped.stdout)).num_rows == len(list(exported.actors()))


@pytest.mark.skipif(os.name != "posix", reason="there are no such links and devices")
def test_links_devices_and_rights_stay(tmp_path: Path) -> None:
    target, link, pipe = tmp_path / "target", tmp_path / "link", tmp_path / "pipe"
    target.write_bytes(b"old")
    target.chmod(0o640)
    link.symlink_to(target)
    with whole_file(link) as stream:
        stream.write(b"new")
    assert link.is_symlink()
    assert (target.read_bytes(), target.stat().st_mode & 0o777) == (b"new", 0o640)
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    with whole_file(pipe) as stream:
        stream.write(b"through")
    assert os.read(reader, 100) == b"through"
    os.close(reader)
    assert pipe.is_fifo()
