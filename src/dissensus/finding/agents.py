"""Who did what a passive tells, where the parser hangs the doer on a word between."""

from __future__ import annotations

from dissensus.finding.lexicons import events
from dissensus.finding.tree import Tree

WRITINGS = frozenset(
    "statement letter communique communiqué declaration message tweet petition manifesto speech memo cable note "
    "article editorial post proclamation resolution motion report decree order appeal release document video".split()
)
"""What someone says or writes, and which says what they say."""

_MAKING = frozenset(
    "force compel oblige pressure press push coerce order make tell ask urge beg implore call request invite instruct "
    "command advise encourage persuade convince summon allow permit".split()
)

TRYING = frozenset(
    "convict sentence charge accuse indict acquit find try jail imprison fine condemn investigate".split()
)
_JUDGES = frozenset(
    "court judge jury tribunal prosecutor magistrate chamber commission attorney justice authority police".split()
)


def agent_deeper(tree: Tree, verb: int) -> list[int]:
    """The doer that hangs on a gerund or a noun behind a passive: "was barred from running by the court"."""
    beside = [n for n in tree.prepositional(verb, "by") if n > verb and tree.names[n] not in ("DATE", "PERCENT")]
    if beside and tree.deps[tree.heads[tree.first_conjunct(beside[0])]] == "prep":
        return beside  # an agent, though the parser does not label it so
    gerunds = (g for c in tree.all_children(verb, "prep") for g in tree.all_children(c, "pcomp"))
    found = [n for g in gerunds if tree.child(g, "dobj") is None for n in tree.prepositional(g, "by")]
    return found or _agent_behind_infinitive(tree, verb) or _behind_given(tree, verb) or _agent_behind_noun(tree, verb)


def _behind_given(tree: Tree, verb: int) -> list[int]:
    """The doer that hangs on what someone is given or denied: "was denied entry by the army"."""
    given = tree.child(verb, "dobj")
    if given is None or tree.child(verb, "nsubjpass") is None or tree.lemmas[given] in WRITINGS:
        return []
    return [n for n in tree.prepositional(given, "by") if tree.names[n] != "DATE"]


def _agent_behind_infinitive(tree: Tree, verb: int) -> list[int]:
    """The doer that hangs on what someone is made to do: "was forced to leave the country by the army"."""
    told = tree.child(verb, "xcomp") if tree.lemmas[verb] in _MAKING else None
    if told is None or tree.tags[told] != "VB" or tree.child(told, "auxpass") is not None:
        return []
    holders = [told, *tree.all_children(told, "dobj")]
    holders += [n for c in tree.all_children(told, "prep") for n in tree.all_children(c, "pobj")]
    return [n for holder in holders for n in tree.prepositional(holder, "by") if tree.names[n] != "DATE"]


def _agent_behind_noun(tree: Tree, verb: int) -> list[int]:
    """The doer that hangs on a noun: "was criticised for his trip to Cuba by Ruiz", not "for a report by Ruiz"."""
    tried = tree.lemmas[verb] in TRYING
    for preposition in tree.all_children(verb, "prep"):
        for noun in tree.all_children(preposition, "pobj"):
            if tried and (judges := _judges(tree, noun)):
                return judges
            own = tree.child(noun, "poss")
            if own is None and (tree.lemmas[noun] in WRITINGS or _names_deed(tree, noun)):
                continue
            if own is not None and tree.tags[own] != "PRP$":
                continue
            doers = [n for n in tree.prepositional(noun, "by") if tree.pos[n] == "PROPN" and tree.names[n] != "DATE"]
            if doers:
                return doers
    return []


def tried_for(tree: Tree, noun: int) -> bool:
    """Whether someone is tried for a deed, so that who stands behind it is the judge: "convicted of murder by"."""
    preposition = tree.heads[noun]
    verb = tree.heads[preposition]
    tried = tree.deps[noun] == "pobj" and tree.lemmas[verb] in TRYING and tree.passive(verb)
    return tried and tree.child(verb, "agent") is None  # "condemned by a court for killings by soldiers"


def _judges(tree: Tree, noun: int) -> list[int]:
    return [
        n for n in tree.prepositional(noun, "by") if tree.names[n] != "DATE" and not _JUDGES.isdisjoint(_near(tree, n))
    ]


def _near(tree: Tree, noun: int) -> list[str]:
    return tree.lemmas[tree.left[noun] : noun + 1]


def _names_deed(tree: Tree, noun: int) -> bool:
    return any(line.pos == "n" and len(line.words) == 1 for line in events().get(tree.lemmas[noun], ()))
