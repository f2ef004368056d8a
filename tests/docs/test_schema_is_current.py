from __future__ import annotations

from docs import generate_openapi
from docs.generate_schema import FOLDER, written


def test_the_written_schema_is_the_programs() -> None:
    assert {path.name: path.read_text(encoding="utf-8") for path in FOLDER.iterdir()} == written()


def test_the_written_openapi_is_the_programs() -> None:
    assert generate_openapi.FILE.read_text(encoding="utf-8") == generate_openapi.written()
