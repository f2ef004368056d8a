"""Exports into files that are there whole or not at all."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from dissensus.errors import DissensusError


@contextlib.contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Write a file under another name and give it its own at the end; when something fails, the old one is left.

    A link stays one: what it points to is written. A device or pipe is written to as it is.

    Raises:
        DissensusError: the folder does not exist, may not be written to, or the disk is full.
    """
    try:
        # Where there is something else than a file, giving its name to a file would take it away.
        writing = path.open("wb") if path.exists() and not path.is_file() else _replaced(path.resolve())
        with writing as stream:
            yield stream
    except FileNotFoundError as error:
        raise DissensusError("cannot be written: its folder does not exist; make it first", where=str(path)) from error
    except BrokenPipeError:
        raise
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise DissensusError(f"cannot be written ({why}); choose another file", where=str(path)) from error


@contextlib.contextmanager
def _replaced(path: Path) -> Iterator[BinaryIO]:
    temporary: str | None = None
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        with os.fdopen(handle, "wb") as stream:
            yield stream
        Path(temporary).chmod(_rights(path))
        Path(temporary).replace(path)
        temporary = None
    finally:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)


def _rights(path: Path) -> int:
    """Those of the file that is there, else those of a plain new file: mkstemp makes files for their owner only."""
    if path.exists():
        return stat.S_IMODE(path.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
