from __future__ import annotations

from pathlib import Path

import pytest

from dissensus.errors import DictionaryError
from dissensus.tables import read_table


def table(folder: Path, text: str) -> Path:
    path = folder / "words.tsv"
    path.write_text(text, encoding="utf-8")
    return path


def test_rows_are_told_by_column_and_place(tmp_path: Path) -> None:
    (row,) = read_table(table(tmp_path, "# words\nword\tkinds\tnote\nally\tn|v\n"), ["word"])
    assert (row["word"], row.many("kinds"), row["note"], row.where) == ("ally", ("n", "v"), "", "words.tsv:3")


def test_too_many_cells(tmp_path: Path) -> None:
    with pytest.raises(DictionaryError, match=r"words.tsv:2: 3 cells under 2 columns"):
        list(read_table(table(tmp_path, "a\tb\n1\t2\t3\n")))


def test_a_missing_column(tmp_path: Path) -> None:
    with pytest.raises(DictionaryError, match=r"words.tsv:1: column 'c' is missing"):
        list(read_table(table(tmp_path, "a\tb\n1\t2\n"), ["c"]))
