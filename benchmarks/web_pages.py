"""What the pages ask of the server, drawn by chance from what a record holds: the model behind `benchmarks.web`."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, Protocol

TYPES = ("ASSAULT", "COERCE", "SANCTION", "PROTEST", "ACCUSE", "CONSULT", "AGREE", "AID")
RELATIONS = ("ally_of", "supports", "funds", "opposes", "distrusts")
COMMITMENTS = ("stated", "alleged", "denied", "predicted", "demanded")
KINDS = ("event", "tie", "figure", "label")
WORDS = ("attacked", "treaty", "marched", "sanctions", "people", "regime", "offer", "exercises")


class Reads(Protocol):
    """Asks the API, and gives the answer as Python's own types."""

    def read(self, path: str, query: Mapping[str, Any] | None = None) -> Any:
        """The answer."""


class Call(NamedTuple):
    """One call: its name in the table, the path under the API, what is asked."""

    name: str
    path: str
    query: Mapping[str, Any]


class World:
    """What can be asked for: names and ids in the record."""

    def __init__(self, ask: Reads) -> None:
        actors = ask.read("actors", {"size": 300})["items"]
        self.actors = [one["id"] for one in actors]
        self.names = [one["name"] for one in actors]
        self.sources = list(ask.read("record")["sources"])
        self.documents = [one["id"] for one in ask.read("documents", {"size": 200})["items"]]
        self.statements: list[str] = []
        self.pairs: list[tuple[str, str]] = []
        for document in self.documents[:20]:
            for one in ask.read(f"documents/{document}")["statements"]:
                self.statements.append(one["id"])
                event = one.get("event") or {}
                if event.get("actors") and event.get("recipients") and one["commitment"] == "stated":
                    self.pairs.append((event["actors"][0]["id"], event["recipients"][0]["id"]))
        self.matters = [one["id"] for one in ask.read("matters", {"size": 200})["items"]]


class Pages:
    """Draws what a reader opens next, page by page, as the calls that the page makes (`frontend/src/pages`)."""

    def __init__(self, world: World, draw: random.Random) -> None:
        self._world = world
        self._draw = draw
        self.kinds: dict[str, Callable[[], list[Call]]] = {
            "overview": self._overview,
            "statements": self._statements,
            "review": self._review,
            "actors": self._actors,
            "actor": self._actor,
            "documents": self._documents,
            "document": self._document,
            "matters": self._matters,
            "matter": self._matter,
            "sources": self._sources,
            "source": self._source,
            "compare": self._compare,
            "network": self._network,
            "timeline": self._timeline,
        }

    def next(self) -> list[Call]:
        """The calls of one page, in turn."""
        return self.kinds[self._draw.choice(list(self.kinds))]()

    def filters(self) -> dict[str, Callable[[], dict[str, Any]]]:
        """What a list of statements can be narrowed by, by name."""
        one, world = self._draw.choice, self._world
        return {
            "no filter": dict,
            "kind": lambda: {"kind": one(KINDS)},
            "actor": lambda: {"actor": one(world.names)},
            "pair": lambda: dict(zip(("actor", "other"), one(world.pairs), strict=True)),
            "type": lambda: {"kind": "event", "type": one(TYPES)},
            "relation": lambda: {"kind": "tie", "relation": one(RELATIONS)},
            "source": lambda: {"source": one(world.sources)},
            "holder": lambda: {"holder": one((*world.names[:50], "author"))},
            "commitment": lambda: {"commitment": one(COMMITMENTS)},
            "dates": self._span,
            "text": lambda: {"text": one(WORDS)},
            "review": lambda: {"review": one(("unreviewed", "accepted"))},
            "document": lambda: {"document": one(world.documents)},
            "actor and dates": lambda: {"actor": one(world.names), **self._span()},
            "actor and type": lambda: {"actor": one(world.names), "type": one(TYPES)},
        }

    def _month(self) -> str:
        return f"{self._draw.randrange(2004, 2024)}-{self._draw.randrange(1, 13):02}"

    def _span(self) -> dict[str, str]:
        year = self._draw.randrange(2004, 2023)
        return {"since": f"{year}", "until": f"{year + self._draw.randrange(3)}-{self._draw.randrange(1, 13):02}"}

    def _overview(self) -> list[Call]:
        return [
            Call("record", "record", {}),
            Call("matters: disputed", "matters", {"disputed": "true", "size": 5}),
            Call("network", "network", {}),
            Call("camps", "network/camps", {}),
            Call("timeline: months", "timeline", {"size": 0}),
            Call("documents: latest", "documents/latest", {}),
        ]

    def _statements(self) -> list[Call]:
        orders: tuple[dict[str, str], ...] = ({}, {"order": "date"}, {"order": "confidence"}, {"order": "unsure"})
        name, wanted = self._draw.choice(list(self.filters().items()))
        asked = wanted()
        return [
            Call(f"statements: {name}", "statements", {**asked, **self._draw.choice(orders), "size": 30}),
            Call(f"count: {name}", "statements/count", asked),
        ]

    def _review(self) -> list[Call]:
        queue = {"review": "unreviewed", **self._draw.choice(({}, {"kind": self._draw.choice(KINDS)}))}
        statement = self._draw.choice(self._world.statements)
        return [
            Call("review: queue", "statements", {**queue, "order": "unsure", "size": 30}),
            Call("review: count", "statements/count", queue),
            Call("a statement", f"statements/{statement}", {"width": 500}),
            Call("its reviews", f"statements/{statement}/reviews", {}),
            Call("reliability", "reviews/reliability", {}),
        ]

    def _actors(self) -> list[Call]:
        word = self._draw.choice(self._world.names)
        return [
            Call("actors", "actors", {"type": self._draw.choice(("country", "party", "person"))}),
            *(Call("actors: search", "actors", {"search": word[:length]}) for length in (1, 3, 5)),
        ]

    def _actor(self) -> list[Call]:
        actor = self._draw.choice(self._world.actors)
        events = {"actor": actor, "kind": "event", "order": "date", "size": 20}
        return [Call("an actor", f"actors/{actor}", {}), Call("its events", "statements", events)]

    def _documents(self) -> list[Call]:
        some = self._draw.choice(({}, {"source": self._draw.choice(self._world.sources)}))
        words = {"text": self._draw.choice(WORDS)}
        return [Call("documents", "documents", some), Call("documents: words", "documents", words)]

    def _document(self) -> list[Call]:
        return [Call("a document", f"documents/{self._draw.choice(self._world.documents)}", {})]

    def _matters(self) -> list[Call]:
        one, world = self._draw.choice, self._world
        name, some = one(
            (
                ("matrix", {"kind": one(KINDS)}),
                ("matrix: actor", {"actor": one(world.names)}),
                ("matrix: source", {"source": one(world.sources)}),
            )
        )
        words = {"text": one(world.names)[:5], "kind": "event", "size": 8}
        return [
            Call(name, "matters/matrix", {"disputed": "true", **some}),
            Call("matters: words", "matters", words),
        ]

    def _matter(self) -> list[Call]:
        return [Call("a matter", f"matters/{self._draw.choice(self._world.matters)}", {})]

    def _sources(self) -> list[Call]:
        return [
            Call("sources", "sources", {}),
            Call("agreement", "sources/agreement", {}),
            Call("predictions", "predictions", {}),
        ]

    def _source(self) -> list[Call]:
        return [Call("a source", f"sources/{self._draw.choice(self._world.sources)}", {})]

    def _compare(self) -> list[Call]:
        two = self._draw.sample(self._world.sources, 2)
        return [Call("compare", "sources/compare", dict(zip(("first", "second"), two, strict=True)))]

    def _network(self) -> list[Call]:
        one, pair = self._draw.choice, self._draw.choice(self._world.pairs)
        name, some = one(
            (
                ("at a month", {"at": self._month()}),
                ("as told by one", {"told_by": one(self._world.sources)}),
                ("sure", {"min_confidence": one((0.6, 0.7, 0.8))}),
            )
        )
        always = {} if "at" in some else some
        return [
            Call("network", "network", {}),
            Call(f"network: {name}", "network", some),
            Call("camps", "network/camps", {}),
            Call(f"camps: {name}", "network/camps", some),
            Call("network: times", "network/times", always),
            Call("network: a pair", "network/pair", dict(zip(("a", "b"), pair, strict=True))),
        ]

    def _timeline(self) -> list[Call]:
        name, some = self._draw.choice(
            (
                ("actor", {"actor": self._draw.choice(self._world.names)}),
                ("dates", self._span()),
                ("type", {"type": self._draw.choice(TYPES)}),
            )
        )
        size = {"size": 1000}
        return [Call("timeline", "timeline", size), Call(f"timeline: {name}", "timeline", {**some, **size})]
