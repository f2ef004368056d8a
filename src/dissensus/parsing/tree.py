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
_CAPTIVE = frozenset({"hostage", "prisoner", "captive"})
_SEIZING = frozenset({"take", "hold", "keep"})


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
        for token, dep in enumerate(self.deps):
            if dep == "advcl" and self.lemmas[heads[token]] in ADDRESSING and self._told_to_do(token):
                self.deps[token] = "xcomp"
            elif dep == "conj" and self.tags[token] in _FINITE and self.tags[heads[token]] in _NOT_FINITE:
                self._hang_higher(token)
            elif dep == "ccomp" and self.words[token] == "persona":
                self.pos[token] = "NOUN"  # "declared her persona non grata"
            elif dep == "ccomp" and self.tags[token] == "NN" and self.child(token, "mark") is not None:
                self._is_wished(token)
            elif dep == "dobj" and self.words[token] in _CAPTIVE and self.lemmas[heads[token]] in _SEIZING:
                self._is_seized(token)
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

    def _is_wished(self, noun: int) -> None:
        """Take a noun behind "that" and a name for the bare verb that it is: "demanded that Ruiz resign"."""
        subject = next((c for c in reversed(self.children[noun]) if c < noun), 0)
        if self.deps[subject] == "compound" and self.tags[subject] in ("NNP", "NNPS"):
            self.pos[noun], self.tags[noun], self.deps[subject] = "VERB", "VB", "nsubj"

    def _is_seized(self, state: int) -> None:
        """Hang the name before "hostage" on the verb: "took Ruiz hostage"."""
        verb, name = self.heads[state], state - 1
        own = [c for c in self.children[state] if c < state]
        if name not in own or self.deps[name] not in ("compound", "nmod") or self.pos[name] not in ("PROPN", "NOUN"):
            return
        self.deps[name], self.deps[state] = "dobj", "oprd"
        for c in own:
            self.heads[c] = verb if c == name else name
        self.children[name] = sorted((*self.children[name], *(c for c in own if c != name)))
        self.children[state] = [c for c in self.children[state] if c not in own]
        self.children[verb] = sorted((*self.children[verb], name))

    def _hang_higher(self, verb: int) -> None:
        """Hang a finite verb on the finite one above: "accused Peru of arming rebels and recalled its envoy"."""
        heads = self.heads
        if any(self.deps[c] in ("nsubj", "nsubjpass", "aux") for c in self.children[verb]) or self._is_finite(
            heads[verb]
        ):
            return
        above = heads[verb]
        while heads[above] != above and not self._is_finite(above):
            above = heads[above]
        if self._is_finite(above) and above < verb:
            self.children[heads[verb]].remove(verb)
            heads[verb] = above
            self.children[above] = sorted((*self.children[above], verb))

    def _is_finite(self, verb: int) -> bool:
        """Whether a verb stands in a tense or with a word that does."""
        if self.pos[verb] not in ("VERB", "AUX"):
            return False
        if self.tags[verb] in _FINITE:
            return True
        return any(self.deps[c] in ("aux", "auxpass") and self.tags[c] in _TENSED for c in self.children[verb])

    def _told_to_do(self, verb: int) -> bool:
        """Whether an infinitive is what someone right before it is told to do: "implored the rebels to leave"."""
        to = next((c for c in self.children[verb] if self.words[c] == "to" and self.deps[c] == "aux"), 0)
        first = min(self.children[verb], default=verb)
        if to != first or to < 2:
            return False
        told = next((c for c in reversed(self.children[self.heads[verb]]) if c < to), 0)
        if self.deps[told] == "prep" and self.words[told] in ("on", "upon", "with", "to"):
            return self.child(told, "pobj") is not None
        if self.lemmas[self.heads[verb]] in ("call", "appeal"):
            return False  # "called a strike to protest"
        return self.deps[told] in ("dobj", "nsubjpass") or (self.deps[told] == "auxpass" and told == to - 2)

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


ADDRESSING = frozenset(
    "implore beseech entreat exhort petition beg urge ask pressure pressurise pressurize press push lobby prod nudge "
    "cajole coax goad lean prevail plead enjoin instruct dare call appeal".split()
)
"""Verbs of making someone do something, whose infinitive the parser may take for their purpose."""

_FINITE = frozenset(("VBD", "VBZ"))
_TENSED = frozenset(("VBD", "VBZ", "VBP", "MD"))
_NOT_FINITE = frozenset(("VB", "VBG"))

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
