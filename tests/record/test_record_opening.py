"""Opening files that are records, are none, are too old, too new, locked, full or not ours to write."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from record_dump import dump, sound
from record_fakes import fake, text_of

import dissensus
from dissensus.errors import (
    NotARecordError,
    RecordBusyError,
    RecordError,
    RecordNotWritableError,
    RecordVersionError,
)
from dissensus.record import schema
from dissensus.record.lock import writer_lock
from dissensus.record.migrations import STEPS
from dissensus.record.record import Record

VERSION_1 = Path(__file__).with_name("version-1.sql")


def test_a_missing_record_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="there is no such record"):
        dissensus.open(tmp_path / "none.db")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "content", [b"hello", b"just some text\n" * 2000, os.urandom(5000)], ids=["a word", "text", "any bytes"]
)
@pytest.mark.parametrize("create", [False, True])
def test_other_files_are_left_alone(tmp_path: Path, content: bytes, create: bool) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    with pytest.raises(NotARecordError, match="no record"):
        Record(path, create=create)
    assert path.read_bytes() == content


@pytest.mark.parametrize("create", [False, True])
def test_other_programs_databases_are_left_alone(tmp_path: Path, create: bool) -> None:
    path = tmp_path / "other.db"
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bookmarks (address TEXT)")
    before = path.read_bytes()
    with pytest.raises(NotARecordError, match="not made by Dissensus"):
        Record(path, create=create)
    assert path.read_bytes() == before


def test_a_folder_is_no_record(tmp_path: Path) -> None:
    with pytest.raises(NotARecordError, match="a folder"):
        Record(tmp_path, create=True)


def test_a_newer_record_is_refused(record: Record) -> None:
    with contextlib.closing(sqlite3.connect(record.path)) as connection:
        connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    with pytest.raises(RecordVersionError, match="newer Dissensus"):
        Record(record.path)


def test_a_damaged_record_is_told(record: Record) -> None:
    size = record.path.stat().st_size
    with record.path.open("r+b") as file:
        file.seek(4096)
        file.write(os.urandom(size - 4096))
    with pytest.raises(NotARecordError, match="damaged"):
        list(Record(record.path).statements())


def test_an_empty_file_can_be_filled_and_not_read(tmp_path: Path, texts: Path) -> None:
    path = tmp_path / "r.db"
    path.touch()
    with pytest.raises(RecordError, match="this record is empty"):
        Record(path)
    Record(path, create=True).read(texts, analyser=fake)
    assert Record(path).count() > 0


def test_names_with_odd_characters(tmp_path: Path, texts: Path) -> None:
    path = tmp_path / "50% of año? #1.db"
    Record(path, create=True).read(texts, analyser=fake)
    assert Record(path).info().documents == 12
    assert path.exists()


def test_the_folder_must_exist(tmp_path: Path) -> None:
    with pytest.raises(RecordNotWritableError, match="folder does not exist"):
        Record(tmp_path / "none" / "r.db", create=True)


def test_header_tells_program_and_version(record: Record) -> None:
    with contextlib.closing(sqlite3.connect(record.path)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone()[0] == int.from_bytes(b"DISS", "big")
        assert connection.execute("PRAGMA user_version").fetchone()[0] == schema.VERSION
        assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"


def _layout(path: Path) -> list[tuple[str, str, str]]:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    return sorted((kind, name, " ".join(sql.split())) for kind, name, sql in rows)


def test_a_step_for_every_version() -> None:
    assert sorted(STEPS) == list(range(2, schema.VERSION + 1))


def test_an_older_record_is_brought_up_to_date(tmp_path: Path, record: Record, texts: Path) -> None:
    old = tmp_path / "old.db"
    with contextlib.closing(sqlite3.connect(old)) as connection:
        connection.executescript(VERSION_1.read_text(encoding="utf-8"))
        connection.execute("ATTACH ? AS now", [str(record.path)])
        for table in connection.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'").fetchall():
            names = [column[1] for column in connection.execute(f"PRAGMA main.table_info({table[0]})")]
            told = ", ".join(f'"{name}"' for name in names)
            connection.execute(f"INSERT INTO main.{table[0]} ({told}) SELECT {told} FROM now.{table[0]}")
        connection.commit()
    assert _layout(old) != _layout(record.path)
    with Record(old) as migrated:
        found = [s.id for s in migrated.statements(dissensus.StatementFilter(text="supports"))]
    assert found
    assert found == [s.id for s in record.statements(dissensus.StatementFilter(text="supports"))]
    assert _layout(old) == _layout(record.path)
    assert sound(old)
    assert dump(old) == dump(record.path)
    (texts / "more.txt").write_text(text_of(77))
    with Record(old) as migrated:
        assert migrated.read(texts, analyser=fake).documents == 1


def test_a_migration_that_fails_leaves_the_old_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = tmp_path / "old.db"
    with contextlib.closing(sqlite3.connect(old)) as connection:
        connection.executescript(VERSION_1.read_text(encoding="utf-8"))
    before = _layout(old)

    def half(connection: object) -> None:
        STEPS[2](connection)  # type: ignore[arg-type]
        raise KeyboardInterrupt

    monkeypatch.setattr("dissensus.record.migrations.STEPS", {2: half})
    with pytest.raises(KeyboardInterrupt):
        Record(old)
    assert _layout(old) == before
    monkeypatch.undo()
    assert Record(old).info().documents == 0


def test_a_second_writer_is_refused_and_readers_are_not(record: Record, texts: Path) -> None:
    (texts / "more.txt").write_text(text_of(50))
    with writer_lock(record.path):
        with pytest.raises(RecordBusyError, match="another dissensus is writing"):
            Record(record.path).read(texts, analyser=fake)
        assert record.count() > 0
    assert not record.path.with_name("record.db-lock").exists()
    assert record.read(texts, analyser=fake).documents == 1


HOLD = """
import sys, time
from pathlib import Path
from dissensus.record.lock import writer_lock
with writer_lock(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_the_lock_of_a_killed_writer_is_gone(record: Record, texts: Path) -> None:
    (texts / "more.txt").write_text(text_of(50))
    with subprocess.Popen([sys.executable, "-c", HOLD, str(record.path)], stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(RecordBusyError):
            record.read(texts, analyser=fake)
        holder.kill()
        holder.wait()
    assert record.path.with_name("record.db-lock").exists()
    assert record.read(texts, analyser=fake).documents == 1


def test_a_lock_file_removed_meanwhile_is_taken_anew(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    lock = record.path.with_name("record.db-lock")
    connect = sqlite3.connect
    removed = []

    def slow(path: object, **options: object) -> sqlite3.Connection:
        connection = connect(path, **options)  # type: ignore[call-overload]
        if path == lock and not removed:
            connection.execute("SELECT 1")
            removed.append(lock.unlink())
        return connection  # type: ignore[no-any-return]

    monkeypatch.setattr(sqlite3, "connect", slow)
    with writer_lock(record.path):
        assert removed
        assert lock.exists()


def test_readers_see_the_record_as_it_was_when_they_began(record: Record, texts: Path) -> None:
    before = record.count()
    reading = record.statements()
    first = next(reading)
    for number in range(60, 70):
        (texts / f"{number}.txt").write_text(text_of(number))
    Record(record.path).read(texts, analyser=fake)
    assert record.count() > before
    assert len([first, *reading]) == before


def test_a_full_disk_keeps_what_was_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(150):
        (folder / f"{number:03}.txt").write_text(text_of(number) + "Nothing more. " * 300)
    monkeypatch.setattr("dissensus.record.ingest.BATCH", 5_000)
    path = tmp_path / "r.db"
    Record(path, create=True)
    with monkeypatch.context() as full:
        small = sqlite3.connect

        def limited(*given: object, **options: object) -> sqlite3.Connection:
            connection = small(*given, **options)  # type: ignore[call-overload]
            connection.execute("PRAGMA max_page_count = 150")
            return connection  # type: ignore[no-any-return]

        full.setattr(sqlite3, "connect", limited)
        with pytest.raises(RecordNotWritableError, match="the disk is full"):
            Record(path).read(folder, analyser=fake)
    assert sound(path)
    kept = Record(path).info().documents
    assert 0 < kept < 150
    report = Record(path).read(folder, analyser=fake)
    assert (report.unchanged, report.documents) == (kept, 150 - kept)


def test_a_read_only_folder_can_be_read_from_and_not_written_to(
    record: Record, texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The tests may run as root, whom rights do not stop: SQLite and the file system are made to say no."""
    connect, count = sqlite3.connect, record.count()

    def refused(*given: object, **options: object) -> sqlite3.Connection:
        if "immutable" not in str(given[0]):
            error = sqlite3.OperationalError("unable to open database file")
            error.sqlite_errorcode, error.sqlite_errorname = sqlite3.SQLITE_CANTOPEN, "SQLITE_CANTOPEN"
            raise error
        return connect(*given, **options)  # type: ignore[call-overload, no-any-return]

    def no_touch(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(sqlite3, "connect", refused)
    monkeypatch.setattr(Path, "touch", no_touch)
    assert Record(record.path).count() == count
    with pytest.raises(RecordNotWritableError, match="may not be written"):
        Record(record.path).read(texts, analyser=fake)
    with pytest.raises(RecordNotWritableError, match="may not be written"):
        Record(record.path.with_name("new.db"), create=True)


def test_a_read_only_file_can_be_read_and_not_written(record: Record, texts: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write everywhere")
    record.path.chmod(0o444)
    (texts / "more.txt").write_text(text_of(50))
    assert Record(record.path).count() > 0
    with pytest.raises(RecordNotWritableError):
        Record(record.path).read(texts, analyser=fake)


def test_a_record_can_be_moved(tmp_path: Path, record: Record) -> None:
    count = record.count()
    shutil.move(record.path, tmp_path / "moved.db")
    assert Record(tmp_path / "moved.db").count() == count
