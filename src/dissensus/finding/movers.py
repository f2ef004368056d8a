"""Who moves forces, and before whom: the parties of troops that are sent and ships that are stationed."""

from __future__ import annotations

from dissensus.actors.mentions import ActorMention
from dissensus.finding.lexicons import Trigger, context_words
from dissensus.finding.parties import FORCES, Cast, parties
from dissensus.finding.places import Places
from dissensus.model import ActorType, Context, Origin

_COMING = frozenset({"pour", "roll", "stream", "sweep", "parachute", "move", "push", "descend", "converge", "land"})
"""Of troops these tell of war, of others of much else."""
_ARMING = frozenset({"acquire", "procure", "stockpile", "amass", "buy", "purchase", "build"})
"""What states and armed men do, and private persons with a gun or two."""
_MOVED = FORCES | {ActorType.POLICE}
_ARMED = frozenset({Context.MILITARY, Context.REPRESSION, Context.TERRORISM, Context.CRIME})


def movers(line: Trigger, places: Places, actors: list[ActorMention], recipients: list[ActorMention]) -> Cast:
    """The cast of a move of forces: the forces themselves are not who they are moved against."""
    if line.mode == "troops" and line.words[0] in _COMING and line.words[-1] in ("into", "on", "ashore"):
        actors = [m for m in actors if m.actor.type in FORCES]
    if line.pos != "v":
        return actors, recipients
    if (len(line.words) == 1 or line.words == ("build", "up")) and not _can_fight(places):
        return [], []
    if line.words[0] in _ARMING:
        actors = [m for m in actors if m.actor.type is not ActorType.PERSON or m.actor.origin is not Origin.FOUND]
    moved = [*places.heads("obj"), *places.extras]
    recipients = [m for m in recipients if m.head not in moved or m.actor.type not in _MOVED]
    if not actors and places.clause and places.clause.passive:
        # "US warships were stationed off Venezuela"
        own = parties(places.scene, places.tree, moved)
        actors = [m for m in own if m.actor.id not in {r.actor.id for r in recipients}]
    return actors, recipients


def _can_fight(places: Places) -> bool:
    """Whether what is deployed can fight, or is not told: not "deployed funds", "mobilised voters"."""
    tree = places.tree
    for thing in places.heads("obj"):
        mention = places.scene.headed_by(tree, thing)
        armed = mention is not None and mention.actor.type in _MOVED
        if not armed and context_words().get(tree.lemmas[thing]) not in _ARMED:
            return False
    return True
