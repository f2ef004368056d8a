"""Trains who is for or against whom: writes `learned/attitude.tsv`, `.json` and the card `.md`.

python -m training.attitudes --data attitudes.jsonl
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.linear_model import LogisticRegression

import dissensus.finding
from dissensus.finding.attitude_features import Place, features, of_name
from dissensus.finding.attitudes import CLASSES, ruled
from dissensus.finding.between import by_rules, given
from evaluation.common import letters, macro_f1, parse_rows, part_of, read_rows, tokens_at

LEARNED = Path(dissensus.finding.__file__).parent / "learned"
SEEN_IN = 8
"""Sentences of the training part that a feature must occur in."""

STRENGTH = 0.04
"""C of the logistic regression, chosen by cross-validation on training and dev part."""

FOLDS = 4
PRECISION = 0.7
"""Wanted of the ties that the finder tells."""

_WORD = re.compile(r"[^\s:,^]+")
_MIRROR = {0: 0, 1: 2, 2: 1, 3: 4, 4: 3}
_RULED = ((0, False), (1, False), (1, True), (-1, False), (-1, True))
"""What the rules may find, in the order of the classes."""

_GRID = np.linspace(-1.0, 2.5, 15)
_Scores = NDArray[np.float64]
_Labels = NDArray[np.int64]


@dataclass(slots=True)
class Example:
    """A row: its class, its features in both orders, and what decides where it belongs.

    Attributes:
        key: the sentence's letters, by which folds are told apart.
        part: `train`, `dev` or `aside`.
        free: whether both are names and no rule relates them, as in the finder.
        proper: the base forms that stand as proper nouns in the text.
        common: the base forms that do not.
    """

    key: str
    part: str
    label: int
    straight: list[str]
    crossed: list[str]
    free: bool
    proper: frozenset[str]
    common: frozenset[str]


def _hash(words: str) -> int:
    return int(hashlib.sha256(words.encode()).hexdigest(), 16)


def examples(data: Path) -> list[Example]:
    """The rows whose two entities stand in one paragraph, parsed."""
    found = []
    for row, parsed, resolved in parse_rows(read_rows(data)):
        first = tokens_at(parsed, *row["entity1"]["word_span"])
        second = tokens_at(parsed, *row["entity2"]["word_span"])
        if not first or not second or first.paragraph != second.paragraph:
            continue
        scene, tree = given(parsed, resolved, first, second)
        sign, backwards = by_rules(scene, tree)
        one, two = Place.of(tree, first), Place.of(tree, second)
        name = " ".join(filter(None, (row["label"], row["direction"])))
        found.append(
            Example(
                key=letters(row["text"]),
                part=part_of(row["text"]),
                label=CLASSES.index(name.replace("1>2", "A>B").replace("2>1", "B>A")),
                straight=features(scene, tree, one, two, ruled(sign, backwards)),
                crossed=features(scene, tree, two, one, ruled(sign, not backwards)),
                proper=frozenset(tree.lemmas[i] for i in range(len(tree)) if of_name(tree, i)),
                common=frozenset(tree.lemmas[i] for i in range(len(tree)) if not of_name(tree, i)),
                free=not sign and tree.pos[one.head] == tree.pos[two.head] == "PROPN",
            )
        )
    return found


def proper_nouns(rows: list[Example]) -> frozenset[str]:
    """Base forms that are mostly names: where the parser now and then takes one for a common word, it is left out."""
    proper = Counter(word for row in rows for word in row.proper)
    common = Counter(word for row in rows for word in row.common)
    return frozenset(word for word, count in proper.items() if count >= common[word])


class Fit:
    """Weights trained on some examples."""

    def __init__(self, rows: list[Example]) -> None:
        seen = Counter(name for row in rows for name in {*row.straight, *row.crossed})
        proper = proper_nouns(rows)
        self.names = sorted(
            name for name, count in seen.items() if count >= SEEN_IN and proper.isdisjoint(_WORD.findall(name))
        )
        self.column = {name: number for number, name in enumerate(self.names)}
        both = sparse.vstack([self._matrix([r.straight for r in rows]), self._matrix([r.crossed for r in rows])])
        labels = [r.label for r in rows] + [_MIRROR[r.label] for r in rows]
        fitted = LogisticRegression(C=STRENGTH, max_iter=500, tol=1e-5).fit(both.tocsr(), labels)
        self.weights = np.round(fitted.coef_.T, 3)
        self.bias = np.round(fitted.intercept_, 3)

    def _matrix(self, told: list[list[str]]) -> sparse.csr_matrix:
        pairs = [(n, self.column[name]) for n, names in enumerate(told) for name in names if name in self.column]
        at = np.array(pairs, dtype=np.int64).reshape(-1, 2)
        shape = (len(told), len(self.names))
        return sparse.csr_matrix((np.ones(len(at)), (at[:, 0], at[:, 1])), shape=shape)

    def scores(self, rows: list[Example]) -> _Scores:
        """The classes' scores of examples."""
        return np.asarray(self._matrix([r.straight for r in rows]) @ self.weights + self.bias)


def crossed_scores(rows: list[Example]) -> _Scores:
    """Scores of every example by weights trained on the folds that it is not in."""
    fold = np.array([_hash(f"fold {row.key}") % FOLDS for row in rows])
    scores = np.zeros((len(rows), len(CLASSES)))
    for number in range(FOLDS):
        inside = [r for r, f in zip(rows, fold, strict=True) if f != number]
        scores[fold == number] = Fit(inside).scores([r for r, f in zip(rows, fold, strict=True) if f == number])
    return scores


def labels_of(rows: list[Example]) -> _Labels:
    """The classes of examples."""
    return np.array([r.label for r in rows], dtype=np.int64)


def measure(labels: _Labels, scores: _Scores) -> tuple[float, dict[str, float]]:
    """Macro-F1 over the five classes, and each class's F1."""
    return macro_f1((CLASSES[g], CLASSES[p]) for g, p in zip(labels, scores.argmax(axis=1), strict=True))


def by_rules_alone(rows: list[Example]) -> _Scores:
    """Scores that decide as the rules do."""
    told = {f"rule {ruled(*rule)}": number for number, rule in enumerate(_RULED)}
    scores = np.zeros((len(rows), len(CLASSES)))
    for number, row in enumerate(rows):
        scores[number, next(told[name] for name in row.straight if name in told)] = 1.0
    return scores


def best_shift(labels: _Labels, scores: _Scores) -> _Scores:
    """What to add to the classes' scores for the best macro-F1; each value's neighbours count too, against chance."""
    shift = np.zeros(len(CLASSES))
    for _ in range(3):
        for k in range(1, len(CLASSES)):
            reached = []
            for value in _GRID:
                shift[k] = value
                reached.append(measure(labels, scores + shift)[0])
            smooth = np.convolve(np.pad(reached, 1, mode="edge"), np.ones(3) / 3, "valid")
            shift[k] = _GRID[int(np.argmax(smooth))]
    return shift


def sure_from(rows: list[Example], scores: _Scores, shift: _Scores) -> tuple[float, float, int]:
    """The least probability from which on the decisions for an attitude are right often enough, as in the finder.

    Returns:
        The probability, the share that is right from there on, and of how many.
    """
    likely = np.exp(scores - scores.max(axis=1, keepdims=True))
    likely /= likely.sum(axis=1, keepdims=True)
    decided = (scores + shift).argmax(axis=1)
    free = np.array([r.free for r in rows]) & (decided > 0)
    right = decided == labels_of(rows)
    top = likely[:, 1:].max(axis=1)
    for sure in np.arange(0.3, 0.95, 0.01):
        told = free & (top >= sure)
        if told.sum() and right[told].mean() >= PRECISION:
            return round(float(sure), 2), float(right[told].mean()), int(told.sum())
    raise SystemExit("no probability is sure enough")


def main() -> None:
    """Train, measure, write."""
    parser = argparse.ArgumentParser(prog="python -m training.attitudes", description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    rows = examples(parser.parse_args().data)
    parts = {name: [r for r in rows if r.part == name] for name in ("train", "dev", "aside")}
    shift = best_shift(labels_of(parts["train"]), crossed_scores(parts["train"]))
    dev = measure(labels_of(parts["dev"]), Fit(parts["train"]).scores(parts["dev"]) + shift)
    both = parts["train"] + parts["dev"]
    scores = crossed_scores(both)
    shift = best_shift(labels_of(both), scores)
    sure, precision, told = sure_from(both, scores, shift)
    fit = Fit(both)
    aside_scores = fit.scores(parts["aside"])
    aside = measure(labels_of(parts["aside"]), aside_scores + shift)
    sure_aside = _precision_at(parts["aside"], aside_scores, shift, sure)
    _write(fit, shift, sure)
    figures: dict[str, Any] = {
        "counts": {name: len(part) for name, part in parts.items()},
        "features": len(fit.names),
        "dev": dev,
        "cross": measure(labels_of(both), scores + shift),
        "aside": aside,
        "rules": measure(labels_of(parts["aside"]), by_rules_alone(parts["aside"])),
        "sure": (sure, round(precision, 3), told),
        "sure_aside": sure_aside,
    }
    print(json.dumps(figures, indent=1))
    (LEARNED / "attitude.md").write_text(_card(figures), encoding="utf-8")


def _precision_at(rows: list[Example], scores: _Scores, shift: _Scores, sure: float) -> tuple[float, int]:
    likely = np.exp(scores - scores.max(axis=1, keepdims=True))
    likely /= likely.sum(axis=1, keepdims=True)
    decided = (scores + shift).argmax(axis=1)
    told = np.array([r.free for r in rows]) & (decided > 0) & (likely[:, 1:].max(axis=1) >= sure)
    right = (decided == labels_of(rows))[told]
    return (round(float(right.mean()), 3) if len(right) else 0.0), len(right)


def _write(fit: Fit, shift: _Scores, sure: float) -> None:
    head = (
        "# Weights of the model of attitudes; attitude.md says what it is. Written by python -m training.attitudes.\n"
        "# feature: as in finding/attitude_features.py, A and B the two actors; the others: its weight by class.\n"
    )
    lines = ["\t".join(("feature", *CLASSES))]
    for name, weights in zip(fit.names, fit.weights, strict=True):
        lines.append("\t".join((name, *(f"{w:g}" for w in weights))))
    (LEARNED / "attitude.tsv").write_text(head + "\n".join(lines) + "\n", encoding="utf-8")
    settings = {"bias": fit.bias.tolist(), "shift": shift.tolist(), "sure": sure}
    (LEARNED / "attitude.json").write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")


def _card(figures: dict[str, Any]) -> str:
    counts = figures["counts"]

    def row(name: str, told: str) -> str:
        macro, each = figures[name]
        return f"| {told} | {macro:.3f} | " + " | ".join(f"{each[c]:.2f}" for c in CLASSES) + " |"

    sure, precision, n = figures["sure"]
    precision_aside, n_aside = figures["sure_aside"]
    return f"""# Who is for or against whom

`attitude.tsv` and `attitude.json` hold a multinomial logistic regression over {figures["features"]:,} readable features
of the grammar and words between two actors of a sentence (`dissensus.finding.attitude_features`).
`python -m training.attitudes` writes them and this card; `dissensus.finding.attitudes` applies them, with numpy alone,
and tells for each decision the features that did most for it.

## What it was trained on

Directed Sentiment Extraction (Park, Pan and Joo 2021, "Who Blames or Endorses Whom? Entity-to-Entity Directed Sentiment
Extraction in News Text", Findings of ACL-IJCNLP 2021), to be used by citing it: sentences of news with two entities and
whether one is for or against the other. None of its text is kept here: the features are labels of the parse, classes
of our lexicons, and single base forms of words other than names that occur in {SEEN_IN} sentences or more.

Rows are split by a hash of the text's letters, so that a sentence that is printed twice is in one part only: train
{counts["train"]:,}, dev {counts["dev"]:,}, kept aside {counts["aside"]:,}. Every row is learned in both orders. The
strength of the regression and the shift of the classes were chosen by cross-validation on train and dev, and the
weights are trained on both. The part kept aside was used for the figures on it and nothing
else.

## How well it does

| macro-F1 and F1 | all | {" | ".join(CLASSES)} |
|---|---|{"---|" * len(CLASSES)}
{row("rules", "the rules alone, kept aside")}
{row("dev", "trained on train, on dev")}
{row("cross", f"{FOLDS}-fold cross-validation, train and dev")}
{row("aside", "kept aside")}

As a finder of ties (two names that no rule relates, probability {sure:g} or more): right in {precision:.0%} of {n}
decisions in cross-validation, {precision_aside:.0%} of {n_aside} kept aside. On news articles, where the rules have
taken the plain cases, a reader accepted 19 of 44 (of an earlier training, from probability 0.62 on); so it
is not among the finders that run.

## Limits

- The data's own labels are uneven, above all where the second name is for or against the first.
- Many of its neutral rows hold words that are no actors; the model has learned that they have no attitudes.
- It reads one sentence and knows nobody: irony, and who usually stands where, are beyond it.
- Contributions of features are sums of weights: correlated features share what one of them would say.
- Train it anew when the lexicons of events and ties change much.
"""


if __name__ == "__main__":
    main()
