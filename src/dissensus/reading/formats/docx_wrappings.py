"""What Word puts around words that python-docx does not look into: content controls, tracked insertions and such."""

from __future__ import annotations

from typing import Any, Final

_WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CONTROL: Final = f"{_WORD}sdt"
_AROUND: Final = (_CONTROL, *(f"{_WORD}{name}" for name in ("ins", "moveTo", "smartTag", "customXml")))
_UNFILLED: Final = f"{_WORD}sdtPr/{_WORD}showingPlcHdr"
_GALLERY: Final = f"{_WORD}sdtPr/{_WORD}docPartObj/{_WORD}docPartGallery"
_CONTENTS: Final = "Table of Contents"


def unwrap(body: Any) -> None:
    """Put what is wrapped up in its wrapping's place, in a document's body (its XML element).

    A control that nobody has filled in, which holds Word's own prompt, and a table of contents are taken out. Deleted
    words are left as they are: python-docx leaves them out.
    """
    for wrapping in list(body.iter(*_AROUND)):
        held = wrapping
        if wrapping.tag == _CONTROL:
            gallery = wrapping.find(_GALLERY)
            prompts = wrapping.find(_UNFILLED) is not None
            contents = gallery is not None and gallery.get(f"{_WORD}val") == _CONTENTS
            held = () if prompts or contents else wrapping.find(f"{_WORD}sdtContent")
        parent = wrapping.getparent()
        place = parent.index(wrapping)
        parent[place : place + 1] = list(held if held is not None else ())
