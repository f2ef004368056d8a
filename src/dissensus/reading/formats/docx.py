"""Word files (.docx), through python-docx."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from dissensus.errors import DissensusError, UnreadableError
from dissensus.reading.article import Article, Blob, Piece, joined, whole
from dissensus.reading.formats.docx_asides import notes, text_boxes
from dissensus.reading.formats.docx_wrappings import unwrap
from dissensus.reading.metadata import Metadata
from dissensus.reading.quiet import quiet
from dissensus.reading.registry import register
from dissensus.reading.zip_safety import check_archive


@register(
    "Word", ".docx", ".docm", sniff=lambda head: head.startswith(b"PK\x03\x04") and b"word/" in head[:8192], rank=1
)
def read_docx(blob: Blob) -> Iterator[Article]:
    """One article: headings, paragraphs and tables in order, a table's row a line; running heads are left out.

    The words of a text box stand below the paragraph at which it hangs, footnotes and endnotes at the end.

    The properties' dates are those of the file, not of publication, and are not taken.

    Raises:
        UnreadableError: it is no Word file, or broken, or has a password.
        UnsafeError: it unpacks to more than we read.
    """
    data = whole(blob)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableError("an old Word file, or one with a password: save it as .docx without one")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            check_archive(archive, len(data))
        with quiet("docx"):
            pieces, metadata = _pieces(data)
    except DissensusError:
        raise
    except zipfile.BadZipFile as error:
        raise UnreadableError("not a Word file, or a broken one: its zip cannot be opened") from error
    except Exception as error:  # python-docx lets through what its parts raise on broken files
        raise UnreadableError(f"the Word file is broken ({type(error).__name__}): save it anew") from error
    text, _, apart = joined(pieces)
    yield Article(blob.label, text, metadata, apart=apart)


def _pieces(data: bytes) -> tuple[list[Piece], Metadata]:
    import docx
    from docx.table import Table

    document = docx.Document(io.BytesIO(data))
    unwrap(document.element.body)
    pieces: list[Piece] = []
    title = None
    styles: dict[str | None, str] = {}
    for item in document.iter_inner_content():
        if isinstance(item, Table):
            pieces.append(Piece("\n".join(_rows(item))))
            continue
        text = item.text.strip()
        # Looking a style up costs more than all the rest, and a file has few.
        if item._p.style not in styles:
            styles[item._p.style] = (item.style.name or "") if item.style is not None else ""
        style = styles[item._p.style]
        if text and title is None and style == "Title":
            title = text
        if text:
            runs = [run for run in item.runs if run.text.strip()]
            bold = style.startswith("Heading") or (bool(runs) and all(run.bold for run in runs))
            pieces.append(Piece(text, apart=bold))
        pieces += map(Piece, text_boxes(item._p))
    pieces += map(Piece, notes(document.part))
    properties = document.core_properties
    author = properties.author if properties.author not in ("python-docx", "Author", "User") else None
    return pieces, Metadata.of(
        title=title or _real_title(properties.title),
        author=author if author and " " in author.strip() else None,
        language=properties.language or None,
    )


def _real_title(title: str | None) -> str | None:
    return title if title and not title.lower().endswith((".doc", ".docx")) else None


def _rows(table: Any) -> Iterator[str]:
    """The rows of a table; a cell that spans several columns is told once."""
    for row in table.rows:
        cells, last = [], None
        for cell in row.cells:
            if cell._tc is not last:
                cells.append(" ".join(cell.text.split()))
            last = cell._tc
        if any(cells):
            yield " | ".join(cells)
