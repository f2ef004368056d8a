"""Figures may not fall: `floors.json` holds the lowest that each may be.

There are entries on the project's own keys and on the data sets that may lie beside the checkout; an entry whose data
is not there is skipped and named. Each has `task`, `data` (and `texts`), `at_least` (figures by name), `at_most`, and
`reason`, which must say why whenever a floor was lowered.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
FLOORS = Path(__file__).with_name("floors.json")


def check(run: Callable[[str, list[Path], Path | None], dict[str, Any]]) -> int:
    """Run every entry; print one JSON line each.

    Returns:
        How many figures fell below their floor.
    """
    fallen = 0
    for entry in json.loads(FLOORS.read_text(encoding="utf-8"))["floors"]:
        data = [ROOT / name for name in entry["data"]]
        if not all(path.exists() for path in data):
            print(json.dumps({"task": entry["task"], "skipped": f"no {entry['data'][0]} here"}))
            continue
        result = run(entry["task"], data, ROOT / entry["texts"] if entry.get("texts") else None)
        print(json.dumps({**result, "data": entry["data"][0]}))
        for name, floor in entry["at_least"].items():
            if (result.get(name) or 0.0) < floor:
                fallen += 1
                print(f"{entry['task']} {name} fell to {result.get(name)}, below its floor {floor}", file=sys.stderr)
        for name, most in entry.get("at_most", {}).items():
            if (result.get(name) or 0) > most:
                fallen += 1
                print(f"{entry['task']} {name} rose to {result.get(name)}, above {most}", file=sys.stderr)
    return fallen
