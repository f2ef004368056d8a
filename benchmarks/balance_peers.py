"""One exact solver on one signed network, in a process of its own; `benchmarks.balance` starts it.

    python benchmarks/balance_peers.py SOLVER TIES.csv SECONDS

Prints one JSON object: the seconds of the solver, the cost of its split and its bound, or what is missing. Needs
nothing of Dissensus, so that it also runs where only the solver is installed.

All take the published model with a 0/1 variable for each node and each tie (Aref, Mason and Wilson 2020, "XOR"): a tie
is left unexplained, at a cost of 1, when its ends stand otherwise than its sign says. GLPK is the solver that the R
package signnet hands this problem to.
"""

from __future__ import annotations

import csv
import json
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

Tie = tuple[int, int, int]


def read(path: str) -> tuple[int, list[Tie]]:
    index: dict[str, int] = {}
    with Path(path).open(encoding="utf-8", newline="") as file:
        ties = [
            (index.setdefault(row["source"], len(index)), index.setdefault(row["target"], len(index)), int(row["sign"]))
            for row in csv.DictReader(file)
        ]
    return len(index), ties


def cp_sat(n: int, ties: list[Tie], limit: float) -> dict[str, Any]:
    from ortools.sat.python import cp_model

    model = cp_model.CpModel()
    side = [model.new_bool_var("") for _ in range(n)]
    lost = [model.new_bool_var("") for _ in ties]
    model.add(side[0] == 0)
    for tie, (a, b, sign) in zip(lost, ties, strict=True):
        other = side[b] if sign > 0 else ~side[b]
        model.add_bool_or([tie, ~side[a], other])
        model.add_bool_or([tie, side[a], ~other])
    model.minimize(sum(lost))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 8
    solver.parameters.max_time_in_seconds = limit
    solver.solve(model)
    return {"cost": solver.objective_value, "bound": solver.best_objective_bound}


def highs(n: int, ties: list[Tie], limit: float) -> dict[str, Any]:
    import highspy

    with tempfile.TemporaryDirectory() as scratch:
        path = _written(n, ties, Path(scratch))
        solver = highspy.Highs()
        solver.setOptionValue("output_flag", False)
        solver.setOptionValue("time_limit", limit)
        solver.readModel(str(path))
        solver.run()
        found = solver.getInfo()
    return {"cost": found.objective_function_value, "bound": found.mip_dual_bound}


def glpk(n: int, ties: list[Tie], limit: float) -> dict[str, Any]:
    if shutil.which("glpsol") is None:
        raise ImportError("glpsol (Debian: glpk-utils)")
    with tempfile.TemporaryDirectory() as scratch:
        path = _written(n, ties, Path(scratch))
        command = ["glpsol", "--lp", str(path), "--tmlim", str(int(limit)), "-o", str(Path(scratch) / "out")]
        told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        out = (Path(scratch) / "out").read_text() if (Path(scratch) / "out").exists() else ""
    cost = re.search(r"Objective:\s+\S+ = (\S+)", out)
    bounds = re.findall(r">=\s+(\S+)", told)
    value = float(cost[1]) if cost and "INTEGER" in out and "UNDEFINED" not in out else None
    proven = "INTEGER OPTIMAL SOLUTION FOUND" in told
    return {"cost": value, "bound": value if proven else float(bounds[-1]) if bounds else 0.0}


def _written(n: int, ties: list[Tie], folder: Path) -> Path:
    """The model in CPLEX's LP format."""
    lines = ["Minimize", " lost: " + " + ".join(f"f{tie}" for tie in range(len(ties))), "Subject To"]
    for tie, (a, b, sign) in enumerate(ties):
        if sign > 0:
            lines += [f" f{tie} - x{a} + x{b} >= 0", f" f{tie} + x{a} - x{b} >= 0"]
        else:
            lines += [f" f{tie} - x{a} - x{b} >= -1", f" f{tie} + x{a} + x{b} >= 1"]
    lines += [
        " x0 = 0",
        "Binary",
        *(f" x{node}" for node in range(n)),
        *(f" f{tie}" for tie in range(len(ties))),
        "End",
    ]
    path = folder / "model.lp"
    path.write_text("\n".join(lines))
    return path


SOLVERS = {"CP-SAT": cp_sat, "HiGHS": highs, "GLPK": glpk}


def main() -> None:
    name, path, limit = sys.argv[1:]
    n, ties = read(path)
    start = time.perf_counter()
    try:
        found = SOLVERS[name](n, ties, float(limit))
    except ImportError as error:
        found = {"missing": error.name or str(error)}
    print(json.dumps({**found, "seconds": time.perf_counter() - start}))


if __name__ == "__main__":
    main()
