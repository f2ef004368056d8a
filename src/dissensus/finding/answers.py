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


_HEEDING = frozenset(
    "ignore defy heed obey accept refuse reject resist rebuff dismiss disregard spurn flout disobey meet satisfy grant "
    "follow honour honor deny shrug decline repudiate rebut refute brush counter laugh".split()
)
"""Verbs that tell how someone takes what is said to them."""
_OF_WHOM = frozenset({"from", "by", "of"})
_PUT_TO_ONE = frozenset({EventType.REQUEST, EventType.THREATEN, EventType.ACCUSE})


def taken_by(tree: Tree, noun: int) -> list[int]:
    """Those to whom is said what they take one way or another: "Peru ignored Chile's demands"."""
    verb = tree.heads[noun]
    if tree.deps[noun] not in ("dobj", "nsubjpass") or tree.lemmas[verb] not in _HEEDING:
        return []
    named = any(tree.deps[c] == "poss" or (tree.words[c] in _OF_WHOM) or tree.names[c] for c in tree.children[noun])
    if not named:
        return []  # "dismissed the criticism"
    return clause(tree, verb).subject if not _PUT_TO_ONE.isdisjoint(deeds(tree.lemmas[noun], "n")) else []


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
