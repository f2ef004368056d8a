"""The first person in quoted words and turns: "I", "we" and "my" are whoever says them."""

from __future__ import annotations

from collections.abc import Iterator

from dissensus.parsing.parsed import Reference, TokenSpan
from dissensus.parsing.reference_places import Discourse, quotation_around
from dissensus.parsing.tree import tree_of

_SPEAKER = frozenset(("i", "me", "my", "mine", "myself", "we", "us", "our", "ours"))


def first_person(document: Discourse, found: list[Reference]) -> Iterator[Reference]:
    """Resolve "I" and "we" in quoted words: whoever is given as saying them."""
    by_pronoun = {reference.pronoun: reference for reference in found}
    parsed = document.parsed
    for paragraph in sorted(document.spoken):
        tree = tree_of(parsed.paragraphs[paragraph].doc)
        for start, end, number in document.spoken[paragraph]:
            source = parsed.quotations[number].source or _named_speaker(document, number)
            if source is None:
                continue
            for token in range(start, end):
                if tree.words[token] in _SPEAKER and quotation_around(document, paragraph, token) == number:
                    antecedent: TokenSpan | None = source
                    if parsed.paragraphs[source.paragraph].doc[source.start].pos_ == "PRON":
                        known = by_pronoun.get(TokenSpan(source.paragraph, source.start, source.start + 1))
                        antecedent = known.antecedent if known else None
                    if antecedent is not None:
                        yield Reference(TokenSpan(paragraph, token, token + 1), antecedent, "who says these words")


def _named_speaker(document: Discourse, number: int) -> TokenSpan | None:
    """Where the text first names the speaker of a turn."""
    speaker = document.parsed.quotations[number].speaker
    if not speaker:
        return None
    surname = speaker.lower().split()[-1]
    for places in document.places:
        for place in places:
            if place.mention.person and place.mention.named and place.mention.entity.split("/")[0] == surname:
                return place.mention.span
    return None
