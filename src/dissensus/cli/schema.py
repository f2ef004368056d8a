"""`dissensus schema`: the JSON Schema of what is exported."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from typing import Annotated

import typer


class SchemaType(StrEnum):
    """The exported types."""

    STATEMENT = "statement"
    ACTOR = "actor"
    DOCUMENT = "document"
    NETWORK = "network"


def schema(
    type: Annotated[
        SchemaType | None, typer.Argument(metavar="TYPE", help="statement, actor, document or network (one tie).")
    ] = None,
) -> None:
    """Print the JSON Schema of what is exported.

    Of one type, or of all of them in one object.
    """
    from dissensus.exchange.kinds import SCHEMAS, json_schema

    described = (
        json_schema(SCHEMAS[type.value]) if type else {name: json_schema(model) for name, model in SCHEMAS.items()}
    )
    sys.stdout.write(json.dumps(described, indent=2, ensure_ascii=False) + "\n")
