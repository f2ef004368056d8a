"""Parquet: the columns of the CSV with their types, lists as lists, written group by group."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import islice
from typing import Any, BinaryIO, Final

from dissensus.exchange.columns import Column
from dissensus.exchange.kinds import Exported
from dissensus.exchange.registry import register

_GROUP: Final = 5_000
"""Rows held in memory and written together."""

_GROUP_TEXT: Final = 32_000_000
"""Characters of text held at most, give or take a row: documents are long."""


@register("parquet", "Parquet: a typed table, for pandas, Polars, DuckDB, R", binary=True)
def write(kind: Exported, items: Iterator[Any], stream: BinaryIO) -> int:
    """Write items as Parquet."""
    import pyarrow
    import pyarrow.parquet

    types = {
        "text": pyarrow.string(),
        "integer": pyarrow.int64(),
        "number": pyarrow.float64(),
        "boolean": pyarrow.bool_(),
        "list": pyarrow.list_(pyarrow.string()),
    }
    fields = [
        pyarrow.field(column.name, types[column.cell], metadata={"meaning": column.meaning}) for column in kind.columns
    ]
    schema = pyarrow.schema(fields)
    count = 0
    with pyarrow.parquet.ParquetWriter(_Counting(stream), schema, compression="zstd") as table:
        while rows := list(islice(_rows(kind.columns, items), _GROUP)):
            table.write_table(pyarrow.Table.from_pylist(rows, schema=schema))
            count += len(rows)
    return count


def _rows(columns: tuple[Column, ...], items: Iterator[Any]) -> Iterator[dict[str, Any]]:
    """Rows until the items or the room for a group are used up."""
    size = 0
    while size < _GROUP_TEXT and (item := next(items, None)) is not None:
        row = {column.name: column.value(item) for column in columns}
        size += sum(len(value) for value in row.values() if isinstance(value, str))
        yield row


class _Counting(io.RawIOBase):
    """A stream that knows how much was written, also where the one below cannot tell (a pipe)."""

    def __init__(self, below: BinaryIO) -> None:
        self._below = below
        self._written = 0

    def writable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._written

    def write(self, data: Any) -> int:
        self._below.write(data)
        self._written += len(memoryview(data).cast("B"))
        return len(memoryview(data).cast("B"))
