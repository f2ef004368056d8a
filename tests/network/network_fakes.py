"""Records for tests of networks: an analyser that reads one statement a line, in a language of its own.

    tie A B SIGN [from=DATE] [to=DATE] [OPTIONS]
    event A[,A] [B[,B]] SCORE [on=DATE] [type=TYPE] [OPTIONS]

Options: how=COMMITMENT, sure=CONFIDENCE, by=HOLDER. Without a second party, write `-`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

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
    Holder,
    Kind,
    Period,
    Relation,
    Role,
    Statement,
    Tie,
    When,
)
from dissensus.reading.metadata import Metadata
from dissensus.record.record import Record

KNOWN = {
    actor.id: actor
    for actor in (
        Actor(id="bol", name="Bolivia", type=ActorType.COUNTRY, country="BOL"),
        Actor(id="bol.government", name="Government of Bolivia", type=ActorType.GOVERNMENT, country="BOL"),
        Actor(id="bol.army", name="Army of Bolivia", type=ActorType.MILITARY, country="BOL"),
        Actor(id="chl.government", name="Government of Chile", type=ActorType.GOVERNMENT, country="CHL"),
        Actor(id="andes", name="the Andes", type=ActorType.PLACE),
        Actor(
            id="president",
            name="A President",
            type=ActorType.PERSON,
            country="BOL",
            roles=(
                Role(office="head_of_state", organisation="bol", start="2010-05", end="2019-11-10"),
                Role(office="candidate", organisation="bol", start="2020", end="2020"),
            ),
        ),
    )
}
"""Everyone else is a movement with the name as it is written."""


@dataclass
class _Analysis:
    document: Document
    statements: list[Statement] = field(default_factory=list)
    actors: list[Actor] = field(default_factory=list)
    analysed: bool = True


class _Analyser:
    def analyse_all(self, documents: Sequence[Document]) -> Iterator[_Analysis]:
        for document in documents:
            analysis = _Analysis(document.model_copy(update={"language": "en"}))
            named: dict[str, Actor] = {}
            start = 0
            for line in document.text.split("\n"):
                if line.startswith(("tie ", "event ")):
                    analysis.statements.append(_statement(line, start, analysis.document, named))
                start += len(line) + 1
            analysis.actors = [named[id] for id in sorted(named)]
            yield analysis


def _statement(line: str, start: int, document: Document, named: dict[str, Actor]) -> Statement:
    kind, a, b, number, *rest = line.split()
    options = dict(word.split("=", 1) for word in rest)
    commitment = Commitment(options.get("how", "stated"))
    holder = Holder(name=options["by"], is_author=False) if "by" in options else Holder(name="author", is_author=True)
    tie = event = None
    if kind == "tie":
        sign = {"1": 1, "-1": -1, "0": 0}[number]
        relation = {1: Relation.SUPPORTS, -1: Relation.OPPOSES, 0: Relation.LEADS}[sign]
        period = Period(start=options.get("from"), end=options.get("to"))
        tie = Tie(a=_named(a, named), relation=relation, b=_named(b, named), sign=sign, period=period)  # type: ignore[arg-type]
    else:
        on = options.get("on")
        when = When(start=on, end=on, precision=DatePrecision.DAY, basis=DateBasis.TEXT) if on else When()
        event = Event(
            actors=tuple(_named(id, named) for id in a.split(",")),
            recipients=() if b == "-" else tuple(_named(id, named) for id in b.split(",")),
            type=EventType(options.get("type", "SUPPORT" if float(number) > 0 else "ACCUSE")),
            score=float(number),
            date=when,
        )
    digest = hashlib.sha256(f"{document.id} {start} {line}".encode()).hexdigest()
    return Statement(
        id=digest[:20],
        kind=Kind(kind),
        document=DocumentRef(id=document.id),
        evidence=Evidence(start=start, end=start + len(line), quote=line),
        holder=holder,
        commitment=commitment,
        confidence=float(options.get("sure", "1")),
        extractor=Extractor(name="fake", version="1"),
        explanation=Explanation(rule="line"),
        tie=tie,
        event=event,
    )


def _named(id: str, named: dict[str, Actor]) -> ActorRef:
    actor = KNOWN.get(id) or Actor(id=id, name=id, type=ActorType.MOVEMENT)
    named[id] = actor
    return ActorRef(id=id, name=actor.name, type=actor.type, country=actor.country)


def lines(actors: Sequence[Actor]) -> _Analyser:
    return _Analyser()


def told(folder: Path, **sources: str) -> Record:
    """A record of what sources tell: `told(tmp_path, left="2019-11-20: tie a b 1", right="...")`.

    Each text begins with the date of its document and a colon; without a date, with a colon alone. Lines are parted by
    semicolons. A source whose name begins with `_` has no publisher.
    """
    record = Record(folder / "record.db", create=True)
    for name, text in sources.items():
        date, _, said = text.partition(":")
        path = folder / f"{name}.txt"
        path.write_text("\n".join([name, *(line.strip() for line in said.split(";"))]), encoding="utf-8")
        source = None if name.startswith("_") else name.replace("_", " ").title()
        report = record.read(path, defaults=Metadata(source=source, date=date.strip() or None), analyser=lines)
        assert report.documents == 1
    return record
