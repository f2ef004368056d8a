"""What people do with the pages: with the keyboard, on a phone, and with what they take away."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.web.browser import Watched, ask, tab_to

PHONE = {"width": 360, "height": 740}


@pytest.fixture(scope="module")
def watched(browser: Browser, served: str) -> Iterator[Watched]:
    with browser.new_context(viewport={"width": 1200, "height": 800}, locale="en-US") as context:
        yield Watched(context, served)


def test_a_region_of_the_map_is_chosen_by_keyboard(watched: Watched) -> None:
    page = watched.open("#/timeline")
    told = page.locator("section[aria-labelledby=events-title] [role=status]")
    everywhere = told.inner_text()
    tab_to(page, "Choose a region")
    page.keyboard.press("Enter")
    for edge, degrees in {"West": "-75", "East": "-55", "South": "-25", "North": "-5"}.items():
        tab_to(page, edge)
        page.keyboard.type(degrees)
    page.keyboard.press("Enter")
    expect(told).not_to_have_text(everywhere)
    assert "area=-75.0%2C-25.0%2C-55.0%2C-5.0" in page.url
    assert page.locator(".world path.area").count() == 1


def test_views_are_saved_as_pictures_and_as_data(watched: Watched, tmp_path: Path) -> None:
    page = watched.open("#/matters")
    saved = {}
    for kind in ("SVG", "PNG", "JSON"):
        with page.expect_download() as download:
            page.get_by_role("group", name="Save this view as").get_by_role("button", name=kind).click()
        saved[kind] = tmp_path / download.value.suggested_filename
        download.value.save_as(saved[kind])
    told = json.loads(saved["JSON"].read_text(encoding="utf-8"))
    matrix = told["answers"]["matters/matrix?disputed=true"]
    assert told["address"] == "#/matters"
    assert matrix["rows"]
    # Lines are broken anywhere, so that blanks tell nothing.
    words = "".join("".join(ElementTree.parse(saved["SVG"]).getroot().itertext()).split())
    for name in (
        *(row["matter"]["title"] for row in matrix["rows"]),
        *(source["name"] for source in matrix["sources"]),
    ):
        assert "".join(name.split()) in words
    assert saved["PNG"].read_bytes().startswith(b"\x89PNG")


_NAMES = """() => {
  const boxes = (which, less) => [...document.querySelectorAll(`.picture ${which}`)].map((one) => {
    const { left, right, top, bottom } = one.getBoundingClientRect();
    return { what: one.textContent, left: left + less, right: right - less, top: top + less, bottom: bottom - less };
  });
  const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  const [names, spots] = [boxes("text.name", 2), boxes("circle.spot", 3)];
  const covered = names.flatMap((name, at) => [...names.slice(at + 1), ...spots]
    .filter((other) => meet(name, other)).map((other) => `${name.what}: ${other.what}`));
  return { named: names.length, of: spots.length, covered };
}"""


_NO_WEBGL = """const real = HTMLCanvasElement.prototype.getContext;
HTMLCanvasElement.prototype.getContext = function (kind, ...more) {
  return /webgl/.test(kind) ? null : real.call(this, kind, ...more);
};"""


@pytest.mark.parametrize("view", ["#/network", "#/network?at=2019-11"])
def test_no_name_in_the_network_covers_another_or_an_actor(browser: Browser, served: str, view: str) -> None:
    """Nor where a browser has no WebGL, whose picture can be looked into here."""
    with browser.new_context(viewport={"width": 1200, "height": 800}, locale="en-US") as context:
        context.add_init_script(_NO_WEBGL)
        watched = Watched(context, served)
        page = watched.open(view)
        page.wait_for_selector(".picture circle.spot")
        told: dict[str, Any] = page.evaluate(_NAMES)
        assert not watched.wrong
    assert not told["covered"]
    assert told["named"] > 0.7 * told["of"]


def test_the_menu_and_the_filters_unfold_on_a_phone(watched: Watched) -> None:
    page = watched.open("#/statements")
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    try:
        fields = page.get_by_role("search")
        menu = page.get_by_role("navigation", name="Pages")
        expect(fields).to_be_hidden()
        expect(menu).to_be_hidden()
        page.get_by_role("button", name="Filters").press("Enter")
        expect(fields).to_be_visible()
        page.get_by_role("button", name="Menu").press("Enter")
        menu.get_by_role("link", name="Actors").press("Enter")
        expect(page.locator("h1")).to_have_text("Actors")
        expect(menu).to_be_hidden()
    finally:
        page.set_viewport_size({"width": 1200, "height": 800})


def test_the_margin_follows_the_text(watched: Watched, served: str) -> None:
    most = max(ask(served, "documents")["items"], key=lambda document: document["statements"])
    page = watched.open(f"#/documents/{most['id']}")
    margin = page.locator(".reader aside")
    assert margin.evaluate("(one) => one.scrollHeight > one.clientHeight")
    last = margin.locator("li").last
    assert not last.evaluate("(one) => one.getBoundingClientRect().bottom < innerHeight")
    page.evaluate("() => scrollTo(0, document.querySelector('.reader .text').scrollHeight - 200)")
    page.wait_for_function("() => document.querySelector('.reader aside').scrollTop > 100")


def test_letters_decide_only_where_that_is_wanted(watched: Watched) -> None:
    page = watched.open("#/review")
    page.keyboard.press("c")
    expect(page.get_by_role("form", name="Correct this statement")).to_be_visible()
    page.get_by_role("button", name="Cancel").click()
    page.get_by_label("Keys: A accept").uncheck()
    page.keyboard.press("c")
    expect(page.get_by_role("form", name="Correct this statement")).to_be_hidden()
    page.get_by_label("Keys: A accept").check()


def test_the_light_chosen_is_there_before_anything_is_drawn(watched: Watched) -> None:
    page = watched.open("#/")
    light = page.evaluate("() => getComputedStyle(document.body).backgroundColor")
    page.get_by_label("Colours").select_option("dark")
    dark = page.evaluate("() => getComputedStyle(document.body).backgroundColor")
    assert light != dark
    page.add_init_script(
        "addEventListener('readystatechange', () => "
        "{ window.early ??= document.documentElement.dataset.theme ?? 'none'; }, true)"
    )
    watched.open("#/")
    assert page.evaluate("() => window.early") == "dark"
    page.get_by_label("Colours").select_option("auto")


def test_kinds_of_ties_are_chosen_by_keyboard(watched: Watched, served: str) -> None:
    page = watched.open("#/network")
    summary = page.locator("main p.soft").first
    whole = summary.inner_text()
    page.locator("summary", has_text="all kinds").press("Enter")
    tab_to(page, "recognises")
    page.keyboard.press("Space")
    expect(summary).not_to_have_text(whole)
    assert page.url.endswith("#/network?relation=recognises")
    told = ask(served, "network", relation="recognises")
    expect(summary).to_contain_text(f"{told['actors_in_all']} actors, {told['pairs_in_all']} ties")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Clear").click()
    expect(summary).to_have_text(whole)


def test_matters_and_reasons_are_told_in_the_language_chosen(watched: Watched, served: str) -> None:
    [matter, *_] = ask(served, "matters", disputed="true")["items"]
    [event, *_] = ask(served, "statements", kind="event", holder="author")["items"]
    page = watched.open(f"#/matters/{matter['id']}")
    expect(page.locator("h1")).to_have_text(matter["title"])
    page.get_by_label("Language").select_option("es")
    try:
        expect(page.locator("h1")).to_have_text(matter["titles"]["es"])
        page = watched.turn(f"#/documents/{event['document']['id']}?statement={event['id']}")
        expect(page.locator(".why")).to_contain_text("Quién lo dice: la voz de quien escribe")
        page = watched.turn("#/matters?text=golpe")
        expect(page.locator("tbody a").first).to_have_text(matter["titles"]["es"])
    finally:
        page.get_by_label("Idioma").select_option("en")


def test_nothing_went_wrong_meanwhile(watched: Watched) -> None:
    assert not watched.wrong
