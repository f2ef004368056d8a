"""The built pages, from the package."""

from __future__ import annotations

import os
from importlib.resources import files
from pathlib import Path

from fastapi import FastAPI
from fastapi.responses import PlainTextResponse
from starlette.staticfiles import StaticFiles

_MISSING = (
    "The pages were not built into this installation; the API is at /api/v1. In a checkout, `make pages` builds them."
)


def folder() -> Path | None:
    """Where the built pages are; None where they were not built.

    DISSENSUS_PAGES points at others, for those who work on them.
    """
    elsewhere = os.environ.get("DISSENSUS_PAGES")
    built = Path(elsewhere) if elsewhere else Path(str(files("dissensus.web").joinpath("built")))
    return built if built.joinpath("index.html").is_file() else None


def mount_pages(app: FastAPI) -> None:
    """Serve the pages at `/`, or say that they are missing."""
    built = folder()
    if built is not None:
        app.mount("/", StaticFiles(directory=built, html=True), name="pages")
        return

    @app.get("/", include_in_schema=False)
    def missing() -> PlainTextResponse:
        return PlainTextResponse(_MISSING, status_code=503)
