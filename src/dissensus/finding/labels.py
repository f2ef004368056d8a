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
from dissensus.finding.tree import VERBAL, Tree
from dissensus.model import Kind, Label, Origin
from dissensus.parsing.parsed import TokenSpan

_BEFORE_NOUN = frozenset({"amod", "compound", "nmod", "poss"})
_ANY = "any"
"""The construction of words that load a sentence without being said of an actor."""
_ON_ACTOR = "actor"
"""The construction of words that load a sentence only where they are said of an actor."""


def find_labels(scene: Scene, tree: Tree) -> Iterator[Found]:
    """The labels of a paragraph."""
    done: set[tuple[str, int]] = set()  # targets and the tokens of the terms already put on them
    for token in range(len(tree)):
        for term in _terms(tree, token):
            last = _matches(tree, token, term)
            if last is None or term.construction == _ANY or _is_name(tree, token) or _is_opposed(tree, token):
                continue
            for target in _targets(scene, tree, last, term):
                found, phrase = _label(scene, tree, token, last, term, target)
                if not any((target.actor.id, i) in done for i in phrase):
                    yield found
                done.update((target.actor.id, i) for i in phrase)
            break


def _terms(tree: Tree, token: int) -> list[LabelTerm]:
    """Terms that may begin at a token, as it is written or by its lemma; longer ones first."""
    index = lexicons.labels()
    found = index.get(tree.words[token], [])
    if tree.lemmas[token] != tree.words[token]:
        found = [*found, *index.get(tree.lemmas[token], [])]
    return found


def _matches(tree: Tree, token: int, term: LabelTerm) -> int | None:
    """The last token of a term that begins at a token, or None."""
    for offset, word in enumerate(term.words):
        at = token + offset
        if at >= len(tree) or word not in (tree.lemmas[at], tree.words[at]):
            return None
    last = token + len(term.words) - 1
    if term.pos == "v" and tree.pos[last] not in VERBAL:
        return None
    if term.pos == "n" and tree.pos[last] not in ("NOUN", "PROPN", "ADJ"):
        return None
    if term.pos == "a" and tree.pos[last] not in ("ADJ", "NOUN", "VERB", "ADV"):
        return None
    return last


def _label(
    scene: Scene, tree: Tree, first: int, last: int, term: LabelTerm, target: ActorMention
) -> tuple[Found, range]:
    left, right = _phrase(tree, first, last, target)
    words = scene.parsed.text(TokenSpan(tree.index, left, right + 1)).strip(" \"'“”‘’")
    body = Label(target=reference(target, scene.parsed), term=words, valence=1 if term.valence > 0 else -1)
    rule = "loaded noun" if term.pos == "n" else "loaded adjective"
    found = Found(Kind.LABEL, body, tree, last, (), (target,), rule, f"labels.tsv:{' '.join(term.words)}")
    return found, range(left, right + 1)


def _is_name(tree: Tree, token: int) -> bool:
    """Whether a word has a capital that its place does not ask for: "the Democratic nominee"."""
    text = tree.doc[token].text
    return token != tree.starts[token] and text.istitle() and tree.words[token - 1] not in ('"', "'", "“")


def _is_opposed(tree: Tree, token: int) -> bool:
    """Whether "anti-" or "non-" stands before a word."""
    return token >= 2 and tree.words[token - 1] == "-" and tree.words[token - 2] in ("anti", "non", "counter")


def _targets(scene: Scene, tree: Tree, token: int, term: LabelTerm) -> list[ActorMention]:
    """Whom the word judges; not those who are known by no other words ("the fascist dictatorship")."""
    named = scene.named_by(tree, token)
    if named is not None and named.actor.origin is not Origin.FOUND and named.why.rule == "name" and term.pos == "n":
        return []
    noun = tree.heads[token] if term.pos == "a" and tree.deps[token] in _BEFORE_NOUN else token
    found: list[ActorMention] = []
    if noun == token or _predicated(tree, noun):
        found = parties(scene, tree, holders_of_noun(tree, noun), depth=1)
    if not found and (term.pos == "n" or noun != token):
        found = _of_phrase(scene, tree, noun)
    return [m for m in found if not (m.actor.origin is Origin.FOUND and m.span.holds(tree.index, token))]


def _predicated(tree: Tree, noun: int) -> bool:
    """Whether a noun is said of someone: "is a tyrant", "call her a hero", "branded as terrorists"."""
    return tree.deps[noun] in ("attr", "oprd") or (tree.deps[noun] == "pobj" and tree.words[tree.heads[noun]] == "as")


def _of_phrase(scene: Scene, tree: Tree, head: int) -> list[ActorMention]:
    """Whom a noun phrase means: its own actor or examples, who stands beside it, or whose it is."""
    found = parties(scene, tree, [head], depth=0)
    if found:
        return found
    near = [*tree.all_children(head, "appos"), *([tree.heads[head]] if tree.deps[head] in ("compound", "nmod") else [])]
    near += tree.all_children(head, "poss")
    for token in near:
        mention = scene.headed_by(tree, token)
        if mention is not None:
            return [mention]
    return []


def _phrase(tree: Tree, first: int, last: int, target: ActorMention) -> tuple[int, int]:
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
    return [
        " ".join(term.words)
        for token in range(len(tree))
        for term in _terms(tree, token)
        if term.construction != _ON_ACTOR and _matches(tree, token, term) is not None
    ]
