"""Whether a confidence means what it says: the reliability of confidences in ten bins, and how far they are off.

On keys, right means that a statement says the same as an item of the key, which is a lower bound: keys are not endless.
On a page of `python -m evaluation sample` that a reader has ticked, right is what the reader says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dissensus.finding.analyse import everything, find_statements
from dissensus.finding.assemble import document_ref, statement
from dissensus.finding.calibration import traits
from dissensus.finding.scene import Scene
from evaluation.common import analyser, read_rows
from evaluation.keys import text_of
from evaluation.matching import says_same

BINS = 10
_CONFIDENCE = re.compile(r"confidence: ([0-9.]+)")
_TICKED = re.compile(r"\[[xX]\] (right|wrong)\b")

Pairs = Sequence[tuple[float, bool]]


@dataclass(slots=True, frozen=True)
class Told:
    """A statement as calibration sees it."""

    kind: str
    rule: str
    traits: dict[str, float]
    confidence: float
    right: bool


def told_on_keys(texts: Path, keys: Sequence[Path]) -> Iterator[Told]:
    """The statements of the texts that keys belong to; right are those that say the same as an item."""
    engine = analyser()
    for key in keys:
        items = read_rows(key)
        document = text_of(texts, key)
        with engine.parser.memory():
            for parsed in engine.parser.parse_all([document]):
                resolved = engine.resolver.resolve(parsed)
                scene = Scene(parsed, resolved)
                reference = document_ref(scene)
                kept = {made.id for made in find_statements(parsed, resolved)}
                anchors = [(document.text.index(item["anchor"]), item) for item in items]
                for found in everything(scene):
                    made = statement(scene, reference, found)
                    if made.id not in kept:
                        continue
                    kept.remove(made.id)
                    as_json = made.model_dump(mode="json", by_alias=True)
                    right = any(
                        item["kind"] == made.kind.value
                        and made.evidence.start < start + len(item["anchor"])
                        and start < made.evidence.end
                        and says_same(item, as_json) == "found"
                        for start, item in anchors
                    )
                    yield Told(
                        kind=made.kind.value,
                        rule=found.rule,
                        traits=traits(scene, found, made.commitment),
                        confidence=made.confidence,
                        right=right,
                    )


def of_page(page: Path) -> list[tuple[float, bool]]:
    """Confidence and verdict of the statements of a ticked page; those without a verdict are left out."""
    found: list[tuple[float, bool]] = []
    for block in page.read_text(encoding="utf-8").split("\n## ")[1:]:
        confidence, verdict = _CONFIDENCE.search(block), _TICKED.search(block)
        if confidence and verdict:
            found.append((float(confidence.group(1)), verdict.group(1) == "right"))
    return found


def bins(pairs: Pairs) -> list[tuple[int, float, float]]:
    """For each tenth of the scale: how many, their mean confidence, and the share that is right; zeros where none."""
    inside: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for confidence, right in pairs:
        inside[min(int(confidence * BINS), BINS - 1)].append((confidence, right))
    return [
        (len(part), sum(c for c, _ in part) / len(part), sum(r for _, r in part) / len(part)) if part else (0, 0.0, 0.0)
        for part in inside
    ]


def expected_error(pairs: Pairs) -> float:
    """Expected calibration error: the mean distance of confidence and share right over the bins, by their size.

    Naeini, Cooper and Hauskrecht (2015), "Obtaining Well Calibrated Probabilities Using Bayesian Binning".
    """
    if not pairs:
        return 0.0
    return sum(n * abs(confidence - right) for n, confidence, right in bins(pairs)) / len(pairs)


def table(pairs: Pairs) -> list[str]:
    """The reliability diagram as lines of text: a bar of # for the share that is right, | where it should end."""
    lines = ["confidence     n  mean  right"]
    for number, (n, confidence, right) in enumerate(bins(pairs)):
        bar = ["#"] * round(right * 40) + [" "] * (40 - round(right * 40))
        if n:
            bar[min(round(confidence * 40), 39)] = "|"
        told = f"{confidence:5.2f}  {right:5.2f}" if n else "    -      -"
        lines.append(
            f"{number / BINS:.1f} to {(number + 1) / BINS:.1f} {n:5d} {told}  {''.join(bar).rstrip()}".rstrip()
        )
    return lines


def evaluate(texts: Path, data: Sequence[Path]) -> dict[str, Any]:
    """Expected calibration error (the lower the better) on keys (`.jsonl`) with their texts, or on ticked pages."""
    pages = [path for path in data if path.suffix == ".md"]
    keys = [path for path in data if path.suffix != ".md"]
    pairs = [pair for page in pages for pair in of_page(page)]
    if keys:
        pairs += [(told.confidence, told.right) for told in told_on_keys(texts, keys)]
    error = expected_error(pairs)
    mean = sum(c for c, _ in pairs) / len(pairs) if pairs else 0.0
    right = sum(r for _, r in pairs) / len(pairs) if pairs else 0.0
    return {
        "task": "calibration",
        "n": len(pairs),
        "figure": round(error, 4),
        "mean_confidence": round(mean, 4),
        "right": round(right, 4),
        "reliability": table(pairs),
    }
