"""Reviews: what people make of statements, taking it back, and how far they agree."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query

from dissensus.errors import InputError
from dissensus.model import ReviewState, Statement
from dissensus.record.reviewers import Reliability
from dissensus.record.reviewing import Review
from dissensus.web.api.common import ApiType, By, Note, Number, TheRecord

router = APIRouter(tags=["reviews"])


class ReviewRequest(ApiType):
    """What someone makes of a statement. A correction brings the whole statement as it should be."""

    by: By
    state: Literal[ReviewState.ACCEPTED, ReviewState.REJECTED, ReviewState.CORRECTED]
    note: Note = None
    corrected: Statement | None = None


@router.get("/statements/{id}/reviews")
def list_reviews(record: TheRecord, id: str) -> list[Review]:
    """What people made of a statement, the first first; what was taken back is there too."""
    return record.reviews(record.statement(id).id)


@router.post("/statements/{id}/reviews", status_code=201)
def review_statement(record: TheRecord, id: str, request: ReviewRequest) -> Review:
    """Accept, reject or correct a statement."""
    if request.state is not ReviewState.CORRECTED:
        return record.review(record.statement(id).id, request.state, by=request.by, note=request.note)
    if request.corrected is None or request.corrected.id != record.statement(id).id:
        raise InputError("a correction brings the statement, under its id, as it should be", where=id)
    return record.correct(request.corrected, by=request.by, note=request.note)


@router.get("/reviews")
def list_latest_reviews(
    record: TheRecord, size: Annotated[int, Query(ge=1, le=500, description="At most so many.")] = 50
) -> list[Review]:
    """The latest reviews of all statements, the last first."""
    return record.latest_reviews(size)


@router.get("/reviews/reliability")
def compare_reviewers(record: TheRecord) -> Reliability:
    """How far reviewers agree with each other and with the program, and on what they do not."""
    return record.reliability()


@router.delete("/reviews/{number}")
def undo_review(record: TheRecord, number: Number, by: By) -> Review:
    """Take a review back."""
    return record.undo_review(number, by=by)
