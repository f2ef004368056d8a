"""The network itself, and files of ties."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest

from dissensus.errors import MissingPathError, UnreadableError
from dissensus.network.edge_files import read_edges
from dissensus.network.graph import SignedGraph


def test_what_is_told_of_one_pair_is_summed() -> None:
    graph = SignedGraph.from_edges([("b", "a", 1.0), ("a", "b", 0.5), ("a", "c", 0.1), ("c", "a", -0.3), ("a", "a", 1)])
    assert graph.nodes == ("b", "a", "c")
    assert list(zip(graph.source.tolist(), graph.target.tolist(), strict=True)) == [(0, 1), (1, 2)]
    assert graph.sign.tolist() == [1, -1]
    assert graph.weight.tolist() == pytest.approx([1.5, 0.2])
    assert graph.negative == 1


def test_signs_that_cancel_are_told() -> None:
    graph = SignedGraph.from_edges([("a", "b", 0.1), ("b", "a", 0.2), ("a", "b", -0.3), ("b", "c", 1)])
    assert graph.cancelled == ((0, 1),)
    assert graph.m == 1


def test_parts_and_what_is_within_them() -> None:
    graph = SignedGraph.from_edges([("a", "b", -2.0), ("c", "d", 1.0), ("d", "e", -3.0)], nodes=["z"])
    assert [part.tolist() for part in graph.components()] == [[3, 4, 5], [1, 2], [0]]
    part = graph.subgraph([5, 4])
    assert part.nodes == ("e", "d")
    assert part.signed.tolist() == [-3.0]
    assert graph.frustration([0, 1, 1, 2, 3, 3]) == 2 + 1 + 3
    assert graph.unweighted().frustration([0, 1, 1, 2, 3, 3]) == 3
    with pytest.raises(ValueError):
        graph.sign[0] = 1
    assert np.array_equal(graph.adjacency().toarray(), graph.adjacency().toarray().T)


def test_a_file_with_windows_and_weights(tmp_path: Path) -> None:
    path = tmp_path / "ties.csv"
    path.write_text(
        "\ufeffTarget;source;sign;weight;window;note\nb;a;+1;2.5;1950;x\n\nb;c;-1;1;1950;\na;b;\u2212;1;1951;\na;c;0;1;1951;\n"
        "a;a;1;1;1951;\n",
        encoding="utf-8",
    )
    read = read_edges(path)
    assert list(read.windows) == ["1950", "1951"]
    assert read.windows["1950"].signed.tolist() == [2.5, -1.0]
    assert (read.neutral, read.loops) == (1, 1)
    assert read.windows["1951"].nodes == ("b", "a", "c")
    assert read.windows["1951"].signed.tolist() == [-1.0]


def test_ties_from_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("source\ttarget\tsign\na\tb\t-1\n"))
    assert read_edges(Path("-")).windows[""].sign.tolist() == [-1]


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("source,target\na,b\n", "", "'sign' is missing"),
        ("", "", "'source' is missing"),
        ("source,target,sign\n", "", "no ties"),
        ("source,target,sign\na,b,1\na,b\n", ":3", "complete the line"),
        ("source,target,sign\na,,1\n", ":2", "empty"),
        ("source,target,sign\na,b,3\n", ":2", "weight"),
        ("source,target,sign,weight\na,b,1,-2\n", ":2", "above zero"),
        ("source,target,sign,weight\na,b,1,nan\n", ":2", "above zero"),
        ("source,target,sign,weight\na,b,1\n", ":2", "above zero"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(tmp_path: Path, text: str, line: str, said: str) -> None:
    path = tmp_path / "ties.csv"
    path.write_text(text)
    with pytest.raises(UnreadableError, match=said) as caught:
        read_edges(path)
    assert caught.value.where == f"{path}{line}"


def test_files_that_are_none(tmp_path: Path) -> None:
    with pytest.raises(MissingPathError, match="no such file"):
        read_edges(tmp_path / "none.csv")
    (tmp_path / "x.csv").write_bytes(b"source,target,sign\n\xff\xfe,b,1\n")
    with pytest.raises(UnreadableError, match="UTF-8"):
        read_edges(tmp_path / "x.csv")
    with pytest.raises(UnreadableError, match="directory"):
        read_edges(tmp_path)
