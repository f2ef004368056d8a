from __future__ import annotations

import hashlib
import io
import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dissensus.errors import InputError, MissingPathError, UnreadableError, UnsafeError, UnsupportedFormatError
from dissensus.model import Document
from dissensus.reading import (
    Metadata,
    ReadFailure,
    Source,
    count_paths,
    documents,
    limits,
    read_bytes,
    read_one,
    read_paths,
    sources,
)  # fmt: skip


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    for name in ("b.txt", "a/c.txt", "a/B.txt", ".hidden.txt", ".git/d.txt", "picture.png", "noted"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"Words of {name}.")
    return tmp_path


def test_a_folder_is_walked_in_order(texts: Path) -> None:
    read = list(read_paths([texts]))
    assert [d.path for d in read if isinstance(d, Document)] == ["a/B.txt", "a/c.txt", "b.txt", "noted"]
    (failed,) = [item for item in read if isinstance(item, ReadFailure)]
    assert (failed.path, type(failed.error)) == ("picture.png", UnsupportedFormatError)
    assert count_paths([texts, "-", texts / "gone.txt"]) == (
        4,
        sum(len(f"Words of {n}.") for n in ("b.txt", "a/c.txt", "a/B.txt", "noted")),
    )


def test_links_that_go_round_end(texts: Path) -> None:
    (texts / "a" / "round").symlink_to(texts)
    (texts / "z").symlink_to(texts / "a")
    (texts / "dangling.txt").symlink_to(texts / "gone.txt")
    read = list(read_paths([texts]))
    assert [d.path for d in read if isinstance(d, Document)] == ["a/B.txt", "a/c.txt", "b.txt", "noted"]
    assert [f.path for f in read if isinstance(f, ReadFailure)] == ["dangling.txt", "picture.png"]


def test_reading_is_lazy(texts: Path) -> None:
    walked = read_paths([texts])
    assert isinstance(walked, Iterator)
    first = next(walked)
    assert isinstance(first, Document)
    (texts / "b.txt").unlink()
    assert not [item for item in walked if isinstance(item, Document) and item.path == "b.txt"]


def test_a_source_knows_its_hash_and_travels(texts: Path) -> None:
    source = next(iter(sources([texts / "b.txt"])))
    assert isinstance(source, Source)
    assert source.sha256 == hashlib.sha256(b"Words of b.txt.").hexdigest()
    copy = pickle.loads(pickle.dumps(source))
    assert list(documents(copy)) == list(documents(source))
    (document,) = documents(source)
    assert isinstance(document, Document)
    assert document.sha256 == source.sha256
    assert document.id == hashlib.sha256(document.text.encode()).hexdigest()[:16]


def test_a_fingerprint_follows_what_the_document_depends_on(texts: Path) -> None:
    def fingerprint(**defaults: str) -> str:
        (source,) = sources([texts / "b.txt"])
        assert isinstance(source, Source)
        return source.fingerprint(Metadata(**defaults))

    seen = [fingerprint(), fingerprint(source="x"), fingerprint(source="y")]
    (texts / "metadata.csv").write_text("path,title\nb.txt,T\n")
    seen.append(fingerprint())
    (texts / "b.txt").write_text("other")
    seen.append(fingerprint())
    assert len(set(seen)) == 5
    assert fingerprint() == seen[-1]


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    def given(data: bytes) -> list[Document | ReadFailure]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        return list(read_paths(["-"]))

    (document,) = given(b"Plain words.")
    assert isinstance(document, Document)
    assert (document.path, document.text) == ("-", "Plain words.")
    (empty,) = given(b"")
    assert isinstance(empty, ReadFailure)
    monkeypatch.setattr(limits, "FILE_BYTES", 5)
    (long,) = given(b"Plain words.")
    assert isinstance(long, ReadFailure)
    assert isinstance(long.error, UnsafeError)


def test_without_a_suffix_the_bytes_tell(make_pdf: Callable[..., bytes]) -> None:
    kinds: list[tuple[bytes, str]] = [
        (make_pdf([["The plan was rejected."]]), "The plan was rejected."),
        (b"<!DOCTYPE html><html><body><p>The plan was rejected.</p>", "The plan was rejected."),
        (b'{"text": "The plan was rejected."}', "The plan was rejected."),
        (b'[{"text": "The plan was rejected."}]', "The plan was rejected."),
        (b"<rss version='2.0'><channel><item><description>The plan.</description></item></channel></rss>", "The plan."),
        (b"From: a@b.example\nSubject: x\nMIME-Version: 1.0\n\nThe plan was rejected.\n", "The plan was rejected.\n"),
        (b"# Plan\n\nIt was rejected.", "# Plan\n\nIt was rejected."),
        (b"---\ntitle: T\n---\nThe plan was rejected.", "The plan was rejected."),
    ]
    for data, text in kinds:
        (document,) = read_bytes(data, "-")
        assert isinstance(document, Document), document
        assert document.text == text


def test_missing_and_empty(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "e.txt").write_bytes(b"")
    (tmp_path / "s.txt").write_bytes(b" \n ")
    missing, folder, empty, space = read_paths(
        [tmp_path / "gone.txt", tmp_path / "empty", tmp_path / "e.txt", tmp_path / "s.txt"]
    )
    for item, kind, words in (
        (missing, MissingPathError, "nothing at this path"),
        (folder, InputError, "no readable files"),
        (empty, UnreadableError, "empty"),
        (space, UnreadableError, "empty"),
    ):
        assert isinstance(item, ReadFailure)
        assert isinstance(item.error, kind)
        assert words in str(item.error)
        assert item.path in str(item.error)
        assert "\n" not in str(item.error)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read(texts: Path) -> None:
    (texts / "b.txt").chmod(0)
    (texts / "a").chmod(0)
    try:
        failed = [item for item in read_paths([texts]) if isinstance(item, ReadFailure)]
    finally:
        (texts / "a").chmod(0o755)
    assert [failure.path for failure in failed] == ["a", "b.txt", "picture.png"]


def test_pipes_are_no_files(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    failed = next(iter(read_paths([tmp_path / "pipe.txt"])))
    assert isinstance(failed, ReadFailure)
    assert isinstance(failed.error, UnsupportedFormatError)


def test_a_file_that_goes_while_it_is_read(texts: Path) -> None:
    source = Source("x.txt", texts / "x.txt", 3)
    (failed,) = documents(source)
    assert isinstance(failed, ReadFailure)
    assert isinstance(failed.error, MissingPathError)


def test_names_that_are_not_utf_8(tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    try:
        (tmp_path / name).write_text("Words.")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    (document,) = read_paths([tmp_path])
    assert isinstance(document, Document)
    assert document.path == "caf\ufffd.txt"


def test_one_document_or_an_error(texts: Path) -> None:
    assert read_one(texts / "b.txt").text == "Words of b.txt."
    with pytest.raises(MissingPathError):
        read_one(texts / "gone.txt")
    (texts / "two.jsonl").write_text('{"text": "one"}\n{"text": "two"}\n')
    with pytest.raises(UnreadableError, match="2 documents"):
        read_one(texts / "two.jsonl")


def test_the_same_bytes_give_the_same_document(texts: Path) -> None:
    first, second = ([item for item in read_paths([texts]) if isinstance(item, Document)] for _ in range(2))
    assert first
    assert first == second


def test_importing_the_room_imports_no_heavy_library() -> None:
    code = "import sys, dissensus.reading; print(*{name.split('.')[0] for name in sys.modules})"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"spacy", "trafilatura", "pypdf", "docx", "feedparser", "warcio", "lxml", "yaml"} & set(loaded)
