"""The kernels of an open record, fetched as they are asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection

from dissensus.matters.facts import Fact, unpacked
from dissensus.matters.kernels import Kernel, unpacked_kernel
from dissensus.matters.keys import keys_of

T = TypeVar("T")

_MOST = 500
"""Values in one query."""


def in_parts(values: Iterable[T]) -> Iterator[Sequence[T]]:
    """Values in lists short enough for one query."""
    listed = list(values)
    for start in range(0, len(listed), _MOST):
        yield listed[start : start + _MOST]


def rows_in(connection: Connection, query: str, values: Iterable[int]) -> Iterator[Any]:
    """The rows of a query whose `IN (?)` is filled with numbers, a part at a time."""
    for part in in_parts(values):
        yield from connection.exec_driver_sql(query.replace("(?)", f"({','.join(map(str, part))})"))


class StoredWorld:
    """`grouping.Neighbours` over the tables of a record. What was fetched is kept, so it is used for one change."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._kernels: dict[int, Kernel] = {}
        self._roots: dict[int, int] = {}
        self._under: dict[int, tuple[int, ...]] = {}

    def kernel(self, number: int) -> Kernel:
        """A kernel by its number."""
        if number not in self._kernels:
            self._fetch("WHERE kernel IN (?)", [number])
        return self._kernels[number]

    def meeting(self, number: int) -> list[int]:
        """The kernels that share a key with one, without itself, in order of their numbers."""
        keys = keys_of(self.kernel(number))
        missing = [key for key in keys if key not in self._under]
        if missing:
            found: dict[int, list[int]] = {key: [] for key in missing}
            for row in rows_in(self._connection, "SELECT key, kernel FROM matter_keys WHERE key IN (?)", missing):
                found[row.key].append(row.kernel)
            self._under.update((key, tuple(kernels)) for key, kernels in found.items())
            unknown = {kernel for kernels in found.values() for kernel in kernels} - self._kernels.keys()
            self._fetch("WHERE kernel IN (?)", unknown)
        return sorted({kernel for key in keys for kernel in self._under[key]} - {number})

    def root(self, number: int) -> int | None:
        """What a kernel was joined to; None for a new one."""
        if number not in self._kernels:
            self._fetch("WHERE kernel IN (?)", [number])
        return self._roots.get(number) or None

    def joined(self, number: int) -> list[int]:
        """The kernels that were joined to one, without itself."""
        query = "SELECT kernel FROM matter_kernels WHERE root = ? AND kernel <> ? ORDER BY kernel"
        return [row.kernel for row in self._connection.exec_driver_sql(query, (number, number))]

    def _fetch(self, where: str, numbers: Iterable[int]) -> None:
        for row in rows_in(self._connection, f"SELECT kernel, root, profile FROM matter_kernels {where}", numbers):
            self._kernels[row.kernel] = unpacked_kernel(row.profile)
            self._roots[row.kernel] = row.root


def facts_where(connection: Connection, column: str, values: Iterable[int]) -> dict[int, list[Fact]]:
    """Facts by the value of a column of `matter_facts`."""
    found: dict[int, list[Fact]] = {}
    query = f"SELECT {column} AS one, fact FROM matter_facts WHERE {column} IN (?)"
    for row in rows_in(connection, query, values):
        found.setdefault(row.one, []).append(unpacked(row.fact))
    return found
