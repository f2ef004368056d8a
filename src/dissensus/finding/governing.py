"""What a verb makes of the verb that it governs: "wants to go" is a plan, "wants them to go" a demand."""

from __future__ import annotations

from dissensus.finding.lexicons import Governor, governors
from dissensus.finding.tree import Tree

_INFINITIVES = frozenset({"xcomp", "ccomp", "advcl", "acl"})
CALLS = frozenset({"call", "demand", "appeal", "request", "urging", "plea", "pressure", "exhortation", "petition"})
"""Nouns of what others are to do."""


def governing(tree: Tree, head: int, below: int) -> Governor | None:
    """The line of governors.tsv for a verb over another, told apart by whether it is someone else's doing."""
    lemma = tree.lemmas[head]
    if _of_another(tree, head, below):
        found = governors().get((lemma, "vo"))
        if found is not None:
            return found
    return governors().get((lemma, "v"))


def is_infinitive(tree: Tree, verb: int) -> bool:
    """Whether a verb stands with "to"."""
    return any(tree.words[c] == "to" and tree.deps[c] == "aux" for c in tree.children[verb])


def asked_with(tree: Tree, verb: int, governor: int) -> int | None:
    """The noun that a verb asks others with to do what an infinitive behind it names: "put pressure on them to go"."""
    thing = tree.child(governor, "dobj")
    if thing is None or tree.lemmas[thing] not in CALLS or verb < thing or not is_infinitive(tree, verb):
        return None
    return thing


def wish_of(tree: Tree, verb: int) -> int | None:
    """The noun of asking or meaning that tells whose wish it is: "calls by the unions for them to leave"."""
    if wished_for(tree, verb) is None:
        return None
    noun = tree.heads[verb]
    for _ in range(2):
        if (tree.lemmas[noun], "n") in governors():
            return noun
        if tree.deps[noun] != "pobj":
            return None
        noun = tree.heads[tree.heads[noun]]
    return None


def wished_for(tree: Tree, verb: int) -> int | None:
    """The "for" before whoever is to do what an infinitive names: "called for them to leave"."""
    first = tree.left[verb]
    if tree.words[first] != "for" or tree.deps[first] != "mark" or tree.heads[first] != verb:
        return None
    return first if is_infinitive(tree, verb) else None


def _of_another(tree: Tree, head: int, below: int) -> bool:
    if tree.deps[below] not in _INFINITIVES:
        return False
    if is_infinitive(tree, below) and tree.child(below, "nsubj", "nsubjpass") is not None:
        return True
    return tree.child(head, "dobj", "dative") is not None
