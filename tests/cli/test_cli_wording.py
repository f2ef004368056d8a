"""Statements in words, and progress on a terminal."""

from __future__ import annotations

import csv
import io
import sys
from importlib.resources import files

import pytest

from dissensus.cli import event_words, output, wording
from dissensus.cli.read import progress
from dissensus.model import (
    ActorRef,
    ActorType,
    Commitment,
    Context,
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
from dissensus.record.report import Context as Surroundings
from dissensus.record.report import Progress

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
            "Bolivia accuses or criticises Peru (2019-10-20)",
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
            "someone not named arrests or detains Peru and Bolivia (2019-10; in Lima; protesters: arrested 12)",
        ),
        (said(Kind.EVENT, event=Event(actors=(PERU,), type=EventType.PROTEST)), "Peru protests"),
        (
            said(Kind.EVENT, event=Event(actors=(PERU, BOLIVIA), type=EventType.COERCE, contexts=(Context.COUP,))),
            "Peru and Bolivia carry out or attempt a coup",
        ),
        (
            said(Kind.EVENT, event=Event(actors=(PERU,), type=EventType.OTHER, contexts=(Context.ELECTION,))),
            "Peru: election",
        ),
        (said(Kind.EVENT, event=Event(type=EventType.OTHER)), "someone not named: event of another kind"),
        (
            said(Kind.EVENT, event=Event(actors=(PERU,), type=EventType.ASSAULT, place=Place(name="Peru"))),
            "Peru attacks",
        ),
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


def test_what_is_not_simply_stated_says_so_first() -> None:
    event = Event(actors=(BOLIVIA,), recipients=(PERU,), type=EventType.ACCUSE, mode="allege", date=DAY)
    statement = said(Kind.EVENT, event=event)
    assert wording.headline(statement, "2019-10-20") == "Bolivia accuses Peru"
    assert wording.said_by(statement) == "stated by Ana Paz (author) · ACCUSE allege"
    denied = statement.model_copy(update={"commitment": Commitment.DENIED})
    assert wording.headline(denied) == "Denied: Bolivia accuses Peru (2019-10-20)"
    assert wording.said_by(denied, sure=True) == "denied by Ana Paz (author), confidence 0.50 · ACCUSE allege"


def test_an_event_without_a_verb_of_ours_is_told_in_words_of_the_text() -> None:
    statement = said(Kind.EVENT, event=Event(actors=(BOLIVIA,), recipients=(PERU,), type=EventType.OTHER))
    told = statement.model_copy(update={"explanation": Explanation(rule="r", words=("appointed", "as"))})
    assert wording.summary(told) == "Bolivia → Peru: “appointed as”"


def test_every_type_and_mode_that_is_found_has_words() -> None:
    lines = files("dissensus.finding").joinpath("lexicon/events.tsv").read_text(encoding="utf-8").splitlines()
    table = list(csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t"))
    modes = {(EventType(row["type"]), row["mode"]) for row in table if row["mode"]}
    assert len(modes) > 30
    assert modes <= set(event_words.MODES)
    assert set(EventType) - set(event_words.TYPES) == {EventType.OTHER}


@pytest.mark.parametrize(
    ("many", "one"),
    [
        ("attack", "attacks"),
        ("agree or promise", "agrees or promises"),
        ("go on strike", "goes on strike"),
        ("carry out or attempt a coup", "carries out or attempts a coup"),
        ("give way to", "gives way to"),
        ("make a visit", "makes a visit"),
        ("release", "releases"),
    ],
)
def test_verbs_agree_with_one(many: str, one: str) -> None:
    assert event_words.singular(many) == one


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
    context = Surroundings("The title\n\nShe said  that", " they\nwent", ". Then\n\n")
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
