"""Asking a record for its matters. Every question first brings them up to date, which is quick where nothing is new.

While another process writes to the record, or where it may not be written to, the answer is that of the last time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from sqlalchemy import Connection, Row

from dissensus.errors import NotFoundError, RecordBusyError, RecordNotWritableError
from dissensus.matters.facts import unpacked
from dissensus.matters.joins import Compared, compare, within
from dissensus.matters.kernels import unpacked_kernel
from dissensus.matters.loading import COLUMNS, load_in_short, load_matters, load_positions, positions_where, rows_by_id
from dissensus.matters.matter import Aspect, Join, Matter, MatterInShort, Position, Stance
from dissensus.matters.silence import IN_ORDER, Writings, matters_asked
from dissensus.matters.updating import Grouped as Grouped
from dissensus.matters.updating import bring_up_to_date as bring_up_to_date
from dissensus.model import Kind
from dissensus.record.filters import SHORTEST_ID, find_actors, several
from dissensus.record.record import Record
from dissensus.record.words import first_day, fold, last_day

_TOGETHER: Final = 5_000
"""Matters whose positions are taken up together."""

_LOOKED_UP: Final = 20
"""Matters that are met in order in the time in which one is looked up."""

_ORDER: Final = (
    Stance.STATES,
    Stance.ALLEGES,
    Stance.PREDICTS,
    Stance.DEMANDS,
    Stance.DIFFERS,
    Stance.DENIES,
    Stance.MIXED,
    Stance.ASKS,
    Stance.SILENT,
)


@dataclass(frozen=True, slots=True)
class MatterFilter:
    """Which matters are wanted; what is left out does not matter. Several values of one field are alternatives.

    Attributes:
        kinds: event, tie, figure, label.
        actor: id or name of someone it is about.
        source: name or key of a source that takes a position on it.
        stance: that some source (`source`, where given) takes.
        aspect: in which sources part ways.
        since: first day, month or year; what has no date falls out.
        until: last day, month or year.
        text: words that stand in the title, whatever their case.
        min_sources: so many sources at least.
        disputed: only those on which sources part ways.
        limit: at most so many.
        offset: skip so many first.
    """

    kinds: tuple[Kind, ...] = ()
    actor: str | None = None
    source: str | None = None
    stance: Stance | None = None
    aspect: Aspect | None = None
    since: str | None = None
    until: str | None = None
    text: str | None = None
    min_sources: int = 1
    disputed: bool = False
    limit: int | None = None
    offset: int = 0


ALL: Final = MatterFilter()


def refresh(record: Record) -> None:
    """Bring matters up to date; where that cannot be now, those that were worked out before have to do.

    Raises:
        RecordBusyError: another process is writing to the record, which has no matters yet.
        RecordNotWritableError: the file may not be written to, and has none.
    """
    try:
        bring_up_to_date(record)
    except (RecordBusyError, RecordNotWritableError):
        with record.reading() as connection:
            if connection.exec_driver_sql("SELECT 1 FROM matters LIMIT 1").first() is None:
                raise


def find_matters(record: Record, wanted: MatterFilter = ALL) -> list[Matter]:
    """The matters wanted, the most disputed first, then those of which most is said.

    Raises:
        NotFoundError: the record knows no such actor or source.
    """
    refresh(record)
    with record.reading() as connection:
        return load_matters(connection, _rows(connection, wanted))


def find_in_short(record: Record, wanted: MatterFilter = ALL) -> list[MatterInShort]:
    """The same without their long lists, which take most of the time."""
    refresh(record)
    with record.reading() as connection:
        return load_in_short(_rows(connection, wanted))


def count_matters(record: Record, wanted: MatterFilter = ALL) -> int:
    """How many matters are wanted, whatever the filter's limit."""
    refresh(record)
    with record.reading() as connection:
        where, values = _condition(connection, wanted)
        return int(connection.exec_driver_sql(f"SELECT count(*) FROM matters m {where}", values).scalar() or 0)


def get_matter(record: Record, id: str) -> Matter:
    """A matter by its id, four or more of the first characters of it, an id it had before, or one of its statements.

    Raises:
        NotFoundError: there is none, or several begin so.
    """
    refresh(record)
    with record.reading() as connection:
        return load_matters(connection, [_row(connection, id)])[0]


def get_matters(record: Record, ids: Sequence[str]) -> list[Matter]:
    """Matters by their whole ids, in the order given; those that are not there are left out."""
    refresh(record)
    with record.reading() as connection:
        return load_matters(connection, rows_by_id(connection, ids))


def matter_of(record: Record, statement: str) -> Matter | None:
    """The matter that a statement, given by its whole id, is in; None for one that a person rejected."""
    refresh(record)
    with record.reading() as connection:
        query = (
            f"SELECT {COLUMNS} FROM statements s JOIN matter_statements t ON t.statement = s.number "
            "JOIN matters m ON m.number = t.matter WHERE s.id = ?"
        )
        row = connection.exec_driver_sql(query, (statement,)).first()
        return load_matters(connection, [row])[0] if row else None


def positions(record: Record, matter: str, *, silent: bool = True, writings: Writings | None = None) -> list[Position]:
    """What each source says of a matter, those who say so first; with `silent` also who could have spoken.

    Args:
        record: the record.
        matter: see `get_matter`.
        silent: whether those who could have spoken are told too.
        writings: of the record as it is, where they were read before.

    Raises:
        NotFoundError: see `get_matter`.
    """
    refresh(record)
    with record.reading() as connection:
        row = _row(connection, matter)
        found = list(load_positions(connection, [row.number])[row.number].values())
        found.sort(key=lambda one: (_ORDER.index(one.stance), -len(one.quotes), one.source.key))
        if silent:
            writings = writings or Writings(connection)
            asked = matters_asked(connection, "FROM matters m WHERE m.number = ?", (row.number,))[0]
            found += writings.silent(connection, asked, {one.source.key for one in found})
        return found


def all_positions(record: Record, of: Sequence[str] | None = None, *, shared: bool = False) -> Iterator[Position]:
    """The positions on all matters, matter by matter, without quotes and without the silent: for comparing sources.

    Args:
        record: the record.
        of: keys of the sources in question; all unless given.
        shared: only those on matters on which another of these sources takes a position.
    """
    refresh(record)
    with record.reading() as connection:
        if of is None:
            last = connection.exec_driver_sql("SELECT max(number) FROM matters").scalar() or 0
            for first in range(1, last + 1, _TOGETHER):
                some = (first, first + _TOGETHER - 1)
                yield from (one for _, one in positions_where(connection, "p.matter BETWEEN ? AND ?", some))
            return
        holes = ",".join("?" * len(of))
        condition, values = f"p.source IN ({holes})", tuple(of)
        if shared:
            condition += (
                f" AND p.matter IN (SELECT matter FROM matter_positions WHERE source IN ({holes}) "
                "GROUP BY matter HAVING count(*) > 1)"
            )
            values *= 2
        yield from (one for _, one in positions_where(connection, condition, values))


def joins(record: Record, matter: str) -> list[Join]:
    """Why each statement is in its matter: what it was compared with, the score, and what it is made of.

    Raises:
        NotFoundError: see `get_matter`.
    """
    refresh(record)
    with record.reading() as connection:
        row = _row(connection, matter)
        query = (
            "SELECT s.id, f.fact, one.profile, root.profile AS other FROM matter_statements t "
            "JOIN statements s ON s.number = t.statement JOIN matter_facts f ON f.statement = t.statement "
            "JOIN matter_kernels one ON one.kernel = f.kernel JOIN matter_kernels root ON root.kernel = one.root "
            "WHERE t.matter = ? ORDER BY s.document, s.start, s.id"
        )
        return [_join(one, row.id) for one in connection.exec_driver_sql(query, (row.number,))]


def _join(row: Row[Any], matter: str) -> Join:
    one, root = unpacked_kernel(row.profile), unpacked_kernel(row.other)
    if one.kernel == root.kernel:
        found: Compared | None = within(unpacked(row.fact), one)
    else:
        found = compare(one, root)
    if found is None:
        return Join(statement=row.id, matter=matter, with_=root.lead, score=1.0, detail=("a person joined them",))
    return Join(statement=row.id, matter=matter, with_=root.lead, score=round(found.score, 3), detail=found.lines())


def _condition(connection: Connection, wanted: MatterFilter) -> tuple[str, tuple[Any, ...]]:
    asked: list[str] = []
    values: list[Any] = []

    def ask(condition: str, *given: Any) -> None:
        asked.append(condition)
        values.extend(given)

    if wanted.kinds:
        ask(f"m.kind IN ({','.join('?' * len(wanted.kinds))})", *(kind.value for kind in wanted.kinds))
    if wanted.actor:
        ids = find_actors(connection, wanted.actor)
        ask(f"m.number IN (SELECT matter FROM matter_actors WHERE actor IN ({','.join('?' * len(ids))}))", *ids)
    if wanted.source:
        keys = _known_sources(connection, wanted.source)
        takes, given = ("", ()) if wanted.stance is None else (" AND stance = ?", (wanted.stance.value,))
        holes = ",".join("?" * len(keys))
        ask(f"m.number IN (SELECT matter FROM matter_positions WHERE source IN ({holes}){takes})", *keys, *given)
    elif wanted.stance:
        ask("m.number IN (SELECT matter FROM matter_positions WHERE stance = ?)", wanted.stance.value)
    if wanted.aspect:
        ask("EXISTS (SELECT 1 FROM json_each(m.body, '$.differs') WHERE value = ?)", wanted.aspect.value)
    if wanted.since:
        ask('m."end" >= ?', first_day(wanted.since))
    if wanted.until:
        ask("m.start <= ?", last_day(wanted.until))
    if wanted.text:
        for word in fold(wanted.text).split():
            ask("instr(m.title_folded, ?)", word)
    if wanted.min_sources > 1:
        ask("m.sources >= ?", wanted.min_sources)
    if wanted.disputed:
        ask("m.score > 0")
    return ("WHERE " + " AND ".join(asked) if asked else ""), tuple(values)


def _rows(connection: Connection, wanted: MatterFilter) -> Sequence[Row[Any]]:
    where, values = _condition(connection, wanted)
    led = "INDEXED BY matters_in_order" if _is_told_widely(connection, wanted) else ""
    query = f"SELECT {COLUMNS} FROM matters m {led} {where} {IN_ORDER} LIMIT ? OFFSET ?"
    limit = -1 if wanted.limit is None else wanted.limit
    return connection.exec_driver_sql(query, (*values, limit, wanted.offset)).all()


def _is_told_widely(connection: Connection, wanted: MatterFilter) -> bool:
    """Whether a source takes a position on so many matters that the first of them are soon met in the order wanted.

    To look up all of them and sort takes longer then; SQLite does not know.
    """
    only = replace(wanted, source=None, disputed=False, limit=None, offset=0)
    if not wanted.source or wanted.limit is None or only != ALL:
        return False
    keys = _known_sources(connection, wanted.source)
    holes = ",".join("?" * len(keys))
    query = (
        f"SELECT (SELECT count(*) FROM matter_positions WHERE source IN ({holes})), (SELECT max(number) FROM matters)"
    )
    told, every = connection.exec_driver_sql(query, tuple(keys)).one()
    return bool(told * told * _LOOKED_UP > (wanted.limit + wanted.offset) * every)


def _known_sources(connection: Connection, source: str) -> list[str]:
    query = "SELECT key FROM matter_sources WHERE key = ? OR folded = ? OR actor = ? ORDER BY key"
    found = [row.key for row in connection.exec_driver_sql(query, (source, fold(source), source))]
    if not found:
        raise NotFoundError(f"the record has no source '{source}'; see `dissensus sources`")
    return found


def _row(connection: Connection, id: str) -> Row[Any]:
    wanted = id.strip()
    bare = wanted.removeprefix("m")
    if len(wanted) >= SHORTEST_ID:
        rows = _beginning(connection, "m.id", wanted)
        if not rows and len(bare) >= SHORTEST_ID:
            # The id of a matter is that of a statement: also one it had before leads to a statement of it.
            query = (
                f"SELECT DISTINCT {COLUMNS} FROM statements s JOIN matter_statements t ON t.statement = s.number "
                "JOIN matters m ON m.number = t.matter WHERE s.id >= ? AND s.id < ? ORDER BY m.id LIMIT 6"
            )
            rows = connection.exec_driver_sql(query, (bare, bare + "\x7f")).all()
        if len(rows) > 1:
            raise several("matters", id, [row.id for row in rows])
        if rows:
            return rows[0]
    raise NotFoundError("the record holds no such matter; see `dissensus matters`", where=id)


def _beginning(connection: Connection, column: str, begins: str) -> Sequence[Row[Any]]:
    query = f"SELECT {COLUMNS} FROM matters m WHERE {column} >= ? AND {column} < ? ORDER BY {column} LIMIT 6"
    return connection.exec_driver_sql(query, (begins, begins + "\x7f")).all()
