"""Whole statements against answer keys."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from dissensus.model import Document
from dissensus.reading import documents, sources
from evaluation.common import analyser, read_rows
from evaluation.matching import Item, same_holder, says_same


def evaluate(texts: Path, keys: Sequence[Path]) -> dict[str, Any]:
    """Read the texts that keys belong to (by the name up to the first dot or underscore) and score what is found."""
    total = _Tally()
    for key in keys:
        read = text_of(texts, key)
        statements = [
            s.model_dump(mode="json", by_alias=True) for d in [read] for s in analyser().analyse(d).statements
        ]
        total.add(read.text, read_rows(key), statements)
    return {"task": "keys", "n": total.items["all"], "figure": round(total.f1, 4), **total.details()}


def text_of(texts: Path, key: Path) -> Document:
    stem = key.stem
    for path in sorted(texts.iterdir()):
        if path.is_file() and path.suffix != ".jsonl" and (path.stem == stem or path.name.startswith(f"{stem}_")):
            for source in sources([path]):
                for read in documents(source):
                    if isinstance(read, Document):
                        return read
    raise SystemExit(f"no text in {texts} belongs to the key {key.name}")


class _Tally:
    """Counts over documents, by kind, by salience and in all."""

    def __init__(self) -> None:
        self.items: Counter[str] = Counter()
        self.found: Counter[str] = Counter()
        self.near: Counter[str] = Counter()
        self.holder: Counter[str] = Counter()
        self.commitment: Counter[str] = Counter()
        self.exported: Counter[str] = Counter()
        self.right: Counter[str] = Counter()
        self.bad_quotes = 0

    def add(self, text: str, items: list[Item], statements: list[Item]) -> None:
        """Score one document."""
        by_kind: dict[str, list[tuple[int, Item]]] = defaultdict(list)
        for number, statement in enumerate(statements):
            evidence = statement["evidence"]
            self.bad_quotes += text[evidence["start"] : evidence["end"]] != evidence["quote"]
            by_kind[statement["kind"]].append((number, statement))
            self.exported["all"] += 1
            self.exported[statement["kind"]] += 1
        used: set[int] = set()
        for item in items:
            self._score(text, item, by_kind[item["kind"]], used)
        for number in used:
            self.right["all"] += 1
            self.right[statements[number]["kind"]] += 1

    def _score(self, text: str, item: Item, candidates: list[tuple[int, Item]], used: set[int]) -> None:
        start = text.index(item["anchor"])
        end = start + len(item["anchor"])
        best: Item | None = None
        near = False
        for number, statement in candidates:
            evidence = statement["evidence"]
            if evidence["start"] >= end or evidence["end"] <= start:
                continue
            verdict = says_same(item, statement)
            if verdict:
                used.add(number)
            if verdict == "found" and (best is None or _agrees(item, statement)):
                best = statement
            near = near or verdict == "near"
        for group in ("all", item["kind"], item["salience"]):
            self.items[group] += 1
            if best is not None:
                self.found[group] += 1
                self.holder[group] += same_holder(item, best)
                self.commitment[group] += best["commitment"] == item["commitment"]
            elif near:
                self.near[group] += 1

    @property
    def f1(self) -> float:
        """Of recall over the key's items and precision over the statements."""
        recall = self.found["all"] / self.items["all"] if self.items["all"] else 0.0
        precision = self.right["all"] / self.exported["all"] if self.exported["all"] else 0.0
        return 2 * recall * precision / (recall + precision) if recall + precision else 0.0

    def details(self) -> dict[str, Any]:
        """The figures behind the chief one."""

        def share(part: Counter[str], whole: Counter[str], group: str) -> float | None:
            return round(part[group] / whole[group], 4) if whole[group] else None

        kinds = ("event", "tie", "figure", "label")
        return {
            "exported": self.exported["all"],
            "quotes_not_in_text": self.bad_quotes,
            "precision": share(self.right, self.exported, "all"),
            "recall": share(self.found, self.items, "all"),
            "core_recall": share(self.found, self.items, "core"),
            "holder_accuracy": share(self.holder, self.found, "all"),
            "commitment_accuracy": share(self.commitment, self.found, "all"),
            "by_kind": {
                kind: {
                    "n": self.items[kind],
                    "recall": share(self.found, self.items, kind),
                    "precision": share(self.right, self.exported, kind),
                    "near": self.near[kind],
                }
                for kind in kinds
            },
        }


def _agrees(item: Item, statement: Item) -> bool:
    return same_holder(item, statement) and statement["commitment"] == item["commitment"]


def figures(texts: Path, keys: Sequence[Path]) -> dict[str, Any]:
    """Recall and precision of figures on answer keys."""
    whole = evaluate(texts, keys)
    part = whole["by_kind"]["figure"]
    recall, precision = part["recall"] or 0.0, part["precision"] or 0.0
    return {
        "task": "figures",
        "n": part["n"],
        "figure": recall,
        "precision": precision,
        "f1": round(2 * recall * precision / (recall + precision), 4) if recall + precision else 0.0,
    }
