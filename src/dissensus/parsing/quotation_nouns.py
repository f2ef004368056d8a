"""Quotations that a noun or an adjective brings in: "the claim that", "X's promise to", "is certain that"."""

from __future__ import annotations

from dissensus.parsing.cues import Constructions, Cues
from dissensus.parsing.parsed import Stance, TokenSpan
from dissensus.parsing.quotation_draft import Draft, Stretch, noun_phrase, spans
from dissensus.parsing.quotation_sources import agent, source_of_verb
from dissensus.parsing.tree import Tree

_LENDS_SUBJECT = frozenset(
    "make issue express voice have offer give raise share repeat deliver release publish air reiterate hold "
    "announce renew submit file lodge put win take".split()
)
_UNSURE = frozenset(("sure", "certain", "clear", "positive"))
"""What, negated, leaves it open and does not deny it."""
_FACTS = frozenset(("fact", "news", "truth", "proof", "knowledge", "realization", "realisation", "reminder"))
_ANY_PLACE: Constructions = {"that": Stance.NEUTRAL}
_WHERE = frozenset(("in", "on", "at", "during", "through", "via"))
_RAISING = frozenset(("set", "likely", "poised", "slated", "scheduled"))


def noun_drafts(tree: Tree, paragraph: int, cues: Cues) -> list[Draft]:
    """A draft for each noun or adjective of the lexicon that holds a content."""
    drafts: list[Draft] = []
    nouns, adjectives = cues.nouns, cues.adjectives
    for at, lemma in enumerate(tree.lemmas):
        pos = tree.pos[at]
        if pos == "NOUN" and lemma in nouns:
            draft = _noun(tree, paragraph, at, nouns[lemma], cues)
        elif pos == "NOUN" and tree.deps[at] == "pobj" and _told_in(tree, at, cues) is not None:
            draft = _noun(tree, paragraph, at, _ANY_PLACE, cues)
        elif pos in ("ADJ", "VERB") and lemma in adjectives and tree.deps[at] in ("acomp", "ROOT", "conj", "ccomp"):
            draft = _adjective(tree, paragraph, at, adjectives[lemma])
        else:
            continue
        if draft:
            drafts.append(draft)
    return drafts


def _noun(tree: Tree, paragraph: int, noun: int, taken: Constructions, cues: Cues) -> Draft | None:
    held = _held(tree, noun, taken)
    if held is None:
        return None
    construction, stretch, preposition = held
    source = _owner(tree, noun, preposition)
    stance = taken[construction]
    if source is None and construction == "that":
        verb = _told_in(tree, noun, cues)
        if verb is not None:
            source, stance = source_of_verb(tree, verb), cues.verbs[tree.lemmas[verb]]["that"]
    if source is None and construction != "that":
        return None
    if source == stretch:
        return None
    if source is None and stance is Stance.NEUTRAL and construction == "that" and tree.lemmas[noun] not in _FACTS:
        stance = Stance.DISTANCED
    cue = (noun, noun + 2) if preposition == noun + 1 else (noun, noun + 1)
    return Draft(
        paragraph,
        noun,
        cue,
        spans(tree, paragraph, [stretch]),
        TokenSpan(paragraph, *source) if source else None,
        stance,
        construction=construction,
    )


def _held(tree: Tree, noun: int, taken: Constructions) -> tuple[str, Stretch, int | None] | None:
    """The construction, its stretch and the preposition that opens it."""
    for child in tree.children[noun]:
        if child < noun:
            continue
        dep = tree.deps[child]
        if dep in ("acl", "ccomp", "relcl"):
            marks = {tree.words[below] for below in tree.children[child] if tree.deps[below] in ("mark", "aux")}
            # The parse likes to make "that" an object of the clause.
            objects = sum(tree.deps[below] == "dobj" for below in tree.children[child])
            if (dep == "acl" or objects > 1) and tree.words[tree.left[child]] == "that":
                marks.add("that")
            if "that" in taken and "that" in marks:
                return "that", (tree.left[child], tree.right[child]), None
            if "inf" in taken and "to" in marks and dep != "relcl":
                return "inf", (tree.left[child], tree.right[child]), None
            if "whether" in taken and marks & {"whether", "if"}:
                return "whether", (tree.left[child], tree.right[child]), None
        elif dep == "prep" and tree.words[child] in taken:
            inside = tree.child(child, "pobj", "pcomp")
            if inside is not None:
                return tree.words[child], (tree.left[inside], tree.right[inside]), child
    # "The claim is that ..."
    head = tree.heads[noun]
    if "that" in taken and tree.deps[noun] == "nsubj" and tree.lemmas[head] == "be":
        clause = tree.child(head, "ccomp")
        if clause is not None and tree.child(clause, "mark") is not None:
            return "that", (tree.left[clause], tree.right[clause]), None
    return None


def _owner(tree: Tree, noun: int, used: int | None) -> Stretch | None:
    """Whose it is: a possessive, a "by", "from" or "of" phrase, or the subject of the verb that makes or has it."""
    of_phrase: Stretch | None = None
    for child in tree.children[noun]:
        if tree.deps[child] == "poss":
            start, end = noun_phrase(tree, child)
            while end > child + 1 and tree.deps[end - 1] == "case":
                end -= 1
            return start, end
        if (
            tree.deps[child] in ("prep", "agent")
            and child != used
            and tree.words[child] in ("by", "from", "of", "among")
        ):
            inside = tree.child(child, "pobj")
            if inside is not None:
                if tree.words[child] != "of":
                    return noun_phrase(tree, inside)
                of_phrase = noun_phrase(tree, inside)
    if of_phrase:
        return of_phrase
    head = tree.heads[noun]
    if tree.pos[head] == "VERB" and tree.lemmas[head] in _LENDS_SUBJECT:
        if tree.deps[noun] == "dobj":
            return source_of_verb(tree, head)
        if tree.deps[noun] == "nsubjpass":
            return agent(tree, head)
    return None


def _told_in(tree: Tree, noun: int, cues: Cues) -> int | None:
    """The verb of saying whose clause the parse hangs on where it was said: "said in a statement that she left"."""
    preposition = tree.heads[noun]
    verb = tree.heads[preposition]
    if tree.deps[noun] != "pobj" or tree.words[preposition] not in _WHERE or tree.pos[verb] != "VERB":
        return None
    return verb if "that" in cues.verbs.get(tree.lemmas[verb], {}) else None


def _adjective(tree: Tree, paragraph: int, adjective: int, taken: Constructions) -> Draft | None:
    verb = tree.heads[adjective] if tree.deps[adjective] == "acomp" else adjective
    stretch: Stretch | None = None
    construction = ""
    complements = [*tree.children[adjective]]
    if verb != adjective and any(tree.words[child] == "it" for child in tree.children[verb]):
        # "It is false that ...": the parse gives the clause to the copula.
        complements += [child for child in tree.children[verb] if tree.deps[child] == "ccomp"]
    for child in complements:
        if child < adjective:
            continue
        dep = tree.deps[child]
        if dep == "xcomp" and "inf" in taken:
            construction = "inf"
        elif dep in ("ccomp", "advcl") and "that" in taken and tree.pos[child] in ("VERB", "AUX"):
            marks = [tree.words[below] for below in tree.children[child] if tree.deps[below] == "mark"]
            if marks and marks[0] not in ("that", "whether", "if"):
                continue
            construction = "that"
        elif dep == "prep" and tree.words[child] in taken:
            construction = tree.words[child]
            child = tree.child(child, "pobj", "pcomp") or child
        else:
            continue
        stretch = (tree.left[child], tree.right[child])
        break
    if stretch is None:
        return None
    stretches = [stretch]
    stance = taken[construction]
    negated = any(tree.deps[c] == "neg" for token in {verb, adjective} for c in tree.children[token])
    if negated and tree.lemmas[adjective] in _UNSURE:
        stance = Stance.HYPOTHESIS
    elif negated:
        if stance not in (Stance.HYPOTHESIS, Stance.PREDICTION, Stance.PROMISE):
            return None
        stance = Stance.DENIAL
    owner = source_of_verb(tree, verb)
    if owner and tree.lemmas[adjective] in _RAISING:
        stretches.insert(0, owner)
        owner = None
    if owner and tree.words[owner[0]] in ("it", "there"):
        owner = None
    return Draft(
        paragraph,
        adjective,
        (adjective, adjective + 1),
        spans(tree, paragraph, stretches),
        TokenSpan(paragraph, *owner) if owner else None,
        stance,
        construction=construction,
    )
