"""Whoever took part in protests where the text names no one: "the decree sparked protests", "after days of protest"."""

from __future__ import annotations

from dissensus.actors.mentions import ActorMention
from dissensus.finding.lexicons import light_verbs
from dissensus.finding.nominals import raised
from dissensus.finding.scene import Scene
from dissensus.finding.tree import VERBAL, Tree

_HAPPENING = frozenset(
    "erupt break begin start spread grow continue intensify escalate resume rage flare shake rock sweep grip paralyse "
    "paralyze engulf convulse force bring lead topple oust follow ensue".split()
)
"""Verbs of which protests that took place are the subject."""
_OCCASIONS = frozenset({"after", "following", "amid", "despite", "since"})
"""Prepositions behind which stands what has been or is going on."""


def crowd(scene: Scene, tree: Tree, noun: int, *, faced: bool) -> list[ActorMention]:
    """Those whom a noun for protests implies, where it tells of protests held: `faced` where it tells against whom."""
    implied = scene.implied_by(tree, noun)
    return [implied] if implied is not None and (faced or _took_place(tree, noun)) else []


def _took_place(tree: Tree, noun: int) -> bool:
    """Whether the clause says that protests were held, and does not only speak of them."""
    top = raised(tree, noun)[-1]
    head, dep = tree.heads[top], tree.deps[top]
    if dep in ("dobj", "nsubjpass") and tree.pos[head] in VERBAL:
        return light_verbs().get(tree.lemmas[head]) == "recipient"
    if dep == "nsubj":
        return tree.lemmas[head] in _HAPPENING
    return dep == "pobj" and tree.words[head] in _OCCASIONS
