"""Networks as files: what Gephi and others read."""

from __future__ import annotations

import csv
import io
import sys
from functools import partial
from pathlib import Path
from xml.etree import ElementTree

import networkx
import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "network"))

from network_fakes import told

from dissensus.exchange.kinds import KINDS
from dissensus.exchange.network_ties import network_ties
from dissensus.exchange.registry import format_named
from dissensus.network.wanted import Wanted
from dissensus.record.record import Record

GEXF = "{http://gexf.net/1.3}"


@pytest.fixture
def record(tmp_path: Path) -> Record:
    return told(
        tmp_path,
        left="2020: event bol.army x -9 on=2019-11-10; event bol.army x -9 on=2019-11-11;"
        " tie a&b <c> 1 from=2018 to=2019; tie u v 1",
        right=": tie x bol.army 1 from=2017; tie u v -1",
    )


def written(record: Record, format: str, wanted: Wanted | None = None) -> bytes:
    stream = io.BytesIO()
    format_named(format).write(KINDS["network"], network_ties(record, wanted), stream)
    return stream.getvalue()


@pytest.mark.parametrize("format", ["gexf", "graphml"])
def test_no_weight_is_below_zero_and_signs_are_kept(record: Record, format: str) -> None:
    data = io.BytesIO(written(record, format))
    graph = networkx.read_gexf(data, version="1.3") if format == "gexf" else networkx.read_graphml(data)
    assert set(graph.nodes) == {"a&b", "<c>", "bol.army", "u", "v", "x"}
    assert graph.nodes["bol.army"] == {"label": "Army of Bolivia", "type": "military", "country": "BOL"}
    assert all(known["weight"] > 0 for *_, known in graph.edges(data=True))
    assert {frozenset(ends): graph.edges[ends]["sign"] for ends in graph.edges} == {
        frozenset(("a&b", "<c>")): 1,
        frozenset(("bol.army", "x")): 0,
        frozenset(("u", "v")): 0,
    }
    edge = graph.edges["bol.army", "x"]
    assert (edge["contested"], edge["told_by"], edge["votes"]) == (True, "Left|Right", "-1|1")
    assert record.statement(edge["statements"].split("|")[0]).evidence.quote.startswith("event bol.army")


def test_gexf_is_dated(record: Record) -> None:
    root = ElementTree.fromstring(written(record, "gexf"))
    graph = root.find(f"{GEXF}graph")
    assert graph is not None
    assert graph.attrib == {"mode": "dynamic", "defaultedgetype": "undirected", "timeformat": "date"}
    spells = {
        (edge.get("source"), edge.get("target")): [spell.attrib for spell in edge.iter(f"{GEXF}spell")]
        for edge in root.iter(f"{GEXF}edge")
    }
    assert spells == {
        ("<c>", "a&b"): [{"start": "2018-01-01", "end": "2019-12-31"}],
        ("bol.army", "x"): [{"start": "2017-01-01"}],
        ("u", "v"): [],
    }
    declared = {attribute.get("id") for attribute in root.iter(f"{GEXF}attribute")}
    assert {value.get("for") for value in root.iter(f"{GEXF}attvalue")} <= declared


def test_a_table_of_ties_is_an_edge_list(record: Record) -> None:
    rows = list(csv.DictReader(io.StringIO(written(record, "csv", Wanted(told_by=("left",))).decode())))
    assert [(row["source"], row["target"], row["sign"], row["weight"]) for row in rows] == [
        ("<c>", "a&b", "1", "1.0"),
        ("bol.army", "x", "-1", "1.0"),
        ("u", "v", "1", "1.0"),
    ]
    assert [(row["start"], row["end"], row["spells"]) for row in rows] == [
        ("2018-01-01", "2019-12-31", "2018-01-01/2019-12-31"),
        ("2019-11-10", "2019-11-11", "2019-11-10/2019-11-11"),
        ("", "", ""),
    ]


def test_characters_that_xml_cannot_hold_are_replaced() -> None:
    from dissensus.exchange.xml_writing import XmlWriter

    stream = io.BytesIO()
    xml = XmlWriter(stream)
    xml.leaf("a", {"b": "x\x00\"'<&"}, "y\x0b>")
    root = ElementTree.fromstring(stream.getvalue())
    assert (root.get("b"), root.text) == ("x\ufffd\"'<&", "y\ufffd>")


def test_the_network_of_a_time_can_be_asked_for(record: Record) -> None:
    ties = partial(network_ties, record)
    assert [tie.id for tie in ties(Wanted(at="2018-06"))] == ["<c> a&b"]
