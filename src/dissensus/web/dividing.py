"""Splitting large networks into camps in a process of its own, so that nobody else has to wait meanwhile."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import threading
from multiprocessing.pool import Pool
from typing import Final

from dissensus.network.camps import Camps, find_camps
from dissensus.network.graph import SignedGraph

_SMALL: Final = 2_000
"""Ties up to which a split takes less time than handing it over would."""

_YIELDING: Final = 10
"""Taken off the process's claim to the processor."""


class Divider:
    """Finds camps, one network after the other."""

    def __init__(self) -> None:
        self._pool: Pool | None = None
        self._lock = threading.Lock()

    def camps(self, graph: SignedGraph, camps: int | None, patience: float) -> Camps:
        """The best split that is found in a time.

        Args:
            graph: a network.
            camps: how many there may be, or None for any number.
            patience: seconds.
        """
        if graph.m <= _SMALL:
            return find_camps(graph, camps, time_limit=patience)
        with self._lock:
            if self._pool is None:
                # Spawned, for a forked process would inherit what threads hold in the middle of their work.
                self._pool = multiprocessing.get_context("spawn").Pool(1, initializer=_begin)
            pool = self._pool
        return pool.apply(find_camps, (graph, camps), {"time_limit": patience})

    def close(self) -> None:
        """End the process, whatever it is doing."""
        with self._lock:
            if self._pool is not None:
                self._pool.terminate()
                self._pool = None


def _begin() -> None:
    # Ctrl-C ends the server, which ends this process.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(AttributeError, OSError):
        os.nice(_YIELDING)
