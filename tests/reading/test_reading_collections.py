from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from dissensus.errors import UnreadableError, UnsafeError
from dissensus.model import Document
from dissensus.reading import ReadFailure, limits

Read = Callable[..., list[Document | ReadFailure]]


def parts(read: list[Document | ReadFailure]) -> tuple[list[Document], list[ReadFailure]]:
    return [d for d in read if isinstance(d, Document)], [f for f in read if isinstance(f, ReadFailure)]


def test_json_lines(read: Read) -> None:
    rows = [
        {"headline": "One", "publisher": {"name": "The Herald"}, "byline": ["Ana Soto"],
         "published": "2024-06-26T01:00:00Z",
         "link": "https://herald.example/1", "lang": "en-US", "body": "First words.\r\nMore."},
        {"title": "Two", "text": ["A paragraph.", "Another."]},
    ]  # fmt: skip
    docs, failed = parts(read("a.jsonl", "\n".join(map(json.dumps, rows)) + "\n\n"))
    assert not failed
    first, second = docs
    assert (first.path, first.title, first.source, first.author, first.date, first.language, first.url) == (
        "a.jsonl#1", "One", "The Herald", "Ana Soto", "2024-06-26", "en", "https://herald.example/1",
    )  # fmt: skip
    assert first.text == "First words.\nMore."
    assert second.text == "A paragraph.\n\nAnother."
    assert first.sha256 == second.sha256
    assert first.id != second.id


def test_a_bad_line_is_told_and_the_others_are_read(read: Read) -> None:
    lines = ['{"text": "one"}', "{broken", '"words"', '{"title": "no text"}', "[" * 100_000, '{"text": "two \\ud800"}']
    docs, failed = parts(read("a.ndjson", "\n".join(lines)))
    assert [document.text for document in docs] == ["one", "two \ufffd"]
    assert [failure.path for failure in failed] == ["a.ndjson#2", "a.ndjson#3", "a.ndjson#4", "a.ndjson#5"]
    assert all(isinstance(failure.error, UnreadableError) for failure in failed)


def test_a_line_that_is_too_long_is_refused_and_the_next_is_read(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LINE_BYTES", 1000)
    monkeypatch.setattr(limits, "CHUNK_BYTES", 100)
    docs, failed = parts(read("a.jsonl", json.dumps({"text": "x" * 5000}) + '\n{"text": "two"}\n'))
    assert isinstance(failed[0].error, UnsafeError)
    assert [document.path for document in docs] == ["a.jsonl#2"]


@pytest.mark.parametrize("encoding", ["latin-1", "utf-8-sig", "utf-16"])
def test_encodings_of_collections(read: Read, encoding: str) -> None:
    line = json.dumps({"text": "El señor Muñoz habló en la televisión pública."}, ensure_ascii=False)
    docs, failed = parts(read("a.jsonl", f"{line}\n{line}\n".encode(encoding)))
    assert not failed
    assert [document.text for document in docs] == ["El señor Muñoz habló en la televisión pública."] * 2


@pytest.mark.parametrize(
    ("content", "labels"),
    [
        ('[{"text": "one"}, {"text": "two"}]', ["a.json#1", "a.json#2"]),
        ('{"status": "ok", "articles": [{"content": "one"}, {"content": "two"}]}', ["a.json#1", "a.json#2"]),
        ('{"text": "one"}', ["a.json"]),
        ('{"text": "one"}\n{"text": "two"}', ["a.json#1", "a.json#2"]),
    ],
)
def test_json(read: Read, content: str, labels: list[str]) -> None:
    docs, failed = parts(read("a.json", content))
    assert not failed
    assert [document.path for document in docs] == labels


@pytest.mark.parametrize("content", ['[{"text": "one"}, {"te', "[1, 2", "{nothing", "words", "[" * 200_000])
def test_broken_json(read: Read, content: str) -> None:
    assert parts(read("a.json", content))[1]


def test_csv_with_quoted_lines_and_markup(read: Read) -> None:
    content = 'Title;Text;Date\n"One; or";"First ""line""\nsecond line";26.06.2024\nTwo;<p>A.</p><p>B.</p>;\nThree;;\n'
    docs, failed = parts(read("a.csv", content))
    assert [(d.title, d.text, d.date) for d in docs] == [
        ("One; or", 'First "line"\nsecond line', "2024-06-26"),
        ("Two", "A.\n\nB.", None),
    ]
    assert [failure.path for failure in failed] == ["a.csv#3"]


def test_tsv_and_cells_over_the_usual_limit(read: Read) -> None:
    docs, _ = parts(read("a.tsv", "text\tsource\n" + "word " * 40_000 + "\tThe Herald\n"))
    assert len(docs[0].text) == 200_000
    assert docs[0].source == "The Herald"


@pytest.mark.parametrize("content", ["title,date\na,b\n", "", "\n\n", "words alone"])
def test_tables_without_a_text(read: Read, content: str) -> None:
    docs, failed = parts(read("a.csv", content))
    assert not docs
    assert len(failed) == 1


def test_too_long_a_row(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LINE_BYTES", 100)
    assert isinstance(parts(read("a.csv", "text\n" + "x" * 500 + "\n"))[1][0].error, UnsafeError)
