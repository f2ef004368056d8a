"""The pages in a browser: each is drawn, can be used by everyone, and shows the same once it is published."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.web.browser import WRITING, Server, Watched, ask, publish, tab_to, views

WINDOW: ViewportSize = {"width": 1200, "height": 900}
PHONE: ViewportSize = {"width": 360, "height": 740}
MENU = {"overview", "matters", "actors", "network", "timeline", "sources", "documents", "statements", "review", "add"}


@pytest.fixture(scope="module")
def published(example_record: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The examples' pages without a server."""
    return publish(example_record, tmp_path_factory.mktemp("published") / "pages")


def test_each_page_is_drawn_for_everyone(browser: Browser, served: str) -> None:
    """Without errors, without barriers in one language in the light and in the other in the dark, and on a phone."""
    wrong: list[str] = []
    with browser.new_context(viewport=WINDOW, locale="en-US") as context:
        watched = Watched(context, served)
        looks = [("en", "light"), ("es", "dark")]
        for name, view in views(served).items():
            page = watched.turn(view)
            titles = set()
            for language, light in looks:
                page.locator(".choices select").first.select_option(language)
                page.emulate_media(color_scheme=light)
                assert page.locator("html").get_attribute("lang") == language
                titles.add(page.locator("h1").first.inner_text())
                wrong += [f"{name}, {language}, {light}: {barrier}" for barrier in watched.barriers()]
            page.set_viewport_size(PHONE)
            watched.settle()
            if over := watched.overflow():
                wrong.append(f"{name}, {language}: {over} pixels too wide")
            page.set_viewport_size(WINDOW)
            wrong += [f"{name}: {error}" for error in watched.wrong]
            watched.wrong.clear()
            if page.locator("[role=alert]").count():
                wrong.append(f"{name}: {page.locator('[role=alert]').first.inner_text()}")
            if name in MENU and len(titles) < 2:
                wrong.append(f"{name}: not in Spanish")
            looks.reverse()
    assert not wrong, "\n".join(wrong)


def test_published_pages_open_from_a_file_and_show_the_same(browser: Browser, served: str, published: Path) -> None:
    wrong: list[str] = []
    with browser.new_context(viewport=WINDOW, locale="en-US") as context:
        live, filed = Watched(context, served), Watched(context, f"{published.as_uri()}/index.html")
        for name, view in views(served).items():
            if name in WRITING:
                continue
            shown = [shape(page) for page in (live.open(view), filed.turn(view))]
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
  const told = (answer) => JSON.stringify(answer);  // As text: to hand over thousands of values takes seconds.
  try {
    do {
      const answer = await dissensus.data().get(path, after ? { ...query, after } : query);
      if (!("items" in answer)) return told(answer);
      items.push(...answer.items); pages += 1; after = answer.next;
    } while (after);
    return told([pages, items]);
  } catch (error) { return told(error.status ?? String(error)); }
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
            expected, given = (json.loads(page.evaluate(_ASK, list(question))) for page in (live.page, filed.page))
            if expected != given:
                differ.append((question, shortened(expected), shortened(given)))
            answered += isinstance(expected, list) and len(expected[1]) > 0
    assert not differ, "\n".join(map(str, differ))
    assert answered > 30
    assert len(questions) > len(QUESTIONS) + 4


def shortened(answer: Any) -> Any:
    return [answer[0], [item["id"] for item in answer[1]]] if isinstance(answer, list) else answer


_PRESS_ONCE_READ = """([key, box, text]) => {
    const watch = new MutationObserver(() => {
        if (!document.querySelector(box)?.textContent.includes(text)) return;
        watch.disconnect();
        document.body.dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true}));
    });
    watch.observe(document.body, {childList: true, subtree: true, characterData: true});
}"""


def test_a_correction_by_keyboard_survives_a_restart(browser: Browser, own_record: Path) -> None:
    with browser.new_context(viewport=WINDOW, locale="en-US") as context:
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
            expect(page.locator(".one form :focus")).to_be_attached()
            tab_to(page, "How firmly")
            page.keyboard.type("den")
            tab_to(page, "Why")
            page.keyboard.type("they deny it")
            page.keyboard.press("Enter")
            expect(page.get_by_role("button", name="Accept")).to_be_focused()
            decided = page.locator(".decided")
            expect(decided).to_contain_text("Corrected.")
            expect(decided.locator("a")).to_have_attribute("href", re.compile(f"statement={id}$"))
            page.evaluate(_PRESS_ONCE_READ, ["u", ".decided", "Accepted."])
            page.keyboard.press("a")
            expect(decided).to_contain_text("Taken back.")
            expect(page.locator("section.one")).to_contain_text("not reviewed")
            assert not watched.wrong
        with Server(own_record) as server:
            assert ask(server.address, f"statements/{id}")["statement"]["commitment"] == "denied"
            [review] = ask(server.address, f"statements/{id}/reviews")
            assert (review["by"], review["note"], review["state"]) == ("Ana", "they deny it", "corrected")
            page = Watched(context, server.address).open(f"#/review?statement={id}")
            expect(page.locator("section.one")).to_contain_text("Ana")
            expect(page.locator("section.one")).to_contain_text("they deny it")
