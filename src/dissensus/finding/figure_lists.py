"""Numbers of several owners told one after the other: "Brazil sent 40 soldiers, Chile 20 and Peru 10"."""

from __future__ import annotations

from dataclasses import replace

from dissensus.finding.figure_found import FoundFigure
from dissensus.finding.figure_owners import Owners
from dissensus.finding.quantities import Form, Quantity
from dissensus.parsing.parsed import TokenSpan
from dissensus.parsing.tree import Tree

_BETWEEN = frozenset({",", ";", "and", "while", "whereas", "but"})
_BEHIND = frozenset({",", ";", ".", "and", ")", "while", "whereas", "but", "percent", "%"})
_BARE = frozenset({Form.COUNT, Form.MONEY})
_LONGEST = 25
_FAR = 1000
"""A number that many times smaller than the one before leaves out no "million"."""


def gapped(tree: Tree, quantity: Quantity, before: FoundFigure | None, owners: Owners) -> FoundFigure | None:
    """The figure of a number right behind a name, where all else is as told of the number before; None otherwise."""
    name = quantity.start - 1
    if before is None or quantity.form not in _BARE or before.rule.endswith("change") or name < before.number.end:
        return None
    named = tree.pos[name] == "PROPN" and "." not in tree.words[name]
    if tree.starts[name] != tree.starts[before.number.start] or not named:
        return None
    if quantity.unit not in (None, before.unit) or quantity.value * _FAR < before.value:
        return None
    if quantity.end < len(tree) and tree.words[quantity.end] not in _BEHIND:
        return None
    start = name
    while start > before.number.end and (tree.pos[start - 1] == "PROPN" or tree.words[start - 1] == "the"):
        start -= 1
    if tree.words[start - 1] not in _BETWEEN:
        return None
    owner = owners.actor(name)
    first = before.span.start if quantity.end - before.span.start <= _LONGEST else start
    return replace(
        before,
        span=TokenSpan(before.span.paragraph, first, quantity.end),
        number=TokenSpan(before.number.paragraph, quantity.start, quantity.end),
        value=quantity.value,
        approximate=quantity.approximate,
        subject=owner or owners.text(start, quantity.start),
    )
