"""Networks from records: what counts, how sources are combined, who the nodes are, and what leads back to the words."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from network_fakes import told

from dissensus.errors import DissensusError, NotFoundError
from dissensus.model import Commitment, EventType, Relation, ReviewState
from dissensus.network.build import Network, Told, build
from dissensus.network.edges import Edges, Teller
from dissensus.network.votes import count_votes
from dissensus.network.wanted import Level, Undated, Wanted


def signs(network: Network) -> dict[tuple[str, str], float]:
    return {(pair.a.id, pair.b.id): round(pair.sign * pair.weight, 3) for pair in network.pairs()}


def test_a_source_has_one_vote_between_minus_one_and_one(tmp_path: Path) -> None:
    record = told(
        tmp_path,
        often=": " + "; ".join(["tie a b 1"] * 7),
        once=": tie b a -1 sure=0.6; event c d 2 sure=0.5; tie e f 1; event f e -10",
    )
    network = build(record)
    assert signs(network) == {("a", "b"): 0.4, ("c", "d"): 0.1, ("e", "f"): 0.0}
    pair = network.pair("b", "a")
    assert [(vote.source.name, vote.value, len(vote.statements)) for vote in pair.votes] == [
        ("Often", 1.0, 7),
        ("Once", -0.6, 1),
    ]
    assert (pair.contested, pair.mixed, pair.favour, pair.against) == (True, False, 1.0, 0.6)
    undecided = network.pair("e", "f")
    assert (undecided.sign, undecided.contested, undecided.mixed) == (0, False, True)


def test_undecided_pairs_are_in_the_network_and_not_in_the_graph(tmp_path: Path) -> None:
    network = build(told(tmp_path, one=": tie a b 1; tie c d 1; tie c d -1"))
    assert [node.id for node in network.nodes] == ["a", "b", "c", "d"]
    graph = network.graph()
    assert (graph.nodes, graph.m) == (("a", "b"), 1)
    assert network.graph(weighted=False).weight.tolist() == [1.0]


def test_each_tie_leads_to_its_statements(tmp_path: Path) -> None:
    record = told(tmp_path, one=": tie a b 1; tie x y 1", other=": event b a 5; tie a b 0")
    ids = build(record).statement_ids("a", "b")
    assert [record.statement(id).evidence.quote for id in ids] == ["tie a b 1", "event b a 5"]
    with pytest.raises(NotFoundError, match="nothing is told of 'a' and 'y'"):
        build(record).pair("a", "y")


@pytest.mark.parametrize(
    ("least", "counted"),
    [
        (Commitment.STATED, {("a", "b")}),
        (Commitment.ALLEGED, {("a", "b"), ("c", "d")}),
        (Commitment.PREDICTED, {("a", "b"), ("c", "d"), ("e", "f")}),
        (Commitment.ASKED, {("a", "b"), ("c", "d"), ("e", "f"), ("g", "h")}),
    ],
)
def test_from_a_commitment_upwards(tmp_path: Path, least: Commitment, counted: set[tuple[str, str]]) -> None:
    record = told(
        tmp_path,
        one=": tie a b 1; tie c d 1 how=alleged; tie e f 1 how=predicted; tie g h 1 how=asked; tie i j 1 how=denied",
    )
    assert signs(build(record, Wanted(commitment=least))).keys() == counted


def test_what_is_denied_cannot_be_asked_for() -> None:
    with pytest.raises(DissensusError, match="denied never counts"):
        Wanted(commitment=Commitment.DENIED)


def test_confidence_and_review(tmp_path: Path) -> None:
    record = told(tmp_path, one=": tie a b 1 sure=0.4; tie c d 1 sure=0.9; tie e f 1 sure=0.9")
    third = next(s for s in record.statements() if s.tie and s.tie.a.id == "e")
    record.review(third.id, ReviewState.REJECTED, by="ana")
    assert signs(build(record)).keys() == {("a", "b"), ("c", "d")}
    assert signs(build(record, Wanted(min_confidence=0.9))).keys() == {("c", "d")}
    record.review(third.id, ReviewState.ACCEPTED, by="ana")
    assert ("e", "f") in signs(build(record))


def test_as_told_by_some_sources_documents_and_holders(tmp_path: Path) -> None:
    record = told(tmp_path, one=": tie a b 1; tie c d 1 by=Ana", other=": tie a b -1", _third=": tie a b 1 by=Ana")
    assert signs(build(record)) == {("a", "b"): 1.0, ("c", "d"): 1.0}
    assert signs(build(record, Wanted(told_by=("other",)))) == {("a", "b"): -1.0}
    assert signs(build(record, Wanted(told_by=("ONE", "Other")))) == {("a", "b"): 0.0, ("c", "d"): 1.0}
    third = next(listed.document for listed in record.documents() if listed.document.source is None)
    assert third.path is not None
    for name in (third.id, third.path):
        assert signs(build(record, Wanted(told_by=(name,)))) == {("a", "b"): 1.0}
    assert signs(build(record, Wanted(held_by=("ana",)))) == {("a", "b"): 1.0, ("c", "d"): 1.0}
    assert signs(build(record, Wanted(held_by=("author",), told_by=("One",)))) == {("a", "b"): 1.0}
    with pytest.raises(NotFoundError, match="no source 'nobody'; its sources are: One, Other"):
        build(record, Wanted(told_by=("nobody",)))
    with pytest.raises(NotFoundError, match="nobody called 'Zoe'"):
        build(record, Wanted(held_by=("Zoe",)))


def test_of_some_relations_and_types_of_events(tmp_path: Path) -> None:
    record = told(tmp_path, one=": tie a b 1; tie a c -1; event a d -10 type=ASSAULT; event b d -3; event a b 5")

    def asked(**wanted: Any) -> set[tuple[str, str]]:
        return set(signs(build(record, Wanted(**wanted))))

    assert asked() == {("a", "b"), ("a", "c"), ("a", "d"), ("b", "d")}
    assert asked(relations=("opposes",)) == {("a", "c")}
    assert asked(types=("ASSAULT",)) == {("a", "d")}
    assert asked(types=("ASSAULT", "ACCUSE")) == {("a", "d"), ("b", "d")}
    assert asked(relations=("opposes",), types=("ASSAULT",)) == {("a", "c"), ("a", "d")}
    assert asked(relations=("funds",)) == set()
    both = build(record, Wanted(relations=("supports",), types=("SUPPORT",))).pair("a", "b")  # type: ignore[arg-type]
    assert len(both.statements) == 2


def test_documents_without_a_publisher_are_sources_of_their_own(tmp_path: Path) -> None:
    network = build(told(tmp_path, _first=": tie a b 1", _second=": tie a b 1", third=": tie a b 1"))
    assert network.pair("a", "b").weight == 3
    assert [teller.name for teller in network.tellers if "txt" not in teller.name] == ["Third"]


def test_two_who_agree_or_meet_are_a_pair_without_a_recipient(tmp_path: Path) -> None:
    network = build(
        told(
            tmp_path,
            one=": event a,b,c - 2.5 type=AGREE; event d,e - 5; event f g,h -7; event i i 5;"
            " event j k -6 type=MOBILIZE",
        )
    )
    assert signs(network) == {
        ("a", "b"): 0.25,
        ("a", "c"): 0.25,
        ("b", "c"): 0.25,
        ("f", "g"): -0.7,
        ("f", "h"): -0.7,
    }


def test_the_acts_of_organs_and_office_holders_count_for_their_state(tmp_path: Path) -> None:
    record = told(
        tmp_path,
        one="2021-01-01: event president chl.government -5 on=2019-11-10; event president x 5 on=2019-11-11;"
        " tie bol.army president 1; event bol.army bol.government -5; tie x andes 1",
    )
    assert signs(build(record)) == {
        ("bol.army", "bol.government"): -0.5,
        ("bol.army", "president"): 1.0,
        ("chl.government", "president"): -0.5,
        ("president", "x"): 0.5,
    }
    network = build(record, Wanted(level=Level.STATE))
    assert signs(network) == {("bol", "chl"): -0.5, ("bol", "president"): 1.0, ("president", "x"): 0.5}
    assert [(node.id, node.name, node.country) for node in network.nodes][:2] == [
        ("bol", "Bolivia", "BOL"),
        ("chl", "Chile", "CHL"),
    ]
    assert ("andes", "x") in signs(build(record, Wanted(places=True)))


@pytest.mark.parametrize(
    ("asked", "counted"),
    [
        (Wanted(at="2019-11"), {"event", "held"}),
        (Wanted(at="2020-11-10"), {"event"}),
        (Wanted(at="2020-11-11"), set()),
        (Wanted(at="2020-11-10", memory=0), set()),
        (Wanted(at="2019-06"), {"held"}),
        (Wanted(at="2019-05"), set()),
        (Wanted(at="2022-03"), {"open", "bare"}),
        (Wanted(at="2023-03-15"), {"open", "bare"}),
        (Wanted(at="2023-04"), set()),
        (Wanted(since="2021", until="2022"), {"open", "bare"}),
        (Wanted(since="2023"), set()),
        (Wanted(until="2019-06-30"), {"held"}),
        (Wanted(at="2022-03", undated=Undated.NONE), {"open"}),
        (Wanted(at="2022-03", undated=Undated.ALL), {"open", "bare", "something"}),
        (Wanted(at="1900", undated=Undated.ALWAYS), {"bare", "something"}),
        (Wanted(), {"event", "held", "open", "bare", "something"}),
    ],
)
def test_what_counts_at_a_time(tmp_path: Path, asked: Wanted, counted: set[str]) -> None:
    record = told(
        tmp_path,
        one="2022-03-15: event event x -5 on=2019-11-10; tie held x 1 from=2019-06 to=2019-11;"
        " tie open x 1 from=2021-05; tie bare x 1; event something x 5",
    )
    assert {a for pair in signs(build(record, asked)) for a in pair} - {"x"} == counted


def test_what_counts_by_its_documents_date_is_marked(tmp_path: Path) -> None:
    record = told(tmp_path, one="2022: tie a b 1; tie a b 1 from=2021 to=2022-06", other=": tie c d 1")
    pair = build(record, Wanted(at="2022")).pair("a", "b")
    assert (pair.undated, pair.since, pair.until) == (1, "2021-01-01", "2022-06-30")
    assert build(record, Wanted(at="2022")).names.keys() == {"a", "b"}
    assert build(record).pair("a", "b").spells == (("2021-01-01", "2022-06-30"),)


def test_an_empty_network_is_one(tmp_path: Path) -> None:
    network = build(told(tmp_path, one=": nothing"))
    assert (len(network), network.nodes, network.statements, list(network.pairs())) == (0, (), 0, [])
    assert network.graph().n == 0
    assert Told(network.told.record).span() is None


@pytest.mark.parametrize(
    "wrong",
    [{"at": "2019", "since": "2018"}, {"since": "2020", "until": "2019"}, {"min_confidence": 2}, {"memory": -1}],
)
def test_contradictions_are_told(wrong: dict[str, object]) -> None:
    with pytest.raises(DissensusError):
        Wanted(**wrong)  # type: ignore[arg-type]


Say = tuple[int, int, int, float]


@given(
    st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4), st.integers(0, 2), st.sampled_from([-1, -0.35, 0.5, 1])))
)
def test_votes_are_as_the_formula_says(said: list[Say]) -> None:
    said = [one for one in said if one[0] != one[1]]
    columns = np.array(said, dtype=np.float64).reshape(-1, 4)
    days = np.zeros(len(said), dtype=np.int32)
    edges = Edges(
        statement=np.arange(len(said)),
        a=columns[:, 0].astype(np.int32),
        b=columns[:, 1].astype(np.int32),
        tie=np.ones(len(said), dtype=np.bool_),
        document=days,
        firmness=np.zeros(len(said), dtype=np.int8),
        confidence=np.ones(len(said)),
        say=columns[:, 3],
        first=days,
        last=days,
        teller=columns[:, 2].astype(np.int32),
        document_first=days,
        document_last=days,
        actors=tuple("abcde"),
        tellers=tuple(Teller(name, name) for name in "xyz"),
    )
    expected: dict[tuple[int, int], dict[int, list[float]]] = defaultdict(lambda: defaultdict(list))
    for a, b, teller, say in said:
        expected[min(a, b), max(a, b)][teller].append(say)
    tally = count_votes(edges)
    assert list(zip(tally.a.tolist(), tally.b.tolist(), strict=True)) == sorted(expected)
    for place, pair in enumerate(sorted(expected)):
        votes = {t: sum(says) / max(1, sum(map(abs, says))) for t, says in sorted(expected[pair].items())}
        assert tally.vote[tally.vote_pair == place].tolist() == pytest.approx(list(votes.values()), abs=5e-4)
        assert tally.sum[place] == pytest.approx(sum(votes.values()), abs=2e-3)
        assert tally.contested[place] == (max(votes.values()) > 5e-4 and min(votes.values()) < -5e-4)
    assert sorted(tally.edge.tolist()) == list(range(len(said)))


@pytest.mark.parametrize(
    "wanted",
    [
        Wanted(told_by=("one",)),
        Wanted(min_confidence=0.6),
        Wanted(commitment=Commitment.STATED),
        Wanted(held_by=("author",)),
        Wanted(relations=(Relation.OPPOSES,)),
        Wanted(types=(EventType.ASSAULT,), relations=(Relation.SUPPORTS,)),
    ],
)
def test_narrowed_is_what_reading_anew_gives(tmp_path: Path, wanted: Wanted) -> None:
    said = ": tie a b 1; event a d -10 type=ASSAULT on=2019-10-01 by=Corvo; tie a d -1 from=2018 sure=0.5"
    record = told(tmp_path, one=said, two=": tie a b -1; event a d -8 how=alleged type=ASSAULT")
    narrowed = Told(record).narrowed(wanted)
    anew = Told(record, wanted)
    assert 0 < len(anew.edges) < len(Told(record).edges)
    assert list(narrowed.network().pairs()) == list(anew.network().pairs())
    assert (narrowed.tellers, narrowed.span()) == (anew.tellers, anew.span())
