"""Trains whether one claim weakens another: writes `learned/claims.tsv` and the card `claims.md`.

python -m training.claims --data claim_pairs.jsonl
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

import dissensus.matters
from dissensus.matters.contradiction import BIAS, FROM, SHAPE, features, names
from evaluation.claims import FOLDS, Pair, best_threshold, fold, overlap_baseline, pairs, score
from evaluation.common import part_of

LEARNED = Path(str(dissensus.matters.__file__)).parent / "learned"
STRENGTH = 0.003
"""C of the logistic regression over standardised features."""

ROUNDS = 10
"""Ways of parting the topics into folds, over which thresholds and figures are averaged."""

_Matrix = NDArray[np.float64]


def matrix(told: Sequence[Pair]) -> _Matrix:
    """The features of pairs, one row a pair."""
    return np.array([[features(pair.first, pair.second)[name] for name in names()] for pair in told])


def fit(x: _Matrix, weakens: Sequence[bool]) -> tuple[_Matrix, float]:
    """Weights of the features as they are, and the bias; both labels count alike."""
    mean, spread = x.mean(axis=0), x.std(axis=0)
    spread[spread == 0] = 1.0
    model = LogisticRegression(C=STRENGTH, class_weight="balanced", max_iter=2000).fit((x - mean) / spread, weakens)
    weights = np.round(model.coef_[0] / spread, 4)
    return weights, round(float(model.intercept_[0] - (weights * mean).sum()), 4)


def crossed(told: Sequence[Pair], seed: int) -> _Matrix:
    """The score of each pair, by weights that were trained on other topics."""
    x, weakens = matrix(told), [pair.weakens for pair in told]
    folds = np.array([fold(pair.topic, seed) for pair in told])
    scores = np.zeros(len(told))
    for number in range(FOLDS):
        inside = np.flatnonzero(folds != number)
        weights, bias = fit(x[inside], [weakens[place] for place in inside])
        scores[folds == number] = x[folds == number] @ weights + bias
    return scores


def threshold(told: Sequence[Pair]) -> float:
    """The score from which a pair counts as weakening: the mean of those best on each round's crossed scores."""
    weakens = [pair.weakens for pair in told]
    best = [
        best_threshold(list(zip(crossed(told, seed).tolist(), weakens, strict=True))) for seed in range(1, ROUNDS + 1)
    ]
    return round(float(np.mean(best)), 4)


def nested(told: Sequence[Pair]) -> tuple[float, float]:
    """Macro-F1 and area under the ROC curve by cross-validation, the threshold chosen inside each training part."""
    x, weakens = matrix(told), [pair.weakens for pair in told]
    figures, areas = [], []
    for seed in range(101, 104):
        folds = [fold(pair.topic, seed) for pair in told]
        found, scores = [False] * len(told), np.zeros(len(told))
        for number in range(FOLDS):
            inside = [place for place, told_in in enumerate(folds) if told_in != number]
            least = threshold([told[place] for place in inside])
            weights, bias = fit(x[inside], [weakens[place] for place in inside])
            for place, told_in in enumerate(folds):
                if told_in == number:
                    scores[place] = x[place] @ weights + bias
                    found[place] = bool(scores[place] >= least)
        figures.append(score(told, found, range(len(told)))[0])
        areas.append(roc_auc_score(weakens, scores))
    return float(np.mean(figures)), float(np.mean(areas))


def main() -> None:
    """Train, measure, write."""
    parser = argparse.ArgumentParser(prog="python -m training.claims", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="claim_pairs.jsonl")
    everything = pairs(parser.parse_args().data)
    told = [pair for pair in everything if part_of(pair.topic) != "aside"]
    aside = [pair for pair in everything if part_of(pair.topic) == "aside"]
    weights, bias = fit(matrix(told), [pair.weakens for pair in told])
    least = threshold(told)
    head = (
        "# What each feature of two claims adds to the log-odds that one weakens the other: see claims.md.\n"
        "# feature: as in matters/contradiction.py; =bias is added always, and from =from on it weakens.\n"
        "# Written by python -m training.claims.\n"
    )
    rows = [(BIAS, bias), (FROM, least), *zip(names(), weights.tolist(), strict=True)]
    lines = "\n".join(f"{name}\t{weight:g}" for name, weight in rows)
    (LEARNED / "claims.tsv").write_text(f"{head}feature\tweight\n{lines}\n", encoding="utf-8")
    crossed_figure, crossed_area = nested(told)
    scores = matrix(aside) @ weights + bias
    model = [bool(value >= least) for value in scores]
    figures = {
        "cross": crossed_figure,
        "cross majority": score(told, [False] * len(told), range(len(told)))[0],
        "cross overlap": score(told, overlap_baseline(told), range(len(told)))[0],
        "cross area": crossed_area,
        "aside": score(aside, model, range(len(aside)))[0],
        "aside majority": score(aside, [False] * len(aside), range(len(aside)))[0],
        "aside overlap": score(everything, overlap_baseline(everything), _places(everything))[0],
        "aside area": float(roc_auc_score([pair.weakens for pair in aside], scores)),
        "aside precision": _share([pair.weakens for pair, called in zip(aside, model, strict=True) if called]),
        "aside recall": _share([called for pair, called in zip(aside, model, strict=True) if pair.weakens]),
    }
    (LEARNED / "claims.md").write_text(_card(told, aside, figures), encoding="utf-8")
    for name, value in figures.items():
        print(f"{name}: {value:.3f}")


def _places(everything: Sequence[Pair]) -> list[int]:
    return [number for number, pair in enumerate(everything) if part_of(pair.topic) == "aside"]


def _share(told: Sequence[bool]) -> float:
    return sum(told) / len(told) if told else 0.0


def _card(told: Sequence[Pair], aside: Sequence[Pair], figures: dict[str, float]) -> str:
    f = {name: f"{value:.3f}" for name, value in figures.items()}

    def told_of(part: Sequence[Pair]) -> str:
        topics = len({pair.topic for pair in part})
        return f"{len(part):,} pairs on {topics} topics, {sum(pair.weakens for pair in part)} of them weakening"

    return f"""# Whether one claim weakens another

`claims.tsv` holds a logistic regression over {len(names())} features of two claims on one topic: {len(SHAPE)} of their
shape (words and word pairs that both have, subordinate clauses, quotation marks, denials, whether they report different
speakers) and {len(names()) - len(SHAPE)} classes of words (`claim_words.tsv`). `python -m training.claims` writes it
and this card; `dissensus.matters.contradiction` applies it.

## What it was trained on

ClaimDiff (Ko et al., "ClaimDiff: Comparing and Contrasting Claims on Contentious Issues"): pairs of claims of two
news outlets on one affair, labelled as strengthening or weakening each other. None of its text is kept here. Rows
labelled as neither or both are left out. Rows are split by a hash of their topic, so that no topic is in two parts:
{told_of(told)}, for training and cross-validation; {told_of(aside)}, kept aside.

## How well it does

| macro-F1 | model | always the more frequent label | words shared |
|---|---|---|---|
| {FOLDS}-fold cross-validation by topic | {f["cross"]} | {f["cross majority"]} | {f["cross overlap"]} |
| kept aside | {f["aside"]} | {f["aside majority"]} | {f["aside overlap"]} |

Area under the ROC curve: {f["cross area"]} in cross-validation, {f["aside area"]} kept aside. Kept aside,
{f["aside precision"]} of the pairs it calls weakening are so, and it finds {f["aside recall"]} of them.

## Limits

- Features and strength were chosen by cross-validation on the training topics, which flatters it there. The part kept
  aside was measured once with these features, and once with fewer before.
- Of the pairs that it calls weakening most are not: it is no hint to show a reader.
- It knows how claims in dispute are put, not what they say: it cannot tell which of two pairs is a contradiction in
  substance. Positions on matters do not rest on it.
- The labels are uneven: readers called claims weakening that merely speak of something else.
- American news of 2013 to 2021 only.
"""


if __name__ == "__main__":
    main()
