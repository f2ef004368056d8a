"""Two sources side by side."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from dissensus.errors import InputError
from dissensus.matters.agreement import PairAgreement, agreement
from dissensus.matters.matter import Matter, Position, Source, Stance
from dissensus.matters.sources import find_source, one_voice
from dissensus.matters.store import MatterFilter, all_positions, find_matters, positions

if TYPE_CHECKING:
    from dissensus.record.record import Record


class _Type(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Difference(_Type):
    """A matter on which the two part ways."""

    matter: Matter
    first: Position
    second: Position


class Comparison(_Type):
    """Two sources side by side; in every part the most disputed matters come first."""

    first: Source
    second: Source
    agreement: PairAgreement
    """Over all matters on which both take a side, however many are listed."""
    one_voice: bool
    """Whether one speaks for the other, so that some statements count for both."""
    parted: tuple[Difference, ...]
    agreed: tuple[Matter, ...]
    only_first: tuple[Matter, ...]
    """Of which the first speaks while the second is silent: it speaks of the same actors in the same time."""
    only_second: tuple[Matter, ...]


def compare(record: Record, first: str, second: str, *, limit: int | None = None) -> Comparison:
    """Two sources side by side.

    Args:
        record: the record.
        first: name or key of a source.
        second: of another.
        limit: at most so many matters in each part.

    Raises:
        NotFoundError: the record has no such source.
        InputError: both are the same.
    """
    one, other = find_source(record, first), find_source(record, second)
    if one.key == other.key:
        raise InputError("give two different sources; both names mean this one", where=one.name)
    spoken = {
        source.key: {matter.id: matter for matter in find_matters(record, MatterFilter(source=source.key))}
        for source in (one, other)
    }
    sided = [p for p in all_positions(record) if p.source.key in spoken]
    found = next(iter(agreement(sided).pairs), PairAgreement(first=one, second=other, shared=0, agreed=0))
    parted, agreed = set(found.parted_on), set(found.agreed_on)
    both = spoken[one.key].values()
    return Comparison(
        first=one,
        second=other,
        agreement=found,
        one_voice=frozenset((one.key, other.key)) in one_voice(record),
        parted=tuple(
            islice((_difference(record, matter, one, other) for matter in both if matter.id in parted), limit)
        ),
        agreed=tuple(islice((matter for matter in both if matter.id in agreed), limit)),
        only_first=tuple(islice(_only(record, spoken[one.key], spoken[other.key], other), limit)),
        only_second=tuple(islice(_only(record, spoken[other.key], spoken[one.key], one), limit)),
    )


def _difference(record: Record, matter: Matter, one: Source, other: Source) -> Difference:
    told = {position.source.key: position for position in positions(record, matter.id, silent=False)}
    return Difference(matter=matter, first=told[one.key], second=told[other.key])


def _only(record: Record, spoken: dict[str, Matter], too: dict[str, Matter], silent: Source) -> Iterator[Matter]:
    """The matters on which a source is silent that another speaks of."""
    for id, matter in spoken.items():
        if id not in too and any(
            position.stance is Stance.SILENT and position.source.key == silent.key for position in positions(record, id)
        ):
            yield matter
