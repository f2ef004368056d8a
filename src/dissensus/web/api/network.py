"""The signed network at a time and as told by some, its camps, and its course."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Annotated, Final

import numpy as np
from fastapi import APIRouter, Depends, Query, Request, Response
from numpy.typing import NDArray

from dissensus.model import ActorType, Commitment, EventType, Relation, Statement
from dissensus.network.build import Network, Told
from dissensus.network.camps import Broker, Misfit, brokers, misfits
from dissensus.network.levels import Node
from dissensus.network.times import told_of
from dissensus.network.wanted import SCALE, Level, Undated, Wanted
from dissensus.network.windows import window_of
from dissensus.record.record import Record
from dissensus.web.api.common import DATE, ApiType, TheCache, TheRecord, apart
from dissensus.web.cache import Cache
from dissensus.web.dividing import Divider

router = APIRouter(prefix="/network", tags=["network"])


_LEAST: Final = 20_000
"""Edges that a network counts for at least, however small it is."""

PATIENCE = 5.0
"""Seconds after which the camps found so far are shown, with their bound."""

_BRIEFLY = 0.3
"""The same where a part of the record is asked for: there are many parts, and they are looked at in turn."""

_QUOTED = 50
"""Statements of one source on a pair that are shown."""


class NetworkNode(ApiType):
    """Someone in a network."""

    id: str
    name: str
    type: ActorType
    country: str | None
    ties: int
    weight: float
    """Of all its ties."""


class NetworkPair(ApiType):
    """Two actors and how they stand to one another."""

    a: int
    """Place of the one in `nodes`."""
    b: int
    sign: int
    """1, -1, or 0 where it is undecided."""
    weight: float
    contested: bool
    """Whether some sources vote for and others against."""


class NetworkView(ApiType):
    """A signed network. Where it is too large to draw, the ties of most weight are kept."""

    nodes: list[NetworkNode]
    pairs: list[NetworkPair]
    statements: int
    actors_in_all: int
    pairs_in_all: int
    first_day: str | None
    """On which anything counts, at any time."""
    last_day: str | None
    tellers: list[str]
    """Sources that tell of it, at any time."""


class TimesView(ApiType):
    """How much is told of each year and of each month, whatever the time asked for."""

    years: dict[str, int]
    """Statements that tell of something in it; one that tells of a stretch of time counts in every year of it."""
    months: dict[str, int]


class PairVote(ApiType):
    """What one source says of a pair."""

    source: str
    value: float
    """-1 to 1."""
    statements: list[Statement]


class PairView(ApiType):
    """Two actors, and who says what of how they stand to one another."""

    a: str
    b: str
    sign: int
    weight: float
    contested: bool
    since: str | None
    until: str | None
    votes: list[PairVote]


class CampsView(ApiType):
    """Camps of a network: the split that leaves least unexplained."""

    asked: int | None
    """How many camps were allowed; null for any number."""
    camps: list[list[str]]
    """Ids of the members of each, the largest first."""
    frustration: float
    """Weight of the ties that do not fit."""
    lower_bound: float
    """No split leaves less."""
    proven: bool
    settled: list[str]
    """Ids of those who stand there in every best split."""
    swing: list[str]
    weight: float
    """Of all ties that have a sign."""
    misfits: list[Misfit]
    """The chief ones."""
    misfits_in_all: int
    brokers: list[Broker]
    """Those with most on both sides."""
    names: dict[str, str]
    """Of those in `misfits` and `brokers`, by id."""
    seconds: float


async def the_wanted(
    at: Annotated[str | None, Query(pattern=DATE, description="A day, month or year: as it stands then.")] = None,
    since: Annotated[str | None, Query(pattern=DATE, description="First day, month or year of a window.")] = None,
    until: Annotated[str | None, Query(pattern=DATE, description="Its last.")] = None,
    memory: Annotated[int, Query(ge=0, le=1200, description="Months for which an event goes on counting.")] = 12,
    told_by: Annotated[list[str] | None, Query(max_length=50, description="Sources.")] = None,
    held_by: Annotated[
        list[str] | None, Query(max_length=50, description="Who say so; `author` for the writers.")
    ] = None,
    relation: Annotated[
        list[Relation] | None, Query(description="Relations of ties; with them only these and what `type` names count.")
    ] = None,
    type: Annotated[
        list[EventType] | None,
        Query(description="Types of events; with them only these and what `relation` names count."),
    ] = None,
    commitment: Annotated[Commitment, Query(description="The least firm that counts.")] = Commitment.ALLEGED,
    min_confidence: Annotated[float, Query(ge=0, le=1)] = 0.0,
    level: Annotated[Level, Query(description="Whether what acts for a state is that state.")] = Level.ACTOR,
    undated: Annotated[Undated, Query(description="What to do with statements that give no date.")] = Undated.TIES,
) -> Wanted:
    """Which statements make the network that a request asks for."""
    return Wanted(
        at=at,
        since=since,
        until=until,
        memory=memory,
        told_by=tuple(told_by or ()),
        held_by=tuple(held_by or ()),
        relations=tuple(relation or ()),
        types=tuple(type or ()),
        commitment=commitment,
        min_confidence=min_confidence,
        level=level,
        undated=undated,
    )


TheWanted = Annotated[Wanted, Depends(the_wanted)]


def weight_of(made: Told | Network) -> int:
    """What a network, or what one is made from, counts for among those that are kept."""
    return max(len(made.edges if isinstance(made, Told) else made.tally.edge), _LEAST)


async def the_networks(request: Request) -> Cache:
    """Networks made before."""
    networks: Cache = request.app.state.networks
    return networks


async def the_divider(request: Request) -> Divider:
    """What splits networks into camps."""
    divider: Divider = request.app.state.divider
    return divider


TheNetworks = Annotated[Cache, Depends(the_networks)]
TheDivider = Annotated[Divider, Depends(the_divider)]


@router.get("", response_model=NetworkView)
@apart
def get_network(
    record: TheRecord,
    cache: TheCache,
    networks: TheNetworks,
    wanted: TheWanted,
    most: Annotated[int, Query(ge=1, le=10_000, description="Ties at most.")] = 2_000,
) -> Response:
    """The network."""
    told, network = _network(record, networks, wanted)
    tally = network.tally
    kept = _largest(np.maximum(np.abs(tally.sum), np.minimum(tally.favour, tally.against)), most)
    places, ends = np.unique(np.concatenate([tally.a[kept], tally.b[kept]]), return_inverse=True)
    one, other = ends[: len(kept)], ends[len(kept) :]
    weight = np.abs(tally.sum[kept])
    degree = np.bincount(ends, minlength=len(places))
    total = np.bincount(one, weights=weight, minlength=len(places)) + np.bincount(
        other, weights=weight, minlength=len(places)
    )
    span = told.span()
    rest = {
        "statements": network.statements,
        "actors_in_all": len(network.nodes),
        "pairs_in_all": len(network),
        "first_day": span[0] if span else None,
        "last_day": span[1] if span else None,
        "tellers": sorted(teller.name for teller in told.tellers),
    }
    # Written by hand, for there are thousands: to make mappings of them and then JSON takes three times as long.
    heads = _heads(cache, told.nodes, wanted)
    nodes = ",".join(
        f'{heads[place]},"ties":{ties},"weight":{sum:.3f}}}'
        for place, ties, sum in zip(places.tolist(), degree.tolist(), total.tolist(), strict=True)
    )
    contested_or_not = np.where(tally.contested[kept], "true", "false").tolist()
    pairs = ",".join(
        f'{{"a":{a},"b":{b},"sign":{sign},"weight":{size:.3f},"contested":{contested}}}'
        for a, b, sign, size, contested in zip(
            one.tolist(), other.tolist(), tally.sign[kept].tolist(), weight.tolist(), contested_or_not, strict=True
        )
    )
    answer = f'{{"nodes":[{nodes}],"pairs":[{pairs}],{json.dumps(rest, ensure_ascii=False)[1:]}'
    return Response(answer.encode(), media_type="application/json")


@router.get("/times")
@apart
def get_times(record: TheRecord, cache: TheCache, networks: TheNetworks, wanted: TheWanted) -> TimesView:
    """Of which years and months anything is told."""
    always = _always(wanted)
    return cache.get(("times", always), lambda: TimesView(**told_of(_told(record, networks, always))._asdict()))


@router.get("/pair")
@apart
def get_pair(record: TheRecord, networks: TheNetworks, wanted: TheWanted, a: str, b: str) -> PairView:
    """Two actors by their ids, with the statements on them."""
    _, network = _network(record, networks, wanted)
    pair = network.pair(a, b)
    quoted = record.statements_numbered([number for vote in pair.votes for number in vote.statements[:_QUOTED]])
    return PairView(
        a=pair.a.id,
        b=pair.b.id,
        sign=pair.sign,
        weight=pair.weight,
        contested=pair.contested,
        since=pair.since,
        until=pair.until,
        votes=[
            PairVote(
                source=vote.source.name,
                value=vote.value,
                statements=[quoted[number] for number in vote.statements[:_QUOTED]],
            )
            for vote in pair.votes
        ],
    )


@router.get("/camps")
@apart
def get_camps(
    record: TheRecord,
    cache: TheCache,
    networks: TheNetworks,
    divider: TheDivider,
    wanted: TheWanted,
    camps: Annotated[int | None, Query(ge=1, le=20, description="How many; any number where left out.")] = None,
) -> CampsView:
    """The camps of the network, with what does not fit them."""
    _, network = _network(record, networks, wanted)

    def split() -> CampsView:
        graph = network.graph()
        whole = wanted == Wanted(level=wanted.level)
        found = divider.camps(graph, camps, PATIENCE if whole else _BRIEFLY)
        unfit, between = misfits(found), brokers(found)[:50]
        named = {end for misfit in unfit[:100] for end in (misfit.source, misfit.target)}
        named |= {broker.name for broker in between}
        return CampsView(
            asked=camps,
            camps=[list(members) for members in found.members],
            frustration=found.frustration,
            lower_bound=found.lower_bound,
            proven=found.proven,
            settled=list(found.settled),
            swing=list(found.swing),
            weight=float(graph.weight.sum()),
            misfits=unfit[:100],
            misfits_in_all=len(unfit),
            brokers=between,
            names={id: network.names[id] for id in sorted(named)},
            seconds=found.seconds,
        )

    return cache.get(("camps", wanted, camps), split)


def _heads(cache: Cache, nodes: tuple[Node, ...], wanted: Wanted) -> list[str]:
    """The nodes of all networks alike in JSON, without what differs and the end."""

    def write() -> list[str]:
        told = ({"id": node.id, "name": node.name, "type": node.type, "country": node.country} for node in nodes)
        return [json.dumps(one, ensure_ascii=False, separators=(",", ":"))[:-1] for one in told]

    of, heads = cache.get(("heads", _whole(wanted)), lambda: (nodes, write()))
    # The record may have changed after these nodes were read.
    return heads if of is nodes else write()


def _largest(values: NDArray[np.float64], most: int) -> NDArray[np.int64]:
    """Places of the largest values, in order of place; of equal ones the first."""
    if len(values) <= most:
        return np.arange(len(values))
    least = np.partition(values, len(values) - most)[len(values) - most]
    larger, equal = np.flatnonzero(values > least), np.flatnonzero(values == least)
    return np.sort(np.concatenate([larger, equal[: most - len(larger)]]))


def _network(record: Record, networks: Cache, wanted: Wanted) -> tuple[Told, Network]:
    """The network wanted, and what it is a part of.

    What one is made from is read when it is made, so that nothing old is kept for a record that has changed meanwhile.
    """
    always, window = _always(wanted), window_of(wanted)
    # Asked for each time, so that it stays among the networks kept.
    _told(record, networks, always)
    network = networks.get(("network", always, window), lambda: _told(record, networks, always).network(window))
    return network.told, network


def _told(record: Record, networks: Cache, always: Wanted) -> Told:
    """What the record tells at any time, read once for all times and tellers."""
    every = _whole(always)

    def whole() -> Told:
        return networks.get(("told", every), lambda: Told(record, every))

    # Asked for each time, too.
    whole()
    return networks.get(("told", always), lambda: whole().narrowed(always))


def _always(wanted: Wanted) -> Wanted:
    """The same for all times."""
    return replace(wanted, at=None, since=None, until=None)


def _whole(wanted: Wanted) -> Wanted:
    """The same without all that one can narrow by."""
    every = replace(wanted, told_by=(), held_by=(), relations=(), types=(), commitment=SCALE[-1], min_confidence=0.0)
    return _always(every)
