"""Events: verbs and nouns that name something that happens, and who did it to whom."""

from __future__ import annotations

from collections.abc import Iterator

from dissensus.actors.mentions import ActorMention
from dissensus.actors.resolve import reference
from dissensus.finding import lexicons
from dissensus.finding.found import Found
from dissensus.finding.lexicons import Trigger
from dissensus.finding.modality import commitment
from dissensus.finding.parties import Places, parties
from dissensus.finding.scene import Scene
from dissensus.finding.tree import VERBAL, Tree
from dissensus.finding.triggers import match
from dissensus.finding.whenwhere import when, where
from dissensus.model import ActorType, Commitment, Context, Event, EventType, Kind

_FUTURE = {
    EventType.CONSULT: EventType.AGREE,
    EventType.SUPPORT: EventType.AGREE,
    EventType.COOPERATE: EventType.AGREE,
    EventType.AID: EventType.AGREE,
    EventType.RETREAT: EventType.CONCEDE,
}
"""PLOVER manual: future cooperation is agreement, a future retreat is a concession."""

_PROMISING = frozenset({"agree", "promise", "pledge", "vow", "offer", "commit", "undertake", "propose"})
_HARMFUL = frozenset(
    {EventType.ASSAULT, EventType.COERCE, EventType.SANCTION, EventType.MOBILIZE, EventType.PROTEST, EventType.RETREAT}
)
_ALONE = frozenset({EventType.PROTEST, EventType.MOBILIZE, EventType.RETREAT, EventType.OTHER, EventType.ASSAULT})
"""What one actor can do without doing it to another."""

_SAYING = frozenset({EventType.SUPPORT, EventType.REJECT, EventType.ACCUSE, EventType.REQUEST})
"""What is done in words, of a deed or thing as well as of someone: "rejected the verdict"."""

_TAKES_UP = frozenset({EventType.SUPPORT, EventType.REJECT, EventType.ACCUSE, EventType.COERCE, EventType.THREATEN})
"""What is done to those whose thing it is done to: "rejected a Senegalese plan"."""

_RELEASED = frozenset(
    {ActorType.PERSON, ActorType.PEOPLE, ActorType.MILITARY, ActorType.ARMED_GROUP, ActorType.MOVEMENT}
)
_ALSO_OF_WORDS = frozenset(
    {"attack", "assault", "clash", "fight", "battle", "spar", "hit", "strike", "war", "fighting"}
)
_CIVIL = frozenset({ActorType.PERSON, ActorType.PARTY, ActorType.MEDIA, ActorType.COMPANY, ActorType.NGO})
_ARMED = frozenset({Context.MILITARY, Context.TERRORISM, Context.CRIME, Context.REPRESSION, Context.ILLEGAL_DRUGS})

_COUPS = frozenset({"coup", "putsch", "golpe", "autogolpe", "self-coup"})
_MUTUAL = frozenset({EventType.CONSULT, EventType.COOPERATE})
"""What takes two."""

_SPEECH_ACTS = frozenset({EventType.THREATEN, EventType.REQUEST, EventType.REJECT})
_CONTEXTS = 4
"""Contexts given to one event at most."""


def find_events(scene: Scene, tree: Tree, taken: set[int]) -> Iterator[Found]:
    """The events of a paragraph. Tokens whose sense another finder has settled are in `taken`, and ours are added."""
    index = lexicons.events()
    matches = []
    for token in range(len(tree)):
        if token in taken:
            continue
        matched = match(tree, token, index)
        if matched:
            matches.append((token, *matched))
    spent = {extra for _, _, extras in matches for extra in extras}
    types = {token: line.type for token, line, _ in matches}
    for token, line, extras in matches:
        if token in spent or _inside_a_name(scene, tree, token) or _told_by_another(tree, token, extras, types):
            continue
        found = _event(scene, tree, token, line, extras)
        if found is not None:
            taken.add(token)
            yield found


def _told_by_another(tree: Tree, token: int, extras: tuple[int, ...], types: dict[int, EventType | None]) -> bool:
    """Whether another trigger tells the same happening.

    A light verb leaves it to its object ("ordered the killing"), and what is only threatened, asked for or refused is
    told by the threat, request or refusal.
    """
    if tree.lemmas[token] in lexicons.light_verbs() and tree.pos[token] in VERBAL:
        thing = tree.child(token, "dobj", "nsubjpass")
        if thing is not None and thing in types and thing not in extras:
            return True
    governor = tree.heads[token]
    return tree.deps[token] in ("xcomp", "ccomp") and tree.pos[token] in VERBAL and types.get(governor) in _SPEECH_ACTS


def _inside_a_name(scene: Scene, tree: Tree, token: int) -> bool:
    """Whether the word is part of an actor's name ("War Ministry", "the Resistance")."""
    mention = scene.named_by(tree, token)
    return mention is not None and mention.why.rule != "reference" and tree.pos[token] not in VERBAL


def _event(scene: Scene, tree: Tree, token: int, line: Trigger, extras: tuple[int, ...]) -> Found | None:
    verbal = line.pos == "v"
    if not verbal and tree.deps[token] in ("compound", "nmod", "amod"):
        return None
    if verbal and (tree.deps[token] in ("amod", "compound") or _is_question(tree, token, line)):
        return None
    places = Places.of_verb(scene, tree, token, extras) if verbal else Places.of_noun(scene, tree, token, extras)
    actors = parties(scene, tree, places.find(line.first))
    recipients = parties(scene, tree, places.find(line.second))
    here = {m.actor.id for m in actors}
    recipients = [m for m in recipients if m.actor.id not in here]
    if not verbal and not recipients:
        recipients = [m for m in parties(scene, tree, places.heads("carried")) if m.actor.id not in here]
    if verbal and not recipients and line.type in _TAKES_UP:
        recipients = [m for m in parties(scene, tree, places.inside()) if m.actor.id not in here]
    if line.mode == "release" and not any(m.actor.type in _RELEASED for m in recipients):
        return None  # a poll or a film is released, too
    if not _complete(line, places, bool(actors) + (len(actors) > 1), bool(recipients)):
        return None
    type_, mode = _typed(scene, tree, token, line)
    if type_ is EventType.ASSAULT and _in_words(tree, token, line, (*actors, *recipients)):
        type_, mode = EventType.ACCUSE, "disapprove"
    body = Event(
        actors=tuple(reference(m, scene.parsed) for m in actors),
        recipients=tuple(reference(m, scene.parsed) for m in recipients),
        type=type_,
        mode=mode,
        contexts=contexts(tree, token, line.contexts),
        score=score(type_, mode),
        date=when(scene, tree, token, extras if line.type is EventType.OTHER else ()),
        place=where(scene, tree, token),
    )
    mentions: tuple[ActorMention, ...] = (*actors, *recipients)
    rule = ("passive verb" if places.clause and places.clause.passive else "verb") if verbal else "noun"
    return Found(Kind.EVENT, body, tree, token, extras, mentions, rule, line.name)


def _complete(line: Trigger, places: Places, actors: int, recipients: bool) -> bool:
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
    if any(word in _COUPS for word in line.words):
        return True
    if not actors:
        if not recipients:
            return False
        if verbal:
            return bool(places.clause and places.clause.passive and not places.clause.subject)
        return line.type in _HARMFUL and not _has_agent(places)
    if recipients:
        return True
    if line.type in _MUTUAL:
        return actors > 1
    if any(word in line.second for word in line.words[1:]):
        # "vote for", "align with": the line itself asks for what stands behind its preposition
        return line.type is EventType.REQUEST
    if line.second == ("-",) or len(line.words) > 1 or line.type is EventType.AGREE:
        return True
    if not verbal:
        return line.type in _HARMFUL and _has_agent(places)
    if line.type in _SAYING:
        return bool(places.clause and places.clause.object)
    return line.type in _ALONE and not (places.clause and places.clause.object)


def _has_agent(places: Places) -> bool:
    """Whether words stand where the doer of a noun of action is told, known to us or not."""
    return any(places.heads(place) for place in ("by", "poss", "light"))


def _is_question(tree: Tree, token: int, line: Trigger) -> bool:
    """Whether "ask" is to put a question and not to request: "asked about the vote"."""
    return line.words == ("ask",) and tree.child(token, "xcomp", "ccomp") is None


def _in_words(tree: Tree, token: int, line: Trigger, mentions: tuple[ActorMention, ...]) -> bool:
    """Whether a fight is one of words: between persons or parties, and nothing around it tells of arms."""
    if line.words[0] not in _ALSO_OF_WORDS or len(line.words) > 1:
        return False
    if not all(m.actor.type in _CIVIL for m in mentions):
        return False
    near = (lexicons.context_words().get(tree.lemmas[i]) for i in range(tree.starts[token], tree.ends[token]))
    return not any(context in _ARMED for context in near)


def _typed(scene: Scene, tree: Tree, token: int, line: Trigger) -> tuple[EventType, str | None]:
    """The line's type, or what PLOVER makes of it when it is yet to come."""
    assert line.type is not None
    future = _FUTURE.get(line.type)
    if future is None:
        return line.type, line.mode
    said, _ = commitment(scene, tree, token)
    promising = _PROMISING if tree.pos[token] in VERBAL else _PROMISING - {"offer", "propose"}
    promised = any(tree.lemmas[a] in promising for a in list(tree.ancestors(token))[:2])
    if said is Commitment.PREDICTED or promised:
        return future, None
    return line.type, line.mode


def contexts(tree: Tree, token: int, settled: tuple[Context, ...]) -> tuple[Context, ...]:
    """The contexts that the trigger settles and those that words in its own phrase tell."""
    found = list(settled)
    words = lexicons.context_words()
    near = [token, *tree.children[token]]
    near += [grandchild for c in tree.children[token] for grandchild in tree.children[c]]
    near += [g for i in near[1 + len(tree.children[token]) :] for g in tree.children[i]]
    if tree.pos[token] not in VERBAL:
        near.append(tree.heads[token])
    for i in sorted(set(near)):
        context = words.get(tree.lemmas[i])
        if context and context not in found:
            found.append(context)
    return tuple(found[:_CONTEXTS])


def score(type_: EventType, mode: str | None) -> float | None:
    """PLOVER's conflict-cooperation score of a type and mode; None for OTHER."""
    table = lexicons.scores()
    return table.get((type_.value, mode or ""), table.get((type_.value, "")))
