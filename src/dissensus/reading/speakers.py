"""Full names for the labels of turns, as far as the text around them gives these names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cached_property

from dissensus.reading.metadata import Metadata

INTERVIEWER = "Interviewer"
INTERVIEWEE = "Interviewee"
"""What they are called when the text does not name them."""

_CAPITAL = r"(?:[^\W\d_a-zß-öø-ÿ][\w’'-]+|[^\W\d_a-zß-öø-ÿ]\.)"
_PARTICLE = r"(?:de|da|do|dos|del|della|di|du|la|las|los|van|von|der|den|bin|ibn|al|el|y)"
_NAME = rf"{_CAPITAL}(?: (?:{_PARTICLE} ){{0,2}}{_CAPITAL}){{1,3}}"
_NAMES = re.compile(_NAME)
_WITH_INITIALS = re.compile(rf"({_NAME}) \(([^\W\d_]{{2,4}})\)")
_ANSWERS = re.compile(
    r"(?:[Ii]nterview(?:s|ed|ing)?(?: with)?|INTERVIEW(?: WITH)?:?|[Ss]p(?:oke|eaks?) (?:to|with)"
    r"|[Tt]alk(?:s|ed) (?:to|with)"
    r"|[Cc]onversation with|[Ee]ntrevista (?:a|con|com)|[Ee]ntretien avec)"
    rf" (?:[a-z][\w’'-]* |the |[\w’' ,-]{{0,60}}?, )?({_NAME})"
)
_ASKS = re.compile(rf"(?:[Ii]nterview(?:ed)? by|[Ii]nterviewer:|[Ee]ntrevistad[oa] por) ({_NAME})")
_TITLES = frozenset(
    """
    mr mrs ms miss dr prof professor sen senator rep representative gov governor gen general president minister the sr
    sra
    """.split()
)


class Names:
    """The persons that a text names, to find those who speak in it.

    Args:
        text: all of it; only its beginning is searched for full names.
        introduction: what stands before the first turn.
        metadata: its title may name who is interviewed, its author is who asks.
        labels: of all turns; the first may have the full name, and those after it the surname.
    """

    _SEARCHED = 20_000

    def __init__(self, text: str, introduction: str, metadata: Metadata, labels: Sequence[str] = ()) -> None:
        self._text = text[: self._SEARCHED]
        self._introduction = f"{metadata.title or ''}.\n{introduction}"
        self._author = metadata.author
        self._labels = labels

    def answerer(self) -> str | None:
        """Who is interviewed, when the title or the introduction says so of one person."""
        found = {name for name in _ANSWERS.findall(self._introduction) if name != self._author}
        return found.pop() if len(found) == 1 else None

    def asker(self) -> str | None:
        """Who interviews: named as such, or the author, unless the author is who answers."""
        if match := _ASKS.search(self._introduction):
            return match[1]
        if self._author and self._author != self.answerer():
            return self._author
        return None

    def full(self, label: str) -> str:
        """The fullest form of a label that the text bears out, else the label itself."""
        name = re.split(r" ?\(|, ", label, maxsplit=1)[0].strip()
        parts = [part for part in name.split() if part.strip(".").lower() not in _TITLES] or name.split()
        plain = " ".join(parts)
        if len(parts) == 1 and plain.isupper() and 2 <= len(plain) <= 4 and (by := self._by_initials(plain)):
            return by
        key = _fold(plain)
        if len(parts) == 1:
            longer = {known for known in self._known if _fold(known).endswith(f" {key}")}
            longer |= {known for known in self._known if _fold(known).startswith(f"{key} ")} if not longer else set()
            if len(longer) == 1:
                return longer.pop()
        for known in self._known:
            if _fold(known) == key:
                return known
        return plain.title() if plain.isupper() and len(plain) > 4 else plain

    def _by_initials(self, initials: str) -> str | None:
        for name, given in _WITH_INITIALS.findall(self._text):
            if given == initials:
                return str(name)
        fitting = {name for name in self._known if _initials(name) == initials}
        return fitting.pop() if len(fitting) == 1 else None

    @cached_property
    def _known(self) -> tuple[str, ...]:
        """Names before the first turn, in order, the author's and those in the title included."""
        found = _NAMES.findall(self._introduction)
        if self._author:
            found.insert(0, self._author)
        found.extend(label for label in self._labels if _NAMES.fullmatch(label))
        return tuple(dict.fromkeys(name for name in found if not name.isupper()))


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _fold(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))
