"""How two stand to each other: their ties between friend and foe, and what the one does to the other on no one day.

`X is hostile to Y`, `the army of X threatens Y` and `X abandons Y` are of one matter: no day, place or manner makes
any of them an affair of its own. The arms of a state stand for it, and a wide region for the regions in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import product
from typing import TYPE_CHECKING, Final, NamedTuple

from dissensus.matters.facts import GENERIC, Fact
from dissensus.model import Commitment, Kind
from dissensus.tables import package_table

if TYPE_CHECKING:
    from dissensus.matters.kernels import Kernel

REACH: Final = 1825
"""Days between documents that still speak of one time."""

_SPECIFIC: Final = ("controls", "member_of", "leads", "part_of", "succeeds", "founded")
"""Relations that are matters of their own; all others lie between friend and foe."""

_SIGNS: Final = dict.fromkeys(("SUPPORT", "COOPERATE", "AID", "AGREE"), 1) | dict.fromkeys(
    ("ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "COERCE", "ASSAULT"), -1
)
"""Types of event that show the one to be a friend or a foe of the other. Left out is what can show either."""

_ARMS: Final = frozenset(
    "government presidency ministry military army navy air-force police national-guard coast-guard intelligence".split()
)

_MOST_PARTIES: Final = 4


class _Region(NamedTuple):
    within: str
    states: tuple[str, ...]


@cache
def regions() -> dict[str, _Region]:
    """The regions of `regions.tsv` by id.

    Raises:
        DictionaryError: a wider region has no line of its own.
    """
    table = package_table("dissensus.matters", "regions.tsv", ("region", "within", "states"))
    found = {row["region"]: _Region(row["within"], row.many("states")) for row in table}
    for row in table:
        if row["within"] and row["within"] not in found:
            raise row.error(f"{row['within']!r} is no region of this table")
    return found


@cache
def regions_of_states() -> dict[str, str]:
    """The region for which a grouping of states stands, such as `african-countries`."""
    return {states: region for region, told in regions().items() for states in told.states}


def is_region(party: str) -> bool:
    """Whether a party is a region that holds whole states."""
    return party in regions()


@lru_cache(maxsize=1 << 16)
def stands_for(party: str) -> str:
    """Whom a party counts as: the state of which it is an arm, the widest region that holds it, or itself."""
    state, _, arm = party.partition(".")
    if arm.partition(".")[0] in _ARMS:
        return state
    while party in regions() and regions()[party].within:
        party = regions()[party].within
    return party


def is_axis(relation: str) -> bool:
    """Whether a relation says how friendly two are."""
    return relation not in _SPECIFIC


def sign_of(fact: Fact) -> int:
    """Whether a statement shows two as friends (1), as foes (-1) or as neither; a tie that is denied is turned."""
    if fact.kind == Kind.EVENT:
        return 0 if fact.commitment == Commitment.DENIED else _SIGNS.get(fact.body, 0)
    sign = int(fact.value or 0)
    return -sign if fact.commitment == Commitment.DENIED else sign


def can_stand(kernel: Kernel) -> bool:
    """Whether a kernel tells how two stand to each other, and is no affair of its own."""
    if kernel.kind == Kind.TIE:
        return is_axis(kernel.type)
    if kernel.kind != Kind.EVENT or kernel.first is not None or kernel.theme or kernel.type not in _SIGNS:
        return False
    # What is done to a whole region is done again and again, whatever the manner.
    return not (kernel.mode or kernel.places) or any(map(is_region, (*kernel.agents, *kernel.objects)))


def pairs_of(agents: Sequence[str], objects: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The pairs of parties that stand against each other, each as whom it stands for, the first in order first."""
    ours, theirs = (
        [stands_for(party) for party in parties if not party.startswith(GENERIC)][:_MOST_PARTIES]
        for parties in (agents, objects)
    )
    for one, other in dict.fromkeys(product(ours, theirs)):
        if one != other:
            yield min(one, other), max(one, other)


def on_a_pair(facts: Sequence[Fact]) -> bool:
    """Whether the statements of a matter tell how two stand to each other, rather than of one kind of event."""
    if any(fact.kind == Kind.TIE for fact in facts):
        return all(fact.kind != Kind.TIE or is_axis(fact.body) for fact in facts)
    if any(fact.kind != Kind.EVENT or fact.dated or fact.theme for fact in facts):
        return False
    told = {(fact.agents, fact.objects) for fact in facts}
    both = any((objects, agents) in told for agents, objects in told if agents != objects)
    return both or len({fact.body for fact in facts}) > 1
