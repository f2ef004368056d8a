"""Who speaks for a publisher: a minister for the government, a secretary general for the organisation.

A text put out by a government tells that government's position also where it reports what its ministers said.
"""

from __future__ import annotations

import datetime
import json
from functools import lru_cache
from typing import Any, Final

from sqlalchemy import Connection, bindparam, select

from dissensus.record import schema
from dissensus.record.words import first_day, fold, last_day

_STATE: Final = ("country", "government", "ministry", "military", "police")
_NOT_SPEAKING: Final = ("candidate", "member")
"""Roles that do not speak for what they are held in."""

_LEFT_OUT: Final = frozenset(
    "the a interim transitional provisional acting caretaker former new government of administration presidency office "
    "in embassy republic kingdom and official press ministry foreign affairs".split()
)
"""Words that may stand before the name of what a publisher belongs to: `Interim government of` Bolivia."""

_SLACK: Final = 60
"""Days after which an office just left still counts."""

_NAMED = select(schema.actor_names.c.actor).where(schema.actor_names.c.folded == bindparam("folded"))
_BODY = select(schema.actors.c.body).where(schema.actors.c.id == bindparam("id"))


class Spokespeople:
    """Answers who speaks for whom, from the actors of an open record."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._actor = lru_cache(maxsize=65536)(self._load)
        self._publisher = lru_cache(maxsize=65536)(self._find)
        self.speaks = lru_cache(maxsize=1 << 18)(self._speaks)

    def _speaks(self, publisher: str, id: str | None, name: str, day: int | None) -> bool:
        """Whether a holder speaks for a publisher on a day (any day, where None)."""
        folded, holder = fold(publisher), fold(name)
        if f" {holder} " in f" {folded} ":
            return True
        if id is None:
            return False
        ids = self._publisher(folded)
        if id in ids:
            return True
        actor = self._actor(id)
        if actor is None:
            return False
        for owner in ids:
            known = self._actor(owner)
            if known is None:
                continue
            state = known["country"] if known["type"] in ("country", "government") else None
            if state and actor["type"] in _STATE and actor["country"] == state:
                return True
            organisations = {owner, owner.removesuffix(".government")} | ({state.lower()} if state else set())
            if any(_holds(role, organisations, day) for role in actor["roles"]):
                return True
        return False

    def _find(self, folded: str) -> tuple[str, ...]:
        """Ids of whom a publisher's name means: the whole name, or what follows words such as `government of`."""
        words = folded.split()
        for start in range(len(words)):
            if start and words[start - 1] not in _LEFT_OUT:
                break
            rows = self._connection.execute(_NAMED, {"folded": " ".join(words[start:])})
            found = sorted({row.actor for row in rows})
            if found:
                return tuple(found)
        return ()

    def _load(self, id: str) -> dict[str, Any] | None:
        body = self._connection.execute(_BODY, {"id": id}).scalar()
        return json.loads(body) if body else None


def _holds(role: dict[str, Any], organisations: set[str], day: int | None) -> bool:
    if role["office"] in _NOT_SPEAKING or role["organisation"] not in organisations:
        return False
    if day is None:
        return True
    start, end = role.get("from"), role.get("to")
    if start and _ordinal(first_day(start)) > day:
        return False
    return not (end and _ordinal(last_day(end)) + _SLACK < day)


def _ordinal(date: str) -> int:
    return datetime.date.fromisoformat(date).toordinal()
