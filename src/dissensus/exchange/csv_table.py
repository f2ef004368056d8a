"""CSV (RFC 4180) in UTF-8, with a first line of column names; lists are joined with `|`."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any, BinaryIO

from dissensus.exchange.kinds import Exported
from dissensus.exchange.registry import register


@register("csv", "CSV in UTF-8: a flat table, lists joined with |")
def write(kind: Exported, items: Iterator[Any], stream: BinaryIO) -> int:
    """Write items as CSV."""
    text = io.TextIOWrapper(stream, encoding="utf-8", newline="", write_through=True)
    try:
        table = csv.writer(text)
        table.writerow([column.name for column in kind.columns])
        count = 0
        for item in items:
            table.writerow([_cell(column.value(item)) for column in kind.columns])
            count += 1
        return count
    finally:
        text.detach()


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "|".join(value)
    return value
