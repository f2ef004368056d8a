"""The type of one event, where the words around its trigger change what the lexicon says of it.

PLOVER makes agreement of cooperation to come, and concession of a retreat to come. An attack that is only considered or
possible is a threat; one on rights or in words is none with force; a rising in arms is no protest.
"""

from __future__ import annotations

from dissensus.actors.mentions import ActorMention
from dissensus.finding.agents import WRITINGS
from dissensus.finding.casting import COUPS, EXTRADITING
from dissensus.finding.force import armed_around
from dissensus.finding.governing import is_infinitive
from dissensus.finding.lexicons import Trigger, bloodless, context_words, events, force_words
from dissensus.finding.modality import commitment
from dissensus.finding.parties import FORCES, LANDS, RIVALS, parties
from dissensus.finding.places import Places
from dissensus.finding.scene import Scene
from dissensus.finding.tree import VERBAL, Tree
from dissensus.model import ActorType, Commitment, Context, EventType, Origin
from dissensus.parsing.people import load_people

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
_STRIKING = FORCES | {ActorType.COUNTRY, ActorType.GOVERNMENT}
"""Whose strikes are none of work."""
_RISINGS = frozenset({"uprising", "rebellion", "revolt", "insurrection", "insurgency", "rebel", "rise", "mutiny"})
_ARMS = frozenset({"armed", "guerrilla", "guerilla", "military", "violent", "bloody"})

_CIVIL = frozenset({ActorType.PERSON, ActorType.PARTY, ActorType.MEDIA, ActorType.COMPANY, ActorType.NGO})
_SPEECHES = WRITINGS | {"interview", "debate", "twitter", "facebook", "column", "press", "rally", "meeting"}
_IN_SERVICE = frozenset({ActorType.MILITARY, ActorType.POLICE})
_STATES = frozenset({ActorType.COUNTRY, ActorType.GOVERNMENT, ActorType.MINISTRY, ActorType.IGO, ActorType.BLOC})
_CAMPS = frozenset({ActorType.MOVEMENT, ActorType.UNION})
_PERSONS = frozenset({ActorType.PERSON, ActorType.PEOPLE})
_CLUBS = frozenset({ActorType.PARTY, ActorType.UNION, ActorType.IGO, ActorType.BLOC, ActorType.NGO, ActorType.MEDIA})
_LEAGUES = frozenset({ActorType.IGO, ActorType.BLOC})
_CHAMBERS = frozenset(
    "congress senate assembly parliament chamber legislature council senators deputies lawmakers mps".split()
)
_DIPLOMATS = frozenset("diplomat ambassador envoy consul attache attaché embassy official staff spy agent".split())
_COMING_TO_POWER = frozenset({("take", "power"), ("take", "power", "in"), ("take", "over")})
_CONTROL = frozenset({("take", "control"), ("gain", "control"), ("seize", "control"), ("win", "control")})
_UNSEATING = frozenset({"unseat", "dethrone"})
"""What candidates do to one another, and by votes."""
_LEAVING = frozenset({"leave", "withdraw", "quit", "exit"})
_WITH_ARMIES = frozenset({ActorType.COUNTRY, ActorType.GOVERNMENT, ActorType.MILITARY})
_SURROUNDING = frozenset({"surround", "encircle", "block", "blockade", "barricade"})
_TAKEN_BY_VOTES = frozenset({("crush",), ("capture",)})
_WON = frozenset({"midterm", "midterms", "win", "victory", "primary", "challenger", "rival", "seat", "poll"})
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
    if line.words[0] == "defeat" and line.type is EventType.OTHER and any(m.actor.type in FORCES for m in cast):
        return EventType.ASSAULT, None
    if line.words[0] in EXTRADITING and any(m.head in (*places.heads("obj"), *places.heads("of")) for m in cast):
        return EventType.COERCE, "deport"  # where only who is extradited is told
    if line.type is EventType.AGREE and any(_denied(tree, n) for n in places.extras):
        return EventType.REJECT, None
    if line.type is EventType.AGREE and not _LEAVING.isdisjoint(line.words[1:]) and _leagues(cast):
        return EventType.THREATEN, "relations"  # "vowed to leave the OAS"
    if line.words == ("agree", "with") and any(is_infinitive(tree, c) for c in tree.all_children(token, "xcomp")):
        return EventType.AGREE, None
    if line.type is EventType.ASSAULT:
        return _of_attack(scene, tree, token, line, places, cast)
    if line.words in (("dismiss",), ("dismissal",)) and _puts_out(scene, tree, places):
        return EventType.COERCE, None
    if line.type is EventType.PROTEST and _in_arms(scene, tree, token, line, places):
        return EventType.ASSAULT, None
    if line.type is EventType.PROTEST and line.words[0] == "protest" and line.pos == "v" and _by_state(scene, places):
        return EventType.ACCUSE, "disapprove"  # "Peru protested against the remarks"
    if line.type is EventType.PROTEST and "street" in line.words and _by_forces(scene, places):
        return EventType.MOBILIZE, "troops"  # "the army took to the streets"
    if (
        line.words == ("occupy",)
        and line.type is EventType.PROTEST
        and (_by_state(scene, places) or _by_forces(scene, places))
    ):
        return EventType.COERCE, "seize"  # "the United States occupied Haiti"
    if line.type is EventType.PROTEST and line.mode == "riot" and _by_forces(scene, places):
        return EventType.ASSAULT, "destroy"  # "his house was ransacked by the police"
    if line.words == ("strike",) and line.pos == "n" and _of_state(scene, places, line):
        return EventType.ASSAULT, None  # "a US strike against the country"
    if line.words[0] in _SURROUNDING and line.type is EventType.PROTEST and _by_forces(scene, places):
        return EventType.MOBILIZE, "troops"  # "troops surrounded the palace"
    if line.type in (EventType.COERCE, EventType.SANCTION, EventType.REJECT):
        return _of_power(scene, tree, token, line, places)
    if line.words == ("withdrawal",) and any(m.head in places.heads("from") for m in _leagues(cast)):
        return EventType.SANCTION, "withdraw"  # "its withdrawal from the OAS"
    future = _FUTURE.get(line.type)
    received = (
        line.pos == "v" and line.first[0] == "from"
    )  # "hopes to get a loan from them", who have agreed to nothing
    if future is not None and not received and _to_come(scene, tree, token):
        return future, None
    return line.type, line.mode


def _leagues(cast: tuple[ActorMention, ...]) -> list[ActorMention]:
    return [m for m in cast if m.actor.type in _LEAGUES]


def _denied(tree: Tree, verb: int) -> bool:
    """Whether what is vowed is not to do it: "vowed never to recognise them"."""
    return tree.pos[verb] in VERBAL and tree.child(verb, "neg") is not None


def _of_state(scene: Scene, places: Places, line: Trigger) -> bool:
    doers = [m for n in places.find(line.first) if (m := scene.headed_by(places.tree, n)) is not None]
    return bool(doers) and all(m.actor.type in _WITH_ARMIES for m in doers)


def _by_forces(scene: Scene, places: Places) -> bool:
    doers = [m for n in places.heads("subj") if (m := scene.headed_by(places.tree, n)) is not None]
    return any(m.actor.type in _IN_SERVICE for m in doers)


def _by_state(scene: Scene, places: Places) -> bool:
    doers = parties(scene, places.tree, places.heads("subj"))
    return bool(doers) and all(m.actor.type in _STATES for m in doers)


def _of_power(scene: Scene, tree: Tree, token: int, line: Trigger, places: Places) -> Typed:
    """Type and mode of what is done by power: a coup in arms, a seat won by votes, a person put out of a country."""
    assert line.type is not None
    if Context.COUP in line.contexts:
        if line.pos == "v" and any(_in_uniform(tree, n) for n in places.extras):
            return EventType.ASSAULT, None  # "led a military coup"
        if line.words[0] in force_words()["contested"] and _by_votes(scene, tree, token, places):
            return EventType.OTHER, None
    if line.words in _TAKEN_BY_VOTES and _by_votes(scene, tree, token, places):
        return EventType.OTHER, None
    if line.words[:2] in _CONTROL and _by_votes(scene, tree, token, places):
        return EventType.OTHER, None
    if line.words in _COMING_TO_POWER and not places.heads("obj") and not armed_around(tree, token):
        return EventType.OTHER, None
    if line.mode == "expel" and line.type is EventType.SANCTION and _put_out(scene, tree, line, places):
        return EventType.COERCE, "deport"
    if line.words == ("dismiss",) and _put_out_of_office(scene, tree, token, places):
        return EventType.COERCE, None
    return line.type, line.mode


def _in_uniform(tree: Tree, noun: int) -> bool:
    return tree.lemmas[noun] in COUPS and any(tree.lemmas[c] in _ARMS for c in tree.children[noun])


def _by_votes(scene: Scene, tree: Tree, token: int, places: Places) -> bool:
    """Whether someone takes another's place in an election: "unseated the party at the polls"."""
    who = parties(scene, tree, places.heads("subj"))
    if not who or not all(m.actor.type in RIVALS | _CAMPS for m in who) or armed_around(tree, token):
        return False
    return tree.lemmas[token] in _UNSEATING or _election_near(tree, token)


def _election_near(tree: Tree, token: int) -> bool:
    sentence = range(tree.starts[token], tree.ends[token])
    return any(context_words().get(tree.lemmas[i]) is Context.ELECTION or tree.lemmas[i] in _WON for i in sentence)


def _put_out(scene: Scene, tree: Tree, line: Trigger, places: Places) -> bool:
    """Whether people are put out of a land, and no diplomats, and out of no club: "expelled the bishop from Peru"."""
    patients = [m for place in line.second for n in places.heads(place) if (m := scene.headed_by(tree, n)) is not None]
    if not patients or not all(m.actor.type in _PERSONS for m in patients):
        return False
    words = [tree.lemmas[n] for m in patients for n in range(m.span.start, m.span.end)]
    if not _DIPLOMATS.isdisjoint(words):
        return False
    doers = parties(scene, tree, places.heads("subj"))
    if any(m.actor.type in _CLUBS or not _CHAMBERS.isdisjoint(m.actor.name.lower().split()) for m in doers):
        return False
    left = [scene.headed_by(tree, n) for n in places.heads("from")]
    return not any(m is None or m.actor.type not in LANDS for m in left)


def _put_out_of_office(scene: Scene, tree: Tree, verb: int, places: Places) -> bool:
    """Whether a person is dismissed from a post, and not "dismissed as a clown" by another."""
    patients = [scene.headed_by(tree, n) for n in places.heads("obj")]
    if not patients or not all(m is not None and m.actor.type is ActorType.PERSON for m in patients):
        return False
    if any(tree.words[c] == "as" for c in tree.children[verb]):
        return False
    doers = [m for n in places.heads("subj") if (m := scene.headed_by(tree, n)) is not None]
    return not any(m.actor.type in RIVALS for m in doers)


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
    if not _ATTACKS.isdisjoint(line.words):
        without_force = _without_force(scene, tree, token, places)
        if without_force is not None:
            return without_force, None
    if line.words == ("target",) and all(m.actor.type not in FORCES for m in cast) and not armed_around(tree, token):
        return EventType.COERCE, None  # "a government accused of targeting her allies"
    if _considered(tree, token) or (tree.pos[token] in VERBAL and _possible(tree, token)):
        return EventType.THREATEN, "violence"
    return EventType.ASSAULT, line.mode


def _puts_out(scene: Scene, tree: Tree, places: Places) -> bool:
    """Whether someone is put out of office, and no claim or criticism waved away: "dismissed the minister"."""
    heads = places.heads("obj" if tree.pos[places.head] in VERBAL else "of")
    named = [scene.headed_by(tree, n) for n in heads]
    return bool(named) and all(
        m is not None and (m.actor.type is ActorType.PERSON or tree.lemmas[m.head] in load_people().persons)
        for m in named
    )


def _without_force(scene: Scene, tree: Tree, token: int, places: Places) -> EventType | None:
    """What an attack is that harms no one's body: "attacked the right to strike", "verbal attacks"."""
    for c in (c for n in (token, *places.extras) for c in tree.children[n]):
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
    if tree.lemmas[head] == "able" and tree.tags[tree.heads[head]] == "VBD":
        return False  # "was able to bomb it" tells that it did
    if tree.deps[verb] in ("pcomp", "xcomp") and tree.lemmas[head] in ("capable", "able"):
        return True
    return any(tree.deps[c] == "aux" and tree.words[c] == "can" for c in tree.children[verb])


def _in_arms(scene: Scene, tree: Tree, token: int, line: Trigger, places: Places) -> bool:
    """Whether a rising is one of armed men: "the guerrillas launched a rebellion", "an armed uprising"."""
    if line.words == ("strike",) and line.pos == "n" and places.find(("against", "on")):
        doers = parties(scene, tree, places.find(("by", "poss", "mod", "light")))
        return any(m.actor.type in _STRIKING for m in doers)  # "the army's strike on the rebels"
    if _RISINGS.isdisjoint(line.words):
        return False
    if any(tree.lemmas[c] in _ARMS for n in (token, *places.extras) for c in tree.children[n]):
        return True
    heads = places.find(line.first)
    return any(
        (m := scene.headed_by(tree, n)) is not None
        and (m.actor.type in FORCES or any(tree.words[i] == "armed" for i in range(m.span.start, m.span.end)))
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
    if line.pos == "v" and line.words[0] == "assault":
        return False
    if line.words == ("attack",) and _spoken_attack(tree, token, mentions):
        return True
    contested = line.words[0] in _CONTESTED and _election_near(tree, token)
    peaceful = _CIVIL | {ActorType.PEOPLE} if contested or line.words[0] in _SPARRING else _CIVIL
    if line.words[0] in _ATTACKS and len(mentions) > 1:
        peaceful = peaceful | {ActorType.MOVEMENT}
    if line.words[0] in _FIGHTING:
        peaceful = peaceful | {ActorType.GOVERNMENT, ActorType.MOVEMENT, ActorType.UNION, ActorType.MINISTRY}
    if not all(m.actor.type in peaceful for m in mentions):
        return False
    if line.words[0] != "target" and not any(m.actor.type in _CIVIL or m.actor.type in _CAMPS for m in mentions):
        return False
    sentence = range(tree.starts[token], tree.ends[token])
    near = {context_words().get(tree.lemmas[i]) for i in sentence if i != token}
    if contested:
        return True
    return _ARMED.isdisjoint(near)


def _spoken_attack(tree: Tree, token: int, mentions: tuple[ActorMention, ...]) -> bool:
    """Whether someone attacks in a speech, or a politician a body that is no land and bears no arms."""
    if any(tree.lemmas[n] in _SPEECHES for link in ("in", "during", "on") for n in tree.prepositional(token, link)):
        return True
    if len(mentions) < 2 or mentions[0].actor.type is not ActorType.PERSON or mentions[0].actor.origin is Origin.FOUND:
        return False
    return all(m.actor.type not in FORCES | _IN_SERVICE | LANDS for m in mentions) and not armed_around(tree, token)


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
