"""Persons named by a given name alone beside a word of kinship: "Ana Ruiz's brother Juan", "his son, Juan"."""

from __future__ import annotations

from dissensus.actors.mentions import Resolution
from dissensus.actors.page import POSSESSIVE, Page
from dissensus.actors.runs import Run
from dissensus.actors.words import words
from dissensus.actors.work import Draft, Part, Work
from dissensus.model import Actor, ActorType
from dissensus.parsing.people import load_people

_BORN = frozenset("brother sister son daughter brothers sisters sons daughters twin half-brother half-sister".split())
"""Who bear the family name of whoever they are related to."""
_BESIDE = frozenset(("eldest", "elder", "younger", "youngest", "twin", "late", "older", "oldest", "own", "of", "one"))
_FARTHEST = 5
"""Tokens between the owner and the given name."""


def kin_of(work: Work, run: Run) -> tuple[Actor, Resolution] | None:
    """Who a given name means behind "his brother": the one of that name in the family of whose brother it is."""
    given = run.words[0]
    if len(run.words) != 1 or (run.text not in load_people().names and given not in work.dictionary.given_names):
        return None
    owner = _owner(work, run.page, run.start)
    if owner is None or owner.actor.type is not ActorType.PERSON or " " not in owner.actor.name:
        return None
    for family in (key for key, bearers in work.persons.items() if owner.actor in bearers):
        for id in work.dictionary.surnames.get(family, ()):
            actor = work.dictionary.actor(id)
            if words(actor.name)[0] == given:
                return actor, Resolution("kin", 0.8, f"{run.text}: of the family of {owner.actor.name}")
    name = f"{run.text} {_family(owner.actor)}"
    actor = work.found(work.found_id(name), name, ActorType.PERSON, owner.actor.country)
    return actor, Resolution("kin", 0.6, f"{run.text}: of the family of {owner.actor.name}")


def _family(actor: Actor) -> str:
    """The family name by which someone's kin go."""
    _, *rest = actor.name.split()
    return " ".join(rest) if len(rest) == 1 or rest[0][0].islower() else rest[-1]


def _owner(work: Work, page: Page, name: int) -> Draft | None:
    """Whose kin a name is set beside."""
    i = name - 1
    if i > 0 and page.texts[i] == ",":
        i -= 1
    if i < 0 or page.texts[i].lower() not in _BORN:
        return None
    for at in range(i - 1, max(-1, i - _FARTHEST), -1):
        if page.texts[at] in POSSESSIVE:
            return work.at(page, at - 1)
        if page.tag[at] == "PRP$":
            antecedent = work.antecedents.get((page.index, at))
            if antecedent is None:
                return None
            there = next((p for p in work.pages if p.index == antecedent.paragraph), None)
            held = work.at(there, antecedent.end - 1) if there is not None else None
            return held if held is not None and held.part is Part.PERSON else None
        if page.texts[at].lower() not in _BESIDE:
            return None
    return None
