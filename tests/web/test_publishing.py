"""What is published is there whole or not at all, and nothing else is lost for it."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from dissensus.cli.main import main
from dissensus.errors import DissensusError, InputError
from dissensus.finding.analyse import Analyser
from dissensus.model import Actor, ReviewState
from dissensus.record.record import Record
from dissensus.web import published_answers
from dissensus.web.pages import folder
from dissensus.web.publishing import publish
from dissensus.web.shelves import handed_over, key_of
from tests.web.asking import Client
from tests.web.conftest import Serve

FRONT_END = 220 * 1024


@pytest.fixture(scope="module")
def out(example_record: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    built()
    folder = tmp_path_factory.mktemp("out") / "pages"
    publish(example_record, folder)
    return folder


@pytest.fixture
def small_record(tmp_path_factory: pytest.TempPathFactory, analyser: Analyser) -> Path:
    """A record of one sentence."""

    def same(_: Sequence[Actor]) -> Analyser:
        return analyser

    folder = tmp_path_factory.mktemp("small")
    (folder / "one.txt").write_text("France attacked Germany in 1870.", encoding="utf-8")
    with Record(folder / "small.db", create=True) as record:
        record.read(folder / "one.txt", analyser=same)
    return folder / "small.db"


def built() -> Path:
    pages = folder()
    if pages is None:
        pytest.fail("the pages are not built; `make pages` builds them")
    return pages


def handed(path: Path) -> dict[str, Any]:
    """The answers in a script, by name."""
    lines = path.read_text(encoding="utf-8").splitlines()
    matches = [re.fullmatch(r'dissensusTake\(("(?:[^"\\]|\\.)*"), (.*)\);', line) for line in lines]
    return {json.loads(match[1]): json.loads(match[2]) for match in matches if match}


def test_answers_are_those_of_the_server(out: Path, example_record: Path, serve: Serve) -> None:
    client: Client = serve(example_record, read_only=True)
    answers = {key: value for script in out.glob("data/answers/*.js") for key, value in handed(script).items()}
    assert len(answers) > 300
    for key, value in answers.items():
        path, _, query = key.partition("?")
        if path == "network/camps" or path.startswith("network/pair"):
            continue
        params = [tuple(pair.split("=", 1)) for pair in query.split("&")] if query else []
        assert client.json(path, params=params) == value, key
    for line in client.json("documents")["items"]:
        assert f"documents/{line['id']}" in answers
    network = client.json("network")
    ids = [node["id"] for node in network["nodes"]]
    pairs = {key_of("network/pair", [("a", ids[pair["a"]]), ("b", ids[pair["b"]])]) for pair in network["pairs"]}
    assert pairs <= answers.keys()
    compared = [key for key in answers if key.startswith("sources/compare")]
    assert len(compared) % 2 == 0
    assert compared


def test_the_pairs_that_share_most_are_compared(
    example_record: Path, tmp_path: Path, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(published_answers, "_PAIRS", 2)
    publish(example_record, tmp_path / "pages")
    keys = [key for script in tmp_path.glob("pages/data/answers/*.js") for key in handed(script)]
    pairs = serve(example_record).json("sources/agreement")["agreement"]["pairs"]
    most = sorted(pairs, key=lambda pair: -pair["shared"])[:2]
    told = [(pair["first"]["key"], pair["second"]["key"]) for pair in most]
    expected = {key_of("sources/compare", [("first", a), ("second", b)]) for one in told for a, b in (one, one[::-1])}
    assert {key for key in keys if key.startswith("sources/compare")} == expected
    assert '"compared":2,' in (tmp_path / "pages" / "data" / "index.js").read_text(encoding="utf-8")


def test_all_statements_are_there_with_their_matters(out: Path, example_record: Path, serve: Serve) -> None:
    client = serve(example_record)
    bodies = [one for number in range(99) for one in _bodies(out / f"data/bodies/{number}.js")]
    places = {key: value for script in out.glob("data/places/*.js") for key, value in handed(script).items()}
    assert [one["id"] for one in bodies] == [
        one["id"] for one in client.json("statements", params={"size": 500})["items"]
    ]
    for number, one in enumerate(bodies):
        at, matter = places[f"places/{one['id']}"]
        assert at == number
        assert matter is None or client.json(f"matters/{one['id']}")["matter"]["id"] == matter


def _bodies(script: Path) -> list[Any]:
    return next(iter(handed(script).values())) if script.exists() else []


def test_publishing_again_replaces_what_was_published(small_record: Path, tmp_path: Path) -> None:
    out = tmp_path / "pages"
    out.mkdir()
    publish(small_record, out)
    stale = out / "data" / "stale.js"
    stale.touch()
    publish(small_record, out)
    assert not stale.exists()
    assert [path.name for path in tmp_path.iterdir()] == ["pages"]


def test_a_folder_with_something_else_is_left_alone(small_record: Path, tmp_path: Path) -> None:
    built()
    out = tmp_path / "pages"
    out.mkdir()
    mine = out / "mine.txt"
    mine.write_text("mine")
    with pytest.raises(InputError, match="something else"):
        publish(small_record, out)
    mine.unlink()
    publish(small_record, out)
    mine.write_text("mine")
    with pytest.raises(InputError, match=r"mine\.txt"):
        publish(small_record, out)
    assert mine.read_text() == "mine"
    with pytest.raises(InputError, match="is a file"):
        publish(small_record, mine)
    with pytest.raises(InputError, match="does not exist"):
        publish(small_record, tmp_path / "none" / "pages")


@pytest.mark.parametrize("failure", [KeyboardInterrupt, OSError(28, "No space left on device")])
def test_what_fails_leaves_nothing(
    failure: BaseException, small_record: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built()

    def fail(*_: object) -> None:
        raise failure

    monkeypatch.setattr(published_answers, "write_statements", fail)
    with pytest.raises((KeyboardInterrupt, DissensusError)):
        publish(small_record, tmp_path / "pages")
    assert list(tmp_path.iterdir()) == []


def test_a_record_that_changes_meanwhile_is_not_published(small_record: Path, tmp_path: Path) -> None:
    built()
    with Record(small_record) as record:
        one = next(record.statements())
        told = []

        def change(at: published_answers.Progress) -> None:
            if not told:
                record.review(one.id, ReviewState.ACCEPTED, by="Ana")
            told.append(at)

        with pytest.raises(DissensusError, match="changed while it was being published"):
            publish(small_record, tmp_path / "pages", change)
    assert told[-1].done <= told[-1].in_all
    assert not (tmp_path / "pages").exists()


def test_what_went_wrong_is_said_in_one_line(
    small_record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").touch()
    assert main(["publish", str(small_record), str(tmp_path)]) == InputError.exit_code
    assert main(["publish", str(tmp_path / "none.db"), str(tmp_path / "pages")]) != 0
    monkeypatch.setenv("DISSENSUS_PAGES", str(tmp_path))
    assert main(["publish", str(small_record), str(tmp_path / "pages")]) == 1
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 3
    assert "make pages" in lines[2]


def test_data_sets_no_prototype() -> None:
    assert '["__proto__"]:' in handed_over("names", '{"__proto__":1}')
    assert handed_over("names", json.dumps('a "__proto__": b')).count("[") == 0


def test_the_front_end_is_small() -> None:
    pages = built()
    size = sum(len(gzip.compress((pages / name).read_bytes())) for name in ("index.html", "pages.js", "pages.css"))
    assert size <= FRONT_END
