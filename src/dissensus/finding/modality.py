"""How firmly something is said: negation, modals, hedges, conditions, questions, orders, and the speaker's own stance.

The words between what happens and the top of its clause each leave an effect; the strongest settles the commitment.
"""

from __future__ import annotations

from dissensus.finding.denials import ends, outstanding
from dissensus.finding.given import definite, given_within, is_told_of, told_beside
from dissensus.finding.governing import governing, is_infinitive
from dissensus.finding.hedging import is_condition, own_effects
from dissensus.finding.lexicons import governors, light_verbs
from dissensus.finding.scene import Scene
from dissensus.finding.speech import sayings_around
from dissensus.finding.tree import VERBAL, Tree
from dissensus.model import Commitment
from dissensus.parsing.parsed import Quotation, QuotationKind, Stance

_ORDER = ("ask", "negate", "conditional", "demand", "threat", "plan", "predict", "allege", "attempt", "permit")
_COMMITMENT = {
    "ask": Commitment.ASKED,
    "negate": Commitment.DENIED,
    "conditional": Commitment.CONDITIONAL,
    "demand": Commitment.DEMANDED,
    "threat": Commitment.PREDICTED,
    "plan": Commitment.PREDICTED,
    "predict": Commitment.PREDICTED,
    "allege": Commitment.ALLEGED,
    "attempt": Commitment.STATED,
    "permit": Commitment.CONDITIONAL,
}
_STANCE = {
    Stance.DISTANCED: Commitment.ALLEGED,
    Stance.HYPOTHESIS: Commitment.ALLEGED,
    Stance.DENIAL: Commitment.DENIED,
    Stance.PROMISE: Commitment.PREDICTED,
    Stance.PREDICTION: Commitment.PREDICTED,
    Stance.DEMAND: Commitment.DEMANDED,
    Stance.QUESTION: Commitment.ASKED,
}
_ARGUMENTS = frozenset({"dobj", "nsubjpass", "pobj", "prep", "nsubj", "attr", "agent"})
_SEEMING = frozenset({"seem", "appear"})
_MEANING = frozenset({"consider", "contemplate", "plan", "prepare", "propose", "mull", "weigh", "envisage", "want"})
_OBJECTS = frozenset({"dobj", "prep", "agent"})
_SURE = frozenset({"certain", "sure"})
"""Of what is to come where an infinitive follows: "is sure to win", not "is sure that she won"."""
_UNSURE = frozenset({"clear", "certain", "sure", "evident", "obvious", "true", "known", "proven", "confirmed"})
_BLAMED_FOR = frozenset({"of", "for", "with", "over"})
_MANNER = frozenset({"in"})
_CHANCES = frozenset(
    "risk possibility prospect likelihood danger threat spectre specter chance idea notion thought".split()
)
_DENYING = frozenset({"deny", "denying", "doubt", "dispute", "question"})
_LITTLE = frozenset({"little", "nothing"})
_TO_SOMEONE = frozenset(
    "challenge warn tell charge remind invite instruct command encourage advise appoint direct press counsel".split()
)
"""Verbs of calling for something whose object is who is told, or stands as it is: "challenged the arrests"."""
_DISTANT = frozenset({Stance.DISTANCED, Stance.HYPOTHESIS})
_FOLLOWING = frozenset({"response", "reaction", "retaliation", "answer", "result", "consequence", "part"})
"""What is there because something else has been."""
_NTH = frozenset("first second third fourth fifth latest last only next sole enough".split())
_ONCE = frozenset({"when", "once", "until", "before", "after"})
_LEADING_TO = frozenset(
    "open lead cause bring result trigger provoke push help hurt harm make give weaken strengthen deepen affect prompt "
    "mean force allow serve spark pave embolden".split()
)
"""What follows from what has been: its subject is given."""
_DUE = frozenset({"set", "slate", "poise", "tip", "destine", "fate", "forecast"})
_CHANCE = frozenset({"opportunity", "chance", "occasion", "liberty", "time"})
_TAKING = frozenset({"take", "seize", "use", "grab"})
_URGES = frozenset({"temptation", "urge", "impulse"})
_CONTRAST = frozenset({"but"})
_AFTER = frozenset({"after", "since", "following", "despite", "upon", "amid"})
_CALLING = frozenset({"for", "on", "to", "upon", "into", "from", "of", "that"})
"""Prepositions that what is called for stands behind."""
PLAIN = "plain statement"
_CLIMBS = _ARGUMENTS | frozenset(
    {"xcomp", "ccomp", "pcomp", "acl", "acomp", "conj", "dep", "nummod", "quantmod", "compound", "amod", "npadvmod"}
)


def commitment(scene: Scene, tree: Tree, token: int, *, refused: bool = False) -> tuple[Commitment, str]:
    """How firmly what a token names is said, and a line that says why.

    With `refused`, of what is rejected by not doing it: its own negation and "would" are no more than that.

    The words within the innermost quotation count first; what its cue makes of them ("denied that", "claimed") counts
    where they are plain.
    """
    found, effect, word = settled(scene, tree, token, refused=refused)
    return found, f"{word}: {effect}" if word else effect


def settled(scene: Scene, tree: Tree, token: int, *, refused: bool = False) -> tuple[Commitment, str, str]:
    """The commitment, the effect or stance that settles it, and the word that has it, "" where none has."""
    inner = next((q for q in sayings_around(scene, tree, token) if not _is_deed(scene, q)), None)
    effects = _effects(scene, tree, token, inner)
    if refused:
        own: dict[str, str] = {}
        own_effects(tree, token, own)
        for effect in own.keys() & {"negate", "conditional", "predict"}:
            effects.pop(effect, None)
    start, end = tree.starts[token], tree.ends[token]
    asked = any(tree.words[i] == "?" for i in range(max(start, end - 3), end))
    if asked and not _outside(tree, token, inner) and not told_beside(tree, token):
        effects["ask"] = "?"
    found, effect, word = Commitment.STATED, PLAIN, ""
    for strongest in _ORDER:
        if strongest in effects:
            found, effect, word = _COMMITMENT[strongest], strongest, effects[strongest]
            break
    given = inner is not None and (
        given_within(tree, token, inner) or (inner.stance not in _DISTANT and told_beside(tree, token))
    )
    if inner is not None and inner.stance in _STANCE and not given:
        cue = scene.parsed.text(inner.cue) if inner.cue else ""
        if inner.stance is Stance.DENIAL and found is Commitment.DENIED:
            return Commitment.STATED, "denied negation", cue
        if found is Commitment.STATED or (inner.stance is Stance.DENIAL and found is Commitment.PREDICTED):
            return _STANCE[inner.stance], inner.stance.value, cue
    return found, effect, word


def _is_deed(scene: Scene, quotation: Quotation) -> bool:
    """Whether to say so is what happens: "voiced their support for the strike" is to support it."""
    if quotation.cue is None or quotation.kind is not QuotationKind.INDIRECT or quotation.stance is not Stance.NEUTRAL:
        return False
    tree = scene.trees[quotation.cue.paragraph]
    if tree.lemmas[quotation.cue.start] not in light_verbs() or tree.pos[quotation.cue.start] != "VERB":
        return False
    first = quotation.content[0]
    return tree.child(quotation.cue.start, "dobj") in range(first.start, first.end)


def _outside(tree: Tree, token: int, inner: Quotation | None) -> bool:
    """Whether a question mark ends the sentence outside the quotation that holds the token."""
    if inner is None:
        return False
    last = max(span.end for span in inner.content)
    return not any(tree.words[i] == "?" for i in range(token, min(last + 1, len(tree))))


def _effects(scene: Scene, tree: Tree, token: int, inner: Quotation | None) -> dict[str, str]:
    effects: dict[str, str] = {}
    own_effects(tree, token, effects)
    counted = tree.heads[token] if tree.deps[token] == "nummod" else token
    known = tree.pos[token] not in VERBAL and definite(tree, counted)
    _left_open(tree, token, effects)
    at, apart = token, False
    for _ in range(8):
        head, dep = tree.heads[at], tree.deps[at]
        if head == at or dep not in _CLIMBS:
            if dep == "advcl":
                _beside(tree, head, at, effects)
            break
        if inner is not None and not any(span.holds(tree.index, head) for span in inner.content):
            break
        if dep == "pcomp" and tree.words[head] in _AFTER:
            break
        if known and dep == "prep" and tree.pos[head] == "NOUN" and is_told_of(tree, at):
            break  # "failed to give information about the attack"
        if known and dep == "prep" and tree.deps[head] == "attr" and tree.lemmas[head] in _FOLLOWING:
            break  # "is not a response to the attack"
        if dep == "prep" and _blames(tree, head, at):
            effects.setdefault("allege", tree.words[head])
        if known and dep == "nsubj" and at == token and tree.lemmas[head] in _LEADING_TO:
            break  # "the invasion would open the way"
        through = dep in _OBJECTS and tree.pos[head] in VERBAL and tree.lemmas[head] not in light_verbs()
        through = through or (dep == "prep" and tree.pos[head] == "ADJ")  # "silent about the raid"
        if dep == "prep" and tree.words[at] in _MANNER and tree.pos[token] not in VERBAL and not known:
            through = False  # "to act in support of the strike" is to support it
        if (known and through and at != token) or (dep == "acl" and not is_infinitive(tree, at)):
            break  # a participle behind a noun is a statement of its own
        before = set(effects)
        if dep == "conj":
            _shared(tree, head, at, effects)
        else:
            _governed(tree, head, at, dep, effects)
            if known and through:
                break  # "should condemn the attack": whatever is made of condemning it, the attack is given
            if apart:
                # "failed to address violence" leaves the violence as it is
                for effect in {"negate", "demand"} - before:
                    effects.pop(effect, None)
            apart = apart or through
            if dep == "pcomp" and tree.words[head] == "without":
                effects.setdefault("negate", "without")
            if dep == "pcomp" and tree.words[head] == "against" and tree.pos[tree.heads[head]] in VERBAL:
                effects.setdefault("negate", "against")  # "decided against forcing them"
        at = head
    return effects


def _beside(tree: Tree, head: int, at: int, effects: dict[str, str]) -> None:
    """Of an adverbial clause: a condition, or what is called for ("called for him to be dismissed")."""
    if tree.lemmas[head] == "do" and is_infinitive(tree, at) and "well" in (tree.words[c] for c in tree.children[head]):
        effects.setdefault("demand", tree.words[head])  # "would do well to leave"
        return
    if is_infinitive(tree, at):
        _judged(tree, head, effects)
        above: dict[str, str] = {}
        own_effects(tree, head, above)
        for effect in ("predict", "conditional", "demand"):
            if effect in above:
                effects.setdefault(effect, above[effect])  # "will march to topple them"
    if is_condition(tree, at):
        effects.setdefault("conditional", "condition")
    if is_infinitive(tree, at) and any(tree.words[c] == "for" and tree.deps[c] == "mark" for c in tree.children[at]):
        entry = governing(tree, head, at)
        demanded = entry is not None and entry.effect == "demand"
        effects.setdefault("demand" if demanded else "plan", tree.words[head])  # "for the nominee to win, they must"
    if tree.tags[at] in ("VBZ", "VBP") and any(tree.words[c] in _ONCE for c in tree.children[at]):
        above = {}
        own_effects(tree, head, above)
        if "predict" in above or "conditional" in above:
            effects.setdefault(
                "predict", above.get("predict", above.get("conditional", ""))
            )  # "when he loses, it will"


def _shared(tree: Tree, first: int, second: int, effects: dict[str, str]) -> None:
    """A modal or negation before the first of two coordinated verbs holds for the second too, unless it has its own."""
    if tree.pos[first] not in VERBAL:
        return
    if any(tree.deps[c] in ("aux", "nsubj", "nsubjpass") for c in tree.children[second]):
        return
    if tree.tags[second] in ("VB", "VBN", "VBG"):
        shared: dict[str, str] = {}
        own_effects(tree, first, shared)
        if any(tree.words[c] in _CONTRAST for c in tree.children[first] if tree.deps[c] == "cc"):
            shared.pop("negate", None)  # "do not lead but follow"
        for effect, word in shared.items():
            effects.setdefault(effect, word)


def _governed(tree: Tree, head: int, at: int, dep: str, effects: dict[str, str]) -> None:
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
        if tree.lemmas[head] == "decision" and tree.deps[head] == "nsubj" and tree.tags[tree.heads[head]] == "VBD":
            return  # "her decision to ban the march led to a riot"
        purpose = tree.words[head] == "order" and tree.words[tree.heads[head]] == "in"
        to_do = dep == "prep" and tree.words[at] == "to" and tree.child(at, "pcomp") is not None
        if entry and (tree.pos[at] in VERBAL or to_do) and entry.effect not in ("factual", "attempt") and not purpose:
            effects.setdefault(entry.effect, tree.words[head])
            own_effects(tree, head, effects)  # "has no plans to"


def _governed_by_verb(tree: Tree, head: int, at: int, dep: str, effects: dict[str, str]) -> None:
    if is_infinitive(tree, at) and outstanding(tree, head):
        effects.setdefault("negate", "yet")
        return
    if tree.lemmas[head] == "be":
        if dep == "xcomp" and is_infinitive(tree, at):
            effects.setdefault("plan", tree.words[head])
        if dep == "ccomp":
            _judged(tree, head, effects)
    else:
        entry = governing(tree, head, at)
        if is_infinitive(tree, at) and tree.lemmas[head] in _DUE and tree.passive(head):
            effects.setdefault("plan", tree.words[head])  # "is set to grow"
        if is_infinitive(tree, at) and tree.words[head] == "going" and tree.child(head, "aux") is not None:
            effects.setdefault("predict", "going to")
        if tree.lemmas[head] == "have" and (not is_infinitive(tree, at) or tree.tags[head] == "VBD"):
            entry = None  # "has to go", and "had to go" and "has people going"
        if entry and entry.effect != "factual" and _reaches(tree, entry.effect, head, at, dep):
            effects.setdefault(entry.effect, tree.words[head])
    if is_infinitive(tree, at):
        _judged(tree, head, effects)
    above: dict[str, str] = {}
    own_effects(tree, head, above)
    if tree.lemmas[head] in _DENYING or any(tree.deps[c] == "attr" and tree.lemmas[c] in _DENYING for c in (at,)):
        above.pop("negate", None)  # "there is no denying the attack"
    if "negate" in above and (ends(tree, head) or (effects.get("negate") == tree.words[head])):
        above.pop("negate")  # "never stopped bombing", "has not lifted the siege"
        if effects.get("negate") == tree.words[head]:
            effects.pop("negate")
    carried = dep == "attr" or (dep == "prep" and tree.words[at] == "as") or tree.lemmas[head] in light_verbs()
    told_apart = dep == "ccomp" or (dep in _ARGUMENTS and not carried)
    for effect, word in above.items():
        # "did not say that X left" and "did not mention the attack" leave the leaving and the attack as they are.
        if not told_apart or not (effect in ("negate", "demand") or word == "can"):
            effects.setdefault(effect, word)


def _left_open(tree: Tree, verb: int, effects: dict[str, str]) -> None:
    """What a noun is for need not have happened: "the person to beat them", but "the first president to visit"."""
    noun = tree.heads[verb]
    if tree.deps[verb] != "acl" or not is_infinitive(tree, verb) or (tree.lemmas[noun], "n") in governors():
        return
    if not any(tree.words[c] in _NTH for c in tree.children[noun]):
        effects.setdefault("plan", tree.words[noun])


def _from_adjective(tree: Tree, adjective: int, verb: int, effects: dict[str, str]) -> None:
    """What an adjective and the verb that it stands with make of what is said of them: "is ready to", "not likely"."""
    word = tree.words[adjective]
    entry = governors().get((tree.lemmas[adjective], "a"))
    denied = any(tree.deps[c] == "neg" for one in (adjective, verb) for c in tree.children[one])
    if denied and tree.lemmas[adjective] in _UNSURE:
        effects.setdefault("allege", word)
    elif entry and denied and entry.effect in ("plan", "permit"):
        effects.setdefault("negate", word)
    elif entry:
        effects.setdefault(entry.effect, word)


def _blames(tree: Tree, verb: int, preposition: int) -> bool:
    """Whether what stands behind a preposition is what someone is accused of: "wanted for", "charged with"."""
    if tree.words[preposition] not in _BLAMED_FOR:
        return False
    return (tree.lemmas[verb], "vp") in governors() or (tree.words[verb], "vp") in governors()


def _judged(tree: Tree, verb: int, effects: dict[str, str]) -> None:
    """What an adjective beside a verb makes of it: "it remains impossible for him to win", "did little to help"."""
    for c in tree.children[verb]:
        if tree.deps[c] in ("acomp", "oprd") and tree.pos[c] == "ADJ":
            _from_adjective(tree, c, verb, effects)
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
    if dep == "prep" and tree.lemmas[head] == "decline":
        return False  # "declined from 58 percent" tells a fall
    if dep in _ARGUMENTS:
        if effect == "negate" and dep in ("dobj", "nsubjpass") and ends(tree, head):
            return False  # what is ended has been there
        if effect == "plan" and dep in ("dobj", "nsubjpass"):
            return tree.lemmas[head] in _MEANING
        if effect == "demand" and dep == "dobj" and tree.lemmas[head] in _TO_SOMEONE:
            return False
        if dep == "prep" and effect == "demand" and tree.words[at] not in _CALLING:
            return False  # "told reporters near the end of the meeting"
        if dep == "prep" and effect in ("plan", "attempt"):
            return tree.child(at, "pcomp") is not None  # "aimed at toppling"
        return effect in ("negate", "demand") and tree.lemmas[head] not in light_verbs()
    return dep == "xcomp" or (dep == "ccomp" and tree.tags[at] not in ("VBD", "VBZ", "VBP"))
