"""The formats that can be exported to. Each is one module of this package, entered by the decorator.

To add one: write a module with a function decorated by `register` and name it in `_MODULES`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any, BinaryIO

from dissensus.errors import DissensusError
from dissensus.exchange.kinds import Exported

_MODULES = ("json_lines", "csv_table", "parquet", "gexf", "graphml")

Write = Callable[[Exported, Iterator[Any], BinaryIO], int]
"""Writes items to a stream and returns how many. It takes them one by one and holds few at a time."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format to export to.

    Attributes:
        name: as `--format` takes it.
        description: one line.
        binary: whether a terminal should be spared it.
        networks: whether it holds networks and nothing else.
        write: writes it.
    """

    name: str
    description: str
    binary: bool
    networks: bool
    write: Write


_entered: dict[str, Format] = {}


def register(name: str, description: str, *, binary: bool = False, networks: bool = False) -> Callable[[Write], Write]:
    """Enter a function that writes a format."""

    def enter(write: Write) -> Write:
        _entered[name] = Format(name, description, binary, networks, write)
        return write

    return enter


@cache
def formats() -> dict[str, Format]:
    """All formats by name."""
    for module in _MODULES:
        import_module(f"dissensus.exchange.{module}")
    return dict(_entered)


def format_named(name: str) -> Format:
    """The format of that name.

    Raises:
        DissensusError: there is none.
    """
    try:
        return formats()[name]
    except KeyError:
        raise DissensusError(f"no format is called '{name}'; there are {', '.join(formats())}") from None
