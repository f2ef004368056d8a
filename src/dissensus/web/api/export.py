"""Exports: the whole record in the formats of the field, streamed."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Any, Final

from fastapi import APIRouter, Query
from fastapi.responses import StreamingResponse

from dissensus.errors import InputError
from dissensus.exchange.kinds import KINDS, Exported
from dissensus.exchange.registry import Format, format_named, formats
from dissensus.record.filters import condition
from dissensus.web.api.common import TheFilter, TheRecord

router = APIRouter(prefix="/export", tags=["export"])

_CHUNK: Final = 64 * 1024


class What(StrEnum):
    """What can be exported."""

    STATEMENTS = "statements"
    ACTORS = "actors"
    DOCUMENTS = "documents"
    NETWORK = "network"


@router.get(
    "/{what}",
    response_class=StreamingResponse,
    responses={200: {"content": {"application/octet-stream": {}}, "description": "The file."}},
)
def export(
    record: TheRecord,
    what: What,
    wanted: TheFilter,
    format: Annotated[str, Query(pattern="^[a-z]+$", description="As `dissensus export --format` takes it.")] = "jsonl",
) -> StreamingResponse:
    """A file of statements (those that the filter lets through), actors, documents or the ties of the network."""
    if format not in formats():
        raise InputError(f"no format is called '{format}'; there are {', '.join(formats())}")
    chosen, exported = format_named(format), KINDS[what.value]
    if chosen.networks and what is not What.NETWORK:
        raise InputError(f"{format} holds networks only")
    with record.reading() as connection:
        condition(connection, wanted)  # what is not known is said before the file begins
    items = record.statements(wanted) if what is What.STATEMENTS else exported.items(record)
    return StreamingResponse(
        _streamed(chosen, exported, items),
        media_type="application/octet-stream",
        headers={"Content-Disposition": f'attachment; filename="{what.value}.{format}"'},
    )


def _streamed(chosen: Format, exported: Exported, items: Iterator[Any]) -> Iterator[bytes]:
    """What a format writes, as it is written. A failure breaks the stream off, so that no half file seems whole."""
    reading, writing = os.pipe()
    failed: list[Exception] = []

    def write() -> None:
        try:
            with os.fdopen(writing, "wb") as stream:
                chosen.write(exported, items, stream)
        except BrokenPipeError:
            pass
        except Exception as error:
            failed.append(error)

    thread = threading.Thread(target=write, name="export", daemon=True)
    thread.start()
    with os.fdopen(reading, "rb") as stream:
        while chunk := stream.read(_CHUNK):
            yield chunk
    thread.join()
    if failed:
        raise failed[0]
