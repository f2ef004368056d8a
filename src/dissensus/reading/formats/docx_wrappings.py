"""What Word puts around words that python-docx does not look into: content controls, tracked insertions and such."""

from __future__ import annotations

from typing import Any, Final

from dissensus.reading.formats.docx_asides import WORD

_CONTROL: Final = f"{WORD}sdt"
_AROUND: Final = (_CONTROL, *(f"{WORD}{name}" for name in ("ins", "moveTo", "smartTag", "customXml")))
_UNFILLED: Final = f"{WORD}sdtPr/{WORD}showingPlcHdr"
_GALLERY: Final = f"{WORD}sdtPr/{WORD}docPartObj/{WORD}docPartGallery"
_HELD: Final = f"{WORD}sdtContent/*"
_CONTENTS: Final = "Table of Contents"


def unwrap(body: Any) -> None:
    """Put what is wrapped up in its wrapping's place, in a document's body (its XML element).

    A control that nobody has filled in, which holds Word's own prompt, and a table of contents are taken out. Deleted
    words are left as they are: python-docx leaves them out.
    """
    for wrapping in list(body.iter(*_AROUND)):
        parent = wrapping.getparent()
        place = parent.index(wrapping)
        parent[place : place + 1] = _held(wrapping)


def _held(wrapping: Any) -> list[Any]:
    if wrapping.tag != _CONTROL:
        return list(wrapping)
    gallery = wrapping.find(_GALLERY)
    contents = gallery is not None and gallery.get(f"{WORD}val") == _CONTENTS
    return [] if contents or wrapping.find(_UNFILLED) is not None else wrapping.findall(_HELD)
