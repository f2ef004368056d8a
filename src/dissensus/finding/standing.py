"""Ties without a word of relation: membership in a list, the prefixes anti- and pro-, and "against"."""

from __future__ import annotations

from collections.abc import Iterator

from dissensus.actors.mentions import ActorMention
from dissensus.actors.resolve import reference
from dissensus.finding.clauses import clause
from dissensus.finding.found import Found
from dissensus.finding.parties import EXAMPLES, holders_of_noun, parties
from dissensus.finding.scene import Scene
from dissensus.finding.ties import sign
from dissensus.finding.tree import VERBAL, Tree
from dissensus.model import ActorType, Kind, Relation, Tie

_BODIES = frozenset(
    {ActorType.IGO, ActorType.BLOC, ActorType.NGO, ActorType.MOVEMENT, ActorType.UNION, ActorType.PARTY}
)
_KINDS_OF_MEMBER = frozenset(
    {
        "country",
        "nation",
        "state",
        "member",
        "government",
        "organization",
        "organisation",
        "group",
        "party",
        "signatory",
    }
)
_PREFIXES = {"anti": Relation.OPPOSES, "pro": Relation.SUPPORTS}


def find_standing(scene: Scene, tree: Tree) -> Iterator[Found]:
    """The ties of a paragraph that its lists and prefixes tell."""
    for token in range(len(tree)):
        if tree.lemmas[token] in _KINDS_OF_MEMBER and tree.pos[token] == "NOUN":
            yield from _listed_members(scene, tree, token)
        if tree.words[token] in _PREFIXES:
            yield from _prefixed(scene, tree, token)
        if tree.words[token] == "against" and tree.deps[token] == "prep":
            yield from _against(scene, tree, token)


def _listed_members(scene: Scene, tree: Tree, noun: int) -> Iterator[Found]:
    """Members: "the countries in the bloc are A and B", "A is a country of the bloc", "members such as A"."""
    bodies = [
        m
        for m in parties(scene, tree, [n for p in ("of", "in") for n in tree.prepositional(noun, p)], depth=1)
        if m.actor.type in _BODIES
    ]
    if not bodies:
        return
    verb = tree.heads[noun]
    listed: list[int] = []
    if tree.lemmas[verb] == "be" and tree.pos[verb] in VERBAL:
        if tree.deps[noun] == "nsubj":
            listed = [n for a in tree.all_children(verb, "attr") for n in tree.conjuncts(a)]
        elif tree.deps[noun] == "attr":
            listed = clause(tree, verb).subject
    for preposition in EXAMPLES:
        listed = listed or tree.prepositional(noun, preposition)
    for member in parties(scene, tree, listed, depth=0):
        if member.actor.id != bodies[0].actor.id:
            yield _tie(scene, tree, noun, member, Relation.MEMBER_OF, bodies[0], "list of members")


def _prefixed(scene: Scene, tree: Tree, token: int) -> Iterator[Found]:
    """Stances: "anti-Castro exiles", "the pro-Russian party of X", "Y has an anti-American stance"."""
    relation = _PREFIXES[tree.words[token]]
    at = token + 1
    while at < len(tree) and tree.words[at] == "-":
        at += 1
    if at == token + 1 or at >= len(tree):
        return
    target = scene.named_by(tree, at)
    if target is None:
        return
    noun = at
    while tree.pos[noun] not in ("NOUN", "PROPN") or noun in range(token, target.span.end):
        if tree.heads[noun] == noun:
            return
        noun = tree.heads[noun]
    for holder in _whose(scene, tree, noun)[:3]:
        if holder.actor.id != target.actor.id:
            yield _tie(scene, tree, at, holder, relation, target, "prefix")


def _against(scene: Scene, tree: Tree, preposition: int) -> Iterator[Found]:
    """An actor known by what it is against: "the alliance against Rome", "is an organisation against the dam"."""
    noun = tree.heads[preposition]
    said_of = parties(scene, tree, holders_of_noun(tree, noun), depth=0) if tree.deps[noun] == "attr" else []
    if not said_of and scene.headed_by(tree, noun) is None:
        return
    targets = parties(scene, tree, tree.prepositional(noun, "against"), depth=1)
    for holder in said_of or parties(scene, tree, [noun], depth=0):
        for target in targets:
            if holder.actor.id != target.actor.id:
                yield _tie(scene, tree, preposition, holder, Relation.OPPOSES, target, "against")


def _whose(scene: Scene, tree: Tree, noun: int) -> list[ActorMention]:
    """Whose stance it is: the noun itself, its possessor, or the subject of the verb that it hangs on."""
    own = scene.headed_by(tree, noun)
    if own is not None:
        return [own]
    behind = [*tree.all_children(noun, "poss"), *tree.prepositional(noun, "of"), *tree.prepositional(noun, "by")]
    found = parties(scene, tree, behind, depth=1)
    verb = tree.heads[noun]
    if not found and tree.deps[noun] in ("dobj", "attr") and tree.pos[verb] in VERBAL:
        found = parties(scene, tree, clause(tree, verb).subject, depth=1)
    return found


def _tie(
    scene: Scene, tree: Tree, token: int, a: ActorMention, relation: Relation, b: ActorMention, rule: str
) -> Found:
    body = Tie(
        a=reference(a, scene.parsed),
        relation=relation,
        b=reference(b, scene.parsed),
        sign=sign(relation),
    )
    return Found(Kind.TIE, body, tree, token, (), (a, b), rule, None)
