"""From paths to the record: what `read` does, step by step.

Files are read one after the other and gathered into batches; batches are analysed; what comes back is written in the
order of reading. Nothing here holds more than a few batches, however many documents there are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dissensus.errors import InputError
from dissensus.model import Actor, Document, Kind
from dissensus.record.interrupts import Interrupts, remembered_interrupts
from dissensus.record.report import LISTED_FAILURES, Failure, Progress, ReadReport
from dissensus.record.rows import DocumentRows
from dissensus.record.workers import Analyser, Factory, Result, here, in_workers
from dissensus.record.writing import METADATA, ReadFile, Writer

if TYPE_CHECKING:
    from dissensus.reading.article import ReadFailure
    from dissensus.reading.metadata import Metadata
    from dissensus.reading.walk import Source

BATCH: Final = 30_000
"""Characters analysed together: about a second of work, and as much is lost when the process is killed."""

_STEPS: Final = 64
"""Steps without a document to analyse that are gathered at most."""

_BESIDE: Final = {"", "-wal", "-shm", "-journal", "-lock", "-lock-journal"}


def default_analyser(actors: Sequence[Actor] = ()) -> Analyser:
    """The analyser of the finding room, which knows these actors besides its dictionary."""
    from dissensus.finding.analyse import Analyser as Finding

    return Finding(extra_actors=actors)


@dataclass(frozen=True, slots=True)
class _Found:
    """A document to analyse and write. `anew` when the record holds it and is to replace what was found in it."""

    file: ReadFile
    document: Document
    root: str
    anew: bool


@dataclass(frozen=True, slots=True)
class _Known:
    """A document that the record holds already."""

    file: ReadFile
    id: str


@dataclass(frozen=True, slots=True)
class _Failed:
    root: str
    failure: Failure


@dataclass(frozen=True, slots=True)
class _End:
    """The end of a file: `complete` when nothing in it failed, `unchanged` when it was passed over."""

    file: ReadFile
    size: int
    complete: bool
    unchanged: bool = False


_Step = _Found | _Known | _Failed | _End


@dataclass(slots=True)
class _Batch:
    """Steps in the order of reading, and the documents among them."""

    steps: list[_Step] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)
    characters: int = 0

    def add(self, step: _Step) -> None:
        self.steps.append(step)
        if isinstance(step, _Found):
            self.documents.append(step.document)
            self.characters += len(step.document.text)

    @property
    def full(self) -> bool:
        return self.characters >= BATCH or (not self.documents and len(self.steps) >= _STEPS)


@dataclass(slots=True)
class Ingest:
    """One run of `read`.

    Attributes:
        writer: of the record.
        program: the version of Dissensus, to note with the documents.
        record: the record's own file, which is no text though it may lie among them.
        defaults: metadata for what neither the documents nor their sidecars say.
        jobs: processes that analyse; with 1 this process does.
        again: analyse anew what was read before.
        factory: makes the analyser.
        progress: called after every batch.
        report: up to date at every moment, also when the run is interrupted.
    """

    writer: Writer
    program: str
    record: Path
    defaults: Metadata
    jobs: int = 1
    again: bool = False
    factory: Factory = default_analyser
    progress: Callable[[Progress], None] | None = None
    report: ReadReport = field(default_factory=ReadReport)
    _interrupts: Interrupts = field(default_factory=Interrupts)
    _done: int = 0
    _unfinished: str | None = None

    def run(self, paths: Sequence[str | Path]) -> ReadReport:
        """Read everything at the paths."""
        total = self._total(paths)
        batches = self._batches(paths)
        if self.jobs <= 1:
            analysed = here(self.factory, batches, self.program)
        else:
            analysed = in_workers(self.factory, batches, self.program, self.jobs)
        with remembered_interrupts() as self._interrupts:
            for batch, results in analysed:
                waiting = iter(results)
                for step in batch.steps:
                    self._interrupts.check()
                    self._write(step, waiting)
                if self.progress:
                    self.progress(Progress(self._done, total, self.report.documents, self.report.words))
        return self.report

    def _total(self, paths: Sequence[str | Path]) -> int:
        from dissensus.reading.walk import count_paths

        return count_paths(paths).bytes if self.progress else 0

    def _batches(self, paths: Iterable[str | Path]) -> Iterator[_Batch]:
        batch = _Batch()
        for step in self._steps(paths):
            batch.add(step)
            if batch.full:
                yield batch
                batch = _Batch()
        yield batch

    def _steps(self, paths: Iterable[str | Path]) -> Iterator[_Step]:
        from dissensus.reading.article import ReadFailure
        from dissensus.reading.walk import legible, sources

        for path in paths:
            root = "-" if str(path) == "-" else legible(Path(path).absolute().as_posix())
            self.writer.begin_root(root)
            for source in sources([path]):
                if isinstance(source, ReadFailure):
                    if not self._is_ours(Path(root) / source.path):
                        yield _Failed(root, _failure(source))
                elif source.path is None or not self._is_ours(source.path.absolute()):
                    yield from self._steps_of(source, root)

    def _steps_of(self, source: Source, root: str) -> Iterator[_Step]:
        from dissensus.reading.article import ReadFailure
        from dissensus.reading.documents import documents

        try:
            file = ReadFile(source.label, source.sha256, source.fingerprint(self.defaults))
        except InputError as error:
            yield _Failed(root, _failure(ReadFailure(source.label, error)))
            return
        if not self.again and self.writer.is_read(file.fingerprint):
            yield _End(file, source.size, complete=True, unchanged=True)
            return
        complete = True
        for found in documents(source, self.defaults):
            if isinstance(found, ReadFailure):
                complete = False
                yield _Failed(root, _failure(found))
            else:
                yield self._document(file, found, root)
        yield _End(file, source.size, complete)

    def _is_ours(self, path: Path) -> bool:
        """Whether a file is the record, or one that SQLite or a writer keeps beside it."""
        record = self.record.absolute()
        beside = path.name.removeprefix(record.name)
        return path.parent == record.parent and path.name.startswith(record.name) and beside in _BESIDE

    def _document(self, file: ReadFile, document: Document, root: str) -> _Found | _Known:
        held = self.writer.metadata(document.id)
        if held is None:
            return _Found(file, document, root, anew=False)
        # The same text in another file is a copy; in the same file with other metadata it is known better now.
        told = document.model_dump(include=set(METADATA))
        told["language"] = told["language"] or held["language"]
        better = held["path"] == document.path and any(told[name] != held[name] for name in METADATA)
        anew = self.again or better
        return _Found(file, document, root, anew=True) if anew else _Known(file, document.id)

    def _write(self, step: _Step, results: Iterator[Result]) -> None:
        if isinstance(step, _Known):
            self.report.known += 1
            self.writer.note_copy(step.id, step.file)
        elif isinstance(step, _Failed):
            self._fail(step.root, step.failure)
        elif isinstance(step, _Found):
            result = next(results)
            if isinstance(result, Failure):
                self._unfinished = step.file.fingerprint
                self._fail(step.root, result)
            else:
                with self._interrupts.held_back():
                    self._keep(result, step)
        else:
            self._done += step.size
            if step.unchanged:
                self.report.unchanged += 1
            else:
                self.report.files += 1
                if step.complete and step.file.fingerprint != self._unfinished:
                    self.writer.end_file(step.file)

    def _keep(self, result: DocumentRows, step: _Found) -> None:
        if self.writer.document(result, step.file, again=step.anew):
            self._count(result.document, [row.values["kind"] for row in result.statements])
        else:
            self.report.known += 1

    def _count(self, document: dict[str, object], kinds: Iterable[str]) -> None:
        self.report.documents += 1
        self.report.words += int(str(document["words"]))
        self.report.statements.update(Kind(kind) for kind in kinds)
        if not document["analysed"]:
            self.report.not_analysed[str(document["language"] or "unknown")] += 1

    def _fail(self, root: str, failure: Failure) -> None:
        self.report.failed += 1
        if len(self.report.failures) < LISTED_FAILURES:
            self.report.failures.append(failure)
        self.writer.failure(root, failure)


def _failure(found: ReadFailure) -> Failure:
    return Failure(found.path, type(found.error).__name__, " ".join(str(found.error.args[0]).split()))
