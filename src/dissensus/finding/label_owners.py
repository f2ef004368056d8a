"""Whose something is that a loaded word names: "its aggression", "the tyranny of X", "praised X for its courage"."""

from __future__ import annotations

from collections.abc import Iterator

from dissensus.actors.mentions import ActorMention
from dissensus.finding.clauses import clause
from dissensus.finding.label_words import label_words
from dissensus.finding.lexicons import LabelTerm, stand_ins
from dissensus.finding.parties import parties
from dissensus.finding.scene import Scene
from dissensus.finding.tree import VERBAL, Tree
from dissensus.model import ActorType, Origin


def owners(scene: Scene, tree: Tree, noun: int, line: LabelTerm) -> list[ActorMention]:
    """Whose a noun is: "its aggression", "the tyranny of X", "X imperialism"."""
    for token in _owning(tree, noun, line):
        mention = possessor(scene, tree, token, noun)
        if mention is None and tree.lemmas[token] in stand_ins():
            mention = next(iter(parties(scene, tree, [token], depth=1)), None)  # "the cruelty of X's system"
        if (
            mention is None
            or mention.actor.type is ActorType.PLACE
            or (mention.actor.type is ActorType.PERSON and tree.lemmas[noun] in label_words("band"))
            or names_itself(tree, mention, range(noun, noun + 1))
        ):
            continue
        return [mention]
    return []


_OF_OTHERS = frozenset(
    "complain suffer denounce condemn decry deplore face criticise criticize oppose endure fight protest report "
    "describe mention speak expose survive witness escape flee fear resist reject lament".split()
)
"""Verbs that tell of what others do."""


_UNTRUE = frozenset({"lie", "falsehood"})
_TELLING = frozenset("tell spread peddle repeat spin utter make sell push feed invent weave".split())
"""Verbs whose subject tells the lie; behind others stands what the lie says: "the lie that X called for war"."""


def _owning(tree: Tree, noun: int, line: LabelTerm) -> Iterator[int]:
    yield from tree.all_children(noun, "poss")
    for c in tree.all_children(noun, "relcl"):
        # "the repression that X has unleashed", not "... that X complains of"
        if tree.lemmas[c] in _OF_OTHERS or (tree.lemmas[noun] in _UNTRUE and tree.lemmas[c] not in _TELLING):
            continue
        yield from (s for s in tree.all_children(c, "nsubj") if tree.pos[s] in ("NOUN", "PROPN"))
    yield from tree.prepositional(noun, "by")
    if line.construction != "doer" and tree.lemmas[noun] not in label_words("suffered"):
        yield from tree.prepositional(noun, "of")
    if line.construction == "whose":
        yield from tree.prepositional(noun, "in")
    yield from tree.all_children(noun, "compound", "nmod", "amod")


def possessor(scene: Scene, tree: Tree, token: int, noun: int) -> ActorMention | None:
    """The actor of a word that says whose a noun is.

    A possessive pronoun in "praised X for its N" is X's, and one that is not resolved is the clause's subject's.
    """
    mention = scene.headed_by(tree, token) or scene.named_by(tree, token)
    if tree.tags[token] != "PRP$":
        return mention
    before = scene.headed_by(tree, tree.first_conjunct(noun))
    if before is not None and before.head < token:
        return before  # "X and his N"
    verb = next((a for a in tree.ancestors(noun) if tree.pos[a] in VERBAL), None)
    if verb is None:
        return mention
    here = clause(tree, verb)
    behind_for = tree.deps[noun] == "pobj" and tree.words[tree.heads[noun]] == "for" and tree.heads[noun] > verb
    if behind_for and tree.lemmas[verb] in label_words("judge"):
        found = parties(scene, tree, here.object, depth=0)
        if found:
            return found[0]
    if mention is not None:
        return mention
    return next((m for m in parties(scene, tree, here.subject, depth=0) if _agrees(tree.words[token], m)), None)


def _agrees(pronoun: str, mention: ActorMention) -> bool:
    if mention.actor.origin is Origin.FOUND:
        return False
    person = mention.actor.type is ActorType.PERSON
    return person if pronoun in ("his", "her") else pronoun in ("its", "their") and not person


def pointed_at(scene: Scene, tree: Tree, noun: int) -> list[ActorMention]:
    """The subject of the sentence, for "this N": "X cut wages to fund this police state"."""
    if tree.words[tree.left[noun]] not in ("this", "such"):
        return []
    top = noun
    for above in tree.ancestors(noun):
        top = above
    if tree.pos[top] not in VERBAL or top > noun:
        return []
    return [m for m in parties(scene, tree, clause(tree, top).subject, depth=0) if m.head < noun]


def names_itself(tree: Tree, mention: ActorMention, term: range) -> bool:
    """Whether an actor is known by the loaded words alone: "the fascist dictatorship"."""
    if mention.actor.origin is not Origin.FOUND:
        return False
    name = mention.actor.name.lower().replace("-", " ").split()
    return any(tree.words[i] in name or tree.lemmas[i] in name for i in term)
