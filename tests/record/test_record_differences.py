"""What counts as holders parting ways, and what does not."""

from __future__ import annotations

from pathlib import Path

import pytest
from record_fakes import FakeAnalyser

from dissensus.model import Document, Figure, Kind, Label, Statement
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
        ("Arde attacked Belma.", "Corvo says Arde attacked Belma.", ["told in different words"]),
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


def test_the_plainest_comes_first_and_a_limit_holds(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text("One.\n\nArde supports Belma. Corvo met Dunia. Estro attacked Fonda.")
    (tmp_path / "2.txt").write_text(
        "Two.\n\nArde opposes Belma. Garba denies Corvo met Dunia. Hesta says Estro attacked Fonda."
    )
    with Record(tmp_path / "r.db", create=True) as record:
        record.read([tmp_path / "1.txt", tmp_path / "2.txt"], analyser=praising)
        told = [difference.how for difference in record.differences()]
        assert ["opposes" in told[0], "denied" in told[1], told[2:]] == [True, True, ["told in different words"]]
        assert len(record.differences(limit=2)) == 2
