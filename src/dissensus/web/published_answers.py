"""What the pages ask of the server, asked beforehand and written as scripts.

Lists that can be filtered in many ways (statements, actors, documents) are written whole, and filtered in the browser
(frontend/src/api). Of the rest, every answer that a link or a choice on the published pages leads to.
"""

from __future__ import annotations

import contextlib
import json
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final, NamedTuple

from sqlalchemy import func, select

from dissensus.errors import DissensusError
from dissensus.record import schema
from dissensus.record.filters import merged_into
from dissensus.record.record import Record
from dissensus.web.app import make_app
from dissensus.web.asking import Asker, Params
from dissensus.web.freshness import Freshness
from dissensus.web.published_statements import BODIES, KEYS, write_statements
from dissensus.web.settings import Settings
from dissensus.web.shelves import Shelf, compact, key_of, write_script

_PAGE: Final = 500
"""Items of one page of a list, the most that the API gives."""
_WORDS: Final = 1_000_000
"""Characters after which another script of documents' words begins."""
_SHARING: Final = 4
"""Answers that share one script, on average."""
_MOST_SCRIPTS: Final = 50_000
_EVENTS: Final = 5000
_SOURCES: Final = 200
_PAIRS: Final = 200
"""Pairs of sources that are compared side by side: those that share most matters. Of fewer pairs, all are."""


class Progress(NamedTuple):
    """How far the writing is: steps done, and those there are, by estimate."""

    done: int
    in_all: int


@dataclass(slots=True)
class Index:
    """What the pages must know to find an answer.

    Attributes:
        answers: scripts that share the answers.
        places: scripts that share the places of statements.
        lines: scripts of documents' lines.
        words: scripts of documents' words.
        actors: scripts of actors.
        leads: ids of actors that people merged into others, and those others.
        documents: how many there are.
        statements: how many there are.
        compared: pairs of sources compared side by side, those first that share most matters.
        keys: statements of one script of keys.
        bodies: statements of one script of bodies.
    """

    answers: int
    places: int
    leads: dict[str, str]
    lines: int = 0
    words: int = 0
    actors: int = 0
    documents: int = 0
    statements: int = 0
    compared: int = 0
    keys: int = KEYS
    bodies: int = BODIES

    def written(self) -> str:
        """As JSON."""
        return compact(asdict(self))


def write_answers(record: Path, folder: Path, progress: Callable[[Progress], None]) -> Index:
    """Write all answers into a folder.

    Raises:
        DissensusError: the record changed meanwhile.
    """
    app = make_app(Settings(record, read_only=True))
    with Asker(app) as ask, contextlib.closing(Freshness(record)) as freshness:
        ask("matters", {"size": 1})  # brings the matters up to date, which writes
        version = freshness.version()
        index = _Writing(app.state.record, ask, folder, progress).write()
        if freshness.version() != version:
            raise DissensusError("the record changed while it was being published; publish again", where=str(record))
    return index


class _Writing:
    """Asks, writes and counts."""

    def __init__(self, record: Record, ask: Asker, folder: Path, progress: Callable[[Progress], None]) -> None:
        self._record = record
        self._ask = ask
        self._folder = folder
        self._progress = progress
        self._done = 0
        with record.reading() as connection:
            leads = merged_into(connection)
            counts = {
                table.name: int(connection.execute(select(func.count()).select_from(table)).scalar_one())
                for table in (schema.documents, schema.actors, schema.matters, schema.statements)
            }
        statements = counts.pop("statements")
        self._in_all = sum(counts.values()) + statements
        scripts = min(_MOST_SCRIPTS, math.ceil((sum(counts.values()) + 1) / _SHARING))
        self._answers = Shelf(folder, "answers", scripts)
        self._places = Shelf(folder, "places", statements // KEYS + 1)
        self._index = Index(self._answers.scripts, self._places.scripts, leads)

    def write(self) -> Index:
        """Write everything."""
        for path in ("record", "documents/latest", "predictions"):
            self._put(path)
        for size in (0, _EVENTS):
            self._put("timeline", {"size": size})
        self._write_documents()
        self._write_actors()
        self._write_matters()
        self._write_sources()
        self._write_network()
        self._index.statements = write_statements(self._record, self._folder, self._places, self._step)
        self._answers.close()
        self._places.close()
        return self._index

    def _step(self, steps: int = 1) -> None:
        self._done += steps
        self._progress(Progress(self._done, max(self._in_all, self._done)))

    def _put(self, path: str, params: Params | None = None, *, also: Sequence[str] = ()) -> Any:
        """Ask for an answer and write it, `also` under other paths; returns it."""
        answer = self._ask(path, params)
        asked = [
            (name, str(value).lower() if isinstance(value, bool) else str(value))
            for name, value in (params or {}).items()
        ]
        for key in (key_of(path, asked), *also):
            self._answers.put(key, answer)
        self._step()
        return json.loads(answer)

    def _pages(self, path: str) -> Iterator[list[dict[str, Any]]]:
        params: dict[str, str | int] = {"size": _PAGE}
        while True:
            page = self._ask.read(path, params)
            if page["items"]:
                yield page["items"]
            if page["next"] is None:
                return
            params["after"] = page["next"]

    def _write_documents(self) -> None:
        waiting: list[tuple[str, str]] = []
        held = 0

        def write_words() -> None:
            if waiting:
                write_script(self._folder, f"words/{self._index.words}", waiting)
                self._index.words += 1
                waiting.clear()

        for page in self._pages("documents"):
            write_script(self._folder, f"lines/{self._index.lines}", page)
            self._index.lines += 1
            self._index.documents += len(page)
            for line in page:
                document = self._put(f"documents/{line['id']}")["document"]
                waiting.append((document.get("title") or "", document["text"]))
                held += len(document["text"])
                if held > _WORDS:
                    write_words()
                    held = 0
        write_words()

    def _write_actors(self) -> None:
        merged: dict[str, list[str]] = {}
        for old, kept in self._index.leads.items():
            merged.setdefault(kept, []).append(old)
        names = schema.actor_names
        for page in self._pages("actors"):
            ids = [line["id"] for line in page]
            wanted = [*ids, *(old for id in ids for old in merged.get(id, ()))]
            called: dict[str, list[str]] = {id: [] for id in ids}
            with self._record.reading() as connection:
                for row in connection.execute(
                    select(names.c.actor, names.c.folded)
                    .where(names.c.actor.in_(wanted))
                    .distinct()
                    .order_by(names.c.actor, names.c.folded)
                ):
                    called[self._index.leads.get(row.actor, row.actor)].append(row.folded)
            write_script(self._folder, f"actors/{self._index.actors}", [[line, called[line["id"]]] for line in page])
            self._index.actors += 1
            for id in ids:
                self._put(f"actors/{id}", also=[f"actors/{old}" for old in merged.get(id, ())])

    def _write_matters(self) -> None:
        self._put("matters", {"disputed": True, "size": 5})
        self._put("matters/matrix")
        self._put("matters/matrix", {"disputed": True})
        for page in self._pages("matters"):
            for matter in page:
                self._put(f"matters/{matter['id']}")

    def _write_sources(self) -> None:
        self._put("sources")
        for profile in self._ask.read("sources", {"size": _SOURCES}):
            key = profile["source"]["key"]
            self._put(f"sources/{key}")
            self._put("matters/matrix", {"source": key})
        shared = self._put("sources/agreement")["agreement"]["pairs"]
        # Among equals the order of the answer holds: the pages choose the same pairs from it.
        pairs = sorted(shared, key=lambda pair: -pair["shared"])[:_PAIRS]
        self._index.compared = len(pairs)
        self._in_all += len(pairs)
        for pair in pairs:
            first, second = pair["first"]["key"], pair["second"]["key"]
            told = self._put("sources/compare", {"first": first, "second": second})
            turned = key_of("sources/compare", [("first", second), ("second", first)])
            self._answers.put(turned, compact(_turned(told)))

    def _write_network(self) -> None:
        network = self._put("network")
        self._put("network/camps")
        years = self._put("network/times")["years"]
        chosen = [{"at": f"{year:04}"} for year in range(int(min(years)), int(max(years)) + 1)] if years else []
        chosen += [{"told_by": teller} for teller in network["tellers"]]
        nodes = [node["id"] for node in network["nodes"]]
        self._in_all += 2 * len(chosen) + len(network["pairs"])
        for params in chosen:
            self._put("network", params)
            self._put("network/camps", params)
        for pair in network["pairs"]:
            self._put("network/pair", {"a": nodes[pair["a"]], "b": nodes[pair["b"]]})


def _turned(told: dict[str, Any]) -> dict[str, Any]:
    """A comparison of two sources with the second first."""
    return told | {
        "first": told["second"],
        "second": told["first"],
        "parted": [one | {"first": one["second"], "second": one["first"]} for one in told["parted"]],
        "only_first": told["only_second"],
        "only_second": told["only_first"],
    }
