"""Sources: what each speaks of, its words for each actor, and with whom it agrees."""

from __future__ import annotations

from itertools import islice
from typing import Annotated, Final

from fastapi import APIRouter, Query, Response

from dissensus.matters.agreement import Agreement, agreement
from dissensus.matters.comparison import Comparison, compare
from dissensus.matters.prediction import Prediction, Verdict
from dissensus.matters.predictions import predictions
from dissensus.matters.sources import Profile, most_positions, one_voice, profile_as_json, profiles
from dissensus.matters.store import all_positions, get_matter
from dissensus.web.api.common import ApiType, TheCache, TheRecord, TheWritings, apart

router = APIRouter(tags=["sources"])

_DIVIDERS: Final = 20
"""Matters that divide the sources: the first of them are told."""

_COMPARED: Final = 40
"""Sources compared with each other."""

_NAMED: Final = 20
"""Actors and words of each source in the list."""


class AgreementView(ApiType):
    """Who agrees with whom, and the titles of the matters that divide them."""

    agreement: Agreement
    titles: dict[str, str]
    """By id."""
    other_titles: dict[str, dict[str, str]]
    """The same in other languages, by ISO 639-1 code and id."""
    sources: int
    """How many are compared: those that take most positions."""
    sources_in_all: int


@router.get("/sources")
@apart
def list_sources(record: TheRecord, cache: TheCache, size: Annotated[int, Query(ge=1, le=200)] = 50) -> list[Profile]:
    """What each source speaks of, those with most statements first; of each the actors and words it has most."""
    return cache.get(("sources", size), lambda: profiles(record, limit=size, named=_NAMED))


@router.get("/sources/agreement")
@apart
def get_agreement(record: TheRecord, cache: TheCache) -> AgreementView:
    """How far sources agree on the matters they share, beyond chance, and which matters divide them."""

    def find() -> AgreementView:
        known = most_positions(record)
        told = agreement(all_positions(record, known[:_COMPARED], shared=True), one_voice=one_voice(record))
        dividing = told.dividers[:_DIVIDERS]
        pairs = tuple(pair.model_copy(update={"agreed_on": (), "parted_on": ()}) for pair in told.pairs)
        matters = [get_matter(record, one.matter) for one in dividing]
        languages = sorted({language for matter in matters for language in matter.titles})
        return AgreementView(
            agreement=told.model_copy(update={"dividers": dividing, "pairs": pairs}),
            titles={matter.id: matter.title for matter in matters},
            other_titles={
                language: {matter.id: matter.titles.get(language, matter.title) for matter in matters}
                for language in languages
            },
            sources=len(known[:_COMPARED]),
            sources_in_all=len(known),
        )

    return cache.get("agreement", find)


@router.get("/sources/compare")
def compare_sources(
    record: TheRecord, writings: TheWritings, first: str, second: str, size: Annotated[int, Query(ge=1, le=200)] = 25
) -> Comparison:
    """Two sources, by name or key, side by side."""
    return compare(record, first, second, limit=size, writings=writings())


@router.get("/sources/{name}", response_model=Profile)
def get_source(record: TheRecord, name: str) -> Response:
    """What one source, by name or key, speaks of."""
    return Response(profile_as_json(record, name).encode(), media_type="application/json")


@router.get("/predictions")
@apart
def list_predictions(
    record: TheRecord,
    cache: TheCache,
    verdict: Annotated[list[Verdict] | None, Query(description="What came of it.")] = None,
    size: Annotated[int, Query(ge=1, le=500)] = 100,
) -> list[Prediction]:
    """What was predicted, and what later statements say came of it."""

    def find() -> list[Prediction]:
        found = (one for one in predictions(record) if not verdict or one.verdict in verdict)
        return list(islice(found, size))

    return cache.get(("predictions", tuple(verdict or ()), size), find)
