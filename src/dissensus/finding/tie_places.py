"""Where the parties of a tie stand, beyond what `parties.Places` knows of events."""

from __future__ import annotations

from collections.abc import Sequence

from dissensus.actors.mentions import ActorMention
from dissensus.finding.clauses import clause
from dissensus.finding.lexicons import events, stand_ins
from dissensus.finding.nominals import holders_of_noun, raised, some_of
from dissensus.finding.parties import parties
from dissensus.finding.places import Places
from dissensus.finding.scene import Scene
from dissensus.finding.tie_subjects import (
    ANYONE,
    TITLES,
    along,
    apposed,
    cleft,
    displaced,
    exemplified,
    land_before,
    of_first_participle,
)
from dissensus.finding.tree import VERBAL, Tree
from dissensus.finding.triggers import on_copula
from dissensus.model import ActorType

_ADJECTIVAL = frozenset({"acomp", "amod", "oprd"})
_LOOSE = frozenset({"with", "between", "to", "towards", "toward", "against", "among"})
_CARRYING = frozenset({"be", "have", "maintain", "enjoy", "keep", "exist"})
_TAKING = frozenset(
    "take adopt assume strike bear espouse boast possess owe develop build share feel harbour harbor nurse profess "
    "cherish foster nurture display".split()
)
_HELPED = frozenset({"with", "without", "despite", "through", "amid", "to", "of"})
_RIGHTS = frozenset({"right", "claim", "freedom", "access"})
_COUNTING = frozenset({"count", "number", "rank", "include", "list", "have", "name", "find", "consider"})
_HAVING = frozenset({"with", "of"})
_CAUGHT = frozenset({"lock", "engage", "involve", "embroil", "mire", "entangle", "catch", "enmesh", "bog"})
_KEEPING = frozenset(
    {"keep", "hold", "have", "bring", "draw", "pull", "drag", "place", "put", "maintain", "retain", "get", "support",
     "back", "help", "aid", "assist", "defend"}
)  # fmt: skip
_GAINING = frozenset(
    "have enjoy gain win garner draw attract secure obtain receive get command retain keep earn muster mobilise "
    "mobilize amass lose find inspire owe accept face suffer endure encounter meet incur provoke".split()
)
"""Verbs that say whose the support is that comes from others."""

_SOURCES = ("from", "of", "among", "amongst", "by")

_TOPICS = frozenset({"with", "in", "for", "of"})


class TiePlaces(Places):
    """The surroundings of a word of relation."""

    __slots__ = ()

    def heads(self, place: str) -> list[int]:
        """Heads of what stands at a place."""
        return [n for head in self._at(place) for n in _whose_right(self.tree, head)]

    def _at(self, place: str) -> list[int]:
        if place == "self":
            return self._said_of()
        if self.tree.pos[self.head] == "ADP":
            return self._in_phrase(place)
        found = self._of_which(place) or self._in_relative(place) or Places.heads(self, place) or self._on_copula(place)
        if place == "poss":
            return self._own(found or self._possessor_of_title() or self._having_it())
        if place == "subj":
            heads = self._led_by_own(self._own_subject(found)) or self._shared_agent() or cleft(self.tree, self.head)
            return [*heads, *(n for head in heads[:1] for n in along(self.scene, self.tree, head) if n not in heads)]
        if place == "light":
            return self._topic(found) or self._with_it()
        if place == "owner":
            return self._owner()
        if place == "obj" and not found:
            return of_first_participle(self.tree, self.head)
        if place == "helped":
            return self._helped() or self._gaining()
        return self._listed_far(found, place) if place == "between" else found or self._further_off(place)

    def stated(self, places: tuple[str, ...]) -> bool:
        """Whether anything at all stands behind one of some prepositions, actor or not."""
        return any(self.heads(place) for place in places if place not in ("mod", "poss", "light"))

    def _said_of(self) -> list[int]:
        """Whom a noun of relation is said of."""
        tree, noun = self.tree, some_of(self.tree, self.head)
        if tree.deps[noun] == "pobj" and tree.words[tree.heads[noun]] in ("among", "amongst"):
            verb = tree.heads[tree.heads[noun]]
            if tree.lemmas[verb] in _COUNTING:
                return clause(tree, verb).object
            return clause(tree, verb).subject if tree.lemmas[verb] == "be" else []
        if tree.pos[noun] == "ADP":
            above = tree.heads[noun]
            if tree.pos[above] not in VERBAL:
                return [above]
            here = clause(tree, above)
            return here.object if here.object and tree.lemmas[above] in _KEEPING else here.subject
        if tree.pos[noun] in VERBAL and tree.deps[noun] not in _ADJECTIVAL:
            return clause(tree, noun).object  # an adjective that the parser took for a passive: "is subservient to"
        head, dep = tree.heads[noun], tree.deps[noun]
        if dep in ("nsubj", "nsubjpass") and tree.lemmas[head] in ("be", "include", "remain"):
            said = [n for c in tree.all_children(head, "attr", "dobj", "acomp") for n in tree.conjuncts(c)]
            if said and parties(self.scene, tree, said[:1], depth=0):
                return said
        if tree.deps[noun] == "conj" and any(tree.words[c] == "other" for c in tree.children[noun]):
            return [n for n in tree.conjuncts(tree.first_conjunct(noun)) if n < noun]  # "X and other members of Y"
        held = displaced(tree, noun) or holders_of_noun(tree, noun) or apposed(tree, noun)
        held = held or exemplified(tree, noun) or land_before(self.scene, tree, self.head)
        return [n for first in held for n in self._together(first, noun)]

    def _together(self, holder: int, noun: int) -> list[int]:
        """Those in apposition to a plural, every one of them: "its allies A and B"."""
        tree = self.tree
        if tree.tags[self.head] in ("NNS", "NNPS") and tree.deps[holder] == "appos" and tree.heads[holder] == noun:
            if tree.words[holder] == "one":
                return []  # "allies of X, one of the richest men": X
            return tree.conjuncts(holder)
        if tree.deps[noun] in ("compound", "nmod") and tree.tags[self.head] in ("NNS", "NNPS"):
            return tree.conjuncts(holder)
        return [holder]

    def _with_it(self) -> list[int]:
        """Whose a tie is that is taken up or had: "took a hostile stance towards X", "groups with ties to X"."""
        tree, noun = self.tree, self.tree.first_conjunct(self.head)
        head, dep = tree.heads[noun], tree.deps[noun]
        if dep == "dobj" and tree.lemmas[head] in _TAKING:
            return clause(tree, head).subject
        if dep == "dobj" and tree.lemmas[head] == "enjoy" and tree.prepositional(noun, "with"):
            return clause(tree, head).subject
        if dep == "pobj" and tree.words[head] == "in" and tree.lemmas[tree.heads[head]] in _CAUGHT:
            here = clause(tree, tree.heads[head])
            return here.object if here.passive else here.subject  # "is locked in a feud with X"
        if dep == "pobj" and tree.words[head] in _HAVING and tree.pos[tree.heads[head]] in ("NOUN", "PROPN"):
            return [tree.heads[head]]
        return []

    def _helped(self) -> list[int]:
        """Who does something with it: "with the backing of X, the army took power", "survives thanks to X's help"."""
        tree, noun = self.tree, self.tree.first_conjunct(self.head)
        preposition = tree.heads[noun]
        if tree.deps[noun] != "pobj" or tree.words[preposition] not in _HELPED:
            return []
        verb = tree.heads[preposition]
        if tree.words[preposition] in ("to", "of"):
            if tree.lemmas[verb] not in ("thank", "thanks", "because"):
                return []
            verb = tree.heads[verb]
        if tree.words[verb] in ("to", "because"):
            verb = tree.heads[verb]
        if tree.pos[verb] not in VERBAL:
            return []
        here = clause(tree, verb)
        return here.object if here.passive and not here.subject else here.subject

    def _gaining(self) -> list[int]:
        """Who has or gains it from others: "X enjoys the support of Y", "the support that X has among Y"."""
        tree, noun = self.tree, raised(self.tree, self.head)[-1]
        verbs = [tree.heads[noun]] if tree.deps[noun] == "dobj" else tree.all_children(noun, "relcl")
        told = bool(self._modifiers() or self._dependents("poss"))
        for verb in verbs:
            if tree.lemmas[verb] not in _GAINING or tree.pos[verb] not in VERBAL:
                continue
            if told or any(tree.prepositional(at, source) for at in (noun, verb) for source in _SOURCES):
                return clause(tree, verb).subject
        return []

    def _having_it(self) -> list[int]:
        """Whose someone is that a relative clause says one has: "the only friend that X has left"."""
        tree, verb = self.tree, self.tree.heads[self.head]
        if (
            tree.deps[self.head] == "dobj"
            and tree.lemmas[verb] == "have"
            and tree.child(self.head, "appos") is not None
        ):
            return clause(tree, verb).subject  # "has few friends: X and Y"
        for c in tree.children[self.head]:
            left = tree.lemmas[c] == "leave" and any(tree.lemmas[a] == "have" for a in tree.all_children(c, "aux"))
            if tree.deps[c] == "relcl" and (left or tree.lemmas[c] == "have"):
                return [n for n in clause(tree, c).subject if self.scene.headed_by(tree, n) is not None]
        return []

    def _topic(self, holders: list[int]) -> list[int]:
        """Holders, or what a sentence is about in which anyone sees or has it: "with X, you have friendship for Y"."""
        tree = self.tree
        if len(holders) != 1 or tree.words[holders[0]] not in ANYONE:
            return holders
        verb = tree.heads[holders[0]]
        for c in tree.children[verb]:
            if c < holders[0] and tree.deps[c] == "prep" and tree.words[c] in _TOPICS:
                return [n for p in tree.children[c] if tree.deps[p] == "pobj" for n in tree.conjuncts(p)]
        return holders

    def _listed_far(self, found: list[int], place: str) -> list[int]:
        """Those between whom something is; behind a comma the parser may take the second for another clause's."""
        tree = self.tree
        found = found or self._further_off(place)
        if len(found) != 1:
            return found
        last = tree.ends[self.head]
        at = next((i for i in range(found[0] + 1, min(found[0] + 4, last)) if tree.words[i] == "and"), None)
        if at is None or any(tree.words[i] != "," for i in range(found[0] + 1, at)):
            return found
        for i in range(at + 1, min(at + 8, last)):
            mention = self.scene.headed_by(tree, i)
            if mention is not None and tree.deps[i] not in ("amod", "compound", "nmod"):
                return [*found, i]
            if tree.pos[i] in VERBAL or tree.words[i] == ",":
                break
        return found

    def _in_phrase(self, place: str) -> list[int]:
        """Of a phrase with a preposition: "in league with X", "under the thumb of X", "in X's pocket"."""
        tree = self.tree
        things = [n for n in self.extras if tree.pos[n] in ("NOUN", "PROPN")]
        if place == "poss":
            return [n for thing in things for n in tree.all_children(thing, "poss")]
        if place == "mod":
            named = [n for thing in things for n in tree.all_children(thing, "amod", "compound", "nmod")]
            return [n for n in named if self.scene.named_by(tree, n)]
        for holder in (*reversed(self.extras), self.head):
            found = tree.prepositional(holder, place)
            if found:
                return found
        return []

    def _own(self, possessors: list[int]) -> list[int]:
        """Possessors; those of "X and its ally Y" are X, whatever else is near."""
        tree = self.tree
        if not possessors:
            return []
        if tree.deps[self.head] == "conj" and tree.pos[possessors[0]] == "PROPN":
            beside = tree.left[self.head] - 2
            other = self.scene.headed_by(tree, beside) if beside >= 0 and tree.words[beside + 1] == "and" else None
            if other is not None and beside == tree.heads[self.head] and tree.pos[beside] == "PROPN":
                return [beside, *possessors]  # "X and Y's feud", taken for X and a feud of Y
        for holder in (self.head, tree.heads[self.head]):
            first = tree.first_conjunct(holder)
            if first != holder and first < possessors[0] and tree.tags[possessors[0]] == "PRP$":
                own = self.scene.headed_by(tree, first)
                if own is not None and _agrees(tree.words[possessors[0]], own):
                    return [first]
                # "the case of X and their ally Y", where the parser coordinates the case and the ally
                before = possessors[0] - 2
                named = self.scene.named_by(tree, before) if tree.words[before + 1] == "and" else None
                agrees = named is not None and _agrees(tree.words[possessors[0]], named)
                return [before] if agrees else possessors
        return possessors

    def _on_copula(self, place: str) -> list[int]:
        """Behind a preposition of an adjective that the parser hung on its verb: "is popular among the young"."""
        behind = (c for c in on_copula(self.tree, self.head) if self.tree.words[c] == place)
        return [n for c in behind for p in self.tree.all_children(c, "pobj") for n in self.tree.conjuncts(p)]

    def _of_which(self, place: str) -> list[int]:
        """Behind the preposition that opens a relative clause: "the bloc, of which X is a member"."""
        tree, verb = self.tree, self.tree.heads[self.head]
        if tree.deps[self.head] != "attr" or tree.deps[verb] != "relcl":
            return []
        opening = (c for c in tree.all_children(verb, "prep") if tree.words[c] == place and c < self.head)
        return [n for c in opening for n in tree.all_children(c, "pobj") if tree.words[n] in ("which", "whom")]

    def _in_relative(self, place: str) -> list[int]:
        """Behind a preposition of a relative clause that says whose it is: "the ties that X has with Y"."""
        tree = self.tree
        if place not in _LOOSE or tree.pos[self.head] != "NOUN":
            return []
        carrying = (c for c in tree.all_children(self.head, "relcl") if tree.lemmas[c] in _CARRYING)
        return next((n for c in carrying if (n := tree.prepositional(c, place))), [])

    def _further_off(self, place: str) -> list[int]:
        """Behind a preposition that the parser hung on the noun's verb or on a participle behind the noun."""
        tree, noun = self.tree, self.head
        if place == "for":
            return self._for_whom()
        if place not in _LOOSE:
            return []
        for holder in (noun, *self.extras):
            for c in tree.children[holder]:
                if tree.deps[c] == "acl" and tree.pos[holder] == "NOUN":
                    for at in (c, *tree.all_children(c, "advmod")):
                        found = tree.prepositional(at, place)
                        if found:
                            return found
        if tree.pos[noun] != "NOUN":
            return []
        verb = tree.heads[noun]
        there = tree.lemmas[verb] != "be" or tree.child(verb, "expl") is not None
        if tree.deps[noun] in ("attr", "dobj") and tree.lemmas[verb] in _CARRYING and there:
            return tree.prepositional(verb, place)
        if tree.deps[noun] == "nsubj" and tree.lemmas[verb] in ("be", "lie", "exist", "remain"):
            return tree.prepositional(verb, place)
        return []

    def _for_whom(self) -> list[int]:
        """Who is to do something with it: "raises money for X to build schools"."""
        tree = self.tree
        for c in tree.children[self.head]:
            if tree.deps[c] in ("advcl", "xcomp", "ccomp"):
                subject = tree.child(c, "nsubj")
                if subject is not None and any(
                    tree.words[m] == "for" and tree.deps[m] == "mark" and m < subject for m in tree.children[c]
                ):
                    return tree.conjuncts(subject)
        return []

    def _own_subject(self, found: list[int]) -> list[int]:
        """The subject; for a thing whoever does something to it only where it is a deed ("the oil that funds X")."""
        subject = self.clause.subject if self.clause else []
        if found == subject or len(subject) != 1:
            return found
        deed = any(line.pos == "n" for line in events().get(self.tree.lemmas[subject[0]], ()))
        return found if deed else subject

    def _led_by_own(self, heads: list[int]) -> list[int]:
        """Of "X's silence and its support for Y" the second, where the first says nothing of whose it is."""
        tree = self.tree
        if len(heads) < 2 or parties(self.scene, tree, heads[:1]):
            return heads
        own = [h for h in heads[1:] if any(tree.tags[c] == "PRP$" for c in tree.children[h])]
        return own if own and parties(self.scene, tree, own[:1]) else heads

    def _owner(self) -> list[int]:
        """Whose the things are that a verb's further words name: "serves the interests of X", "takes X's orders"."""
        tree = self.tree
        things = [n for n in self.extras if tree.pos[n] in ("NOUN", "PROPN")]
        owners = [n for thing in things for c in tree.all_children(thing, "poss") for n in tree.conjuncts(c)]
        owners += [n for thing in things for n in tree.prepositional(thing, "of")]
        named = (n for thing in things for n in tree.all_children(thing, "amod", "compound", "nmod"))
        return owners or [n for n in named if self.scene.named_by(tree, n) is not None]

    def _shared_agent(self) -> list[int]:
        """Behind the last of coordinated passives: "trained and armed by X"."""
        tree = self.tree
        if self.clause is None or not self.clause.passive:
            return []
        listed = [c for c in tree.all_children(self.head, "advcl") if c > self.head and tree.tags[c] == "VBN"]
        if any(tree.deps[c] == "prep" for c in tree.children[self.head]):
            return []  # "was suspected of theft and accused by X"
        for verb in (*tree.conjuncts(self.head)[1:], *(v for first in listed for v in tree.conjuncts(first))):
            found = tree.prepositional(verb, "by")
            if found:
                return found
        return []

    def _possessor_of_title(self) -> list[int]:
        """The possessor of a name behind a title: "Moscow's puppet X"."""
        tree = self.tree
        if tree.deps[self.head] not in TITLES or tree.heads[self.head] < self.head:
            return []
        return [n for c in tree.all_children(tree.heads[self.head], "poss") if c < self.head for n in tree.conjuncts(c)]


def _agrees(pronoun: str, mention: ActorMention) -> bool:
    """Whether a possessive pronoun can stand for someone."""
    return mention.actor.type is ActorType.PERSON or pronoun not in ("his", "her")


def _whose_right(tree: Tree, head: int) -> list[int]:
    """What stands at a place; for a right those who have it: "the right to life of X"."""
    if tree.lemmas[head] not in _RIGHTS:
        return [head]
    return [n for thing in tree.prepositional(head, "to") for n in tree.prepositional(thing, "of")] or [head]


def own_again(scene: Scene, tree: Tree, head: int) -> bool:
    """Whether a noun only adds to the one before it what is his: "X and his reign" is X."""
    first = tree.first_conjunct(head)
    if first == head or scene.headed_by(tree, head) is not None or scene.headed_by(tree, first) is None:
        return False
    return any(tree.tags[c] == "PRP$" for c in tree.children[head])


def met(scene: Scene, tree: Tree, heads: Sequence[int]) -> list[ActorMention]:
    """Whom one is for or against at some heads; behind other nouns ("the policies of X") only what stands for them."""
    hiding = [n for n in heads if scene.named_by(tree, n) is None and tree.lemmas[n] not in stand_ins()]
    outright = {m.actor.id for m in parties(scene, tree, hiding, depth=0)}
    hidden = {m.actor.id for m in parties(scene, tree, hiding, depth=1)} - outright
    return [m for m in parties(scene, tree, heads, depth=1) if m.actor.id not in hidden]
