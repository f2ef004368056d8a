"""Fixtures that several rooms share."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Sequence

import pytest
from hypothesis import settings

from dissensus.finding.analyse import Analyser
from dissensus.model import Statement
from dissensus.parsing.parsed import Parsed
from dissensus.parsing.parser import Parser
from tests.making import make_document

# A gate gives the same answer twice; elsewhere each run looks at other examples. How long one takes says only what else
# the machine is doing.
settings.register_profile("elsewhere", deadline=None)
settings.register_profile("gate", deadline=None, derandomize=True)
settings.load_profile("gate" if os.environ.get("CI") else "elsewhere")

type_of_parse = Callable[..., Parsed]


def pytest_collection_modifyitems(items: Sequence[pytest.Item]) -> None:
    """Of tests with one name xdist runs the first only and does not tell: that is an error here."""
    repeated = [name for name, count in Counter(item.nodeid for item in items).items() if count > 1]
    if repeated:
        raise pytest.UsageError(f"{len(repeated)} names stand for several tests each, the first is {repeated[0]}")


@pytest.fixture(scope="session")
def parser() -> Parser:
    """One loaded model for the whole session."""
    return Parser()


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
