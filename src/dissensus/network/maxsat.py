"""Exact splits of small networks by core-guided MaxSAT, and questions about all best splits at once.

Whether a tie is left unexplained is a variable whose falsehood is wished for. The solver is asked for a split that
fulfils all wishes; where there is none it names a core, wishes that cannot all be fulfilled. The least of their weights
is then certain to be lost, and a wish that at most one of the core fails takes its place, with another that at most two
do, and so on. The sum of what is lost is a lower bound at any time, and the cost of the best splits at the end.
Method: OLL (Andres, Kaufmann, Matheis and Schaub 2012) as in RC2 (Ignatiev, Morgado and Marques-Silva 2019), on
PySAT's solvers.

Once the best cost is known, the wishes then standing describe the best splits and no others, so that a question about
all of them is one call of the SAT solver.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from types import TracebackType

import numpy as np
from numpy.typing import NDArray
from pysat.card import ITotalizer
from pysat.solvers import Glucose4
from scipy.sparse import csgraph

from dissensus.network.clock import Clock
from dissensus.network.ties import Integers, Ties

_SLICE = 2_000
"""Conflicts after which the solver returns to look at the clock."""

_TRIES = 300
"""Conflicts spent on making a core smaller."""


class UndecidedError(Exception):
    """The time was over first."""


class CoreGuided:
    """The best splits of one network; use it in a `with` statement.

    Attributes:
        lower: what is certain to be lost so far, in whole weights.
        labels: the best split known.
        upper: its cost.
    """

    def __init__(self, ties: Ties, camps: int | None, labels: Integers, cycles: Iterable[tuple[int, ...]] = ()) -> None:
        """Prepare.

        Args:
            ties: a network.
            camps: how many camps there may be, or None for any number.
            labels: a split, with camps counted from 0.
            cycles: bad cycles that are known, in the order in which they are to be taken for cores.
        """
        self.ties, self.camps = ties, camps
        self.labels, self.upper, self.lower = labels, ties.value(labels), 0
        self._solver = Glucose4(incr=False)
        self._top = ties.m
        self._wishes: dict[int, int] = {-(tie + 1): int(cost) for tie, cost in enumerate(ties.cost.tolist())}
        self._sums: dict[int, tuple[ITotalizer, int]] = {}
        self._totals: list[ITotalizer] = []
        self._cycles = list(cycles)
        if camps is not None:
            self._encode(camps)
        for cycle in self._cycles:
            self._solver.add_clause([tie + 1 for tie in cycle])

    def __enter__(self) -> CoreGuided:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._solver.delete()
        for total in self._totals:
            total.delete()

    def _new(self, count: int = 1) -> int:
        self._top += count
        return self._top - count + 1

    def _encode(self, camps: int) -> None:
        ties, add = self.ties, self._solver.add_clause
        ends = zip(ties.source.tolist(), ties.target.tolist(), ties.positive.tolist(), strict=True)
        if camps == 2:
            first = self._new(ties.n)
            self._at = [[first + node] for node in range(ties.n)]
            for tie, (a, b, positive) in enumerate(ends, start=1):
                one, other = first + a, first + b if positive else -(first + b)
                add([tie, -one, other])
                add([tie, one, -other])
            return
        first = self._new(ties.n * camps)
        self._at = [[first + node * camps + camp for camp in range(camps)] for node in range(ties.n)]
        for at in self._at:
            add(at)
            for place, one in enumerate(at):
                for other in at[:place]:
                    add([-one, -other])
        for node in range(min(camps - 1, ties.n)):
            for camp in range(node + 1, camps):
                add([-self._at[node][camp]])
        for tie, (a, b, positive) in enumerate(ends, start=1):
            for one, other in zip(self._at[a], self._at[b], strict=True):
                if positive:
                    add([tie, -one, other])
                    add([tie, one, -other])
                else:
                    add([tie, -one, -other])

    def solve(self, clock: Clock) -> bool:
        """Search until the best split is proven; False when the time is over first."""
        try:
            self._relax_known()
            level = max(self._wishes.values(), default=0)
            while self.lower < self.upper:
                chosen = [wish for wish, weight in self._wishes.items() if weight >= level]
                core = self._ask(chosen, clock)
                if core is not None:
                    self._relax(self._smaller(core, clock))
                elif level > 1:
                    level = max((w for w in self._wishes.values() if w < level), default=1)
                else:
                    break
            return self.lower >= self.upper
        except UndecidedError:
            return False

    def differs(self, node: int, others: Sequence[int], clock: Clock) -> Integers | None:
        """A best split in which one of the others is placed otherwise towards a node than in `labels`, if there is one.

        With two camps, placed otherwise means the other of together and apart; with more, apart. Ask only once `solve`
        has proven the best cost.

        Raises:
            UndecidedError: the time was over first.
        """
        selectors = [self._apart(node, other) for other in others]
        asked = self._new()
        self._solver.add_clause([-asked, *(selector for selector, _ in selectors)])
        pairs = {selector: (node, other) for selector, other in selectors}
        best = self.labels
        try:
            core = self._ask([*self._wishes, asked], clock, pairs)
            return None if core is not None else self.labels
        finally:
            self.labels = best
            self._solver.add_clause([-asked])

    def _apart(self, node: int, other: int) -> tuple[int, int]:
        """A literal that implies that two nodes are not placed to each other as in `labels`, or are apart."""
        literal, add = self._new(), self._solver.add_clause
        if self.camps == 2:
            (one,), (two,) = self._at[node], self._at[other]
            if self.labels[node] != self.labels[other]:
                two = -two
            add([-literal, one, two])
            add([-literal, -one, -two])
        elif self.camps is not None:
            for one, two in zip(self._at[node], self._at[other], strict=True):
                add([-literal, -one, -two])
        return literal, other

    def _ask(
        self, wishes: list[int], clock: Clock, pairs: dict[int, tuple[int, int]] | None = None
    ) -> list[int] | None:
        """A core of the wishes, or None when all can be fulfilled; the split that does is then in `labels`."""
        while True:
            if clock.over:
                raise UndecidedError
            answer = self._call(wishes, _SLICE)
            if answer is False:
                return list(self._solver.get_core() or [])
            if answer and self._read(pairs):
                return None

    def _call(self, wishes: list[int], conflicts: int) -> bool | None:
        self._solver.conf_budget(conflicts)
        try:
            answer: bool | None = self._solver.solve_limited(assumptions=wishes)
        except Exception as error:
            # PySAT catches Ctrl-C while it searches and raises an error of its own.
            if "interrupt" in str(error).lower():
                raise KeyboardInterrupt from error
            raise
        return answer

    def _read(self, pairs: dict[int, tuple[int, int]] | None) -> bool:
        """Take over the split the solver found; False when it still overlooks a bad cycle, which is then added."""
        model = np.array(self._solver.get_model() or [], dtype=np.int64)
        true = np.zeros(self._top + 1, dtype=np.bool_)
        true[model[model > 0]] = True
        if self.camps is not None:
            at = true[np.array(self._at, dtype=np.int64).reshape(self.ties.n, -1)]
            labels = at.argmax(axis=1) if self.camps > 2 else at[:, 0].astype(np.int64)
        else:
            found = self._clustered(true, pairs)
            if found is None:
                return False
            labels = found
        value = self.ties.value(labels)
        if value <= self.upper:
            self.labels, self.upper = labels, value
        return True

    def _clustered(self, true: NDArray[np.bool_], pairs: dict[int, tuple[int, int]] | None) -> Integers | None:
        """The parts that explained positive ties connect; None when a tie says that two ends of a way are apart."""
        ties = self.ties
        explained = ~true[1 : ties.m + 1]
        kept = explained & ties.positive
        inside = Ties(ties.n, ties.source[kept], ties.target[kept], ties.signed[kept])
        graph = inside.matrix
        graph.data = np.ones_like(graph.data)
        _, labels = csgraph.connected_components(graph, directed=False)
        numbers = np.flatnonzero(kept)
        number = {
            (a, b): tie
            for a, b, tie in zip(inside.source.tolist(), inside.target.tolist(), numbers.tolist(), strict=True)
        }
        wrong = np.flatnonzero(explained & ~ties.positive & (labels[ties.source] == labels[ties.target]))
        apart = [(tie + 1, int(ties.source[tie]), int(ties.target[tie])) for tie in wrong.tolist()]
        for selector, (node, other) in (pairs or {}).items():
            if true[selector] and labels[node] == labels[other]:
                apart.append((-selector, node, other))
        for literal, start, end in apart:
            _, before = csgraph.breadth_first_order(graph, start, directed=False)
            way, at = [], end
            while at != start:
                previous = int(before[at])
                way.append(number[min(at, previous), max(at, previous)] + 1)
                at = previous
            self._solver.add_clause([literal, *way])
        return None if apart else labels.astype(np.int64)

    def _smaller(self, core: list[int], clock: Clock) -> list[int]:
        """The core without wishes that it does not need, as far as that is found out fast."""
        if len(core) > 200:
            return core
        needed = sorted(core, key=lambda wish: self._wishes[wish])
        for wish in list(needed):
            if clock.over:
                break
            rest = [other for other in needed if other != wish]
            if self._call(rest, _TRIES) is False:
                kept = set(self._solver.get_core() or [])
                needed = [other for other in rest if other in kept]
            if len(needed) == 1:
                break
        return needed

    def _relax_known(self) -> None:
        """Take known cycles for cores as long as all their wishes stand."""
        for cycle in self._cycles:
            wishes = [-(tie + 1) for tie in cycle]
            while all(wish in self._wishes for wish in wishes):
                self._relax(wishes)

    def _relax(self, core: list[int]) -> None:
        lost = min(self._wishes[wish] for wish in core) if core else max(1, self.upper - self.lower)
        self.lower += lost
        for wish in core:
            self._wishes[wish] -= lost
            if not self._wishes[wish]:
                del self._wishes[wish]
            if wish in self._sums:
                total, bound = self._sums[wish]
                self._allow(total, bound + 1, lost)
        if len(core) == 1:
            self._solver.add_clause([-core[0]])
        elif core:
            self._solver.add_clause([-wish for wish in core])
            total = ITotalizer(lits=[-wish for wish in core], ubound=1, top_id=self._top)
            self._totals.append(total)
            self._top = max(self._top, total.top_id)
            for clause in total.cnf.clauses:
                self._solver.add_clause(clause)
            self._wish(total, 1, lost)

    def _allow(self, total: ITotalizer, bound: int, weight: int) -> None:
        """Wish that no more than `bound` of a sum fail."""
        if bound >= len(total.lits):
            return
        total.increase(ubound=bound, top_id=self._top)
        self._top = max(self._top, total.top_id)
        if total.nof_new:
            for clause in total.cnf.clauses[-total.nof_new :]:
                self._solver.add_clause(clause)
        self._wish(total, bound, weight)

    def _wish(self, total: ITotalizer, bound: int, weight: int) -> None:
        wish = -total.rhs[bound]
        self._wishes[wish] = self._wishes.get(wish, 0) + weight
        self._sums[wish] = (total, bound)
