"""Whose a group is that is named without a country, in a text about one country: "soldiers killed five people"."""

from __future__ import annotations

from collections.abc import Sequence

from dissensus.actors.context import focus
from dissensus.actors.dictionary import State
from dissensus.actors.lexicon import Noun, cues
from dissensus.actors.mentions import Resolution
from dissensus.actors.page import NounHit, Page
from dissensus.actors.phrases import NounPhrase
from dissensus.actors.work import Part, Work
from dissensus.model import Actor

_AT_HOME = frozenset(("LEG", "JUD", "OPP", "MIL", "COP", "AGR", "LAB", "CVL", "REB", "PRM", "PTY"))
"""Chief sectors of groups that a text about one country means of that country; business, press and experts come from
anywhere."""
_FORCES = frozenset(("military", "police"))


def home_of(work: Work, page: Page, token: int, noun: Noun, described: Sequence[int]) -> State | None:
    """The state a group without one belongs to; None where the text is about several or calls the group foreign."""
    if noun.sectors[:1] == () or noun.sectors[0] not in _AT_HOME or noun.arm == "state":
        return None
    if not _about_one(work):
        return None
    if any(page.texts[i].lower() in cues("abroad") for i in described):
        return None
    return work.state(focus(work, page, token))


def the_people(work: Work, page: Page, hit: NounHit, phrase: NounPhrase, head: int) -> bool:
    """The people of the one country a text is about: "the people have spoken", not "the people who came"."""
    if hit.plural and hit.noun.noun != page.texts[head].lower():
        return False
    if page.texts[hit.start - 1 : hit.start] not in (["the"], ["The"]) or phrase.linked:
        return False
    behind = page.texts[hit.end].lower() if hit.end < len(page.texts) else ""
    if behind in cues("narrowing") or (behind and page.tag[hit.end] in ("VBG", "VBN") and page.head[hit.end] == head):
        return False
    if not _about_one(work):
        return False
    state = work.state(focus(work, page, hit.start))
    if state is None:
        return False
    why = Resolution("noun", 0.5, f"the people; the text is about {state.name}")
    work.add(page, hit.start, hit.end, work.dictionary.actor(f"{state.id}.people"), why, Part.ROLE, head)
    return True


def force_of(work: Work, page: Page, state: State, noun: Noun, described: Sequence[int]) -> Actor | None:
    """The arm of a state that a noun means without a country: "soldiers", "government troops", "this 'opposition'"."""
    if not noun.arm or (noun.type not in _FORCES and (noun.note != "mass" or described)):
        return None
    if any(page.texts[i].lower() not in cues("own_force") for i in described):
        return None
    return work.dictionary.actor(f"{state.id}.{noun.arm}")


def _about_one(work: Work) -> bool:
    """Whether a text is about one country, named more than once."""
    if work.scene is not None:
        return True
    return work.main_country is not None and work.countries[work.main_country] > 1
