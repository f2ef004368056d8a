"""JSON Lines: one item a line, with all the fields of its JSON Schema."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from dissensus.exchange.kinds import Exported
from dissensus.exchange.registry import register


@register("jsonl", "JSON Lines: one item a line, as `dissensus schema` describes it")
def write(kind: Exported, items: Iterator[Any], stream: BinaryIO) -> int:
    """Write items as JSON Lines in UTF-8."""
    count = 0
    for item in items:
        stream.write(item.model_dump_json(by_alias=True).encode() + b"\n")
        count += 1
    return count
