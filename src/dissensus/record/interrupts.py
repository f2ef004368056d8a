"""Ctrl-C that is not lost.

Python raises `KeyboardInterrupt` wherever the program happens to be, and now and then that is inside a library that
takes it for an ordinary failure and goes on. So a reading also remembers that it was interrupted, and asks itself
between two steps.
"""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Iterator
from types import FrameType


class Interrupts:
    """Whether Ctrl-C was heard, and whether it has to wait."""

    def __init__(self) -> None:
        self._heard = False
        self._waits = False

    def hear(self, _: int = 0, __: FrameType | None = None) -> None:
        """Ctrl-C came.

        Raises:
            KeyboardInterrupt: unless it has to wait.
        """
        self._heard = True
        self.check()

    def check(self) -> None:
        """Raise what was heard and swallowed, or had to wait.

        Raises:
            KeyboardInterrupt: Ctrl-C was heard.
        """
        if self._heard and not self._waits:
            raise KeyboardInterrupt

    @property
    def heard(self) -> bool:
        """Whether Ctrl-C came."""
        return self._heard

    @contextlib.contextmanager
    def held_back(self) -> Iterator[None]:
        """Inside, Ctrl-C waits until the end: for what must happen together, as a document and its count."""
        self._waits = True
        try:
            yield
        finally:
            self._waits = False
        self.check()


@contextlib.contextmanager
def remembered_interrupts() -> Iterator[Interrupts]:
    """Inside, Ctrl-C raises `KeyboardInterrupt` as always, and is remembered where that was swallowed.

    Leaves alone a program that handles interrupts itself, and threads, which never see them.
    """
    interrupts = Interrupts()
    ours = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if not ours or threading.current_thread() is not threading.main_thread():
        yield interrupts
        return
    signal.signal(signal.SIGINT, interrupts.hear)
    try:
        yield interrupts
    except Exception as error:
        # What a library makes of the interrupt is not what happened.
        if interrupts.heard:
            raise KeyboardInterrupt from error
        raise
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    interrupts.check()
