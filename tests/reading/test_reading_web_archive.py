from __future__ import annotations

from collections.abc import Callable
from gzip import compress
from uuid import UUID

from dissensus.model import Document
from dissensus.reading import ReadFailure

Read = Callable[..., list[Document | ReadFailure]]

PAGE = "<html><head><title>One</title></head><body><p>El señor Muñoz rejected the plan.</p></body></html>"


def archive(*, gzip: bool) -> bytes:
    answers = [
        ("https://herald.example/1", "200 OK", "text/html; charset=windows-1252", PAGE.encode("cp1252")),
        ("https://herald.example/2", "404 Not Found", "text/html", b"<p>gone</p>"),
        ("https://herald.example/p.png", "200 OK", "image/png", b"\x89PNG"),
        ("https://herald.example/3", "200 OK", "text/plain", b"Plain words of a page."),
        ("https://herald.example/4", "200 OK", "text/html", b""),
    ]
    out = b""
    for number, (url, status, kind, body) in enumerate(answers):
        answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
        record = (
            (
                f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2031-02-03T00:00:00Z\r\n"
                f"WARC-Record-ID: <urn:uuid:{UUID(int=number)}>\r\nContent-Type: application/http; msgtype=response\r\n"
                f"Content-Length: {len(answer)}\r\n\r\n"
            ).encode()
            + answer
            + b"\r\n\r\n"
        )
        out += compress(record) if gzip else record
    return out


def test_pages_of_a_web_archive(read: Read) -> None:
    for name, gzip in (("a.warc", False), ("a.warc.gz", True)):
        page, plain, failed = read(name, archive(gzip=gzip))
        assert isinstance(page, Document)
        assert (page.path, page.url, page.title, page.date) == (f"{name}#1", "https://herald.example/1", "One", None)
        assert page.text == "El señor Muñoz rejected the plan."
        assert isinstance(plain, Document)
        assert plain.text == "Plain words of a page."
        assert isinstance(failed, ReadFailure)
        assert failed.path == f"{name}#5"


def test_a_web_archive_cut_short_gives_what_it_has(read: Read) -> None:
    data = archive(gzip=True)
    found = read("a.warc.gz", data[: len(data) - 200])
    assert isinstance(found[0], Document)


def test_what_is_no_web_archive(failure: Callable[..., ReadFailure]) -> None:
    for data in (b"plain words", b"\x1f\x8bnothing", b""):
        assert "web archive" in str(failure("a.warc", data).error) or "empty" in str(failure("a.warc", data).error)


RSS = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Plain Herald</title><language>es-MX</language>
<item><title>One &amp; only</title><link>https://herald.example/1</link><dc:creator>Ana Soto</dc:creator>
<pubDate>Wed, 26 Jun 2024 23:30:00 -0400</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>The plan was rejected.</p><p>The unions called a strike.</p>]]></content:encoded></item>
<item><title>Two</title><description>&lt;p&gt;A summary of it.&lt;/p&gt;</description></item>
<item><title>Three</title></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>The Valley</title><entry><title>One</title>
<link href="https://valley.example/1"/><published>2024-06-26T10:00:00Z</published>
<author><name>Luis Vega</name></author>
<content type="html">&lt;p&gt;Words of an entry.&lt;/p&gt;</content></entry></feed>"""


def test_rss(read: Read) -> None:
    one, two, three = read("a.rss", RSS)
    assert isinstance(one, Document)
    assert (one.path, one.title, one.source, one.author, one.date, one.language, one.url) == (
        "a.rss#1", "One & only", "The Plain Herald", "Ana Soto", "2024-06-26", "es", "https://herald.example/1",
    )  # fmt: skip
    assert one.text == "The plan was rejected.\n\nThe unions called a strike."
    assert isinstance(two, Document)
    assert (two.text, two.date) == ("A summary of it.", None)
    assert isinstance(three, ReadFailure)


def test_atom(document: Callable[..., Document]) -> None:
    read = document("a.xml", ATOM)
    assert (read.title, read.source, read.author, read.date, read.text) == (
        "One", "The Valley", "Luis Vega", "2024-06-26", "Words of an entry.",
    )  # fmt: skip


def test_what_is_no_feed(failure: Callable[..., ReadFailure]) -> None:
    assert "no RSS" in str(failure("a.xml", "<other><p>x</p></other>").error)
    assert "without entries" in str(
        failure("a.rss", "<rss version='2.0'><channel><title>x</title></channel></rss>").error
    )
