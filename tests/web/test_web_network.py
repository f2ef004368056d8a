"""What the pages ask of the network: when anything is told, the chief ties, and the camps with what does not fit."""

from __future__ import annotations

from pathlib import Path

import pytest

from dissensus.network.build import Told, build
from dissensus.network.times import told_of
from dissensus.network.wanted import Undated, Wanted
from dissensus.network.windows import window_of
from dissensus.record.record import Record
from tests.web.asking import Client


def test_each_year_and_month_counts_what_tells_of_it(example_record: Path, client: Client) -> None:
    times = client.json("network/times")
    assert len(times["years"]) > 1
    with Record(example_record) as record:
        told = Told(record)
        for name, count in [*times["years"].items(), *times["months"].items()]:
            assert told.network(window_of(Wanted(at=name, memory=0))).statements == count, name
        assert told.network(window_of(Wanted(at="1750", memory=0))).statements == 0
    assert "1750" not in times["years"]
    assert list(times["months"]) == sorted(times["months"])


def test_times_are_those_of_all_that_is_told_whatever_the_time_asked_for(client: Client) -> None:
    times = client.json("network/times")
    assert client.json("network/times", params={"at": "2019"}) == times
    teller = client.json("network")["tellers"][0]
    fewer = client.json("network/times", params={"told_by": teller})
    assert 0 < sum(fewer["months"].values()) < sum(times["months"].values())


def test_what_is_told_of_all_times_counts_in_none(example_record: Path) -> None:
    with Record(example_record) as record:
        placed = told_of(Told(record, Wanted(undated=Undated.NONE)))
        assert told_of(Told(record, Wanted(undated=Undated.ALWAYS))) == placed
        assert told_of(Told(record, Wanted(min_confidence=1.0))) == ({}, {})


def test_the_tellers_are_those_who_tell_something(example_record: Path, client: Client) -> None:
    tellers = client.json("network")["tellers"]
    with Record(example_record) as record:
        assert tellers == sorted(teller.name for teller in build(record).tellers)
    for teller in tellers:
        assert client.json("network", params={"told_by": teller})["pairs"]


def test_kinds_of_ties_and_of_events_are_asked_for_by_name(client: Client) -> None:
    def pairs(*asked: tuple[str, str]) -> set[tuple[str, str]]:
        view = client.json("network", params=list(asked))
        return {(view["nodes"][pair["a"]]["id"], view["nodes"][pair["b"]]["id"]) for pair in view["pairs"]}

    recognised, accused = pairs(("relation", "recognises")), pairs(("type", "ACCUSE"))
    assert recognised
    assert accused
    assert pairs(("relation", "recognises"), ("type", "ACCUSE")) == recognised | accused < pairs()
    for a, b in recognised:
        told = client.json("network/pair", params={"a": a, "b": b, "relation": "recognises"})
        assert {one["tie"]["relation"] for vote in told["votes"] for one in vote["statements"]} == {"recognises"}
    assert client.get("network", params={"relation": "loves"}).status_code == 422


@pytest.mark.parametrize("camps", [None, 2, 3])
def test_the_weight_of_the_misfits_is_what_the_split_leaves(client: Client, camps: int | None) -> None:
    split = client.json("network/camps", params={"camps": camps} if camps else {})
    assert split["misfits_in_all"] == len(split["misfits"])
    assert sum(misfit["weight"] for misfit in split["misfits"]) == pytest.approx(split["frustration"])
    assert 0 <= split["lower_bound"] <= split["frustration"] < split["weight"]
    assert (split["frustration"] > 0) == (camps == 2)
    camp = {member: place for place, members in enumerate(split["camps"]) for member in members}
    for misfit in split["misfits"]:
        together = camp[misfit["source"]] == camp[misfit["target"]]
        assert together == (misfit["sign"] < 0)
        assert split["names"].keys() >= {misfit["source"], misfit["target"]}
    assert split["names"].keys() >= {broker["name"] for broker in split["brokers"]}


def test_a_pair_is_asked_for_by_the_ends_it_has_in_the_network(client: Client) -> None:
    network = client.json("network", params={"at": "2019"})
    assert network["pairs"]
    for pair in network["pairs"][:10]:
        a, b = (network["nodes"][pair[end]]["id"] for end in "ab")
        told = client.json("network/pair", params={"a": a, "b": b})
        assert (told["a"], told["b"]) == (a, b)
