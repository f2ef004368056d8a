"""Writes docs/schema/*.json, the JSON Schema of every exported type; a test fails when one is out of date.

Run `python docs/generate_schema.py` after changing a type in src/dissensus/model.py.
"""

from __future__ import annotations

import json
from pathlib import Path

from dissensus.exchange.kinds import SCHEMAS, json_schema

FOLDER = Path(__file__).with_name("schema")


def written() -> dict[str, str]:
    """What each file should hold, by its name."""
    return {
        f"{name}.json": json.dumps(json_schema(model), indent=2, ensure_ascii=False) + "\n"
        for name, model in SCHEMAS.items()
    }


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, text in written().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
