"""The commands that ask a record, and what all commands have in common."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import resource
import subprocess
import sys
from pathlib import Path

import pytest
import typer.main
from cli_types import Command

from dissensus.cli import output
from dissensus.cli.app import app
from dissensus.cli.exit_codes import EXIT_CODES
from dissensus.errors import DissensusError
from dissensus.exchange.kinds import SCHEMAS
from dissensus.record.record import Record

DOCS = Path(__file__).parents[2] / "docs"
ASKING = ("documents", "statements", "info", "actors")


@pytest.mark.parametrize("command", ASKING)
def test_a_missing_record_is_told_and_not_made(run: Command, tmp_path: Path, command: str) -> None:
    ended = run(command, tmp_path / "none.db")
    assert (ended.code, ended.out) == (4, "")
    assert "there is no such record" in ended.err
    assert ended.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", ASKING)
def test_an_empty_record_helps_on(run: Command, tmp_path: Path, command: str) -> None:
    Record(tmp_path / "r.db", create=True)
    ended = run(command, tmp_path / "r.db")
    assert ended.code == 0
    assert "yet" in ended.out


def test_statements_stand_in_context(run: Command, record: Path) -> None:
    ended = run("statements", record, "--kind", "tie", "--limit", 2)
    assert ended.code == 0
    first = next(iter(Record(record).statements(kind_filter("tie"))))
    assert f"«{first.evidence.quote}»" in " ".join(ended.out.split())
    assert first.id in ended.out
    assert "stated by the author, confidence" in ended.out
    assert "go on with --offset 2" in ended.out
    assert "\x1b" not in ended.out
    assert all(len(line) <= 100 for line in ended.out.splitlines())
    assert not any(line.endswith(" ") for line in ended.out.splitlines())


def kind_filter(kind: str):  # type: ignore[no-untyped-def]
    from dissensus import Kind, StatementFilter

    return StatementFilter(kinds=(Kind(kind),))


def test_statements_as_json_are_the_model(run: Command, record: Path) -> None:
    lines = run("statements", record, "--json").lines
    found = [statement.model_dump(mode="json", by_alias=True) for statement in Record(record).statements()]
    assert lines == found
    assert len(found) > 20


@pytest.mark.parametrize(
    "options",
    [
        ["--actor", "arde"],
        ["--pair", "Arde", "Belma"],
        ["--source", "the test"],
        ["--holder", "author"],
        ["--commitment", "denied", "--commitment", "alleged"],
        ["--kind", "event", "--type", "assault"],
        ["--relation", "supports"],
        ["--sign", "-1"],
        ["--since", "2012", "--until", "2014"],
        ["--text", "supports"],
        ["--min-confidence", "0.7"],
        ["--document", "3.txt"],
        ["--review", "unreviewed"],
        ["--order", "date"],
        ["--offset", "5"],
    ],
)
def test_every_filter_is_heard(run: Command, record: Path, options: list[str]) -> None:
    everything, some = run("statements", record, "--json").lines, run("statements", record, "--json", *options)
    assert some.code == 0, some.err
    if options[0] in ("--source", "--review"):
        assert some.lines == everything
    else:
        assert 0 < len(some.lines) <= len(everything)
        assert some.lines != everything


@pytest.mark.parametrize(
    ("options", "code", "message"),
    [
        (["--actor", "nobody"], 5, "knows no actor 'nobody'"),
        (["--source", "nothing"], 5, "its sources are: The Test"),
        (["--kind", "rumour"], 2, "not one of 'event', 'tie'"),
        (["--since", "soon"], 2, "'soon' is no date"),
        (["--min-confidence", "2"], 2, "--min-confidence"),
        (["--bogus"], 2, "No such option"),
        (["--actor", ""], 2, "it is empty"),
        (["--text", "?!"], 2, "there is no word in '?!'"),
        (["--pair", "Arde", " "], 2, "it is empty"),
        (["--since", "2020", "--until", "2019-12"], 2, "--since 2020 is after --until 2019-12"),
    ],
)
def test_mistakes_are_one_line(run: Command, record: Path, options: list[str], code: int, message: str) -> None:
    ended = run("statements", record, *options)
    assert ended.code == code
    assert message in ended.err
    assert ended.err.startswith("dissensus: error: ")
    assert ended.err.count("\n") == 1


def test_nothing_matches_and_says_what_to_try(run: Command, record: Path) -> None:
    ended = run("statements", record, "--text", "zebra")
    assert ended.code == 0
    assert ended.out.startswith("Nothing matches, of ")
    assert run("statements", record, "--offset", 9999).out.startswith("Only ")
    assert "No document is like that" in run("documents", record, "--text", "zebra").out
    assert "No actor is like that" in run("actors", record, "--search", "zebra").out


def test_documents(run: Command, record: Path) -> None:
    ended = run("documents", record)
    assert ended.code == 0
    assert ended.out.count("The Test") == 8
    lines = run("documents", record, "--json").lines
    assert [line["path"] for line in lines] == [f"{number}.txt" for number in range(8)]
    assert all(line["statements"] > 0 and line["date"] == "2021-05" and "text" not in line for line in lines)


def test_actors(run: Command, record: Path) -> None:
    ended = run("actors", record, "--limit", 3)
    assert ended.code == 0
    assert len(ended.out.splitlines()) == 4
    assert run("actors", "list", record, "--limit", 3).out == ended.out
    (arde,) = run("actors", record, "--search", "ARDE", "--json").lines
    assert (arde["id"], arde["origin"]) == ("found:arde", "found")
    assert arde["statements"] > 0


def test_show_each_kind(run: Command, record: Path) -> None:
    opened = Record(record)
    for statement in opened.statements():
        ended = run("show", record, statement.id)
        assert ended.code == 0
        assert f"«{statement.evidence.quote}»" in " ".join(ended.out.split())
        assert run("show", record, statement.id, "--json").json["id"] == statement.id
        if statement.kind == "label":
            break
    document = next(opened.documents()).document
    assert document.text.strip()[-40:] in run("show", record, document.id).out
    assert run("show", record, "0.txt", "--json").json["text"] == document.text
    assert "found:belma" in run("show", record, "belma").out
    ended = run("show", record, "nobody")
    assert ended.code == 5
    assert "no statement, document or actor" in ended.err
    assert "4 or more characters" not in ended.err
    assert "4 or more characters" in run("show", record, "ab").err


def test_export_to_file_and_to_standard_output(run: Command, record: Path, tmp_path: Path) -> None:
    printed = run("export", "statements", record)
    ended = run("export", "statements", record, "--format", "jsonl", "-o", tmp_path / "out.jsonl")
    assert ended.code == 0
    assert (tmp_path / "out.jsonl").read_text() == printed.out
    assert "wrote" in ended.err
    for format in ("csv", "parquet"):
        assert run("export", "actors", record, "--format", format, "-o", tmp_path / f"a.{format}").code == 0
        assert (tmp_path / f"a.{format}").stat().st_size > 100
    ended = run("export", "actors", record, "-o", tmp_path / "none" / "a.csv")
    assert ended.code == 1
    assert "cannot be written" in ended.err


def test_an_export_does_not_take_the_place_of_the_record(run: Command, record: Path) -> None:
    before = record.read_bytes()
    ended = run("export", "statements", record, "-o", record)
    assert (ended.code, ended.err.count("\n")) == (1, 1)
    assert "the record itself" in ended.err
    assert record.read_bytes() == before


def test_ids_may_be_shortened_but_not_ambiguous(run: Command, record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = next(iter(Record(record).statements()))
    assert run("show", record, first.id[:8], "--json").json["id"] == first.id
    assert run("show", record, first.id[:3]).code == 5
    monkeypatch.setattr("dissensus.record.filters.SHORTEST_ID", 1)
    monkeypatch.setattr("dissensus.record.querying.SHORTEST_ID", 1)
    starts = [statement.id[0] for statement in Record(record).statements()]
    shared = max(starts, key=starts.count)
    ended = run("show", record, shared)
    assert (ended.code, ended.err.count("\n")) == (5, 1)
    assert "several statements are called so; give one of these ids: " in ended.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk to write to")
def test_output_that_cannot_be_written_is_told(record: Path) -> None:
    for command in ("statements", "info", "export"):
        arguments = [command, "statements", str(record)] if command == "export" else [command, str(record)]
        with Path("/dev/full").open("wb") as full:
            ended = subprocess.run(
                [sys.executable, "-m", "dissensus", *arguments],
                stdout=full,
                stderr=subprocess.PIPE,
                text=True,
                check=False,
            )
        assert (ended.returncode, ended.stderr.count("\n")) == (1, 1), ended.stderr
        assert "standard output cannot be written" in ended.stderr


def test_no_locale_stops_a_quote(record: Path) -> None:
    command = [sys.executable, "-m", "dissensus", "statements", str(record), "--limit", "2"]
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    ended = subprocess.run(command, capture_output=True, check=True, env=environment)
    assert "«" in ended.stdout.decode("utf-8")


def test_the_module_ends_as_the_command_does(record: Path) -> None:
    command = [sys.executable, "-m", "dissensus", "show", str(record), "nobody"]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 5


def test_without_a_command_there_is_help(run: Command) -> None:
    ended = run()
    assert ended.code == 0
    assert ended.out.startswith("Usage: dissensus")
    assert ended.err == ""


def test_an_interrupt_while_loading_is_quiet(run: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(output, "speak_utf8", interrupted)
    ended = run("--help")
    assert (ended.code, ended.out, ended.err) == (130, "", "")


def test_a_narrow_screen_breaks_no_words(record: Path) -> None:
    command = [sys.executable, "-m", "dissensus", "documents", str(record)]
    for columns in ("40", "100"):
        ended = subprocess.run(
            command, capture_output=True, text=True, check=True, env={**os.environ, "COLUMNS": columns}
        )
        assert all(len(line) <= int(columns) for line in ended.stdout.splitlines())
        assert ended.stdout.count("The Test") == 8
        assert "statements" in ended.stdout


@pytest.mark.parametrize("type_", SCHEMAS)
def test_schema(run: Command, type_: str) -> None:
    schema = run("schema", type_).json
    assert set(schema["properties"]) == set(SCHEMAS[type_].model_fields)
    assert run("schema").json[type_] == schema


def test_info(run: Command, record: Path, texts: Path) -> None:
    (texts / "empty.txt").write_text("")
    run("read", texts, "--record", record)
    ended = run("info", record)
    assert ended.code == 0
    assert "8 documents" in ended.out
    assert "empty.txt: " in ended.out
    found = run("info", record, "--json").json
    assert (found["documents"], found["failed"]) == (8, 1)


def test_import_actors(run: Command, tmp_path: Path) -> None:
    table, path = tmp_path / "actors.csv", tmp_path / "r.db"
    table.write_text("name,type,country,aliases\nUnion of Test Writers,union,BOL,UTW\n")
    ended = run("actors", "import", table, "--record", path, "--format", "csv")
    assert (ended.code, ended.out) == (0, "Imported 1 actor; the next `dissensus read` knows them.\n")
    (actor,) = run("actors", path, "--origin", "imported", "--json").lines
    assert (actor["name"], actor["country"], actor["aliases"]["en"]) == ("Union of Test Writers", "BOL", ["UTW"])
    cameo = tmp_path / "actors.txt"
    cameo.write_text("TEST_LEAGUE_ [BOLOPP]\n+LEAGUE_OF_TESTS_\n")
    assert run("actors", "import", cameo, "--record", path, "--format", "cameo", "--json").json["imported"] == 1
    assert run("actors", path, "--search", "league of tests", "--json").lines[0]["country"] == "BOL"
    ended = run("actors", "import", tmp_path / "none.csv", "--record", path)
    assert ended.code == 3
    assert ended.err.count("\n") == 1


def test_version(run: Command) -> None:
    assert re.fullmatch(r"dissensus \d+\.\d+.*\n", run("--version").out)


def test_bugs_are_one_line_too(run: Command, record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def bug(self: object) -> None:
        raise ZeroDivisionError("never")

    monkeypatch.setattr(Record, "info", bug)
    ended = run("info", record)
    assert (ended.code, ended.err.count("\n")) == (1, 1)
    assert "ZeroDivisionError: never; please report" in ended.err
    monkeypatch.setenv("DISSENSUS_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        run("info", record)


def test_a_reader_that_has_had_enough(record: Path) -> None:
    export = [sys.executable, "-m", "dissensus", "statements", str(record), "--json"]
    with subprocess.Popen(export, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


@pytest.mark.parametrize(
    ("environment", "coloured"), [({"FORCE_COLOR": "1"}, True), ({"NO_COLOR": "1"}, False), ({}, False)]
)
def test_colours(record: Path, environment: dict[str, str], coloured: bool) -> None:
    command = [sys.executable, "-m", "dissensus", "statements", str(record), "--limit", "1"]
    plain = {name: value for name, value in os.environ.items() if name not in ("FORCE_COLOR", "NO_COLOR")}
    printed = subprocess.run(command, capture_output=True, text=True, check=True, env={**plain, **environment}).stdout
    assert ("\x1b[" in printed) is coloured


def test_help_is_quick_and_light() -> None:
    program = (
        "import sys; from dissensus.cli.main import main; main(['--help']); "
        "heavy = {'spacy', 'sqlalchemy', 'pyarrow', 'trafilatura', 'numpy', 'lxml'} & set(sys.modules); "
        "sys.exit(str(heavy) if heavy else 0)"
    )
    best = 99.0
    for _ in range(3):
        began = _of_children()
        ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
        best = min(best, _of_children() - began)
        assert ended.returncode == 0, ended.stderr
    assert best < 0.8  # 0.3 s of an idle processor


def _of_children() -> float:
    """Seconds of the processor that ended children have had."""
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def commands():  # type: ignore[no-untyped-def]
    """Every command with its path."""

    def walk(command, path):  # type: ignore[no-untyped-def]
        inner = getattr(command, "commands", None)
        if not inner:
            yield " ".join(path), command
        for name in inner or ():
            yield from walk(inner[name], [*path, name])

    return list(walk(typer.main.get_command(app), ["dissensus"]))


def test_commands_are_documented_and_the_page_is_current() -> None:
    location = DOCS / "generate_commands.py"
    spec = importlib.util.spec_from_file_location("generate_commands", location)
    assert spec is not None
    assert spec.loader is not None
    generator = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(generator)
    page = (DOCS / "commands.md").read_text(encoding="utf-8")
    assert page == generator.document(), "run `python docs/generate_commands.py`"
    for name, command in commands():
        _, _, section = page.partition(f"## {name}\n")
        section = section.partition("\n## ")[0]
        assert section, name
        for param in command.params:
            for flag in param.opts if param.param_type_name == "option" else [param.metavar]:
                assert f"`{flag}" in section, (name, flag)
            assert param.help, (name, param.name)
    for code in EXIT_CODES:
        assert f"| {code} |" in page


@pytest.mark.parametrize("name", [name.removeprefix("dissensus ") for name, _ in commands()])
def test_help_of_every_command_tells_exit_codes(run: Command, name: str) -> None:
    ended = run(*name.split(), "--help")
    assert ended.code == 0
    assert "Exit codes:" in ended.out


def test_every_error_has_a_documented_exit_code() -> None:
    def tree(error: type[DissensusError]):  # type: ignore[no-untyped-def]
        yield error
        for inner in error.__subclasses__():
            yield from tree(inner)

    assert {error.exit_code for error in tree(DissensusError)} <= set(EXIT_CODES)


def test_everything_that_lists_speaks_json() -> None:
    for name, command in commands():
        flags = {flag for param in command.params for flag in param.opts}
        if name not in ("dissensus export", "dissensus schema", "dissensus serve", "dissensus publish"):
            assert "--json" in flags, name


def test_json_is_one_value_a_line(run: Command, record: Path) -> None:
    for arguments in (("info",), ("documents",), ("actors",), ("statements",)):
        for line in run(*arguments, record, "--json").out.splitlines():
            json.loads(line)
