"""A clause that the parser runs into the words set before it: "By arming Peru, Chile provoked Brazil".

It takes the name before the comma for the subject, the subject for its apposition, and the gerund for the verb above.
"""

from __future__ import annotations

from dissensus.finding.tree import Tree


def real_subject(tree: Tree, verb: int) -> int | None:
    """The subject of a verb that the parser takes for an apposition to the object of a gerund before it."""
    if tree.child(verb, "nsubj", "nsubjpass") is None:
        return _behind_gerund(tree, verb)
    gerund = tree.heads[verb]
    if tree.deps[verb] != "ccomp" or tree.tags[gerund] != "VBG" or tree.deps[gerund] != "pcomp":
        return None
    name = tree.child(verb, "nsubj")
    if name is None or not gerund < name < verb or tree.child(gerund, "dobj") is not None:
        return None
    beside = tree.child(name, "appos")
    return beside if beside is not None and tree.words[tree.left[beside] - 1] == "," else None


def _behind_gerund(tree: Tree, verb: int) -> int | None:
    """The apposition to the object of a gerund that stands before a verb without a subject of its own."""
    for c in tree.children[verb]:
        gerund = tree.child(c, "pcomp") if c < verb and tree.deps[c] == "prep" else None
        thing = tree.child(gerund, "dobj") if gerund is not None else None
        beside = tree.child(thing, "appos") if thing is not None else None
        if beside is not None and beside < verb and tree.words[tree.left[beside] - 1] == ",":
            return beside
    return None


def taken_object(tree: Tree, gerund: int) -> int | None:
    """The object of a gerund that the parser takes for the subject of the clause behind it."""
    if tree.tags[gerund] != "VBG" or tree.deps[gerund] != "pcomp":
        return None
    verb = tree.child(gerund, "ccomp")
    return tree.child(verb, "nsubj") if verb is not None and real_subject(tree, verb) is not None else None


def subject_behind(tree: Tree, preposition: int) -> int | None:
    """The subject of the clause behind a gerund whose preposition the parser takes for the root of the sentence."""
    if tree.heads[preposition] != preposition:
        return None
    for i in range(preposition + 1, tree.ends[preposition]):
        if tree.deps[i] == "nsubj":
            own = real_subject(tree, tree.heads[i])
            if own is not None:
                return own
            return i if tree.words[tree.left[i] - 1] == "," else None
    return None
