"""Chromium on the pages of a record, served in a process of its own."""

from __future__ import annotations

import json
import re
import shutil
import signal
import subprocess
import sys
import urllib.parse
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from dissensus.web import publishing
from dissensus.web.pages import folder

WRITING = {"review", "reviewers compared", "add"}
"""Views that published pages have not."""

AXE = Path(__file__).parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"

# Settled is what stays so for a while: what a view asks for may hang on what was answered to it before. Effects run
# after a frame, or 35 milliseconds later; by the clock, for a window that is not in front has few frames.
_SETTLED = """() => new Promise((done) => {
  let quiet = 0;
  function look() {
    const settled = document.querySelector("main h1, main [role=alert]") && document.readyState === "complete"
      && !document.querySelector("[aria-busy=true]")
      && ![...document.querySelectorAll("[role=status]")].some((one) => /…$/.test(one.textContent.trim()));
    quiet = settled ? quiet + 1 : 0;
    if (quiet > 4) done(true);
    else setTimeout(look, 12);
  }
  look();
})"""

_AXE = """async () => {
  const { violations } = await axe.run(document, { resultTypes: ["violations"],
    rules: { "target-size": { enabled: true } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((one) => one.html.slice(0, 160)).join(" | ")}`);
}"""


def chromium() -> str:
    """Debian's Chromium, or a browser of that name; without one, the tests that need it are skipped."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        pytest.skip("there is no Chromium; `make chromium` installs it where that is possible")
    if folder() is None:
        pytest.fail("the pages are not built; `make pages` builds them")
    return found


@contextmanager
def started() -> Iterator[Browser]:
    """A browser."""
    path = chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


class Server:
    """`dissensus serve` in a process of its own."""

    def __init__(self, record: Path, *options: str) -> None:
        command = [sys.executable, "-m", "dissensus", "serve", str(record), "--no-open", *options]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def __enter__(self) -> Self:
        assert self._process.stdout is not None
        told = ""
        while not (found := re.search(r"http://\S+/", told)):
            line = self._process.stdout.readline()
            assert line, told + self._process.communicate()[1]
            told += line
        self.address = found[0]
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.send_signal(signal.SIGINT)
        self._process.communicate(timeout=20)


class Watched:
    """A page that keeps what goes wrong on it."""

    def __init__(self, context: BrowserContext, root: str) -> None:
        self.page: Page = context.new_page()
        self.page.set_default_timeout(15_000)
        self.root = root
        self.wrong: list[str] = []
        self.page.on("console", lambda one: self.wrong.append(one.text) if one.type == "error" else None)
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("dialog", self._dialog)
        self._axe = AXE.read_text(encoding="utf-8")

    def _dialog(self, dialog: Any) -> None:
        self.wrong.append(f"a dialog: {dialog.message}")
        dialog.dismiss()

    def open(self, view: str) -> Page:
        """Open a view afresh, `#/actors`, and wait for its data."""
        self.page.goto("about:blank")
        self.page.goto(f"{self.root}{view}")
        return self.settle()

    def turn(self, view: str) -> Page:
        """Go on to a view from where one is, as a link does; the first is opened."""
        if not self.page.url.startswith(self.root):
            return self.open(view)
        self.page.evaluate("(view) => { location.hash = view; }", view)
        return self.settle()

    def settle(self) -> Page:
        """Wait until nothing is on its way."""
        self.page.wait_for_function(_SETTLED)
        return self.page

    def barriers(self) -> list[str]:
        """What axe finds: for whom the page is hard to use, and where."""
        if not self.page.evaluate("() => 'axe' in window"):
            self.page.evaluate(self._axe)
        found: list[str] = self.page.evaluate(_AXE)
        return found

    def overflow(self) -> int:
        """Pixels by which the page is wider than its window."""
        wider: int = self.page.evaluate(
            "() => Math.max(document.documentElement.scrollWidth, document.body.scrollWidth) - innerWidth"
        )
        return max(0, wider)


def publish(record: Path, out: Path) -> Path:
    """The pages of a record as files; made in a thread of its own, for the browser's loop runs in this one."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(publishing.publish, record, out).result()
    return out


def ask(address: str, path: str, **params: str) -> Any:
    """What the API of a server answers."""
    query = f"?{urllib.parse.urlencode(params)}" if params else ""
    with urllib.request.urlopen(f"{address}api/v1/{path}{query}") as answer:
        return json.load(answer)


def views(address: str) -> dict[str, str]:
    """A view of each sort, by what it shows."""
    [matter, *_] = ask(address, "matters", disputed="true")["items"]
    [event, *_] = ask(address, "statements", kind="event")["items"]
    [actor, *_] = ask(address, "actors")["items"]
    network = ask(address, "network")
    pair = network["pairs"][0]
    a, b = (urllib.parse.quote(network["nodes"][pair[end]]["id"]) for end in "ab")
    [shared, *_] = ask(address, "sources/agreement")["agreement"]["pairs"]
    first, second = (urllib.parse.quote(shared[end]["key"], safe="") for end in ("first", "second"))
    quoted = urllib.parse.quote
    return {
        "overview": "#/",
        "matters": "#/matters",
        "all matters": "#/matters?disputed=no",
        "a matter": f"#/matters/{quoted(matter['id'])}",
        "the matter of a statement": f"#/matters/{event['id']}",
        "actors": "#/actors",
        "actors found": f"#/actors?search={quoted(actor['name'])}",
        "an actor": f"#/actors/{quoted(actor['id'])}",
        "network": "#/network",
        "a tie": f"#/network?a={a}&b={b}",
        "timeline": "#/timeline",
        "sources": "#/sources",
        "a source": f"#/sources/{first}",
        "two sources": f"#/sources/{first}/{second}",
        "documents": "#/documents",
        "a document": f"#/documents/{event['document']['id']}?statement={event['id']}",
        "statements": "#/statements?kind=tie&order=date",
        "review": "#/review",
        "reviewers compared": "#/review/agreement",
        "add": "#/add",
    }


def tab_to(page: Page, name: str) -> None:
    """Press Tab until what is called so has the focus."""
    for _ in range(80):
        page.keyboard.press("Tab")
        named = page.evaluate("() => (document.activeElement.labels?.[0] ?? document.activeElement).innerText")
        if " ".join(named.split()) == name:
            return
    raise AssertionError(f"nothing called '{name}' is reached with Tab")
