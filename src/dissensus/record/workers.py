"""Documents through the analyser, in this process or in several, in the order they came.

Workers are fresh processes (spawned, not forked): each loads the model once, takes batches through a pipe and sends
plain rows back. The number of batches under way is bounded, so memory does not grow with the number of documents.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import queue
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing import connection, resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import Final, Generic, Protocol, TypeVar

from dissensus.errors import DissensusError
from dissensus.model import Document
from dissensus.record.report import Failure
from dissensus.record.rows import Analysis, DocumentRows, to_rows

Result = DocumentRows | Failure
B = TypeVar("B", bound="HasDocuments")

_AHEAD: Final = 2
"""Batches a worker has in hand: one under work and one waiting, so that it never idles."""

_WINDOW: Final = 4
"""Batches for each worker between the oldest unfinished and the newest begun."""

_PATIENCE: Final = 5.0
"""Seconds a worker gets to end by itself."""


class HasDocuments(Protocol):
    """A batch: whatever else it is, it has documents to analyse."""

    @property
    def documents(self) -> Sequence[Document]:
        """The documents, perhaps none."""


class Analyser(Protocol):
    """Finds statements: `dissensus.finding.analyse.Analyser`, or what a test puts in its place."""

    def analyse_all(self, documents: Sequence[Document], /) -> Iterable[Analysis]:
        """An analysis for each document, in their order."""


Factory = Callable[[], Analyser]
"""Makes an analyser. Worker processes get it pickled, so it is a function of a module, or a `partial` of one."""


class WorkerDiedError(DissensusError):
    """A worker process ended before its work."""


def analyse(analyser: Analyser, documents: Sequence[Document], program: str) -> list[Result]:
    """Rows for each document. Where one brings the analyser down, it alone becomes a failure.

    Raises:
        DissensusError: what is wrong is not the document (a broken dictionary, say).
    """
    try:
        return [to_rows(analysis, program) for analysis in analyser.analyse_all(documents)]
    except DissensusError:
        raise
    except Exception as error:
        if len(documents) > 1:
            return [result for document in documents for result in analyse(analyser, [document], program)]
        path = documents[0].path or documents[0].id
        message = f"could not be analysed ({type(error).__name__}: {error}); please report this"
        return [Failure(path, type(error).__name__, " ".join(message.split()))]


def here(factory: Factory, batches: Iterable[B], program: str) -> Iterator[tuple[B, list[Result]]]:
    """Analyse batches in this process. The analyser is made when the first document comes."""
    analyser: Analyser | None = None
    for batch in batches:
        if not batch.documents:
            yield batch, []
            continue
        if analyser is None:
            analyser = factory()
        yield batch, analyse(analyser, batch.documents, program)


def in_workers(factory: Factory, batches: Iterable[B], program: str, jobs: int) -> Iterator[tuple[B, list[Result]]]:
    """Analyse batches in up to `jobs` processes, which start as they are needed and end with the iterator.

    Raises:
        WorkerDiedError: a worker was killed or ran out of memory.
    """
    pool: _Pool[B] = _Pool(factory, program, jobs)
    try:
        yield from pool.run(iter(batches))
    except BaseException:
        pool.stop()
        raise
    pool.finish()


@dataclass(slots=True)
class _Task(Generic[B]):
    batch: B
    results: list[Result] | None = None


@dataclass(slots=True, eq=False)
class _Worker(Generic[B]):
    process: SpawnProcess
    pipe: Connection
    tasks: deque[_Task[B]] = field(default_factory=deque)


class _Pool(Generic[B]):
    def __init__(self, factory: Factory, program: str, jobs: int) -> None:
        self._factory = factory
        self._program = program
        self._jobs = jobs
        self._workers: list[_Worker[B]] = []

    def run(self, batches: Iterator[B]) -> Iterator[tuple[B, list[Result]]]:
        window: deque[_Task[B]] = deque()
        waiting: deque[_Task[B]] = deque()
        more = True
        while True:
            while more and len(window) < self._jobs * _WINDOW and len(waiting) < self._jobs:
                batch = next(batches, None)
                if batch is None:
                    more = False
                    break
                task = _Task(batch, None if batch.documents else [])
                window.append(task)
                if task.results is None:
                    waiting.append(task)
                    self._hand_out(waiting)
                    self._collect(wait=False)
            self._hand_out(waiting)
            while window and window[0].results is not None:
                done = window.popleft()
                yield done.batch, done.results or []
            if not window and not more:
                return
            if window and window[0].results is None:
                self._collect(wait=True)

    def _hand_out(self, waiting: deque[_Task[B]]) -> None:
        """Give waiting batches to the workers with least in hand; start another worker rather than let one queue."""
        while waiting:
            idlest = min(self._workers, key=lambda worker: len(worker.tasks), default=None)
            if (idlest is None or idlest.tasks) and len(self._workers) < self._jobs:
                idlest = self._start()
            if idlest is None or len(idlest.tasks) >= _AHEAD:
                return
            task = waiting.popleft()
            idlest.tasks.append(task)
            try:
                idlest.pipe.send(list(task.batch.documents))
            except OSError as error:
                raise self._died(idlest) from error

    def _collect(self, *, wait: bool) -> None:
        """Take in what workers have finished; with `wait`, at least one batch."""
        pipes = {worker.pipe: worker for worker in self._workers if worker.tasks}
        for ready in connection.wait(list(pipes), timeout=None if wait else 0):
            worker = pipes[ready]  # type: ignore[index]
            try:
                answer: list[Result] | Exception = worker.pipe.recv()
            except (EOFError, OSError) as error:
                raise self._died(worker) from error
            if isinstance(answer, Exception):
                raise answer
            worker.tasks.popleft().results = answer

    def _start(self) -> _Worker[B]:
        ours, theirs = multiprocessing.get_context("spawn").Pipe()
        arguments = (theirs, self._factory, self._program)
        process = multiprocessing.get_context("spawn").Process(target=_work, args=arguments, daemon=True)
        with _interrupts_held_back():
            process.start()
        theirs.close()
        worker: _Worker[B] = _Worker(process, ours)
        self._workers.append(worker)
        return worker

    def _died(self, worker: _Worker[B]) -> WorkerDiedError:
        worker.process.join(_PATIENCE)
        code = worker.process.exitcode
        how = f"was ended by signal {-code}" if code is not None and code < 0 else f"ended with code {code}"
        return WorkerDiedError(
            f"a worker process {how}, perhaps for want of memory; what was read before is kept: "
            "run the same again, with fewer --jobs"
        )

    def finish(self) -> None:
        """Let the workers end."""
        for worker in self._workers:
            worker.pipe.close()
        for worker in self._workers:
            worker.process.join(_PATIENCE)
        self.stop()

    def stop(self) -> None:
        """End the workers now."""
        for worker in self._workers:
            worker.process.terminate()
        for worker in self._workers:
            worker.process.join(_PATIENCE)
            worker.pipe.close()
        self._workers.clear()


@contextlib.contextmanager
def _interrupts_held_back() -> Iterator[None]:
    """Start processes that do not hear Ctrl-C: the process that reads hears it, and ends them."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    resource_tracker.ensure_running()  # else starting a process starts it, and lets interrupts through again
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def _work(pipe: Connection, factory: Factory, program: str) -> None:
    """The life of a worker: batches in, rows out, until the pipe is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    batches: queue.SimpleQueue[list[Document] | None] = queue.SimpleQueue()

    def receive() -> None:
        # A thread always takes what is sent, so that the two ends never wait for each other with full pipes.
        try:
            while True:
                batches.put(pipe.recv())
        except (EOFError, OSError):
            batches.put(None)

    threading.Thread(target=receive, daemon=True).start()
    with contextlib.suppress(BrokenPipeError):
        try:
            analyser = factory()
            while (documents := batches.get()) is not None:
                pipe.send(analyse(analyser, documents, program))
        except DissensusError as error:
            pipe.send(error)
