"""The words of matters as types: what several statements are about, and what each source says of it.

Nothing here computes. A matter takes no side: its title names what is spoken of, and every position rests on quotes.
"""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from dissensus.model import Commitment, FrozenType, Kind, Place


class Stance(StrEnum):
    """How a source stands to a matter."""

    STATES = "states"
    ALLEGES = "alleges"
    DENIES = "denies"
    PREDICTS = "predicts"
    DEMANDS = "demands"
    ASKS = "asks"  # it asks or supposes, and says nothing
    DIFFERS = "differs"  # it has its own version, where most sources have another
    MIXED = "mixed"  # it says so and denies it, or tells two versions
    SILENT = "silent"  # it speaks of the same actors in the same time, and not of this


class Aspect(StrEnum):
    """In what sources part ways."""

    WHO = "who"
    WHAT = "what"
    HOW_MUCH = "how_much"
    WHEN = "when"
    WHETHER = "whether"
    HOW_CALLED = "how_called"


class SourceKind(StrEnum):
    """What a source of statements is: the document's own voice under the best name known, or someone it reports."""

    PUBLISHER = "publisher"
    AUTHOR = "author"
    DOCUMENT = "document"
    HOLDER = "holder"


class DecisionAction(StrEnum):
    """What a person decided on matters."""

    SPLIT = "split"
    JOIN = "join"


class Source(FrozenType):
    """Whose position it is. A document's own voice counts for its publisher; reported speech for its holder."""

    key: str
    """Stable: `publisher:`, `author:`, `document:` or `holder:`, and a folded name or an actor's id."""
    name: str
    kind: SourceKind
    actor: str | None = None
    """Id of the holder's actor, where there is one."""


class NamedActor(FrozenType):
    """An actor in a list."""

    id: str
    name: str


class Version(FrozenType):
    """What one source tells of a matter, aspect by aspect. Empty or None: not told."""

    who: tuple[NamedActor, ...] = ()
    """Who did it; of ties and labels, whom it is about."""
    what: str | None = None
    """Type of event, relation of a tie."""
    how_much: tuple[float, ...] = ()
    unit: str | None = None
    start: str | None = None
    end: str | None = None
    """First and last day it can have been, ISO 8601, both included."""
    how_called: tuple[str, ...] = ()
    """The words of dispute used: `coup`, `resignation`; of labels, the terms."""


class Quote(FrozenType):
    """The words that a position rests on."""

    statement: str
    document: str
    title: str | None = None
    date: str | None = None
    """Of the document."""
    holder: str
    commitment: Commitment
    confidence: float
    start: int
    end: int
    text: str


class Position(FrozenType):
    """What one source says of one matter."""

    matter: str
    source: Source
    stance: Stance
    says: Stance
    """The stance before it is compared with the version that most sources tell: never `differs`."""
    differs: tuple[Aspect, ...] = ()
    """In what it parts ways with that version; `whether` where it denies."""
    version: Version = Version()
    quotes: tuple[Quote, ...] = ()
    """The surest first. None for a source that is silent."""
    documents: tuple[str, ...] = ()
    """Ids of the documents it speaks in; of a silent source, those in which it could have spoken."""


class Dispute(FrozenType):
    """How much sources part ways on a matter, and how much they speak: `score` is the product of the parts."""

    score: float
    parting: float
    """0 to 1: the chance that two sources drawn at random hold positions that do not go together."""
    voices: float
    """log2(1 + sources that take a position)."""
    weight: float
    """log2(1 + statements), each counted with its confidence; several that begin at one place of a text are one."""
    breadth: float
    """0 to 1: 1 where the sides are heard in several documents, less where one document alone tells of both."""
    gravity: float
    """How much is at stake: coups, elections and deaths before visits and remarks. See `gravity.tsv`."""


class MatterInShort(FrozenType):
    """What several statements are about, without the long lists of who says what."""

    id: str
    """`m` and the beginning of the smallest id of its statements. Ids it had before still lead to it."""
    kind: Kind
    title: str
    """In neutral words."""
    titles: dict[str, str] = Field(default_factory=dict)
    """The same in other languages, by ISO 639-1 code. A record read by an older version has none until it grows."""
    actors: tuple[NamedActor, ...]
    """The most often named first."""
    place: Place | None = None
    start: str | None = None
    end: str | None = None
    """First and last day told, ISO 8601, both included."""
    documents: int
    stances: dict[Stance, int]
    """Sources by stance, without the silent ones."""
    differs: tuple[Aspect, ...]
    """In what the sources part ways."""
    dispute: Dispute
    decisions: tuple[int, ...] = ()
    """Numbers of the decisions of people that shaped it."""


class Matter(MatterInShort):
    """What several statements are about."""

    statements: tuple[str, ...]
    """Ids, in the order of documents' dates and of the text."""
    sources: tuple[Source, ...]
    """Those that take a position."""


class Join(FrozenType):
    """Why a statement is in its matter."""

    statement: str
    matter: str
    with_: str
    """The statement it was joined with: the one that is most like the others."""
    score: float
    """0 to 1."""
    detail: tuple[str, ...]
    """What speaks for it and against it, one line each, with its share of the score."""


class Decision(FrozenType):
    """What a person decided on matters. Rows are never removed; what was undone has `deleted_at`."""

    number: int
    action: DecisionAction
    statements: tuple[str, ...]
    """Of a split: what is taken out. Of a join: one statement of each matter."""
    apart_from: str | None = None
    """Of a split: a statement of the rest."""
    by: str
    created_at: str
    deleted_at: str | None = None
    deleted_by: str | None = None
    note: str | None = None
