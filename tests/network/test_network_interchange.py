"""Networks to and from the libraries that people use."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx
import pandas
import polars
import pytest
import rustworkx
from network_fakes import told

from dissensus.errors import DissensusError, InputError
from dissensus.network import interchange
from dissensus.network.build import build
from dissensus.network.graph import SignedGraph

GRAPH = SignedGraph.from_edges([("a", "b", 1.0), ("b", "c", -0.5), ("a", "d", -2.0)])


def edges(graph: SignedGraph) -> set[tuple[str, str, float]]:
    ends = zip(graph.source.tolist(), graph.target.tolist(), graph.signed.tolist(), strict=True)
    return {(graph.nodes[a], graph.nodes[b], weight) for a, b, weight in ends}


@pytest.mark.parametrize("library", ["networkx", "rustworkx", "pandas", "polars"])
def test_there_and_back(library: str) -> None:
    to: Callable[[SignedGraph], Any] = getattr(interchange, f"to_{library}")
    back: Callable[[Any], SignedGraph] = getattr(interchange, f"from_{library}")
    assert edges(back(to(GRAPH))) == edges(GRAPH)


def test_a_network_goes_over_with_all_that_is_told(tmp_path: Path) -> None:
    network = build(
        told(tmp_path, one=": tie bol.army b 1 from=2019; tie c d 1; tie c d -1", other=": tie bol.army b -1")
    )
    graph = interchange.to_networkx(network)
    assert graph.nodes["bol.army"] == {"name": "Army of Bolivia", "type": "military", "country": "BOL"}
    assert graph.edges["bol.army", "b"] == {
        "source_name": "b",
        "target_name": "Army of Bolivia",
        "sign": 0,
        "weight": 0.0,
        "contested": True,
        "mixed": False,
        "since": "2019-01-01",
        "sources": "One|Other",
        "statements": 2,
    }
    for made in (interchange.to_pandas(network), interchange.to_polars(network)):
        assert tuple(made.columns) == interchange.COLUMNS
        assert len(made) == 2
    assert interchange.to_rustworkx(network).num_edges() == 2


def test_graphs_of_other_kinds_are_taken() -> None:
    directed = networkx.MultiDiGraph()
    directed.add_edge("a", "b", weight=-2)
    directed.add_edge("b", "a", sign=1)
    directed.add_edge("b", "c", sign=-1, weight=3)
    assert edges(interchange.from_networkx(directed)) == {("a", "b", -1.0), ("b", "c", -3.0)}
    plain = rustworkx.PyDiGraph()
    plain.add_nodes_from(["a", "b"])
    plain.add_edge(0, 1, -2.5)
    assert edges(interchange.from_rustworkx(plain)) == {("a", "b", -2.5)}
    table = pandas.DataFrame({"source": ["a", "b"], "target": ["b", "c"], "sign": [-1, 0]})
    assert edges(interchange.from_pandas(table)) == {("a", "b", -1.0)}


def test_what_is_no_network_is_told() -> None:
    with pytest.raises(InputError, match="column 'target' is missing"):
        interchange.from_polars(polars.DataFrame({"source": ["a"], "sign": [1]}))
    with pytest.raises(InputError, match="a - b: the sign or weight of a tie is no number"):
        interchange.from_pandas(pandas.DataFrame({"source": ["a"], "target": ["b"], "sign": ["friends"]}))
    bare = networkx.Graph([("a", "b")])
    with pytest.raises(InputError, match="a - b: a tie has neither sign nor weight"):
        interchange.from_networkx(bare)


def test_a_library_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "polars", None)
    with pytest.raises(DissensusError, match="polars is not installed; `pip install polars` brings it"):
        interchange.to_polars(GRAPH)
