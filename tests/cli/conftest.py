"""Running commands in this process, with the record's light analyser in the place of the real one."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

RECORD_TESTS = Path(__file__).parents[1] / "record"
sys.path.insert(0, str(RECORD_TESTS))

from record_fakes import fake, text_of  # noqa: E402

from dissensus.cli import output  # noqa: E402
from dissensus.cli.main import main  # noqa: E402


@dataclass
class Ended:
    """How a command ended, and what it printed."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]


Command = Callable[..., Ended]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Command]:
    """Run a command: `run("info", path)`."""
    monkeypatch.setattr("dissensus.record.ingest.default_analyser", fake)
    monkeypatch.delenv("DISSENSUS_DEBUG", raising=False)

    def command(*arguments: object) -> Ended:
        output.console.cache_clear()
        capfd.readouterr()
        code = main([str(argument) for argument in arguments])
        printed = capfd.readouterr()
        return Ended(code, printed.out, printed.err)

    yield command
    output.console.cache_clear()


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A folder of eight small texts."""
    folder = tmp_path / "texts"
    folder.mkdir()
    for number in range(8):
        (folder / f"{number}.txt").write_text(text_of(number), encoding="utf-8")
    return folder


@pytest.fixture
def record(run: Command, texts: Path, tmp_path: Path) -> Path:
    """A record of the eight texts, read by the command."""
    path = tmp_path / "record.db"
    assert run("read", texts, "--record", path, "--source", "The Test", "--date", "2021-05").code == 0
    return path
