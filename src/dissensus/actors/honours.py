"""Bodies and places that bear the name of a person: "Instituto Lula", "José Martí airport"."""

from __future__ import annotations

from dissensus.actors.lexicon import cues
from dissensus.actors.mentions import Resolution
from dissensus.actors.page import Page
from dissensus.actors.work import Draft, Part, Work
from dissensus.model import ActorType


def named_after_person(work: Work, page: Page, start: int, end: int) -> Draft | None:
    """The mention of what bears the name of a person at tokens `[start, end)`; None where the person is meant."""
    told = page.texts[start - 1].lower() if start and page.forms[start - 1].capital else ""
    if told and (told in cues("honours_body") or told in cues("honours_place")):
        return _thing(work, page, start - 1, end, told in cues("honours_place"))
    last = end
    while last < len(page.texts) - 1 and page.forms[last].capital and page.head[last] > last:
        last += 1  # "José Martí International Airport"
    thing = last < len(page.texts) and page.texts[last].lower() in cues("honours_place")
    if thing and page.head[end - 1] == last and page.dep[end - 1] in ("compound", "nmod"):
        return _thing(work, page, start, last + 1, True)
    return None


def _thing(work: Work, page: Page, start: int, end: int, place: bool) -> Draft:
    text = page.doc[start:end].text
    actor = work.found(work.found_id(text), text, ActorType.PLACE if place else ActorType.NGO, None)
    why = Resolution("found", 0.6, f"{text}: bears the name of a person")
    return work.add(page, start, end, actor, why, Part.PLACE if place else Part.BODY, page.root(start, end))
