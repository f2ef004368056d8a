"""The government of whoever heads it: "Noboa's government", "the Trump administration", "the Sandinista government"."""

from __future__ import annotations

from dissensus.actors.mentions import Resolution
from dissensus.actors.page import NounHit, Page
from dissensus.actors.phrases import NounPhrase
from dissensus.actors.work import Draft, Part, Work
from dissensus.model import ActorType, Origin


def named_by_family(work: Work, page: Page, hit: NounHit, head: int) -> bool:
    """The government of a family name that several leaders of one state bear: "the Bush administration"."""
    i = hit.start - 1
    if i < 0 or not page.forms[i].capital:
        return False
    joined = _joined_before(work, page, i) if hit.plural else None
    if hit.plural and joined is None:
        return False
    held = work.at(page, i)
    if held is not None and (held.actor.origin is not Origin.FOUND or held.actor.country is not None):
        return False
    bearers = work.dictionary.surnames.get(page.forms[i].words, ())
    led = {
        work.dictionary.country_of(id)
        for id in bearers
        if any(term.office in ("head_of_state", "head_of_government") for term in work.dictionary.terms.of_person(id))
    }
    state = work.state(led.pop()) if len(led) == 1 else None
    if state is None or (joined is not None and joined.actor.country != state.iso3):
        return False
    actor = work.dictionary.actor(f"{state.id}.government")
    why = Resolution("government of a person", 0.7, f"{page.texts[i]}: leaders of {state.name} bore the name")
    work.add(page, i if joined is None else joined.start, hit.end, actor, why, Part.ROLE, head)
    return True


def _joined_before(work: Work, page: Page, name: int) -> Draft | None:
    """The person that a name is joined to before a plural: Ruiz in "the Ruiz and Soto administrations"."""
    held = work.at(page, name - 2) if name > 1 and page.texts[name - 1] in ("and", "&") else None
    return held if held is not None and held.part is Part.PERSON and held.end == name - 1 else None


def led_forces(work: Work, page: Page, hit: NounHit, phrase: NounPhrase, head: int) -> bool:
    """The forces of the state that a person heads: "Noboa's army"; not "Noboa's army of lawyers"."""
    leader = phrase.possessor
    if leader is None or leader.actor.type is not ActorType.PERSON or page.texts[hit.end : hit.end + 1] == ["of"]:
        return False
    terms = work.dictionary.terms.of_person(leader.actor.id)
    states = {term.organisation for term in terms if term.office in ("head_of_state", "head_of_government")}
    if len(states) != 1:
        return False
    state = work.state(work.dictionary.country_of(states.pop()))
    if state is None:
        return False
    words = page.doc[hit.start : hit.end].text.lower()
    why = Resolution("government of a person", 0.75, f"{words} of {leader.actor.name}, {state.name}")
    actor = work.dictionary.actor(f"{state.id}.{hit.noun.arm}")
    work.add(page, phrase.start, phrase.noun_end, actor, why, Part.ROLE, head)
    return True


def led_government(work: Work, page: Page, hit: NounHit, phrase: NounPhrase, head: int) -> bool:
    """The government of the state that a person heads: "Noboa's government", "the Trump administration"."""
    leader = phrase.possessor
    if leader is None or leader.actor.country is None or leader.part not in (Part.PERSON, Part.BODY, Part.ROLE):
        return False
    state = work.state(leader.actor.country)
    if state is None:
        return False
    if leader.actor.type not in (ActorType.GOVERNMENT, ActorType.PERSON, ActorType.PARTY, ActorType.MOVEMENT):
        return False
    if leader.actor.type is ActorType.MOVEMENT and leader.actor.origin is Origin.FOUND:
        return False
    words = page.doc[hit.start : hit.end].text.lower()
    date = work.date_near(page, hit.start)
    heads = work.dictionary.terms.heads(state.id, date)
    id = f"{state.id}.{'embassy' if hit.noun.arm == 'embassy' else 'government'}"
    end = phrase.end if leader in phrase.complements else phrase.noun_end
    terms = work.dictionary.terms.of_person(leader.actor.id)
    headed = any(term.office in ("head_of_state", "head_of_government") for term in terms)
    if headed and date and leader.actor.id not in heads and hit.noun.arm != "embassy":
        name = f"Government of {leader.actor.name}"
        actor = work.found(f"{id}.{leader.actor.id}", name, ActorType.GOVERNMENT, state.iso3, ("GOV",))
        why = Resolution("government of a person", 0.85, f"{words} headed by {leader.actor.name} at another time")
    else:
        actor = work.dictionary.actor(id)
        why = Resolution("government of a person", 0.9, f"{words} of {leader.actor.name}, {state.name}")
    work.add(page, phrase.start, end, actor, why, Part.ROLE, head)
    return True
