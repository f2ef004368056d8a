"""Writes docs/openapi.json, what the API of `dissensus serve` takes and answers; a test fails when it is old.

Run `python docs/generate_openapi.py` after changing the API, and `npm run types` in `frontend/` after that.
"""

from __future__ import annotations

import json
from pathlib import Path

from dissensus.web.app import openapi

FILE = Path(__file__).with_name("openapi.json")


def written() -> str:
    """What the file should hold."""
    return json.dumps(openapi(), indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    FILE.write_text(written(), encoding="utf-8")
