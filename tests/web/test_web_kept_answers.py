"""What was answered once is answered again without asking, until the record changes."""

from __future__ import annotations

import asyncio
from typing import Any

from dissensus.web.kept_answers import KeptAnswers
from tests.web.asking import Client
from tests.web.conftest import Serve


class Counted:
    """An application that says how often it was asked."""

    def __init__(self, *, pieces: int = 1, **headers: str) -> None:
        self.asked = 0
        self._pieces = pieces
        self._headers = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        self.asked += 1
        await send({"type": "http.response.start", "status": 200, "headers": self._headers})
        for left in reversed(range(self._pieces)):
            await send({"type": "http.response.body", "body": str(self.asked).encode(), "more_body": left > 0})


def ask(app: KeptAnswers, path: str = "/api/a", query: str = "") -> bytes:
    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> Any:
        return {"type": "http.request", "body": b"", "more_body": False}

    scope = {"type": "http", "method": "GET", "path": path, "query_string": query.encode(), "headers": []}
    asyncio.run(app(scope, receive, send))
    return b"".join(message.get("body", b"") for message in sent)


def test_kept_by_what_was_asked_and_until_a_change() -> None:
    version = "1"
    inner = Counted()
    app = KeptAnswers(inner, prefix="/api/", version=lambda: version)
    assert [ask(app), ask(app), ask(app, query="b=1"), ask(app)] == [b"1", b"1", b"2", b"1"]
    version = "2"
    assert [ask(app), ask(app)] == [b"3", b"3"]
    assert [ask(app, "/other"), ask(app, "/other")] == [b"4", b"5"]


def test_what_is_not_to_be_kept() -> None:
    said = Counted(cache_control="no-store")
    app = KeptAnswers(said, prefix="/api/", version=lambda: "1")
    assert [ask(app), ask(app)] == [b"1", b"2"]
    streamed = Counted(pieces=2)
    app = KeptAnswers(streamed, prefix="/api/", version=lambda: "1")
    assert [ask(app), ask(app)] == [b"11", b"22"]


def test_a_change_meanwhile_keeps_nothing() -> None:
    versions = iter(["1", "2", "2", "2", "2"])
    app = KeptAnswers(Counted(), prefix="/api/", version=lambda: next(versions))
    assert [ask(app), ask(app)] == [b"1", b"2"]


def test_kept_answers_still_have_tags_and_safe_headers(client: Client) -> None:
    first, second = client.get("record"), client.get("record")
    assert first.content == second.content
    assert dict(first.headers) == dict(second.headers)
    assert client.get("record", headers={"If-None-Match": first.headers["etag"]}).status_code == 304


def test_a_review_is_seen_at_once(own_record: Any, serve: Serve) -> None:
    client = serve(own_record)
    page = client.json("statements", params={"size": 1})
    id = page["items"][0]["id"]
    sent = client.send("POST", f"statements/{id}/reviews", {"by": "ann", "state": "accepted"})
    assert sent.status_code == 201, sent.text
    assert client.json("statements", params={"size": 1})["items"][0]["review"] == "accepted"


class Slow:
    """An application that answers when it is let."""

    def __init__(self) -> None:
        self.asked = 0
        self.may_end = asyncio.Event()

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        self.asked += 1
        await self.may_end.wait()
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"told"})


def test_what_takes_long_is_told_later_to_those_who_can_wait_and_worked_out_once() -> None:
    async def run() -> None:
        inner = Slow()
        app = KeptAnswers(inner, prefix="/api/", version=lambda: "1", long={"/api/a"})
        not_yet = await asyncio.gather(later(app), later(app))
        assert [status for status, *_ in not_yet] == [202, 202]
        assert all(headers[b"retry-after"] == b"1" and headers[b"cache-control"] for _, headers, _ in not_yet)
        assert inner.asked == 1
        inner.may_end.set()
        assert await later(app) == (200, {}, b"told")
        assert await later(app) == (200, {}, b"told")
        assert inner.asked == 1
        assert (await later(app, path="/api/b"))[0] == 200

    async def later(app: KeptAnswers, path: str = "/api/a") -> tuple[int, dict[bytes, bytes], bytes]:
        sent: list[Any] = []

        async def send(message: Any) -> None:
            sent.append(message)

        async def receive() -> Any:
            return {"type": "http.request", "body": b"", "more_body": False}

        headers = [(b"prefer", b"respond-async")]
        await app(
            {"type": "http", "method": "GET", "path": path, "query_string": b"", "headers": headers}, receive, send
        )
        return sent[0]["status"], dict(sent[0]["headers"]), sent[1]["body"]

    asyncio.run(run())
