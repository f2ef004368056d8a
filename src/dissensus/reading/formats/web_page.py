"""Web pages saved as files."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dissensus.reading.article import Article, Blob, whole
from dissensus.reading.encodings import decode
from dissensus.reading.page import declared_charset, page_article
from dissensus.reading.registry import register

_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)


def _is_page(head: bytes) -> bool:
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:2048]
    return start.startswith(b"<") and bool(_PAGE.search(start))


@register("HTML", ".html", ".htm", ".xhtml", sniff=_is_page)
def read_page(blob: Blob) -> Iterator[Article]:
    """One article; broken markup is read as browsers read it."""
    data = whole(blob)
    yield page_article(decode(data, declared_charset(data)), blob.label)
