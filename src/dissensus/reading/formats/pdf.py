"""PDF, through pypdf, which keeps two columns apart."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

from dissensus.errors import DissensusError, UnreadableError
from dissensus.reading import limits
from dissensus.reading.article import Article, Blob, Heads, whole
from dissensus.reading.encodings import tidy, too_long
from dissensus.reading.metadata import Metadata
from dissensus.reading.pages import joined_pages
from dissensus.reading.quiet import quiet
from dissensus.reading.registry import register

_TAIL = 4096
_NO_TITLE = re.compile(
    r"(?i)^(?:microsoft (?:word|powerpoint)\b.*|untitled.*|document\d*|.*\.(?:docx?|pdf|indd|qxd|rtf|odt|tex|dvi))$"
)


@register("PDF", ".pdf", sniff=lambda head: head[:1024].lstrip().startswith(b"%PDF-"), rank=1)
def read_pdf(blob: Blob) -> Iterator[Article]:
    """One article of all pages, parted by blank lines; running heads, footers and page numbers are furniture.

    The date in the properties is that of the file, not of publication, and is not taken.

    Raises:
        UnreadableError: it is encrypted, cut short, broken, or has pictures of text only.
    """
    data = whole(blob)
    if b"%PDF-" not in data[:1024]:
        raise UnreadableError("not a PDF, though its name says so")
    if b"%%EOF" not in data[-_TAIL:] and b"startxref" not in data[-_TAIL:]:
        raise UnreadableError("the PDF is cut short: get a whole copy")
    with quiet("pypdf"):
        pages, metadata = _pages(data)
    text, furniture = joined_pages(pages)
    if not text.strip():
        raise UnreadableError("the PDF has pictures of text only: run text recognition (OCR) on it first")
    yield Article(blob.label, text, metadata, furniture=furniture, heads=Heads.LINES)


def _pages(data: bytes) -> tuple[list[str], Metadata]:
    from pypdf import PdfReader

    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not _opens_without_password(reader):
            raise UnreadableError("the PDF is encrypted: give an unlocked copy")
        pages, length = [], 0
        for page in reader.pages:
            text = tidy(page.extract_text() or "")
            length += len(text)
            if length > limits.DOCUMENT_CHARACTERS:
                raise too_long(length, "characters and more")
            pages.append(text)
        properties = reader.metadata
    except DissensusError:
        raise
    except Exception as error:  # pypdf lets through what its parts raise on broken files
        raise UnreadableError(f"the PDF is broken ({type(error).__name__}): get a whole copy") from error
    if properties is None:
        return pages, Metadata()
    title = str(properties.get("/Title") or "").strip()
    return pages, Metadata.of(
        title=None if _NO_TITLE.match(title) else title, author=_author(str(properties.get("/Author") or ""))
    )


def _opens_without_password(reader: object) -> bool:
    """Many PDFs are locked for changes only and open with an empty password."""
    from pypdf.errors import PyPdfError

    try:
        return bool(reader.decrypt(""))  # type: ignore[attr-defined]
    except (PyPdfError, ImportError, NotImplementedError):
        return False


def _author(name: str) -> str | None:
    """The author, unless it is a user name or a program."""
    return name if " " in name.strip() else None
