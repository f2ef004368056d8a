"""Those who stand outside a noun of action's phrase: who did it, and to whom, as the rest of the clause tells.

"The raids" name no one; in "Peru carried out raids", "Peru was behind the raids", "Peru weakened the rebels through
raids" and "the rebels suffered from raids" the clause does.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dissensus.finding.answers import answered_by, taken_by
from dissensus.finding.clauses import clause
from dissensus.finding.governing import governing, is_infinitive
from dissensus.finding.lexicons import befalls_owner, deeds, roles
from dissensus.finding.nominals import carrier, holders_of_noun, raised
from dissensus.finding.tree import VERBAL, Tree
from dissensus.model import EventType

_STEPS = 4
_MEANS = frozenset({"through", "via", "by", "using"})
_ENDURING = frozenset("stand stay remain live survive persist endure cling last continue suffer go come".split())
_TRADED = frozenset({"exchange", "return"})
_PRESSED = frozenset({"under", "despite"})
_PRESSED_BY = frozenset({"face", "defiance", "spite"})
_URGING = frozenset({"pressure", "lobbying", "prodding", "urging", "persuasion", "appeal", "plea", "ultimatum"})
"""What those to whom it is put give in to: "after pressure from Peru, Chile ..."."""
_SETTINGS = frozenset({"context", "midst", "course", "framework", "heat", "throe", "throes"})
_HAPPENING = frozenset(
    "take happen occur erupt break begin start unfold brew loom continue intensify escalate spread grow resume ensue "
    "rage persist gather go come flow pour arrive emerge flare mount develop follow fail succeed".split()
)
"""Verbs that only say that their subject happens: what hangs on them belongs to it."""
_ASKED = frozenset({"request", "invitation", "behest", "insistence", "urging", "demand"})
_NEAR = 9
_POWER = frozenset({"power", "office"})
_BRINGING = frozenset({"bring", "put", "place", "install", "carry", "propel", "sweep", "return", "restore"})
_SCHEMES = frozenset({"plot", "conspiracy"})
_TOGETHER = frozenset({"together", "back", "out", "forward", "home", "in"})
_SORTS = frozenset({"short", "kind", "sort", "form", "act"})
_DYING = frozenset({"die", "perish", "fall"})
_HARMING = frozenset({EventType.ASSAULT, EventType.COERCE})


@dataclass(slots=True)
class Outside:
    """Heads of those who stand outside a noun's phrase.

    Attributes:
        verb: the verb that carries the noun, whose prepositions count as the noun's ("sanctions imposed on Cuba").
    """

    verb: int | None = None
    actors: list[int] = field(default_factory=list)
    recipients: list[int] = field(default_factory=list)


def _harms(tree: Tree, word: int, pos: str) -> bool:
    """Whether a verb or noun names something done to someone by force or power."""
    return not _HARMING.isdisjoint(deeds(tree.lemmas[word], pos))


def outside(tree: Tree, noun: int) -> Outside:
    """Who has a part in what a noun of action names, as told outside its phrase; the same object at every call."""
    known = tree.outsides.get(noun)
    if known is None:
        found = _outside(tree, noun)
        recipients = [n for n in found.recipients if n != noun] or hit_by(tree, noun) or taken_by(tree, noun)
        known = tree.outsides[noun] = Outside(found.verb, [n for n in found.actors if n != noun], recipients)
    return known


def hit_by(tree: Tree, noun: int) -> list[int]:
    """Whom a clause behind a noun of action says it struck: "the coup that toppled X", "a raid killing ten"."""
    for c in tree.children[noun]:
        if tree.deps[c] not in ("relcl", "acl"):
            continue
        if tree.lemmas[noun] in _SCHEMES and is_infinitive(tree, c) and _harms(tree, c, "v"):
            return clause(tree, c).object  # "the plot to kill X"
        if roles().get((tree.lemmas[c], "v", "subj")) is None:
            continue
        if tree.lemmas[c] in _BRINGING and not _POWER.isdisjoint(tree.lemmas[c : min(c + _NEAR, tree.ends[c])]):
            continue  # "the coup that brought X to power"
        here = clause(tree, c)
        if not here.passive and noun in here.subject:
            return here.object
    return []


def owners_struck(tree: Tree, noun: int) -> list[int]:
    """Whose fate a noun names: X of "X's murder"."""
    return tree.all_children(noun, "poss") if befalls_owner(tree.lemmas[noun]) else []


def doers(tree: Tree, noun: int) -> list[int]:
    """Who does what a noun behind "in" goes with: "marched in support of X", "a strike by miners in support of X"."""
    preposition = tree.heads[noun]
    if tree.deps[noun] != "pobj" or tree.words[preposition] != "in" or tree.tags[noun] == "NNS":
        return []  # "killed ten in protests"
    above = tree.heads[preposition]
    for _ in range(_STEPS):
        if tree.pos[above] in VERBAL:
            return clause(tree, above).subject
        own = [*tree.all_children(above, "poss"), *tree.prepositional(above, "by")]
        if own or tree.deps[above] not in ("pobj", "dobj", "prep"):
            return own
        above = tree.heads[above]
    return []


def _outside(tree: Tree, noun: int) -> Outside:
    verb, part = carrier(tree, noun)
    if verb is not None:
        here = clause(tree, verb)
        if part == "recipient" and here.passive:
            return Outside()  # "were met with violence by the police"
        if part == "recipient":
            met = [n for n in here.subject if not (_harms(tree, n, "n") and tree.child(n, "poss") is not None)]
            return Outside(verb, [], met)  # but "his arrest sparked protests", which are not against him
        beside = here.indirect or (_where_it_stands(tree, noun).recipients if tree.heads[verb] == noun else [])
        return Outside(verb, here.subject, beside)
    return _where_it_stands(tree, noun)


def _where_it_stands(tree: Tree, noun: int) -> Outside:
    """Of the clause that a noun stands in, apart from any verb that carries it out."""
    top = raised(tree, noun)[-1]
    head, dep = tree.heads[top], tree.deps[top]
    if dep == "conj" and tree.lemmas[head] == "be":
        return Outside(None, clause(tree, head).subject, [])  # "is full of praise, and contempt for X", as it is parsed
    copula = _said_by(tree, top)
    if copula is not None:
        return _of_what_it_is(tree, copula)
    if dep == "nsubj" and tree.pos[head] in VERBAL:
        if tree.lemmas[head] in _HAPPENING:
            return Outside(head)
        if roles().get((tree.lemmas[head], "v", "subj")) and not _draws_together(tree, head):
            return Outside(None, [], clause(tree, head).object)
        return Outside()
    if dep != "pobj":
        return Outside()
    if tree.words[head] == "in" and tree.prepositional(top, "with"):
        # "Peru, in coordination with Chile, ..."
        above = tree.heads[head]
        return Outside(None, clause(tree, above).subject if tree.pos[above] in VERBAL else [above], [])
    return _behind(tree, head)


def _draws_together(tree: Tree, verb: int) -> bool:
    """Whether a verb that else tells of harm tells of none: "brought together students", "brought her to power"."""
    if tree.lemmas[verb] not in _BRINGING:
        return False
    to_power = any(tree.lemmas[n] in _POWER for link in ("to", "in", "into") for n in tree.prepositional(verb, link))
    return to_power or any(tree.words[c] in _TOGETHER for c in tree.children[verb])


def _said_by(tree: Tree, noun: int) -> int | None:
    """The verb by which another deed is said to be what a noun names: "was nothing less than a coup", "amounts to"."""
    head, dep = tree.heads[noun], tree.deps[noun]
    if dep == "dobj":
        return head if tree.lemmas[head] in ("constitute", "represent") else None
    for _ in range(_STEPS):
        if dep == "attr":
            return head if tree.lemmas[head] == "be" else None
        if dep == "prep" and tree.lemmas[head] == "amount":
            return head
        if dep == "pobj" and tree.words[head] == "of" and tree.lemmas[tree.heads[head]] not in _SORTS:
            return None  # "was the victim of a coup"
        if dep not in ("pobj", "prep", "amod") or (dep == "pobj" and tree.words[head] not in ("than", "of", "to")):
            return None
        head, dep = tree.heads[head], tree.deps[head]
    return None


def _of_what_it_is(tree: Tree, copula: int) -> Outside:
    """Of a deed that another is said to be: "the removal of X was a coup", "Y's blockade is an act of war"."""
    found = Outside()
    for subject in clause(tree, copula).subject:
        if tree.pos[subject] in VERBAL:
            found.actors += clause(tree, subject).subject  # "what Y staged was a coup"
        elif tree.pos[subject] == "NOUN":
            owners = tree.all_children(subject, "poss", "amod", "compound", "nmod")
            found.actors += [n for c in owners for n in tree.conjuncts(c)]
            found.actors += tree.prepositional(subject, "by")
            found.recipients += tree.prepositional(subject, "of") + tree.prepositional(subject, "against")
    return found


def _behind(tree: Tree, preposition: int) -> Outside:
    """Of a noun behind a preposition."""
    word, above = tree.words[preposition], tree.heads[preposition]
    kind = "v" if tree.pos[above] in VERBAL else "a" if tree.pos[above] == "ADJ" else "n"
    part = roles().get((tree.lemmas[above], kind, word))
    if part is not None and tree.lemmas[above] in _DYING and not _harms(tree, tree.children[preposition][-1], "n"):
        part = None  # "died during protests"
    if part is not None:
        return _in_role(tree, above, kind, word, part)
    answered = answered_by(tree, preposition)
    if answered:
        return Outside(None, [], answered)
    if kind == "v" and word == "at" and any(tree.lemmas[n] in _ASKED for n in tree.prepositional(above, "at")):
        return Outside(None, [], clause(tree, above).subject)  # "at the request of Peru, Chile ..."
    if kind == "v":
        thing = tree.child(above, "dobj")
        part = roles().get((tree.lemmas[thing], "n", word)) if thing is not None else None
        if part is not None and thing is not None:
            # "played a role in the coup", where the parser hangs the phrase on the verb
            return _one(_holders(tree, thing, word) or clause(tree, above).subject, part)
        deed = tree.child(preposition, "pobj")
        if word == "in" and deed is not None and _harms(tree, above, "v") and _harms(tree, deed, "n"):
            here = clause(tree, above)
            if here.passive:
                return Outside(None, here.subject, here.object)  # "was ousted in a coup"
        if word in ("after", "following") and deed is not None and tree.lemmas[deed] in _URGING:
            return _of_circumstance(tree, above, "under")
        return _of_circumstance(tree, above, word)
    outer = tree.heads[above]
    deed = tree.child(preposition, "pobj")
    if tree.words[above] == "thanks" and tree.pos[outer] in VERBAL and deed is not None and not _harms(tree, deed, "n"):
        here = clause(tree, outer)
        return Outside(None, [], here.object if here.passive else here.subject)  # "survived thanks to loans from Peru"
    if tree.deps[above] == "pobj" and tree.deps[outer] == "prep" and tree.pos[tree.heads[outer]] in VERBAL:
        here = clause(tree, tree.heads[outer])
        if word == "for" and tree.lemmas[above] in _TRADED:
            return Outside(None, here.subject, [])
        if word in ("of", "to") and tree.lemmas[above] in _PRESSED_BY:
            return Outside(None, [], here.object if here.passive else here.subject)
        if (
            word == "of"
            and tree.lemmas[above] in _SETTINGS
            and tree.prepositional(tree.children[preposition][-1], "with")
        ):
            # "in the course of a dispute with Chile, Peru ..."
            return Outside(None, here.subject, [])
        if word == "of" and tree.lemmas[above] == "means":
            return Outside(None, here.subject, here.object)
    return Outside()


def _in_role(tree: Tree, above: int, kind: str, link: str, part: str) -> Outside:
    if kind == "v":
        here = clause(tree, above)
        if part == "doer":
            return Outside(None, here.object, [])  # "condemned Peru for the raids"
        if here.passive:
            # "was hit with sanctions by Peru", "is engaged in a war"
            return Outside(None, here.subject, here.object) if part == "both" else _one(here.object, part)
        return Outside(None, here.subject, here.object) if part == "both" else _one(here.subject, part)
    return _one(_holders(tree, above, link), part)


def _holders(tree: Tree, word: int, link: str) -> list[int]:
    """Whose role, guilt or the like a noun or adjective tells."""
    if tree.lemmas[word] == "blame" and tree.deps[word] == "dobj":
        deed = next(iter(tree.prepositional(tree.heads[word], "for") or tree.prepositional(word, "for")), word)
        blamed = [tree.prepositional(n, "on") for n in (tree.heads[word], word, deed)]
        return next((found for found in blamed if found), [])  # "laid the blame for the raid on X"
    owners = tree.all_children(word, "poss", "amod", "compound")
    who = [n for c in owners if tree.pos[c] != "VERB" for n in tree.conjuncts(c)]  # not "the driving force"
    if tree.pos[word] != "ADJ":
        who += tree.prepositional(word, "by") or ([] if link == "of" else tree.prepositional(word, "of"))
        verb, _ = carrier(tree, word)
        if verb is not None:
            who += clause(tree, verb).subject
    return who + holders_of_noun(tree, word)


def _one(who: list[int], part: str) -> Outside:
    return Outside(None, who, []) if part == "actor" else Outside(None, [], who)


def _of_circumstance(tree: Tree, verb: int, preposition: str) -> Outside:
    """Of a noun that says by what means or under what pressure the clause's subject does something."""
    here = clause(tree, verb)
    if preposition in _MEANS:
        if preposition == "through" and tree.lemmas[verb] in _ENDURING:
            return Outside()  # "stood by them through war and sanctions"
        if preposition == "by" and (here.passive or tree.pos[verb] == "AUX"):
            # "was shaken by riots": whoever rioted did that
            struck = roles().get((tree.lemmas[verb], "v", "subj")) is not None
            return Outside(None, [], here.object if struck else [])
        if here.passive:
            return Outside(None, here.subject, here.object)
        above = tree.heads[verb]
        if not here.object and tree.deps[verb] in ("xcomp", "ccomp") and tree.pos[above] in VERBAL:
            # "makes them fall through embargoes": whoever makes them fall
            entry = governing(tree, above, verb)
            if entry is not None and entry.controller == "obj":
                return Outside(None, clause(tree, above).subject, here.subject)
        return Outside(None, here.subject, here.object)
    if preposition in _PRESSED:
        return Outside(None, [], here.object if here.passive else here.subject)
    return Outside()
