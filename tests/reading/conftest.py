"""Makers of files for the reading room's tests."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from dissensus.model import Document
from dissensus.reading import ReadFailure, read_bytes, read_paths


def pdf_bytes(pages: Sequence[Sequence[str | tuple[int, int, str]]], info: str = "") -> bytes:
    """A minimal PDF: each page a list of lines, or of (x, y, text) in points."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    kids = []
    for page in pages:
        stream = "BT /F1 11 Tf\n"
        for number, line in enumerate(page):
            x, y, text = line if isinstance(line, tuple) else (60, 780 - 14 * number, line)
            escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
            stream += f"1 0 0 1 {x} {y} Tm ({escaped}) Tj\n"
        stream += "ET"
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        content = len(objects)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {content} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    objects.append(f"<< {info} >>")
    out, offsets = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n"
    out += "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>\nstartxref\n{start}\n%%EOF\n"
    return out.encode("cp1252")


@pytest.fixture
def make_pdf() -> Callable[..., bytes]:
    return pdf_bytes


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., list[Document | ReadFailure]]:
    """Read bytes or text under a file name: `read("a.txt", "words")`."""

    def run(name: str, content: str | bytes, **defaults: str) -> list[Document | ReadFailure]:
        from dissensus.reading import Metadata

        data = content.encode() if isinstance(content, str) else content
        return list(read_bytes(data, name, defaults=Metadata.of(**defaults)))

    return run


@pytest.fixture
def document(read: Callable[..., list[Document | ReadFailure]]) -> Callable[..., Document]:
    """Read a file of one document."""

    def run(name: str, content: str | bytes, **defaults: str) -> Document:
        (only,) = read(name, content, **defaults)
        assert isinstance(only, Document), only
        return only

    return run


@pytest.fixture
def failure(read: Callable[..., list[Document | ReadFailure]]) -> Callable[..., ReadFailure]:
    """Read a file that cannot be read."""

    def run(name: str, content: str | bytes) -> ReadFailure:
        (only,) = read(name, content)
        assert isinstance(only, ReadFailure), only
        return only

    return run


@pytest.fixture
def folder(tmp_path: Path) -> Callable[..., list[Document | ReadFailure]]:
    """Write files into a folder and read it: `folder({"a.txt": "words"})`."""

    def run(files: dict[str, str | bytes]) -> list[Document | ReadFailure]:
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return list(read_paths([tmp_path]))

    return run


def searched(document: Document) -> str:
    """The text without its furniture."""
    out, at = "", 0
    for span in document.furniture:
        out += document.text[at : span.start]
        at = span.end
    return out + document.text[at:]


@pytest.fixture
def body() -> Callable[[Document], str]:
    return searched


@pytest.fixture
def furniture() -> Callable[[Document], list[str]]:
    def run(document: Document) -> list[str]:
        return [document.text[span.start : span.end] for span in document.furniture]

    return run
