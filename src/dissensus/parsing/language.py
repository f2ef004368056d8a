"""Which language a text or paragraph is in, among those that Dissensus reads."""

from __future__ import annotations

from functools import cache
from typing import Any

ANALYSED = frozenset({"en"})
"""Languages in which statements are found. Texts in others are read and stored."""

READ = ("en", "es", "fr", "pt")
"""Languages that are told apart."""

_ENOUGH = 40
"""Characters under which a guess is no better than none."""

CERTAIN = 200
"""Characters from which a paragraph may differ from the rest of its document."""


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=False)
    identifier.set_languages(list(READ))
    return identifier


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of a text's language, or None when the text is too short to tell."""
    if sum(map(str.isalpha, text[:400])) < _ENOUGH:
        return None
    language, _ = _identifier().classify(text[:2000])
    return str(language)
