"""What the actors room hands on: who is meant where, and why we think so."""

from __future__ import annotations

from dataclasses import dataclass, field

from dissensus.model import Actor
from dissensus.parsing.parsed import TokenSpan


@dataclass(slots=True, frozen=True)
class Resolution:
    """Why some words were taken for an actor.

    Attributes:
        rule: the name of the rule that decided ("name", "surname", "role at date", "acronym", "demonym", "noun", ...).
        score: 0 to 1, how sure the rule is.
        detail: one line for a reader ("surname of Luis Arce, named in full before").
    """

    rule: str
    score: float
    detail: str


@dataclass(slots=True, frozen=True)
class ActorMention:
    """Some words and the actor they stand for.

    Attributes:
        span: the words that name the actor ("President Daniel Noboa", "the Ecuadorian armed forces", "drug cartels").
        head: number of the token, within its paragraph, that carries the name in the parse ("Noboa", "forces").
    """

    span: TokenSpan
    head: int
    actor: Actor
    why: Resolution


@dataclass(slots=True)
class Resolved:
    """The actor mentions of one parsed document, in the order of the text; they do not overlap, but may nest.

    A nested mention is one inside another's words: "Ecuador" in "Ecuador's army".
    """

    mentions: list[ActorMention]
    by_token: dict[tuple[int, int], ActorMention] = field(default_factory=dict)
    """The innermost mention that holds a token, by (paragraph, token)."""
    by_head: dict[tuple[int, int], ActorMention] = field(default_factory=dict)
    """The outermost mention whose head is the token, by (paragraph, token)."""
    several: dict[tuple[int, int], tuple[ActorMention, ...]] = field(default_factory=dict)
    """What a plural pronoun stands for where that is more than one actor ("they": A and B), by (paragraph, token)."""
    implied: dict[tuple[int, int], ActorMention] = field(default_factory=dict)
    """Who does what a noun names, where the noun alone tells of them ("protests"), by (paragraph, token)."""
