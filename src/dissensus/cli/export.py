"""`dissensus export`: a record's statements, actors or documents for other programs."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from dissensus.cli.options import RecordArgument
from dissensus.cli.output import count, note
from dissensus.errors import DissensusError


class What(StrEnum):
    """What can be exported."""

    STATEMENTS = "statements"
    ACTORS = "actors"
    DOCUMENTS = "documents"


class ExportFormat(StrEnum):
    """Formats of exports; a test holds this list and the registry's equal."""

    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"


def export(
    what: Annotated[What, typer.Argument(metavar="WHAT", help="statements, actors or documents.", show_default=False)],
    record: RecordArgument,
    format: Annotated[ExportFormat, typer.Option(help="JSON Lines, CSV or Parquet.")] = ExportFormat.JSONL,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write here, not on standard output.", show_default=False),
    ] = None,
) -> None:
    """Export statements, actors or documents. A file is written whole or not at all."""
    from dissensus.exchange.files import whole_file
    from dissensus.exchange.kinds import KINDS
    from dissensus.exchange.registry import format_named
    from dissensus.record.record import Record

    chosen = format_named(format.value)
    kind = KINDS[what.value]
    if output is None and chosen.binary and sys.stdout.isatty():
        raise DissensusError(f"{chosen.name} is not for terminals; give a file with -o")
    with Record(record) as opened:
        if output is not None and output.exists() and output.samefile(record):
            raise DissensusError("this is the record itself; choose another file", where=str(output))
        if output is None:
            chosen.write(kind, kind.items(opened), sys.stdout.buffer)
            sys.stdout.buffer.flush()
            return
        with whole_file(output) as stream:
            written = chosen.write(kind, kind.items(opened), stream)
    note(f"wrote {count(written, what.value.removesuffix('s'))} to {output}")
