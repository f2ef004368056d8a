"""The file of a record: opening it, connections that read, the one connection that writes, and what can go wrong."""

from __future__ import annotations

import contextlib
import logging
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, NullPool, QueuePool, create_engine, event
from sqlalchemy.exc import DBAPIError

from dissensus.errors import (
    NotARecordError,
    RecordBusyError,
    RecordError,
    RecordNotWritableError,
    RecordVersionError,
)
from dissensus.record.lock import writer_lock
from dissensus.record.migrations import migrate
from dissensus.record.schema import APPLICATION_ID, VERSION, create

_MODES: Final = ("mode=rw", "mode=ro", "immutable=1")
"""How to open for reading, in the order they are tried: the last serves a folder that may not be written to."""

# SQLAlchemy logs an interrupt that meets it closing a connection; a program without logging is not to print that.
logging.getLogger("sqlalchemy").addHandler(logging.NullHandler())

_MAPPED: Final = 2**26
"""Bytes of the file that a reader maps at most, which spares copies; every connection maps them anew."""

_CACHED: Final = 16_000
"""Kibibytes of the rest of the file that a reader keeps at most."""

_WAIT: Final = 30.0
"""Seconds that a connection waits for another's short lock."""


class Store:
    """One SQLite file in WAL mode: many readers and one writer, none of whom waits for the other.

    Args:
        path: the file.
        create: make a new record where there is none.
        kept: connections for reading that stay open to be used again, for programs that ask often; `close` ends them.

    Raises:
        RecordError: there is no file and `create` is false.
        NotARecordError: the file is something else.
        RecordVersionError: a newer Dissensus wrote it.
        RecordNotWritableError: it has to be made or brought up to date and may not be written.
    """

    def __init__(self, path: Path, *, create: bool = False, kept: int = 0) -> None:
        self.path = path
        with self.translated():
            version = self._version()
            if version is None and not create:
                if path.exists():
                    raise RecordError("this record is empty; fill it with `dissensus read`", where=str(path))
                message = "there is no such record; make one with `dissensus read PATH --record FILE`"
                raise RecordError(message, where=str(path))
            if version is None or version < VERSION:
                with writer_lock(path):
                    self._bring_up_to_date()
            self._reader = self._engine(self._mode(), writes=False, kept=kept)

    def close(self) -> None:
        """Close the connections that are kept and not in use."""
        self._reader.dispose()

    @contextlib.contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees the record as it is at its first query, whatever is written meanwhile."""
        with self.translated(), self._reader.connect() as connection:
            yield connection

    @contextlib.contextmanager
    def writing(self) -> Iterator[Connection]:
        """The connection that writes. Use `with connection.begin():` for what must be written whole or not at all.

        Raises:
            RecordBusyError: another process is writing.
            RecordNotWritableError: the file or its folder may not be written to.
        """
        with self.translated(), writer_lock(self.path):
            engine = self._engine("mode=rw", writes=True)
            with engine.connect() as connection:
                yield connection

    @contextlib.contextmanager
    def translated(self) -> Iterator[None]:
        """Turn SQLite's errors into ours."""
        try:
            yield
        except DBAPIError as error:
            if isinstance(error.orig, sqlite3.Error):
                raise self._translate(error.orig) from error
            raise
        except sqlite3.Error as error:
            raise self._translate(error) from error

    def _translate(self, error: sqlite3.Error) -> RecordError:
        name = getattr(error, "sqlite_errorname", "")
        where = str(self.path)
        if name.startswith("SQLITE_FULL"):
            message = "the disk is full; what was written before is kept: make room and run the same again"
            return RecordNotWritableError(message, where=where)
        if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_IOERR")):
            message = f"the record may not be opened or written here ({error}); check the rights on it and its folder"
            return RecordNotWritableError(message, where=where)
        if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            return RecordBusyError("another program holds this record; close it and try again", where=where)
        if name.startswith(("SQLITE_NOTADB", "SQLITE_CORRUPT")):
            return NotARecordError(f"this is no record, or a damaged one ({error})", where=where)
        return RecordError(f"SQLite cannot do this: {error}", where=where)

    def _version(self) -> int | None:
        """The version of the tables; None where there is no file yet or one with nothing in it."""
        if self.path.is_dir():
            raise NotARecordError("this is a folder, not a record", where=str(self.path))
        if not self.path.exists():
            return None
        with contextlib.closing(self._connect(self._mode())) as connection:
            application = connection.execute("PRAGMA application_id").fetchone()[0]
            version: int = connection.execute("PRAGMA user_version").fetchone()[0]
            tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if application == version == tables == 0:
            return None
        if application != APPLICATION_ID:
            message = "this SQLite file was not made by Dissensus; choose another name for the record"
            raise NotARecordError(message, where=str(self.path))
        if version > VERSION:
            message = f"a newer Dissensus wrote this record (version {version}, we know {VERSION}); install the newest"
            raise RecordVersionError(message, where=str(self.path))
        return version

    def _bring_up_to_date(self) -> None:
        """Make the tables, or take the steps from an older version, in one transaction. We hold the lock."""
        engine = self._engine("mode=rwc", writes=True)
        with engine.connect() as connection, connection.begin():
            version = self._version()
            if version is None:
                create(connection)
            elif version < VERSION:
                migrate(connection, version)

    def _mode(self) -> str:
        """The first way in which the file can be read."""
        for mode in _MODES[:-1]:
            try:
                with contextlib.closing(self._connect(mode)) as connection:
                    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
                return mode
            except sqlite3.OperationalError as error:
                if not error.sqlite_errorname.startswith(("SQLITE_CANTOPEN", "SQLITE_READONLY", "SQLITE_PERM")):
                    raise
        return _MODES[-1]

    def _connect(self, mode: str) -> sqlite3.Connection:
        uri = f"{self.path.absolute().as_uri()}?{mode}"
        return sqlite3.connect(uri, uri=True, timeout=_WAIT, isolation_level=None, check_same_thread=False)

    def _engine(self, mode: str, *, writes: bool, kept: int = 0) -> Engine:
        pool: dict[str, Any] = {"poolclass": NullPool}
        if kept:
            pool = {"poolclass": QueuePool, "pool_size": kept, "max_overflow": -1, "pool_use_lifo": True}
        engine = create_engine("sqlite://", creator=lambda: self._connect(mode), **pool)

        @event.listens_for(engine, "connect")
        def prepare(connection: sqlite3.Connection, _: object) -> None:
            connection.execute("PRAGMA foreign_keys = ON")
            if writes:
                connection.execute("PRAGMA journal_mode = WAL")
                # In WAL mode NORMAL survives any end of the process; only a power cut may cost the last documents.
                connection.execute("PRAGMA synchronous = NORMAL")
            else:
                connection.execute("PRAGMA query_only = ON")
                connection.execute(f"PRAGMA mmap_size = {_MAPPED}")
                connection.execute(f"PRAGMA cache_size = -{_CACHED}")

        @event.listens_for(engine, "begin")
        def begin(connection: Connection) -> None:
            connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

        return engine
