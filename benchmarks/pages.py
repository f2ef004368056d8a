"""How soon the pages of a large record are drawn in a browser, their memory there, and how smoothly a network moves.

    python -m benchmarks.pages [--record FILE | --statements 1000000 [--keep FOLDER]] [--only network]

The record is planted as in `benchmarks.web` and served by a process of its own. Each page is opened in a window of its
own without anything kept from another: once as soon as the server answers, in milliseconds since the address was
entered. *Drawn* is when the page's heading and the first of what it tells are there, *whole* when nothing is on its way
any more. *Heap* is what JavaScript holds then, before and after rubbish was collected, in megabytes (10^6 bytes).

The network that is moved has 2,000 actors and 10,000 ties, made by chance; it is dragged for two seconds, drawn by the
processor alone. Needs Chromium.
"""

from __future__ import annotations

import argparse
import json
import math
import shutil
import sys
import urllib.parse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.web import Client, a_record, served
from dissensus.network.planted import planted

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

SIZE = {"width": 1200, "height": 900}
ACTORS, TIES = 2_000, 10_000

# Without a graphics card, so that figures of different machines can be compared.
OPTIONS = ["--no-sandbox", "--disable-gpu"]

WATCH = """addEventListener("DOMContentLoaded", () => {
  const drawn = () => document.querySelector("main h1") && document.querySelector(
    "main :is(ul.figures, tbody tr, article, .picture, .positions, .text, .strip, section, fieldset)");
  const watch = new MutationObserver(() => {
    if (!drawn()) return;
    watch.disconnect();
    requestAnimationFrame(() => setTimeout(() => { window.drawnAt = performance.now(); }));
  });
  watch.observe(document, { childList: true, subtree: true });
});"""

WHOLE = """() => window.drawnAt && !document.querySelector("[aria-busy=true]")
  && ![...document.querySelectorAll("[role=status]")].some((one) => /…$/.test(one.textContent.trim()))"""

FRAMES = """() => {
  window.frames_ = [];
  let before = performance.now();
  const step = (now) => { frames_.push(now - before); before = now; requestAnimationFrame(step); };
  requestAnimationFrame(step);
}"""


def views(ask: Client) -> dict[str, str]:
    """A view of each page, by name."""

    def first(path: str, **asked: str) -> Any:
        return ask.read(path, asked)["items"][0]

    quoted = urllib.parse.quote
    event = first("statements", kind="event")
    actor = first("actors")
    source = next(name for name in ask.read("record")["sources"] if name)
    return {
        "overview": "",
        "matters": "matters",
        "a matter": f"matters/{quoted(first('matters', disputed='true')['id'])}",
        "actors": "actors",
        "an actor": f"actors/{quoted(actor['id'])}",
        "network": "network",
        "network, 10,000 ties": "network?most=10000",
        "timeline": "timeline",
        "sources": "sources",
        "a source": f"sources/{quoted(source)}",
        "documents": "documents",
        "a document": f"documents/{event['document']['id']}?statement={event['id']}",
        "statements": "statements",
        "statements of an actor": f"statements?actor={quoted(actor['id'])}&order=date",
        "review": "review",
        "add": "add",
    }


@contextmanager
def browser() -> Iterator[Browser]:
    """Debian's Chromium, or a browser of that name."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        sys.exit("there is no Chromium; `make chromium` installs it where that is possible")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=OPTIONS)
        yield chromium
        chromium.close()


def opened(chromium: Browser, address: str) -> tuple[Page, float, float]:
    """A page in a window of its own; milliseconds until it was drawn, and until it was whole.

    What was not done in a minute is told as infinity.
    """
    from playwright.sync_api import TimeoutError as TooLong

    page = chromium.new_context(viewport=SIZE, locale="en-US").new_page()  # type: ignore[arg-type]
    page.add_init_script(WATCH)
    page.goto(address, wait_until="commit")
    try:
        page.wait_for_function(WHOLE, timeout=60_000)
        whole = page.evaluate("() => performance.now()")
    except TooLong:
        whole = math.inf
    if problems := page.locator("[role=alert]").all_inner_texts():
        sys.exit(f"{address}: {'; '.join(problems)}")
    return page, page.evaluate("() => window.drawnAt") or math.inf, whole


def heap(page: Page) -> tuple[float, float]:
    """Megabytes in use, before and after rubbish was collected."""
    session = page.context.new_cdp_session(page)
    before = session.send("Runtime.getHeapUsage")["usedSize"]
    session.send("HeapProfiler.collectGarbage")
    return before / 1e6, session.send("Runtime.getHeapUsage")["usedSize"] / 1e6


def large_network() -> tuple[dict[str, Any], dict[str, Any]]:
    """A network and its camps, as the API tells them."""
    made = planted(ACTORS, TIES, 0.1, seed=3, camps=3)
    graph = made.graph
    ties = [0] * ACTORS
    for node in (*graph.source, *graph.target):
        ties[node] += 1
    nodes = [
        {"id": f"n{at}", "name": f"Actor {at}", "type": "person", "country": None, "ties": ties[at], "weight": ties[at]}
        for at in range(ACTORS)
    ]
    pairs = [
        {"a": int(a), "b": int(b), "sign": int(sign), "weight": 1 + at % 7, "contested": at % 40 == 0}
        for at, (a, b, sign) in enumerate(zip(graph.source, graph.target, graph.sign, strict=True))
    ]
    network = {
        "nodes": nodes,
        "pairs": pairs,
        "statements": TIES,
        "actors_in_all": ACTORS,
        "pairs_in_all": TIES,
        "first_day": "2000-01-01",
        "last_day": "2020-12-31",
        "tellers": ["One", "Other"],
    }
    misfits = [
        {"source": f"n{pair['a']}", "target": f"n{pair['b']}", "sign": pair["sign"], "weight": pair["weight"]}
        for pair in pairs
        if pair["sign"] != (1 if made.camp[pair["a"]] == made.camp[pair["b"]] else -1)
    ]
    camps = {
        "asked": None,
        "camps": [[f"n{at}" for at in range(ACTORS) if made.camp[at] == camp] for camp in range(3)],
        "frustration": made.noise,
        "lower_bound": 0,
        "proven": False,
        "settled": [],
        "swing": [f"n{at}" for at in range(0, ACTORS, 20)],
        "weight": TIES,
        "misfits": [misfit | {"always": None, "against": []} for misfit in misfits[:100]],
        "misfits_in_all": len(misfits),
        "brokers": [],
        "names": {node["id"]: node["name"] for node in nodes},
        "seconds": 1.0,
    }
    return network, camps


def moved(chromium: Browser, address: str) -> None:
    """Drag the large network about, and print how often it was drawn anew."""
    network, camps = (json.dumps(one) for one in large_network())
    page = chromium.new_context(viewport=SIZE).new_page()  # type: ignore[arg-type]

    def answer(route: Route) -> None:
        url = route.request.url
        told = '{"years": {}, "months": {}}' if "/times" in url else camps if "/camps" in url else network
        route.fulfill(body=told, content_type="application/json")

    page.route("**/api/v1/network**", answer)
    page.add_init_script(WATCH)
    page.goto(f"{address}#/network", wait_until="commit")
    page.wait_for_selector(".canvas canvas", timeout=120_000)
    arranged = page.evaluate("() => performance.now()")
    page.wait_for_timeout(1000)
    before, after = heap(page)
    box = page.locator(".picture").bounding_box()
    assert box is not None
    x, y = box["x"] + 200, box["y"] + 200
    page.mouse.move(x, y)
    page.mouse.down()
    page.evaluate(FRAMES)
    start = page.evaluate("() => performance.now()")
    step = 0
    while page.evaluate("() => performance.now()") - start < 2000:
        step += 1
        page.mouse.move(x + 150 + 120 * (-1) ** (step // 30) * (step % 30) / 30, y + step % 50)
    frames = page.evaluate("() => frames_.slice(1)")
    page.mouse.up()
    print(
        f"\n{ACTORS:,} actors, {TIES:,} ties: arranged in {arranged / 1000:.1f} s, heap {before:.0f} ({after:.0f}) MB"
    )
    half = sorted(frames)[len(frames) // 2]
    print(
        f"dragged: {1000 * len(frames) / sum(frames):.0f} frames a second; half of them took up to {half:.0f} ms, "
        f"the longest {max(frames):.0f} ms"
    )


def main() -> None:
    arguments = argparse.ArgumentParser(description="Time and memory of the pages of a large record in a browser.")
    arguments.add_argument("--statements", type=int, default=50_000)
    arguments.add_argument("--keep", type=Path, help="a folder for the record, kept")
    arguments.add_argument("--record", type=Path, help="a record planted before")
    arguments.add_argument("--only", default="", help="pages with this in their name")
    given = arguments.parse_args()
    with a_record(given) as path, served(path) as (port, _), browser() as chromium:
        show(chromium, port, given.only)
        moved(chromium, f"http://127.0.0.1:{port}/")


def show(chromium: Browser, port: int, only: str) -> None:
    """Open each page, and print the table."""
    address = f"http://127.0.0.1:{port}/#/"
    page, drawn, whole = opened(chromium, address)
    print(f"the first page after the server's start: drawn after {drawn:.0f} ms, whole after {whole:.0f} ms\n")
    page.context.close()
    print(f"{'page':24} {'drawn, ms':>10} {'whole, ms':>10} {'heap, MB':>10} {'collected':>10}")
    for name, view in views(Client(port)).items():
        if only not in name:
            continue
        page, drawn, whole = opened(chromium, f"{address}{view}")
        before, after = heap(page)
        print(f"{name:24} {drawn:10.0f} {whole:10.0f} {before:10.0f} {after:10.0f}", flush=True)
        page.context.close()


if __name__ == "__main__":
    main()
