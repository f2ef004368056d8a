"""Draw `docs/pictures/pages/*.png`: each page with the example texts, as a browser shows it.

python docs/make_page_pictures.py

Needs Chromium; without it, the pictures stay as they are.
"""

from __future__ import annotations

import io
import json
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

FOLDER: Final = Path(__file__).parent / "pictures" / "pages"
EXAMPLES: Final = Path(__file__).parents[1] / "examples" / "bolivia-2019"
WIDTH, HEIGHT, TALLEST = 1200, 800, 1400


def main() -> None:
    """Draw all of them."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if browser is None:
        sys.exit("there is no Chromium; the pictures of the pages stay as they are")
    from playwright.sync_api import sync_playwright

    FOLDER.mkdir(exist_ok=True)
    with served() as address, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox", "--disable-gpu"])
        page = chromium.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light", locale="en-US")
        for name, view in views(address).items():
            page.goto("about:blank")
            page.goto(f"{address}{view}")
            page.wait_for_selector("main h1")
            page.wait_for_function("() => !document.querySelector('[aria-busy=true]')")
            page.wait_for_timeout(2500)
            tall = page.evaluate("() => document.documentElement.scrollHeight")
            page.set_viewport_size({"width": WIDTH, "height": max(HEIGHT, min(tall, TALLEST))})
            page.wait_for_timeout(800)
            FOLDER.joinpath(f"{name}.png").write_bytes(small(page.screenshot()))
            page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
        chromium.close()


@contextmanager
def served() -> Iterator[str]:
    """Address of the pages of the example texts."""
    with tempfile.TemporaryDirectory() as folder:
        record = f"{folder}/bolivia-2019.db"
        program = [sys.executable, "-m", "dissensus"]
        subprocess.run([*program, "read", str(EXAMPLES), "--record", record], check=True, capture_output=True)
        server = subprocess.Popen([*program, "serve", record, "--no-open"], stdout=subprocess.PIPE, text=True)
        assert server.stdout is not None
        told = ""
        while not (found := re.search(r"http://\S+/", told)):
            told += server.stdout.readline() or sys.exit("the example texts could not be served")
        yield found[0]
        server.send_signal(signal.SIGINT)
        server.communicate()


def views(address: str) -> dict[str, str]:
    """The views drawn, by the names of their pictures."""

    def first(path: str, **asked: str) -> Any:
        with urllib.request.urlopen(f"{address}api/v1/{path}?{urllib.parse.urlencode(asked)}") as answer:
            return json.load(answer)["items"][0]

    event = first("statements", kind="event", order="confidence")
    return {
        "overview": "#/",
        "matters": "#/matters",
        "matter": f"#/matters/{first('matters', disputed='true')['id']}",
        "actors": "#/actors",
        "actor": f"#/actors/{urllib.parse.quote(first('actors')['id'])}",
        "network": "#/network",
        "timeline": "#/timeline",
        "sources": "#/sources",
        "documents": "#/documents",
        "reader": f"#/documents/{event['document']['id']}?statement={event['id']}",
        "statements": "#/statements?kind=tie",
        "review": "#/review",
        "add": "#/add",
    }


def small(png: bytes) -> bytes:
    """The picture with a palette of 256 colours, rare ones among them: green and red tell signs."""
    from PIL import Image

    out = io.BytesIO()
    whole = Image.open(io.BytesIO(png)).convert("RGB")
    whole.quantize(256, Image.Quantize.MAXCOVERAGE, kmeans=1, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


if __name__ == "__main__":
    main()
