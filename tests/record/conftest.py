"""Fixtures of the record's tests: folders of small texts, and records read with a light analyser."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from record_fakes import fake, text_of

from dissensus.record.record import Record


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A folder of twelve small texts."""
    folder = tmp_path / "texts"
    folder.mkdir()
    for number in range(12):
        (folder / f"{number:03}.txt").write_text(text_of(number), encoding="utf-8")
    return folder


@pytest.fixture
def record(tmp_path: Path, texts: Path) -> Record:
    """A record of the twelve texts."""
    opened = Record(tmp_path / "record.db", create=True)
    opened.read(texts, analyser=fake)
    return opened


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever opens a socket or looks up a name fails the test."""

    def forbidden(*_: object, **__: object) -> None:
        raise AssertionError("a network connection was attempted")

    class Forbidden(socket.socket):
        def __init__(self, *_: object, **__: object) -> None:
            forbidden()

    monkeypatch.setattr(socket, "socket", Forbidden)
    for name in ("create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, forbidden)
