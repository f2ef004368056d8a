"""Events: verbs and nouns that name something that happens, and who did it to whom."""

from __future__ import annotations

from collections.abc import Iterator

from dissensus.actors.mentions import ActorMention
from dissensus.finding import lexicons
from dissensus.finding.answers import taken_by
from dissensus.finding.asked import asked_of
from dissensus.finding.casting import COUPS, HARMFUL, cast
from dissensus.finding.completeness import SPEECH_ACTS, WON, complete
from dissensus.finding.event_types import is_refusal, typed
from dissensus.finding.force import figurative, no_force, struck, told_by_owner
from dissensus.finding.found import Found
from dissensus.finding.governing import is_infinitive, wished_for
from dissensus.finding.lexicons import Trigger
from dissensus.finding.nominals import raised
from dissensus.finding.places import Places
from dissensus.finding.scene import Scene
from dissensus.finding.senses import another_sense, not_abroad
from dissensus.finding.spoken import only_spoken_to, says_otherwise
from dissensus.finding.tree import VERBAL, Tree
from dissensus.finding.triggers import match, may_match
from dissensus.finding.whenwhere import when, where
from dissensus.model import Context, Event, EventType, Kind

_CONTESTING = frozenset({"win", "lead", "beat", "defeat", "lose", "trounce", "top", "trail", "edge"})
_POLLING = frozenset({"poll", "survey", "matchup", "match", "point", "percent", "pollster"})
_VOICING = frozenset({"express", "voice", "declare", "reiterate", "convey", "announce", "extend", "pledge", "send"})
"""Verbs of saying something once, an event also where a tie rests on them ("expressed its solidarity with")."""
_BARRING = frozenset({"prevent", "stop", "keep", "bar", "ban", "block", "dissuade", "discourage", "prohibit", "deter"})
_SEEKING = frozenset({"warrant", "reward", "bounty"})
_SETTING = frozenset({"issue", "offer", "put", "set", "place", "post"})
"""Verbs of bringing forth what seeks someone: "offered a reward for his arrest"."""
_DESCRIBING = frozenset({"name", "propose", "suggest", "recommend", "dub", "term", "label"})
_IN_FAVOUR = frozenset(
    {"support", "solidarity", "favour", "favor", "defence", "defense", "celebration", "honour", "honor"}
)
"""What is done in these is no protest: "marched in support of the president"."""
_BY_ITSELF = HARMFUL | {EventType.ACCUSE}
"""What is worth telling where its doer is told by the noun only, or by no word."""
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
        while matched and says_otherwise(scene, tree, token, *matched):
            words = len(matched[0].words)  # "called her out for the raid" is no call for it
            matched = match(tree, token, index, words) if words > 1 else None
        if matched:
            matches.append((token, *matched))
    spent = {extra for _, _, extras in matches for extra in extras}
    types = {token: line.type for token, line, _ in matches}
    told: list[Found] = []
    lines: dict[int, EventType | None] = {}
    for token, line, extras in matches:
        if (
            line.type is None
            or token in spent
            or _inside_a_name(scene, tree, token)
            or _names_a_state(tree, token, spent)
            or _told_by_another(tree, token, extras, types, taken)
        ):
            continue
        found = _event(scene, tree, token, line, extras)
        if found is None and extras:
            found = _without_extras(scene, tree, token, line)
        if extras and line.type is not EventType.RETREAT and (_by_nobody(found) if line.pos == "v" else found is None):
            told += _by_themselves(scene, tree, extras, matches, taken)
        if found is not None and _is_asked_for(tree, token, types, lines) and not _tells_enough(tree, found):
            continue
        if found is not None:
            taken.add(token)
            told.append(found)
            lines[token] = types[token]
    agreed = {found.token for found in told if isinstance(found.body, Event) and found.body.type is EventType.AGREE}
    for found in told:
        if not _purpose_tells(tree, found, told) and not _agreed_to(tree, found, agreed):
            yield found


def _agreed_to(tree: Tree, found: Found, agreed: set[int]) -> bool:
    """Whether to agree to it is told, which is all that has happened: "agreed to reopen the border"."""
    event = found.body
    if not isinstance(event, Event) or event.type not in (EventType.AGREE, EventType.CONCEDE):
        return False
    return tree.deps[found.token] == "xcomp" and tree.heads[found.token] in agreed


def _without_extras(scene: Scene, tree: Tree, token: int, line: Trigger) -> Found | None:
    """What a shorter line of the same type tells where a longer one lacks parties: "met her in Lima" and "meet in"."""
    shorter = match(tree, token, lexicons.events(), len(line.words))
    if shorter is None or shorter[0].type is not line.type or says_otherwise(scene, tree, token, *shorter):
        return None
    return _event(scene, tree, token, *shorter)


def _by_nobody(found: Found | None) -> bool:
    """Whether nothing is told, or a deed of no one."""
    return found is None or (isinstance(found.body, Event) and not found.body.actors)


def _by_themselves(
    scene: Scene,
    tree: Tree,
    words: tuple[int, ...],
    matches: list[tuple[int, Trigger, tuple[int, ...]]],
    taken: set[int],
) -> Iterator[Found]:
    """What nouns of action tell that are words of a verb without a doer: "the raid on X by Y was announced"."""
    for token, line, extras in matches:
        if token in words and line.pos == "n" and line.type in _BY_ITSELF and not _inside_a_name(scene, tree, token):
            found = _event(scene, tree, token, line, extras)
            if found is not None:
                taken.add(token)
                yield found


def _names_a_state(tree: Tree, token: int, spent: set[int]) -> bool:
    """Whether a word only says what sort of state is declared: "a state of war"."""
    above = tree.heads[tree.heads[token]]
    return tree.deps[token] == "pobj" and tree.lemmas[above] == "state" and above in spent


def _purpose_tells(tree: Tree, found: Found, told: list[Found]) -> bool:
    """Whether what a protest was for tells all of it: "called a strike to protest X", "marched to show support"."""
    event = found.body
    if not isinstance(event, Event) or event.type is not EventType.PROTEST or event.recipients:
        return False
    words = {found.token, *found.extras}
    if any(tree.lemmas[n] in _IN_FAVOUR for word in words for n in tree.prepositional(word, "in")):
        return True
    purposes = {c for n in words for c in tree.children[n] if tree.deps[c] in ("advcl", "xcomp", "acl", "relcl")}
    return any(
        other.token in purposes
        and isinstance(other.body, Event)
        and other.body.type in (EventType.PROTEST, EventType.SUPPORT)
        and other.body.recipients
        and {a.id for a in event.actors} <= {a.id for a in other.body.actors}
        for other in told
    )


def _told_by_another(
    tree: Tree, token: int, extras: tuple[int, ...], types: dict[int, EventType | None], taken: set[int]
) -> bool:
    """Whether another trigger tells the same happening.

    A light verb leaves it to its object ("ordered the killing"), and what is only threatened or refused is told by the
    threat or refusal.
    """
    if tree.lemmas[token] in lexicons.light_verbs() and tree.pos[token] in VERBAL and tree.lemmas[token] != "resist":
        thing = tree.child(token, "dobj", "nsubjpass")
        if thing is not None and (thing in types or thing in taken) and thing not in extras:
            return True
    if tree.lemmas[token] == "die":
        # "died in the bombing" is told by the bombing
        return any(
            types.get(thing) in HARMFUL for e in extras for thing in tree.children[e] if tree.deps[thing] == "pobj"
        )
    above = tree.heads[tree.heads[token]]
    if tree.deps[token] == "pcomp" and tree.lemmas[above] in _BARRING and above in types:
        return True  # "prevented them from taking power"
    if tree.deps[token] == "pobj" and tree.words[tree.heads[token]] == "in" and types.get(above) is types[token]:
        return types[token] is EventType.PROTEST  # "marched in protest"
    if tree.deps[token] == "pobj" and (tree.lemmas[above] in _SEEKING or _is_sought(tree, above)):
        return True  # "a warrant for the arrest of"
    if tree.deps[token] == "dobj" and tree.lemmas[tree.heads[token]] == "threaten" and tree.heads[token] in types:
        return True  # "threatened a strike"
    if tree.deps[token] == "pobj" and types.get(above) is EventType.THREATEN:
        # "threatened them with annexation", "issued a warrant for his arrest"
        return tree.words[tree.heads[token]] == "with" or (tree.lemmas[above] in _SETTING and token not in extras)
    if tree.deps[token] == "pobj" and tree.lemmas[token] in COUPS and types.get(above) in HARMFUL:
        return tree.pos[above] in VERBAL and tree.words[tree.heads[token]] in ("in", "during", "through")
    first = token
    while tree.deps[first] == "conj" and tree.pos[tree.heads[first]] in VERBAL:
        first = tree.heads[first]
    if tree.deps[first] in ("xcomp", "ccomp") and types.get(tree.heads[first]) is EventType.THREATEN:
        return first == token or tree.child(token, "nsubj", "nsubjpass") is None
    governor = tree.heads[token]
    if types.get(governor) is EventType.REQUEST or not _is_complement(tree, token, types):
        return False
    return tree.lemmas[governor] != "deny"


def _is_sought(tree: Tree, verb: int) -> bool:
    """Whether a verb raises what is offered for someone, where the parser hangs "for" on it: "doubled the reward"."""
    thing = tree.child(verb, "dobj") if tree.pos[verb] in VERBAL else None
    return thing is not None and tree.lemmas[thing] in _SEEKING


def _is_complement(tree: Tree, token: int, types: dict[int, EventType | None]) -> bool:
    """Whether a verb tells what is threatened, asked for or refused."""
    if tree.pos[token] not in VERBAL or types.get(tree.heads[token]) not in SPEECH_ACTS:
        return False
    if tree.deps[token] == "advcl":
        return wished_for(tree, token) is not None  # "called for them to leave"
    return tree.deps[token] in ("xcomp", "ccomp") or (tree.deps[token] == "acl" and is_infinitive(tree, token))


def _is_asked_for(
    tree: Tree, token: int, types: dict[int, EventType | None], told: dict[int, EventType | None]
) -> bool:
    """Whether a verb tells what is asked for in what is `told`: worth telling besides where it names its parties."""
    if tree.pos[token] == "NOUN" and types[token] is EventType.PROTEST and tree.deps[token] == "pobj":
        # "called for a strike against the reform"
        above = tree.heads[tree.heads[token]]
        return tree.words[tree.heads[token]] == "for" and told.get(above) is EventType.REQUEST
    return told.get(tree.heads[token]) is EventType.REQUEST and _is_complement(tree, token, types)


def _tells_enough(tree: Tree, found: Found) -> bool:
    """Whether both parties are named, or whoever is to bear it, by whomever: "called for him to be impeached"."""
    if not isinstance(found.body, Event) or not found.body.recipients:
        return False
    return bool(found.body.actors) or tree.pos[found.token] == "NOUN" or tree.passive(found.token)


def _inside_a_name(scene: Scene, tree: Tree, token: int) -> bool:
    """Whether the word is part of an actor's name ("War Ministry", "the Resistance")."""
    mention = scene.named_by(tree, token)
    return mention is not None and mention.why.rule != "reference" and tree.pos[token] not in VERBAL


def _event(scene: Scene, tree: Tree, token: int, line: Trigger, extras: tuple[int, ...]) -> Found | None:
    verbal = line.pos == "v"
    if tree.names[token] == "DATE" and tree.tags[token] == "NNP":
        return None  # the month of March
    if not verbal and tree.deps[token] in ("compound", "nmod", "amod") and len(raised(tree, token)) == 1:
        return None
    if verbal and (
        tree.deps[token] in ("amod", "compound")
        or _only_describes(tree, token, line)
        or (line.words == ("demonstrate",) and tree.child(token, "dobj", "ccomp") is not None)
    ):
        return None
    if line.type is EventType.OTHER and _in_polls(tree, token, line):
        return None
    places = Places.of_verb(scene, tree, token, extras) if verbal else Places.of_noun(scene, tree, token, extras)
    harms = line.type in HARMFUL
    if another_sense(tree, token, line, places) or (harms and figurative(tree, token, line, places)):
        return None
    line = told_by_owner(scene, tree, line, places) if harms or line.type is EventType.ACCUSE else line
    actors, recipients = cast(scene, tree, token, line, places)
    recipients = asked_of(scene, tree, token, line, places, struck(tree, token, line, actors, recipients))
    if not_abroad(line, actors, recipients) or only_spoken_to(scene, tree, line, actors, recipients):
        return None
    if harms and no_force(tree, token, line, places, actors, recipients):
        return None
    if not complete(line, places, bool(actors) + (len(actors) > 1), bool(recipients)):
        return None
    type_, mode = typed(scene, tree, token, line, places, (*actors, *recipients))
    if line.type is EventType.ASSAULT and type_ is EventType.ACCUSE and not recipients and verbal:
        return None  # "has been fighting all her life"
    body = Event(
        actors=tuple(scene.reference(m) for m in actors),
        recipients=tuple(scene.reference(m) for m in recipients),
        type=type_,
        mode=mode,
        contexts=contexts(tree, token, line.contexts),
        score=score(type_, mode),
        date=when(scene, tree, token, extras if line.type is EventType.OTHER else ()),
        place=where(scene, tree, token),
    )
    mentions: tuple[ActorMention, ...] = (*actors, *recipients)
    rule = ("passive verb" if places.clause and places.clause.passive else "verb") if verbal else "noun"
    refused = is_refusal(tree, token, line)
    given = line.pos == "n" and (bool(taken_by(tree, token)) or _won_before(tree, token, line))
    return Found(Kind.EVENT, body, tree, token, extras, mentions, rule, line.name, presupposed=given, refused=refused)


def _won_before(tree: Tree, noun: int, line: Trigger) -> bool:
    """Whether a victory has been won that is said to have something follow from it: "her victory will please them"."""
    verb = tree.heads[noun]
    if line.words not in WON or tree.deps[noun] != "nsubj" or tree.child(noun, "poss") is None:
        return False
    return any(tree.words[c] in ("will", "may", "might") for c in tree.all_children(verb, "aux"))


def _in_polls(tree: Tree, token: int, line: Trigger) -> bool:
    """Whether someone wins or leads in what people are asked only: "leads by ten points", "wins in the match-up"."""
    if line.words[0] not in _CONTESTING and not _CONTESTING.intersection(line.words):
        return False
    if line.pos == "v" and tree.tags[token] not in ("VBZ", "VBP", "VBG"):
        return False
    return not _POLLING.isdisjoint(tree.lemmas[tree.starts[token] : tree.ends[token]])


def _only_describes(tree: Tree, token: int, line: Trigger) -> bool:
    """Whether a participle behind a noun only says what it is: "a man named X", "a bill proposed by X"."""
    return tree.deps[token] == "acl" and tree.tags[token] == "VBN" and line.words[0] in _DESCRIBING


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
