"""Where the parties of a tie stand, beyond what `parties.Places` knows of events."""

from __future__ import annotations

from collections.abc import Sequence

from dissensus.actors.mentions import ActorMention
from dissensus.finding.clauses import clause
from dissensus.finding.lexicons import stand_ins
from dissensus.finding.nominals import holders_of_noun
from dissensus.finding.parties import Places, parties
from dissensus.finding.scene import Scene
from dissensus.finding.tree import VERBAL, Tree

_ADJECTIVAL = frozenset({"acomp", "amod", "oprd"})
_LOOSE = frozenset({"with", "between", "to", "towards", "toward", "against", "among"})
_CARRYING = frozenset({"be", "have", "maintain", "enjoy", "keep", "exist"})
_TAKING = frozenset(
    {"take", "adopt", "assume", "strike", "bear", "espouse", "boast", "possess", "owe", "develop", "build"}
)
_HAVING = frozenset({"with", "of"})
_TITLES = frozenset({"compound", "nmod", "amod", "appos"})
_SOME = frozenset({"one", "some", "many", "most", "among", "two", "three", "several", "part"})


class TiePlaces(Places):
    """The surroundings of a word of relation."""

    __slots__ = ()

    def heads(self, place: str) -> list[int]:
        """Heads of what stands at a place."""
        if place == "self":
            return self._said_of()
        if self.tree.pos[self.head] == "ADP":
            return self._in_phrase(place)
        found = Places.heads(self, place)
        if place == "poss":
            return self._own(found or self._possessor_of_title())
        if not found and place == "subj":
            return self._shared_agent()
        if not found and place == "light":
            return self._with_it()
        if place == "helped":
            return self._helped()
        return found or self._further_off(place)

    def stated(self, places: tuple[str, ...]) -> bool:
        """Whether anything at all stands behind one of some prepositions, actor or not."""
        return any(self.heads(place) for place in places if place not in ("mod", "poss", "light"))

    def _said_of(self) -> list[int]:
        """Whom a noun of relation is said of."""
        tree, noun = self.tree, _raised(self.tree, self.head)
        if tree.deps[noun] == "pobj" and tree.words[tree.heads[noun]] == "among":
            verb = tree.heads[tree.heads[noun]]
            return clause(tree, verb).subject if tree.lemmas[verb] == "be" else []
        if tree.pos[noun] == "ADP":
            above = tree.heads[noun]
            return clause(tree, above).subject if tree.pos[above] in VERBAL else [above]
        if tree.pos[noun] in VERBAL and tree.deps[noun] not in _ADJECTIVAL:
            return clause(tree, noun).object  # an adjective that the parser took for a passive: "is subservient to"
        head, dep = tree.heads[noun], tree.deps[noun]
        if dep in ("nsubj", "nsubjpass") and tree.lemmas[head] in ("be", "include", "remain"):
            said = [n for c in tree.all_children(head, "attr", "dobj") for n in tree.conjuncts(c)]
            if said and parties(self.scene, tree, said[:1], depth=0):
                return said
        return [n for first in holders_of_noun(tree, noun) for n in self._together(first, noun)]

    def _together(self, holder: int, noun: int) -> list[int]:
        """Those in apposition to a plural, every one of them: "its allies A and B"."""
        tree = self.tree
        if tree.tags[self.head] in ("NNS", "NNPS") and tree.deps[holder] == "appos" and tree.heads[holder] == noun:
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
        if dep == "pobj" and tree.words[head] in _HAVING and tree.pos[tree.heads[head]] in ("NOUN", "PROPN"):
            return [tree.heads[head]]
        return []

    def _helped(self) -> list[int]:
        """Who does something with it: "with the backing of X, the army took power"."""
        tree, noun = self.tree, self.tree.first_conjunct(self.head)
        preposition = tree.heads[noun]
        if tree.deps[noun] != "pobj" or tree.words[preposition] != "with":
            return []
        verb = tree.heads[preposition]
        if tree.pos[verb] not in VERBAL:
            return []
        here = clause(tree, verb)
        return here.object if here.passive else here.subject

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
        for holder in (self.head, tree.heads[self.head]):
            first = tree.first_conjunct(holder)
            if first != holder and first < possessors[0] and tree.tags[possessors[0]] == "PRP$":
                return [first] if self.scene.headed_by(tree, first) else possessors
        return possessors

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

    def _shared_agent(self) -> list[int]:
        """Behind the last of coordinated passives: "trained and armed by X"."""
        tree = self.tree
        if self.clause is None or not self.clause.passive:
            return []
        for verb in tree.conjuncts(self.head)[1:]:
            found = tree.prepositional(verb, "by")
            if found:
                return found
        return []

    def _possessor_of_title(self) -> list[int]:
        """The possessor of a name behind a title: "Moscow's puppet X"."""
        tree = self.tree
        if tree.deps[self.head] not in _TITLES or tree.heads[self.head] < self.head:
            return []
        return [n for c in tree.all_children(tree.heads[self.head], "poss") if c < self.head for n in tree.conjuncts(c)]


def _raised(tree: Tree, noun: int) -> int:
    """A noun, or the word that takes some of its kind: "one of the critics", "among the critics"."""
    if tree.deps[noun] != "pobj":
        return noun
    preposition = tree.heads[noun]
    above = tree.heads[preposition]
    if tree.words[preposition] == "of" and tree.words[above] in _SOME:
        return above
    return noun


def met(scene: Scene, tree: Tree, heads: Sequence[int]) -> list[ActorMention]:
    """Whom one is for or against at some heads; behind other nouns ("the policies of X") only what stands for them."""
    hiding = [n for n in heads if scene.named_by(tree, n) is None and tree.lemmas[n] not in stand_ins()]
    outright = {m.actor.id for m in parties(scene, tree, hiding, depth=0)}
    hidden = {m.actor.id for m in parties(scene, tree, hiding, depth=1)} - outright
    return [m for m in parties(scene, tree, heads, depth=1) if m.actor.id not in hidden]
