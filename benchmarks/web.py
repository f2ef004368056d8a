"""How long the calls behind the pages take with eight clients at once, on a planted record.

    python -m benchmarks.web [--statements 1000000] [--keep FOLDER | --record FILE] [--seconds 60]

The record is planted in a folder of its own, and kept there with `--keep FOLDER` for another run. It is served by
`dissensus serve` in a process of its own.

What is modelled: first, one client makes every call once, as soon as the server answers, and waits for the whole
answer: what a first visitor meets (`first`). Then it draws others, and what the server works on each is noted (`work`,
milliseconds on a processor: mean and most). Then the clients open pages drawn by chance (`benchmarks.web_pages`); each
makes the calls of a page one after the other, with what the page asks for drawn anew, keeps no answers, and never stops
to read. As the pages do, they let the server say `not yet` (202) of what takes long, and ask again after a second:
those answers have lines of their own, and the time until the answer came is told at the end.
"""

from __future__ import annotations

import argparse
import contextlib
import http.client
import json
import os
import random
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote, urlencode

from benchmarks.used import most_memory
from benchmarks.web_pages import Call, Pages, World
from dissensus.matters.planted import plant
from dissensus.matters.store import bring_up_to_date
from dissensus.record.record import Record

PER_DOCUMENT = 50


class Timed(NamedTuple):
    """Seconds to the last byte of an answer, its status, and the answer."""

    seconds: float
    status: int
    body: bytes


class Client:
    """One connection to the server."""

    def __init__(self, port: int) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=300)

    def __call__(self, path: str, query: Mapping[str, Any] | None = None, *, wait: bool = False) -> Timed:
        """Ask as the pages do: what takes long may be told later. With `wait`, only the whole answer counts."""
        asked = f"/api/v1/{quote(path)}?{urlencode(query or {})}"
        start = time.perf_counter()
        self._connection.request("GET", asked, headers={} if wait else {"Prefer": "respond-async"})
        answer = self._connection.getresponse()
        body = answer.read()
        seconds = time.perf_counter() - start
        # That there is no such thing is an answer, too.
        if answer.status not in (200, 202, 404):
            raise RuntimeError(f"{asked} was answered {answer.status}: {body[:300]!r}")
        return Timed(seconds, answer.status, body)

    def read(self, path: str, query: Mapping[str, Any] | None = None) -> Any:
        """The answer as Python's own types."""
        return json.loads(self(path, query, wait=True).body)


class Clients:
    """Clients that read at once, each on its own connection and with its own chance."""

    def __init__(self, port: int, world: World, only: str, without: str) -> None:
        self._port, self._world, self._only, self._without = port, world, only, without
        self.seconds: dict[str, list[float]] = defaultdict(list)
        self.awaited: dict[str, list[float]] = defaultdict(list)
        self.slowest: dict[str, tuple[float, Call]] = {}
        self.failed: list[str] = []

    def run(self, clients: int, seconds: float) -> None:
        """Read for so long."""
        end = time.monotonic() + seconds
        threads = [threading.Thread(target=self._read, args=(number, end)) for number in range(clients)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    def _read(self, number: int, end: float) -> None:
        ask, draw = Client(self._port), random.Random(number)
        pages = Pages(self._world, draw)
        while time.monotonic() < end:
            for call in pages.next():
                if self._only in call.name and self._without not in call.name and time.monotonic() < end:
                    with self._noting():
                        self._follow(ask, call, draw)

    @contextlib.contextmanager
    def _noting(self) -> Iterator[None]:
        try:
            yield
        except RuntimeError as error:
            self.failed.append(str(error))

    def _follow(self, ask: Client, call: Call, draw: random.Random) -> None:
        """One call, and in a list, as a reader who goes on, half of the times the next part of it."""
        told = self._measured(ask, call)
        while call.name.startswith("statements") and draw.random() < 0.5 and (after := json.loads(told).get("next")):
            call = Call(f"{call.name.removesuffix(', on')}, on", call.path, {**call.query, "after": after})
            told = self._measured(ask, call)

    def _measured(self, ask: Client, call: Call) -> bytes:
        start = time.perf_counter()
        later = 0
        while True:
            seconds, status, told = ask(call.path, call.query)
            name = call.name if status != 202 else f"{call.name}: not yet"
            self.seconds[name].append(seconds)
            self.slowest[name] = max(self.slowest.get(name, (0.0, call)), (seconds, call), key=lambda s: s[0])
            if status != 202:
                if later:
                    self.awaited[call.name].append(time.perf_counter() - start)
                return told
            later += 1
            time.sleep(1)


@contextlib.contextmanager
def served(path: Path) -> Iterator[tuple[int, int]]:
    """A server for a record, in a process of its own: its port, and its process."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "dissensus", "serve", str(path), "--port", str(port), "--no-open"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as server:
        try:
            for _ in range(600):
                with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
                    break
                time.sleep(0.05)
            yield port, server.pid
        finally:
            server.terminate()


def family(process: int) -> list[int]:
    """A process and those it started, as far as the system tells them."""
    found = [process]
    for one in found:
        with contextlib.suppress(OSError):
            for children in Path(f"/proc/{one}/task").glob("*/children"):
                found += map(int, children.read_text().split())
    return found


def memory(process: int) -> str:
    """Most memory that a process and those it started have used, where the system tells it."""
    used = [most_memory(one) for one in family(process)]
    return " + ".join(f"{one} MiB" for one in used if one is not None) or "not known"


def worked(process: int) -> float:
    """Seconds that a process and those it started were on a processor, where the system tells it; else 0."""
    sum = 0
    for one in family(process):
        for told in Path(f"/proc/{one}/task").glob("*/schedstat"):
            with contextlib.suppress(OSError):
                sum += int(told.read_text().split()[0])
    return sum / 1e9


def at(share: float, seconds: list[float]) -> float:
    """The milliseconds that a share of the calls stays below."""
    ordered = sorted(seconds)
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)] * 1000


def _times(seconds: list[float]) -> str:
    return " ".join(f"{at(share, seconds):7.0f}" for share in (0.5, 0.95, 1))


@contextlib.contextmanager
def a_record(given: argparse.Namespace) -> Iterator[Path]:
    """The planted record that is asked for, with its matters; made where it is not there, and thrown away unless kept.

    Args:
        given: `statements`, and `record` or `keep` where they are told.
    """
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        documents = given.statements // PER_DOCUMENT
        path = given.record or folder / f"planted-{documents}-{given.statements}.db"
        if not path.exists():
            plant(path, seed=1, documents=documents, statements=given.statements)
        with Record(path) as record:
            bring_up_to_date(record)
            print(f"{record.count():,} statements")
        yield path


def main() -> None:
    arguments = argparse.ArgumentParser(description="Time of the calls behind the pages.")
    arguments.add_argument("--statements", type=int, default=50_000)
    arguments.add_argument("--clients", type=int, default=8)
    arguments.add_argument("--seconds", type=float, default=20)
    arguments.add_argument("--keep", type=Path, help="a folder for the record, kept")
    arguments.add_argument("--record", type=Path, help="a record planted before")
    arguments.add_argument("--only", default="", help="calls with this in their name")
    arguments.add_argument("--without", default="no such call", help="no calls with this in their name")
    arguments.add_argument("--slowest", action="store_true", help="show the slowest call of each kind")
    given = arguments.parse_args()
    with a_record(given) as path, served(path) as (port, process):
        print(f"{os.cpu_count()} cores, {given.clients} clients")
        show(port, process, given)


def show(port: int, process: int, given: argparse.Namespace) -> None:
    """Ask, and print the table."""
    start = time.perf_counter()
    ask = Client(port)
    world = World(ask)
    first: dict[str, float] = {}
    for call in drawn(world, 1, 99):
        if given.only in call.name and given.without not in call.name and call.name not in first:
            first[call.name] = ask(call.path, call.query, wait=True).seconds
    print(f"every call once, from the start of the server: {time.perf_counter() - start:.1f} s\n")
    for path in ("predictions", "network/camps"):
        # The server works ahead at its start; these are what it does last.
        ask(path, wait=True)
    alone: dict[str, list[float]] = defaultdict(list)
    for call in drawn(world, 6, 7):
        if given.only in call.name and given.without not in call.name:
            before = worked(process)
            ask(call.path, call.query, wait=True)
            alone[call.name].append(worked(process) - before)
    clients = Clients(port, world, given.only, given.without)
    clients.run(given.clients, given.seconds)
    columns = ("calls", "p50", "p95", "most", "first", "work", "at most")
    print(f"{'call, milliseconds':34}" + "".join(f" {column:>7}" for column in columns))
    for name, seconds in sorted(clients.seconds.items(), key=lambda entry: -at(0.95, entry[1])):
        known = f"{first[name] * 1000:7.0f}" if name in first else " " * 7
        work = alone.get(name)
        needed = f"{sum(work) / len(work) * 1000:7.1f} {max(work) * 1000:7.1f}" if work else ""
        print(f"{name:34} {len(seconds):7} {_times(seconds)} {known} {needed}")
        if given.slowest:
            print(f"    {clients.slowest[name][1]}")
    every = [one for seconds in clients.seconds.values() for one in seconds]
    print(f"{'all':34} {len(every):7} {_times(every)}")
    for name, seconds in sorted(clients.awaited.items()):
        print(f"{name + ', until told':34} {len(seconds):7} {_times(seconds)}")
    print(f"\nmemory of the server: {memory(process)}; load of the machine: {os.getloadavg()[0]:.1f}")
    for problem in sorted(set(clients.failed)):
        print(f"not answered: {problem}")


def drawn(world: World, times: int, seed: int) -> Iterator[Call]:
    """The calls of every page and of every filter, each so many times."""
    pages = Pages(world, random.Random(seed))
    for _ in range(times):
        for page in pages.kinds.values():
            yield from page()
        for name, wanted in pages.filters().items():
            asked = wanted()
            yield Call(f"statements: {name}", "statements", {**asked, "size": 30})
            yield Call(f"count: {name}", "statements/count", asked)


if __name__ == "__main__":
    main()
