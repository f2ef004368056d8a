"""The subjects that sentences leave to be understood.

A verb's subject may stand with the verb it is coordinated with, with the verb that governs it ("wants to", "after
meeting", "urged them to"), or be the noun that a relative clause or participle hangs on.
"""

from __future__ import annotations

from dissensus.finding.agents import WRITINGS
from dissensus.finding.governing import CALLS, asked_with, governing, is_infinitive
from dissensus.finding.lexicons import deeds, force_words, governors
from dissensus.finding.misread import behind_date, has, is_finite
from dissensus.finding.run_into import real_subject, subject_behind
from dissensus.finding.tree import DONE_TO_SOMEONE, VERBAL, Tree
from dissensus.parsing.people import load_people
from dissensus.parsing.quotation_sources import is_told
from dissensus.parsing.relative import noun_described

_DEPTH = 6
"""Steps that a missing subject is sought through; more are never right."""

_OF_OTHERS = frozenset(
    "oppose condemn criticise criticize reject block resist welcome thwart denounce fear foil prevent stop fight "
    "undermine support back see join applaud praise deplore decry expose notice protest veto rebuff".split()
)
"""Verbs whose object is what others mean to do: "opposed plans to privatise the mines"."""
_GIVING = frozenset({"give", "grant", "leave", "allow"})
_ASKING = ("on", "upon", "to", "with", "for")
_EXPOSING = frozenset({"open", "expose", "leave", "hand", "offer", "give", "turn"})
_ADVISING = frozenset({"warn", "caution", "advise", "counsel", "argue", "speak", "protest", "warning", "advice"})
_CHARGING = frozenset({"accuse", "suspect", "convict", "acquit"})
_JOINING = frozenset({"join", "follow"})
"""Verbs that tell of others who do the same: "joined Peru in condemning it"."""
_MEETING = frozenset({"call", "see", "leave", "send", "deploy", "dispatch", "summon"})
"""Verbs behind whose object stands as well what their subject means to do: "left Peru to join them"."""
_IN_PLACE = frozenset({"instead", "short", "far"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_BODIES = frozenset({"GPE", "NORP", "ORG"})
_TRIES = frozenset("effort attempt plan plot bid campaign scheme conspiracy push drive move threat operation".split())
_MEANT = frozenset({"attempt", "effort", "bid", "order", "move", "part"})

_SPEAKING_ON = frozenset(
    "accuse urge warn call ask demand threaten deny criticise criticize condemn denounce blame praise thank invite "
    "promise vow pledge reject dismiss insist appeal".split()
)
"""What whoever has said one thing goes on to say."""


def spelt_out(tree: Tree, i: int) -> list[int]:
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


def outer_subject(tree: Tree, verb: int, depth: int = _DEPTH, *, passive: bool) -> list[int]:
    """The understood subject of a verb that has none of its own (the grammatical one: a passive's patient)."""
    if depth == 0:
        return []
    dep, head = tree.deps[verb], tree.heads[verb]
    if dep == "conj" and tree.tags[verb] == "VBD" and tree.lemmas[verb] in _SPEAKING_ON and is_told(tree, head, verb):
        return _own_subject(tree, tree.heads[head], depth - 1)  # "said that it was a coup and accused X of it"
    if dep == "conj" and tree.pos[head] in VERBAL:
        return _own_subject(tree, head, depth - 1)
    if dep == "conj" and tree.deps[head] == "acomp":
        return _own_subject(tree, tree.heads[head], depth - 1)  # "were armed and trained", as it is parsed
    if dep == "conj" and tree.deps[head] in ("acl", "relcl", "pcomp"):
        return outer_subject(tree, head, depth - 1, passive=passive)
    if dep == "relcl" and not passive and _is_open(tree, verb):
        return _of_modifier(tree, verb, head, passive=passive)
    if dep == "relcl":
        return [head] if passive or not has(tree, verb, "nsubj") else []
    if dep == "acl":
        return _of_modifier(tree, verb, head, passive=passive)
    if dep in ("xcomp", "advcl", "ccomp", "dep") and tree.pos[head] in VERBAL:
        if dep == "advcl" and tree.runs_on(verb):
            return _own_subject(tree, head, depth - 1)
        if dep in ("ccomp", "advcl") and (is_finite(tree, verb) or _imperative(tree, verb)):
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
        return outer_subject(tree, head, depth - 1, passive=passive)
    if dep == "acomp" or (dep == "amod" and tree.tags[verb] in ("VBG", "VBN")):
        return [head] if dep == "amod" else _own_subject(tree, head, depth - 1)
    if dep == "pcomp":
        return _of_preposition(tree, head, depth)
    return []


def _imperative(tree: Tree, verb: int) -> bool:
    """Whether a verb without a subject tells others what to do: '"Let them in," she said'."""
    return tree.deps[verb] == "ccomp" and tree.tags[verb] == "VB" and not has(tree, verb, "aux", "nsubj", "nsubjpass")


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
    return spelt_out(tree, possessor) if possessor is not None else tree.prepositional(purpose, "of")


def _own_subject(tree: Tree, verb: int, depth: int) -> list[int]:
    own = real_subject(tree, verb)
    if own is not None:
        return tree.conjuncts(own)
    for c in tree.children[verb]:
        if tree.deps[c] in ("nsubj", "nsubjpass", "csubj"):
            return spelt_out(tree, c)
    if not tree.passive(verb) and (displaced := behind_date(tree, verb)):
        return displaced
    return outer_subject(tree, verb, depth, passive=tree.passive(verb))


def _controller(tree: Tree, verb: int, governor: int, depth: int) -> list[int]:
    """Whose doing an infinitive or participle is: the governor's subject, or its object ("urged them to leave")."""
    exposed = tree.deps[verb] == "xcomp" or tree.lemmas[governor] in _EXPOSING
    if exposed and tree.passive(verb) and is_infinitive(tree, verb) and has(tree, governor, "dobj"):
        return spelt_out(tree, tree.all_children(governor, "dobj")[0])  # "opened it up to be plundered"
    if tree.lemmas[governor] in _CHARGING and _charged_too(tree, verb, governor):
        return spelt_out(tree, tree.all_children(governor, "dobj", "nsubjpass")[0])
    entry = governing(tree, governor, verb)
    steering = entry.controller == "obj" and tree.deps[verb] != "advcl" if entry is not None else False
    if steering or ((entry is None or entry.controller == "obj") and _right_behind(tree, verb, governor)):
        objects = tree.all_children(governor, "dobj", "dative")
        if objects:
            return spelt_out(tree, objects[0])
        called_on = _called_on(tree, governor) if entry is not None and entry.effect == "demand" else []
        if called_on:
            return called_on
        if tree.passive(governor):
            return _own_subject(tree, governor, depth - 1)
    asked = asked_with(tree, verb, governor)
    if asked is not None and (called_on := _called_on(tree, asked) or _called_on(tree, governor)):
        return called_on
    if tree.passive(governor) and tree.deps[verb] == "advcl":
        agent = tree.child(governor, "agent")
        if agent is not None:
            return [n for p in tree.children[agent] if tree.deps[p] == "pobj" for n in spelt_out(tree, p)]
    return _own_subject(tree, governor, depth - 1)


def _right_behind(tree: Tree, verb: int, governor: int) -> bool:
    """Whether an infinitive follows at once on the name of whoever is made to do it: "emboldened Ruiz to defy them"."""
    told = tree.child(governor, "dobj")
    if told is None or tree.lemmas[governor] in _MEETING or not is_infinitive(tree, verb):
        return False
    if governors().get((tree.lemmas[governor], "v")) is None and deeds(tree.lemmas[governor], "v"):
        return False  # "invaded Peru to topple Ruiz"
    gained = tree.lemmas[verb] in force_words()["gained"]  # "beat Ruiz to win"
    return tree.pos[told] in ("PROPN", "PRON") and tree.right[told] == tree.left[verb] and not gained


def _charged_too(tree: Tree, verb: int, governor: int) -> bool:
    """Whether a participle goes on with what someone is accused of: "accused X of weakening laws and arming gangs"."""
    if tree.tags[verb] != "VBG" or tree.words[tree.left[verb] - 1] not in ("and", "or"):
        return False
    charged = tree.child(governor, "dobj", "nsubjpass")
    return charged is not None and any(
        tree.words[c] == "of" and c < verb for over in (governor, charged) for c in tree.children[over]
    )


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
    if tree.tags[verb] == "VBG" and tree.lemmas[noun] in WRITINGS and tree.deps[noun] == "dobj":
        above = tree.heads[noun]
        if tree.lemmas[above] in _OF_OTHERS or any(tree.deps[c] == "neg" for c in tree.children[above]):
            return []  # "vetoed a resolution condemning them"
        return _own_subject(tree, tree.heads[noun], _DEPTH - 2)  # "issued a statement urging them to leave"
    if infinitive and tree.deps[noun] == "dobj" and tree.lemmas[tree.heads[noun]] in _GIVING:
        given = tree.child(tree.heads[noun], "dative")
        if given is not None and tree.pos[given] != "ADP":
            return spelt_out(tree, given)  # "gave them two days to leave"
    if infinitive and not passive and tree.lemmas[noun] in CALLS:
        return _called_on(tree, noun)  # "calls by the opposition to resign"
    if infinitive and not passive:
        possessor = tree.child(noun, "poss")
        if possessor is not None:
            return spelt_out(tree, possessor)
        behind_of = tree.prepositional(noun, "of") or tree.prepositional(noun, "by")
        if behind_of:
            return behind_of
        named = [c for c in tree.all_children(noun, "compound", "nmod", "amod") if tree.names[c] in _BODIES]
        if named and tree.lemmas[noun] in _TRIES:
            return named  # "US efforts to topple them"
        governor = tree.heads[noun]
        if tree.deps[noun] == "pobj" and tree.words[governor] in ("in", "as") and tree.lemmas[noun] in _MEANT:
            verbs = [n for n in tree.ancestors(governor) if tree.pos[n] in VERBAL]
            return _own_subject(tree, verbs[0], _DEPTH - 2) if verbs else []  # "in an attempt to crush them"
        if tree.deps[noun] in ("dobj", "attr") and tree.pos[governor] in VERBAL:
            if tree.lemmas[governor] in _OF_OTHERS:
                return []
            return _own_subject(tree, governor, _DEPTH - 2)
        return []
    if tree.tags[verb] == "VBG" and tree.words[tree.left[verb] - 1] == ",":
        return tree.conjuncts(noun)  # "Peru and Chile, meeting in Lima, agreed"
    if passive and tree.lemmas[verb] in DONE_TO_SOMEONE and (listed := _further_fate(tree, verb, noun)):
        return listed
    return [noun]


def _further_fate(tree: Tree, verb: int, noun: int) -> list[int]:
    """Of whom a series goes on to tell: "was stripped of his immunity, arrested and jailed"."""
    if tree.words[tree.left[verb] - 1] != "," or tree.pos[noun] != "NOUN" or tree.deps[noun] not in ("pobj", "dobj"):
        return []
    above = next((n for n in tree.ancestors(noun) if tree.pos[n] in VERBAL), None)
    if above is None or not tree.passive(above) or tree.lemmas[noun] in load_people().persons:
        return []
    return _own_subject(tree, above, _DEPTH - 2) if tree.tags[noun] == "NN" else []


def _of_preposition(tree: Tree, preposition: int, depth: int) -> list[int]:
    """Of a gerund behind a preposition: "after meeting" the clause's subject, "accused X of plotting" the object's."""
    first = tree.first_conjunct(preposition)  # "accused X of fraud and of plotting"
    behind = subject_behind(tree, preposition)
    if behind is not None:
        return tree.conjuncts(behind)
    before = [c for c in tree.children[preposition] if tree.deps[c] == "pobj"] if first == preposition else []
    preposition = first
    if before and tree.deps[preposition] == "prep":
        return spelt_out(tree, before[0])  # "despite Peru not being part of it", "with Peru leading it"
    governor = tree.heads[preposition]
    if tree.words[preposition] == "against" and tree.lemmas[governor] in _ADVISING:
        return []  # "warned against recognising the junta"
    if tree.words[preposition] == "out" and tree.child(governor, "dobj") is not None:
        return []  # "talked them out of recognising it"
    if tree.deps[governor] == "advmod" and tree.words[governor] in ("close", "near", "short"):
        return _own_subject(tree, tree.heads[governor], depth - 1)  # "came close to leaving"
    if tree.pos[governor] in VERBAL:
        instead = preposition > 0 and tree.words[preposition - 1] in _IN_PLACE
        if tree.lemmas[governor] == "account" and tree.deps[governor] == "advcl":
            governor = tree.heads[governor]  # "hold X to account for doing it", as it is parsed
        joined = tree.child(governor, "dobj") if tree.words[preposition] == "in" else None
        if joined is not None and tree.lemmas[governor] in _JOINING:
            return [*_own_subject(tree, governor, depth - 1), *spelt_out(tree, joined)]
        wished = tree.words[preposition] == "on" and tree.lemmas[governor] in ("congratulate", "compliment")
        blaming = wished or (tree.words[preposition] in ("of", "for", "from") and not instead)
        entry = governors().get((tree.lemmas[governor], "v"))
        means = tree.words[preposition] in ("by", "after", "before", "without", "through", "while", "since")
        if blaming or (entry is not None and entry.controller == "obj" and not means):
            objects = tree.all_children(governor, "dobj")
            if objects:
                return spelt_out(tree, objects[0])
        return _own_subject(tree, governor, depth - 1)
    if tree.deps[governor] in ("prep", "mark"):
        return _of_preposition(tree, governor, depth)
    if tree.pos[governor] == "ADJ":
        # "is capable of defeating"
        above = tree.heads[governor]
        return [above] if tree.deps[governor] == "amod" else _own_subject(tree, above, depth - 1) if depth else []
    possessor = tree.child(governor, "poss")
    if possessor is not None:
        return spelt_out(tree, possessor)
    above = tree.heads[governor]
    if tree.pos[governor] == "PROPN" and tree.words[preposition] in ("of", "for", "from"):
        return tree.conjuncts(governor)  # "accused X of plotting", where the parser hangs it on X
    if tree.words[preposition] == "of" and tree.deps[governor] == "dobj" and tree.lemmas[above] in _CHARGING:
        return tree.conjuncts(governor)  # "accused the president of plotting", likewise
    ending = tree.words[preposition] == "to"  # "a truce to fighting"
    if depth and not ending and tree.deps[governor] in ("dobj", "attr") and tree.pos[above] in VERBAL:
        return _own_subject(tree, above, depth - 1)
    if depth and tree.deps[governor] == "pobj" and tree.pos[tree.heads[above]] in VERBAL:
        # "in exchange for recognising X, Y received aid": whatever opens the clause is its subject's
        return _own_subject(tree, tree.heads[above], depth - 1)
    return []
