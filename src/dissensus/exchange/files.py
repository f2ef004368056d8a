"""Exports into files that are there whole or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from dissensus.errors import DissensusError


@contextlib.contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Write a file under another name and give it its own at the end; when something fails, nothing is left.

    Raises:
        DissensusError: the folder does not exist, may not be written to, or the disk is full.
    """
    temporary: str | None = None
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        with os.fdopen(handle, "wb") as stream:
            yield stream
        # mkstemp makes files for their owner only; give the rights that a plain new file would have.
        mask = os.umask(0)
        os.umask(mask)
        Path(temporary).chmod(0o666 & ~mask)
        Path(temporary).replace(path)
        temporary = None
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise DissensusError(f"cannot be written ({why}); choose another file", where=str(path)) from error
    finally:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)
