"""Text as the parser likes it, with the way back to the text as read.

The parser mends "n't" and pairs quotation marks only where they are straight, and takes soft hyphens, zero-width
characters and decomposed accents for parts of words it does not know. `clean` maps all of these away; the `origin` it
returns leads each character back to where it came from.
"""

from __future__ import annotations

import re
import unicodedata
from array import array

# One character for one: offsets stay as they are.
_SAME_LENGTH = str.maketrans(
    {
        "‘": "'", "’": "'", "‚": "'", "‛": "'", "′": "'", "ʼ": "'",
        "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "″": '"',
        "‐": "-", "‑": "-", "−": "-",
        "\t": " ", "\n": " ", "\r": " ", "\v": " ", "\f": " ", "\x85": " ", "\u2028": " ", "\u2029": " ",
        "\u00a0": " ", "\u202f": " ", "\u2002": " ", "\u2003": " ", "\u2007": " ", "\u2009": " ", "\u200a": " ",
        "\\": " ", "*": " ", "\x00": " ",
    }
)  # fmt: skip
_DROPPED = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
_RESHAPES = re.compile(f"[{_DROPPED}\u0300-\u036f]")


def clean(text: str) -> tuple[str, array[int] | None]:
    """Make a stretch of text ready for the parser.

    Returns:
        The cleaned text, and for each of its characters and one past the last the offset in `text`; None instead of
        the offsets where the two run side by side.
    """
    text = text.translate(_SAME_LENGTH)
    if not _RESHAPES.search(text):
        return text, None
    characters: list[str] = []
    origin: array[int] = array("l")
    at = 0
    while at < len(text):
        end = at + 1
        while end < len(text) and (unicodedata.combining(text[end]) or text[end] in "\u00ad\u200d"):
            end += 1
        cluster = unicodedata.normalize("NFC", "".join(c for c in text[at:end] if c not in _DROPPED))
        for character in cluster:
            characters.append(character)
            origin.append(at)
        at = end
    origin.append(len(text))
    return "".join(characters), origin
