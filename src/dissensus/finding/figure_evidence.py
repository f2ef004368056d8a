"""The words of the text that a number is read from."""

from __future__ import annotations

from dissensus.finding.figure_parts import Parts
from dissensus.finding.numerals import measures
from dissensus.finding.quantities import Quantity
from dissensus.parsing.tree import Tree

_LONGEST = 15
_WIDEST = 22
_SHORTEST = 4
_READABLE = 2
_EDGES = frozenset(". , ; : — – - ( ) [ ] \" ' '' `` / $ 's and or".split())
_BARRIERS = frozenset({".", ";", ":", "—", "–", "(", ")", "!", "?"})


def evidence(tree: Tree, quantity: Quantity, found: Parts, until: int) -> tuple[int, int]:
    """Where the readable words that hold the number and what it counts begin and end, within one sentence.

    Args:
        tree: the parse of its paragraph.
        quantity: the number.
        found: how it stands in its sentence.
        until: where the words end that tell what those counted do; 0 where they do nothing.
    """
    first, last = tree.starts[quantity.number], tree.ends[quantity.number]
    start, end = max(quantity.start, first), min(quantity.end, last)
    if start > first + 1 and tree.words[start - 1] == "(":
        start -= 2  # "Arce (55 percent)"
    wanted = [token for token in (found.thing, found.verb) if token is not None]
    if found.thing is not None and tree.deps[found.thing] in ("compound", "nmod"):
        wanted.insert(1, tree.heads[found.thing])
    for token in wanted:
        over = tree.words[end:token] if token >= end else tree.words[token + 1 : start]
        if token >= end and token == found.verb and "," in over:
            continue
        near = first <= token < last and max(end, token + 1) - min(start, token) <= _LONGEST
        if near and _BARRIERS.isdisjoint(over):
            start, end = min(start, token), max(end, token + 1)
    if end < last and (tree.words[end] == "ago" or tree.tags[end] in ("JJR", "RBR")):
        end += 1
    if found.thing is not None and first <= found.thing < last:
        right = min(tree.right[found.thing], start + _LONGEST, last)
        for token in range(end, right):
            if tree.words[token] in _BARRIERS or tree.words[token] == ",":
                right = token
                break
        end = max(end, right)
    if found.thing is None and end < last and tree.words[end] in measures()["toll_state"]:
        end += 1
    if end < until <= last and until - start <= _WIDEST:
        end = until
    stops = _BARRIERS | {","}
    if found.thing is None and found.verb is None:
        end = _widened(tree, start, end, last, stops)
    while end - start < _SHORTEST and start > first and tree.words[start - 1] not in stops:
        start -= 1
    end = _widened(tree, start, end, last, stops)
    while end > quantity.end and (tree.words[end - 1] in _EDGES or tree.pos[end - 1] in ("ADP", "DET", "SPACE")):
        end -= 1
    if end - start < _READABLE:
        start = max(first, start - _SHORTEST)
    while start < quantity.start and tree.words[start] in _EDGES - {"$", "("}:
        start += 1
    return start, end


def _widened(tree: Tree, start: int, end: int, last: int, stops: frozenset[str]) -> int:
    """An end far enough for a readable phrase, if nothing stops it."""
    while end - start < _SHORTEST and end < last and tree.words[end] not in stops:
        end += 1
    return end
