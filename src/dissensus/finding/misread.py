"""Repairs of the parse around one verb: names taken into dates, lists, titles and what they are called."""

from __future__ import annotations

from dissensus.finding.tree import Tree
from dissensus.parsing.displaced import taken_into_date

_HAVING_DONE = frozenset({"have", "get", "see", "want", "order"})
CAUSING = frozenset({"have", "get", "order"})
"""Of these, the verbs whose subject has it done."""
MADE_SO = frozenset(
    "crown name elect appoint declare proclaim make call anoint designate swear choose brand dub label term".split()
)
"""Verbs that make or call someone something."""
_GIVING = frozenset("offer give grant lend promise sell send deny owe".split())
_GIVEN = frozenset(
    "aid help money fuel oil gas weapon arm asylum credit loan support access refuge shelter vaccine doctor medic "
    "teacher adviser plane ship food grain wheat medicine rifle tank missile helicopter jet aircraft".split()
)
"""What the verbs of giving give, where the receiver stands before it: "offered Cuba fuel"."""


def is_called(tree: Tree, verb: int, name: int) -> bool:
    """Whether a name is what is called something, where the parser takes it for what it is called: "called X a Y"."""
    return tree.pos[name] in ("PROPN", "PRON") and max(tree.all_children(verb, "oprd")) > name


def had_done(tree: Tree, verb: int) -> bool:
    """Whether a participle tells what is done to the noun before it: "had the protesters shot"."""
    above = tree.heads[verb]
    if tree.deps[verb] != "ccomp" or tree.lemmas[above] not in _HAVING_DONE:
        return False
    if tree.tags[verb] != "VBN" and not (tree.tags[verb] == "VBD" and tree.lemmas[above] in CAUSING):
        return False
    return has(tree, verb, "nsubj") and not has(tree, verb, "aux", "dobj", "mark")


def taken_for_a_modifier(tree: Tree, thing: int) -> list[int]:
    """Who is given a thing, where the parser takes the name to modify it: "granted Ruiz political asylum"."""
    given = tree.lemmas[tree.heads[thing]] in _GIVING and tree.lemmas[thing] in _GIVEN and tree.left[thing] > 0
    alone = given and tree.child(thing, "poss") is None and not tree.prepositional(tree.heads[thing], "to")
    return [
        c
        for c in tree.children[thing]
        if tree.deps[c] in ("nmod", "compound")
        and tree.pos[c] == "PROPN"
        and (alone or any(tree.deps[a] in ("amod", "det") and c < a < thing for a in tree.children[thing]))
    ]


def taken_into_office(tree: Tree, verb: int, office: int) -> int | None:
    """The name that the parser takes into what its bearer is made: "crowned Ruiz president"."""
    if tree.lemmas[verb] not in MADE_SO or tree.pos[office] != "NOUN" or tree.tags[office] != "NN":
        return None
    before = office - 1
    while tree.deps[before] == "compound" and tree.pos[before] == "NOUN" and before > verb:
        before -= 1  # "appointed Ruiz security minister"
    held = tree.deps[before] in ("compound", "nmod") and tree.heads[before] == office and tree.tags[before] == "NNP"
    return before if held and tree.child(office, "det", "amod", "poss") is None else None


def behind_date(tree: Tree, verb: int) -> list[int]:
    """The subjects that the parser took into a date: "On 3 May 2018 Peru and Chile condemned ..."."""
    subject = taken_into_date(tree, verb)
    if subject is not None:
        return tree.conjuncts(subject)
    if not is_finite(tree, verb):
        return []
    # "on 3 May, Peru and Chile condemned", where the month begins the list
    listed = [i for i in range(tree.left[verb], verb) if tree.deps[i] == "conj" and tree.pos[i] == "PROPN"]
    first = tree.first_conjunct(listed[0]) if listed else verb
    return listed if tree.names[first] == "DATE" and tree.names[listed[0]] != "DATE" else []


def taken_into_list(tree: Tree, verb: int) -> list[int]:
    """The subject that the parser took for the end of a list before it: "helping the UN, Peru and Chile did gain"."""
    if tree.deps[verb] != "conj" or has(tree, verb, "nsubj", "nsubjpass") or not is_finite(tree, verb):
        return []
    first = min((c for c in tree.children[verb] if c < verb), default=verb)
    before = first - 1
    if before < tree.starts[verb] or tree.deps[before] != "conj" or tree.pos[before] not in ("PROPN", "NOUN"):
        return []
    head = tree.first_conjunct(before)
    return [n for n in tree.conjuncts(head) if n != head] if tree.deps[head] == "pobj" else []


def is_finite(tree: Tree, verb: int) -> bool:
    """Whether a verb stands in a tense or with a modal."""
    tags = [tree.tags[verb], *(tree.tags[c] for c in tree.children[verb] if tree.deps[c] in ("aux", "auxpass"))]
    return any(tag in ("VBD", "VBP", "VBZ", "MD") for tag in tags)


def has(tree: Tree, i: int, *deps: str) -> bool:
    """Whether anything hangs on a token with one of these labels."""
    return tree.child(i, *deps) is not None
