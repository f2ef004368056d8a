"""Those whom a noun for a deed implies or has before it: "protests toppled Ruiz", "a military coup", "police violence".

Protesters are no mention of their own, since the noun names what happens; the finders ask for them where the noun
stands for those who did something.
"""

from __future__ import annotations

from functools import cache

from dissensus.actors.context import focus
from dissensus.actors.dictionary import State
from dissensus.actors.home import about_one, home_of
from dissensus.actors.lexicon import Noun, cues
from dissensus.actors.mentions import Resolution
from dissensus.actors.page import NOUN, Page
from dissensus.actors.work import Draft, Part, Work
from dissensus.model import ActorType

_NAME = "protesters"
_FORCES = {"military": "military", "army": "army", "police": "police", "state": "state", "government": "government"}
"""Words for the forces of a state before a deed, and the arm that they mean."""
_WIDEST = 4
"""How many words before the noun may tell whose protests they are."""


def find_crowds(work: Work) -> None:
    """Note whom the nouns for protests imply where nothing says whose protests they are."""
    told = work.dictionary.lexicon.nouns.get(("protester",))
    if not told:
        return
    nouns = _written("protest_noun")
    for page in work.pages:
        for token, text in enumerate(page.texts):
            if text in nouns and page.pos[token] == NOUN and work.at(page, token) is None:
                _imply(work, page, token, told[0][0])


def find_forces(work: Work) -> None:
    """Make mentions of the forces that stand before what they did to their own country: "a military coup"."""
    nouns = _written("force_deed")
    for page in work.pages:
        for token, text in enumerate(page.texts):
            if text not in nouns or page.pos[token] != NOUN or token == 0:
                continue
            arm = _FORCES.get(page.texts[token - 1].lower())
            if arm is None or page.head[token - 1] != token or work.at(page, token - 1) is not None:
                continue
            held = work.at(page, token - 2)
            if held is not None and held.end == token - 1 and held.part not in (Part.STATE, Part.DEMONYM):
                continue
            owner = held.actor.country if held is not None and held.end == token - 1 else None
            about = focus(work, page, token) if about_one(work) else None
            state = work.state(owner or _placed(work, page, token) or about)
            if state is None:
                continue
            actor = work.dictionary.actor(f"{state.id}.{arm}" if arm != "state" else state.id)
            why = Resolution("deed", 0.5, f"{page.texts[token - 1]} {text} in {state.name}")
            work.add(page, token - 1, token, actor, why, Part.ROLE, token - 1)


@cache
def _written(list_: str) -> frozenset[str]:
    """The words of a list of cues as they stand in and at the head of a sentence."""
    return frozenset(form for word in cues(list_) for form in (word, word.capitalize()))


def _placed(work: Work, page: Page, token: int) -> str | None:
    """The country in which a deed is said to have been done: "the coup in Peru"."""
    if page.texts[token + 1 : token + 2] != ["in"]:
        return None
    held = work.at(page, token + 2)
    return held.actor.country if held is not None else None


def _imply(work: Work, page: Page, token: int, noun: Noun) -> None:
    state: State | None = None
    for i in range(token - 1, max(-1, token - 1 - _WIDEST), -1):
        held = work.at(page, i)
        if held is not None:
            state = work.state(held.actor.country) if held.part in (Part.STATE, Part.DEMONYM) else None
            if state is None:
                return  # "Ruiz's protests", "union protests"
            break
        if page.tag[i] == "PRP$" or page.head[i] != token or page.dep[i] in ("compound", "nmod"):
            if page.head[i] == token and page.tag[i] != "DT":
                return  # "his protests", "farmer protests"
            break
    if page.texts[token + 1 : token + 2] == ["by"]:
        return
    if state is None:
        state = work.state(_placed(work, page, token)) or home_of(work, page, token, noun, ())
    name = f"{state.attributive} {_NAME}" if state is not None else _NAME
    id = f"found.{state.id}.{_NAME}" if state is not None else f"found.{_NAME}"
    aliases = (f"{_NAME} in {state.with_article}",) if state is not None else ()
    actor = work.found(id, name, ActorType.PEOPLE, state.iso3 if state is not None else None, noun.sectors, aliases)
    why = Resolution("deed", 0.5, f"{page.texts[token]}: whoever took part in them")
    work.implied[page.index, token] = Draft(page, token, token + 1, token, actor, why, Part.ROLE)
