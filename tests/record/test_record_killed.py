"""`kill -9` at any moment: the record opens, holds whole documents only, and the next reading finishes it."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from record_dump import dump, sound
from record_fakes import fake, text_of

from dissensus.errors import RecordError
from dissensus.record.record import Record

DOCUMENTS = 40
MOMENTS = 20
SERVER = Path(__file__).with_name("kill_server.py")

SENTENCES = (
    "The government of Chile signed a trade agreement with Peru on 3 March 2021.",
    "Police in Lima arrested three union leaders, the newspaper reported.",
    "Argentina accused the bank of breaking its promise.",
    "“We will never recognise this government,” the foreign minister of Mexico said.",
    "Brazil and Uruguay are allies, though both deny it.",
)


class Server:
    """The other end of `kill_server.py`."""

    def __init__(self) -> None:
        environment = {**os.environ, "PYTHONPATH": str(SERVER.parent)}
        self.process = subprocess.Popen(
            [sys.executable, str(SERVER)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
        )

    def begin(self, record: Path, texts: Path, analyser: str) -> int:
        return self._ask(f"{record}\t{texts}\t{analyser}", "child")

    def ended(self) -> int:
        return self._ask("", "ended")

    def _ask(self, line: str, expected: str) -> int:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()
        word, number = self.process.stdout.readline().split()
        assert word == expected
        return int(number)


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    started = Server()
    with started.process:
        yield started
        assert started.process.stdin is not None
        started.process.stdin.close()


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("many")
    for number in range(DOCUMENTS):
        (folder / f"{number:03}.txt").write_text(text_of(number), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory, many: Path, server: Server) -> tuple[Path, float]:
    """A record read without disturbance, and the seconds it took."""
    path = tmp_path_factory.mktemp("undisturbed") / "record.db"
    server.begin(path, many, "light")
    began = time.monotonic()
    assert server.ended() == 0
    return path, time.monotonic() - began


@cache
def dump_once(complete: Path) -> dict[str, list[Any]]:
    return dump(complete)


def whole(record: Path, complete: Path) -> int:
    """How many documents a record holds, each with all its statements and actors as in the complete one."""
    if not record.exists():
        return 0
    try:
        Record(record)
    except RecordError as error:
        if "this record is empty" in str(error):
            return 0
        raise
    assert sound(record)
    held, wanted = dump(record), dump_once(complete)
    ids = {row[0] for row in held["documents"]}
    assert held["documents"] == [row for row in wanted["documents"] if row[0] in ids]
    assert held["statements"] == [row for row in wanted["statements"] if row[1] in ids]
    assert held["document_actors"] == [row for row in wanted["document_actors"] if row[0] in ids]
    return len(ids)


def test_killed_at_random_moments(tmp_path: Path, many: Path, undisturbed: tuple[Path, float], server: Server) -> None:
    complete, seconds = undisturbed
    chance, counts = random.Random(7), []
    for moment in range(MOMENTS):
        path = tmp_path / f"{moment}.db"
        delay = chance.uniform(0, seconds * 0.9)
        child = server.begin(path, many, "light")
        time.sleep(delay)
        os.kill(child, signal.SIGKILL)
        assert server.ended() in (signal.SIGKILL, 0)
        kept = whole(path, complete)
        report = Record(path, create=True).read(many, analyser=fake)
        assert report.documents == DOCUMENTS - kept
        assert dump(path) == dump_once(complete)
        assert sound(path)
        counts.append(kept)
    assert sum(0 < kept < DOCUMENTS for kept in counts) >= MOMENTS // 3


def test_killed_again_and_again(tmp_path: Path, many: Path, undisturbed: tuple[Path, float], server: Server) -> None:
    complete, seconds = undisturbed
    path, chance = tmp_path / "record.db", random.Random(1)
    held = [0]
    for _ in range(5):
        child = server.begin(path, many, "light")
        time.sleep(chance.uniform(seconds * 0.2, seconds * 0.5))
        os.kill(child, signal.SIGKILL)
        assert server.ended() in (signal.SIGKILL, 0)
        held.append(whole(path, complete))
    assert held == sorted(held)
    Record(path, create=True).read(many, analyser=fake)
    assert dump(path) == dump_once(complete)


def test_killed_with_the_real_analyser(tmp_path: Path, server: Server) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    for number in range(12):
        chosen = [SENTENCES[(number + step) % len(SENTENCES)] for step in range(1 + number % 4)]
        (folder / f"{number:02}.txt").write_text(f"Note {number} on the week.\n\n" + "\n\n".join(chosen) + "\n")
    complete = tmp_path / "complete.db"
    server.begin(complete, folder, "real")
    assert server.ended() == 0
    server.begin(tmp_path / "timed.db", folder, "real")
    began = time.monotonic()
    assert server.ended() == 0
    seconds = time.monotonic() - began
    assert dump(tmp_path / "timed.db") == dump(complete)
    assert dump(complete)["statements"]
    for moment in range(2):
        path = tmp_path / f"{moment}.db"
        child = server.begin(path, folder, "real")
        time.sleep(random.Random(moment).uniform(0.1, 0.9) * seconds)
        os.kill(child, signal.SIGKILL)
        server.ended()
        whole(path, complete)
        server.begin(path, folder, "real")
        assert server.ended() == 0
        assert dump(path) == dump_once(complete)
