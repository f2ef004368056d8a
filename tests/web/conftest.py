"""A served record of the examples, read once, and copied for tests that write."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI
from playwright.sync_api import Browser

from dissensus.cli.demo import examples
from dissensus.finding.analyse import Analyser
from dissensus.matters.store import bring_up_to_date
from dissensus.model import Actor
from dissensus.record.record import Record
from dissensus.web.app import make_app
from dissensus.web.settings import Settings
from tests.web.asking import Client
from tests.web.browser import Server, chromium, started

ADDRESS = "http://127.0.0.1:8700"

Serve = Callable[..., Client]


@pytest.fixture(scope="session")
def example_record(tmp_path_factory: pytest.TempPathFactory, analyser: Analyser) -> Path:
    """The examples in a record; not to be written to."""

    def same(_: Sequence[Actor]) -> Analyser:
        return analyser

    path = tmp_path_factory.mktemp("web") / "examples.db"
    with Record(path, create=True) as record:
        record.read(Path(str(examples())), analyser=same)
        bring_up_to_date(record)
    return path


@pytest.fixture
def own_record(example_record: Path, tmp_path: Path) -> Path:
    """A copy of it to write to."""
    return Path(shutil.copy(example_record, tmp_path / "own.db"))


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Serve a record to a client: `serve(path, read_only=True)`."""
    with ExitStack() as stack:

        def start(path: Path, **settings: object) -> Client:
            app: FastAPI = make_app(Settings(path, **settings))  # type: ignore[arg-type]
            return stack.enter_context(Client(app))

        yield start


@pytest.fixture
def client(example_record: Path, serve: Serve) -> Client:
    """Asks about the examples."""
    return serve(example_record)


def headers(**given: str) -> httpx.Headers:
    """Headers by name, with `_` for `-`."""
    return httpx.Headers({name.replace("_", "-"): value for name, value in given.items()})


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser; of a module, for its loop runs in the thread of the tests."""
    with started() as browser:
        yield browser


@pytest.fixture(scope="session")
def served(example_record: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the examples' pages."""
    chromium()
    record = Path(shutil.copy(example_record, tmp_path_factory.mktemp("served") / "examples.db"))
    with Server(record) as server:
        yield server.address
