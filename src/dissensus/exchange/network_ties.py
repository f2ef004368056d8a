"""The ties of a signed network as they are exported, with who tells of them and when."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from dissensus.exchange.columns import Column
from dissensus.model import ActorType, FrozenType, Period, Sign
from dissensus.record.record import Record

if TYPE_CHECKING:
    from dissensus.network.levels import Node
    from dissensus.network.wanted import Wanted

LEAST_WEIGHT = 0.001
"""What an undecided pair has where a weight must be above 0: the smallest that a vote can have."""


class NetworkActor(FrozenType):
    """Someone in a network."""

    id: str
    name: str
    type: ActorType
    country: str | None = None
    """ISO 3166-1 alpha-3."""


class NetworkVote(FrozenType):
    """What one source says of a pair, all its statements together."""

    source: str
    """The publisher, or the title of a document without one."""
    value: float
    """-1 to 1."""
    statements: tuple[str, ...]
    """Their ids."""


class NetworkTie(FrozenType):
    """How two actors stand to one another, as told by some sources in some time."""

    id: str
    """The ids of both, with a blank between."""
    source: NetworkActor
    target: NetworkActor
    sign: Sign
    """1, -1, or 0 where it is undecided."""
    weight: float
    """The size of the sum of the votes; never below 0."""
    favour: float
    """The sum of the votes above 0."""
    against: float
    """The sum of those below 0, as a number above 0."""
    contested: bool
    """Whether some sources vote for and others against."""
    mixed: bool
    """Whether one source tells of friendship and of enmity."""
    spells: tuple[Period, ...]
    """The stretches of days that the statements tell of."""
    undated: int
    """How many statements count by the date of their document."""
    votes: tuple[NetworkVote, ...]


def network_ties(record: Record, wanted: Wanted | None = None) -> Iterator[NetworkTie]:
    """The ties of the network of a record, in order of the ids of their actors.

    Raises:
        NotFoundError: the record knows no such source or holder.
    """
    from dissensus.network.build import ALL, build

    network = build(record, wanted or ALL)
    ids = network.ids(network.statement_numbers)
    for pair in network.pairs():
        yield NetworkTie(
            id=f"{pair.a.id} {pair.b.id}",
            source=_actor(pair.a),
            target=_actor(pair.b),
            sign=1 if pair.sign > 0 else -1 if pair.sign < 0 else 0,
            weight=round(pair.weight, 3),
            favour=round(pair.favour, 3),
            against=round(pair.against, 3),
            contested=pair.contested,
            mixed=pair.mixed,
            spells=tuple(Period(start=start, end=end) for start, end in pair.spells),
            undated=pair.undated,
            votes=tuple(
                NetworkVote(
                    source=vote.source.name, value=vote.value, statements=tuple(ids[n] for n in vote.statements)
                )
                for vote in pair.votes
            ),
        )


def _actor(node: Node) -> NetworkActor:
    return NetworkActor(id=node.id, name=node.name, type=node.type, country=node.country)


def _of(end: str, name: str) -> Callable[[NetworkTie], Any]:
    return lambda tie: getattr(getattr(tie, end), name)


def _spelled(spell: Period) -> str:
    return spell.start or "" if spell.start == spell.end else f"{spell.start or ''}/{spell.end or ''}"


def _start(tie: NetworkTie) -> str | None:
    return tie.spells[0].start if tie.spells else None


def _end(tie: NetworkTie) -> str | None:
    return tie.spells[-1].end if tie.spells else None


COLUMNS: tuple[Column, ...] = (
    Column("id", "text", "the ids of both actors, with a blank between", lambda tie: tie.id),
    Column("source", "text", "id of the one actor", _of("source", "id")),
    Column("target", "text", "id of the other; a tie has no direction", _of("target", "id")),
    Column("sign", "integer", "1, -1, or 0 where it is undecided", lambda tie: tie.sign),
    Column("weight", "number", "size of the sum of the votes, never below 0", lambda tie: tie.weight),
    Column("source_name", "text", "name of the one actor", _of("source", "name")),
    Column("source_type", "text", "what sort of body or person it is", _of("source", "type")),
    Column("source_country", "text", "ISO 3166-1 alpha-3", _of("source", "country")),
    Column("target_name", "text", "name of the other", _of("target", "name")),
    Column("target_type", "text", "what sort of body or person it is", _of("target", "type")),
    Column("target_country", "text", "ISO 3166-1 alpha-3", _of("target", "country")),
    Column("start", "text", "the first day told; empty where it is not told", _start),
    Column("end", "text", "the last day told", _end),
    Column("spells", "list", "all stretches of days told", lambda tie: [_spelled(spell) for spell in tie.spells]),
    Column("undated", "integer", "statements that count by the date of their document", lambda tie: tie.undated),
    Column("favour", "number", "sum of the votes above 0", lambda tie: tie.favour),
    Column("against", "number", "sum of the votes below 0, as a number above 0", lambda tie: tie.against),
    Column("contested", "boolean", "whether some sources vote for and others against", lambda tie: tie.contested),
    Column("mixed", "boolean", "whether one source tells of friendship and of enmity", lambda tie: tie.mixed),
    Column("told_by", "list", "who tells of it", lambda tie: [vote.source for vote in tie.votes]),
    Column("votes", "list", "their votes, -1 to 1, in the same order", lambda tie: [f"{v.value:g}" for v in tie.votes]),
    Column("statements", "list", "ids of all statements", lambda tie: [id for v in tie.votes for id in v.statements]),
)
"""Of tables of ties; `source`, `target`, `sign` and `weight` are what `dissensus camps --edges` reads."""
