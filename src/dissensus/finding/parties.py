"""From places in the grammar to the actors that stand there.

A trigger's line names places ("subj", "obj", "poss", "with", ...); `Places` finds the heads of what stands there, and
`parties` the actors they mean: the mention itself, or the one inside that it belongs to ("the offices of X": X).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Self

from dissensus.actors.mentions import ActorMention
from dissensus.finding.clauses import Clause, clause
from dissensus.finding.governing import is_infinitive
from dissensus.finding.lexicons import events
from dissensus.finding.nominals import Outside, holders_of_noun, outside, raised
from dissensus.finding.scene import Scene
from dissensus.finding.tree import VERBAL, Tree
from dissensus.model import EventType, Origin

_LED = frozenset(
    {
        "lead", "impose", "orchestrate", "sponsor", "engineer", "instigate", "organise", "organize", "run", "order",
        "direct", "initiate", "enforce", "inspire", "devise", "plan", "dictate", "mount", "command", "drive",
        "conduct", "launch", "induce", "provoke", "style", "make", "hatch", "mandate", "install", "perpetrate",
    }
)  # fmt: skip
"""Participles whose first part did it: "a US-led invasion"."""

_BACKED = frozenset({"back", "support", "fund", "finance", "assist", "promote", "encourage", "approve", "sanction"})
"""The same of helpers, who count where nobody else is told."""

_DEEPER = {
    "against": frozenset({"of", "by", "from", "with", "in", "on"}),
    "in": frozenset({"by", "of"}),
    "on": frozenset({"by", "from"}),
}
"""Behind which prepositions the parser may hang what belongs to the noun of action itself."""
_PATIENTS = frozenset({"of", "on", "against", "in"})
_OWN_PLACES = frozenset({"subj", "obj", "iobj", "comp", "thing", "passive", "poss", "mod", "light", "carried", "self"})
_OWN_DEPS = frozenset({"poss", "det"})
_NAMING = frozenset({"call", "name", "know", "dub", "title", "entitle", "christen"})
EXAMPLES = ("like", "as", "including")
_DONE_TO = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.SANCTION})
_SOMEONE = frozenset(
    "individual person people man woman child leader member civilian politician activist figure dozen hundred thousand "
    "everyone anyone other family neighbour neighbor life innocent".split()
)
"""Those whom a text may set beside a group that it names: "individuals and movements"."""
_INSIDE = 2
"""How deep inside a noun phrase its actor is sought: "the offices of the leader of X" still means X's."""


@dataclass(slots=True)
class Places:
    """The surroundings of one trigger, asked for by place name.

    Attributes:
        head: the trigger's head.
        extras: tokens of the trigger's further words; what hangs on them counts as hanging on the head.
        verb: the verb that tells it: the head itself, or the light verb or copula that carries a noun.
        around: who has a part in what a noun names, as told outside its phrase.
        judging: whether the trigger takes a side on what its object names: the object's own parties are not its then.
        alike: other nouns whose dependents count as the noun's: what it is coordinated with, a phase or course of it.
    """

    scene: Scene
    tree: Tree
    head: int
    extras: tuple[int, ...]
    clause: Clause | None
    verb: int | None
    around: Outside = field(default_factory=Outside)
    alike: tuple[int, ...] = ()
    judging: bool = False

    @classmethod
    def of_verb(cls, scene: Scene, tree: Tree, verb: int, extras: tuple[int, ...]) -> Self:
        """Of a verb."""
        return cls(scene, tree, verb, extras, clause(tree, verb), verb)

    @classmethod
    def of_noun(cls, scene: Scene, tree: Tree, noun: int, extras: tuple[int, ...]) -> Self:
        """Of a noun or adjective; finds the verb that carries it, if it is a light one."""
        around = outside(tree, noun)
        verb = around.verb
        here = clause(tree, verb) if verb is not None else None
        alike = tuple(n for n in _alike(tree, noun) if scene.named_by(tree, n) is None)
        return cls(scene, tree, noun, extras, here, verb, around, alike)

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
            case "alone":
                return self._subject() if here and not here.passive and not here.object else []
            case "passive":
                return here.object if here and here.passive else []
            case "thing":
                return [n for e in self.extras if self.scene.headed_by(tree, e) for n in tree.conjuncts(e)]
            case "iobj":
                return here.indirect if here else []
            case "comp":
                return self._complement_subject()
            case "comp.obj":
                return self._complement_object()
            case "thing.poss":
                return [n for e in self.extras for c in tree.all_children(e, "poss") for n in tree.conjuncts(c)]
            case "home":
                return []
            case "obj.of":
                return [n for o in (here.object if here else ()) for n in tree.prepositional(o, "of")]
            case "poss":
                return self._dependents("poss")
            case "mod":
                return self._modifiers()
            case "light":
                return self.around.actors
            case "carried":
                return self.around.recipients
            case "backed":
                return self._behind_participle(_BACKED)
            case "self":
                return holders_of_noun(tree, self.head)
            case _:
                return self._behind(place)

    def _dependents(self, *deps: str) -> list[int]:
        for holder in (self.head, *self.alike):
            found = [n for c in self.tree.all_children(holder, *deps) for n in self.tree.conjuncts(c)]
            if found:
                return found
        return []

    def _modifiers(self) -> list[int]:
        """Names before the noun ("US raids"), also those of the doer in a participle ("US-led raids")."""
        tree, scene = self.tree, self.scene
        for holder in (self.head, *self.alike):
            named = [c for c in tree.all_children(holder, "amod", "compound", "nmod") if scene.named_by(tree, c)]
            if named:
                return [n for c in named for n in _hyphened(tree, c)]
        return self._behind_participle(_LED)

    def _behind_participle(self, lemmas: frozenset[str]) -> list[int]:
        tree = self.tree
        for holder in (self.head, *self.alike):
            for c in tree.children[holder]:
                if tree.deps[c] == "amod" and tree.tags[c] == "VBN" and tree.lemmas[c] in lemmas:
                    named = tree.all_children(c, "npadvmod", "compound", "nmod", "amod", "nsubj")
                    if named:
                        return named
        return []

    def _behind(self, preposition: str) -> list[int]:
        tree = self.tree
        for holder in (self.head, *self.extras, *self.alike):
            found = [n for n in tree.prepositional(holder, preposition) if n != self.head and n not in self.alike]
            if preposition == "from" and tree.pos[self.head] not in VERBAL:
                found = [n for n in found if not _names_action(tree, n)]
            if preposition in _DEEPER and not found:
                found = self._hung_deeper(holder, preposition)
            if preposition == "by" and not found and holder == self.head and tree.pos[holder] not in VERBAL:
                found = self._doer_deeper(holder)
            if found:
                return found
        if self.clause and tree.pos[self.head] in VERBAL:
            for thing in self.clause.object:
                if self.judging and thing not in self.extras and _names_action(tree, thing):
                    continue  # "rejected sanctions against Cuba" rejects nothing of Cuba's
                found = tree.prepositional(thing, preposition)
                if found:
                    return found
        if self.verb is not None and self.verb != self.head:
            # "raids conducted by the army", "sanctions imposed on Cuba": what hangs on the carrying verb
            return tree.prepositional(self.verb, preposition)
        return []

    def _hung_deeper(self, holder: int, preposition: str) -> list[int]:
        """What the parser hangs on the next noun: "operations with the army against the cartels"."""
        tree = self.tree
        between = (c for c in tree.children[holder] if tree.deps[c] == "prep" and tree.words[c] in _DEEPER[preposition])
        behind = (p for c in between for p in tree.children[c] if tree.deps[p] == "pobj")
        return [n for p in behind for n in tree.prepositional(p, preposition)]

    def _doer_deeper(self, noun: int) -> list[int]:
        """Whose doing it is, where the parser hangs that on whom it is done to: "attacks on homes of Y by X"."""
        tree = self.tree
        for _ in range(_INSIDE):
            below = [p for c in tree.children[noun] if tree.words[c] in _PATIENTS for p in tree.children[c]]
            noun = next((p for p in below if tree.deps[p] == "pobj"), -1)
            if noun < 0 or _names_action(tree, noun):
                return []
            found = tree.prepositional(noun, "by")
            if found:
                return found
        return []

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
            if tree.deps[c] in ("xcomp", "ccomp") and (tree.pos[c] in VERBAL or is_infinitive(tree, c)):
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

    def _patient_unknown(self, places: Sequence[str]) -> bool:
        """Whether a passive's patient is told but is no actor: what stands behind prepositions is not it then."""
        here = self.clause
        if here is None or not here.passive or "obj" not in places or self.tree.pos[self.head] not in VERBAL:
            return False
        return any(n not in self.extras for n in here.object)

    def find(self, places: Sequence[str]) -> list[int]:
        """Heads at the first place where an actor stands, and at those marked `+`."""
        found: list[int] = []
        for place in places:
            more = place.startswith("+")
            if found and not more:
                continue
            asked = any(self.tree.words[n] == place for n in self.extras)  # "imposed on", whatever is imposed
            if place.isalpha() and place not in _OWN_PLACES and not asked and self._patient_unknown(places):
                continue
            heads = self.heads(place.lstrip("+"))
            first = self.tree.lemmas[heads[0]] if heads else ""
            if heads and first not in _SOMEONE and not parties(self.scene, self.tree, heads[:1]):
                # What is coordinated with something that is no actor is seldom one: "a video and forces".
                continue
            found.extend(head for head in heads if head not in found)
        return found


def _hyphened(tree: Tree, name: int) -> list[int]:
    """The names that a hyphen joins before a noun ("the Peru-Chile border")."""
    if name >= 2 and tree.words[name - 1] == "-" and tree.pos[name - 2] in ("PROPN", "ADJ"):
        return [name - 2, name]
    return [name]


def _alike(tree: Tree, noun: int) -> list[int]:
    """Other nouns whose dependents a noun of action shares: "US threats and raids against Cuba"."""
    found = raised(tree, noun)[1:]
    if any(tree.deps[c] in _OWN_DEPS for c in tree.children[noun]):
        found = [n for n in found if n not in tree.conjuncts(tree.first_conjunct(noun))]
    for following in tree.conjuncts(noun)[1:]:
        if any(tree.deps[c] in _OWN_DEPS for c in tree.children[following]):
            break
        found.append(following)
    return found


def parties(scene: Scene, tree: Tree, heads: Iterable[int], depth: int = _INSIDE) -> list[ActorMention]:
    """The actors that heads of noun phrases mean, each once, in order."""
    found: list[ActorMention] = []
    seen: set[str] = set()
    for head in (n for h in heads for n in (*_run_on(scene, tree, h), h)):
        for mention in _meant(scene, tree, head, depth):
            if mention.actor.id not in seen:
                seen.add(mention.actor.id)
                found.append(mention)
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
    beside = _named_beside(scene, tree, head)
    if beside and not _names_action(tree, head):
        return beside
    if depth == 0 or tree.pos[head] in VERBAL:
        return []
    possessor = tree.child(head, "poss")
    if possessor is not None:
        inside = _meant(scene, tree, possessor, depth - 1)
        if inside:
            return inside
    # whoever an action is done to is no party to what the action does ("raids on the offices of X")
    telling = ("by", "from") if _names_action(tree, head) else ("of", "by", "from")
    behind = [n for preposition in telling for n in tree.prepositional(head, preposition)]
    for n in behind:
        inside = _meant(scene, tree, n, depth - 1)
        if inside:
            return [m for other in behind for m in _meant(scene, tree, other, depth - 1)]
    for c in tree.all_children(head, "amod", "compound", "nmod"):
        mention = scene.named_by(tree, c)
        if mention:
            return [mention]
    led = (n for c in tree.all_children(head, "amod") if tree.lemmas[c] in _LED for n in tree.children[c])
    return [m for n in led if (m := scene.named_by(tree, n)) is not None]


def _names_action(tree: Tree, noun: int) -> bool:
    lines = events().get(tree.lemmas[noun], ())
    return any(line.pos == "n" and len(line.words) == 1 and line.type in _DONE_TO for line in lines)


def _told_behind(tree: Tree, head: int) -> list[int]:
    """Those that a group is said to be or to include: "the states that recognise it include A and B"."""
    whole = tree.heads[tree.heads[head]] if tree.deps[head] == "pobj" and tree.words[tree.heads[head]] == "of" else head
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
    if tree.deps[head] == "appos":
        beside.append(tree.heads[head])
    for preposition in EXAMPLES:
        for n in tree.prepositional(head, preposition):
            beside.extend(tree.prepositional(n, "in") if tree.words[n] == "those" else [n])
    beside.extend(_told_behind(tree, head))
    beside.extend(called(tree, head))
    mentions = (scene.headed_by(tree, n) for n in beside)
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
