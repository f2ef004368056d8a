"""Words of degree, which judge an actor only where they are said of him outright: "a great leader", "is weak".

Of things ("his greatest strength", "extraordinary measures"), in comparisons ("less popular than X") and of those who
only stand to someone ("his harshest critic") they tell how much, and put no label on anyone.
"""

from __future__ import annotations

from dissensus.finding.label_words import label_words
from dissensus.finding.scene import Scene
from dissensus.finding.tree import Tree
from dissensus.parsing.people import load_people

_COMPARING = frozenset({"more", "less", "as", "least"})
_COMPARED = frozenset({"JJR", "RBR"})
_MARKS = frozenset({'"', "”", "''", "’"})


def only_graded(scene: Scene, tree: Tree, token: int) -> bool:
    """Whether an adjective tells how much, and judges nobody."""
    if tree.words[token] == "wise" and any(tree.words[c] == "would" for c in tree.children[tree.heads[token]]):
        return True  # "X would be wise to wait"
    lemma, noun = tree.lemmas[token], tree.heads[tree.first_conjunct(token)]
    attributive = tree.deps[tree.first_conjunct(token)] == "amod" and tree.pos[noun] in ("NOUN", "PROPN")
    if attributive and tree.lemmas[noun] in label_words("standing") and lemma in label_words("measuring"):
        return True
    if lemma not in label_words("degree"):
        return False
    compared = tree.tags[token] in _COMPARED or any(tree.words[c] in _COMPARING for c in tree.children[token])
    if compared or (not attributive and tree.tags[token] == "JJS"):
        return True
    return attributive and not _names_someone(scene, tree, noun)


def _names_someone(scene: Scene, tree: Tree, noun: int) -> bool:
    """Whether a noun is for a person or body."""
    people, lemma = load_people(), tree.lemmas[noun]
    if scene.headed_by(tree, noun) is not None or tree.pos[noun] == "PROPN":
        return True
    return lemma in people.persons or lemma in people.groups or lemma in label_words("body")


def spoken_before(tree: Tree, token: int, target: int) -> bool:
    """Whether the speech ends between a word and the one who is meant to bear it: "'That's terrible,' X said"."""
    between = tree.words[token + 1 : target]
    return "," in between and not _MARKS.isdisjoint(between)
