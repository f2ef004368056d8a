"""Camps through time: windows, camps carried from one to the next, who changed sides and on which statements.

Camps that hang together by no tie are kept apart, since nobody says how they stand to one another. A camp goes on under
its number in the next window where most of its members are, by the assignment that keeps the most actors in their camps
(Kuhn 1955, in scipy). An actor has changed sides when it is settled in another camp than before while ties still
connect it with its old camp's side: to be told of no more is no change. Where nothing could be proven of an actor in
the time given, it counts as settled when it would leave more unexplained in any other camp, and the change is marked as
not certain.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dissensus.errors import NotFoundError
from dissensus.model import Kind, ReviewState, Statement
from dissensus.network.build import Network, Told
from dissensus.network.graph import SignedGraph
from dissensus.network.levels import Node
from dissensus.network.windows import Window
from dissensus.record.filters import StatementFilter
from dissensus.record.order import Order

MOST_REASONS: Final = 5
"""Ties told of a change; the first say most."""


@dataclass(frozen=True, slots=True)
class Split:
    """Camps of one network.

    Attributes:
        camp: the number of the camp of each node.
        settled: whether the node is proven to be in this camp in every best split.
        swing: whether it is proven to be elsewhere in some best split.
        frustration: weight of the ties that do not fit.
        proven: whether no split leaves less.
    """

    camp: NDArray[np.int64]
    settled: NDArray[np.bool_]
    swing: NDArray[np.bool_]
    frustration: float
    proven: bool


Divide = Callable[[SignedGraph], Split]
"""Finds the camps of a network."""


@dataclass(frozen=True, slots=True)
class Reason:
    """A tie that puts an actor where it stands now.

    Attributes:
        other: with whom.
        sign: how they stand now.
        weight: how strongly.
        before: how they stood when the actor was last in a camp; None where nothing was told, 0 where it was undecided.
        statements: ids.
    """

    other: str
    sign: int
    weight: float
    before: int | None
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """An actor that changed sides.

    Attributes:
        actor: its id.
        window: when it stands elsewhere for the first time.
        last: the window in which it last stood where it stood.
        left: number of the camp it was in.
        joined: number of the camp it is in now.
        certain: whether it is proven to have been settled in both.
        reasons: its ties that speak for it, those that are new or turned first.
    """

    actor: str
    window: Window
    last: Window
    left: int
    joined: int
    certain: bool
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One window.

    Attributes:
        window: its days.
        actors: how many stand in it.
        ties: with a sign.
        negative: how many of these are.
        contested: pairs on which sources vote for and against.
        weight: of all ties.
        frustration: weight of the ties that do not fit.
        proven: whether no split leaves less.
        camps: ids of the members of each, by its number.
        unsettled: ids of those that other best splits put elsewhere.
        changes: who changed sides.
    """

    window: Window
    actors: int
    ties: int
    negative: int
    contested: int
    weight: float
    frustration: float
    proven: bool
    camps: dict[int, tuple[str, ...]]
    unsettled: tuple[str, ...]
    changes: tuple[Change, ...]


@dataclass(slots=True)
class _Seen:
    """Where an actor was last settled."""

    camp: int
    window: Window
    proven: bool
    signs: dict[str, int]


@dataclass(slots=True)
class _Course:
    """What is carried from window to window."""

    seen: dict[str, _Seen] = field(default_factory=dict)
    camp: dict[str, int] = field(default_factory=dict)
    camps: int = 0


def drift(told: Told, windows: Iterable[Window], divide: Divide) -> Iterator[Step]:
    """Follow the camps through windows, in order; those without a tie are passed over.

    Args:
        told: what the record tells.
        windows: in order of time; they may overlap.
        divide: finds the camps of one network.
    """
    course = _Course()
    for window in windows:
        network = told.network(window)
        graph = network.graph()
        if graph.m:
            yield _step(network, graph, window, divide(graph), course)


def camp_names(steps: Sequence[Step], nodes: Iterable[Node]) -> dict[int, str]:
    """A name for each camp: that of the actor that was in it in most windows and in the largest of them."""
    names = {node.id: node.name for node in nodes}
    counts: dict[int, dict[str, int]] = {}
    for step in steps:
        for camp, members in step.camps.items():
            of_camp = counts.setdefault(camp, {})
            for member in members:
                of_camp[member] = of_camp.get(member, 0) + 1
    best = {camp: min(of_camp, key=lambda id: (-of_camp[id], id)) for camp, of_camp in counts.items()}
    return {camp: names.get(id, id) for camp, id in best.items()}


def coinciding(told: Told, change: Change, *, limit: int = 5) -> list[Statement]:
    """Events of the window in which an actor changed sides, which name it, the surest first."""
    found: dict[str, Statement] = {}
    for id in dict.fromkeys((change.actor, *told.organs.get(change.actor, ()))):
        wanted = StatementFilter(
            kinds=(Kind.EVENT,),
            actor=id,
            commitments=told.wanted.commitments,
            min_confidence=told.wanted.min_confidence,
            since=change.window.since,
            until=change.window.until,
            order=Order.CONFIDENCE,
            limit=4 * limit,
        )
        try:
            found |= {statement.id: statement for statement in told.record.statements(wanted)}
        except NotFoundError:
            continue  # a state that no text names itself
    begun = [
        statement
        for statement in found.values()
        if statement.review is not ReviewState.REJECTED
        and statement.event
        and change.window.since <= (statement.event.date.start or "") <= change.window.until
    ]
    return sorted(begun, key=lambda statement: (-statement.confidence, statement.id))[:limit]


def matched(camp: NDArray[np.int64], before: NDArray[np.int64]) -> dict[int, int]:
    """Which camp of before each camp goes on from, so that the most actors stay where they were.

    Args:
        camp: the number of each actor's camp now.
        before: of its camp before, -1 where it had none.

    Returns:
        The camp before by the camp now; a camp that goes on from none is left out.
    """
    from scipy.optimize import linear_sum_assignment

    now, now_place = np.unique(camp, return_inverse=True)
    had = before >= 0
    old, old_place = np.unique(before[had], return_inverse=True)
    shared = np.zeros((len(now), len(old)))
    np.add.at(shared, (now_place[had], old_place), 1.0)
    rows, columns = linear_sum_assignment(shared, maximize=True)
    return {
        int(now[row]): int(old[column]) for row, column in zip(rows, columns, strict=True) if shared[row, column] > 0
    }


def _step(network: Network, graph: SignedGraph, window: Window, split: Split, course: _Course) -> Step:
    part = np.zeros(graph.n, dtype=np.int64)
    for place, nodes in enumerate(graph.components()):
        part[nodes] = place
    camp = np.unique(np.stack([part, split.camp]), axis=1, return_inverse=True)[1].reshape(-1).astype(np.int64)
    number = _numbered(camp, np.array([course.camp.get(id, -1) for id in graph.nodes], dtype=np.int64), course)
    stood = np.array([course.seen[id].camp if id in course.seen else -1 for id in graph.nodes], dtype=np.int64)
    settled = split.settled | (~split.swing & _held(graph, camp))
    neighbours = _neighbours(graph)
    moved = [
        place
        for place in np.flatnonzero((stood >= 0) & (number != stood) & settled).tolist()
        if (number[part == part[place]] == stood[place]).any()
    ]
    reasons = _reasons(network, graph, moved, number, neighbours, course)
    changes = []
    for place in moved:
        id = graph.nodes[place]
        seen, certain = course.seen[id], course.seen[id].proven and bool(split.settled[place])
        changes.append(Change(id, window, seen.window, seen.camp, int(number[place]), certain, reasons[place]))
    course.camp |= dict(zip(graph.nodes, number.tolist(), strict=True))
    for place in np.flatnonzero(settled).tolist():
        signs = {graph.nodes[other]: sign for other, sign, _ in neighbours[place]}
        course.seen[graph.nodes[place]] = _Seen(int(number[place]), window, bool(split.settled[place]), signs)
    return Step(
        window=window,
        actors=graph.n,
        ties=graph.m,
        negative=graph.negative,
        contested=int(network.tally.contested.sum()),
        weight=float(graph.weight.sum()),
        frustration=split.frustration,
        proven=split.proven,
        camps={
            one: tuple(graph.nodes[place] for place in np.flatnonzero(number == one).tolist())
            for one in sorted(set(number.tolist()))
        },
        unsettled=tuple(graph.nodes[place] for place in np.flatnonzero(~settled).tolist()),
        changes=tuple(changes),
    )


def _numbered(camp: NDArray[np.int64], before: NDArray[np.int64], course: _Course) -> NDArray[np.int64]:
    """The lasting number of each node's camp; camps that go on from none get new ones, the larger camps first."""
    goes_on = matched(camp, before)
    camps, sizes = np.unique(camp, return_counts=True)
    number: dict[int, int] = {}
    for place in np.lexsort((camps, -sizes)).tolist():
        one = int(camps[place])
        if one in goes_on:
            number[one] = goes_on[one]
        else:
            number[one] = course.camps
            course.camps += 1
    return np.array([number[one] for one in camp.tolist()], dtype=np.int64)


def _held(graph: SignedGraph, camp: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which nodes would leave more unexplained in any other camp."""
    camps = int(camp.max(initial=0)) + 1
    pull = np.zeros((graph.n, max(camps, 2)))
    np.add.at(pull, (graph.source, camp[graph.target]), graph.signed)
    np.add.at(pull, (graph.target, camp[graph.source]), graph.signed)
    own = pull[np.arange(graph.n), camp].copy()
    pull[np.arange(graph.n), camp] = -np.inf
    return np.asarray(own > pull.max(axis=1))


def _neighbours(graph: SignedGraph) -> list[list[tuple[int, int, float]]]:
    """Of each node: the other end, the sign and the weight of each of its ties."""
    found: list[list[tuple[int, int, float]]] = [[] for _ in graph.nodes]
    for a, b, sign, weight in zip(
        graph.source.tolist(), graph.target.tolist(), graph.sign.tolist(), graph.weight.tolist(), strict=True
    ):
        found[a].append((b, sign, weight))
        found[b].append((a, sign, weight))
    return found


def _reasons(
    network: Network,
    graph: SignedGraph,
    moved: Sequence[int],
    number: NDArray[np.int64],
    neighbours: Sequence[Sequence[tuple[int, int, float]]],
    course: _Course,
) -> dict[int, tuple[Reason, ...]]:
    """The ties that speak for where each of those who moved stands now, by its place."""
    speaking: dict[int, list[tuple[str, int, float, int | None]]] = {}
    told: dict[tuple[int, str], tuple[int, ...]] = {}
    for place in moved:
        seen = course.seen[graph.nodes[place]]
        ties = [
            (graph.nodes[other], sign, weight, seen.signs.get(graph.nodes[other]))
            for other, sign, weight in neighbours[place]
            if number[other] == (number[place] if sign > 0 else seen.camp)
        ]
        ties.sort(key=lambda tie: (tie[3] == tie[1], -tie[2], tie[0]))
        speaking[place] = ties[:MOST_REASONS]
        told |= {(place, other): network.pair(graph.nodes[place], other).statements for other, *_ in speaking[place]}
    ids = network.ids(statement for statements in told.values() for statement in statements)
    return {
        place: tuple(
            Reason(other, sign, weight, before, tuple(ids[statement] for statement in told[place, other]))
            for other, sign, weight, before in ties
        )
        for place, ties in speaking.items()
    }
