"""Sources into documents: metadata put together, furniture and turns marked, the id made."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from dissensus.errors import DissensusError, UnreadableError
from dissensus.model import Document
from dissensus.reading import limits
from dissensus.reading.article import Article, Blob, Bytes, Heads, ReadFailure
from dissensus.reading.encodings import too_long
from dissensus.reading.furniture import furniture_of, merged
from dissensus.reading.heads import Head, head_of
from dissensus.reading.metadata import NOTHING, Metadata
from dissensus.reading.registry import read_blob
from dissensus.reading.sidecar import located
from dissensus.reading.turns import turns_of
from dissensus.reading.walk import Source, sources


def read_paths(paths: Sequence[str | Path], *, defaults: Metadata = NOTHING) -> Iterator[Document | ReadFailure]:
    """Read files and folders, one file at a time.

    Args:
        paths: files, folders (walked to the bottom, in order of names) and `-` for standard input.
        defaults: metadata for what the texts themselves leave unsaid.

    Yields:
        A document for every text, or a failure for everything that could not be read.
    """
    for source in sources(paths):
        if isinstance(source, ReadFailure):
            yield source
        else:
            yield from documents(source, defaults)


def documents(source: Source, defaults: Metadata = NOTHING) -> Iterator[Document | ReadFailure]:
    """The documents in a source: one for a text, many for a collection, an archive or a feed."""
    try:
        sha256 = source.sha256
    except DissensusError as error:
        yield ReadFailure(source.label, error)
        return
    yield from _documents(source, sha256, source.sidecar, defaults)


def read_bytes(data: bytes, name: str, *, defaults: Metadata = NOTHING) -> Iterator[Document | ReadFailure]:
    """Read bytes as the file of that name would be read; without a suffix the bytes tell what they are."""
    yield from _documents(Bytes(name, data), hashlib.sha256(data).hexdigest(), NOTHING, defaults)


def read_one(path: str | Path, *, defaults: Metadata = NOTHING) -> Document:
    """Read a file that holds one document.

    Raises:
        InputError: it cannot be read, or holds several documents or none.
    """
    read = list(read_paths([path], defaults=defaults))
    for item in read:
        if isinstance(item, ReadFailure):
            raise item.error
    if len(read) != 1 or not isinstance(read[0], Document):
        raise UnreadableError(f"holds {len(read)} documents, not one: use read_paths", where=str(path))
    return read[0]


def _documents(blob: Blob, sha256: str, sidecar: Metadata, defaults: Metadata) -> Iterator[Document | ReadFailure]:
    articles = read_blob(blob)
    while True:
        try:
            article = next(articles, None)
        except RecursionError:
            error: DissensusError = UnreadableError("nested too deeply to be read", where=blob.label)
            yield ReadFailure(blob.label, error)
            return
        except (DissensusError, OSError) as caught:
            yield ReadFailure(blob.label, located(caught, blob.label))
            return
        if article is None:
            return
        if isinstance(article, ReadFailure):
            yield ReadFailure(article.path, located(article.error, article.path))
            continue
        try:
            yield _document(article, sha256, article.sidecar.filled_from(sidecar), defaults)
        except DissensusError as caught:
            yield ReadFailure(article.label, located(caught, article.label))


def _document(article: Article, sha256: str, sidecar: Metadata, defaults: Metadata) -> Document:
    text = article.text
    if len(text) > limits.DOCUMENT_CHARACTERS:
        raise too_long(len(text), "characters")
    if not text.strip():
        raise UnreadableError("there is no text in it")
    head = head_of(text, article.heads) if article.heads is not Heads.NONE else Head()
    metadata = article.metadata.filled_from(sidecar).filled_from(head.metadata).filled_from(defaults)
    furniture = merged(text, (*article.furniture, *head.furniture, *furniture_of(text)))
    turns = turns_of(text, furniture, article.apart, metadata)
    return Document(
        id=hashlib.sha256(text.encode("utf-8")).hexdigest()[:16],
        path=article.label,
        url=metadata.url,
        title=metadata.title,
        source=metadata.source,
        author=metadata.author,
        date=metadata.date,
        language=metadata.language,
        text=text,
        turns=turns,
        furniture=furniture,
        sha256=sha256,
    )
