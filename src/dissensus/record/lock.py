"""One writer at a time, for as long as it writes.

SQLite's own write lock lasts for a transaction, and reading a folder takes thousands of them. So a writer also holds an
exclusive SQLite lock on an empty file next to the record (`andes.db-lock`). The operating system drops that lock when
the process ends in whatever way, kill -9 included; a lock file that is left lying about holds up nobody.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from dissensus.errors import RecordBusyError, RecordNotWritableError


@contextlib.contextmanager
def writer_lock(record: Path) -> Iterator[None]:
    """Hold the record's only writing place.

    Raises:
        RecordBusyError: another writer holds it.
        RecordNotWritableError: no file may be made in the record's folder.
    """
    path = record.with_name(record.name + "-lock")
    while True:
        held = _take(record, path)
        if held is not None:
            break
    try:
        yield
    finally:
        # The file goes while the lock still holds: who opened it in between notices in `_take`.
        with contextlib.suppress(OSError):
            path.unlink()
        held.close()


def _take(record: Path, path: Path) -> sqlite3.Connection | None:
    """Lock the file at `path`; None when it was removed under our hands, and is to be tried again."""
    try:
        path.touch()
        before = path.stat().st_ino
        held = sqlite3.connect(path, timeout=0, isolation_level=None, check_same_thread=False)
    except FileNotFoundError as error:
        if record.parent.is_dir():
            return None
        raise RecordNotWritableError("its folder does not exist; make it first", where=str(record)) from error
    except (OSError, sqlite3.OperationalError) as error:
        raise _not_writable(record) from error
    try:
        held.execute("BEGIN EXCLUSIVE")
        if _is(path, before):
            return held
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
            held.close()
            message = "another dissensus is writing to this record; wait until it has ended, or stop it"
            raise RecordBusyError(message, where=str(record)) from error
        if _is(path, before):
            held.close()
            raise _not_writable(record) from error
    held.close()
    return None


def _is(path: Path, number: int) -> bool:
    """Whether the file at the path is still the one of that number."""
    try:
        return path.stat().st_ino == number
    except FileNotFoundError:
        return False


def _not_writable(record: Path) -> RecordNotWritableError:
    message = "its folder may not be written to; choose another place with --record, or ask for the right to write"
    return RecordNotWritableError(message, where=str(record))
