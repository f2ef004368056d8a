"""How firmly something is said: negation, modals, hedges, conditions, questions, orders, and the speaker's own stance.

The words between what happens and the top of its clause each leave an effect; the strongest settles the commitment.
"""

from __future__ import annotations

from dissensus.finding.denials import unproven
from dissensus.finding.given import (
    counted_by,
    definite,
    ended,
    given_in_question,
    given_within,
    is_pending,
    is_told_of,
    judged_done,
    told_beside,
)
from dissensus.finding.governed import ARGUMENTS, blames, governed, judged, left_open, unreal
from dissensus.finding.governing import asked_with, governing, is_infinitive
from dissensus.finding.hedging import is_condition, own_effects
from dissensus.finding.lexicons import governors, light_verbs
from dissensus.finding.scene import Scene
from dissensus.finding.speech import rebutted, sayings_around
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
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_IN_VIEW_OF = frozenset({"as", "since", "after", "although", "though", "while", "because", "now"})
_OBJECTS = frozenset({"dobj", "prep", "agent"})
_MANNER = frozenset({"in"})
_GIVEN = "given"
_CEASING = frozenset({"stop", "cease", "quit"})
_DISTANT = frozenset({Stance.DISTANCED, Stance.HYPOTHESIS})
_FOLLOWING = frozenset({"response", "reaction", "retaliation", "answer", "result", "consequence", "part"})
"""What is there because something else has been."""
_ONCE = frozenset({"when", "once", "until", "before", "after"})
_LEADING_TO = frozenset(
    "open lead cause bring result trigger provoke push help hurt harm make give weaken strengthen deepen affect prompt "
    "mean force allow serve spark pave embolden".split()
)
"""What follows from what has been: its subject is given."""
_BRINGING = frozenset(
    {"earn", "secure", "obtain", "seek", "achieve", "bring", "cause", "complete", "invite", "request"}
)
"""Verbs whose object is there only once what they name is done: "will earn X's endorsement"."""
_CONTRAST = frozenset({"but"})
_AFTER = frozenset({"after", "since", "following", "despite", "upon", "amid"})
PLAIN = "plain statement"
_CLIMBS = ARGUMENTS | frozenset(
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
    if inner is not None and inner.stance is Stance.QUESTION and effects.get("conditional") in ("whether", "if"):
        effects.pop("conditional")
    if refused:
        own: dict[str, str] = {}
        own_effects(tree, token, own)
        for effect in own.keys() & {"negate", "conditional", "predict"}:
            effects.pop(effect, None)
    start, end = tree.starts[token], tree.ends[token]
    asked = any(tree.words[i] == "?" for i in range(max(start, end - 3), end))
    if asked and not (
        _outside(tree, token, inner)
        or told_beside(tree, token)
        or _granted(tree, token)
        or given_in_question(tree, token)
    ):
        effects["ask"] = "?"
    found, effect, word = Commitment.STATED, PLAIN, ""
    if "negate" in effects and (is_condition(tree, token) or effects.get("conditional") in ("had", "were")):
        effects.pop("negate", None)  # "if he did not leave" says neither
    for strongest in _ORDER:
        if strongest in effects:
            found, effect, word = _COMMITMENT[strongest], strongest, effects[strongest]
            break
    given = inner is not None and (
        _GIVEN in effects
        or given_within(tree, token, inner)
        or (inner.stance not in _DISTANT and told_beside(tree, token))
    )
    if found is Commitment.STATED and inner is not None and inner.stance is Stance.DEMAND and rebutted(scene, inner):
        return Commitment.DENIED, Stance.DENIAL.value, ""
    if inner is not None and inner.stance in _STANCE and not given:
        cue = scene.parsed.text(inner.cue) if inner.cue else ""
        if found is Commitment.STATED and inner.stance in _DISTANT and rebutted(scene, inner):
            return Commitment.DENIED, Stance.DENIAL.value, cue
        if inner.stance is Stance.DENIAL and found is Commitment.DENIED:
            return Commitment.STATED, "denied negation", cue
        if inner.stance is Stance.HYPOTHESIS and found is Commitment.STATED and _meant_to(tree, inner):
            return Commitment.PREDICTED, "plan", cue
        if inner.stance is Stance.DENIAL and _told_within(tree, token, inner):
            return (Commitment.ALLEGED, "not confirmed", cue) if found is Commitment.STATED else (found, effect, word)
        wished = found is Commitment.PREDICTED or word == "subjunctive"
        if found is Commitment.STATED or (inner.stance is Stance.DENIAL and wished):
            return _STANCE[inner.stance], inner.stance.value, cue
    return found, effect, word


def _granted(tree: Tree, token: int) -> bool:
    """Whether words stand in a clause that a question is asked in view of: "as the vote is counted, will he go?"."""
    for at in (token, *tree.ancestors(token)):
        if tree.deps[at] == "advcl" and tree.tags[at] in _FINITE:
            return any(tree.words[c] in _IN_VIEW_OF for c in tree.all_children(at, "mark", "advmod"))
    return False


def _meant_to(tree: Tree, quotation: Quotation) -> bool:
    """Whether someone means to do what is told: "hopes to win", not "hopes that she won"."""
    cue = quotation.cue
    if cue is None or cue.paragraph != tree.index:
        return False
    entry = governors().get((tree.lemmas[cue.start], "v"))
    if entry is None or entry.effect != "plan":
        return False
    told = tree.child(cue.start, "xcomp")
    return told is not None and is_infinitive(tree, told)


def _told_within(tree: Tree, token: int, inner: Quotation) -> bool:
    """Whether words are what one would not say, and not what one would not do: "refused to confirm that she left"."""
    span = next((s for s in inner.content if s.holds(tree.index, token)), None)
    if span is None or tree.words[span.start] != "to":
        return False
    above = (token, *tree.ancestors(token))
    return any(tree.deps[at] == "ccomp" and span.holds(tree.index, tree.heads[at]) for at in above)


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
    counted = counted_by(tree, token)
    known = tree.pos[token] not in VERBAL and definite(tree, counted)
    if known and counted != token:
        told: dict[str, str] = {}
        own_effects(tree, counted, told)
        return {"allege": told["allege"]} if "allege" in told else effects  # "their 2,000 men will leave"
    if any(tree.lemmas[c] in _CEASING for c in tree.all_children(token, "aux")):
        effects[_GIVEN] = "stop"  # "demanded that they stop bombing", as it is parsed
        return effects
    left_open(tree, token, effects)
    at, apart = token, False
    for _ in range(8):
        head, dep = tree.heads[at], tree.deps[at]
        if head == at or dep not in _CLIMBS:
            if dep == "advcl":
                _beside(tree, head, at, effects)
            break
        if inner is not None and not any(span.holds(tree.index, head) for span in inner.content):
            break
        if dep == "pcomp" and tree.words[head] == "to" and tree.words[tree.heads[head]] in ("close", "near"):
            came = tree.lemmas[tree.heads[tree.heads[head]]] == "come"
            effects.setdefault("negate" if came else "plan", "close to")  # "came close to leaving", "is close to"
        if dep == "pcomp" and (tree.words[head] in _AFTER or tree.words[head] == "but"):
            break  # "after leaving", "had no choice but to leave"
        if dep == "prep" and tree.words[at] == "without" and tree.pos[head] in VERBAL:
            above: dict[str, str] = {}
            own_effects(tree, head, above)
            if not above.keys() & {"negate", "conditional"}:
                effects.setdefault("negate", "without")
            break  # "without X's help, Y would not have won": X did help
        if tree.words[at] == "by" and tree.pos[token] == "ADJ" and tree.pos[head] in VERBAL:
            break  # "was barred by a court loyal to X"
        if known and dep == "prep" and tree.pos[head] == "NOUN" and is_told_of(tree, at):
            break  # "failed to give information about the attack"
        if known and dep == "prep" and tree.deps[head] == "attr" and tree.lemmas[head] in _FOLLOWING:
            break  # "is not a response to the attack"
        if dep == "prep" and tree.pos[head] in VERBAL and blames(tree, head, at):
            effects.setdefault("allege", tree.words[head])
        if known and dep == "nsubj" and at == token and tree.lemmas[head] in _LEADING_TO:
            break  # "the invasion would open the way"
        through = dep in _OBJECTS and tree.pos[head] in VERBAL and tree.lemmas[head] not in light_verbs()
        through = through or (dep == "prep" and tree.pos[head] == "ADJ")  # "silent about the raid"
        if dep == "prep" and tree.words[at] in _MANNER and tree.pos[token] not in VERBAL and not known:
            through = False  # "to act in support of the strike" is to support it
        if dep in ("acl", "ccomp") and (missing := unproven(tree, head)):
            effects.setdefault("negate", missing)
        if at == token and dep == "dobj" and is_pending(tree, token, head):
            effects.setdefault("predict", tree.words[head])
        if at == token and ended(tree, token):
            effects[_GIVEN] = tree.words[head]
            break
        if (known and through and at != token) or (dep == "acl" and not is_infinitive(tree, at)):
            break  # a participle behind a noun is a statement of its own
        if dep == "xcomp" and tree.lemmas[head] in _CEASING and tree.tags[at] == "VBG" and _yet_to_be(tree, head):
            effects[_GIVEN] = tree.words[head]  # "called on them to stop jailing critics": they have jailed them
            break
        before = set(effects)
        if dep == "conj" and tree.tags[at] in ("VBD", "VBZ") and is_infinitive(tree, head):
            at = tree.heads[head]  # "refused to leave and had him shot", as it is parsed
            continue
        if dep == "conj":
            _shared(tree, head, at, effects)
        else:
            if known and through and tree.lemmas[head] not in _BRINGING:
                _of_given(tree, head, at, dep, effects)
                break
            governed(tree, head, at, dep, effects)
            if apart:
                # "failed to address violence" leaves the violence as it is
                for effect in {"negate", "demand"} - before:
                    effects.pop(effect, None)
            apart = apart or through or (dep == "ccomp" and tree.tags[at] in _FINITE)
            if dep == "pcomp" and tree.words[head] == "without":
                outer: dict[str, str] = {}
                own_effects(tree, tree.heads[head], outer)
                if "negate" in outer:
                    break  # "cannot leave without anyone asking it"
                effects.setdefault("negate", "without")
            if dep == "pcomp" and tree.words[head] == "against" and tree.pos[tree.heads[head]] in VERBAL:
                effects.setdefault("negate", "against")  # "decided against forcing them"
        at = head
    return effects


def _of_given(tree: Tree, head: int, at: int, dep: str, effects: dict[str, str]) -> None:
    """What a verb makes of its definite object: "denied the raid". Of "will condemn the raid" the raid is given."""
    made: dict[str, str] = {}
    governed(tree, head, at, dep, made)
    own: dict[str, str] = {}
    own_effects(tree, head, own)
    for effect, word in made.items():
        if own.get(effect) != word:
            effects.setdefault(effect, word)


def _beside(tree: Tree, head: int, at: int, effects: dict[str, str]) -> None:
    """Of an adverbial clause: a condition, or what is called for ("called for him to be dismissed")."""
    if tree.lemmas[head] == "do" and is_infinitive(tree, at) and "well" in (tree.words[c] for c in tree.children[head]):
        effects.setdefault("demand", tree.words[head])  # "would do well to leave"
        return
    if (asked := asked_with(tree, at, head)) is not None:
        effects.setdefault("demand", tree.words[asked])
    if is_infinitive(tree, at):
        judged(tree, head, effects)
        above: dict[str, str] = {}
        own_effects(tree, head, above)
        for effect in ("predict", "conditional", "demand"):
            if effect in above:
                effects.setdefault(effect, above[effect])  # "will march to topple them"
        if tree.deps[head] == "xcomp" and is_infinitive(tree, head):
            wanted: dict[str, str] = {}
            governed(tree, tree.heads[head], head, "xcomp", wanted)
            for effect in ("negate", "demand", "plan"):
                if effect in wanted:
                    effects.setdefault(effect, wanted[effect])  # "must join to topple them", "plan to march to"
    if is_condition(tree, at) or (is_infinitive(tree, at) and unreal(tree, head)):
        effects.setdefault("conditional", "condition")
    if is_infinitive(tree, at) and judged_done(tree, head):
        return
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


def _yet_to_be(tree: Tree, verb: int) -> bool:
    """Whether it is open that someone does what a verb tells: "called on them to stop", "will stop", "Stop"."""
    told: dict[str, str] = {}
    own_effects(tree, verb, told)
    if is_infinitive(tree, tree.first_conjunct(verb)) or told.keys() & {"demand", "predict", "conditional"}:
        return True
    above = tree.heads[verb]
    entry = governors().get((tree.lemmas[above], "v")) if tree.deps[verb] == "ccomp" else None
    return entry is not None and entry.effect == "demand" and tree.tags[verb] in ("VB", "VBP")
