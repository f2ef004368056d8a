"""Adding texts: files dropped on a page or words pasted into it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Depends, File, Form, Request, Response, UploadFile

from dissensus.errors import InputError
from dissensus.reading.metadata import Metadata
from dissensus.record.words import first_day
from dissensus.web.api.common import ApiType
from dissensus.web.uploads import Lot, Phase, Uploads

router = APIRouter(prefix="/uploads", tags=["uploads"])

_UNSAFE = re.compile(r"[^\w.\- ()]+")


class NotRead(ApiType):
    """A file, or a part of one, that could not be read."""

    path: str
    message: str


class Upload(ApiType):
    """Files given together, and how far their reading is."""

    id: str
    phase: Phase
    bytes: int
    """Read so far."""
    bytes_in_all: int
    documents: int
    """New ones written."""
    known: int
    """Documents that the record held already."""
    words: int
    statements: dict[str, int]
    """By kind."""
    failures: list[NotRead]
    problem: str | None
    """Why nothing could be read."""


class Pasted(ApiType):
    """A text pasted into a page."""

    text: str
    title: str | None = None
    source: str | None = None
    author: str | None = None
    date: str | None = None


def the_uploads(request: Request) -> Uploads:
    """What reads the files given."""
    uploads: Uploads = request.app.state.uploads
    return uploads


TheUploads = Annotated[Uploads, Depends(the_uploads)]
Filled = Annotated[str | None, Form(max_length=300)]


@router.post("", status_code=202)
def upload_files(
    uploads: TheUploads,
    files: Annotated[list[UploadFile], File(description="Files of any kind that `dissensus read` takes.")],
    source: Filled = None,
    author: Filled = None,
    date: Filled = None,
) -> Upload:
    """Have files read into the record."""
    defaults = _defaults(source=source, author=author, date=date)
    folder = uploads.folder()
    for number, file in enumerate(files):
        place = folder / _safe(file.filename or f"text-{number + 1}.txt")
        if place.exists():
            place = place.with_stem(f"{place.stem}-{number + 1}")
        with place.open("wb") as out:
            shutil.copyfileobj(file.file, out)
    return _told(uploads.add(folder, defaults))


@router.post("/pasted", status_code=202)
def paste_text(uploads: TheUploads, pasted: Pasted) -> Upload:
    """Have a pasted text read into the record."""
    if not pasted.text.strip():
        raise InputError("there is no text to read")
    defaults = _defaults(title=pasted.title, source=pasted.source, author=pasted.author, date=pasted.date)
    folder = uploads.folder()
    (folder / _safe(f"{pasted.title or 'pasted text'}.txt")).write_text(pasted.text, encoding="utf-8")
    return _told(uploads.add(folder, defaults))


@router.get("/{id}")
def get_upload(uploads: TheUploads, id: str, response: Response) -> Upload:
    """How far the reading of some files is."""
    response.headers["Cache-Control"] = "no-store"
    return _told(uploads.get(id))


def _defaults(**given: str | None) -> Metadata:
    filled = {name: value.strip() for name, value in given.items() if value and value.strip()}
    if date := filled.get("date"):
        first_day(date)
    return Metadata(**filled)


def _safe(name: str) -> str:
    """A file name that stays in its folder."""
    plain = _UNSAFE.sub("_", Path(name.replace("\\", "/")).name).strip(". ")
    return plain[-150:] or "text.txt"


def _told(lot: Lot) -> Upload:
    progress, report = lot.progress, lot.report
    return Upload(
        id=lot.id,
        phase=lot.phase,
        bytes=progress.bytes if progress else 0,
        bytes_in_all=progress.bytes_in_all if progress else 0,
        documents=report.documents,
        known=report.known,
        words=report.words,
        statements={kind.value: count for kind, count in report.statements.items()},
        failures=[NotRead(path=failure.path, message=failure.message) for failure in report.failures],
        problem=lot.problem,
    )
