"""The record as an object: open it, read into it, ask it."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from importlib.metadata import version
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

from sqlalchemy import Connection

from dissensus.errors import DissensusError
from dissensus.model import Actor, ActorType, Document, Origin, ReviewState, Statement
from dissensus.record import actor_merges, ingest, paging, querying, reviewers, reviewing
from dissensus.record.actor_merges import Merge
from dissensus.record.filters import StatementFilter
from dissensus.record.paging import Page
from dissensus.record.report import Context, Counted, Info, Listed, Progress, ReadReport
from dissensus.record.reviewers import Reliability
from dissensus.record.reviewing import Review, Verdict
from dissensus.record.store import Store
from dissensus.record.workers import Analyser, Factory
from dissensus.record.writing import Writer

if TYPE_CHECKING:
    from dissensus.reading.metadata import Metadata

T = TypeVar("T")

EVERYTHING = StatementFilter()


class Record:
    """One record, in one file.

    Any number of records may be open on one file, in any number of processes; one of them can write at a time, and the
    others go on reading meanwhile. An iterator sees the record as it was when the iteration began.

    Args:
        path: the file.
        create: make a new record where there is none.
        kept: connections for reading that stay open to be used again, for programs that ask often; `close` ends them.

    Raises:
        RecordError: it cannot be opened; see `dissensus.errors`.
    """

    def __init__(self, path: str | Path, *, create: bool = False, kept: int = 0) -> None:
        self.path = Path(path)
        self._store = Store(self.path, create=create, kept=kept)
        self._open = True

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"Record({str(self.path)!r})"

    def close(self) -> None:
        """Have done with the record. Iterators under way end by themselves."""
        self._open = False
        self._store.close()

    def read(
        self,
        paths: str | Path | Sequence[str | Path],
        *,
        jobs: int = 1,
        defaults: Metadata | None = None,
        progress: Callable[[Progress], None] | None = None,
        again: bool = False,
        analyser: Callable[[Sequence[Actor]], Analyser] | None = None,
        report: ReadReport | None = None,
    ) -> ReadReport:
        """Read texts into the record.

        Every document is written whole or not at all. What was read before is passed over, so an interrupted reading is
        taken up again by the same call.

        Args:
            paths: files, folders and `-` for standard input.
            jobs: processes that analyse. With more than 1, a script must guard its own start with
                `if __name__ == "__main__":`, as for all of Python's multiprocessing.
            defaults: metadata for what neither the texts nor their sidecars say.
            progress: called every second or so.
            again: analyse anew what was read before; statements that a person has reviewed are kept.
            analyser: makes what finds the statements, given the actors imported into this record; a function of a
                module, for it is sent to the processes that analyse.
            report: filled as the reading goes on, for those who want to know how far it came when it is interrupted.

        Returns:
            What was read, and what could not be: a file that fails does not stop the others.

        Raises:
            RecordBusyError: another process is writing to the record.
            RecordNotWritableError: the file may not be written to, or the disk is full.
        """
        from dissensus.reading.metadata import NOTHING

        if jobs < 1:
            raise DissensusError(f"jobs must be 1 or more, not {jobs}")
        given = [paths] if isinstance(paths, (str, Path)) else list(paths)
        with self.reading() as connection:
            actors = querying.imported_actors(connection)
        factory: Factory = partial(analyser or ingest.default_analyser, tuple(actors))
        with self._writing() as writer:
            run = ingest.Ingest(
                writer,
                version("dissensus"),
                self.path,
                defaults or NOTHING,
                jobs=jobs,
                again=again,
                factory=factory,
                progress=progress,
                report=report or ReadReport(),
            )
            return run.run(given)

    def import_actors(self, actors: Iterable[Actor]) -> int:
        """Take in actors of one's own; the next reading knows them. Returns how many.

        An actor given before under the same id is replaced. Documents read before are not analysed anew by this.
        """
        with self._writing() as writer:
            return writer.imported(actors)

    def review(self, id: str, state: ReviewState, *, by: str, note: str | None = None) -> Review:
        """Write down that someone accepts or rejects a statement. Every review is kept.

        Raises:
            NotFoundError: there is no such statement.
            InputError: nobody is named, or the state is `corrected`: see `correct`.
        """
        with self.changing() as connection, connection.begin():
            return reviewing.accept_or_reject(connection, id, state, by=by, note=note)

    def correct(self, corrected: Statement, *, by: str, note: str | None = None) -> Review:
        """Put a corrected statement in the place of the one with its id. What it said before is kept.

        Raises:
            NotFoundError: there is no such statement.
            InputError: its words are not those of the text at their place, or it says nothing new.
        """
        with self.changing() as connection, connection.begin():
            return reviewing.correct(connection, corrected, by=by, note=note)

    def undo_review(self, number: int, *, by: str) -> Review:
        """Take back a review; the statement stands again as it stood before it.

        Raises:
            NotFoundError: there is no such review.
            InputError: it was taken back before, or a later correction rests on it.
        """
        with self.changing() as connection, connection.begin():
            return reviewing.undo(connection, number, by=by)

    def reviews(self, statement: str) -> list[Review]:
        """What people made of a statement, the first first; what was undone is there too."""
        with self.reading() as connection:
            return reviewing.history(connection, statement)

    def latest_reviews(self, limit: int = 50) -> list[Review]:
        """The latest reviews of all statements, the last first; what was undone is there too."""
        with self.reading() as connection:
            return reviewing.latest(connection, limit)

    def verdicts(self) -> list[Verdict]:
        """The last verdict of each reviewer on each statement, with what the statement then said."""
        with self.reading() as connection:
            return reviewing.verdicts(connection)

    def reliability(self) -> Reliability:
        """How far reviewers agree with each other and with the program, and on what they do not."""
        with self.reading() as connection:
            told = reviewing.verdicts(connection)
            found = {one.statement: reviewing.original(connection, one.says) for one in told}
        return reviewers.compare(told, found)

    def merge_actors(self, kept: str, merged: str, *, by: str, note: str | None = None) -> Merge:
        """Let one actor stand for another as well, in all statements there are and will be. Both are ids.

        Raises:
            NotFoundError: there is no such actor.
            InputError: they are one already, or nobody is named.
        """
        with self.changing() as connection, connection.begin():
            return actor_merges.merge(connection, kept, merged, by=by, note=note)

    def unmerge_actors(self, number: int, *, by: str) -> Merge:
        """Take a merge of actors back.

        Raises:
            NotFoundError: there is no such merge.
            InputError: it was taken back before, or nobody is named.
        """
        with self.changing() as connection, connection.begin():
            return actor_merges.unmerge(connection, number, by=by)

    def actor_merges(self, *, undone: bool = False) -> list[Merge]:
        """Which actors people said are one; with what was taken back where that is asked for."""
        with self.reading() as connection:
            return actor_merges.list_merges(connection, undone=undone)

    def documents(
        self, *, text: str | None = None, source: str | None = None, language: str | None = None
    ) -> Iterator[Listed]:
        """Documents in the order they were read: those with all these words, of this source, in this language."""
        return self._stream(partial(querying.iterate_documents, text=text, source=source, language=language))

    def documents_page(
        self,
        *,
        text: str | None = None,
        source: str | None = None,
        language: str | None = None,
        size: int = 50,
        after: str | None = None,
    ) -> Page[Listed]:
        """A page of `documents`.

        Raises:
            NotFoundError: no document is of this source.
            InputError: `after` is no cursor of this list.
        """
        with self.reading() as connection:
            return paging.documents_page(
                connection, text=text, source=source, language=language, size=size, after=after
            )

    def actors(
        self,
        *,
        search: str | None = None,
        type: ActorType | None = None,
        country: str | None = None,
        origin: Origin | None = None,
        limit: int | None = None,
    ) -> Iterator[Counted]:
        """Actors, those with most statements about them first; `search` looks for a piece of a name or alias."""
        find = partial(querying.iterate_actors, search=search, type=type, country=country, origin=origin, limit=limit)
        return self._stream(find)

    def statements(self, wanted: StatementFilter = EVERYTHING) -> Iterator[Statement]:
        """The statements wanted, one after the other.

        Raises:
            NotFoundError: at the first step, when the filter names an actor, source or document that is not there.
        """
        return self._stream(partial(querying.iterate_statements, wanted=wanted))

    def statements_page(
        self, wanted: StatementFilter = EVERYTHING, *, size: int = 50, after: str | None = None
    ) -> Page[Statement]:
        """A page of the statements wanted: `size` of them, after the page whose `next` is given.

        Raises:
            NotFoundError: the filter names an actor, source or document that is not there.
            InputError: `after` is no cursor of this list.
        """
        with self.reading() as connection:
            return paging.statements_page(connection, wanted, size=size, after=after)

    def count(self, wanted: StatementFilter = EVERYTHING, *, most: int | None = None) -> int:
        """How many statements are wanted, whatever the filter's limit; where it takes long, no further than `most`."""
        with self.reading() as connection:
            return querying.count_statements(connection, wanted, most)

    def statement(self, id: str) -> Statement:
        """A statement by its id, or by four or more of the first characters of it.

        Raises:
            NotFoundError: there is none, or several begin so.
        """
        with self.reading() as connection:
            return querying.get_statement(connection, id)

    def statements_numbered(self, numbers: Iterable[int]) -> dict[int, Statement]:
        """Statements by their numbers in the record; those that are not there are left out."""
        with self.reading() as connection:
            return querying.statements_numbered(connection, numbers)

    def document(self, id: str) -> Document:
        """A document by its id, by four or more of the first characters of it, or by its path.

        Raises:
            NotFoundError: there is none, or several.
        """
        with self.reading() as connection:
            return querying.get_document(connection, id)

    def actor(self, name: str) -> Actor:
        """An actor by its id or name.

        Raises:
            NotFoundError: there is none, or the name is that of several.
        """
        with self.reading() as connection:
            return querying.get_actor(connection, name)

    def context(self, statement: Statement, width: int = 120) -> Context:
        """A statement's quote with about `width` characters of its text on either side."""
        with self.reading() as connection:
            return querying.get_context(connection, statement, width)

    def info(self) -> Info:
        """The record in figures."""
        with self.reading() as connection:
            return querying.get_info(connection, self.path)

    @contextlib.contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection to ask the tables of `dissensus.record.schema` with SQLAlchemy; it cannot write.

        It sees the record as it was when it first asked.
        """
        self._check_open()
        with self._store.reading() as connection:
            yield connection

    @contextlib.contextmanager
    def changing(self) -> Iterator[Connection]:
        """The one connection that writes. Use `with connection.begin():` for what must be written whole or not at all.

        Raises:
            RecordBusyError: another process is writing.
            RecordNotWritableError: the file or its folder may not be written to.
        """
        self._check_open()
        with self._store.writing() as connection:
            yield connection

    @contextlib.contextmanager
    def _writing(self) -> Iterator[Writer]:
        self._check_open()
        with self._store.writing() as connection:
            yield Writer(connection)

    def _stream(self, find: Callable[[Connection], Iterator[T]]) -> Iterator[T]:
        with self.reading() as connection:
            yield from find(connection)

    def _check_open(self) -> None:
        if not self._open:
            raise DissensusError("this record was closed; open it again", where=str(self.path))
