"""GEXF 1.3, for Gephi and others: a network with its dates, no weight below 0, and every attribute.

The format: https://gexf.net (Gephi consortium). Signs stand in an attribute, since Gephi takes no negative weights; the
days told are spells, so that Gephi's timeline shows them. What is told without a date is there all the time.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO, Final

from dissensus.exchange.graph_parts import EDGE, NODE, Attribute, actors_of, text_of
from dissensus.exchange.kinds import Exported
from dissensus.exchange.network_ties import LEAST_WEIGHT, NetworkTie
from dissensus.exchange.registry import register
from dissensus.exchange.xml_writing import XmlWriter

_EDGE: Final = tuple(attribute for attribute in EDGE if attribute.name not in ("start", "end"))
"""Without what the spells say."""

_TYPES: Final = {"text": "string", "integer": "integer", "number": "double", "boolean": "boolean"}


@register("gexf", "GEXF 1.3: the network for Gephi, with its dates", networks=True)
def write(kind: Exported, items: Iterator[Any], stream: BinaryIO) -> int:
    """Write ties as GEXF."""
    ties: list[NetworkTie] = list(items)
    xml = XmlWriter(stream)
    with xml.element("gexf", {"xmlns": "http://gexf.net/1.3", "version": "1.3"}):
        with xml.element("meta"):
            xml.leaf("creator", text="Dissensus")
            xml.leaf("description", text="Who stands with whom: weight is the size of the tie, sign its direction")
        graph = {"mode": "dynamic", "defaultedgetype": "undirected", "timeformat": "date"}
        with xml.element("graph", graph):
            for of, attributes in (("node", NODE), ("edge", _EDGE)):
                with xml.element("attributes", {"class": of}):
                    for attribute in attributes:
                        known = {"id": attribute.name, "title": attribute.name, "type": _TYPES[attribute.cell]}
                        xml.leaf("attribute", known)
            with xml.element("nodes"):
                for actor in actors_of(ties):
                    with xml.element("node", {"id": actor.id, "label": actor.name}):
                        _values(xml, NODE, actor)
            with xml.element("edges"):
                for number, tie in enumerate(ties):
                    _edge(xml, number, tie)
    xml.end()
    return len(ties)


def _edge(xml: XmlWriter, number: int, tie: NetworkTie) -> None:
    weight = max(tie.weight, LEAST_WEIGHT)
    ends = {"id": str(number), "source": tie.source.id, "target": tie.target.id, "weight": f"{weight:g}"}
    with xml.element("edge", ends):
        _values(xml, _EDGE, tie)
        if tie.spells:
            with xml.element("spells"):
                for spell in tie.spells:
                    told = {"start": spell.start, "end": spell.end}
                    xml.leaf("spell", {name: day for name, day in told.items() if day})


def _values(xml: XmlWriter, attributes: tuple[Attribute, ...], item: Any) -> None:
    with xml.element("attvalues"):
        for attribute in attributes:
            value = attribute.value(item)
            if value is not None:
                xml.leaf("attvalue", {"for": attribute.name, "value": text_of(value)})
