"""Who is given as saying what."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from dissensus.parsing.parsed import Parsed, Quotation, QuotationKind, TokenSpan
from evaluation.common import Row, analyser, document, f1, read_rows

_Spans = list[tuple[int, int]]


def evaluate(data: Path) -> dict[str, Any]:
    """F1 of attributions: source, cue and content all overlap the gold ones, each gold one matched once.

    A part that the gold leaves empty is not asked for. Quotations without a cue, and those inside words that are
    themselves quoted, are left out: the data set annotates neither.
    """
    found = expected = returned = content_only = 0
    engine = analyser()
    rows = read_rows(data)
    for at in range(0, len(rows), 20):
        part = rows[at : at + 20]
        with engine.parser.memory():
            parses = engine.parser.parse_all([document(row["text"], date=row.get("date")) for row in part])
            for row, parsed in zip(part, parses, strict=True):
                right, touched = _score(row, parsed)
                found += right
                content_only += touched
                expected += len(row["attributions"])
                returned += len(_counted(parsed))
    return {
        "task": "attribution",
        "n": expected,
        "figure": round(f1(found, returned, expected), 4),
        "recall": round(found / expected, 4) if expected else 0.0,
        "precision": round(found / returned, 4) if returned else 0.0,
        "content_recall": round(content_only / expected, 4) if expected else 0.0,
    }


def _score(row: Row, parsed: Parsed) -> tuple[int, int]:
    spans = [_spans(parsed, q) for q in _counted(parsed)]
    used: set[int] = set()
    right = touched = 0
    for gold in row["attributions"]:
        parts = [[(s, e) for s, e in gold[name]] for name in ("source", "cue", "content")]
        touched += any(_overlap(parts[2], told[2]) for told in spans)
        for number, told in enumerate(spans):
            if number not in used and all(
                not want or _overlap(want, got) for want, got in zip(parts, told, strict=True)
            ):
                used.add(number)
                right += 1
                break
    return right, touched


def _counted(parsed: Parsed) -> list[Quotation]:
    verbatim = {n for n, q in enumerate(parsed.quotations) if q.kind in (QuotationKind.DIRECT, QuotationKind.BLOCK)}
    return [
        q
        for q in parsed.quotations
        if q.cue is not None and q.kind is not QuotationKind.TURN and q.parent not in verbatim
    ]


def _spans(parsed: Parsed, quotation: Quotation) -> tuple[_Spans, _Spans, _Spans]:
    def offsets(span: TokenSpan | None) -> _Spans:
        return [parsed.offsets(span)] if span else []

    return offsets(quotation.source), offsets(quotation.cue), [parsed.offsets(span) for span in quotation.content]


def _overlap(ours: _Spans, theirs: _Spans) -> bool:
    return any(a < d and c < b for a, b in ours for c, d in theirs)
