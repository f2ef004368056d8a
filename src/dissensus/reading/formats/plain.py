"""Plain text and Markdown, with or without front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dissensus.reading.article import Article, Blob, whole
from dissensus.reading.encodings import decode
from dissensus.reading.front_matter import front_matter
from dissensus.reading.registry import register

_HEADING = re.compile(r"#{1,6}\s")


@register("plain text", ".txt", ".text", sniff=lambda head: True, rank=9)
def read_plain(blob: Blob) -> Iterator[Article]:
    """One article, the text as it stands but for front matter, line ends and what could not be stored.

    Line ends become LF; NULs and lone surrogates become U+FFFD; a byte order mark is dropped.
    """
    yield _article(blob)


@register("Markdown", ".md", ".markdown", sniff=lambda head: bool(_HEADING.match(head[:8].decode("latin-1"))), rank=8)
def read_markdown(blob: Blob) -> Iterator[Article]:
    """One article; its marks stay in the text."""
    yield _article(blob)


def _article(blob: Blob) -> Article:
    metadata, text = front_matter(decode(whole(blob)))
    return Article(blob.label, text, metadata)
