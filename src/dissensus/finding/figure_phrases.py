"""The noun phrases by which what is counted is told."""

from __future__ import annotations

from spacy.tokens import Doc

from dissensus.finding.figure_parts import NOMINAL
from dissensus.finding.quantities import Form, Quantity
from dissensus.parsing.tree import Tree

_PHRASE = 6
"""Most words of a noun phrase that are kept."""
_TIMES = frozenset({"year", "month", "week", "day", "hour"})
_AIMS = frozenset({"on", "against", "for", "with", "between", "under", "without"})
_BARE = frozenset({"in", "on", "under", "at", "behind", "without", "per"})


class Phrases:
    """Tells nouns with the words around them in one paragraph; the tokens of dates are left out of them."""

    def __init__(self, tree: Tree, doc: Doc, dates: set[int]) -> None:
        self._tree = tree
        self._doc = doc
        self._dates = dates

    def phrase(self, noun: int | None, quantity: Quantity | None = None) -> str:
        """A noun with what stands before it, without articles and the number, and what it is joined to by "and"."""
        tree = self._tree
        if noun is None:
            return ""
        start = max(tree.left[noun], noun - _PHRASE + 1)
        if quantity is not None and start < quantity.end <= noun + 1:
            start = quantity.end
            start += tree.words[start] == "of"  # "38 of 257 seats"
            if tree.words[start : start + 2] in (["or", "so"], ["or", "more"], ["or", "less"], ["or", "fewer"]):
                start += 2
        words = [token for token in range(start, noun + 1) if self._speaks(token)]
        kept = [self._text(token, token + 1) for token in words]
        for place in range(len(words) - 1, 0, -1):
            if words[place - 1] == words[place] - 2 and tree.words[words[place] - 1] == "-":
                kept[place - 1 : place + 1] = [f"{kept[place - 1]}-{kept[place]}"]
        joined = tree.child(noun, "conj")
        if joined == noun + 2 and tree.words[noun + 1] == "and" and tree.pos[joined] in NOMINAL:
            kept += ["and", tree.words[joined]]
        behind = tree.child(noun, "prep")
        if tree.words[noun + 1 : noun + 3] in (["per", "capita"], ["per", "head"]):
            kept.append(self._text(noun + 1, noun + 3))
        elif quantity is not None:
            kept += self._trailing(noun)
        if behind == noun + 1 and tree.words[behind] == "of":
            of = tree.child(behind, "pobj")
            apart = quantity is None or quantity.form is Form.MULTIPLE or not noun < quantity.start <= noun + 3
            told = range(behind, of + 1) if of is not None else range(0)
            apart = apart and not any(tree.pos[t] in ("NUM", "SYM") or tree.tags[t] == "PRP$" for t in told)
            if of is not None and of - noun <= 4 and apart:
                kept.append(self._text(behind, of + 1))
        return " ".join(kept)

    def _trailing(self, noun: int) -> list[str]:
        """What one or two words behind a noun say of it: "prisoners missing", "workers on strike", "GDP per capita"."""
        tree, at = self._tree, noun + 1
        if at < len(tree) and tree.heads[at] == noun and tree.tags[at] in ("JJ", "VBG") and not tree.children[at]:
            return [tree.words[at]]
        if at + 1 >= len(tree) or tree.words[at] not in _BARE or tree.heads[at] != noun or tree.heads[at + 1] != at:
            return []
        alone = tree.tags[at + 1] in ("NN", "JJ", "FW") and not tree.children[at + 1] and at + 1 not in self._dates
        return [self._text(at, at + 2)] if alone else []

    def aimed(self, noun: int) -> str:
        """What those counted are on, against or for, in a few words: "strikes on drug boats"."""
        tree = self._tree
        at = noun + 1
        if at >= len(tree) or tree.words[at] not in _AIMS or tree.heads[at] != noun:
            return ""
        aim = tree.child(at, "pobj")
        if aim is None or aim - at > 4 or any(tree.pos[t] in ("NUM", "PRON") for t in range(at, aim + 1)):
            return ""
        return self._text(at, aim + 1)

    def _speaks(self, token: int) -> bool:
        """Whether a word of a noun phrase is worth keeping."""
        tree = self._tree
        if tree.pos[token] in ("DET", "PUNCT", "SPACE", "NUM", "PRON", "SYM") or tree.words[token] in ("-", "'s", "%"):
            return False
        timed = tree.lemmas[token] in _TIMES and any(tree.pos[c] == "NUM" for c in tree.children[token])
        return token not in self._dates and not timed

    def _text(self, start: int, end: int) -> str:
        return self._doc[start:end].text
