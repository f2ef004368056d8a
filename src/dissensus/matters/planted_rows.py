"""Writing a planted world into a record, as reading it would have."""

from __future__ import annotations

import datetime
import json
from collections.abc import Sequence
from itertools import islice
from typing import Any, Final

from sqlalchemy import Connection

from dissensus.matters.planted_world import Body, PlantedDocument, World
from dissensus.record.bulk import in_bulk
from dissensus.record.triggers import rebuild
from dissensus.record.words import fold

_BATCH: Final = 20_000
_TABLES: Final = ("documents", "statements", "statement_actors", "actors", "actor_names", "edges", "edge_actors")
_ENCODE: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def write_world(connection: Connection, world: World) -> None:
    """Write actors, the documents that hold statements, and these; inside a transaction, into an empty record."""
    with in_bulk(connection, _TABLES):
        _write_actors(connection, world.all)
        _write_documents(connection, world)
    rebuild(connection)


def _write_documents(connection: Connection, world: World) -> None:
    documents, statements, parts, changes, edges = [], [], [], [], []
    places = {body.id: place for place, body in enumerate(world.all, start=1)}
    number = 0
    written = [document for document in world.documents if document.statements]
    for place, document in enumerate(written, start=1):
        text: list[str] = []
        at = 0
        for statement in document.statements:
            number += 1
            statements.append(_row(number, place, at, statement, world))
            parts += [(number, part, actor, actor, place) for part, actor in statement["parts"]]
            edges += _edges(number, place, statement, places)
            text.append(statement["quote"])
            at += len(statement["quote"]) + 2
        document.statements = []
        documents.append(_document_row(place, document, ". ".join(text) + ".", world))
        changes.append((place,))
        if len(statements) >= _BATCH or place == len(written):
            _flush(connection, documents, statements, parts, changes, edges)
            documents, statements, parts, changes, edges = [], [], [], [], []


def _flush(connection: Connection, *rows: Sequence[tuple[Any, ...]]) -> None:
    queries = (
        "INSERT INTO documents (number, id, path, title, source, source_folded, date, language, text, turns, furniture,"
        " sha256, words, analysed, program) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        'INSERT INTO statements (number, id, document, start, "end", quote, kind, holder, holder_folded, is_author,'
        " commitment, confidence, event_type, relation, sign, date_start, date_end, extractor, review, body)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        "INSERT INTO statement_actors (statement, part, actor, found, document) VALUES (?, ?, ?, ?, ?)",
        "INSERT INTO matter_changes (document) VALUES (?)",
        "INSERT INTO edges (statement, a, b, document, tie, told, value, first_day, last_day, is_author, commitment,"
        " confidence, review) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )
    for query, values in zip(queries, rows, strict=True):
        if values:
            connection.exec_driver_sql(query, list(values))


def _write_actors(connection: Connection, bodies: Sequence[Body]) -> None:
    pending = iter(bodies)
    while batch := list(islice(pending, _BATCH)):
        rows, names = [], []
        for body in batch:
            actor = {
                **body.reference(),
                "aliases": {},
                "sectors": [],
                "roles": [],
                "predecessors": [],
                "origin": "gazetteer",
            }
            rows.append((body.id, body.name, body.type, body.country, "gazetteer", json.dumps(actor)))
            names.append((body.id, "en", body.name, fold(body.name)))
        connection.exec_driver_sql(
            "INSERT INTO actors (id, name, type, country, origin, body) VALUES (?, ?, ?, ?, ?, ?)", rows
        )
        connection.exec_driver_sql("INSERT INTO actor_names (actor, language, name, folded) VALUES (?, ?, ?, ?)", names)
    numbers = [(number, body.id) for number, body in enumerate(bodies, start=1)]
    connection.exec_driver_sql("INSERT INTO edge_actors (number, id) VALUES (?, ?)", numbers)


def _edges(number: int, document: int, statement: dict[str, Any], places: dict[str, int]) -> list[tuple[Any, ...]]:
    """What `dissensus.record.edges.edges_of` gives for the statement, without making a model of it."""
    event, tie = statement.get("event"), statement.get("tie")
    if tie:
        a, b, told, value = tie["a"], tie["b"], tie["relation"], float(tie["sign"])
        first, last = tie["period"]["start"], None
        first = f"{first}-01" if first else None
    elif event and event["actors"] and event["recipients"]:
        a, b, told, value = event["actors"][0], event["recipients"][0], event["type"], event["score"]
        first, last = event["date"].get("start"), event["date"].get("end")
    else:
        return []
    if a["id"] == b["id"]:
        return []
    days = [datetime.date.fromisoformat(day).toordinal() if day else None for day in (first, last)]
    return [
        (
            number, places[a["id"]], places[b["id"]], document, tie is not None, told, value, *days,
            statement["holder"] is None, statement["commitment"], statement["confidence"], "unreviewed",
        )
    ]  # fmt: skip


def _document_row(number: int, document: PlantedDocument, text: str, world: World) -> tuple[Any, ...]:
    source = world.outlets[document.source]
    date = datetime.date.fromordinal(document.day).isoformat()
    title = f"{source}, {date}"
    sha = world.hash(f"bytes {document.number}") * 2
    return (
        number, document.id, f"{number:06}.txt", title, source, fold(source), date, "en", text, "[]", "[]",
        sha, text.count(" ") + 1, True, "planted",
    )  # fmt: skip


def _row(number: int, document: int, start: int, statement: dict[str, Any], world: World) -> tuple[Any, ...]:
    quote, kind, holder = statement["quote"], statement["kind"], statement["holder"]
    end = start + len(quote)
    outlet = "the author"
    body = {
        "id": statement["id"],
        "kind": kind,
        "evidence": {"start": start, "end": end, "quote": quote},
        "mentions": [],
        "holder": holder or {"name": outlet, "is_author": True},
        "commitment": statement["commitment"],
        "confidence": statement["confidence"],
        "extractor": {"name": "planted", "version": "1"},
        "explanation": {"rule": "planted", "lexicon": statement["lexicon"], "words": [], "notes": []},
        kind: statement[kind],
    }
    event, tie, label = statement.get("event"), statement.get("tie"), statement.get("label")
    figure = statement.get("figure")
    first, last = None, None
    if event:
        first, last = event["date"].get("start"), event["date"].get("end")
    elif tie and tie["period"]["start"]:
        first = tie["period"]["start"] + "-01"
    elif figure and figure.get("date"):
        first = last = figure["date"]
    return (
        number, statement["id"], document, start, end, quote, kind, holder["id"] if holder else None,
        fold(holder["name"]) if holder else outlet, holder is None, statement["commitment"], statement["confidence"],
        event["type"] if event else None, tie["relation"] if tie else None,
        tie["sign"] if tie else label["valence"] if label else None, first, last, "planted 1", "unreviewed",
        _ENCODE(body),
    )  # fmt: skip
