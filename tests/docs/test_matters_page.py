"""The Python on the page on matters runs as it stands there."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from dissensus.matters.planted import plant

PAGE = Path(__file__).parents[2] / "docs" / "matters.md"


def test_the_example_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    plant(tmp_path / "andes.db", seed=3, documents=20, statements=300)
    monkeypatch.chdir(tmp_path)
    _, _, example = PAGE.read_text(encoding="utf-8").partition("## From Python\n")
    exec(compile(textwrap.dedent(example), str(PAGE), "exec"), {})
    assert len(capsys.readouterr().out.splitlines()) > 20
