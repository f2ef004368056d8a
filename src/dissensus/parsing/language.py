"""Which language a text or paragraph is in."""

from __future__ import annotations

from functools import cache
from typing import Any

ANALYSED = frozenset({"en"})
"""Languages in which statements are found. Texts in others are read and stored."""

READ = ("en", "es", "fr", "pt")
"""Languages that are told apart in little text."""

_TOLD = (
    *READ,
    *"ar bg bn ca cs da de el et eu fa fi gl he hi hr hu hy id it ja ka ko".split(),
    *"lt lv mk ms nl nn no pl ro ru sk sl sq sr sv sw ta th tl tr uk ur vi zh".split(),
)
"""Languages that are told apart in more text."""

_ENOUGH = 40
"""Letters under which a guess is no better than none."""

_MORE = 80
"""Characters under which names can make a text look like one of a language that is seldom met."""

_LATIN = "\u0250"
"""Letters before this one are Latin."""

CERTAIN = 200
"""Characters from which a paragraph may differ from the rest of its document."""


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=False)
    identifier.set_languages(list(_TOLD))
    return identifier


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of a text's language, or None when the text is too short to tell."""
    letters = [letter for letter in text[:400] if letter.isalpha()]
    if len(letters) < _ENOUGH:
        return None
    if len(text) < _MORE and 2 * sum(letter < _LATIN for letter in letters) > len(letters):
        return next(str(language) for language, _ in _identifier().rank(text) if language in READ)
    language, _ = _identifier().classify(text[:2000])
    return str(language)
