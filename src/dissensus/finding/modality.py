"""How firmly something is said: negation, modals, hedges, conditions, questions, orders, and the speaker's own stance.

The words between what happens and the top of its clause each leave an effect; the strongest settles the commitment.
"""

from __future__ import annotations

from functools import cache

from dissensus.finding.governing import governing, is_infinitive
from dissensus.finding.lexicons import governors, light_verbs
from dissensus.finding.scene import Scene
from dissensus.finding.speech import sayings_around
from dissensus.finding.tree import VERBAL, Tree
from dissensus.model import Commitment
from dissensus.parsing.parsed import Quotation, Stance
from dissensus.tables import package_table

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
_BEFORE_IMPERATIVE = frozenset({"advmod", "punct", "neg", "intj", "dep", "npadvmod", "cc"})
_SEEMING = frozenset({"seem", "appear"})
_MEANING = frozenset({"consider", "contemplate", "plan", "prepare", "propose", "mull", "weigh", "envisage", "want"})
_OBJECTS = frozenset({"dobj", "prep", "agent"})
_WOULD = frozenset({"would", "'d"})
_KNOWN = frozenset({"the", "this", "that", "these", "those"})
_INVERTED = frozenset({"should", "had", "were"})
_DENYING = frozenset({"deny", "denying", "doubt", "dispute", "question"})
_LITTLE = frozenset({"little", "nothing"})
_TO_SOMEONE = frozenset(
    "challenge warn tell charge remind invite instruct command encourage advise appoint direct press counsel".split()
)
"""Verbs of calling for something whose object is who is told, or stands as it is: "challenged the arrests"."""
PLAIN = "plain statement"
_CLIMBS = _ARGUMENTS | frozenset(
    {"xcomp", "ccomp", "pcomp", "acl", "acomp", "conj", "dep", "nummod", "quantmod", "compound", "amod"}
)


@cache
def _hedges() -> dict[tuple[str, str], str]:
    return {
        (lemma, row["kind"]): row["effect"]
        for row in package_table("dissensus.finding", "lexicon/hedges.tsv")
        for lemma in row.many("lemma")
    }


def commitment(scene: Scene, tree: Tree, token: int) -> tuple[Commitment, str]:
    """How firmly what a token names is said, and a line that says why.

    The words within the innermost quotation count first; what its cue makes of them ("denied that", "claimed") counts
    where they are plain.
    """
    found, effect, word = _settled(scene, tree, token)
    return found, f"{word}: {effect}" if word else effect


def _settled(scene: Scene, tree: Tree, token: int) -> tuple[Commitment, str, str]:
    """The commitment, the effect that settles it, and the word that has the effect."""
    around = sayings_around(scene, tree, token)
    inner = around[0] if around else None
    effects = _effects(scene, tree, token, inner)
    start, end = tree.starts[token], tree.ends[token]
    if any(tree.words[i] == "?" for i in range(max(start, end - 3), end)) and not _outside(tree, token, inner):
        effects["ask"] = "?"
    found, effect, word = Commitment.STATED, PLAIN, ""
    for strongest in _ORDER:
        if strongest in effects:
            found, effect, word = _COMMITMENT[strongest], strongest, effects[strongest]
            break
    if inner is not None and inner.stance in _STANCE:
        cue = scene.parsed.text(inner.cue) if inner.cue else ""
        if inner.stance is Stance.DENIAL and found is Commitment.DENIED:
            return Commitment.STATED, "denied negation", cue
        if found is Commitment.STATED:
            return _STANCE[inner.stance], inner.stance.value, cue
    return found, effect, word


def _outside(tree: Tree, token: int, inner: Quotation | None) -> bool:
    """Whether a question mark ends the sentence outside the quotation that holds the token."""
    if inner is None:
        return False
    last = max(span.end for span in inner.content)
    return not any(tree.words[i] == "?" for i in range(token, min(last + 1, len(tree))))


def _effects(scene: Scene, tree: Tree, token: int, inner: Quotation | None) -> dict[str, str]:
    effects: dict[str, str] = {}
    _own(tree, token, effects)
    known = tree.pos[token] not in VERBAL and _definite(tree, token)
    at, apart = token, False
    for _ in range(8):
        head, dep = tree.heads[at], tree.deps[at]
        if head == at or dep not in _CLIMBS:
            if dep == "advcl":
                _beside(tree, head, at, effects)
            break
        if inner is not None and not any(span.holds(tree.index, head) for span in inner.content):
            break
        through = dep in _OBJECTS and tree.pos[head] in VERBAL and tree.lemmas[head] not in light_verbs()
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
        at = head
    return effects


def _definite(tree: Tree, noun: int) -> bool:
    """Whether a noun is given as known: "the attack", "his attack"."""
    return any(
        tree.deps[c] == "poss" or (tree.deps[c] == "det" and tree.words[c] in _KNOWN) for c in tree.children[noun]
    )


def _beside(tree: Tree, head: int, at: int, effects: dict[str, str]) -> None:
    """Of an adverbial clause: a condition, or what is called for ("called for him to be dismissed")."""
    if is_infinitive(tree, at):
        _judged(tree, head, effects)
    if _condition(tree, at):
        effects.setdefault("conditional", "condition")
    if is_infinitive(tree, at) and any(tree.words[c] == "for" and tree.deps[c] == "mark" for c in tree.children[at]):
        entry = governing(tree, head, at)
        if entry is not None and entry.effect == "demand":
            effects.setdefault("demand", tree.words[head])


def _own(tree: Tree, token: int, effects: dict[str, str]) -> None:
    hedges = _hedges()
    verbal = tree.pos[token] in VERBAL
    for c in tree.children[token]:
        dep, word = tree.deps[c], tree.words[c]
        if dep in ("aux", "auxpass"):
            effect = hedges.get((word, "modal"))
            if word in _INVERTED and _inverted(tree, c, token):
                effect = "conditional"
            if effect == "conditional" and word in _WOULD and _in_past(tree, token):
                effect = "predict"
            if effect == "conditional" and word in ("may", "might") and _perfect(tree, token):
                effect = "allege"
        elif dep in ("neg", "advmod", "preconj"):
            over = word == "longer" and any(tree.words[g] == "no" for g in tree.children[c])
            effect = "negate" if over else hedges.get((word, "adverb"))
        elif dep == "det":
            effect = hedges.get((word, "determiner"))
        elif dep == "amod":
            effect = hedges.get((word, "adjective"))
        elif dep == "mark":
            effect = hedges.get((word, "mark"))
        else:
            continue
        if effect and effect != "factual":
            effects.setdefault(effect, tree.words[c])
    if verbal and _subjunctive(tree, token):
        effects.setdefault("demand", "subjunctive")
    if verbal and _imperative(tree, token):
        effects.setdefault("demand", "imperative")


def _inverted(tree: Tree, auxiliary: int, verb: int) -> bool:
    """Whether a condition is told by the order of the words: "should he win the vote"."""
    subject = tree.child(verb, "nsubj", "nsubjpass")
    if subject is None or subject < auxiliary or tree.deps[verb] not in ("advcl", "ccomp"):
        return False
    return auxiliary == tree.left[verb]


def _in_past(tree: Tree, verb: int) -> bool:
    """Whether "would" is a will told in the past: "announced that it would leave"."""
    return tree.deps[verb] == "ccomp" and tree.tags[tree.heads[verb]] == "VBD" and not _perfect(tree, verb)


def _perfect(tree: Tree, token: int) -> bool:
    return any(tree.lemmas[c] == "have" and tree.deps[c] == "aux" for c in tree.children[token])


def _imperative(tree: Tree, token: int) -> bool:
    if tree.tags[token] != "VB" or tree.deps[token] != "ROOT":
        return False
    children = tree.children[token]
    if any(tree.deps[c] in ("nsubj", "nsubjpass", "aux", "csubj", "expl") for c in children):
        return False
    return not any(c < token and tree.deps[c] not in _BEFORE_IMPERATIVE for c in children)


def _subjunctive(tree: Tree, verb: int) -> bool:
    """Whether a verb is in the subjunctive of what is called for: "suggested that he resign"."""
    if tree.tags[verb] != "VB" or tree.deps[verb] != "ccomp" or tree.child(verb, "nsubj", "nsubjpass") is None:
        return False
    return (
        tree.child(verb, "aux") is None
        and tree.pos[tree.heads[verb]] in VERBAL
        and tree.child(verb, "mark") is not None
    )


def _condition(tree: Tree, verb: int) -> bool:
    return any(
        tree.deps[c] in ("mark", "advmod") and _hedges().get((tree.words[c], "mark")) == "conditional"
        for c in tree.children[verb]
    )


def _shared(tree: Tree, first: int, second: int, effects: dict[str, str]) -> None:
    """A modal or negation before the first of two coordinated verbs holds for the second too, unless it has its own."""
    if tree.pos[first] not in VERBAL:
        return
    if any(tree.deps[c] in ("aux", "nsubj", "nsubjpass") for c in tree.children[second]):
        return
    if tree.tags[second] in ("VB", "VBN", "VBG"):
        shared: dict[str, str] = {}
        _own(tree, first, shared)
        for effect, word in shared.items():
            effects.setdefault(effect, word)


def _governed(tree: Tree, head: int, at: int, dep: str, effects: dict[str, str]) -> None:
    pos = tree.pos[head]
    if pos in VERBAL:
        _governed_by_verb(tree, head, at, dep, effects)
    elif pos == "ADJ":
        entry = governors().get((tree.lemmas[head], "a"))
        if entry:
            effects.setdefault(entry.effect, tree.words[head])
    elif pos in ("NOUN", "PROPN") and dep in ("acl", "pcomp", "prep", "pobj", "ccomp"):
        entry = governors().get((tree.lemmas[head], "n"))
        if dep == "acl" and not is_infinitive(tree, at):
            return  # "authorities fighting" says nothing of an authority to fight
        purpose = tree.words[head] == "order" and tree.words[tree.heads[head]] == "in"
        if entry and tree.pos[at] in VERBAL and entry.effect not in ("factual", "attempt") and not purpose:
            effects.setdefault(entry.effect, tree.words[head])
            _own(tree, head, effects)  # "has no plans to"


def _governed_by_verb(tree: Tree, head: int, at: int, dep: str, effects: dict[str, str]) -> None:
    if tree.lemmas[head] == "be":
        if dep == "xcomp" and is_infinitive(tree, at):
            effects.setdefault("plan", tree.words[head])
    else:
        entry = governing(tree, head, at)
        if tree.lemmas[head] == "have" and (not is_infinitive(tree, at) or tree.tags[head] == "VBD"):
            entry = None  # "has to go", and "had to go" and "has people going"
        if entry and entry.effect != "factual" and _reaches(tree, entry.effect, head, at, dep):
            effects.setdefault(entry.effect, tree.words[head])
    if is_infinitive(tree, at):
        _judged(tree, head, effects)
    above: dict[str, str] = {}
    _own(tree, head, above)
    if tree.lemmas[head] in _DENYING or any(tree.deps[c] == "attr" and tree.lemmas[c] in _DENYING for c in (at,)):
        above.pop("negate", None)  # "there is no denying the attack"
    carried = dep == "attr" or tree.lemmas[head] in light_verbs()
    told_apart = dep == "ccomp" or (dep in _ARGUMENTS and not carried)
    for effect, word in above.items():
        # "did not say that X left" and "did not mention the attack" leave the leaving and the attack as they are.
        if not told_apart or effect not in ("negate", "demand"):
            effects.setdefault(effect, word)


def _judged(tree: Tree, verb: int, effects: dict[str, str]) -> None:
    """What an adjective beside a verb makes of it: "it remains impossible for him to win", "did little to help"."""
    for c in tree.children[verb]:
        if tree.deps[c] == "acomp" and (entry := governors().get((tree.lemmas[c], "a"))) is not None:
            effects.setdefault(entry.effect, tree.words[c])
        if tree.deps[c] == "dobj" and tree.words[c] in _LITTLE and tree.lemmas[verb] == "do":
            effects.setdefault("negate", tree.words[c])


def _reaches(tree: Tree, effect: str, head: int, at: int, dep: str) -> bool:
    """Whether a governor's effect holds for what hangs on it so."""
    if effect == "allege" and tree.lemmas[head] not in _SEEMING and not tree.passive(head):
        return False  # "said to have left" keeps its distance, "said that X left" is the speaker's own word
    if dep == "nsubj":
        return False  # what fails or is refused a place has happened
    if dep == "prep" and tree.lemmas[head] == "decline":
        return False  # "declined from 58 percent" tells a fall
    if dep in _ARGUMENTS:
        if effect == "plan" and dep in ("dobj", "nsubjpass"):
            return tree.lemmas[head] in _MEANING
        if effect == "demand" and dep == "dobj" and tree.lemmas[head] in _TO_SOMEONE:
            return False
        return effect in ("negate", "demand") and tree.lemmas[head] not in light_verbs()
    return dep == "xcomp" or (dep == "ccomp" and tree.tags[at] not in ("VBD", "VBZ", "VBP"))


_FACTUALITY = {
    Commitment.STATED: 2.6,
    Commitment.ALLEGED: 2.1,
    Commitment.DENIED: -0.9,
    Commitment.PREDICTED: 2.1,
    Commitment.CONDITIONAL: 1.4,
    Commitment.DEMANDED: 1.6,
    Commitment.ASKED: 0.8,
}
_BY_EFFECT = {"plan": 1.7, "attempt": 1.5, "permit": 1.8, "negate": -1.2, Stance.DENIAL.value: 0.2}
"""What people make of these words, where it differs from the rest of their commitment."""


def factuality(scene: Scene, tree: Tree, token: int) -> float:
    """How sure the text gives what a token names as happening: -3 (surely not) to 3 (surely).

    The scale is that of Lee, Artzi, Choi and Zettlemoyer (2015), "Event Detection and Factuality Assessment with
    Non-Expert Supervision"; the values are what its readers give on average, on the half of its data used for tuning.
    """
    found, effect, _ = _settled(scene, tree, token)
    return _BY_EFFECT.get(effect, _FACTUALITY[found])
