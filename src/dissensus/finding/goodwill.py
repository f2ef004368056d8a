"""Whether a word of help, favour, consent, concession or trade has that sense where it stands.

A lead that is provided is no aid, who is encouraged by the news is not supported by it, a plea of not guilty concedes
nothing, and those who agree that something is bad have agreed to nothing.
"""

from __future__ import annotations

from dissensus.finding.governing import is_infinitive
from dissensus.finding.lexicons import Trigger, context_words, events, governors
from dissensus.finding.numerals import measures
from dissensus.finding.parties import LANDS, parties
from dissensus.finding.places import Places
from dissensus.finding.tree import VERBAL, Tree
from dissensus.model import ActorType, Context, EventType, Origin

GOODWILL = frozenset(
    {
        EventType.SUPPORT,
        EventType.AGREE,
        EventType.AID,
        EventType.CONCEDE,
        EventType.RETREAT,
        EventType.COOPERATE,
        EventType.OTHER,
    }
)
_TRIED = frozenset({EventType.SUPPORT, EventType.AGREE, EventType.CONCEDE, EventType.OTHER})
"""What has not happened while someone tries."""
_FELT = frozenset(
    "honor honour bless encourage reassure vindicate respect admire favor favour esteem revere celebrate console "
    "empower welcome".split()
)
"""What in the passive tells how someone feels or fares, and of nobody who did it: "was honoured to", "is admired"."""
_KEPT = frozenset(
    "commitment pledge promise agreement obligation deal treaty contract debt ceasefire truce term word vow accord "
    "undertaking".split()
)
"""What is kept and not praised: "honoured its commitments"."""
_WORDS = frozenset(
    "call demand criticism condemnation concern view sentiment position argument accusation warning appeal charge "
    "message stance complaint plea claim".split()
)
"""What one joins in by saying it again."""
_STATUS = frozenset(
    "government victory presidency independence sovereignty election result authority mandate state claim regime "
    "leadership legitimacy right role junta administration win annexation border status".split()
)
"""What one state recognises of another."""
_GOODS = frozenset(
    "aid assistance help support relief money fund funding financing finance cash loan credit grant donation subsidy "
    "dollar euro peso billion million thousand hundred trillion $ food grain wheat medicine vaccine dose oil petroleum "
    "gas fuel energy electricity weapon weaponry arm armament ammunition missile tank aircraft helicopter drone plane "
    "jet vehicle equipment supply material hardware training instruction expertise technology logistics intelligence "
    "security service shelter housing home refuge asylum sanctuary haven protection safety care healthcare treatment "
    "doctor nurse teacher adviser advisor troop soldier personnel manpower escort base land water tent capital "
    "resource investment scholarship education passport visa passage transport lifeline budget bailout package "
    "compensation reparation pension tool infrastructure school hospital ration seed tractor cover".split()
)
"""What is of use to those who are given it."""
_GIVING = frozenset({"provide", "grant", "lend"})
_PHRASAL = frozenset(
    {("take", "in"), ("give", "in"), ("cave", "in"), ("win", "over"), ("take", "back"), ("buckle", "under")}
)
"""Verbs that mean this only with the particle right behind them or their object."""
_LETTING = frozenset({"allow", "let", "permit"})
_LEAVE = frozenset(
    "enter leave return operate run stand participate march protest vote travel visit resume inspect land stay remain "
    "attend compete broadcast publish form import export sell buy invest work organise organize campaign speak meet "
    "pass cross live settle register use deploy build access dock observe monitor emigrate come go join open "
    "exploit extract drill train fly hold keep take".split()
)
"""What those in power give leave to do."""
_VIEWS = frozenset({"will", "would", "should", "must", "shall", "to"})
_MADE = frozenset(
    "make give announce sign fulfil fulfill honour honor keep renew reaffirm reiterate secure obtain get win break "
    "restate repeat demand seek receive express".split()
)
_MESSAGES = frozenset(
    "blow message speech address letter lecture warning verdict remark statement ultimatum resignation setback punch "
    "rebuke defeat victory report mail baby note apology sermon eulogy line".split()
)
_IDEAS = frozenset("idea plan policy merger proposal message vision reform story narrative image lie".split())
_WARES = frozenset("good oil gas weapon arm coal grain product fuel cocaine stock share prisoner gold ware".split())
_OFFICES = frozenset("politics office parliament congress senate army military post government presidency life".split())
_BEFALLING = frozenset(
    "release resignation liberation withdrawal exit extradition deportation ouster removal arrest detention capture "
    "death fall defeat departure downfall overthrow ousting impeachment conviction".split()
)
"""What happens to someone and is no merit of theirs."""
_DOING = frozenset({"help", "allow", "let", "permit", "encourage", "propel"})
"""What is done by those who are named and not by what is theirs: "X's poor record helped Y"."""


def not_so_meant(tree: Tree, token: int, line: Trigger, places: Places) -> bool:
    """Whether a word of goodwill says something else here than its line does."""
    first = line.words[0]
    if line.pos == "n":
        return _noun_not_so_meant(tree, token, line, places)
    alone = len(line.words) == 1
    if line.type in _TRIED and _only_tried(tree, token):
        return True
    if line.words[:2] in _PHRASAL and not _with_particle(tree, token, line, places):
        return True
    if first in _LETTING and alone:
        return not _gives_leave(tree, token, places)
    if first in _DOING and alone and _done_by_things(tree, places):
        return True
    match line.type:
        case EventType.SUPPORT:
            return alone and _no_support(tree, token, first, places)
        case EventType.AGREE:
            return _no_agreement(tree, token, line, places)
        case EventType.AID:
            return _no_aid(tree, token, line, places)
        case EventType.CONCEDE:
            return _no_concession(tree, token, line, places)
        case EventType.RETREAT:
            return _no_retreat(tree, token, line, places)
        case EventType.COOPERATE:
            return _no_dealing(tree, token, line, places)
        case _:
            return _no_election(tree, token, line, places)


def _only_tried(tree: Tree, verb: int) -> bool:
    """Whether someone only strives to do it: "tried to win them over", "battled to replace him"."""
    head = tree.heads[tree.first_conjunct(verb)]
    if tree.deps[tree.first_conjunct(verb)] != "xcomp" or not is_infinitive(tree, verb):
        return False
    entry = governors().get((tree.lemmas[head], "v"))
    return entry is not None and entry.effect == "attempt"


def _things(tree: Tree, places: Places) -> list[int]:
    """What the verb does something with, apart from its line's words, and who is named."""
    here = places.clause
    objects = [n for n in here.object if n not in places.extras] if here else []
    return [n for n in objects if tree.pos[n] != "PRON" and not parties(places.scene, tree, [n], depth=0)]


def _meant(tree: Tree, noun: int) -> set[str]:
    """The lemma of a noun, of what it counts out ("millions of dollars") and of what is coordinated with it."""
    counted = [n for c in tree.conjuncts(noun) for n in (c, *tree.prepositional(c, "of"), *tree.children[c])]
    return {tree.lemmas[n] for n in counted}


def _with_particle(tree: Tree, verb: int, line: Trigger, places: Places) -> bool:
    particle = next((n for n in places.extras if tree.words[n] == line.words[1]), verb + 1)
    return particle == verb + 1 or tree.deps[particle] in ("prt", "advmod")


def _gives_leave(tree: Tree, verb: int, places: Places) -> bool:
    """Whether someone is given leave to do something: "let the exiles return", not "let the president down"."""
    if tree.deps[verb] == "advcl" and tree.tags[verb] == "VBG":
        return False  # "cut the rate, allowing them to buy"
    told = tree.child(verb, "xcomp", "ccomp")
    return told is not None and tree.lemmas[told] in _LEAVE and not _done_by_things(tree, places)


def _done_by_things(tree: Tree, places: Places) -> bool:
    """Whether what does it is only someone's: "X's record", "a lack of faith of the voters"."""
    doers = places.heads("subj")
    return bool(doers) and not parties(places.scene, tree, doers, depth=0)


def _no_support(tree: Tree, verb: int, first: str, places: Places) -> bool:
    if first in _FELT and tree.passive(verb) and (first not in ("honor", "honour", "welcome") or _how_felt(tree, verb)):
        return _done_by_things(tree, places) or not places.heads("subj")
    things = _things(tree, places)
    if first in ("honor", "honour", "respect", "uphold"):
        return any(tree.lemmas[n] in _KEPT for n in things)
    if first == "encourage":
        return bool(things)
    if first == "echo":
        return bool(things) and not any(_meant(tree, n) & _WORDS for n in things)
    if first in ("recognise", "recognize"):
        awarded = tree.passive(verb) and bool(tree.prepositional(verb, "with") or tree.prepositional(verb, "for"))
        return awarded or any(tree.lemmas[n] not in _STATUS for n in things)
    if first in ("sign", "finalise", "finalize"):
        return not tree.prepositional(verb, "with")
    return False


def befalls(tree: Tree, line: Trigger, places: Places) -> bool:
    """Whether what is welcomed only befell someone: "celebrated the release of Ruiz" is no support for his jailers."""
    if line.pos != "v" or places.clause is None:
        return False
    if line.words == ("defeat",):
        # "defeated a US-backed coup"
        return any(line.pos == "n" for n in _things(tree, places) for line in events().get(tree.lemmas[n], ()))
    return line.type is EventType.SUPPORT and any(tree.lemmas[n] in _BEFALLING for n in _things(tree, places))


def _how_felt(tree: Tree, verb: int) -> bool:
    """Whether a participle tells a feeling: "was honoured to serve"."""
    return any(is_infinitive(tree, c) for c in tree.all_children(verb, "xcomp", "advcl", "ccomp"))


def _no_agreement(tree: Tree, verb: int, line: Trigger, places: Places) -> bool:
    if line.words == ("commit", "to"):
        # "is committed to reform", "delegates committed to her"
        return tree.passive(verb) or (tree.tags[verb] == "VBN" and tree.deps[verb] in ("acl", "amod"))
    if line.words == ("assure",):
        told_to = places.clause.object if places.clause else []
        return tree.passive(verb) or not parties(places.scene, tree, told_to)  # "please be assured"
    if line.words == ("agree",):
        told = tree.child(verb, "ccomp")
        return told is not None and not any(tree.words[c] in _VIEWS for c in tree.all_children(told, "aux"))
    return False


def _no_aid(tree: Tree, verb: int, line: Trigger, places: Places) -> bool:
    first = line.words[0]
    if first == "help" and len(line.words) == 1:
        led = tree.deps[verb] == "relcl" and tree.child(verb, "dobj", "nsubjpass") is None
        return led and tree.child(verb, "xcomp", "ccomp") is not None  # "a deal that she helped push"
    if first not in _GIVING or (len(line.words) > 1 and line.words[1] not in ("with", "to")):
        return False
    given = _things(tree, places)
    if tree.passive(verb):
        given += tree.all_children(verb, "dobj")
    if line.words[1:] == ("with",):
        given = tree.prepositional(verb, "with")
    return bool(given) and not any(_meant(tree, n) & _GOODS for n in given)


def _no_concession(tree: Tree, verb: int, line: Trigger, places: Places) -> bool:
    if _done_by_things(tree, places):
        return True  # "an agreement that ended the strike"
    if line.words[:2] == ("plead", "guilty"):
        return any(tree.words[i] == "not" for i in range(verb, max((verb, *places.extras))))
    if line.words == ("compromise",):
        return tree.passive(verb) or bool(places.clause and places.clause.object)
    if line.words == ("concede",):
        told = tree.child(verb, "ccomp") is not None
        return told or not ((places.clause and places.clause.object) or _of_votes(tree, verb))
    if line.words[0] == "admit":
        return tree.passive(verb) or tree.child(verb, "dobj") is not None  # "was admitted to hospital"
    return line.words[:2] == ("give", "way") and _done_by_things(tree, places)


def _of_votes(tree: Tree, verb: int) -> bool:
    """Whether a sentence without anyone's speech tells of a vote: "got most votes, and X conceded"."""
    words = range(tree.starts[verb], tree.ends[verb])
    return not any(tree.words[i] in ('"', "''") for i in words) and any(
        context_words().get(tree.lemmas[i]) is Context.ELECTION for i in words
    )


def _no_retreat(tree: Tree, verb: int, line: Trigger, places: Places) -> bool:
    first = line.words[0]
    if len(line.words) > 1 and line.mode != "withdraw" and _done_by_things(tree, places):
        return True  # "her victory ended the war"
    if first == "quit":
        given_up = len(line.words) == 1 and bool(_things(tree, places))
        return given_up or tree.child(verb, "xcomp", "ccomp") is not None  # "quit smoking"
    if line.words == ("retire", "from"):
        return not any(tree.lemmas[n] in _OFFICES for n in tree.prepositional(verb, "from"))
    if first not in ("flee", "escape") or (len(line.words) > 1 and line.words[1] == "country"):
        return False
    doers = [places.scene.headed_by(tree, n) for n in places.heads("subj")]
    if any(m is not None and m.actor.type is ActorType.PEOPLE for m in doers):
        return True
    if any(m is not None and m.actor.origin is not Origin.FOUND for m in doers):
        return False
    left = (m for p in ("obj", "to", "into", "from") for n in places.heads(p) if (m := places.scene.headed_by(tree, n)))
    return not any(m.actor.type in LANDS for m in left)


def _no_dealing(tree: Tree, verb: int, line: Trigger, places: Places) -> bool:
    first = line.words[0]
    things = _things(tree, places)
    if first == "trade" and len(line.words) == 1:
        return bool(things) and not any(tree.lemmas[n] in _WARES for n in things)
    if line.words[:2] == ("invest", "in"):
        return tree.passive(verb) and tree.child(verb, "nsubjpass") is not None and not things  # "was invested in it"
    if line.words[:2] == ("sell", "to"):
        return any(tree.lemmas[n] in _IDEAS for n in things)
    if line.words[1:] in (("to",), ("over",)) and first in ("deliver", "hand", "turn"):
        return any(tree.lemmas[n] in _MESSAGES for n in things)
    return False


def _no_election(tree: Tree, verb: int, line: Trigger, places: Places) -> bool:
    first = line.words[0]
    if first == "found":
        return tree.words[verb] == "found" and tree.tags[verb] not in ("VB", "VBP")  # "was found guilty"
    if line.words == ("succeed",):
        return not tree.passive(verb) and not (places.clause and places.clause.object)
    if line.words == ("run", "for"):
        sought = tree.prepositional(verb, "for")
        return any(tree.pos[n] == "PRON" or tree.lemmas[n] in measures()["people"] for n in sought)
    return False


def _noun_not_so_meant(tree: Tree, noun: int, line: Trigger, places: Places) -> bool:
    if line.words[0] in ("election", "reelection"):
        return tree.deps[noun] in ("compound", "nmod")  # "her re-election campaign"
    if line.words[1:] == ("for",):
        told = tree.child(tree.heads[noun], "nsubj") if tree.deps[noun] == "attr" else None
        voted = told is not None and context_words().get(tree.lemmas[told]) is Context.ELECTION
        return told is not None and not voted  # "the ruling was a victory for the party"
    if line.words == ("signature",):
        return not (tree.prepositional(noun, "of") or tree.prepositional(noun, "on"))
    if line.words == ("death",):
        dead = [*tree.all_children(noun, "poss"), *tree.prepositional(noun, "of")]
        known = (places.scene.headed_by(tree, n) for n in dead)
        return not any(
            m is not None and m.actor.type is ActorType.PERSON and m.actor.origin is not Origin.FOUND for m in known
        )
    if line.words == ("commitment",):
        head = tree.heads[noun]
        if any(tree.deps[c] == "acl" and tree.pos[c] in VERBAL for c in tree.children[noun]):
            return False
        made = tree.deps[noun] in ("dobj", "nsubjpass") and tree.lemmas[head] in _MADE
        return tree.pos[head] in VERBAL and not made
    return False
