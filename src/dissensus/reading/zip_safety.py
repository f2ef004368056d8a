"""What makes a zip unsafe to read: it unpacks to too much, or a member's name leaves it."""

from __future__ import annotations

import re
import zipfile
from pathlib import PurePosixPath

from dissensus.errors import UnsafeError
from dissensus.reading import limits

_DRIVE = re.compile(r"[A-Za-z]:")


def check_archive(archive: zipfile.ZipFile, packed: int) -> None:
    """Refuse a zip bomb before anything is unpacked.

    zipfile unpacks no more of a member than its header says, so the headers can be relied on.

    Args:
        archive: opened.
        packed: size of the archive in bytes.

    Raises:
        UnsafeError: it has too many members, or unpacks to too much, or packs unlike any text.
    """
    members = archive.infolist()
    if len(members) > limits.ARCHIVE_MEMBERS:
        raise UnsafeError(f"{len(members):,} members; at most {limits.ARCHIVE_MEMBERS:,} are read: split it")
    total = sum(member.file_size for member in members)
    if total > limits.ARCHIVE_BYTES:
        raise UnsafeError(
            f"unpacks to {total / limits.MEGABYTE:,.0f} MB; "
            f"at most {limits.ARCHIVE_BYTES // limits.MEGABYTE:,} MB are read"
        )
    for size, small in [(total, packed), *((member.file_size, member.compress_size) for member in members)]:
        if size > limits.RATIO_MATTERS_FROM and size > limits.ARCHIVE_RATIO * max(small, 1):
            raise UnsafeError(
                f"unpacks to {size / max(small, 1):,.0f} times its size; "
                f"over {limits.ARCHIVE_RATIO} times is a zip bomb"
            )


def check_name(name: str) -> None:
    """Refuse a member whose name leads out of the archive.

    Raises:
        UnsafeError: the name is absolute, has a drive, or climbs.
    """
    path = PurePosixPath(name.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or _DRIVE.match(name):
        raise UnsafeError("its path leads out of the archive, and is not read")
