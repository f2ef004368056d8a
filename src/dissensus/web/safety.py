"""Who may ask, who may write, and what a page may do.

The server reads private notes and writes reviews, so a page of another site that is open in the same browser must
reach neither:

- A site can point a name of its own at 127.0.0.1 (DNS rebinding); its requests carry that name as `Host`. On this
  machine only its own names are answered.
- A site can send a form or a request here; browsers add its `Origin` (RFC 6454) or `Sec-Fetch-Site`. Writing is for our
  own pages, and for programs that are no browser and send neither.
- Documents are untrusted text. They are never markup, and the Content-Security-Policy lets nothing run that was not
  built with the pages.
"""

from __future__ import annotations

import contextlib
import hmac
from collections.abc import Iterable, Mapping
from http.cookies import CookieError, SimpleCookie
from typing import Final
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dissensus.web.settings import Settings, is_loopback

COOKIE: Final = "dissensus_token"

HEADERS: Final[Mapping[str, str]] = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; "
        "worker-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}

_READING: Final = frozenset({"GET", "HEAD", "OPTIONS"})


class _TooLargeError(Exception):
    """The body of a request goes on past the limit."""


class _Body:
    """Counts the bytes of a request as they come, for a chunked body does not tell its length."""

    def __init__(self, receive: Receive, limit: int) -> None:
        self._receive = receive
        self._left = limit
        self.too_large = False

    async def receive(self) -> Message:
        """The next piece of the request."""
        message = await self._receive()
        self._left -= len(message.get("body", b""))
        if self._left < 0:
            self.too_large = True
            raise _TooLargeError
        return message


class Safety:
    """ASGI middleware around the whole application."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or say why not."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        answered = _with_headers(send)
        refused = self._refusal(str(scope["method"]), headers)
        if refused is not None:
            status, message = refused
            await _refuse(status, message)(scope, receive, answered)
            return
        body = _Body(receive, self._settings.upload_limit)

        async def unless_too_large(message: Message) -> None:
            if not body.too_large:
                await answered(message)

        with contextlib.suppress(_TooLargeError):
            await self._app(scope, body.receive, unless_too_large)
        if body.too_large:
            await _refuse(413, self._too_large())(scope, receive, answered)

    def _refusal(self, method: str, headers: Headers) -> tuple[int, str] | None:
        host = headers.get("host", "")
        if self._settings.local and not is_loopback(_name(host)):
            return 421, "this server answers only under 127.0.0.1 or localhost"
        if method in _READING:
            return None
        if self._settings.read_only:
            return 403, "this record is served read-only"
        if not _own_page(host, headers):
            return 403, "writing is for the pages of this server, not for those of another site"
        if self._settings.token and not self._knows_token(headers):
            return 401, "writing needs the token that the server printed when it started"
        length = headers.get("content-length", "0")
        if length.isdecimal() and int(length) > self._settings.upload_limit:
            return 413, self._too_large()
        return None

    def _knows_token(self, headers: Headers) -> bool:
        scheme, _, given = headers.get("authorization", "").partition(" ")
        offered = [given] if scheme.lower() == "bearer" else []
        offered += _cookies(headers.getlist("cookie"))
        token = (self._settings.token or "").encode()
        return any(hmac.compare_digest(one.encode(), token) for one in offered)

    def _too_large(self) -> str:
        return f"one upload may have {self._settings.upload_limit:,} bytes; use `dissensus read` for more"


def _own_page(host: str, headers: Headers) -> bool:
    if headers.get("sec-fetch-site", "none") not in ("same-origin", "none"):
        return False
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc == host


def _name(host: str) -> str:
    """A `Host` header without its port; nothing where it makes no sense."""
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


def _cookies(lines: Iterable[str]) -> list[str]:
    found = []
    for line in lines:
        try:
            cookie = SimpleCookie(line).get(COOKIE)
        except CookieError:
            continue
        if cookie:
            found.append(cookie.value)
    return found


def _refuse(status: int, message: str) -> JSONResponse:
    return JSONResponse({"detail": message}, status_code=status)


def _with_headers(send: Send) -> Send:
    async def answer(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return answer
