"""The surroundings of one trigger, asked for by place name ("subj", "obj", "poss", "with", ...)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Self

from dissensus.finding.agents import tried_for
from dissensus.finding.around import (
    alike,
    are_people,
    hung_deeper,
    hyphened,
    is_meeting,
    is_own,
    led_by,
    owner_before,
    struck_there,
)
from dissensus.finding.clauses import Clause, clause
from dissensus.finding.governing import is_infinitive, wished_for
from dissensus.finding.lexicons import befalls_owner, light_verbs
from dissensus.finding.nominals import holders_of_noun
from dissensus.finding.outside import Outside, doers, outside
from dissensus.finding.parties import INSIDE, LED, names_action, parties
from dissensus.finding.scene import Scene
from dissensus.finding.tree import VERBAL, Tree
from dissensus.finding.triggers import BLAMING

_FUNDED = frozenset({"fund", "finance"})
"""The same of those who pay, who count where nobody else is told: not who only backs it."""

_PATIENTS = frozenset({"of", "on", "against", "in"})

_OWN_PLACES = frozenset(
    {"subj", "obj", "iobj", "comp", "thing", "passive", "poss", "mod", "light", "carried", "self", "doer"}
)
_NO_PREPOSITIONS = _OWN_PLACES | frozenset(
    "- alone home backed comp.obj thing.poss thing.of thing.mod thing.sides for.of obj.of".split()
)

_SOMEONE = frozenset(
    "individual person people man woman child leader member civilian politician activist figure dozen hundred thousand "
    "everyone anyone other family neighbour neighbor life innocent".split()
)
"""Those whom a text may set beside a group that it names: "individuals and movements"."""

_THREATENING = frozenset({"threaten", "vow", "swear"})
"""Verbs of which all that is threatened is done to someone."""
REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves", "myself", "ourselves", "yourself"})
_THREATS = frozenset({"threat", "vow"})
_COMPLETED = _THREATS | {"refusal"}
"""Nouns of saying what one will, or will not, do to someone."""
_LETTING = frozenset({"let", "allow", "permit"})
_WIELDING = frozenset("send deploy mobilise mobilize dispatch use employ unleash rally muster summon bring".split())
"""Verbs whose object is what someone else is threatened or helped with."""
_STOPPING = frozenset("stop prevent keep bar block deter discourage dissuade".split())
_WHERE = frozenset({"where", "which"})
_ON_WHOSE = frozenset("order behalf instruction request charge suspicion ground condition basis pretext".split())
"""Nouns behind "on" that say why or for whom something is done, and not to whom."""

_WHY = frozenset(
    "support solidarity defence defense favour favor protest response retaliation honour honor "
    "behest request invitation urging insistence instigation word view opinion eye".split()
)
"""Nouns behind "in" and "at" that say why something is done, and to no one."""


@dataclass(slots=True)
class Places:
    """The surroundings of one trigger, asked for by place name.

    Attributes:
        head: the trigger's head.
        extras: tokens of the trigger's further words; what hangs on them counts as hanging on the head.
        verb: the verb that tells it: the head itself, or the light verb or copula that carries a noun.
        around: who has a part in what a noun names, as told outside its phrase.
        judging: whether the trigger takes a side on what its object names: the object's own parties are not its then.
        asking: whether the trigger asks for something: who is to bear what is asked for is not who is asked.
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
    asking: bool = False

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
        beside = tuple(n for n in alike(tree, noun) if scene.named_by(tree, n) is None)
        return cls(scene, tree, noun, extras, here, verb, around, beside)

    def heads(self, place: str) -> list[int]:
        """Heads of what stands at a place."""
        tree, here = self.tree, self.clause
        if place not in _NO_PREPOSITIONS:
            return self._behind(place)
        match place:
            case "subj":
                return self._subject()
            case "obj":
                things = [n for n in here.object if n not in self._listed()] if here else []
                return [n for n in things if tree.words[n] not in REFLEXIVE]
            case "alone":
                told = [n for n in here.object if tree.pos[n] != "ADJ"] if here else []  # "won fair and square"
                return self._subject() if here and not here.passive and not told else []
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
            case "for.of":
                return [n for o in self._behind("for") for n in tree.prepositional(o, "of")]
            case "thing.of":
                return [n for e in self.extras for n in tree.prepositional(e, "of") + tree.prepositional(e, "against")]
            case "thing.mod":
                named = [c for e in self.extras for c in tree.all_children(e, "amod", "compound", "nmod")]
                return [n for n in named if self.scene.named_by(tree, n)]
            case "thing.sides":
                return self._sides_of_thing()
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
                return self._behind_participle(_FUNDED)
            case "doer":
                return doers(tree, self.head)
            case "self":
                return holders_of_noun(tree, self.head)
            case _:
                return []

    def _listed(self) -> set[int]:
        """The words of the line and what is listed with them: "sends doctors and teachers"."""
        nouns = {self.tree.first_conjunct(e) for e in self.extras if self.tree.pos[e] in ("NOUN", "PROPN")}
        return {*self.extras, *(n for noun in nouns for n in self.tree.conjuncts(noun))}

    def _dependents(self, *deps: str) -> list[int]:
        for holder in (self.head, *self.alike):
            found = [n for c in self.tree.all_children(holder, *deps) for n in self.tree.conjuncts(c)]
            if found and deps == ("poss",):
                return [*owner_before(self.tree, found[0]), *found]
            if found:
                return found
        return []

    def _modifiers(self) -> list[int]:
        """Names before the noun ("US raids"), also those of the doer in a participle ("US-led raids")."""
        tree, scene = self.tree, self.scene
        for holder in (self.head, *self.alike):
            named = [c for c in tree.all_children(holder, "amod", "compound", "nmod") if scene.named_by(tree, c)]
            if named:
                listed = [n for c in named for n in tree.conjuncts(c)]  # "Brazilian and Chilean criticism"
                return [n for c in listed if c in named or scene.named_by(tree, c) for n in hyphened(tree, c)]
        return self._behind_participle(LED)

    def _sides_of_thing(self) -> list[int]:
        """Between whom the thing is that a line's words name: "the pact between A and B was signed", "the A-B pact"."""
        tree = self.tree
        for thing in self.extras:
            between = tree.prepositional(thing, "between")
            named = [c for c in tree.all_children(thing, "amod", "compound", "nmod") if self.scene.named_by(tree, c)]
            sides = between or [n for c in named for n in hyphened(tree, c)]
            if len(sides) > 1:
                return sides
        return []

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
        if not tree.links(self.head, preposition):
            return []
        if preposition == "on" and tree.deps[self.head] == "dobj" and tree.lemmas[tree.heads[self.head]] in BLAMING:
            return []  # "blamed the attack on them"
        for holder in (self.head, *self.extras, *self.alike):
            found = [n for n in tree.prepositional(holder, preposition) if n != self.head and n not in self.alike]
            if found and holder in self.extras and (name := self.scene.named_by(tree, holder)) is not None:
                found = [n for n in found if self.scene.named_by(tree, n) is not name]  # "to the Court of Justice"
            if preposition == "from" and tree.lemmas[holder] in _STOPPING:
                found = []
            if preposition == "with" and holder == self.head and self.clause and tree.pos[holder] in VERBAL:
                found = [n for n in found if n not in self.clause.subject]  # "in concert with X, Y did it"
            if preposition in ("in", "at"):
                found = [n for n in found if tree.lemmas[n] not in _WHY]
            if preposition == "on":
                found = [n for n in found if tree.lemmas[n] not in _ON_WHOSE]
            if preposition == "from" and tree.pos[self.head] not in VERBAL:
                found = [n for n in found if not names_action(tree, n)]
            if not found:
                found = hung_deeper(tree, holder, preposition)
            if preposition == "by" and found and tree.pos[holder] not in VERBAL and tried_for(tree, holder):
                return []
            if preposition == "by" and not found and holder == self.head and tree.pos[holder] not in VERBAL:
                found = self._doer_deeper(holder)
            if found:
                return found
        if self.clause and tree.pos[self.head] in VERBAL:
            for thing in self.clause.object:
                asked = any(tree.words[e] == preposition for e in self.extras)
                if self.judging and not asked and thing not in self.extras and names_action(tree, thing):
                    continue  # "rejected sanctions against Cuba" rejects nothing of Cuba's
                found = tree.prepositional(thing, preposition)
                found = [n for n in found if preposition != "in" or tree.lemmas[n] not in _WHY]
                if found:
                    return found
        if preposition == "by" and (led := led_by(tree, self.head, self.verb)):
            return led
        if self.verb is not None and self.verb != self.head:
            owned = tree.child(self.head, "poss") is not None and not befalls_owner(tree.lemmas[self.head])
            if preposition == "by" and owned:
                return []  # "Peru's call was supported by Chile"
            # "raids conducted by the army", "sanctions imposed on Cuba": what hangs on the carrying verb
            found = [n for n in tree.prepositional(self.verb, preposition) if n > self.verb]
            return found or (hung_deeper(tree, self.verb, preposition) if preposition == "against" else [])
        return self._hung_higher(preposition)

    def _hung_higher(self, preposition: str) -> list[int]:
        """What stands right behind a noun, though the parser hangs it on a word before: "spoke of the attack on X"."""
        tree, after = self.tree, self.head + 1
        if tree.pos[self.head] in VERBAL or after >= len(tree) or tree.words[after] != preposition:
            return []
        if tree.deps[after] != "prep" or tree.heads[after] >= self.head:
            return []
        return [n for p in tree.all_children(after, "pobj") for n in tree.conjuncts(p)]

    def _doer_deeper(self, noun: int) -> list[int]:
        """Whose doing it is, where the parser hangs that on whom it is done to: "attacks on homes of Y by X"."""
        tree = self.tree
        for _ in range(INSIDE):
            below = [p for c in tree.children[noun] if tree.words[c] in _PATIENTS for p in tree.children[c]]
            if not below and noun == self.head:
                below = [n for word in _PATIENTS for n in self._hung_higher(word)]
            noun = next((p for p in below if tree.deps[p] == "pobj"), -1)
            if noun < 0 or names_action(tree, noun):
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
        deed = struck_there(self.tree, verb, subject)
        if deed is not None:
            return Places.of_noun(self.scene, self.tree, deed, ()).find(("by", "poss", "mod", "light"))
        if len(subject) == 1 and self.tree.deps[verb] in ("acl", "relcl") and subject[0] == self.tree.heads[verb]:
            deed = subject[0]
            noun = self.tree.deps[deed] == "dobj" and self.tree.pos[deed] in ("NOUN", "PROPN")
            above = self.tree.lemmas[self.tree.heads[deed]]
            done = noun and above != "support" and light_verbs().get(above) == "actor"
            if done and not parties(self.scene, self.tree, subject):
                return clause(self.tree, self.tree.heads[deed]).subject
        return subject

    def _complement_subject(self) -> list[int]:
        tree = self.tree
        for c in tree.children[self.head]:
            dep = tree.deps[c]
            if self._beside(c):
                continue
            claim = dep == "acl" and tree.child(c, "nsubj", "nsubjpass") is not None  # "the claim that they rigged it"
            wish = dep in ("advcl", "relcl") and wished_for(tree, c) is not None
            if claim or wish or dep in ("ccomp", "xcomp"):
                subject = tree.child(c, "nsubj", "nsubjpass")
                if subject is not None:
                    # "denounced that peasants were jailed" blames others
                    passive = tree.deps[subject] == "nsubjpass"
                    return [] if passive and (self.judging or self.asking) else tree.conjuncts(subject)
        return []

    def _complement_object(self) -> list[int]:
        """Whom what is threatened, refused or promised would be done to: "threatened to invade Peru"."""
        tree = self.tree
        for c in tree.children[self.head]:
            if self._beside(c):
                continue
            threat = (
                tree.deps[c] in ("acl", "relcl") and tree.lemmas[self.head] in _COMPLETED and is_infinitive(tree, c)
            )
            if threat or (tree.deps[c] in ("xcomp", "ccomp") and (tree.pos[c] in VERBAL or is_infinitive(tree, c))):
                verbs = (c, *tree.all_children(c, "conj")) if tree.lemmas[self.head] in _THREATENING else (c,)
                inner = [clause(tree, v) for v in verbs if tree.pos[v] in VERBAL]
                struck = [n for one in inner for n in one.indirect or one.object]
                stopped = tree.lemmas[c] in _STOPPING and tree.lemmas[self.head] not in _THREATENING
                if stopped or tree.lemmas[c] in _WIELDING:
                    struck = []  # "threatened to send the army", "agreed to stop migrants"
                if len(inner) > 1:
                    # "threatened to storm the city and kill the president"
                    struck = [n for n in struck if parties(self.scene, tree, [n])] or struck
                if not struck and tree.lemmas[c] in _LETTING:
                    below = tree.all_children(c, "ccomp", "xcomp")
                    struck = [n for v in below for n in tree.all_children(v, "nsubj")]  # "refused to let X observe"
                threatened = tree.lemmas[self.head] in _THREATENING
                others = [n for n in struck if threatened or not is_own(tree, n)]
                if others and parties(self.scene, tree, others):
                    return others
                for preposition in ("with", "to", "against", "from", "in", "on", "for"):
                    if preposition == "from" and tree.lemmas[c] in _STOPPING:
                        continue  # "agreed to stop migrants from coming"
                    holders = (c, *struck) if preposition in ("with", "to", "against", "on") else (c,)
                    found = [n for holder in holders for n in tree.prepositional(holder, preposition)]
                    if found:
                        return found  # "vowed to cut ties with Peru"
        return []

    def _beside(self, below: int) -> bool:
        """Whether a clause only stands before another, though the parser takes it for what that one says."""
        tree = self.tree
        if below > self.head or tree.deps[below] != "ccomp":
            return False
        further = any(c > self.head and tree.deps[c] == "xcomp" for c in tree.children[self.head])
        return further or any(tree.words[c] == ";" for c in tree.children[self.head] if below < c < self.head)

    def met_with(self) -> list[int]:
        """Those at the meeting where something is said: "at the talks with X she demanded", "a summit of X where"."""
        tree = self.tree
        meetings = tree.prepositional(self.head, "at") + tree.prepositional(self.head, "in")
        if tree.deps[self.head] == "relcl" and any(tree.words[c] in _WHERE for c in tree.children[self.head]):
            meetings.append(tree.heads[self.head])
        meetings = [n for n in meetings if is_meeting(tree, n)]
        return [n for m in meetings for word in ("with", "of") for n in tree.prepositional(m, word)]

    def inside(self) -> list[int]:
        """The trigger's further words that are its objects and no actors themselves, for the actors inside them."""
        objects = self.clause.object if self.clause else []
        inside = [n for n in self.extras if n in objects and self.scene.headed_by(self.tree, n) is None]
        owners = [c for n in inside if befalls_owner(self.tree.lemmas[n]) for c in self.tree.all_children(n, "poss")]
        return owners + inside  # "upheld X's conviction"

    def _patient_unknown(self, places: Sequence[str]) -> bool:
        """Whether a patient is told but is no actor: what stands behind prepositions is not it then."""
        here = self.clause
        if here is None or "obj" not in places or self.tree.pos[self.head] not in VERBAL:
            return False
        told = [n for n in here.object if n not in self.extras]
        if not here.passive:
            told = [n for n in told if are_people(self.tree, n)]  # "lobbied the ministers for X"
        return bool(told)

    def find(self, places: Sequence[str]) -> list[int]:
        """Heads at the first place where an actor stands, and at those marked `+`."""
        found: list[int] = []
        asked = [self.tree.words[n] for n in self.extras]  # "imposed on", whatever is imposed
        unknown = self._patient_unknown(places)
        for place in places:
            more = place.startswith("+")
            if found and not more:
                continue
            if unknown and place.isalpha() and place not in _OWN_PLACES and place not in asked:
                continue
            heads = self.heads(place.lstrip("+"))
            first = self.tree.lemmas[heads[0]] if heads else ""
            if heads and first not in _SOMEONE and not parties(self.scene, self.tree, heads[:1]):
                # What is coordinated with something that is no actor is seldom one: "a video and forces".
                continue
            found.extend(head for head in heads if head not in found)
        return found
