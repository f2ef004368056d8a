"""Working out ahead what takes long in a large record, so that the first to open a page need not wait for it."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from typing import Final

from fastapi import FastAPI

from dissensus.model import EventType
from dissensus.web.api.common import writings_of
from dissensus.web.asking import Params, asked

_EVENTS: Final = 1000
"""That the timeline asks for."""

ASKED: Final[tuple[tuple[str, Params], ...]] = (
    ("record", {}),
    ("matters", {"disputed": True, "size": 5}),
    ("network", {}),
    ("timeline", {"size": 0}),
    ("documents/latest", {}),
    ("statements/count", {}),
    ("actors", {}),
    *(("network", {"min_confidence": sure}) for sure in ("0.5", "0.6", "0.7", "0.8", "0.9")),
    ("network/camps", {}),
    ("network/times", {}),
    ("matters/matrix", {"disputed": True}),
    ("sources", {}),
    ("timeline", {"size": _EVENTS}),
    ("sources/agreement", {}),
    ("predictions", {}),
    *(("timeline", {"type": type.value, "size": _EVENTS}) for type in EventType),
)
"""What the pages ask first, in their words, for answers are kept by what was asked; those of the overview before the
others."""


def warm(app: FastAPI) -> threading.Thread:
    """Ask an application for what the pages ask first, in the background; it keeps what it answers."""

    def ask() -> None:
        # Whatever goes wrong here, such as a record closed meanwhile, is told to whoever asks for it.
        with contextlib.suppress(Exception):
            for path, params in ASKED:
                asyncio.run(asked(app, path, params))
            writings = writings_of(app.state.record, app.state.cache)
            for publisher in writings.publishers():
                with app.state.record.reading() as connection:
                    writings.publisher(connection, publisher)

    thread = threading.Thread(target=ask, name="warming", daemon=True)
    thread.start()
    return thread
