"""Whom a deed was done to where a clause tells what they did about it: "in retaliation for raids, Peru ..."."""

from __future__ import annotations

from dissensus.finding.clauses import clause
from dissensus.finding.lexicons import deeds
from dissensus.finding.tree import VERBAL, Tree
from dissensus.model import EventType

_ADDRESSED = frozenset(
    {EventType.ACCUSE, EventType.REJECT, EventType.REQUEST, EventType.THREATEN, EventType.PROTEST, EventType.SANCTION}
)
"""What is mostly meant for those who answer it; others too answer an invasion or a coup."""
_PUNISHING = frozenset({"sanction", "tariff", "embargo", "blockade"})
_ANSWERING = frozenset({"respond", "react", "reply", "answer"})
_ANSWERS = frozenset({"response", "reaction", "reply", "answer"})
_REVENGE = frozenset({"retaliation", "revenge", "reprisal", "retribution"})
_OBJECTIONS = frozenset({"objection", "protest", "opposition", "veto", "complaint", "protestation"})


def answered_by(tree: Tree, preposition: int) -> list[int]:
    """Those to whom was done what stands behind a preposition, because they answer it or go on regardless."""
    deed = tree.child(preposition, "pobj")
    word, above = tree.words[preposition], tree.heads[preposition]
    if deed is None or word not in ("to", "for", "amid", "over") or tree.lemmas[deed] == "request":
        return []  # "did not respond to requests for comment"
    addressed = tree.lemmas[deed] in _PUNISHING or not _ADDRESSED.isdisjoint(deeds(tree.lemmas[deed], "n"))
    verb = above
    if tree.pos[above] in VERBAL:
        answered = word == "to" and tree.lemmas[above] in _ANSWERING
        regardless = word == "amid" or (word == "over" and tree.lemmas[deed] in _OBJECTIONS)
        meant = addressed and (answered or regardless)
    else:
        outer = tree.heads[above]
        verb = tree.heads[outer]
        meant = tree.lemmas[above] in _REVENGE or (addressed and tree.lemmas[above] in _ANSWERS)
        meant = meant and tree.deps[above] == "pobj" and tree.words[outer] == "in" and tree.pos[verb] in VERBAL
    if not meant:
        return []
    here = clause(tree, verb)
    return here.object if here.passive else here.subject
