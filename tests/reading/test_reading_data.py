from __future__ import annotations

from importlib.resources import files

import pytest

from dissensus.reading import tables
from dissensus.reading.metadata import Metadata, column_key
from dissensus.reading.registry import formats, suffixes

NAMES = sorted(
    path.name for path in files("dissensus.reading").joinpath("data").iterdir() if path.name.endswith(".tsv")
)


@pytest.mark.parametrize("name", NAMES)
def test_every_line_of_every_table(name: str) -> None:
    text = files("dissensus.reading").joinpath("data", name).read_text(encoding="utf-8")
    assert text.startswith("# ")
    rows = tables.table(name)
    assert rows
    keys = [next(iter(row.cells.values())) for row in rows]
    if name == "furniture.tsv":
        keys = [f"{row['cue']} {row['match']}" for row in rows]
    assert len(keys) == len(set(keys)), sorted(key for key in keys if keys.count(key) > 1)
    for row in rows:
        for cell in row.cells.values():
            assert cell
            assert cell == cell.strip()
        assert next(iter(row.cells.values())) == next(iter(row.cells.values())).lower()


def test_cells_are_of_their_kind() -> None:
    for row in tables.table("furniture.tsv"):
        assert row["match"] in ("whole", "start")
        assert row["where"] in ("any", "end")
        assert row["words"].isdigit() == (row["match"] == "start")
    assert {row["role"] for row in tables.table("turn_labels.tsv")} == {"asker", "answerer", "asker_if_r", "none"}
    assert {row["kind"] for row in tables.table("head_cues.tsv")} == {"byline", "published", "updated"}
    assert {int(row["month"]) for row in tables.table("months.tsv")} == set(range(1, 13))
    fields = set(Metadata.__dataclass_fields__) | {"text", "path"}
    for row in tables.table("columns.tsv"):
        assert row["field"] in fields
        assert column_key(row["column"]) == row["column"]
    assert all(len(row["code"]) == 2 for row in tables.table("languages.tsv"))


def test_every_suffix_has_one_reader() -> None:
    every = [suffix for format_ in formats() for suffix in format_.suffixes]
    assert len(every) == len(set(every))
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in every)
    lengths = [len(suffix) for suffix in suffixes()]
    assert lengths == sorted(lengths, reverse=True)
