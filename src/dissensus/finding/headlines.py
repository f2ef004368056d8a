"""Headlines, which leave words out: "China urged to leave", "Priest shot dead", "Peru, Chile sign pact"."""

from __future__ import annotations

from dissensus.finding.governing import is_infinitive
from dissensus.finding.lexicons import deeds
from dissensus.finding.tree import VERBAL, Tree
from dissensus.model import EventType

_TOLD = frozenset({"urge", "tell", "order", "force", "compel", "oblige", "warn", "pressure", "press", "accuse"})
"""Verbs that need to say who is told to do something."""
_SUFFERED = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.SANCTION})
_STOPS = frozenset({".", "!", "?", ";", ":", "..."})
_LONG = 18
"""Words that a headline has at most."""
_NAMES = frozenset({"NOUN", "PROPN"})


def leaves_out_was(tree: Tree, verb: int) -> bool:
    """Whether a verb reads as if its subject did it, to whom it is done: "China urged to leave", "priest shot dead"."""
    if tree.deps[verb] != "ROOT" or tree.tags[verb] not in ("VBD", "VBN"):
        return False
    if tree.child(verb, "nsubj") is None or tree.child(verb, "dobj", "ccomp", "aux", "dative", "prt") is not None:
        return False
    told = tree.child(verb, "xcomp")
    if tree.lemmas[verb] in _TOLD and told is not None and told > verb and is_infinitive(tree, told):
        return tree.child(verb, "prep") is None
    return told is None and _in_headline(tree, verb) and not _SUFFERED.isdisjoint(deeds(tree.lemmas[verb], "v"))


def listed_before(tree: Tree, verb: int, subject: int) -> list[int]:
    """Who stands before a comma with which a headline says "and": "Peru, Chile sign pact"."""
    if not _in_headline(tree, verb):
        return []
    beside = tree.child(subject, "appos")
    if beside is not None and beside == verb - 1 and tree.left[beside] == subject + 2 and tree.pos[beside] == "PROPN":
        return [beside]  # as it is parsed
    comma = tree.left[subject] - 1
    first = comma - 1
    if first < tree.starts[verb] or tree.words[comma] != "," or tree.deps[first] not in ("nsubj", "dep", "npadvmod"):
        return []
    alone = tree.heads[first] == verb and tree.pos[first] in _NAMES and tree.left[first] == tree.starts[verb]
    return [first] if alone else []


def set_before(tree: Tree, verb: int) -> list[int]:
    """Who is to do it, in a headline: "US to lift embargo", "Ruiz to meet Boric"."""
    if tree.tags[verb] != "VB" or not is_infinitive(tree, verb) or not _in_headline(tree, verb):
        return []
    first = min(c for c in tree.children[verb] if tree.words[c] == "to")
    name = first - 1
    above = tree.heads[verb]
    root = above if tree.deps[verb] in ("xcomp", "advcl", "acl", "relcl") else verb
    if name < 0 or tree.deps[root] != "ROOT" or tree.left[name] != tree.starts[verb]:
        return []
    named = tree.pos[root] not in VERBAL or root == tree.starts[verb]
    if (name == root and named) or (tree.heads[name] == root and tree.deps[name] == "dep"):
        return [name]
    return []


def _in_headline(tree: Tree, token: int) -> bool:
    first, end = tree.starts[token], tree.ends[token]
    return end - first <= _LONG and tree.words[end - 1] not in _STOPS
