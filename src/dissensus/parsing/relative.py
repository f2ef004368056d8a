"""Which noun a relative clause describes, where the parser hangs the clause on another one near it."""

from __future__ import annotations

from dissensus.parsing.people import load_people
from dissensus.parsing.tree import Tree

SUBJECTS = ("nsubj", "nsubjpass")
_OF_PERSONS = frozenset(("who", "whom"))
_NO_PERSONS = frozenset(("GPE", "ORG", "LOC", "FAC", "EVENT", "LAW", "WORK_OF_ART", "DATE", "NORP"))
_BODIES = frozenset(("ORG", "GPE", "NORP"))
_OF_MANY = frozenset(("are", "were", "have"))


def noun_described(tree: Tree, pronoun: int, noun: int) -> int | None:
    """The noun that a relative pronoun stands for.

    Args:
        tree: the parse of their paragraph.
        pronoun: "who", "which", "that" or "whom" in a clause behind a noun.
        noun: the noun that the parser hangs the clause on.

    Returns:
        That noun or one above it; None where the verb shows a number that none of them has.
    """
    if tree.words[pronoun] == "which":
        return _no_person(tree, pronoun, noun)
    if tree.words[pronoun] not in _OF_PERSONS:
        return noun
    noun = _person(tree, noun)
    if tree.deps[pronoun] not in SUBJECTS:
        return noun
    number = _number(tree, tree.heads[pronoun])
    found = _of_number(tree, noun, number)
    return _people_before(tree, pronoun, noun) if found is None else found


def _no_person(tree: Tree, pronoun: int, noun: int) -> int:
    """What "which" stands for where the clause hangs on a person: "the candidate of the League, which held power"."""
    if tree.names[noun] != "PERSON" and tree.lemmas[noun] not in load_people().persons:
        return _body_there(tree, noun)
    last = pronoun - 1
    while last > noun and tree.pos[last] not in ("NOUN", "PROPN"):
        last -= 1
    told = tree.names[last] in _BODIES or (
        tree.deps[last] == "appos" and tree.lemmas[last] not in load_people().persons
    )
    return last if last > noun and told else noun


def _body_there(tree: Tree, noun: int) -> int:
    """A noun, or the body that is told to be at a place: "the Court of Justice in Lima, which is to rule"."""
    link = tree.heads[noun]
    if tree.names[noun] != "GPE" or tree.deps[noun] != "pobj" or tree.words[link] != "in":
        return noun
    body = link - 1
    if body < tree.starts[noun] or tree.names[body] != "ORG" or tree.pos[body] != "PROPN":
        return noun
    while tree.names[tree.heads[body]] == "ORG" and tree.heads[body] < body:
        body = tree.heads[body]
    return body


def _person(tree: Tree, noun: int) -> int:
    """Whom "who" stands for where the clause hangs on a place or body named last: "an aide of the party who"."""
    persons = load_people().persons
    if tree.lemmas[noun] in persons or tree.pos[noun] == "PRON" or tree.names[noun] == "PERSON":
        return noun
    at = noun
    while tree.deps[at] == "pobj" and (tree.names[at] in _NO_PERSONS or tree.tags[at] == "NN"):
        above = tree.heads[tree.heads[at]]
        if tree.lemmas[at] in persons or tree.pos[above] not in ("NOUN", "PROPN"):
            break
        if tree.lemmas[above] in persons or tree.names[above] == "PERSON":
            return above
        at = above
    return noun if tree.names[noun] or tree.tags[noun] == "NNS" else _told_so_before(tree, noun)


def _told_so_before(tree: Tree, noun: int) -> int:
    """Whom a clause with "who" before describes too: "a leader who was the face of the left, who was jailed"."""
    for above in tree.ancestors(noun):
        if tree.deps[above] == "relcl" and any(tree.words[c] == "who" for c in tree.children[above]):
            return tree.heads[above] if tree.lemmas[tree.heads[above]] in load_people().persons else noun
    return noun


def _number(tree: Tree, verb: int) -> str:
    """The number that a verb shows of its subject, `s` or `p`; empty where it shows none."""
    finite = next((c for c in tree.children[verb] if tree.deps[c] in ("aux", "auxpass")), verb)
    if tree.tags[finite] == "VBZ" or tree.words[finite] == "was":
        return "s"
    return "p" if tree.words[finite] in _OF_MANY else ""


def _of_number(tree: Tree, noun: int, number: str) -> int | None:
    """The noun itself, or one above it, that has a number: in "the people led by Ruiz, who are" not Ruiz.

    A name of a body may take either, and so may what is only one of several: "the army and police".
    """
    if not number or tree.pos[noun] == "PRON" or tree.names[noun] in _BODIES:
        return noun
    if tree.names[noun] != "PERSON" if number == "p" else tree.tags[noun] not in ("NNS", "NNPS"):
        return noun
    if number == "p" and _many(tree, noun):
        return noun
    for above in tree.ancestors(noun):
        if tree.pos[above] in ("NOUN", "PROPN") and (number == "p") == _many(tree, above):
            return above
        if tree.pos[above] in ("VERB", "AUX") and tree.deps[above] not in ("acl", "relcl"):
            break
    return None if number == "p" else noun


def _people_before(tree: Tree, pronoun: int, noun: int) -> int | None:
    """The people named last before a name that the verb behind ", who" does not agree with."""
    if tree.words[pronoun - 1] != ",":
        return None
    persons = load_people().persons
    for at in range(noun - 1, tree.starts[noun] - 1, -1):
        if tree.lemmas[at] == "people" or (tree.tags[at] == "NNS" and tree.lemmas[at] in persons):
            return at
    return None


def _many(tree: Tree, noun: int) -> bool:
    """Whether a noun is plural, means many, or is joined to another."""
    joined = tree.deps[noun] == "conj" or tree.child(noun, "conj") is not None
    return joined or tree.tags[noun] in ("NNS", "NNPS") or tree.lemmas[noun] in ("people", "police")
