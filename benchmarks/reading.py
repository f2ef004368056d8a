"""How much of the bare parser's speed `dissensus read` keeps, where the rest goes, and what a second process gains.

    python -m benchmarks.reading [--words N]

The bare parser is `nlp.pipe` of the same model over the same texts in one process. Both sides are measured in this run,
in turns, and the best of each counts; models are loaded before the clock starts. Finding alone is given the parse and
the actors, and counts the processor's time on one core in the best of three rounds.
"""

from __future__ import annotations

import argparse
import gc
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import dissensus
from benchmarks.texts import copies, write
from dissensus.actors.dictionary import Dictionary
from dissensus.actors.resolve import Resolver
from dissensus.finding.analyse import find_statements
from dissensus.model import Document
from dissensus.parsing.dates import find_dates
from dissensus.parsing.parser import Parser
from dissensus.parsing.quotations import find_quotations
from dissensus.parsing.references import find_references
from dissensus.reading import documents, sources

ROUNDS = 2
FINDING_ROUNDS = 3


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def least(work: Callable[[], object], rounds: int) -> float:
    """Seconds of this thread alone, in the best of some rounds.

    What lies in memory already, every document of this benchmark at once, is kept from the garbage collector: while
    texts are read only a few documents are there to be gone over.
    """
    gc.collect()
    gc.freeze()
    spent = []
    for _ in range(rounds):
        start = time.thread_time()
        work()
        spent.append(time.thread_time() - start)
    gc.unfreeze()
    return min(spent)


def bare(parser: Parser, texts: list[str]) -> None:
    with parser.memory():
        for _ in parser.nlp.pipe(texts):
            pass


def stages(parser: Parser, folder: Path) -> dict[str, float]:
    """Seconds of each stage, run one after the other on all documents."""
    spent: dict[str, float] = {}
    read: list[Document] = []
    spent["reading files"] = timed(
        lambda: read.extend(d for s in sources([folder]) for d in documents(s) if isinstance(d, Document))
    )
    resolver = Resolver(Dictionary.load())
    with parser.memory():
        start = time.perf_counter()
        parsed = list(parser.parse_all(read))
        spent["parsing, all of it"] = time.perf_counter() - start
        spent["  of which dates"] = timed(lambda: [find_dates(p) for p in parsed])
        spent["  of which quotations"] = timed(lambda: [find_quotations(p) for p in parsed])
        spent["  of which references"] = timed(lambda: [find_references(p) for p in parsed])
        start = time.perf_counter()
        resolved = [resolver.resolve(p) for p in parsed]
        spent["actors"] = time.perf_counter() - start
        pairs = list(zip(parsed, resolved, strict=True))
        spent["finding"] = least(lambda: [find_statements(p, r) for p, r in pairs], FINDING_ROUNDS)
    sentences = sum(len(p.sentences) for p in parsed)
    spent["sentences"] = float(sentences)
    return spent


def command(folder: Path, record: Path, jobs: int) -> float:
    arguments = [sys.executable, "-m", "dissensus", "read", str(folder), "--record", str(record), "--jobs", str(jobs)]
    return timed(lambda: subprocess.run(arguments, check=True, capture_output=True))


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--words", type=int, default=60_000)
    words = options.parse_args().words
    texts = copies(words)
    words = sum(len(text.split()) for text in texts)
    parser = Parser()
    bare(parser, texts[:2])
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "texts"
        write(folder, texts)
        bares, reads = [], []
        for turn in range(ROUNDS):
            bares.append(timed(lambda: bare(parser, texts)))
            with dissensus.open(Path(scratch) / f"{turn}.db", create=True) as record:
                record.read([folder / "000000.txt"])
                reads.append(timed(lambda: record.read([folder])))
        parts = stages(parser, folder)
        one, two = command(folder, Path(scratch) / "one.db", 1), command(folder, Path(scratch) / "two.db", 2)
    ratio = min(bares) / min(reads)
    print(f"{words} words, {len(texts)} documents")
    print(f"bare parser     {words / min(bares):8.0f} words a second")
    print(f"dissensus read  {words / min(reads):8.0f} words a second")
    print(f"ratio           {ratio:8.2f}")
    sentences = parts.pop("sentences")
    for name, seconds in parts.items():
        print(f"{name:24} {1e6 * seconds / words:6.1f} microseconds a word")
    print(f"finding alone   {sentences / parts['finding']:8.0f} sentences a second")
    print(f"--jobs 2 against --jobs 1, whole command: {one / two:.2f} times as fast")
    print(json.dumps({"benchmark": "reading", "ratio": round(ratio, 3), "jobs": round(one / two, 3)}))


if __name__ == "__main__":
    main()
