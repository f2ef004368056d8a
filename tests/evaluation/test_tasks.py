"""Each task on a few rows of our own words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dissensus.finding.analyse import Analyser
from evaluation import attribution, claims, common, events, floors, keys, sentences


@pytest.fixture(autouse=True)
def one_model(monkeypatch: pytest.MonkeyPatch, analyser: Analyser) -> None:
    for module in (common, attribution, keys, sentences):
        monkeypatch.setattr(module, "analyser", lambda: analyser)


def lines(path: Path, *rows: dict[str, Any]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def span(text: str, words: str) -> list[int]:
    return [text.index(words), text.index(words) + len(words)]


def test_keys(tmp_path: Path) -> None:
    text = "Peru condemned Chile. Exactly 450 miners were hurt."
    (tmp_path / "brief_1.txt").write_text(text, encoding="utf-8")
    told = {"anchor": "Peru condemned Chile", "holder": "author", "commitment": "stated", "salience": "core"}
    condemned = {"actors": [{"name": "Peru"}], "recipients": [{"name": "Chile"}], "type": "ACCUSE"}
    key = lines(
        tmp_path / "brief.jsonl",
        {"kind": "event", "event": condemned, **told},
        {"kind": "label", "label": {"target": {"name": "Peru"}, "term": "x", "valence": 1}, **told},
        {"kind": "figure", "figure": {"value": 450}, **told, "anchor": "450 miners"},
    )
    got = keys.evaluate(tmp_path, [key])
    assert (got["n"], got["recall"], got["holder_accuracy"], got["quotes_not_in_text"]) == (3, 0.6667, 1.0, 0)
    assert got["figure"] > 0.6
    assert keys.figures(tmp_path, [key])["figure"] == 1.0


def test_keys_without_their_text(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="no text"):
        keys.evaluate(tmp_path, [lines(tmp_path / "brief.jsonl")])


def test_events(tmp_path: Path) -> None:
    text = "The government of Kenya praised Somalia."
    gold = {"source_span": span(text, "Kenya"), "target_span": span(text, "Somalia"), "code": "SUPPORT"}
    assert events.between_pair(lines(tmp_path / "p.jsonl", {"text": text, "gold": [gold]}))["figure"] == 1.0
    whole = {"source": [{"span": span(text, "Kenya")}], "target": [{"span": span(text, "Somalia")}], "code": "SUPPORT"}
    row = {"text": text, "gold": [{**whole, "code_original": "SUPPORT"}]}
    assert events.whole(lines(tmp_path / "s.jsonl", row))["recall"] == 1.0


def test_attribution(tmp_path: Path) -> None:
    text = "The minister said that the mine was closed. Nobody answered."
    told = {
        "source": [span(text, "The minister")],
        "cue": [span(text, "said")],
        "content": [span(text, "that the mine was closed")],
    }
    got = attribution.evaluate(lines(tmp_path / "a.jsonl", {"text": text, "date": None, "attributions": [told]}))
    assert got["figure"] == 1.0


def test_sentences(tmp_path: Path) -> None:
    text = "Norway supports Ukraine and did not invade Poland."
    entities = {"entity1": {"word_span": span(text, "Norway")}, "entity2": {"word_span": span(text, "Ukraine")}}
    row = {"text": text, "label": "positive", "direction": "1>2", **entities}
    assert sentences.attitudes(lines(tmp_path / "t.jsonl", row))["figure"] == 1.0
    told = [{"span": span(text, "supports"), "factuality": 3.0}, {"span": span(text, "invade"), "factuality": -3.0}]
    got = sentences.commitment(lines(tmp_path / "c.jsonl", {"text": text, "events": told}))
    assert got["figure"] > 0.9
    rows = [{"text": "The tyrant spoke.", "label_bias": "Biased"}, {"text": "He spoke.", "label_bias": "Non-biased"}]
    assert sentences.loaded(lines(tmp_path / "l.jsonl", *rows))["figure"] == 1.0


def test_actors(tmp_path: Path) -> None:
    row = {"text": "Peruvian army", "context": None, "date": None, "gold": [{"country": "PER", "code_1": "MIL"}]}
    assert sentences.actors(lines(tmp_path / "x.jsonl", row))["figure"] == 1.0


def test_claims(tmp_path: Path) -> None:
    apart = {
        "claim_a": "The observers insisted that there was no evidence that the count had been altered.",
        "claim_b": "But lawyers argued that the records show that thousands of votes were not real.",
    }
    together = {
        "claim_a": "The ministry will announce a new harbour plan on Monday.",
        "claim_b": "The harbour plan of the ministry will start on Monday.",
    }
    rows = [
        {**apart, "topic": "The count", "strengthens": 0, "weakens": 1},
        *({**together, "topic": f"Harbour {number}", "strengthens": 1, "weakens": 0} for number in range(3)),
        {**together, "topic": "Left out", "strengthens": 0, "weakens": 0},
    ]
    got = claims.evaluate(lines(tmp_path / "c.jsonl", *rows))
    assert (got["n"], got["figure"]) == (4, 1.0)
    assert got["majority"] == round(0.5 * 6 / 7, 4)


def test_best_threshold_is_the_best() -> None:
    scored = [(0.9, True), (0.8, False), (0.7, True), (0.2, False), (0.2, False), (0.1, False)]
    figures = {
        least: common.macro_f1((str(truth), str(value >= least)) for value, truth in scored)[0]
        for least in {value for value, _ in scored}
    }
    assert claims.best_threshold(scored) == max(figures, key=lambda least: figures[least])


def test_floors_name_what_fell_and_skip_what_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    here = lines(tmp_path / "here.jsonl")
    entries = [
        {"task": "keys", "data": [here.name], "at_least": {"figure": 0.5}, "at_most": {"quotes_not_in_text": 0}},
        {"task": "loaded", "data": ["not-here.jsonl"], "at_least": {"figure": 0.5}},
    ]
    (tmp_path / "floors.json").write_text(json.dumps({"floors": entries}), encoding="utf-8")
    monkeypatch.setattr(floors, "ROOT", tmp_path)
    monkeypatch.setattr(floors, "FLOORS", tmp_path / "floors.json")
    assert floors.check(lambda task, data, texts: {"task": task, "figure": 0.4, "quotes_not_in_text": 1}) == 2
    printed = capsys.readouterr()
    assert "fell to 0.4" in printed.err
    assert "no not-here.jsonl here" in printed.out
    assert floors.check(lambda task, data, texts: {"task": task, "figure": 0.6, "quotes_not_in_text": 0}) == 0
