"""`python -m evaluation TASK --data FILE`: one JSON line with `task`, `n`, `figure` and details."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from evaluation import attribution, calibration, claims, events, floors, keys, sample, sentences

ON_DATA: dict[str, Callable[[Path], dict[str, Any]]] = {
    "actors": sentences.actors,
    "events-pair": events.between_pair,
    "events-sentence": events.whole,
    "attribution": attribution.evaluate,
    "attitudes": sentences.attitudes,
    "commitment": sentences.commitment,
    "loaded": sentences.loaded,
    "claims": claims.evaluate,
}
ON_KEYS: dict[str, Callable[[Path, list[Path]], dict[str, Any]]] = {
    "keys": keys.evaluate,
    "figures": keys.figures,
    "calibration": calibration.evaluate,
}


def run(task: str, data: list[Path], texts: Path | None) -> dict[str, Any]:
    """One task on its data."""
    if task in ON_KEYS:
        return ON_KEYS[task](texts or data[0].parent, data)
    return ON_DATA[task](data[0])


def main() -> int:
    """Parse arguments, run, print."""
    if sys.argv[1:2] == ["sample"]:
        return sample.main(sys.argv[2:])
    parser = argparse.ArgumentParser(prog="python -m evaluation", description=__doc__)
    parser.add_argument("task", choices=[*ON_KEYS, *ON_DATA, "floors"])
    parser.add_argument(
        "--data", nargs="+", type=Path, default=[], help="JSON Lines; for keys and figures one key a text"
    )
    parser.add_argument("--texts", type=Path, help="keys and figures: the folder of the texts that the keys belong to")
    options = parser.parse_args()
    if options.task == "floors":
        return 1 if floors.check(run) else 0
    missing = [str(path) for path in options.data if not path.is_file()]
    if not options.data or missing:
        parser.error(f"no file {missing[0]}" if missing else f"{options.task} needs --data FILE")
    if options.texts is not None and not options.texts.is_dir():
        parser.error(f"no folder {options.texts}")
    print(json.dumps(run(options.task, options.data, options.texts)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
