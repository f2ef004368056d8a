from __future__ import annotations

import logging
import socket
from collections.abc import Callable

import pytest

from dissensus.model import Document
from dissensus.reading import ReadFailure, limits
from dissensus.reading.page import fragment_text

Read = Callable[..., Document]

PARAGRAPHS = "".join(
    f"<p>Paragraph {number} tells that the ministry <b>rejected</b> the plan of the unions and asked for more time.</p>"
    for number in range(6)
)
PAGE = f"""<!DOCTYPE html><html lang="en-US"><head><title>A long road | The Plain Herald</title>
<meta property="og:title" content="A long road"><meta property="og:site_name" content="The Plain Herald">
<script type="application/ld+json">{{"@context": "https://schema.org", "@type": "NewsArticle",
"headline": "A long road",
"datePublished": "2031-02-03T22:00:00-04:00", "author": {{"@type": "Person", "name": "Ana Soto"}}}}</script>
<link rel="canonical" href="https://herald.example/road"><style>p {{}}</style></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/p">Politics</a></li></ul></nav>
<main><article><h1>A long road</h1><p>By Ana Soto</p>{PARAGRAPHS}
<h2>What comes next</h2><ul><li>The first point of the plan.</li><li>The second point of it.</li></ul>
<table><tr><td>Party</td><td>Seats</td></tr></table></article></main>
<script>var hidden = "never";</script><p style="display: none">Hidden words.</p>
<aside><p>Most read</p><p>An older story about the harbour</p></aside>
<footer><p>© 2031 The Plain Herald</p></footer></body></html>"""


def test_metadata_of_a_page(document: Read) -> None:
    read = document("a.html", PAGE)
    assert (read.title, read.source, read.author, read.date, read.language, read.url) == (
        "A long road",
        "The Plain Herald",
        "Ana Soto",
        "2031-02-03",
        "en",
        "https://herald.example/road",
    )


def test_body_and_furniture(document: Read, body: Callable[[Document], str]) -> None:
    read = document("a.html", PAGE)
    for words in ("Home", "Politics", "An older story", "© 2031"):
        assert words in read.text
        assert words not in body(read)
    for words in (
        "A long road",
        "Paragraph 0 tells that the ministry rejected the plan",
        "Paragraph 5",
        "What comes next",
        "The second point of it.",
    ):
        assert words in body(read)
    for words in ("never", "Hidden words", "p {"):
        assert words not in read.text
    assert "Party | Seats" in read.text


def test_paragraphs_are_parted_by_blank_lines(document: Read) -> None:
    assert "more time.\n\nParagraph 1" in document("a.html", PAGE).text


def test_a_short_page_keeps_its_text(document: Read, body: Callable[[Document], str]) -> None:
    read = document("a.htm", "<nav>Home</nav><p>The union called a strike.<br>It began on Monday.</p>")
    assert "The union called a strike.\nIt began on Monday." in body(read)


@pytest.mark.parametrize(
    "markup",
    [
        "<html><body><p>The union <b>called <i>a strike</b>.<p>It began</div></span><table><tr>on Monday",
        "<p>The union called a strike",
        "<" * 50 + "p>The union called a strike",
        '<?xml version="1.0" encoding="utf-16"?><html><body><p>The union called a strike</p>',
        "<div>" * 3000 + "The union called a strike" + "</div>" * 3000,
    ],
    ids=["unclosed", "cut", "brackets", "declaration", "deep"],
)
def test_broken_pages_are_read(document: Read, markup: str) -> None:
    assert "The union" in document("a.html", markup).text


def test_the_encoding_that_the_page_names(document: Read) -> None:
    page = '<meta charset="windows-1251"><p>Правительство отвергло предложение.</p>'
    assert "Правительство" in document("a.html", page.encode("cp1251")).text


def test_a_page_without_text(failure: Callable[..., object]) -> None:
    assert "text" in str(failure("a.html", "<html><script>x</script></html>"))


def test_no_network_no_noise(document: Read, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a connection was tried")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    with caplog.at_level(logging.DEBUG):
        document("a.html", PAGE.replace("<style>", '<link rel="stylesheet" href="http://example.org/x.css"><style>'))
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []


def test_bold_questions_of_an_interview(document: Read) -> None:
    answer = "The union was not heard for a year, and every letter that it wrote to the ministry came back unread."
    talk = "".join(
        f"<p><strong>{question}</strong></p><p>{answer}</p>" for question in ("Why a strike?", "What now?", "And then?")
    )
    read = document("a.html", f"<article><h1>An interview with Elena Paz</h1>{talk}</article>")
    assert [(turn.speaker, turn.question) for turn in read.turns] == [("Interviewer", True), ("Elena Paz", False)] * 3


def test_markup_that_stands_for_a_text() -> None:
    assert fragment_text("<p>One &amp; all.</p><p>Two.</p>") == "One & all.\n\nTwo."
    assert fragment_text("x < y and y > z") == "x < y and y > z"


def test_a_page_nested_too_deeply_loses_its_tags_only(document: Read) -> None:
    deep = "<div>" * 3000
    text = document(
        "a.html", f"{deep}<script>var x;</script><!-- y --><p>The plan &amp; more.</p><p>It failed.</p>"
    ).text
    assert text == "The plan & more.\n\nIt failed."


def test_a_page_that_is_too_long(failure: Callable[..., ReadFailure], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "DOCUMENT_CHARACTERS", 1000)
    assert "split it" in str(failure("a.html", PAGE).error)


def test_a_page_laid_out_as_a_table(document: Read, body: Callable[[Document], str]) -> None:
    long = (
        "The ministry said on Monday that it would not publish the figures of the vote, and the unions went on strike."
    )
    text = "<br><br>".join([long, "It was over.", long, "Nobody said &quot;no&quot; to that.", long])
    read = document(
        "a.html",
        f"<table><tr><td><a>Home</a><br><a>Archive</a></td><td><font>The Vote</font><br>by Ana Soto<br><br>{text}</td>"
        "</tr></table><center>Copyright 1999</center>",
    )
    assert "It was over." in body(read)
    assert 'Nobody said "no" to that.' in body(read)
    assert "Archive" not in body(read)
    assert "Copyright" not in body(read)
    assert "Archive |" not in read.text
