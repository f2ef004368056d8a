"""Ending what takes long."""

from __future__ import annotations

import signal
import threading
import time

import pytest

from dissensus.network.clock import Clock


def test_what_some_work_gives() -> None:
    assert Clock(60).unless_stopped(lambda: 7) == 7


def test_what_goes_wrong_in_it() -> None:
    def fails() -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        Clock().unless_stopped(fails)


@pytest.mark.parametrize("part", [False, True])
def test_ctrl_c_ends_the_waiting_for_work_that_does_not_heed_it(part: bool) -> None:
    whole = Clock(60)
    clock = whole.part(0.5) if part else whole
    going, leave = threading.Event(), threading.Event()

    def interrupt() -> None:
        going.wait(10)
        signal.raise_signal(signal.SIGINT)

    def work() -> bool:
        going.set()
        return leave.wait(10)

    sender = threading.Thread(target=interrupt)
    began = time.monotonic()
    with whole.heeding_interrupts():
        sender.start()
        assert clock.unless_stopped(work) is None
        sender.join()
    assert time.monotonic() - began < 5
    assert whole.stopped
    assert clock.over
    leave.set()
