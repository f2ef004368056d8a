"""Answers kept as they were sent, until the record changes: what one asks for is soon asked for again."""

from __future__ import annotations

import asyncio
import threading
from collections import OrderedDict
from collections.abc import Callable, Collection
from typing import Final

from starlette.datastructures import Headers
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_KEPT: Final = 64 * 1024 * 1024
"""Bytes kept in all."""

_LONGEST: Final = 4 * 1024 * 1024
"""Bytes of one answer."""

_SOON: Final = 0.05
"""Seconds that somebody waits who need not wait."""

_AGAIN: Final = "1"
"""Seconds after which they may ask again."""

_BEING_WORKED_OUT: Final = "this is being worked out; ask again"

Answer = tuple[Message, Message]
"""Its start, and its body."""


class KeptAnswers:
    """ASGI middleware: keeps whole answers to GET under a prefix.

    Answers that say how long they may be kept (`Cache-Control`), and those sent in pieces, are not.

    Who sends `Prefer: respond-async` (RFC 7240) need not wait for what takes long: the answer is then 202, the work
    goes on, and they ask again. What several ask for is worked out once.

    Args:
        app: what answers.
        prefix: of the paths concerned.
        version: tells the version of what the answers are made from.
        long: paths of what may take long.
    """

    def __init__(
        self, app: ASGIApp, prefix: str, version: Callable[[], str], long: Collection[str] = frozenset()
    ) -> None:
        self._app = app
        self._prefix = prefix
        self._version = version
        self._long = long
        self._of = ""
        self._answers: OrderedDict[str, Answer] = OrderedDict()
        self._bytes = 0
        self._lock = threading.Lock()
        self._working: dict[str, asyncio.Task[Answer]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as before, or have it answered."""
        if scope["type"] != "http" or scope["method"] != "GET" or not scope["path"].startswith(self._prefix):
            await self._app(scope, receive, send)
            return
        asked = f"{scope['path']}?{scope['query_string'].decode('latin-1')}"
        version = self._version()
        answer = self._known(asked, version)
        if answer is None and scope["path"] in self._long and _may_come_later(scope):
            answer = await self._at_once(asked, version, scope)
            if answer is None:
                headers = {"Retry-After": _AGAIN, "Preference-Applied": "respond-async", "Cache-Control": "no-store"}
                await JSONResponse({"detail": _BEING_WORKED_OUT}, 202, headers)(scope, receive, send)
                return
        if answer is not None:
            start, body = answer
            # A copy, for others put their own into its headers.
            await send({**start, "headers": list(start["headers"])})
            await send(body)
            return
        started: Message | None = None

        async def keeping(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = {**message, "headers": list(message["headers"])} if _may_be_kept(message) else None
            elif started is not None and not message.get("more_body") and self._version() == version:
                self._keep(asked, version, started, message)
            elif message.get("more_body"):
                started = None
            await send(message)

        await self._app(scope, receive, keeping)

    async def _at_once(self, asked: str, version: str, scope: Scope) -> Answer | None:
        """The answer, if it comes soon; the work on it goes on in any case."""
        task = self._working.get(asked)
        if task is None:
            task = asyncio.create_task(self._work_out(asked, version, scope))
            self._working[asked] = task
            task.add_done_callback(lambda _: self._working.pop(asked, None))
        done, _ = await asyncio.wait({task}, timeout=_SOON)
        return task.result() if done else None

    async def _work_out(self, asked: str, version: str, scope: Scope) -> Answer:
        started: Message = {}
        pieces: list[bytes] = []

        async def receive() -> Message:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def collect(message: Message) -> None:
            if message["type"] == "http.response.start":
                started.update({**message, "headers": list(message["headers"])})
            else:
                pieces.append(message.get("body", b""))

        await self._app(dict(scope), receive, collect)
        body: Message = {"type": "http.response.body", "body": b"".join(pieces)}
        if _may_be_kept(started) and self._version() == version:
            self._keep(asked, version, started, body)
        return started, body

    def _known(self, asked: str, version: str) -> Answer | None:
        with self._lock:
            if version != self._of:
                self._of, self._bytes = version, 0
                self._answers.clear()
            if asked in self._answers:
                self._answers.move_to_end(asked)
            return self._answers.get(asked)

    def _keep(self, asked: str, version: str, start: Message, body: Message) -> None:
        size = len(body.get("body", b""))
        with self._lock:
            if size > _LONGEST or asked in self._answers or version != self._of:
                return
            self._answers[asked] = start, body
            self._bytes += size
            while self._bytes > _KEPT:
                _, (_, oldest) = self._answers.popitem(last=False)
                self._bytes -= len(oldest.get("body", b""))


def _may_be_kept(start: Message) -> bool:
    return bool(start["status"] == 200) and "cache-control" not in Headers(raw=start["headers"])


def _may_come_later(scope: Scope) -> bool:
    return "respond-async" in Headers(scope=scope).get("prefer", "")
