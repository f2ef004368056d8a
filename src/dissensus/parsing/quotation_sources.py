"""Who is given as saying it: from a cue up and across the parse to a noun phrase."""

from __future__ import annotations

from dissensus.parsing.displaced import taken_into_date
from dissensus.parsing.quotation_draft import Stretch, noun_phrase
from dissensus.parsing.tree import Tree

_REACH = 25
"""How far before its verb, in tokens, a person may be named."""
_SUBJECTS = ("nsubj", "nsubjpass")
_EMPTY = frozenset(("it", "there"))
_CLIMBS = frozenset(("conj", "xcomp", "advcl", "pcomp", "prep", "dep", "ccomp", "parataxis", "acomp"))
_MARKS = frozenset(('"', "''", "'"))
_DASHES = frozenset(("-", "--", "–", "—"))
_WILLED = frozenset(("try", "attempt", "seek", "want", "refuse", "plan", "intend", "hope", "decide", "dare"))
"""Verbs whose "it" is someone: "it tried to portray them as"."""
_FRAMES = frozenset(("event", "case", "prospect", "possibility", "likelihood", "risk", "danger", "hope", "fear"))
_JUDGING = frozenset(
    {"accuse", "urge", "criticise", "criticize", "condemn", "denounce", "praise", "thank", "reiterate"}
)
"""Verbs of what whoever speaks goes on to say, also behind what others did: "said X left and accused Y of it"."""
_NAMING = frozenset({"call", "dub", "describe", "say", "tell", "claim", "attack", "warn", "threaten", "reject", "mock"})
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "DET"))


def source_of_verb(tree: Tree, verb: int) -> Stretch | None:
    """The noun phrase of whoever says it: the verb's subject, or the one it shares with a verb above."""
    if is_passive(tree, verb):
        return agent(tree, verb)
    head = subject(tree, verb)
    return noun_phrase(tree, head) if head is not None else None


def is_passive(tree: Tree, verb: int) -> bool:
    """Whether a verb has a passive subject, or is a past participle without "have"."""
    if tree.tags[verb] != "VBN":
        return False
    if tree.child(verb, "nsubjpass", "auxpass", "agent") is not None:
        return True
    return tree.deps[verb] in ("acl", "advcl", "amod") and tree.child(verb, "aux", "nsubj") is None


def agent(tree: Tree, verb: int) -> Stretch | None:
    """The "by" phrase of a passive."""
    by = tree.child(verb, "agent")
    if by is None:
        return None
    head = tree.child(by, "pobj")
    return noun_phrase(tree, head) if head is not None else None


def subject(tree: Tree, verb: int) -> int | None:
    """The head of a verb's subject, its own or the one it shares with the verb above it."""
    token, steps = verb, 0
    while steps < 6:
        own = _own_subject(tree, token, verb)
        if own is not None:
            raised = token != verb and tree.lemmas[token] not in _WILLED
            empty = tree.words[own] in _EMPTY and (tree.deps[own] == "expl" or raised)
            if empty:
                return None
            before = _before_aside(tree, own, verb) if token != verb else None
            return own if before is None else before
        dep, head = tree.deps[token], tree.heads[token]
        if head == token:
            return None
        if dep == "pcomp" and tree.words[head] == "as" and tree.lemmas[tree.heads[head]] in ("quote", "cite"):
            return tree.child(tree.heads[head], "dobj", "nsubjpass")  # "quoted a general as saying"
        if dep in ("acl", "relcl"):
            if tree.lemmas[head] in _FRAMES and head != token - 1:
                of = tree.child(head, "prep")
                return tree.child(of, "pobj") if of is not None else None  # "in the event of the court rejecting"
            return head if tree.pos[head] in _NOMINAL else None
        if dep == "ccomp" and not _is_bare(tree, token):
            return None
        if dep not in _CLIMBS:
            return None
        if dep == "conj" and tree.pos[head] in ("NOUN", "PROPN") and tree.pos[token] == "VERB":
            return head if tree.deps[head] in ("nsubj", "ROOT") else None
        if dep == "conj" and token == verb and tree.tags[verb] == "VBD" and is_told(tree, head, verb):
            return subject(tree, tree.heads[head])
        if dep == "advcl" and tree.tags[verb] == "VBG":
            outer = _sayer_above(tree, token, head)
            if outer is not None:
                return outer
        token = head
        steps += 1
    return None


def beside(tree: Tree, verb: int, start: int, end: int) -> Stretch | None:
    """The noun phrase next to a verb inside tokens `[start, end)`: for clauses that the parse has torn apart."""
    first = verb + 1
    while first < end and tree.pos[first] == "ADV":
        first += 1
    at = first
    while at < end and tree.pos[at] in ("DET", "ADJ", "NUM"):
        at += 1
    if at < end and tree.pos[at] in ("PROPN", "NOUN", "PRON"):
        return first, _last_of_name(tree, at, end) + 1
    at = verb - 1
    while at >= start and tree.pos[at] in ("ADV", "AUX", "PART"):
        at -= 1
    if at >= start and tree.pos[at] in ("PROPN", "NOUN", "PRON"):
        left, _ = noun_phrase(tree, at)
        return max(start, left), at + 1
    return None


def person_beside(tree: Tree, verb: int, content: list[Stretch]) -> Stretch | None:
    """The person named before a verb that the parse leaves without a subject, as in "X, a spokesman in Lima, said"."""
    at = max([tree.starts[verb], verb - _REACH] + [end for _, end in content if end <= verb])
    while at < verb:
        if tree.names[at] == "PERSON" and tree.pos[at] == "PROPN":
            end = at
            while end < verb and tree.names[end] == "PERSON" and tree.pos[end] == "PROPN":
                end += 1
            return at, end
        at += 1
    return None


def _last_of_name(tree: Tree, at: int, end: int) -> int:
    while at + 1 < end and tree.pos[at + 1] in ("PROPN", "NOUN") and tree.pos[at] in ("PROPN", "NOUN", "ADJ"):
        at += 1
    return at


def _own_subject(tree: Tree, token: int, verb: int) -> int | None:
    for child in tree.children[token]:
        if tree.deps[child] in _SUBJECTS or (tree.deps[child] == "expl" and token == verb):
            return child
    aux = tree.child(token, "aux")
    if aux is not None:
        return tree.child(aux, "nsubj")  # "X had for months claimed", as it is parsed
    displaced = taken_into_date(tree, token)
    return displaced if displaced == token - 1 else None


def is_told(tree: Tree, clause: int, verb: int) -> bool:
    """Whether a clause tells what is said, in a tense or verb that no verb of saying goes on with.

    In "X said that the vote was rigged and warned of a coup" the parse hangs "warned" on "was".
    """
    if tree.deps[clause] != "ccomp" or tree.pos[tree.heads[clause]] != "VERB":
        return False
    aux = tree.child(clause, "aux")
    if aux is not None and tree.lemmas[aux] == "have":
        return False  # "that they had asked and concluded", which the tagger takes for the past
    return tree.lemmas[clause] == "be" or tree.tags[clause] != "VBD" or _turns_to_judge(tree, clause, verb)


def _turns_to_judge(tree: Tree, clause: int, verb: int) -> bool:
    return tree.lemmas[verb] in _JUDGING and tree.lemmas[clause] not in _JUDGING | _NAMING


def _before_aside(tree: Tree, own: int, verb: int) -> int | None:
    """The subject before an aside in dashes, for a verb behind it that the parse hangs on the aside's own verb."""
    opening = tree.left[own] - 1
    if opening <= tree.starts[verb] or tree.words[opening] not in _DASHES:
        return None
    if not any(tree.words[at] in _DASHES for at in range(own, verb)):
        return None
    for at in range(opening - 1, tree.starts[verb] - 1, -1):
        if tree.pos[at] == "VERB":
            found = tree.child(at, *_SUBJECTS)
            if found is not None:
                return found
    return None


def _is_bare(tree: Tree, token: int) -> bool:
    """Whether a clause has no mark, so that a subject above may be its own."""
    return all(tree.deps[child] != "mark" for child in tree.children[token])


def _sayer_above(tree: Tree, participle: int, head: int) -> int | None:
    """For "X said that Y should resign, adding ...": the parse hangs "adding" on "resign", the sense on "said"."""
    before = tree.left[participle] - 1
    while before > 0 and tree.words[before] in _MARKS:
        before -= 1
    if before < 0 or tree.words[before] != ",":
        return None
    aside = next((c for c in tree.ancestors(before - 1) if tree.deps[c] == "relcl"), None)
    if aside is not None and tree.right[aside] == before and not tree.left[aside] <= head < before:
        teller = tree.child(aside, "nsubj")
        if teller is not None and tree.words[teller] in ("he", "she", "they"):
            return teller  # "sanctions, which he has blamed for it, saying ..."
    while tree.deps[head] in ("conj", "xcomp", "aux"):
        head = tree.heads[head]
    if tree.deps[head] != "ccomp" or tree.heads[head] == head:
        return None
    sayer = tree.heads[head]
    return subject(tree, sayer) if tree.pos[sayer] == "VERB" else None
