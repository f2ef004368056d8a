"""The government of whoever heads it: "Noboa's government", "the Trump administration", "the Sandinista government"."""

from __future__ import annotations

from dissensus.actors.mentions import Resolution
from dissensus.actors.offices import HEADS
from dissensus.actors.page import NounHit, Page
from dissensus.actors.phrases import NounPhrase
from dissensus.actors.terms import Term, earliest, latest
from dissensus.actors.work import Draft, Part, Work
from dissensus.model import Actor, ActorType, Origin

_OF_ONE = ("regime", "dictatorship", "junta")
"""Nouns for a rule that is known by the one who held it, long after it is over."""
_LONG_OVER = "2011-01-01"
"""Rule that ended before it is no one's of today, where no date is told."""


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
    leaders = _leaders(work, page, i)
    state = work.state(work.dictionary.country_of(leaders[0])) if leaders else None
    if state is None or (joined is not None and joined.actor.country != state.iso3):
        return False
    actor = work.dictionary.actor(f"{state.id}.government")
    if joined is None:
        actor = _of_family(work, page, hit, leaders, actor, page.texts[i])
    why = Resolution("government of a person", 0.7, f"{page.texts[i]}: leaders of {state.name} bore the name")
    work.add(page, i if joined is None else joined.start, hit.end, actor, why, Part.ROLE, head)
    return True


def _leaders(work: Work, page: Page, name: int) -> list[str]:
    """Those of a family name who headed a state, where it was one state only."""
    bearers = work.dictionary.surnames.get(page.forms[name].words, ())
    leaders = [id for id in bearers if _headed(work, id)]
    return leaders if len({work.dictionary.country_of(id) for id in leaders}) == 1 else []


def _of_family(work: Work, page: Page, hit: NounHit, leaders: list[str], government: Actor, name: str) -> Actor:
    """A government known by a family name: the state's of the day, or that of a leader of other times."""
    terms = [term for id in leaders for term in _headed(work, id)]
    sole, of_one = len(leaders) == 1, hit.noun.noun.endswith(_OF_ONE)
    date = work.date if of_one else work.date_near(page, hit.start)
    if not (sole or of_one) or not _over(terms, hit, date):
        return government
    name = work.dictionary.actor(leaders[0]).name if sole else name
    return _government_of(work, government, leaders[0] if sole else name.lower(), name)


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
    states = {term.organisation for term in terms if term.office in HEADS}
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
    if leader is not None and _of_family_alone(work, page, hit, phrase, leader, head):
        return True
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
    terms = _headed(work, leader.actor.id)
    of_one = hit.noun.noun.endswith(_OF_ONE)
    past = _over(terms, hit, work.date) if of_one or not date else leader.actor.id not in heads
    if terms and past and hit.noun.arm != "embassy":
        actor = _government_of(work, work.dictionary.actor(id), leader.actor.id, leader.actor.name)
        why = Resolution("government of a person", 0.85, f"{words} headed by {leader.actor.name} at another time")
    else:
        actor = work.dictionary.actor(id)
        why = Resolution("government of a person", 0.9, f"{words} of {leader.actor.name}, {state.name}")
    work.add(page, phrase.start, end, actor, why, Part.ROLE, head)
    return True


def _of_family_alone(work: Work, page: Page, hit: NounHit, phrase: NounPhrase, leader: Draft, head: int) -> bool:
    """The regime of a leader of whom only the family name is told: "Videla's brutal dictatorship"."""
    if leader.part is not Part.PERSON or leader.end - leader.start != 1 or not hit.noun.noun.endswith(_OF_ONE):
        return False
    leaders = _leaders(work, page, leader.start)
    if not leaders or leader.actor.id in leaders:
        return False
    state = work.state(work.dictionary.country_of(leaders[0]))
    if state is None or leader.actor.country not in (None, state.iso3):
        return False
    name = page.texts[leader.start]
    actor = _of_family(work, page, hit, leaders, work.dictionary.actor(f"{state.id}.government"), name)
    end = phrase.end if leader in phrase.complements else phrase.noun_end
    why = Resolution("government of a person", 0.7, f"{name}: leaders of {state.name} bore the name")
    work.add(page, phrase.start, end, actor, why, Part.ROLE, head)
    return True


def _headed(work: Work, person: str) -> list[Term]:
    """A person's terms at the head of a state or government."""
    return [term for term in work.dictionary.terms.of_person(person) if term.office in HEADS]


def _over(terms: list[Term], hit: NounHit, date: str | None) -> bool:
    """Whether those who headed a government do so no more at a date; without one, only a regime of long ago is over."""
    if date is not None:
        return not any(term.covers(earliest(date), latest(date)) for term in terms)
    return hit.noun.noun.endswith(_OF_ONE) and all(latest(term.end) < _LONG_OVER for term in terms)


def _government_of(work: Work, government: Actor, leader: str, name: str) -> Actor:
    """The government that a leader of other times headed."""
    assert government.country is not None
    id = f"{government.id}.{leader}"
    return work.found(id, f"Government of {name}", ActorType.GOVERNMENT, government.country, ("GOV",))
