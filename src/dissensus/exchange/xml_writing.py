"""XML written element by element, so that a large file is never held in memory."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator, Mapping
from typing import BinaryIO, Final
from xml.sax.saxutils import escape, quoteattr

_FORBIDDEN: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold."""


class XmlWriter:
    """Writes one document to a stream, in UTF-8, an element a line."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._depth = 0
        stream.write(b'<?xml version="1.0" encoding="UTF-8"?>\n')

    @contextlib.contextmanager
    def element(self, name: str, attributes: Mapping[str, str] | None = None) -> Iterator[None]:
        """An element that holds what is written meanwhile."""
        self._line(f"<{name}{_attributes(attributes)}>")
        self._depth += 1
        yield
        self._depth -= 1
        self._line(f"</{name}>")

    def leaf(self, name: str, attributes: Mapping[str, str] | None = None, text: str | None = None) -> None:
        """An element that holds nothing, or a text."""
        head = f"<{name}{_attributes(attributes)}"
        self._line(f"{head}/>" if text is None else f"{head}>{escape(_clean(text))}</{name}>")

    def end(self) -> None:
        """Have done with the document."""
        self._stream.flush()

    def _line(self, line: str) -> None:
        self._stream.write(b"  " * self._depth + line.encode() + b"\n")


def _attributes(attributes: Mapping[str, str] | None) -> str:
    return "".join(f" {name}={quoteattr(_clean(value))}" for name, value in (attributes or {}).items())


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)
