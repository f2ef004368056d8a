"""What stands below a list: how much there is, how much of it was shown, and why there may be nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dissensus.cli.output import count

if TYPE_CHECKING:
    from dissensus.record.record import Record


def summed_up(noun: str, shown: int, offset: int, matching: int, in_all: int) -> str:
    """How much of what matches was shown, and how to see more.

    Args:
        noun: what is listed, in the singular.
        shown: how many were shown.
        offset: how many were skipped before them.
        matching: how many there are of the sort asked for.
        in_all: how many there are of any sort, at least one.
    """
    if not matching:
        return f"Nothing matches, of {count(in_all, noun)}; try fewer conditions, or a wider --since and --until."
    if not shown:
        return f"Only {count(matching, noun)} match; try a smaller --offset or a larger --limit."
    if shown + offset < matching:
        seen = f"these are {offset + 1:,} to {offset + shown:,}; go on with --offset {offset + shown}"
        return f"{count(matching, noun)} in all, {seen}."
    return f"{count(matching, noun)}."


def nothing_in(record: Record, what: str = "statements") -> str:
    """Why a record holds none of what is found in texts, and what to do."""
    found = record.info()
    if not found.documents:
        return f"The record holds no {what} yet; fill it with `dissensus read`."
    unread = sum(found.not_analysed.values())
    languages = ", ".join(sorted(found.not_analysed))
    why = f"; {unread:,} not analysed, being in other languages than English ({languages})" if unread else ""
    return f"The record holds no {what} yet, in {count(found.documents, 'document')}{why}."
