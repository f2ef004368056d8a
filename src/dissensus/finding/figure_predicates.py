"""What those counted do, put in words of the text: "that live in poverty", "that did not vote"."""

from __future__ import annotations

from spacy.tokens import Doc

from dissensus.parsing.tree import Tree

_EMPTY = frozenset({"say", "tell", "make", "need", "have", "see", "add", "mean", "want", "think", "report", "note"})
"""Verbs that tell nothing of those who do them unless their object is told."""
_COMPLEMENTS = frozenset({"xcomp", "ccomp", "dobj", "prep", "prt", "acomp", "oprd", "attr", "dative", "advmod", "neg"})
_STOPS = frozenset({",", ";", ":", ".", "(", ")", "—", "–", "--", "?", "!"})
_QUOTES = frozenset({'"', "“", "”", "'", "’", "‘", "``", "''"})
_UNQUOTED = str.maketrans("", "", '"“”')
_LEFT_OVER = frozenset({"compared", "due", "according", "such", "that", "which", "because", "as", "than"})
_LOOSE_ENDS = frozenset({"ADP", "DET", "PART", "CCONJ", "SCONJ", "AUX", "PUNCT", "SPACE"})
_LONGEST = 14
"""Most words that a verb is told with."""


class Predicates:
    """Tells verbs with what belongs to them in one paragraph; the tokens of dates are left out of them."""

    def __init__(self, tree: Tree, doc: Doc, dates: set[int]) -> None:
        self._tree = tree
        self._doc = doc
        self._dates = dates

    def that(self, noun: str, verb: int) -> str:
        """A noun with what those counted do: "people that marched in the capital", "people fleeing"."""
        told = self.predicate(verb)
        empty = self._tree.lemmas[verb] in _EMPTY or self._tree.pos[verb] == "AUX"
        if empty and " " not in told:
            return noun
        alone = not any(self._tree.deps[c] in ("aux", "auxpass") for c in self._tree.children[verb])
        beside = alone and self._tree.tags[verb] == "VBN" and self._tree.deps[verb] in ("acl", "advcl", "pcomp", "dep")
        joined = self._tree.tags[verb] == "VBG" or beside
        return f"{noun} {told}" if joined else f"{noun} that {told}"

    def predicate(self, verb: int) -> str:
        """A verb with what belongs to it: "live in poverty", "did not vote", "say that the vote was fair"."""
        start, end = self.span(verb)
        return self._text(start, end).translate(_UNQUOTED)

    def denies(self, verb: int) -> bool:
        """Whether a verb is told with its negation, and no modal is left out."""
        tree = self._tree
        return any(tree.deps[c] == "neg" for c in tree.children[verb]) and not any(
            tree.tags[c] == "MD" for c in tree.children[verb]
        )

    def span(self, verb: int) -> tuple[int, int]:
        """Where a verb's words begin and end."""
        tree = self._tree
        start, end = verb, verb + 1
        for c in tree.children[verb]:
            if c < verb:
                start = min(start, self._negation(verb, c))
            elif tree.deps[c] in _COMPLEMENTS:
                reached = self._reach(verb, c)
                if not reached and tree.deps[c] != "neg":
                    break
                end = max(end, reached)
            elif tree.words[c] not in _QUOTES:
                break
        return start, end

    def _negation(self, verb: int, child: int) -> int:
        """Where a verb's words begin when a child denies it: "did not vote", "never voted"."""
        tree = self._tree
        if tree.deps[child] != "neg":
            return verb
        helping = tree.deps[child - 1] in ("aux", "auxpass") and tree.heads[child - 1] == verb
        return child - 1 if helping else child

    def _reach(self, verb: int, child: int) -> int:
        """Where a complement ends, cut at commas, clauses and dates; 0 when nothing of it is left."""
        tree = self._tree
        end = tree.right[child]
        for token in range(verb + 1, end):
            aside = tree.deps[token] in ("relcl", "advcl") and token > child
            counted = tree.tags[token] == "CD" and tree.words[token + 1 : token + 2] in (["percent"], ["%"])
            if tree.words[token] in _STOPS or token in self._dates or aside or counted:
                end = tree.left[token] if aside else token
                break
        if end - verb > _LONGEST:
            behind = tree.child(child, "dobj", "pobj", "attr", "acomp")
            end = min(end, (child if behind is None else behind) + 1)
            if end - verb > _LONGEST:
                return 0
        while end > verb + 1 and (tree.pos[end - 1] in _LOOSE_ENDS or tree.words[end - 1] in _LEFT_OVER):
            if tree.deps[end - 1] == "prt":
                break
            end -= 1
        return end if end > verb + 1 else 0

    def _text(self, start: int, end: int) -> str:
        return self._doc[start:end].text
