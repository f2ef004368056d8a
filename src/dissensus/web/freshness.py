"""Whether a page that was shown before is still as the record has it."""

from __future__ import annotations

import secrets
import sqlite3
import threading
from pathlib import Path

from dissensus.errors import RecordError


class Freshness:
    """Tells when a record has changed, whoever changed it.

    SQLite counts for a connection that is kept open how often others have changed the file (`PRAGMA data_version`).
    The count starts anew with every server, so a tag also names the server.
    """

    def __init__(self, record: Path) -> None:
        self._server = secrets.token_hex(4)
        self._lock = threading.Lock()
        uri = f"{record.absolute().as_uri()}?mode=ro"
        try:
            self._connection = sqlite3.connect(uri, uri=True, check_same_thread=False, isolation_level=None)
            self.version()
        except sqlite3.Error as error:
            raise RecordError(f"the record cannot be opened ({error})", where=str(record)) from error

    def version(self) -> str:
        """Another text after each change."""
        with self._lock:
            count = self._connection.execute("PRAGMA data_version").fetchone()[0]
        return f"{self._server}-{count}"

    def close(self) -> None:
        """Have done with the record."""
        with self._lock:
            self._connection.close()
