"""`dissensus serve`: the pages of a record, on this machine."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from dissensus.cli.options import RecordArgument
from dissensus.cli.output import say

if TYPE_CHECKING:
    from dissensus.web.settings import Settings

_PORT = 8700


def serve(
    record: RecordArgument,
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Address to listen on; others than this machine can reach 0.0.0.0.")
    ] = "127.0.0.1",
    port: Annotated[
        int | None,
        typer.Option(
            metavar="N",
            min=1,
            max=65535,
            help=f"Port; the first free one from {_PORT} unless given.",
            show_default=False,
        ),
    ] = None,
    read_only: Annotated[bool, typer.Option("--read-only", help="Let nothing be written through the pages.")] = False,
    open_browser: Annotated[bool, typer.Option("--open/--no-open", help="Open the pages in the browser.")] = True,
    upload_limit: Annotated[
        int, typer.Option(metavar="MB", min=1, max=4096, help="Megabytes that one upload may have.")
    ] = 64,
) -> None:
    """Open the pages of a record in the browser.

    Only this machine can reach them, unless another address is given; writing then needs the token printed at the
    start. Ctrl-C ends it.
    """
    from dissensus.web.serving import serve as run
    from dissensus.web.settings import MEGABYTE, Settings

    settings = Settings(
        record=record, host=host, port=port or _PORT, read_only=read_only, upload_limit=upload_limit * MEGABYTE
    )

    def ready(final: Settings) -> None:
        _greet(final, open_browser=open_browser and sys.stdout.isatty())

    run(settings, insist=port is not None, ready=ready)


def _greet(settings: Settings, *, open_browser: bool) -> None:
    host = "127.0.0.1" if settings.host in ("0.0.0.0", "::") else settings.host
    address = f"http://{host}:{settings.port}/"
    say(f"{settings.record} is at {address} (Ctrl-C ends it)")
    if settings.token:
        say(f"To write as well, open {address}#token={settings.token}")
    sys.stdout.flush()
    if open_browser:
        import webbrowser

        webbrowser.open(f"{address}#token={settings.token}" if settings.token else address)
