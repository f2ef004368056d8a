"""Dates and stretches of time in a text, told as closely as the words and the document's date tell them.

What counts from the day of writing ("last November", "Tuesday", "two months ago") is counted from the document's date;
where that is known to the month or year only, so is the answer, and where it is not known the answer is unknown. It is
never the day of publication for want of a better one. A season gives its year: which months it means depends on the
hemisphere. "Early", "mid" and "late" are thirds.
"""

from __future__ import annotations

from dissensus.model import When
from dissensus.parsing.calendar_meanings import settle
from dissensus.parsing.calendar_spans import Anchor, anchor_of
from dissensus.parsing.date_grammar import DateGrammar
from dissensus.parsing.date_words import DIGIT, date_words, pieces, triggers
from dissensus.parsing.parsed import DateMention, Paragraph, Parsed, TokenSpan
from dissensus.parsing.tree import tree_of

_STARTS = (
    "month", "month_short", "weekday", "weekday_short", "number", "vague", "ordinal", "deictic", "shift", "narrative",
    "edge", "season", "about", "over", "opens", "units",
)  # fmt: skip
_OTHER_STARTS = frozenset({"the", "between", "from", "a", "an", "more", "at", "post", "pre", "q", "'"})


def find_dates(parsed: Parsed) -> list[DateMention]:
    """Dates in the order of the text. They do not overlap, but two may share a token ("1997-98/2007-08")."""
    anchor = anchor_of(parsed.document.date)
    found: list[DateMention] = []
    for paragraph in parsed.paragraphs:
        if len(paragraph.doc):
            found.extend(_in_paragraph(paragraph, anchor))
    return found


def _in_paragraph(paragraph: Paragraph, anchor: Anchor | None) -> list[DateMention]:
    doc = paragraph.doc
    tree = tree_of(doc)
    if triggers().isdisjoint(tree.words) and DIGIT.search(doc.text) is None:
        return []
    found = pieces(tree)
    grammar = DateGrammar(found, tree, doc)
    starts = _starts()
    mentions: list[DateMention] = []
    i = 0
    while i < len(found):
        piece = found[i]
        read = grammar.read(i) if piece.number is not None or piece.text in starts or "." in piece.text else None
        if read is None:
            i += 1
            continue
        meaning, end = read
        when: When = settle(meaning, anchor)
        mentions.append(DateMention(TokenSpan(paragraph.index, piece.token, found[end - 1].token + 1), when))
        i = end
    return mentions


def _starts() -> frozenset[str]:
    words = date_words()
    return _OTHER_STARTS.union(*(words[kind] for kind in _STARTS))
