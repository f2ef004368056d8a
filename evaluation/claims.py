"""Two claims on one topic: does the one weaken the other, or strengthen it?"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from dissensus.matters.contradiction import Claim, judge_claims, overlap
from evaluation.common import macro_f1, parse_rows, part_of, read_rows

FOLDS = 5
LABELS = ("strengthens", "weakens")


class Pair(NamedTuple):
    """Two claims, whether one weakens the other, and their topic, by which pairs are kept together."""

    first: Claim
    second: Claim
    weakens: bool
    topic: str


def pairs(data: Path) -> list[Pair]:
    """The rows that are labelled as one of the two and not the other."""
    rows = [row for row in read_rows(data) if bool(row["strengthens"]) != bool(row["weakens"])]
    texts = sorted({row[name] for row in rows for name in ("claim_a", "claim_b")})
    claims = {row["text"]: Claim.of(parsed) for row, parsed, _ in parse_rows([{"text": text} for text in texts])}
    return [Pair(claims[r["claim_a"]], claims[r["claim_b"]], bool(r["weakens"]), r["topic"]) for r in rows]


def evaluate(data: Path) -> dict[str, Any]:
    """Macro-F1 of both labels, beside the majority label and lexical overlap.

    `kept_aside` and its two baselines are of the topics that `training.claims` keeps aside: where the model has been
    trained on the data, only they count. Overlap is one score, and the threshold for each fifth of the topics is the
    one that is best on the other four.
    """
    told = pairs(data)
    aside = [number for number, pair in enumerate(told) if part_of(pair.topic) == "aside"]
    everything = range(len(told))
    model = [judge_claims(pair.first, pair.second).weakens for pair in told]
    by_overlap = overlap_baseline(told)
    most = [2 * sum(pair.weakens for pair in told) > len(told)] * len(told)
    figure, each = score(told, model, everything)
    return {
        "task": "claims",
        "n": len(told),
        "figure": round(figure, 4),
        "majority": round(score(told, most, everything)[0], 4),
        "overlap": round(score(told, by_overlap, everything)[0], 4),
        "kept_aside": round(score(told, model, aside)[0], 4),
        "majority_aside": round(score(told, most, aside)[0], 4),
        "overlap_aside": round(score(told, by_overlap, aside)[0], 4),
        "n_aside": len(aside),
        "by_label": each,
    }


def score(told: Sequence[Pair], weakens: Sequence[bool], chosen: Sequence[int]) -> tuple[float, dict[str, float]]:
    """Macro-F1, and each label's own, of the pairs with these numbers."""
    return macro_f1((LABELS[told[number].weakens], LABELS[weakens[number]]) for number in chosen)


def overlap_baseline(told: Sequence[Pair]) -> list[bool]:
    """Pairs that share few words weaken each other: how few is learned on the other topics."""
    scores = [-overlap(pair.first, pair.second) for pair in told]
    folds = [fold(pair.topic) for pair in told]
    found = [False] * len(told)
    for number in range(FOLDS):
        others = [place for place, told_in in enumerate(folds) if told_in != number]
        least = best_threshold([(scores[place], told[place].weakens) for place in others])
        for place, told_in in enumerate(folds):
            if told_in == number:
                found[place] = scores[place] >= least
    return found


def fold(topic: str, seed: int = 0) -> int:
    """Which of the folds a topic is in."""
    return int(hashlib.sha256(f"{seed} {topic}".encode()).hexdigest(), 16) % FOLDS


def best_threshold(scored: Sequence[tuple[float, bool]]) -> float:
    """The score from which on calling a pair weakening gives the highest macro-F1."""
    ranked = sorted(scored, reverse=True)
    positive = sum(weakens for _, weakens in ranked)
    negative = len(ranked) - positive
    best, least, right = -1.0, 0.0, 0
    for number, (value, weakens) in enumerate(ranked, start=1):
        right += weakens
        if number < len(ranked) and ranked[number][0] == value:
            continue
        left_right = negative - (number - right)
        of_one = 2 * right / (number + positive) if number + positive else 0.0
        rest = len(ranked) - number + negative
        of_other = 2 * left_right / rest if rest else 0.0
        if of_one + of_other > best:
            best, least = of_one + of_other, value
    return least
