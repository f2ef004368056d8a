"""Putting a statement that a person changed in the place of the one that was there."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from dissensus.model import Statement
from dissensus.record import schema
from dissensus.record.edge_writing import Told, replace_edges
from dissensus.record.rows import statement_row

statements, named = schema.statements, schema.statement_actors


def rewrite(connection: Connection, statement: Statement) -> None:
    """Write a statement anew in all tables that tell of it. Its document stays."""
    row = connection.execute(
        select(statements.c.number, statements.c.document).where(statements.c.id == statement.id)
    ).one()
    values, parts, edges = statement_row(statement)
    connection.execute(update(statements).where(statements.c.number == row.number).values(values))
    connection.execute(delete(named).where(named.c.statement == row.number))
    if parts:
        place = {"statement": row.number, "document": row.document}
        connection.execute(insert(named), [{**place, **part._asdict()} for part in parts])
    replace_edges(connection, Told(row.number, row.document, values, edges))
    connection.execute(upsert(schema.matter_changes).on_conflict_do_nothing(), {"document": row.document})
