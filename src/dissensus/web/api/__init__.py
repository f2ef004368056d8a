"""The API, one file a subject."""

from __future__ import annotations

from typing import Final

from fastapi import APIRouter

from dissensus.web.api import (
    actors,
    documents,
    export,
    matters,
    network,
    record,
    reviews,
    sources,
    statements,
    timeline,
    uploads,
)

ROUTERS: Final[tuple[APIRouter, ...]] = tuple(
    part.router
    for part in (record, documents, reviews, statements, actors, matters, network, sources, timeline, uploads, export)
)
