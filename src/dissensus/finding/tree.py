"""A paragraph's parse with the questions that the finders ask of it."""

from __future__ import annotations

from collections.abc import Container

from dissensus.parsing.parsed import Paragraph
from dissensus.parsing.tree import Tree as Parse
from dissensus.parsing.tree import tree_of

VERBAL = frozenset({"VERB", "AUX"})


class Tree(Parse):
    """The lists of `parsing.tree`, shared and not copied, of paragraph number `index`.

    Labels are ClearNLP's, as spaCy's English models give them (nsubj, dobj, prep, pobj, ...). `participles` are the
    tokens that are past participles.
    """

    __slots__ = ("doc", "index", "participles")

    def __init__(self, paragraph: Paragraph) -> None:
        parse = tree_of(paragraph.doc)
        for name in Parse.__slots__:
            setattr(self, name, getattr(parse, name))
        self.doc = paragraph.doc
        self.index = paragraph.index
        self.participles = [token for token, tag in enumerate(parse.tags) if tag == "VBN"]

    def bearing(self, lemmas: Container[str]) -> list[int]:
        """The tokens whose lemma is one of some, in order."""
        return [token for token, lemma in enumerate(self.lemmas) if lemma in lemmas]

    def all_children(self, i: int, *deps: str) -> list[int]:
        """All dependents with one of these labels, in order."""
        labels = self.deps
        return [c for c in self.children[i] if labels[c] in deps]

    def conjuncts(self, i: int) -> list[int]:
        """A token and what is coordinated with it to its right ("A, B and C" from A)."""
        found = [i]
        for at in found:
            ends = [c for c in self.children[at] if self.deps[c] == "conj"]
            for c in self.children[at] if ends else ():
                if c not in ends and not (self.deps[c] == "appos" and ends and ends[0] < c < ends[-1]):
                    continue  # what stands in the middle of a list is no apposition
                if not (self.pos[c] in VERBAL and self.pos[i] not in VERBAL):
                    found.append(c)
        return sorted(found) if len(found) > 1 else found

    def first_conjunct(self, i: int) -> int:
        """The token that a coordination begins with."""
        while self.deps[i] == "conj":
            i = self.heads[i]
        return i

    def passive(self, verb: int) -> bool:
        """Whether a verb is in the passive, participles after their noun included ("a party led by her")."""
        below = {self.deps[c] for c in self.children[verb]}
        if below & {"auxpass", "nsubjpass", "agent"}:
            return True
        if self.tags[verb] != "VBN" or below & {"aux", "nsubj", "dobj"}:
            return False
        if self.deps[verb] == "conj" and self.tags[self.heads[verb]] == "VBN" and not self.passive(self.heads[verb]):
            return False  # "have shot and killed"
        return self.deps[verb] in ("acl", "amod", "advcl", "ROOT", "conj")

    def prepositional(self, i: int, preposition: str) -> list[int]:
        """Heads of what stands behind a preposition that hangs on a token ("with A and B": A, B)."""
        found: list[int] = []
        for c in self.children[i]:
            if self.words[c] == preposition and self.deps[c] in ("prep", "agent", "dative"):
                for p in self.children[c]:
                    if self.deps[p] == "pobj":
                        found.extend(self.conjuncts(p))
                    elif self.deps[p] == "conj" and self.words[p] == preposition:
                        found.extend(n for q in self.children[p] if self.deps[q] == "pobj" for n in self.conjuncts(q))
        return found
