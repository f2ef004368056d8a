"""What reading, looking and summing up hand back."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from dissensus.model import Actor, Document, Kind

LISTED_FAILURES = 100
"""So many failures a report lists; the record keeps them all."""


@dataclass(frozen=True, slots=True)
class Failure:
    """Something that could not be read or analysed.

    Attributes:
        path: of the file, or of the member in it.
        error: name of the error's class.
        message: one line.
    """

    path: str
    error: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}: {self.message}"


@dataclass(slots=True)
class ReadReport:
    """What one `read` did.

    Attributes:
        files: files that were opened.
        unchanged: files that had been read to their end before, and were passed over.
        documents: documents written.
        known: documents that the record held already.
        words: in the documents written.
        statements: statements written, by kind.
        not_analysed: documents written whose language is not analysed, by language (`unknown` where it is not told).
        failed: how many things could not be read or analysed.
        failures: the first of them.
    """

    files: int = 0
    unchanged: int = 0
    documents: int = 0
    known: int = 0
    words: int = 0
    statements: Counter[Kind] = field(default_factory=Counter)
    not_analysed: Counter[str] = field(default_factory=Counter)
    failed: int = 0
    failures: list[Failure] = field(default_factory=list)

    @property
    def nothing_read(self) -> bool:
        """Whether something failed and nothing else is or was in the record."""
        return self.failed > 0 and not (self.documents or self.known or self.unchanged)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a `read` has come.

    Attributes:
        bytes: of the files finished, the unchanged ones included.
        bytes_in_all: of all files; 0 when not known (standard input).
        documents: documents written.
        words: in them.
    """

    bytes: int
    bytes_in_all: int
    documents: int
    words: int


@dataclass(frozen=True, slots=True)
class Listed:
    """A document in a list: without its text, with what was found in it."""

    document: Document
    words: int
    statements: int
    analysed: bool


@dataclass(frozen=True, slots=True)
class Counted:
    """An actor in a list, with how many documents mention it and how many statements are about it."""

    actor: Actor
    documents: int
    statements: int


@dataclass(frozen=True, slots=True)
class Context:
    """A quote in its surroundings. `before` and `after` begin and end at a word, with … where text is left out."""

    before: str
    quote: str
    after: str


@dataclass(slots=True)
class Info:
    """A record in figures."""

    path: str
    size: int
    """In bytes."""
    version: int
    """Of the tables."""
    made_by: str = ""
    documents: int = 0
    words: int = 0
    not_analysed: dict[str, int] = field(default_factory=dict)
    """Documents whose language is not analysed, by language."""
    languages: dict[str, int] = field(default_factory=dict)
    sources: dict[str, int] = field(default_factory=dict)
    first_date: str | None = None
    last_date: str | None = None
    statements: dict[str, int] = field(default_factory=dict)
    """By kind."""
    commitments: dict[str, int] = field(default_factory=dict)
    reviews: dict[str, int] = field(default_factory=dict)
    actors: dict[str, int] = field(default_factory=dict)
    """By origin."""
    programs: dict[str, int] = field(default_factory=dict)
    """Documents by the version of Dissensus that analysed them."""
    failed: int = 0
    failures: list[Failure] = field(default_factory=list)
    """The first of them."""
