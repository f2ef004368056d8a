"""How a written word is made comparable, and tables of phrases that are looked up word by word."""

from __future__ import annotations

import re
import unicodedata
from typing import Generic, TypeVar

BARRIER = ","
"""Stands for punctuation that no name runs across."""
_LETTERS = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "ı": "i", "æ": "ae", "Æ": "AE", "œ": "oe",
     "ß": "ss", "þ": "th", "’": "'", "‘": "'", "ʼ": "'", "`": "'"}
)  # fmt: skip
_DOTTED = re.compile(r"(?<![a-z])((?:[a-z]\.){2,}[a-z]?|[a-z](?:\.[a-z])+)(?![a-z])")
_PARTS = re.compile(r"[^\W_]+")
_BREAKS = frozenset(',;:.!?()[]{}"“”«»…|*/<>')
Item = TypeVar("Item")


def plain(text: str) -> str:
    """Without accents and case, curly quotes straightened: "Añez’s" becomes "anez's"."""
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS)).lower()
    return "".join(c for c in text if not unicodedata.combining(c)).translate(_LETTERS)


def words(text: str) -> tuple[str, ...]:
    """The words of a name or token as they are compared.

    Accents, case, hyphens and apostrophes go; the dots of an acronym go ("U.S." is "us"); "&" is "and".
    """
    text = plain(text)
    if text.isalnum():
        return (text,)
    if "&" in text:
        text = text.replace("&", " and ")
    if "." in text:
        text = _DOTTED.sub(lambda found: found.group().replace(".", ""), text)
    return tuple(_PARTS.findall(text))


def token_words(text: str) -> tuple[str, ...]:
    """The words of a token of a text: those of `words`, or a barrier for punctuation that ends a name."""
    found = words(text)
    if found:
        return found
    return (BARRIER,) if any(c in _BREAKS for c in text) else ()


def slug(text: str) -> str:
    """Lower-case ASCII words joined by hyphens, as ids are; other scripts become their code points."""
    parts = words(text)
    joined = "-".join(parts)
    if joined.isascii():
        return joined
    return "".join(c if c.isascii() else f"u{ord(c):x}" for c in joined)


class Phrases(Generic[Item]):
    """Items found by a run of words, longest first."""

    __slots__ = ("_items", "_lengths")

    def __init__(self) -> None:
        self._items: dict[tuple[str, ...], list[Item]] = {}
        self._lengths: dict[str, tuple[int, ...]] = {}

    def add(self, phrase: tuple[str, ...], item: Item) -> None:
        """Store an item under a phrase of at least one word."""
        held = self._items.get(phrase)
        if held is not None:
            held.append(item)
            return
        self._items[phrase] = [item]
        length, lengths = len(phrase), self._lengths.get(phrase[0], ())
        if length not in lengths:
            self._lengths[phrase[0]] = tuple(sorted((*lengths, length), reverse=True))

    def get(self, phrase: tuple[str, ...]) -> list[Item]:
        """What is stored under exactly this phrase."""
        return self._items.get(phrase, [])

    def starting(self, first: str) -> tuple[int, ...] | None:
        """The lengths of the phrases that begin with a word, longest first; None when there are none."""
        return self._lengths.get(first)

    def at(self, sequence: list[str], start: int) -> list[tuple[int, list[Item]]]:
        """The phrases that begin at a place in a sequence of words: their lengths and items, longest first."""
        lengths = self._lengths.get(sequence[start])
        if lengths is None:
            return []
        out = []
        room = len(sequence) - start
        for length in lengths:
            if length <= room:
                items = self._items.get(tuple(sequence[start : start + length]))
                if items is not None:
                    out.append((length, items))
        return out

    def __len__(self) -> int:
        return len(self._items)
