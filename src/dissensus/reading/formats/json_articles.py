"""Articles as JSON: one object a line, an array of objects, or one object."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from dissensus.errors import DissensusError, UnreadableError
from dissensus.reading.article import Article, Blob, ReadFailure, whole
from dissensus.reading.encodings import decode
from dissensus.reading.lines import text_lines
from dissensus.reading.metadata import by_field
from dissensus.reading.registry import register
from dissensus.reading.rows import row_article
from dissensus.reading.sidecar import located

_SPACE = re.compile(r"[\s,]*")


@register("JSON Lines", ".jsonl", ".ndjson", sniff=lambda head: head.lstrip()[:1] == b"{", rank=4)
def read_json_lines(blob: Blob) -> Iterator[Article | ReadFailure]:
    """An article a line, `path#line`; a line that cannot be read is a failure, and the others go on.

    Raises:
        UnreadableError: it is no text, or empty.
    """
    any_line = False
    with blob.open() as file:
        for number, line in enumerate(text_lines(file), 1):
            label = f"{blob.label}#{number}"
            if isinstance(line, DissensusError):
                yield ReadFailure(label, located(line, label))
            elif line.strip():
                yield _article(line, label)
            any_line = any_line or isinstance(line, DissensusError) or bool(line.strip())
    if not any_line:
        raise UnreadableError("the file is empty: get a whole copy")


@register("JSON", ".json", sniff=lambda head: head.lstrip()[:1] == b"[", rank=4)
def read_json(blob: Blob) -> Iterator[Article | ReadFailure]:
    """An article an object, `path#number`: of an array, of the one array that an object holds, or of lines.

    Raises:
        UnreadableError: it is no JSON, or not further.
    """
    text = decode(whole(blob))
    at = _after_space(text, 0)
    if text[at] == "[":
        yield from _array(text, at + 1, blob.label)
        return
    value, end = _decoded(text, at)
    if _after_space(text, end) < len(text):
        yield from read_json_lines(blob)
    elif isinstance(value, Mapping) and "text" not in by_field(value) and (held := _held(value)) is not None:
        for number, item in enumerate(held, 1):
            yield _of_value(item, f"{blob.label}#{number}")
    else:
        yield _of_value(value, blob.label)


def _array(text: str, at: int, label: str) -> Iterator[Article | ReadFailure]:
    """The objects of an array, decoded one at a time."""
    number = 0
    while True:
        at = _after_space(text, at)
        if at >= len(text):
            raise UnreadableError("the JSON array is not closed: the file is cut short")
        if text[at] == "]":
            return
        value, at = _decoded(text, at)
        number += 1
        yield _of_value(value, f"{label}#{number}")


def _after_space(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at


def _decoded(text: str, at: int) -> tuple[object, int]:
    try:
        return _DECODER.raw_decode(text, at)
    except ValueError as error:
        message = error.msg if isinstance(error, json.JSONDecodeError) else "a number too long"
        line = text.count("\n", 0, getattr(error, "pos", at)) + 1
        raise UnreadableError(f"no valid JSON in line {line}: {message}") from error
    except RecursionError as error:
        raise UnreadableError("JSON nested too deeply") from error


_DECODER = json.JSONDecoder()


def _held(value: Mapping[str, object]) -> list[object] | None:
    """The one list of objects in an object (`{"articles": [...]}`)."""
    lists = [item for item in value.values() if isinstance(item, list) and item and isinstance(item[0], Mapping)]
    return lists[0] if len(lists) == 1 else None


def _article(line: str, label: str) -> Article | ReadFailure:
    try:
        value = _DECODER.decode(line)
    except (ValueError, RecursionError) as error:
        why = error.msg if isinstance(error, json.JSONDecodeError) else "nested too deeply, or a number too long"
        return ReadFailure(label, UnreadableError(f"no valid JSON: {why}", where=label))
    return _of_value(value, label)


def _of_value(value: object, label: str) -> Article | ReadFailure:
    if not isinstance(value, Mapping):
        return ReadFailure(label, UnreadableError("not a JSON object with a text", where=label))
    try:
        return row_article(value, label)
    except DissensusError as error:
        return ReadFailure(label, located(error, label))
