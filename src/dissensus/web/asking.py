"""Asking the API from the same process, without a server: what it would answer a browser."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack
from types import TracebackType
from typing import Any, Self
from urllib.parse import quote, urlencode

from fastapi import FastAPI
from starlette.types import Message, Scope

from dissensus.errors import DissensusError, NotFoundError
from dissensus.web.app import API

Params = Mapping[str, str | int | bool | Sequence[str]]


class Asker:
    """Asks an application about its record; `with Asker(app) as ask: ask("actors/bolivia")`.

    Leaving it ends the application and closes its record.
    """

    def __init__(self, app: FastAPI) -> None:
        self._app = app
        self._runner = asyncio.Runner()
        self._living = AsyncExitStack()

    def __enter__(self) -> Self:
        self._runner.run(self._living.enter_async_context(self._app.router.lifespan_context(self._app)))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self._runner.run(self._living.aclose())
        finally:
            self._runner.close()

    def __call__(self, path: str, params: Params | None = None) -> str:
        """The JSON that the API answers.

        Args:
            path: under the API, its parts not encoded: `sources/El Tiempo`.
            params: what follows the question mark.

        Raises:
            NotFoundError: there is no such thing.
            DissensusError: there is no answer.
        """
        status, body = self._runner.run(asked(self._app, path, params or {}))
        if status == 200:
            return body
        told = json.loads(body).get("detail", body) if body.startswith("{") else body
        raise (NotFoundError if status == 404 else DissensusError)(f"{told}", where=path)

    def read(self, path: str, params: Params | None = None) -> Any:
        """The same as Python's own types."""
        return json.loads(self(path, params))


async def asked(app: FastAPI, path: str, params: Params) -> tuple[int, str]:
    """What an application answers to GET of a path under the API: the status, and the body."""
    whole = f"{API}/{path}"
    flat = {name: str(value).lower() if isinstance(value, bool) else value for name, value in params.items()}
    scope: Scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": whole,
        "raw_path": quote(whole).encode(),
        "root_path": "",
        "query_string": urlencode(flat, doseq=True).encode(),
        "headers": [(b"host", b"127.0.0.1")],
        "client": None,
        "server": ("127.0.0.1", 80),
        "state": {},
    }
    status = 500
    pieces: list[bytes] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        nonlocal status
        if message["type"] == "http.response.start":
            status = message["status"]
        else:
            pieces.append(message.get("body", b""))

    await app(scope, receive, send)
    return status, b"".join(pieces).decode()
