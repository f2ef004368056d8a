"""What a format makes of a file: articles, which are documents but for their id, furniture cues and turns."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import BinaryIO, Protocol

from dissensus.errors import DissensusError, UnreadableError, UnsafeError
from dissensus.model import Span
from dissensus.reading import limits
from dissensus.reading.encodings import tidy, too_long
from dissensus.reading.metadata import NOTHING, Metadata


class Heads(Enum):
    """What the first lines of a text are searched for."""

    ALL = "title, byline and date"
    LINES = "byline and date"  # where lines are broken to fit a page, a title cannot be told from its first half
    NONE = "nothing"  # the file says these things itself


@dataclass(frozen=True, slots=True)
class Article:
    """A text and what its file says of it.

    Attributes:
        label: where it was read from, as `Document.path` has it: `a.zip/b.txt`, `news.jsonl#12`.
        text: tidied (see `encodings.tidy`).
        metadata: what the file says of itself.
        sidecar: what a sidecar inside an archive says of it.
        furniture: stretches that are not the article, told from the layout.
        apart: paragraphs set apart by the layout, in bold or as headings: in interviews these are the questions.
        heads: what to search the first lines for.
    """

    label: str
    text: str
    metadata: Metadata = NOTHING
    sidecar: Metadata = NOTHING
    furniture: tuple[Span, ...] = ()
    apart: tuple[Span, ...] = ()
    heads: Heads = Heads.ALL


@dataclass(frozen=True, slots=True)
class ReadFailure:
    """Something that could not be read; the others go on.

    Attributes:
        path: where it is, as `Document.path` would have it.
        error: why, in one line.
    """

    path: str
    error: DissensusError


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph on its way into a text."""

    text: str
    furniture: bool = False
    apart: bool = False


def joined(pieces: Iterable[Piece]) -> tuple[str, tuple[Span, ...], tuple[Span, ...]]:
    """Paragraphs joined by blank lines, with the spans of those that are furniture and of those set apart.

    Raises:
        UnsafeError: together they are longer than a document may be.
    """
    texts: list[str] = []
    furniture: list[Span] = []
    apart: list[Span] = []
    at = 0
    for piece in pieces:
        text = tidy(piece.text)
        if not text.strip():
            continue
        span = Span(start=at, end=at + len(text))
        if piece.furniture:
            furniture.append(span)
        elif piece.apart:
            apart.append(span)
        texts.append(text)
        at = span.end + 2
        if at > limits.DOCUMENT_CHARACTERS:
            raise too_long(at, "characters and more")
    return "\n\n".join(texts), tuple(furniture), tuple(apart)


class Blob(Protocol):
    """Bytes with a name: a file, a member of an archive, standard input."""

    @property
    def label(self) -> str:
        """Where it is, as `Document.path` has it."""

    @property
    def depth(self) -> int:
        """How many archives it lies in."""

    def open(self) -> BinaryIO:
        """The bytes as a file that can be read from the start; the caller closes it."""


@dataclass(frozen=True, slots=True)
class Bytes:
    """A blob in memory."""

    label: str
    data: bytes
    depth: int = 0

    def open(self) -> BinaryIO:
        """The bytes as a file."""
        return io.BytesIO(self.data)


def whole(blob: Blob) -> bytes:
    """All bytes of a blob that must be held whole.

    Raises:
        UnsafeError: there are more than `limits.FILE_BYTES`.
        UnreadableError: there are none.
    """
    if isinstance(blob, Bytes):
        data = blob.data
    else:
        with blob.open() as file:
            data = file.read(limits.FILE_BYTES + 1)
    if len(data) > limits.FILE_BYTES:
        raise UnsafeError(f"over {limits.FILE_BYTES // limits.MEGABYTE} MB, the most that is read: split it")
    if not data.strip():
        raise UnreadableError("the file is empty: get a whole copy")
    return data
