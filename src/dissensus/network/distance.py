"""How far two networks are from each other: in whom they tie, with which signs, and into which camps."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from dissensus.network.build import Network, Told
from dissensus.network.drift import Divide
from dissensus.network.edges import Teller
from dissensus.network.windows import Window


@dataclass(frozen=True, slots=True)
class Opposite:
    """A pair that two sources tell oppositely.

    Attributes:
        a: id of the one actor.
        b: id of the other.
        first: the first source's vote, -1 to 1.
        second: the second's.
        first_statements: ids of its statements.
        second_statements: ids of the second's.
    """

    a: str
    b: str
    first: float
    second: float
    first_statements: tuple[str, ...]
    second_statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Distance:
    """How two networks differ. A distance is 0 where they are alike and None where there is nothing to compare.

    Attributes:
        actors: in the first, in the second, in both.
        pairs: with a sign in the first, in the second, in both.
        edges: 1 less the share of the pairs of either that both have, among actors of whom both tell (Jaccard).
        signs: share of the pairs with a sign in both that have opposite signs.
        weights: 1 less the correlation of the signed weights of these pairs, by 2; None for fewer than 3.
        camps: 1 less the adjusted Rand index (Hubert and Arabie 1985) of the camps of the actors in both; it may pass 1
            where camps agree less than by chance.
        opposite: the pairs told oppositely, those with the greatest difference first.
    """

    actors: tuple[int, int, int]
    pairs: tuple[int, int, int]
    edges: float | None
    signs: float | None
    weights: float | None
    camps: float | None
    opposite: tuple[Opposite, ...]


def compare(first: Network, second: Network, divide: Divide | None = None) -> Distance:
    """How two networks differ.

    Args:
        first: one network.
        second: the other.
        divide: finds the camps of one network; without it they are not compared.
    """
    one, other = _signed(first), _signed(second)
    shared = sorted(one.keys() & other.keys())
    known = {node.id for node in first.nodes} & {node.id for node in second.nodes}
    either = {pair for pair in one.keys() | other.keys() if pair[0] in known and pair[1] in known}
    values = np.array([(one[pair], other[pair]) for pair in shared]).reshape(-1, 2)
    turned = [pair for pair in shared if one[pair] * other[pair] < 0]
    turned.sort(key=lambda pair: (-abs(one[pair] - other[pair]), pair))
    return Distance(
        actors=(len(first.nodes), len(second.nodes), len(known)),
        pairs=(len(one), len(other), len(shared)),
        edges=1 - len(shared) / len(either) if either else None,
        signs=len(turned) / len(shared) if shared else None,
        weights=_uncorrelated(values),
        camps=_camps(first, second, divide) if divide else None,
        opposite=tuple(
            Opposite(
                *pair,
                one[pair],
                other[pair],
                tuple(first.statement_ids(*pair)),
                tuple(second.statement_ids(*pair)),
            )
            for pair in turned
        ),
    )


def by_source(told: Told, window: Window | None = None) -> dict[Teller, Network]:
    """The network as told by each source that tells of one, in order of their keys."""
    networks = {teller: told.network(window, source=teller.key) for teller in told.edges.tellers}
    return {teller: network for teller, network in networks.items() if len(network)}


def adjusted_rand(first: ArrayLike, second: ArrayLike) -> float:
    """How far two partitions of the same things agree: 1 when they are the same, about 0 when by chance.

    The adjusted Rand index of Hubert and Arabie (Journal of Classification 2, 1985).

    Args:
        first: the part of each thing.
        second: its part in the other partition.
    """
    _, one = np.unique(np.asarray(first), return_inverse=True)
    _, other = np.unique(np.asarray(second), return_inverse=True)
    table = np.zeros((one.max(initial=-1) + 1, other.max(initial=-1) + 1))
    np.add.at(table, (one, other), 1)

    def together(counts: NDArray[np.float64]) -> float:
        return float((counts * (counts - 1) / 2).sum())

    both, rows, columns = together(table), together(table.sum(axis=1)), together(table.sum(axis=0))
    every = together(np.array([float(len(one))]))
    expected = rows * columns / every if every else 0.0
    most = (rows + columns) / 2
    return 1.0 if most == expected else (both - expected) / (most - expected)


def _signed(network: Network) -> dict[tuple[str, str], float]:
    graph = network.graph()
    ends = zip(graph.source.tolist(), graph.target.tolist(), graph.signed.tolist(), strict=True)
    pairs = (((graph.nodes[a], graph.nodes[b]), weight) for a, b, weight in ends)
    return {(min(pair), max(pair)): weight for pair, weight in pairs}


def _uncorrelated(values: NDArray[np.float64]) -> float | None:
    if len(values) < 3 or (values.std(axis=0) == 0).any():
        return None
    return float((1 - np.asarray(np.corrcoef(values.T))[0, 1]) / 2)


def _camps(first: Network, second: Network, divide: Divide) -> float | None:
    """The distance of the camps of the actors that stand in both networks; None for fewer than two such."""
    camps = []
    for network in (first, second):
        graph = network.graph()
        part = np.zeros(graph.n, dtype=np.int64)
        for number, nodes in enumerate(graph.components()):
            part[nodes] = number
        split = divide(graph).camp if graph.m else np.zeros(graph.n, dtype=np.int64)
        camps.append(dict(zip(graph.nodes, zip(part.tolist(), split.tolist(), strict=True), strict=True)))
    known = sorted(camps[0].keys() & camps[1].keys())
    if len(known) < 2:
        return None
    numbers = []
    for of_network in camps:
        place = {camp: number for number, camp in enumerate(sorted(set(of_network.values())))}
        numbers.append([place[of_network[id]] for id in known])
    return 1 - adjusted_rand(numbers[0], numbers[1])
