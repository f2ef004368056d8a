"""Texts given through the pages: kept in a folder of their own until they are read, one lot after the other."""

from __future__ import annotations

import queue
import secrets
import shutil
import tempfile
import threading
from collections import OrderedDict
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Final

from dissensus.errors import DissensusError, NotFoundError
from dissensus.reading.metadata import Metadata
from dissensus.record.record import Record
from dissensus.record.report import Failure, Progress, ReadReport

_REMEMBERED: Final = 100
"""Lots whose outcome can still be asked for."""


class Phase(StrEnum):
    """How far a lot is."""

    WAITING = "waiting"
    READING = "reading"
    DONE = "done"
    FAILED = "failed"


@dataclass(slots=True)
class Lot:
    """Files given together.

    Attributes:
        id: to ask for it by.
        folder: where the files wait.
        defaults: metadata for what the files do not say.
        phase: how far it is.
        progress: of the reading.
        report: what was read, and what could not be.
        problem: why nothing could be read.
    """

    id: str
    folder: Path
    defaults: Metadata
    phase: Phase = Phase.WAITING
    progress: Progress | None = None
    report: ReadReport = field(default_factory=ReadReport)
    problem: str | None = None


class Uploads:
    """Reads lots of files into the record in a thread of its own, one after the other."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._lots: OrderedDict[str, Lot] = OrderedDict()
        self._waiting: queue.Queue[Lot | None] = queue.Queue()
        self._thread: threading.Thread | None = None
        self._lock = threading.Lock()

    def folder(self) -> Path:
        """A new folder to put files into."""
        return Path(tempfile.mkdtemp(prefix="dissensus-"))

    def add(self, folder: Path, defaults: Metadata) -> Lot:
        """Have the files of a folder read; the folder is removed afterwards."""
        lot = Lot(secrets.token_hex(8), folder, defaults)
        with self._lock:
            self._lots[lot.id] = lot
            while len(self._lots) > _REMEMBERED:
                self._lots.popitem(last=False)
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="reading", daemon=True)
                self._thread.start()
        self._waiting.put(lot)
        return lot

    def get(self, id: str) -> Lot:
        """A lot by its id.

        Raises:
            NotFoundError: there is none.
        """
        with self._lock:
            if id in self._lots:
                return self._lots[id]
        raise NotFoundError("no such upload; this server knows those since its start", where=id)

    def close(self) -> None:
        """Read what is being read, and no more."""
        self._waiting.put(None)

    def _work(self) -> None:
        while (lot := self._waiting.get()) is not None:
            self._read(lot)
            shutil.rmtree(lot.folder, ignore_errors=True)

    def _read(self, lot: Lot) -> None:
        lot.phase = Phase.READING

        def tell(progress: Progress) -> None:
            lot.progress = progress

        try:
            self._record.read(lot.folder, defaults=lot.defaults, progress=tell, report=lot.report)
        except DissensusError as error:
            lot.problem = str(error)
        except Exception as error:
            lot.problem = f"{type(error).__name__}: {error}"
        lot.report.failures = [_outside(failure, lot.folder) for failure in lot.report.failures]
        lot.phase = Phase.FAILED if lot.problem or lot.report.nothing_read else Phase.DONE


def _outside(failure: Failure, folder: Path) -> Failure:
    """A failure as the person who gave the files knows them: without the folder they waited in."""
    path, message = (text.replace(f"{folder}/", "") for text in (failure.path, failure.message))
    return Failure(path, failure.error, message)
