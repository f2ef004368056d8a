"""Where the lines of a lexicon fire in a parse."""

from __future__ import annotations

from dissensus.finding.lexicons import Index, Trigger
from dissensus.finding.tree import VERBAL, Tree

_HANGS_ON_VERB = frozenset(
    {"prt", "prep", "advmod", "dobj", "attr", "acomp", "oprd", "dative", "agent", "xcomp", "nsubjpass", "acl"}
)
_HANGS_ON_NOUN = frozenset({"prep", "compound", "amod", "nmod", "npadvmod"})


def match(tree: Tree, token: int, index: Index) -> tuple[Trigger, tuple[int, ...]] | None:
    """The longest line whose words a token heads, with the tokens of its further words."""
    lines = index.get(tree.lemmas[token])
    if lines is None:
        return None
    pos = tree.pos[token]
    kind = "v" if pos in VERBAL else "n" if pos in ("NOUN", "PROPN") else "a" if pos == "ADJ" else ""
    participle = kind == "v" and tree.deps[token] in ("acomp", "amod", "oprd")
    for line in lines:
        if line.pos != kind and not (participle and line.pos == "a"):
            continue
        extras = _extras(tree, token, line)
        if extras is not None:
            return line, extras
    return None


def _extras(tree: Tree, token: int, line: Trigger) -> tuple[int, ...] | None:
    """The tokens of a line's further words; None when one is not there."""
    found: list[int] = []
    at = token
    for word in line.words[1:]:
        following = _hanging(tree, token, word, line.pos)
        if following is None and at != token:
            following = _hanging(tree, at, word, line.pos)
        if following is None:
            return None
        found.append(following)
        at = following
    return tuple(found)


def _hanging(tree: Tree, token: int, word: str, pos: str) -> int | None:
    labels = _HANGS_ON_NOUN if pos == "n" else _HANGS_ON_VERB
    for c in tree.children[token]:
        if (tree.lemmas[c] == word or tree.words[c] == word) and (tree.deps[c] in labels or tree.deps[c] == "pobj"):
            return c
    return None
