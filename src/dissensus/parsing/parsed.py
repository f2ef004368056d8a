"""What parsing makes of a document: paragraphs with their spaCy parses, and dates, quotations and references on them.

A `TokenSpan` points at tokens of one paragraph's parse; `Parsed.offsets` turns it into offsets of the original text.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from spacy.tokens import Doc, Span

from dissensus.model import Document, When


class BlockKind(StrEnum):
    """What a paragraph is on the page."""

    BODY = "body"
    HEADING = "heading"
    ITEM = "item"
    QUOTE = "quote"


class TokenSpan(NamedTuple):
    """Tokens `[start, end)` of the parse of paragraph number `paragraph`."""

    paragraph: int
    start: int
    end: int

    def holds(self, paragraph: int, token: int) -> bool:
        """Whether token number `token` of a paragraph lies inside."""
        return self.paragraph == paragraph and self.start <= token < self.end


@dataclass(slots=True)
class Paragraph:
    """A block of text that is parsed as one.

    Attributes:
        index: its number in `Parsed.paragraphs`.
        start: offset of its first character in the original text.
        end: offset after its last.
        kind: body, heading, list item or block quotation.
        language: ISO 639-1 of the paragraph's own words, None when too short to tell.
        doc: the parse; with no tokens when the language is not analysed.
        origin: for each character of `doc.text` (and one past the last) its offset in the original text, counted from
            `start`; None when the two run side by side.
    """

    index: int
    start: int
    end: int
    kind: BlockKind
    language: str | None
    doc: Doc
    origin: array[int] | None

    def offsets(self, start_char: int, end_char: int) -> tuple[int, int]:
        """Offsets in the original text of characters `[start_char, end_char)` of `doc.text`."""
        if self.origin is None:
            return self.start + start_char, self.start + end_char
        if end_char <= start_char:
            here = self.start + self.origin[start_char]
            return here, here
        return self.start + self.origin[start_char], self.start + self.origin[end_char]


@dataclass(slots=True)
class Sentence:
    """A sentence: `span` is spaCy's, `start` and `end` are offsets in the original text."""

    index: int
    paragraph: int
    span: Span
    start: int
    end: int


@dataclass(slots=True, frozen=True)
class DateMention:
    """A date or stretch of time in the text, resolved as far as its words and the document's date allow."""

    span: TokenSpan
    when: When


class QuotationKind(StrEnum):
    """How someone's words are given."""

    DIRECT = "direct"  # all of the content stands in quotation marks
    INDIRECT = "indirect"  # "X said that ..."
    MIXED = "mixed"  # indirect, with words in quotation marks inside
    ACCORDING = "according"  # "according to X", "per X", "for X"
    BLOCK = "block"  # a paragraph or more set apart
    TURN = "turn"  # a turn in an interview


class Stance(StrEnum):
    """What the cue's verb makes of the content: the writer's distance, or what sort of speech it is."""

    NEUTRAL = "neutral"  # say, tell, announce
    DISTANCED = "distanced"  # claim, allege, purport
    DENIAL = "denial"  # deny, dispute that
    PROMISE = "promise"  # vow, pledge, promise
    PREDICTION = "prediction"  # predict, forecast, expect
    DEMAND = "demand"  # demand, urge, call on, insist that ... should
    QUESTION = "question"  # ask, wonder whether
    HYPOTHESIS = "hypothesis"  # suggest, speculate, suspect, believe


@dataclass(slots=True, frozen=True)
class Quotation:
    """Words given as someone's.

    Attributes:
        kind: how they are given.
        content: what is said, in one or more stretches.
        cue: the words that give it as said ("said", "according to"); None for block quotations and turns without any.
        source: who is given as saying it; None when the text does not say.
        speaker: the name of the speaker where it stands outside the parsed text (a turn's label).
        stance: what the cue makes of the content.
        parent: index in `Parsed.quotations` of the quotation that holds this one; None at the top.
    """

    kind: QuotationKind
    content: tuple[TokenSpan, ...]
    cue: TokenSpan | None = None
    source: TokenSpan | None = None
    speaker: str | None = None
    stance: Stance = Stance.NEUTRAL
    parent: int | None = None


@dataclass(slots=True, frozen=True)
class Reference:
    """A pronoun and the words it stands for. Where we are not sure there is no reference at all."""

    pronoun: TokenSpan
    antecedent: TokenSpan
    why: str


@dataclass(slots=True)
class Parsed:
    """A document and what parsing found in it.

    Attributes:
        language: the document's language, ISO 639-1; only `en` is analysed.
        analysed: whether any paragraph was parsed.
        quotations: outer ones before the ones they hold.
    """

    document: Document
    language: str | None
    paragraphs: list[Paragraph]
    sentences: list[Sentence]
    dates: list[DateMention] = field(default_factory=list)
    quotations: list[Quotation] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)

    @property
    def analysed(self) -> bool:
        """Whether there is anything to find statements in."""
        return bool(self.sentences)

    def offsets(self, span: TokenSpan) -> tuple[int, int]:
        """Offsets in the original text of a non-empty span of tokens."""
        paragraph = self.paragraphs[span.paragraph]
        first, last = paragraph.doc[span.start], paragraph.doc[span.end - 1]
        return paragraph.offsets(first.idx, last.idx + len(last))

    def text(self, span: TokenSpan) -> str:
        """The original words of a span of tokens."""
        start, end = self.offsets(span)
        return self.document.text[start:end]
