"""The words that tell dates (lexicon/dates.tsv), and a text cut into the pieces that a date grammar reads."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from dissensus.parsing.tree import Tree
from dissensus.tables import package_table

KINDS = frozenset(
    {
        "month", "month_short", "weekday", "weekday_short", "unit", "units", "number", "vague", "ordinal", "decade",
        "deictic", "shift", "narrative", "edge", "season", "daypart", "about", "over", "opens", "leads", "feast",
        "eponym", "total",
    }
)  # fmt: skip
TRIGGERS = ("month", "month_short", "weekday", "weekday_short", "unit", "units", "decade", "deictic", "season")
"""A paragraph with no word of these kinds and no digit tells no date. "last night" is told by `daypart` and `shift`."""

_PIECE = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+\.?|.")
DIGIT = re.compile(r"\d")
_WHOLE = re.compile(r"\d{1,4}")


class Piece(NamedTuple):
    """A run of digits, a word or a sign.

    Attributes:
        text: in lower case, a final full stop of an abbreviation left off.
        token: the number of the token that it is, or is a part of.
        number: the value of up to four digits, else None.
        glued: whether nothing parts it from the piece before.
    """

    text: str
    token: int
    number: int | None
    glued: bool


@cache
def date_words() -> dict[str, dict[str, str]]:
    """For each kind its words and their values."""
    table: dict[str, dict[str, str]] = {kind: {} for kind in sorted(KINDS)}
    for row in package_table("dissensus.parsing", "lexicon/dates.tsv"):
        if row["kind"] not in KINDS:
            raise row.error(f"unknown kind {row['kind']!r}")
        table[row["kind"]][row["word"]] = row["value"]
    return table


@cache
def numbers(kind: str) -> dict[str, int]:
    """The words of a kind whose values are whole numbers."""
    return {word: int(value) for word, value in date_words()[kind].items()}


@cache
def triggers() -> frozenset[str]:
    """Words of which one must be there for a date without digits."""
    words = date_words()
    return frozenset(
        {word for kind in TRIGGERS for word in words[kind]}
        | {f"{word}." for kind in ("month_short", "weekday_short") for word in words[kind]}
        | set(words["daypart"])
    )


def pieces(tree: Tree) -> list[Piece]:
    """The tokens of a paragraph cut into pieces, at the first call."""
    if tree.pieces is None:
        tree.pieces = _cut(tree)
    return tree.pieces


def _cut(tree: Tree) -> list[Piece]:
    found: list[Piece] = []
    glued = False
    for token, word in enumerate(tree.words):
        if word.isalpha():
            found.append(Piece(word, token, None, glued))
        else:
            for match in _PIECE.finditer(word):
                text = match.group()
                number = int(text) if _WHOLE.fullmatch(text) and text.isascii() else None
                if len(text) > 1 and text.endswith(".") and not text[0].isdigit():
                    text = text[:-1]
                found.append(Piece(text, token, number, glued))
                glued = True
        glued = not tree.spaces[token]
    return found


def tense_of(tree: Tree, token: int) -> int:
    """Of the verb that the words stand with: -1 past, 1 to come, 0 not known."""
    for _ in range(4):
        head = tree.heads[token]
        if head == token or tree.deps[token] not in ("prep", "pobj", "npadvmod", "nummod", "compound", "tmod"):
            return 0
        token = head
        if tree.pos[token] in ("VERB", "AUX"):
            break
    else:
        return 0
    helpers = [child for child in tree.children[token] if tree.deps[child] in ("aux", "auxpass")]
    if any(tree.words[child] in ("will", "'ll", "shall", "to") for child in helpers):
        return 1
    if tree.tags[token] in ("VBD", "VBN"):
        return 0 if any(tree.tags[child] == "MD" or tree.words[child] in ("is", "are") for child in helpers) else -1
    return 0
