"""The commands that show networks."""

from __future__ import annotations

import csv
import io
import sys
from pathlib import Path

import pytest
from cli_types import Command

from dissensus.record.record import Record

sys.path.insert(0, str(Path(__file__).parents[1] / "network"))

from network_fakes import told

LEFT = (
    "2020: tie a b 1 from=2018 to=2018; tie b c 1 from=2018 to=2018; tie a c 1 from=2018 to=2018;"
    " tie a x -1 from=2018 to=2018; tie x y 1 from=2018 to=2018; tie a b 1 from=2019 to=2019;"
    " event c x 10 on=2019-03-04; tie x y 1 from=2019; tie a x -1 from=2019 to=2019; event a c -9 on=2019-02-02"
)
RIGHT = "2020: tie a b -1; event president bol.army 5 on=2019-10-10"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return told(tmp_path, left=LEFT, right=RIGHT).path


def test_a_network_is_summed_up(run: Command, path: Path) -> None:
    ended = run("network", path)
    said = " ".join(ended.out.split())
    assert ended.code == 0
    assert "at all times, as told by Left, Right" in said
    assert "actors 7" in said
    assert "ties 6: 5 friendly, 1 hostile" in said
    assert "contested 1 pair" in said
    assert "a and b: for Left +1.00; against Right -1.00" in said
    assert "no two camps leave less" in said
    assert all(len(line) <= 100 for line in ended.out.splitlines())


def test_a_network_for_programs(run: Command, path: Path) -> None:
    ended = run("network", path, "--json", "--at", "2019-12", "--told-by", "left").json
    assert (ended["window"], ended["told_by"]) == ({"since": "2019-12-01", "until": "2019-12-31"}, ["Left"])
    ties = {(tie["source"], tie["target"]): tie for tie in ended["ties"]}
    assert ties.keys() == {("a", "b"), ("a", "c"), ("a", "x"), ("c", "x"), ("x", "y")}
    (vote,) = ties["c", "x"]["votes"]
    assert vote["value"] == 1.0
    with Record(path) as record:
        assert record.statement(vote["statements"][0]).evidence.quote == "event c x 10 on=2019-03-04"
    assert len(run("network", path, "--json", "--limit", 2).json["ties"]) == 2
    states = run("network", path, "--json", "--level", "state", "--window", "2019-10/2019-10").json
    assert [actor["id"] for actor in states["actors"]] == ["a", "b", "x", "y"]


def test_ties_of_some_relations_and_events_of_some_types(run: Command, path: Path) -> None:
    whole = run("network", path, "--json").json["ties"]
    ended = run("network", path, "--json", "--relation", "opposes", "--type", "accuse").json
    assert 0 < len(ended["ties"]) < len(whole)
    assert {tie["sign"] for tie in ended["ties"]} == {-1}
    hostile = ["--relation", "opposes", "--type", "accuse"]
    assert "only opposes, ACCUSE" in " ".join(run("network", path, *hostile).out.split())
    assert f"{len(ended['ties'])}: 0 friendly" in run("camps", path, *hostile).out


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--at", "2019", "--window", "2018/2019"], "give a date or a window, not both"),
        (["--at", "soon"], "'soon' is no date"),
        (["--window", "2020/2019"], "ends before it begins"),
        (["--window", "/"], "it is empty"),
        (["--commitment", "denied"], "denied never counts"),
        (["--plot", "picture.jpg"], "as .svg or .png"),
        (["--min-confidence", "2"], "--min-confidence"),
    ],
)
def test_what_cannot_be_asked_is_told(run: Command, path: Path, options: list[str], said: str) -> None:
    ended = run("network", path, *options)
    assert (ended.code, ended.out) == (2, "")
    assert said in ended.err
    assert ended.err.count("\n") == 1


def test_unknown_sources_are_told(run: Command, path: Path) -> None:
    for command in (["network", path, "--told-by", "x"], ["compare-networks", path, "left", "x"]):
        ended = run(*command)
        assert (ended.code, ended.out) == (5, "")
        assert "no source 'x'; its sources are: Left, Right" in ended.err


@pytest.mark.parametrize("command", ["network", "drift"])
def test_records_without_ties_help_on(run: Command, tmp_path: Path, command: str) -> None:
    Record(tmp_path / "empty.db", create=True)
    assert "holds no statements yet" in run(command, tmp_path / "empty.db").out
    with told(tmp_path, one=": tie a b 1 how=denied; event a b 5 how=denied") as record:
        ended = run(command, record.path)
    assert ended.code == 0
    assert "--commitment predicted" in " ".join(ended.out.split())
    assert run(command, tmp_path / "none.db").code == 4


def test_pictures_are_drawn(run: Command, path: Path, tmp_path: Path) -> None:
    ended = run("network", path, "--plot", tmp_path / "picture.svg", "--limit", 1)
    assert ended.code == 0
    assert "drew" in ended.err
    assert (tmp_path / "picture.svg").read_bytes().startswith(b"<?xml")
    ended = run("network", path, "--plot", tmp_path / "none" / "picture.svg")
    assert (ended.code, ended.out) == (1, "")
    assert "picture.svg: the picture cannot be written (no such file or directory)" in ended.err


def test_drift_tells_who_changed_sides_and_on_what(run: Command, path: Path) -> None:
    ended = run("drift", path, "--told-by", "left")
    said = " ".join(ended.out.split())
    assert ended.code == 0
    assert "c left camp 1 (a) and joined camp 2 (x)" in said
    assert "stands with x, before nothing was told" in said
    assert "“event c x 10 on=2019-03-04” (Left," in said
    assert "stands against a, before with it" in said
    assert "at that time:" in said


def test_drift_for_programs(run: Command, path: Path) -> None:
    steps = run("drift", path, "--told-by", "left", "--json", "--events", 2).lines
    assert [step["window"] for step in steps] == ["2018", "2019", "2020"]
    (change,) = [change for step in steps for change in step["changes"]]
    assert (change["actor"], change["left"], change["joined"], change["certain"]) == ("c", 1, 2, True)
    assert len(change["events"]) == 2
    assert run("drift", path, "--camps", 1).code == 2
    assert run("drift", path, "--window", "1000/9000", "--months", 1).code == 1


def test_two_sources_are_compared(run: Command, path: Path) -> None:
    ended = run("compare-networks", path, "left", "right")
    said = " ".join(ended.out.split())
    assert ended.code == 0
    assert "Told oppositely: 1 pair a and b left: friends (+1.00)" in said
    assert "right: enemies (-1.00) “tie a b -1”" in said
    found = run("compare-networks", path, "left", "right", "--json").json
    assert (found["signs"], found["opposite"][0]["a"]) == (1.0, "a")
    assert "no pair in common" in run("compare-networks", path, "left", "right", "--window", "2018").out


def test_networks_are_exported(run: Command, path: Path, tmp_path: Path) -> None:
    ended = run("export", "network", path, "--format", "csv", "--window", "2018", "--told-by", "left")
    rows = list(csv.DictReader(io.StringIO(ended.out)))
    assert [(row["source"], row["target"], row["sign"]) for row in rows] == [
        ("a", "b", "1"), ("a", "c", "1"), ("a", "x", "-1"), ("b", "c", "1"), ("x", "y", "1"),
    ]  # fmt: skip
    ended = run("export", "network", path, "--format", "gexf", "-o", tmp_path / "out.gexf")
    assert (ended.code, ended.err) == (
        0,
        f"dissensus: wrote {len(run('export', 'network', path).lines)} ties to {tmp_path / 'out.gexf'}\n",
    )
    assert "holds networks only" in run("export", "actors", path, "--format", "graphml").err
    assert "export network with them" in run("export", "actors", path, "--at", "2019").err


def test_ctrl_c_shows_the_windows_that_are_done(run: Command, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from dissensus.network import dividing
    from dissensus.network.drift import Divide, Split
    from dissensus.network.graph import SignedGraph

    made = dividing.divider

    def divider(*given: object, **options: object) -> Divide:
        divide, done = made(), []

        def stops(graph: SignedGraph) -> Split:
            if done:
                raise KeyboardInterrupt
            done.append(graph)
            return divide(graph)

        return stops

    monkeypatch.setattr(dividing, "divider", divider)
    ended = run("drift", path)
    assert (ended.code, ended.err) == (130, "dissensus: stopped by Ctrl-C after 1 window\n")
    assert "2018" in ended.out
    assert "2019 " not in ended.out
