"""Ctrl-C that is not lost.

Python raises `KeyboardInterrupt` wherever the program happens to be, and now and then that is inside a library that
takes it for an ordinary failure and goes on. So a reading also remembers that it was interrupted, and asks itself
between two steps.
"""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Callable, Iterator
from types import FrameType


@contextlib.contextmanager
def remembered_interrupts() -> Iterator[Callable[[], None]]:
    """Inside, Ctrl-C raises `KeyboardInterrupt` as always; the function given raises it again if that was swallowed.

    Leaves alone a program that handles interrupts itself, and threads, which never see them.
    """
    heard = False

    def hear(_: int, __: FrameType | None) -> None:
        nonlocal heard
        heard = True
        raise KeyboardInterrupt

    def check() -> None:
        if heard:
            raise KeyboardInterrupt

    ours = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if not ours or threading.current_thread() is not threading.main_thread():
        yield check
        return
    signal.signal(signal.SIGINT, hear)
    try:
        yield check
    except Exception as error:
        # What a library makes of the interrupt is not what happened.
        if heard:
            raise KeyboardInterrupt from error
        raise
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    check()
