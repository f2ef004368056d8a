"""Trains the confidence of statements: writes `learned/confidence.tsv` and the card `confidence.md`.

python -m training.confidence --texts DIR --keys KEY.jsonl ... [--texts DIR --keys KEY.jsonl ...]

Three sources say what is right. A reader's verdicts on random samples (`judged.tsv`, its later rounds) are few and at
the right level. Those of the first round are of a program that made other mistakes. On answer keys a statement is
right when it says the same as an item, but keys are not endless, so that level is too low. All are fitted together,
with a trait for each kind that only statements of one of the other sources have: it takes up what that source is off
by, and is left out when the weights are used.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import log_loss, roc_auc_score

import dissensus.finding
from dissensus.model import Kind
from dissensus.tables import read_table
from evaluation.calibration import expected_error, table, told_on_keys

LEARNED = Path(dissensus.finding.__file__).parent / "learned"
JUDGED = Path(__file__).with_name("judged.tsv")
STRENGTH = 0.03
"""C of the logistic regression: the examples are few."""

KEY = "key"
TRUST = {KEY: 0.3, "1": 1.0, "2": 3.0, "3": 3.0}
"""What one statement on keys, and one verdict of each round, counts for."""

LATEST = frozenset({"2", "3"})
"""The rounds whose level is taken for that of the program."""

FOLDS = 10
SEEN_IN = 5
"""Statements that a trait must be told of."""


@dataclass(slots=True)
class Example:
    """A statement's traits, whether it is right, and who says so: a key, or the round of reading."""

    traits: dict[str, float]
    right: bool
    source: str

    @property
    def kind(self) -> str:
        """The statement's kind."""
        return next(kind.value for kind in Kind if kind.value in self.traits)

    @property
    def fitted(self) -> dict[str, float]:
        """The traits with the one that takes up what another source than the latest readings is off by."""
        return self.traits if self.source in LATEST else {**self.traits, f"={self.source} {self.kind}": 1.0}


def judged(path: Path = JUDGED) -> list[Example]:
    """The reader's verdicts."""
    found = []
    for row in read_table(path, ("verdict", "round", "traits")):
        if row["verdict"] not in ("right", "wrong"):
            raise row.error(f"verdict must be right or wrong, not {row['verdict']!r}")
        if row["round"] not in TRUST:
            raise row.error(f"no round {row['round']!r}")
        pairs = (pair.split("=") for pair in row.many("traits"))
        found.append(Example({name: float(value) for name, value in pairs}, row["verdict"] == "right", row["round"]))
    return found


def fit(examples: Sequence[Example]) -> dict[str, float]:
    """The weight of each trait, and `=bias`."""
    seen = Counter(name for one in examples for name in one.fitted)
    vectoriser = DictVectorizer()
    x = vectoriser.fit_transform([{n: v for n, v in one.fitted.items() if seen[n] >= SEEN_IN} for one in examples])
    trust = [TRUST[one.source] for one in examples]
    model = LogisticRegression(C=STRENGTH, max_iter=2000).fit(x, [one.right for one in examples], trust)
    weights = {
        name: round(float(weight), 3)
        for name, weight in zip(vectoriser.get_feature_names_out(), model.coef_[0], strict=True)
        if not name.startswith("=")
    }
    return {"=bias": round(float(model.intercept_[0]), 3), **weights}


def probabilities(weights: dict[str, float], examples: Sequence[Example]) -> NDArray[np.float64]:
    """What the weights make of examples."""
    scores = [weights["=bias"] + sum(weights.get(n, 0.0) * v for n, v in one.traits.items()) for one in examples]
    return 1.0 / (1.0 + np.exp(-np.array(scores)))


def crossed(read: Sequence[Example], others: Sequence[Example]) -> NDArray[np.float64]:
    """Probabilities of what was read last, each by weights that were trained without it."""
    found = np.zeros(len(read))
    for fold in range(FOLDS):
        inside = [one for number, one in enumerate(read) if number % FOLDS != fold]
        found[fold::FOLDS] = probabilities(fit([*inside, *others]), read[fold::FOLDS])
    return found


def main() -> None:
    """Train, measure, write."""
    parser = argparse.ArgumentParser(prog="python -m training.confidence", description=__doc__)
    parser.add_argument("--texts", type=Path, action="append", required=True, help="a folder of texts")
    parser.add_argument("--keys", type=Path, action="append", nargs="+", required=True, help="the keys of its texts")
    options = parser.parse_args()
    verdicts = judged()
    read = [one for one in verdicts if one.source in LATEST]
    before = [one for one in verdicts if one.source not in LATEST]
    on_keys = [
        Example(one.traits, one.right, KEY)
        for texts, keys in zip(options.texts, options.keys, strict=True)
        for one in told_on_keys(texts, keys)
    ]
    weights = fit([*read, *before, *on_keys])
    likely = crossed(read, [*before, *on_keys])
    right = [one.right for one in read]
    pairs = list(zip(likely.tolist(), right, strict=True))
    figures = {
        "read last": len(read),
        "right": round(float(np.mean(right)), 3),
        "on keys": len(on_keys),
        "right on keys": round(float(np.mean([one.right for one in on_keys])), 3),
        "expected calibration error": round(expected_error(pairs), 3),
        "area under the ROC curve": round(float(roc_auc_score(right, likely)), 3),
        "log loss": round(float(log_loss(right, likely)), 3),
        "log loss of one level for all": round(float(log_loss(right, np.full(len(read), np.mean(right)))), 3),
    }
    head = (
        "# What each trait of how a statement was found adds to the log-odds that it is right: see confidence.md.\n"
        "# trait: as in finding/calibration.py; =bias is added always. Written by python -m training.confidence.\n"
    )
    lines = "\n".join(f"{name}\t{weight:g}" for name, weight in weights.items())
    (LEARNED / "confidence.tsv").write_text(f"{head}trait\tweight\n{lines}\n", encoding="utf-8")
    (LEARNED / "confidence.md").write_text(_card(read, before, on_keys, figures, table(pairs)), encoding="utf-8")
    print(json.dumps(figures, indent=1))


def _card(
    read: Sequence[Example],
    before: Sequence[Example],
    on_keys: Sequence[Example],
    figures: dict[str, float],
    reliability: Sequence[str],
) -> str:
    def share(examples: Sequence[Example], kind: Kind) -> str:
        right = [one.right for one in examples if one.kind == kind.value]
        return f"{len(right)} | {sum(right) / len(right):.2f}" if right else "0 | -"

    kinds = "\n".join(f"| {kind.value} | {share(read, kind)} | {share(on_keys, kind)} |" for kind in Kind)
    measured = "\n".join(f"- {name}: {value}" for name, value in figures.items())
    diagram = "\n".join(reliability)
    return f"""# Confidence of statements

`confidence.tsv` holds the weights of a logistic regression over a few traits of how a statement was found: its kind and
rule, how sure its parties are, what stands between them and the trigger, the length of the sentence, how deep in
quotations it is, its type. `python -m training.confidence` writes it and this card, `dissensus.finding.calibration`
applies it.

## What it was trained on

- {len(read)} statements drawn at random, a fourth from articles on Latin American politics and Africa, the others from
  political news of the United States, none of them in the keys, read strictly: right where the words quoted say it of
  these parties, by this holder, as firmly. `training/judged.tsv` holds their traits and verdicts, and no text.
- {len(before)} statements of an earlier round, on political news only; a third of the weight.
- {len(on_keys)} statements found in the texts of answer keys: right where they say the same as an item. This is a lower
  bound, because keys are not endless: a statement may be right and not be an item. A tenth of the weight.

One trait for each kind takes up in training what the last two are off by and is left out afterwards, so they teach only
which traits make a statement likelier.

| kind | read last | right | on keys | right there |
|---|---|---|---|---|
{kinds}

## How well it does

On what was read last, by {FOLDS}-fold cross-validation:

{measured}

```
{diagram}
```

`python -m evaluation calibration` prints the same of the finished confidences, on keys (where they are too high, for
the reason above) or on a page that a reader has ticked.

## Limits

- The level is sounder than the order: the traits tell right from wrong statements only a little better than chance.
- The sample is small and of two readers: the level of a kind may be off by ten points.
- A third of the mistakes were mended after they were read, so the level is on the low side. Three fourths of the sample
  is campaign news, which the program reads worse than the articles it is made for: there it is lower still.
- Statements that are said but not worth recording count as right.
- The traits know how a statement was found and not what it says: a rule that is wrong in one subject only has the same
  confidence in all.
- Train it anew when rules or lexicons change much.
"""


if __name__ == "__main__":
    main()
