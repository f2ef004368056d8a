"""The arms of a state: its government, army, ministries, people, and the holders of its offices as roles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from dissensus.model import Actor, ActorType, Sector

if TYPE_CHECKING:
    from dissensus.actors.lexicon import Lexicon

ROLE_ARMS = {
    "head_of_state": "head-of-state",
    "head_of_government": "head-of-government",
    "vice_president": "vice-president",
    "prime_minister": "prime-minister",
    "foreign_minister": "foreign-minister",
    "defence_minister": "defence-minister",
    "interior_minister": "interior-minister",
    "attorney_general": "attorney-general",
}
"""Offices of a state that are an actor of their own where we cannot say who held them."""
_PLURAL_NAMES = frozenset(
    ("netherlands", "philippines", "bahamas", "gambia", "maldives", "seychelles", "comoros", "congo", "emirates",
     "states", "kingdom", "republic", "islands", "union", "federation")
)  # fmt: skip


class _State(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def iso3(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def adjective(self) -> str: ...
    @property
    def adjectives(self) -> tuple[str, ...]: ...
    @property
    def people(self) -> str: ...
    @property
    def capital(self) -> str: ...
    @property
    def with_article(self) -> str: ...


def takes_article(name: str) -> bool:
    """Whether a state's name stands with "the" inside a sentence."""
    parts = name.lower().split()
    return parts[-1] in _PLURAL_NAMES or parts[0] in ("republic", "democratic", "united")


def derive(lexicon: Lexicon, state: _State, arm: str) -> Actor | None:
    """The actor for an arm of a state; None when there is no such arm."""
    pattern = lexicon.arms.get(arm)
    if pattern is None or (arm == "capital" and not state.capital):
        return None

    def fill(text: str, adjective: str) -> str:
        return text.format(
            state=state.name, the_state=state.with_article, adjective=adjective, people=state.people,
            capital=state.capital,
        )  # fmt: skip

    aliases = tuple(
        dict.fromkeys(fill(alias, adjective) for alias in pattern.aliases for adjective in state.adjectives)
    )
    return Actor(
        id=f"{state.id}.{arm}",
        name=fill(pattern.name, state.adjective),
        type=ActorType(pattern.type),
        country=state.iso3,
        sectors=tuple(Sector(code) for code in pattern.sectors),
        aliases={"en": aliases} if aliases else {},
    )
