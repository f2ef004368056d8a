"""The frustration index beside general solvers: seconds, results and bounds, in one run.

    python -m benchmarks.balance [--limit SECONDS] [--signed FOLDER] [--large] [--peers PYTHON]

Networks with planted camps always; those of a folder of ties in CSV (such as shared/signed) where there is one. Peers
are CP-SAT (ortools, 8 workers), HiGHS (highspy) and GLPK, to which the R package signnet hands this problem; those that
are not installed are passed over with a message. Every solver has its own process and is timed without reading the
file. `--peers` names another Python that has them.
"""

from __future__ import annotations

import argparse
import csv
import json
import math
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.balance_peers import SOLVERS
from dissensus.network.edge_files import read_edges
from dissensus.network.graph import SignedGraph
from dissensus.network.planted import planted

PLANTED = ((500, 2_500, 0.10), (2_000, 10_000, 0.10), (10_000, 30_000, 0.05))
LARGE = (100_000, 1_000_000, 0.10)
WINDOWS = 8
"""Every so manyth window of a file with windows is taken."""

OURS = "Dissensus"


@dataclass
class Task:
    """A network to split into two camps, and the noise that was planted in it."""

    name: str
    graph: SignedGraph
    noise: int | None = None


def tasks(signed: Path | None, large: bool) -> list[Task]:
    found = []
    for path in sorted(signed.glob("*.csv")) if signed else ():
        with path.open(encoding="utf-8") as file:
            if not {"source", "target", "sign"} <= set(next(csv.reader(file))):
                continue
        windows = read_edges(path).windows
        chosen = list(windows)[:: WINDOWS if len(windows) > 1 else 1]
        found += [Task(f"{path.stem} {window}".strip(), windows[window].unweighted()) for window in chosen]
    for n, m, noise in (*PLANTED, LARGE) if large else PLANTED:
        made = planted(n, m, noise, seed=1)
        found.append(Task(f"planted {n:,} / {m:,}", made.graph, made.noise))
    return found


def write(graph: SignedGraph, path: Path) -> None:
    names = np.array(graph.nodes, dtype=object)
    rows = zip(names[graph.source], names[graph.target], graph.sign.tolist(), strict=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("source", "target", "sign"))
        writer.writerows(rows)


def ours(path: Path, limit: float) -> dict[str, Any]:
    command = [sys.executable, "-m", "dissensus", "camps", "--edges", str(path), "--json", "--time-limit", str(limit)]
    told = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return {"cost": told["frustration"], "bound": told["lower_bound"], "seconds": told["seconds"]}


def peer(name: str, python: str, path: Path, limit: float) -> dict[str, Any]:
    script = Path(__file__).with_name("balance_peers.py")
    try:
        done = subprocess.run(
            [python, str(script), name, str(path), str(limit)], capture_output=True, text=True, timeout=3 * limit + 60
        )
        return json.loads(done.stdout.splitlines()[-1]) if done.returncode == 0 else {"failed": done.stderr[-200:]}
    except subprocess.TimeoutExpired:
        return {"failed": "did not keep to its time limit"}


def told(result: dict[str, Any]) -> str:
    if "failed" in result:
        return "failed"
    cost, bound = result["cost"], result["bound"]
    if cost is None or not math.isfinite(cost):
        return f"{result['seconds']:7.2f} s  no split"
    proven = bound >= cost - 1e-6
    return f"{result['seconds']:7.2f} s  {cost:.0f}" + ("" if proven else f" >= {max(bound, 0):.0f}")


def proven(result: dict[str, Any]) -> bool:
    return result.get("cost") is not None and result.get("bound", -1) >= result["cost"] - 1e-6


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--limit", type=float, default=60.0, help="seconds for each solver on each network")
    options.add_argument("--signed", type=Path, default=Path("../shared/signed"), help="a folder of ties in CSV")
    options.add_argument("--large", action="store_true", help="also 1,000,000 ties, ours alone")
    options.add_argument("--peers", default=sys.executable, help="a Python that has the peers")
    chosen = options.parse_args()
    peers = list(SOLVERS)
    print(f"{'network':28} {'ties':>9}  {OURS:22}" + "".join(f"{name:22}" for name in peers))
    ratios: dict[str, list[float]] = {name: [] for name in peers}
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "ties.csv"
        for task in tasks(chosen.signed if chosen.signed.is_dir() else None, chosen.large):
            write(task.graph, path)
            mine = ours(path, chosen.limit)
            cells = [told(mine)]
            for name in list(peers):
                if task.graph.m > 100_000:
                    cells.append("not tried")
                    continue
                result = peer(name, chosen.peers, path, chosen.limit)
                if "missing" in result:
                    print(f"{name} is passed over: {result['missing']} is not installed")
                    peers.remove(name)
                    continue
                cells.append(told(result))
                if proven(mine):
                    # A peer that proves nothing has at least used up its time.
                    ratios[name].append(max(result.get("seconds", chosen.limit), 1e-3) / max(mine["seconds"], 1e-3))
                if proven(result) and proven(mine) and abs(result["cost"] - mine["cost"]) > 0.5:
                    raise SystemExit(f"{task.name}: {name} proves {result['cost']}, we prove {mine['cost']}")
            noise = f"  planted {task.noise}" if task.noise is not None else ""
            print(f"{task.name:28} {task.graph.m:9,}  " + "".join(f"{cell:22}" for cell in cells) + noise, flush=True)
    print("Costs after >= are lower bounds of what is not proven.")
    means = {name: round(math.exp(sum(map(math.log, of)) / len(of)), 1) for name, of in ratios.items() if of}
    for name, mean in means.items():
        print(f"{name} takes at least {mean} times as long, in the geometric mean of {len(ratios[name])} networks")
    print(json.dumps({"benchmark": "balance", "at least times as long": means}))


if __name__ == "__main__":
    main()
