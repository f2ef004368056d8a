"""The page to tick, its count, and the reliability of confidences."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dissensus.finding.analyse import Analyser
from dissensus.model import Kind
from evaluation import __main__ as command
from evaluation import calibration, sample

TEXT = (
    "Peru condemned Chile. Norway praised Finland. Kenya invaded Somalia, and 450 miners were hurt. "
    "Brazil accused France."
)


@pytest.fixture(autouse=True)
def one_model(monkeypatch: pytest.MonkeyPatch, analyser: Analyser) -> None:
    for module in (sample, calibration):
        monkeypatch.setattr(module, "analyser", lambda: analyser)


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "brief_1.txt").write_text(TEXT, encoding="utf-8")
    return folder


def test_the_same_seed_draws_the_same(texts: Path) -> None:
    one = sample.draw(texts, Kind.EVENT, 2, 7)
    assert [d.statement.id for d in one] == [d.statement.id for d in sample.draw(texts, Kind.EVENT, 2, 7)]
    assert len(one) == 2
    assert all(d.statement.kind is Kind.EVENT for d in one)
    drawn = {tuple(d.statement.id for d in sample.draw(texts, Kind.EVENT, 2, seed)) for seed in range(8)}
    assert len(drawn) > 1


def test_fewer_than_asked_for(texts: Path) -> None:
    assert {d.statement.kind for d in sample.draw(texts, None, 100, 1)} == {Kind.EVENT, Kind.FIGURE}


def test_the_page_shows_words_and_why(texts: Path) -> None:
    page = sample.page(sample.draw(texts, None, 100, 1), "All")
    assert page.startswith("# All\n")
    assert "**Peru condemned Chile**" in page
    assert "Peru → ACCUSE" in page
    assert "450" in page
    assert page.count("[ ] right [ ] wrong") == page.count("\n## ")
    assert all(f"[ ] {mistake}" in page for mistake in sample.MISTAKES)


def test_ticks_are_counted(texts: Path) -> None:
    page = sample.page(sample.draw(texts, None, 100, 1), "All")
    n = page.count("\n## ")
    assert sample.count(page) == {"statements": n}
    ticked = page.replace("[ ] right", "[x] right").replace("[ ] not said", "[X] not said", 1)
    assert sample.count(ticked) == {"statements": n, "right": n, "not said": 1}


def test_by_command(
    texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["evaluation", "sample", "--kind", "figure", "--texts", str(texts)])
    assert command.main() == 0
    page = capsys.readouterr().out
    assert page.startswith("# 1 statements, kind figure, seed 1")
    ticked = tmp_path / "page.md"
    ticked.write_text(page.replace("[ ] wrong", "[x] wrong"), encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["evaluation", "sample", "--count", str(ticked)])
    assert command.main() == 0
    assert json.loads(capsys.readouterr().out) == {"statements": 1, "wrong": 1}
    got = calibration.evaluate(tmp_path, [ticked])
    assert (got["n"], got["right"]) == (1, 0.0)
    assert got["figure"] == pytest.approx(got["mean_confidence"], abs=0.01)


def test_no_such_folder(tmp_path: Path) -> None:
    with pytest.raises(SystemExit):
        sample.main(["--texts", str(tmp_path / "none")])


def test_calibration_error_and_table() -> None:
    sound = [(0.25, True), (0.25, False), (0.25, False), (0.25, False)]
    assert calibration.expected_error(sound) == 0.0
    assert calibration.expected_error([(0.95, False), (1.0, False)]) == pytest.approx(0.975)
    assert calibration.expected_error([]) == 0.0
    lines = calibration.table(sound)
    assert len(lines) == calibration.BINS + 1
    assert lines[3].split()[:6] == ["0.2", "to", "0.3", "4", "0.25", "0.25"]


def test_calibration_on_a_key(texts: Path, tmp_path: Path) -> None:
    condemned = {"actors": [{"name": "Peru"}], "recipients": [{"name": "Chile"}], "type": "ACCUSE"}
    item = {"kind": "event", "event": condemned, "anchor": "Peru condemned Chile", "holder": "author"}
    key = tmp_path / "brief.jsonl"
    key.write_text(json.dumps(item) + "\n", encoding="utf-8")
    told = list(calibration.told_on_keys(texts, [key]))
    assert [one.rule for one in told if one.right] == ["verb"]
    got = calibration.evaluate(texts, [key])
    assert got["n"] == len(told) > 1
    assert got["right"] == pytest.approx(1 / len(told), abs=1e-4)
    assert 0 < got["figure"] < 1
