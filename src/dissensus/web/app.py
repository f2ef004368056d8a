"""The application: the API under `/api/v1`, the built pages at `/`, and how errors are told."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from importlib.metadata import version
from typing import Any, Final

from anyio import to_thread
from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse
from fastapi.routing import APIRoute

from dissensus.errors import (
    DissensusError,
    InputError,
    NotFoundError,
    RecordBusyError,
    RecordError,
    RecordNotWritableError,
    UnsafeError,
)
from dissensus.record.record import Record
from dissensus.web.api import ROUTERS
from dissensus.web.api.common import Problem
from dissensus.web.api.network import weight_of
from dissensus.web.cache import Cache
from dissensus.web.dividing import Divider
from dissensus.web.freshness import Freshness
from dissensus.web.kept_answers import KeptAnswers
from dissensus.web.pages import mount_pages
from dissensus.web.safety import Safety
from dissensus.web.settings import Settings
from dissensus.web.tagging import Tagging
from dissensus.web.uploads import Uploads

API: Final = "/api/v1"

_AT_ONCE: Final = max(os.cpu_count() or 1, 2)
"""Questions answered at a time, those that may take seconds aside. With more, all of them take longer: what takes most
would wait for what everyone else asks meanwhile, and not only for what was asked before."""

_KEPT: Final = 8
"""Connections to the record that stay open."""

_NETWORKS: Final = 5_000_000
"""Edges that all networks kept may have together; a million take some 100 MB."""

_LONG: Final = ("network/camps", "sources", "sources/agreement", "predictions")
"""What takes seconds to work out in a large record. The pages are told so, and ask again."""

_STATUS: Final[tuple[tuple[type[DissensusError], int], ...]] = (
    (NotFoundError, 404),
    (UnsafeError, 413),
    (InputError, 400),
    (RecordBusyError, 409),
    (RecordNotWritableError, 403),
    (RecordError, 500),
    (DissensusError, 400),
)
"""The first that fits counts."""

_DESCRIPTION: Final = """What a record holds, for the pages and for programs. Filters are those of the command line.

Lists come in pages: `next` is the cursor of the following page, to be sent as `after`. Answers carry an `ETag`
that changes with the record.

What takes long is answered with 202 at once where `Prefer: respond-async` (RFC 7240) is sent; ask again later."""


def make_app(settings: Settings) -> FastAPI:
    """The application for one record.

    Raises:
        RecordError: the record cannot be opened.
    """
    record = Record(settings.record, kept=_KEPT)
    freshness = Freshness(settings.record)
    uploads = Uploads(record)
    divider = Divider()

    @asynccontextmanager
    async def living(_: FastAPI) -> AsyncIterator[None]:
        to_thread.current_default_thread_limiter().total_tokens = _AT_ONCE
        yield
        uploads.close()
        divider.close()
        freshness.close()
        record.close()

    app = _api(living)
    app.state.record = record
    app.state.settings = settings
    app.state.cache = Cache(freshness.version)
    app.state.networks = Cache(freshness.version, _NETWORKS, weight_of)
    app.state.uploads = uploads
    app.state.divider = divider
    mount_pages(app)
    long = frozenset(f"{API}/{path}" for path in _LONG)
    app.add_middleware(KeptAnswers, prefix=f"{API}/", version=freshness.version, long=long)
    app.add_middleware(Tagging, prefix=f"{API}/", version=freshness.version)
    app.add_middleware(Safety, settings=settings)
    return app


def openapi() -> dict[str, Any]:
    """What the API can be asked and answers, as OpenAPI 3.1."""
    return _api(None).openapi()


def _api(living: Callable[[FastAPI], AbstractAsyncContextManager[None]] | None) -> FastAPI:
    app = FastAPI(
        title="Dissensus",
        version=version("dissensus"),
        description=_DESCRIPTION,
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
        openapi_url=f"{API}/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=living,
        generate_unique_id_function=_name,
        responses={400: {"model": Problem}, 404: {"model": Problem}},
    )
    for router in ROUTERS:
        app.include_router(router, prefix=API)
    app.add_exception_handler(DissensusError, _tell)
    return app


def _name(route: APIRoute) -> str:
    return route.name


def _tell(_: Request, error: Exception) -> Response:
    """An error of ours in one line, as on the command line."""
    status = next(status for kind, status in _STATUS if isinstance(error, kind))
    return JSONResponse({"detail": str(error)}, status_code=status)
