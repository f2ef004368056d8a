"""When an edge counts, and stretches of time to ask for."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dissensus.errors import DissensusError
from dissensus.network.wanted import Undated, Wanted
from dissensus.record.words import first_day, last_day

UNTOLD: Final = 0
"""Stands for a day that is not told; days are `date.toordinal()`, which begin at 1."""

FIRST, LAST = datetime.date.min.toordinal(), datetime.date.max.toordinal()

_MOST_WINDOWS: Final = 10_000


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of time.

    Attributes:
        first: its first day, as `date.toordinal()`.
        last: its last day.
        memory: months before it from which events, and ties whose end is not told, still count.
    """

    first: int
    last: int
    memory: int = 0

    @property
    def since(self) -> str:
        """The first day, ISO 8601."""
        return datetime.date.fromordinal(self.first).isoformat()

    @property
    def until(self) -> str:
        """The last day, ISO 8601."""
        return datetime.date.fromordinal(self.last).isoformat()

    @property
    def remembered(self) -> int:
        """The first day that still counts."""
        return _months_before(self.first, self.memory) if self.memory else self.first

    @property
    def name(self) -> str:
        """Its days as briefly as can be: 2019, 2019-10, 2019-10-20, or two of these with `/` between."""
        first, last = datetime.date.fromordinal(self.first), datetime.date.fromordinal(self.last)
        if first == last:
            return first.isoformat()
        begins, ends = first.day == 1, last.day == calendar.monthrange(last.year, last.month)[1]
        if not (begins and ends):
            return f"{first.isoformat()}/{last.isoformat()}"
        if (first.month, last.month) == (1, 12):
            return f"{first.year:04}" if first.year == last.year else f"{first.year:04}/{last.year:04}"
        one, other = f"{first.year:04}-{first.month:02}", f"{last.year:04}-{last.month:02}"
        return one if one == other else f"{one}/{other}"


@dataclass(frozen=True, slots=True)
class Days:
    """When each edge counts.

    Attributes:
        first: int32, its first day.
        last: int32, its last day; before `first` where it cannot be placed in time.
        carries: whether it goes on counting for the months of a window's memory.
        from_document: whether the day is its document's, since its own words give none.
    """

    first: NDArray[np.int32]
    last: NDArray[np.int32]
    carries: NDArray[np.bool_]
    from_document: NDArray[np.bool_]

    def within(self, window: Window) -> NDArray[np.bool_]:
        """Which edges count in a window."""
        reaching = (self.last >= window.remembered) & (self.carries | (self.last >= window.first))
        return reaching & (self.first <= window.last) & (self.first <= self.last)

    def take(self, kept: NDArray[np.bool_]) -> Days:
        """Those of some edges."""
        return Days(self.first[kept], self.last[kept], self.carries[kept], self.from_document[kept])


def window_of(wanted: Wanted) -> Window | None:
    """The window that is asked for; None when all times are."""
    if wanted.at is not None:
        return Window(_ordinal(first_day(wanted.at)), _ordinal(last_day(wanted.at)), wanted.memory)
    if wanted.since is None and wanted.until is None:
        return None
    first = _ordinal(first_day(wanted.since)) if wanted.since else FIRST
    return Window(first, _ordinal(last_day(wanted.until)) if wanted.until else LAST)


def days_of(
    tie: NDArray[np.bool_],
    told_first: NDArray[np.int32],
    told_last: NDArray[np.int32],
    document_first: NDArray[np.int32],
    document_last: NDArray[np.int32],
    undated: Undated,
) -> Days:
    """When each edge counts.

    An event counts on its days. A tie counts from its first day to its last; where no end is told, it is known to hold
    until the date of its document; where only the end is told, it is known to hold then. What gives no date at all
    counts as `undated` says. All days are `UNTOLD` where they are not told.
    """
    begins, ends = told_first != UNTOLD, told_last != UNTOLD
    first = np.where(begins, told_first, told_last)
    until_document = np.maximum(first, document_last)
    last = np.where(ends, told_last, np.where(tie, until_document, first))
    bare = ~begins & ~ends
    placed = np.zeros_like(bare)
    if undated is Undated.ALWAYS:
        first, last = np.where(bare, FIRST, first), np.where(bare, LAST, last)
    elif undated is not Undated.NONE:
        placed = bare & (document_first != UNTOLD) & (tie if undated is Undated.TIES else True)
        first, last = np.where(placed, document_first, first), np.where(placed, document_last, last)
    if undated is not Undated.ALWAYS:
        lost = bare & ~placed
        first, last = np.where(lost, LAST, first), np.where(lost, UNTOLD, last)
    return Days(first.astype(np.int32), last.astype(np.int32), ~(tie & ends), placed)


def sweep(since: str, until: str, *, months: int = 12, step: int | None = None) -> Iterator[Window]:
    """Windows of so many months each, from the month of `since` on; the last one reaches the month of `until`.

    Args:
        since: a day, month or year.
        until: the same.
        months: how long each is.
        step: months from the beginning of one to the next; as long as they are, unless given.

    Raises:
        DissensusError: `until` is before `since`, there would be too many, or a number is below 1.
    """
    step = months if step is None else step
    if months < 1 or step < 1:
        raise DissensusError("windows and steps must be of 1 month or more")
    place, end = _month(first_day(since)), _month(last_day(until))
    if end < place:
        raise DissensusError(f"the windows end before they begin: {since} to {until}")
    if (end - place) // step >= _MOST_WINDOWS:
        raise DissensusError(f"more than {_MOST_WINDOWS:,} windows; choose a longer step")
    while place <= end:
        yield Window(_begin(place), _begin(place + months) - 1 if place + months < 9999 * 12 else LAST)
        if place + months > end:
            return
        place += step


def _ordinal(day: str) -> int:
    return datetime.date.fromisoformat(day).toordinal()


def _month(day: str) -> int:
    return int(day[:4]) * 12 + int(day[5:7]) - 1


def _begin(month: int) -> int:
    return datetime.date(month // 12, month % 12 + 1, 1).toordinal()


def _months_before(day: int, months: int) -> int:
    date = datetime.date.fromordinal(day)
    place = date.year * 12 + date.month - 1 - months
    if place < 12:
        return FIRST
    longest = calendar.monthrange(place // 12, place % 12 + 1)[1]
    return datetime.date(place // 12, place % 12 + 1, min(date.day, longest)).toordinal()
