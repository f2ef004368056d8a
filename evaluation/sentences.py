"""Attitudes between two given entities, commitment, loaded sentences, and actors out of context."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from dissensus.finding.between import attitude
from dissensus.finding.factuality import factuality
from dissensus.finding.labels import loaded_terms
from dissensus.finding.scene import Scene
from dissensus.model import Actor, ActorType
from evaluation.common import analyser, macro_f1, parse_rows, part_of, pearson, read_rows, tokens_at


def attitudes(data: Path) -> dict[str, Any]:
    """Macro-F1 of five classes: neutral, and positive or negative in either direction.

    `kept_aside` is the same of the rows that `training.attitudes` keeps aside: where it has been trained on the data,
    only they count.
    """
    pairs: list[tuple[str, str]] = []
    aside: list[tuple[str, str]] = []
    for row, parsed, resolved in parse_rows(read_rows(data)):
        first = tokens_at(parsed, *row["entity1"]["word_span"])
        second = tokens_at(parsed, *row["entity2"]["word_span"])
        sign, backwards = 0, False
        if first and second and first.paragraph == second.paragraph:
            sign, backwards = attitude(parsed, resolved, first, second)
        told = "neutral" if not sign else f"{'positive' if sign > 0 else 'negative'} {'2>1' if backwards else '1>2'}"
        pairs.append((" ".join(filter(None, (row["label"], row["direction"]))), told))
        if part_of(row["text"]) == "aside":
            aside.append(pairs[-1])
    figure, each = macro_f1(pairs)
    return {
        "task": "attitudes",
        "n": len(pairs),
        "figure": round(figure, 4),
        "kept_aside": round(macro_f1(aside)[0], 4),
        "by_label": each,
    }


def commitment(data: Path) -> dict[str, Any]:
    """Pearson's r and mean absolute error on the scale from -3 (certain not to be) to 3 (certain)."""
    gold: list[float] = []
    told: list[float] = []
    for row, parsed, resolved in parse_rows(read_rows(data)):
        scene = Scene(parsed, resolved)
        for event in row["events"]:
            span = tokens_at(parsed, *event["span"])
            if span is None:
                continue
            gold.append(event["factuality"])
            told.append(factuality(scene, scene.trees[span.paragraph], span.end - 1))
    error = sum(abs(g - t) for g, t in zip(gold, told, strict=True)) / len(gold) if gold else 0.0
    return {"task": "commitment", "n": len(gold), "figure": round(pearson(gold, told), 4), "mae": round(error, 4)}


def loaded(data: Path) -> dict[str, Any]:
    """Macro-F1 of telling sentences with loaded words from those without."""
    pairs = []
    for row, parsed, resolved in parse_rows(read_rows(data)):
        if row["label_bias"] not in ("Biased", "Non-biased"):
            continue
        scene = Scene(parsed, resolved)
        found = any(loaded_terms(tree) for tree in scene.trees.values())
        pairs.append((row["label_bias"], "Biased" if found else "Non-biased"))
    figure, each = macro_f1(pairs)
    return {"task": "loaded", "n": len(pairs), "figure": round(figure, 4), "by_label": each}


_NOT_STATES = frozenset({"IGO", "UNO", "EUR"})
"""PLOVER's codes in the place of a country for bodies of several states."""


def actors(data: Path) -> dict[str, Any]:
    """Share of mentions whose country and first sector are right; what the data leaves out is not asked for."""
    rows = read_rows(data)
    resolver = analyser().resolver
    asked: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for row in rows:
        for gold in row["gold"]:
            wanted = {"country": gold.get("country"), "sector": gold.get("code_1")}
            told = {name: code for name, code in wanted.items() if code is not None}
            if not told:
                continue
            actor = resolver.describe(row["text"], context=row["context"], date=row["date"])
            got = {name: _code(actor, name, code) for name, code in told.items()}
            asked["both"] += 1
            right["both"] += got == told
            for name, code in told.items():
                asked[name] += 1
                right[name] += got[name] == code
    share = {
        name: round(right[name] / asked[name], 4) if asked[name] else 0.0 for name in ("both", "country", "sector")
    }
    return {
        "task": "actors",
        "n": asked["both"],
        "figure": share["both"],
        "country": share["country"],
        "sector": share["sector"],
    }


def _code(actor: Actor | None, name: str, wanted: str) -> str:
    if actor is None:
        return ""
    if name == "sector":
        return actor.sectors[0].value if actor.sectors else ""
    if wanted in _NOT_STATES and actor.type is ActorType.IGO:
        return wanted
    return actor.country or ""
