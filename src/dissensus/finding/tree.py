"""A paragraph's parse as plain lists: reading them is several times faster than asking spaCy for each attribute.

Labels are ClearNLP's, as spaCy's English models give them (nsubj, dobj, prep, pobj, ...).
"""

from __future__ import annotations

from collections.abc import Iterator

from dissensus.parsing.parsed import Paragraph

VERBAL = frozenset({"VERB", "AUX"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


class Tree:
    """Words, lemmas, tags and arcs of one paragraph, by token number.

    Attributes:
        index: the paragraph's number.
        words: as cleaned for the parser; `lower` in lower case.
        lemma: in lower case.
        head: the governor's number; a root is its own governor.
        children: dependents' numbers in order.
        sentence: number of the sentence, counted from 0 within the paragraph.
        edges: for each sentence `(first token, one past the last)`.
    """

    __slots__ = (
        "children",
        "dep",
        "doc",
        "edges",
        "head",
        "index",
        "lemma",
        "lower",
        "pos",
        "sentence",
        "tag",
        "words",
    )

    def __init__(self, paragraph: Paragraph) -> None:
        doc = paragraph.doc
        self.doc = doc
        self.index = paragraph.index
        self.words = [t.text for t in doc]
        self.lower = [t.lower_ for t in doc]
        self.lemma = [t.lemma_.lower() for t in doc]
        self.pos = [t.pos_ for t in doc]
        self.tag = [t.tag_ for t in doc]
        self.dep = [t.dep_ for t in doc]
        self.head = [t.head.i for t in doc]
        self.children: list[list[int]] = [[] for _ in self.words]
        for i, head in enumerate(self.head):
            if head != i:
                self.children[head].append(i)
        self.edges = [(span.start, span.end) for span in doc.sents] if len(doc) else []
        self.sentence = [0] * len(self.words)
        for number, (start, end) in enumerate(self.edges):
            for i in range(start, end):
                self.sentence[i] = number

    def __len__(self) -> int:
        return len(self.words)

    def child(self, i: int, *deps: str) -> int | None:
        """The first dependent with one of these labels."""
        dep = self.dep
        for c in self.children[i]:
            if dep[c] in deps:
                return c
        return None

    def all_children(self, i: int, *deps: str) -> list[int]:
        """All dependents with one of these labels, in order."""
        dep = self.dep
        return [c for c in self.children[i] if dep[c] in deps]

    def conjuncts(self, i: int) -> list[int]:
        """A token and what is coordinated with it to its right ("A, B and C" from A)."""
        found = [i]
        at = i
        while (following := self.child(at, "conj")) is not None:
            if self.pos[following] in VERBAL and self.pos[i] not in VERBAL:
                break
            found.append(following)
            at = following
        return found

    def first_conjunct(self, i: int) -> int:
        """The token that a coordination begins with."""
        while self.dep[i] == "conj":
            i = self.head[i]
        return i

    def left(self, i: int) -> int:
        """First token of the subtree."""
        return int(self.doc[i].left_edge.i)

    def right(self, i: int) -> int:
        """Last token of the subtree."""
        return int(self.doc[i].right_edge.i)

    def ancestors(self, i: int) -> Iterator[int]:
        """Governors, nearest first, up to the root."""
        while self.head[i] != i:
            i = self.head[i]
            yield i

    def passive(self, verb: int) -> bool:
        """Whether a verb is in the passive, participles after their noun included ("a party led by her")."""
        dep = self.dep
        if any(dep[c] in ("auxpass", "nsubjpass", "agent") for c in self.children[verb]):
            return True
        return (
            self.tag[verb] == "VBN"
            and not any(dep[c] in ("aux", "nsubj", "dobj") for c in self.children[verb])
            and (dep[verb] in ("acl", "amod", "advcl", "ROOT", "conj"))
        )

    def prepositional(self, i: int, preposition: str) -> list[int]:
        """Heads of what stands behind a preposition that hangs on a token ("with A and B": A, B)."""
        found: list[int] = []
        for c in self.children[i]:
            if self.dep[c] in ("prep", "agent", "dative") and self.lower[c] == preposition:
                for p in self.children[c]:
                    if self.dep[p] == "pobj":
                        found.extend(self.conjuncts(p))
        return found
