"""Which statements are looked at together at all.

A *block* holds the statements that agree on what, who and whom; only their dates can part them. *Keys* are where
groups of different blocks meet to be compared. Both are numbers, the hashes of short texts, and depend on nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import product
from typing import TYPE_CHECKING, Final

from dissensus.matters.facts import GENERIC, Fact
from dissensus.matters.standing import can_stand, is_axis, pairs_of
from dissensus.matters.themes import CHARGE, term_named
from dissensus.model import Kind
from dissensus.record.words import fold

if TYPE_CHECKING:
    from dissensus.matters.kernels import Kernel

BUCKET: Final = 32
"""Days of one bucket: groups meet under a pair of parties and a stretch of so many days."""

DAYS: Final = 4
"""Days under which groups meet that share one party alone."""

REACH: Final = 8
"""Days by which a date may be off and its group still meet the others."""

_MOST_BUCKETS: Final = 4
_MOST_DAYS: Final = 62
_MOST_PARTIES: Final = 4

_MUTUAL: Final = ("AGREE", "CONSULT", "COOPERATE")
"""Types of event that both parties do alike."""

_SAID: Final = ("ACCUSE", "REJECT", "REQUEST", "THREATEN", "SUPPORT", "CONCEDE", "AGREE", "CONSULT")
"""Types of event of which one party does many: without the other party or a date, two of them are not the same."""

_QUADS: Final = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), "says yes"),
    **dict.fromkeys(("COOPERATE", "AID", "RETREAT"), "does good"),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), "says no"),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), "does harm"),
}


def quad(type: str) -> str:
    """Which of PLOVER's four classes an event type belongs to: verbal or material, cooperation or conflict."""
    return _QUADS.get(type, "other")


@lru_cache(maxsize=1 << 16)
def number_of(text: str) -> int:
    """A number of 62 bits for a text, the same on every machine."""
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big") >> 2


def block_of(fact: Fact) -> int:
    """The block of a fact."""
    return number_of(block_text(fact))


def block_text(fact: Fact) -> str:
    """What the block of a fact is about, in words; with the statement's own id where nothing else can be the same."""
    if fact.kind == Kind.EVENT:
        return _event(fact)
    if fact.kind == Kind.TIE:
        return _tie(fact)
    subject = ",".join(fact.agents)
    own = f"|{fact.document}" if _all_generic(fact.agents) else ""
    if fact.kind == Kind.FIGURE:
        return f"figure|{subject}|{fact.body}|{fact.mode}{own}"
    return f"label|{subject}{own}"


def _event(fact: Fact) -> str:
    if fact.theme:
        term = term_named(fact.term)
        if term.of_country:
            if not fact.country:
                return f"event|{fact.id}"
            if term.stands == CHARGE and not fact.dated and fact.hint is None:
                # Nothing tells when: only whom it was done to can show that two speak of one affair.
                return f"event|{fact.theme}|{fact.country}|{','.join(_people(fact)) or fact.document}"
            if term.stands == CHARGE:
                return f"event|{fact.theme}|{fact.country}"
            people = fact.objects if term.role == "recipient" else fact.agents
            return f"event|{fact.theme}|{fact.country}|{fact.term}|{','.join(people)}"
    what = fact.theme or f"{fact.body}|{fact.mode}"
    named = [party for party in (*fact.agents, *fact.objects) if not party.startswith(GENERIC)]
    if not named:
        if fact.agents or fact.objects:
            # `Protesters` of one document are not those of another.
            return f"event|{what}|{','.join(fact.agents)}>{','.join(fact.objects)}|{fact.document}"
        return f"event|{what}|{fold(fact.place)}" if fact.place and fact.dated else f"event|{fact.id}"
    alone = len(fact.agents) + len(fact.objects) == 1
    if alone and not fact.dated and (fact.body in _SAID or _of_a_state(fact) or not (fact.mode or fact.place)):
        return f"event|{fact.id}"
    if fact.body in _MUTUAL:
        return f"event|{what}|{','.join(sorted({*fact.agents, *fact.objects}))}"
    return f"event|{what}|{','.join(fact.agents)}>{','.join(fact.objects)}"


def _of_a_state(fact: Fact) -> bool:
    """Whether all that is told of deaths, a war or a territory is the state: it has known many."""
    return bool(fact.theme) and fact.country.lower() in (*fact.agents, *fact.objects)


def _people(fact: Fact) -> list[str]:
    """Keys of those an affair of state was done to, without the state itself."""
    return [party for party in (fact.objects or fact.agents) if party != fact.country.lower()]


def _tie(fact: Fact) -> str:
    own = f"|{fact.document}" if _all_generic(fact.agents) or _all_generic(fact.objects) else ""
    if is_axis(fact.body):
        return f"tie|axis|{','.join(sorted((*fact.agents, *fact.objects)))}{own}"
    return f"tie|{fact.body}|{','.join(fact.agents)}>{','.join(fact.objects)}{own}"


def _all_generic(parties: Sequence[str]) -> bool:
    return all(party.startswith(GENERIC) for party in parties)


def keys_of(kernel: Kernel) -> list[int]:
    """Where a kernel meets others."""
    return [number_of(text) for text in dict.fromkeys(_key_texts(kernel))]


def _key_texts(kernel: Kernel) -> Iterator[str]:
    if can_stand(kernel):
        for one, other in pairs_of(kernel.agents, kernel.objects):
            yield f"stand|{one}|{other}"
    if kernel.kind == Kind.EVENT:
        yield from _event_keys(kernel)
    elif kernel.kind == Kind.FIGURE:
        day = kernel.first if kernel.first is not None else kernel.hint
        if day is not None and not _all_generic(kernel.agents):
            for bucket in _buckets(day, day):
                for value in kernel.values:
                    yield f"value|{kernel.mode}|{value:g}|{bucket}"


def _event_keys(kernel: Kernel) -> Iterator[str]:
    if kernel.theme and kernel.country and term_named(kernel.term).of_country:
        yield f"theme|{kernel.theme}|{kernel.country}"
        return
    agents = [party for party in kernel.agents if not party.startswith(GENERIC)][:_MOST_PARTIES]
    objects = [party for party in kernel.objects if not party.startswith(GENERIC)][:_MOST_PARTIES]
    if kernel.first is None or kernel.last is None:
        for one, other in product(agents, objects):
            yield f"pair|{min(one, other)}|{max(one, other)}"
        return
    for bucket in _buckets(kernel.first - REACH, kernel.last + REACH):
        for one, other in dict.fromkeys(product(map(_head, agents), map(_head, objects))):
            yield f"pair|{min(one, other)}|{max(one, other)}|{bucket}"
    # Where a party is in dispute or not told, only the very days and the other party can bring two together.
    if kernel.last - kernel.first > _MOST_DAYS:
        return
    group = quad(kernel.type)
    for days in range(kernel.first // DAYS, kernel.last // DAYS + 1):
        for party in dict.fromkeys(map(_head, (*agents, *objects))):
            yield f"party|{group}|{party}|{days}"


def _head(party: str) -> str:
    """A state's key for that of one of its bodies: `usa` for `usa.military`."""
    head = party.partition(".")[0]
    return party if head == "found" else head


def _buckets(first: int, last: int) -> Sequence[int]:
    """The stretches of days touched; of a long time none, for then the days tell nothing."""
    found = range(first // BUCKET, last // BUCKET + 1)
    return found if len(found) <= _MOST_BUCKETS else ()
