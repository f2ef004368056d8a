"""Bringing a record's matters up to date: all anew, or only what a few new documents touch."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, islice
from typing import Final

from sqlalchemy import Connection

from dissensus.matters import telling
from dissensus.matters.decisions import active_decisions, reshaped, tied_statements
from dissensus.matters.facts import DocumentFacts, Fact, SourceNote
from dissensus.matters.grouping import mend, roots_of_all
from dissensus.matters.kernels import Kernel, kernels_of
from dissensus.matters.keys import block_of, keys_of
from dissensus.matters.making import make_facts
from dissensus.matters.names import Names
from dissensus.matters.speaking import Spokespeople
from dissensus.matters.world import StoredWorld, facts_where, in_parts, rows_in
from dissensus.matters.writing import remove_matters_of, write_matters, write_sources
from dissensus.record.bulk import in_bulk
from dissensus.record.record import Record

_FEW: Final = 0.1
"""Changed documents, as a part of all, up to which only their surroundings are worked out anew."""

_ALWAYS_FEW: Final = 3

_WAY: Final = "2"
"""Raise it when facts, blocks, keys or comparisons change: then all matters of a record are worked out anew."""

_BATCH: Final = 50_000

_TABLES: Final = (
    "matter_positions",
    "matter_actors",
    "matter_statements",
    "matters",
    "matter_keys",
    "matter_kernels",
    "matter_facts",
    "matter_sources",
    *telling.TABLES,
)
"""Everything that is worked out from statements; in this order they can be emptied."""

_ADD_FACT: Final = "INSERT INTO matter_facts (statement, document, block, kernel, fact) VALUES (?, ?, ?, ?, ?)"
_ADD_KERNEL: Final = "INSERT OR REPLACE INTO matter_kernels (kernel, block, root, profile) VALUES (?, ?, ?, ?)"
_ADD_KEY: Final = "INSERT OR IGNORE INTO matter_keys (key, kernel) VALUES (?, ?)"

_STATEMENTS: Final = (
    "SELECT document, number, id, start, body FROM statements WHERE review <> 'rejected' {} "
    "ORDER BY document, start, id"
)
_DOCUMENTS: Final = "SELECT number, id, source, author, title, path, date FROM documents"


@dataclass(frozen=True, slots=True)
class Grouped:
    """What bringing up to date did.

    Attributes:
        documents: whose statements were grouped anew.
        statements: in them.
        matters: written.
    """

    documents: int = 0
    statements: int = 0
    matters: int = 0


def bring_up_to_date(record: Record, progress: Callable[[str], None] | None = None) -> Grouped:
    """Group what came into the record, changed or went since the last time; quick where there is nothing to do.

    Args:
        record: the record.
        progress: told what is being done, where it takes long.

    Raises:
        RecordBusyError: another process is writing to the record.
        RecordNotWritableError: the file may not be written to.
    """
    with record.reading() as connection:
        changes = connection.exec_driver_sql("SELECT 1 FROM matter_changes LIMIT 1").first() is not None
        if not changes and (_is_of_this_program(connection) or not _is_grouped(connection)):
            return Grouped()
    with record.changing() as connection, connection.begin():
        changed = [row.document for row in connection.exec_driver_sql("SELECT document FROM matter_changes")]
        documents = connection.exec_driver_sql("SELECT count(*) FROM documents").scalar() or 0
        known = _is_grouped(connection) and _is_of_this_program(connection)
        if known and len(changed) <= max(_ALWAYS_FEW, _FEW * documents):
            grouped = _mend(connection, changed)
        else:
            grouped = _all_anew(connection, progress or (lambda _: None))
        connection.exec_driver_sql("DELETE FROM matter_changes")
        connection.exec_driver_sql("INSERT OR REPLACE INTO meta (key, value) VALUES ('matters', ?)", (_WAY,))
    return grouped


def _is_grouped(connection: Connection) -> bool:
    return connection.exec_driver_sql("SELECT 1 FROM matter_facts LIMIT 1").first() is not None


def _is_of_this_program(connection: Connection) -> bool:
    """Whether the matters were worked out as this program does it."""
    return connection.exec_driver_sql("SELECT value FROM meta WHERE key = 'matters'").scalar() == _WAY


def _all_anew(connection: Connection, progress: Callable[[str], None]) -> Grouped:
    progress("reading statements")
    for table in _TABLES:
        connection.exec_driver_sql(f"DELETE FROM {table}")
    with in_bulk(connection, _TABLES):
        return _fill(connection, progress)


def _fill(connection: Connection, progress: Callable[[str], None]) -> Grouped:
    blocks: dict[int, list[Fact]] = {}
    sources: dict[str, SourceNote] = {}
    sums = telling.Sums()
    documents = statements = 0
    for facts in _facts(connection, None, sources):
        documents += 1
        statements += len(facts)
        sums.add(facts)
        if sums.many:
            sums.write(connection)
        for fact in facts:
            blocks.setdefault(block_of(fact), []).append(fact)
    sums.write(connection)
    progress("comparing")
    kernels: dict[int, Kernel] = {}
    members: dict[int, list[Fact]] = {}
    for block in sorted(blocks):
        for kernel, facts in kernels_of(block, blocks.pop(block)):
            kernels[kernel.kernel], members[kernel.kernel] = kernel, facts
    keys = {number: tuple(keys_of(kernel)) for number, kernel in kernels.items()}
    roots = roots_of_all(kernels, keys)
    progress("writing")
    write_sources(connection, sources.values())
    _write(
        connection,
        _ADD_KEY,
        sorted((key, number) for number, under in keys.items() for key in under),
    )
    del keys
    _write(
        connection,
        _ADD_KERNEL,
        ((number, kernels[number].block, roots[number], kernels[number].packed()) for number in sorted(kernels)),
    )
    # In the order of the table, so that its pages are written one after the other.
    placed = sorted((fact.number, number, fact) for number, facts in members.items() for fact in facts)
    rows = ((number, fact.document, kernels[kernel].block, kernel, fact.packed()) for number, kernel, fact in placed)
    _write(connection, _ADD_FACT, rows)
    del placed, rows
    kernels.clear()
    matters = _write_groups(connection, roots, members)
    return Grouped(documents, statements, matters)


def _mend(connection: Connection, changed: Sequence[int]) -> Grouped:
    """Take up changed documents: their blocks are cut anew, and what meets the changed kernels is looked at again."""
    old = {fact.number: fact for facts in facts_where(connection, "document", changed).values() for fact in facts}
    blocks = {row.block for row in rows_in(connection, "SELECT block FROM matter_facts WHERE document IN (?)", changed)}
    for part in in_parts(changed):
        connection.exec_driver_sql(f"DELETE FROM matter_facts WHERE document IN ({','.join(map(str, part))})")
    sources: dict[str, SourceNote] = {}
    new = [fact for facts in _facts(connection, changed, sources) for fact in facts]
    write_sources(connection, sources.values())
    rows = [(fact.number, fact.document, block_of(fact), 0, fact.packed()) for fact in new]
    blocks |= {row[2] for row in rows}
    _write(connection, _ADD_FACT, rows)
    sums = telling.Sums()
    sums.add(old.values(), -1)
    sums.add(new)
    sums.write(connection)
    roots = _cut_anew(connection, blocks)
    matters = write_around(connection, roots, old)
    return Grouped(len(changed), len(new), matters)


def _cut_anew(connection: Connection, blocks: set[int]) -> set[int]:
    """Cut blocks into kernels anew and settle what they are joined to. Returns the roots whose matters changed."""
    before: dict[int, tuple[int, int, str]] = {}
    for row in rows_in(
        connection, "SELECT kernel, block, root, profile FROM matter_kernels WHERE block IN (?)", blocks
    ):
        before[row.kernel] = (row.block, row.root, row.profile)
    belongs: dict[int, int] = {}
    for row in rows_in(connection, "SELECT statement, kernel FROM matter_facts WHERE block IN (?)", blocks):
        belongs[row.statement] = row.kernel
    kernels: dict[int, Kernel] = {}
    moved: list[tuple[int, int]] = []
    touched: set[int] = set()
    for block, facts in sorted(facts_where(connection, "block", blocks).items()):
        for kernel, members in kernels_of(block, facts):
            kernels[kernel.kernel] = kernel
            for fact in members:
                if belongs[fact.number] != kernel.kernel:
                    moved.append((kernel.kernel, fact.number))
                    touched |= {kernel.kernel, belongs[fact.number]}
    if moved:
        connection.exec_driver_sql("UPDATE matter_facts SET kernel = ? WHERE statement = ?", moved)
    gone = [number for number in before if number not in kernels]
    changed = [number for number, one in kernels.items() if number not in before or before[number][2] != one.packed()]
    affected = {before[number][1] for number in (*gone, *changed, *touched) if number in before}
    _store_kernels(connection, [kernels[number] for number in changed], before, gone)
    world = StoredWorld(connection)
    settled = mend(changed, gone, world)
    affected |= {root for number in settled if (root := world.root(number))} | set(settled.values())
    for number in changed:
        root = settled.get(number) or world.root(number)
        if root:
            affected.add(root)
    if settled:
        rows = [(root, number) for number, root in sorted(settled.items())]
        connection.exec_driver_sql("UPDATE matter_kernels SET root = ? WHERE kernel = ?", rows)
    for part in in_parts(gone):
        listed = ",".join(map(str, part))
        connection.exec_driver_sql(f"DELETE FROM matter_kernels WHERE kernel IN ({listed})")
    return affected


def _store_kernels(
    connection: Connection, changed: Sequence[Kernel], before: Mapping[int, tuple[int, int, str]], gone: Sequence[int]
) -> None:
    """Write changed kernels with the roots they had (0: none yet) and their keys; those gone are met no more."""
    for part in in_parts([*gone, *(one.kernel for one in changed)]):
        connection.exec_driver_sql(f"DELETE FROM matter_keys WHERE kernel IN ({','.join(map(str, part))})")
    rows = [(one.kernel, one.block, before.get(one.kernel, (0, 0, ""))[1], one.packed()) for one in changed]
    _write(connection, _ADD_KERNEL, rows)
    _write(connection, _ADD_KEY, ((key, one.kernel) for one in changed for key in keys_of(one)))


def _write_groups(connection: Connection, roots: Mapping[int, int], members: dict[int, list[Fact]]) -> int:
    """Write the matters of all kernels in `members`, as people's decisions shape them; leaves it empty."""
    groups: dict[int, list[Fact]] = {}
    for number in sorted(members):
        groups.setdefault(roots[number], []).extend(members.pop(number))
    matters = reshaped(groups, active_decisions(connection))
    return write_matters(connection, ((_ordered(facts), decisions) for facts, decisions in matters), Names(connection))


def write_around(connection: Connection, roots: Iterable[int], gone: Iterable[int] = ()) -> int:
    """Write the matters of some roots anew.

    Args:
        connection: the writing one.
        roots: whose kernels changed.
        gone: numbers of statements that are no more.
    """
    affected = _with_decided(connection, set(roots))
    kernel_roots: dict[int, int] = {}
    for row in rows_in(connection, "SELECT kernel, root FROM matter_kernels WHERE root IN (?)", affected):
        kernel_roots[row.kernel] = row.root
    members = facts_where(connection, "kernel", kernel_roots)
    statements = {fact.number for facts in members.values() for fact in facts} | set(gone)
    remove_matters_of(connection, statements)
    return _write_groups(connection, kernel_roots, members)


def _with_decided(connection: Connection, roots: set[int]) -> set[int]:
    """Roots, and those that people's decisions tie to them."""
    tied = [
        {root for root in roots_of_statements(connection, ids).values() if root}
        for ids in tied_statements(active_decisions(connection))
    ]
    grown = True
    while grown:
        grown = False
        for group in tied:
            if group & roots and not group <= roots:
                roots |= group
                grown = True
    return roots


def roots_of_statements(connection: Connection, ids: Iterable[str]) -> dict[str, int]:
    """The roots under which statements stand, by their ids."""
    found = {}
    query = (
        "SELECT s.id, k.root FROM statements s JOIN matter_facts f ON f.statement = s.number "
        "JOIN matter_kernels k ON k.kernel = f.kernel WHERE s.id = ?"
    )
    for id in ids:
        row = connection.exec_driver_sql(query, (id,)).first()
        if row is not None:
            found[id] = row.root
    return found


def _ordered(facts: Iterable[Fact]) -> list[Fact]:
    return sorted(facts, key=lambda fact: (fact.told is None, fact.told or 0, fact.document, fact.at, fact.id))


def _facts(
    connection: Connection, documents: Sequence[int] | None, sources: dict[str, SourceNote]
) -> Iterator[list[Fact]]:
    """The facts of all or some documents, one document after the other; fills `sources`."""
    speaks = Spokespeople(connection).speaks
    known: dict[int, DocumentFacts] = {}
    if documents is None:
        for row in connection.exec_driver_sql(_DOCUMENTS):
            known[row.number] = DocumentFacts(*row)
    else:
        for row in rows_in(connection, f"{_DOCUMENTS} WHERE number IN (?)", documents):
            known[row.number] = DocumentFacts(*row)

    def note(source: SourceNote) -> None:
        held = sources.get(source.key)
        # One source under several names bears the first of them in order, whichever came first.
        if held is None or source.name < held.name:
            sources[source.key] = source

    asked = [None] if documents is None else list(in_parts(documents))
    for part in asked:
        where = "" if part is None else f"AND document IN ({','.join(map(str, part))})"
        rows = connection.exec_driver_sql(_STATEMENTS.format(where))
        for number, group in groupby(rows, key=lambda row: row[0]):
            yield make_facts(known[number], (tuple(row[1:]) for row in group), speaks, note)


def _write(connection: Connection, query: str, rows: Iterable[tuple[object, ...]]) -> None:
    pending = iter(rows)
    while batch := list(islice(pending, _BATCH)):
        connection.exec_driver_sql(query, batch)
