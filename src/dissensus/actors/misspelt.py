"""Names of states and their people with one slip of the pen: "Phillipines", "Ukranian", "Kazahks"."""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_lowercase

from dissensus.actors.dictionary import Dictionary, Name, NameKind
from dissensus.actors.words import words

_SHORTEST = 6
"""Letters of a word below which one slip makes another word."""
_KINDS = frozenset((NameKind.NAME, NameKind.ADJECTIVE, NameKind.PEOPLE))


def misspelt_state(dictionary: Dictionary, word: str) -> Name | None:
    """The name of a state, its adjective or its people that a capitalised word is a slip for; None where none is sure.

    A slip is one letter more, one less, another one, or two exchanged; never the first letter.
    """
    folded = words(word)
    if len(word) < _SHORTEST or not word[0].isupper() or len(folded) != 1:
        return None
    if folded in dictionary.surnames or dictionary.lexicon.nouns.get(folded):
        return None
    found: dict[str, Name] = {}
    for spelling in _one_slip_away(folded[0]):
        for name in dictionary.names.get((spelling,)):
            if name.actor in dictionary.states and name.kind in _KINDS and not name.ambiguous:
                found.setdefault(name.actor, name)
    return next(iter(found.values())) if len(found) == 1 else None


def _one_slip_away(word: str) -> Iterator[str]:
    for i in range(1, len(word) + 1):
        left, right = word[:i], word[i:]
        yield left + right[1:]
        yield left + right[1:2] + right[:1] + right[2:]
        for letter in ascii_lowercase:
            yield left + letter + right
            yield left + letter + right[1:]
