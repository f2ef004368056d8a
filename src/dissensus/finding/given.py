"""What is given as known, whatever is made of the words around it.

"Called for the release of those who were arrested" tells of arrests, "did not mention the attack" of an attack.
"""

from __future__ import annotations

from dissensus.finding.denials import ends
from dissensus.finding.governing import is_infinitive
from dissensus.finding.lexicons import events, light_verbs, roles
from dissensus.finding.tree import VERBAL, Tree
from dissensus.parsing.parsed import Quotation

_SPOKEN_OF = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
_WITHIN = frozenset({"nummod", "quantmod", "nmod", "compound", "amod", "dobj", "nsubjpass"})
_COUNTING = frozenset({"nummod", "quantmod", "nmod", "compound"})
_PERFECT = frozenset({"was", "were", "been", "has", "have", "had"})
_ANY = frozenset({"a", "an", "any", "no", "some", "anyone", "someone", "who"})
_SUBJECTS = frozenset({"about", "regarding", "concerning", "into", "after", "before", "since", "during"})
_REFUSALS = frozenset({"rejection", "repudiation", "dismissal"})
"""Nouns of being against a deed as well as against a claim."""
_KNOWN = frozenset({"the", "this", "that", "these", "those"})
_PRESUPPOSING = frozenset(
    "cease halt end freeze quit condemn denounce deplore decry investigate probe punish avenge explain mourn justify "
    "excuse forgive pardon reverse ease curb scale".split()
)
"""Verbs whose object is there, whoever is to do what they name: "urged it to freeze building"."""
_TO_COME = frozenset({"planned", "possible", "potential", "future", "alleged", "threatened", "supposed", "suspected"})
_EXPOSED = frozenset({"face", "risk", "await", "dread"})
_UNDERGONE = frozenset(
    "arrest jail prison imprisonment expulsion deportation extradition eviction exclusion suspension trial prosecution "
    "impeachment punishment removal ouster dismissal execution annihilation retaliation".split()
)
"""What one faces before it comes; charges, protests and sanctions one faces are there."""
_JUDGED = frozenset(
    "mistake error blunder wrong right folly foolish crime brave courageous shameful disgraceful disgrace shock relief "
    "betrayal surprise scandal outrage unjust unfair illegal unconstitutional irresponsible cynical reckless".split()
)
"""What is said of a deed that has been done."""


def told_beside(tree: Tree, token: int) -> bool:
    """Whether it is told as what has been, beside what is asked or called for: "help those who were robbed"."""
    at = token
    while tree.pos[at] not in VERBAL and tree.deps[at] in _WITHIN:
        at = tree.heads[at]
    if tree.pos[at] not in VERBAL or (at != token and tree.deps[at] != "relcl"):
        return False
    token = at
    for at in (token, *tree.ancestors(token)):
        if tree.deps[at] == "acl" and tree.tags[at] == "VBN":
            return not is_infinitive(tree, at)
        if tree.deps[at] == "relcl":
            first = tree.left[at]
            aside = tree.words[first - 1 : first + 1] in ([",", "which"], [",", "who"], [",", "whose"])
            if aside and tree.tags[at] in ("VBZ", "VBP"):
                return True  # "an end to the siege, which it keeps up"
            past = tree.tags[at] == "VBD" or any(tree.words[c] in _PERFECT for c in tree.children[at])
            return past and not any(tree.words[c] in _ANY for c in tree.children[tree.heads[at]])
        if tree.pos[at] not in VERBAL or tree.deps[at] not in ("conj", "xcomp", "ccomp", "relcl"):
            return False
    return False


def given_within(tree: Tree, token: int, inner: Quotation) -> bool:
    """Whether a noun is given as known within what is doubted: "claimed that the raid was legal" tells of a raid."""
    head = tree.heads[token]
    cue = inner.cue.start if inner.cue is not None and inner.cue.paragraph == tree.index else -1
    if tree.deps[token] == "pobj" and tree.heads[head] == cue and tree.lemmas[cue] in _REFUSALS:
        return definite(tree, token)  # "its rejection of the coup"
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


def ended(tree: Tree, noun: int) -> bool:
    """Whether a noun is what someone ends, probes or blames, and so is there: "froze bombing", "probed killings"."""
    if tree.deps[noun] != "dobj" or tree.lemmas[tree.heads[noun]] not in _PRESUPPOSING:
        return False
    single = any(tree.words[c] in ("a", "an", "any", "no") for c in tree.children[noun])
    return not single and all(tree.lemmas[c] not in _TO_COME for c in tree.all_children(noun, "amod"))


def is_pending(tree: Tree, noun: int, verb: int) -> bool:
    """Whether a noun is what someone has yet to undergo: "faces expulsion", "risks arrest"."""
    return tree.lemmas[verb] in _EXPOSED and tree.lemmas[noun] in _UNDERGONE


def given_in_question(tree: Tree, token: int) -> bool:
    """Whether a question takes a noun for granted: "did they finance the coup?"."""
    counted = counted_by(tree, token)
    for at in tree.ancestors(token):
        if tree.deps[at] == "relcl":
            # "why did she ask X, who had jailed him?"
            return tree.tags[at] == "VBD" or any(tree.words[c] in _PERFECT for c in tree.children[at])
    if tree.pos[counted] not in ("NOUN", "PROPN") or not definite(tree, counted):
        return False
    head = tree.heads[counted]
    if tree.deps[counted] == "pobj":
        return tree.words[head] not in ("in", "to", "with")
    return tree.deps[counted] == "dobj" and tree.pos[head] == "VERB" and tree.lemmas[head] not in light_verbs()


def counted_by(tree: Tree, token: int) -> int:
    """The noun of a number or amount ("the 25 billion dollar merger"), and any other token itself."""
    at = token
    while tree.pos[token] in ("NUM", "SYM") and tree.deps[at] in _COUNTING:
        at = tree.heads[at]
    return at


def is_question(tree: Tree, token: int) -> bool:
    """Whether a sentence asks of someone whether he is something, which the parse puts beside his name: "is X a N?"."""
    start, end = tree.starts[token], tree.ends[token]
    if tree.lemmas[start] != "be" or "?" not in tree.words[end - 2 : end]:
        return False
    return tree.deps[token] == "appos" and tree.heads[tree.heads[token]] == start


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
