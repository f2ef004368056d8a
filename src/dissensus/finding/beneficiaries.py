"""To whom something good is done, where the words beside a verb or noun do not tell by themselves.

"Promised to resume relations with Peru" promises Peru, and "eased restrictions on travel to Cuba" does Cuba good.
"""

from __future__ import annotations

from dissensus.actors.mentions import ActorMention
from dissensus.finding.goodwill import befalls
from dissensus.finding.lexicons import Trigger, events
from dissensus.finding.parties import parties
from dissensus.finding.places import Places
from dissensus.finding.scene import Scene
from dissensus.finding.tree import VERBAL, Tree
from dissensus.finding.triggers import match
from dissensus.model import ActorType, EventType

_GOOD = frozenset({EventType.AID, EventType.SUPPORT, EventType.COOPERATE, EventType.CONSULT, EventType.RETREAT})
"""What is promised to someone."""
_EASED = ("on", "against")
_IMPOSING = frozenset({"impose", "place", "put", "slap", "levy", "clamp", "decree", "adopt"})


def benefiting(
    scene: Scene,
    tree: Tree,
    token: int,
    line: Trigger,
    places: Places,
    actors: list[ActorMention],
    recipients: list[ActorMention],
) -> list[ActorMention]:
    """Those who have the good of it, given those that stand at the line's places."""
    if line.type is EventType.SUPPORT or line.words == ("defeat",):
        return _recognised(line, actors, recipients) if not befalls(tree, line, places) else []
    if recipients or not actors:
        return recipients
    found: list[ActorMention] = []
    if line.type is EventType.AGREE and line.pos == "v":
        found = _promised(scene, tree, (token, *places.extras))
    elif line.type is EventType.AGREE and line.second[:1] == ("to",):
        # "her promise of aid to Bolivia"
        offered = [n for thing in tree.prepositional(token, "of") for n in tree.prepositional(thing, "to")]
        found = parties(scene, tree, offered, depth=0)
    elif line.type is EventType.RETREAT and line.pos == "v":
        eased = [n for place in _EASED for thing in places.heads(place) for n in tree.prepositional(thing, "to")]
        found = parties(scene, tree, eased or _imposed_on(tree, places.extras), depth=1)
    acting = {m.actor.id for m in actors}
    return [m for m in found if m.actor.id not in acting]


def _imposed_on(tree: Tree, things: tuple[int, ...]) -> list[int]:
    """Whom what is lifted was put on: "lifted the sanctions that it had imposed on Peru"."""
    verbs = [c for thing in things for c in tree.all_children(thing, "acl", "relcl") if tree.lemmas[c] in _IMPOSING]
    return next((found for c in verbs for link in _EASED if (found := tree.prepositional(c, link))), [])


def _recognised(line: Trigger, actors: list[ActorMention], recipients: list[ActorMention]) -> list[ActorMention]:
    """Whom a state recognises is not its own: "Peru and Chile recognised the new government", of a third."""
    if line.words[0] not in ("recognise", "recognize"):
        return recipients
    own = {m.actor.country for m in actors if m.actor.type is ActorType.COUNTRY}
    return [m for m in recipients if m.actor.type is not ActorType.GOVERNMENT or m.actor.country not in own]


def _promised(scene: Scene, tree: Tree, words: tuple[int, ...]) -> list[ActorMention]:
    """Those to whom that is done to which someone agrees: "promised to resume relations with Peru"."""
    things = [thing for word in words[1:] for thing in tree.all_children(word, "pobj")]
    behind = [n for thing in things for n in tree.prepositional(thing, "with")]
    if behind:
        return parties(scene, tree, behind, depth=0)  # "agreed to a swap with Chile"
    for verb in {c for word in words for c in (word, *tree.all_children(word, "xcomp")) if c != words[0]}:
        matched = match(tree, verb, events()) if tree.pos[verb] in VERBAL else None
        if matched is not None and matched[0].type in _GOOD:
            return parties(scene, tree, Places.of_verb(scene, tree, verb, matched[1]).find(matched[0].second))
    return []
