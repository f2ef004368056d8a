"""One actor from all that documents and imports say of it, whatever order they came in.

Every distinct description of an actor (a variant) is counted by the documents that carry it. The merged actor is a
function of these counts alone, so reading in another order, or in several processes, gives the same actors.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from dissensus.model import Actor, ActorType, Origin, Role, Sector

T = TypeVar("T")

_RANK = {Origin.IMPORTED: 1, Origin.GAZETTEER: 2, Origin.FOUND: 3}


@dataclass(frozen=True, slots=True)
class Variant:
    """A description of an actor, in how many documents it was met, and whether a person gave it to the record."""

    actor: Actor
    documents: int
    given: bool = False


def merge(variants: Sequence[Variant]) -> Actor:
    """Merge descriptions of one actor.

    What a person gave decides alone; else the best origin does (imported before gazetteer before found) and the others
    are not heard. Among equals each single value is the one most documents carry, and lists are united.
    """
    best = min(_rank(variant) for variant in variants)
    heard = [variant for variant in variants if _rank(variant) == best]
    if len(heard) == 1:
        return heard[0].actor
    name = _commonest(heard, lambda actor: actor.name) or ""
    return Actor(
        id=heard[0].actor.id,
        name=name,
        type=_commonest(heard, lambda actor: actor.type) or ActorType.PERSON,
        country=_commonest(heard, lambda actor: actor.country),
        sectors=_union(heard, lambda actor: actor.sectors, key=lambda sector: list(Sector).index(sector)),
        aliases=_aliases(heard, name),
        roles=_union(heard, lambda actor: actor.roles, key=_role_key),
        predecessors=_union(heard, lambda actor: actor.predecessors, key=str),
        wikidata=_commonest(heard, lambda actor: actor.wikidata),
        origin=heard[0].actor.origin,
    )


def _rank(variant: Variant) -> int:
    return 0 if variant.given else _RANK[variant.actor.origin]


def _commonest(variants: Sequence[Variant], value: Callable[[Actor], T | None]) -> T | None:
    counts: Counter[T] = Counter()
    for variant in variants:
        told = value(variant.actor)
        if told is not None:
            counts[told] += max(variant.documents, 1)
    return min(counts, key=lambda told: (-counts[told], -len(str(told)), str(told))) if counts else None


def _union(
    variants: Sequence[Variant], values: Callable[[Actor], Iterable[T]], *, key: Callable[[T], object]
) -> tuple[T, ...]:
    united = {value for variant in variants for value in values(variant.actor)}
    return tuple(sorted(united, key=key))  # type: ignore[arg-type]


def _role_key(role: Role) -> tuple[str, str, str, str]:
    return role.start or "", role.end or "", role.organisation, role.office


def _aliases(variants: Sequence[Variant], name: str) -> dict[str, tuple[str, ...]]:
    united: dict[str, set[str]] = {}
    for variant in variants:
        for language, names in variant.actor.aliases.items():
            united.setdefault(language, set()).update(names)
        if variant.actor.name != name:
            united.setdefault("en", set()).add(variant.actor.name)
    return {language: tuple(sorted(united[language])) for language in sorted(united)}
