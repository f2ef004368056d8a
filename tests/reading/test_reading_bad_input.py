from __future__ import annotations

import time
import tracemalloc
from collections.abc import Callable

import pytest

from dissensus.errors import InputError, UnreadableError, UnsafeError, UnsupportedFormatError
from dissensus.model import Document
from dissensus.reading import ReadFailure, limits
from dissensus.reading.registry import suffixes

Failure = Callable[..., ReadFailure]


def test_a_binary_named_txt(failure: Failure) -> None:
    assert isinstance(failure("a.txt", b"\x89PNG\r\n\x1a\n" + bytes(200)).error, UnreadableError)
    assert isinstance(failure("a.txt", bytes(range(256)) * 40).error, UnreadableError)


def test_a_suffix_we_do_not_read(failure: Failure) -> None:
    error = failure("a.xlsx", b"PK\x03\x04").error
    assert isinstance(error, UnsupportedFormatError)
    assert ".docx" in str(error)


def test_fifty_megabytes_in_one_line_are_refused_in_bounded_memory(failure: Failure) -> None:
    data = b"The plan was rejected. " * (50_000_000 // 23)
    tracemalloc.start()
    error = failure("a.txt", data).error
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert isinstance(error, UnsafeError)
    assert f"{limits.DOCUMENT_CHARACTERS:,}" in str(error)
    assert peak < 3 * len(data)


def test_a_long_line_within_the_limit_is_read(document: Callable[..., Document]) -> None:
    text = "The plan was rejected. " * 100_000
    assert document("a.txt", text).text == text


def test_too_large_a_file(failure: Failure, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "FILE_BYTES", 10)
    for name in ("a.txt", "a.pdf", "a.docx", "a.eml", "a.xml", "a.json"):
        assert isinstance(failure(name, b"x" * 11).error, UnsafeError)


@pytest.mark.parametrize("suffix", sorted(suffixes()))
@pytest.mark.parametrize(
    "data", [b"", b"\x00" * 64, bytes(range(256)) * 8, b"%PDF-1.7\n%%EOF", b"PK\x03\x04" + b"\xff" * 60]
)
def test_no_rubbish_breaks_a_reader(read: Callable[..., list[object]], suffix: str, data: bytes) -> None:
    for item in read(f"a{suffix}", data):
        if isinstance(item, ReadFailure):
            assert isinstance(item.error, InputError)
            assert "\n" not in str(item.error)
            assert str(item.error).startswith(item.path)


def test_front_matter(document: Callable[..., Document], failure: Failure) -> None:
    text = "---\ntitle: 'A road: long'\ndate: 2024-06-26\nauthors: [Ana Soto, Luis Vega]\ntags: [x]\n---\n\nThe plan.\n"
    read = document("a.md", text)
    assert (read.title, read.date, read.author, read.text) == (
        "A road: long",
        "2024-06-26",
        "Ana Soto, Luis Vega",
        "The plan.\n",
    )
    assert "front matter" in str(failure("a.md", "---\ntitle: A road: long\n---\nThe plan.").error)
    for rule in ("---\nNo metadata here.\n---\nThe plan.", "---\n\nThe plan.", "--- The plan."):
        assert document("a.txt", rule).text == rule


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", b"word\n" + b" " * 2_000_000 + b"x"),
        ("a.txt", b"http://a,http://b;x@y.zz@" * 24 + b"!"),
        ("a.txt", b"Q: a?\n" * 5_000),
        ("-", b" " * 200_000 + b"<!-- a -->" * 5_000),
        ("a.html", b"<!--" * 100_000),
        ("a.html", b"<a" * 200_000),
    ],
)
def test_no_input_takes_time_out_of_proportion(read: Callable[..., list[object]], name: str, data: bytes) -> None:
    started = time.process_time()
    assert read(name, data)
    assert time.process_time() - started < 5
