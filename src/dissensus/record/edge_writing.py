"""Writing edges, with a short number for every actor."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, bindparam, delete, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from dissensus.record import schema
from dissensus.record.edges import Edge

_MOST: Final = 10_000
"""Ids in one query."""

_ADD_ACTOR: Final = upsert(schema.edge_actors).on_conflict_do_nothing()
_ADD_EDGE: Final = insert(schema.edges)
_NUMBERS: Final = select(schema.edge_actors).where(schema.edge_actors.c.id.in_(bindparam("ids", expanding=True)))


class Told(NamedTuple):
    """A statement's edges, and what is written beside each of them.

    Attributes:
        statement: number of the statement.
        document: number of its document.
        values: of `statements`; whether its writer says so, how firmly, how surely, and the review are taken from it.
        edges: may be none.
    """

    statement: int
    document: int
    values: Mapping[str, Any]
    edges: Sequence[Edge]


def write_edges(connection: Connection, told: Iterable[Told]) -> None:
    """Write the edges of statements that have none yet."""
    listed = [one for one in told if one.edges]
    ids = sorted({id for one in listed for edge in one.edges for id in (edge.a, edge.b)})
    if not ids:
        return
    connection.execute(_ADD_ACTOR, [{"id": id} for id in ids])
    numbers: dict[str, int] = {}
    for start in range(0, len(ids), _MOST):
        numbers.update(
            (row.id, row.number) for row in connection.execute(_NUMBERS, {"ids": ids[start : start + _MOST]})
        )
    beside = ("is_author", "commitment", "confidence", "review")
    connection.execute(
        _ADD_EDGE,
        [
            {
                **edge._asdict(),
                "a": numbers[edge.a],
                "b": numbers[edge.b],
                "statement": one.statement,
                "document": one.document,
                **{name: one.values[name] for name in beside},
            }
            for one in listed
            for edge in one.edges
        ],
    )


def replace_edges(connection: Connection, told: Told) -> None:
    """Write the edges of one statement in place of those it had."""
    connection.execute(delete(schema.edges).where(schema.edges.c.statement == told.statement))
    write_edges(connection, [told])
