"""Who fills which place of a verb: subject and object, also where the sentence leaves them to be understood.

A verb's subject may stand with the verb it is coordinated with, with the verb that governs it ("wants to", "after
meeting", "urged them to"), or be the noun that a relative clause or participle hangs on.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dissensus.finding.governing import governing, is_infinitive
from dissensus.finding.lexicons import governors
from dissensus.finding.tree import VERBAL, Tree
from dissensus.parsing.displaced import taken_into_date
from dissensus.parsing.relative import noun_described

_DEPTH = 6
"""Steps that a missing subject is sought through; more are never right."""

_OF_OTHERS = frozenset(
    "oppose condemn criticise criticize reject block resist welcome thwart denounce fear foil prevent stop fight "
    "undermine support back see join applaud praise deplore decry expose notice protest".split()
)
"""Verbs whose object is what others mean to do: "opposed plans to privatise the mines"."""
_ASKING = ("on", "upon", "to", "with", "for")
_EXPOSING = frozenset({"open", "expose", "leave", "hand", "offer", "give", "turn"})
_ADVISING = frozenset({"warn", "caution", "advise", "counsel", "argue", "speak", "protest", "warning", "advice"})
_HAVING_DONE = frozenset({"have", "get", "see", "want", "order"})
_IN_PLACE = frozenset({"instead", "short", "far"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})


_WRITINGS = frozenset(
    "statement letter communique communiqué declaration message tweet petition manifesto speech memo cable note "
    "article editorial post proclamation resolution motion report decree order appeal release document video".split()
)
"""What someone says or writes, and which says what they say."""
_MADE_SO = frozenset("crown name elect appoint declare proclaim make call anoint designate swear choose".split())
"""Verbs that make or call someone something."""


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
    """The clause that a verb heads."""
    passive = tree.passive(verb) or _had_done(tree, verb)
    found = Clause(verb, passive)
    for c in tree.children[verb]:
        dep = tree.deps[c]
        if dep in ("nsubj", "csubj") and passive and not tree.passive(verb):
            found.object = _spelt_out(tree, c)
        elif dep in ("nsubj", "csubj"):
            found.subject = _spelt_out(tree, c)
        elif dep == "nsubjpass":
            found.object = _spelt_out(tree, c)
        elif dep == "agent":
            found.subject = [n for p in tree.children[c] if tree.deps[p] == "pobj" for n in _spelt_out(tree, p)]
        elif dep == "dobj" and not found.object:
            name = _taken_into_office(tree, verb, c)
            found.object = [*_taken_for_a_modifier(tree, c), *_spelt_out(tree, c)] if name is None else [name]
        elif dep == "aux" and not passive and not found.subject and (own := tree.child(c, "nsubj")) is not None:
            found.subject = _spelt_out(tree, own)  # "X had for months led", as it is parsed
        elif dep == "auxpass" and _has(tree, c, "nsubj"):
            found.object = _spelt_out(tree, tree.all_children(c, "nsubj")[0])  # "X was re-elected", as it is parsed
        elif dep == "dative" and tree.pos[c] in ("NOUN", "PROPN", "PRON"):
            found.indirect = _spelt_out(tree, c)
    if not found.object and not passive:
        found.object = _shared_object(tree, verb)
    if passive and not found.subject:
        found.subject = _agent_deeper(tree, verb)
    if not (found.object if passive else found.subject):
        displaced = _behind_date(tree, verb) or _taken_into_list(tree, verb)
        if displaced:
            found.object, found.subject = (displaced, found.subject) if passive else (found.object, displaced)
    if passive:
        if not found.object:
            found.object = _outer_subject(tree, verb, _DEPTH, passive=True)
    elif not found.subject:
        found.subject = _outer_subject(tree, verb, _DEPTH, passive=False)
    if not found.object and not passive and tree.deps[verb] in ("relcl",) and not _has_content(tree, verb):
        # "the base that the government opened": the noun is the object when the clause has a subject of its own
        noun = tree.heads[verb]
        if found.subject and noun not in found.subject:
            found.object = [noun]
    return found


def _had_done(tree: Tree, verb: int) -> bool:
    """Whether a participle tells what is done to the noun before it: "had the protesters shot"."""
    if tree.tags[verb] != "VBN" or tree.deps[verb] != "ccomp" or tree.lemmas[tree.heads[verb]] not in _HAVING_DONE:
        return False
    return _has(tree, verb, "nsubj") and not _has(tree, verb, "aux", "dobj", "mark")


def _taken_for_a_modifier(tree: Tree, thing: int) -> list[int]:
    """Who is given or denied a thing, where the parser takes the name to modify it: "granted Ruiz political asylum"."""
    return [
        c
        for c in tree.children[thing]
        if tree.deps[c] in ("nmod", "compound")
        and tree.pos[c] == "PROPN"
        and any(tree.deps[a] == "amod" and c < a < thing for a in tree.children[thing])
    ]


def _taken_into_office(tree: Tree, verb: int, office: int) -> int | None:
    """The name that the parser takes into what its bearer is made: "crowned Ruiz president"."""
    if tree.lemmas[verb] not in _MADE_SO or tree.pos[office] != "NOUN" or tree.tags[office] != "NN":
        return None
    before = office - 1
    held = tree.deps[before] in ("compound", "nmod") and tree.heads[before] == office and tree.tags[before] == "NNP"
    return before if held and tree.child(office, "det", "amod", "poss") is None else None


def _agent_deeper(tree: Tree, verb: int) -> list[int]:
    """The doer that the parser hangs on a gerund behind a passive: "was barred from running by the court"."""
    gerunds = (g for c in tree.all_children(verb, "prep") for g in tree.all_children(c, "pcomp"))
    return [n for g in gerunds if tree.child(g, "dobj") is None for n in tree.prepositional(g, "by")]


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
    return _spelt_out(tree, thing) if thing is not None else _shared_object(tree, following)


def _behind_date(tree: Tree, verb: int) -> list[int]:
    """The subjects that the parser took into a date: "On 3 May 2018 Peru and Chile condemned ..."."""
    subject = taken_into_date(tree, verb)
    if subject is not None:
        return tree.conjuncts(subject)
    if not _finite(tree, verb):
        return []
    # "on 3 May, Peru and Chile condemned", where the month begins the list
    listed = [i for i in range(tree.left[verb], verb) if tree.deps[i] == "conj" and tree.pos[i] == "PROPN"]
    first = tree.first_conjunct(listed[0]) if listed else verb
    return listed if tree.names[first] == "DATE" and tree.names[listed[0]] != "DATE" else []


def _taken_into_list(tree: Tree, verb: int) -> list[int]:
    """The subject that the parser took for the end of a list before it: "helping the UN, Peru and Chile did gain"."""
    if tree.deps[verb] != "conj" or _has(tree, verb, "nsubj", "nsubjpass") or not _finite(tree, verb):
        return []
    first = min((c for c in tree.children[verb] if c < verb), default=verb)
    before = first - 1
    if before < tree.starts[verb] or tree.deps[before] != "conj" or tree.pos[before] not in ("PROPN", "NOUN"):
        return []
    head = tree.first_conjunct(before)
    return [n for n in tree.conjuncts(head) if n != head] if tree.deps[head] == "pobj" else []


def _has_content(tree: Tree, verb: int) -> bool:
    """Whether a clause behind a noun has an object of its own, or tells what the noun says ("the claim that ...")."""
    return any(
        tree.deps[c] in ("dobj", "mark") or (tree.words[c] == "that" and tree.tags[c] == "IN")
        for c in tree.children[verb]
    )


def _has(tree: Tree, i: int, *deps: str) -> bool:
    return tree.child(i, *deps) is not None


def _spelt_out(tree: Tree, i: int) -> list[int]:
    """An argument's head and what is coordinated with it; a relative pronoun gives the noun it stands for."""
    if tree.words[i] in _RELATIVE and tree.tags[i] in ("WP", "WDT", "WP$"):
        for verb in tree.ancestors(i):
            cleft = _picked_out(tree, verb)
            if cleft is not None:
                return tree.conjuncts(cleft)
            if tree.deps[verb] == "relcl":
                noun = noun_described(tree, i, tree.heads[verb])
                if noun is None:
                    return []
                first = noun if noun == tree.heads[verb] else tree.first_conjunct(noun)
                return tree.conjuncts(first) if _plural(tree, verb) else [noun]
            if tree.deps[verb] not in ("conj", "xcomp", "ccomp", "advcl"):
                break
        return []
    return tree.conjuncts(i)


def _picked_out(tree: Tree, verb: int) -> int | None:
    """Who a sentence says it was: "it was Peru that armed them"."""
    copula = tree.heads[verb]
    if tree.deps[verb] not in ("ccomp", "advcl") or tree.lemmas[copula] != "be":
        return None
    subject = tree.child(copula, "nsubj")
    if subject is None or tree.words[subject] != "it":
        return None
    who = tree.child(copula, "attr")
    return who if who is not None and who < verb else None


def _plural(tree: Tree, verb: int) -> bool:
    auxiliaries = [tree.tags[c] for c in tree.children[verb] if tree.deps[c] in ("aux", "auxpass")]
    return "VBZ" not in (*auxiliaries, tree.tags[verb])


def _outer_subject(tree: Tree, verb: int, depth: int, *, passive: bool) -> list[int]:
    """The understood subject of a verb that has none of its own (the grammatical one: a passive's patient)."""
    if depth == 0:
        return []
    dep, head = tree.deps[verb], tree.heads[verb]
    if dep == "conj" and tree.pos[head] in VERBAL:
        return _own_subject(tree, head, depth - 1)
    if dep == "conj" and tree.deps[head] in ("acl", "relcl", "pcomp"):
        return _outer_subject(tree, head, depth - 1, passive=passive)
    if dep == "relcl" and not passive and _is_open(tree, verb):
        return _of_modifier(tree, verb, head, passive=passive)
    if dep == "relcl":
        return [head] if passive or not _has(tree, verb, "nsubj") else []
    if dep == "acl":
        return _of_modifier(tree, verb, head, passive=passive)
    if dep in ("xcomp", "advcl", "ccomp", "dep") and tree.pos[head] in VERBAL:
        if dep in ("ccomp", "advcl") and (_finite(tree, verb) or _imperative(tree, verb)):
            return []
        purpose = _of_purpose(tree, verb, head)
        if purpose is not None:
            return purpose
        return _controller(tree, verb, head, depth)
    if dep == "advcl" and tree.pos[head] == "NOUN" and is_infinitive(tree, verb):
        entry = governors().get((tree.lemmas[head], "n"))
        return _called_on(tree, head) if entry is not None and entry.effect == "demand" else []
    if dep == "advcl" and tree.pos[head] == "ADV" and tree.pos[tree.heads[head]] in VERBAL:
        return _own_subject(tree, tree.heads[head], depth - 1)  # "went so far as to issue a threat"
    if dep in ("xcomp", "acomp") and tree.pos[head] == "ADJ":
        return _outer_subject(tree, head, depth - 1, passive=passive)
    if dep == "acomp" or (dep == "amod" and tree.tags[verb] in ("VBG", "VBN")):
        return [head] if dep == "amod" else _own_subject(tree, head, depth - 1)
    if dep == "pcomp":
        return _of_preposition(tree, head, depth)
    return []


def _imperative(tree: Tree, verb: int) -> bool:
    """Whether a verb without a subject tells others what to do: '"Let them in," she said'."""
    return tree.deps[verb] == "ccomp" and tree.tags[verb] == "VB" and not _has(tree, verb, "aux", "nsubj", "nsubjpass")


def _is_open(tree: Tree, verb: int) -> bool:
    """Whether a clause behind a noun is an infinitive without a relative word: "operations to press them"."""
    return is_infinitive(tree, verb) and not any(tree.words[c] in _RELATIVE for c in tree.children[verb])


def _of_purpose(tree: Tree, verb: int, copula: int) -> list[int] | None:
    """Of "the goal of X is to ...": X; nobody where the goal is nobody's. None where it is no such sentence."""
    if tree.lemmas[copula] != "be" or not is_infinitive(tree, verb):
        return None
    purpose = tree.child(copula, "nsubj")
    if purpose is None or governors().get((tree.lemmas[purpose], "n")) is None:
        return None
    possessor = tree.child(purpose, "poss")
    return _spelt_out(tree, possessor) if possessor is not None else tree.prepositional(purpose, "of")


def _own_subject(tree: Tree, verb: int, depth: int) -> list[int]:
    for c in tree.children[verb]:
        if tree.deps[c] in ("nsubj", "nsubjpass", "csubj"):
            return _spelt_out(tree, c)
    if not tree.passive(verb) and (displaced := _behind_date(tree, verb)):
        return displaced
    return _outer_subject(tree, verb, depth, passive=tree.passive(verb))


def _finite(tree: Tree, verb: int) -> bool:
    tags = [tree.tags[verb], *(tree.tags[c] for c in tree.children[verb] if tree.deps[c] in ("aux", "auxpass"))]
    return any(tag in ("VBD", "VBP", "VBZ", "MD") for tag in tags)


def _controller(tree: Tree, verb: int, governor: int, depth: int) -> list[int]:
    """Whose doing an infinitive or participle is: the governor's subject, or its object ("urged them to leave")."""
    exposed = tree.deps[verb] == "xcomp" or tree.lemmas[governor] in _EXPOSING
    if exposed and tree.passive(verb) and is_infinitive(tree, verb) and _has(tree, governor, "dobj"):
        return _spelt_out(tree, tree.all_children(governor, "dobj")[0])  # "opened it up to be plundered"
    entry = governing(tree, governor, verb)
    if entry is not None and entry.controller == "obj" and tree.deps[verb] != "advcl":
        objects = tree.all_children(governor, "dobj", "dative")
        if objects:
            return _spelt_out(tree, objects[0])
        called_on = _called_on(tree, governor) if entry.effect == "demand" else []
        if called_on:
            return called_on
        if tree.passive(governor):
            return _own_subject(tree, governor, depth - 1)
    if tree.passive(governor) and tree.deps[verb] == "advcl":
        agent = tree.child(governor, "agent")
        if agent is not None:
            return [n for p in tree.children[agent] if tree.deps[p] == "pobj" for n in _spelt_out(tree, p)]
    return _own_subject(tree, governor, depth - 1)


def _called_on(tree: Tree, word: int) -> list[int]:
    """Of whom something is asked behind a preposition: "called on them to leave", "her call for them to leave"."""
    for preposition in _ASKING:
        found = tree.prepositional(word, preposition)
        if found:
            return found
    return []


def _of_modifier(tree: Tree, verb: int, noun: int, *, passive: bool) -> list[int]:
    """Of a participle or infinitive behind a noun: "troops sent", "a plan to disarm" (the planner's)."""
    infinitive = any(tree.deps[c] == "aux" and tree.words[c] == "to" for c in tree.children[verb])
    if tree.tags[verb] == "VBG" and tree.lemmas[noun] in _WRITINGS and tree.deps[noun] == "dobj":
        return _own_subject(tree, tree.heads[noun], _DEPTH - 2)  # "issued a statement urging them to leave"
    if infinitive and not passive:
        possessor = tree.child(noun, "poss")
        if possessor is not None:
            return _spelt_out(tree, possessor)
        behind_of = tree.prepositional(noun, "of") or tree.prepositional(noun, "by")
        if behind_of:
            return behind_of
        governor = tree.heads[noun]
        if tree.deps[noun] in ("dobj", "attr") and tree.pos[governor] in VERBAL:
            if tree.lemmas[governor] in _OF_OTHERS:
                return []
            return _own_subject(tree, governor, _DEPTH - 2)
        return []
    return [noun]


def _of_preposition(tree: Tree, preposition: int, depth: int) -> list[int]:
    """Of a gerund behind a preposition: "after meeting" the clause's subject, "accused X of plotting" the object's."""
    before = [c for c in tree.children[preposition] if tree.deps[c] == "pobj"]
    if before and tree.deps[preposition] == "prep":
        return _spelt_out(tree, before[0])  # "despite Peru not being part of it", "with Peru leading it"
    governor = tree.heads[preposition]
    if tree.words[preposition] == "against" and tree.lemmas[governor] in _ADVISING:
        return []  # "warned against recognising the junta"
    if tree.pos[governor] in VERBAL:
        instead = preposition > 0 and tree.words[preposition - 1] in _IN_PLACE
        blaming = tree.words[preposition] in ("of", "for", "from") and not instead
        entry = governors().get((tree.lemmas[governor], "v"))
        means = tree.words[preposition] in ("by", "after", "before", "without", "through", "while", "since")
        if blaming or (entry is not None and entry.controller == "obj" and not means):
            objects = tree.all_children(governor, "dobj")
            if objects:
                return _spelt_out(tree, objects[0])
        return _own_subject(tree, governor, depth - 1)
    if tree.deps[governor] in ("prep", "mark"):
        return _of_preposition(tree, governor, depth)
    if tree.pos[governor] == "ADJ":
        # "is capable of defeating"
        above = tree.heads[governor]
        return [above] if tree.deps[governor] == "amod" else _own_subject(tree, above, depth - 1) if depth else []
    possessor = tree.child(governor, "poss")
    if possessor is not None:
        return _spelt_out(tree, possessor)
    above = tree.heads[governor]
    if tree.pos[governor] == "PROPN" and tree.words[preposition] in ("of", "for", "from"):
        return tree.conjuncts(governor)  # "accused X of plotting", where the parser hangs it on X
    ending = tree.words[preposition] == "to"  # "a truce to fighting"
    if depth and not ending and tree.deps[governor] in ("dobj", "attr") and tree.pos[above] in VERBAL:
        return _own_subject(tree, above, depth - 1)
    if depth and tree.deps[governor] == "pobj" and tree.pos[tree.heads[above]] in VERBAL:
        # "in exchange for recognising X, Y received aid": whatever opens the clause is its subject's
        return _own_subject(tree, tree.heads[above], depth - 1)
    return []
