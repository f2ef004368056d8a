"""Signed networks to and from networkx, rustworkx, pandas and Polars.

None of these is needed to install Dissensus; each is imported when it is asked for.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module
from typing import Any, Final

from dissensus.errors import DissensusError, InputError
from dissensus.network.build import Network
from dissensus.network.graph import SignedGraph

Row = dict[str, Any]

COLUMNS: Final = (
    "source",
    "target",
    "source_name",
    "target_name",
    "sign",
    "weight",
    "contested",
    "mixed",
    "since",
    "until",
    "sources",
    "statements",
)
"""Of a table of the ties of a network from a record; of a bare graph it has source, target, sign and weight."""


def rows(network: Network | SignedGraph) -> Iterator[Row]:
    """The ties one by one: of a network with all that is told of them, also those without a sign (sign 0)."""
    if isinstance(network, SignedGraph):
        ends = (network.source.tolist(), network.target.tolist(), network.sign.tolist(), network.weight.tolist())
        for a, b, sign, weight in zip(*ends, strict=True):
            yield {"source": network.nodes[a], "target": network.nodes[b], "sign": sign, "weight": weight}
        return
    for pair in network.pairs():
        yield {
            "source": pair.a.id,
            "target": pair.b.id,
            "source_name": pair.a.name,
            "target_name": pair.b.name,
            "sign": pair.sign,
            "weight": pair.weight,
            "contested": pair.contested,
            "mixed": pair.mixed,
            "since": pair.since,
            "until": pair.until,
            "sources": "|".join(vote.source.name for vote in pair.votes),
            "statements": len(pair.statements),
        }


def to_networkx(network: Network | SignedGraph) -> Any:
    """A `networkx.Graph`: nodes by id with their attributes, edges with `sign`, `weight` (above zero) and the rest."""
    networkx = _library("networkx")
    graph = networkx.Graph()
    for id, known in _nodes(network):
        graph.add_node(id, **known)
    for row in rows(network):
        graph.add_edge(row.pop("source"), row.pop("target"), **_present(row))
    return graph


def from_networkx(graph: Any) -> SignedGraph:
    """A graph from one of networkx, of any kind: directions are dropped and parallel edges summed.

    An edge's sign is its `sign`, else that of its `weight`; its strength is the size of `weight`, else 1.

    Raises:
        InputError: an edge has neither, or one that is no number.
    """
    edges = ((str(a), str(b), _signed(known, f"{a} - {b}")) for a, b, known in graph.edges(data=True))
    return SignedGraph.from_edges(edges, [str(node) for node in graph.nodes])


def to_rustworkx(network: Network | SignedGraph) -> Any:
    """A `rustworkx.PyGraph` whose nodes are dictionaries with `id`, and whose edges are ones with `sign`, `weight`."""
    rustworkx = _library("rustworkx")
    graph = rustworkx.PyGraph(multigraph=False)
    known = dict(_nodes(network))
    place = dict(zip(known, graph.add_nodes_from([{"id": id, **of} for id, of in known.items()]), strict=True))
    graph.add_edges_from([(place[row.pop("source")], place[row.pop("target")], _present(row)) for row in rows(network)])
    return graph


def from_rustworkx(graph: Any) -> SignedGraph:
    """A graph from one of rustworkx: nodes are strings or dictionaries with `id`, edges numbers or dictionaries.

    Raises:
        InputError: an edge has neither sign nor weight, or one that is no number.
    """

    def name(index: int) -> str:
        node = graph[index]
        return str(node["id"] if isinstance(node, Mapping) else node)

    def known(weight: Any) -> Mapping[str, Any]:
        return weight if isinstance(weight, Mapping) else {"weight": weight}

    edges = (
        (name(a), name(b), _signed(known(weight), f"{name(a)} - {name(b)}"))
        for a, b, weight in graph.weighted_edge_list()
    )
    return SignedGraph.from_edges(edges, [name(index) for index in graph.node_indices()])


def to_pandas(network: Network | SignedGraph) -> Any:
    """A `pandas.DataFrame` of the ties, one a row; see `COLUMNS`."""
    return _library("pandas").DataFrame(list(rows(network)), columns=_columns(network))


def to_polars(network: Network | SignedGraph) -> Any:
    """A `polars.DataFrame` of the ties, one a row; see `COLUMNS`."""
    polars = _library("polars")
    made = list(rows(network))
    texts = ("source", "target", "source_name", "target_name", "since", "until", "sources")
    types = dict.fromkeys(texts, polars.String) | {"sign": polars.Int64, "weight": polars.Float64}
    types |= {"contested": polars.Boolean, "mixed": polars.Boolean, "statements": polars.Int64}
    return polars.DataFrame(made, schema={name: types[name] for name in _columns(network)})


def from_pandas(frame: Any) -> SignedGraph:
    """A graph from a table with the columns `source`, `target`, and `sign`, `weight` or both.

    Several rows of one pair are summed with their signs; those with sign 0 are left out.

    Raises:
        InputError: a column is missing, or a sign or weight is no number.
    """
    return _from_table(list(frame.columns), lambda: frame.to_dict("records"))


def from_polars(frame: Any) -> SignedGraph:
    """A graph from a table with the columns `source`, `target`, and `sign`, `weight` or both; see `from_pandas`."""
    return _from_table(list(frame.columns), lambda: frame.iter_rows(named=True))


def _from_table(columns: list[str], each: Callable[[], Iterable[Mapping[str, Any]]]) -> SignedGraph:
    missing = [name for name in ("source", "target") if name not in columns]
    if missing or not {"sign", "weight"} & set(columns):
        lacking = missing[0] if missing else "sign"
        raise InputError(f"column '{lacking}' is missing; a table of ties has source, target, sign and maybe weight")
    edges = (
        (str(row["source"]), str(row["target"]), _signed(row, f"{row['source']} - {row['target']}")) for row in each()
    )
    return SignedGraph.from_edges(edge for edge in edges if edge[2])


def _signed(known: Mapping[str, Any], where: str) -> float:
    """The signed weight of a tie that has `sign`, `weight` or both."""
    if "sign" not in known and "weight" not in known:
        raise InputError("a tie has neither sign nor weight; give it one", where=where)
    try:
        weight = float(known.get("weight", 1.0))
        sign = float(known.get("sign", weight))
    except (TypeError, ValueError):
        raise InputError("the sign or weight of a tie is no number; mend it", where=where) from None
    if not (math.isfinite(weight) and math.isfinite(sign)):
        raise InputError("the sign or weight of a tie is no number; mend it", where=where)
    return math.copysign(abs(weight), sign) if sign else 0.0


def _nodes(network: Network | SignedGraph) -> Iterator[tuple[str, Row]]:
    if isinstance(network, SignedGraph):
        yield from ((id, {}) for id in network.nodes)
    else:
        for node in network.nodes:
            yield node.id, _present({"name": node.name, "type": node.type.value, "country": node.country})


def _present(row: Row) -> Row:
    """Without what is not known: formats of graphs have no word for it."""
    return {name: value for name, value in row.items() if value is not None}


def _columns(network: Network | SignedGraph) -> list[str]:
    return ["source", "target", "sign", "weight"] if isinstance(network, SignedGraph) else list(COLUMNS)


def _library(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError:
        raise DissensusError(f"{name} is not installed; `pip install {name}` brings it") from None
