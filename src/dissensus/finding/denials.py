"""Words that say that something does not happen, beyond a plain "not": "neither", "nor", "instead of", "has yet to"."""

from __future__ import annotations

from dissensus.finding.tree import VERBAL, Tree

_ONLY = frozenset({"only", "just", "merely", "simply", "solely", "least", "alone"})
_APART = {"instead": "of", "rather": "than", "short": "of", "far": "from"}
_NOT_EITHER = frozenset({"neither", "nor"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_PARTIES = frozenset({"nsubj", "nsubjpass", "dobj"})
_OUTSTANDING = frozenset({"have", "be", "remain"})
_ENDING = frozenset({"stop", "end", "drop", "cease", "halt", "abandon", "discontinue", "suspend", "lift"})


def denies_nothing(tree: Tree, negation: int) -> bool:
    """Whether a negation goes on with "only": "not only condemned the raid but"."""
    return negation + 1 < len(tree) and tree.words[negation + 1] in _ONLY


def left_undone(tree: Tree, word: int) -> str | None:
    """What says of a word that something else happened in its place, or next to it: "instead of", "rather than"."""
    start = tree.left[word]
    if start >= 2 and _APART.get(tree.words[start - 2]) == tree.words[start - 1]:
        return tree.words[start - 2]
    if start + 1 < word and tree.words[start] == "rather" and tree.words[start + 1] == "than":
        return "rather" if tree.heads[start + 1] == word and tree.deps[start + 1] == "mark" else None
    return None


def in_neither(tree: Tree, word: int) -> str | None:
    """Which of "neither", "nor" and "no" stands before a verb or noun, or before who does it or whom it is done to."""
    for c in tree.children[word]:
        if c < word and tree.words[c] in _NOT_EITHER:
            return tree.words[c]
        if tree.deps[c] in _PARTIES and tree.pos[word] in VERBAL and tree.pos[c] in _NOUNS:
            none = next((g for g in tree.children[c] if tree.words[g] in ("neither", "no")), None)
            if none is not None and tree.deps[none] in ("det", "preconj"):
                return tree.words[none]
    if tree.deps[word] == "conj":
        head = tree.heads[word]
        if any(tree.words[c] == "nor" and head < c < word for c in tree.children[head]):
            return "nor"
    return None


def outstanding(tree: Tree, verb: int) -> bool:
    """Whether what an infinitive behind a verb names is still to be done: "has yet to recognise"."""
    return tree.lemmas[verb] in _OUTSTANDING and any(tree.words[c] == "yet" for c in tree.children[verb])


def ends(tree: Tree, verb: int) -> bool:
    """Whether a verb puts an end to its object, which was there before and goes on where the verb is negated."""
    return tree.lemmas[verb] in _ENDING
