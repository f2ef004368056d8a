"""Those whom a pronoun says to belong to someone: "its citizens", "his critics"."""

from __future__ import annotations

from dissensus.actors.page import NounHit, Page
from dissensus.actors.work import Draft, Work

_MODIFIERS = frozenset(("JJ", "JJR", "JJS", "VBN", "VBG", "NN"))
_WIDEST = 4
"""How many words may stand between the pronoun and the noun."""
_ARMS = frozenset(("people", "military", "army", "navy", "police", "government", "embassy"))
"""Of the arms of a state, those that others name as its own: "its army", "its people"."""
_RELATED = frozenset(
    "supporter follower ally opponent critic enemy foe rival backer adversary detractor sympathiser partner".split()
)
"""Those who stand for or against someone, and not in a country."""


def is_related(hit: NounHit) -> bool:
    """Whether a noun says how people stand to whoever they belong to: "its critics"."""
    return hit.noun.noun.split()[-1] in _RELATED


def owner_by_pronoun(work: Work, page: Page, hit: NounHit) -> Draft | None:
    """Whose a group or arm of a state is, where parsing has told whom the pronoun before it means."""
    noun = hit.noun
    if noun.arm not in _ARMS and (noun.arm or noun.type != "people" or not hit.plural):
        return None
    i = hit.start - 1
    while i >= 0 and hit.start - i <= _WIDEST and page.tag[i] in _MODIFIERS:
        i -= 1
    if i < 0 or page.tag[i] not in ("PRP$", "WP$"):
        return None
    antecedent = work.antecedents.get((page.index, i))
    if antecedent is None or antecedent.paragraph != page.index:
        return None
    return work.at(page, page.root(antecedent.start, antecedent.end))
