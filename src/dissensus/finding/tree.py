"""A paragraph's parse with the questions that the finders ask of it."""

from __future__ import annotations

from collections.abc import Set
from typing import TYPE_CHECKING

from dissensus.parsing.parsed import Paragraph
from dissensus.parsing.tree import Tree as Parse
from dissensus.parsing.tree import tree_of

if TYPE_CHECKING:
    from dissensus.finding.clauses import Clause
    from dissensus.finding.outside import Outside

VERBAL = frozenset({"VERB", "AUX"})
_LINKING = frozenset({"prep", "agent", "dative"})
"""Labels of prepositions."""
_BODIES = frozenset({"GPE", "ORG", "NORP"})
DONE_TO_SOMEONE = frozenset(
    "sentence convict charge jail imprison detain arrest exile deport extradite banish acquit indict kill murder "
    "execute torture sack dismiss oust depose overthrow topple remove impeach suspend bar ban disqualify expel free "
    "release pardon shoot assassinate behead lynch wound abduct kidnap beat".split()
)
"""Verbs that hardly ever stand without whom it is done to."""
_MEANS = frozenset(
    "phone telephone video videoconference radio letter email mail consensus acclamation margin landslide percent "
    "default surprise storm mistake accident chance".split()
)
"""What stands behind "by" and does nothing."""


class Tree(Parse):
    """The lists of `parsing.tree`, shared and not copied, of paragraph number `index`.

    Labels are ClearNLP's, as spaCy's English models give them (nsubj, dobj, prep, pobj, ...). `participles` are the
    tokens that are past participles; `clauses`, `outsides` and `nearby` keep what `clauses.clause` made of verbs,
    `outside.outside` of nouns, and `triggers` of the words around a token.
    """

    __slots__ = ("_linking", "_lists", "_places", "clauses", "doc", "index", "nearby", "outsides", "participles")

    def __init__(self, paragraph: Paragraph) -> None:
        parse = tree_of(paragraph.doc)
        for name in Parse.__slots__:
            setattr(self, name, getattr(parse, name))
        self.doc = paragraph.doc
        self.index = paragraph.index
        self.participles = [token for token, tag in enumerate(parse.tags) if tag == "VBN"]
        self.clauses: dict[int, Clause] = {}
        self.outsides: dict[int, Outside] = {}
        self.nearby: dict[tuple[int, str], set[str]] = {}
        self._places: dict[str, list[int]] = {}
        for token, lemma in enumerate(parse.lemmas):
            self._places.setdefault(lemma, []).append(token)
        self._lists = {
            self.heads[token]: token
            for token, dep in enumerate(parse.deps)
            if dep == "appos" and parse.pos[token] == "PROPN" and self._listed(token)
        }
        self._linking: dict[tuple[int, str], list[int]] = {}
        for token, dep in enumerate(parse.deps):
            if dep in _LINKING:
                self._linking.setdefault((parse.starts[token], parse.words[token]), []).append(token)

    def bearing(self, lemmas: Set[str]) -> list[int]:
        """The tokens whose lemma is one of some, in order."""
        return sorted(token for lemma in self._places.keys() & lemmas for token in self._places[lemma])

    def all_children(self, i: int, *deps: str) -> list[int]:
        """All dependents with one of these labels, in order."""
        labels = self.deps
        return [c for c in self.children[i] if labels[c] in deps]

    def conjuncts(self, i: int) -> list[int]:
        """A token and what is coordinated with it to its right ("A, B and C" from A)."""
        found = [i]
        for at in found:
            if at in self._lists:
                found.append(self._lists[at])
            ends = [c for c in self.children[at] if self.deps[c] == "conj"]
            for c in self.children[at] if ends else ():
                if c not in ends and not (self.deps[c] == "appos" and ends and ends[0] < c < ends[-1]):
                    continue  # what stands in the middle of a list is no apposition
                if not (self.pos[c] in VERBAL and self.pos[i] not in VERBAL):
                    found.append(c)
        return sorted(found) if len(found) > 1 else found

    def _listed(self, name: int) -> bool:
        """Whether a name in a list is parsed as an apposition: "Peru, the Union and Chad"."""
        before = self.heads[name]
        if self.pos[before] != "PROPN" or self.words[self.left[name] - 1] != ",":
            return False
        last = self.child(name, "conj")
        named = last is not None and self.pos[last] == "PROPN" and self.child(name, "cc") is not None
        return named and self.names[name] in _BODIES and self.names[before] in _BODIES

    def first_conjunct(self, i: int) -> int:
        """The token that a coordination begins with."""
        while self.deps[i] == "conj":
            i = self.heads[i]
        return i

    def passive(self, verb: int) -> bool:
        """Whether a verb is in the passive, participles after their noun included ("a party led by her")."""
        below = {self.deps[c] for c in self.children[verb]}
        if below & {"auxpass", "nsubjpass"} or ("agent" in below and not self._by_means(verb)):
            return True
        if below & {"aux", "nsubj", "dobj"}:
            return False
        if self.tags[verb] == "VBD" and self.deps[verb] == "conj" and self.lemmas[verb] in DONE_TO_SOMEONE:
            return self.passive(self.heads[verb])  # "was arrested and sentenced to death", as it is parsed
        if self.tags[verb] == "VBD" and self.deps[verb] == "acl" and self.lemmas[verb] in DONE_TO_SOMEONE:
            return True  # "Ruiz, impeached and jailed", as it is parsed
        if self.tags[verb] != "VBN" or self.runs_on(verb):
            return False
        if self.deps[verb] == "conj" and self.tags[self.heads[verb]] == "VBN" and not self.passive(self.heads[verb]):
            return False  # "have shot and killed"
        if self.deps[verb] == "advcl" and any(
            self.tags[c] in ("VBN", "VBD") and self.child(c, "dobj") is not None
            for c in self.all_children(verb, "conj")
        ):
            return False  # "has jailed, exiled or silenced them", as it is parsed
        return self.deps[verb] in ("acl", "amod", "advcl", "ROOT", "conj")

    def _by_means(self, verb: int) -> bool:
        """Whether what the parser takes for a doer tells by what means or margin: "spoke by phone"."""
        by = self.child(verb, "agent")
        thing = self.child(by, "pobj") if by is not None else None
        return thing is not None and self.lemmas[thing] in _MEANS

    def runs_on(self, verb: int) -> bool:
        """Whether a verb only goes on with what its head's subject did: "closed the base, broke its word and left".

        The parser may take such a verb in the middle of a series for an adverbial clause.
        """
        head = self.heads[verb]
        if self.deps[verb] != "advcl" or verb < head or self.tags[head] != "VBD":
            return False
        first = self.left[verb]
        if first == 0 or self.words[first - 1] != ",":
            return False
        below = self.children[verb]
        if any(self.deps[c] in ("mark", "nsubj", "nsubjpass", "aux", "auxpass", "agent") for c in below):
            return False
        if any(self.tags[c] in ("WRB", "WP", "WDT") for c in below):
            return False
        further = any(self.deps[c] == "conj" and self.tags[c] == "VBD" for c in below)
        return further if self.tags[verb] == "VBN" else self.tags[verb] == "VBD"

    def links(self, i: int, preposition: str) -> bool:
        """Whether a preposition stands anywhere in a token's sentence."""
        return (self.starts[i], preposition) in self._linking

    def prepositional(self, i: int, preposition: str) -> list[int]:
        """Heads of what stands behind a preposition that hangs on a token ("with A and B": A, B)."""
        found: list[int] = []
        for c in self._linking.get((self.starts[i], preposition), ()):
            for p in self.children[c] if self.heads[c] == i else ():
                if self.deps[p] == "pobj":
                    found.extend(self.conjuncts(p))
                elif self.deps[p] == "conj" and self.words[p] == preposition:
                    found.extend(n for q in self.children[p] if self.deps[q] == "pobj" for n in self.conjuncts(q))
        return found
