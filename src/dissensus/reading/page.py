"""A web page into an article: which of its paragraphs are the body, and what its head says of it.

trafilatura tells the body; every other paragraph stays in the text as furniture. Nothing is fetched.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from dissensus.errors import UnreadableError
from dissensus.reading import limits
from dissensus.reading.article import Article, Heads, Piece, joined
from dissensus.reading.encodings import too_long
from dissensus.reading.html_blocks import HtmlBlock, html_blocks, stripped_blocks
from dissensus.reading.metadata import NOTHING, Metadata
from dissensus.reading.quiet import quiet

_LOGGERS = ("trafilatura", "htmldate", "courlan", "justext", "readability")
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_MARKUP = re.compile(
    r"</?(?:p|div|br|a|b|i|em|strong|ul|ol|li|h[1-6]|span|img|blockquote|figure)\b[^<>]*>", re.IGNORECASE
)
_LETTERS = re.compile(r"[\W_]+")
_TELLING = 60
"""Characters from which a paragraph that stands in the body's text is the body's own, and not a chance likeness."""
_LATEST = datetime(2199, 12, 31)
_EARLIEST = datetime(1900, 1, 1)


def declared_charset(data: bytes) -> str | None:
    """The encoding that a page names in its head."""
    match = _CHARSET.search(data[:4096])
    return match[1].decode("ascii", "replace") if match else None


def page_article(markup: str, label: str, given: Metadata = NOTHING) -> Article:
    """The article of a page.

    Args:
        markup: the page, decoded.
        label: `Document.path` of it.
        given: what its container says of it (an archive its address, a mail its subject), which goes before.

    Raises:
        UnreadableError: there is no text in it.
        UnsafeError: it is too long.
    """
    if len(markup) > limits.DOCUMENT_CHARACTERS:
        raise too_long(len(markup), "characters of page")
    tree = _tree(markup)
    blocks = list(html_blocks(tree)) or list(stripped_blocks(markup))
    if not blocks:
        raise UnreadableError("a page without text")
    metadata = given.filled_from(_metadata(tree, given.url))
    pieces = _told_apart(blocks, _body_lines(tree), metadata.title)
    text, furniture, apart = joined(pieces)
    return Article(label, text, metadata, furniture=furniture, apart=apart, heads=Heads.NONE)


def fragment_text(text: str) -> str:
    """Markup that stands for a text (in a feed, in a column) as paragraphs; what is no markup comes back as it is."""
    if "<" not in text or not _MARKUP.search(text):
        return text
    blocks = html_blocks(_tree(f"<div>{text}</div>"))
    return joined(Piece(block.text) for block in blocks)[0]


def _tree(markup: str) -> Any:
    from lxml import etree, html

    parser = html.HTMLParser(remove_comments=True, remove_pis=True, huge_tree=True, no_network=True, encoding="utf-8")
    data = _DECLARATION.sub("", markup, count=1).encode("utf-8", "replace")
    try:
        tree = html.document_fromstring(data, parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise UnreadableError("a page without text") from error
    return tree


def _metadata(tree: Any, url: str | None) -> Metadata:
    """What the head of a page says: Open Graph, JSON-LD, meta elements; dates only where they are marked as such."""
    from trafilatura.metadata import extract_metadata

    dates = {"extensive_search": False, "original_date": True, "min_date": _EARLIEST, "max_date": _LATEST}
    with quiet(*_LOGGERS):
        try:
            found = extract_metadata(tree, url, dates, extensive=False)
        except Exception:  # a page can be broken in any way; without metadata it is still a text
            return NOTHING
    return Metadata.of(
        title=found.title,
        author=(found.author or "").replace("; ", ", "),
        source=found.sitename if found.sitename != found.hostname else None,
        date=found.date,
        url=found.url,
        language=_language(tree),
    )


def _language(tree: Any) -> str | None:
    for path in ("/html/@lang", "/html/@xml:lang", "//meta[@http-equiv='content-language']/@content"):
        found = tree.getroottree().xpath(path)
        if found and str(found[0]).strip():
            return str(found[0]).strip()
    return None


def _body_lines(tree: Any) -> list[str]:
    """The lines of the body, as trafilatura finds it; none when it finds no body."""
    from trafilatura import bare_extraction

    with quiet(*_LOGGERS):
        try:
            found = bare_extraction(tree, fast=True, include_comments=False, include_tables=True)
        except Exception:  # it fails on some broken pages; then the layout alone decides
            return []
    text = getattr(found, "text", None) or ""
    return [key for line in text.split("\n") if (key := _LETTERS.sub("", line.casefold()))]


def _told_apart(blocks: list[HtmlBlock], body: list[str], title: str | None) -> list[Piece]:
    if not body:
        inside = [block for block in blocks if not block.outside]
        return [Piece(block.text, bool(inside) and block.outside, block.bold) for block in blocks]
    lines, whole = set(body), "".join(body)
    title_key = _LETTERS.sub("", (title or "").casefold())
    sure, likely, held = [], [], []
    for block in blocks:
        keys = [_LETTERS.sub("", line.casefold()) for line in block.text.split("\n")]
        keys = [key for key in keys if key]
        joint = "".join(keys)
        sure.append(len(joint) >= _TELLING and joint in whole)
        held.append(bool(keys) and not block.outside and joint in whole)
        likely.append(bool(keys) and not block.outside and all(key in lines for key in keys))
    numbers = [number for number, is_sure in enumerate(sure) if is_sure]
    first, last = (numbers[0], numbers[-1]) if numbers else (0, len(blocks) - 1)
    # Between long paragraphs of the body, what its text has is the body's. Headings may open the body, and short lines
    # close it; elsewhere a short line like one of the body's is chance.
    first -= sum(1 for _ in _run(likely[:first][::-1]))
    last += sum(1 for _ in _run(likely[last + 1 :]))
    pieces = []
    for number, block in enumerate(blocks):
        key = _LETTERS.sub("", block.text.casefold())
        in_body = sure[number] or ((likely[number] or held[number]) and first <= number <= last)
        is_title = block.tag == "h1" and bool(title_key) and (key == title_key or key in title_key)
        pieces.append(Piece(block.text, not (in_body or is_title), block.bold and not is_title))
    return pieces


def _run(flags: list[bool]) -> list[bool]:
    """The flags before the first that is false."""
    return flags[: flags.index(False)] if False in flags else flags
