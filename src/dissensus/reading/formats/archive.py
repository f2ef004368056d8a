"""Zip archives of anything we read, one archive inside another at most. Nothing is unpacked to disk."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace

from dissensus.errors import DissensusError, UnreadableError, UnsafeError
from dissensus.reading import limits
from dissensus.reading.article import Article, Blob, Bytes, ReadFailure
from dissensus.reading.registry import read_blob, register
from dissensus.reading.sidecar import SIDECAR, Sidecar, located, rows
from dissensus.reading.zip_safety import check_archive, check_name

_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError)
_ENCRYPTED = 0x1


@register("zip", ".zip", sniff=lambda head: head.startswith(b"PK\x03\x04"), rank=2)
def read_archive(blob: Blob) -> Iterator[Article | ReadFailure]:
    """What is in the members, by name. A member that cannot be read is a failure, and the others go on.

    Raises:
        UnreadableError: it is no zip.
        UnsafeError: it is a zip bomb, or an archive too deep in others.
    """
    if blob.depth >= limits.ARCHIVE_DEPTH:
        raise UnsafeError("an archive in an archive in an archive: unpack the outermost first")
    with blob.open() as file:
        try:
            archive = zipfile.ZipFile(file)
        except _BROKEN as error:
            raise UnreadableError("not a zip, or a broken one: get a whole copy") from error
        with archive:
            size = file.seek(0, 2)
            check_archive(archive, size)
            yield from _members(archive, blob)


def _members(archive: zipfile.ZipFile, blob: Blob) -> Iterator[Article | ReadFailure]:
    members = sorted(
        (member for member in archive.infolist() if not member.is_dir() and not _hidden(member.filename)),
        key=lambda member: (not member.filename.endswith(SIDECAR), member.filename),
    )
    sidecars: dict[str, Sidecar] = {}
    read_any = False
    for member in members:
        label = f"{blob.label}/{member.filename}"
        try:
            check_name(member.filename)
            data = _unpacked(archive, member)
            if member.filename.rsplit("/", 1)[-1] == SIDECAR:
                sidecars[member.filename.removesuffix(SIDECAR)] = Sidecar(label=label, rows=rows(data))
                continue
            read_any = True
            for found in read_blob(Bytes(label, data, blob.depth + 1)):
                yield _with_sidecar(found, member.filename, sidecars) if isinstance(found, Article) else found
        except DissensusError as error:
            read_any = True
            yield ReadFailure(label, located(error, label))
    if not read_any:
        raise UnreadableError("nothing to read in this archive")


def _with_sidecar(article: Article, name: str, sidecars: dict[str, Sidecar]) -> Article:
    about = article.sidecar
    for prefix in sorted((prefix for prefix in sidecars if name.startswith(prefix)), key=len, reverse=True):
        about = about.filled_from(sidecars[prefix].about(name.removeprefix(prefix)))
    return replace(article, sidecar=about)


def _hidden(name: str) -> bool:
    return name.startswith("__MACOSX/") or any(
        part.startswith(".") and part != ".." for part in name.replace("\\", "/").split("/")
    )


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    if member.flag_bits & _ENCRYPTED:
        raise UnreadableError("it has a password: give an unlocked copy")
    if member.file_size > limits.FILE_BYTES:
        raise UnsafeError(f"over {limits.FILE_BYTES // limits.MEGABYTE} MB unpacked, the most that is read: split it")
    try:
        with archive.open(member) as file:
            return file.read(limits.FILE_BYTES + 1)
    except _BROKEN as error:
        raise UnreadableError("it cannot be unpacked: the archive is broken") from error
