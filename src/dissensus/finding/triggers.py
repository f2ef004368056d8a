"""Where the lines of a lexicon fire in a parse."""

from __future__ import annotations

from dissensus.finding.lexicons import Index, Trigger
from dissensus.finding.tree import VERBAL, Tree

_HANGS_ON_VERB = frozenset(
    {"prt", "prep", "advmod", "dobj", "attr", "acomp", "oprd", "dative", "agent", "xcomp", "nsubjpass", "acl"}
)
_BELOW = frozenset({"pobj", "prep", "amod", "compound", "dobj", "prt"})
_HANGS_ON_NOUN = frozenset({"prep", "compound", "amod", "nmod", "npadvmod"})


def match(tree: Tree, token: int, index: Index) -> tuple[Trigger, tuple[int, ...]] | None:
    """The longest line whose words a token heads, with the tokens of its further words."""
    lines = index.get(tree.lemmas[token])
    if lines is None:
        return None
    pos = tree.pos[token]
    kind = "v" if pos in VERBAL else "n" if pos in ("NOUN", "PROPN") else "a" if pos == "ADJ" else ""
    participle = kind == "v" and tree.deps[token] in ("acomp", "amod", "oprd")
    near = {tree.lemmas[c] for c in tree.children[token]} | {tree.words[c] for c in tree.children[token]}
    for line in lines:
        if len(line.words) > 1 and line.words[1] not in near:
            continue
        if line.pos != kind and not (participle and line.pos == "a"):
            continue
        extras = _extras(tree, token, line)
        if extras is not None:
            return line, extras
    return None


def _extras(tree: Tree, token: int, line: Trigger) -> tuple[int, ...] | None:
    """The tokens of a line's further words; None when one is not there."""
    found: list[int] = []
    for word in line.words[1:]:
        following = _hanging(tree, token, word, line.pos)
        if following is None and found:
            following = next((n for at in reversed(found) if (n := _below(tree, at, word)) is not None), None)
        if following is None:
            return None
        found.append(following)
    return tuple(found)


def _hanging(tree: Tree, token: int, word: str, pos: str) -> int | None:
    """A word that hangs on the trigger's head."""
    labels = _HANGS_ON_NOUN if pos == "n" else _HANGS_ON_VERB
    for c in tree.children[token]:
        if tree.deps[c] in labels and _is_word(tree, c, word):
            return c
    return None


def _below(tree: Tree, token: int, word: str) -> int | None:
    """A word that hangs on another of the trigger's: behind its preposition, or before its noun ("martial law")."""
    for c in tree.children[token]:
        if tree.deps[c] in _BELOW and _is_word(tree, c, word):
            return c
    return None


def _is_word(tree: Tree, token: int, word: str) -> bool:
    if tree.words[token] != word:
        return tree.lemmas[token] == word and tree.pos[token] != "ADP"
    if tree.deps[token] == "prep":
        # "called him on Friday" is no "call on"
        thing = tree.child(token, "pobj")
        return thing is None or tree.names[thing] not in ("DATE", "TIME")
    return True
