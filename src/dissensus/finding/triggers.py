"""Where the lines of a lexicon fire in a parse."""

from __future__ import annotations

from dissensus.finding.governing import is_infinitive
from dissensus.finding.lexicons import Index, Trigger
from dissensus.finding.tree import VERBAL, Tree

_HANGS_ON_VERB = frozenset(
    {"prt", "prep", "advmod", "dobj", "attr", "acomp", "oprd", "dative", "agent", "xcomp", "ccomp", "nsubjpass", "acl"}
)
_PARTICIPLES = frozenset({"acomp", "amod", "oprd", "acl", "advcl"})
_BEHIND = frozenset({"pobj"})
_BELOW = frozenset({"pobj", "prep", "amod", "compound", "dobj", "prt"})
_HANGS_ON_NOUN = frozenset({"prep", "compound", "amod", "nmod", "npadvmod"})


_PARTING = frozenset(
    "strip rob deprive relieve accuse acquit convict bar ban exclude expel remove oust evict banish prevent force "
    "coerce bully drive blackmail starve cheat purge disqualify suspend".split()
)
"""Verbs whose preposition belongs to them and hardly ever to their object."""

_OF_TIME = frozenset({"time", "year", "month", "week", "day", "moment", "instance", "example", "while", "now"})


def may_match(tree: Tree, index: Index) -> list[int]:
    """The tokens that head a line of the lexicon, in order; most head none."""
    lemmas, tags = tree.lemmas, tree.tags
    return [token for token in range(len(lemmas)) if lemmas[token] in index or tags[token] == "VBN"]


def match(tree: Tree, token: int, index: Index) -> tuple[Trigger, tuple[int, ...]] | None:
    """The longest line whose words a token heads, with the tokens of its further words."""
    lines = index.get(tree.lemmas[token])
    if tree.tags[token] == "VBN" and (as_written := index.get(tree.words[token])) is not None:
        lines = [*as_written, *(lines or ())]  # lines for adjectives name participles as they are written
    if lines is None:
        return None
    pos = tree.pos[token]
    kind = "v" if pos in VERBAL else "n" if pos in ("NOUN", "PROPN") else "a" if pos in ("ADJ", "ADP") else ""
    participle = kind == "v" and (tree.deps[token] in _PARTICIPLES or tree.child(token, "auxpass") is not None)
    near: set[str] = set()
    for child in tree.children[token]:
        near.add(tree.lemmas[child])
        near.add(tree.words[child])
    if kind == "v":
        near.update(tree.words[c] for c in _on_object(tree, token))
    if kind == "v" and _object_above(tree, token):
        near.add(tree.lemmas[tree.heads[token]])
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
    labels = _HANGS_ON_NOUN if pos == "n" else _BEHIND if tree.pos[token] == "ADP" else _HANGS_ON_VERB
    for c in tree.children[token]:
        if tree.deps[c] in labels and _is_word(tree, c, word) and (tree.deps[c] != "ccomp" or is_infinitive(tree, c)):
            return c
    if pos == "v":
        for c in _on_object(tree, token):
            if tree.words[c] == word:
                return c
    if pos == "v" and _object_above(tree, token) and _is_word(tree, tree.heads[token], word):
        return tree.heads[token]
    return None


def _on_object(tree: Tree, verb: int) -> list[int]:
    """Prepositions that the parser hangs on the verb's object: "stripped members of their seats"."""
    thing = tree.child(verb, "dobj")
    if thing is None or tree.lemmas[verb] not in _PARTING:
        return []
    return [c for c in tree.children[thing] if tree.deps[c] == "prep" and tree.words[c] in ("of", "from", "into")]


def _object_above(tree: Tree, verb: int) -> bool:
    """Whether a verb's object is the noun that it hangs on: "bills introduced", "bills that they introduced"."""
    if tree.deps[verb] == "acl":
        return tree.tags[verb] == "VBN"
    return tree.deps[verb] == "relcl" and tree.child(verb, "dobj") is None


def _below(tree: Tree, token: int, word: str) -> int | None:
    """A word that hangs on another of the trigger's: behind its preposition, or before its noun ("martial law")."""
    for c in tree.children[token]:
        if tree.deps[c] in _BELOW and _is_word(tree, c, word):
            return c
    return None


def _is_word(tree: Tree, token: int, word: str) -> bool:
    if tree.words[token] != word:
        return tree.lemmas[token] == word and tree.pos[token] != "ADP" and tree.words[token] != "according"
    if tree.deps[token] == "prep":
        # "called him on Friday" is no "call on"
        thing = tree.child(token, "pobj")
        return thing is None or (tree.names[thing] not in ("DATE", "TIME") and tree.lemmas[thing] not in _OF_TIME)
    return True
