"""Ties: verbs, nouns and adjectives that say how two actors stand to one another."""

from __future__ import annotations

from collections.abc import Iterator

from dissensus.actors.mentions import ActorMention
from dissensus.actors.resolve import reference
from dissensus.finding import lexicons
from dissensus.finding.found import Found
from dissensus.finding.lasting import habitual, lasting
from dissensus.finding.lexicons import NEGATIVE, POSITIVE, Trigger
from dissensus.finding.nominals import carrier
from dissensus.finding.parties import parties
from dissensus.finding.scene import Scene
from dissensus.finding.tie_places import TiePlaces, met
from dissensus.finding.tree import VERBAL, Tree
from dissensus.finding.triggers import match
from dissensus.finding.whenwhere import when
from dissensus.model import ActorType, Kind, Origin, Period, Relation, Sign, Tie

_HAVING = frozenset(
    "have maintain keep enjoy command feel hold harbour harbor share nurse retain preserve lack garner boast".split()
)
"""Verbs that tell a state in every tense."""

_SHOWING = frozenset(
    "express show voice lend demonstrate profess cultivate deepen strengthen reaffirm offer take".split()
)
"""Verbs that tell one in the present."""

_NONE = frozenset({"no", "little", "scant"})
_FRIENDLY = frozenset({Relation.ALLY_OF, Relation.SUPPORTS, Relation.AIDS, Relation.TRADES_WITH})
_NO_BODIES = frozenset({ActorType.PERSON, ActorType.COUNTRY, ActorType.GOVERNMENT, ActorType.PLACE, ActorType.PEOPLE})
_SECOND = frozenset({"vice", "deputy", "assistant", "acting", "under"})
_OF_BODIES = frozenset({Relation.LEADS, Relation.PART_OF, Relation.MEMBER_OF, Relation.FOUNDED, Relation.SUCCEEDS})
_NUMBERS = frozenset(
    "wave axis bloc group number network alliance coalition camp block circle club family row series side".split()
)
_ATTITUDES = frozenset({Relation.SUPPORTS, Relation.OPPOSES, Relation.DISTRUSTS})
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
        if line.pos == "n" and _in_name(scene, tree, token):
            continue
        twofold = _also_event(tree, token, line, events) or (line.pos == "v" and line.relation is Relation.TRADES_WITH)
        if twofold and not _lasts(tree, token, line):
            continue
        found = list(_ties(scene, tree, token, line, extras))
        if found:
            taken.add(token)
            taken.update(extras)
            yield from found


def _in_name(scene: Scene, tree: Tree, token: int) -> bool:
    """Whether a noun is the last word of an actor's own name: "the Broad Front"."""
    mention = scene.headed_by(tree, token)
    return mention is not None and mention.actor.origin is not Origin.FOUND and tree.tags[token].startswith("NNP")


def _also_event(tree: Tree, token: int, line: Trigger, events: lexicons.Index) -> bool:
    """Whether the same words can name something that happens; of nouns the line with more words is the better one."""
    matched = match(tree, token, events)
    return matched is not None and (line.pos != "n" or len(matched[0].words) >= len(line.words))


def _lasts(tree: Tree, token: int, line: Trigger) -> bool:
    """Whether words that can do both tell something lasting here."""
    if line.relation is Relation.FOUNDED:
        return True
    if line.pos == "v" and tree.lemmas[token] in _HAVING:
        return True
    if line.pos == "v" or tree.pos[token] in VERBAL:
        gerund = line.relation is Relation.TRADES_WITH and tree.tags[token] == "VBG"
        return gerund or lasting(tree, token)
    if line.relation is Relation.TRADES_WITH:
        return True
    verb, _ = carrier(tree, token)
    if verb is None or tree.lemmas[verb] in _HAVING or habitual(tree, verb):
        return True
    return tree.lemmas[verb] in _SHOWING and lasting(tree, verb)


def _ties(scene: Scene, tree: Tree, token: int, line: Trigger, extras: tuple[int, ...]) -> Iterator[Found]:
    assert line.relation is not None
    if line.pos == "v":
        places = TiePlaces.of_verb(scene, tree, token, extras)
    else:
        places = TiePlaces.of_noun(scene, tree, token, extras)
    first = _meant(scene, tree, places.find(line.first), line)
    second = _meant(scene, tree, places.find(line.second), line)
    if line.relation is Relation.MEMBER_OF and {m.actor.id for m in first} & {m.actor.id for m in second}:
        return  # the same ones reached from both sides: "the groups that sell it include A and B"
    if line.relation in lexicons.SYMMETRIC and len(first) > 1:
        mutual = {m.actor.id for m in second} <= {m.actor.id for m in first}
        alone = line.first[0] == "self" or (line.pos == "v" and line.relation is Relation.ALLY_OF)
        if mutual and (second or (alone and not places.stated(line.second))):
            first, second = first[:1], first[1:]
    relation = _turned(tree, token, line, extras)
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


def _meant(scene: Scene, tree: Tree, heads: list[int], line: Trigger) -> list[ActorMention]:
    """The actors that stand at a place; behind other nouns ("the policies of X") only where these stand for them."""
    if line.relation in _OF_BODIES:
        return parties(scene, tree, heads, depth=0) or parties(scene, tree, _waves(tree, heads), depth=0)
    if line.relation in _ATTITUDES or (line.relation is Relation.ALLY_OF and line.pos != "n"):
        return met(scene, tree, heads)
    if line.relation is Relation.TRADES_WITH and line.pos == "v":
        goods = {n for n in heads if tree.deps[n] == "dobj" and scene.headed_by(tree, n) is not None}
        heads = [n for n in heads if n not in goods]  # a country is no goods, a company sold no partner
    return parties(scene, tree, heads, depth=1)


def _waves(tree: Tree, heads: list[int]) -> list[int]:
    """Behind a noun for a number of them: "part of a wave of X", "leader of a group of X"."""
    return [n for head in heads if tree.lemmas[head] in _NUMBERS for n in tree.prepositional(head, "of")]


def _turned(tree: Tree, token: int, line: Trigger, extras: tuple[int, ...]) -> Relation | None:
    """The line's relation, or what is made of it: "icy ties", "ties have soured"; None for one that is over."""
    said = (token, *extras) if tree.pos[token] == "ADP" else (token,)
    turns = {lexicons.turns().get(tree.lemmas[c]) for n in said for c in tree.children[n] if tree.deps[c] == "amod"}
    head = tree.heads[token]
    if line.pos == "n" and tree.deps[token] in ("nsubj", "nsubjpass"):
        told = {lexicons.turns().get(tree.lemmas[c]) for c in (head, *tree.all_children(head, "acomp"))}
        turns |= told - {"past"}
    if "hostile" in turns and line.relation in _FRIENDLY:
        return Relation.OPPOSES
    if "past" in turns and line.pos == "n" and line.relation in _FRIENDLY | {Relation.OPPOSES, Relation.MEMBER_OF}:
        return None
    if any(tree.words[c] in _NONE for n in extras for c in tree.children[n] if tree.deps[c] in ("det", "amod")):
        return Relation.DISTRUSTS if line.relation is Relation.SUPPORTS else None
    return line.relation


def _fits(tree: Tree, token: int, line: Trigger, a: ActorMention, b: ActorMention) -> bool:
    """Whether two actors can stand so to one another, and the tie says more than an office of state does."""
    if a.actor.id == b.actor.id or _vague(tree, line, a, b) or known_by(a, b) or known_by(b, a):
        return False
    if line.relation is Relation.ARMS and b.actor.type is ActorType.PERSON:
        return False
    if line.relation is Relation.SUCCEEDS and ActorType.PLACE in (a.actor.type, b.actor.type):
        return False
    if line.relation is Relation.CONTROLS and a.actor.type is ActorType.PERSON and a.actor.country == b.actor.country:
        return False  # "X's puppet regime" is the one that X heads
    if line.relation is Relation.LEADS and any(tree.lemmas[c] in _SECOND for c in tree.children[token]):
        return False
    if line.relation is Relation.FOUNDED and b.actor.type in _STATES:
        return False
    if line.relation is Relation.MEMBER_OF and b.actor.type in _NO_BODIES:
        return False
    if line.relation in _OF_BODIES - {Relation.SUCCEEDS} and b.actor.type is ActorType.PERSON:
        return False
    if line.relation is Relation.PART_OF and a.actor.type is ActorType.PERSON and b.actor.type in _STATES:
        return False
    office = line.relation is Relation.LEADS and line.pos == "n" and tree.lemmas[token] in _STATE_OFFICES
    return not (office and b.actor.type in _STATES)


def known_by(group: ActorMention, other: ActorMention) -> bool:
    """Whether a group is known only by words that name another: "anti-Castro exiles", "the Saudi-led coalition"."""
    one, two = group.span, other.span
    inside = one.paragraph == two.paragraph and one.start <= two.start and two.end <= one.end
    return group.actor.origin is Origin.FOUND and inside


def _vague(tree: Tree, line: Trigger, a: ActorMention, b: ActorMention) -> bool:
    """Whether one of two is somebody unnamed ("a landowner"), or both are unnamed and one of them any of his kind."""
    unnamed = [m for m in (a, b) if m.actor.origin is Origin.FOUND and not _is_name(tree, m)]
    if any(m.actor.type is ActorType.PERSON for m in unnamed):
        return True
    if line.relation in _OF_BODIES and b in unnamed and b.span.end - b.span.start == 1:
        return True
    return len(unnamed) > 1 and any(m.span.end - m.span.start == 1 for m in unnamed)


def _is_name(tree: Tree, mention: ActorMention) -> bool:
    return mention.span.paragraph != tree.index or tree.pos[mention.head] == "PROPN"


def sign(relation: Relation) -> Sign:
    """The sign of a relation: positive, negative or neither."""
    return 1 if relation in POSITIVE else -1 if relation in NEGATIVE else 0
