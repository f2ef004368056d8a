"""The words of predictions as types: what was predicted, and what later statements say came of it."""

from __future__ import annotations

from enum import StrEnum

from dissensus.model import FrozenType, Statement


class Verdict(StrEnum):
    """What the record says came of a prediction."""

    FULFILLED = "fulfilled"
    CONTRADICTED = "contradicted"
    DISPUTED = "disputed"  # later statements say both
    OPEN = "open"  # no later statement tells


class Outcome(FrozenType):
    """A later statement that tells what came of a prediction."""

    statement: Statement
    verdict: Verdict
    """Fulfilled or contradicted, by this statement alone."""
    why: str
    """What makes it tell of the same, and what it says of it."""


class Prediction(FrozenType):
    """A statement that predicts, and what later statements say."""

    statement: Statement
    verdict: Verdict
    outcomes: tuple[Outcome, ...] = ()
    """In order of documents' dates and of the text."""
    why: str
    """What the verdict rests on, in one line."""
