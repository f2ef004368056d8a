"""Pictures: there, the same every time, and with every name that has room."""

from __future__ import annotations

import io
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest

from dissensus.errors import DissensusError
from dissensus.network.graph import SignedGraph
from dissensus.network.layout import arrange
from dissensus.network.plots import _chief, plot

GRAPH = SignedGraph.from_edges(
    [
        ("a", "b", 1.0),
        ("b", "c", 0.5),
        ("a", "x", -1.0),
        ("x", "y", 0.7),
        ("a", "c", -0.2),
        ("p", "q", 1.0),
        ("r", "s", -1.0),
    ]
)
CAMP = np.array([0 if node in "abcp" else 1 for node in GRAPH.nodes])


def drawn(format: str) -> bytes:
    stream = io.BytesIO()
    plot(GRAPH, CAMP, stream, names={"a": "Åse"}, title="A title", contested=frozenset({("x", "a")}), format=format)
    return stream.getvalue()


@pytest.mark.parametrize("format", ["svg", "png"])
def test_the_same_network_gives_the_same_picture(format: str) -> None:
    first = drawn(format)
    assert first == drawn(format)
    assert len(first) > 5_000


def test_svg_holds_shapes_and_no_date() -> None:
    svg = drawn("svg")
    root = ElementTree.fromstring(svg)
    assert root.tag.endswith("svg")
    assert b"stroke-dasharray" in svg
    assert b"dc:date" not in svg


def test_a_file_is_drawn_by_its_name(tmp_path: Path) -> None:
    plot(GRAPH, CAMP, tmp_path / "picture.PNG")
    assert (tmp_path / "picture.PNG").read_bytes().startswith(b"\x89PNG")
    with pytest.raises(DissensusError, match=r"as \.svg or \.png, not \.pdf"):
        plot(GRAPH, CAMP, tmp_path / "picture.pdf")


def test_nothing_to_draw_is_told(tmp_path: Path) -> None:
    with pytest.raises(DissensusError, match="nothing to draw"):
        plot(SignedGraph.from_edges([]), np.zeros(0, dtype=np.int64), tmp_path / "x.svg")


def test_friends_stand_near_camps_apart_and_the_rest_below() -> None:
    at, within = arrange(GRAPH, CAMP)
    place = dict(zip(GRAPH.nodes, at, strict=True))
    assert {node for node, inside in zip(GRAPH.nodes, within, strict=True) if inside} == set("abcxy")
    assert np.linalg.norm(place["a"] - place["b"]) < np.linalg.norm(place["a"] - place["x"])
    assert max(place[node][1] for node in "pqrs") < min(place[node][1] for node in "abcxy")
    assert min(np.linalg.norm(at[i] - at[j]) for i in range(len(at)) for j in range(i)) > 0.3


def test_without_matplotlib_the_way_out_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "matplotlib", None)
    with pytest.raises(DissensusError, match=r"pip install dissensus\[plots\]"):
        plot(GRAPH, CAMP, tmp_path / "x.svg")


def test_of_many_actors_the_chief_ones_are_drawn() -> None:
    edges = [(f"n{i}", f"n{i + 1}", 1.0 + (i % 7)) for i in range(60)] + [
        ("hub", f"n{i}", -9.0) for i in range(0, 60, 6)
    ]
    graph = SignedGraph.from_edges(edges)
    few, camp = _chief(graph, np.arange(graph.n), 12)
    assert few.n <= 12
    assert "hub" in few.nodes
    assert [graph.nodes[place] for place in camp] == list(few.nodes)
    assert _chief(graph, np.arange(graph.n), 500)[0] is graph
