"""Bringing matters up to date before they are asked for, and telling so where it takes long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dissensus.cli.output import console

if TYPE_CHECKING:
    from dissensus.record.record import Record


def bring_up_to_date(record: Record) -> None:
    """Take what is new in a record into its matters; on a terminal, tell what is being done meanwhile."""
    from dissensus.matters.store import bring_up_to_date as bring

    with console(errors=True).status("Matters") as status:
        bring(record, lambda doing: status.update(f"Matters: {doing}, once for what is new in the record"))
