"""How long the calls behind the pages take with eight clients at once, on a planted record.

    python -m benchmarks.web [--statements 1000000] [--keep FOLDER | --record FILE] [--seconds 60]

The record is planted in a folder of its own, and kept there with `--keep FOLDER` for another run. It is served by
`dissensus serve` in a process of its own. First every call is made once, by one client, as soon as the server answers:
what a first visitor waits for. Then the clients draw calls and what they ask for by chance, and ask the next as soon
as the last is answered.
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
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from dissensus.matters.planted import plant
from dissensus.matters.store import bring_up_to_date
from dissensus.record.record import Record

PER_DOCUMENT = 50
TYPES = ("ASSAULT", "COERCE", "SANCTION", "PROTEST", "ACCUSE", "CONSULT", "AGREE", "AID")
RELATIONS = ("ally_of", "supports", "funds", "opposes", "distrusts")
COMMITMENTS = ("stated", "alleged", "denied", "predicted", "demanded")
WORDS = ("attacked", "treaty", "marched", "sanctions", "people", "regime", "offer", "exercises")

Asked = tuple[str, Mapping[str, Any]]


class Client:
    """One connection to the server."""

    def __init__(self, port: int) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=300)

    def __call__(self, path: str, query: Mapping[str, Any] | None = None) -> tuple[float, bytes]:
        """Seconds to the last byte of the answer, and the answer: that there is no such thing is one, too."""
        asked = f"/api/v1/{quote(path)}?{urlencode(query or {})}"
        start = time.perf_counter()
        self._connection.request("GET", asked)
        answer = self._connection.getresponse()
        body = answer.read()
        seconds = time.perf_counter() - start
        if answer.status not in (200, 404):
            raise RuntimeError(f"{asked} was answered {answer.status}: {body[:300]!r}")
        return seconds, body

    def read(self, path: str, query: Mapping[str, Any] | None = None) -> Any:
        """The answer as Python's own types."""
        return json.loads(self(path, query)[1])


class World:
    """What can be asked for: names and ids in the record, drawn by chance."""

    def __init__(self, ask: Client) -> None:
        self.actors = [one["id"] for one in ask.read("actors", {"size": 300})["items"]]
        self.names = [one["name"] for one in ask.read("actors", {"size": 300})["items"]]
        self.sources = list(ask.read("record")["sources"])
        listed = ask.read("documents", {"size": 200})["items"]
        self.documents = [one["id"] for one in listed]
        self.statements: list[str] = []
        self.pairs: list[tuple[str, str]] = []
        for document in self.documents[:20]:
            for one in ask.read(f"documents/{document}")["statements"]:
                self.statements.append(one["id"])
                event = one.get("event") or {}
                if event.get("actors") and event.get("recipients") and one["commitment"] == "stated":
                    self.pairs.append((event["actors"][0]["id"], event["recipients"][0]["id"]))
        self.matters = [one["id"] for one in ask.read("matters", {"size": 200})["items"]]


def calls(world: World, draw: random.Random) -> dict[str, Callable[[], Asked]]:
    """What the pages ask, by name: the path and the query, drawn anew each time."""

    def month() -> str:
        return f"{draw.randrange(2004, 2024)}-{draw.randrange(1, 13):02}"

    def span() -> dict[str, str]:
        year = draw.randrange(2004, 2023)
        return {"since": f"{year}", "until": f"{year + draw.randrange(3)}-{draw.randrange(1, 13):02}"}

    one = draw.choice
    filters: dict[str, Callable[[], dict[str, Any]]] = {
        "no filter": dict,
        "kind": lambda: {"kind": one(("event", "tie", "figure", "label"))},
        "actor": lambda: {"actor": one(world.names)},
        "pair": lambda: dict(zip(("actor", "other"), one(world.pairs), strict=True)),
        "type": lambda: {"kind": "event", "type": one(TYPES)},
        "relation": lambda: {"kind": "tie", "relation": one(RELATIONS)},
        "source": lambda: {"source": one(world.sources)},
        "holder": lambda: {"holder": one((*world.names[:50], "author"))},
        "commitment": lambda: {"commitment": one(COMMITMENTS)},
        "dates": span,
        "text": lambda: {"text": one(WORDS)},
        "review": lambda: {"review": one(("unreviewed", "accepted"))},
        "document": lambda: {"document": one(world.documents)},
        "actor and dates": lambda: {"actor": one(world.names), **span()},
        "actor and type": lambda: {"actor": one(world.names), "type": one(TYPES)},
    }
    found: dict[str, Callable[[], Asked]] = {"record": lambda: ("record", {})}

    def listing(wanted: Callable[[], dict[str, Any]]) -> Callable[[], Asked]:
        orders: tuple[dict[str, str], ...] = ({}, {"order": "date"}, {"order": "confidence"}, {"order": "unsure"})
        return lambda: ("statements", {**wanted(), **one(orders), "size": 30})

    def counting(wanted: Callable[[], dict[str, Any]]) -> Callable[[], Asked]:
        return lambda: ("statements/count", wanted())

    for name, wanted in filters.items():
        found[f"statements: {name}"] = listing(wanted)
        found[f"count: {name}"] = counting(wanted)
    return found | {
        "a statement": lambda: (f"statements/{one(world.statements)}", {"width": 500}),
        "its reviews": lambda: (f"statements/{one(world.statements)}/reviews", {}),
        "actors": lambda: ("actors", {"type": one(("country", "party", "person"))}),
        "actors: search": lambda: ("actors", {"search": one(world.names)[: draw.randrange(1, 6)]}),
        "an actor": lambda: (f"actors/{one(world.actors)}", {}),
        "its events": lambda: (
            "statements",
            {"actor": one(world.actors), "kind": "event", "order": "date", "size": 20},
        ),
        "documents": lambda: ("documents", one(({}, {"source": one(world.sources)}))),
        "documents: words": lambda: ("documents", {"text": one(WORDS)}),
        "documents: latest": lambda: ("documents/latest", {}),
        "a document": lambda: (f"documents/{one(world.documents)}", {}),
        "matters: disputed": lambda: ("matters", {"disputed": "true", "size": 5}),
        "matters: words": lambda: ("matters", {"text": one(world.names)[:5], "kind": "event", "size": 8}),
        "matrix": lambda: ("matters/matrix", {"disputed": "true", "kind": one(("event", "tie", "figure", "label"))}),
        "matrix: actor": lambda: ("matters/matrix", {"disputed": "true", "actor": one(world.names)}),
        "matrix: source": lambda: ("matters/matrix", {"disputed": "true", "source": one(world.sources)}),
        "a matter": lambda: (f"matters/{one(world.matters)}", {}),
        "sources": lambda: ("sources", {}),
        "a source": lambda: (f"sources/{one(world.sources)}", {}),
        "agreement": lambda: ("sources/agreement", {}),
        "compare": lambda: (
            "sources/compare",
            dict(zip(("first", "second"), draw.sample(world.sources, 2), strict=True)),
        ),
        "predictions": lambda: ("predictions", {}),
        "network": lambda: ("network", {}),
        "network: at a month": lambda: ("network", {"at": month()}),
        "network: as told by one": lambda: ("network", {"told_by": one(world.sources)}),
        "network: sure": lambda: ("network", {"min_confidence": one((0.7, 0.8))}),
        "network: times": lambda: ("network/times", {}),
        "network: a pair": lambda: ("network/pair", dict(zip(("a", "b"), one(world.pairs), strict=True))),
        "camps": lambda: ("network/camps", {}),
        "camps: at a month": lambda: ("network/camps", {"at": f"{draw.randrange(2004, 2024)}-01"}),
        "timeline: months": lambda: ("timeline", {"size": 0}),
        "timeline": lambda: ("timeline", {}),
        "timeline: actor": lambda: ("timeline", {"actor": one(world.names)}),
        "timeline: dates": lambda: ("timeline", span()),
        "timeline: type": lambda: ("timeline", {"type": one(TYPES)}),
        "reviews": lambda: ("reviews", {}),
        "reliability": lambda: ("reviews/reliability", {}),
    }


class Clients:
    """Clients that ask at once, each on its own connection and with its own chance."""

    def __init__(self, port: int, world: World, only: str, without: str) -> None:
        self._port, self._world, self._only, self._without = port, world, only, without
        self.seconds: dict[str, list[float]] = defaultdict(list)
        self.slowest: dict[str, tuple[float, Asked]] = {}
        self.failed: list[str] = []

    def run(self, clients: int, seconds: float) -> None:
        """Ask for so long."""
        end = time.monotonic() + seconds
        threads = [threading.Thread(target=self._ask, args=(number, end)) for number in range(clients)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    def _ask(self, number: int, end: float) -> None:
        ask, draw = Client(self._port), random.Random(number)
        drawn = {
            name: call
            for name, call in calls(self._world, draw).items()
            if self._only in name and self._without not in name
        }
        names = list(drawn)
        while time.monotonic() < end:
            name = draw.choice(names)
            path, query = drawn[name]()
            try:
                told = self._measured(ask, name, path, query)
                # As a reader who goes on, half of the times.
                while name.startswith("statements") and draw.random() < 0.5 and (after := json.loads(told).get("next")):
                    query = {**query, "after": after}
                    told = self._measured(ask, f"{name}, on", path, query)
            except RuntimeError as error:
                self.failed.append(str(error))

    def _measured(self, ask: Client, name: str, path: str, query: Mapping[str, Any]) -> bytes:
        seconds, told = ask(path, query)
        self.seconds[name].append(seconds)
        self.slowest[name] = max(self.slowest.get(name, (0.0, ("", {}))), (seconds, (path, query)), key=lambda s: s[0])
        return told


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


def memory(process: int) -> str:
    """Most memory that a process has used, where the system tells it."""
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{process}/status").read_text().splitlines():
            if line.startswith("VmHWM"):
                return f"{int(line.split()[1]) // 1024} MiB"
    return "not known"


def at(share: float, seconds: list[float]) -> float:
    """The milliseconds that a share of the calls stays below."""
    ordered = sorted(seconds)
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)] * 1000


def _times(seconds: list[float]) -> str:
    return " ".join(f"{at(share, seconds):7.0f}" for share in (0.5, 0.95, 1))


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
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        documents = given.statements // PER_DOCUMENT
        path = given.record or folder / f"planted-{documents}-{given.statements}.db"
        if not path.exists():
            plant(path, seed=1, documents=documents, statements=given.statements)
        with Record(path) as record:
            bring_up_to_date(record)
            print(f"{record.count():,} statements, {os.cpu_count()} cores, {given.clients} clients")
        with served(path) as (port, process):
            show(port, process, given)


def show(port: int, process: int, given: argparse.Namespace) -> None:
    """Ask, and print the table."""
    start = time.perf_counter()
    ask = Client(port)
    world = World(ask)
    first: dict[str, float] = {}
    for name, call in calls(world, random.Random(99)).items():
        if given.only in name and given.without not in name:
            first[name] = ask(*call())[0]
    print(f"every call once, from the start of the server: {time.perf_counter() - start:.1f} s\n")
    # The server works ahead at its start; this is the last that it works out.
    ask("predictions")
    clients = Clients(port, world, given.only, given.without)
    clients.run(given.clients, given.seconds)
    print(f"{'call, milliseconds':34} {'calls':>6} {'p50':>7} {'p95':>7} {'most':>7} {'first':>7}")
    for name, seconds in sorted(clients.seconds.items(), key=lambda entry: -at(0.95, entry[1])):
        alone = f"{first[name] * 1000:7.0f}" if name in first else ""
        print(f"{name:34} {len(seconds):6} {_times(seconds)} {alone}")
        if given.slowest:
            print(f"    {clients.slowest[name][1]}")
    every = [one for seconds in clients.seconds.values() for one in seconds]
    print(f"{'all':34} {len(every):6} {_times(every)}")
    print(f"\nmemory of the server: {memory(process)}")
    for problem in sorted(set(clients.failed)):
        print(f"not answered: {problem}")


if __name__ == "__main__":
    main()
