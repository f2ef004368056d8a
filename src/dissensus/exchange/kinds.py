"""What can be exported: statements, actors, documents and the network, each with its JSON Schema and its columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import BaseModel

from dissensus.exchange import network_ties
from dissensus.exchange.columns import ACTOR, DOCUMENT, STATEMENT, Column
from dissensus.model import Actor, Document, Statement
from dissensus.record.record import Record

Name = Literal["statements", "actors", "documents", "network"]


@dataclass(frozen=True, slots=True)
class Exported:
    """Something that can be exported.

    Attributes:
        name: as the command takes it.
        model: its type.
        columns: what a table of it holds.
        items: all of a record's.
    """

    name: str
    model: type[BaseModel]
    columns: tuple[Column, ...]
    items: Callable[[Record], Iterator[Any]]


KINDS: dict[str, Exported] = {
    kind.name: kind
    for kind in (
        Exported("statements", Statement, STATEMENT, lambda record: record.statements()),
        Exported("actors", Actor, ACTOR, lambda record: (counted.actor for counted in record.actors())),
        Exported("documents", Document, DOCUMENT, lambda record: (listed.document for listed in record.documents())),
        Exported("network", network_ties.NetworkTie, network_ties.COLUMNS, network_ties.network_ties),
    )
}


def json_schema(model: type[BaseModel]) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of what `jsonl` writes for a type."""
    schema = model.model_json_schema(by_alias=True, mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


SCHEMAS: dict[str, type[BaseModel]] = {
    "statement": Statement,
    "actor": Actor,
    "document": Document,
    "network": network_ties.NetworkTie,
}
"""The exported types by the names that `dissensus schema` takes."""
