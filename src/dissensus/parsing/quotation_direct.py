"""Words in quotation marks: which verb, noun or person gives them, where the parse alone does not say."""

from __future__ import annotations

from dissensus.parsing.parsed import QuotationKind, TokenSpan
from dissensus.parsing.quotation_draft import Draft, noun_phrase, spans
from dissensus.parsing.quotation_marks import Quoted
from dissensus.parsing.quotation_sources import beside, person_beside
from dissensus.parsing.tree import Tree

_REACH = 30
"""How far from the marks, in tokens, a cue may stand."""
_HOLDS = frozenset(("that", "quote", "np", "np-as", "np-np", "clause", "inf", "np-inf", "about", "of", "for"))
_TEXTS = frozenset(
    "article source report statement declaration study book post speech letter interview paper text document author "
    "writer journalist editorial communique manifesto resolution blog essay memo survey analysis".split()
)
"""What a line that leads to a quoted paragraph names when it names no person."""
_STOPS = frozenset((".", "!", "?", "...", "…", ","))


def attach_quotes(tree: Tree, paragraph: int, drafts: list[Draft], quotes: list[Quoted]) -> list[Quoted]:
    """Give each stretch in quotation marks to the draft it belongs to, changing the drafts.

    Returns:
        The stretches that nobody in the paragraph is given as saying.
    """
    inside = _cues_inside(drafts, quotes)
    outside = [draft for at, draft in enumerate(drafts) if at not in inside]
    left: list[Quoted] = []
    for quote in quotes:
        claimed = _claim_by_content(tree, outside, quotes, quote)
        draft = claimed or (_cue_near(tree, outside, quotes, quote) if _may_be_said(tree, quote) else None)
        if draft is None and quote.finite:
            draft = _earlier_speaker(tree, outside, quote)
        if draft is None:
            left.append(quote)
        elif draft is not claimed:
            _give(tree, paragraph, draft, quote)
    return left


def _may_be_said(tree: Tree, quote: Quoted) -> bool:
    """Whether quoted words are more than a word held at arm's length: a clause, or words that end like speech."""
    return quote.finite or tree.words[quote.end - 1] in (",", "?", "!")


def _cues_inside(drafts: list[Draft], quotes: list[Quoted]) -> set[int]:
    found: set[int] = set()
    for at, draft in enumerate(drafts):
        if any(quote.start <= draft.head < quote.end for quote in quotes):
            found.add(at)
    return found


def _claim_by_content(tree: Tree, drafts: list[Draft], quotes: list[Quoted], quote: Quoted) -> Draft | None:
    """The draft whose content from the parse meets the quoted words: widen it to all of them."""
    best: Draft | None = None
    for draft in drafts:
        if draft.construction not in _HOLDS or not draft.touches(quote.start, quote.end):
            continue
        if best is None or _closer(draft, best):
            best = draft
    if best is None:
        return None
    meeting = [span for span in best.content if span.start < quote.end and quote.start < span.end]
    whole = quote.finite and best.takes_quote
    if best.construction in ("that", "quote", "") and _is_open(best, quotes):
        kept = [span for span in best.content if span not in meeting]
        best.content = sorted([*kept, TokenSpan(quote.paragraph, quote.start, quote.end)])
        best.quoted = True
        best.kind = QuotationKind.DIRECT
        return best
    # The quoted words reach further than the clause: they are said too.
    if whole and any(span.start < quote.start or span.end < quote.end for span in meeting):
        widened = [(span.start, span.end) for span in best.content] + [(quote.start, quote.end)]
        cut = spans(tree, quote.paragraph, _around_cue(widened, best))
        best.content = cut
    if best.kind is QuotationKind.INDIRECT:
        best.kind = QuotationKind.MIXED
    return best


def _closer(draft: Draft, other: Draft) -> bool:
    """Whether a draft holds the quoted words more closely: by a smaller content, or as a taker of quotations."""
    if draft.takes_quote != other.takes_quote:
        return draft.takes_quote
    return _size(draft) < _size(other)


def _size(draft: Draft) -> int:
    return sum(span.end - span.start for span in draft.content)


def _around_cue(stretches: list[tuple[int, int]], draft: Draft) -> list[tuple[int, int]]:
    """Stretches that meet joined, unless the cue would fall inside."""
    if draft.cue is None:
        return stretches
    start, end = draft.cue
    cut: list[tuple[int, int]] = []
    for first, last in stretches:
        if first <= start < last:
            cut += [(first, start), (end, last)]
        else:
            cut.append((first, last))
    return [(first, last) for first, last in cut if first < last]


def _cue_near(tree: Tree, drafts: list[Draft], quotes: list[Quoted], quote: Quoted) -> Draft | None:
    """A verb of saying after the closing mark, or else before the opening one, in the same sentence."""
    sentence_start = tree.starts[quote.outer_start]
    sentence_end = tree.ends[quote.outer_end - 1]
    if quote.outer_end < len(tree) and tree.words[quote.end - 1] in (",", "?", "!"):
        # The parser likes to end a sentence at the mark.
        sentence_end = max(sentence_end, tree.ends[quote.outer_end])
    after_limit = min([sentence_end, quote.outer_end + _REACH] + [q.outer_start for q in quotes if q.start > quote.end])
    candidates = [
        draft
        for draft in drafts
        if draft.takes_quote
        and quote.outer_end <= draft.head < after_limit
        and _is_open(draft, quotes)
        and tree.deps[draft.head] not in ("relcl", "acl")
    ]
    comma = tree.words[quote.end - 1] in _STOPS or (
        quote.outer_end < len(tree) and tree.words[quote.outer_end] in (",", "-", "–", "—")
    )
    if candidates and comma:
        return candidates[0]
    before_limit = max(
        [sentence_start, quote.outer_start - _REACH] + [q.outer_end for q in quotes if q.end < quote.start]
    )
    colon = quote.outer_start > 0 and tree.words[quote.outer_start - 1] == ":"
    if colon:
        before_limit = tree.starts[quote.outer_start - 1]
    before = [
        draft
        for draft in drafts
        if before_limit <= draft.head < quote.outer_start
        and (draft.takes_quote or colon)
        and (colon or _is_open(draft, quotes))
    ]
    if before:
        return before[-1]
    return None


def _is_open(draft: Draft, quotes: list[Quoted]) -> bool:
    """Whether a draft may take quoted words: it has no content, or all of it is quoted."""
    return draft.quoted or all(
        any(quote.outer_start <= span.start and span.end <= quote.outer_end for quote in quotes)
        for span in draft.content
    )


def _earlier_speaker(tree: Tree, drafts: list[Draft], quote: Quoted) -> Draft | None:
    """Whoever spoke before in the paragraph goes on, when the quoted words are sentences of their own."""
    opens = quote.outer_start == 0 or tree.words[quote.outer_start - 1] in (".", "!", "?", '"', "''", ",", ":", " ")
    if not opens:
        return None
    speaking = [d for d in drafts if d.quoted and d.content and d.content[-1].end <= quote.start]
    if not speaking:
        return None
    last = max(speaking, key=lambda draft: max(draft.head, draft.content[-1].end))
    start = max(last.head, last.content[-1].end)
    # At most a short clause with the cue may stand between.
    between = sum(tree.pos[at] in ("VERB", "AUX") for at in range(start, quote.outer_start))
    return last if between <= 1 else None


def _give(tree: Tree, paragraph: int, draft: Draft, quote: Quoted) -> None:
    span = TokenSpan(paragraph, quote.start, quote.end)
    if draft.content and not draft.quoted:
        draft.kind = QuotationKind.MIXED
    else:
        draft.kind = QuotationKind.DIRECT
        draft.quoted = True
    draft.content = sorted({*draft.content, span})
    if draft.source is None and draft.cue is not None:
        start = max(tree.starts[draft.head], draft.head - 12)
        found = beside(tree, draft.head, start, tree.ends[draft.head]) or person_beside(
            tree, draft.head, [(said.start, said.end) for said in draft.content if said.paragraph == paragraph]
        )
        inside = found and any(s.start < found[1] and found[0] < s.end for s in draft.content)
        if found and not inside:
            draft.source = TokenSpan(paragraph, *found)


def introduced(tree: Tree, paragraph: int) -> TokenSpan | None:
    """Who or what the last sentence of a paragraph names as saying what the next paragraph holds."""
    if not len(tree):
        return None
    start = tree.starts[len(tree) - 1]
    for at in range(start, len(tree)):
        if tree.words[at] == "according":
            to = tree.child(at, "prep")
            holder = tree.child(to, "pobj") if to is not None else None
            if holder is not None:
                return TokenSpan(paragraph, *noun_phrase(tree, holder))
    for at in range(start, len(tree)):
        if tree.lemmas[at] in _TEXTS and tree.pos[at] == "NOUN":
            return TokenSpan(paragraph, *noun_phrase(tree, at))
    return None
