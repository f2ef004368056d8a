"""A row of a collection (a JSON object, a line of a table) into an article."""

from __future__ import annotations

from collections.abc import Mapping

from dissensus.errors import UnreadableError
from dissensus.reading.article import Article, Heads
from dissensus.reading.encodings import tidy
from dissensus.reading.metadata import by_field, of_fields
from dissensus.reading.page import fragment_text


def row_article(row: Mapping[str, object], label: str) -> Article:
    """The article of a row, its columns mapped by `data/columns.tsv`.

    Raises:
        UnreadableError: it has no text.
    """
    values = by_field(row)
    text = _text(values.get("text"))
    if not text.strip():
        raise UnreadableError("no text: a column text, body, content or article must hold it")
    return Article(label, text, of_fields(values), heads=Heads.LINES if "title" in values else Heads.ALL)


def _text(value: object) -> str:
    if isinstance(value, (list, tuple)):
        return "\n\n".join(filter(None, map(_text, value)))
    if isinstance(value, Mapping):
        return _text(value.get("text") or value.get("value") or value.get("content"))
    return tidy(fragment_text(value)) if isinstance(value, str) else ""
