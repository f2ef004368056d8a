"""`dissensus read`: what it prints, how it ends, and that nothing is lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from cli_types import Command
from record_fakes import text_of

from dissensus.record.lock import writer_lock
from dissensus.record.record import Record


def one_error(printed: str) -> str:
    """The single line that an error is."""
    assert printed.count("\n") == 1
    assert printed.startswith("dissensus: error: ")
    return printed


def test_summary_then_nothing_new(run: Command, texts: Path, tmp_path: Path) -> None:
    ended = run("read", texts, "--record", tmp_path / "r.db")
    assert ended.code == 0
    assert ended.out.startswith("Read 8 documents (")
    assert "words a second" in ended.out
    assert ended.err == ""
    ended = run("read", texts, "--record", tmp_path / "r.db")
    assert ended.code == 0
    assert "Read nothing new." in ended.out
    assert "Passed over 8 files read before." in ended.out


def test_json_report(run: Command, texts: Path, tmp_path: Path) -> None:
    report = run("read", texts, "--record", tmp_path / "r.db", "--json").json
    assert (report["documents"], report["failed"], report["failures"]) == (8, 0, [])
    assert sum(report["statements"].values()) > 10


def test_metadata_from_the_command_line(run: Command, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Arde supports Belma.")
    given = {"title": "On Arde", "source": "The Post", "author": "Ana", "date": "2020-05", "language": "en"}
    options = [part for name, value in given.items() for part in (f"--{name}", value)]
    assert run("read", tmp_path / "a.txt", "--record", tmp_path / "r.db", *options).code == 0
    (document,) = [listed.document for listed in Record(tmp_path / "r.db").documents()]
    assert {name: getattr(document, name) for name in given} == given


def test_a_date_that_is_none(run: Command, texts: Path, tmp_path: Path) -> None:
    ended = run("read", texts, "--record", tmp_path / "r.db", "--date", "last week")
    assert ended.code == 2
    assert "'last week' is no date" in one_error(ended.err)


def test_missing_path(run: Command, tmp_path: Path) -> None:
    ended = run("read", tmp_path / "none", "--record", tmp_path / "r.db")
    assert ended.code == 3
    assert "none: there is nothing at this path" in one_error(ended.err)
    assert ended.out == ""


def test_some_fail_and_the_rest_is_kept(run: Command, texts: Path, tmp_path: Path) -> None:
    (texts / "empty.txt").write_text("")
    (texts / "boom.txt").write_text("BOOM")
    ended = run("read", texts, tmp_path / "none", "--record", tmp_path / "r.db")
    assert ended.code == 0
    lines = ended.err.splitlines()
    assert len(lines) == 3
    assert all(line.startswith("dissensus: not read: ") for line in lines)
    assert run("read", texts, "--record", tmp_path / "r.db", "--strict").code == 3
    assert Record(tmp_path / "r.db").info().documents == 8


def test_all_fail(run: Command, tmp_path: Path) -> None:
    folder = tmp_path / "bad"
    folder.mkdir()
    for number in range(30):
        (folder / f"{number}.txt").write_text("")
    ended = run("read", folder, "--record", tmp_path / "r.db")
    assert ended.code == 3
    assert "10 more; see `dissensus info" in ended.err
    assert ended.err.splitlines()[-1].startswith("dissensus: error: nothing could be read: 30 failures")


def test_other_languages_are_named(run: Command, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Un texte sur la politique et sur rien.")
    ended = run("read", tmp_path / "a.txt", "--record", tmp_path / "r.db", "--language", "fr")
    assert "1 document in language fr: stored, not analysed" in ended.out


def test_standard_input(run: Command, tmp_path: Path) -> None:
    program = [sys.executable, "-m", "dissensus", "read", "-", "--record", str(tmp_path / "r.db"), "--language", "fr"]
    ended = subprocess.run(program, input=b"Quelques mots.", capture_output=True, check=False)
    assert ended.returncode == 0, ended.stderr
    assert Record(tmp_path / "r.db").info().documents == 1


def test_busy_record(run: Command, record: Path, texts: Path) -> None:
    (texts / "new.txt").write_text(text_of(50))
    with writer_lock(record):
        ended = run("read", texts, "--record", record)
    assert ended.code == 4
    assert "another dissensus is writing" in one_error(ended.err)


def test_not_a_record(run: Command, texts: Path) -> None:
    before = (texts / "0.txt").read_bytes()
    ended = run("read", texts, "--record", texts / "0.txt")
    assert ended.code == 4
    assert "this is no record" in one_error(ended.err)
    assert (texts / "0.txt").read_bytes() == before


def test_no_such_folder_for_the_record(run: Command, texts: Path, tmp_path: Path) -> None:
    ended = run("read", texts, "--record", tmp_path / "none" / "r.db")
    assert ended.code == 4
    assert "folder does not exist" in one_error(ended.err)


INTERRUPTED = """
import sys
from dissensus.record import ingest
from record_fakes import slow
from dissensus.cli.main import main
ingest.BATCH = 300
ingest.default_analyser = slow
if __name__ == "__main__":
    print("ready", flush=True)
    sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize("jobs", [1, 2])
def test_ctrl_c_keeps_what_was_done(run: Command, tmp_path: Path, jobs: int) -> None:
    folder, path = tmp_path / "many", tmp_path / "r.db"
    folder.mkdir()
    for number in range(120):
        (folder / f"{number:03}.txt").write_text(text_of(number))
    script = tmp_path / "script.py"
    script.write_text(INTERRUPTED)
    program = [sys.executable, str(script), "read", str(folder), "--record", str(path), "--jobs", str(jobs)]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1] / "record")}
    # A group of its own, which Ctrl-C at a terminal reaches as a whole: the workers too.
    with subprocess.Popen(
        program, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment, start_new_session=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline and (not path.exists() or not _documents(path)):
            time.sleep(0.02)
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=20)
    assert (process.returncode, out) == (130, ""), err
    assert err.startswith("dissensus: stopped; ")
    assert "run the same command again to go on" in err
    assert err.count("\n") == 1
    kept = _documents(path)
    assert 0 < kept < 120
    assert f"{kept} document" in err
    assert run("read", folder, "--record", path).code == 0
    assert _documents(path) == 120


def _documents(path: Path) -> int:
    from dissensus.errors import RecordError

    try:
        return Record(path).info().documents
    except RecordError:
        return 0


def test_a_record_of_texts_that_are_not_analysed_says_why_it_is_empty(run: Command, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Bonjour tout le monde.", encoding="utf-8")
    path = tmp_path / "r.db"
    assert run("read", tmp_path / "a.txt", "--record", path, "--language", "French").code == 0
    for command in ("statements", "matters", "sources", "drift", "network"):
        ended = run(command, path)
        assert ended.code == 0
        assert "in 1 document; 1 not analysed, being in other languages than English (fr)" in " ".join(
            ended.out.split()
        )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(("a.txt", "--language", "dothraki"), "'dothraki' is no language"), (("",), "it is empty")],
)
def test_what_read_cannot_mean(run: Command, tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    ended = run("read", *arguments, "--record", tmp_path / "r.db")
    assert ended.code == 2
    assert said in ended.err
    assert list(tmp_path.iterdir()) == []
