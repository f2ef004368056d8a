"""Statements: a page of those wanted, how many there are, one with its surroundings."""

from __future__ import annotations

from typing import Annotated, Final

from fastapi import APIRouter, Query

from dissensus.model import Statement
from dissensus.record.filters import StatementFilter
from dissensus.web.api.common import After, ApiType, PageOf, Size, TheCache, TheFilter, TheRecord

router = APIRouter(prefix="/statements", tags=["statements"])

_COUNTED: Final = 10_000
"""How far is counted where it takes long."""


class Count(ApiType):
    """How many statements there are."""

    matching: int
    more: bool
    """Whether there are more than `matching`: where it would take long, we count no further."""
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
def count_statements(record: TheRecord, cache: TheCache, wanted: TheFilter) -> Count:
    """How many statements the filter lets through."""
    in_all = cache.get("statements", record.count)
    found = in_all if wanted == StatementFilter() else record.count(wanted, most=_COUNTED + 1)
    more = found == _COUNTED + 1
    return Count(matching=_COUNTED if more else found, more=more, in_all=in_all)


@router.get("/{id}")
def get_statement(
    record: TheRecord, id: str, width: Annotated[int, Query(ge=0, le=2000, description="Characters around.")] = 160
) -> InContext:
    """One statement in its surroundings."""
    statement = record.statement(id)
    context = record.context(statement, width)
    return InContext(statement=statement, before=context.before, after=context.after)
