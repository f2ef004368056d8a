"""Whom a word of relation is said of where the parse points elsewhere or the sentence only says whose it is."""

from __future__ import annotations

from dissensus.finding.clauses import clause
from dissensus.finding.parties import EXAMPLES
from dissensus.finding.scene import Scene
from dissensus.finding.tree import VERBAL, Tree
from dissensus.model import ActorType

_ALONG = (("along", "with"), ("together", "with"), ("as", "well", "as"), ("alongside",))
TITLES = frozenset({"compound", "nmod", "amod", "appos"})
ANYONE = frozenset({"you", "we", "one"})
"""Who "sees" or "has" something without being anyone: "with Peru, you have a long friendship with Chile"."""
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


def exemplified(tree: Tree, noun: int) -> list[int]:
    """Who is named as one of several, or behind where they are: "X's allies, such as Y", "X's ally in the area, Y"."""
    for word in EXAMPLES:
        named = tree.prepositional(noun, word) if tree.tags[noun] == "NNS" else []
        if named:
            return named
    for place in tree.prepositional(noun, "in"):
        beside = tree.all_children(place, "appos")
        if tree.pos[place] == "NOUN" and beside and tree.pos[beside[0]] == "PROPN":
            return beside[:1]
    return []


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


def cleft(tree: Tree, verb: int) -> list[int]:
    """Who it is that does it: "it is X that controls Y", "you have X, who works with Y"."""
    above = tree.heads[verb]
    it = tree.child(above, "nsubj")
    that = tree.child(verb, "nsubj")
    if tree.deps[verb] != "ccomp" or tree.lemmas[above] not in ("be", "have") or it is None or that is None:
        return []
    if tree.words[it] not in ANYONE | {"it"} or tree.words[that] not in ("that", "who", "which"):
        return []
    return [n for c in tree.all_children(above, "attr", "dobj") for n in tree.conjuncts(c)]


def of_first_participle(tree: Tree, participle: int) -> list[int]:
    """Whom a participle is said of behind one that is taken for an adjective: "were armed and trained"."""
    first = tree.first_conjunct(participle)
    if first == participle or tree.deps[first] != "acomp" or tree.tags[participle] != "VBN":
        return []
    return clause(tree, tree.heads[first]).subject


def along(scene: Scene, tree: Tree, head: int) -> list[int]:
    """Those named along with the subject: "X, along with Y and Z, ...", "X as well as Y"."""
    at = head + 1 + (tree.words[head + 1 : head + 2] == [","])
    words = next((w for w in _ALONG if tree.words[at : at + len(w)] == list(w)), None)
    if words is None:
        return []
    for i in range(at + len(words), min(at + len(words) + 6, tree.ends[head])):
        if scene.headed_by(tree, i) is not None and tree.deps[i] not in TITLES:
            return tree.conjuncts(i)
    return []
