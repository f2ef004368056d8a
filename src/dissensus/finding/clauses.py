"""Who fills which place of a verb: subject and object, also those that it shares with another verb."""

from __future__ import annotations

from dataclasses import dataclass, field

from dissensus.finding.agents import agent_deeper
from dissensus.finding.companions import companions
from dissensus.finding.headlines import leaves_out_was, listed_before, set_before
from dissensus.finding.misread import (
    CAUSING,
    MADE_SO,
    behind_date,
    had_done,
    has,
    is_called,
    taken_for_a_modifier,
    taken_into_list,
    taken_into_office,
)
from dissensus.finding.run_into import real_subject, taken_object
from dissensus.finding.tree import VERBAL, Tree
from dissensus.finding.understood import outer_subject, spelt_out

_SOME_OF_THEM = frozenset({"many", "most", "some", "all", "several", "both", "few", "half", "one", "each"})
"""Words for a part of those named before: "the generals, many of them rich, stood by him"."""
_STANDING = frozenset({"stand", "lie", "lurk", "loom", "sit", "hide"})


@dataclass(slots=True)
class Clause:
    """A verb with the heads of its arguments, coordinated ones spelt out.

    Attributes:
        subject: who does it; in the passive what stands behind "by".
        object: whom it is done to; in the passive what stands as subject.
    """

    verb: int
    passive: bool
    subject: list[int] = field(default_factory=list)
    object: list[int] = field(default_factory=list)
    indirect: list[int] = field(default_factory=list)


def clause(tree: Tree, verb: int) -> Clause:
    """The clause that a verb heads; the same object at every call."""
    found = tree.clauses.get(verb)
    if found is None:
        found = tree.clauses[verb] = _clause(tree, verb)
    return found


def _clause(tree: Tree, verb: int) -> Clause:
    passive = tree.passive(verb) or had_done(tree, verb) or leaves_out_was(tree, verb)
    undergone = passive and (not tree.passive(verb) or (has(tree, verb, "agent") and not has(tree, verb, "dobj")))
    found = Clause(verb, passive)
    for c in tree.children[verb]:
        dep = tree.deps[c]
        if dep in ("nsubj", "csubj") and undergone:
            # "the protesters shot by the army were buried", as it is parsed
            found.object = spelt_out(tree, c)
        elif dep in ("nsubj", "csubj"):
            if not (found.subject and tree.words[c] in _SOME_OF_THEM):
                found.subject = sorted([*listed_before(tree, verb, c), *spelt_out(tree, c)])
        elif dep == "nsubjpass":
            found.object = spelt_out(tree, c)
        elif dep == "agent" and passive:
            found.subject = [n for p in tree.children[c] if tree.deps[p] == "pobj" for n in spelt_out(tree, p)]
        elif dep == "dobj" and not found.object:
            name = taken_into_office(tree, verb, c)
            given = taken_for_a_modifier(tree, c)
            found.object = [*given, *spelt_out(tree, c)] if name is None else [name]
            found.indirect = found.indirect or given
        elif dep == "dobj" and not passive and tree.words[tree.left[c] - 1] == "and":
            found.object = [*found.object, *spelt_out(tree, c)]  # "barred him and his ally", as it is parsed
        elif dep == "oprd" and not passive and not found.object:
            # "calls Ruiz a dictator", as it is parsed
            found.object = spelt_out(tree, c) if is_called(tree, verb, c) else taken_for_a_modifier(tree, c)
        elif dep == "aux" and not passive and not found.subject and (own := tree.child(c, "nsubj")) is not None:
            found.subject = spelt_out(tree, own)  # "X had for months led", as it is parsed
        elif (
            dep == "npadvmod"
            and tree.tags[c] == "NNP"
            and not passive
            and tree.left[c] == verb + 1
            and not found.object
        ):
            if tree.names[c] not in ("DATE", "TIME") and not has(tree, verb, "dobj", "oprd", "ccomp"):
                found.object = spelt_out(tree, c)  # "jailed Ana Ruiz", as it is parsed
        elif dep == "auxpass" and has(tree, c, "nsubj"):
            found.object = spelt_out(tree, tree.all_children(c, "nsubj")[0])  # "X was re-elected", as it is parsed
        elif dep == "ccomp" and tree.pos[c] == "PROPN" and tree.lemmas[verb] in MADE_SO and not found.object:
            found.object = spelt_out(tree, c)  # "declared Ruiz the winner", as it is parsed
        elif dep == "dative" and tree.pos[c] in ("NOUN", "PROPN", "PRON"):
            found.indirect = spelt_out(tree, c)
    if tree.lemmas[verb] in _STANDING and not found.subject and _fronted(tree, verb):
        found.subject, found.object = found.object, []
    if (own := real_subject(tree, verb)) is not None:
        found.subject = tree.conjuncts(own)
    elif (taken := taken_object(tree, verb)) is not None:
        found.object = tree.conjuncts(taken)
    if not found.object and not passive:
        found.object = _shared_object(tree, verb)
    if passive and not found.indirect and has(tree, verb, "dobj"):
        found.indirect = found.object  # "Peru was offered oil"
    if passive and not found.subject:
        found.subject = agent_deeper(tree, verb) or _shared_agent(tree, verb) or _causer(tree, verb)
    if not (found.object if passive else found.subject):
        displaced = behind_date(tree, verb) or taken_into_list(tree, verb)
        if displaced:
            found.object, found.subject = (displaced, found.subject) if passive else (found.object, displaced)
    if passive:
        if not found.object:
            found.object = outer_subject(tree, verb, passive=True)
    elif not found.subject:
        found.subject = outer_subject(tree, verb, passive=False) or set_before(tree, verb)
    if tree.child(verb, "nsubj", "nsubjpass") is not None and (beside := companions(tree, verb)):
        (found.object if passive else found.subject).extend(beside)
    if not found.object and not passive and tree.deps[verb] in ("relcl",) and not _has_content(tree, verb):
        # "the base that the government opened": the noun is the object when the clause has a subject of its own
        noun = tree.heads[verb]
        if found.subject and noun not in found.subject:
            found.object = [noun]
    return found


def _fronted(tree: Tree, verb: int) -> bool:
    """Whether a place stands first and the subject behind its verb: "behind the generals stood the banks"."""
    return any(tree.deps[c] == "prep" and c < verb for c in tree.children[verb])


def _shared_agent(tree: Tree, verb: int) -> list[int]:
    """The doer that a passive shares with the next: "is backed and financed by Peru"."""
    following = tree.child(verb, "conj")
    if following is None or tree.tags[following] != "VBN" or tree.left[following] != verb + 2:
        return []
    return [n for agent in tree.all_children(following, "agent") for n in _behind_by(tree, agent)]


def _causer(tree: Tree, verb: int) -> list[int]:
    """Who has it done: "had the protesters shot"."""
    above = tree.heads[verb]
    if tree.lemmas[above] not in CAUSING or not had_done(tree, verb):
        return []
    own = (c for thing in tree.all_children(verb, "nsubj") for c in tree.children[thing])
    if any(tree.tags[c] == "PRP$" for c in own):
        return []  # "had his sentence upheld": by others
    return clause(tree, above).subject


def _behind_by(tree: Tree, agent: int) -> list[int]:
    return [n for c in tree.all_children(agent, "pobj") for n in spelt_out(tree, c)]


def _shared_object(tree: Tree, verb: int) -> list[int]:
    """The object that a verb shares with the next: "funds and arms the rebels"."""
    following = tree.child(verb, "conj")
    if following is None or tree.pos[following] not in VERBAL or tree.tags[following] != tree.tags[verb]:
        return []
    if any(c > verb and tree.deps[c] not in ("cc", "conj", "punct", "advmod") for c in tree.children[verb]):
        return []
    if tree.child(following, "nsubj", "nsubjpass", "mark") is not None:
        return []
    thing = tree.child(following, "dobj")
    return spelt_out(tree, thing) if thing is not None else _shared_object(tree, following)


def _has_content(tree: Tree, verb: int) -> bool:
    """Whether a clause behind a noun has an object of its own, or tells what the noun says ("the claim that ...")."""
    return any(
        tree.deps[c] in ("dobj", "mark") or (tree.words[c] == "that" and tree.tags[c] == "IN")
        for c in tree.children[verb]
    )
