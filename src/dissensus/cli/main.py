"""The command `dissensus`: its subcommands, and how errors end it."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from dissensus.cli import actors
from dissensus.cli.demo import demo
from dissensus.cli.documents import documents
from dissensus.cli.exit_codes import EPILOG
from dissensus.cli.export import export
from dissensus.cli.info import info
from dissensus.cli.output import note
from dissensus.cli.read import read
from dissensus.cli.schema import schema
from dissensus.cli.show import show
from dissensus.cli.statements import statements
from dissensus.errors import DissensusError

INTERRUPTED = 130

app = typer.Typer(
    name="dissensus",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (read, documents, statements, show, export, schema, info, demo):
    app.command(epilog=EPILOG)(command)
app.add_typer(actors.app, name="actors")


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        sys.stdout.write(f"dissensus {version('dissensus')}\n")
        raise typer.Exit


@app.callback()
def dissensus(
    version: Annotated[
        bool, typer.Option("--version", help="Show the version and exit.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Who stands with whom, who did what to whom, and who says so: an auditable record from political writing."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code. DISSENSUS_DEBUG=1 shows where an error came from."""
    try:
        ended = app(args=None if arguments is None else list(arguments), prog_name="dissensus", standalone_mode=False)
        sys.stdout.flush()
    except (KeyboardInterrupt, typer.Abort):
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
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.__stdout__.fileno() if sys.__stdout__ else 1)
    return 0


def _failed(error: Exception) -> int:
    """Say an error in one line, and give its exit code."""
    if isinstance(error, DissensusError):
        note(f"error: {error}")
        return error.exit_code
    misunderstood = getattr(error, "format_message", None)
    if misunderstood is not None:
        context = getattr(error, "ctx", None)
        command = context.command_path if context else "dissensus"
        message = " ".join(str(misunderstood()).split()).rstrip(".")
        note(f"error: {message}; see `{command} --help`")
        return int(getattr(error, "exit_code", 2))
    note(f"error: {type(error).__name__}: {error}; please report this (DISSENSUS_DEBUG=1 shows where it happened)")
    return 1
