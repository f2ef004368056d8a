"""The actors that heads of noun phrases mean: the mention itself, or the one inside ("the offices of X": X)."""

from __future__ import annotations

from collections.abc import Iterable

from dissensus.actors.mentions import ActorMention
from dissensus.finding.lexicons import befalls_owner, deeds
from dissensus.finding.nominals import some_of
from dissensus.finding.scene import Scene
from dissensus.finding.tree import VERBAL, Tree
from dissensus.model import ActorType, EventType, Origin
from dissensus.parsing.people import load_people

LED = frozenset(
    {
        "lead", "impose", "orchestrate", "sponsor", "engineer", "instigate", "organise", "organize", "run", "order",
        "direct", "initiate", "enforce", "inspire", "devise", "plan", "dictate", "mount", "command", "drive",
        "conduct", "launch", "induce", "provoke", "style", "make", "hatch", "mandate", "install", "perpetrate",
    }
)  # fmt: skip
"""Participles whose first part did it: "a US-led invasion"."""

_NAMING = frozenset({"call", "name", "know", "dub", "title", "entitle", "christen"})

EXAMPLES = ("like", "as", "including")

LANDS = frozenset({ActorType.COUNTRY, ActorType.PLACE})
FORCES = frozenset({ActorType.MILITARY, ActorType.ARMED_GROUP})
RIVALS = frozenset({ActorType.PARTY, ActorType.PERSON})
"""Who stand for election against each other."""
Cast = tuple[list[ActorMention], list[ActorMention]]
"""Actors and recipients of an event."""

HARMS = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.SANCTION})

_BROUGHT = frozenset(
    "propose introduce make present submit sponsor table put draft bring request promote demand issue impose".split()
)
"""Participles whose doer a thing belongs to: "a motion introduced by X"."""

OTHERS = frozenset(
    "wife husband spouse son daughter child brother sister father mother parent cousin nephew niece uncle aunt widow "
    "victim survivor mourner critic enemy foe adversary detractor supporter follower backer sympathiser sympathizer "
    "admirer loyalist voter fan "
    "grandson granddaughter grandfather girlfriend boyfriend friend predecessor successor rival opponent family "
    "relative bodyguard escort guard aide captor jailer tormentor killer murderer assassin attacker aggressor "
    "persecutor accuser prosecutor victor usurper kidnapper torturer executioner interrogator colleague".split()
)
"""Those who are others than whose they are."""

_DESCENT = frozenset({"origin", "descent", "ancestry", "heritage", "extraction", "background", "birth"})
"""What people have of a country that they are not: "those of Indian origin"."""

_SPOKEN_OF = frozenset(
    "rumor rumour fear memory news talk gossip speculation fantasy nightmare spectre specter".split()
)
"""What is only spoken of or felt: "rumours of a US invasion" are not the US."""
_CONDITIONS = frozenset(
    "conflict crisis violence collapse recession drought inflation boom pandemic epidemic earthquake hurricane "
    "disaster unrest instability poverty inequality bloodshed".split()
)
"""What a land suffers from: "Peru's conflict displaced thousands" is no deed of Peru's."""
_NOT_THEIRS = _DESCENT | _SPOKEN_OF | _CONDITIONS

_BEFALLING = frozenset(
    "death absence loss departure fall downfall illness demise rollout defeat funeral legacy exclusion isolation "
    "bailout rescue protection ostracism marginalisation marginalization treatment mistreatment portrayal depiction "
    "recognition".split()
)
"""What happens to someone and does nothing itself: "the death of X left a gap"."""

_SIDES = frozenset({"pro", "anti", "non", "post", "ex"})

_MATTERS = frozenset(
    "charge accusation claim allegation move decision step policy gesture measure fact development demand offer idea "
    "proposal prospect task goal role title position theme subject topic condition feat".split()
)
"""What stands in apposition to a clause, not to the name before it: "armed the rebels, a charge she denied"."""

OURS = frozenset({"our", "my", "your"})

INSIDE = 2
"""How deep inside a noun phrase its actor is sought: "the offices of the leader of X" still means X's."""


def parties(scene: Scene, tree: Tree, heads: Iterable[int], depth: int = INSIDE) -> list[ActorMention]:
    """The actors that heads of noun phrases mean, each once, in order."""
    found: list[ActorMention] = []
    seen: set[str] = set()
    for head in heads:
        for mention in _all_meant(scene, tree, head, depth):
            if mention.actor.id not in seen:
                seen.add(mention.actor.id)
                found.append(mention)
    return found


def two_sides(mentions: list[ActorMention]) -> tuple[list[ActorMention], list[ActorMention]]:
    """Those told first and those they are faced with; of "these nations and France" all of these face France."""
    first = mentions[0]
    side = [m for m in mentions if m.span == first.span]
    rest = [m for m in mentions if m.span != first.span]
    return (side, rest) if rest else (mentions[:1], mentions[1:])


def _all_meant(scene: Scene, tree: Tree, head: int, depth: int) -> tuple[ActorMention, ...]:
    """Whom a head means, and names that run on before it."""
    key = (tree.index, head, depth)
    found = scene.meant.get(key)
    if found is None:
        heads = (*_run_on(scene, tree, head), head)
        found = scene.meant[key] = tuple(m for n in heads for m in _meant(scene, tree, n, depth))
    return found


def _run_on(scene: Scene, tree: Tree, head: int) -> list[int]:
    """Names that the parser hangs before the noun they are coordinated with: "the CGT and teachers"."""
    return [
        c
        for c in tree.children[head]
        if tree.deps[c] == "nmod"
        and scene.headed_by(tree, c) is not None
        and tree.child(c, "cc") is not None
        and tree.child(c, "conj") is None
    ]


def _meant(scene: Scene, tree: Tree, head: int, depth: int) -> list[ActorMention]:
    several = scene.resolved.several.get((tree.index, head))
    if several is not None:
        return list(several)
    mention = scene.headed_by(tree, head)
    if mention is None and tree.pos[head] != "ADJ":
        mention = scene.named_by(tree, head)
    if mention is not None:
        if mention.actor.origin is Origin.FOUND:
            return _named_beside(scene, tree, head) or [mention]
        return [mention]
    beside = [] if tree.lemmas[head] in _MATTERS else _named_beside(scene, tree, head)
    if beside and not names_action(tree, head):
        return beside
    if depth == 0 or tree.pos[head] in VERBAL or tree.lemmas[head] in _NOT_THEIRS:
        return []
    implied = scene.implied_by(tree, head)
    if implied is not None and _does(tree, head):
        return [implied]
    possessor = tree.child(head, "poss")
    if possessor is not None and befalls_owner(tree.lemmas[head]) and not _told_whose(tree, head):
        return []  # "the ouster" in "X's ouster" is none of X's doing
    if tree.lemmas[head] in OTHERS and (possessor is not None or tree.prepositional(head, "of")):
        return []
    if possessor is not None:
        inside = _meant(scene, tree, possessor, depth - 1)
        if inside and depth < INSIDE and tree.words[possessor] in OURS:
            return []  # "our nation's generals" are not the speaker's
        if inside:
            return inside
    # whoever an action is done to is no party to what the action does ("raids on the offices of X")
    undone = names_action(tree, head) or tree.lemmas[head] in _BEFALLING
    telling = ("by", "from") if undone else ("of", "by", "from")
    behind = [n for preposition in telling for n in tree.prepositional(head, preposition)]
    bringing = LED | _BROUGHT if undone else _BROUGHT  # "the coup led by X"
    brought = (c for c in tree.children[head] if tree.deps[c] == "acl" and tree.lemmas[c] in bringing)
    behind += [n for c in brought if tree.tags[c] == "VBN" for n in tree.prepositional(c, "by")]
    for n in behind:
        inside = _meant(scene, tree, n, depth - 1)
        if inside:
            return [m for other in behind for m in _meant(scene, tree, other, depth - 1)]
    if tree.tags[head] == "NN" and tree.lemmas[head] in load_people().persons:
        return []  # "a Peruvian journalist" is not Peru
    for c in tree.all_children(head, "amod", "compound", "nmod"):
        mention = scene.named_by(tree, c)
        if mention and tree.words[mention.span.start - 1] == "-" and tree.words[mention.span.start - 2] in _SIDES:
            return []  # "pro-Western governments" are not the West
        if mention:
            return [mention]
    led = (n for c in tree.all_children(head, "amod") if tree.lemmas[c] in LED for n in tree.children[c])
    return [m for n in led if (m := scene.named_by(tree, n)) is not None]


def _told_whose(tree: Tree, noun: int) -> bool:
    return any(tree.words[c] in ("of", "by") for c in tree.children[noun]) or tree.tags[noun] == "NNS"


def _does(tree: Tree, noun: int) -> bool:
    """Whether a noun stands where those who do something stand: "protests toppled Ruiz", "toppled by protests"."""
    first = tree.first_conjunct(noun)
    return tree.deps[first] == "nsubj" or (tree.deps[first] == "pobj" and tree.words[tree.heads[first]] == "by")


def names_action(tree: Tree, noun: int) -> bool:
    """Whether a noun names what is done to someone: "raids", "sanctions"."""
    return not HARMS.isdisjoint(deeds(tree.lemmas[noun], "n"))


def _listed(tree: Tree, noun: int) -> int | None:
    """The list that someone stands on: "the list of those who oppose it"."""
    above = tree.heads[tree.heads[noun]]
    counted = tree.deps[noun] == "pobj" and tree.words[tree.heads[noun]] == "of"
    return above if counted and tree.lemmas[above] in ("list", "roll", "number", "rank", "rollcall") else None


def _told_behind(tree: Tree, head: int) -> list[int]:
    """Those that a group is said to be or to include: "the states that recognise it include A and B"."""
    whole = _listed(tree, head) or some_of(tree, head)
    if tree.deps[whole] == "pobj" and tree.words[tree.heads[whole]] == "among":
        verb = tree.heads[tree.heads[whole]]  # "among those who oppose it are A and B"
        told = tree.all_children(verb, "attr", "nsubj") if tree.lemmas[verb] == "be" else []
        return [n for c in told if c > verb for n in tree.conjuncts(c)]
    if tree.deps[whole] == "attr" and tree.lemmas[tree.heads[whole]] == "be":
        # "X is one of the states that oppose it"
        return [n for c in tree.all_children(tree.heads[whole], "nsubj") for n in tree.conjuncts(c)]
    subject = head if tree.deps[head] == "nsubj" else whole
    verb = tree.heads[subject]
    if tree.deps[subject] != "nsubj" or tree.lemmas[verb] not in ("include", "be"):
        return []
    return [n for c in tree.all_children(verb, "dobj", "attr") for n in tree.conjuncts(c)]


def _named_beside(scene: Scene, tree: Tree, head: int) -> list[ActorMention]:
    """Actors known by name that a description stands for: in apposition, or as its examples ("parties such as X")."""
    beside = tree.all_children(head, "appos")
    if beside and tree.tags[head] == "NNS":
        beside = [n for c in beside for n in tree.conjuncts(c)]  # "three states, Peru, Chile and Bolivia"
    if tree.deps[head] == "appos":
        beside.append(tree.heads[head])
    for preposition in EXAMPLES:
        for n in tree.prepositional(head, preposition):
            beside.extend(tree.prepositional(n, "in") if tree.words[n] == "those" else [n])
    beside.extend(_told_behind(tree, head))
    beside.extend(called(tree, head))
    mentions = (scene.headed_by(tree, n) for n in beside)
    if tree.names[head] == "PERSON":
        mentions = (m for m in mentions if m is not None and m.actor.type is not ActorType.PLACE)  # "X (R-Ohio)"
    return [m for m in mentions if m is not None and (m.actor.origin is not Origin.FOUND or _is_name(tree, m))]


def called(tree: Tree, head: int) -> list[int]:
    """What someone is called: "a network called X", "a man known as X"."""
    found: list[int] = []
    for c in tree.children[head]:
        if tree.deps[c] == "acl" and tree.lemmas[c] in _NAMING:
            found += [*tree.all_children(c, "oprd", "attr", "dobj"), *tree.prepositional(c, "as")]
    return found


def _is_name(tree: Tree, mention: ActorMention) -> bool:
    """Whether someone known only here is known by a name."""
    return tree.index == mention.span.paragraph and tree.pos[mention.head] == "PROPN"
