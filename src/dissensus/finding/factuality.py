"""How sure a text gives something as happening, on the scale of readers' judgements."""

from __future__ import annotations

from dissensus.finding.modality import settled
from dissensus.finding.scene import Scene
from dissensus.finding.tree import Tree
from dissensus.model import Commitment
from dissensus.parsing.parsed import Stance

_FACTUALITY = {
    Commitment.STATED: 2.6,
    Commitment.ALLEGED: 2.1,
    Commitment.DENIED: -0.9,
    Commitment.PREDICTED: 2.1,
    Commitment.CONDITIONAL: 1.4,
    Commitment.DEMANDED: 1.6,
    Commitment.ASKED: 0.8,
}
_BY_EFFECT = {"plan": 1.7, "attempt": 1.5, "permit": 1.8, "negate": -1.2, Stance.DENIAL.value: 0.2}
"""What people make of these words, where it differs from the rest of their commitment."""

_OPEN = frozenset({"whether", "if"})
"""Marks of what is asked only in part, where nobody is asked: "it is unclear whether"."""


def factuality(scene: Scene, tree: Tree, token: int) -> float:
    """How sure the text gives what a token names as happening: -3 (surely not) to 3 (surely).

    The scale is that of Lee, Artzi, Choi and Zettlemoyer (2015), "Event Detection and Factuality Assessment with
    Non-Expert Supervision"; the values are what its readers give on average, on the half of its data used for tuning.
    """
    found, effect, word = settled(scene, tree, token)
    if found is Commitment.ASKED and word in _OPEN:
        return _FACTUALITY[Commitment.CONDITIONAL]
    return _BY_EFFECT.get(effect, _FACTUALITY[found])
