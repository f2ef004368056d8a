"""What is given as known, whatever is made of the words around it.

"Called for the release of those who were arrested" tells of arrests, "did not mention the attack" of an attack.
"""

from __future__ import annotations

from dissensus.finding.denials import ends
from dissensus.finding.lexicons import events, light_verbs, roles
from dissensus.finding.tree import VERBAL, Tree
from dissensus.parsing.parsed import Quotation

_SPOKEN_OF = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
_PERFECT = frozenset({"was", "were", "been", "has", "have", "had"})
_ANY = frozenset({"a", "an", "any", "no", "some", "anyone", "someone", "who"})
_SUBJECTS = frozenset({"about", "regarding", "concerning", "into", "after", "before", "since", "during"})
_KNOWN = frozenset({"the", "this", "that", "these", "those"})
_JUDGED = frozenset(
    "mistake error blunder wrong right folly foolish crime brave courageous shameful disgraceful disgrace shock relief "
    "betrayal surprise scandal outrage unjust unfair illegal unconstitutional irresponsible cynical reckless".split()
)
"""What is said of a deed that has been done."""


def told_beside(tree: Tree, token: int) -> bool:
    """Whether it is told as what has been, beside what is asked or called for: "help those who were robbed"."""
    if tree.pos[token] not in VERBAL:
        return False
    for at in (token, *tree.ancestors(token)):
        if tree.deps[at] == "acl" and tree.tags[at] == "VBN":
            return True
        if tree.deps[at] == "relcl":
            past = tree.tags[at] == "VBD" or any(tree.words[c] in _PERFECT for c in tree.children[at])
            return past and not any(tree.words[c] in _ANY for c in tree.children[tree.heads[at]])
        if tree.pos[at] not in VERBAL or tree.deps[at] not in ("conj", "xcomp", "ccomp", "relcl"):
            return False
    return False


def given_within(tree: Tree, token: int, inner: Quotation) -> bool:
    """Whether a noun is given as known within what is doubted: "claimed that the raid was legal" tells of a raid."""
    head = tree.heads[token]
    if tree.deps[token] not in _SPOKEN_OF or tree.pos[token] in VERBAL:
        return False
    if not any(span.holds(tree.index, head) for span in inner.content):
        return False
    if tree.deps[token] == "dobj" and ends(tree, head):
        return True
    if tree.deps[token] == "pobj" and _has_part(tree, head):
        return False
    done = tree.lemmas[head] in light_verbs() and any(line.pos == "n" for line in events().get(tree.lemmas[token], ()))
    return definite(tree, token) and not done


def _has_part(tree: Tree, preposition: int) -> bool:
    """Whether what stands behind a preposition is what someone has a part in: "denied any role in the raid"."""
    above, link = tree.heads[preposition], tree.words[preposition]
    near = (above, *tree.all_children(above, "dobj"))
    return any((tree.lemmas[n], "n", link) in roles() for n in near)


def is_told_of(tree: Tree, preposition: int) -> bool:
    """Whether what stands behind a noun's preposition is given: "a report about the attack", "a winner in the war"."""
    if tree.words[preposition] in _SUBJECTS:
        return True
    return tree.words[preposition] == "in" and not _has_part(tree, preposition)


def definite(tree: Tree, noun: int) -> bool:
    """Whether a noun is given as known: "the attack", "his attack"."""
    return any(
        tree.deps[c] == "poss" or (tree.deps[c] == "det" and tree.words[c] in _KNOWN) for c in tree.children[noun]
    )


def judged_done(tree: Tree, verb: int) -> bool:
    """Whether a sentence judges what someone did: "it was a mistake for X to recognise it"."""
    if tree.lemmas[verb] != "be" or tree.tags[verb] != "VBD":
        return False
    return any(tree.lemmas[c] in _JUDGED for c in tree.children[verb] if tree.deps[c] in ("attr", "acomp"))
