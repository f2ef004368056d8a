"""Everything that Dissensus raises, as a tree.

    DissensusError
    ├── InputError              what was given cannot be read
    │   ├── MissingPathError
    │   ├── UnsupportedFormatError
    │   ├── UnreadableError     broken, encrypted, binary, wrong encoding
    │   └── UnsafeError         too large, a zip bomb, a path that leaves its archive
    ├── RecordError             the one file
    │   ├── NotARecordError
    │   ├── RecordVersionError  written by a newer Dissensus
    │   ├── RecordBusyError     another process is writing
    │   └── RecordNotWritableError
    ├── NotFoundError           no such statement, actor or document
    └── DictionaryError         a line of a plain file that breaks its rules

A message is one line that says what, where and what to do.
"""

from __future__ import annotations


class DissensusError(Exception):
    """The root of the tree.

    Attributes:
        where: the path, id or `file:line` it is about, if any.
        exit_code: what the command line exits with.
    """

    exit_code = 1

    def __init__(self, message: str, *, where: str | None = None) -> None:
        super().__init__(message)
        self.where = where

    def __str__(self) -> str:
        message = super().__str__()
        return f"{self.where}: {message}" if self.where else message


class InputError(DissensusError):
    """What was given cannot be read."""

    exit_code = 3


class MissingPathError(InputError):
    """There is nothing at the path."""


class UnsupportedFormatError(InputError):
    """No reader takes this kind of file."""


class UnreadableError(InputError):
    """The file is of a kind we read, and is broken, encrypted, empty or not what its name says."""


class UnsafeError(InputError):
    """Reading it would be dangerous: too large, a zip bomb, a path that leaves its archive."""


class RecordError(DissensusError):
    """The record cannot be opened or written."""

    exit_code = 4


class NotARecordError(RecordError):
    """The file exists and is not a Dissensus record."""


class RecordVersionError(RecordError):
    """The record was written by a newer Dissensus."""


class RecordBusyError(RecordError):
    """Another process is writing to the record."""


class RecordNotWritableError(RecordError):
    """The record or its folder may not be written to, or the disk is full."""


class NotFoundError(DissensusError):
    """No such statement, actor or document in the record."""

    exit_code = 5


class DictionaryError(DissensusError):
    """A line of a dictionary or lexicon breaks the rules in its header."""

    exit_code = 6
