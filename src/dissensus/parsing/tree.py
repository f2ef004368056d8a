"""A dependency parse as plain lists, for rules that look at many tokens.

Reading an attribute of a spaCy token costs several times as much as reading a list, and the rules of this room read
each of them many times. The lists are made once a paragraph and kept as long as its parse.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from spacy.tokens import Doc

if TYPE_CHECKING:
    from dissensus.parsing.date_words import Piece


class Tree:
    """The parse of a paragraph. All lists are indexed by token number; `heads` of a root is the root itself.

    Attributes:
        words: the words in lower case.
        names: the kind of name (spaCy's entity label) a token is part of, empty for none.
        lemmas: base forms, in lower case.
        left, right: the first token of what hangs on a token, and one past the last.
        starts: for each token the first token of its sentence.
        ends: for each token one past the last token of its sentence.
        spaces: whether space follows.
        pieces: what `date_words.pieces` makes of the words, kept from its first call on.
    """

    __slots__ = (
        "children",
        "deps",
        "ends",
        "heads",
        "left",
        "lemmas",
        "names",
        "pieces",
        "pos",
        "right",
        "spaces",
        "starts",
        "tags",
        "words",
    )

    def __init__(self, doc: Doc) -> None:
        tokens = list(doc)
        count = len(tokens)
        self.words = [token.lower_ for token in tokens]
        self.lemmas = [token.lemma_.lower() for token in tokens]
        self.pos = [token.pos_ for token in tokens]
        self.tags = [token.tag_ for token in tokens]
        if "found" in self.words:
            self.lemmas = [self._lemma(token) for token in range(len(tokens))]
        self.names = [token.ent_type_ for token in tokens]
        self.deps = [token.dep_ for token in tokens]
        self.spaces = [bool(token.whitespace_) for token in tokens]
        self.pieces: list[Piece] | None = None
        self.heads = heads = [token.head.i for token in tokens]
        self.children: list[list[int]] = [[] for _ in range(count)]
        for token, head in enumerate(heads):
            if head != token:
                self.children[head].append(token)
        self.left = list(range(count))
        self.right = list(range(1, count + 1))
        for token in range(count):
            _climb(token, heads, self.left, self.right)
        self.starts: list[int] = [0] * count
        self.ends: list[int] = [0] * count
        for sentence in doc.sents if count else ():
            for token in range(sentence.start, sentence.end):
                self.starts[token] = sentence.start
                self.ends[token] = sentence.end

    def _lemma(self, token: int) -> str:
        """A lemma, where "found" is none: as a past form it is always one of "find"."""
        past = self.words[token] == "found" and self.tags[token] in ("VBD", "VBN")
        return "find" if past else self.lemmas[token]

    def __len__(self) -> int:
        return len(self.heads)

    def child(self, token: int, *deps: str) -> int | None:
        """The first dependent of a token with one of these labels."""
        labels = self.deps
        for child in self.children[token]:
            if labels[child] in deps:
                return child
        return None

    def ancestors(self, token: int) -> Iterator[int]:
        """The tokens above one, nearest first."""
        head = self.heads[token]
        while head != token:
            yield head
            token, head = head, self.heads[head]


_trees: WeakKeyDictionary[Doc, Tree] = WeakKeyDictionary()


def tree_of(doc: Doc) -> Tree:
    """The lists of a parse, made at the first call."""
    tree = _trees.get(doc)
    if tree is None:
        tree = _trees[doc] = Tree(doc)
    return tree


def _climb(token: int, heads: list[int], left: list[int], right: list[int]) -> None:
    """Widen what hangs on the tokens above until one already reaches as far."""
    below, head = token, heads[token]
    while head != below:
        wider = False
        if left[head] > token:
            left[head] = token
            wider = True
        if right[head] <= token:
            right[head] = token + 1
            wider = True
        if not wider:
            return
        below, head = head, heads[head]
