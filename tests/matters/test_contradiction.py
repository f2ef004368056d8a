"""Telling claims that weaken each other from claims that strengthen each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dissensus.errors import DictionaryError
from dissensus.matters import contradiction
from dissensus.matters.contradiction import Claim, features, judge, judge_claims, names, overlap, weights, word_classes
from dissensus.parsing.parser import Parser
from dissensus.tables import Row
from tests.making import make_document


def test_every_line_of_the_words_and_the_weights_is_read() -> None:
    told = word_classes()
    assert told["insist"] == "argue"
    assert told["evidence"] == "known"
    assert all(word == word.lower() for word in told)
    assert set(weights()) == {*names(), contradiction.BIAS, contradiction.FROM}


@pytest.mark.parametrize(
    ("function", "rows", "message"),
    [
        (word_classes, [{"class": "a", "words": ""}], "needs words"),
        (word_classes, [{"class": "a", "words": "but"}, {"class": "b", "words": "but"}], "stands in 'a' already"),
        (weights, [{"feature": "that", "weight": "much"}], "no number"),
        (weights, [{"feature": "that", "weight": "1"}], "is missing"),
    ],
)
def test_bad_lines_are_told(
    monkeypatch: pytest.MonkeyPatch, function: object, rows: list[dict[str, str]], message: str
) -> None:
    table = [Row(cells, f"file:{number}") for number, cells in enumerate(rows)]
    word_classes()
    monkeypatch.setattr(contradiction, "package_table", lambda *_: table)
    with pytest.raises(DictionaryError, match=message):
        function.__wrapped__()  # type: ignore[attr-defined]


def test_what_is_seen_of_a_claim(parser: Parser) -> None:
    claim = Claim.of(
        parser.parse(make_document('The minister insisted that the "scheme" had not worked.', language="en"))
    )
    assert {"minister", "scheme"} <= claim.content
    assert claim.classes == {"argue", "that", "negation"}
    assert claim.clauses == 1
    assert claim.quotes
    assert claim.speakers == {"minister"}
    assert ("the", "minister") in claim.pairs
    assert not claim.denies
    denial = Claim.of(parser.parse(make_document("The mayor denied that votes were bought.", language="en")))
    assert denial.denies
    told = features(claim, denial)
    assert told[contradiction.DENIALS] == 1
    assert told[contradiction.OTHERS] == 1
    assert told[contradiction.HELD] == 0


def test_dispute_and_agreement(parser: Parser) -> None:
    def parse(text: str):  # type: ignore[no-untyped-def]
        return parser.parse(make_document(text, language="en"))

    apart = judge(
        parse("The observers insisted that there was no evidence that the count had been altered."),
        parse("But lawyers for the party argued that the records show that thousands of votes were not real."),
    )
    together = judge(
        parse("The ministry will announce a new plan of 40 million dollars for the harbour on Monday."),
        parse("The harbour plan of the ministry, worth 40 million dollars, will start on Monday."),
    )
    assert apart.weakens
    assert not together.weakens
    assert apart.score > together.score
    assert "argue" in [name for name, _ in apart.reasons]
    assert all(worth > 0 for _, worth in (*apart.reasons, *together.reasons))


claims = st.builds(
    Claim,
    content=st.frozensets(st.sampled_from(["vote", "army", "law", "mine"])),
    classes=st.frozensets(st.sampled_from(["argue", "that", "money", "known"])),
    pairs=st.frozensets(st.sampled_from([("the", "vote"), ("the", "army"), ("new", "law")])),
    speakers=st.frozensets(st.sampled_from(["minister", "union"])),
    clauses=st.integers(0, 5),
    quotes=st.booleans(),
    denies=st.booleans(),
)


@given(claims, claims)
def test_which_is_first_makes_no_difference(one: Claim, other: Claim) -> None:
    assert judge_claims(one, other) == judge_claims(other, one)
    assert set(features(one, other)) == set(names())
    assert 0 <= overlap(one, other) <= 1
