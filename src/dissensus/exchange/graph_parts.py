"""What formats of graphs hold of a network: its actors, and the attributes of actors and ties."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Literal, NamedTuple

from dissensus.exchange.network_ties import COLUMNS, NetworkActor, NetworkTie


class Attribute(NamedTuple):
    """An attribute of actors or ties.

    Attributes:
        name: of the attribute.
        cell: what its values are.
        value: takes it from an actor or a tie; None where there is none.
    """

    name: str
    cell: Literal["text", "integer", "number", "boolean"]
    value: Callable[[Any], Any]


NODE: tuple[Attribute, ...] = (
    Attribute("type", "text", lambda actor: actor.type.value),
    Attribute("country", "text", lambda actor: actor.country),
)

_ELSEWHERE = {"id", "source", "target", "weight"}

EDGE: tuple[Attribute, ...] = tuple(
    Attribute(column.name, "text" if column.cell == "list" else column.cell, column.value)
    for column in COLUMNS
    if column.name not in _ELSEWHERE and not column.name.startswith(("source_", "target_"))
)
"""The columns of tables of ties, but for what the format has places of its own for."""


def actors_of(ties: Iterable[NetworkTie]) -> list[NetworkActor]:
    """The actors of ties, each once, in order of id."""
    found = {actor.id: actor for tie in ties for actor in (tie.source, tie.target)}
    return [found[id] for id in sorted(found)]


def text_of(value: Any) -> str:
    """A value as these formats write it: lists joined with `|`, truth as true and false."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "|".join(value)
    return f"{value:g}" if isinstance(value, float) else str(value)
