"""What the words around a word of relation make of it: "icy ties", "once an ally", "no friend of X", "his ally, X"."""

from __future__ import annotations

from dissensus.finding import lexicons
from dissensus.finding.lexicons import Trigger
from dissensus.finding.tree import VERBAL, Tree
from dissensus.model import Relation

_SIDES = frozenset({"other", "both", "either", "each", "opposite", "wrong", "right", "every", "far", "bright"})
_UNSURE = frozenset("alleged supposed possible potential likely future would-be presumed purported no".split())
_RAISING = frozenset("improve boost raise increase build restore regain leverage rebuild measure test".split())
_MASTERS = frozenset("literary press estate travel sports talent real insurance customs border booking".split())
"""What agents are of who are no one's tools."""

_NONE = frozenset({"no", "little", "scant"})
_NOT = frozenset({"not", "n't", "never"})
_AUXILIARY = frozenset({"do", "have", "be"})
_ENDING = frozenset(
    "break sever cut suspend end rupture freeze renounce lose abandon terminate dissolve rescind withdraw revoke "
    "retract".split()
)
FRIENDLY = frozenset({Relation.ALLY_OF, Relation.SUPPORTS, Relation.AIDS, Relation.TRADES_WITH})
PACTS = frozenset({"alliance", "pact", "axis", "coalition", "partnership", "entente", "friendship", "brotherhood"})


def _goes_before(tree: Tree, noun: int) -> bool:
    """Whether a clause opens with what its subject is: "As a member of Y, X must pay"."""
    link, verb = tree.heads[noun], tree.heads[tree.heads[noun]]
    subject = tree.child(verb, "nsubj", "nsubjpass") if tree.pos[verb] in VERBAL else None
    return tree.deps[noun] == "pobj" and tree.words[link] == "as" and subject is not None and link < subject


def _names(tree: Tree, noun: int) -> bool:
    """Whether a noun of relation is only a word for whom the sentence names: "did not meet his closest ally, X"."""
    named = any(tree.pos[c] == "PROPN" and c > noun for c in tree.all_children(noun, "appos"))
    hedged = any(tree.words[c] in _UNSURE or tree.deps[c] == "advmod" for c in tree.children[noun])
    return named and not hedged and tree.child(noun, "poss") is not None


def _is_litotes(tree: Tree, noun: int) -> bool:
    """Whether less is said than meant: "is no friend of X"; not "is no friend of X any more"."""
    if tree.lemmas[noun] not in ("friend", "fan", "admirer", "lover"):
        return False
    beside = (*tree.children[noun], *tree.children[tree.heads[noun]])
    ended = any(tree.words[c] in ("more", "anymore", "longer") for c in beside)
    return not ended and any(tree.words[c] == "no" for c in tree.children[noun])


def denied_trust(tree: Tree, verb: int, line: Trigger) -> bool:
    """Whether someone is said outright not to trust another, which is to distrust: "does not trust the army"."""
    if line.pos != "v" or line.phrase != "trust" or not any(tree.words[c] in _NOT for c in tree.children[verb]):
        return False
    helping = [c for c in tree.children[verb] if tree.deps[c] in ("aux", "auxpass", "mark")]
    return all(tree.lemmas[c] in _AUXILIARY or tree.words[c] == "that" for c in helping)


def _is_over(tree: Tree, verb: int) -> bool:
    """Whether a verb tells the end of its subject: "their alliance has collapsed", "came to an end"."""
    if tree.lemmas[verb] == "come":
        return any(tree.lemmas[n] == "end" for n in tree.prepositional(verb, "to"))
    return tree.lemmas[verb] in ("end", "collapse", "dissolve", "unravel", "die")


def _is_bygone(tree: Tree, noun: int) -> bool:
    """Whether a word before a noun or its verb says that it is so no more: "once an ally of X", "used to be"."""
    head = tree.heads[noun]
    if tree.words[head] == "as" and any(tree.words[c] == "once" for c in tree.children[tree.heads[head]]):
        return True  # "once seen as X's heir"
    beside = [*tree.children[noun], *(tree.children[head] if tree.lemmas[head] == "be" else ())]
    if any(tree.words[c] in ("once", "formerly", "previously") and c < noun for c in beside):
        return True
    return tree.lemmas[head] == "be" and tree.words[tree.heads[head]] == "used" and tree.deps[head] == "xcomp"


def _fared(tree: Tree, verb: int) -> list[int]:
    """The words that say how something stands: "are strained", "have reached a low point", "are at a low ebb"."""
    things = tree.all_children(verb, "dobj")
    things += [n for c in tree.all_children(verb, "prep") for n in tree.all_children(c, "pobj")]
    return [*tree.all_children(verb, "acomp"), *things, *(c for n in things for c in tree.all_children(n, "amod"))]


def turned(tree: Tree, token: int, line: Trigger, extras: tuple[int, ...]) -> Relation | None:
    """The line's relation, or what is made of it: "icy ties", "ties have soured"; None for one that is over."""
    said = (token, *extras) if tree.pos[token] == "ADP" else (token,)
    turns = {lexicons.turns().get(tree.lemmas[c]) for n in said for c in tree.children[n] if tree.deps[c] == "amod"}
    head = tree.heads[token]
    if line.pos == "n" and tree.deps[token] in ("nsubj", "nsubjpass"):
        told = {lexicons.turns().get(tree.lemmas[c]) for c in (head, *_fared(tree, head))}
        turns |= told - {"past"}
    if "hostile" in turns and line.relation in FRIENDLY and tree.lemmas[token] not in PACTS:
        return Relation.OPPOSES
    if line.pos == "n" and tree.words[token - 2 : token] in (["ex", "-"], ["left", "-"], ["right", "-"]):
        return None  # "ex-ally", "left-wing"
    if line.words[-2:] in (("on", "side"), ("side", "of")) and any(
        tree.words[c] in _SIDES for n in extras for c in tree.children[n]
    ):
        return None
    if line.pos == "n" and _is_bygone(tree, token):
        return None
    if tree.deps[token] == "nsubj" and line.relation in FRIENDLY and _is_over(tree, head):
        return None
    if line.phrase == "popularity" and tree.deps[token] == "dobj" and tree.lemmas[head] in _RAISING:
        return None
    if line.phrase == "agent" and any(tree.lemmas[c] in _MASTERS for c in tree.children[token]):
        return None
    if denied_trust(tree, token, line):
        return Relation.DISTRUSTS
    if "past" in turns and line.pos == "n" and line.relation in FRIENDLY | {Relation.OPPOSES, Relation.MEMBER_OF}:
        return None
    ended = tree.deps[token] in ("dobj", "nsubjpass") and tree.lemmas[head] in _ENDING
    if ended and line.pos == "n" and line.relation in FRIENDLY:
        return None
    if _is_litotes(tree, token):
        return Relation.OPPOSES if line.relation in FRIENDLY else None
    if line.phrase == "have friend in" and any(tree.words[c] == "few" for n in extras for c in tree.children[n]):
        return None
    if any(tree.words[c] in _NONE for n in extras for c in tree.children[n] if tree.deps[c] in ("det", "amod")):
        return Relation.DISTRUSTS if line.relation is Relation.SUPPORTS else None
    return line.relation


def granted(tree: Tree, noun: int) -> bool:
    """Whether a noun tells for granted how someone stands to another, whatever becomes of the clause."""
    return _is_litotes(tree, noun) or _goes_before(tree, noun) or _names(tree, noun)
