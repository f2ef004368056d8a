"""What takes long to work out and stays the same until the record changes."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, Final, TypeVar, cast

T = TypeVar("T")

_KEPT: Final = 64
"""Answers kept."""


class Cache:
    """Answers by what was asked, for one version of the record. What two ask at once is worked out once.

    Args:
        version: tells the version of the record.
        kept: how many answers are kept: those asked for last.
    """

    def __init__(self, version: Callable[[], str], kept: int = _KEPT) -> None:
        self._version = version
        self._kept = kept
        self._of: str | None = None
        self._answers: OrderedDict[Hashable, Any] = OrderedDict()
        self._locks: dict[Hashable, threading.Lock] = {}
        self._lock = threading.Lock()

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """The answer kept under a key, or else what `make` gives."""
        with self._lock:
            version = self._version()
            if version != self._of:
                self._of = version
                self._answers.clear()
                self._locks.clear()
            if key in self._answers:
                self._answers.move_to_end(key)
                return cast("T", self._answers[key])
            lock = self._locks.setdefault(key, threading.Lock())
        with lock:
            with self._lock:
                if self._of == version and key in self._answers:
                    return cast("T", self._answers[key])
            made = make()
            with self._lock:
                if self._of == version:
                    self._answers[key] = made
                    while len(self._answers) > self._kept:
                        old, _ = self._answers.popitem(last=False)
                        self._locks.pop(old, None)
            return made
