"""What grouping and positions need to know of a statement, in little space: a fact.

A fact depends on its own document alone, so facts are the same whatever else the record holds.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Final

from dissensus.model import Commitment

GENERIC: Final = "~"
"""Begins the key of a party that a common noun stands for, such as `protesters`."""

_ENCODE: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@dataclass(slots=True)
class Fact:
    """A statement in short.

    Attributes:
        id: of the statement.
        sources: keys of the sources it counts for.
        document: number of its document.
        told: day of publication of its document.
        hint: for what has no date of its own: the nearest date told of the same theme beside it, else `told`.
        at: where its words begin.
        body: type of event, relation, measure, or term of a label.
        mode: of an event; `=` and the entry of the lexicon where its type alone says little; unit of a figure; `office`
            of a tie by office.
        agents: keys of who acts; `a` of a tie, the subject of a figure, the target of a label.
        objects: keys of whom it is done to; `b` of a tie.
        named: ids of all actors it is about.
        country: of the state whose affair it is.
        place: its name.
        theme: see `themes.tsv`.
        value: number of a figure (an event's first one), sign of a tie, valence of a label.
        first: first day it can have been.
        last: last day it can have been.
        precision: of the date.
    """

    number: int
    id: str
    sources: tuple[str, ...]
    document: int
    told: int | None
    hint: int | None
    at: int
    kind: str
    commitment: str
    confidence: float
    body: str
    mode: str
    agents: tuple[str, ...]
    objects: tuple[str, ...]
    named: tuple[str, ...]
    country: str
    place: str
    theme: str
    term: str
    value: float | None
    first: int | None
    last: int | None
    precision: str

    def packed(self) -> str:
        """As a JSON list, for the record."""
        return _ENCODE(self._cells())

    def _cells(self) -> tuple[object, ...]:
        # `dataclasses.astuple` copies every value deeply and takes thirty times as long.
        return (
            self.number,
            self.id,
            self.sources,
            self.document,
            self.told,
            self.hint,
            self.at,
            self.kind,
            self.commitment,
            self.confidence,
            self.body,
            self.mode,
            self.agents,
            self.objects,
            self.named,
            self.country,
            self.place,
            self.theme,
            self.term,
            self.value,
            self.first,
            self.last,
            self.precision,
        )

    @property
    def dated(self) -> bool:
        """Whether a date is told."""
        return self.first is not None and self.last is not None


def unpacked(text: str) -> Fact:
    """A fact from the record."""
    cells = json.loads(text)
    for place in (2, 12, 13, 14):
        cells[place] = tuple(cells[place])
    return Fact(*cells)


@dataclass(slots=True)
class DocumentFacts:
    """What is known of a document before its facts are made."""

    number: int
    id: str
    source: str | None
    author: str | None
    title: str | None
    path: str | None
    date: str | None


@dataclass(slots=True)
class SourceNote:
    """A source as the record keeps it."""

    key: str
    name: str
    kind: str
    actor: str | None


def says_firmly(commitment: str) -> bool:
    """Whether a commitment puts something forward as so."""
    return commitment in (Commitment.STATED, Commitment.ALLEGED)
