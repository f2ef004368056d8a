"""A number found in a text, before it is known who says it."""

from __future__ import annotations

from dataclasses import dataclass

from dissensus.actors.mentions import ActorMention
from dissensus.model import When
from dissensus.parsing.parsed import TokenSpan


@dataclass(frozen=True, slots=True)
class FoundFigure:
    """A number with political meaning, before it is known who says it.

    Attributes:
        span: readable words that hold the number and what it counts, within one sentence.
        number: the number with its unit and what makes it approximate.
        measure: what is counted, in short words of the text ("fishermen murdered", "fall in oil output").
        subject: the actor whose number it is, or else the noun phrase.
        date: the date that the sentence gives for it.
        rule: what found it ("figure.percent").
        words: the words that it rests on: the number, what is counted, the verb.
        token: from where holder and commitment are told: the number, or the verb that the measure tells.
        refused: whether the measure tells the verb's negation ("people that did not vote").
    """

    span: TokenSpan
    number: TokenSpan
    value: float
    unit: str | None
    approximate: bool
    measure: str
    subject: ActorMention | str
    date: When | None
    rule: str
    words: tuple[str, ...]
    confidence: float
    token: int
    refused: bool
