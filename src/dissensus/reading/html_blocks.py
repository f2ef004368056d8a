"""A page's markup into paragraphs of text, in the order of the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Any, NamedTuple

_BLOCKS = frozenset(
    """
    address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hgroup hr html li main menu nav ol p pre section summary table tbody
    tfoot thead tr ul
    """.split()
)
_SKIPPED = frozenset(
    """
    head script style template noscript svg math select option textarea object embed iframe canvas audio video map
    button input datalist
    """.split()
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_BOLD = frozenset(("b", "strong"))
_OUTSIDE = frozenset(("nav", "footer", "aside", "form", "menu"))
_LONGEST_CELL = 200
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\n\r\f]+")
_UNSEEN = re.compile(r"<(!--|script\b|style\b|head\b|noscript\b)", re.IGNORECASE)
_TAG = re.compile(r"</?([a-zA-Z][\w:-]{0,20})[^<>]*>")
_AROUND_BREAK = re.compile(r" *\n *")


class HtmlBlock(NamedTuple):
    """A paragraph of a page.

    Attributes:
        text: with space evened out; a `<br>` is a line end.
        tag: of the innermost block that holds it.
        bold: all of it is bold or a heading.
        outside: it stands in navigation, a footer, an aside or a form.
    """

    text: str
    tag: str
    bold: bool
    outside: bool


class _Open(NamedTuple):
    tag: str
    bold: bool
    outside: bool
    pre: bool


def html_blocks(root: Any) -> Iterator[HtmlBlock]:
    """Yield the paragraphs under an lxml element. Scripts, forms' fields and what is hidden are left out.

    The walk holds its own stack, so that no page is nested too deeply for it.
    """
    parts: list[tuple[str, bool]] = []
    state = _Open("body", False, False, False)
    stack: list[tuple[Any, _Open | None, bool]] = [(root, None, True)]
    while stack:
        element, outer, entering = stack.pop()
        if not entering:
            if outer is None:
                continue
            if element.tag in _BLOCKS or (element.tag in ("td", "th") and _is_layout(parts)):
                yield from _flush(parts, state)
            elif element.tag in ("td", "th"):
                parts.append((" | " if element.getnext() is not None else "", state.bold))
            state = outer
            if element.tail:
                _add(parts, element.tail, state)
            continue
        tag = element.tag
        if not isinstance(tag, str) or tag in _SKIPPED or _is_hidden(element):
            if outer is not None and element.tail:
                _add(parts, element.tail, outer)
            continue
        if tag == "br":
            parts.append(("\n", True))
            if outer is not None and element.tail:
                _add(parts, element.tail, outer)
            continue
        before = outer if outer is not None else state
        if tag in _BLOCKS:
            yield from _flush(parts, state)
        state = _Open(
            tag if tag in _BLOCKS else state.tag,
            state.bold or tag in _BOLD or tag in _HEADINGS,
            state.outside or tag in _OUTSIDE,
            state.pre or tag == "pre",
        )
        if element.text:
            _add(parts, element.text, state)
        stack.append((element, before, False))
        # `outer` of a child is the state inside this element, to return to when the child closes.
        stack.extend((child, state, True) for child in reversed(element))
    yield from _flush(parts, state)


def stripped_blocks(markup: str) -> Iterator[HtmlBlock]:
    """The paragraphs of a page that lxml gives up on, being nested too deeply: its text with the tags taken out."""
    bare = _TAG.sub(lambda tag: "\n\n" if tag[1].lower() in _BLOCKS else " ", _without_unseen(markup))
    for paragraph in re.split(r"\n\s*\n", unescape(bare)):
        words = _SPACE.sub(" ", paragraph).strip()
        if words:
            yield HtmlBlock(words, "body", bold=False, outside=False)


def _without_unseen(markup: str) -> str:
    """The page without comments, scripts and styles; what is opened and never closed goes on to the end."""
    kept, at, low = [], 0, markup.lower()
    while match := _UNSEEN.search(markup, at):
        kept.append(markup[at : match.start()])
        close = "-->" if match[1] == "!--" else f"</{match[1].lower()}"
        at = low.find(close, match.end())
        if at < 0:
            return " ".join(kept)
        at += len(close)
        if match[1] != "!--":
            at = low.find(">", at) + 1 or len(markup)
    return " ".join([*kept, markup[at:]])


def _is_hidden(element: Any) -> bool:
    style = element.get("style")
    return element.get("hidden") is not None or bool(style and _HIDDEN.search(style))


def _is_layout(cell: list[tuple[str, bool]]) -> bool:
    """Whether a cell holds text that merely stands in a table: it has line ends, or is longer than data are."""
    return any(text == "\n" for text, _ in cell) or sum(len(text) for text, _ in cell) > _LONGEST_CELL


def _add(parts: list[tuple[str, bool]], text: str, state: _Open) -> None:
    parts.append((text if state.pre else _SPACE.sub(" ", text), state.bold))


def _flush(parts: list[tuple[str, bool]], state: _Open) -> Iterator[HtmlBlock]:
    """Close a paragraph; an empty line in it (two `<br>`) makes two of it."""
    if not parts:
        return
    held = list(parts)
    parts.clear()
    bold = all(is_bold for text, is_bold in held if text.strip())
    text = "".join(text for text, _ in held)
    if not state.pre:
        text = _AROUND_BREAK.sub("\n", re.sub(" {2,}", " ", text))
    for paragraph in re.split(r"\n{2,}", text):
        words = paragraph.strip(" \n\t\r\f|")
        if words:
            yield HtmlBlock(words, state.tag, bold, state.outside)
