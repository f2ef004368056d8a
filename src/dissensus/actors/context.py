"""What the words around a phrase tell of it: the country it is about, the person it is set beside."""

from __future__ import annotations

from dissensus.actors.evidence import LEADING
from dissensus.actors.page import Page
from dissensus.actors.phrases import NounPhrase
from dissensus.actors.work import Draft, Part, Work
from dissensus.model import ActorType


def focus(work: Work, page: Page, token: int) -> str | None:
    """The country a phrase without one is about: the sentence's, document's or paragraph's; None when unsure."""
    cover = work.cover[page.index]
    first = token
    while first > 0 and not page.sent_start[first]:
        first -= 1
    for i in range(token - 1, first - 1, -1):
        held = cover[i]
        if held is None or held.part not in (Part.STATE, Part.PLACE) or held.start == 0 or not held.actor.country:
            continue
        if page.texts[held.start - 1].lower() in ("in", "across", "throughout"):
            return held.actor.country
    if work.main_country:
        return work.main_country
    nearby = work.before(page, token, 0)
    named = {held.actor.country for held in nearby if held.part in (Part.STATE, Part.DEMONYM) and held.actor.country}
    if len(named) == 1:
        return named.pop()
    return _last_power(work, page, token)


def _last_power(work: Work, page: Page, token: int) -> str | None:
    """The country of the leader or government named last, in this paragraph or the two before."""
    for held in work.before(page, token, 2):
        if held.actor.country is None:
            continue
        leads = held.part is Part.PERSON and any(role.office in LEADING for role in held.actor.roles)
        if leads or held.actor.type is ActorType.GOVERNMENT:
            return held.actor.country
    return None


def apposed_person(work: Work, page: Page, phrase: NounPhrase, head: int) -> Draft | None:
    """The person set beside a title: "Ana Ruiz, the Chilean president" and "the Chilean president, Ana Ruiz"."""
    start = phrase.start
    while start > 0 and page.texts[start - 1].lower() in (
        "the",
        "a",
        "an",
        "former",
        "its",
        "his",
        "her",
        "their",
        "our",
    ):
        start -= 1
    if start > 1 and page.texts[start - 1] in (",", "—", "–", "("):
        held = work.at(page, start - 2)
        if (
            held is not None
            and held.part is Part.PERSON
            and page.dep[head] == "appos"
            and held.start <= page.head[head] < held.end
        ):
            return held
    end = phrase.end
    if end + 1 < len(page.texts) and page.texts[end] in (",", "—", "–"):
        held = work.at(page, end + 1)
        if (
            held is not None
            and held.part is Part.PERSON
            and page.dep[held.head] == "appos"
            and page.head[held.head] == head
        ):
            return held
    return None
