"""Those who act for a body are the body, or an arm of its: "Boko Haram gunmen", "OAS auditors"."""

from __future__ import annotations

from dissensus.actors.lexicon import cues
from dissensus.actors.mentions import Resolution
from dissensus.actors.page import NounHit, Page
from dissensus.actors.phrases import NounPhrase
from dissensus.actors.work import Draft, Part, Work
from dissensus.model import Actor, ActorType

FIGHTING = frozenset(("armed_group", "military", "police"))


def members_of(work: Work, page: Page, hit: NounHit, phrase: NounPhrase, head: int) -> bool:
    """Those who act for a body are the body, or its arm: "Boko Haram gunmen", "Iraqi government troops"."""
    body, end = phrase.possessor, phrase.noun_end
    if body is None and phrase.preposition == "of" and _speaks_for(hit, phrase.complements[0]):
        body, end = phrase.complements[0], phrase.end
    if body is None:
        return False
    actor: Actor | None = None
    voices = _speaks_for(hit, body)
    if not voices and (hit.noun.type not in FIGHTING or phrase.belongs or not (hit.plural or hit.noun.plural == "")):
        return False
    if voices or body.actor.type in (ActorType.ARMED_GROUP, ActorType.MILITARY, ActorType.POLICE):
        actor = body.actor
    elif (
        body.actor.type is ActorType.GOVERNMENT
        and (arm := hit.noun.arm or ("military" if hit.noun.type == "military" else ""))
        and (state := work.state(body.actor.country)) is not None
    ):
        actor = work.dictionary.actor(f"{state.id}.{arm}")
    if actor is None:
        return False
    words = page.doc[hit.start : hit.end].text.lower()
    why = Resolution("members", 0.85, f"{words} of {body.actor.name}")
    work.add(page, phrase.start, end, actor, why, Part.ROLE, head)
    return True


def _speaks_for(hit: NounHit, body: Draft) -> bool:
    """Whether those a noun names act for an international body: "OAS auditors", "observers of the African Union"."""
    return body.part is Part.BODY and body.actor.type is ActorType.IGO and hit.noun.noun in cues("voice")
