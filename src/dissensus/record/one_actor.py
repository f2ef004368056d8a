"""Statements in which two actors that a person said are one bear one name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, TypeVar

from dissensus.model import Actor, ActorRef, Event, Figure, Holder, Label, Mention, Statement, Tie

Named = TypeVar("Named", ActorRef, Holder)

_MOST_ALIASES: Final = 12
"""As many as a statement gives of an actor that was found in a text."""


@dataclass(frozen=True, slots=True)
class Merges:
    """Which actors stand for which.

    Attributes:
        into: of an actor that was merged, the one it now stands for.
        known: actors by id; at least those that `into` leads to, and those whose merging was undone.
    """

    into: Mapping[str, str]
    known: Mapping[str, Actor]

    def apply(self, statement: Statement) -> Statement:
        """The statement with every actor under the name it now bears; the id it was found with is kept beside it."""
        changes: dict[str, object] = {"holder": self._named(statement.holder)}
        if statement.event:
            changes["event"] = self._event(statement.event)
        if statement.tie:
            changes["tie"] = self._tie(statement.tie)
        if statement.figure:
            changes["figure"] = self._figure(statement.figure)
        if statement.label:
            changes["label"] = self._label(statement.label)
        return statement.model_copy(update=changes)

    def _event(self, event: Event) -> Event:
        return event.model_copy(
            update={
                "actors": tuple(map(self._named, event.actors)),
                "recipients": tuple(map(self._named, event.recipients)),
                "figures": tuple(map(self._figure, event.figures)),
            }
        )

    def _tie(self, tie: Tie) -> Tie:
        return tie.model_copy(update={"a": self._named(tie.a), "b": self._named(tie.b)})

    def _figure(self, figure: Figure) -> Figure:
        if isinstance(figure.subject, str):
            return figure
        return figure.model_copy(update={"subject": self._named(figure.subject)})

    def _label(self, label: Label) -> Label:
        return label.model_copy(update={"target": self._named(label.target)})

    def _named(self, named: Named) -> Named:
        found = named.found or named.id
        id = self.into.get(found, found) if found else None
        if id is None or id == named.id:
            return named
        actor = self.known[id]
        changes: dict[str, object] = {"id": id, "name": actor.name, "found": found if id != found else None}
        if isinstance(named, ActorRef):
            changes |= {"country": actor.country, "type": actor.type, "aliases": _aliases(actor, named.mention)}
        return named.model_copy(update=changes)


def _aliases(actor: Actor, mention: Mention | None) -> tuple[str, ...]:
    """Its other names, and among them the one that stands in the text."""
    aliases = tuple(dict.fromkeys(alias for names in actor.aliases.values() for alias in names))[:_MOST_ALIASES]
    if mention is None or mention.text in (actor.name, *aliases):
        return aliases
    return (*aliases[: _MOST_ALIASES - 1], mention.text)
