"""The first words of an article printed in capitals, written as they would stand in a sentence.

Papers set the words that open an article in capitals: "PERU'S LARGEST unions called a strike". The parser takes such
words for names and such a "'S" for a verb. The rest of the document tells how they are written elsewhere. No character
is added or taken away, so that offsets stay as they are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container

from dissensus.parsing.date_words import date_words
from dissensus.parsing.people import load_people

_WORD = re.compile(r"[^\W\d_]+")
_LEAD = re.compile(r"\s*[\"'(]*(?=[^\W\d_])")
_PART = re.compile(r"[^\s,;:!?\"()\[\]–—-]+")
_ABBREVIATION = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?")
_CLITICS = frozenset(("'S", "'T", "'RE", "'VE", "'LL", "'D", "'M"))
_LONGEST = 8
"""So many words at most are set in capitals at the head of an article."""
_SHORT = 4
"""A word no longer than this that stands nowhere else may be an acronym."""
_STEM = 5
"""Words of one stem agree in so many letters: "Bolivia", "Bolivian"."""
_ENDINGS = ("s", "es", "ed", "d", "ing", "er", "r", "est", "st")
_CALENDAR = ("month", "weekday")
_OPENING = frozenset(("on", "in", "at", "after", "before", "when", "as", "even", "for", "since", "while", "last"))
"""Words that open a sentence and no heading that stands before one."""


class Spellings:
    """How the words of a document are written where they are not in a run of capitals.

    Args:
        text: the document.
        common: English words in lower case; a word that the text has nowhere else is one of them or a name.
    """

    def __init__(self, text: str, common: Container[str]) -> None:
        self._counts = Counter(match.group() for match in _WORD.finditer(text))
        self._common = common
        titles = (word for word in self._counts if word[:1].isupper() and word[1:].islower())
        self._stems = {word[:_STEM] for word in titles if word.lower() not in self._counts and len(word) >= _STEM}

    def told(self, word: str, first: bool) -> str:
        """A word in capitals as a sentence has it; its first letter stays a capital where it opens the sentence."""
        low = word.lower()
        title = low[:1].upper() + low[1:]
        if len(word) == 1:
            return word if word == "I" or first else low
        small, named, upper = (self._counts[form] for form in (low, title, word))
        if upper > 1 and not small and not named:
            return word
        if small or named:
            found = low if small >= named else title
        elif len(word) <= _SHORT and not self._is_common(low):
            return word
        else:
            found = low if self._is_common(low) and title[:_STEM] not in self._stems and not _is_name(title) else title
        return title if first else found

    def _is_common(self, word: str) -> bool:
        return word in self._common or any(
            word.endswith(ending) and word.removesuffix(ending) in self._common for ending in _ENDINGS
        )


def _is_name(word: str) -> bool:
    return word in load_people().names or any(word.lower() in date_words()[kind] for kind in _CALENDAR)


def opens_in_capitals(text: str) -> int:
    """Where the run of two or more words in capitals ends that opens a sentence; 0 where there is none.

    What goes on in small letters is a sentence, and so is what begins with a capital behind "ON SUNDAY"; other
    capitals are a heading, a place and date, or shout.
    """
    start = _LEAD.match(text)
    if start is None or not text[start.end() : start.end() + 1].isupper():
        return 0
    run: list[re.Match[str]] = []
    letters = 0
    for match in _PART.finditer(text, start.end()):
        part = match.group()
        if any(c.islower() for c in part) and not part[0].isdigit():
            goes_on = part[0].islower() or (bool(run) and run[0].group().lower() in _OPENING)
            told = len(run) > 1 and letters > len(run) and goes_on and not _is_acronym(run)
            return run[-1].end() if told and text[run[-1].end() : match.start()].isspace() else 0
        if len(run) == _LONGEST or (run and not text[run[-1].end() : match.start()].isspace()):
            return 0
        run.append(match)
        letters += sum(c.isalpha() for c in part)
    return 0


def _is_acronym(run: list[re.Match[str]]) -> bool:
    """Whether a sentence only begins with an article and an acronym: "A US invasion"."""
    return len(run) == 2 and len(run[0].group()) == 1 and len(run[1].group()) <= _SHORT


def as_in_a_sentence(text: str, end: int, spellings: Spellings) -> str:
    """A paragraph with the words before `end`, which are in capitals, written as they would stand in a sentence."""
    parts: list[str] = []
    at, first = 0, True
    kept = [match.span() for match in _ABBREVIATION.finditer(text, 0, end)]
    for match in _WORD.finditer(text, 0, end):
        word = match.group()
        if any(left <= match.start() < right for left, right in kept):
            first = False
            continue
        parts.append(text[at : match.start()])
        clitic = match.start() > 0 and text[match.start() - 1 : match.end()] in _CLITICS
        parts.append(word.lower() if clitic else spellings.told(word, first))
        at, first = match.end(), False
    parts.append(text[at:])
    return "".join(parts)
