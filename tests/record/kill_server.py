"""Reads into records in forked children, so that a test can kill them without paying for imports each time.

Takes lines `RECORD TEXTS ANALYSER` and answers `child PID`; to a further, empty line it answers `ended STATUS`.
ANALYSER is `light` (one of the tests' own, slowed down) or `real` (the program's, loaded once, its lexicons too).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from record_fakes import FakeAnalyser, text_of

from dissensus.model import Actor, Document
from dissensus.reading.registry import formats
from dissensus.record import ingest
from dissensus.record.record import Record
from dissensus.record.workers import Analyser

ingest.BATCH = 400  # type: ignore[misc]
loaded: list[Analyser] = []


def light(actors: Sequence[Actor]) -> Analyser:
    return FakeAnalyser(pause=0.01)


def real(actors: Sequence[Actor]) -> Analyser:
    return loaded[0]


def main() -> None:
    formats()
    for line in sys.stdin:
        record, texts, name = line.rstrip("\n").split("\t")
        if name == "real" and not loaded:
            loaded.append(ingest.default_analyser())
            text = "\n\n".join(text_of(number) for number in range(20))
            list(loaded[0].analyse_all([Document(id="0" * 20, text=text, sha256="0" * 64)]))
        child = os.fork()
        if child == 0:
            Record(record, create=True).read(texts, analyser=real if name == "real" else light)
            os._exit(0)
        print("child", child, flush=True)
        sys.stdin.readline()  # until then the child's number stays its own, even when it has ended
        print("ended", os.waitpid(child, 0)[1], flush=True)


if __name__ == "__main__":
    main()
