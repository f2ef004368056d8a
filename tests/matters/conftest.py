"""A planted record that the tests of matters share."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from dissensus.matters.planted import Truth, plant
from dissensus.matters.store import bring_up_to_date
from dissensus.record.record import Record

Planted = tuple[Path, Truth]


@pytest.fixture(scope="session")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Planted:
    """A record of about 3,000 statements, grouped once, and what was planted. Copy it before changing it."""
    path = tmp_path_factory.mktemp("planted") / "planted.db"
    truth = plant(path, seed=7, documents=160, statements=3_000)
    bring_up_to_date(Record(path))
    return path, truth


@pytest.fixture
def copied(planted: Planted, tmp_path: Path) -> Record:
    """The planted record, to be changed."""
    return Record(shutil.copy(planted[0], tmp_path / "copy.db"))


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of about 300 statements in few countries, not grouped yet. Copy it before changing it."""
    path = tmp_path_factory.mktemp("small") / "small.db"
    plant(path, seed=3, documents=40, statements=300, noise=0.1)
    return path


@pytest.fixture(scope="session")
def set_aside() -> Callable[[Record, Iterable[int], str], None]:
    """Take documents out of what is grouped, or put them back: `set_aside(record, numbers, "rejected")`."""

    def run(record: Record, documents: Iterable[int], review: str) -> None:
        with record.changing() as connection, connection.begin():
            for number in documents:
                connection.exec_driver_sql("UPDATE statements SET review = ? WHERE document = ?", (review, number))
                connection.exec_driver_sql("INSERT OR IGNORE INTO matter_changes VALUES (?)", (number,))

    return run
