"""A light analyser for tests of the record: no model, the same statements on every machine.

It reads sentences of the form `[Holder says ]Name verb Name[ in YEAR].` and makes a tie, an event, a label or a figure.
"""

from __future__ import annotations

import hashlib
import os
import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from dissensus.model import (
    Actor,
    ActorRef,
    ActorType,
    Commitment,
    DateBasis,
    DatePrecision,
    Document,
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
    Mention,
    Origin,
    Relation,
    Statement,
    Tie,
    When,
)

SENTENCE = re.compile(
    r"(?:(?P<holder>[A-Z]\w+) (?P<says>says|alleges|denies) )?(?P<one>[A-Z]\w+) (?P<verb>\w+) (?P<other>[A-Z]\w+|\d+)"
    r"(?: in (?P<year>\d{4}))?\."
)
TIES = {"supports": (Relation.SUPPORTS, 1), "opposes": (Relation.OPPOSES, -1), "leads": (Relation.LEADS, 0)}
EVENTS = {"attacked": EventType.ASSAULT, "met": EventType.CONSULT}
SAYS = {"says": Commitment.STATED, "alleges": Commitment.ALLEGED, "denies": Commitment.DENIED}


@dataclass
class FakeAnalysis:
    document: Document
    statements: list[Statement] = field(default_factory=list)
    actors: list[Actor] = field(default_factory=list)
    analysed: bool = True


def actor_id(name: str) -> str:
    return f"found:{name.lower()}"


def reference(match: re.Match[str], group: str, document: Document) -> ActorRef:
    start, end = match.span(group)
    name = match[group]
    return ActorRef(
        id=actor_id(name),
        name=name,
        type=kind_of(document),
        mention=Mention(start=start, end=end, text=document.text[start:end]),
    )


def kind_of(document: Document) -> ActorType:
    """Documents disagree on what an actor is, as recognisers do: merging has to settle it."""
    return (ActorType.PERSON, ActorType.PARTY, ActorType.MOVEMENT)[int(document.id[:8], 16) % 3]


class FakeAnalyser:
    def __init__(self, extra: Sequence[Actor] = (), pause: float = 0.0) -> None:
        self.extra = extra
        self.pause = pause

    def analyse_all(self, documents: Sequence[Document]) -> Iterator[FakeAnalysis]:
        for document in documents:
            if self.pause:
                time.sleep(self.pause)
            if "BOOM" in document.text:
                raise ValueError("a bug in the analyser")
            if "DEADLY" in document.text:
                os._exit(9)
            yield self.analyse(document)

    def analyse(self, document: Document) -> FakeAnalysis:
        known = document.model_copy(update={"language": document.language or "en"})
        if known.language != "en":
            return FakeAnalysis(known, analysed=False)
        analysis = FakeAnalysis(known)
        named: dict[str, Actor] = {}
        for match in SENTENCE.finditer(document.text):
            statement = self.statement(match, known)
            analysis.statements.append(statement)
            for name in filter(None, (match["one"], match["other"], match["holder"])):
                if not name.isdigit():
                    named[name] = Actor(
                        id=actor_id(name),
                        name=name,
                        type=kind_of(document),
                        aliases={"en": (f"{name} {document.id[0]}",)},
                        origin=Origin.FOUND,
                    )
        analysis.actors = [named[name] for name in sorted(named)]
        return analysis

    def statement(self, match: re.Match[str], document: Document) -> Statement:
        start, end = match.span()
        bodies: dict[str, object] = {}
        one = reference(match, "one", document)
        year = match["year"]
        when = When()
        if year:
            when = When(start=f"{year}-01-01", end=f"{year}-12-31", precision=DatePrecision.YEAR, basis=DateBasis.TEXT)
        verb = match["verb"]
        if match["other"].isdigit():
            kind = Kind.FIGURE
            bodies["figure"] = Figure(subject=one, measure=verb, value=float(match["other"]), date=year)
        elif verb in TIES:
            kind = Kind.TIE
            relation, sign = TIES[verb]
            other = reference(match, "other", document)
            bodies["tie"] = Tie(a=one, relation=relation, b=other, sign=sign)  # type: ignore[arg-type]
        elif verb in EVENTS:
            kind = Kind.EVENT
            recipient = reference(match, "other", document)
            bodies["event"] = Event(actors=(one,), recipients=(recipient,), type=EVENTS[verb], date=when)
        else:
            kind = Kind.LABEL
            bodies["label"] = Label(target=one, term=verb, valence=-1)
        holder = Holder(name=document.author or "the author", is_author=True)
        if match["holder"]:
            holder = Holder(id=actor_id(match["holder"]), name=match["holder"], is_author=False)
        key = f"{document.id} {start} {match[0]}"
        return Statement(
            id=hashlib.sha256(key.encode()).hexdigest()[:20],
            kind=kind,
            document=DocumentRef(
                id=document.id,
                path=document.path,
                source=document.source,
                title=document.title,
                date=document.date,
            ),
            evidence=Evidence(start=start, end=end, quote=match[0]),
            holder=holder,
            commitment=SAYS[match["says"]] if match["says"] else Commitment.STATED,
            confidence=0.5 + len(match[0]) % 5 / 10,
            extractor=Extractor(name="fake", version="1"),
            explanation=Explanation(rule="sentence"),
            **bodies,  # type: ignore[arg-type]
        )


def fake(actors: Sequence[Actor]) -> FakeAnalyser:
    return FakeAnalyser(actors)


def slow(actors: Sequence[Actor]) -> FakeAnalyser:
    return FakeAnalyser(actors, pause=0.02)


NAMES = ("Arde", "Belma", "Corvo", "Dunia", "Estro", "Fonda", "Garba", "Hesta")
VERBS = ("supports", "opposes", "attacked", "met", "leads", "murdered", "counts")


def text_of(number: int) -> str:
    """A short text of our own, different for every number."""
    lines = [f"Report number {number}, on what was said this week."]
    for step in range(3 + number % 4):
        one = NAMES[(number * 3 + step) % len(NAMES)]
        other = NAMES[(number * 5 + step * 3 + 1) % len(NAMES)]
        verb = VERBS[(number + step) % len(VERBS)]
        if verb == "counts":
            other = str(number * 10 + step)
        holder = f"{NAMES[(number + 5) % len(NAMES)]} {('says', 'denies', 'alleges')[number % 3]} " if step % 2 else ""
        lines.append(f"{holder}{one} {verb} {other} in {2010 + number % 10}.")
    return "\n\n".join(lines) + "\n"
