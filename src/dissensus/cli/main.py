"""Running the command line, and how errors end it.

Imports next to nothing, so that a Ctrl-C while the commands are still loading ends as quietly as a later one.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence

INTERRUPTED = 130
MISUNDERSTOOD = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code. DISSENSUS_DEBUG=1 shows where an error came from."""
    try:
        return _run(arguments)
    except KeyboardInterrupt:
        return INTERRUPTED


def _run(arguments: Sequence[str] | None) -> int:
    import typer

    from dissensus.cli.app import app
    from dissensus.cli.output import speak_utf8

    speak_utf8()
    given = sys.argv[1:] if arguments is None else list(arguments)
    try:
        ended = app(args=given or ["--help"], prog_name="dissensus", standalone_mode=False)
        sys.stdout.flush()
    except typer.Abort:
        return INTERRUPTED
    except BrokenPipeError:
        return _no_longer_read()
    except SystemExit as exiting:
        # Typer makes an exit of a closed pipe.
        if isinstance(exiting.__context__, BrokenPipeError):
            return _no_longer_read()
        raise
    except Exception as error:
        if os.environ.get("DISSENSUS_DEBUG"):
            raise
        return _failed(error)
    return ended if isinstance(ended, int) else 0


def _no_longer_read() -> int:
    """Whoever read our output has had enough (`| head`): end without a word, also at the interpreter's last flush."""
    _drop_output()
    return 0


def _drop_output() -> None:
    """Let what is left of our output go nowhere, lest the interpreter's last flush fail once more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.__stdout__.fileno() if sys.__stdout__ else 1)


def _failed(error: Exception) -> int:
    """Say an error in one line, and give its exit code."""
    from dissensus.cli.output import note
    from dissensus.errors import DissensusError

    if isinstance(error, DissensusError):
        note(f"error: {error}")
        return error.exit_code
    misunderstood = getattr(error, "format_message", None)
    if misunderstood is not None:
        context = getattr(error, "ctx", None)
        command = context.command_path if context else "dissensus"
        message = " ".join(str(misunderstood()).replace("Value error, ", "").split()).rstrip(".")
        note(f"error: {message}; see `{command} --help`")
        return int(getattr(error, "exit_code", MISUNDERSTOOD))
    if isinstance(error, OSError) and error.filename is None and error.errno in (errno.ENOSPC, errno.EIO, errno.EFBIG):
        _drop_output()
        note(f"error: standard output cannot be written ({(error.strerror or '').lower()}); write elsewhere")
        return 1
    note(f"error: {type(error).__name__}: {error}; please report this (DISSENSUS_DEBUG=1 shows where it happened)")
    return 1
