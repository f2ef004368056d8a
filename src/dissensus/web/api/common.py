"""What the parts of the API share: the record asked, filters as on the command line, pages of lists."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial, wraps
from typing import Annotated, Final, Generic, ParamSpec, TypeVar

from anyio import CapacityLimiter, to_thread
from fastapi import Depends, Path, Query, Request
from pydantic import Field

from dissensus.errors import InputError
from dissensus.matters.silence import Writings
from dissensus.model import Commitment, EventType, FrozenType, Kind, Relation, ReviewState
from dissensus.record.filters import StatementFilter
from dissensus.record.order import Order
from dissensus.record.record import Record
from dissensus.record.words import first_day, last_day
from dissensus.web.cache import Cache
from dissensus.web.settings import Settings

T = TypeVar("T")
P = ParamSpec("P")

DATE: Final = r"^\d{4}(-\d\d(-\d\d)?)?$"
"""A day, month or year, as a pattern of OpenAPI; whether there is such a day is asked later."""


class ApiType(FrozenType):
    """A type of answers and requests of the API alone; the rest are the record's own."""


class Problem(ApiType):
    """Why there is no answer."""

    detail: str
    """One line: what, where, what to do."""


class PageOf(ApiType, Generic[T]):
    """A part of a long list."""

    items: list[T]
    next: str | None
    """Cursor of the following page, to be sent as `after`; null at the end."""


def apart(answer: Callable[P, T]) -> Callable[P, Awaitable[T]]:
    """Answer in a thread that does not count among the few that answer everything else (`dissensus.web.app`).

    For what may take seconds, or wait for what does.
    """

    @wraps(answer)
    async def answer_apart(*args: P.args, **kwargs: P.kwargs) -> T:
        return await to_thread.run_sync(partial(answer, *args, **kwargs), limiter=CapacityLimiter(1))

    return answer_apart


async def the_record(request: Request) -> Record:
    """The record that is served."""
    record: Record = request.app.state.record
    return record


async def the_settings(request: Request) -> Settings:
    """How it is served."""
    settings: Settings = request.app.state.settings
    return settings


async def the_cache(request: Request) -> Cache:
    """What was worked out before."""
    cache: Cache = request.app.state.cache
    return cache


TheCache = Annotated[Cache, Depends(the_cache)]
TheRecord = Annotated[Record, Depends(the_record)]
TheSettings = Annotated[Settings, Depends(the_settings)]


def writings_of(record: Record, cache: Cache) -> Writings:
    """Who writes of whom and when; it is read once."""

    def read() -> Writings:
        with record.reading() as connection:
            return Writings(connection)

    return cache.get("writings", read)


async def the_writings(record: TheRecord, cache: TheCache) -> Callable[[], Writings]:
    """Tells who writes of whom and when."""
    return partial(writings_of, record, cache)


TheWritings = Annotated[Callable[[], Writings], Depends(the_writings)]
Size = Annotated[int, Query(ge=1, le=500, description="Items on the page.")]
After = Annotated[str | None, Query(max_length=2000, description="Cursor of the page, from the page before.")]
Name = Annotated[str | None, Query(min_length=1, max_length=300)]
Number = Annotated[int, Path(ge=1, le=2**63 - 1, description="As it was given when it was made.")]
By = Annotated[str, Field(min_length=1, max_length=100, pattern=r"\S", description="Who does so.")]
Note = Annotated[str | None, Field(max_length=2000, description="Why, in their words.")]


async def the_filter(
    kind: Annotated[list[Kind] | None, Query(description="Kinds; several are alternatives.")] = None,
    actor: Annotated[Name, Query(description="Id or name of someone it is about.")] = None,
    other: Annotated[Name, Query(description="Id or name of a second one it is about.")] = None,
    source: Annotated[Name, Query(description="Publisher or outlet of the document.")] = None,
    holder: Annotated[Name, Query(description="Who says so: id, name, or `author`.")] = None,
    commitment: Annotated[list[Commitment] | None, Query(description="How firmly it is said.")] = None,
    type: Annotated[list[EventType] | None, Query(description="Types of event.")] = None,
    relation: Annotated[list[Relation] | None, Query(description="Relations of ties.")] = None,
    sign: Annotated[int | None, Query(ge=-1, le=1, description="Sign of a tie, valence of a label.")] = None,
    since: Annotated[str | None, Query(pattern=DATE, description="Told of this day, month, year or later.")] = None,
    until: Annotated[str | None, Query(pattern=DATE, description="Told of this day, month, year or before.")] = None,
    text: Annotated[Name, Query(description="Words that all stand in the quote.")] = None,
    min_confidence: Annotated[float | None, Query(ge=0, le=1)] = None,
    document: Annotated[Name, Query(description="Id or path of the document.")] = None,
    review: Annotated[ReviewState | None, Query(description="What a person made of it.")] = None,
    order: Annotated[Order, Query(description="In what order.")] = Order.READING,
) -> StatementFilter:
    """The filter that a request asks for.

    Raises:
        InputError: it begins after it ends.
    """
    if since and until and first_day(since) > last_day(until):
        raise InputError(f"since {since} is after until {until}")
    return StatementFilter(
        kinds=tuple(kind or ()),
        actor=actor if not (actor and other) else None,
        pair=(actor, other) if actor and other else None,
        source=source,
        holder=holder,
        commitments=tuple(commitment or ()),
        event_types=tuple(type or ()),
        relations=tuple(relation or ()),
        sign=-1 if sign == -1 else 1 if sign == 1 else 0 if sign == 0 else None,
        since=since,
        until=until,
        text=text,
        min_confidence=min_confidence,
        document=document,
        review=review,
        order=order,
    )


TheFilter = Annotated[StatementFilter, Depends(the_filter)]
