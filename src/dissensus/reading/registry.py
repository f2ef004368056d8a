"""The formats we read. Each is one module of `reading/formats` whose reader is entered here by the decorator.

To add one: write `formats/<name>.py` with a function decorated by `register`. Nothing else needs to know of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from dissensus.errors import UnreadableError, UnsupportedFormatError
from dissensus.reading import limits
from dissensus.reading.article import Article, Blob, ReadFailure

Reader = Callable[[Blob], Iterator[Article | ReadFailure]]
Sniffer = Callable[[bytes], bool]


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file.

    Attributes:
        name: what messages call it.
        suffixes: in lower case, with the dot.
        read: yields what is in a blob; raises `InputError` when nothing can be read any more.
        sniff: tells from the first bytes; asked only where there is no suffix.
        rank: who is asked first, lowest first.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Reader
    sniff: Sniffer
    rank: int


_entered: dict[str, Format] = {}


def register(name: str, *suffixes: str, sniff: Sniffer, rank: int = 5) -> Callable[[Reader], Reader]:
    """Enter a reader for the files that end in one of the suffixes."""

    def enter(read: Reader) -> Reader:
        _entered[name] = Format(name, suffixes, read, sniff, rank)
        return read

    return enter


@cache
def formats() -> tuple[Format, ...]:
    """All formats, in the order in which they are asked to sniff."""
    package = import_module("dissensus.reading.formats")
    for module in sorted(found.name for found in iter_modules(package.__path__)):
        import_module(f"{package.__name__}.{module}")
    return tuple(sorted(_entered.values(), key=lambda format_: (format_.rank, format_.name)))


@cache
def suffixes() -> dict[str, Format]:
    """Every suffix we read, longest first."""
    pairs = [(suffix, format_) for format_ in formats() for suffix in format_.suffixes]
    return dict(sorted(pairs, key=lambda pair: (-len(pair[0]), pair[0])))


def format_of(blob: Blob) -> Format:
    """The format of a blob: by its suffix, and where it has none by its first bytes.

    Raises:
        UnsupportedFormatError: it has a suffix that no format has.
        UnreadableError: it has none and is empty or binary.
    """
    name = blob.label.rsplit("/", 1)[-1].lower()
    for suffix, format_ in suffixes().items():
        if name.endswith(suffix):
            return format_
    stem, dot, suffix = name.rpartition(".")
    if dot and stem and suffix.isalnum():
        known = " ".join(sorted(suffixes()))
        raise UnsupportedFormatError(f"no reader for .{suffix} files; save it as one of {known}")
    with blob.open() as file:
        head = file.read(limits.SAMPLE_BYTES)
    if not head.strip():
        raise UnreadableError("the file is empty: get a whole copy")
    for format_ in formats():
        if format_.sniff(head):
            return format_
    raise UnreadableError("this is of no kind we read, and has no suffix that says what it is")


def read_blob(blob: Blob) -> Iterator[Article | ReadFailure]:
    """What is in a blob.

    Raises:
        InputError: it cannot be read, or not further.
    """
    yield from format_of(blob).read(blob)
