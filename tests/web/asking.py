"""A client that asks an application in the same process, from ordinary code."""

from __future__ import annotations

from types import TracebackType
from typing import Any, Self

import anyio
import anyio.from_thread
import httpx
from fastapi import FastAPI

ADDRESS = "http://127.0.0.1:8700"


class Client:
    """Asks under `/api/v1`; `client.get("record")`."""

    def __init__(self, app: FastAPI) -> None:
        self.app = app
        self._portal_context = anyio.from_thread.start_blocking_portal()
        self._portal = self._portal_context.__enter__()
        self._client = httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=ADDRESS)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._portal.call(self._client.aclose)
        self.app.state.record.close()
        self._portal_context.__exit__(kind, error, trace)

    def ask(self, method: str, path: str, **given: Any) -> httpx.Response:
        """Ask at an address of the server: `/`, `/api/v1/record`."""

        async def run() -> httpx.Response:
            return await self._client.request(method, path, **given)

        return self._portal.call(run)

    def get(self, path: str, **given: Any) -> httpx.Response:
        """Ask the API."""
        return self.ask("GET", f"/api/v1/{path}", **given)

    def json(self, path: str, **given: Any) -> Any:
        """What the API answers, which must be an answer."""
        answer = self.get(path, **given)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def send(self, method: str, path: str, body: Any = None, **given: Any) -> httpx.Response:
        """Write through the API."""
        return self.ask(method, f"/api/v1/{path}", **({"json": body} if body is not None else {}), **given)
