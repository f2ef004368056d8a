"""The sidecar `metadata.csv`: what people know of the texts in a folder, one line a text.

Columns: `path` (relative to the sidecar's folder), and any of title, source, author, date, language and url, under the
names that `data/columns.tsv` knows.
"""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from dissensus.errors import DissensusError, InputError, MissingPathError, UnreadableError, UnsafeError
from dissensus.reading import limits
from dissensus.reading.article import ReadFailure
from dissensus.reading.encodings import decode
from dissensus.reading.metadata import NOTHING, Metadata, by_field, of_fields

SIDECAR = "metadata.csv"


@dataclass(frozen=True)
class Sidecar:
    """What a sidecar says, by path.

    Attributes:
        folder: where the sidecar lies; None inside an archive.
        label: what failures call it.
    """

    folder: Path | None = None
    label: str = SIDECAR
    rows: Mapping[str, Metadata] = field(default_factory=dict)

    @classmethod
    def of(cls, folder: Path, label: str) -> Sidecar | ReadFailure:
        """The sidecar of a folder, empty when there is none."""
        path = folder / SIDECAR
        if not path.is_file():
            return cls(folder, label)
        try:
            if path.stat().st_size > limits.FILE_BYTES:
                raise UnsafeError(f"over {limits.FILE_BYTES // limits.MEGABYTE} MB, too large for a sidecar")
            return cls(folder, label, rows(path.read_bytes()))
        except (DissensusError, OSError) as error:
            return ReadFailure(label, located(error, label))

    def about(self, path: str) -> Metadata:
        """What it says of a path."""
        return self.rows.get(_key(path), NOTHING)

    def absent(self) -> Iterator[ReadFailure]:
        """A failure for every path it names where there is nothing."""
        for path in self.rows:
            if self.folder is not None and not (self.folder / path).exists():
                yield ReadFailure(
                    self.label, MissingPathError(f"names {path!r}, and there is nothing at this path", where=self.label)
                )


def rows(data: bytes) -> dict[str, Metadata]:
    """What a sidecar's bytes say, by path.

    Raises:
        UnreadableError: it is no CSV or has no column `path`.
    """
    text = decode(data)
    header = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=header.count)
    try:
        reader = csv.DictReader(io.StringIO(text), delimiter=delimiter)
        found = {}
        for row in reader:
            values = by_field({name: value for name, value in row.items() if isinstance(name, str)})
            if "path" in values:
                found[_key(str(values["path"]))] = of_fields(values)
    except csv.Error as error:
        raise UnreadableError(f"no valid CSV: {error}") from error
    if text.strip() and "path" not in by_field(dict.fromkeys(reader.fieldnames or (), "x")):
        raise UnreadableError("has no column `path`: its first line must name the columns")
    return found


def located(error: DissensusError | OSError, label: str) -> DissensusError:
    """The error as ours, saying where."""
    if not isinstance(error, DissensusError):
        return InputError(f"cannot be read ({(error.strerror or 'no reason given').lower()})", where=label)
    error.where = error.where or label
    return error


def _key(path: str) -> str:
    return unicodedata.normalize("NFC", PurePosixPath(path.strip().replace("\\", "/")).as_posix())
