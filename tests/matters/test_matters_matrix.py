"""Sources by matters, and who is silent: all ways of asking give what reading every position gives."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from dissensus.matters.comparison import compare
from dissensus.matters.matrix import matrix
from dissensus.matters.matter import Matter, Position, SourceKind, Stance
from dissensus.matters.silence import Publisher, Writings, matters_asked
from dissensus.matters.sources import Profile, profile_as_json, profiles
from dissensus.matters.store import MatterFilter, find_in_short, find_matters, positions
from dissensus.record.record import Record

MOST = 12


@pytest.fixture(scope="module")
def record(planted: tuple[Path, Any]) -> Record:
    return Record(planted[0])


@pytest.fixture(scope="module")
def told(record: Record) -> dict[str, list[Position]]:
    """The positions on the most disputed matters, those of the silent too."""
    return {matter.id: positions(record, matter.id) for matter in find_matters(record, MatterFilter(limit=40))}


def test_a_matrix_holds_the_positions_of_those_who_speak_most(record: Record, told: dict[str, list[Position]]) -> None:
    with record.reading() as connection:
        found = matrix(record, list(told), MOST, Writings(connection))
    spoken: dict[str, int] = {}
    for every in told.values():
        for one in every:
            spoken[one.source.key] = spoken.get(one.source.key, 0) + (one.stance is not Stance.SILENT)
    keys = [source.key for source in found.sources]
    assert [spoken[key] for key in keys] == sorted(spoken.values(), reverse=True)[:MOST]
    for id, every in told.items():
        expected = {one.source.key: (one.stance, one.differs) for one in every if one.source.key in keys}
        cells = found.cells[id]
        assert {keys[cell.source]: (cell.stance, cell.differs) for cell in cells} == expected
        assert len(cells) == len(expected)
    assert any(cell.stance is Stance.SILENT for cells in found.cells.values() for cell in cells)


def test_all_ways_to_ask_who_is_silent_agree(record: Record) -> None:
    silent = 0
    with record.reading() as connection:
        writings = Writings(connection)
        asked = matters_asked(connection, "FROM matters m ORDER BY m.score DESC, m.id LIMIT 40")
        publishers = [
            row.key for row in connection.exec_driver_sql("SELECT key FROM matter_sources ORDER BY key").all()
        ]
        for matter in asked:
            each = {key: Publisher(connection, key, writings.subjects(connection)) for key in publishers}
            one_by_one = [key for key, one in each.items() if list(one.could_speak_of([matter.number]))]
            assert writings.silent_among(connection, matter, publishers) == one_by_one
            assert [one.source.key for one in writings.silent(connection, matter, ())] == one_by_one
            silent += len(one_by_one)
        fresh = Writings(connection)
        fresh.prepare(connection, asked)
        assert [fresh.could_speak(connection, matter) for matter in asked] == [
            writings.could_speak(connection, matter) for matter in asked
        ]
    assert silent


def test_two_sources_side_by_side_are_told_as_matter_by_matter(record: Record) -> None:
    every = find_matters(record)
    told = {matter.id: {one.source.key: one for one in positions(record, matter.id)} for matter in every}
    spoken = [one.source.key for held in told.values() for one in held.values() if one.stance is not Stance.SILENT]
    first, second = sorted({key for key in spoken if key.startswith(SourceKind.PUBLISHER)}, key=spoken.count)[-2:]
    found = compare(record, first, second)
    both = [id for id in told if not {first, second} - told[id].keys()]
    speaking = {id: [told[id][key].stance is not Stance.SILENT for key in (first, second)] for id in both}
    assert [matter.id for matter in found.only_first] == [id for id in both if speaking[id] == [True, False]]
    assert [matter.id for matter in found.only_second] == [id for id in both if speaking[id] == [False, True]]
    assert found.only_first or found.only_second
    taken = {matter.id for matter in found.agreed} | {one.matter.id for one in found.parted}
    assert taken
    assert taken <= {id for id in both if all(speaking[id])}
    for one in found.parted:
        assert (one.first, one.second) == (told[one.matter.id][first], told[one.matter.id][second])


def test_matters_in_short_are_the_same_whichever_way_leads_to_them(record: Record) -> None:
    every = find_matters(record, MatterFilter(disputed=True))
    most = max({source.key for matter in every for source in matter.sources}, key=lambda key: _told(every, key))
    for limit in (1, 5, 1000):
        wanted = MatterFilter(source=most, disputed=True, limit=limit)
        listed = [one.model_dump(exclude={"statements", "sources"}) for one in find_matters(record, wanted)]
        assert [one.model_dump() for one in find_in_short(record, wanted)] == listed
        assert [one["id"] for one in listed] == [
            one.id for one in every if most in {source.key for source in one.sources}
        ][:limit]


def _told(matters: list[Matter], source: str) -> int:
    return sum(source in {one.key for one in matter.sources} for matter in matters)


def test_one_source_in_json_is_what_its_profile_says(record: Record) -> None:
    for profile in profiles(record, limit=5):
        assert Profile.model_validate_json(profile_as_json(record, profile.source.key)) == profile
