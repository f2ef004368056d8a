"""Stretches of a paragraph that stand in quotation marks.

The parse holds only straight marks; which way a curly one opens is looked up in the original text. Straight marks are
paired in turn, and single ones only where the space around them tells them from apostrophes.
"""

from __future__ import annotations

from dataclasses import dataclass

from dissensus.parsing.parsed import Paragraph
from dissensus.parsing.tree import Tree

_DOUBLE = frozenset(('"', "''", "``", "“", "”"))
_OPENING = "“„«‘‚"
_CLOSING = "”»"


@dataclass(slots=True)
class Quoted:
    """Tokens `[start, end)` between two marks, the marks left out.

    Attributes:
        closed: whether the closing mark is there; words quoted over several paragraphs close only in the last.
        finite: whether there is a verb, or at least the length of a clause.
    """

    paragraph: int
    start: int
    end: int
    closed: bool
    finite: bool = False

    @property
    def outer_start(self) -> int:
        """The number of the opening mark."""
        return self.start - 1

    @property
    def outer_end(self) -> int:
        """One past the closing mark."""
        return self.end + 1 if self.closed else self.end


def quoted_stretches(text: str, paragraph: Paragraph, tree: Tree) -> list[Quoted]:
    """The outermost stretches in quotation marks of a paragraph, in order.

    Args:
        text: the original text of the document.
        paragraph: whose tokens are looked at.
        tree: its parse.
    """
    marks = [i for i, word in enumerate(tree.words) if word in _DOUBLE or word == "'" or word == "`"]
    if not marks:
        return []
    found: list[Quoted] = []
    opened: int | None = None
    single: int | None = None
    singles: list[Quoted] = []
    for at in marks:
        opens, closes = _direction(text, paragraph, at)
        if tree.words[at] in _DOUBLE:
            if opened is None and (opens or not closes):
                opened = at
            elif opened is not None and opens:
                found.append(Quoted(paragraph.index, opened + 1, _sentence_end(tree, opened, at), False))
                opened = at
            elif opened is not None:
                found.append(Quoted(paragraph.index, opened + 1, at, True))
                opened = None
            single = None
        elif opened is None:
            if single is not None and closes and at - single > 2:
                singles.append(Quoted(paragraph.index, single + 1, at, True))
                single = None
            elif opens:
                single = at
    if opened is not None:
        end = len(tree) if opened < 2 else tree.ends[min(opened + 1, len(tree) - 1)]
        found.append(Quoted(paragraph.index, opened + 1, end, False))
    found += [one for one in singles if not any(q.start <= one.start < q.end for q in found)]
    found = sorted((q for q in found if q.start < q.end), key=lambda q: q.start)
    for q in found:
        q.finite = q.end - q.start > 5 or any(tree.pos[i] in ("VERB", "AUX") for i in range(q.start, q.end))
    return found


def dangling_close(text: str, paragraph: Paragraph, tree: Tree) -> int | None:
    """The number of a closing mark whose opening one stands in an earlier paragraph."""
    depth = 0
    for at, word in enumerate(tree.words):
        if word in _DOUBLE:
            opens, _ = _direction(text, paragraph, at)
            if not opens and depth == 0:
                return at
            depth += 1 if opens else -1
    return None


def _sentence_end(tree: Tree, opened: int, limit: int) -> int:
    return min(limit, tree.ends[min(opened + 1, len(tree) - 1)])


def _direction(text: str, paragraph: Paragraph, at: int) -> tuple[bool, bool]:
    """Whether the mark may open, and whether it may close."""
    token = paragraph.doc[at]
    offset = paragraph.offsets(token.idx, token.idx + 1)[0]
    character = text[offset]
    if character in _CLOSING:
        return False, True
    space_before = offset == 0 or text[offset - 1].isspace() or text[offset - 1] in "([—–-"
    after = offset + len(token)
    space_after = after >= len(text) or text[after].isspace() or text[after] in ".,;:!?)]—–-"
    opens, closes = space_before and not space_after, space_after and not space_before
    # An opening mark where only a closing one can stand is a slip of the pen.
    return (not closes, closes) if character in _OPENING else (opens, closes)
