"""Whether enough of the parties of an event is known for it to be worth telling."""

from __future__ import annotations

from dissensus.finding.casting import COUPS, HARMFUL, MUTUAL
from dissensus.finding.governing import is_infinitive
from dissensus.finding.lexicons import Trigger, context_words, deeds, events, light_verbs
from dissensus.finding.misread import had_done
from dissensus.finding.numerals import measures
from dissensus.finding.parties import RIVALS
from dissensus.finding.places import Places
from dissensus.finding.spoken import talk_words
from dissensus.finding.tree import VERBAL, Tree
from dissensus.finding.triggers import match
from dissensus.model import Context, EventType, Origin

_ALONE = frozenset({EventType.PROTEST, EventType.MOBILIZE, EventType.RETREAT, EventType.OTHER, EventType.ASSAULT})
"""What one actor can do without doing it to another."""
_ON_THINGS = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.SANCTION, EventType.OTHER})
"""What is done to things as well as to someone: "attacked the plant"."""
_SAYING = frozenset({EventType.SUPPORT, EventType.REJECT, EventType.ACCUSE, EventType.REQUEST})
"""What is done in words, of a deed or thing as well as of someone: "rejected the verdict"."""
_TOLD = HARMFUL | {EventType.REQUEST, EventType.THREATEN, EventType.ACCUSE, EventType.REJECT}
SPEECH_ACTS = frozenset({EventType.REQUEST, EventType.THREATEN, EventType.REJECT})
_DENOUNCING = frozenset({"denounce", "condemn", "decry", "deplore"})
"""Verbs of blame that may take a clause: "denounced that they are held"."""
_OPPOSING = frozenset({EventType.REJECT, EventType.ACCUSE})
_LETTING = frozenset({"allow", "let", "permit"})
_VOWS = frozenset({"pledge", "vow", "promise", "commit"})
_GOOD = frozenset(
    {EventType.AID, EventType.SUPPORT, EventType.COOPERATE, EventType.CONSULT, EventType.RETREAT, EventType.CONCEDE}
)
_PUT_TO_THE_VOTE = frozenset({"resolution", "motion", "bill", "amendment", "referendum", "proposal", "reform"})
_CROWDS = frozenset({"hundred", "thousand", "million", "dozen", "score", "crowd", "people", "person", "many"})
_VOWED = frozenset({("promise",), ("pledge",), ("vow",)})
_MADE = frozenset({("make", "promise"), ("make", "pledge"), ("make", "offer")})
_CALLS = frozenset({("call",), ("appeal",), ("demand",), ("request",), ("plea",), ("petition",)})
_TO_DO = frozenset({Context.ELECTION, Context.PEACEKEEPING})
WON = frozenset({("victory",), ("triumph",), ("win",)})
_NOT_AT_THE_POLLS = frozenset(
    "moral symbolic military diplomatic legal legislative pyrrhic court biggest greatest only final political policy "
    "early small partial personal propaganda".split()
)
"""What victories are called that may be others than those at the polls."""
_VIOLENT = frozenset({EventType.ASSAULT, EventType.COERCE})
_DOERS = ("by", "poss", "light", "of", "from")


def complete(line: Trigger, places: Places, actors: int, recipients: bool) -> bool:
    """Whether enough of the parties is known for the event to say something.

    A party that the text leaves unnamed may be missing; one that it names and we do not know as an actor may not,
    because what is left would be half of what is said. Whether there was a coup is worth knowing by itself.

    Args:
        line: the trigger's line.
        places: its surroundings.
        actors: 0, 1, or 2 for two and more.
        recipients: whether there is any.
    """
    verbal = line.pos == "v"
    if line.words[0] in _LETTING and places.tree.deps[places.head] == "relcl":
        return False  # "..., which now allows them to leave": a deed and no one
    if any(word in COUPS for word in line.words):
        return True
    if not actors:
        if line.type is EventType.REJECT and line.mode == "meet":
            return False  # "the visit was cancelled", by either
        if verbal and line.type is EventType.PROTEST and _by_a_crowd(places):
            return True
        if not recipients or line.type is EventType.CONSULT:
            return False
        if verbal and line.second == ("subj",) and Context.LEGAL in line.contexts:
            return True  # "is on trial"
        if verbal:
            # "those aligned with X", whoever they are; what "is allowed" is so by no one in particular
            taken = "passive" in line.first or line.words[0] in _LETTING
            here = places.clause
            untold = here is not None and had_done(places.tree, here.verb)  # "had the protesters shot"
            nobody = untold or (here is not None and all(_is_deed(places.tree, n) for n in here.subject))  # "by a coup"
            return bool(here and here.passive and nobody and not taken)
        charged = line.type is EventType.ACCUSE and (
            Context.LEGAL in line.contexts or bool(places.heads("against") or places.heads("comp"))
        )
        if line.type is EventType.OTHER:
            return False  # "survived a runoff"
        if line.type is EventType.REQUEST and len(line.words) > 2 and not _has_agent(line, places):
            return True  # "calls for the resignation of X grew"
        called_for = line.type is EventType.REQUEST and "for" in line.words  # "calls for the resignation of X"
        met = line.type in HARMFUL or charged or called_for
        met = met or (line.type not in MUTUAL and bool(places.heads("carried")))
        return met and not _has_agent(line, places)
    if line.type is EventType.AGREE and line.words[0] in _VOWS and len(line.words) == 1 and _promises_harm(places):
        return False
    if line.type is EventType.REJECT and line.words[0] in talk_words("any_thing") and _rejects_nothing(line, places):
        return False
    if recipients and not (line.type is EventType.AGREE and line.words in _VOWED and _to_nobody(places)):
        return True
    if recipients:
        return False
    if line.type is EventType.SUPPORT and verbal and _of_their_own(places):
        return False
    if line.type is EventType.SUPPORT and line.second == ("subj",):
        return False  # "won the party's backing"
    if verbal and line.type is EventType.OTHER and "obj" in line.first and places.clause and places.clause.passive:
        return not places.clause.subject  # "she was elected"
    if line.type in (EventType.CONSULT, EventType.COOPERATE) or line.second == ("with",):
        return actors > 1
    if verbal and line.type in _VIOLENT and _strikes_many(line, places):
        return True
    if line.type is EventType.AID or (verbal and _object_unknown(line, places)):
        return False
    mild = line.type in (EventType.RETREAT, EventType.CONCEDE)  # "lifted the state of emergency"
    if any(word in line.second for word in (line.words[-1:] if mild else line.words[1:])):
        # "vote for", "align with": the line itself asks for what stands behind its preposition
        return line.type is EventType.REQUEST or (line.type in _OPPOSING and _opposes_thing(line, places))
    if line.type is EventType.AGREE and line.words in _MADE:
        return False  # "made promises"
    if line.type is EventType.AGREE and verbal and len(line.words) > 1 and line.words[0] in _VOWS:
        return _promises_good(places)  # "promised to free them", not "promised to build a wall"
    if line.type is EventType.AGREE and len(line.words) == 1:
        return _tells_what(places) and (line.words[0] not in _VOWS or _promises_good(places))
    if line.second == ("-",) or (verbal and len(line.words) > 1) or line.type is EventType.AGREE:
        return True
    if not verbal and line.type is EventType.PROTEST and not (_has_agent(line, places) or places.heads("mod")):
        return True  # those whom the noun implies
    if not verbal and line.words in WON:
        return _at_a_time(places) or _won_by_someone(places)
    if not verbal:
        if line.words == ("threat",) and places.tree.child(places.head, "acl", "relcl") is not None:
            return _has_agent(line, places)  # "its threat to close the border"
        if line.words in _CALLS and _has_agent(line, places) and _asks_for_deed(places):
            return True
        told = (line.type in HARMFUL or (len(line.words) > 1 and line.type in _TOLD)) and _has_agent(line, places)
        return told or _about(line, places)
    if line.type in SPEECH_ACTS and _has_complement(places):
        return True
    if line.words == ("concede",):
        return True  # the vote
    if line.words == ("threaten",) and places.clause is not None:
        things = (match(places.tree, n, events()) for n in places.clause.object)
        return any(told is not None and told[0].type in HARMFUL for told in things)  # "threatened a strike"
    if line.words == ("order",):
        return False  # "ordered a campaign of repression"
    if line.words == ("regret",):
        return False  # "regretted her decision" blames no one
    if line.words[0] in _DENOUNCING and places.tree.child(places.head, "ccomp") is not None:
        return True
    objects = [n for n in places.clause.object if places.tree.pos[n] != "ADJ"] if places.clause else []
    if line.type in _SAYING:
        against = line.type in (EventType.REJECT, EventType.ACCUSE) and line.words[0] not in talk_words("any_thing")
        return any(_is_thing(places.tree, n, against) for n in objects)
    if line.type in HARMFUL and any(places.tree.lemmas[n] in _CROWDS for n in objects):
        return True  # "detained thousands"
    if line.type in _ON_THINGS and objects:
        return all(_is_thing(places.tree, n, line.type is EventType.ASSAULT) for n in objects)
    return line.type in _ALONE and not objects


def _of_their_own(places: Places) -> bool:
    """Whether what is praised or defended is one's own, as no one else's is known: "defended his record"."""
    tree, objects = places.tree, places.clause.object if places.clause else []
    return bool(objects) and all(any(tree.tags[c] == "PRP$" for c in tree.all_children(n, "poss")) for n in objects)


def _strikes_many(line: Trigger, places: Places) -> bool:
    """Whether it is done to many without a name or to a protest: "executed dozens of people", "fired on a march"."""
    tree, here = places.tree, places.clause
    if line.words[0] == "leave":
        return False  # "the clashes left dozens dead": who did is told by the clashes
    struck = [*(here.object if here else ()), *(n for word in line.words[1:] for n in places.heads(word))]
    return any(_is_many(tree, n) or EventType.PROTEST in deeds(tree.lemmas[n], "n") for n in struck)


def _is_many(tree: Tree, noun: int) -> bool:
    """Whether a word counts people: "dozens", "thousands of workers", not "millions of tonnes"."""
    told = tree.prepositional(noun, "of")
    return tree.lemmas[noun] in _CROWDS and all(tree.lemmas[n] in measures()["people"] for n in told)


def _at_a_time(places: Places) -> bool:
    """Whether a victory is told with the vote or year that it was won in: "her victory in 1990"."""
    tree = places.tree
    won = [n for link in ("in", "at") for n in tree.prepositional(places.head, link)]
    return any(tree.names[n] == "DATE" or context_words().get(tree.lemmas[n]) is Context.ELECTION for n in won)


def _asks_for_deed(places: Places) -> bool:
    """Whether what is asked for is something of politics that is to be done: "its call for new elections"."""
    tree = places.tree
    if any(tree.pos[c] in VERBAL and is_infinitive(tree, c) for c in tree.all_children(places.head, "acl", "relcl")):
        return True
    return any(
        _is_action(tree, n) or tree.lemmas[n] in _PUT_TO_THE_VOTE or context_words().get(tree.lemmas[n]) in _TO_DO
        for n in places.heads("for")
    )


def _won_by_someone(places: Places) -> bool:
    """Whether a victory is that of a party, or of a person who stood for election: "his victory stunned them"."""
    tree = places.tree
    if any(tree.lemmas[c] in _NOT_AT_THE_POLLS for c in tree.all_children(places.head, "amod", "compound")):
        return False
    if tree.deps[places.head] == "dobj" and is_infinitive(tree, tree.heads[places.head]):
        return False  # "to ensure her victory"
    winners = (places.scene.headed_by(tree, n) for n in places.heads("poss"))
    return any(m is not None and m.actor.type in RIVALS and m.actor.origin is not Origin.FOUND for m in winners)


def _is_deed(tree: Tree, noun: int) -> bool:
    return tree.pos[noun] == "NOUN" and not HARMFUL.isdisjoint(deeds(tree.lemmas[noun], "n"))


def _rejects_nothing(line: Trigger, places: Places) -> bool:
    """Whether what is ignored, blocked or the like is neither someone nor of politics: "ignored the dark side of X"."""
    tree, here = places.tree, places.clause
    if len(line.words) > 1 or here is None or not here.object:
        return False
    return all(
        tree.tags[n] in ("NN", "NNS") and places.scene.headed_by(tree, n) is None and not _political(tree, n)
        for n in here.object
    )


def _to_nobody(places: Places) -> bool:
    """Whether a promise names only what is to be done, and no good: "promised to move the embassy"."""
    if any(places.heads(place) for place in ("obj", "iobj", "to", "with")):
        return False
    return places.tree.child(places.head, "xcomp") is not None and not _promises_good(places)


def _by_a_crowd(places: Places) -> bool:
    """Whether those who protest are many without a name: "thousands marched", "crowds took to the streets"."""
    here = places.clause
    return here is not None and any(places.tree.lemmas[n] in _CROWDS for n in here.subject)


def _has_complement(places: Places) -> bool:
    """Whether a clause tells what is asked, threatened or refused, and no one that it is asked of: "refuses to go"."""
    tree, here = places.tree, places.clause
    if here is None or here.passive or any(n not in places.extras for n in here.object):
        return False
    return any(
        tree.pos[c] in VERBAL
        and tree.tags[c] != "VBG"
        and (tree.deps[c] == "xcomp" or (tree.deps[c] == "ccomp" and tree.child(c, "mark") is not None))
        for c in tree.children[places.head]
    )


def _object_unknown(line: Trigger, places: Places) -> bool:
    """Whether a verb of several words has an object besides them, which the line wants and which is no actor."""
    if len(line.words) == 1 or "obj" not in line.second or places.clause is None or line.type is EventType.MOBILIZE:
        return False
    return any(n not in places.extras for n in places.clause.object)


def _opposes_thing(line: Trigger, places: Places) -> bool:
    """Whether what someone is against is a thing of politics: "spoke out against the law"."""
    if line.pos != "v" or line.words[-1] != "against":
        return False
    return any(_is_thing(places.tree, n, whatever=False) for n in places.heads("against"))


def _political(tree: Tree, noun: int) -> bool:
    """Whether a noun, or one right below it, is of politics: a decision, a law, a coup."""
    near = (noun, *tree.children[noun], *tree.prepositional(noun, "of"))
    return any(
        tree.lemmas[i] in context_words() or tree.lemmas[i] in _PUT_TO_THE_VOTE or _is_action(tree, i) for i in near
    )


def _is_action(tree: Tree, noun: int) -> bool:
    return any(line.pos == "n" and line.type is not None for line in events().get(tree.lemmas[noun], ()))


def _is_thing(tree: Tree, noun: int, whatever: bool) -> bool:
    """Whether a noun names no one who could be a party, but something of politics, or `whatever`."""
    return tree.tags[noun] in ("NN", "NNS") and not tree.names[noun] and (whatever or _political(tree, noun))


def _tells_what(places: Places) -> bool:
    """Whether a promise tells what is promised: "agreed to leave", "a pledge of loans"."""
    tree = places.tree
    for c in tree.children[places.head]:
        if tree.deps[c] in ("xcomp", "ccomp", "acl", "dobj", "nsubjpass"):
            return True
        if tree.deps[c] == "prep" and tree.words[c] in ("to", "on", "of"):
            return True
    return False


def _promises_harm(places: Places) -> bool:
    """Whether what someone vows is to harm someone: "promised to crush them"."""
    tree = places.tree
    told = (match(tree, c, events()) for c in tree.children[places.head] if tree.deps[c] == "xcomp")
    return any(matched is not None and matched[0].type in HARMFUL for matched in told)


def _promises_good(places: Places) -> bool:
    """Whether what someone vows may be of use to others: "promised to free them", not "vowed to crush them"."""
    tree = places.tree
    told = tree.child(places.head, "ccomp")
    if told is not None:
        return tree.child(told, "neg") is None
    things = [c for c in tree.children[places.head] if tree.deps[c] in ("xcomp", "acl", "dobj", "nsubjpass")]
    things += tree.prepositional(places.head, "of") + tree.prepositional(places.head, "to")
    told_of = (match(tree, n, events()) for n in things)
    return any(matched is not None and matched[0].type in _GOOD for matched in told_of)


def _about(line: Trigger, places: Places) -> bool:
    """Whether someone's refusal or blame tells what it is of, though not of whom: "its condemnation of the coup"."""
    if line.type not in (EventType.ACCUSE, EventType.REJECT):
        return False
    tree, verb = places.tree, places.verb
    if verb is not None and light_verbs().get(tree.lemmas[verb]) == "recipient" and places.heads("from"):
        return True  # "the raid drew condemnation from X"
    said = tree.child(places.head, "acl") is not None  # "the refusal of X to go"
    if not (places.heads("poss") or places.heads("light")):
        return said and bool(places.heads("of"))
    return said or any(places.heads(place) for place in line.second)


def _has_agent(line: Trigger, places: Places) -> bool:
    """Whether words stand where the doer of a noun of action is told, known to us or not."""
    of_what = line.type is EventType.ACCUSE  # "allegations of fraud"
    return any(places.heads(p) for p in _DOERS if p in line.first and not (of_what and p == "of"))
