"""What the verb, noun or adjective above makes of what hangs on it: "failed to", "a plan to", "is unlikely to".

Each leaves effects for `modality` to weigh.
"""

from __future__ import annotations

from dissensus.finding.denials import ends, outstanding
from dissensus.finding.given import definite
from dissensus.finding.governing import CALLS, asked_with, governing, is_infinitive, wish_of
from dissensus.finding.hedging import own_effects
from dissensus.finding.lexicons import deeds, governors, light_verbs
from dissensus.finding.tree import VERBAL, Tree
from dissensus.model import EventType

ARGUMENTS = frozenset({"dobj", "nsubjpass", "pobj", "prep", "nsubj", "attr", "agent"})
_SEEMING = frozenset({"seem", "appear"})
_MEANING = frozenset(
    "consider contemplate plan prepare propose mull weigh envisage envision want schedule slate arrange".split()
)
_SURE = frozenset({"certain", "sure"})
"""Of what is to come where an infinitive follows: "is sure to win", not "is sure that she won"."""
_UNSURE = frozenset({"clear", "certain", "sure", "evident", "obvious", "known", "proven", "confirmed"})
_SO = frozenset({"true", "correct", "accurate"})
_BLAMED_FOR = frozenset({"of", "for", "with", "over"})
_DUTIES = frozenset(
    "oversee run lead manage enforce protect implement supervise guard ensure draft investigate coordinate monitor "
    "prepare organise organize maintain defend keep carry".split()
)
_CHANCES = frozenset(
    "risk possibility prospect likelihood danger threat spectre specter chance idea notion thought fear".split()
)
_OF_WHAT_IS_NOT = CALLS | {"preparation", "plan", "readiness"}
"""Nouns behind whose "for" stands what has yet to be, though it is known: "calls for the arrest of X"."""
_DENYING = frozenset({"deny", "denying", "doubt", "dispute", "question"})
_BELIEVING = frozenset("believe think expect claim say suggest imagine suppose assume argue allege accept buy".split())
_BY_FEW = frozenset({"nobody", "none", "few", "neither"})
_LITTLE = frozenset({"little", "nothing"})
_TO_SOMEONE = frozenset(
    "challenge warn tell charge remind invite instruct command encourage advise appoint direct press counsel".split()
)
"""Verbs of calling for something whose object is who is told, or stands as it is: "challenged the arrests"."""
_LAYING = frozenset({"lay", "put", "pin", "place", "shift", "cast", "pass"})
_NTH = frozenset("first second third fourth fifth latest last only next sole enough oldest youngest".split())
_TO_COME = frozenset(
    "announce await expect consider delay postpone reconsider defer face reverse confirm reveal".split()
)
"""What is done to a decision that has yet to be carried out."""
_NOT_YET = _TO_COME | {"be", "make", "take"}
_LICENSING = frozenset({"authorise", "authorize"})
_DUE = frozenset({"set", "slate", "poise", "tip", "destine", "fate", "forecast", "suppose"})
_CHANCE = frozenset({"opportunity", "chance", "occasion", "liberty", "time"})
_TAKING = frozenset({"take", "seize", "use", "grab"})
_URGES = frozenset({"temptation", "urge", "impulse"})
_SPOKEN = frozenset({EventType.ACCUSE, EventType.REQUEST})
_CALLING = frozenset({"for", "on", "to", "upon", "into", "from", "of", "that"})
"""Prepositions that what is called for stands behind."""


def governed(tree: Tree, head: int, at: int, dep: str, effects: dict[str, str]) -> None:
    """Adds to its effects what the word above a token makes of it.

    Args:
        tree: the parse.
        head: the word above.
        at: the token.
        dep: how it hangs there.
        effects: what is found so far, each with the word that has it; what is there stays.
    """
    pos = tree.pos[head]
    if pos in VERBAL:
        _governed_by_verb(tree, head, at, dep, effects)
    elif pos == "ADJ" and (is_infinitive(tree, at) or tree.lemmas[head] not in _SURE):
        _from_adjective(tree, head, tree.heads[head], effects)
    elif pos == "NOUN" and dep == "prep" and tree.words[at] == "of":
        entry = governors().get((tree.lemmas[head], "n"))
        told = tree.child(at, "pcomp", "pobj")
        if any(tree.words[c] == "no" for c in tree.children[head]):
            effects.setdefault("negate", "no")  # "no sign of retreating", "no plan of war"
        of_doing = told is not None and (tree.pos[told] in VERBAL or tree.lemmas[head] in _CHANCES)
        if tree.words[tree.heads[head]] == "in":
            entry = None  # "in charge of the raid"
        if entry and (entry.effect == "allege" or (of_doing and entry.effect != "attempt")):
            effects.setdefault(entry.effect, tree.words[head])
    elif pos == "NOUN" and dep == "prep" and tree.words[at] == "for" and tree.child(at, "pcomp") is None:
        entry = governors().get((tree.lemmas[head], "n"))
        thing = tree.child(at, "pobj")
        open_ = thing is not None and (not definite(tree, thing) or tree.lemmas[head] in _OF_WHAT_IS_NOT)
        if entry and entry.effect in ("plan", "demand", "permit") and open_:
            effects.setdefault(entry.effect, tree.words[head])  # "hopes for an alliance", "plans for a raid"
    elif pos in ("NOUN", "PROPN") and dep in ("acl", "pcomp", "prep", "pobj", "ccomp"):
        entry = governors().get((tree.lemmas[head], "n"))
        if dep == "acl" and not is_infinitive(tree, at):
            return  # "authorities fighting" says nothing of an authority to fight
        if tree.lemmas[head] == "right" and tree.lemmas[tree.heads[head]] in ("exercise", "use"):
            return  # "for exercising their right to protest"
        if tree.lemmas[head] in _URGES and tree.lemmas[tree.heads[head]] == "resist":
            effects.setdefault("negate", tree.words[head])
        if tree.lemmas[head] in _CHANCE and tree.lemmas[tree.heads[head]] in _TAKING:
            return  # "took the opportunity to impose an embargo"
        if tree.lemmas[head] == "decision" and _carried_out(tree, head):
            return
        purpose = tree.words[head] == "order" and tree.words[tree.heads[head]] == "in"
        to_do = dep == "prep" and tree.words[at] == "to" and tree.child(at, "pcomp") is not None
        if entry and (tree.pos[at] in VERBAL or to_do) and entry.effect not in ("factual", "attempt") and not purpose:
            effects.setdefault(entry.effect, tree.words[head])
            own_effects(tree, head, effects)  # "has no plans to"


def _carried_out(tree: Tree, decision: int) -> bool:
    """Whether what someone decided is spoken of as done: "her decision to ban the march led to a riot"."""
    verb, dep = tree.heads[decision], tree.deps[decision]
    if dep == "pobj":
        verb, dep = tree.heads[verb], "dobj"
    if dep == "dobj" and tree.lemmas[verb] not in _NOT_YET and definite(tree, decision):
        return True  # "defends his decision to leave", "anger at the decision to ban it"
    if tree.pos[verb] not in VERBAL or dep not in ("nsubj", "dobj"):
        return False
    if tree.lemmas[verb] in ("make", "take"):
        return dep == "dobj" and (tree.tags[verb] == "VBD" or tree.child(verb, "aux") is not None)
    return tree.tags[verb] == "VBD" and (dep == "nsubj" or tree.lemmas[verb] not in _TO_COME)


def _governed_by_verb(tree: Tree, head: int, at: int, dep: str, effects: dict[str, str]) -> None:
    if is_infinitive(tree, at) and outstanding(tree, head):
        effects.setdefault("negate", "yet")
        return
    if tree.lemmas[head] == "be":
        if dep == "xcomp" and is_infinitive(tree, at):
            effects.setdefault("conditional" if unreal(tree, head) else "plan", tree.words[head])
        if dep == "ccomp":
            judged(tree, head, effects)
            if _is_not_who(tree, head, at):
                effects.setdefault("negate", "not")
    else:
        entry = governing(tree, head, at)
        if tree.lemmas[head] == "deny" and tree.lemmas[tree.heads[head]] == "confirm" and tree.deps[head] == "conj":
            effects.setdefault("allege", tree.words[head])  # "neither confirmed nor denied that he left"
            return
        if (
            tree.lemmas[head] == "rule"
            and dep in ("dobj", "nsubjpass")
            and any(tree.words[c] == "out" for c in tree.children[head])
        ):
            possible = any(tree.deps[c] == "neg" for c in tree.children[head])
            effects.setdefault("permit" if possible else "negate", "rule out")
            return
        if is_infinitive(tree, at) and tree.lemmas[head] in _DUE and tree.passive(head):
            effects.setdefault("plan", tree.words[head])  # "is set to grow"
        if is_infinitive(tree, at) and tree.words[head] == "going" and tree.child(head, "aux") is not None:
            effects.setdefault("predict", "going to")
        if dep in ("xcomp", "ccomp") and (asked := asked_with(tree, at, head)) is not None:
            effects.setdefault("demand", tree.words[asked])
        if tree.lemmas[head] == "have" and (not is_infinitive(tree, at) or tree.tags[head] == "VBD"):
            entry = None  # "has to go", and "had to go" and "has people going"
        if entry and entry.effect != "factual" and _reaches(tree, entry.effect, head, at, dep):
            effects.setdefault(entry.effect, tree.words[head])
    if is_infinitive(tree, at):
        judged(tree, head, effects)
    above: dict[str, str] = {}
    own_effects(tree, head, above)
    if tree.lemmas[head] in _DENYING or any(tree.deps[c] == "attr" and tree.lemmas[c] in _DENYING for c in (at,)):
        above.pop("negate", None)  # "there is no denying the attack"
    if "negate" in above and (ends(tree, head) or (effects.get("negate") == tree.words[head])):
        above.pop("negate")  # "never stopped bombing", "has not lifted the siege"
        if effects.get("negate") == tree.words[head]:
            effects.pop("negate")
    carried = dep == "attr" or (dep == "prep" and tree.words[at] == "as") or tree.lemmas[head] in light_verbs()
    carried = carried and not (dep == "prep" and at < head)  # "amid protests, Y did not give up"
    told_apart = dep == "ccomp" or (dep in ARGUMENTS and not carried)
    for effect, word in above.items():
        # "did not say that X left" and "did not mention the attack" leave the leaving and the attack as they are.
        doubted = word in _BY_FEW and tree.lemmas[head] in _BELIEVING
        if not told_apart or doubted or not (effect in ("negate", "demand") or word == "can"):
            effects.setdefault(effect, word)


def _is_not_who(tree: Tree, be: int, told: int) -> bool:
    """Whether a clause tells what someone else did: "it was not Chile that left"."""
    subject, doer = tree.child(be, "nsubj", "expl"), tree.child(told, "nsubj")
    if subject is None or doer is None or tree.words[subject] != "it" or tree.words[doer] not in ("that", "who"):
        return False
    return tree.child(be, "neg") is not None and tree.child(be, "attr") is not None


def left_open(tree: Tree, verb: int, effects: dict[str, str]) -> None:
    """What a noun is for need not have happened: "the person to beat them", but "the first president to visit"."""
    noun = tree.heads[verb]
    wish = wish_of(tree, verb)
    if wish is not None:
        effects.setdefault(governors()[(tree.lemmas[wish], "n")].effect, tree.words[wish])
        return
    if tree.deps[verb] not in ("acl", "relcl") or not is_infinitive(tree, verb):
        return
    if tree.deps[verb] == "acl" and (tree.lemmas[noun], "n") in governors():
        return
    if tree.lemmas[noun] == "time" and tree.deps[noun] == "attr":
        effects.setdefault("demand", tree.words[noun])  # "it is time for him to resign"
    elif not any(tree.words[c] in _NTH for c in (noun, *tree.children[noun])):
        effects.setdefault("plan", tree.words[noun])


def _from_adjective(tree: Tree, adjective: int, verb: int, effects: dict[str, str]) -> None:
    """What an adjective and the verb that it stands with make of what is said of them: "is ready to", "not likely"."""
    word = tree.words[adjective]
    entry = governors().get((tree.lemmas[adjective], "a"))
    denied = any(tree.deps[c] == "neg" for one in (adjective, verb) for c in tree.children[one])
    if denied and tree.lemmas[adjective] in _UNSURE:
        effects.setdefault("allege", word)
    elif denied and tree.lemmas[adjective] in _SO:
        effects.setdefault("negate", f"not {word}")
    elif entry and denied and entry.effect in ("plan", "permit"):
        effects.setdefault("negate", word)
    elif tree.lemmas[adjective] == "able" and tree.tags[verb] == "VBD":
        return  # "was able to send them" tells that it did
    elif entry:
        effects.setdefault(entry.effect, word)


def blames(tree: Tree, verb: int, preposition: int) -> bool:
    """Whether what stands behind a preposition is what someone is accused of: "wanted for", "charged with"."""
    if tree.words[preposition] not in _BLAMED_FOR:
        return False
    thing = tree.child(verb, "dobj")
    if thing is not None and tree.lemmas[thing] == "blame" and tree.lemmas[verb] in _LAYING:
        return tree.words[preposition] == "for"  # "laid the blame for it on X"
    told = tree.child(preposition, "pcomp")
    if told is not None and tree.lemmas[told] in _DUTIES:
        return False  # "is charged with overseeing the vote"
    return (tree.lemmas[verb], "vp") in governors() or (tree.words[verb], "vp") in governors()


def judged(tree: Tree, verb: int, effects: dict[str, str]) -> None:
    """What an adjective beside a verb makes of it: "it remains impossible for him to win", "did little to help"."""
    for c in tree.children[verb]:
        if tree.deps[c] in ("acomp", "oprd") and tree.pos[c] == "ADJ":
            _from_adjective(tree, c, verb, effects)
        if tree.deps[c] == "attr" and (named := governors().get((tree.lemmas[c], "n"))) and named.effect == "plan":
            effects.setdefault("plan", tree.words[c])  # "is the favourite to win"
        if tree.deps[c] == "prep" and tree.words[c] == "on":
            nearing = (governors().get((tree.lemmas[n], "n")) for n in tree.children[c])
            if any(entry is not None and entry.effect == "plan" for entry in nearing):
                effects.setdefault("plan", tree.words[c])  # "remains on track to win"
        if tree.deps[c] == "dobj" and tree.words[c] in _LITTLE and tree.lemmas[verb] == "do":
            effects.setdefault("negate", tree.words[c])
        if tree.deps[c] == "dobj" and tree.words[c] == "finger" and tree.lemmas[verb] == "lift":
            effects.setdefault("negate", "not a finger")


def _reaches(tree: Tree, effect: str, head: int, at: int, dep: str) -> bool:
    """Whether a governor's effect holds for what hangs on it so."""
    if effect == "allege" and tree.lemmas[head] not in _SEEMING and not tree.passive(head):
        return False  # "said to have left" keeps its distance, "said that X left" is the speaker's own word
    if dep == "nsubj":
        return False  # what fails or is refused a place has happened
    if dep == "prep" and at < head:
        return False  # "despite pressure from X, Y refused to leave"
    if dep == "prep" and tree.lemmas[head] == "decline":
        return False  # "declined from 58 percent" tells a fall
    if dep == "agent":
        return False  # whoever bars someone is there
    if dep in ARGUMENTS:
        if effect == "negate" and dep in ("dobj", "nsubjpass") and (ends(tree, head) or _said(tree, at)):
            return False  # what is ended has been there, and what is denied has been said
        if effect == "plan" and dep in ("dobj", "nsubjpass"):
            return tree.lemmas[head] in _MEANING
        if effect == "demand" and dep in ("dobj", "nsubjpass") and tree.lemmas[head] in _TO_SOMEONE:
            return False
        if tree.lemmas[head] == "call" and dep == "dobj" and definite(tree, at):
            return False  # "called the killing of X a crime"
        if dep == "prep" and effect == "demand" and tree.words[at] not in _CALLING:
            return False  # "told reporters near the end of the meeting"
        if dep == "prep" and effect in ("plan", "attempt"):
            return tree.child(at, "pcomp") is not None  # "aimed at toppling"
        if tree.lemmas[head] == "deny":
            return not any(tree.words[c] == "no" for c in tree.children[head])  # "denied any role in the attack"
        if effect == "permit":
            return dep in ("dobj", "nsubjpass") and tree.lemmas[head] in _LICENSING
        return effect in ("negate", "demand") and tree.lemmas[head] not in light_verbs()
    return dep == "xcomp" or (dep == "ccomp" and (tree.tags[at] not in ("VBD", "VBZ", "VBP") or _is_bare(tree, at)))


def _is_bare(tree: Tree, verb: int) -> bool:
    """Whether a verb stands in no tense, though parsed so, behind a single subject: "demanded that Ruiz apologise"."""
    subject = tree.child(verb, "nsubj")
    single = subject is not None and tree.tags[subject] in ("NN", "NNP") and tree.child(subject, "conj") is None
    return single and tree.tags[verb] == "VBP" and tree.child(verb, "aux") is None


def _said(tree: Tree, noun: int) -> bool:
    """Whether a noun names something said to someone: an accusation, a request."""
    return not _SPOKEN.isdisjoint(deeds(tree.lemmas[noun], "n"))


def unreal(tree: Tree, verb: int) -> bool:
    """Whether a clause is a condition by the order of its words: "were they to invade"."""
    subject = tree.child(verb, "nsubj") if tree.words[verb] == "were" and tree.deps[verb] == "advcl" else None
    return subject is not None and subject > verb
