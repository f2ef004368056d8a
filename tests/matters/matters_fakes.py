"""Facts made by hand, and all matters of a record as plain values."""

from __future__ import annotations

from typing import Any

from dissensus.matters.facts import Fact
from dissensus.matters.grouping import roots_of_all
from dissensus.matters.kernels import kernels_of
from dissensus.matters.keys import block_of, keys_of
from dissensus.matters.store import bring_up_to_date
from dissensus.record.record import Record

DAY = 737_000


def fact(source: str, commitment: str = "stated", **cells: Any) -> Fact:
    number = cells.pop("number", 1)
    plain: dict[str, Any] = {
        "number": number,
        "id": f"{number:04}",
        "sources": (source,),
        "document": number,
        "told": DAY,
        "hint": DAY,
        "at": 0,
        "kind": "event",
        "commitment": commitment,
        "confidence": 0.8,
        "body": "ASSAULT",
        "mode": "",
        "agents": ("arda",),
        "objects": ("belm",),
        "named": ("arda", "belm"),
        "country": "BEL",
        "place": "",
        "theme": "",
        "term": "",
        "value": None,
        "first": None,
        "last": None,
        "precision": "unknown",
    }
    return Fact(**(plain | cells))


def coup(source: str, commitment: str = "stated", **cells: Any) -> Fact:
    return fact(source, commitment, **{"body": "COERCE", "theme": "power", "term": "coup", "agents": ()} | cells)


def resigned(source: str, **cells: Any) -> Fact:
    person = {"body": "RETREAT", "theme": "power", "term": "resignation", "agents": ("ruiz",), "objects": ()}
    return fact(source, **person | cells)


def matters(*facts: Fact) -> list[set[str]]:
    """The ids of the facts of each matter."""
    blocks: dict[int, list[Fact]] = {}
    for one in facts:
        blocks.setdefault(block_of(one), []).append(one)
    kernels, members = {}, {}
    for block, held in blocks.items():
        for kernel, inside in kernels_of(block, held):
            kernels[kernel.kernel], members[kernel.kernel] = kernel, inside
    roots = roots_of_all(kernels, {number: keys_of(kernel) for number, kernel in kernels.items()})
    found: dict[int, set[str]] = {}
    for number, root in roots.items():
        found.setdefault(root, set()).update(one.id for one in members[number])
    return sorted(found.values(), key=min)


def all_matters(record: Record) -> dict[frozenset[str], Any]:
    """Every matter by its statements: id, title, score and all positions, without numbers that depend on order."""
    bring_up_to_date(record)
    with record.reading() as connection:
        members: dict[int, set[str]] = {}
        query = "SELECT t.matter, s.id FROM matter_statements t JOIN statements s ON s.number = t.statement"
        for row in connection.exec_driver_sql(query):
            members.setdefault(row.matter, set()).add(row.id)
        positions: dict[int, list[Any]] = {}
        query = "SELECT matter, source, stance, says, differs, version, documents FROM matter_positions"
        for row in connection.exec_driver_sql(query):
            positions.setdefault(row.matter, []).append(tuple(row)[1:])
        matters = connection.exec_driver_sql("SELECT number, id, title, score, start FROM matters").all()
    return {
        frozenset(members[row.number]): (row.id, row.title, row.score, row.start, sorted(positions[row.number]))
        for row in matters
    }
