"""Recipients of an event where its line does not look for them: elsewhere in the clause, or only in what it implies."""

from __future__ import annotations

from dissensus.actors.mentions import ActorMention
from dissensus.finding.clauses import clause
from dissensus.finding.lexicons import PLACES, Trigger
from dissensus.finding.parties import LANDS
from dissensus.finding.places import Places
from dissensus.finding.scene import Scene
from dissensus.finding.tree import VERBAL, Tree
from dissensus.model import ActorType

_WAYS = ("to", "into", "onto", "on", "upon", "against", "at", "over", "toward", "towards")
"""Prepositions behind which stands who gets something, good or bad."""
_INTO = ("into", "in", "inside", "across", "throughout", "over")


def state_of(scene: Scene, tree: Tree, token: int, mention: ActorMention) -> ActorMention:
    """The state of a place, where the text names it: what is done to a city is done to its state."""
    actor = mention.actor
    if actor.type is not ActorType.PLACE or actor.country is None:
        return mention
    return scene.state_before(tree, token, actor.country) or mention


def abroad(scene: Scene, tree: Tree, places: Places, actors: list[ActorMention]) -> list[ActorMention]:
    """The land of others that it is done in: "the US carried out raids in Somalia"."""
    own = {m.actor.country for m in actors} | {m.actor.id for m in actors}
    for preposition in _INTO:
        lands = [m for n in places.heads(preposition) if (m := scene.headed_by(tree, n)) is not None]
        found = [m for m in lands if m.actor.type in LANDS and not {m.actor.country, m.actor.id} & own]
        if found:
            return found
    return []


def own_land(scene: Scene, tree: Tree, token: int, actors: list[ActorMention]) -> list[ActorMention]:
    """The state that a government, party or person of it does something to as a whole: "the junta took power"."""
    doer = next((m.actor for m in actors if m.actor.type is not ActorType.COUNTRY and m.actor.country), None)
    state = scene.state_before(tree, token, doer.country) if doer is not None and doer.country else None
    return [state] if state is not None else []


def behind_own_preposition(line: Trigger, places: Places) -> list[int]:
    """What stands behind the preposition that a line ends in, where the verb has no object of its own."""
    here, last = places.clause, line.words[-1]
    if here is None or here.passive or last not in PLACES or line.second == ("-",):
        return []
    return [] if any(n not in places.extras for n in here.object) else places.heads(last)


def towards(line: Trigger, places: Places) -> list[int]:
    """To whom the thing goes that a line's words name: "poured millions into Chad", whatever the line asks for."""
    here = places.clause
    if here is None or here.passive or line.second == ("-",) or not any(n in places.extras for n in here.object):
        return []
    if line.second == ("with",):
        return []  # "signed an agreement on migrants"
    return next((found for preposition in _WAYS if (found := places.heads(preposition))), [])


def in_answer(places: Places) -> list[int]:
    """Who acts because of what is done to someone whom the words leave out: "Peru gave in after Chile threatened"."""
    here, tree = places.clause, places.tree
    if here is None or here.passive or here.object or tree.deps[here.verb] != "advcl" or not here.subject:
        return []
    mark = tree.child(here.verb, "mark")
    above = tree.heads[here.verb]
    if mark is None or tree.words[mark] not in ("after", "because", "when", "as") or tree.pos[above] not in VERBAL:
        return []
    if any(tree.deps[c] in ("prep", "ccomp") for c in tree.children[here.verb]):
        return []
    outer = clause(tree, above)
    return [] if outer.passive else outer.subject


def opposed(scene: Scene, tree: Tree, token: int, actors: list[ActorMention]) -> list[ActorMention]:
    """Whom "anti-X" people or doings are against, by that name."""
    spans = [range(m.span.start, m.head) for m in actors if m.span.paragraph == tree.index]
    spans.append(range(tree.left[token], token))
    for span in spans:
        for i in span:
            if tree.words[i] == "anti":
                return [m for n in span if n > i and (m := scene.named_by(tree, n)) and m.span.start > i][:1]
    return []
