"""The noun phrase around an agent noun: whose it is, which words describe it, where it ends."""

from __future__ import annotations

from dataclasses import dataclass, field

from dissensus.actors.introduction import is_modifier
from dissensus.actors.lexicon import cues
from dissensus.actors.page import ADP, DET, NUM, POSSESSIVE, Page
from dissensus.actors.work import Draft, Part, Work
from dissensus.model import ActorType

_WIDEST = 8
_JOINERS = frozenset(("-", "–", "/", "and", ",", "&", "or"))
_THERE = frozenset(("based", "born", "educated", "held", "owned", "run"))
"""Second halves of compounds that do tell the country."""
PREFIXES = frozenset(("anti", "pro", "ex", "post", "pre", "non"))
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
        linked: tokens of words like "US-backed" and "anti-war" that tell of the noun.
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
    linked: list[int] = field(default_factory=list)
    definite: bool = False
    indefinite: bool = False


def noun_phrase(work: Work, page: Page, noun_start: int, noun_end: int) -> NounPhrase:
    """Look to the left and right of a noun."""
    phrase = NounPhrase(noun_start, noun_start, noun_end, noun_end)
    _look_left(work, page, phrase)
    _look_right(work, page, phrase)
    return phrase


def _look_left(work: Work, page: Page, phrase: NounPhrase) -> None:
    """Walk from the noun to the left over adjectives and owners, up to a determiner, a possessive or anything else."""
    i = phrase.noun_start
    while i > 0 and phrase.noun_start - i < _WIDEST and not page.sent_start[i]:
        held = work.at(page, i - 1)
        if held is not None and is_linked(page, i):
            # "US-backed forces": not the forces' country
            phrase.linked += range(held.start, i + 2)
            phrase.start = i = held.start
        elif held is not None and _is_compound(page, held):
            phrase.linked += range(held.start, held.end)
            phrase.start = i = held.start
        elif held is not None and (prefix := _prefix_before(page, held)) is not None:
            phrase.linked += range(prefix, held.end)
            phrase.start = i = prefix
        elif held is not None and held.part in OWNING and (not phrase.owners or page.texts[i] in _JOINERS):
            i = _take_owner(work, page, phrase, held)
        elif held is not None:
            if not phrase.owners and held.part in (Part.PERSON, Part.BODY, Part.ROLE, Part.PLACE):
                phrase.possessor, phrase.start = held, held.start
            break
        elif page.texts[i - 1] in POSSESSIVE:
            _take_possessor(phrase, work.at(page, i - 2) if i > 1 else None)
            break
        elif page.texts[i - 1] == "-" and i > 1 and work.at(page, i - 2) is None:
            # "left-leaning", "anti-war": one word, whatever its first half is taken for
            i -= 2
            if not phrase.owners:
                phrase.start = i
        elif page.texts[i - 1] == "-" and i > 1 and is_linked(page, i - 1):
            i -= 1
        elif is_modifier(page, i - 1):
            i -= 1
            if not phrase.owners:
                phrase.start = i
        else:
            _take_determiner(page, phrase, i - 1)
            break
    if i > 0 and page.texts[i - 1].lower() == "the":
        phrase.definite = True


def is_linked(page: Page, i: int) -> bool:
    """Whether token `i` is the hyphen of a word like "US-backed"."""
    return i + 1 < len(page.texts) and page.texts[i] == "-" and page.tag[i + 1] in ("VBN", "VBG", "VBD", "JJ")


def only_backs(page: Page, end: int) -> bool:
    """Whether the mention that ends at `end` only tells who is behind what follows: "US-backed rebels"."""
    word = page.texts[end + 1].lower() if is_linked(page, end) else ""
    return word in cues("linked_participle") and word not in _THERE


def _is_compound(page: Page, draft: Draft) -> bool:
    """Whether a mention is part of one word with a participle: "U.S.-backed"."""
    _, hyphen, rest = page.texts[draft.end - 1].rpartition("-")
    return bool(hyphen) and rest.lower() in cues("linked_participle")


def _prefix_before(page: Page, draft: Draft) -> int | None:
    """The token of "anti" or "pro" that is hyphened to a mention."""
    i = draft.start - 2
    return i if i >= 0 and page.texts[i + 1] == "-" and page.texts[i].lower() in PREFIXES else None


def _take_owner(work: Work, page: Page, phrase: NounPhrase, owner: Draft) -> int:
    """Take a state that modifies the noun; where to go on: past an "and" or hyphen when another is joined to it."""
    phrase.owners.append(owner)
    if len(phrase.owners) == 1:
        phrase.start = owner.start
    i = owner.start
    if i < 2 or page.texts[i - 1] not in _JOINERS or page.sent_start[i - 1]:
        return i
    before = work.at(page, i - 2)
    if before is None or before.part not in OWNING:
        return i
    joined = (
        page.texts[i - 1] in ("-", "–", "/")
        or page.dep[owner.head] == "conj"
        or page.head[owner.head] == before.head
        or (len(phrase.owners) > 1 and owner.part is before.part is Part.DEMONYM)  # "French, British and US firms"
    )
    return i - 1 if joined else i


def _take_possessor(phrase: NounPhrase, owner: Draft | None) -> None:
    """Take who stands before a possessive."""
    phrase.definite = True
    if owner is None or phrase.owners:
        return
    phrase.start = owner.start
    if owner.part in OWNING or owner.part is Part.PLACE or owner.actor.type is ActorType.COUNTRY:
        phrase.owners.append(owner)
    else:
        phrase.possessor, phrase.belongs = owner, True


def _take_determiner(page: Page, phrase: NounPhrase, i: int) -> None:
    if page.pos[i] == DET or page.tag[i] in ("DT", "PRP$"):
        low = page.texts[i].lower()
        phrase.definite = low in ("the", "its", "their", "his", "her", "our", "these", "those")
        phrase.indefinite = low in ("a", "an", "any", "another")


def _leaves(page: Page, noun: int) -> bool:
    """Whether a noun is what goes or is taken away."""
    top = page.head[noun]
    if page.pos[top] == ADP:
        top = page.head[top]
    return page.doc[top].lemma_.lower() in cues("leaving")


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
    if held.part is Part.STATE and page.texts[held.end : held.end + 1] and page.texts[held.end] in POSSESSIVE:
        return  # "the premier of Canada's Alberta province"
    if held.start != i or (preposition != "of" and held.part not in (Part.STATE, Part.PLACE)):
        return
    if preposition == "from" and _leaves(page, phrase.noun_end - 1):
        return  # "the withdrawal of troops from Iraq"
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
