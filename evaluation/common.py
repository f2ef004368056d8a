"""What the tasks share: reading rows, making documents of sentences, and the measures."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from dissensus.actors.mentions import Resolved
from dissensus.finding.analyse import Analyser
from dissensus.model import Document
from dissensus.parsing.parsed import Parsed, TokenSpan

Row = dict[str, Any]


def read_rows(path: Path) -> list[Row]:
    """The JSON objects of a file, one a line."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


@cache
def analyser() -> Analyser:
    """One model and dictionary for the whole run."""
    return Analyser()


def document(text: str, **known: Any) -> Document:
    """A document of a sentence or article."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(id=digest[:16], text=text, sha256=digest, language="en", **known)


def parse_rows(rows: Sequence[Row], size: int = 200) -> Iterator[tuple[Row, Parsed, Resolved]]:
    """Parse the `text` of rows and resolve their actors, in order."""
    engine = analyser()
    for at in range(0, len(rows), size):
        part = rows[at : at + size]
        documents = [document(row["text"], date=row.get("date")) for row in part]
        with engine.parser.memory():
            for row, parsed in zip(part, engine.parser.parse_all(documents), strict=True):
                yield row, parsed, engine.resolver.resolve(parsed)


def tokens_at(parsed: Parsed, start: int, end: int) -> TokenSpan | None:
    """The tokens that overlap `[start, end)` of the text, in the paragraph where they begin."""
    for paragraph in parsed.paragraphs:
        if not (paragraph.start < end and start < paragraph.end):
            continue
        inside = []
        for token in paragraph.doc:
            left, right = paragraph.offsets(token.idx, token.idx + len(token))
            if left < end and start < right:
                inside.append(token.i)
        if inside:
            return TokenSpan(paragraph.index, inside[0], inside[-1] + 1)
    return None


def letters(text: str) -> str:
    """A text's letters and digits, by which it is known again."""
    return re.sub(r"[^a-z0-9]+", "", text.lower())


def part_of(text: str) -> str:
    """Where a text belongs when a model is trained: `train` (70 %), `dev` (15 %) or `aside` (15 %).

    By a hash of its letters and digits, so that a text printed twice is in one part only.
    """
    number = int(hashlib.sha256(letters(text).encode()).hexdigest(), 16) % 100
    return "train" if number < 70 else "dev" if number < 85 else "aside"


def f1(found: int, returned: int, expected: int) -> float:
    """The harmonic mean of precision and recall."""
    return 2 * found / (returned + expected) if returned + expected else 0.0


def macro_f1(pairs: Iterable[tuple[str, str]]) -> tuple[float, dict[str, float]]:
    """Mean F1 over the gold labels of (gold, predicted) pairs, and each label's own."""
    told = list(pairs)
    labels = sorted({gold for gold, _ in told})
    each = {}
    for label in labels:
        right = sum(gold == label == predicted for gold, predicted in told)
        each[label] = f1(right, sum(p == label for _, p in told), sum(g == label for g, _ in told))
    return (sum(each.values()) / len(each) if each else 0.0), {k: round(v, 4) for k, v in each.items()}


def pearson(xs: Sequence[float], ys: Sequence[float]) -> float:
    """Pearson's correlation; 0 where one side does not vary."""
    n = len(xs)
    if n < 2:
        return 0.0
    mean_x, mean_y = sum(xs) / n, sum(ys) / n
    spread_x = sum((x - mean_x) ** 2 for x in xs) ** 0.5
    spread_y = sum((y - mean_y) ** 2 for y in ys) ** 0.5
    if not spread_x or not spread_y:
        return 0.0
    return sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True)) / (spread_x * spread_y)
