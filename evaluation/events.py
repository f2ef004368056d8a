"""Events between two given actors, and whole events of single sentences."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from dissensus.finding.analyse import find_statements
from dissensus.finding.between import event_type
from dissensus.model import ActorRef, Kind
from dissensus.parsing.parsed import Parsed, TokenSpan
from evaluation.common import Row, f1, macro_f1, parse_rows, read_rows, tokens_at

NONE = "NONE"
_FIFTEEN = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
"""The data set counts PLOVER's CONCEDE and RETREAT as one."""


def between_pair(data: Path) -> dict[str, Any]:
    """Macro-F1 of the event's type between two given actors, over the data's 15 labels."""
    pairs: list[tuple[str, str]] = []
    for row, parsed, resolved in parse_rows(read_rows(data)):
        for gold in row["gold"]:
            source, target = _span(parsed, gold["source_span"]), _span(parsed, gold["target_span"])
            found = event_type(parsed, resolved, source, target) if source and target else None
            name = _FIFTEEN.get(found.value, found.value) if found else NONE
            pairs.append((gold["code"], name))
    figure, each = macro_f1(pairs)
    return {
        "task": "events-pair",
        "n": len(pairs),
        "figure": round(figure, 4),
        "accuracy": round(sum(g == p for g, p in pairs) / len(pairs), 4),
        "unanswered": sum(p == NONE for _, p in pairs),
        "by_label": each,
    }


def _span(parsed: Parsed, offsets: list[int] | None) -> TokenSpan | None:
    return tokens_at(parsed, *offsets) if offsets else None


def whole(data: Path) -> dict[str, Any]:
    """F1 of whole events: the type, a source and a target in common, none where the data names none."""
    found = expected = returned = types = 0
    for row, parsed, resolved in parse_rows(read_rows(data)):
        events = [s.event for s in find_statements(parsed, resolved) if s.kind is Kind.EVENT and s.event]
        returned += len(events)
        for gold in row["gold"]:
            expected += 1
            same_type = [e for e in events if e.type.value == gold["code_original"] or e.type.value == gold["code"]]
            types += bool(same_type)
            found += any(
                _overlap(gold["source"], e.actors) and _overlap(gold["target"], (*e.recipients, *e.actors))
                for e in same_type
            )
    return {
        "task": "events-sentence",
        "n": expected,
        "figure": round(f1(found, returned, expected), 4),
        "recall": round(found / expected, 4),
        "precision": round(found / returned, 4) if returned else 0.0,
        "type_recall": round(types / expected, 4),
    }


def _overlap(gold: list[Row], references: tuple[ActorRef, ...]) -> bool:
    spans = [g["span"] for g in gold if g.get("span")]
    if not spans:
        return True
    mentions = [r.mention for r in references if r.mention]
    return any(m.start < end and start < m.end for m in mentions for start, end in spans)
