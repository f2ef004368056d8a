"""Whose a group is that is named without a country, in a text about one country: "soldiers killed five people"."""

from __future__ import annotations

from collections.abc import Sequence

from dissensus.actors.context import acting, focus
from dissensus.actors.dictionary import State
from dissensus.actors.lexicon import Noun, cues
from dissensus.actors.mentions import Resolution
from dissensus.actors.page import NounHit, Page
from dissensus.actors.phrases import NounPhrase
from dissensus.actors.work import Draft, Part, Work
from dissensus.model import Actor, ActorType

_AT_HOME = frozenset(("LEG", "JUD", "OPP", "MIL", "COP", "AGR", "LAB", "CVL", "REB", "PRM", "PTY"))
"""Chief sectors of groups that a text about one country means of that country; business, press and experts come from
anywhere."""
_FORCES = frozenset(("military", "police"))
_AT_HOME_ONLY = frozenset((ActorType.GOVERNMENT, ActorType.POLICE))
"""Types of bodies of a state whose doings to unnamed people are at home."""
_TOWN_POLICE = frozenset(("USA", "CAN", "GBR", "BRA"))
"""Countries whose police are chiefly those of towns and provinces."""
_WIDEST = 20
"""How far behind a group the words that place it may go."""


def home_of(work: Work, page: Page, token: int, noun: Noun, described: Sequence[int]) -> State | None:
    """The state a group without one belongs to; None where the text is about several or calls the group foreign."""
    if noun.sectors[:1] == () or noun.sectors[0] not in _AT_HOME or noun.arm == "state":
        return None
    if not about_one(work):
        return None
    if any(page.texts[i].lower() in cues("abroad") for i in described):
        return None
    if not cues("abroad").isdisjoint(noun.noun.split()):
        return None  # "imperialist powers"
    return _own_doing(work, page, token) or work.state(focus(work, page, token))


def _own_doing(work: Work, page: Page, token: int) -> State | None:
    """The state that a text is about where its courts, police or government do something to a group: their own.

    What a state or an army does may be done abroad.
    """
    held = acting(work, page, token)
    if held is None or held.part is Part.STATE or held.actor.type not in _AT_HOME_ONLY:
        return None
    country = held.actor.country
    return work.state(country) if country is not None and country in (work.scene, work.main_country) else None


def beyond(work: Work, page: Page, hit: NounHit) -> Draft | None:
    """The state that a group is said to be outside of: "liberals outside Cuba"."""
    if page.texts[hit.end : hit.end + 1] not in (["outside"], ["beyond"]):
        return None
    held = work.at(page, hit.end + 1)
    return held if held is not None and held.start == hit.end + 1 and held.part is Part.STATE else None


def placed_elsewhere(work: Work, page: Page, hit: NounHit, home: State) -> bool:
    """Whether the clause that tells a group from others places it abroad: "movements that ousted leaders in Peru"."""
    if page.texts[hit.end : hit.end + 1] not in (["that"], ["who"], ["which"]):
        return False
    named: set[str] = set()
    for i in range(hit.end + 1, min(hit.end + _WIDEST, len(page.texts))):
        if page.sent_start[i] or page.texts[i] in (",", ";", ":"):
            break
        held = work.at(page, i)
        if held is None or held.start != i or held.part not in (Part.STATE, Part.PLACE) or not held.actor.country:
            continue
        if page.texts[i - 1].lower() in ("in", "across", "throughout", "inside"):
            named.add(held.actor.country)
    return bool(named) and home.iso3 not in named


def the_people(work: Work, page: Page, hit: NounHit, phrase: NounPhrase, head: int) -> bool:
    """The people of the one country a text is about: "the people have spoken", not "the people who came"."""
    if hit.plural and hit.noun.noun != page.texts[head].lower():
        return False
    if page.texts[hit.start - 1 : hit.start] not in (["the"], ["The"]) or phrase.linked:
        return False
    behind = page.texts[hit.end].lower() if hit.end < len(page.texts) else ""
    if behind in cues("narrowing") or (behind and page.tag[hit.end] in ("VBG", "VBN") and page.head[hit.end] == head):
        return False
    if not about_one(work):
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


def about_one(work: Work) -> bool:
    """Whether a text is about one country, named more than once."""
    if work.scene is not None:
        return True
    return work.main_country is not None and work.countries[work.main_country] > 1


def police_of_town(work: Work, page: Page, hit: NounHit, phrase: NounPhrase, owners: list[Draft], head: int) -> bool:
    """The police of a town that has its own: "Chicago's police", "the police department of Chicago"."""
    if len(owners) != 1 or owners[0].part is not Part.PLACE or owners[0].actor.country not in _TOWN_POLICE:
        return False
    town = owners[0].actor
    words = page.doc[hit.start : hit.end].text.lower()
    actor = work.found(work.found_id(f"{town.name} police"), f"{town.name} police", ActorType.POLICE, town.country)
    why = Resolution("noun", 0.7, f"{words} of {town.name}")
    end = owners[0].end if owners[0] in phrase.complements else phrase.noun_end
    work.add(page, phrase.start, end, actor, why, Part.ROLE, head)
    return True
