"""Ctrl-C is heard even where a library swallows it."""

from __future__ import annotations

import contextlib
import os
import signal
import threading

import pytest

from dissensus.record.interrupts import remembered_interrupts


def swallowed() -> None:
    with contextlib.suppress(KeyboardInterrupt):
        os.kill(os.getpid(), signal.SIGINT)


def asks_between_steps() -> None:
    with remembered_interrupts() as interrupts:
        interrupts.check()
        swallowed()
        interrupts.check()
        raise AssertionError("the next step was taken")


def leaves() -> None:
    with remembered_interrupts():
        swallowed()


def fails_of_it() -> None:
    with remembered_interrupts():
        swallowed()
        raise ValueError("half a page")


@pytest.mark.parametrize("reading", [asks_between_steps, leaves, fails_of_it])
def test_a_swallowed_interrupt_ends_the_reading(reading: object) -> None:
    with pytest.raises(KeyboardInterrupt):
        reading()  # type: ignore[operator]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_what_must_happen_together_does() -> None:
    done: list[str] = []

    def read() -> None:
        with remembered_interrupts() as interrupts:
            with interrupts.held_back():
                done.append("written")
                os.kill(os.getpid(), signal.SIGINT)
                done.append("counted")
            done.append("next")

    with pytest.raises(KeyboardInterrupt):
        read()
    assert done == ["written", "counted"]


def test_other_errors_pass() -> None:
    with pytest.raises(ValueError, match="half a page"), remembered_interrupts():
        raise ValueError("half a page")


def test_a_programs_own_handler_and_threads_are_left_alone() -> None:
    heard: list[int] = []
    previous = signal.signal(signal.SIGINT, lambda number, _: heard.append(number))
    try:
        with remembered_interrupts() as interrupts:
            os.kill(os.getpid(), signal.SIGINT)
            interrupts.check()
        assert heard == [signal.SIGINT]
    finally:
        signal.signal(signal.SIGINT, previous)
    done: list[bool] = []

    def read() -> None:
        with remembered_interrupts() as interrupts:
            interrupts.check()
        done.append(True)

    thread = threading.Thread(target=read)
    thread.start()
    thread.join()
    assert done == [True]
