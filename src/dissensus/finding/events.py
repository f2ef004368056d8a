"""Events: verbs and nouns that name something that happens, and who did it to whom."""

from __future__ import annotations

from collections.abc import Iterator

from dissensus.actors.mentions import ActorMention
from dissensus.actors.resolve import reference
from dissensus.finding import lexicons
from dissensus.finding.casting import cast, complete
from dissensus.finding.found import Found
from dissensus.finding.governing import is_infinitive
from dissensus.finding.lexicons import Trigger
from dissensus.finding.modality import commitment
from dissensus.finding.nominals import raised
from dissensus.finding.parties import Places
from dissensus.finding.scene import Scene
from dissensus.finding.tree import VERBAL, Tree
from dissensus.finding.triggers import match, may_match
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
_ALSO_OF_WORDS = frozenset(
    {"attack", "assault", "clash", "fight", "battle", "spar", "hit", "strike", "war", "fighting", "beat", "defeat"}
)
_FIGHTING = frozenset({"fight", "battle", "combat"})
_SPARRING = frozenset({"fight", "battle", "spar"})
"""What a person may also do in words with a whole group: "fights with journalists"."""
_CONTESTED = frozenset({"beat", "defeat"})
"""Between persons or parties these tell of elections."""

_CIVIL = frozenset({ActorType.PERSON, ActorType.PARTY, ActorType.MEDIA, ActorType.COMPANY, ActorType.NGO})
_ARMED = frozenset({Context.MILITARY, Context.TERRORISM, Context.CRIME, Context.REPRESSION, Context.ILLEGAL_DRUGS})

_SPEECH_ACTS = frozenset({EventType.THREATEN, EventType.REQUEST, EventType.REJECT})
_VOICING = frozenset({"express", "voice", "declare", "reiterate", "convey", "announce", "extend", "pledge", "send"})
"""Verbs of saying something once, an event also where a tie rests on them ("expressed its solidarity with")."""
_CONTEXTS = 4
"""Contexts given to one event at most."""


def find_events(scene: Scene, tree: Tree, taken: set[int]) -> Iterator[Found]:
    """The events of a paragraph. Tokens whose sense another finder has settled are in `taken`, and ours are added."""
    index = lexicons.events()
    matches = []
    for token in may_match(tree, index):
        if token in taken and not (tree.lemmas[token] in _VOICING and tree.pos[token] in VERBAL):
            continue
        matched = match(tree, token, index)
        if matched:
            matches.append((token, *matched))
    spent = {extra for _, _, extras in matches for extra in extras}
    types = {token: line.type for token, line, _ in matches}
    for token, line, extras in matches:
        if (
            line.type is None
            or token in spent
            or _inside_a_name(scene, tree, token)
            or _told_by_another(tree, token, extras, types, taken)
        ):
            continue
        found = _event(scene, tree, token, line, extras)
        if found is not None:
            taken.add(token)
            yield found


def _told_by_another(
    tree: Tree, token: int, extras: tuple[int, ...], types: dict[int, EventType | None], taken: set[int]
) -> bool:
    """Whether another trigger tells the same happening.

    A light verb leaves it to its object ("ordered the killing"), and what is only threatened, asked for or refused is
    told by the threat, request or refusal.
    """
    if tree.lemmas[token] in lexicons.light_verbs() and tree.pos[token] in VERBAL:
        thing = tree.child(token, "dobj", "nsubjpass")
        if thing is not None and (thing in types or thing in taken) and thing not in extras:
            return True
    governor = tree.heads[token]
    if tree.pos[token] not in VERBAL or types.get(governor) not in _SPEECH_ACTS:
        return False
    return tree.deps[token] in ("xcomp", "ccomp") or (tree.deps[token] == "acl" and is_infinitive(tree, token))


def _inside_a_name(scene: Scene, tree: Tree, token: int) -> bool:
    """Whether the word is part of an actor's name ("War Ministry", "the Resistance")."""
    mention = scene.named_by(tree, token)
    return mention is not None and mention.why.rule != "reference" and tree.pos[token] not in VERBAL


def _event(scene: Scene, tree: Tree, token: int, line: Trigger, extras: tuple[int, ...]) -> Found | None:
    verbal = line.pos == "v"
    if not verbal and tree.deps[token] in ("compound", "nmod", "amod") and len(raised(tree, token)) == 1:
        return None
    if verbal and (
        tree.deps[token] in ("amod", "compound") or _is_question(tree, token, line) or _is_statement(tree, token, line)
    ):
        return None
    places = Places.of_verb(scene, tree, token, extras) if verbal else Places.of_noun(scene, tree, token, extras)
    actors, recipients = cast(scene, tree, token, line, places)
    if not complete(line, places, bool(actors) + (len(actors) > 1), bool(recipients)):
        return None
    type_, mode = _typed(scene, tree, token, line)
    if type_ is EventType.ASSAULT and _in_words(tree, token, line, (*actors, *recipients)):
        contest = line.words[0] in _CONTESTED
        type_, mode = (EventType.OTHER, None) if contest else (EventType.ACCUSE, "disapprove")
    if type_ is EventType.ASSAULT and verbal and line.words[0] in _FIGHTING and _against_a_deed(scene, tree, places):
        type_, mode = EventType.REJECT, None
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


def _against_a_deed(scene: Scene, tree: Tree, places: Places) -> bool:
    """Whether what is fought is something done or planned and nobody: "fought the company's takeover"."""
    things = [n for n in places.heads("obj") if scene.headed_by(tree, n) is None]
    return any(line.pos == "n" for n in things for line in lexicons.events().get(tree.lemmas[n], ()))


def _is_statement(tree: Tree, token: int, line: Trigger) -> bool:
    """Whether something is only stated: "suggested that he had resigned", "warned that a coup was near"."""
    told = tree.child(token, "ccomp")
    if line.words == ("warn",):
        return told is not None and tree.child(token, "dobj") is None and tree.child(told, "mark", "nsubj") is not None
    if line.words != ("suggest",):
        return False
    return told is None or tree.tags[told] != "VB" or tree.child(told, "aux") is not None


def _is_question(tree: Tree, token: int, line: Trigger) -> bool:
    """Whether "ask" is to put a question and not to request: "asked about the vote"."""
    if line.words != ("ask",):
        return False
    asked = tree.child(token, "xcomp", "ccomp")
    return asked is None or any(
        tree.tags[c] in ("WRB", "WP", "WDT") or tree.words[c] in ("if", "whether") for c in tree.children[asked]
    )


def _in_words(tree: Tree, token: int, line: Trigger, mentions: tuple[ActorMention, ...]) -> bool:
    """Whether a fight is one of words: between persons or parties, and nothing around it tells of arms."""
    if line.words[0] not in _ALSO_OF_WORDS or len(line.words) > 1:
        return False
    peaceful = _CIVIL | {ActorType.PEOPLE} if line.words[0] in _SPARRING else _CIVIL
    if not all(m.actor.type in peaceful for m in mentions):
        return False
    if not any(m.actor.type in _CIVIL for m in mentions):
        return False
    sentence = range(tree.starts[token], tree.ends[token])
    near = (lexicons.context_words().get(tree.lemmas[i]) for i in sentence if i != token)
    return not any(context in _ARMED for context in near)


def _typed(scene: Scene, tree: Tree, token: int, line: Trigger) -> tuple[EventType, str | None]:
    """The line's type, or what PLOVER makes of it when it is yet to come."""
    assert line.type is not None
    future = _FUTURE.get(line.type)
    if future is None:
        return line.type, line.mode
    said, _ = commitment(scene, tree, token)
    promising = _PROMISING if tree.pos[token] in VERBAL else _PROMISING - {"offer", "propose"}
    promised = _under(tree, token, promising)
    manner = tree.deps[token] == "pobj" and tree.words[tree.heads[token]] == "in"  # "will leave, in cooperation with"
    if (said is Commitment.PREDICTED and not manner) or promised:
        return future, None
    return line.type, line.mode


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
