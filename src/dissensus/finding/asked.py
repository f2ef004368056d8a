"""Whom a request is put to, among those whom its words name."""

from __future__ import annotations

from dissensus.actors.mentions import ActorMention
from dissensus.finding.governing import is_infinitive
from dissensus.finding.lexicons import Trigger
from dissensus.finding.parties import parties
from dissensus.finding.places import Places
from dissensus.finding.scene import Scene
from dissensus.finding.spoken import talk_words
from dissensus.finding.tree import VERBAL, Tree
from dissensus.model import EventType

_BACKING = frozenset({"solidarity", "support", "sympathy", "backing", "mercy", "clemency"})
_ADDRESSED = ("obj", "on", "upon", "to")
_ASKED_FOR = frozenset({"demand", "request", "propose", "recommend", "advocate", "solicit", "suggest"})
"""Verbs whose object is what is asked for, and not who is asked."""
_CLAUSES = frozenset({"xcomp", "ccomp", "advcl", "relcl", "acl"})
_DOERS = frozenset({"poss", "amod", "compound", "nmod"})


def asked_of(
    scene: Scene, tree: Tree, token: int, line: Trigger, places: Places, recipients: list[ActorMention]
) -> list[ActorMention]:
    """Those whom something is asked of, and not who it is about where who is asked is told but not known."""
    if line.type is not EventType.REQUEST:
        return recipients
    if line.pos != "v":
        return [m for m in recipients if not _in_what_is_asked(tree, token, places, m.head)]
    doers = _to_do_it(scene, tree, line, places)
    if doers:
        return doers
    if not recipients and any(tree.pos[e] in VERBAL for e in places.extras):
        return parties(scene, tree, places.heads("obj"))  # "urged them to respect", where the line asks for "respect"
    if not recipients:
        return recipients
    about = set().union(*(_spoken_of(tree, n, e) for e in places.extras for n in _below(tree, e)), set())
    if any(tree.lemmas[e] in _BACKING for e in places.extras):
        about |= set(places.heads("with"))
    recipients = [m for m in recipients if m.head not in about]
    if line.words[-1] == "for":
        recipients = [m for m in recipients if not _in_what_is_asked(tree, token, places, m.head)]
    if line.words[0] in _ASKED_FOR and len(line.words) == 1 and places.clause and not places.clause.passive:
        things = [n for n in places.clause.object if tree.tags[n] in ("NN", "NNS")]
        brought_up = line.words[0] in talk_words("brought_up")
        things += places.clause.object if brought_up else []
        recipients = [m for m in recipients if m.head not in things]  # "demanded decent schools"
        for_whom = places.heads("for")
        recipients = [m for m in recipients if m.head not in for_whom]  # "advocated a new course for the region"
        if brought_up:
            deeds = [c for c in tree.children[token] if tree.deps[c] == "xcomp"]
            recipients = [m for m in recipients if not any(tree.left[c] <= m.head < tree.right[c] for c in deeds)]
    if line.words[0] == "order" and places.clause and places.clause.object:
        struck = [n for link in ("in", "at", "with", "on", "for") for n in places.heads(link)]
        recipients = [m for m in recipients if m.head not in struck]
    recipients = [m for m in recipients if not _suffers(tree, token, m.head)]
    told = [n for place in _ADDRESSED for n in places.heads(place) if n not in places.extras]
    told += tree.prepositional(token, "for")
    if not any(tree.pos[n] in ("NOUN", "PROPN", "PRON") and scene.headed_by(tree, n) is None for n in told):
        return recipients
    below = [c for n in (token, *told) for c in tree.children[n]]
    clauses = [c for c in below if tree.deps[c] in _CLAUSES and tree.pos[c] in VERBAL and c > token]
    return [m for m in recipients if not any(tree.left[c] <= m.head < tree.right[c] for c in clauses)]


def _below(tree: Tree, noun: int) -> range:
    """What hangs on a noun and stands behind it."""
    return range(noun + 1, tree.right[noun])


def _spoken_of(tree: Tree, noun: int, asked_for: int) -> set[int]:
    """Whom what is asked for is only about: "asked for solidarity with X", "called for an intervention in X"."""
    if tree.lemmas[asked_for] in _BACKING:
        return {noun} if tree.words[tree.heads[noun]] not in ("of", "from") else set()  # "sought the support of X"
    link = tree.heads[noun]
    there = tree.deps[noun] == "pobj" and tree.words[link] == "in" and tree.heads[link] == asked_for
    return {noun} if there and tree.lemmas[asked_for] not in talk_words("hosted") else set()


def _to_do_it(scene: Scene, tree: Tree, line: Trigger, places: Places) -> list[ActorMention]:
    """Whose doing it is that is asked for: "called for a US intervention", "demanded Chilean help"."""
    if len(line.words) < 2 or places.heads("to") or places.heads("from"):
        return []
    for thing in places.extras:
        if tree.pos[thing] != "NOUN" or tree.lemmas[thing] in talk_words("giving"):
            continue
        named = [c for c in tree.children[thing] if tree.deps[c] in _DOERS and scene.named_by(tree, c) is not None]
        doers = parties(scene, tree, named, depth=0)
        own = {m.actor.id for m in parties(scene, tree, places.heads("subj"))}
        doers = [m for m in doers if m.actor.id not in own]
        if doers:
            return doers
    return []


def _in_what_is_asked(tree: Tree, token: int, places: Places, head: int) -> bool:
    """Whether someone stands in the words for what is asked for: "called for a fair treatment of X"."""
    for holder in (token, *places.extras):
        for thing in tree.prepositional(holder, "for"):
            if tree.left[thing] <= head < tree.right[thing]:
                if thing != head:
                    return tree.lemmas[thing] not in talk_words("going")  # "called for X's resignation"
                below = (*tree.children[thing], *tree.children[token])
                return not any(c > thing and tree.deps[c] in _CLAUSES and is_infinitive(tree, c) for c in below)
    return False


def _suffers(tree: Tree, verb: int, head: int) -> bool:
    """Whether what is asked for is done to someone, whoever is to do it: "ordered X to be freed", "demanded that"."""
    for c in tree.children[verb]:
        if tree.deps[c] not in ("xcomp", "ccomp", "advcl"):
            continue
        patient = tree.child(c, "nsubjpass")
        if patient is not None and tree.left[c] <= head < tree.right[c]:
            return tree.deps[tree.heads[head]] != "agent"  # "urged that X be charged", "that steps be taken against X"
        if patient is None and tree.deps[c] == "xcomp" and tree.child(c, "auxpass") is not None:
            return tree.deps[head] == "dobj" and tree.heads[head] == verb
    return False
