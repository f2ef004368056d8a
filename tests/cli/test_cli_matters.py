"""The commands on matters: what sources speak of, side by side, and what people decide."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from cli_types import Command

from dissensus.matters.matter import Matter, Position, Stance
from dissensus.matters.planted import plant
from dissensus.record.ingest import default_analyser as real_analyser
from dissensus.record.record import Record

TEXTS = {
    "north": "Arde attacked Belma in 2012.\n\nArde supports Corvo.\n\nDunia leads Estro.\n\nBelma counts 400 in 2012.",
    "south": "Arde attacked Belma in 2012.\n\nArde opposes Corvo.\n\nDunia leads Estro.\n\nBelma counts 90 in 2012.",
    "east": "Hesta denies Arde attacked Belma in 2012.\n\nArde murdered Corvo.\n\nFonda met Garba in 2013.\n\n"
    "Garba denies Hesta betrayed Corvo.",
}


@pytest.fixture
def papers(run: Command, tmp_path: Path) -> Path:
    """A record of three papers that do not agree."""
    folder = tmp_path / "papers"
    folder.mkdir()
    for number, (name, text) in enumerate(TEXTS.items(), 1):
        head = f"title: The {name}\nsource: {name.capitalize()} Post\ndate: 2014-0{number}-01\nlanguage: en"
        (folder / f"{name}.md").write_text(f"---\n{head}\n---\n\n{text}\n", encoding="utf-8")
    path = tmp_path / "papers.db"
    assert run("read", folder, "--record", path).code == 0
    return path


def attack(run: Command, papers: Path) -> Matter:
    [told] = run("matters", papers, "--actor", "Belma", "--kind", "event", "--json").lines
    return Matter.model_validate(told)


@pytest.mark.parametrize(
    "command",
    [("matters",), ("sources",), ("predictions",), ("matter", "show"), ("matter", "decisions"), ("compare",)],
)
def test_a_missing_record_is_told_and_not_made(run: Command, tmp_path: Path, command: tuple[str, ...]) -> None:
    further = {("matter", "show"): ["m1234"], ("compare",): ["A", "B"]}.get(command, [])
    ended = run(*command, tmp_path / "none.db", *further)
    assert (ended.code, ended.out) == (4, "")
    assert "there is no such record" in ended.err
    assert not (tmp_path / "none.db").exists()


def test_an_empty_record(run: Command, tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    with Record(path, create=True):
        pass
    assert "holds no matters yet" in run("matters", path).out
    assert "holds no statements yet" in run("sources", path).out
    assert "predicts anything" in run("predictions", path).out
    assert "No one has split or joined" in run("matter", "decisions", path).out
    for arguments in (("compare", path, "A", "B"), ("matter", path, "m1234")):
        ended = run(*arguments)
        assert ended.code == 5
        assert ended.err.count("\n") == 1


def test_matters_list_who_stands_where(run: Command, papers: Path) -> None:
    told = run("matters", papers).out
    head, *_ = told.splitlines()
    assert "Arde" in head
    assert re.search(r"states +North Post, South Post", told)
    assert re.search(r"denies +Hesta", told)
    assert "dispute" in told
    matter = attack(run, papers)
    assert matter.stances == {Stance.STATES: 2, Stance.DENIES: 1}
    assert matter.title in told


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (["--kind", "event"], {"Arde", "Fonda"}),
        (["--actor", "Fonda"], {"Fonda"}),
        (["--source", "Hesta"], {"Arde"}),
        (["--stance", "denies"], {"Arde", "Hesta"}),
        (["--differs", "whether", "--kind", "event"], {"Arde"}),
        (["--disputed", "--kind", "event"], {"Arde"}),
        (["--since", "2013", "--kind", "event"], {"Fonda"}),
        (["--until", "2012", "--kind", "event"], {"Arde"}),
        (["--text", "garba"], {"Fonda"}),
        (["--min-sources", "3"], {"Arde"}),
    ],
)
def test_matters_that_are_like_this(run: Command, papers: Path, options: list[str], found: set[str]) -> None:
    lines = run("matters", papers, *options, "--json").lines
    assert {line["actors"][0]["name"] for line in lines} == found
    assert f"{len(lines)} matter" in run("matters", papers, *options).out


def test_matters_that_are_not_there(run: Command, papers: Path) -> None:
    assert "Nothing matches" in run("matters", papers, "--text", "nowhere").out
    assert run("matters", papers, "--source", "West Post").code == 5
    assert run("matters", papers, "--since", "2013", "--until", "2012").code == 2
    assert run("matters", papers, "--stance", "silent").code == 2
    assert "go on with --offset 1" in run("matters", papers, "--limit", "1").out
    assert "smaller --offset" in run("matters", papers, "--offset", "99").out


def test_a_matter_side_by_side(run: Command, papers: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    matter = attack(run, papers)
    monkeypatch.setenv("COLUMNS", "120")
    wide = run("matter", papers, matter.id).out
    assert re.search(r"North Post +South Post +Hesta \(as reported\)", wide)
    assert re.search(r"states +states +denies", wide)
    assert "[3]  The east, 2014-03-01" in wide
    monkeypatch.setenv("COLUMNS", "50")
    narrow = run("matter", papers, matter.id[:6]).out
    assert re.search(r"^South Post$", narrow, re.MULTILINE)
    for told, width in ((wide, 120), (narrow, 50)):
        assert all(len(line) <= width for line in told.splitlines())
        assert "Arde attacked Belma" in " ".join(told.split())


def test_a_matter_as_json_and_why(run: Command, papers: Path) -> None:
    matter = attack(run, papers)
    told = run("matter", "show", papers, matter.statements[0], "--json", "--why").json
    assert Matter.model_validate(told["matter"]) == matter
    positions = [Position.model_validate(position) for position in told["positions"]]
    assert {position.source.name for position in positions} >= {"North Post", "South Post", "Hesta"}
    for position in positions:
        assert bool(position.quotes) is (position.stance is not Stance.SILENT)
    assert {join["statement"] for join in told["joins"]} == set(matter.statements)
    assert "Why the statements are taken together" in run("matter", papers, matter.id, "--why").out
    assert run("matter", papers, "mffffffff").code == 5


def test_split_join_and_undo(run: Command, papers: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "tester")
    matter = attack(run, papers)
    out = matter.statements[-1]
    assert "Split, as decision 1 by Ana" in run("matter", "split", papers, matter.id, out[:8], "--by", "Ana").out
    apart = run("matters", papers, "--actor", "Belma", "--kind", "event", "--json").lines
    assert sorted(len(line["statements"]) for line in apart) == [1, 2]
    assert run("read", papers.parent / "papers", "--record", papers, "--again").code == 0
    assert len(run("matters", papers, "--actor", "Belma", "--kind", "event", "--json").lines) == 2
    joined = run("matter", "join", papers, *(line["id"] for line in apart), "--note", "one attack", "--json").json
    assert (joined["number"], joined["by"], joined["note"]) == (2, "tester", "one attack")
    assert set(attack(run, papers).statements) == set(matter.statements)
    assert "Undone: decision 2" in run("matter", "undo", papers, "2").out
    assert len(run("matters", papers, "--actor", "Belma", "--kind", "event", "--json").lines) == 2
    assert run("matter", "undo", papers, "1").code == 0
    assert attack(run, papers).statements == matter.statements
    assert run("matter", "undo", papers, "1").code == 5
    assert run("matter", "decisions", papers, "--json").lines == []
    assert [line["number"] for line in run("matter", "decisions", papers, "--undone", "--json").lines] == [1, 2]
    assert "one attack" in run("matter", "decisions", papers, "--undone").out


def test_decisions_that_cannot_be(run: Command, papers: Path) -> None:
    matter = attack(run, papers)
    assert run("matter", "split", papers, matter.id, *matter.statements).code == 1
    assert run("matter", "split", papers, matter.id, "ffffffff").code == 5
    assert run("matter", "join", papers, matter.id, matter.id).code == 1
    assert run("matter", "split", papers, matter.id, matter.statements[0], "--by", " ").code == 2


def test_sources(run: Command, papers: Path) -> None:
    told = run("sources", papers).out
    assert re.search(r"North Post\n +says +4 statements in 1 document: event 1, tie 2, figure 1", told)
    assert re.search(r"calls Arde: “murdered”", told)
    assert re.search(r"^1 +North Post +· +2/\d", told, re.MULTILINE)
    assert "What divides them most" in told
    found = run("sources", papers, "--json").json
    profiles = {profile["source"]["name"]: profile for profile in found["sources"]}
    assert [word["term"] for word in profiles["East Post"]["words"]] == ["murdered"]
    assert profiles["Garba"]["words"] == []  # it denies that word
    assert sum(profile["statements"] for profile in profiles.values()) == 12
    pair = next(p for p in found["agreement"]["pairs"] if p["first"]["name"] == "North Post")
    assert pair["alpha"] is None  # too few to tell


def test_sources_that_share_enough(run: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plant(tmp_path / "planted.db", seed=2, documents=80, statements=2000)
    monkeypatch.setenv("COLUMNS", "80")
    told = run("sources", tmp_path / "planted.db").out
    assert re.search(r"^  .+ and .+: alpha -?[01]\.\d\d$", told, re.MULTILINE)
    assert re.search(r"All sources, on \d+ matters", told)
    assert "Who sides with whom" in told
    assert all(len(line) <= 80 for line in told.splitlines())
    name = told.splitlines()[0]
    assert re.search(r"alpha -?[01]\.\d\d", run("sources", tmp_path / "planted.db", "--source", name).out)


def test_one_source_in_full(run: Command, papers: Path) -> None:
    told = run("sources", papers, "--source", "north post").out
    assert "East Post" not in told
    assert re.search(r"South Post +\d +\d +\d +too few", told)
    assert "No other source" in run("sources", papers, "--source", "East Post").out
    ended = run("sources", papers, "--source", "West Post")
    assert ended.code == 5
    assert "North Post" in ended.err


def test_compare(run: Command, papers: Path) -> None:
    told = run("compare", papers, "North Post", "South Post").out
    assert "take the same side on 2 of" in told
    assert re.search(r"North Post +South Post", told)
    found = run("compare", papers, "North Post", "Hesta", "--json").json
    assert [difference["second"]["source"]["name"] for difference in found["parted"]] == ["Hesta"]
    assert found["agreement"]["shared"] == 1
    assert "no matter on which both take a side" in run("compare", papers, "North Post", "East Post").out
    ended = run("compare", papers, "North Post", "north post")
    assert ended.code == 3
    assert "two different sources" in ended.err
    assert "speaks for the other" not in told


def test_who_speaks_for_a_publisher_is_told(run: Command, tmp_path: Path) -> None:
    (tmp_path / "own.md").write_text(
        "---\ntitle: Brief\nsource: Arde\ndate: 2014\nlanguage: en\n---\n\nArde says Belma attacked Corvo in 2012.\n",
        encoding="utf-8",
    )
    path = tmp_path / "own.db"
    assert run("read", tmp_path / "own.md", "--record", path).code == 0
    assert "speaks for the other" in run("compare", path, "publisher:arde", "holder:found:arde").out


@pytest.fixture(scope="module")
def foretold(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of what was predicted, found by the real analyser."""
    folder = tmp_path_factory.mktemp("foretold")
    texts = {
        "before": ("2020-03-01", "Peru will invade Chile in 2021. Inflation in Ghana will reach 90 percent in 2022."),
        "after": ("2024-05-01", "In 2021 the army of Peru invaded Chile."),
    }
    for name, (date, text) in texts.items():
        head = f"title: {name}\nsource: {name} paper\ndate: {date}\nlanguage: en"
        (folder / f"{name}.md").write_text(f"---\n{head}\n---\n\n{text}\n", encoding="utf-8")
    path = folder / "foretold.db"
    with Record(path, create=True) as record:
        record.read([folder / f"{name}.md" for name in texts], analyser=real_analyser)
    return path


def test_predictions(run: Command, foretold: Path) -> None:
    told = run("predictions", foretold).out
    assert re.search(r"^fulfilled: Peru attacks Chile", told, re.MULTILINE)
    assert "“In 2021 the army of Peru invaded Chile”" in told
    assert re.search(r"^open: Ghana", told, re.MULTILINE)
    assert told.endswith("2 predictions: 1 fulfilled, 1 open.\n")
    [line] = run("predictions", foretold, "--verdict", "fulfilled", "--json").lines
    assert line["outcomes"][0]["verdict"] == line["verdict"] == "fulfilled"
    assert "go on with --offset 1" in run("predictions", foretold, "--limit", "1").out
    assert "smaller --offset" in run("predictions", foretold, "--offset", "9").out
    assert run("predictions", foretold, "--offset", "1", "--limit", "1", "--json").lines[0]["verdict"] == "open"


def test_predictions_that_are_like_this(run: Command, foretold: Path) -> None:
    for options, found in (
        (["--actor", "Ghana"], 1),
        (["--kind", "event"], 1),
        (["--since", "2022"], 1),
        (["--until", "2021"], 1),
        (["--source", "before paper"], 2),
        (["--source", "after paper"], 0),
        (["--holder", "author"], 2),
    ):
        assert len(run("predictions", foretold, *options, "--json").lines) == found, options
    assert run("predictions", foretold, "--source", "after paper").out == "No prediction is like that.\n"
    assert run("predictions", foretold, "--actor", "Nobody At All").code == 5
    assert run("predictions", foretold, "--since", "2023", "--until", "2022").code == 2
