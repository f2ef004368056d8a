"""Matters: where sources agree, part ways and are silent; and what people decided on them."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Depends, Query

from dissensus.errors import InputError
from dissensus.matters import decisions, store
from dissensus.matters.matrix import matrix
from dissensus.matters.matter import Aspect, Decision, Join, Matter, MatterInShort, Position, Source, Stance
from dissensus.matters.store import MatterFilter
from dissensus.model import Kind
from dissensus.record.paging import decode, encode
from dissensus.record.words import first_day, last_day
from dissensus.web.api.common import (
    DATE,
    After,
    ApiType,
    By,
    Name,
    Note,
    Number,
    PageOf,
    Size,
    TheCache,
    TheRecord,
    TheWritings,
)

router = APIRouter(prefix="/matters", tags=["matters"])


class OpenedMatter(ApiType):
    """A matter with what each source says of it."""

    matter: Matter
    positions: list[Position]
    joins: list[Join]
    """Why each statement is in it."""
    decisions: list[Decision]
    """Of people, that shaped it."""


class MatrixCell(ApiType):
    """How one source stands to one matter."""

    source: int
    """Its place in `sources`."""
    stance: Stance
    differs: list[Aspect]


class MatrixRow(ApiType):
    """A matter, and how the sources stand to it. Sources without a cell say nothing."""

    matter: MatterInShort
    cells: list[MatrixCell]


class Matrix(ApiType):
    """Sources by matters."""

    sources: list[Source]
    """Those that take most positions first."""
    rows: list[MatrixRow]
    matters_in_all: int


class SplitRequest(ApiType):
    """Statements that are no part of a matter."""

    statements: list[str]
    by: By
    note: Note = None


class JoinRequest(ApiType):
    """Another matter that is the same."""

    other: str
    by: By
    note: Note = None


async def the_matter_filter(
    kind: Annotated[list[Kind] | None, Query(description="Kinds; several are alternatives.")] = None,
    actor: Annotated[Name, Query(description="Id or name of someone it is about.")] = None,
    source: Annotated[Name, Query(description="Name or key of a source that takes a position.")] = None,
    stance: Annotated[Stance | None, Query(description="That some source, or `source`, takes.")] = None,
    aspect: Annotated[Aspect | None, Query(description="In which sources part ways.")] = None,
    since: Annotated[str | None, Query(pattern=DATE)] = None,
    until: Annotated[str | None, Query(pattern=DATE)] = None,
    text: Annotated[Name, Query(description="Words that stand in the title.")] = None,
    min_sources: Annotated[int, Query(ge=1, le=1000)] = 1,
    disputed: Annotated[bool, Query(description="Only those on which sources part ways.")] = False,
) -> MatterFilter:
    """The filter that a request asks for.

    Raises:
        InputError: it begins after it ends.
    """
    if since and until and first_day(since) > last_day(until):
        raise InputError(f"since {since} is after until {until}")
    return MatterFilter(
        kinds=tuple(kind or ()),
        actor=actor,
        source=source,
        stance=stance,
        aspect=aspect,
        since=since,
        until=until,
        text=text,
        min_sources=min_sources,
        disputed=disputed,
    )


TheMatterFilter = Annotated[MatterFilter, Depends(the_matter_filter)]


@router.get("")
def list_matters(record: TheRecord, wanted: TheMatterFilter, size: Size = 25, after: After = None) -> PageOf[Matter]:
    """The matters, the most disputed first."""
    offset = int(decode(after, 1)[0]) if after else 0
    found = store.find_matters(record, replace(wanted, limit=size + 1, offset=offset))
    return PageOf(items=found[:size], next=encode([offset + size]) if len(found) > size else None)


@router.get("/matrix")
def get_matrix(
    record: TheRecord,
    cache: TheCache,
    writings: TheWritings,
    wanted: TheMatterFilter,
    size: Annotated[int, Query(ge=1, le=200, description="Matters.")] = 40,
    most: Annotated[int, Query(ge=1, le=100, description="Sources.")] = 20,
) -> Matrix:
    """The sources by the matters wanted, the most disputed first."""

    def make() -> Matrix:
        matters = store.find_in_short(record, replace(wanted, limit=size))
        found = matrix(record, [matter.id for matter in matters], most, writings())
        return Matrix(
            sources=list(found.sources),
            rows=[
                MatrixRow(
                    matter=matter,
                    cells=[
                        MatrixCell(source=cell.source, stance=cell.stance, differs=list(cell.differs))
                        for cell in found.cells[matter.id]
                    ],
                )
                for matter in matters
            ],
            matters_in_all=store.count_matters(record, wanted),
        )

    return cache.get(("matrix", wanted, size, most), make)


@router.get("/decisions")
def list_decisions(record: TheRecord, undone: bool = False) -> list[Decision]:
    """What people decided on matters; with what was taken back where that is asked for."""
    return decisions.list_decisions(record, undone=undone)


@router.delete("/decisions/{number}")
def undo_decision(record: TheRecord, number: Number, by: By) -> Decision:
    """Take a decision back."""
    return decisions.undo(record, number, by=by)


@router.get("/{id}")
def get_matter(record: TheRecord, writings: TheWritings, id: str) -> OpenedMatter:
    """A matter, by its id or that of one of its statements, with the quotes of each source."""
    matter = store.get_matter(record, id)
    shaped = set(matter.decisions)
    return OpenedMatter(
        matter=matter,
        positions=store.positions(record, matter.id, writings=writings()),
        joins=store.joins(record, matter.id),
        decisions=[one for one in decisions.list_decisions(record) if one.number in shaped],
    )


@router.post("/{id}/splits", status_code=201)
def split_matter(record: TheRecord, id: str, request: SplitRequest) -> Decision:
    """Say that some statements are no part of a matter."""
    return decisions.split(record, id, request.statements, by=request.by, note=request.note)


@router.post("/{id}/joins", status_code=201)
def join_matters(record: TheRecord, id: str, request: JoinRequest) -> Decision:
    """Say that two matters are one."""
    return decisions.join(record, id, request.other, by=request.by, note=request.note)
