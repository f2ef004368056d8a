"""What holding an office makes of a person: of the government, of a legislature, of a party."""

from __future__ import annotations

from dissensus.actors.dictionary import Dictionary
from dissensus.actors.terms import Term
from dissensus.model import ActorType, Sector

HEADS = ("head_of_state", "head_of_government")
STATE_OFFICES = frozenset((*HEADS, "vice_president", "prime_minister", "foreign_minister", "defence_minister",
                           "attorney_general", "interior_minister", "minister", "ambassador", "governor",
                           "mayor"))  # fmt: skip
_OTHER_OFFICES = {"opposition_leader": Sector.OPP, "legislator_leader": Sector.LEG}


def sector_in(dictionary: Dictionary, term: Term) -> Sector | None:
    """What a person is while holding an office; None where the office does not tell."""
    if term.office in STATE_OFFICES or (term.office == "leader" and term.organisation in dictionary.states):
        return Sector.GOV
    if term.office in _OTHER_OFFICES:
        return _OTHER_OFFICES[term.office]
    if term.office == "candidate" or term.organisation in dictionary.states or term.organisation not in dictionary:
        return None
    body = dictionary.actor(term.organisation)
    return body.sectors[0] if body.sectors else Sector.GOV if body.type is ActorType.IGO else None
