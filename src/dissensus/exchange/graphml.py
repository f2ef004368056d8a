"""GraphML, for yEd, Cytoscape, igraph, networkx and others: a network with every attribute.

The format: http://graphml.graphdrawing.org. Weights are never below 0; signs stand in an attribute of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO, Final

from dissensus.exchange.graph_parts import EDGE, NODE, Attribute, actors_of, text_of
from dissensus.exchange.kinds import Exported
from dissensus.exchange.network_ties import LEAST_WEIGHT, NetworkTie
from dissensus.exchange.registry import register
from dissensus.exchange.xml_writing import XmlWriter

_TYPES: Final = {"text": "string", "integer": "int", "number": "double", "boolean": "boolean"}
_NAME: Final = Attribute("label", "text", lambda actor: actor.name)
_WEIGHT: Final = Attribute("weight", "number", lambda tie: max(tie.weight, LEAST_WEIGHT))


@register("graphml", "GraphML: the network for yEd, Cytoscape, igraph", networks=True)
def write(kind: Exported, items: Iterator[Any], stream: BinaryIO) -> int:
    """Write ties as GraphML."""
    ties: list[NetworkTie] = list(items)
    of_nodes, of_edges = (_NAME, *NODE), (_WEIGHT, *EDGE)
    xml = XmlWriter(stream)
    with xml.element("graphml", {"xmlns": "http://graphml.graphdrawing.org/xmlns"}):
        for of, attributes in (("node", of_nodes), ("edge", of_edges)):
            for attribute in attributes:
                known = {"attr.name": attribute.name, "attr.type": _TYPES[attribute.cell]}
                xml.leaf("key", {"id": f"{of}.{attribute.name}", "for": of, **known})
        with xml.element("graph", {"id": "network", "edgedefault": "undirected"}):
            for actor in actors_of(ties):
                with xml.element("node", {"id": actor.id}):
                    _values(xml, "node", of_nodes, actor)
            for number, tie in enumerate(ties):
                with xml.element("edge", {"id": f"e{number}", "source": tie.source.id, "target": tie.target.id}):
                    _values(xml, "edge", of_edges, tie)
    xml.end()
    return len(ties)


def _values(xml: XmlWriter, of: str, attributes: tuple[Attribute, ...], item: Any) -> None:
    for attribute in attributes:
        value = attribute.value(item)
        if value is not None:
            xml.leaf("data", {"key": f"{of}.{attribute.name}"}, text_of(value))
