"""The texts of examples/bolivia-2019: what divides the parties is found first, and what each says is told right."""

from __future__ import annotations

from pathlib import Path

import pytest

from dissensus.finding.analyse import Analyser
from dissensus.matters.matter import Aspect, Position, Stance
from dissensus.matters.store import MatterFilter, find_matters, positions
from dissensus.record.record import Record

BOLIVIA = Path(__file__).parents[2] / "examples" / "bolivia-2019"


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory, analyser: Analyser) -> Record:
    record = Record(tmp_path_factory.mktemp("bolivia") / "bolivia.db", create=True)
    record.read(BOLIVIA, analyser=lambda _: analyser)
    return record


@pytest.fixture(scope="module")
def coup(record: Record) -> dict[str, Position]:
    matter = find_matters(record, MatterFilter(limit=1))[0]
    return {position.source.key: position for position in positions(record, matter.id)}


def test_the_first_matter_is_whether_it_was_a_coup(record: Record) -> None:
    first, second = find_matters(record, MatterFilter(limit=2))
    assert first.title.startswith("Whether what happened in Bolivia was a coup")
    assert (first.start, first.end) >= ("2019-10-01", "2019-11-01")
    assert first.end is not None
    assert first.end < "2019-12-01"
    assert first.documents >= 8
    assert first.dispute.score > 3 * second.dispute.score


@pytest.mark.parametrize(
    "source",
    ["holder:evo-morales", "publisher:government of evo morales", "holder:mex", "publisher:government of mexico"],
)
def test_who_says_it_was(coup: dict[str, Position], source: str) -> None:
    assert coup[source].stance is Stance.STATES
    assert "coup" in coup[source].version.how_called


@pytest.mark.parametrize("source", ["publisher:interim government of bolivia", "holder:bol.government"])
def test_who_denies_it(coup: dict[str, Position], source: str) -> None:
    assert coup[source].stance is Stance.DENIES
    assert Aspect.WHETHER in coup[source].differs


def test_what_the_interim_government_calls_it(coup: dict[str, Position]) -> None:
    assert "succession" in coup["publisher:interim government of bolivia"].version.how_called


def test_who_speaks_of_another_coup(coup: dict[str, Position]) -> None:
    for source in ("holder:luis-almagro", "publisher:organization of american states"):
        assert coup[source].stance is Stance.DIFFERS
        assert Aspect.WHEN in coup[source].differs
        assert coup[source].version.start == "2019-10-20"


def test_who_calls_it_a_resignation(coup: dict[str, Position]) -> None:
    assert coup["holder:donald-trump"].stance is Stance.DIFFERS
    assert Aspect.HOW_CALLED in coup["holder:donald-trump"].differs
    assert coup["holder:donald-trump"].version.how_called == ("resignation",)


def test_whose_fraud_it_was_is_disputed_too(record: Record) -> None:
    matter = find_matters(record, MatterFilter(text="fraud", limit=1))[0]
    told = {position.source.key: position.stance for position in positions(record, matter.id)}
    assert told["holder:luis-almagro"] is Stance.STATES
    assert told["holder:evo-morales"] is Stance.DENIES


def test_a_chronicle_that_reports_who_says_so_does_not_say_so_itself(coup: dict[str, Position]) -> None:
    chronicle = coup["publisher:dissensus examples"]
    assert chronicle.stance is Stance.DIFFERS
    assert chronicle.version.how_called == ("resignation", "succession")
    assert all(quote.holder == "Dissensus examples" for quote in chronicle.quotes)
    assert coup["holder:jeanine-anez"].stance is Stance.DENIES


def test_yesterday_counts_from_the_day_it_was_said(coup: dict[str, Position]) -> None:
    assert coup["holder:donald-trump"].version.start == "2019-11-10"
