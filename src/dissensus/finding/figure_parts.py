"""What a number in a sentence counts, the verb it stands with, and whose it is, read off the parse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dissensus.actors.mentions import ActorMention, Resolved
from dissensus.finding.numerals import measures
from dissensus.finding.quantities import Form, Quantity
from dissensus.parsing.parsed import Parsed
from dissensus.parsing.relative import noun_described
from dissensus.parsing.tree import Tree

NOMINAL = frozenset({"NOUN", "PROPN"})
VERBAL = frozenset({"VERB", "AUX"})
_INSIDE = frozenset({"nummod", "compound", "quantmod", "amod", "nmod", "npadvmod"})
_WITHIN_PHRASE = frozenset({"ADJ", "NOUN", "PROPN", "ADV", "PUNCT", "VERB", "SYM"})
_FINITE = frozenset({"VB", "VBD", "VBP", "VBZ"})
_ACTIVE_SUBJECTS = ("nsubj", "csubj")
_RELATIVES = frozenset({"who", "which", "that", "whom"})
_BESIDE = frozenset({"after", "before", "since", "despite", "amid", "until", "following"})
_PEOPLED = frozenset({"country", "nation", "state", "city", "region", "province", "town", "continent", "island"})
_FORECASTING = frozenset({"predict", "forecast", "estimate", "expect", "project", "foresee", "anticipate"})
"""Verbs whose subject only tells a number."""
_NEAR = 10
_DEPTH = 6
"""Steps that a missing subject is sought through."""


@dataclass(frozen=True, slots=True)
class Parts:
    """How a quantity stands in its sentence.

    Attributes:
        thing: the noun counted, or that the amount is the measure of.
        verb: the verb that number and noun stand with.
        role: their place at the verb: `object`, `subject`, `passive`, `level` ("reached 40 percent", "fell to 12"),
            `change` ("fell 7 percent"), or empty.
        share: whether the amount is a share of the thing ("67 percent of Ecuadorians").
    """

    thing: int | None
    verb: int | None
    role: str
    share: bool = False


def parts(tree: Tree, quantity: Quantity) -> Parts:
    """Find the noun and the verb of a quantity."""
    top = _top(tree, quantity)
    verb, role, at = _governor(tree, top, quantity)
    if quantity.form is Form.COUNT:
        thing = _counted(tree, top, quantity)
        if thing is not None and thing != at:
            verb, role, _ = _governor(tree, thing, quantity)
        if thing is None and role == "level" and verb is not None:
            thing = changed(tree, verb, top)
        return Parts(thing, verb, role)
    behind_of = _behind(tree, range(quantity.start, quantity.end), ("of",))
    given = tree.child(top, "relcl") if quantity.form is Form.MONEY and behind_of is None else None
    if given is not None and tree.child(given, "nsubj") is not None:
        return Parts(None, given, "object")  # "the $9 million that X pledged"
    if behind_of is not None and quantity.form in (Form.PERCENT, Form.SHARE):
        return Parts(behind_of, verb, role, share=True)
    if tree.deps[top] in _INSIDE and tree.heads[top] >= quantity.end and tree.pos[tree.heads[top]] in NOMINAL:
        thing = tree.heads[top]
        while tree.deps[thing] == "compound" and tree.heads[thing] > thing:
            thing = tree.heads[thing]
        verb, role, _ = _governor(tree, thing, quantity)
        return Parts(thing, verb, role, share=quantity.form is Form.SHARE and tree.tags[thing] in ("NNS", "NNPS"))
    if behind_of is None:
        behind_of = _behind(tree, range(quantity.start, quantity.end), ("in", "worth"))
        behind_of = behind_of if quantity.form is Form.MONEY else None
    if behind_of is not None:
        return Parts(behind_of, verb, role)
    preposition = tree.heads[top]
    beside = preposition - 1
    if tree.deps[top] == "pobj" and tree.words[preposition] == "at" and beside >= 0 and tree.pos[beside] in NOMINAL:
        return Parts(beside, verb, "level")  # "inflation at 40 percent", also where the verb is left out
    if role in ("level", "change") and verb is not None:
        return Parts(changed(tree, verb, top), verb, role)
    if tree.deps[top] == "pobj":
        noun = tree.heads[tree.heads[top]]
        if tree.pos[noun] in NOMINAL and tree.lemmas[noun] not in measures()["idle"]:
            return Parts(noun, verb, "" if quantity.form is Form.DURATION else "level")
    if tree.deps[top] in ("appos", "npadvmod") and tree.pos[tree.heads[top]] in NOMINAL:
        return Parts(tree.heads[top], verb, role)
    return _brought_to(tree, quantity) or Parts(None, verb, role)


def _brought_to(tree: Tree, quantity: Quantity) -> Parts | None:
    """What is brought to a percentage that the parser hangs elsewhere: "cut the rate in half to below 20%"."""
    before = range(quantity.start - 1, max(tree.starts[quantity.number], quantity.start - _NEAR) - 1, -1)
    if quantity.form is not Form.PERCENT or "to" not in tree.words[max(0, quantity.start - 2) : quantity.start + 1]:
        return None
    for verb in before:
        thing = tree.child(verb, "dobj") if tree.lemmas[verb] in measures()["change"] else None
        if thing is not None and verb < thing < quantity.start and tree.pos[verb] in VERBAL:
            return Parts(thing, verb, "level")
    return None


def _top(tree: Tree, quantity: Quantity) -> int:
    """The token of a quantity that the rest of its words hang on."""
    at = quantity.number if quantity.form is Form.COUNT else quantity.end - 1
    while quantity.start <= tree.heads[at] < quantity.end and tree.heads[at] != at:
        at = tree.heads[at]
    return at


def _counted(tree: Tree, top: int, quantity: Quantity) -> int | None:
    head = tree.heads[top]
    if tree.deps[top] in _INSIDE and head >= quantity.end and (tree.pos[head] in NOMINAL or tree.pos[head] == "ADJ"):
        whole = tree.heads[head]
        joined = tree.deps[head] == "compound" and tree.tags[head] == "NN" and tree.tags[whole] == "NNS"
        return whole if joined and whole == head + 1 else head
    behind = _behind(tree, (top,), ("of",))
    if behind is not None:
        return behind
    if tree.deps[top] in ("nummod", "appos") and head < quantity.start:
        return None
    last = None
    for token in range(quantity.end, min(quantity.end + 5, tree.ends[quantity.start])):
        if tree.pos[token] not in _WITHIN_PHRASE or tree.words[token] in (",", "(", ")", "—", "–", ";", ":"):
            break
        if tree.tags[token] in _FINITE:
            break
        if tree.pos[token] in NOMINAL:
            last = token
        elif last is not None and tree.pos[token] != "PUNCT":
            break
    return last


def _behind(tree: Tree, tokens: range | tuple[int, ...], prepositions: tuple[str, ...]) -> int | None:
    """The noun behind one of these prepositions that hangs on one of the tokens."""
    for token in tokens:
        for child in tree.children[token]:
            if tree.deps[child] == "prep" and tree.words[child] in prepositions:
                noun = tree.child(child, "pobj")
                if noun is not None:
                    return noun
    return None


def _governor(tree: Tree, token: int, quantity: Quantity) -> tuple[int | None, str, int]:
    """The verb above a token, the role of the token at it, and the token itself."""
    start = token
    while tree.deps[token] in ("conj", "appos") and tree.pos[tree.heads[token]] not in VERBAL:
        token = tree.heads[token]
    head, dep = tree.heads[token], tree.deps[token]
    if tree.pos[head] in VERBAL and head != token:
        if dep in ("nsubj", "nsubjpass"):
            return head, "passive" if dep == "nsubjpass" else "subject", start
        if dep in ("dobj", "attr", "npadvmod", "acomp", "dep", "dative"):
            return head, _amount_role(tree, head, "object", quantity), start
    if dep in ("pobj", "pcomp"):
        preposition = tree.words[head]
        above = tree.heads[head]
        if preposition == "to" and tree.pos[above] not in VERBAL and tree.words[tree.heads[above]] == "from":
            above = tree.heads[tree.heads[above]]  # "fell from 30 percent to 20"
        if (
            tree.pos[above] in VERBAL
            and tree.lemmas[above] in measures()["change"]
            and preposition in ("to", "by", "from")
        ):
            return above, "change" if preposition == "by" else "level", start
        if (
            tree.pos[above] in VERBAL
            and preposition in ("at", "to", "from")
            and tree.lemmas[above] in measures()["level"]
        ):
            return above, "level", start
        if tree.pos[above] in VERBAL and preposition == "with" and tree.child(above, "dobj") is not None:
            return above, "object", start
    for above in tree.ancestors(token):
        if tree.pos[above] in VERBAL:
            return above, "", start
    return None, "", start


def _amount_role(tree: Tree, verb: int, role: str, quantity: Quantity) -> str:
    if quantity.form not in (Form.PERCENT, Form.MONEY, Form.MEASURE, Form.SHARE):
        return role
    if tree.lemmas[verb] in measures()["change"]:
        gained = tree.lemmas[verb] in ("raise", "sink") and quantity.form is Form.MONEY  # "raised six million"
        return role if gained else "change"
    return "level" if tree.lemmas[verb] in measures()["level"] else role


def changed(tree: Tree, verb: int, top: int | None) -> int | None:
    """What rises, falls or reaches an amount: the object of "cut", else the subject."""
    if tree.lemmas[verb] in measures()["change"]:
        thing = tree.child(verb, "dobj")
        if thing is not None and thing != top:
            return thing
    return subject_of(tree, verb)


def subject_of(tree: Tree, verb: int, depth: int = _DEPTH) -> int | None:
    """The head of a verb's subject, its agent in the passive, also where it is to be understood."""
    for child in tree.children[verb]:
        if tree.deps[child] == "agent":
            return tree.child(child, "pobj")
    for child in tree.children[verb]:
        if tree.deps[child] in (*_ACTIVE_SUBJECTS, "nsubjpass"):
            if tree.words[child] in _RELATIVES and tree.tags[child] in ("WP", "WDT"):
                return _relative(tree, verb, child)
            return child
    if depth == 0 or tree.child(verb, "expl") is not None:
        return None
    dep, head = tree.deps[verb], tree.heads[verb]
    if dep in ("relcl", "acl", "amod"):
        return head
    if dep in ("xcomp", "advcl", "conj", "ccomp", "dep") and tree.pos[head] in VERBAL:
        return subject_of(tree, head, depth - 1)
    if dep == "pcomp":
        for above in tree.ancestors(head):
            if tree.pos[above] in VERBAL:
                return subject_of(tree, above, depth - 1)
    return None


def _relative(tree: Tree, verb: int, pronoun: int) -> int | None:
    while tree.deps[verb] in ("conj", "xcomp", "ccomp"):
        verb = tree.heads[verb]
    return noun_described(tree, pronoun, tree.heads[verb]) if tree.deps[verb] == "relcl" else None


def peopled(tree: Tree, thing: int | None) -> int | None:
    """The land or place that counted people make up: "runs a country of 30 million people"."""
    if thing is None or tree.deps[thing] != "pobj" or tree.words[tree.heads[thing]] != "of":
        return None
    whole = tree.heads[tree.heads[thing]]
    return whole if tree.lemmas[whole] in _PEOPLED else None


class Owners:
    """Whose a number is: the actor in the text that it is about."""

    def __init__(self, parsed: Parsed, resolved: Resolved, paragraph: int, tree: Tree) -> None:
        self._resolved = resolved
        self._paragraph = paragraph
        self._tree = tree
        self._antecedents = {
            reference.pronoun.start: reference.antecedent
            for reference in parsed.references
            if reference.pronoun.paragraph == paragraph
        }

    def owner(self, found: Parts) -> ActorMention | None:
        """The actor, or None when the sentence names none."""
        for token in self._candidates(found):
            mention = self.actor(token)
            if mention is not None:
                return mention
        return None

    def _candidates(self, found: Parts) -> Iterator[int]:
        tree, thing, verb = self._tree, found.thing, found.verb
        if thing is not None and found.share:
            yield thing
        if thing is not None and tree.words[thing - 2 : thing] == ["-", "strong"]:
            yield thing
            return  # "the 10,000-strong protest"
        whole = peopled(tree, thing)
        if whole is not None:
            yield whole
            yield from (c for c in tree.children[whole] if tree.deps[c] in ("amod", "compound", "poss"))
            return  # "runs a country of 30 million people"
        if thing is not None:
            if tree.deps[thing] in ("compound", "nmod") and tree.words[thing - 1] == "-":
                yield tree.heads[thing]  # "the 15-member bloc"
            yield from (child for child in tree.children[thing] if tree.deps[child] == "poss")
            yield from self._doers(thing)
            if tree.deps[thing] == "appos":
                yield tree.heads[thing]
        subject = subject_of(tree, verb) if verb is not None and found.role != "subject" else None
        forecast = verb is not None and tree.lemmas[verb] in _FORECASTING
        if forecast or self._apart(found) or not self._at_verb(found):
            subject = None
        if found.role == "object" and verb is not None:
            yield from (child for child in tree.children[verb] if tree.deps[child] == "dative")
        governed = found.role in ("object", "") and subject is not None
        if governed and subject is not None and (found.role or self._acts(subject)):
            yield subject
        if thing is not None:
            yield thing
            yield from self._around(thing)
        if subject is not None and not governed:
            yield subject

    def _acts(self, subject: int) -> bool:
        """Whether a subject is an actor itself: not "his refusal led to a toll of 900"."""
        key = self._paragraph, subject
        return key in self._resolved.by_head or key in self._resolved.by_token or subject in self._antecedents

    def _at_verb(self, found: Parts) -> bool:
        """Whether an amount below a verb is still of its subject: not "fared well in many of the 16 states"."""
        tree, at = self._tree, found.thing
        if at is not None and any(tree.words[g] == "one" for c in tree.children[at] for g in tree.children[c]):
            return False  # "was one of 20 who died"
        if at is not None and tree.words[tree.heads[at]] == "of" and tree.words[tree.heads[tree.heads[at]]] == "one":
            return False  # "as one of only 10 states"
        nouns = 0
        while not found.role and at is not None and at != found.verb and tree.heads[at] != at:
            nouns += tree.pos[at] not in ("ADP", "NUM", "SYM", "VERB", "AUX")
            if tree.heads[at] == found.verb and tree.deps[at] == "prep":
                return nouns <= 1
            at = tree.heads[at]
        return True

    def _apart(self, found: Parts) -> bool:
        """Whether the amount stands in a phrase of time or ground beside the verb: "resigned after years of war"."""
        tree, at = self._tree, found.thing
        while at is not None and at != found.verb and tree.heads[at] != at:
            if tree.words[at] in _BESIDE and tree.deps[at] == "prep":
                return True
            at = tree.heads[at]
        return False

    def _doers(self, noun: int) -> Iterator[int]:
        """Who does what the noun undergoes: "bills introduced by the president"."""
        tree = self._tree
        for child in tree.children[noun]:
            if tree.deps[child] == "acl":
                agent = tree.child(child, "agent")
                doer = tree.child(agent, "pobj") if agent is not None else None
                if doer is not None:
                    yield doer

    def _around(self, noun: int) -> Iterator[int]:
        """Names in a noun's phrase: before it, and behind "of", "in", "by", "from"."""
        tree = self._tree
        for child in tree.children[noun]:
            if child < noun and tree.deps[child] in ("amod", "compound", "nmod", "poss"):
                yield child
        for child in tree.children[noun]:
            if tree.deps[child] == "prep" and tree.words[child] in ("of", "in", "by", "from", "among", "for"):
                behind = tree.child(child, "pobj")
                if behind is not None:
                    yield behind
        if tree.deps[noun] in ("compound", "nmod"):
            yield tree.heads[noun]

    def actor(self, token: int) -> ActorMention | None:
        """The actor that a noun or pronoun stands for, or whose name stands in its phrase."""
        key = self._paragraph, token
        mention = self._resolved.by_head.get(key) or self._resolved.by_token.get(key)
        if mention is not None:
            return mention
        antecedent = self._antecedents.get(token)
        if antecedent is not None:
            for place in range(antecedent.start, antecedent.end):
                mention = self._resolved.by_head.get((antecedent.paragraph, place))
                if mention is not None:
                    return mention
        tree = self._tree
        for child in tree.children[token]:
            if tree.deps[child] in ("poss", "compound", "amod", "nmod", "appos"):
                mention = self._resolved.by_token.get((self._paragraph, child))
                if mention is not None:
                    return mention
        if tree.deps[token] == "appos":
            return self._resolved.by_head.get((self._paragraph, tree.heads[token]))
        return None
