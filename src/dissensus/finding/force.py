"""Whether a word of force tells of force where it stands, and whom it strikes.

"Killed the bill" harms no body, "exploited their fears" reaches no one, "ousted her in the primary" was done by votes,
and "the attacks on Twitter" may only have been spoken of there.
"""

from __future__ import annotations

from dataclasses import replace

from dissensus.actors.mentions import ActorMention
from dissensus.finding.fitting import is_organ
from dissensus.finding.lexicons import Trigger, context_words, force_words
from dissensus.finding.numerals import measures
from dissensus.finding.parties import RIVALS, parties
from dissensus.finding.places import Places
from dissensus.finding.scene import Scene
from dissensus.finding.tree import Tree
from dissensus.model import ActorType, Context, EventType
from dissensus.parsing.people import load_people

_ARMED = frozenset({Context.MILITARY, Context.TERRORISM, Context.REPRESSION, Context.COUP})
_FORCES = frozenset({ActorType.MILITARY, ActorType.ARMED_GROUP, ActorType.POLICE})
_STATES = _FORCES | {ActorType.COUNTRY, ActorType.GOVERNMENT, ActorType.BLOC}
_BY_NAME = frozenset({("remove",), ("prevent",)})
_IN_OFFICE = frozenset({ActorType.PERSON, ActorType.GOVERNMENT})
_PUBLIC = frozenset({ActorType.PEOPLE, ActorType.COUNTRY, ActorType.MOVEMENT, ActorType.IGO})
_DISMISSING = frozenset({"fire", "sack"})
_ON = frozenset({"up", "off", "back", "away"})
_FORCING = frozenset({"force", "compel", "oblige"})
_ON_SOMEONE = frozenset({("prevent",), ("rein", "in"), ("prevent", "from")})
_CLOSING = frozenset({("close",), ("shut",)})
_CLOSED = frozenset({ActorType.MEDIA, ActorType.NGO, ActorType.PARTY, ActorType.UNION})
_LYING = frozenset({"lie", "mislead", "deceive", "dupe", "hoodwink"})
_TAKING = frozenset({"capture", "take", "retake", "seize", "recapture"})
_VOTED_ON = frozenset({"senate", "house", "congress", "assembly", "parliament", "legislature", "presidency"})
_OF_COURSE = frozenset({("take", "over"), ("take", "control"), ("gain", "control"), ("assume", "control")})
"""What those who win an election or are appointed do as well."""
_STATES_OF_THINGS = frozenset({"terrorism", "terror", "insurgency", "violence", "brutality", "hostility", "gunfire"})
"""What a text also only speaks of: "terrorism emerged as an issue"."""
_WHERE = ("in", "across", "throughout", "at", "mod")
_WALKED_OUT_OF = frozenset("prison jail court courthouse hospital house home office room hotel cell custody".split())
_NOUNS = frozenset({"NN", "NNS"})
_STEPS = 3
_FOUGHT_OUT = frozenset({"battle", "combat", "fight"})


def figurative(tree: Tree, token: int, line: Trigger, places: Places) -> bool:
    """Whether a verb of force is none here, as its object or particle tells."""
    if line.pos != "v" or places.clause is None:
        return False
    first, single = line.words[0], len(line.words) == 1
    if line.words[:2] == ("walk", "out"):
        return any(tree.lemmas[n] in _WALKED_OUT_OF for n in places.heads("of"))
    if line.words == ("take", "over") and tree.deps[places.extras[0]] == "prep" and places.extras[0] > token + 1:
        return True  # "is taking heat over it"
    if first == "prevent":
        return _kept_from_winning(tree, token)
    if first == "shoot" and any(tree.words[c] == "down" for c in tree.all_children(token, "prt")):
        return _downs_nothing(tree, places)
    if not single:
        return False
    objects = [n for n in places.clause.object if n not in places.extras]
    if first in _DISMISSING:
        if any(tree.words[c] in _ON and tree.deps[c] in ("prt", "advmod") for c in tree.children[token]):
            return True
        return bool(objects) and not any(_someone(places.scene, tree, n) for n in objects)
    words = force_words()
    if first in words["bodily"]:
        return bool(objects) and not any(_someone(places.scene, tree, n) for n in objects)
    if first in words["wrecking"] and objects:
        solid = (n for n in objects if tree.lemmas[n] in words["solid"] or _someone(places.scene, tree, n))
        return not any(solid)
    return False


def _downs_nothing(tree: Tree, places: Places) -> bool:
    """Whether what is shot down neither flies nor lives: "shot down the bill"."""
    objects = places.clause.object if places.clause else []
    solid = force_words()["solid"]
    return bool(objects) and not any(tree.lemmas[n] in solid or _someone(places.scene, tree, n) for n in objects)


def _kept_from_winning(tree: Tree, verb: int) -> bool:
    """Whether rivals only keep each other from a post: "to prevent him from becoming the nominee"."""
    gained = force_words()["gained"]
    behind = (c for p in tree.all_children(verb, "prep") for c in tree.all_children(p, "pcomp"))
    return any(tree.lemmas[c] in gained for c in behind) and not armed_around(tree, verb)


def _someone(scene: Scene, tree: Tree, noun: int) -> bool:
    """Whether a word stands for persons, or may: a name, a pronoun, a number."""
    if tree.tags[noun] not in _NOUNS or tree.pos[noun] == "PRON" or scene.headed_by(tree, noun) is not None:
        return True
    near = (noun, *tree.prepositional(noun, "of"), *tree.all_children(noun, "appos"))
    persons = load_people()
    return any(
        tree.lemmas[n] in measures()["people"]
        or tree.lemmas[n] in persons.persons
        or tree.lemmas[n] in persons.groups
        or scene.headed_by(tree, n) is not None
        for n in near
    )


def armed_around(tree: Tree, token: int) -> bool:
    """Whether other words of a sentence tell of arms, of repression or of a coup."""
    sentence = range(tree.starts[token], tree.ends[token])
    return any(context_words().get(tree.lemmas[i]) in _ARMED for i in sentence if i != token)


def no_force(
    tree: Tree, token: int, line: Trigger, places: Places, actors: list[ActorMention], recipients: list[ActorMention]
) -> bool:
    """Whether a word of force tells of none, as those who have a part in it tell."""
    first, single = line.words[0], len(line.words) == 1
    if first in _FORCING:
        return _no_one_forced(tree, token, line, places, actors, recipients)
    if line.words in _BY_NAME:
        # "removed the president" from office, not "from the list", nor his name
        direct = {n for n in (places.clause.object if places.clause else ()) if n not in places.extras}
        hit = any(m.head in direct and m.actor.type in _IN_OFFICE for m in recipients)
        return not hit or bool(tree.prepositional(token, "from"))
    if line.words == ("strip", "of"):
        # "stripped Peru of its seat", not "the senator's bill of its teeth"
        direct = {n for n in (places.clause.object if places.clause else ()) if n not in places.extras}
        return not any(m.head in direct for m in recipients)
    if line.words == ("target",):
        # "sued for targeting borrowers", "ads targeting voters"
        return not recipients or not (
            _at_arms(tree, token, actors, recipients) or any(m.actor.type in _STATES for m in actors)
        )
    if line.words in _ON_SOMEONE and not recipients:
        return True  # "failed to prevent the killings"
    if line.words in _CLOSING:
        # not "closed the deal"
        return not recipients or not all(m.actor.type in _CLOSED or is_organ(tree, m) for m in recipients)
    if first in _LYING and line.type is EventType.COERCE:
        return not any(m.actor.type in _PUBLIC for m in recipients)  # to the public, not to a judge
    if line.words[:2] == ("take", "advantage"):
        return not recipients
    if line.words in _OF_COURSE and not recipients:
        return not _at_arms(tree, token, actors, recipients)
    if line.words in _OF_COURSE and all(m.actor.type is ActorType.COMPANY for m in actors):
        return bool(actors)
    words = force_words()
    if single and first in words["fighting"] and _only_contested(tree, token, line, actors, recipients):
        return True
    if line.pos == "n":
        return single and first in _STATES_OF_THINGS and _spoken_of(places, line, actors, recipients)
    if single and first in words["reaching"] and _reaches_no_one(tree, places, recipients):
        return True
    if single and first in words["wrecking"] and _wrecks_nothing(tree, token, places, actors, recipients):
        return True
    return _taken_by_votes(tree, line, actors, recipients)


def _taken_by_votes(tree: Tree, line: Trigger, actors: list[ActorMention], recipients: list[ActorMention]) -> bool:
    if line.words[0] not in _TAKING or not recipients or not actors:
        return False
    voted = all(not _VOTED_ON.isdisjoint(m.actor.name.lower().split()) for m in recipients)
    return voted and all(m.actor.type in RIVALS for m in actors)


def _no_one_forced(
    tree: Tree,
    token: int,
    line: Trigger,
    places: Places,
    actors: list[ActorMention],
    recipients: list[ActorMention],
) -> bool:
    """Whether no one is forced to anything, or only by how things are: "was forced to admit"."""
    if not recipients:
        return len(line.words) == 1
    if actors or not (places.clause and places.clause.passive):
        return False
    told = tree.child(token, "xcomp", "ccomp")
    return told is not None and tree.lemmas[told] not in force_words()["yielded"]


def _at_arms(tree: Tree, token: int, actors: list[ActorMention], recipients: list[ActorMention]) -> bool:
    return any(m.actor.type in _FORCES for m in (*actors, *recipients)) or armed_around(tree, token)


def _only_contested(
    tree: Tree, token: int, line: Trigger, actors: list[ActorMention], recipients: list[ActorMention]
) -> bool:
    """Whether a battle is one of candidates or of words: "the battle for Wisconsin", "keeps fighting"."""
    if _at_arms(tree, token, actors, recipients):
        return False
    if line.pos == "v":
        return line.words[0] in _FOUGHT_OUT and not recipients
    return not all(any(m.actor.type in _STATES for m in side) for side in (actors, recipients))


def _spoken_of(places: Places, line: Trigger, actors: list[ActorMention], recipients: list[ActorMention]) -> bool:
    """Whether violence is only spoken of as there is some: no one's, and nobody's but a place's."""
    if actors:
        return False
    there = {n for place in _WHERE if place in line.second for n in places.heads(place)}
    below = {m.head for m in recipients}
    return below <= there and (line.words[0] != "violence" or any(m.actor.type in RIVALS for m in recipients))


def _reaches_no_one(tree: Tree, places: Places, recipients: list[ActorMention]) -> bool:
    objects = [n for n in places.clause.object if n not in places.extras] if places.clause else []
    if not objects:
        return not recipients
    rights = force_words()["right"]
    struck = {m.head for m in recipients}
    return not any(n in struck or tree.lemmas[n] in rights or _someone(places.scene, tree, n) for n in objects)


def _wrecks_nothing(
    tree: Tree, token: int, places: Places, actors: list[ActorMention], recipients: list[ActorMention]
) -> bool:
    """Whether someone is destroyed in a figure of speech only: "destroyed the party", "buried her rivals"."""
    objects = [n for n in places.clause.object if n not in places.extras] if places.clause else []
    if any(tree.lemmas[n] in force_words()["solid"] for n in objects):
        return False
    abroad = [m.actor.type is ActorType.COUNTRY and m.actor.country is not None for m in recipients]
    if recipients and all(abroad) and not {m.actor.country for m in actors} & {m.actor.country for m in recipients}:
        return False  # "vowed to destroy North Korea"
    return not _at_arms(tree, token, actors, recipients)


def struck(
    tree: Tree, token: int, line: Trigger, actors: list[ActorMention], recipients: list[ActorMention]
) -> list[ActorMention]:
    """Those of the recipients to whom something is done.

    Not where it is only written about ("the attacks on Twitter"), nor who is known by that alone ("those killed").
    """
    if line.type not in (EventType.ASSAULT, EventType.COERCE):
        return recipients
    platforms = force_words()["platform"]
    return [
        m
        for m in recipients
        if not (not actors and m.why.rule == "clause" and m.span.paragraph == tree.index and _within(tree, token, m))
        and not (line.pos == "n" and m.actor.name.lower() in platforms and tree.words[m.span.start - 1] == "on")
    ]


def _within(tree: Tree, token: int, mention: ActorMention) -> bool:
    """Whether a deed is what someone is known by: "those who resist the war"."""
    for _ in range(_STEPS):
        if mention.span.start <= token < mention.span.end:
            return True
        token = tree.heads[token]
    return False


def told_by_owner(scene: Scene, tree: Tree, line: Trigger, places: Places) -> Trigger:
    """The line, with the noun's owner as doer where someone else is the patient of what befalls owners elsewhere.

    "Ruiz's arrest" was done to him; "Ruiz's arrest of the judges", "Ruiz's murders" and "the army's torture" by them.
    """
    if line.pos != "n" or "poss" not in line.second or "poss" in line.first:
        return line
    owners = parties(scene, tree, places.heads("poss"))
    if not owners:
        return line
    of_others = any(parties(scene, tree, places.heads(place)) for place in ("of", "against"))
    several = tree.tags[places.head] == "NNS" and len(owners) == 1 and owners[0].actor.type is not ActorType.PEOPLE
    bodies = all(m.actor.type in _STATES for m in owners)
    if not (of_others or (line.type is EventType.ASSAULT and (several or bodies))):
        return line
    return replace(line, first=(*line.first, "poss"), second=tuple(p for p in line.second if p != "poss"))
