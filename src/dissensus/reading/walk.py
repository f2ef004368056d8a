"""What there is to read: paths and folders become sources, each a file that can be asked for its hash and opened."""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass
from functools import cached_property
from pathlib import Path
from typing import BinaryIO, NamedTuple

from dissensus.errors import InputError, MissingPathError, UnreadableError, UnsafeError, UnsupportedFormatError
from dissensus.reading import limits
from dissensus.reading.article import Bytes, ReadFailure
from dissensus.reading.metadata import NOTHING, Metadata
from dissensus.reading.registry import suffixes
from dissensus.reading.sidecar import SIDECAR, Sidecar

_READER_VERSION = 2
"""Raised when the same file gives another document than before."""


@dataclass(frozen=True)
class Source:
    """A file to read, not read yet. Cheap to make, to hash and to send to another process.

    Attributes:
        label: `Document.path` of what is in it: relative to the folder given, with `/`; a file given by itself keeps
            the path as given; `-` is standard input.
        path: where to open it; None for standard input.
        size: in bytes.
        sidecar: what the sidecar of its folder says of it.
        data: the bytes of standard input, which cannot be read twice.
    """

    label: str
    path: Path | None
    size: int
    sidecar: Metadata = NOTHING
    data: bytes | None = None
    depth: int = 0

    @cached_property
    def sha256(self) -> str:
        """Of the bytes, in hexadecimal.

        Raises:
            InputError: the file has gone or may not be read.
        """
        digest = hashlib.sha256()
        with self.open() as file:
            try:
                while chunk := file.read(limits.CHUNK_BYTES):
                    digest.update(chunk)
            except OSError as error:
                raise _cannot_read(error, self.label) from error
        return digest.hexdigest()

    def fingerprint(self, defaults: Metadata = NOTHING) -> str:
        """What everything read from it depends on: the bytes, the label, the sidecar, the defaults and our version."""
        parts = (_READER_VERSION, self.sha256, self.label, *astuple(self.sidecar), *astuple(defaults))
        return hashlib.sha256(repr(parts).encode("utf-8", "backslashreplace")).hexdigest()

    def open(self) -> BinaryIO:
        """The bytes as a file.

        Raises:
            InputError: the file has gone or may not be read.
        """
        if self.path is None:
            return Bytes(self.label, self.data or b"").open()
        try:
            return self.path.open("rb")
        except OSError as error:
            raise _cannot_read(error, self.label) from error


class Total(NamedTuple):
    """How much there is to read."""

    files: int
    bytes: int


def sources(paths: Sequence[str | Path]) -> Iterator[Source | ReadFailure]:
    """List the files to read, in order of the paths and by name within a folder, one at a time.

    Folders are walked to the bottom. Hidden files and folders are left out, a folder met twice through links is walked
    once, and what we have no reader for comes as a failure. `-` reads standard input.
    """
    sidecars: dict[Path, Sidecar] = {}
    for path in paths:
        if str(path) == "-":
            yield _standard_input()
        elif Path(path).is_dir():
            yield from _folder(Path(path))
        else:
            yield from _file(Path(path), sidecars)


def count_paths(paths: Sequence[str | Path]) -> Total:
    """Count files and bytes without opening any; standard input counts for nothing, being unknown."""
    number = size = 0
    for path in paths:
        if str(path) == "-":
            continue
        found = _walk(Path(path), "") if Path(path).is_dir() else iter([_Found(Path(path), "")])
        for file in found:
            if isinstance(file, _Found) and _counts(file.path):
                number += 1
                size += file.path.stat().st_size
    return Total(number, size)


def _counts(path: Path) -> bool:
    return path.name != SIDECAR and _readable(path.name) and path.is_file()


class _Found(NamedTuple):
    path: Path
    label: str


def _standard_input() -> Source | ReadFailure:
    data = sys.stdin.buffer.read(limits.FILE_BYTES + 1)
    if len(data) > limits.FILE_BYTES:
        most = limits.FILE_BYTES // limits.MEGABYTE
        return ReadFailure("-", UnsafeError(f"over {most} MB on standard input: save it to a file", where="-"))
    return Source("-", None, len(data), data=data)


def _file(path: Path, sidecars: dict[Path, Sidecar]) -> Iterator[Source | ReadFailure]:
    """A file given by itself; `sidecars` keeps those of the folders met, which may lie beside many files."""
    folder = path.parent
    if folder not in sidecars:
        sidecar = Sidecar.of(folder, legible((folder / SIDECAR).as_posix()))
        if isinstance(sidecar, ReadFailure):
            yield sidecar
            sidecar = Sidecar(folder)
        sidecars[folder] = sidecar
    yield _source(path, legible(path.as_posix()), sidecars[folder].about(path.name))


def _folder(folder: Path) -> Iterator[Source | ReadFailure]:
    label = legible(folder.as_posix())
    sidecars: dict[str, Sidecar] = {}
    read_any = False
    for found in _walk(folder, ""):
        if isinstance(found, ReadFailure):
            yield found
            continue
        if found.path.name == SIDECAR:
            sidecar = Sidecar.of(found.path.parent, found.label)
            if isinstance(sidecar, ReadFailure):
                yield sidecar
            else:
                sidecars[found.label.removesuffix(SIDECAR)] = sidecar
                yield from sidecar.absent()
            continue
        source = _source(found.path, found.label, _about(sidecars, found.label))
        read_any = read_any or isinstance(source, Source)
        yield source
    if not read_any:
        yield ReadFailure(label, InputError("no readable files in this folder; give one that holds texts", where=label))


def _about(sidecars: dict[str, Sidecar], label: str) -> Metadata:
    """What the sidecars above a file say of it, the nearest first."""
    about = NOTHING
    for prefix in sorted((prefix for prefix in sidecars if label.startswith(prefix)), key=len, reverse=True):
        about = about.filled_from(sidecars[prefix].about(label.removeprefix(prefix)))
    return about


def _walk(folder: Path, prefix: str, seen: set[tuple[int, int]] | None = None) -> Iterator[_Found | ReadFailure]:
    """Files under a folder, the sidecar of each folder first, then by name. `seen` are the folders walked already."""
    seen = set() if seen is None else seen
    try:
        here = folder.stat()
        if (here.st_dev, here.st_ino) in seen:
            return
        entries = sorted(os.scandir(folder), key=lambda entry: (entry.name != SIDECAR, entry.name))
    except OSError as error:
        label = legible(prefix.rstrip("/") or folder.as_posix())
        yield ReadFailure(label, _cannot_read(error, label))
        return
    seen.add((here.st_dev, here.st_ino))
    for entry in entries:
        if entry.name.startswith("."):
            continue
        label = legible(prefix + entry.name)
        if entry.is_dir():
            yield from _walk(Path(entry.path), f"{label}/", seen)
        else:
            yield _Found(Path(entry.path), label)


def _source(path: Path, label: str, sidecar: Metadata) -> Source | ReadFailure:
    try:
        status = path.stat()
    except OSError as error:
        return ReadFailure(label, _cannot_read(error, label))
    if not stat.S_ISREG(status.st_mode):
        return ReadFailure(label, UnsupportedFormatError("not a regular file: it cannot be read twice", where=label))
    if not _readable(path.name):
        suffix = path.suffix.lower()
        known = " ".join(sorted(suffixes()))
        return ReadFailure(
            label, UnsupportedFormatError(f"no reader for {suffix} files; save it as one of {known}", where=label)
        )
    return Source(label, path, status.st_size, sidecar)


def _readable(name: str) -> bool:
    """Whether we read files of this name: by suffix, or without one, when the bytes will tell."""
    name = name.lower()
    if any(name.endswith(suffix) for suffix in suffixes()):
        return True
    stem, dot, suffix = name.rpartition(".")
    return not (dot and stem and suffix.isalnum())


def _cannot_read(error: OSError, label: str) -> InputError:
    if isinstance(error, FileNotFoundError):
        return MissingPathError("there is nothing at this path; see how it is spelt", where=label)
    return UnreadableError(f"cannot be opened ({(error.strerror or 'no reason given').lower()})", where=label)


def legible(label: str) -> str:
    """A path with the bytes that are not UTF-8 replaced, so that it can be stored and printed."""
    return os.fsencode(label).decode("utf-8", "replace")
