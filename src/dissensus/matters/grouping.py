"""Which groups of statements are one matter: every kernel is a root or is joined to one root.

Kernels are looked at from the highest rank down. A kernel is joined to the root most like it among those of higher
rank that it meets under a key; where none is like enough it is a root itself. So a matter is one root and what is like
*it*: there are no chains of things that are each like the next. The outcome is fixed by the kernels alone, whatever
order they came in, and a change touches only kernels that meet the changed ones.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from dissensus.matters.joins import THRESHOLD, compare
from dissensus.matters.kernels import Kernel


class Neighbours(Protocol):
    """Where kernels and those they meet are found."""

    def kernel(self, number: int) -> Kernel:
        """A kernel by its number."""

    def meeting(self, number: int) -> Iterable[int]:
        """The kernels that share a key with one, without itself."""

    def root(self, number: int) -> int | None:
        """What a kernel is joined to at present (itself: it is a root); None where it is not yet known."""

    def joined(self, number: int) -> Iterable[int]:
        """The kernels joined to a root at present."""


def roots_of_all(kernels: Mapping[int, Kernel], keys: Mapping[int, Iterable[int]]) -> dict[int, int]:
    """The root of every kernel.

    Args:
        kernels: by number.
        keys: the keys of each.
    """
    roots: dict[int, int] = {}
    under: dict[int, list[int]] = {}
    for number in sorted(kernels, key=lambda number: kernels[number].rank, reverse=True):
        one = kernels[number]
        meeting = {root for key in keys[number] for root in under.get(key, ())}
        roots[number] = _best(one, (kernels[root] for root in meeting))
        if roots[number] == number:
            for key in keys[number]:
                under.setdefault(key, []).append(number)
    return roots


def _best(one: Kernel, roots: Iterable[Kernel]) -> int:
    best, chosen = None, one.kernel
    for root in roots:
        compared = compare(one, root)
        if compared is not None and compared.score >= THRESHOLD:
            order = (round(compared.score, 9), root.rank)
            if best is None or order > best:
                best, chosen = order, root.kernel
    return chosen


def mend(changed: Iterable[int], gone: Sequence[int], world: Neighbours) -> dict[int, int]:
    """Roots after a change, of all kernels whose root is another than before.

    Args:
        changed: kernels that are new or not as they were.
        gone: kernels that are no more, for which `world` still knows what was joined to them.
        world: the kernels as they are now, with the roots as they were.
    """
    settled: dict[int, int] = {}
    waiting: list[tuple[tuple[object, ...], int]] = []
    queued: set[int] = set()

    def wait(number: int) -> None:
        if number not in queued:
            queued.add(number)
            heapq.heappush(waiting, (_downward(world.kernel(number)), number))

    def root(number: int) -> int | None:
        return settled.get(number, world.root(number))

    lost = set(gone)
    for number in gone:
        for other in world.joined(number):
            if other not in lost:
                wait(other)
    for number in changed:
        wait(number)
        for other in world.joined(number):
            if other not in lost:
                wait(other)
        one = world.kernel(number)
        for other in world.meeting(number):
            # A changed kernel may draw or hold off whatever meets it below its rank.
            lower = world.kernel(other)
            if lower.rank < one.rank and compare(lower, one) is not None:
                wait(other)
    while waiting:
        _, number = heapq.heappop(waiting)
        one = world.kernel(number)
        higher = (world.kernel(other) for other in world.meeting(number))
        now = _best(one, [other for other in higher if other.rank > one.rank and root(other.kernel) == other.kernel])
        before = root(number)
        settled[number] = now
        if (before == number) != (now == number):
            for other in world.meeting(number):
                lower = world.kernel(other)
                if lower.rank < one.rank and compare(lower, one) is not None:
                    wait(other)
    return {number: found for number, found in settled.items() if world.root(number) != found}


class _Reversed:
    """Compares the other way round: the heap gives its smallest, we want the highest rank."""

    __slots__ = ("rank",)

    def __init__(self, rank: tuple[object, ...]) -> None:
        self.rank = rank

    def __lt__(self, other: _Reversed) -> bool:
        return self.rank > other.rank


def _downward(kernel: Kernel) -> tuple[object, ...]:
    return (_Reversed(kernel.rank),)
