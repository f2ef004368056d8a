"""Who the nodes of a network are: actors as named, or with the states for which they act."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, select

from dissensus.model import Actor, ActorType
from dissensus.network.edges import Edges
from dissensus.network.wanted import Level, Wanted
from dissensus.network.windows import FIRST, LAST, UNTOLD
from dissensus.record import schema
from dissensus.record.words import first_day, last_day
from dissensus.tables import package_table

ORGANS: Final = {ActorType.COUNTRY, ActorType.GOVERNMENT, ActorType.MINISTRY, ActorType.MILITARY, ActorType.POLICE}
"""Types of actors that act for the state of their country."""

OFFICES: Final = {
    "head_of_state",
    "head_of_government",
    "prime_minister",
    "vice_president",
    "foreign_minister",
    "defence_minister",
    "interior_minister",
    "minister",
    "ambassador",
    "attorney_general",
}
"""Offices whose holders act for the state in which they hold them; a claim to an office is none."""

_CHUNK: Final = 10_000


@dataclass(frozen=True, slots=True)
class Node:
    """Someone in a network.

    Attributes:
        id: of the actor, or of the state.
        name: for people.
        type: sort of body or person.
        country: ISO 3166-1 alpha-3.
    """

    id: str
    name: str
    type: ActorType
    country: str | None = None


@dataclass(frozen=True, slots=True)
class _Office:
    state: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Lifted:
    """Edges between the nodes of a level.

    Attributes:
        edges: without those of a node to itself.
        nodes: who the nodes are, place by place.
        organs: of each state, the ids of the actors that always act for it.
    """

    edges: Edges
    nodes: tuple[Node, ...]
    organs: dict[str, tuple[str, ...]]


def lift(connection: Connection, edges: Edges, wanted: Wanted) -> Lifted:
    """The edges between the nodes wanted."""
    named = _known(connection, {edges.actors[place] for place in np.unique(np.concatenate([edges.a, edges.b]))})
    organs: dict[str, tuple[str, ...]] = {}
    if wanted.level is Level.STATE:
        edges, organs = _to_states(edges, named)
    nodes = tuple(_node(id, named) for id in edges.actors)
    kept = edges.a != edges.b
    if not wanted.places:
        place = np.array([node.type is ActorType.PLACE for node in nodes], dtype=np.bool_)
        if place.any():
            kept &= ~place[edges.a] & ~place[edges.b]
    return Lifted(edges.take(kept), nodes, organs)


def _to_states(edges: Edges, named: Mapping[str, Actor]) -> tuple[Edges, dict[str, tuple[str, ...]]]:
    """Ends that act for a state become it, office-holders on the days of their office; and the organs of the states."""
    states = {
        actor.country: id
        for id, actor in sorted(named.items(), reverse=True)
        if actor.type is ActorType.COUNTRY and actor.country
    }
    ids = list(edges.actors)
    place = {id: number for number, id in enumerate(ids)}

    def place_of(state: str) -> int:
        if state not in place:
            place[state] = len(ids)
            ids.append(state)
        return place[state]

    becomes = np.arange(len(ids), dtype=np.int32)
    offices: dict[int, list[_Office]] = {}
    organs: dict[str, tuple[str, ...]] = {}
    for id, actor in sorted(named.items()):
        if actor.type in ORGANS and actor.country:
            state = states.get(actor.country, actor.country.lower())
            becomes[place[id]] = place_of(state)
            organs[state] = (*organs.get(state, ()), id)
        elif actor.type is ActorType.PERSON and (held := list(_offices(actor))):
            offices[place[id]] = held
    day = _day(edges)
    a = _in_office(becomes[edges.a], edges.a, day, offices, place_of)
    b = _in_office(becomes[edges.b], edges.b, day, offices, place_of)
    # States that no text names came last; everything is in order of id.
    ordered = sorted(ids)
    order = np.array([place[id] for id in ordered], dtype=np.int64)
    now = np.empty(len(ids), dtype=np.int32)
    now[order] = np.arange(len(ids), dtype=np.int32)
    return replace(edges, a=now[a], b=now[b], actors=tuple(ordered)), organs


def _in_office(
    ends: NDArray[np.int32],
    actor: NDArray[np.int32],
    day: NDArray[np.int64],
    offices: Mapping[int, list[_Office]],
    place_of: Callable[[str], int],
) -> NDArray[np.int32]:
    """One end of every edge, with office-holders replaced by their state where the edge's day lies in their office."""
    found = np.flatnonzero(np.isin(actor, np.fromiter(offices, dtype=np.int64)))
    if not len(found):
        return ends
    found = found[np.argsort(actor[found], kind="stable")]
    people, begins = np.unique(actor[found], return_index=True)
    for person, of_person in zip(people.tolist(), np.split(found, begins[1:]), strict=True):
        days = day[of_person]
        for office in offices[person]:
            held = (days >= office.first) & (days <= office.last)
            ends[of_person[held]] = place_of(office.state)
    return ends


def _day(edges: Edges) -> NDArray[np.int64]:
    """The day for which each edge asks who was in office: its first, its document's, or the newest there is."""
    first = np.where(edges.first != UNTOLD, edges.first, edges.last)
    day = np.where(first != UNTOLD, first, edges.document_last)
    return np.where(day != UNTOLD, day, LAST).astype(np.int64)


def _offices(actor: Actor) -> Iterable[_Office]:
    for role in actor.roles:
        if role.office in OFFICES:
            first = datetime.date.fromisoformat(first_day(role.start)).toordinal() if role.start else FIRST
            last = datetime.date.fromisoformat(last_day(role.end)).toordinal() if role.end else LAST
            yield _Office(role.organisation, first, last)


def _known(connection: Connection, ids: Iterable[str]) -> dict[str, Actor]:
    """What the record knows of actors, by id."""
    wanted = sorted(ids)
    found: dict[str, Actor] = {}
    for begin in range(0, len(wanted), _CHUNK):
        query = select(schema.actors.c.id, schema.actors.c.body).where(
            schema.actors.c.id.in_(wanted[begin : begin + _CHUNK])
        )
        for id, body in connection.execute(query):
            values = json.loads(body)
            values.pop("aliases", None)
            found[id] = Actor.model_validate(values)
    return found


def _node(id: str, named: Mapping[str, Actor]) -> Node:
    if id in named:
        actor = named[id]
        return Node(id, actor.name, actor.type, actor.country)
    state = _states().get(id)
    return Node(id, state[0], ActorType.COUNTRY, state[1]) if state else Node(id, id, ActorType.PLACE)


@cache
def _states() -> dict[str, tuple[str, str | None]]:
    """Name and code of every state of the dictionary, by id."""
    rows = package_table("dissensus.actors", "dictionary/states.tsv", ("id", "name", "iso3"))
    return {row["id"]: (row["name"], row["iso3"] or None) for row in rows}
