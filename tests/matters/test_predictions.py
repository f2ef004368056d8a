"""What was predicted, and what later texts say came of it: from texts to verdicts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dissensus.errors import NotFoundError
from dissensus.matters.prediction import Prediction, Verdict
from dissensus.matters.predictions import predictions
from dissensus.model import Commitment, ReviewState
from dissensus.record.filters import StatementFilter
from dissensus.record.record import Record

TEXTS = {
    "early.md": (
        "2020-03-01",
        "Peru will invade Chile in 2021. Kenya will sign a treaty with Uganda next year. "
        "Inflation in Argentina will reach 200 percent in 2023. Inflation in Ghana will reach 90 percent in 2022. "
        "Ukraine will visit Norway in 2021. Mali will expel the ambassador of France in 2021. "
        "Japan will attack Iceland. Brazil and Cuba will sign a trade agreement in 2022. "
        "Ghana will attack Togo. Sudan will attack Chad in 2022.",
    ),
    "undated.md": ("", "Poland will attack Lithuania."),
    "late.md": (
        "2024-05-01",
        "In 2021 the army of Peru invaded Chile. Kenya signed a treaty with Uganda in 2014. "
        "Inflation in Argentina reached 211 percent in 2023. Inflation in Ghana reached 31 percent in 2022. "
        "Mali expelled the ambassador of France in 2021. Brazil did not sign a trade agreement with Cuba in 2022. "
        "Ghana attacked Togo. Sudan attacked Chad.",
    ),
    "other.md": ("2024-06-01", "Mali did not expel the ambassador of France in 2021."),
}


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    folder = tmp_path_factory.mktemp("predictions")
    for name, (date, text) in TEXTS.items():
        head = f"date: {date}\n" if date else ""
        (folder / name).write_text(f"---\ntitle: {name}\n{head}language: en\n---\n\n{text}\n", encoding="utf-8")
    with Record(folder / "r.db", create=True) as opened:
        opened.read([folder / name for name in TEXTS])
        yield opened


def of(record: Record, words: str) -> Prediction:
    found = [p for p in predictions(record) if words in p.statement.evidence.quote]
    assert len(found) == 1, [p.statement.evidence.quote for p in predictions(record)]
    return found[0]


def test_fulfilled_by_a_later_text_also_where_it_names_the_army(record: Record) -> None:
    found = of(record, "Peru will invade")
    assert found.verdict is Verdict.FULFILLED
    [outcome] = found.outcomes
    assert "army of Peru invaded Chile" in outcome.statement.evidence.quote
    assert "Peru (" in found.why
    assert "time predicted" in found.why


def test_what_was_before_the_prediction_does_not_count(record: Record) -> None:
    found = of(record, "Kenya will sign")
    assert (found.verdict, found.outcomes) == (Verdict.OPEN, ())
    assert found.why == "no later statement of the record tells of it"


def test_numbers(record: Record) -> None:
    assert of(record, "Argentina").verdict is Verdict.FULFILLED
    found = of(record, "in Ghana")
    assert found.verdict is Verdict.CONTRADICTED
    assert "90 percent foretold, 31 percent told" in found.why


def test_later_texts_that_part_ways(record: Record) -> None:
    found = of(record, "Mali will expel")
    assert found.verdict is Verdict.DISPUTED
    assert [outcome.verdict for outcome in found.outcomes] == [Verdict.FULFILLED, Verdict.CONTRADICTED]
    assert found.outcomes[1].statement.commitment is Commitment.DENIED


def test_undated_statements_of_later_texts_count(record: Record) -> None:
    found, dated = of(record, "Togo"), of(record, "Chad")
    assert found.verdict is dated.verdict is Verdict.FULFILLED
    assert "told in 2024-05-01, after the prediction of 2020-03-01" in found.why
    assert "after the time predicted began" in dated.why


def test_what_two_do_together_may_be_told_of_either(record: Record) -> None:
    found = of(record, "Brazil and Cuba")
    assert found.verdict is Verdict.CONTRADICTED
    assert "Brazil and Cuba" in found.why


def test_open(record: Record) -> None:
    assert of(record, "Ukraine").verdict is Verdict.OPEN
    assert of(record, "Japan").verdict is Verdict.OPEN
    assert "dated" in of(record, "Poland").why


def test_only_those_wanted(record: Record) -> None:
    told = list(predictions(record, StatementFilter(actor="Peru")))
    assert [p.statement.evidence.quote for p in told] == [of(record, "Peru").statement.evidence.quote]
    with pytest.raises(NotFoundError):
        list(predictions(record, StatementFilter(actor="Nobody At All")))


def test_rejected_statements_do_not_count(record: Record) -> None:
    told = of(record, "Peru will invade")
    record.review(told.outcomes[0].statement.id, ReviewState.REJECTED, by="tester")
    try:
        assert of(record, "Peru will invade").verdict is Verdict.OPEN
    finally:
        record.review(told.outcomes[0].statement.id, ReviewState.UNREVIEWED, by="tester")
    record.review(told.statement.id, ReviewState.REJECTED, by="tester")
    try:
        assert not any("Peru will" in p.statement.evidence.quote for p in predictions(record))
    finally:
        record.review(told.statement.id, ReviewState.UNREVIEWED, by="tester")
