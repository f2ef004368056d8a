"""Words that say that something does not happen, beyond a plain "not": "neither", "nor", "instead of", "has yet to"."""

from __future__ import annotations

from dissensus.finding.tree import VERBAL, Tree

_ONLY = frozenset({"only", "just", "merely", "simply", "solely", "least", "alone"})
_APART = {"instead": "of", "rather": "than", "short": "of", "far": "from", "anything": "but"}
_NOT_EITHER = frozenset({"neither", "nor"})
_NOBODY = frozenset({"nobody", "none", "noone"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_PARTIES = frozenset({"nsubj", "nsubjpass", "dobj"})
_PROOFS = frozenset({"evidence", "proof", "indication", "sign", "hint", "trace", "suggestion"})
_COMING_UPON = frozenset({"be", "find", "see", "have", "exist", "uncover", "discover", "emerge", "surface"})
_NONE = frozenset({"no", "little", "scant", "zero", "neither"})
_NOBODY = frozenset({"none", "nobody"})
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
        if tree.deps[c] in ("nsubj", "nsubjpass") and (
            tree.words[c] in _NOBODY or tree.words[c - 1 : c + 1] == ["no", "one"]
        ):
            return "nobody"
        if tree.deps[c] == "nsubj" and tree.words[c] == "few" and tree.left[c] == c:
            return "few"  # and not "a few"
        if tree.deps[c] in _PARTIES and tree.words[c] in _NOBODY and tree.pos[word] in VERBAL:
            return tree.words[c]
        if tree.deps[c] in _PARTIES and tree.pos[word] in VERBAL and tree.pos[c] in _NOUNS:
            if tree.deps[c] == "nsubj" and tree.words[tree.left[c]] == "few" and tree.heads[tree.left[c]] == c:
                return "few"  # "few voters back him", and not "a few voters"
            none = next((g for g in tree.children[c] if tree.words[g] in ("neither", "no")), None)
            named = tree.words[none - 1] == "the" if none else False  # "the no side"
            if none is not None and not named and tree.deps[none] in ("det", "preconj"):
                return tree.words[none]
    if tree.deps[word] == "conj":
        head = tree.heads[word]
        if any(tree.words[c] == "nor" and head < c < word for c in tree.children[head]):
            return "nor"
    return None


def unproven(tree: Tree, noun: int) -> str | None:
    """What makes of a clause behind a noun of proof that it is not so: "there is no evidence that she stole"."""
    if tree.lemmas[noun] in ("exist", "emerge", "surface"):
        noun = next(iter(tree.all_children(noun, "nsubj")), noun)  # "no evidence exists that she stole"
    if tree.lemmas[noun] not in _PROOFS or tree.pos[noun] != "NOUN":
        return None
    verb = tree.heads[noun]
    if tree.lemmas[verb] not in _COMING_UPON:
        return None  # who "offered no evidence" says it all the same
    if any(tree.words[c] in _NONE for c in tree.children[noun]):
        return "no evidence"
    return "no evidence" if any(tree.deps[c] == "neg" for c in tree.children[verb]) else None


def outstanding(tree: Tree, verb: int) -> bool:
    """Whether what an infinitive behind a verb names is still to be done: "has yet to recognise"."""
    return tree.lemmas[verb] in _OUTSTANDING and any(tree.words[c] == "yet" for c in tree.children[verb])


def ends(tree: Tree, verb: int) -> bool:
    """Whether a verb puts an end to its object, which was there before and goes on where the verb is negated."""
    return tree.lemmas[verb] in _ENDING
