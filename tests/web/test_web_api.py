"""What the API answers is what the record holds, page by page, and what it is told is written."""

from __future__ import annotations

import csv
import io
import time
from pathlib import Path
from typing import Any

import pytest

from dissensus.record.record import Record
from tests.web.asking import Client
from tests.web.conftest import Serve


def pages(client: Client, path: str, **params: Any) -> list[Any]:
    """All items of a list, page by page."""
    items: list[Any] = []
    after = None
    while True:
        page = client.json(path, params={**params, **({"after": after} if after else {})})
        items += page["items"]
        after = page["next"]
        if after is None:
            return items


@pytest.mark.parametrize("order", ["reading", "date", "confidence", "unsure"])
def test_pages_of_statements_are_the_whole_list(client: Client, example_record: Path, order: str) -> None:
    ids = [item["id"] for item in pages(client, "statements", order=order, size=17)]
    assert len(ids) == len(set(ids)) == client.json("statements/count")["in_all"]
    with Record(example_record) as record:
        assert set(ids) == {statement.id for statement in record.statements()}
    if order in ("confidence", "unsure"):
        sure = [item["confidence"] for item in pages(client, "statements", order=order, size=50)]
        assert sure == sorted(sure, reverse=order == "confidence")


def test_filters_are_those_of_the_command_line(client: Client) -> None:
    denied = pages(client, "statements", commitment="denied")
    assert denied
    assert {item["commitment"] for item in denied} == {"denied"}
    both = pages(client, "statements", kind=["tie", "figure"], actor="Evo Morales")
    assert {item["kind"] for item in both} <= {"tie", "figure"}
    pair = client.json("statements/count", params={"actor": "Evo Morales", "other": "Jeanine Áñez"})
    assert 0 < pair["matching"] < pair["in_all"]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("statements?after=nonsense", 400),
        ("statements?since=2020&until=2019", 400),
        ("statements?since=2019-13", 400),
        ("statements?actor=Nobody%20At%20All", 404),
        ("statements?size=0", 422),
        ("statements/none", 404),
        ("documents/none", 404),
        ("actors/Nobody%20At%20All", 404),
        ("matters/none", 404),
        ("network?at=2019&since=2018", 400),
        ("network/pair?a=x&b=y", 404),
        ("sources/compare?first=x&second=y", 404),
        ("uploads/none", 404),
        ("export/statements?format=gexf", 400),
        ("export/statements?format=none", 400),
    ],
)
def test_what_cannot_be_answered_is_said_in_one_line(client: Client, path: str, status: int) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    detail = answer.json()["detail"]
    assert status == 422 or (isinstance(detail, str) and "\n" not in detail)


def test_a_document_comes_with_its_statements_and_their_words(client: Client) -> None:
    for line in client.json("documents")["items"]:
        opened = client.json(f"documents/{line['id']}")
        assert len(opened["statements"]) == line["statements"]
        text = opened["document"]["text"]
        for statement in opened["statements"]:
            evidence = statement["evidence"]
            assert text[evidence["start"] : evidence["end"]] == evidence["quote"]


def test_actors_are_found_as_one_types_and_portrayed(client: Client) -> None:
    found = client.json("actors", params={"search": "morales"})["items"]
    assert found[0]["name"] == "Evo Morales"
    every = pages(client, "actors", size=7)
    assert len(every) == len({actor["id"] for actor in every}) > 20
    told = client.json(f"actors/{found[0]['id']}")
    assert told["statements"] == found[0]["statements"]
    assert told["standings"]
    assert sum(told["kinds"].values()) == told["statements"]


def test_the_network_its_pairs_and_its_camps_belong_together(client: Client) -> None:
    network = client.json("network")
    assert network["pairs_in_all"] == len(network["pairs"]) > 10
    names = [node["id"] for node in network["nodes"]]
    for pair in network["pairs"][:5]:
        told = client.json("network/pair", params={"a": names[pair["a"]], "b": names[pair["b"]]})
        assert told["sign"] == pair["sign"]
        assert all(vote["statements"] for vote in told["votes"])
    camps = client.json("network/camps", params={"camps": 2})
    assert {member for camp in camps["camps"] for member in camp} <= set(names)
    assert len(client.json("network", params={"most": 3})["pairs"]) == 3


def test_matters_lead_to_quotes_and_a_decision_can_be_taken_back(own_record: Path, serve: Serve) -> None:
    client = serve(own_record)
    disputed = pages(client, "matters", disputed=True, size=5)
    opened = client.json(f"matters/{disputed[0]['id']}")
    assert any(position["quotes"] for position in opened["positions"])
    one = next(matter for matter in pages(client, "matters", size=50) if len(matter["statements"]) > 2)
    split = client.send("POST", f"matters/{one['id']}/splits", {"statements": one["statements"][:1], "by": "Ana"})
    assert split.status_code == 201, split.text
    assert client.json("matters/decisions")[0]["by"] == "Ana"
    undone = client.send("DELETE", f"matters/decisions/{split.json()['number']}", params={"by": "Ana"})
    assert undone.status_code == 200
    assert client.json("matters/decisions") == []
    matrix = client.json("matters/matrix", params={"size": 5})
    assert len(matrix["rows"]) == 5
    assert all(cell["source"] < len(matrix["sources"]) for row in matrix["rows"] for cell in row["cells"])


def test_a_correction_is_seen_at_once_and_survives_a_restart(own_record: Path, serve: Serve) -> None:
    client = serve(own_record)
    tie = client.json("statements", params={"kind": "tie", "size": 1})["items"][0]
    sure = client.get("statements", params={"kind": "tie"}).headers["etag"]
    corrected = {**tie, "commitment": "denied"}
    body = {"by": "Ana", "state": "corrected", "note": "it is denied", "corrected": corrected}
    answer = client.send("POST", f"statements/{tie['id']}/reviews", body)
    assert answer.status_code == 201, answer.text
    assert client.get("statements", params={"kind": "tie"}).headers["etag"] != sure
    again = serve(own_record)
    assert again.json(f"statements/{tie['id']}")["statement"]["commitment"] == "denied"
    assert [review["by"] for review in again.json(f"statements/{tie['id']}/reviews")] == ["Ana"]
    assert again.json("reviews/reliability")["reviewers"] == ["Ana"]
    undone = again.send("DELETE", f"reviews/{answer.json()['number']}", params={"by": "Ben"})
    assert undone.json()["undone_by"] == "Ben"
    assert again.json(f"statements/{tie['id']}")["statement"]["commitment"] == tie["commitment"]


def test_two_actors_can_be_one_for_a_while(own_record: Path, serve: Serve) -> None:
    client = serve(own_record)
    kept, merged = client.json("actors", params={"size": 2})["items"]
    body = {"kept": kept["id"], "merged": merged["id"], "by": "Ana"}
    merge = client.send("POST", "actors/merges", body).json()
    assert merged["id"] not in {actor["id"] for actor in pages(client, "actors")}
    assert client.json(f"actors/{merged['id']}")["actor"]["id"] == kept["id"]
    client.send("DELETE", f"actors/merges/{merge['number']}", params={"by": "Ana"})
    assert merged["id"] in {actor["id"] for actor in pages(client, "actors")}


def test_an_answer_that_still_holds_is_not_sent_again(client: Client) -> None:
    first = client.get("documents")
    again = client.get("documents", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get("statements", headers={"if-none-match": first.headers["etag"]}).status_code == 200


def test_exports_are_streamed_whole(client: Client) -> None:
    in_all = client.json("statements/count")["in_all"]
    rows = list(csv.DictReader(io.StringIO(client.get("export/statements", params={"format": "csv"}).text)))
    assert len(rows) == in_all
    some = client.get("export/statements", params={"kind": "tie"}).text.splitlines()
    assert 0 < len(some) < in_all
    assert client.get("export/network", params={"format": "gexf"}).content.startswith(b"<?xml")


def test_texts_dropped_on_a_page_are_read(own_record: Path, serve: Serve) -> None:
    client = serve(own_record)
    files = [
        ("files", ("../../talks.txt", b"France attacked Germany in 1870.", "text/plain")),
        ("files", ("broken.pdf", b"%PDF-1.4 nothing", "application/pdf")),
    ]
    upload = client.ask("POST", "/api/v1/uploads", files=files, data={"source": "A test"}).json()
    told = wait(client, upload["id"])
    assert told["phase"] == "done", told
    assert [failure["path"] for failure in told["failures"]] == ["broken.pdf"]
    assert told["documents"] == 1
    assert client.json("documents/latest", params={"size": 1})[0]["source"] == "A test"


def wait(client: Client, id: str) -> Any:
    """An upload once it is read."""
    for _ in range(600):
        told = client.json(f"uploads/{id}")
        if told["phase"] in ("done", "failed"):
            return told
        time.sleep(0.1)
    raise AssertionError("the upload was never read")
