"""What every decision of a person is kept with: who, and when."""

from __future__ import annotations

import datetime

from dissensus.errors import InputError


def decided_at() -> str:
    """This moment in UTC, ISO 8601, to the second."""
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")


def check_name(by: str, what: str) -> None:
    """See that somebody answers for a decision.

    Raises:
        InputError: nobody is named. `what` says what needs a name.
    """
    if not by.strip():
        raise InputError(f"a {what} needs the name of who makes it")
