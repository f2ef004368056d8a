"""`dissensus camps`."""

from __future__ import annotations

import signal
from pathlib import Path
from typing import Any

import pytest
from cli_types import Command

from dissensus.network import solve
from dissensus.record.record import Record

TIES = "source,target,sign,window\na,b,1,1\nb,c,-1,1\na,c,-1,1\nc,d,1,1\na,d,1,1\nx,y,-1,2\n"


@pytest.fixture
def ties(tmp_path: Path) -> Path:
    path = tmp_path / "ties.csv"
    path.write_text(TIES)
    return path


def test_a_line_for_every_window(run: Command, ties: Path) -> None:
    ended = run("camps", "--edges", ties, "--json")
    first, second = ended.lines
    assert ended.code == 0
    assert {"k", "frustration", "lower_bound", "proven", "seconds", "camps", "settled", "swing"} <= first.keys()
    assert (first["window"], first["k"], first["frustration"], first["lower_bound"]) == ("1", 2, 1, 1)
    assert first["proven"] is True
    assert sorted(sorted(camp) for camp in first["camps"]) == [["a", "b"], ["c", "d"]] or len(first["swing"]) > 0
    assert sorted(first["settled"] + first["swing"]) == ["a", "b", "c", "d"]
    assert second["camps"] == [["x"], ["y"]]
    assert second["unexplained"] == []


@pytest.mark.parametrize(("k", "frustration"), [("1", 2), ("2", 1), ("3", 1), ("free", 1), ("best", 2)])
def test_numbers_of_camps(run: Command, ties: Path, k: str, frustration: int) -> None:
    made = run("camps", "--edges", ties, "--json", "--k", k).lines[0]
    assert made["frustration"] == frustration
    assert ("numbers" in made) == (k == "best")


def test_the_words_for_people(run: Command, ties: Path) -> None:
    ended = run("camps", "--edges", ties)
    assert ended.code == 0
    assert "proven: the least that any split into 2 camps can leave" in ended.out
    assert "Camp 1 (" in ended.out
    assert "Ties that do not fit:" in ended.out


def test_weights_count_unless_they_are_not_to(run: Command, tmp_path: Path) -> None:
    path = tmp_path / "ties.csv"
    path.write_text("source,target,sign,weight\na,b,1,0.5\nb,c,-1,2\na,c,1,0.25\nc,c,1,1\nb,a,0,1\na,d,1,1\nd,a,-1,1\n")
    ended = run("camps", "--edges", path, "--json")
    assert ended.json["frustration"] == 0.25
    assert ended.json["unexplained"][0]["source"] == "a"
    assert "1 line with sign 0" in ended.err
    assert "1 line that tie" in ended.err
    assert "1 pair whose signs cancel" in ended.err
    assert run("camps", "--edges", path, "--json", "--unweighted").json["frustration"] == 1


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ((), 2, "give a record or --edges FILE"),
        (("--edges", "none.csv"), 3, "there is no such file"),
        (("none.db",), 4, "no such record"),
        (("--edges", "ties.csv", "--at", "2019"), 2, "column window"),
        (("--edges", "ties.csv", "--k", "0"), 2, "is no number of camps"),
        (("--edges", "ties.csv", "--k", "two"), 2, "is no number of camps"),
        (("--edges", "ties.csv", "--plot", "x.svg"), 2, "holds 2 windows"),
    ],
)
def test_what_cannot_be_done_is_said(
    run: Command, ties: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], code: int, said: str
) -> None:
    monkeypatch.chdir(ties.parent)
    ended = run("camps", *arguments)
    assert (ended.code, ended.out) == (code, "")
    assert said in ended.err
    assert ended.err.count("\n") == 1


def test_an_empty_record_helps_on(run: Command, tmp_path: Path) -> None:
    Record(tmp_path / "r.db", create=True)
    ended = run("camps", tmp_path / "r.db")
    assert ended.code == 0
    assert "`dissensus network`" in ended.out


def test_ctrl_c_prints_the_best_so_far(run: Command, ties: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    annealed = solve.first_split

    def interrupted(*arguments: Any) -> Any:
        signal.raise_signal(signal.SIGINT)
        return annealed(*arguments)

    monkeypatch.setattr(solve, "first_split", interrupted)
    ended = run("camps", "--edges", ties, "--json")
    assert ended.code == 130
    (only,) = ended.lines
    assert only["stopped"] is True
    assert only["lower_bound"] <= only["frustration"] <= 2
