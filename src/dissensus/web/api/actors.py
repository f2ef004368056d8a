"""Actors: search as one types, one with what is told of it, and which of them people said are one."""

from __future__ import annotations

from collections.abc import Collection
from itertools import islice
from typing import Annotated, Any

from fastapi import APIRouter, Query

from dissensus.model import Actor, ActorType, Origin
from dissensus.record.actor_merges import Merge
from dissensus.record.counting import Known, count_actors, get_actors, named_like
from dissensus.record.filters import find_actors
from dissensus.record.paging import decode, encode
from dissensus.record.portraits import Called, Standing, portrait
from dissensus.record.querying import get_actor
from dissensus.record.record import Record
from dissensus.web.api.common import After, ApiType, By, Name, Note, Number, PageOf, Size, TheCache, TheRecord
from dissensus.web.cache import Cache

router = APIRouter(prefix="/actors", tags=["actors"])


class ActorLine(ApiType):
    """An actor in a list."""

    id: str
    name: str
    type: ActorType
    country: str | None
    origin: Origin
    documents: int
    """That mention it."""
    statements: int
    """That are about it."""


class Portrayed(ApiType):
    """An actor, and what the record tells of it."""

    actor: Actor
    documents: int
    statements: int
    says: int
    """Statements of which it is the holder."""
    kinds: dict[str, int]
    """Statements about it, by kind."""
    sources: dict[str, int]
    """Statements about it, by source; under the empty name those whose source is not known."""
    standings: list[Standing]
    """How it stands to others, the most told first."""
    called: list[Called]
    """Loaded words put on it, the most frequent first."""
    merged: list[Merge]
    """Actors that people said are this one."""
    merged_names: dict[str, str]
    """Their names, by id."""
    organisations: dict[str, str]
    """Names, by id, of those that it holds offices in, as far as the record knows them."""


class MergeRequest(ApiType):
    """That two actors are one."""

    kept: str
    """Id of the actor that is to stand for both."""
    merged: str
    """Id of the other."""
    by: By
    note: Note = None


@router.get("")
def list_actors(
    record: TheRecord,
    cache: TheCache,
    search: Annotated[Name, Query(description="A piece of a name or alias.")] = None,
    type: Annotated[list[ActorType] | None, Query(description="Types; several are alternatives.")] = None,
    country: Annotated[str | None, Query(pattern="^[A-Za-z]{3}$", description="ISO 3166-1 alpha-3.")] = None,
    origin: Origin | None = None,
    size: Size = 50,
    after: After = None,
) -> PageOf[ActorLine]:
    """The actors, those with most statements about them first."""
    ids: Collection[str] | None = None
    if search:
        with record.reading() as connection:
            ids = named_like(connection, search)
    begin = decode(after, 4) if after is not None else None
    found = (
        one
        for one in _counted(record, cache)
        if (ids is None or one.id in ids or one.id == search)
        and (not type or one.type in type)
        and (country is None or one.country == country.upper())
        and (origin is None or one.origin is origin)
        and (begin is None or _place(one) > begin)
    )
    listed = list(islice(found, size + 1))
    page = listed[:size]
    return PageOf(
        items=[ActorLine(**one._asdict()) for one in page],
        next=encode(_place(page[-1])) if len(listed) > size else None,
    )


def _place(one: Known) -> list[Any]:
    """What the list is sorted by."""
    return [-one.statements, -one.documents, one.name, one.id]


@router.get("/merges")
def list_merges(record: TheRecord, undone: bool = False) -> list[Merge]:
    """Which actors people said are one; with what was taken back where that is asked for."""
    return record.actor_merges(undone=undone)


@router.post("/merges", status_code=201)
def merge_actors(record: TheRecord, request: MergeRequest) -> Merge:
    """Say that two actors are one."""
    return record.merge_actors(request.kept, request.merged, by=request.by, note=request.note)


@router.delete("/merges/{number}")
def unmerge_actors(record: TheRecord, number: Number, by: By) -> Merge:
    """Take back that two actors are one."""
    return record.unmerge_actors(number, by=by)


@router.get("/{id}")
def portray_actor(record: TheRecord, cache: TheCache, id: str) -> Portrayed:
    """An actor by its id or name, with what is told of it."""
    with record.reading() as connection:
        found = find_actors(connection, id)
        actor = get_actor(connection, found[0] if len(found) == 1 else id)
        told = portrait(connection, actor.id)
        organisations = get_actors(connection, [role.organisation for role in actor.roles])
        merged = [merge for merge in record.actor_merges() if merge.kept == actor.id]
        others = get_actors(connection, [merge.merged for merge in merged])
    counted = next((one for one in _counted(record, cache) if one.id == actor.id), None)
    return Portrayed(
        actor=actor,
        documents=counted.documents if counted else 0,
        statements=counted.statements if counted else 0,
        says=told.says,
        kinds=told.kinds,
        sources=told.sources,
        standings=list(told.standings),
        called=list(told.called),
        merged=merged,
        merged_names={id: other.name for id, other in others.items()},
        organisations={id: organisation.name for id, organisation in organisations.items()},
    )


def _counted(record: Record, cache: Cache) -> list[Known]:
    def count() -> list[Known]:
        with record.reading() as connection:
            return count_actors(connection)

    return cache.get("actors", count)
