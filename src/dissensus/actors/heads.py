"""Which head of a state a description means in a text that has named one: "the president", "the country's leader"."""

from __future__ import annotations

from dissensus.actors.context import focus
from dissensus.actors.dictionary import State
from dissensus.actors.lexicon import cues
from dissensus.actors.mentions import Resolution
from dissensus.actors.offices import HEADS
from dissensus.actors.page import Page, TitleHit
from dissensus.actors.terms import earliest, latest
from dissensus.actors.work import Part, Work
from dissensus.model import Actor, ActorType

_WIDEST = 8
"""Tokens behind an office in which whom its holder acts on is sought."""
_NEAR = 2
"""How many paragraphs back a head of the state may have been named."""


def named_head(work: Work, page: Page, token: int, state: State) -> Actor | None:
    """The one who heads or headed a state that was named last, here or in the two paragraphs before."""
    for held in work.before(page, token, _NEAR):
        if held.part is Part.PERSON and held.actor.country == state.iso3 and _heads(work, held.actor.id, state):
            return held.actor
    return None


def as_named(
    work: Work, page: Page, token: int, state: State, actor: Actor, why: Resolution
) -> tuple[Actor, Resolution]:
    """Whom the text has named in the place of whoever held the office at its date and is not named in it at all."""
    if actor.type is not ActorType.PERSON or work.known.get(actor.id) or work.tells_of_years(page, token):
        return actor, why
    if page.texts[token].lower() in cues("stand_in"):
        return actor, why
    named = named_head(work, page, token, state)
    if named is None or named.id == actor.id:
        return actor, why
    return named, Resolution("title again", 0.6, f"the head of {state.name} whom the text named last is {named.name}")


def elect(work: Work, page: Page, hit: TitleHit) -> bool:
    """Who has been elected and is not in office: "the president-elect"; whether that could be told."""
    if page.dep[hit.end - 1] in ("compound", "appos") or page.tag[hit.end - 1] == "NNS":
        return False
    state = work.state(focus(work, page, hit.start))
    if state is None:
        return False
    date = work.date_near(page, hit.start)
    coming = [
        term.person
        for office in sorted(HEADS)
        for term in work.dictionary.terms.of_office(state.id, office)
        if date and latest(date) < earliest(term.start) and int(term.start[:4] or 0) <= int(date[:4]) + 1
    ]
    named = named_head(work, page, hit.start, state)
    # The text may tell of another year than the one it was written in.
    by_date = bool(coming) and (named is None or named.id in coming)
    actor = work.dictionary.actor(coming[0]) if by_date else named
    if actor is None:
        return False
    why = Resolution("title again", 0.6, f"{hit.titles[0].title} of {state.name}: {actor.name}")
    work.add(page, hit.start, hit.end, actor, why, Part.PERSON, hit.end - 1)
    return True


def _heads(work: Work, id: str, state: State) -> bool:
    return any(term.office in HEADS and term.organisation == state.id for term in work.dictionary.terms.of_person(id))


def acts_on_leader(work: Work, page: Page, head: int, state: State) -> bool:
    """Whether whoever is called president does something to the one in office there: "the president met Castro"."""
    date = work.date_near(page, head)
    if page.dep[head] not in ("nsubj", "nsubjpass") or not date or "/" in date:
        return False
    days = earliest(date), latest(date)
    verb = page.head[head]
    for i in range(head + 1, min(head + _WIDEST, len(page.texts))):
        if page.sent_start[i]:
            break
        held = work.at(page, i)
        if held is None or held.part is not Part.PERSON or held.actor.country != state.iso3:
            continue
        top = page.head[held.head]
        if page.dep[held.head] in ("nsubj", "dobj", "pobj") and (top == verb or page.head[top] == verb):
            terms = work.dictionary.terms.of_person(held.actor.id)
            if any(t.office in HEADS and t.organisation == state.id and t.covers(*days) for t in terms):
                return True
    return False
