"""Trains the confidence of statements: writes `learned/confidence.tsv` and the card `confidence.md`.

python -m training.confidence --texts DIR --keys KEY.jsonl ... --texts DIR --keys KEY.jsonl ...

Which traits make a statement likelier right is learned from answer keys, where right means that the statement says the
same as an item. Keys are not endless, so their level is too low: what a reader made of a random sample, counted by rule
in `judged.tsv`, sets the level of each kind.
"""

from __future__ import annotations

import argparse
import json
import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_predict

import dissensus.finding
from dissensus.model import Kind
from dissensus.tables import read_table
from evaluation.calibration import Told, expected_error, told_on_keys

LEARNED = Path(dissensus.finding.__file__).parent / "learned"
JUDGED = Path(__file__).with_name("judged.tsv")
STRENGTH = 0.1
"""C of the logistic regression: the examples are few."""

SMOOTHING = 4
"""Judgements' worth of the overall share that each kind's share is mixed with."""

SEEN_IN = 5
"""Statements that a trait must be told of."""


@dataclass(slots=True)
class Level:
    """What a reader made of the sample.

    Attributes:
        share: accepted, in all.
        kinds: share accepted by kind, mixed with the overall share.
        judged: how many were read, by kind.
    """

    share: float
    kinds: dict[str, float]
    judged: dict[str, int]


def level(judged: Path = JUDGED) -> Level:
    """The shares that a reader accepted."""
    accepted: Counter[str] = Counter()
    read: Counter[str] = Counter()
    for row in read_table(judged, ("kind", "rule", "accepted", "rejected")):
        accepted[row["kind"]] += int(row["accepted"])
        read[row["kind"]] += int(row["accepted"]) + int(row["rejected"])
    share = sum(accepted.values()) / sum(read.values())
    kinds = {k.value: (accepted[k] + SMOOTHING * share) / (read[k] + SMOOTHING) for k in Kind}
    return Level(share, kinds, dict(read))


def shift(scores: NDArray[np.float64], wanted: float) -> float:
    """What to add to log-odds for their probabilities to be `wanted` on average, by bisection."""
    low, high = -12.0, 12.0
    for _ in range(60):
        middle = (low + high) / 2
        if float(np.mean(1 / (1 + np.exp(-(scores + middle))))) < wanted:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def fit(told: Sequence[Told], wanted: Level) -> tuple[dict[str, float], dict[str, float]]:
    """The weights, and the figures of the fit on the keys before the level is set.

    Returns:
        The weight of each trait with `=bias`, and expected calibration error and log loss in cross-validation.
    """
    seen = Counter(name for one in told for name in one.traits)
    vectoriser = DictVectorizer()
    x = vectoriser.fit_transform([{n: v for n, v in one.traits.items() if seen[n] >= SEEN_IN} for one in told])
    y = np.array([one.right for one in told])
    model = LogisticRegression(C=STRENGTH, max_iter=1000)
    crossed = cross_val_predict(model, x, y, cv=5, method="predict_proba")[:, 1]
    model.fit(x, y)
    weights = dict(zip(vectoriser.get_feature_names_out(), model.coef_[0], strict=True))
    bias = float(model.intercept_[0])
    scores = x @ model.coef_[0] + bias
    for kind, share in wanted.kinds.items():
        own = scores[[one.kind == kind for one in told]]
        if len(own):
            weights[kind] = weights.get(kind, 0.0) + shift(own, share)
    rounded = {name: round(float(weight), 3) for name, weight in sorted(weights.items())}
    figures = {
        "expected calibration error": round(expected_error(list(zip(crossed, y, strict=True))), 4),
        "log loss": round(float(-np.mean(np.where(y, np.log(crossed), np.log(1 - crossed)))), 4),
        "log loss of one level for all": round(_entropy(float(y.mean())), 4),
    }
    return {"=bias": round(bias, 3), **rounded}, figures


def _entropy(p: float) -> float:
    return -p * math.log(p) - (1 - p) * math.log(1 - p)


def main() -> None:
    """Train, measure, write."""
    parser = argparse.ArgumentParser(prog="python -m training.confidence", description=__doc__)
    parser.add_argument("--texts", type=Path, action="append", required=True, help="a folder of texts")
    parser.add_argument("--keys", type=Path, action="append", nargs="+", required=True, help="the keys of its texts")
    options = parser.parse_args()
    told = [one for texts, keys in zip(options.texts, options.keys, strict=True) for one in told_on_keys(texts, keys)]
    wanted = level()
    weights, figures = fit(told, wanted)
    head = (
        "# What each trait of how a statement was found adds to the log-odds that it is right; confidence.md says how.\n"
        "# trait: as in finding/calibration.py; =bias is added always. Written by python -m training.confidence.\n"
    )
    lines = "\n".join(f"{name}\t{weight:g}" for name, weight in weights.items())
    (LEARNED / "confidence.tsv").write_text(f"{head}trait\tweight\n{lines}\n", encoding="utf-8")
    (LEARNED / "confidence.md").write_text(_card(told, wanted, figures), encoding="utf-8")
    print(json.dumps({"statements": len(told), "right on keys": sum(one.right for one in told), **figures}, indent=1))


def _card(told: Sequence[Told], wanted: Level, figures: dict[str, float]) -> str:
    kinds = "\n".join(
        f"| {kind} | {sum(t.kind == kind for t in told)} | "
        f"{sum(t.right for t in told if t.kind == kind) / max(1, sum(t.kind == kind for t in told)):.2f} | "
        f"{wanted.judged.get(kind, 0)} | {share:.2f} |"
        for kind, share in wanted.kinds.items()
    )
    measured = "\n".join(f"- {name}: {value}" for name, value in figures.items())
    return f"""# Confidence of statements

`confidence.tsv` holds the weights of a logistic regression over a few traits of how a statement was found: its kind and
rule, how sure its parties are, whether they stand by name, the length of the sentence, how deep in quotations it is,
its type. `python -m training.confidence` writes it and this card. `dissensus.finding.calibration` applies it.

## What it was trained on

- {len(told)} statements found in the texts of answer keys, {sum(one.right for one in told)} of which say the same as an
  item. This is a lower bound of what is right: a statement may be right and not be an item of its key. So the keys
  only teach which traits make a statement likelier right.
- {sum(wanted.judged.values())} statements drawn at random from political news articles outside the keys, read by one
  reader, counted by rule in `training/judged.tsv`; {wanted.share:.0%} are said by the words quoted. These set the level
  of each kind, mixed with {SMOOTHING} judgements' worth of the level of all.

| kind | on keys | right there | read | level set |
|---|---|---|---|---|
{kinds}

## How well it does

By five-fold cross-validation on the keys, before the level is set:

{measured}

`python -m evaluation calibration` prints the reliability of the finished confidences, on keys (where they are too high,
for the reason above) or on a page that a reader has ticked.

## Limits

- The sample is small: the level of a kind may be off by ten points, of labels by more.
- One reader judged it. Statements that are said but not worth recording count as right.
- The traits know how a statement was found and not what it says: a rule that is wrong in one subject only has the same
  confidence in all.
- Train it anew when rules or lexicons change much.
"""


if __name__ == "__main__":
    main()
