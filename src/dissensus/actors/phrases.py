"""The noun phrase around an agent noun: whose it is, which words describe it, where it ends."""

from __future__ import annotations

from dataclasses import dataclass, field

from dissensus.actors.introduction import is_modifier
from dissensus.actors.page import DET, NUM, POSSESSIVE, Page
from dissensus.actors.work import Draft, Part, Work

_WIDEST = 8
_JOINERS = frozenset(("-", "–", "/", "and", ",", "&", "or"))
OWNING = (Part.STATE, Part.DEMONYM)


@dataclass(slots=True)
class NounPhrase:
    """The words `[start, end)` around a noun at `[noun_start, noun_end)`.

    Attributes:
        owners: states and regions that modify the noun from the left, nearest first.
        possessor: who the noun is said to belong to: "Noboa's", "Trump" in "Trump administration".
        preposition: "of", "in" or "from" when an actor follows it.
        complements: the actors that follow.
        belongs: the possessor stands with a possessive.
        definite: "the" or a possessive stands before it.
        indefinite: "a" or "an" does.
    """

    start: int
    noun_start: int
    noun_end: int
    end: int
    owners: list[Draft] = field(default_factory=list)
    possessor: Draft | None = None
    preposition: str = ""
    complements: list[Draft] = field(default_factory=list)
    belongs: bool = False
    definite: bool = False
    indefinite: bool = False


def noun_phrase(work: Work, page: Page, noun_start: int, noun_end: int) -> NounPhrase:
    """Look to the left and right of a noun."""
    phrase = NounPhrase(noun_start, noun_start, noun_end, noun_end)
    _look_left(work, page, phrase)
    _look_right(work, page, phrase)
    return phrase


def _look_left(work: Work, page: Page, phrase: NounPhrase) -> None:
    i = phrase.noun_start
    texts = page.texts
    while i > 0 and phrase.noun_start - i < _WIDEST and not page.sent_start[i]:
        held = work.at(page, i - 1)
        token = texts[i - 1]
        if held is not None:
            if texts[i] == "-" and page.tag[i + 1] in ("VBN", "VBG", "JJ"):
                # "US-backed forces": not the forces' country.
                phrase.start = i = held.start
                continue
            if held.part in OWNING:
                if not phrase.owners or texts[i] in _JOINERS:
                    phrase.owners.append(held)
                    if len(phrase.owners) == 1:
                        phrase.start = held.start
                    i = held.start
                    if i > 1 and texts[i - 1] in _JOINERS and not page.sent_start[i - 1]:
                        before = work.at(page, i - 2)
                        if before is not None and before.part in OWNING and before.head != page.head[before.head]:
                            if (
                                texts[i - 1] in ("-", "–", "/")
                                or page.dep[held.head] == "conj"
                                or page.head[held.head] == before.head
                            ):
                                i -= 1
                    continue
            elif not phrase.owners and phrase.possessor is None and held.part in (Part.PERSON, Part.BODY, Part.ROLE):
                phrase.possessor = held
                phrase.start = held.start
            break
        if token in POSSESSIVE:
            owner = work.at(page, i - 2) if i > 1 else None
            if owner is not None:
                if owner.part in OWNING or owner.part is Part.PLACE:
                    if not phrase.owners:
                        phrase.owners.append(owner)
                        phrase.start = owner.start
                else:
                    phrase.possessor = owner
                    phrase.belongs = True
                    phrase.start = owner.start
            phrase.definite = True
            break
        if token in _JOINERS:
            if token == "-" and i > 1 and work.at(page, i - 2) is None:
                i -= 1
                continue
            held = work.at(page, i - 2) if i > 1 else None
            if token == "-" and held is not None and page.tag[i] in ("VBN", "VBG", "JJ"):
                phrase.start = i = held.start
                continue
            break
        if not is_modifier(page, i - 1):
            if page.pos[i - 1] == DET or page.tag[i - 1] in ("DT", "PRP$"):
                low = token.lower()
                phrase.definite = phrase.definite or low in (
                    "the",
                    "its",
                    "their",
                    "his",
                    "her",
                    "our",
                    "these",
                    "those",
                )
                phrase.indefinite = low in ("a", "an", "any", "another")
            break
        i -= 1
        if not phrase.owners and token != "-":
            phrase.start = i
    if i > 0 and not phrase.definite and texts[i - 1].lower() == "the":
        phrase.definite = True


def _look_right(work: Work, page: Page, phrase: NounPhrase) -> None:
    i, n = phrase.noun_end, len(page.texts)
    if i + 1 >= n or page.texts[i] not in ("of", "in", "from", "across", "throughout", "within"):
        return
    preposition = page.texts[i]
    i += 1
    while i < n and (page.pos[i] == DET or page.texts[i] in ("all", "both") or page.pos[i] == NUM):
        i += 1
    held = work.at(page, i)
    # A noun between them ("of other parts of Bolivia") makes it someone else's.
    if held is None or (held.part is Part.DEMONYM and held.end < n and page.head[held.head] >= held.end):
        return
    if held.start != i or (preposition != "of" and held.part not in (Part.STATE, Part.PLACE)):
        return
    phrase.preposition = preposition
    while held is not None:
        phrase.complements.append(held)
        phrase.end = i = held.end
        while i < n and page.texts[i] in (",", "and", "or"):
            i += 1
        following = work.at(page, i) if i > phrase.end else None
        if following is None or following.start != i or following.part is not held.part:
            break
        if page.dep[following.head] != "conj":
            break
        held = following
