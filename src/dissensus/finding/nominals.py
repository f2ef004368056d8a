"""Nouns in their sentence: what carries a noun of action, what stands for the same, and whom a noun is said of."""

from __future__ import annotations

from dissensus.finding.clauses import clause
from dissensus.finding.governing import is_infinitive
from dissensus.finding.lexicons import events, light_verbs
from dissensus.finding.tree import VERBAL, Tree
from dissensus.model import EventType
from dissensus.parsing.people import load_people

_COPULAS = frozenset({"be", "become", "remain", "stay"})
_HOLDING = frozenset(
    {"take", "enter", "assume", "leave", "win", "replace", "displace", "supplant", "overtake", "surpass"}
)
_NAMING = frozenset("call name consider brand label dub deem declare proclaim term elect make designate".split())
_PREDICATED = frozenset({"attr", "acomp", "oprd", "appos", "pobj"})
_PHASES = frozenset(
    "act decade century month week day night generation lifetime attempt beginning campaign course cycle end effort "
    "escalation expansion form imposition kind launch "
    "onset part pattern period policy programme program resumption return rise round series spate start state "
    "strategy string tactic type use wave year lot deal plenty number bit array host range amount "
    "handful dose level".split()
)
"""Nouns that only say how, how far or how often an action goes on."""

_COURSES = frozenset(
    "campaign policy effort drive operation attempt plan strategy regime programme program measure action spree "
    "push bid tactic wave package bill law order decree scheme plot activity".split()
)
"""Nouns that name an action by the noun before them: "a sanctions policy"."""

_TAKING_PART = frozenset({"engage", "participate"})
_MAKING = frozenset({"turn", "transform", "convert", "make", "reduce"})
_NO_MORE = frozenset({"nothing", "more", "little", "anything", "other", "less"})
_SOME = frozenset({"one", "some", "many", "most", "among", "two", "three", "several", "part", "something"})
_STEPS = 4
_JUDGING = frozenset({EventType.REJECT, EventType.ACCUSE, EventType.SUPPORT})


def carrier(tree: Tree, noun: int) -> tuple[int | None, str | None]:
    """The light verb that a noun of action hangs on, and what that verb's subject is in it.

    Nouns that only say how far an action has come lead on: "announced the beginning of operations".
    """
    noun = raised(tree, noun)[-1]
    head, dep = tree.heads[noun], tree.deps[noun]
    if dep in ("dobj", "nsubjpass") and tree.pos[head] in VERBAL:
        part = light_verbs().get(tree.lemmas[head])
        held_up = tree.lemmas[head] == "hold" and tree.child(head, "prt") is not None
        if part and not held_up:
            return head, part
    if dep == "pobj" and tree.pos[tree.heads[head]] in VERBAL and tree.lemmas[tree.heads[head]] in _TAKING_PART:
        return tree.heads[head], "actor"
    for c in tree.children[noun]:
        if tree.deps[c] in ("acl", "relcl") and light_verbs().get(tree.lemmas[c]) == "actor":
            if tree.child(c, "mark") is not None or is_infinitive(tree, c):
                continue  # "the accusation that they made threats", "a call to launch a strike"
            return c, "actor"
    return None, None


def raised(tree: Tree, noun: int) -> list[int]:
    """A noun and those above it that stand for the same action: first conjuncts, phases, courses ("raid campaign")."""
    found = [noun]
    for _ in range(_STEPS):
        first = tree.first_conjunct(noun)
        if first != noun:
            if _judges(tree, first) and not _judges(tree, noun):
                break  # "its condemnation of the coup and the repression"
            found.append(first)
            noun = first
        head, dep = tree.heads[noun], tree.deps[noun]
        if dep == "pobj" and tree.words[head] == "of" and tree.lemmas[tree.heads[head]] in _PHASES:
            noun = tree.heads[head]
        elif dep in ("compound", "nmod") and tree.lemmas[head] in _COURSES and tree.pos[head] == "NOUN":
            noun = head
        elif first == noun:
            break
        else:
            continue
        found.append(noun)
    return found


def _judges(tree: Tree, noun: int) -> bool:
    """Whether a noun names what someone thinks of a deed, and no deed."""
    return any(line.pos == "n" and line.type in _JUDGING for line in events().get(tree.lemmas[noun], ()))


def _alike(tree: Tree, first: int, second: int) -> bool:
    """Whether two conjuncts may be said of one, as their numbers tell: not "the ministry and the agencies"."""
    several = ("NNS", "NNPS")
    return (tree.tags[first] in several) == (tree.tags[second] in several)


def holders_of_noun(tree: Tree, noun: int) -> list[int]:
    """Whom a noun or adjective is said of: "X is an ally", "X, an ally of Y", "chairwoman X", "call X a puppet"."""
    named = tree.child(noun, "appos")
    if named is not None:
        return [named]
    judged = tree.child(noun, "nsubj") if tree.pos[noun] == "ADJ" and tree.deps[noun] == "ccomp" else None
    if judged is not None:
        return tree.conjuncts(judged)  # "found X guilty of": X, not who found so
    if tree.deps[noun] == "conj":
        first = tree.first_conjunct(noun)
        return holders_of_noun(tree, first) if tree.deps[first] in _PREDICATED and _alike(tree, first, noun) else []
    head, dep = tree.heads[noun], tree.deps[noun]
    if head == noun:
        return _named_behind(tree, noun)
    if dep in ("attr", "acomp") and tree.pos[head] in VERBAL and tree.lemmas[head] in _COPULAS:
        return clause(tree, head).subject
    if dep in ("oprd", "attr", "acomp", "ccomp", "xcomp") and tree.pos[head] in VERBAL:
        here = clause(tree, head)
        if dep == "oprd" and not here.object and here.indirect:
            return here.indirect  # "many call X a N"
        return here.object if here.object else (here.subject if tree.lemmas[head] not in _NAMING else [])
    if dep == "dobj" and tree.lemmas[head] in _NAMING:
        before = [c for c in tree.all_children(head, "dobj") if c < noun]
        return before or clause(tree, head).indirect  # "designated X a N"
    if dep == "appos":
        return [_whose_place(tree, noun, head)]
    if dep == "nsubj":
        return named_after(tree, noun, head)
    made = tree.words[head] == "into" and tree.lemmas[tree.heads[head]] in _MAKING
    if dep in ("pobj", "amod") and (made or tree.words[head] == "as"):
        verb = tree.heads[head]
        if tree.words[verb] == "with" and tree.deps[verb] == "prep":
            return tree.all_children(verb, "pobj")  # "with X as its only N"
        if tree.pos[verb] in VERBAL:
            here = clause(tree, verb)
            if here.subject and head < here.subject[0]:
                return here.subject  # "As a N, X must ..."
            if tree.lemmas[verb] in _HOLDING and tree.child(verb, "dobj") is not None and not here.passive:
                return here.subject  # "took office as X's successor"
            return here.object or _spoken_of(tree, verb, head) or here.subject
        return [verb]
    if dep in ("compound", "nmod", "amod"):
        return [head]
    return []


def _whose_place(tree: Tree, noun: int, name: int) -> int:
    """Who a word for a person is said of beside the name of a place: "the governor of Lima, a critic of Ruiz"."""
    persons = load_people().persons
    link = tree.heads[name]
    of_place = tree.deps[name] == "pobj" and tree.words[link] == "of" and tree.names[name] in ("GPE", "ORG", "LOC")
    office = tree.heads[link]
    return office if of_place and tree.lemmas[noun] in persons and tree.lemmas[office] in persons else name


def _spoken_of(tree: Tree, verb: int, preposition: int) -> list[int]:
    """Whom one speaks of as something: "referred to X as Y's puppet", "thinks of X as a friend"."""
    if tree.lemmas[verb] not in ("refer", "think", "speak", "look", "point", "conceive"):
        return []
    behind = [c for c in tree.children[verb] if c < preposition and tree.words[c] in ("to", "of", "on", "upon")]
    return [n for c in behind for p in tree.all_children(c, "pobj") for n in tree.conjuncts(p)]


def named_after(tree: Tree, noun: int, verb: int) -> list[int]:
    """The subject that follows a description of it: "A leader of the miners, Ruiz won", "..., Ruiz's rise ..."."""
    subject = max(tree.all_children(verb, "nsubj"))
    if subject <= noun or tree.words[tree.left[subject] - 1] != ",":
        return []
    name = subject if tree.pos[subject] == "PROPN" else tree.child(subject, "poss")
    return [name] if name is not None and tree.pos[name] == "PROPN" else []


def _named_behind(tree: Tree, noun: int) -> list[int]:
    """The name right behind a noun, where the parse makes the sentence's verb a clause of it: "the tyrant X fled"."""
    for c in tree.all_children(noun, "relcl"):
        name = tree.child(c, "nsubj", "nsubjpass")
        if name is not None and tree.left[name] == noun + 1 and tree.pos[name] == "PROPN":
            return [name]
    return []


def some_of(tree: Tree, noun: int) -> int:
    """A noun, or the word that takes some of its kind: "one of the critics", "nothing but a critic"."""
    if tree.deps[noun] != "pobj":
        return noun
    preposition = tree.heads[noun]
    above = tree.heads[preposition]
    if tree.words[preposition] in ("but", "than") and tree.words[above] in _NO_MORE:
        return above if tree.deps[above] in ("attr", "oprd", "appos", "acomp") else tree.heads[above]
    if tree.words[preposition] == "of" and tree.words[above] in _SOME:
        return above
    return noun
