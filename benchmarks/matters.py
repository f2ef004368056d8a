"""Grouping a million statements, taking up one more document, and listing: time and memory, on planted records.

    python -m benchmarks.matters [--documents 20000] [--statements 1000000]

The record is planted once, in a folder of its own, and kept there with `--keep FOLDER` for another run.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.used import most_memory
from dissensus.matters.planted import plant
from dissensus.matters.store import MatterFilter, bring_up_to_date, find_matters, get_matter, positions
from dissensus.record.record import Record

ADDED = 5


def main() -> None:
    arguments = argparse.ArgumentParser(description="Time and memory of grouping statements into matters.")
    arguments.add_argument("--documents", type=int, default=20_000)
    arguments.add_argument("--statements", type=int, default=1_000_000)
    arguments.add_argument("--keep", type=Path, help="a folder for the record, kept")
    arguments.add_argument("--group", type=Path, help=argparse.SUPPRESS)
    given = arguments.parse_args()
    if given.group:
        print(json.dumps(_measured(given.group)))
        return
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"planted-{given.documents}-{given.statements}.db"
        if not path.exists():
            seconds, truth = _timed(lambda: plant(path, seed=1, documents=given.documents, statements=given.statements))
            print(f"planted {len(truth.matters):,} statements in {seconds:.0f} s")
        # In a process of its own, so that its memory is its own.
        command = [sys.executable, "-m", "benchmarks.matters", "--group", str(path)]
        measured = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    for name, value in measured.items():
        print(f"{name:34} {value}")


def _measured(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = {}
    with Record(path) as record:
        with record.changing() as connection, connection.begin():
            for table in ("matter_facts", "matter_changes"):
                connection.exec_driver_sql(f"DELETE FROM {table}")
            connection.exec_driver_sql("INSERT INTO matter_changes SELECT number FROM documents")
        before = time.process_time()
        seconds, grouped = _timed(lambda: bring_up_to_date(record))
        found["statements"] = f"{grouped.statements:,}"
        found["matters"] = f"{grouped.matters:,}"
        found["grouping, s (of them CPU)"] = f"{seconds:.0f} ({time.process_time() - before:.0f})"
        found["memory, MiB"] = most_memory()
        usual = grouped.statements / grouped.documents
        for name, order in (("usual", f"abs(count(*) - {usual})"), ("largest", "count(*) DESC")):
            query = (
                f"SELECT document, count(*) FROM statements GROUP BY document ORDER BY {order}, document LIMIT {ADDED}"
            )
            with record.reading() as connection:
                documents = connection.exec_driver_sql(query).all()
            times = [_added(record, document) for document, _ in documents]
            told = " ".join(f"{seconds:.2f} ({cpu:.2f})" for seconds, cpu in times)
            found[f"adding a {name} document, s (CPU)"] = f"{told}, of {documents[-1][1]} statements and more"
        listing, matters = _timed(lambda: find_matters(record, MatterFilter(limit=20)))
        found["listing the first 20, s"] = f"{listing:.3f}"
        actor = matters[0].actors[0].id
        found["listing of one actor, s"] = (
            f"{_timed(lambda: find_matters(record, MatterFilter(actor=actor, limit=20)))[0]:.3f}"
        )
        found["one matter, s"] = f"{_timed(lambda: get_matter(record, matters[0].id))[0]:.3f}"
        found["its positions, s"] = f"{_timed(lambda: positions(record, matters[0].id))[0]:.3f}"
    return found


def _added(record: Record, document: int) -> tuple[float, float]:
    """Take a document out of what is grouped, and time taking it up again: by the clock, and of the processor."""
    for review in ("rejected", "unreviewed"):
        with record.changing() as connection, connection.begin():
            connection.exec_driver_sql("UPDATE statements SET review = ? WHERE document = ?", (review, document))
            connection.exec_driver_sql("INSERT INTO matter_changes VALUES (?)", (document,))
        before = time.process_time()
        seconds, _ = _timed(lambda: bring_up_to_date(record))
    return seconds, time.process_time() - before


def _timed(work: Callable[[], Any]) -> tuple[float, Any]:
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


if __name__ == "__main__":
    main()
