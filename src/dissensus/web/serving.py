"""Running the server."""

from __future__ import annotations

import errno
import gc
import secrets
import socket
import sys
from collections.abc import Callable
from dataclasses import replace

import uvicorn

from dissensus.errors import DissensusError
from dissensus.web.app import make_app
from dissensus.web.settings import Settings
from dissensus.web.warming import warm

_FIRST_FREE = 20
"""Ports tried, one after the other, when the one wished for is taken and nobody insists on it."""

_TURN = 0.001
"""Seconds after which a thread that works gives way to others: most of them need it for less."""

_YOUNG, _OLD = 5_000, 1_000
"""Objects made until the collector looks at the young ones, and how often it looks at those before it looks at all: to
look at all that a large record leaves in memory stops every answer for a quarter of a second, and finds next to
nothing."""


def serve(settings: Settings, *, insist: bool = False, ready: Callable[[Settings], None] = lambda _: None) -> None:
    """Serve a record until Ctrl-C.

    Where others than this machine can reach the server, writing needs a token; one is made when none is given.

    Args:
        settings: what to serve and where.
        insist: fail when the port is taken; else the next free one is used.
        ready: called with the final settings once the server listens.

    Raises:
        RecordError: the record cannot be opened.
        DissensusError: there is no listening at this address.
    """
    if not settings.local and not settings.read_only and settings.token is None:
        settings = replace(settings, token=secrets.token_urlsafe(24))
    sys.setswitchinterval(_TURN)
    gc.set_threshold(_YOUNG, gc.get_threshold()[1], _OLD)
    listening = _listen(settings, insist=insist)
    settings = replace(settings, port=listening.getsockname()[1])
    app = make_app(settings)
    config = uvicorn.Config(app, log_level="error", access_log=False, server_header=False, timeout_graceful_shutdown=3)

    def begin() -> None:
        ready(settings)
        warm(app)

    server = _Server(config, begin)
    try:
        server.run(sockets=[listening])
    except KeyboardInterrupt:
        pass
    finally:
        listening.close()


class _Server(uvicorn.Server):
    """A server that says when it listens."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._ready()


def _listen(settings: Settings, *, insist: bool) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    last: OSError | None = None
    for port in range(settings.port, settings.port + (1 if insist or not settings.port else _FIRST_FREE)):
        # With the protocol named asyncio sends what it has at once; else a small answer waits 40 milliseconds.
        listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((settings.host.strip("[]"), port))
        except (OSError, OverflowError) as error:
            listening.close()
            last = error if isinstance(error, OSError) else None
            if last is None or last.errno != errno.EADDRINUSE:
                break
            continue
        return listening
    why = f" ({last.strerror or last})" if last else ""
    raise DissensusError(
        f"the server cannot listen at {settings.host} port {settings.port}{why}; choose another --port"
    )
