"""How long networks take from a record of a million statements: one at a date, and a sweep of sixty months.

    python -m benchmarks.networks [--statements N] [--record FILE]

The record is made up: 3,000 actors in two camps, a few of them spoken of much more than the rest, 40 sources, five
years, one statement of ten against the camps, three of five on a pair. It is written straight into the tables and kept
under the name given, so that a second run need not make it again.
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TypeVar

from dissensus.network.build import Told, build
from dissensus.network.wanted import Wanted
from dissensus.network.windows import sweep
from dissensus.record.record import Record

T = TypeVar("T")

ACTORS, SOURCES, A_DOCUMENT, YEARS = 3_000, 40, 50, (2015, 2019)
FIRST = datetime.date(YEARS[0], 1, 1)
DAYS = (datetime.date(YEARS[1], 12, 31) - FIRST).days
NOISE = 0.1

FRIENDLY = (("SUPPORT", 5.0), ("AID", 10.0), ("CONSULT", 2.5), ("COOPERATE", 9.5))
HOSTILE = (("ACCUSE", -3.0), ("COERCE", -7.0), ("SANCTION", -6.0), ("ASSAULT", -9.0))
BASE = {"evidence": {"start": 0, "end": 4, "quote": "made"}, "holder": {"name": "author", "is_author": True}}
KNOWN = {"extractor": {"name": "made", "version": "1"}, "explanation": {"rule": "made"}}


def day(chance: random.Random) -> str:
    return (FIRST + datetime.timedelta(chance.randrange(DAYS))).isoformat()


def actor(number: int) -> dict[str, str]:
    return {"id": f"actor.{number:04}", "name": f"Actor {number}", "type": "party"}


Row = tuple[object, ...]


def statements(count: int, chance: random.Random) -> Iterator[tuple[Row, Row | None]]:
    """Rows of `statements`, in the order of `COLUMNS`, each with its row of `edges`, if any."""
    for number in range(1, count + 1):
        document = (number - 1) // A_DOCUMENT + 1
        a, b = (int(ACTORS * chance.random() ** 3) for _ in range(2))
        friendly = (a % 2 == b % 2) != (chance.random() < NOISE)
        confidence = round(chance.uniform(0.3, 0.95), 3)
        commitment = chance.choices(("stated", "alleged", "denied", "predicted"), (80, 12, 4, 4))[0]
        body = BASE | KNOWN | {"id": f"{number:020x}", "commitment": commitment, "confidence": confidence}
        kind, first, event_type, relation, sign, value = "label", None, None, None, None, 0.0
        drawn = chance.random()
        if drawn < 0.4:
            kind, (event_type, score) = "event", chance.choice(FRIENDLY if friendly else HOSTILE)
            first = day(chance) if chance.random() < 0.7 else None
            date = {"start": first, "end": first, "precision": "day", "basis": "text"} if first else {}
            value = score
            parties = {"actors": [actor(a)], "recipients": [actor(b)]}
            body |= {"kind": kind, "event": parties | {"type": event_type, "score": score, "date": date}}
        elif drawn < 0.6:
            kind, relation, sign = "tie", "supports" if friendly else "opposes", 1 if friendly else -1
            first = day(chance) if chance.random() < 0.2 else None
            value = sign
            period = {"start": first} if first else {}
            tie = {"a": actor(a), "relation": relation, "b": actor(b), "sign": sign, "period": period}
            body |= {"kind": kind, "tie": tie}
        else:
            sign = 1 if friendly else -1
            body |= {"kind": kind, "label": {"target": actor(a), "term": "regime", "valence": sign}}
        last = first if kind == "event" else None
        row = (
            number, body["id"], document, 0, 4, "made", kind, None, "author", 1, commitment, confidence,
            event_type, relation, sign, first, last, "made 1", "unreviewed", json.dumps(body),
        )  # fmt: skip
        days = [datetime.date.fromisoformat(told).toordinal() if told else None for told in (first, last)]
        edge = (
            number, a + 1, b + 1, document, kind == "tie", event_type or relation, value, *days, 1, commitment,
            confidence, "unreviewed",
        )  # fmt: skip
        yield row, edge if value and a != b else None


COLUMNS = (
    "number", "id", "document", "start", "end", "quote", "kind", "holder", "holder_folded", "is_author", "commitment",
    "confidence", "event_type", "relation", "sign", "date_start", "date_end", "extractor", "review", "body",
)  # fmt: skip


def make(path: Path, count: int) -> None:
    """A record of so many statements."""
    chance = random.Random(5)
    Record(path, create=True).close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA synchronous = OFF")
    documents = (count - 1) // A_DOCUMENT + 1
    connection.executemany(
        "INSERT INTO documents (number, id, title, source, source_folded, date, language, text, turns, furniture,"
        " sha256, words, analysed, program) VALUES (?, ?, ?, ?, ?, ?, 'en', 'made', '[]', '[]', ?, 1, 1, '1')",
        (
            (n, f"{n:016x}", f"Document {n}", f"Source {n % SOURCES}", f"source {n % SOURCES}", day(chance), str(n))
            for n in range(1, documents + 1)
        ),
    )
    connection.executemany(
        "INSERT INTO actors (id, name, type, origin, body) VALUES (:id, :name, :type, 'found', :body)",
        (actor(n) | {"body": json.dumps(actor(n) | {"origin": "found"})} for n in range(ACTORS)),
    )
    names = ", ".join(f'"{name}"' for name in COLUMNS)
    places = ", ".join("?" * len(COLUMNS))
    connection.executemany(
        "INSERT INTO edge_actors (number, id) VALUES (?, ?)", ((n + 1, actor(n)["id"]) for n in range(ACTORS))
    )
    drawn = statements(count, chance)
    while chunk := list(islice(drawn, 10_000)):
        connection.executemany(f"INSERT INTO statements ({names}) VALUES ({places})", [row for row, _ in chunk])
        edges = [edge for _, edge in chunk if edge]
        connection.executemany(f"INSERT INTO edges VALUES ({', '.join('?' * len(edges[0]))})", edges)
    connection.commit()
    connection.close()


def timed(name: str, work: Callable[[], T]) -> T:
    wall, processor = time.perf_counter(), sum(os.times()[:4])
    made = work()
    print(f"{name:<58}{time.perf_counter() - wall:8.2f} s{sum(os.times()[:4]) - processor:10.2f} s of processor")
    return made


def main() -> None:
    """Make the record unless it is there, measure and print."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("--statements", type=int, default=1_000_000)
    options.add_argument("--record", type=Path)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = given.record or Path(folder) / "record.db"
        if not path.exists():
            timed(f"making a record of {given.statements:,} statements", lambda: make(path, given.statements))
        with Record(path) as record:
            for at in ("2017-06-30", "2019"):
                made = timed(f"network at {at}", lambda at=at: build(record, Wanted(at=at)))
                print(f"    {len(made.nodes):,} actors, {len(made):,} pairs, {made.statements:,} statements")
            source = Wanted(at="2017-06-30", told_by=("Source 3",))
            timed("network at 2017-06-30 as told by one source", lambda: build(record, source))
            whole = timed("network of all times", lambda: build(record))
            print(f"    {len(whole.nodes):,} actors, {len(whole):,} pairs, {whole.statements:,} statements")
            told = timed("reading all edges", lambda: Told(record))
            windows = list(sweep(str(YEARS[0]), str(YEARS[1]), months=1))
            graphs = timed(f"{len(windows)} networks of a month", lambda: [told.network(w).graph() for w in windows])
            print(f"    {sum(graph.m for graph in graphs):,} ties")
            windows = list(sweep(str(YEARS[0]), str(YEARS[1]), months=12, step=1))
            graphs = timed(f"{len(windows)} networks of a year", lambda: [told.network(w).graph() for w in windows])
            print(f"    {sum(graph.m for graph in graphs):,} ties")
        for words in (["network", "--at", "2017-06-30"], ["drift", "--months", "1", "--seconds", "0.2", "--json"]):
            command = [sys.executable, "-m", "dissensus", words[0], str(path), *words[1:]]
            run = partial(subprocess.run, command, check=True, capture_output=True)
            timed(f"`dissensus {' '.join(words)}`", run)


if __name__ == "__main__":
    main()
