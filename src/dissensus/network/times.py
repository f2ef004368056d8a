"""How much is told of each year and of each month."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dissensus.network.build import Told
from dissensus.network.windows import FIRST, LAST


class Times(NamedTuple):
    """Statements by the year, 2019, and by the month, 2019-10, of which they tell, in order; none are left out.

    A statement counts in every year and month that its words give it, without a window's memory. What is told of all
    times counts in none.
    """

    years: dict[str, int]
    months: dict[str, int]


def told_of(told: Told) -> Times:
    """Count what a record tells by time."""
    first, last = told.days.first, told.days.last
    placed = (first <= last) & ((first > FIRST) | (last < LAST))
    edge = np.flatnonzero(placed)
    if not len(edge):
        return Times({}, {})
    # All edges of a statement have its days, so one of them is enough.
    of_statement = np.full(int(told.edges.statement.max()) + 1, -1, dtype=np.int64)
    of_statement[told.edges.statement[edge]] = edge
    chosen = of_statement[of_statement >= 0]
    months = _months(first[chosen]), _months(last[chosen])
    years = _counted(months[0] // 12, months[1] // 12)
    by_month = _counted(*months)
    return Times(
        {f"{year:04}": count for year, count in years.items()},
        {f"{month // 12:04}-{month % 12 + 1:02}": count for month, count in by_month.items()},
    )


def _months(days: NDArray[np.int32]) -> NDArray[np.int64]:
    """Months since the year 0 of ordinal days. There are far fewer days than edges, so each is worked out once."""
    low = int(days.min())
    every = np.arange(low, int(days.max()) + 1)
    months = (np.datetime64("0001-01-01") + (every - 1)).astype("datetime64[M]").astype(np.int64) + 1970 * 12
    found: NDArray[np.int64] = months[days - low]
    return found


def _counted(begin: NDArray[np.int64], end: NDArray[np.int64]) -> dict[int, int]:
    """In how many of the stretches each number lies that lies in any."""
    low = int(begin.min())
    steps = np.bincount(begin - low, minlength=int(end.max()) - low + 2)
    steps[: int(end.max()) - low + 2] -= np.bincount(end - low + 1, minlength=len(steps))
    counts = np.cumsum(steps)
    return {low + place: int(counts[place]) for place in np.flatnonzero(counts).tolist()}
