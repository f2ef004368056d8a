"""How likely a found statement is right: logistic regression on a few plain traits of how it was found.

The weights are a short table, `learned/confidence.tsv`, one trait a line; `learned/confidence.md` says what they were
trained on and what "right" means there. Written by `python -m training.confidence`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import cache

from dissensus.actors.mentions import ActorMention
from dissensus.finding.found import Found
from dissensus.finding.scene import Scene
from dissensus.finding.tree import VERBAL, Tree
from dissensus.model import Commitment, Event, Figure, Kind, Origin
from dissensus.tables import package_table

_USUAL_LENGTH = 25
"""Words of a sentence; shorter and longer ones are told by how many times that they are."""

_REFERENCE = "reference"
"""The rule of a mention by a pronoun or description that stands for a name."""

_FEW = 10
_NOUNS = frozenset({"NOUN", "PROPN"})
_CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp", "xcomp", "conj", "appos", "pcomp"})
_BEFORE = frozenset({"poss", "compound", "amod", "nmod"})
_LEAST, _MOST = 0.02, 0.98


def traits(scene: Scene, found: Found, commitment: Commitment) -> dict[str, float]:
    """What the probability is told from, by name; what is left out is 0."""
    tree, token = found.tree, found.token
    told = {found.kind.value: 1.0, f"{found.kind.value}: {found.rule}": 1.0}
    length = tree.ends[token] - tree.starts[token]
    told["sentence length"] = math.log2(max(length, 4) / _USUAL_LENGTH)
    told["quotation depth"] = float(len(scene.quotations_around(tree, token)))
    if found.kind is Kind.FIGURE:
        told["figure: own measure"] = (found.confidence or 0.5) - 0.5
        told["figure: whose is an actor"] = float(bool(found.mentions))
        few = found.rule == "figure.count" and isinstance(found.body, Figure) and found.body.value <= _FEW
        told["figure: a few"] = float(few)
        return told
    if commitment is not Commitment.STATED:
        told["not plainly stated"] = 1.0
        told[f"told as {commitment.value}"] = 1.0
    if found.extras:
        told["trigger of several words"] = 1.0
    mentions = found.mentions
    least, by_reference, only_here, apart = 1.0 if mentions else 0.5, 0.0, 0.0, 0
    for mention in mentions:
        why = mention.why
        least = min(least, why.score)
        by_reference = 1.0 if why.rule == _REFERENCE else by_reference
        only_here = 1.0 if mention.actor.origin is Origin.FOUND else only_here
        if mention.span.paragraph == tree.index:
            apart = max(apart, abs(mention.head - token))
    told["least sure party"] = least - 1.0
    told["party by reference"] = by_reference
    told["party known only here"] = only_here
    told |= _ways(tree, token, mentions)
    told["party far from trigger"] = float(apart > _USUAL_LENGTH // 2)
    if isinstance(found.body, Event):
        told["contexts told"] = float(len(found.body.contexts))
        told[f"type: {found.body.type.value}"] = 1.0
        told["both sides told"] = float(bool(found.body.actors and found.body.recipients))
        told["more than two parties"] = float(len(mentions) > 2)
        told["coordinated recipients"] = float(len(found.body.recipients) > 1)
    return told


def _ways(tree: Tree, token: int, mentions: Sequence[ActorMention]) -> dict[str, float]:
    """What stands between a trigger and its parties in the parse, and what sort of parties they are."""
    told: dict[str, float] = {}
    for mention in mentions:
        told[f"party: {mention.actor.type.value}"] = 1.0
        if mention.span.paragraph != tree.index or not tree.starts[token] <= mention.head < tree.ends[token]:
            told["party outside the sentence"] = 1.0
            continue
        up = [token, *tree.ancestors(token)]
        way = [mention.head, *tree.ancestors(mention.head)]
        meeting = next((n for n in way if n in up), token)
        between = [*up[: up.index(meeting) + 1], *way[: way.index(meeting) if meeting in way else 0]]
        inner = [n for n in between if n not in (token, mention.head)]
        told["steps to a party"] = max(told.get("steps to a party", 0.0), math.log2(1 + len(inner)))
        told["noun between"] = max(told.get("noun between", 0.0), float(any(tree.pos[n] in _NOUNS for n in inner)))
        verbs = sum(tree.pos[n] in VERBAL for n in inner)
        told["verbs between"] = max(told.get("verbs between", 0.0), float(verbs))
        for n in between:
            if tree.deps[n] in _CLAUSES and n != meeting:
                told[f"way: {tree.deps[n]}"] = 1.0
        if tree.deps[mention.head] == "pobj":
            told[f"party behind {tree.words[tree.heads[mention.head]]}"] = 1.0
        elif tree.deps[mention.head] in _BEFORE:
            told["party before a noun"] = 1.0
    return told


@cache
def weights() -> Mapping[str, float]:
    """The weight of each trait, and `=bias`, read at the first call."""
    table = package_table("dissensus.finding", "learned/confidence.tsv", ("trait", "weight"))
    return {row["trait"]: float(row["weight"]) for row in table}


def probability(told: Mapping[str, float]) -> float:
    """How likely a statement with these traits is right, between 0.02 and 0.98.

    A trait that training never saw counts for nothing; a construction that it never saw has its kind's level.
    """
    known = weights()
    score = known["=bias"]
    for name, value in told.items():
        if name in known:
            score += known[name] * value
    return round(min(max(1.0 / (1.0 + math.exp(-score)), _LEAST), _MOST), 3)
