"""A quotation while it is being put together, and the spans that several rules cut."""

from __future__ import annotations

from dataclasses import dataclass

from dissensus.parsing.parsed import Quotation, QuotationKind, Stance, TokenSpan
from dissensus.parsing.tree import Tree

Stretch = tuple[int, int]
"""Tokens `[start, end)` of one paragraph."""

_TRIMMED = frozenset((",", '"', "''", "``", "'", "`", ".", ";", ":", "-", "--", "–", "—", "...", "…", " ", "  "))
_BREAKS = frozenset((",", ";", ":", "-", "--", "–", "—", "(", '"', "''"))


@dataclass(slots=True)
class Draft:
    """A quotation in the making.

    Attributes:
        head: the cue's chief token.
        construction: what of the lexicon's constructions brought the content in; empty where none did.
        takes_quote: whether words in quotation marks may be its content.
        quoted: whether all of the content so far stands in quotation marks.
    """

    paragraph: int
    head: int
    cue: Stretch | None
    content: list[TokenSpan]
    source: TokenSpan | None
    stance: Stance
    kind: QuotationKind = QuotationKind.INDIRECT
    construction: str = ""
    takes_quote: bool = False
    quoted: bool = False
    speaker: str | None = None

    def touches(self, start: int, end: int) -> bool:
        """Whether any of the content lies in tokens `[start, end)` of the cue's paragraph."""
        return any(span.paragraph == self.paragraph and span.start < end and start < span.end for span in self.content)

    def finished(self, parent: int | None) -> Quotation:
        """The quotation it has become."""
        cue = TokenSpan(self.paragraph, *self.cue) if self.cue else None
        return Quotation(self.kind, tuple(self.content), cue, self.source, self.speaker, self.stance, parent)


def trimmed(tree: Tree, start: int, end: int) -> Stretch | None:
    """A stretch without the marks and stops at its ends; None when nothing is left."""
    words = tree.words
    while start < end and (words[start] in _TRIMMED or words[start].isspace()):
        start += 1
    while start < end and (words[end - 1] in _TRIMMED or words[end - 1].isspace()):
        end -= 1
    return (start, end) if start < end else None


def without(outer: Stretch, hole: Stretch) -> list[Stretch]:
    """What is left of a stretch when another is cut out of it."""
    parts = [(outer[0], min(outer[1], hole[0])), (max(outer[0], hole[1]), outer[1])]
    return [(start, end) for start, end in parts if start < end]


def spans(tree: Tree, paragraph: int, stretches: list[Stretch]) -> list[TokenSpan]:
    """Stretches as spans, trimmed, in order, those that touch joined."""
    found: list[TokenSpan] = []
    for start, end in sorted(stretches):
        cut = trimmed(tree, start, end)
        if cut is None:
            continue
        if found and cut[0] <= found[-1].end:
            found[-1] = TokenSpan(paragraph, found[-1].start, max(found[-1].end, cut[1]))
        else:
            found.append(TokenSpan(paragraph, *cut))
    return found


def noun_phrase(tree: Tree, head: int) -> Stretch:
    """The noun phrase of a head without relative clauses, appositions and asides."""
    start, limit = tree.left[head], tree.right[head]
    while start < head and (tree.pos[start] in ("PUNCT", "SPACE", "CCONJ") or tree.deps[start] in ("mark", "advmod")):
        start += 1
    for at in range(head - 1, start - 1, -1):
        if tree.words[at] in _BREAKS and tree.heads[at] == head:
            start = at + 1
            break
    for child in tree.children[head]:
        if child > head and tree.deps[child] in ("relcl", "acl", "appos", "advcl", "parataxis", "ccomp", "xcomp"):
            limit = min(limit, tree.left[child])
    end = head + 1
    while end < limit:
        if tree.words[end] in _BREAKS and not _opens_list_item(tree, head, end, limit):
            break
        if tree.deps[end] == "relcl" or tree.tags[end] in ("WDT", "WP") or tree.words[end] == "that":
            break
        end += 1
    while end > head + 1 and tree.pos[end - 1] in ("PUNCT", "CCONJ", "ADP", "SPACE"):
        end -= 1
    return start, end


def _opens_list_item(tree: Tree, head: int, comma: int, limit: int) -> bool:
    """Whether a comma goes before a further member of a list that the head opens."""
    if tree.words[comma] != "," or comma + 1 >= limit:
        return False
    for at in range(comma + 1, limit):
        if tree.deps[at] == "conj" and tree.left[at] <= comma + 2:
            above = tree.heads[at]
            while tree.deps[above] == "conj" and above != head:
                above = tree.heads[above]
            return above == head
        if tree.words[at] in _BREAKS:
            return False
    return False
