"""Arguments and options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

RecordArgument = Annotated[Path, typer.Argument(metavar="RECORD", help="The record.", show_default=False)]

RecordOption = Annotated[
    Path, typer.Option("--record", metavar="FILE", help="The record; made where there is none.", show_default=False)
]

JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")]

JsonLinesOption = Annotated[bool, typer.Option("--json", help="Print JSON, one object a line, for programs.")]
