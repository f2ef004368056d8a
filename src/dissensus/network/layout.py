"""Where to draw the actors of a signed network: friends near each other, camps apart, the same picture every time."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from dissensus.network.graph import SignedGraph

Points = NDArray[np.float64]

_STEPS: Final = 400
_HOSTILE: Final = 0.25
"""How much a negative tie pushes its ends apart, against what a positive one pulls."""
_HOME: Final = 0.6
"""How much an actor is drawn to the middle of its camp."""
_LABEL: Final = 3.0
"""Room for a name, in the same unit."""


def arrange(graph: SignedGraph, camp: NDArray[np.int64]) -> tuple[Points, NDArray[np.bool_]]:
    """A place for each node, about one unit from its neighbours, and which of them hang together with most others.

    What no tie connects with the largest part stands in rows below it: nobody says how it stands to these camps.

    Args:
        graph: the network.
        camp: the number of each node's camp.

    Returns:
        An array of n rows (x, y), and a mask of the nodes of the largest part.
    """
    at = np.zeros((graph.n, 2))
    within = np.zeros(graph.n, dtype=np.bool_)
    parts = graph.components()
    if not parts:
        return at, within
    within[parts[0]] = True
    at[parts[0]] = place(graph.subgraph(parts[0]), camp[parts[0]])
    left, right = at[parts[0], 0].min() - 1, max(at[parts[0], 0].max() + 1, at[parts[0], 0].min() + 8)
    x, top, lowest = left, at[parts[0], 1].min() - 2.0, at[parts[0], 1].min() - 2.0
    for nodes in parts[1:]:
        own = place(graph.subgraph(nodes), np.zeros(len(nodes), dtype=np.int64))
        own = own[:, ::-1] if np.ptp(own[:, 0]) > np.ptp(own[:, 1]) else own
        wide, high = np.ptp(own[:, 0]) + _LABEL, np.ptp(own[:, 1])
        if x > left and x + wide > right:
            x, top = left, lowest - 1.2
        at[nodes] = own - [own[:, 0].min(), own[:, 1].max()] + [x, top]
        x, lowest = x + wide, min(lowest, top - high)
    return at, within


def place(graph: SignedGraph, camp: NDArray[np.int64]) -> Points:
    """A place for each node of a network that hangs together, about one unit from its neighbours, around (0, 0).

    Camps stand around a circle, the largest first, and within them the forces of Fruchterman and Reingold (1991) settle
    who stands where: all push each other away, positive ties pull together, negative ones push, a camp holds its own.

    Args:
        graph: the network.
        camp: the number of each node's camp.

    Returns:
        An array of n rows (x, y).
    """
    if graph.n < 2:
        return np.zeros((graph.n, 2))
    camps, member = np.unique(camp, return_inverse=True)
    middles = _middles(np.bincount(member, minlength=len(camps)))
    at = middles[member] + _spiral(member)
    pull = graph.adjacency(np.where(graph.sign > 0, graph.weight, 0.0) / graph.weight.max(initial=1.0)).toarray()
    push = graph.adjacency(np.where(graph.sign < 0, graph.weight, 0.0) / graph.weight.max(initial=1.0)).toarray()
    for step in range(_STEPS):
        apart = at[:, None, :] - at[None, :, :]
        far = np.sqrt((apart**2).sum(axis=2)) + 1e-6
        force = (1 + _HOSTILE * push) / far - pull * far
        moved = (apart / far[:, :, None] * force[:, :, None]).sum(axis=1)
        moved += (middles[member] - at) * _HOME
        length = np.sqrt((moved**2).sum(axis=1))[:, None] + 1e-9
        at = at + moved / length * np.minimum(length, 0.5 * (1 - step / _STEPS))
    return np.asarray(at - at.mean(axis=0))


def _middles(sizes: NDArray[np.int64]) -> Points:
    """Where camps stand: the one in the middle, two side by side, more around a circle with room for their size."""
    room = np.sqrt(sizes.astype(np.float64)) + 1.0
    if len(sizes) == 1:
        return np.zeros((1, 2))
    order = np.argsort(-sizes, kind="stable")
    share = room[order] / room.sum()
    turn = 2 * np.pi * (np.cumsum(share) - share / 2 - share[0] / 2) + np.pi
    radius = max(room.sum() / np.pi * 0.9, (room[order[0]] + room[order[1]]) / 2)
    found = np.zeros((len(sizes), 2))
    found[order] = np.stack([np.cos(turn), np.sin(turn)], axis=1) * radius
    return found


def _spiral(member: NDArray[np.int64]) -> Points:
    """Where the members of each camp begin: on a sunflower's spiral, so that no two stand in one place."""
    rank = np.zeros(len(member))
    for camp in np.unique(member):
        inside = member == camp
        rank[inside] = np.arange(inside.sum())
    turn = rank * np.pi * (3 - np.sqrt(5))
    return np.stack([np.cos(turn), np.sin(turn)], axis=1) * np.sqrt(rank + 0.5)[:, None] * 0.6
