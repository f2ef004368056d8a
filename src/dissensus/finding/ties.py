"""Ties: verbs, nouns and adjectives that say how two actors stand to one another."""

from __future__ import annotations

from collections.abc import Iterator

from dissensus.actors.mentions import ActorMention
from dissensus.actors.resolve import reference
from dissensus.finding import lexicons
from dissensus.finding.found import Found
from dissensus.finding.lexicons import NEGATIVE, POSITIVE, Trigger
from dissensus.finding.parties import Places, carrier, parties
from dissensus.finding.scene import Scene
from dissensus.finding.tree import VERBAL, Tree
from dissensus.finding.triggers import match
from dissensus.finding.whenwhere import when
from dissensus.model import ActorType, Kind, Period, Relation, Sign, Tie

_HABITUAL = frozenset(
    {
        "always",
        "often",
        "usually",
        "traditionally",
        "historically",
        "long",
        "still",
        "consistently",
        "generally",
        "typically",
        "regularly",
        "tend",
    }
)
_PAST = frozenset({"has", "have", "had", "was", "were", "did", "been"})
_PRESENT = frozenset({"is", "are", "am", "does", "do", "'s", "'re"})
_HAVING = frozenset({"have", "maintain", "keep", "enjoy"})
_FRIENDLY = frozenset({Relation.ALLY_OF, Relation.SUPPORTS, Relation.AIDS, Relation.TRADES_WITH})
_SECOND = frozenset({"vice", "deputy", "assistant", "acting", "under"})
_OF_BODIES = frozenset({Relation.LEADS, Relation.PART_OF, Relation.MEMBER_OF, Relation.FOUNDED})
_STATES = frozenset({ActorType.COUNTRY, ActorType.GOVERNMENT, ActorType.PLACE})
_STATE_OFFICES = frozenset({"president", "governor", "mayor", "minister", "director"})


def find_ties(scene: Scene, tree: Tree, taken: set[int]) -> Iterator[Found]:
    """The ties of a paragraph; the tokens they rest on are added to `taken`."""
    index = lexicons.ties()
    events = lexicons.events()
    for token in range(len(tree)):
        if token in taken:
            continue
        matched = match(tree, token, index)
        if matched is None:
            continue
        line, extras = matched
        if _also_event(tree, token, events) and not _lasts(tree, token, line):
            continue
        found = list(_ties(scene, tree, token, line, extras))
        if found:
            taken.add(token)
            taken.update(extras)
            yield from found


def _also_event(tree: Tree, token: int, events: lexicons.Index) -> bool:
    """Whether the same words can name something that happens."""
    return match(tree, token, events) is not None


def _lasts(tree: Tree, token: int, line: Trigger) -> bool:
    """Whether words that can do both tell something lasting here."""
    if line.pos == "v":
        return _lasting(tree, token)
    verb, _ = carrier(tree, token)
    return verb is None or (tree.lemmas[verb] in _HAVING and _lasting(tree, verb))


def _lasting(tree: Tree, verb: int) -> bool:
    """Whether a verb is told as lasting: in the present tense, as a habit, or as what someone wants at present."""
    for _ in range(4):
        auxiliaries = [tree.words[c] for c in tree.children[verb] if tree.deps[c] in ("aux", "auxpass")]
        if any(tree.words[c] in _HABITUAL for c in tree.children[verb] if tree.deps[c] == "advmod"):
            return True
        if any(a in _PAST for a in auxiliaries):
            return False
        if tree.tags[verb] in ("VBP", "VBZ") or any(a in _PRESENT for a in auxiliaries):
            return True
        if tree.tags[verb] == "VBN" and tree.deps[verb] == "acl":
            return True
        if tree.tags[verb] not in ("VB", "VBG") or ("to" not in auxiliaries and tree.tags[verb] == "VB"):
            return False
        if tree.deps[verb] not in ("xcomp", "pcomp", "conj", "prep", "acl", "dobj"):
            return False
        governor = tree.heads[verb]
        while tree.pos[governor] not in VERBAL and tree.heads[governor] != governor:
            governor = tree.heads[governor]
        verb = governor
    return False


def _ties(scene: Scene, tree: Tree, token: int, line: Trigger, extras: tuple[int, ...]) -> Iterator[Found]:
    assert line.relation is not None
    if line.pos == "v":
        places = Places.of_verb(scene, tree, token, extras)
    else:
        places = Places.of_noun(scene, tree, token, extras)
    first = parties(scene, tree, places.find(line.first), depth=1)
    second = parties(scene, tree, places.find(line.second), depth=1)
    if (
        line.relation in lexicons.SYMMETRIC
        and len(first) > 1
        and {m.actor.id for m in second} <= {m.actor.id for m in first}
    ):
        first, second = first[:1], first[1:]
    relation = _turned(tree, token, line)
    if relation is None:
        return
    rule = {"v": "tie verb", "n": "relational noun", "a": "relational adjective"}[line.pos]
    date = when(scene, tree, token)
    period = Period(start=date.start, end=date.end)
    for a in first:
        for b in second:
            if not _fits(tree, token, line, a, b):
                continue
            body = Tie(
                a=reference(a, scene.parsed),
                relation=relation,
                b=reference(b, scene.parsed),
                sign=sign(relation),
                period=period,
            )
            yield Found(Kind.TIE, body, tree, token, extras, (a, b), rule, line.name)


def _turned(tree: Tree, token: int, line: Trigger) -> Relation | None:
    """The line's relation, or what an adjective makes of it: "an icy relationship"; None for one that is over."""
    turns = {lexicons.turns().get(tree.lemmas[c]) for c in tree.children[token] if tree.deps[c] == "amod"}
    if "hostile" in turns and line.relation in _FRIENDLY:
        return Relation.OPPOSES
    if "past" in turns and line.pos == "n" and line.relation in _FRIENDLY | {Relation.OPPOSES}:
        return None
    return line.relation


def _fits(tree: Tree, token: int, line: Trigger, a: ActorMention, b: ActorMention) -> bool:
    """Whether two actors can stand so to one another, and the tie says more than an office of state does."""
    if a.actor.id == b.actor.id:
        return False
    if line.relation is Relation.LEADS and any(tree.lemmas[c] in _SECOND for c in tree.children[token]):
        return False
    if line.relation in _OF_BODIES and b.actor.type is ActorType.PERSON:
        return False
    if line.relation is Relation.PART_OF and a.actor.type is ActorType.PERSON and b.actor.type in _STATES:
        return False
    office = line.relation is Relation.LEADS and line.pos == "n" and tree.lemmas[token] in _STATE_OFFICES
    return not (office and b.actor.type in _STATES)


def sign(relation: Relation) -> Sign:
    """The sign of a relation: positive, negative or neither."""
    return 1 if relation in POSITIVE else -1 if relation in NEGATIVE else 0
