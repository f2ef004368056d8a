"""Documents that mean harm are shown as text, and do none."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from dissensus.finding.analyse import Analyser
from dissensus.matters.store import bring_up_to_date
from dissensus.model import Actor
from dissensus.record.record import Record
from tests.web.browser import WRITING, Server, Watched, ask, publish, views

HOSTILE = {
    "script": "<script>window.hacked = 'script'</script>",
    "handler": "<img src=x onerror=\"window.hacked = 'handler'\">",
    "link": "<a href=\"javascript:window.hacked='link'\">javascript:window.hacked='link'</a>",
    "override": "left \u202eright to left\u202c again \u202eand never closed",
    "word": "un" + "believable" * 400,
    "entity": "&lt;b&gt;&#x3c;svg onload=window.hacked='entity'&#x3e; {{7*7}} ${7*7} %3Cscript%3E",
}


@pytest.fixture(scope="module")
def hostile_record(tmp_path_factory: pytest.TempPathFactory, analyser: Analyser) -> Path:
    """Two documents whose every field is hostile, and whose statements quote it."""
    folder = tmp_path_factory.mktemp("hostile")
    texts = folder / "texts"
    texts.mkdir()
    for number, date in enumerate(("2019-11-12", "2019-11-13")):
        known = {
            "title": f"{number} {HOSTILE['script']} {HOSTILE['override']}",
            "source": f"{number} {HOSTILE['handler']} \u202eThe Daily",
            "author": f"{HOSTILE['link']} {HOSTILE['word']}",
            "url": "javascript:window.hacked='url'",
            "date": date,
        }
        front = "\n".join(f"{name}: {json.dumps(value)}" for name, value in known.items())
        paragraphs = [
            f"On 10 November 2019 Evo Morales accused Carlos Mesa of fraud, said {text}, and the police arrested him."
            for text in HOSTILE.values()
        ]
        no = "did not resign" if number else "resigned"
        paragraphs.append(
            f"Carlos Mesa supports {HOSTILE['handler']} Jeanine Áñez. Evo Morales {no} on 10 November 2019."
        )
        (texts / f"{number}.md").write_text(f"---\n{front}\n---\n\n" + "\n\n".join(paragraphs), encoding="utf-8")

    def same(_: Sequence[Actor]) -> Analyser:
        return analyser

    path = folder / "hostile.db"
    with Record(path, create=True) as record:
        report = record.read(texts, analyser=same)
        assert (report.documents, report.failed) == (2, 0)
        bring_up_to_date(record)
    return path


_HARM = """() => ({
  hacked: window.hacked ?? null,
  scripts: [...document.scripts].map((one) => one.src)
    .filter((src) => !/(pages|theme|index|data\\/.*)\\.js$/.test(src)),
  pictures: [...document.images].map((one) => one.src).filter((src) => !src.endsWith("icon.svg")),
  handlers: [...document.querySelectorAll("*")]
    .filter((one) => [...one.attributes].some(({ name }) => /^on/i.test(name)))
    .map((one) => one.outerHTML.slice(0, 200)),
  links: [...document.querySelectorAll("[href], [src], [action]")]
    .filter((one) => ["href", "src", "action"]
      .some((name) => /^\\s*(javascript|data|vbscript):/i.test(one.getAttribute(name) ?? "")))
    .map((one) => one.outerHTML.slice(0, 200)),
  overrides: [...document.querySelectorAll("main *")].filter((one) =>
      [...one.childNodes].some((child) => child.nodeType === 3 && child.data.includes("\\u202e")))
    .filter((one) => {
      const { unicodeBidi, display } = getComputedStyle(one);
      const isolated = /isolate/.test(unicodeBidi);
      const block = !display.startsWith("inline") && display !== "contents";
      const alone = [...one.childNodes]
        .every((child) => child.nodeType !== 3 || child.data.includes("\\u202e") || !child.data.trim());
      return !(isolated || (block && alone));
    }).map((one) => one.outerHTML.slice(0, 200)),
})"""


@pytest.mark.parametrize("published_too", [False, True], ids=["served", "published"])
def test_a_hostile_document_is_text(browser: Browser, hostile_record: Path, published_too: bool) -> None:
    """Also where nothing but the pages themselves stands in its way: without the Content-Security-Policy."""
    harmless = {"hacked": None, "scripts": [], "pictures": [], "handlers": [], "links": [], "overrides": []}
    wrong: list[str] = []
    with Server(hostile_record) as server:
        where = views(server.address)
        document = ask(server.address, "documents")["items"][0]["id"]
        root = server.address
        if published_too:
            out = hostile_record.with_name("published")
            publish(hostile_record, out)
            root = f"{out.as_uri()}/index.html"
            where = {name: view for name, view in where.items() if name not in WRITING}
        for bypass in (False,) if published_too else (False, True):
            with browser.new_context(
                bypass_csp=bypass, locale="en-US", viewport={"width": 360, "height": 740}
            ) as context:
                watched = Watched(context, root)
                for name, view in where.items():
                    page = watched.turn(view)
                    harm = page.evaluate(_HARM)
                    wrong += [f"{name}: {what}: {found}" for what, found in harm.items() if found != harmless[what]]
                    wrong += [f"{name}: {error}" for error in watched.wrong]
                    watched.wrong.clear()
                    if over := watched.overflow():
                        wrong.append(f"{name}: {over} pixels too wide")
                page = watched.open(f"#/documents/{document}")
                shown = page.locator("main").inner_text()
                wrong += [f"{name} is not shown as it is" for name, text in HOSTILE.items() if text not in shown]
                assert HOSTILE["script"] in page.locator("h1").inner_text()
    assert not wrong, "\n".join(wrong)
