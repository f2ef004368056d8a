"""Long files line by line, in bounded memory and whatever their encoding."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from typing import BinaryIO

from dissensus.errors import UnsafeError
from dissensus.reading import limits
from dissensus.reading.encodings import decode_line, encoding_of


def text_lines(file: BinaryIO) -> Iterator[str | UnsafeError]:
    """The lines of a file, line ends kept; in the place of a line that is too long, the refusal of it.

    Raises:
        UnreadableError: the file is no text.
    """
    other = encoding_of(file.read(limits.SAMPLE_BYTES))
    file.seek(0)
    if other.startswith(("utf-16", "utf-32")):
        reader = io.TextIOWrapper(file, encoding=other, errors="replace", newline="")
        yield from _bounded_text(reader)
        reader.detach()
        return
    first = True
    while line := file.readline(limits.LINE_BYTES + 1):
        if len(line) > limits.LINE_BYTES:
            while line and not line.endswith(b"\n"):
                line = file.readline(limits.CHUNK_BYTES)
            yield _too_long()
        else:
            yield decode_line(line.removeprefix(codecs.BOM_UTF8) if first else line, other)
        first = False


def _bounded_text(reader: io.TextIOWrapper) -> Iterator[str | UnsafeError]:
    first = True
    while line := reader.readline(limits.DOCUMENT_CHARACTERS + 1):
        if len(line) > limits.DOCUMENT_CHARACTERS:
            while line and not line.endswith("\n"):
                line = reader.readline(limits.CHUNK_BYTES)
            yield _too_long()
        else:
            yield line.removeprefix("\ufeff") if first else line
        first = False


def _too_long() -> UnsafeError:
    return UnsafeError(f"a line of over {limits.LINE_BYTES // limits.MEGABYTE} MB, the most that is read: split it")
