"""Entity tags: an answer that a browser has already is not sent again (RFC 9110, section 8.8.3)."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class Tagging:
    """ASGI middleware: answers to GET under a prefix carry a tag of the record's version and what was asked.

    Args:
        app: what answers.
        prefix: of the paths concerned.
        version: tells the version of what the answers are made from.
    """

    def __init__(self, app: ASGIApp, prefix: str, version: Callable[[], str]) -> None:
        self._app = app
        self._prefix = prefix
        self._version = version

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with a tag, or with 304 where the asker's tag still holds."""
        if (
            scope["type"] != "http"
            or scope["method"] not in ("GET", "HEAD")
            or not scope["path"].startswith(self._prefix)
        ):
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        asked = f"{scope['path']}?{scope['query_string'].decode('latin-1')} {headers.get('accept', '')}"
        tag = f'"{self._version()}-{hashlib.sha256(asked.encode()).hexdigest()[:12]}"'
        if tag in (known.strip().removeprefix("W/") for known in headers.get("if-none-match", "").split(",")):
            await Response(status_code=304, headers={"ETag": tag})(scope, receive, send)
            return

        async def tagged(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == 200:
                answered = MutableHeaders(scope=message)
                if "cache-control" not in answered:
                    answered["ETag"] = tag
                    answered["Cache-Control"] = "no-cache"
            await send(message)

        await self._app(scope, receive, tagged)
