"""Fixtures that several rooms share."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import pytest

from dissensus.finding.analyse import Analyser
from dissensus.model import Document, Statement
from dissensus.parsing.parsed import Parsed
from dissensus.parsing.parser import Parser

type_of_parse = Callable[..., Parsed]


@pytest.fixture(scope="session")
def parser() -> Parser:
    """One loaded model for the whole session."""
    return Parser()


def make_document(text: str, **known: object) -> Document:
    """A document of our own words, with whatever metadata a test needs."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(id=digest[:16], text=text, sha256=digest, **known)  # type: ignore[arg-type]


@pytest.fixture
def parse(parser: Parser) -> type_of_parse:
    """Parse a text: `parse("text", date="2024-06-26")`."""

    def run(text: str, **known: object) -> Parsed:
        return parser.parse(make_document(text, **known))

    return run


@pytest.fixture(scope="session")
def analyser(parser: Parser) -> Analyser:
    """The whole way from text to statements, with the real dictionary."""
    return Analyser(parser=parser)


@pytest.fixture
def find(analyser: Analyser) -> Callable[..., list[Statement]]:
    """The statements of a text: `find("text", date="2024-06-26")`."""

    def run(text: str, **known: object) -> list[Statement]:
        return analyser.analyse(make_document(text, **known)).statements

    return run
