"""The record's light analyser, for a record to export."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "record"))

from record_fakes import fake, text_of

from dissensus.record.record import Record


@pytest.fixture
def exported(tmp_path: Path) -> Record:
    """A record of ten small texts."""
    folder = tmp_path / "texts"
    folder.mkdir()
    for number in range(10):
        (folder / f"{number}.txt").write_text(text_of(number), encoding="utf-8")
    (folder / "odd.txt").write_text('A "line", with\ncommas; and Åse supports Çela in 2019.', encoding="utf-8")
    opened = Record(tmp_path / "record.db", create=True)
    opened.read(folder, analyser=fake)
    return opened
