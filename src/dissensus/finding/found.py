"""What a finder hands to the assembler: a body with the words and actors that it rests on."""

from __future__ import annotations

from dataclasses import dataclass

from dissensus.actors.mentions import ActorMention
from dissensus.finding.identity import Body
from dissensus.finding.tree import Tree
from dissensus.model import Kind
from dissensus.parsing.parsed import TokenSpan


@dataclass(slots=True)
class Found:
    """A statement's body before holder and commitment are known.

    Attributes:
        token: the trigger's head; holder, commitment and evidence are told from it.
        extras: further tokens of the trigger.
        mentions: the parties' mentions.
        rule: which construction fired.
        lexicon: `file:entry`.
        quote: the evidence, where the finder knows it; else it is told from the trigger and the parties.
        confidence: where the finder has its own measure.
        refused: whether an event is a refusal, told by the negation of what is refused: "does not recognise X".
        presupposed: whether the words take it for granted, so that no negation or modal around them touches it.
    """

    kind: Kind
    body: Body
    tree: Tree
    token: int
    extras: tuple[int, ...]
    mentions: tuple[ActorMention, ...]
    rule: str
    lexicon: str | None
    quote: TokenSpan | None = None
    confidence: float | None = None
    presupposed: bool = False
    refused: bool = False
