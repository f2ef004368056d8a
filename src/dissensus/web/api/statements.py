"""Statements: a page of those wanted, how many there are, one with its surroundings."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from dissensus.model import Statement
from dissensus.record.filters import StatementFilter
from dissensus.web.api.common import After, ApiType, PageOf, Size, TheFilter, TheRecord

router = APIRouter(prefix="/statements", tags=["statements"])


class Count(ApiType):
    """How many statements there are."""

    matching: int
    in_all: int


class InContext(ApiType):
    """A statement, and the words around its quote."""

    statement: Statement
    before: str
    after: str


@router.get("")
def list_statements(record: TheRecord, wanted: TheFilter, size: Size = 50, after: After = None) -> PageOf[Statement]:
    """Who says what of whom."""
    page = record.statements_page(wanted, size=size, after=after)
    return PageOf(items=list(page.items), next=page.next)


@router.get("/count")
def count_statements(record: TheRecord, wanted: TheFilter) -> Count:
    """How many statements the filter lets through."""
    in_all = record.count()
    return Count(matching=in_all if wanted == StatementFilter() else record.count(wanted), in_all=in_all)


@router.get("/{id}")
def get_statement(
    record: TheRecord, id: str, width: Annotated[int, Query(ge=0, le=2000, description="Characters around.")] = 160
) -> InContext:
    """One statement in its surroundings."""
    statement = record.statement(id)
    context = record.context(statement, width)
    return InContext(statement=statement, before=context.before, after=context.after)
