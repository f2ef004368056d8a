"""Other sites in the same browser reach neither what the record holds nor what can be written to it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dissensus.web.settings import is_loopback
from tests.web.asking import Client
from tests.web.conftest import Serve

REVIEW = {"by": "Ana", "state": "accepted"}


def review(client: Client, **headers: str) -> int:
    """Try to accept the first statement; the status."""
    id = client.json("statements", params={"size": 1}, headers=_host(headers))["items"][0]["id"]
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    return client.send("POST", f"statements/{id}/reviews", REVIEW, headers=given).status_code


def _host(headers: dict[str, str]) -> dict[str, str]:
    return {"host": headers["host"]} if "host" in headers else {}


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8700", "127.0.0.1.evil.example", "", "[::1"])
def test_only_names_of_this_machine_are_answered(client: Client, host: str) -> None:
    assert client.get("record", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("host", ["127.0.0.1:8700", "localhost", "LOCALHOST:1", "[::1]:8700"])
def test_names_of_this_machine_are_answered(client: Client, host: str) -> None:
    assert client.get("record", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
        {"sec_fetch_site": "cross-site"},
        {"sec_fetch_site": "same-site"},
    ],
)
def test_another_site_cannot_write(own_record: Path, serve: Serve, headers: dict[str, str]) -> None:
    assert review(serve(own_record), **headers) == 403


@pytest.mark.parametrize(
    "headers", [{}, {"origin": "http://127.0.0.1:8700", "sec_fetch_site": "same-origin"}, {"sec_fetch_site": "none"}]
)
def test_our_pages_and_programs_can_write(own_record: Path, serve: Serve, headers: dict[str, str]) -> None:
    assert review(serve(own_record), **headers) == 201


def test_read_only_lets_nothing_be_written(example_record: Path, serve: Serve) -> None:
    client = serve(example_record, read_only=True)
    assert review(client) == 403
    assert client.send("POST", "uploads/pasted", {"text": "Brava supports Cinta."}).status_code == 403
    assert client.json("record")["read_only"]


def test_reached_from_elsewhere_writing_needs_the_token(own_record: Path, serve: Serve) -> None:
    client = serve(own_record, host="0.0.0.0", token="s3cret")
    host = {"host": "records.example:8700"}
    assert client.get("record", headers=host).status_code == 200
    assert review(client, **host) == 401
    assert review(client, authorization="Bearer wrong", **host) == 401
    assert review(client, authorization="Bearer s3cret", **host) == 201


def test_too_large_a_body_is_refused_whether_it_tells_its_length_or_not(own_record: Path, serve: Serve) -> None:
    client = serve(own_record, upload_limit=1000)
    pasted = b'{"text": "' + b"x" * 2000 + b'"}'
    json = {"content-type": "application/json"}

    async def pieces() -> Iterator[bytes]:  # type: ignore[misc]
        yield pasted[:900]  # type: ignore[misc]
        yield pasted[900:]  # type: ignore[misc]

    for content in (pasted, pieces()):
        answer = client.ask("POST", "/api/v1/uploads/pasted", content=content, headers=json)
        assert answer.status_code == 413
        assert "1,000 bytes" in answer.json()["detail"]


def test_every_answer_forbids_what_a_document_could_smuggle_in(client: Client) -> None:
    for path in ("/api/v1/record", "/api/v1/nothing", "/"):
        answer = client.ask("GET", path)
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    ("host", "local"), [("127.0.0.1", True), ("::1", True), ("[::1]", True), ("localhost", True), ("0.0.0.0", False)]
)
def test_what_counts_as_this_machine(host: str, local: bool) -> None:
    assert is_loopback(host) is local
