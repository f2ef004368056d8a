"""Whom a word of relation is said of where the parse points elsewhere or the sentence only says whose it is."""

from __future__ import annotations

from dissensus.finding.clauses import clause
from dissensus.finding.scene import Scene
from dissensus.finding.tree import VERBAL, Tree
from dissensus.model import ActorType

_OWN_LANDS = frozenset({"backyard", "fiefdom"})


def displaced(tree: Tree, noun: int) -> list[int]:
    """Whom a predicate is said of where the parse of its verb points elsewhere.

    "Were beaten by Y to become X's foes" is said of the beaten, "aid to states that are X's allies" of the states.
    """
    verb = tree.heads[noun]
    if tree.deps[noun] not in ("attr", "acomp"):
        return []
    if tree.deps[verb] in ("xcomp", "advcl") and tree.child(tree.heads[verb], "agent") is not None:
        return clause(tree, tree.heads[verb]).object
    mark = tree.child(verb, "mark") if tree.deps[verb] == "acl" else None
    return [mark - 1] if mark is not None and tree.words[mark] == "that" else []


def apposed(tree: Tree, noun: int) -> list[int]:
    """The name before a noun that the parse makes the doer of a participle: "X, now Y's ally, threatening Z"."""
    first = tree.left[noun]
    verb = tree.heads[noun]
    if tree.deps[noun] != "nsubj" or tree.tags[verb] != "VBG" or tree.child(verb, "aux") is not None:
        return []
    return [first - 2] if first > 1 and tree.words[first - 1] == "," and tree.pos[first - 2] == "PROPN" else []


def land_before(scene: Scene, tree: Tree, noun: int) -> list[int]:
    """The region named before words for someone's own land: "Asia's new lender drove them from their backyard"."""
    if tree.lemmas[noun] not in _OWN_LANDS or not (_is_of_object(scene, tree, noun) or tree.prepositional(noun, "of")):
        return []
    return [
        mention.head
        for mention in scene.resolved.mentions
        if mention.span.paragraph == tree.index
        and tree.starts[noun] <= mention.head < noun
        and mention.actor.type is ActorType.PLACE
        and mention.actor.country is None
    ][-1:]


def _is_of_object(scene: Scene, tree: Tree, noun: int) -> bool:
    """Whether what someone is driven from is said to be theirs: "drove the French from their backyard"."""
    own = tree.child(noun, "poss")
    owner = None if own is None else scene.headed_by(tree, own)
    if owner is None or tree.deps[noun] != "pobj":
        return False
    verb = next((n for n in tree.ancestors(noun) if tree.pos[n] in VERBAL), noun)
    driven = (scene.headed_by(tree, n) for n in tree.all_children(verb, "dobj"))
    return any(
        m is not None and (m.actor.country or m.actor.id) == (owner.actor.country or owner.actor.id) for m in driven
    )
