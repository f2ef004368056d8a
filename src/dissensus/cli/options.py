"""Arguments and options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from dissensus.errors import DissensusError

RecordArgument = Annotated[Path, typer.Argument(metavar="RECORD", help="The record.", show_default=False)]

RecordOption = Annotated[
    Path, typer.Option("--record", metavar="FILE", help="The record; made where there is none.", show_default=False)
]


def filled(value: str | tuple[str, ...] | None) -> Any:
    """The text an option gives, if it is not empty: `--actor "$NAME"` with no name is a mistake, not a wish for all.

    Raises:
        typer.BadParameter: it is.
    """
    if any(not part.strip() for part in ((value,) if isinstance(value, str) else value or ())):
        raise typer.BadParameter("it is empty")
    return value


def searchable(value: str | None) -> str | None:
    """The words an option gives to search for, if there are any.

    Raises:
        typer.BadParameter: there is no letter or digit in it.
    """
    from dissensus.record.words import match_expression

    if value is not None and match_expression(value) is None:
        raise typer.BadParameter(f"there is no word in '{value}'")
    return value


def checked_date(value: str | None) -> str | None:
    """The date an option gives, if it is one.

    Raises:
        typer.BadParameter: it is not.
    """
    from dissensus.record.words import first_day

    if value is not None:
        try:
            first_day(value)
        except DissensusError as error:
            raise typer.BadParameter(str(error)) from error
    return value


JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")]

JsonLinesOption = Annotated[bool, typer.Option("--json", help="Print JSON, one object a line, for programs.")]
