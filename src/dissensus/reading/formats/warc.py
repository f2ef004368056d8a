"""Web archives (.warc, .warc.gz), through warcio."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dissensus.errors import DissensusError, UnreadableError, UnsafeError
from dissensus.reading import limits
from dissensus.reading.article import Article, Blob, Heads, ReadFailure
from dissensus.reading.encodings import decode
from dissensus.reading.metadata import Metadata
from dissensus.reading.page import declared_charset, page_article
from dissensus.reading.quiet import quiet
from dissensus.reading.registry import register
from dissensus.reading.sidecar import located

_PAGES = ("text/html", "application/xhtml+xml")


@register("WARC", ".warc", ".warc.gz", sniff=lambda head: head.startswith((b"WARC/", b"\x1f\x8b")), rank=1)
def read_warc(blob: Blob) -> Iterator[Article | ReadFailure]:
    """An article a page that was answered with success, `path#record`; the day of capture is no date of publication.

    Raises:
        UnreadableError: it is no web archive, or not further.
    """
    from warcio.archiveiterator import ArchiveIterator

    any_record = False
    with blob.open() as file:
        try:
            with quiet("warcio"):
                records = enumerate(ArchiveIterator(file), 1)
            while True:
                with quiet("warcio"):
                    numbered = next(records, None)
                if numbered is None:
                    break
                any_record = True
                found = _article(numbered[1], f"{blob.label}#{numbered[0]}")
                if found is not None:
                    yield found
        except Exception as error:  # warcio lets through what its parts raise on broken archives
            reason = "the web archive is broken here: get a whole copy" if any_record else "not a web archive"
            raise UnreadableError(reason) from error
    if not any_record:
        raise UnreadableError("not a web archive, or an empty one")


def _article(record: Any, label: str) -> Article | ReadFailure | None:
    """The article of a record; None when the record holds no page."""
    if record.rec_type not in ("response", "resource"):
        return None
    headers = record.http_headers
    if headers is not None and headers.get_statuscode() != "200":
        return None
    kind = (headers or record.rec_headers).get_header("Content-Type") or ""
    mime, _, parameters = kind.lower().partition(";")
    if mime.strip() not in (*_PAGES, "text/plain"):
        return None
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    given = Metadata.of(url=url.strip("<>"))
    try:
        with quiet("warcio"):
            data = record.content_stream().read(limits.FILE_BYTES + 1)
        if len(data) > limits.FILE_BYTES:
            raise UnsafeError(f"a page of over {limits.FILE_BYTES // limits.MEGABYTE} MB, the most that is read")
        if not data.strip():
            raise UnreadableError("the page is empty")
        charset = parameters.partition("charset=")[2].strip(" \"';") or declared_charset(data)
        text = decode(data, charset)
        if mime.strip() == "text/plain":
            return Article(label, text, given, heads=Heads.ALL)
        return page_article(text, label, given)
    except DissensusError as error:
        return ReadFailure(label, located(error, label))
