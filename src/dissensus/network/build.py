"""Signed networks from a record: who stands with whom at a time, as told by whom."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from copy import copy
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import select

from dissensus.errors import NotFoundError
from dissensus.network.edges import Edges, Teller, load, places_of
from dissensus.network.graph import SignedGraph
from dissensus.network.levels import Node, lift
from dissensus.network.votes import Tally, count_votes
from dissensus.network.wanted import Wanted
from dissensus.network.windows import LAST, UNTOLD, Days, Window, days_of, window_of
from dissensus.record import schema
from dissensus.record.record import Record

ALL: Final = Wanted()

_CHUNK: Final = 10_000


@dataclass(frozen=True, slots=True)
class Vote:
    """What one source says of a pair, all its statements together.

    Attributes:
        source: who tells.
        value: -1 to 1; see `dissensus.network.votes`.
        statements: numbers of the statements in the record.
    """

    source: Teller
    value: float
    statements: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two actors and how they stand to one another.

    Attributes:
        a: the one.
        b: the other.
        sign: 1, -1, or 0 where it is undecided.
        weight: the size of the sum of the votes.
        contested: whether some sources vote for and others against.
        mixed: whether one source tells of friendship and of enmity.
        votes: by source.
        since: the first day that is told, ISO 8601; None where no statement gives one.
        until: the last.
        undated: how many of its statements count by the date of their document.
        spells: the stretches of days that its statements tell of, in order and apart; None for an end that is not told.
        favour: the sum of the votes above 0.
        against: the sum of those below, as a number above 0.
    """

    a: Node
    b: Node
    sign: int
    weight: float
    contested: bool
    mixed: bool
    votes: tuple[Vote, ...]
    since: str | None
    until: str | None
    undated: int
    spells: tuple[tuple[str | None, str | None], ...]
    favour: float
    against: float

    @property
    def statements(self) -> tuple[int, ...]:
        """Numbers of all its statements."""
        return tuple(sorted(number for vote in self.votes for number in vote.statements))


class Network:
    """A signed network, weighted and dated, in which every tie leads to its statements.

    Make one with `build`, or several with `Told`.

    Attributes:
        window: the time it is of; None for all times.
        wanted: what it was made from.
        told: what it is a part of.
        nodes: those who stand in a pair, in order of id.
        tally: the votes; its places are those of `told.nodes`.
    """

    def __init__(self, told: Told, window: Window | None, tally: Tally) -> None:
        self.window = window
        self.wanted = told.wanted
        self.tally = tally
        self.told = told
        self._present = np.unique(np.concatenate([tally.a, tally.b]))
        self.nodes: tuple[Node, ...] = tuple(told.nodes[place] for place in self._present)

    def __len__(self) -> int:
        return len(self.tally.a)

    @cached_property
    def names(self) -> dict[str, str]:
        """Name of every node by its id."""
        return {node.id: node.name for node in self.nodes}

    def graph(self, *, weighted: bool = True) -> SignedGraph:
        """The pairs that have a sign, as the solvers take them; whoever stands in none of these is not in it."""
        tally = self.tally
        kept = tally.sum != 0
        present = np.unique(np.concatenate([tally.a[kept], tally.b[kept]]))
        names = [self.told.nodes[place].id for place in present]
        one, other = np.searchsorted(present, tally.a[kept]), np.searchsorted(present, tally.b[kept])
        return SignedGraph.from_arrays(names, one, other, tally.sum[kept] if weighted else tally.sign[kept])

    def pairs(self, *, contested: bool | None = None) -> Iterator[Pair]:
        """The pairs in order of the ids of their actors; only those that are contested, or are not, if asked."""
        wanted = np.arange(len(self)) if contested is None else np.flatnonzero(self.tally.contested == contested)
        for place in wanted.tolist():
            yield self._pair(place)

    def strongest(self, limit: int, *, contested: bool = False) -> list[Pair]:
        """The pairs of most weight; of those that are contested, if asked, the most contested."""
        tally = self.tally
        weight = np.minimum(tally.favour, tally.against) if contested else np.abs(tally.sum)
        asked = np.flatnonzero(tally.contested) if contested else np.arange(len(self))
        order = np.lexsort((asked, -weight[asked]))[:limit]
        return [self._pair(place) for place in asked[order].tolist()]

    def pair(self, a: str, b: str) -> Pair:
        """The pair of two actors, by their ids in any order.

        Raises:
            NotFoundError: nothing is told of these two.
        """
        places = self._place
        if a in places and b in places:
            low, high = sorted((places[a], places[b]))
            begin, end = np.searchsorted(self.tally.a, (low, low + 1)).tolist()
            place = begin + int(np.searchsorted(self.tally.b[begin:end], high))
            if place < end and self.tally.b[place] == high:
                return self._pair(place)
        raise NotFoundError(f"nothing is told of '{a}' and '{b}' in this network")

    def statement_ids(self, a: str, b: str) -> list[str]:
        """Ids of the statements on two actors, in the order of reading."""
        numbers = self.pair(a, b).statements
        ids = self.told.ids(numbers)
        return [ids[number] for number in numbers]

    def ids(self, numbers: Iterable[int]) -> dict[int, str]:
        """Ids of statements by their numbers."""
        return self.told.ids(numbers)

    @property
    def statement_numbers(self) -> list[int]:
        """Numbers of all statements it is made from."""
        numbers: list[int] = np.flatnonzero(self._spoken()).tolist()
        return numbers

    @cached_property
    def statements(self) -> int:
        """How many statements it is made from."""
        return int(np.count_nonzero(self._spoken()))

    def _spoken(self) -> NDArray[np.bool_]:
        """Whether it is made from each statement, by number."""
        numbers = self.told.edges.statement[self.tally.edge]
        spoken = np.zeros(int(numbers.max(initial=-1)) + 1, dtype=np.bool_)
        spoken[numbers] = True
        return spoken

    @property
    def tellers(self) -> tuple[Teller, ...]:
        """Who tells of it."""
        return tuple(self.told.edges.tellers[place] for place in np.unique(self.tally.vote_teller))

    @cached_property
    def _place(self) -> dict[str, int]:
        return {node.id: place for place, node in zip(self._present.tolist(), self.nodes, strict=True)}

    def _pair(self, place: int) -> Pair:
        tally, edges, days = self.tally, self.told.edges, self.told.days
        low, high = np.searchsorted(tally.vote_pair, (place, place + 1)).tolist()
        votes = []
        begin, end = np.searchsorted(tally.edge_vote, (low, high)).tolist()
        every = tally.edge[begin:end]
        mixed = False
        for number in range(low, high):
            begins, ends = np.searchsorted(tally.edge_vote, (number, number + 1)).tolist()
            said = tally.edge[begins:ends]
            mixed |= bool((edges.say[said] > 0).any() and (edges.say[said] < 0).any())
            statements = tuple(sorted(set(edges.statement[said].tolist())))
            votes.append(Vote(edges.tellers[tally.vote_teller[number]], float(tally.vote[number]), statements))
        firsts = edges.first[every][edges.first[every] != UNTOLD]
        lasts = edges.last[every][edges.last[every] != UNTOLD]
        return Pair(
            a=self.told.nodes[tally.a[place]],
            b=self.told.nodes[tally.b[place]],
            sign=int(tally.sign[place]),
            weight=abs(float(tally.sum[place])),
            contested=bool(tally.contested[place]),
            mixed=mixed,
            votes=tuple(votes),
            since=_iso(firsts.min()) if len(firsts) else None,
            until=_iso(lasts.max()) if len(lasts) else None,
            undated=int(days.from_document[every].sum()),
            spells=_spells(edges.first[every].tolist(), edges.last[every].tolist()),
            favour=float(tally.favour[place]),
            against=float(tally.against[place]),
        )


class Told:
    """What a record tells of who stands with whom, read once, for networks of many times and sources.

    Args:
        record: an open record.
        wanted: which statements count. Its time, if any, bounds what is read.

    Attributes:
        record: as given.
        wanted: as given.
        edges: as arrays; the places in them are those of `nodes`.
        nodes: all who may stand in a network.
        organs: of each state, the ids of the actors that always act for it; empty unless states are asked for.
        days: when each edge counts.

    Raises:
        NotFoundError: the record knows no such source or holder.
    """

    def __init__(self, record: Record, wanted: Wanted = ALL) -> None:
        self.record = record
        self.wanted = wanted
        with record.reading() as connection:
            lifted = lift(connection, load(connection, window_of(wanted)), wanted)
            edges = lifted.edges.in_order()
            kept = places_of(connection, edges, wanted)
        self._all = edges
        self.edges: Edges = edges if kept is None else edges.take(kept)
        self.nodes: tuple[Node, ...] = lifted.nodes
        self.organs: dict[str, tuple[str, ...]] = lifted.organs
        self.days = self._days()

    def narrowed(self, wanted: Wanted) -> Told:
        """What is wanted of what is told, as firmly, as surely and by whom, without reading it anew.

        Args:
            wanted: level, places and what to do with the undated are as they are here, and it asks for all times.

        Raises:
            NotFoundError: the record knows no such source or holder.
        """
        told = copy(self)
        for worked_out in ("tellers", "_span"):
            told.__dict__.pop(worked_out, None)
        told.wanted = wanted
        with self.record.reading() as connection:
            kept = places_of(connection, self._all, wanted)
        told.edges = self._all if kept is None else self._all.take(kept)
        told.days = told._days()
        return told

    def _days(self) -> Days:
        edges = self.edges
        return days_of(
            edges.tie, edges.first, edges.last, edges.document_first, edges.document_last, self.wanted.undated
        )

    def network(self, window: Window | None = None, *, source: str | None = None) -> Network:
        """The network of a time, or of all times; as told by all, or by the source of one key."""
        counted: NDArray[Any] | None = None if window is None else self.days.within(window)
        if source is not None:
            places = [place for place, teller in enumerate(self.edges.tellers) if teller.key == source]
            of_source = np.isin(self.edges.teller, places)
            counted = of_source if counted is None else counted & of_source
        return Network(self, window, count_votes(self.edges, counted))

    def ids(self, numbers: Iterable[int]) -> dict[int, str]:
        """Ids of statements by their numbers."""
        asked = sorted(set(numbers))
        if not asked:
            return {}
        columns = schema.statements.c
        found: dict[int, str] = {}
        with self.record.reading() as connection:
            for begin in range(0, len(asked), _CHUNK):
                query = select(columns.number, columns.id).where(columns.number.in_(asked[begin : begin + _CHUNK]))
                found |= {row.number: row.id for row in connection.execute(query)}
        return found

    @cached_property
    def tellers(self) -> tuple[Teller, ...]:
        """Who tells anything, in order of key."""
        return tuple(self.edges.tellers[place] for place in np.flatnonzero(np.bincount(self.edges.teller)).tolist())

    def span(self) -> tuple[str, str] | None:
        """The first and the last day on which something counts, ISO 8601; None when nothing can be placed in time."""
        return self._span

    @cached_property
    def _span(self) -> tuple[str, str] | None:
        placed = np.flatnonzero((self.days.first <= self.days.last) & (self.days.first > 1))
        if not len(placed):
            return None
        return _iso(self.days.first[placed].min()), _iso(self.days.last[placed].max())


def build(record: Record, wanted: Wanted = ALL) -> Network:
    """The signed network of a record.

    Args:
        record: an open record.
        wanted: when, as told by whom, how firmly; everything that is stated or alleged, unless given.

    Raises:
        NotFoundError: the record knows no such source or holder.
    """
    return Told(record, wanted).network(window_of(wanted))


def _spells(firsts: list[int], lasts: list[int]) -> tuple[tuple[str | None, str | None], ...]:
    told = sorted((first, last or LAST) for first, last in zip(firsts, lasts, strict=True) if first or last)
    joined: list[tuple[int, int]] = []
    for first, last in told:
        if joined and first <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
        else:
            joined.append((first, last))
    return tuple((_iso(first) if first else None, _iso(last) if last != LAST else None) for first, last in joined)


def _iso(day: Any) -> str:
    return datetime.date.fromordinal(int(day)).isoformat()
