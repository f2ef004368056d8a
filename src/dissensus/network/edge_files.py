"""Signed networks from CSV files of ties: `source`, `target`, `sign`, and where wanted `weight` and `window`."""

from __future__ import annotations

import csv
import io
import math
import sys
from dataclasses import dataclass
from pathlib import Path

from dissensus.errors import MissingPathError, UnreadableError
from dissensus.network.graph import SignedGraph

_SIGNS = {"1": 1, "+1": 1, "1.0": 1, "+": 1, "-1": -1, "-1.0": -1, "-": -1, "\u22121": -1, "\u2212": -1}
_NEUTRAL = {"0", "0.0", "+0", "-0"}
_NEEDED = ("source", "target", "sign")


@dataclass(frozen=True, slots=True)
class EdgeFile:
    """What a file of ties holds.

    Attributes:
        windows: the network of each window in the order of the file; one named "" where it has no such column.
        neutral: lines with sign 0, which say nothing of camps and are left out.
        loops: lines that tie a node to itself; they are left out.
    """

    windows: dict[str, SignedGraph]
    neutral: int
    loops: int


def read_edges(path: Path) -> EdgeFile:
    """Read a CSV file of ties in UTF-8, with its cells parted by commas, semicolons or tabs; `-` is standard input.

    Several lines of one pair in one window are summed with their signs. Columns of other names are passed over.

    Raises:
        MissingPathError: there is no such file.
        UnreadableError: it is no such table; the message names the line and says what to do.
    """
    name = str(path)
    try:
        text = sys.stdin.read() if name == "-" else path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise MissingPathError("there is no such file; check the path", where=name) from None
    except UnicodeDecodeError:
        raise UnreadableError("it is not UTF-8 text; save it as CSV in UTF-8", where=name) from None
    except OSError as error:
        reason = (error.strerror or "it cannot be read").lower()
        raise UnreadableError(f"{reason}; give a CSV file of ties", where=name) from None
    return _parsed(text, name)


def _parsed(text: str, name: str) -> EdgeFile:
    header, _, _ = text.partition("\n")
    separator = max(",;\t", key=header.count)
    rows = csv.reader(io.StringIO(text), delimiter=separator)
    places = _columns([cell.strip().lower() for cell in next(rows, [])], name)
    source_at, target_at, sign_at = (places[column] for column in _NEEDED)
    weight_at, window_at = places.get("weight"), places.get("window")
    least = max(source_at, target_at, sign_at)
    index: dict[str, dict[str, int]] = {}
    ties: dict[str, tuple[list[int], list[int], list[float]]] = {}
    neutral = loops = 0
    try:
        for cells in rows:
            if not cells or not any(map(str.strip, cells)):
                continue
            where = f"{name}:{rows.line_num}"
            if len(cells) <= least:
                message = f"{len(cells)} cells where source, target and sign are needed; complete the line"
                raise UnreadableError(message, where=where)
            a, b, sign = cells[source_at].strip(), cells[target_at].strip(), cells[sign_at].strip()
            if not a or not b:
                raise UnreadableError("source or target is empty; complete the line or take it out", where=where)
            window = cells[window_at].strip() if window_at is not None and window_at < len(cells) else ""
            known, (one, other, signed) = index.setdefault(window, {}), ties.setdefault(window, ([], [], []))
            direction = _SIGNS.get(sign)
            if direction is None:
                if sign not in _NEUTRAL:
                    message = f"sign {sign!r} is neither 1 nor -1; put strengths under a column named weight"
                    raise UnreadableError(message, where=where)
                neutral += 1
            weight = 1.0 if weight_at is None else _weight(cells, weight_at, where)
            loops += a == b
            start, end = known.setdefault(a, len(known)), known.setdefault(b, len(known))
            if direction is not None and start != end:
                one.append(start)
                other.append(end)
                signed.append(direction * weight)
    except csv.Error as error:
        raise UnreadableError(f"it is not CSV ({error}); save it as CSV in UTF-8", where=name) from None
    if not index:
        raise UnreadableError("it holds no ties; give one a line below the column names", where=name)
    windows = {window: SignedGraph.from_arrays(tuple(known), *ties[window]) for window, known in index.items()}
    return EdgeFile(windows, neutral, loops)


def _columns(names: list[str], where: str) -> dict[str, int]:
    missing = [column for column in _NEEDED if column not in names]
    if missing:
        message = f"column {missing[0]!r} is missing; the first line must name source, target and sign"
        raise UnreadableError(message, where=where)
    return {column: names.index(column) for column in (*_NEEDED, "weight", "window") if column in names}


def _weight(cells: list[str], place: int, where: str) -> float:
    written = cells[place].strip() if place < len(cells) else ""
    try:
        weight = float(written)
    except ValueError:
        weight = math.nan
    if not (math.isfinite(weight) and weight > 0):
        message = f"weight {written!r} is no number above zero; the direction belongs under sign"
        raise UnreadableError(message, where=where)
    return weight
