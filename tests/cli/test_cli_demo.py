"""`dissensus demo`: the examples are there, and the first look shows something of each part."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_types import Command

from dissensus.cli import demo
from dissensus.errors import DissensusError, RecordNotWritableError
from dissensus.record.record import Record

HEADINGS = ("Documents", "Chief actors", "Ties", "Events in order of date", "Where sources part ways", "Go on")


def test_first_look(run: Command, texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demo, "examples", lambda: texts)
    monkeypatch.chdir(tmp_path)
    ended = run("demo")
    assert ended.code == 0, ended.err
    places = [ended.out.index(f"\n{heading}\n") for heading in HEADINGS]
    assert places == sorted(places)
    assert (tmp_path / f"{demo.EXAMPLE}.db").exists()
    assert all(len(line) <= 100 for line in ended.out.splitlines())
    again = run("demo")
    assert again.code == 0
    assert again.out[again.out.index("Chief actors") :] == ended.out[ended.out.index("Chief actors") :]


def test_events_come_in_order_of_date(
    run: Command, texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(demo, "examples", lambda: texts)
    look = run("demo", "--record", tmp_path / "r.db", "--json").json
    dates = [event["event"]["date"]["start"] for event in look["events"]]
    assert len(dates) > 2
    assert dates == sorted(dates)
    assert len(look["documents"]) == 8
    assert look["ties"]
    assert look["matters"]


def test_no_place_to_write_but_the_temporary_folder(
    run: Command, texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(demo, "examples", lambda: texts)
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path))
    make = Record.__init__

    def refused(self: Record, path: Path, *, create: bool = False) -> None:
        if not Path(path).is_absolute():
            raise RecordNotWritableError("no", where=str(path))
        make(self, path, create=create)

    monkeypatch.setattr(Record, "__init__", refused)
    assert run("demo").code == 0
    assert (tmp_path / f"{demo.EXAMPLE}.db").exists()


def test_missing_examples_are_told(run: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demo, "EXAMPLE", "nothing-of-this-name")
    with pytest.raises(DissensusError, match="examples are missing"):
        demo.examples()
    ended = run("demo", "--record", tmp_path / "r.db")
    assert (ended.code, ended.err.count("\n")) == (1, 1)


def test_the_examples_are_here() -> None:
    names = {path.suffix for path in Path(str(demo.examples())).iterdir()}
    assert {".html", ".pdf", ".docx"} <= names
