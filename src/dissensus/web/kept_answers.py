"""Answers kept as they were sent, until the record changes: what one asks for is soon asked for again."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import Final

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_KEPT: Final = 64 * 1024 * 1024
"""Bytes kept in all."""

_LONGEST: Final = 4 * 1024 * 1024
"""Bytes of one answer."""


class KeptAnswers:
    """ASGI middleware: keeps whole answers to GET under a prefix.

    Answers that say how long they may be kept (`Cache-Control`), and those sent in pieces, are not.

    Args:
        app: what answers.
        prefix: of the paths concerned.
        version: tells the version of what the answers are made from.
    """

    def __init__(self, app: ASGIApp, prefix: str, version: Callable[[], str]) -> None:
        self._app = app
        self._prefix = prefix
        self._version = version
        self._of = ""
        self._answers: OrderedDict[str, tuple[Message, Message]] = OrderedDict()
        self._bytes = 0
        self._lock = threading.Lock()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as before, or have it answered."""
        if scope["type"] != "http" or scope["method"] != "GET" or not scope["path"].startswith(self._prefix):
            await self._app(scope, receive, send)
            return
        asked = f"{scope['path']}?{scope['query_string'].decode('latin-1')}"
        version = self._version()
        kept = self._known(asked, version)
        if kept is not None:
            start, body = kept
            # A copy, for others put their own into its headers.
            await send({**start, "headers": list(start["headers"])})
            await send(body)
            return
        started: Message | None = None

        async def keeping(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                free = message["status"] == 200 and "cache-control" not in Headers(raw=message["headers"])
                started = {**message, "headers": list(message["headers"])} if free else None
            elif started is not None and not message.get("more_body") and self._version() == version:
                self._keep(asked, version, started, message)
            elif message.get("more_body"):
                started = None
            await send(message)

        await self._app(scope, receive, keeping)

    def _known(self, asked: str, version: str) -> tuple[Message, Message] | None:
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
