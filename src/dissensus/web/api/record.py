"""The record as a whole."""

from __future__ import annotations

from importlib.metadata import version

from fastapi import APIRouter

from dissensus.web.api.common import ApiType, TheRecord, TheSettings

router = APIRouter(prefix="/record", tags=["record"])


class Failed(ApiType):
    """Something that could not be read."""

    path: str
    error: str
    message: str


class RecordInfo(ApiType):
    """The record in figures, and how it is served."""

    name: str
    """Of the file."""
    program: str
    """Version of Dissensus that serves it."""
    read_only: bool
    needs_token: bool
    """Whether writing needs the token printed at the start."""
    documents: int
    words: int
    first_date: str | None
    last_date: str | None
    sources: dict[str, int]
    """Documents by source."""
    languages: dict[str, int]
    statements: dict[str, int]
    """By kind."""
    commitments: dict[str, int]
    reviews: dict[str, int]
    actors: dict[str, int]
    """By origin."""
    failed: int
    failures: list[Failed]
    """The first of what could not be read."""


@router.get("")
def get_record(record: TheRecord, settings: TheSettings) -> RecordInfo:
    """What is in the record."""
    info = record.info()
    return RecordInfo(
        name=record.path.name,
        program=version("dissensus"),
        read_only=settings.read_only,
        needs_token=settings.token is not None,
        documents=info.documents,
        words=info.words,
        first_date=info.first_date,
        last_date=info.last_date,
        sources=info.sources,
        languages=info.languages,
        statements=info.statements,
        commitments=info.commitments,
        reviews=info.reviews,
        actors=info.actors,
        failed=info.failed,
        failures=[Failed(path=one.path, error=one.error, message=one.message) for one in info.failures],
    )
