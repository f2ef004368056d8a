"""How balanced a network is, by three measures side by side."""

from __future__ import annotations

from dataclasses import dataclass

from dissensus.network.camps import Camps, find_camps
from dissensus.network.graph import SignedGraph
from dissensus.network.triads import Census, census
from dissensus.network.walks import walk_balance


@dataclass(frozen=True)
class Balance:
    """Measures of balance.

    Attributes:
        camps: the best split into two camps; its frustration is the frustration index.
        triads: triangles by kind, against shuffled signs.
        walks: walk balance, from 0 to 1.
    """

    camps: Camps
    triads: Census
    walks: float

    @property
    def line(self) -> float:
        """The frustration index set against its greatest value, half the weight of all ties: 0 to 1, which is balanced.

        Source: Aref and Wilson, "Measuring partial balance in signed networks" (Journal of Complex Networks, 2018).
        """
        weight = float(self.camps.graph.weight.sum())
        return 1.0 - 2.0 * self.camps.frustration / weight if weight else 1.0


def measure_balance(
    graph: SignedGraph,
    *,
    weighted: bool = True,
    time_limit: float | None = 60.0,
    seed: int = 0,
    shuffles: int = 200,
) -> Balance:
    """Measure the balance of a network.

    Args:
        graph: a network.
        weighted: whether ties count with their weights in the frustration index; triads and walks go by signs alone.
        time_limit: seconds for the frustration index.
        seed: of what is left to chance.
        shuffles: how often signs are dealt anew for the triads' null model.
    """
    counted = graph if weighted else graph.unweighted()
    return Balance(
        find_camps(counted, 2, time_limit=time_limit, seed=seed, settle=False),
        census(graph, shuffles=shuffles, seed=seed),
        walk_balance(graph, seed=seed),
    )
