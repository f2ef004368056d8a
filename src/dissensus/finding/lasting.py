"""Whether words that can tell a tie or an event tell something lasting: the present tense, habits, long stretches."""

from __future__ import annotations

from dissensus.finding.tree import VERBAL, Tree

_HABITUAL = frozenset(
    {"always", "often", "usually", "traditionally", "historically", "long", "still", "consistently", "generally",
     "typically", "regularly", "tend", "invariably", "routinely", "constantly", "continually", "steadfastly",
     "openly", "permanently", "forever"}
)  # fmt: skip
_STRETCHES = frozenset({"for", "over", "since", "throughout", "during"})
_LENGTHS = frozenset({"year", "decade", "century", "generation", "month", "time", "history", "past", "era", "period"})
_PAST = frozenset({"had", "was", "were", "did", "been"})
_PERFECT = frozenset({"has", "have", "'ve", "’ve"})
_PRESENT = frozenset({"is", "are", "am", "does", "do", "'s", "'re"})
_GOVERNED = frozenset({"xcomp", "ccomp", "pcomp", "advcl", "conj", "prep", "acl", "dobj"})
_INCLINED = frozenset(
    "prone inclined disposed given accustomed committed dedicated devoted commit dedicate devote accustom".split()
)
_STEPS = 4


def lasting(tree: Tree, verb: int) -> bool:
    """Whether a verb is told as lasting: in the present tense, as a habit, or as what someone wants at present.

    What a relative clause has in the perfect or the passive says what its noun is like: "states that have shown
    solidarity with it", "the rebels that were armed by X".
    """
    for _ in range(_STEPS):
        auxiliaries = [tree.words[c] for c in tree.children[verb] if tree.deps[c] in ("aux", "auxpass")]
        if habitual(tree, verb):
            return True
        if _PERFECT.intersection(auxiliaries):
            return tree.deps[verb] == "relcl" or ("been" in auxiliaries and tree.tags[verb] == "VBG")
        if _PAST.intersection(auxiliaries):
            return tree.deps[tree.first_conjunct(verb)] == "relcl" and tree.passive(verb)
        if tree.tags[verb] in ("VBP", "VBZ") or _PRESENT.intersection(auxiliaries):
            return True
        if tree.tags[verb] == "VBN" and not auxiliaries:
            return _of_noun(tree, verb)
        if tree.tags[verb] not in ("VB", "VBG") or ("to" not in auxiliaries and tree.tags[verb] == "VB"):
            return False
        if tree.deps[verb] not in _GOVERNED:
            return False
        governor = tree.heads[verb]
        if tree.deps[governor] == "prep" and tree.lemmas[tree.heads[governor]] in _INCLINED:
            return True  # "are prone to siding with X", also with "could be"
        while tree.pos[governor] not in VERBAL and tree.heads[governor] != governor:
            governor = tree.heads[governor]
        verb = governor
    return False


def habitual(tree: Tree, verb: int) -> bool:
    """Whether an adverb or a long stretch of time says that it goes on: "has backed it for decades"."""
    for c in tree.children[verb]:
        if tree.deps[c] == "advmod" and tree.words[c] in _HABITUAL:
            return True
        if tree.deps[c] == "prep" and tree.words[c] in _STRETCHES:
            stretch = tree.child(c, "pobj")
            if stretch is not None and tree.lemmas[stretch] in _LENGTHS:
                return True
    return False


def _of_noun(tree: Tree, participle: int) -> bool:
    """Whether a participle says what a noun is like: "a party funded by X", "the rebels, trained and armed by X"."""
    first = tree.first_conjunct(participle)
    copula = tree.heads[first] if tree.deps[first] == "acomp" else first
    if first != participle and tree.deps[copula] == "relcl":
        return True  # "that were armed and backed by X", the first participle taken for an adjective
    if tree.tags[first] != "VBN" or any(tree.deps[c] in ("aux", "auxpass") for c in tree.children[first]):
        return False
    return tree.deps[first] in ("acl", "advcl", "amod", "appos", "acomp", "oprd")
