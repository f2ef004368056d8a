"""Whose a number is: the actor of the sentence that it is about."""

from __future__ import annotations

from collections.abc import Iterator

from dissensus.actors.mentions import ActorMention, Resolved
from dissensus.finding.figure_parts import Parts, peopled, subject_of
from dissensus.finding.numerals import measures
from dissensus.finding.quantities import Form, Quantity
from dissensus.parsing.parsed import Paragraph, Parsed
from dissensus.parsing.tree import Tree

_OWING = frozenset({"owe", "pay", "sell"})
_GIVING = frozenset("give grant lend award offer hand pay send allot promise bring deny impose fine charge".split())
MAKING_UP = frozenset({"account", "represent", "comprise", "constitute", "form"})
"""Verbs whose subject is the share of a whole that their object tells."""
_LAID_ON = frozenset({"to", "on", "against", "for", "upon"})
_PUNISHED = frozenset(
    {"sentence", "accuse", "convict", "charge", "indict", "jail", "imprison", "prosecute", "try", "condemn"}
)
_BESIDE = frozenset({"after", "before", "since", "despite", "amid", "until", "following"})
FORECASTING = frozenset(
    {"predict", "forecast", "estimate", "expect", "project", "foresee", "anticipate", "put", "peg", "place"}
)
"""Verbs whose subject only tells a number."""


class Owners:
    """Whose a number is: the actor in the text that it is about."""

    def __init__(self, parsed: Parsed, resolved: Resolved, paragraph: Paragraph, tree: Tree) -> None:
        self._resolved = resolved
        self._paragraph = paragraph.index
        self._doc = paragraph.doc
        self._tree = tree
        self._antecedents = {
            reference.pronoun.start: reference.antecedent
            for reference in parsed.references
            if reference.pronoun.paragraph == paragraph.index
        }

    def owner(self, found: Parts, quantity: Quantity) -> ActorMention | None:
        """The actor, or None when the sentence names none."""
        tree = self._tree
        own = [c for t in range(quantity.start, quantity.end) for c in tree.children[t] if tree.deps[c] == "poss"]
        held = found.verb is not None and tree.lemmas[found.verb] in measures()["toll"]
        if quantity.form is Form.DURATION and held and found.verb is not None:
            own = [c for c in tree.children[found.verb] if tree.deps[c] in ("dobj", "nsubjpass")]  # "jailed her for"
        elif quantity.form is Form.DURATION:
            own = [*own, *self._laid_on(found)]
        given = receiver(tree, found)
        for token in (*own, *self._punished(found), *((given,) if given is not None else self._candidates(found))):
            mention = self.actor(token)  # "her eight years in office"
            if mention is not None:
                return mention
        return None

    def _laid_on(self, found: Parts) -> Iterator[int]:
        """On whom a length of time is laid: "imposed a ten-year ban on the party"."""
        tree = self._tree
        if found.role not in ("object", "passive") or found.verb is None:
            return
        for token in (t for t in (found.thing, found.verb) if t is not None):
            for child in tree.children[token]:
                laid = tree.child(child, "pobj") if tree.words[child] in _LAID_ON else None
                if laid is not None:
                    yield laid

    def _punished(self, found: Parts) -> Iterator[int]:
        """Who is punished for the deeds that are counted: "sentenced her for two killings"."""
        tree, thing, verb = self._tree, found.thing, found.verb
        if thing is None or verb is None or found.role or tree.lemmas[verb] not in _PUNISHED:
            return
        yield from (c for c in tree.children[verb] if tree.deps[c] in ("dobj", "nsubjpass"))

    def _candidates(self, found: Parts) -> Iterator[int]:
        tree, thing, verb = self._tree, found.thing, found.verb
        sharer = self._sharer(found) if found.share else None
        if sharer is not None:
            yield sharer
        elif thing is not None and found.share:
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
        forecast = verb is not None and tree.lemmas[verb] in FORECASTING
        tells = subject is not None and tree.lemmas[subject] in measures()["telling"]
        if forecast or tells or self._apart(found) or not self._at_verb(found):
            subject = None
        harmed = found.role == "object" and verb is not None and tree.lemmas[verb] in measures()["toll"]
        if harmed and subject is not None and not self._acts(subject):
            subject = None  # "the bombing of a Cuban airliner that killed 73"
        governed = found.role in ("object", "") and subject is not None
        if governed and subject is not None and (found.role or self._acts(subject)):
            yield subject
        if thing is not None:
            yield thing
            yield from self._around(thing)
        if subject is not None and not governed:
            yield subject

    def _sharer(self, found: Parts) -> int | None:
        """Who does something to a share of a thing: "Ecuador sold 90 percent of its oil"."""
        verb = found.verb
        whole = verb is not None and (found.role == "object" or self._tree.lemmas[verb] in MAKING_UP)
        subject = subject_of(self._tree, verb) if whole and verb is not None else None
        return subject if subject is not None and self._acts(subject) else None

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

    def text(self, start: int, end: int) -> str:
        """A name as the text has it, without the article."""
        return self._doc[start + (self._tree.words[start] == "the") : end].text

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


def receiver(tree: Tree, found: Parts) -> int | None:
    """To whom an amount is given: "lent the city two million", not "owes the fund two million"."""
    verb = found.verb
    if found.role != "object" or verb is None or tree.lemmas[verb] in _OWING:
        return None
    given = tree.child(verb, "dative")
    objects = [c for c in tree.children[verb] if tree.deps[c] == "dobj"]
    if given is None and len(objects) > 1 and objects[0] != found.thing and tree.lemmas[verb] in _GIVING:
        return objects[0]
    if given is None and objects and found.thing is None and tree.lemmas[verb] in _GIVING:
        before = (c for c in tree.children[objects[0]] if tree.pos[c] in ("NOUN", "PROPN"))
        joined = (c for c in before if tree.pos[c + 1] in ("NUM", "SYM"))
        return next(joined, None)  # "fined the party two million pesos", as it is parsed
    return given if given is not None and tree.pos[given] != "ADP" else None
