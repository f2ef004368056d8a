from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest

from dissensus.errors import UnreadableError, UnsafeError, UnsupportedFormatError
from dissensus.model import Document
from dissensus.reading import ReadFailure, limits

Read = Callable[..., list[Document | ReadFailure]]


def zipped(files: dict[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def test_members_by_name_with_their_sidecar(read: Read) -> None:
    data = zipped(
        {
            "b/two.txt": "Second words.",
            "a.html": "<p>First words.</p>",
            "metadata.csv": "path,title\nb/two.txt,Two\n",
            "__MACOSX/._a.html": "x",
            ".hidden/c.txt": "x",
            "b/": "",
            "picture.png": b"\x89PNG",
        }
    )
    first, second, failed = read("z.zip", data)
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert isinstance(failed, ReadFailure)
    assert (first.path, first.text) == ("z.zip/a.html", "First words.")
    assert (second.path, second.title) == ("z.zip/b/two.txt", "Two")
    assert (failed.path, type(failed.error)) == ("z.zip/picture.png", UnsupportedFormatError)


def test_one_archive_in_another_and_no_deeper(read: Read) -> None:
    inner = zipped({"a.txt": "Words."})
    nested, deep = read("z.zip", zipped({"y.zip": inner, "z.zip": zipped({"x.zip": inner})}))
    assert isinstance(nested, Document)
    assert nested.path == "z.zip/y.zip/a.txt"
    assert isinstance(deep, ReadFailure)
    assert isinstance(deep.error, UnsafeError)


@pytest.mark.parametrize("name", ["../a.txt", "/etc/a.txt", "b/../../a.txt", "C:/a.txt", "..\\a.txt"])
def test_a_path_that_leaves_the_archive_is_refused_and_the_others_are_read(read: Read, name: str) -> None:
    failed, document = sorted(
        read("z.zip", zipped({name: "evil", "z.txt": "Words."})), key=lambda r: isinstance(r, Document)
    )
    assert isinstance(failed, ReadFailure)
    assert isinstance(failed.error, UnsafeError)
    assert isinstance(document, Document)


def test_a_bomb_is_refused_unopened(read: Read) -> None:
    (failed,) = read("z.zip", zipped({"a.txt": "0" * 30_000_000}))
    assert isinstance(failed, ReadFailure)
    assert "zip bomb" in str(failed.error)


@pytest.mark.parametrize(("limit", "value"), [("ARCHIVE_BYTES", 5), ("ARCHIVE_MEMBERS", 1), ("FILE_BYTES", 600)])
def test_limits_of_archives(read: Read, monkeypatch: pytest.MonkeyPatch, limit: str, value: int) -> None:
    data = zipped({"a.txt": "Words " * 200, "b.txt": "Words. " * 200})
    monkeypatch.setattr(limits, limit, value)
    found = read("z.zip", data)
    assert found
    assert all(isinstance(item, ReadFailure) and isinstance(item.error, UnsafeError) for item in found)


def test_broken_empty_and_locked(read: Read) -> None:
    whole = zipped({"a.txt": "Words of some length that are stored. " * 9}, zipfile.ZIP_STORED)
    locked = bytearray(whole)
    for mark in (b"PK\x03\x04", b"PK\x01\x02"):
        locked[locked.index(mark) + (6 if mark == b"PK\x03\x04" else 8)] |= 1
    damaged = whole.replace(b"Words of some", b"Words if some", 1)
    for data in (whole[: len(whole) // 2], zipped({}), bytes(locked), damaged, b"plain words"):
        (failed,) = read("z.zip", data)
        assert isinstance(failed, ReadFailure)
        assert isinstance(failed.error, UnreadableError)
