"""Sources by matters: how those who speak most of some matters stand to each of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dissensus.matters.loading import aspects, load_sources
from dissensus.matters.matter import Aspect, Source, Stance
from dissensus.matters.silence import Writings, matters_asked
from dissensus.record.in_one_row import in_one_row
from dissensus.record.record import Record


@dataclass(frozen=True, slots=True)
class Cell:
    """How one source stands to one matter.

    Attributes:
        source: its place among the sources.
        stance: which it takes.
        differs: in what it parts ways with most others.
    """

    source: int
    stance: Stance
    differs: tuple[Aspect, ...] = ()


@dataclass(frozen=True, slots=True)
class Matrix:
    """Sources by matters.

    Attributes:
        sources: those that take most positions on the matters first.
        cells: by id of matter; who says nothing and could not have has none. Those who speak come before the silent.
    """

    sources: Sequence[Source]
    cells: dict[str, list[Cell]]


def matrix(record: Record, matters: Sequence[str], most: int, writings: Writings) -> Matrix:
    """How sources stand to some matters.

    Args:
        record: the record; its matters are up to date.
        matters: their ids.
        most: sources at most.
        writings: of the record as it is.
    """
    with record.reading() as connection:
        holes = ",".join("?" * len(matters))
        asked = matters_asked(connection, f"FROM matters m WHERE m.id IN ({holes})", matters)
        numbers = ",".join(str(matter.number) for matter in asked)
        rest = f"FROM matter_positions WHERE matter IN ({numbers}) ORDER BY matter, source"
        told: dict[int, dict[str, tuple[str, str]]] = {matter.number: {} for matter in asked}
        spoken: dict[str, int] = {}
        for number, source, *position in in_one_row(connection, "matter, source, stance, differs", rest):
            told[number][source] = tuple(position)
            spoken[source] = spoken.get(source, 0) + 1
        known = load_sources(connection, spoken)
        chosen = sorted(spoken, key=lambda key: (-spoken[key], known[key].name, key))[:most]
        place = {key: number for number, key in enumerate(chosen)}
        cells = {}
        writings.prepare(connection, asked)
        for matter in asked:
            speaking = told[matter.number]
            cells[matter.id] = [
                Cell(place[key], Stance(stance), aspects(differs))
                for key, (stance, differs) in speaking.items()
                if key in place
            ]
            quiet = sorted(key for key in chosen if key not in speaking)
            silent = writings.silent_among(connection, matter, quiet)
            cells[matter.id] += [Cell(place[key], Stance.SILENT) for key in silent]
    return Matrix([known[key] for key in chosen], cells)
