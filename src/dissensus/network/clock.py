"""How long a search may go on, and Ctrl-C as a wish to have what was found so far."""

from __future__ import annotations

import math
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TypeVar

T = TypeVar("T")

_GLANCE = 0.05
"""Seconds between two looks at whether to end."""


class Clock:
    """Time since its making, and what is left of a limit in seconds; without a limit, time never ends by itself.

    Attributes:
        stopped: whether somebody asked to end at once.
    """

    def __init__(self, limit: float | None = None, parent: Clock | None = None) -> None:
        self.limit = math.inf if limit is None else limit
        self.stopped = False
        self._parent = parent
        self._start = time.monotonic()

    @property
    def spent(self) -> float:
        """Seconds so far."""
        return time.monotonic() - self._start

    @property
    def left(self) -> float:
        """Seconds that are left, never below zero."""
        return max(0.0, self.limit - self.spent)

    @property
    def over(self) -> bool:
        """Whether the limit is reached, or whoever waits has asked to end."""
        return self.stopped or self.spent >= self.limit or (self._parent is not None and self._parent.over)

    def part(self, share: float) -> Clock:
        """A clock for a share of what is left."""
        return Clock(None if math.isinf(self.limit) else share * self.left, self)

    def unless_stopped(self, work: Callable[[], T]) -> T | None:
        """What some work gives, or None as soon as somebody asks to end: for work that does not heed Ctrl-C itself.

        It is done in a thread of its own, which is left to itself when it is no longer waited for.
        """
        done: list[T] = []
        failed: list[BaseException] = []

        def run() -> None:
            try:
                done.append(work())
            except BaseException as error:
                failed.append(error)

        thread = threading.Thread(target=run, daemon=True)
        thread.start()
        while thread.is_alive():
            thread.join(_GLANCE)
            if self._asked_to_end:
                return None
        if failed:
            raise failed[0]
        return done[0]

    @property
    def _asked_to_end(self) -> bool:
        return self.stopped or (self._parent is not None and self._parent._asked_to_end)

    @contextmanager
    def heeding_interrupts(self) -> Iterator[None]:
        """While inside, the first Ctrl-C stops this clock; a second one interrupts as usual."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = signal.getsignal(signal.SIGINT)

        def stop(number: int, frame: FrameType | None) -> None:
            self.stopped = True
            signal.signal(signal.SIGINT, before)

        signal.signal(signal.SIGINT, stop)
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, before)
