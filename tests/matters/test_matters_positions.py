"""What a source says, from its own statements; and in what it parts ways with the others."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from matters_fakes import DAY, coup, fact, resigned

from dissensus.matters.facts import Fact
from dissensus.matters.matter import Aspect, Stance
from dissensus.matters.positions import Told, positions_of
from dissensus.matters.ranking import dispute_of


def tell(*facts: Fact) -> dict[str, Told]:
    return {told.source: told for told in positions_of(facts)}


@pytest.mark.parametrize(
    ("commitments", "stance"),
    [
        (["stated"], Stance.STATES),
        (["alleged"], Stance.ALLEGES),
        (["alleged", "stated"], Stance.STATES),
        (["denied"], Stance.DENIES),
        (["predicted"], Stance.PREDICTS),
        (["demanded"], Stance.DEMANDS),
        (["asked"], Stance.ASKS),
        (["conditional", "predicted"], Stance.PREDICTS),
        (["stated", "denied"], Stance.MIXED),
    ],
)
def test_stances(commitments: list[str], stance: Stance) -> None:
    facts = [fact("a", commitment, number=number) for number, commitment in enumerate(commitments, start=1)]
    assert tell(*facts)["a"].stance is stance


def test_one_uncertain_sentence_does_not_make_a_source_contradict_itself() -> None:
    facts = [fact("a", number=number) for number in (1, 2, 3)]
    assert tell(*facts, fact("a", "denied", number=4, confidence=0.4))["a"].stance is Stance.STATES


def test_who_how_much_and_when() -> None:
    usual = {"first": DAY, "last": DAY, "value": 40.0}
    told = tell(
        fact("a", number=1, **usual),
        fact("b", number=2, **usual),
        fact("c", number=3, **usual | {"agents": ("corv",)}),
        fact("d", number=4, **usual | {"value": 80.0}),
        fact("e", number=5, **usual | {"first": DAY + 5, "last": DAY + 5}),
        fact("f", number=6, **usual | {"agents": ("arda.military",), "value": 40.4, "first": DAY + 1, "last": DAY + 1}),
    )
    assert {source: one.differs for source, one in told.items()} == {
        "a": [],
        "b": [],
        "c": [Aspect.WHO],
        "d": [Aspect.HOW_MUCH],
        "e": [Aspect.WHEN],
        "f": [],
    }
    assert told["c"].stance is Stance.DIFFERS
    assert told["c"].says is Stance.STATES


def test_a_vague_date_is_no_other_date() -> None:
    told = tell(
        fact("a", number=1, first=DAY, last=DAY),
        fact("b", number=2, first=DAY - 10, last=DAY + 20),
    )
    assert told["b"].stance is Stance.STATES


def test_a_disputed_word() -> None:
    told = tell(
        coup("party", number=1),
        resigned("party", number=2),
        coup("army", "denied", number=3),
        resigned("army", number=4),
        resigned("envoy", number=5),
        coup("paper", "alleged", number=6),
        coup("reader", "asked", number=7),
    )
    assert {source: one.stance for source, one in told.items()} == {
        "party": Stance.STATES,
        "army": Stance.DENIES,
        "envoy": Stance.DIFFERS,
        "paper": Stance.ALLEGES,
        "reader": Stance.ASKS,
    }
    assert told["army"].differs == [Aspect.WHETHER, Aspect.HOW_CALLED]
    assert told["army"].how_called == ("resignation",)
    assert told["envoy"].differs == [Aspect.HOW_CALLED]
    assert told["party"].how_called == ("coup",)


def test_another_coup_is_another_day_and_culprit() -> None:
    told = tell(
        coup("a", number=1, first=DAY, last=DAY, agents=("army",)),
        coup("b", number=2, first=DAY, last=DAY, agents=("army",)),
        coup("c", number=3, first=DAY - 21, last=DAY - 21, agents=("ruiz",)),
    )
    assert told["c"].differs == [Aspect.WHO, Aspect.WHEN]


def test_friend_and_foe() -> None:
    def tie(source: str, relation: str, sign: int, **cells: Any) -> Fact:
        return fact(source, kind="tie", body=relation, value=sign, **cells)

    told = tell(
        tie("a", "supports", 1, number=1),
        tie("b", "ally_of", 1, number=2),
        tie("c", "opposes", -1, number=3),
        tie("d", "supports", 1, number=4, commitment="denied"),
        tie("e", "supports", 1, number=5),
        tie("e", "distrusts", -1, number=6),
    )
    assert told["c"].differs == [Aspect.WHAT]
    assert told["d"].differs == [Aspect.WHETHER]
    assert told["e"].stance is Stance.MIXED
    assert told["b"].stance is Stance.STATES


def test_names_that_praise_and_blame() -> None:
    def label(source: str, term: str, valence: int, **cells: Any) -> Fact:
        return fact(source, kind="label", body=term, value=valence, **cells)

    told = tell(
        label("a", "tyrant", -1, number=1),
        label("b", "puppet", -1, number=2),
        label("c", "liberator", 1, number=3),
        label("d", "tyrant", -1, number=4),
        label("d", "liberator", 1, number=5, commitment="alleged"),
    )
    assert told["c"].differs == [Aspect.HOW_CALLED]
    assert told["d"].stance is Stance.STATES


@st.composite
def told_facts(draw: st.DrawFn) -> list[Fact]:
    """Facts of one matter: of one kind, by a few sources."""
    kind = draw(st.sampled_from(["event", "affair", "tie", "label", "figure"]))
    found = []
    for number in range(1, draw(st.integers(2, 12))):
        day = draw(st.sampled_from([None, DAY, DAY + 1, DAY + 9]))
        cells: dict[str, Any] = {"number": number, "first": day, "last": day}
        cells["agents"] = draw(st.sampled_from([(), ("arda",), ("corv",)]))
        cells["value"] = draw(st.sampled_from([1.0, -1.0]))
        if kind == "affair":
            cells |= {"theme": "power", "term": draw(st.sampled_from(["coup", "resignation"]))}
        elif kind == "tie":
            cells |= {"kind": "tie", "body": "supports"}
        elif kind != "event":
            cells |= {"kind": kind}
        source = draw(st.sampled_from("abc"))
        found.append(fact(source, draw(st.sampled_from(["stated", "denied", "alleged", "asked"])), **cells))
    return found


@given(facts=told_facts())
def test_what_a_source_says_rests_on_its_own_statements(facts: list[Fact]) -> None:
    """Whatever a new source tells, nobody else says anything else; only how it compares may change."""
    old = [one for one in facts if one.sources != ("c",)]
    if not old:
        return
    charged = any(one.term == "coup" for one in old) == any(one.term == "coup" for one in facts)
    before, after = tell(*old), tell(*facts)
    for source, told in before.items():
        again = after[source]
        assert again.facts == told.facts
        if charged:
            assert (again.says, again.who, again.how_much, again.days) == (
                told.says,
                told.who,
                told.how_much,
                told.days,
            )
            assert again.how_called == told.how_called


@given(facts=told_facts(), data=st.data())
def test_the_order_of_statements_changes_nothing(facts: list[Fact], data: st.DataObject) -> None:
    if facts:
        assert positions_of(data.draw(st.permutations(facts))) == positions_of(facts)


def test_several_statements_at_one_place_weigh_as_one_saying() -> None:
    def weight(*facts: Fact) -> float:
        return dispute_of(positions_of(facts), facts).weight

    one = fact("a", number=1, document=7, at=90)
    assert weight(one, fact("a", number=2, document=7, at=90, confidence=0.5)) == weight(one)
    assert weight(one, fact("a", number=2, document=7, at=95)) > weight(one)
    assert weight(one, fact("a", number=2, document=8, at=90)) > weight(one)
