"""Statements in words, and progress on a terminal."""

from __future__ import annotations

import io
import sys

import pytest

from dissensus.cli import output, wording
from dissensus.cli.read import progress
from dissensus.model import (
    ActorRef,
    ActorType,
    Commitment,
    DatePrecision,
    DocumentRef,
    Event,
    EventType,
    Evidence,
    Explanation,
    Extractor,
    Figure,
    Holder,
    Kind,
    Label,
    Period,
    Place,
    Relation,
    Statement,
    Tie,
    When,
)
from dissensus.record.report import Context, Progress

BOLIVIA = ActorRef(id="bol", name="Bolivia", type=ActorType.COUNTRY)
PERU = ActorRef(id="per", name="Peru", type=ActorType.COUNTRY)


def said(kind: Kind, **body: object) -> Statement:
    return Statement(
        id="1",
        kind=kind,
        document=DocumentRef(id="d", path="a.txt", source="The Post", date="2020"),
        evidence=Evidence(start=0, end=1, quote="x"),
        holder=Holder(name="Ana Paz", is_author=True),
        commitment=Commitment.STATED,
        confidence=0.5,
        extractor=Extractor(name="test", version="1"),
        explanation=Explanation(rule="r"),
        **body,  # type: ignore[arg-type]
    )


DAY = When(start="2019-10-20", end="2019-10-20", precision=DatePrecision.DAY)
MONTH = When(start="2019-10-01", end="2019-10-31", precision=DatePrecision.MONTH)
YEAR = When(start="2019-01-01", end="2019-12-31", precision=DatePrecision.YEAR)
RANGE = When(start="2019-10-20", end="2019-11-10", precision=DatePrecision.RANGE)


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        (
            said(Kind.EVENT, event=Event(actors=(BOLIVIA,), recipients=(PERU,), type=EventType.ACCUSE, date=DAY)),
            "ACCUSE: Bolivia → Peru (2019-10-20)",
        ),
        (
            said(
                Kind.EVENT,
                event=Event(
                    recipients=(PERU, BOLIVIA),
                    type=EventType.COERCE,
                    mode="arrest",
                    date=MONTH,
                    place=Place(name="Lima", country="PER"),
                    figures=(Figure(subject="protesters", measure="arrested", value=12),),
                ),
            ),
            "COERCE: (not named) → Peru, Bolivia (arrest; 2019-10; Lima, PER; protesters: arrested 12)",
        ),
        (said(Kind.EVENT, event=Event(actors=(PERU,), type=EventType.PROTEST)), "PROTEST: Peru"),
        (
            said(Kind.TIE, tie=Tie(a=PERU, relation=Relation.ALLY_OF, b=BOLIVIA, sign=1, period=Period(start="2006"))),
            "Peru is an ally of Bolivia (since 2006)",
        ),
        (
            said(Kind.TIE, tie=Tie(a=PERU, relation=Relation.OPPOSES, b=BOLIVIA, sign=-1, period=Period(end="2006"))),
            "Peru opposes Bolivia (until 2006)",
        ),
        (
            said(
                Kind.FIGURE,
                figure=Figure(subject=PERU, measure="debt", value=1200.5, unit="USD", approximate=True, date="2020"),
            ),
            "Peru: debt about 1,200.5 USD (2020)",
        ),
        (
            said(Kind.LABEL, label=Label(target=PERU, term="regime", valence=-1)),
            "Peru is called “regime” (unfavourable)",
        ),
        (said(Kind.LABEL, label=Label(target=PERU, term="hero", valence=1)), "Peru is called “hero” (favourable)"),
    ],
)
def test_statements_in_words(statement: Statement, words: str) -> None:
    assert wording.summary(statement) == words
    assert wording.holder(statement) == "Ana Paz (author)"
    assert wording.origin(statement) == "a.txt, The Post, 2020"


def test_every_relation_has_words() -> None:
    assert set(wording.RELATIONS) == {relation.value for relation in Relation}


@pytest.mark.parametrize(
    ("date", "words"),
    [(DAY, "2019-10-20"), (MONTH, "2019-10"), (YEAR, "2019"), (RANGE, "2019-10-20 to 2019-11-10"), (When(), "")],
)
def test_dates_as_closely_as_known(date: When, words: str) -> None:
    assert wording.when(date) == words


def test_context_on_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    output.console.cache_clear()
    context = Context("The title\n\nShe said  that", " they\nwent", ". Then\n\n")
    assert wording.in_context(context).plain == "The title ¶ She said that« they went». Then ¶"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_bar_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("COLUMNS", "110")
    monkeypatch.setenv("TERM", "xterm")
    output.console.cache_clear()
    with progress() as show:
        show(Progress(500, 1000, 3, 1200))
    output.console.cache_clear()
    assert "50%" in terminal.getvalue()
    assert "3 documents" in terminal.getvalue()
    assert "words/s" in terminal.getvalue()


def test_lines_elsewhere(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("dissensus.cli.read._EVERY", 0.0)
    with progress() as show:
        show(Progress(500, 1000, 0, 0))
        show(Progress(500, 1000, 1, 1200))
    printed = capsys.readouterr().err
    assert printed.startswith("dissensus: 1 document, 1,200 words, ")
    assert printed.count("\n") == 1
