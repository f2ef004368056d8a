"""Labels: loaded words put on an actor."""

from __future__ import annotations

from collections.abc import Iterator

from dissensus.actors.mentions import ActorMention
from dissensus.actors.resolve import reference
from dissensus.finding import lexicons
from dissensus.finding.found import Found
from dissensus.finding.lexicons import LabelTerm
from dissensus.finding.parties import holders_of_noun, parties
from dissensus.finding.scene import Scene
from dissensus.finding.tree import Tree
from dissensus.model import Kind, Label, Origin
from dissensus.parsing.parsed import TokenSpan

_PREDICATES = frozenset({"attr", "oprd"})


def find_labels(scene: Scene, tree: Tree) -> Iterator[Found]:
    """The labels of a paragraph."""
    index = lexicons.labels()
    done: set[tuple[str, int]] = set()  # targets and the tokens of the terms already put on them
    for token in range(len(tree)):
        for term in index.get(tree.lemmas[token], ()) or index.get(tree.words[token], ()):
            last = _matches(tree, token, term)
            if last is None:
                continue
            made = _label(scene, tree, token, last, term)
            if made is not None:
                found, target, phrase = made
                if not any((target, i) in done for i in phrase):
                    yield found
                done.update((target, i) for i in phrase)
            break


def _matches(tree: Tree, token: int, term: LabelTerm) -> int | None:
    """The last token of a term that begins at a token, or None."""
    for offset, word in enumerate(term.words):
        at = token + offset
        if at >= len(tree) or word not in (tree.lemmas[at], tree.words[at]):
            return None
    last = token + len(term.words) - 1
    if term.pos == "n" and tree.pos[last] not in ("NOUN", "PROPN", "ADJ"):
        return None
    if term.pos == "a" and tree.pos[last] not in ("ADJ", "NOUN", "VERB", "ADV"):
        return None
    return last


def _label(scene: Scene, tree: Tree, first: int, last: int, term: LabelTerm) -> tuple[Found, str, range] | None:
    head = last
    target = _target(scene, tree, head, term)
    if target is None:
        return None
    if target.actor.origin is Origin.FOUND and target.span.holds(tree.index, head):
        return None  # "the fascist dictatorship" says nothing of an actor that is known by no other words
    left, right = _phrase(scene, tree, first, last, target)
    words = scene.parsed.text(TokenSpan(tree.index, left, right + 1)).strip(" \"'“”‘’")
    body = Label(target=reference(target, scene.parsed), term=words, valence=1 if term.valence > 0 else -1)
    rule = "loaded noun" if term.pos == "n" else "loaded adjective"
    found = Found(Kind.LABEL, body, tree, head, (), (target,), rule, f"labels.tsv:{' '.join(term.words)}")
    return found, target.actor.id, range(left, right + 1)


def _target(scene: Scene, tree: Tree, token: int, term: LabelTerm) -> ActorMention | None:
    """Whom the word judges."""
    named = scene.named_by(tree, token)
    if named is not None and named.actor.origin is not Origin.FOUND and named.why.rule == "name" and term.pos == "n":
        return None
    if term.pos == "a" and tree.deps[token] in ("amod", "compound", "nmod", "poss"):
        noun = tree.heads[token]
        said_of = parties(scene, tree, holders_of_noun(tree, noun), depth=1) if tree.deps[noun] in _PREDICATES else []
        return said_of[0] if said_of else _of_phrase(scene, tree, noun)
    said_of = parties(scene, tree, holders_of_noun(tree, token), depth=1)
    if said_of:
        return said_of[0]
    if term.pos == "n":
        return _of_phrase(scene, tree, token, own=named is not None)
    return None


def _of_phrase(scene: Scene, tree: Tree, head: int, *, own: bool = True) -> ActorMention | None:
    mention = scene.headed_by(tree, head) if own else None
    if mention is not None:
        return mention
    appositive = tree.child(head, "appos")
    if appositive is not None and (mention := scene.headed_by(tree, appositive)):
        return mention
    if tree.deps[head] in ("compound", "nmod") and (mention := scene.headed_by(tree, tree.heads[head])):
        return mention
    possessor = tree.child(head, "poss")
    if possessor is not None:
        return scene.headed_by(tree, possessor)
    return None


def _phrase(scene: Scene, tree: Tree, first: int, last: int, target: ActorMention) -> tuple[int, int]:
    """The term with the noun it stands before, and without the actor's name."""
    head = tree.heads[last]
    taken = range(target.span.start, target.span.end)
    if tree.deps[last] in ("amod", "compound") and head == last + 1 and head not in taken and tree.pos[head] == "NOUN":
        return first, head
    while (
        first - 1 >= 0
        and tree.deps[first - 1] in ("amod", "compound")
        and tree.heads[first - 1] == last
        and first - 1 not in taken
    ):
        first -= 1
    return first, last


def loaded_terms(tree: Tree) -> list[str]:
    """The loaded words of a paragraph, whomever they are put on."""
    index = lexicons.labels()
    return [
        " ".join(term.words)
        for token in range(len(tree))
        for term in index.get(tree.lemmas[token], ()) or index.get(tree.words[token], ())
        if _matches(tree, token, term) is not None
    ]
