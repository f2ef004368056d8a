"""Documents: the list, and one as read with everything found in it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from dissensus.model import Document, Statement
from dissensus.record.filters import StatementFilter
from dissensus.record.querying import latest_documents
from dissensus.record.report import Listed
from dissensus.web.api.common import After, ApiType, Name, PageOf, Size, TheRecord

router = APIRouter(prefix="/documents", tags=["documents"])


class DocumentLine(ApiType):
    """A document in a list, without its text."""

    id: str
    path: str | None
    url: str | None
    title: str | None
    source: str | None
    author: str | None
    date: str | None
    language: str | None
    words: int
    statements: int
    analysed: bool
    """False where its language is read and not analysed."""


class OpenedDocument(ApiType):
    """A document with its statements, in the order of the text."""

    document: Document
    statements: list[Statement]


@router.get("")
def list_documents(
    record: TheRecord,
    text: Annotated[Name, Query(description="Words that all stand in the document.")] = None,
    source: Annotated[Name, Query(description="Publisher or outlet.")] = None,
    language: Annotated[str | None, Query(pattern="^[a-z]{2,3}$", description="ISO 639-1 code.")] = None,
    size: Size = 50,
    after: After = None,
) -> PageOf[DocumentLine]:
    """The documents, in the order in which they were read."""
    page = record.documents_page(text=text, source=source, language=language, size=size, after=after)
    return PageOf(items=[_line(listed) for listed in page.items], next=page.next)


@router.get("/latest")
def list_latest_documents(record: TheRecord, size: Annotated[int, Query(ge=1, le=100)] = 5) -> list[DocumentLine]:
    """The documents that were read last, the last first."""
    with record.reading() as connection:
        return [_line(listed) for listed in latest_documents(connection, size)]


@router.get("/{id}")
def get_document(record: TheRecord, id: str) -> OpenedDocument:
    """A document as read, with what was found in it. Offsets count Unicode code points."""
    document = record.document(id)
    return OpenedDocument(document=document, statements=list(record.statements(StatementFilter(document=document.id))))


def _line(listed: Listed) -> DocumentLine:
    known = listed.document.model_dump(include={"id", "path", "url", "title", "source", "author", "date", "language"})
    return DocumentLine(**known, words=listed.words, statements=listed.statements, analysed=listed.analysed)
