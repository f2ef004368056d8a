"""Who is given as saying what: quotations of every kind in a document.

Cues come from `lexicon/cues.tsv` and their contents from the parse; words in quotation marks are then given to the cue
near them; turns and blocks go by the page.
"""

from __future__ import annotations

from dissensus.parsing.cues import load_cues
from dissensus.parsing.parsed import Parsed, Quotation, TokenSpan
from dissensus.parsing.quotation_blocks import block_drafts, label_draft, turn_drafts
from dissensus.parsing.quotation_direct import attach_quotes
from dissensus.parsing.quotation_draft import Draft
from dissensus.parsing.quotation_marks import Quoted, quoted_stretches
from dissensus.parsing.quotation_nouns import noun_drafts
from dissensus.parsing.quotation_phrases import phrase_drafts
from dissensus.parsing.quotation_verbs import verb_drafts
from dissensus.parsing.tree import tree_of


def find_quotations(parsed: Parsed) -> list[Quotation]:
    """Find the quotations of a document, outer ones before the ones they hold."""
    cues = load_cues()
    by_paragraph: list[list[Draft]] = []
    unclaimed: list[list[Quoted]] = []
    quoted: list[list[Quoted]] = []
    for paragraph in parsed.paragraphs:
        tree = tree_of(paragraph.doc)
        index = paragraph.index
        drafts = verb_drafts(tree, index, cues) + noun_drafts(tree, index, cues)
        drafts += phrase_drafts(tree, paragraph.doc, index, cues)
        drafts.sort(key=lambda draft: draft.head)
        quotes = quoted_stretches(parsed.document.text, paragraph, tree)
        left = attach_quotes(tree, index, drafts, quotes) if quotes else []
        label = label_draft(tree, paragraph, drafts)
        if label:
            drafts.append(label)
        by_paragraph.append(drafts)
        quoted.append(quotes)
        unclaimed.append(left)
    found = [draft for drafts in by_paragraph for draft in drafts]
    found += block_drafts(parsed, by_paragraph, quoted, unclaimed)
    found += turn_drafts(parsed)
    return _nested([draft for draft in found if draft.content])


def _nested(drafts: list[Draft]) -> list[Quotation]:
    """Finish the drafts in the order of the text, each with the smallest one that holds it."""
    drafts.sort(key=lambda draft: (draft.content[0].paragraph, draft.content[0].start, -_size(draft), draft.head))
    holders: dict[int, list[int]] = {}
    for number, draft in enumerate(drafts):
        for paragraph in {span.paragraph for span in draft.content}:
            holders.setdefault(paragraph, []).append(number)
    parents: list[int | None] = []
    for number, draft in enumerate(drafts):
        at = draft.head if draft.cue else draft.content[0].start
        paragraph = draft.paragraph if draft.cue else draft.content[0].paragraph
        best: int | None = None
        for other in holders.get(paragraph, ()):
            if other == number or not any(span.holds(paragraph, at) for span in drafts[other].content):
                continue
            if _size(drafts[other]) <= _size(draft):
                continue
            if best is None or _size(drafts[other]) < _size(drafts[best]):
                best = other
        parents.append(best)
    order = _parents_first(parents)
    place = {number: at for at, number in enumerate(order)}
    found: list[Quotation] = []
    for number in order:
        parent = parents[number]
        found.append(drafts[number].finished(place[parent] if parent is not None else None))
    return found


def _parents_first(parents: list[int | None]) -> list[int]:
    order: list[int] = []
    done: set[int] = set()

    def add(number: int) -> None:
        if number in done:
            return
        parent = parents[number]
        if parent is not None:
            add(parent)
        done.add(number)
        order.append(number)

    for number in range(len(parents)):
        add(number)
    return order


def _size(draft: Draft) -> int:
    return sum(_length(span) for span in draft.content)


def _length(span: TokenSpan) -> int:
    return span.end - span.start
