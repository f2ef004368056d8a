"""Quotations that the page sets apart: turns of an interview, "Name:" before a paragraph, block quotations."""

from __future__ import annotations

from dissensus.parsing.parsed import BlockKind, Paragraph, Parsed, QuotationKind, Stance, TokenSpan
from dissensus.parsing.people import load_people
from dissensus.parsing.quotation_direct import introduced
from dissensus.parsing.quotation_draft import Draft, spans
from dissensus.parsing.quotation_marks import Quoted, dangling_close
from dissensus.parsing.tree import Tree, tree_of

_BLOCK_TOKENS = 12
"""Quoted words that nobody is given as saying count as a block quotation from this length on."""
_PARAGRAPH_TOKENS = 5
"""The same for words that are all of their paragraph."""
_BLOCK_PARAGRAPHS = 12
"""Over how many paragraphs a quotation that opens once and closes once may run."""
_LABEL_TOKENS = 5
_HEADLINE_TOKENS = 25
_SPEAKING = frozenset(("PERSON", "ORG"))
_PLACES = frozenset(("GPE", "LOC", "NORP", "FAC", "EVENT"))
_OPENING = frozenset(('"', "``", "'", "“", "‘"))
_TEXTS = frozenset(("report", "study", "poll", "survey", "source", "analyst", "media"))


def turn_drafts(parsed: Parsed) -> list[Draft]:
    """The turns of an interview: each holds the sentences that begin inside it."""
    found: list[Draft] = []
    for turn in parsed.document.turns:
        content: list[TokenSpan] = []
        for sentence in parsed.sentences:
            if turn.start <= sentence.start < turn.end:
                span = TokenSpan(sentence.paragraph, sentence.span.start, sentence.span.end)
                if content and content[-1].paragraph == span.paragraph and content[-1].end == span.start:
                    content[-1] = TokenSpan(span.paragraph, content[-1].start, span.end)
                else:
                    content.append(span)
        if content:
            stance = Stance.QUESTION if turn.question else Stance.NEUTRAL
            first = content[0]
            found.append(
                Draft(
                    first.paragraph,
                    first.start,
                    None,
                    content,
                    None,
                    stance,
                    kind=QuotationKind.TURN,
                    speaker=turn.speaker,
                )
            )
    return found


def label_draft(tree: Tree, paragraph: Paragraph, drafts: list[Draft]) -> Draft | None:
    """Find "Name: words" and "words: Name": a headline or a line of a transcript with its speaker at a colon."""
    limit = min(len(tree), _LABEL_TOKENS + 1)
    colon = next((at for at in range(limit) if tree.words[at] == ":"), None)
    if not colon or colon + 2 >= len(tree):
        return _signed(tree, paragraph, drafts)
    doc = paragraph.doc
    quoted = tree.words[colon + 1] in _OPENING
    end = next((at for at in range(1, colon) if tree.words[at] == "on"), colon) if quoted else colon  # "X on Y: '...'"
    if not all(tree.pos[at] == "PROPN" for at in range(end)) and not _is_group(tree, end):
        return _signed(tree, paragraph, drafts)
    apart = doc[colon + 1].is_sent_start or paragraph.kind is BlockKind.HEADING or paragraph.index == 0
    if not quoted and not (apart and (doc[end - 1].ent_type_ in _SPEAKING or _is_group(tree, end))):
        return None
    content = spans(tree, paragraph.index, [(colon + 1, len(tree))])
    if not content or any(draft.touches(colon + 1, len(tree)) and draft.head < colon for draft in drafts):
        return None
    source = TokenSpan(paragraph.index, 0, end)
    return Draft(paragraph.index, colon, (colon, colon + 1), content, source, Stance.NEUTRAL)


def _signed(tree: Tree, paragraph: Paragraph, drafts: list[Draft]) -> Draft | None:
    """A headline with its source at the end: "Police beat students: Amnesty"."""
    length = len(tree)
    title = paragraph.kind is BlockKind.HEADING or paragraph.index == 0
    if not title or not length or length > _HEADLINE_TOKENS or tree.words[-1] in (".", "!", "?"):
        return None
    colon = next((at for at in range(length - 2, max(0, length - _LABEL_TOKENS - 1), -1) if tree.words[at] == ":"), 0)
    if not colon or not any(tree.pos[at] in ("VERB", "AUX") for at in range(colon)):
        return None
    named = all(tree.pos[at] == "PROPN" for at in range(colon + 1, length))
    placed = paragraph.doc[length - 1].ent_type_ in _PLACES
    if (not named or placed) and not _is_told_by(tree, colon + 1):
        return None
    content = spans(tree, paragraph.index, [(0, colon)])
    if not content or any(draft.touches(0, colon) for draft in drafts):
        return None
    return Draft(
        paragraph.index,
        colon,
        (colon, colon + 1),
        content,
        TokenSpan(paragraph.index, colon + 1, length),
        Stance.NEUTRAL,
    )


def _is_group(tree: Tree, end: int) -> bool:
    """Whether a paragraph begins with one noun for people or a body that speak: "Opposition:"."""
    people = load_people()
    return (
        end == 1 and tree.pos[0] in ("NOUN", "PROPN") and (tree.lemmas[0] in people.persons or _is_body(tree.words[0]))
    )


def _is_body(word: str) -> bool:
    return word in load_people().groups


def _is_told_by(tree: Tree, start: int) -> bool:
    """Whether a headline ends with one word for a source: "report", "police", "officials"."""
    last = len(tree) - 1
    known = tree.lemmas[last] in _TEXTS or tree.lemmas[last] in load_people().persons or _is_body(tree.words[last])
    return (
        known and last - start <= 1 and all(tree.pos[at] in ("NOUN", "PROPN", "ADJ") for at in range(start, last + 1))
    )


def block_drafts(
    parsed: Parsed, by_paragraph: list[list[Draft]], quoted: list[list[Quoted]], unclaimed: list[list[Quoted]]
) -> list[Draft]:
    """Quoted paragraphs: given to the speaker who goes on, to whoever introduces them, or to nobody named.

    Drafts of `by_paragraph` that go on, or that introduce a paragraph, are lengthened in place.
    """
    found: list[Draft] = []
    speaking: Draft | None = None
    for paragraph in parsed.paragraphs:
        index = paragraph.index
        tree = tree_of(paragraph.doc)
        whole = _whole_quote(tree, quoted[index])
        left = unclaimed[index]
        if paragraph.kind is BlockKind.QUOTE and not quoted[index] and len(tree):
            left, whole = [Quoted(index, 0, len(tree), True, True)], True
        for quote in left:
            cut = _block(tree, quote, whole, speaking is not None)
            if cut is None:
                continue
            span = TokenSpan(index, *cut)
            if whole and speaking is not None:
                speaking.content.append(span)
                continue
            draft = _introducer(parsed, index, by_paragraph) if quote.outer_start <= 1 else None
            if draft is None:
                source = _introducing_text(parsed, index) if quote.outer_start <= 1 else None
                following = _speaks_next(by_paragraph, quoted, index) if whole and source is None else None
                if following is not None:
                    following.content.insert(0, span)
                    continue
                draft = Draft(index, quote.start, None, [], source, Stance.NEUTRAL)
                found.append(draft)
            if not draft.content:
                draft.kind = QuotationKind.BLOCK
            draft.content.append(span)
            if not quote.closed and quote.end == len(tree):
                draft.content += _until_closed(parsed, index, quoted)
            speaking = draft
        speaking = _goes_on(by_paragraph[index], quoted[index], speaking if whole else None)
    return found


def _block(tree: Tree, quote: Quoted, whole: bool, speaking: bool) -> tuple[int, int] | None:
    """The tokens of quoted words that are long enough, and apart enough, to be said by someone."""
    least = _BLOCK_TOKENS if not whole else 3 if speaking else _PARAGRAPH_TOKENS
    if quote.end - quote.start < least or not quote.finite:
        return None
    apart = quote.outer_start == 0 or tree.words[quote.outer_start - 1] in (".", "!", "?", ":", '"', " ")
    return (quote.start, quote.end) if apart or whole else None


def _until_closed(parsed: Parsed, index: int, quoted: list[list[Quoted]]) -> list[TokenSpan]:
    """Paragraphs that follow an opening mark, without marks of their own, up to the one with the closing mark."""
    content: list[TokenSpan] = []
    for paragraph in parsed.paragraphs[index + 1 : index + 1 + _BLOCK_PARAGRAPHS]:
        tree = tree_of(paragraph.doc)
        close = dangling_close(parsed.document.text, paragraph, tree)
        if quoted[paragraph.index] and quoted[paragraph.index][0].outer_start == 0:
            return []
        content += spans(tree, paragraph.index, [(0, len(tree) if close is None else close)])
        if close is not None:
            return content
    return []


def _speaks_next(by_paragraph: list[list[Draft]], quoted: list[list[Quoted]], index: int) -> Draft | None:
    """Whoever is given as saying the quoted words that open the next paragraph."""
    if index + 1 >= len(quoted) or not quoted[index + 1] or quoted[index + 1][0].outer_start > 1:
        return None
    first = quoted[index + 1][0]
    for draft in by_paragraph[index + 1]:
        if draft.quoted and draft.source and draft.touches(first.start, first.end):
            return draft
    return None


def _whole_quote(tree: Tree, quotes: list[Quoted]) -> bool:
    """Whether a paragraph is nothing but words in quotation marks."""
    if not quotes or quotes[0].outer_start > 1:
        return False
    outside = sum(1 for at in range(len(tree)) if tree.pos[at] not in ("PUNCT", "SPACE"))
    inside = sum(
        1 for quote in quotes for at in range(quote.start, quote.end) if tree.pos[at] not in ("PUNCT", "SPACE")
    )
    return outside == inside


def _goes_on(drafts: list[Draft], quotes: list[Quoted], before: Draft | None) -> Draft | None:
    """The draft whose quoted words may run on into the next paragraph."""
    if not quotes:
        return None
    last = quotes[-1]
    for draft in drafts:
        if draft.quoted and any(span.start <= last.start < span.end for span in draft.content):
            return draft
    return before


def _introducer(parsed: Parsed, index: int, by_paragraph: list[list[Draft]]) -> Draft | None:
    """A verb of saying in the line before, when that ends with a colon and leaves its content open."""
    if index == 0:
        return None
    tree = tree_of(parsed.paragraphs[index - 1].doc)
    if not len(tree) or not any(tree.words[at] == ":" for at in range(max(0, len(tree) - 2), len(tree))):
        return None
    start = tree.starts[len(tree) - 1]
    for draft in reversed(by_paragraph[index - 1]):
        if draft.takes_quote and draft.source and draft.head >= start and (not draft.content or draft.quoted):
            return draft
    return None


def _introducing_text(parsed: Parsed, index: int) -> TokenSpan | None:
    """The article, report or person that the line before names."""
    return introduced(tree_of(parsed.paragraphs[index - 1].doc), index - 1) if index else None
