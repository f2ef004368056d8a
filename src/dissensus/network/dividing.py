"""The camps of one network after the other, as drift, comparison and pictures take them."""

from __future__ import annotations

import numpy as np

from dissensus.network.drift import Divide, Split
from dissensus.network.graph import SignedGraph


def divider(camps: int | None = 2, *, seconds: float = 1.0, seed: int = 0, settle: bool = True) -> Divide:
    """What finds the camps of a network; Ctrl-C while it does is passed on.

    Args:
        camps: at most so many; None for any number.
        seconds: for each network; after that the best split found counts, and is not proven.
        seed: where chance begins.
        settle: whether to find out who is settled; without, nobody is.
    """
    from dissensus.network.camps import find_camps

    def divide(graph: SignedGraph) -> Split:
        found = find_camps(graph, camps, time_limit=seconds, seed=seed, settle=settle)
        if found.stopped:
            raise KeyboardInterrupt
        place = {id: number for number, id in enumerate(graph.nodes)}
        settled, swing = np.zeros((2, graph.n), dtype=np.bool_)
        settled[[place[id] for id in found.settled]] = True
        swing[[place[id] for id in found.swing]] = True
        return Split(found.label, settled, swing, found.frustration, found.proven)

    return divide
