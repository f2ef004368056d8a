"""Subjects that the parser takes into the date before them."""

from __future__ import annotations

from dissensus.parsing.tree import Tree

_OF_DATES = frozenset({"on", "in", "by", "since", "during", "after", "before"})


def taken_into_date(tree: Tree, verb: int) -> int | None:
    """The subject that the parser took for the end of a date: "On 3 May 2018 Peru condemned ..."."""
    before = [c for c in tree.children[verb] if c < verb and tree.deps[c] == "prep"]
    dates = [n for p in before for n in tree.children[p] if tree.deps[n] == "pobj"]
    deeper = [c for n in dates for c in tree.children[n] if tree.deps[c] == "prep"]
    for preposition in (*before, *deeper):
        if tree.words[preposition] not in _OF_DATES:
            continue
        thing = tree.child(preposition, "pobj")
        if thing is None or thing > verb or tree.pos[thing] not in ("PROPN", "NOUN") or tree.names[thing] == "DATE":
            continue
        if any(
            c < thing and any(tree.names[n] == "DATE" for n in (c, *tree.children[c])) for c in tree.children[thing]
        ):
            return thing
    return None
