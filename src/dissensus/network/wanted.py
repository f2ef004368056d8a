"""Which statements make a network: when, as told by whom, how firmly and how surely."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from dissensus.errors import DissensusError
from dissensus.model import Commitment, EventType, Relation
from dissensus.record.words import first_day, last_day

SCALE: Final = (
    Commitment.STATED,
    Commitment.ALLEGED,
    Commitment.PREDICTED,
    Commitment.CONDITIONAL,
    Commitment.DEMANDED,
    Commitment.ASKED,
)
"""From the firmest down. What is denied stands nowhere on it: it never counts for a tie."""

LEFT_OUT: Final = ("MOBILIZE",)
"""Types of events whose PLOVER score is no sign between two parties: forces are sent to friends and to enemies."""


class Level(StrEnum):
    """Who the nodes are."""

    ACTOR = "actor"
    """The actors as the texts name them."""
    STATE = "state"
    """What acts for a state is that state: its government, ministries, forces, police, and those who hold its offices
    on that day. Everyone else is as named."""


class Undated(StrEnum):
    """What to do, in a network of a time, with a statement whose words give no date."""

    NONE = "none"
    """Leave it out."""
    TIES = "ties"
    """A tie counts at the date of its document; an event, which may be long past, is left out."""
    ALL = "all"
    """Ties and events count at the date of their document."""
    ALWAYS = "always"
    """Ties and events count at any time."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which statements make a network. The defaults take all that is stated or alleged, at any time.

    Attributes:
        at: a day, month or year: the network as it stands then. Not together with `since` and `until`.
        since: the first day, month or year of a window.
        until: its last.
        memory: months for which, in a network `at` a date, an event and a tie whose end is not told go on counting.
        told_by: publishers, as documents name them; a document without one goes by its id or path.
        held_by: ids or names of those who say so; `author` for the writers of the documents.
        relations: of ties; with them, or with `types`, nothing else counts.
        types: of events.
        commitment: the least firm that counts; see `SCALE`.
        min_confidence: 0 to 1.
        level: who the nodes are.
        undated: what to do with statements that give no date.
        places: whether places that are no states may be nodes; as a rule a text means what happened there.
    """

    at: str | None = None
    since: str | None = None
    until: str | None = None
    memory: int = 12
    told_by: tuple[str, ...] = ()
    held_by: tuple[str, ...] = ()
    relations: tuple[Relation, ...] = ()
    types: tuple[EventType, ...] = ()
    commitment: Commitment = Commitment.ALLEGED
    min_confidence: float = 0.0
    level: Level = Level.ACTOR
    undated: Undated = Undated.TIES
    places: bool = False

    def __post_init__(self) -> None:
        for name, kind in (("commitment", Commitment), ("level", Level), ("undated", Undated)):
            object.__setattr__(self, name, kind(getattr(self, name)))
        object.__setattr__(self, "relations", tuple(map(Relation, self.relations)))
        object.__setattr__(self, "types", tuple(map(EventType, self.types)))
        if self.at and (self.since or self.until):
            raise DissensusError("give a date or a window, not both")
        for date in (self.at, self.since, self.until):
            if date is not None:
                first_day(date)
        if self.since and self.until and first_day(self.since) > last_day(self.until):
            raise DissensusError(f"the window ends before it begins: {self.since} to {self.until}")
        if self.commitment not in SCALE:
            raise DissensusError("what is denied never counts for a tie; choose another commitment")
        if not 0 <= self.min_confidence <= 1:
            raise DissensusError(f"the confidence must lie between 0 and 1, not at {self.min_confidence}")
        if self.memory < 0:
            raise DissensusError(f"the memory must be 0 months or more, not {self.memory}")

    @property
    def told(self) -> tuple[str, ...]:
        """Relations and types of events that count; all of them where none is named."""
        return (*self.relations, *self.types)

    @property
    def commitments(self) -> tuple[Commitment, ...]:
        """All that count."""
        return SCALE[: SCALE.index(self.commitment) + 1]
