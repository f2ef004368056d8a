"""When and where something is said to have happened: only what the words tie to it, never the day of publication."""

from __future__ import annotations

from dissensus.actors.mentions import ActorMention
from dissensus.finding.scene import Scene
from dissensus.finding.tree import VERBAL, Tree
from dissensus.model import ActorType, DateBasis, Place, When
from dissensus.parsing.parsed import DateMention

_LOCATIVE = frozenset(
    {"in", "at", "near", "off", "across", "throughout", "around", "outside", "inside", "over", "within", "along"}
)
_PLACES = frozenset({ActorType.COUNTRY, ActorType.PLACE, ActorType.GOVERNMENT, ActorType.BLOC})
_SAME_HAPPENING = frozenset(
    {"xcomp", "dobj", "nsubj", "nsubjpass", "pobj", "prep", "attr", "acl", "agent", "conj", "pcomp"}
)


def when(scene: Scene, tree: Tree, token: int) -> When:
    """The date that hangs on what happens, or on the verb that tells it; unknown otherwise."""
    told = [m for m in scene.dates_in_sentence(tree, token) if m.when.basis is not DateBasis.UNKNOWN]
    if not told:
        return When()
    at, steps = token, 0
    while steps < 5:
        near = [m for m in told if _hangs_on(tree, m, at)]
        if near:
            return min(near, key=lambda m: abs(m.span.start - token)).when
        head, dep = tree.heads[at], tree.deps[at]
        if head == at or dep not in _SAME_HAPPENING or (dep == "conj" and tree.pos[at] in VERBAL):
            break
        at, steps = head, steps + 1
    return When()


def _hangs_on(tree: Tree, mention: DateMention, token: int) -> bool:
    """Whether a date is a modifier of a token: directly, or through one preposition or noun of time."""
    span = mention.span
    inside = range(span.start, span.end)
    top = next((i for i in inside if tree.heads[i] not in inside), span.start)
    if token in inside:
        return False
    for _ in range(3):
        head = tree.heads[top]
        if head == token:
            return tree.deps[top] in (
                "prep",
                "npadvmod",
                "advmod",
                "nmod",
                "compound",
                "amod",
                "poss",
                "tmod",
                "pobj",
                "appos",
                "nummod",
                "dobj",
            )
        if tree.deps[head] not in ("prep", "pobj", "npadvmod", "mark", "advmod") or head == top:
            return False
        top = head
    return False


def where(scene: Scene, tree: Tree, token: int) -> Place | None:
    """The place that what happens is said to be in."""
    candidates = [token]
    head = tree.heads[token]
    if tree.deps[token] in ("dobj", "nsubj", "nsubjpass", "xcomp", "conj") and head != token:
        candidates.append(head)
    for at in candidates:
        for c in tree.children[at]:
            if tree.deps[c] == "prep" and tree.words[c] in _LOCATIVE:
                for p in tree.children[c]:
                    mention = _place(scene, tree, p)
                    if mention:
                        return Place(name=mention.actor.name, country=mention.actor.country)
    return None


def _place(scene: Scene, tree: Tree, token: int) -> ActorMention | None:
    mention = scene.headed_by(tree, token) or scene.named_by(tree, token)
    if mention and mention.actor.type in _PLACES:
        return mention
    behind = tree.prepositional(token, "of") or tree.prepositional(token, "in")
    for n in behind:
        inside = scene.headed_by(tree, n)
        if inside and inside.actor.type in _PLACES:
            return inside
    return None
