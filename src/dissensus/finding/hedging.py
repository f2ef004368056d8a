"""What the words beside a verb or noun make of it: modals, negations, hedges, marks, and its own mood."""

from __future__ import annotations

import re
from functools import cache

from dissensus.finding.denials import denies_nothing, in_neither, left_undone
from dissensus.finding.headlines import set_before
from dissensus.finding.tree import VERBAL, Tree
from dissensus.tables import package_table

_BEFORE_IMPERATIVE = frozenset({"advmod", "punct", "neg", "intj", "dep", "npadvmod", "cc"})
_WOULD = frozenset({"would", "'d"})
_SHORT_HAD = frozenset({"'d", "’d"})
_LATER = frozenset({"later", "subsequently", "eventually", "soon", "ultimately", "finally", "afterwards"})
_PAST = re.compile(r"1[0-9]{3}s?")
_ASKING = frozenset({"ask", "wonder", "inquire", "enquire", "question"})
_NOT_QUITE = frozenset({"almost", "nearly"})
"""What stands beside a deed that came close to happening."""
_COMPLEMENTS = frozenset({"ccomp", "pcomp", "csubj", "csubjpass", "acl"})
_FINDING_OUT = frozenset({"know", "see", "determine", "decide", "find", "say", "tell", "learn", "investigate"})
_INVERTED = frozenset({"should", "had", "were"})


@cache
def _hedges() -> dict[tuple[str, str], str]:
    return {
        (lemma, row["kind"]): row["effect"]
        for row in package_table("dissensus.finding", "lexicon/hedges.tsv")
        for lemma in row.many("lemma")
    }


def own_effects(tree: Tree, token: int, effects: dict[str, str]) -> None:
    """Adds what hangs on a token to its effects, each with the word that has it; what is there stays."""
    hedges = _hedges()
    verbal = tree.pos[token] in VERBAL
    undone = left_undone(tree, token) or in_neither(tree, token)
    if undone is not None:
        effects.setdefault("negate", undone)
    for c in tree.children[token]:
        dep, word = tree.deps[c], tree.words[c]
        if dep in ("aux", "auxpass"):
            effect = hedges.get((word, "modal"))
            if word in _SHORT_HAD and tree.tags[token] == "VBN" and tree.child(token, "auxpass") is None:
                continue  # "he'd left" has "had"
            if word in _SHORT_HAD and any(tree.words[g] == "been" for g in tree.children[token]):
                continue
            if word in _INVERTED and _inverted(tree, c, token):
                effect = "conditional"
            if effect == "conditional" and word in _WOULD and _in_past(tree, token):
                effect = "predict"
            if effect == "conditional" and word in _WOULD and _as_it_turned_out(tree, token):
                continue
            if effect == "conditional" and word in ("may", "might") and _perfect(tree, token):
                effect = "allege"
        elif dep in ("neg", "advmod", "preconj"):
            over = word == "longer" and any(tree.words[g] == "no" for g in tree.children[c])
            effect = "negate" if over else hedges.get((word, "adverb"))
            if word in _NOT_QUITE and verbal and dep == "advmod":
                effect = "negate"
            if effect == "negate" and (denies_nothing(tree, c) or tree.words[c + 1 : c + 2] == ["because"]):
                continue  # "not because he is a tyrant" denies the reason
        elif dep == "det":
            effect = hedges.get((word, "determiner"))
        elif dep == "amod":
            effect = hedges.get((word, "adjective"))
            if word == "called" and any(tree.words[g] == "so" for g in tree.children[c]):
                effect = "allege"
        elif dep == "mark":
            effect = hedges.get((word, "mark"))
            if effect == "conditional" and _is_asked(tree, token, word):
                effect = "ask"
        else:
            continue
        if effect and effect != "factual":
            effects.setdefault(effect, tree.words[c])
    if verbal and tree.tags[token] in ("VBZ", "VBP") and _on_condition(tree, token):
        effects.setdefault("conditional", "condition")
    if verbal and _subjunctive(tree, token):
        effects.setdefault("demand", "subjunctive")
    if verbal and _is_set_to(tree, token):
        effects.setdefault("predict", "to")
    if verbal and _imperative(tree, token):
        effects.setdefault("demand", "imperative")


def _is_asked(tree: Tree, verb: int, mark: str) -> bool:
    """Whether a clause is what is asked: "asked if she had left"."""
    head = tree.heads[verb]
    if mark == "whether" and tree.deps[verb] in _COMPLEMENTS and tree.tags[verb] != "VB":
        return True
    if mark not in ("if", "whether") or tree.lemmas[head] not in _ASKING | _FINDING_OUT:
        return False
    return tree.deps[verb] == "ccomp" or (tree.deps[verb] == "advcl" and tree.left[verb] == head + 1)


def is_condition(tree: Tree, verb: int) -> bool:
    """Whether a clause is a condition: "if it left"."""
    return any(
        tree.deps[c] in ("mark", "advmod")
        and _hedges().get((tree.words[c], "mark")) == "conditional"
        and not _is_asked(tree, verb, tree.words[c])
        for c in tree.children[verb]
    )


def _on_condition(tree: Tree, verb: int) -> bool:
    """Whether a verb in the present tells what happens on a condition: "if they split, the left loses"."""
    return any(
        tree.tags[c] in ("VBZ", "VBP") and tree.words[m] == "if" and tree.words[m - 1] != "even"
        for c in tree.all_children(verb, "advcl")
        for m in tree.all_children(c, "mark")
    )


def _inverted(tree: Tree, auxiliary: int, verb: int) -> bool:
    """Whether a condition is told by the order of the words: "should he win the vote"."""
    subject = tree.child(verb, "nsubj", "nsubjpass")
    if subject is None or subject < auxiliary or tree.deps[verb] not in ("advcl", "ccomp"):
        return False
    return auxiliary == tree.left[verb] or tree.words[auxiliary] == "should"


def _in_past(tree: Tree, verb: int) -> bool:
    """Whether "would" is a will told in the past: "announced that it would leave"."""
    return tree.deps[verb] == "ccomp" and tree.tags[tree.heads[verb]] == "VBD" and not _perfect(tree, verb)


def _as_it_turned_out(tree: Tree, verb: int) -> bool:
    """Whether "would" tells what did happen, from a time before it: "would later leave"."""
    if any(tree.words[c] in _LATER for c in tree.children[verb]):
        return True
    when = (c for c in tree.children[verb] if tree.words[c] in ("in", "by", "during"))
    return any(_PAST.fullmatch(tree.words[n]) for c in when for n in range(c, tree.right[c]))


def _perfect(tree: Tree, token: int) -> bool:
    return any(tree.lemmas[c] == "have" and tree.deps[c] == "aux" for c in tree.children[token])


def _imperative(tree: Tree, token: int) -> bool:
    if tree.tags[token] != "VB" or tree.deps[token] != "ROOT":
        return False
    children = tree.children[token]
    if any(tree.deps[c] in ("nsubj", "nsubjpass", "aux", "csubj", "expl") for c in children):
        return False
    return not any(c < token and tree.deps[c] not in _BEFORE_IMPERATIVE for c in children)


def _is_set_to(tree: Tree, verb: int) -> bool:
    """Whether a headline tells what someone will do: "Peru to host the talks"."""
    if tree.tags[verb] != "VB":
        return False
    if tree.deps[verb] != "ROOT" or tree.child(verb, "nsubj", "nsubjpass") is None:
        return bool(set_before(tree, verb))
    first = tree.child(verb, "aux")
    return first is not None and tree.words[first] == "to"


def _subjunctive(tree: Tree, verb: int) -> bool:
    """Whether a verb is in the subjunctive of what is called for: "suggested that he resign"."""
    if tree.tags[verb] != "VB" or tree.deps[verb] != "ccomp" or tree.child(verb, "nsubj", "nsubjpass") is None:
        return False
    return (
        tree.child(verb, "aux") is None
        and tree.pos[tree.heads[verb]] in VERBAL
        and tree.child(verb, "mark") is not None
    )
