"""What counts as holders parting ways, and what does not."""

from __future__ import annotations

from pathlib import Path

import pytest
from record_fakes import FakeAnalyser

from dissensus.model import Document, EventType, Figure, Kind, Label, Statement
from dissensus.reading.metadata import Metadata
from dissensus.record.record import Record


class Praising(FakeAnalyser):
    """Takes `hailed` for praise, and counts by the measure `counts`."""

    def analyse(self, document: Document):  # type: ignore[no-untyped-def]
        analysis = super().analyse(document)
        analysis.statements = [self.praised(statement) for statement in analysis.statements]
        return analysis

    def praised(self, statement: Statement) -> Statement:
        if statement.kind is Kind.LABEL and statement.label and statement.label.term == "hailed":
            label = Label(target=statement.label.target, term="hailed", valence=1)
            return statement.model_copy(update={"label": label})
        if statement.kind is Kind.FIGURE and statement.figure:
            return statement.model_copy(update={"figure": Figure(**{**dict(statement.figure), "unit": "people"})})
        return statement


def praising(actors: object) -> Praising:
    return Praising()


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("Arde supports Belma.", "Arde opposes Belma.", ["supports / opposes"]),
        ("Arde supports Belma.", "Belma opposes Arde.", ["supports / opposes"]),
        ("Arde opposes Belma.", "Belma supports Arde.", ["opposes / supports"]),
        ("Arde leads Belma.", "Arde opposes Belma.", []),
        ("Arde supports Belma.", "Corvo denies Arde supports Belma.", ["stated / denied"]),
        ("Corvo alleges Arde met Belma.", "Dunia denies Arde met Belma.", ["alleged / denied"]),
        ("Arde attacked Belma in 2012.", "Corvo denies Arde attacked Belma in 2012.", ["stated / denied"]),
        ("Arde attacked Belma in 2012.", "Corvo denies Arde attacked Belma in 2014.", []),
        ("Arde attacked Belma.", "Corvo denies Arde attacked Dunia.", []),
        ("Arde attacked Belma.", "Corvo says Arde attacked Belma.", []),
        ("Arde murdered Belma.", "Arde hailed Belma.", ["called “murdered” / called “hailed”"]),
        ("Arde murdered Belma.", "Corvo denies Arde murdered Belma.", ["stated / denied"]),
        ("Arde counts 1200 in 2015.", "Arde counts 900 in 2015.", ["counts: 1200 / 900"]),
        ("Arde counts 1200 in 2015.", "Arde counts 900 in 2016.", []),
        ("Arde supports Belma.", "Arde supports Belma. Again.", []),
    ],
)
def test_two_authors(tmp_path: Path, one: str, other: str, how: list[str]) -> None:
    (tmp_path / "1.txt").write_text(f"First text.\n\n{one}")
    (tmp_path / "2.txt").write_text(f"Second text.\n\n{other}")
    with Record(tmp_path / "r.db", create=True) as record:
        record.read([tmp_path / "1.txt", tmp_path / "2.txt"], analyser=praising)
        found = record.differences()
    # Which of the two comes first follows from confidence and id, not from the order of reading.
    told = [difference.how for difference in found]
    backwards = [" / ".join(reversed(words.split(" / "))) for words in how]
    if how and how[0].startswith("counts"):
        backwards = ["counts: 900 / 1200"]
    assert told in (how, backwards)


def test_differences_between_documents_come_first(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text("One.\n\nArde supports Belma. Garba denies Arde supports Belma.")
    (tmp_path / "2.txt").write_text("Two.\n\nHesta says Corvo attacked Dunia.")
    (tmp_path / "3.txt").write_text("Three.\n\nEstro denies Corvo attacked Dunia.")
    with Record(tmp_path / "r.db", create=True) as record:
        record.read(tmp_path, analyser=praising)
        apart = [difference.first.document.id != difference.second.document.id for difference in record.differences()]
    assert apart == [True, False]


def test_the_plainest_comes_first_and_a_limit_holds(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text("One.\n\nArde supports Belma. Corvo met Dunia. Estro attacked Fonda.")
    (tmp_path / "2.txt").write_text(
        "Two.\n\nArde opposes Belma. Garba denies Corvo met Dunia. Hesta says Estro attacked Fonda."
    )
    with Record(tmp_path / "r.db", create=True) as record:
        record.read([tmp_path / "1.txt", tmp_path / "2.txt"], analyser=praising)
        told = [difference.how for difference in record.differences()]
        assert ["opposes" in told[0], "denied" in told[1], told[2:]] == [True, True, []]
        assert len(record.differences(limit=1)) == 1


class Unsaid(Praising):
    """Leaves out to whom something was done, and takes every meeting for a visit."""

    def praised(self, statement: Statement) -> Statement:
        if statement.event is None:
            return statement
        mode = "visit" if statement.event.type is EventType.CONSULT else None
        return statement.model_copy(
            update={"event": statement.event.model_copy(update={"recipients": (), "mode": mode})}
        )


def unsaid(actors: object) -> Unsaid:
    return Unsaid()


@pytest.mark.parametrize(("verb", "how"), [("attacked", []), ("met", ["stated / denied"])])
def test_what_is_done_to_nobody_known_may_be_two_things(tmp_path: Path, verb: str, how: list[str]) -> None:
    (tmp_path / "1.txt").write_text(f"One.\n\nArde {verb} Belma.")
    (tmp_path / "2.txt").write_text(f"Two.\n\nCorvo denies Arde {verb} Belma.")
    with Record(tmp_path / "r.db", create=True) as record:
        record.read([tmp_path / "1.txt", tmp_path / "2.txt"], analyser=unsaid)
        told = [difference.how for difference in record.differences()]
    assert [" / ".join(sorted(words.split(" / "), reverse=True)) for words in told] == how


def test_one_writer_of_two_texts_is_one_holder(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text("One.\n\nArde supports Belma.")
    (tmp_path / "2.txt").write_text("Two.\n\nArde opposes Belma.")
    with Record(tmp_path / "r.db", create=True) as record:
        record.read([tmp_path / "1.txt", tmp_path / "2.txt"], analyser=praising, defaults=Metadata(author="Ana Paz"))
        assert record.differences() == []
