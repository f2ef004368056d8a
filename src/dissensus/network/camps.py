"""Camps: the split of a signed network that leaves the least unexplained, and what can be relied on in it.

A tie is explained by a split when it is positive within a camp or negative between camps. The weight of what the best
split into two camps leaves unexplained is the frustration index of the network (Harary 1959); with any number of camps
it is the cost of its best correlation clustering.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dissensus.network.clock import Clock
from dissensus.network.graph import SignedGraph
from dissensus.network.settled import Bindings, bindings
from dissensus.network.solve import best_split, first_split
from dissensus.network.ties import Ties, whole_weights

_FOR_FEWER, _SHARE = 5_000, 0.05
"""Ties up to which a split with fewer camps is looked for, and the share of the time for each number."""


@dataclass(frozen=True)
class Camps:
    """A split of a network into camps, numbered from 0 by size.

    Two actors are *bound* when every best split places them alike to each other: always together or, with two camps,
    always opposed. An actor is *settled* when it is bound to the core, which is:

    - with two camps: in each connected part of the network, the largest set of actors bound to one another;
    - with more: in each camp, the largest set of actors that are always together; an actor alone in its camp is settled
      when no best split explains any of its positive ties.

    Of sets of equal size the one with the first actor of the network counts.
    An actor is *swing* when there is a best split that places it otherwise than the core.

    Attributes:
        graph: what was split.
        asked: how many camps were allowed, or None for any number.
        label: the camp of each node.
        frustration: the weight of the ties left unexplained.
        lower_bound: no split leaves less; as long as `proven`, the same number.
        proven: whether this is certainly a best split.
        settled: proven to stand where they stand in every best split.
        swing: proven to stand otherwise in some best split.
        undecided: neither could be proven in the time given.
        always: per tie, whether it is certain that every best split leaves it unexplained; with more than two camps,
            this is found out of negative ties only.
        elsewhere: per tie, whether it is left unexplained and another best split certainly explains it; this is found
            out with two camps only.
        stopped: whether Ctrl-C ended the search.
        seconds: what it took.
    """

    graph: SignedGraph
    asked: int | None
    label: NDArray[np.int64]
    frustration: float
    lower_bound: float
    proven: bool
    settled: tuple[str, ...]
    swing: tuple[str, ...]
    undecided: tuple[str, ...]
    always: NDArray[np.bool_]
    elsewhere: NDArray[np.bool_]
    stopped: bool
    seconds: float

    @property
    def number(self) -> int:
        """How many camps have members."""
        return int(self.label.max()) + 1 if len(self.label) else 0

    @property
    def members(self) -> tuple[tuple[str, ...], ...]:
        """The names in each camp, in the network's order."""
        return tuple(self._names(self.label == camp) for camp in range(self.number))

    def _names(self, chosen: NDArray[np.bool_]) -> tuple[str, ...]:
        return tuple(self.graph.nodes[index] for index in np.flatnonzero(chosen).tolist())


def find_camps(
    graph: SignedGraph,
    camps: int | None = 2,
    *,
    time_limit: float | None = 60.0,
    seed: int = 0,
    settle: bool = True,
) -> Camps:
    """Split a network so that the least weight of ties is left unexplained.

    Ctrl-C ends the search and gives the best split known with its bound. Without a time limit that is reached, the same
    seed gives the same split.

    Args:
        graph: a network.
        camps: how many camps there may be, 1 or more, or None for any number.
        time_limit: seconds, or None for as long as it takes.
        seed: of what is left to chance.
        settle: whether to find out who is settled.
    """
    clock = Clock(time_limit)
    rng = np.random.default_rng(seed)
    ties, factor, whole = whole_weights(graph)
    with clock.heeding_interrupts():
        # With one camp there is nothing to choose.
        if camps == 1:
            return _one_camp(graph)
        solution = best_split(ties, camps, clock, rng)
        if camps is None:
            solution.labels = _fewest(ties, solution.labels, clock, rng)
        seconds = clock.spent
        found = bindings(ties, solution, camps, clock) if settle else None
    label = _ordered(solution.labels)
    cost = graph.frustration(label)
    proven = solution.lower >= solution.cost
    rounding = 0.0 if whole else graph.m / factor
    lower = cost if proven else max(0.0, solution.lower / factor - rounding)
    settled, swing = _standing(graph, label, found, camps)
    names = np.array([*graph.nodes, ""], dtype=object)[:-1]
    always, elsewhere = np.zeros((2, graph.m), dtype=np.bool_)
    if found is not None and proven:
        frustrated = graph.frustrated(label)
        always = frustrated & (found.bound[graph.source] == found.bound[graph.target])
        if camps == 2:
            elsewhere = frustrated & (found.open[graph.source] != found.open[graph.target])
    return Camps(
        graph,
        camps,
        label,
        cost,
        lower,
        proven,
        tuple(names[settled]),
        tuple(names[swing]),
        tuple(names[~settled & ~swing]),
        always,
        elsewhere,
        solution.stopped or clock.stopped,
        seconds,
    )


def _one_camp(graph: SignedGraph) -> Camps:
    label = np.zeros(graph.n, dtype=np.int64)
    cost = graph.frustration(label)
    never = np.zeros(graph.m, dtype=np.bool_)
    return Camps(graph, 1, label, cost, cost, True, graph.nodes, (), (), graph.sign < 0, never, False, 0.0)


def _fewest(ties: Ties, labels: NDArray[np.int64], clock: Clock, rng: np.random.Generator) -> NDArray[np.int64]:
    """A split that is as good with fewer camps, if one is found."""
    labels = _merged(ties, labels)
    if ties.m <= _FOR_FEWER:
        for camps in range(2, int(labels.max(initial=0)) + 1):
            other = first_split(ties, camps, clock.part(_SHARE), rng)
            if ties.value(other) <= ties.value(labels):
                return other
    return labels


def _merged(ties: Ties, labels: NDArray[np.int64]) -> NDArray[np.int64]:
    """The same split with camps merged, the largest first, as far as that costs nothing."""
    _, labels = np.unique(labels, return_inverse=True)
    count = int(labels.max()) + 1 if len(labels) else 0
    between: list[dict[int, int]] = [{} for _ in range(count)]
    ends = zip(labels[ties.source].tolist(), labels[ties.target].tolist(), ties.signed.tolist(), strict=True)
    for a, b, weight in ends:
        if a != b:
            between[a][b] = between[a].get(b, 0) + weight
            between[b][a] = between[b].get(a, 0) + weight
    into = np.zeros(count, dtype=np.int64)
    pull: list[dict[int, int]] = []
    for camp in np.argsort(-np.bincount(labels), kind="stable").tolist():
        home = next((place for place, sums in enumerate(pull) if sums.get(camp, 0) >= 0), len(pull))
        if home == len(pull):
            pull.append({})
        into[camp] = home
        for other, weight in between[camp].items():
            pull[home][other] = pull[home].get(other, 0) + weight
    return into[labels]


def _ordered(labels: NDArray[np.int64]) -> NDArray[np.int64]:
    """Camps numbered by size, then by their first node."""
    _, first, labels, size = np.unique(labels, return_index=True, return_inverse=True, return_counts=True)
    place = np.empty(len(size), dtype=np.int64)
    place[np.lexsort((first, -size))] = np.arange(len(size))
    return place[labels]


def _standing(
    graph: SignedGraph, label: NDArray[np.int64], found: Bindings | None, camps: int | None
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Which nodes are settled, and which are swing."""
    settled, swing = np.zeros(graph.n, dtype=np.bool_), np.zeros(graph.n, dtype=np.bool_)
    if found is None:
        return settled, swing
    if camps == 2:
        wholes = graph.components()
    else:
        wholes = [np.flatnonzero(label == camp) for camp in np.unique(label)]
    for nodes in wholes:
        _, first, place, size = np.unique(
            found.bound[nodes], return_index=True, return_inverse=True, return_counts=True
        )
        core = np.lexsort((first, -size))[0]
        inside = place == core
        apart = found.open[nodes] != found.open[nodes[inside][0]]
        if camps != 2 and size[core] == 1:
            alone = nodes[inside][0]
            if len(nodes) == 1:
                settled[alone], swing[alone] = int(alone) in found.alone, int(alone) in found.joining
            else:
                swing[nodes[apart]] = True
                swing[alone] = apart.sum() == len(nodes) - 1
            continue
        settled[nodes[inside]] = True
        swing[nodes[apart]] = True
    return settled, swing


@dataclass(frozen=True)
class Misfit:
    """A tie that a split leaves unexplained.

    Attributes:
        source: one end.
        target: the other.
        sign: +1 across camps or -1 within one.
        weight: of the tie.
        always: whether every best split leaves it unexplained, or another explains it; None where that is not known.
        against: how much weight speaks against it: by what the other ties of its ends hold these where they stand, of
            the two ends the less.
    """

    source: str
    target: str
    sign: int
    weight: float
    always: bool | None
    against: float


def misfits(camps: Camps) -> list[Misfit]:
    """The ties that do not fit: first what no best split explains, then by weight, then by what speaks against them."""
    graph, label = camps.graph, camps.label
    fits = np.where(graph.frustrated(label), -graph.weight, graph.weight)
    hold = np.bincount(graph.source, weights=fits, minlength=graph.n) + np.bincount(
        graph.target, weights=fits, minlength=graph.n
    )
    found = [
        Misfit(
            graph.nodes[graph.source[tie]],
            graph.nodes[graph.target[tie]],
            int(graph.sign[tie]),
            float(graph.weight[tie]),
            True if camps.always[tie] else False if camps.elsewhere[tie] else None,
            float(min(hold[graph.source[tie]], hold[graph.target[tie]]) + graph.weight[tie]),
        )
        for tie in np.flatnonzero(graph.frustrated(label)).tolist()
    ]
    return sorted(found, key=lambda misfit: (not misfit.always, -misfit.weight, -misfit.against))


@dataclass(frozen=True)
class Broker:
    """An actor with friends in several camps.

    Attributes:
        name: of the actor.
        camp: where it stands.
        between: the weight of its positive ties with the camp in which it has the second most: what of its friendships
            would be left if the camp it is closest to broke with it.
        swing: whether some best split places it elsewhere.
    """

    name: str
    camp: int
    between: float
    swing: bool


def brokers(camps: Camps) -> list[Broker]:
    """Who has positive ties with at least two camps, those with most on both sides first."""
    graph, label = camps.graph, camps.label
    positive = graph.sign > 0
    weight = np.zeros((graph.n, max(camps.number, 2)))
    source, target = graph.source[positive], graph.target[positive]
    np.add.at(weight, (source, label[target]), graph.weight[positive])
    np.add.at(weight, (target, label[source]), graph.weight[positive])
    second = np.sort(weight, axis=1)[:, -2]
    swing = set(camps.swing)
    order = sorted(np.flatnonzero(second > 0).tolist(), key=lambda node: (-second[node], node))
    return [
        Broker(graph.nodes[node], int(label[node]), float(second[node]), graph.nodes[node] in swing) for node in order
    ]
