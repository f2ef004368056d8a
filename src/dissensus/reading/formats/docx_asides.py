"""What a Word file says beside its running text: text boxes, footnotes and endnotes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COMPATIBILITY: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_NOTES: Final = ("footnote", "endnote")

_LETTERS: Final = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def text_boxes(paragraph: Any) -> Iterator[str]:
    """The paragraphs of the text boxes that hang at a paragraph (its XML element), in order.

    A box stands in the file twice, once for older programs: that copy is left out.
    """
    for box in paragraph.iter(f"{WORD}txbxContent"):
        if not any(above.tag == f"{_COMPATIBILITY}Fallback" for above in box.iterancestors()):
            yield from _paragraphs(box)


def notes(part: Any) -> Iterator[str]:
    """The paragraphs of the footnotes and endnotes of a document (its main part), in order."""
    from docx.oxml import parse_xml

    for kind in _NOTES:
        for relation in part.rels.values():
            if relation.is_external or not relation.reltype.endswith(f"/{kind}s"):
                continue
            for note in parse_xml(relation.target_part.blob).iter(f"{WORD}{kind}"):
                # Those with a type are the lines drawn between text and notes.
                if note.get(f"{WORD}type") is None:
                    yield from _paragraphs(note)


def _paragraphs(parent: Any) -> Iterator[str]:
    for paragraph in parent.iter(f"{WORD}p"):
        text = "".join(_letters(paragraph.iter())).strip()
        if text:
            yield text


def _letters(elements: Iterable[Any]) -> Iterator[str]:
    for element in elements:
        if not isinstance(element.tag, str):
            continue
        name = element.tag.removeprefix(WORD)
        if name == "t":
            yield element.text or ""
        elif name in _LETTERS and element.getparent().tag == f"{WORD}r":
            yield _LETTERS[name]
