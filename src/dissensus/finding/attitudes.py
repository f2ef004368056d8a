"""Who is for or against whom in a sentence: a small learned model over the features of `attitude_features`.

The model is multinomial logistic regression; its weights are a plain table, `learned/attitude.tsv`, one feature a line,
and `learned/attitude.md` says what it was trained on, how well it does, and by which command.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from dissensus.finding.attitude_features import Place, features
from dissensus.finding.scene import Scene
from dissensus.finding.tree import Tree
from dissensus.tables import package_table

CLASSES = ("neutral", "positive A>B", "positive B>A", "negative A>B", "negative B>A")
"""In the order of the weights."""

REASONS = 4
"""Features told of a decision."""

_MARK = re.compile(r"\b[AB]\b")


@dataclass(slots=True, frozen=True)
class Model:
    """The trained weights.

    Attributes:
        row: the row of each feature in `weights`.
        weights: one row a feature, one column a class.
        bias: of each class.
        shift: added to the classes' scores before the highest is taken, so that rare classes are found too.
        sure: the probability from which it is right in seven of ten cases.
    """

    row: dict[str, int]
    weights: NDArray[np.float64]
    bias: NDArray[np.float64]
    shift: NDArray[np.float64]
    sure: float


@dataclass(slots=True, frozen=True)
class Judgement:
    """What the model makes of two given actors.

    Attributes:
        sign: -1, 0 or 1.
        backwards: whether it runs from the second to the first.
        probability: of the likeliest attitude, whether or not it is the one that was decided for.
        reasons: the features that did most for the decision, with what each adds to its score.
    """

    sign: int
    backwards: bool
    probability: float
    reasons: tuple[tuple[str, float], ...]

    def in_words(self, first: str, second: str) -> str:
        """The reasons as one line, the two names put for their marks."""
        names = {"A": first, "B": second}
        told = [(_MARK.sub(lambda m: names[m.group()], name), worth) for name, worth in self.reasons]
        return "; ".join(f"{name} ({worth:+.2f})" for name, worth in told)


@cache
def model() -> Model:
    """The weights, read at the first call."""
    table = package_table("dissensus.finding", "learned/attitude.tsv", ("feature", *CLASSES))
    weights = np.array([[float(row[name]) for name in CLASSES] for row in table])
    settings = json.loads(files("dissensus.finding").joinpath("learned/attitude.json").read_text(encoding="utf-8"))
    return Model(
        row={row["feature"]: number for number, row in enumerate(table)},
        weights=weights,
        bias=np.array(settings["bias"]),
        shift=np.array(settings["shift"]),
        sure=settings["sure"],
    )


def ruled(sign: int, backwards: bool) -> str:
    """What the rules found, as a feature tells it."""
    return "none" if not sign else f"{'+' if sign > 0 else '-'} {'B>A' if backwards else 'A>B'}"


def judge(scene: Scene, tree: Tree, one: Place, two: Place, rules: tuple[int, bool] = (0, False)) -> Judgement:
    """Who is for or against whom, of two actors of one paragraph.

    Swapping the two turns the direction round and changes nothing else.

    Args:
        scene: the document.
        tree: the paragraph's parse.
        one: the first.
        two: the second.
        rules: sign and direction (true: from the second to the first) that rules found; a feature among others.
    """
    swapped = two.start < one.start
    if swapped:
        one, two, rules = two, one, (rules[0], not rules[1])
    learned = model()
    rows = [(name, learned.row[name]) for name in features(scene, tree, one, two, ruled(*rules)) if name in learned.row]
    scores = learned.weights[[row for _, row in rows]].sum(axis=0) + learned.bias
    told = int(np.argmax(scores + learned.shift))
    likely = np.exp(scores - scores.max())
    likely /= likely.sum()
    against = learned.weights[:, 0] if told else learned.weights[:, 1 + int(np.argmax(scores[1:]))]
    worth = [(name, float(learned.weights[row, told] - against[row])) for name, row in rows]
    worth.sort(key=lambda pair: (-pair[1], pair[0]))
    sign = 0 if told == 0 else 1 if told < 3 else -1
    backwards = told in (2, 4)
    reasons = tuple(pair for pair in worth[:REASONS] if pair[1] > 0)
    if swapped:
        reasons = tuple((_MARK.sub(lambda m: "B" if m.group() == "A" else "A", name), w) for name, w in reasons)
        backwards = bool(sign) and not backwards
    return Judgement(sign, backwards, float(likely[1:].max()), reasons)
