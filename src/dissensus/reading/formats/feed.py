"""RSS and Atom files, through feedparser."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from dissensus.errors import UnreadableError
from dissensus.reading.article import Article, Blob, Heads, ReadFailure, whole
from dissensus.reading.calendar_dates import iso_date
from dissensus.reading.encodings import tidy
from dissensus.reading.metadata import Metadata
from dissensus.reading.page import fragment_text
from dissensus.reading.quiet import quiet
from dissensus.reading.registry import register

_FEED = re.compile(rb"<(?:\w+:)?(?:rss|feed|RDF)\b")


def _is_feed(head: bytes) -> bool:
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") and bool(_FEED.search(head[:4096]))


@register("feed", ".rss", ".atom", ".xml", ".rdf", sniff=_is_feed, rank=3)
def read_feed(blob: Blob) -> Iterator[Article | ReadFailure]:
    """An article an entry, `path#entry`: its content, or else its summary. Nothing is fetched.

    Raises:
        UnreadableError: it is no feed, or has no entries.
    """
    import feedparser

    data = whole(blob)
    with quiet("feedparser"):
        feed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    if not feed.get("version") and not feed.entries:
        raise UnreadableError("XML that is no RSS or Atom feed")
    if not feed.entries:
        raise UnreadableError("a feed without entries")
    about = feed.feed
    for number, entry in enumerate(feed.entries, 1):
        label = f"{blob.label}#{number}"
        text = tidy(fragment_text(_body(entry)))
        if not text.strip():
            yield ReadFailure(label, UnreadableError("an entry without text", where=label))
            continue
        metadata = Metadata.of(
            title=fragment_text(str(entry.get("title") or "")),
            source=_text(entry.get("source", {}).get("title")) or _text(about.get("title")),
            author=_text(entry.get("author")),
            date=_day(entry),
            language=_text((entry.get("content") or [{}])[0].get("language")) or _text(about.get("language")),
            url=_text(entry.get("link")),
        )
        yield Article(label, text, metadata, heads=Heads.NONE)


def _body(entry: Any) -> str:
    contents = [str(content.get("value") or "") for content in entry.get("content") or ()]
    return max([*contents, str(entry.get("summary") or "")], key=len)


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def _day(entry: Any) -> object:
    """The day of publication as written; feedparser's own value is turned to UTC, and may be the day after."""
    written = _text(entry.get("published"))
    moment = entry.get("published_parsed")
    parsed = f"{moment.tm_year:04}-{moment.tm_mon:02}-{moment.tm_mday:02}" if moment else None
    return iso_date(written) or parsed
