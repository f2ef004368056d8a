"""The pages in a browser: each is drawn, can be used by everyone, and shows documents as text."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import urllib.parse
import urllib.request
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from dissensus.finding.analyse import Analyser
from dissensus.matters.store import bring_up_to_date
from dissensus.model import Actor
from dissensus.record.record import Record
from tests.web.browser import Server, Watched, started

MENU = {"overview", "matters", "actors", "network", "timeline", "sources", "documents", "statements", "review", "add"}
WRITING = {"review", "reviewers compared", "add"}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with started() as browser:
        yield browser


@pytest.fixture(scope="module")
def served(example_record: Path, tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[str]:
    """Address of the examples' pages."""
    record = Path(shutil.copy(example_record, tmp_path_factory.mktemp("served") / "examples.db"))
    with Server(record) as server:
        yield server.address


@pytest.fixture(scope="module")
def published(example_record: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The examples' pages without a server."""
    return publish(example_record, tmp_path_factory.mktemp("published") / "pages")


def publish(record: Path, out: Path) -> Path:
    """As a person does it; in a process of its own, for the browser's loop runs in this one."""
    subprocess.run(
        [sys.executable, "-m", "dissensus", "publish", str(record), str(out)], check=True, capture_output=True
    )
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


def test_each_page_is_drawn_for_everyone(browser: Browser, served: str) -> None:
    """Without errors, without barriers in light and dark, in a narrow window, and in the other language."""
    wrong: list[str] = []
    with browser.new_context(viewport={"width": 1200, "height": 900}, locale="en-US") as context:
        watched = Watched(context, served)
        for name, view in views(served).items():
            page = watched.open(view)
            english = page.locator("h1").first.inner_text()
            wrong += [f"{name}: {error}" for error in watched.wrong]
            watched.wrong.clear()
            if page.locator("[role=alert]").count():
                wrong.append(f"{name}: {page.locator('[role=alert]').first.inner_text()}")
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
                wrong += [f"{name}, {scheme}: {barrier}" for barrier in watched.barriers()]
            page.set_viewport_size({"width": 360, "height": 740})
            watched.settle()
            if over := watched.overflow():
                wrong.append(f"{name}: {over} pixels too wide")
            page.set_viewport_size({"width": 1200, "height": 900})
            page.emulate_media(color_scheme="light")
            choices = page.locator(".choices select").first
            choices.select_option("es")
            assert page.locator("html").get_attribute("lang") == "es"
            if name in MENU and page.locator("h1").first.inner_text() == english:
                wrong.append(f"{name}: not in Spanish")
            choices.select_option("en")
    assert not wrong, "\n".join(wrong)


def test_published_pages_open_from_a_file_and_show_the_same(browser: Browser, served: str, published: Path) -> None:
    wrong: list[str] = []
    with browser.new_context(viewport={"width": 1200, "height": 900}, locale="en-US") as context:
        live, filed = Watched(context, served), Watched(context, f"{published.as_uri()}/index.html")
        for name, view in views(served).items():
            if name in WRITING:
                continue
            shown = [shape(watched.open(view)) for watched in (live, filed)]
            if shown[0] != shown[1]:
                wrong.append(f"{name}: {shown}")
            wrong += [f"{name}: {error}" for error in filed.wrong]
            filed.wrong.clear()
        links = {link.get_attribute("href") for link in filed.page.locator("nav a").all()}
        assert not links & {"#/review", "#/add"}
    assert not wrong, "\n".join(wrong)


def shape(page: Page) -> Any:
    """What a view shows: its headings, the links to what it tells of, how many rows and pieces it has."""
    return page.evaluate(
        """() => {
          const all = (which) => [...document.querySelectorAll(`main ${which}`)];
          return [all("h1, h2, h3").map((one) => one.innerText), all("tbody tr").length, all("article").length,
            all("a[href^='#/documents/']").length, all("[role=alert]").map((one) => one.innerText)];
        }"""
    )


QUESTIONS: list[tuple[str, dict[str, Any]]] = [
    ("statements", {"size": 500}),
    ("statements", {"size": 17}),
    ("statements", {"size": 23, "order": "date"}),
    ("statements", {"size": 23, "order": "confidence"}),
    ("statements", {"size": 23, "order": "unsure", "review": "unreviewed"}),
    ("statements", {"kind": "tie"}),
    ("statements", {"kind": ["tie", "figure"], "actor": "Evo Morales"}),
    ("statements", {"actor": "Evo Morales", "other": "Jeanine Áñez"}),
    ("statements", {"actor": "morales"}),
    ("statements", {"other": "Jeanine Áñez"}),
    ("statements", {"commitment": ["denied", "alleged"]}),
    ("statements", {"type": ["ACCUSE", "PROTEST"]}),
    ("statements", {"relation": "supports"}),
    ("statements", {"relation": "supports", "type": "ACCUSE"}),
    ("statements", {"sign": "-1"}),
    ("statements", {"sign": "0", "order": "confidence"}),
    ("statements", {"since": "2019-11"}),
    ("statements", {"until": "2019-10-20"}),
    ("statements", {"since": "2019-10-20", "until": "2019", "order": "date"}),
    ("statements", {"holder": "author"}),
    ("statements", {"holder": "the OAS"}),
    ("statements", {"holder": "Evo Morales"}),
    ("statements", {"text": "elections"}),
    ("statements", {"text": "ELECT*"}),
    ("statements", {"text": 'the "interim government"'}),
    ("statements", {"text": "—"}),
    ("statements", {"min_confidence": "0.7"}),
    ("statements", {"actor": "Nobody At All"}),
    ("statements", {"holder": "Nobody At All"}),
    ("statements", {"source": "Nobody At All"}),
    ("statements", {"document": "nothing"}),
    ("statements", {"since": "2020", "until": "2019"}),
    ("statements", {"after": "nonsense"}),
    ("statements/none", {}),
    ("statements/count", {}),
    ("statements/count", {"kind": "event", "text": "police"}),
    ("actors", {"size": 7}),
    ("actors", {"search": "mora"}),
    ("actors", {"search": "AÑEZ", "size": 3}),
    ("actors", {"type": ["person", "party"], "size": 9}),
    ("actors", {"country": "bol"}),
    ("actors", {"origin": "found", "size": 11}),
    ("documents", {"size": 3}),
    ("documents", {"text": "election observers"}),
    ("documents", {"text": '"general election"'}),
    ("documents", {"language": "en", "size": 4}),
    ("documents", {"source": "Nobody At All"}),
]
"""What a page may ask of lists that are filtered in the browser once they are published."""

_ASK = """async ([path, query]) => {
  const items = []; let pages = 0; let after = null;
  try {
    do {
      const answer = await dissensus.data().get(path, after ? { ...query, after } : query);
      if (!("items" in answer)) return answer;
      items.push(...answer.items); pages += 1; after = answer.next;
    } while (after);
    return [pages, items];
  } catch (error) { return error.status ?? String(error); }
}"""


def test_published_lists_answer_as_the_server_does(browser: Browser, served: str, published: Path) -> None:
    sources = ask(served, "record")["sources"]
    [event, *_] = ask(served, "statements", kind="event")["items"]
    document = event["document"]["id"]
    questions = [
        *QUESTIONS,
        *(("statements", {"source": name.upper()}) for name in sources if name),
        *(("documents", {"source": name}) for name in sources if name),
        ("statements", {"document": document}),
        ("statements", {"document": document[:10]}),
        (f"statements/{event['id']}", {}),
        (f"statements/{event['id']}", {"width": 30}),
    ]
    with browser.new_context() as context:
        live, filed = Watched(context, served), Watched(context, f"{published.as_uri()}/index.html")
        live.open("#/")
        filed.open("#/")
        differ, answered = [], 0
        for question in questions:
            expected, given = (page.evaluate(_ASK, list(question)) for page in (live.page, filed.page))
            if expected != given:
                differ.append((question, shortened(expected), shortened(given)))
            answered += isinstance(expected, list) and len(expected[1]) > 0
    assert not differ, "\n".join(map(str, differ))
    assert answered > 30
    assert len(questions) > len(QUESTIONS) + 4


def shortened(answer: Any) -> Any:
    return [answer[0], [item["id"] for item in answer[1]]] if isinstance(answer, list) else answer


def test_a_correction_by_keyboard_survives_a_restart(browser: Browser, own_record: Path) -> None:
    with browser.new_context(viewport={"width": 1200, "height": 900}, locale="en-US") as context:
        with Server(own_record) as server:
            watched = Watched(context, server.address)
            page = watched.open("#/review?kind=event&order=confidence")
            id = page.locator("section.one a", has_text="Read it where it stands").get_attribute("href")
            assert id is not None
            id = id.split("statement=")[1]
            tab_to(page, "Your name")
            page.keyboard.type("Ana")
            tab_to(page, "Accept A")
            page.keyboard.press("c")
            tab_to(page, "How firmly")
            page.keyboard.type("den")
            tab_to(page, "Why")
            page.keyboard.type("they deny it")
            page.keyboard.press("Enter")
            expect(page.get_by_role("status").filter(has_text="Corrected.")).to_be_attached()
            assert not watched.wrong
        with Server(own_record) as server:
            assert ask(server.address, f"statements/{id}")["statement"]["commitment"] == "denied"
            [review] = ask(server.address, f"statements/{id}/reviews")
            assert (review["by"], review["note"], review["state"]) == ("Ana", "they deny it", "corrected")
            page = Watched(context, server.address).open(f"#/review?statement={id}")
            expect(page.locator("section.one")).to_contain_text("Ana")
            expect(page.locator("section.one")).to_contain_text("they deny it")


def tab_to(page: Page, name: str) -> None:
    """Press Tab until what is called so has the focus."""
    for _ in range(80):
        page.keyboard.press("Tab")
        named = page.evaluate("() => (document.activeElement.labels?.[0] ?? document.activeElement).innerText")
        if " ".join(named.split()) == name:
            return
    raise AssertionError(f"nothing called '{name}' is reached with Tab")


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
    .filter((src) => !/(pages|index|data\\/.*)\\.js$/.test(src)),
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
                    page = watched.open(view)
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
