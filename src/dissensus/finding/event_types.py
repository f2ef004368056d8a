"""The type of one event, where the words around its trigger change what the lexicon says of it.

PLOVER makes agreement of cooperation to come, and concession of a retreat to come. An attack that is only considered or
possible is a threat; one on rights or in words is none with force; a rising in arms is no protest.
"""

from __future__ import annotations

from dissensus.actors.mentions import ActorMention
from dissensus.finding.lexicons import Trigger, bloodless, context_words, events
from dissensus.finding.modality import commitment
from dissensus.finding.places import Places
from dissensus.finding.scene import Scene
from dissensus.finding.tree import VERBAL, Tree
from dissensus.model import ActorType, Commitment, Context, EventType

Typed = tuple[EventType, str | None]

_FUTURE = {
    EventType.CONSULT: EventType.AGREE,
    EventType.SUPPORT: EventType.AGREE,
    EventType.COOPERATE: EventType.AGREE,
    EventType.AID: EventType.AGREE,
    EventType.RETREAT: EventType.CONCEDE,
}
"""PLOVER manual: future cooperation is agreement, a future retreat is a concession."""

_PROMISING = frozenset({"agree", "promise", "pledge", "vow", "offer", "commit", "undertake", "propose"})
_ALSO_OF_WORDS = frozenset(
    "attack assault clash fight battle spar hit strike war fighting beat defeat whip thrash rout crush clobber hammer "
    "pummel target onslaught offensive".split()
)
_BARE = frozenset("with against at back on attack assault fight battle war onslaught offensive".split())
"""Further words of a line that say nothing of arms: "clash with", "mount an attack"."""
_ATTACKS = frozenset({"attack", "assault", "war", "onslaught", "offensive", "blow", "bombard", "bombardment", "strike"})
"""What may be without force, as what it is on tells."""
_FIGHTING = frozenset({"fight", "battle", "combat"})
_SPARRING = frozenset({"fight", "battle", "spar", "target", "whip"})
"""What a person may also do in words with a whole group: "fights with journalists"."""
_CONTESTED = frozenset({"beat", "defeat", "whip", "thrash", "rout", "crush", "clobber"})
"""Between persons or parties these tell of elections."""
_RISINGS = frozenset({"uprising", "rebellion", "revolt", "insurrection", "insurgency", "rebel", "rise", "mutiny"})
_ARMS = frozenset({"armed", "guerrilla", "guerilla", "military"})

_CIVIL = frozenset({ActorType.PERSON, ActorType.PARTY, ActorType.MEDIA, ActorType.COMPANY, ActorType.NGO})
_FORCES = frozenset({ActorType.MILITARY, ActorType.ARMED_GROUP})
_ARMED: frozenset[Context | None] = frozenset(
    {Context.MILITARY, Context.TERRORISM, Context.CRIME, Context.REPRESSION, Context.ILLEGAL_DRUGS}
)
_RECOGNISING = frozenset({"recognise", "recognize", "accept", "acknowledge", "tolerate"})
_WILLING = frozenset({"will", "would", "wo"})
_COMING_TOGETHER = frozenset({EventType.CONSULT, EventType.COOPERATE, EventType.AGREE, EventType.SUPPORT})
_CONSIDERING = frozenset("consider contemplate mull weigh ponder float moot discuss envisage entertain suggest".split())
_ON = ("on", "against", "upon", "obj", "of")


def typed(scene: Scene, tree: Tree, token: int, line: Trigger, places: Places, cast: tuple[ActorMention, ...]) -> Typed:
    """Type and mode of an event.

    Args:
        scene: the document.
        tree: the paragraph.
        token: the trigger's head.
        line: the trigger's line, which has a type.
        places: the trigger's surroundings.
        cast: actors and recipients.
    """
    assert line.type is not None
    if is_refusal(tree, token, line):
        return EventType.REJECT, None
    if line.type is EventType.ASSAULT:
        return _of_attack(scene, tree, token, line, places, cast)
    if line.type is EventType.PROTEST and _in_arms(scene, tree, token, line, places):
        return EventType.ASSAULT, None
    future = _FUTURE.get(line.type)
    if future is not None and _to_come(scene, tree, token):
        return future, None
    return line.type, line.mode


def is_refusal(tree: Tree, verb: int, line: Trigger) -> bool:
    """Whether not to do it is to reject someone: "does not recognise them", "would not meet them"."""
    if line.pos != "v" or not any(tree.deps[c] == "neg" for c in tree.children[verb]):
        return False
    if line.words[0] in _RECOGNISING:
        return True
    willing = any(tree.deps[c] == "aux" and tree.lemmas[c] in _WILLING for c in tree.children[verb])
    return willing and line.type in _COMING_TOGETHER and tree.child(verb, "mark") is None


def _of_attack(
    scene: Scene, tree: Tree, token: int, line: Trigger, places: Places, cast: tuple[ActorMention, ...]
) -> Typed:
    if _in_words(tree, token, line, cast):
        return (EventType.OTHER, None) if line.words[0] in _CONTESTED else (EventType.ACCUSE, "disapprove")
    if line.pos == "v" and line.words[0] in _FIGHTING and _against_a_deed(scene, tree, places):
        return EventType.REJECT, None
    if line.words[0] in _ATTACKS:
        without_force = _without_force(scene, tree, token, places)
        if without_force is not None:
            return without_force, None
    if _considered(tree, token) or (tree.pos[token] in VERBAL and _possible(tree, token)):
        return EventType.THREATEN, "violence"
    return EventType.ASSAULT, line.mode


def _without_force(scene: Scene, tree: Tree, token: int, places: Places) -> EventType | None:
    """What an attack is that harms no one's body: "attacked the right to strike", "verbal attacks"."""
    for c in tree.children[token]:
        if tree.deps[c] in ("amod", "compound") and (found := bloodless().get((tree.lemmas[c], "before"))):
            return found
    for place in _ON:
        for n in places.heads(place):
            if scene.headed_by(tree, n) is None:
                return bloodless().get((tree.lemmas[n], "object"))
    return None


def _considered(tree: Tree, token: int) -> bool:
    """Whether an attack is only thought of: "considered an invasion", "mulled bombing them"."""
    head = tree.heads[token]
    return tree.deps[token] in ("dobj", "xcomp", "pcomp", "nsubjpass") and tree.lemmas[head] in _CONSIDERING


def _possible(tree: Tree, verb: int) -> bool:
    """Whether an attack is one that could be made: "can strike our cities", "is capable of bombing them"."""
    head = tree.heads[verb]
    if tree.deps[verb] == "pcomp":
        head = tree.heads[head]
    if tree.deps[verb] in ("pcomp", "xcomp") and tree.lemmas[head] in ("capable", "able"):
        return True
    return any(tree.deps[c] == "aux" and tree.words[c] == "can" for c in tree.children[verb])


def _in_arms(scene: Scene, tree: Tree, token: int, line: Trigger, places: Places) -> bool:
    """Whether a rising is one of armed men: "the guerrillas launched a rebellion", "an armed uprising"."""
    if _RISINGS.isdisjoint(line.words):
        return False
    if any(tree.lemmas[c] in _ARMS for n in (token, *places.extras) for c in tree.children[n]):
        return True
    heads = places.find(line.first)
    return any(
        (m := scene.headed_by(tree, n)) is not None
        and (m.actor.type in _FORCES or any(tree.words[i] == "armed" for i in range(m.span.start, m.span.end)))
        for n in heads
    )


def _against_a_deed(scene: Scene, tree: Tree, places: Places) -> bool:
    """Whether what is fought is something done or planned and nobody: "fought the company's takeover"."""
    things = [n for n in places.heads("obj") if scene.headed_by(tree, n) is None]
    return any(line.pos == "n" for n in things for line in events().get(tree.lemmas[n], ()))


def _in_words(tree: Tree, token: int, line: Trigger, mentions: tuple[ActorMention, ...]) -> bool:
    """Whether a fight is one of words: between persons or parties, and nothing around it tells of arms."""
    if _ALSO_OF_WORDS.isdisjoint(line.words) or not _BARE.issuperset(line.words[1:]):
        return False
    peaceful = _CIVIL | {ActorType.PEOPLE} if line.words[0] in _SPARRING else _CIVIL
    if not all(m.actor.type in peaceful for m in mentions):
        return False
    if line.words[0] != "target" and not any(m.actor.type in _CIVIL for m in mentions):
        return False
    sentence = range(tree.starts[token], tree.ends[token])
    near = {context_words().get(tree.lemmas[i]) for i in sentence if i != token}
    if line.words[0] in _CONTESTED and Context.ELECTION in near:
        return True
    return _ARMED.isdisjoint(near)


def _to_come(scene: Scene, tree: Tree, token: int) -> bool:
    said, _ = commitment(scene, tree, token)
    promising = _PROMISING if tree.pos[token] in VERBAL else _PROMISING - {"offer", "propose"}
    manner = tree.deps[token] == "pobj" and tree.words[tree.heads[token]] == "in"  # "will leave, in cooperation with"
    return (said is Commitment.PREDICTED and not manner) or _under(tree, token, promising)


def _under(tree: Tree, token: int, lemmas: frozenset[str]) -> bool:
    """Whether one of these words governs a token, at most two steps up and not through a clause beside it."""
    for _ in range(2):
        head = tree.heads[token]
        if head == token or tree.deps[token] in ("advcl", "relcl", "acl"):
            return tree.deps[token] == "acl" and tree.lemmas[head] in lemmas
        if tree.lemmas[head] in lemmas:
            return True
        token = head
    return False
