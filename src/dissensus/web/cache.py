"""What takes long to work out and stays the same until the record changes."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, Final, TypeVar, cast

T = TypeVar("T")

_KEPT: Final = 64
"""Answers kept."""

_AT_LEAST: Final = 6
"""Answers kept whatever they weigh."""


def _one(_: object) -> int:
    return 1


class Cache:
    """Answers by what was asked, for one version of the record. What two ask at once is worked out once.

    Args:
        version: tells the version of the record.
        kept: how much all answers that are kept may weigh: those asked for last.
        weigh: tells the weight of an answer; each weighs 1 unless given.
    """

    def __init__(self, version: Callable[[], str], kept: int = _KEPT, weigh: Callable[[Any], int] = _one) -> None:
        self._version = version
        self._kept = kept
        self._weigh = weigh
        self._weight = 0
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
                self._weight = 0
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
                    self._weight += self._weigh(made)
                    while self._weight > self._kept and len(self._answers) > _AT_LEAST:
                        old, answer = self._answers.popitem(last=False)
                        self._weight -= self._weigh(answer)
                        self._locks.pop(old, None)
            return made
