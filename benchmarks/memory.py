"""Peak memory of reading many short documents against few.

    python -m benchmarks.memory [--few N] [--many N]

Each is read by a process of its own, whose largest resident set the operating system (Linux) reports.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.texts import short_documents, write


def peak(folder: Path, record: Path) -> int:
    """MiB."""
    program = (
        "import sys, dissensus\n"
        "from benchmarks.used import most_memory\n"
        "with dissensus.open(sys.argv[2], create=True) as record: record.read([sys.argv[1]])\n"
        "print(most_memory())"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(folder), str(record)], check=True, capture_output=True, text=True
    )
    return int(done.stdout.split()[-1])


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--few", type=int, default=500)
    options.add_argument("--many", type=int, default=10_000)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        peaks = {}
        for count in (chosen.few, chosen.many):
            folder = Path(scratch) / str(count)
            write(folder, short_documents(count))
            peaks[count] = peak(folder, Path(scratch) / f"{count}.db")
            print(f"{count:6} documents: {peaks[count]} MiB at most")
    ratio = peaks[chosen.many] / peaks[chosen.few]
    print(json.dumps({"benchmark": "memory", "ratio": round(ratio, 3)}))


if __name__ == "__main__":
    main()
