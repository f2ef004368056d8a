"""From places in the grammar to the actors that stand there.

A trigger's line names places ("subj", "obj", "poss", "with", ...); `Places` finds the heads of what stands there, and
`parties` the actors they mean: the mention itself, or the one inside that it belongs to ("the offices of X": X).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from dissensus.actors.mentions import ActorMention
from dissensus.finding.clauses import Clause, clause
from dissensus.finding.lexicons import light_verbs
from dissensus.finding.scene import Scene
from dissensus.finding.tree import VERBAL, Tree
from dissensus.model import Origin

_COPULAS = frozenset({"be", "become", "remain", "stay"})
_NAMING = frozenset(
    {"call", "name", "consider", "brand", "label", "dub", "deem", "declare", "proclaim", "term", "elect", "make"}
)
_PREDICATED = frozenset({"attr", "acomp", "oprd", "appos", "pobj"})
_PHASES = frozenset(
    {
        "beginning",
        "start",
        "onset",
        "launch",
        "end",
        "series",
        "wave",
        "campaign",
        "round",
        "act",
        "resumption",
        "string",
    }
)
_TAKING_PART = frozenset({"engage", "participate"})
EXAMPLES = ("like", "as", "including")
_INSIDE = 2
"""How deep inside a noun phrase its actor is sought: "the offices of the leader of X" still means X's."""


@dataclass(slots=True)
class Places:
    """The surroundings of one trigger, asked for by place name.

    Attributes:
        head: the trigger's head.
        extras: tokens of the trigger's further words; what hangs on them counts as hanging on the head.
        verb: the verb that tells it: the head itself, or the light verb or copula that carries a noun.
    """

    scene: Scene
    tree: Tree
    head: int
    extras: tuple[int, ...]
    clause: Clause | None
    verb: int | None
    part: str | None = None
    used: list[int] = field(default_factory=list)

    @classmethod
    def of_verb(cls, scene: Scene, tree: Tree, verb: int, extras: tuple[int, ...]) -> Places:
        """Of a verb."""
        return cls(scene, tree, verb, extras, clause(tree, verb), verb)

    @classmethod
    def of_noun(cls, scene: Scene, tree: Tree, noun: int, extras: tuple[int, ...]) -> Places:
        """Of a noun or adjective; finds the verb that carries it, if it is a light one."""
        verb, part = carrier(tree, noun)
        return cls(scene, tree, noun, extras, clause(tree, verb) if verb is not None else None, verb, part)

    def heads(self, place: str) -> list[int]:
        """Heads of what stands at a place."""
        tree, here = self.tree, self.clause
        match place:
            case "-":
                return []
            case "subj":
                return self._subject()
            case "obj":
                return [n for n in here.object if n not in self.extras] if here else []
            case "thing":
                return [n for n in self.extras if self.scene.headed_by(tree, n)]
            case "iobj":
                return here.indirect if here else []
            case "comp":
                return self._complement_subject()
            case "comp.obj":
                return self._complement_object()
            case "obj.of":
                return [n for o in (here.object if here else ()) for n in tree.prepositional(o, "of")]
            case "poss":
                return self._dependents("poss")
            case "mod":
                return [c for c in self._dependents("amod", "compound", "nmod") if self.scene.named_by(tree, c)]
            case "light":
                return self._carried("actor")
            case "carried":
                return self._carried("recipient")
            case "self":
                return holders_of_noun(tree, self.head)
            case _:
                return self._behind(place)

    def _dependents(self, *deps: str) -> list[int]:
        return [n for c in self.tree.all_children(self.head, *deps) for n in self.tree.conjuncts(c)]

    def _behind(self, preposition: str) -> list[int]:
        tree = self.tree
        for holder in (self.head, *self.extras):
            found = tree.prepositional(holder, preposition)
            if found:
                return found
        if self.clause and tree.pos[self.head] in VERBAL:
            for thing in self.clause.object:
                found = tree.prepositional(thing, preposition)
                if found:
                    return found
        if preposition == "by" or self.part:
            # "raids conducted by the army", "sanctions imposed on Cuba": what hangs on the carrying verb
            verb = self.verb if self.part else None
            if verb is not None and verb != self.head:
                return tree.prepositional(verb, preposition)
        return []

    def _carried(self, part: str) -> list[int]:
        if self.clause is None or self.part != part:
            return []
        return self.clause.subject

    def _subject(self) -> list[int]:
        """The subject; of a deed that does something ("launched a raid that killed ten") who did the deed."""
        if self.clause is None:
            return []
        subject = self.clause.subject
        verb = self.clause.verb
        if len(subject) == 1 and self.tree.deps[verb] in ("acl", "relcl") and subject[0] == self.tree.heads[verb]:
            deed = subject[0]
            if self.tree.deps[deed] == "dobj" and not parties(self.scene, self.tree, subject):
                return clause(self.tree, self.tree.heads[deed]).subject
        return subject

    def _complement_subject(self) -> list[int]:
        tree = self.tree
        for c in tree.children[self.head]:
            if tree.deps[c] in ("ccomp", "xcomp"):
                subject = tree.child(c, "nsubj", "nsubjpass")
                if subject is not None:
                    return tree.conjuncts(subject)
        return []

    def _complement_object(self) -> list[int]:
        """Whom what is threatened, refused or promised would be done to: "threatened to invade Peru"."""
        tree = self.tree
        for c in tree.children[self.head]:
            if tree.deps[c] in ("xcomp", "ccomp") and tree.pos[c] in VERBAL:
                inner = clause(tree, c)
                if inner.object:
                    return inner.object
                for preposition in ("with", "to", "against", "from", "in", "on", "for"):
                    found = tree.prepositional(c, preposition)
                    if found:
                        return found
        return []

    def inside(self) -> list[int]:
        """The trigger's further words that are its objects and no actors themselves, for the actors inside them."""
        objects = self.clause.object if self.clause else []
        return [n for n in self.extras if n in objects and self.scene.headed_by(self.tree, n) is None]

    def find(self, places: Iterable[str]) -> list[int]:
        """Heads at the first place where an actor stands, and at those marked `+`."""
        found: list[int] = []
        for place in places:
            more = place.startswith("+")
            if found and not more:
                continue
            heads = self.heads(place.lstrip("+"))
            if heads and not parties(self.scene, self.tree, heads[:1]):
                # What is coordinated with something that is no actor is seldom one: "a video and forces".
                continue
            found.extend(head for head in heads if head not in found)
        return found


def carrier(tree: Tree, noun: int) -> tuple[int | None, str | None]:
    """The light verb that a noun of action hangs on, and what that verb's subject is in it.

    Nouns that only say how far an action has come lead on: "announced the beginning of operations".
    """
    noun = tree.first_conjunct(noun)
    head, dep = tree.heads[noun], tree.deps[noun]
    while dep == "pobj" and tree.words[head] == "of" and tree.lemmas[tree.heads[head]] in _PHASES:
        noun = tree.first_conjunct(tree.heads[head])
        head, dep = tree.heads[noun], tree.deps[noun]
    if dep in ("dobj", "nsubjpass") and tree.pos[head] in VERBAL:
        part = light_verbs().get(tree.lemmas[head])
        if part:
            return head, part
    if dep == "pobj" and tree.pos[tree.heads[head]] in VERBAL and tree.lemmas[tree.heads[head]] in _TAKING_PART:
        return tree.heads[head], "actor"
    for c in tree.children[noun]:
        if tree.deps[c] in ("acl", "relcl") and light_verbs().get(tree.lemmas[c]) == "actor":
            return c, "actor"
    return None, None


def holders_of_noun(tree: Tree, noun: int) -> list[int]:
    """Whom a noun or adjective is said of: "X is an ally", "X, an ally of Y", "chairwoman X", "call X a puppet"."""
    named = tree.child(noun, "appos")
    if named is not None:
        return [named]
    if tree.deps[noun] == "conj":
        first = tree.first_conjunct(noun)
        return holders_of_noun(tree, first) if tree.deps[first] in _PREDICATED else []
    head, dep = tree.heads[noun], tree.deps[noun]
    if dep in ("attr", "acomp") and tree.pos[head] in VERBAL and tree.lemmas[head] in _COPULAS:
        return clause(tree, head).subject
    if dep in ("oprd", "attr", "acomp", "ccomp", "xcomp") and tree.pos[head] in VERBAL:
        here = clause(tree, head)
        return here.object if here.object else (here.subject if tree.lemmas[head] not in _NAMING else [])
    if dep == "dobj" and tree.lemmas[head] in _NAMING:
        return clause(tree, head).indirect
    if dep == "appos":
        return [head]
    if dep in ("compound", "nmod", "amod"):
        return [head]
    if dep == "pobj" and tree.words[head] == "as":
        verb = tree.heads[head]
        if tree.pos[verb] in VERBAL:
            here = clause(tree, verb)
            return here.object or here.subject
        return [verb]
    return []


def parties(scene: Scene, tree: Tree, heads: Iterable[int], depth: int = _INSIDE) -> list[ActorMention]:
    """The actors that heads of noun phrases mean, each once, in order."""
    found: list[ActorMention] = []
    seen: set[str] = set()
    for head in heads:
        for mention in _meant(scene, tree, head, depth):
            if mention.actor.id not in seen:
                seen.add(mention.actor.id)
                found.append(mention)
    return found


def _meant(scene: Scene, tree: Tree, head: int, depth: int) -> list[ActorMention]:
    mention = scene.headed_by(tree, head)
    if mention is None and tree.pos[head] != "ADJ":
        mention = scene.named_by(tree, head)
    if mention is not None:
        if mention.actor.origin is Origin.FOUND:
            return _named_beside(scene, tree, head) or [mention]
        return [mention]
    beside = _named_beside(scene, tree, head)
    if beside:
        return beside
    if depth == 0 or tree.pos[head] in VERBAL:
        return []
    possessor = tree.child(head, "poss")
    if possessor is not None:
        inside = _meant(scene, tree, possessor, depth - 1)
        if inside:
            return inside
    behind = [n for preposition in ("of", "by", "from") for n in tree.prepositional(head, preposition)]
    for n in behind:
        inside = _meant(scene, tree, n, depth - 1)
        if inside:
            return [m for other in behind for m in _meant(scene, tree, other, depth - 1)]
    for c in tree.all_children(head, "amod", "compound", "nmod"):
        mention = scene.named_by(tree, c)
        if mention:
            return [mention]
    return []


def _told_behind(tree: Tree, head: int) -> list[int]:
    """Those that a group is said to be or to include: "the states that recognise it include A and B"."""
    whole = tree.heads[tree.heads[head]] if tree.deps[head] == "pobj" and tree.words[tree.heads[head]] == "of" else head
    subject = head if tree.deps[head] == "nsubj" else whole
    verb = tree.heads[subject]
    if tree.deps[subject] != "nsubj" or tree.lemmas[verb] not in ("include", "be"):
        return []
    return [n for c in tree.all_children(verb, "dobj", "attr") for n in tree.conjuncts(c)]


def _named_beside(scene: Scene, tree: Tree, head: int) -> list[ActorMention]:
    """Actors known by name that a description stands for: in apposition, or as its examples ("parties such as X")."""
    beside = tree.all_children(head, "appos")
    if tree.deps[head] == "appos":
        beside.append(tree.heads[head])
    for preposition in EXAMPLES:
        beside.extend(tree.prepositional(head, preposition))
    beside.extend(_told_behind(tree, head))
    mentions = (scene.headed_by(tree, n) for n in beside)
    return [m for m in mentions if m is not None and m.actor.origin is not Origin.FOUND]
