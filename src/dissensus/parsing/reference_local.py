"""Pronouns that the parse of one sentence resolves: relative and reflexive ones, and safe uses of "it" and "they"."""

from __future__ import annotations

from dissensus.parsing.parsed import TokenSpan
from dissensus.parsing.people import load_people
from dissensus.parsing.quotation_draft import noun_phrase
from dissensus.parsing.relative import SUBJECTS, noun_described
from dissensus.parsing.tree import Tree

RELATIVE = frozenset(("who", "which", "that", "whom", "whose"))
REFLEXIVE = frozenset(("himself", "herself", "itself", "themselves"))
_QUESTIONING = frozenset(("ask", "question", "press", "quiz", "grill", "challenge"))
_QUESTIONS = frozenset(("why", "whether", "if", "how", "when", "what", "where"))
_LEAVE = frozenset(("can", "could", "may", "might", "should"))
"""Of what one asks for oneself as well: "asked the judge if he could leave"."""
_LONGEST_OF = 6
"""How many tokens of an "of" phrase still name or describe."""


def relative_antecedent(tree: Tree, paragraph: int, pronoun: int) -> TokenSpan | None:
    """The noun phrase that a relative clause hangs on; None where the word is no relative pronoun."""
    if tree.tags[pronoun] not in ("WDT", "WP", "WP$") or tree.deps[pronoun] == "mark":
        return None
    token = pronoun
    for above in tree.ancestors(pronoun):
        if tree.deps[token] == "relcl":
            break
        if tree.pos[token] == "VERB" and tree.deps[token] not in ("ccomp", "xcomp", "conj", "relcl"):
            return None
        token = above
    if tree.deps[token] != "relcl":
        return None
    head = tree.heads[token]
    if head >= pronoun or tree.pos[head] not in ("NOUN", "PROPN", "PRON", "NUM", "DET"):
        return None
    if tree.pos[head] == "PRON" and tree.words[head] not in ("those", "someone", "anyone", "everyone", "people"):
        return None
    noun = noun_described(tree, pronoun, head)
    return name_span(tree, paragraph, noun) if noun is not None else None


def agrees(tree: Tree, noun: int, pronoun: str) -> bool:
    """Whether a noun has the number and kind that a pronoun asks for."""
    many = tree.tags[noun] in ("NNS", "NNPS") or tree.words[noun] in (
        "those",
        "people",
        "someone",
        "anyone",
        "everyone",
    )
    if pronoun in ("they", "them", "their", "themselves"):
        return many
    if pronoun in ("it", "its", "itself"):
        return not many and tree.names[noun] != "PERSON" and tree.lemmas[noun] not in load_people().persons
    return not many


def has_rival_owner(tree: Tree, pronoun: int) -> bool:
    """Whether an owner stands nearer, as in "the group's leaders and its oil fields"."""
    owned = tree.heads[pronoun]
    if tree.deps[owned] != "conj":
        return False
    first = tree.heads[owned]
    return any(tree.deps[child] == "poss" and tree.pos[child] != "PRON" for child in tree.children[first])


_BLAMING = frozenset(
    "condemn criticise criticize denounce blame censure rebuke chide castigate lambast lambaste slam blast fault "
    "berate assail excoriate reproach reprimand chastise punish sanction attack praise applaud commend thank "
    "congratulate hail honour honor laud mock ridicule deride prosecute indict jail arrest fire sack".split()
)
"""Verbs that take "for" and what their object has done."""


def blamed(tree: Tree, pronoun: int) -> int | None:
    """Who is blamed or praised for what a pronoun says to be someone's: "condemned Peru for its raids"."""
    owned = tree.heads[pronoun]
    preposition = tree.heads[owned]
    verb = tree.heads[preposition]
    if tree.deps[owned] != "pobj" or tree.words[preposition] != "for" or tree.lemmas[verb] not in _BLAMING:
        return None
    return tree.child(verb, "dobj", "nsubjpass")


_STRIKING = frozenset(
    "topple oust overthrow kill capture seize plunder loot steal destroy crush jail arrest depose remove strangle "
    "cripple assassinate murder undermine bomb freeze kidnap abduct confiscate dismantle wreck ruin detain burn".split()
)
"""Verbs of harm, done to what belongs to others."""


def struck(tree: Tree, pronoun: int) -> int | None:
    """To whom the clause before does something, where the next tells harm to its own: "invaded Peru, killing its N"."""
    owned = tree.heads[pronoun]
    verb = tree.heads[owned]
    if tree.deps[owned] != "dobj" or tree.lemmas[verb] not in _STRIKING:
        return None
    above = tree.heads[verb]
    thing = tree.child(above, "dobj") if tree.deps[verb] in ("conj", "advcl", "xcomp") else None
    if thing is None or not above < thing < verb or tree.child(verb, "nsubj", "nsubjpass", "mark") is not None:
        return None
    return thing if tree.pos[thing] == "PROPN" else None


_CHARGING = frozenset({"accuse", "suspect", "convict", "acquit"})


def owner_told(tree: Tree, pronoun: int) -> int | None:
    """Whose something is by the words around: "condemned Ruiz for his N", "Ruiz and his N", "accused Ruiz of V his"."""
    held = blamed(tree, pronoun) or struck(tree, pronoun)
    if held is not None:
        return held
    owned = tree.heads[pronoun]
    first = tree.heads[owned]
    if tree.deps[owned] == "conj" and tree.pos[first] == "PROPN" and tree.right[first] > pronoun:
        return first
    for above in tree.ancestors(pronoun):
        if tree.deps[above] == "pcomp" and tree.words[tree.heads[above]] == "of":
            over = tree.heads[tree.heads[above]]
            verb = tree.heads[over] if tree.deps[over] == "dobj" else over
            charged = tree.child(verb, "dobj", "nsubjpass") if tree.lemmas[verb] in _CHARGING else None
            return charged if charged is not None and tree.pos[charged] in ("PROPN", "NOUN") else None
        if tree.pos[above] == "VERB":
            break
    return None


def asked_one(tree: Tree, pronoun: int) -> int | None:
    """Whom a question is put to that is about what a pronoun does: "asked Ruiz why he attacked Paz"."""
    verb = tree.heads[pronoun]
    over = tree.heads[verb]
    if tree.deps[pronoun] not in SUBJECTS or tree.deps[verb] not in ("ccomp", "advcl", "xcomp") or over >= pronoun:
        return None
    if tree.lemmas[over] not in _QUESTIONING:
        return None
    below = [tree.words[child] for child in tree.children[verb] if child < verb]
    if not _QUESTIONS.intersection(below) or not _LEAVE.isdisjoint(below):
        return None
    return tree.child(over, "dobj", "nsubjpass")


def owner_beside(tree: Tree, pronoun: int) -> int | None:
    """The body named right before with "and" or blamed for it: "Peru and its army", "condemned Peru for its N"."""
    if tree.words[pronoun] != "its":
        return None
    held = blamed(tree, pronoun) or struck(tree, pronoun)
    if held is not None and tree.pos[held] == "PROPN":
        return held
    owned = tree.heads[pronoun]
    first = tree.heads[owned]
    if tree.deps[owned] != "conj" or tree.pos[first] != "PROPN":
        return None
    return first if tree.names[first] in ("GPE", "ORG", "NORP") and tree.right[first] > pronoun else None


def name_span(tree: Tree, paragraph: int, head: int) -> TokenSpan:
    """The words that name or describe: a name as it stands, a noun with what is before it and its "of"."""
    if tree.pos[head] == "PROPN":
        start = head
        while start > tree.left[head] and tree.pos[start - 1] == "PROPN":
            start -= 1
        return TokenSpan(paragraph, start, head + 1)
    start, end = noun_phrase(tree, head)
    long = end - head > _LONGEST_OF or any(tree.pos[at] in ("CCONJ", "VERB", "AUX") for at in range(head + 1, end))
    if end > head + 1 and (long or tree.words[head + 1] != "of" or tree.pos[end - 1] in ("DET", "ADP", "PUNCT")):
        end = head + 1
    return TokenSpan(paragraph, start, end)


def clause_subject(tree: Tree, token: int) -> int | None:
    """The subject of the nearest clause around a token that has one."""
    for above in tree.ancestors(token):
        if tree.pos[above] in ("VERB", "AUX"):
            for child in tree.children[above]:
                if tree.deps[child] in SUBJECTS and not tree.left[child] <= token < tree.right[child]:
                    return child
    return None


def is_expletive(tree: Tree, pronoun: int) -> bool:
    """Whether "it" may stand for nothing: weather, "it is clear that", "it seems"."""
    if tree.deps[pronoun] == "expl":
        return True
    verb = tree.heads[pronoun]
    if tree.deps[pronoun] not in SUBJECTS:
        return False
    if tree.lemmas[verb] in (
        "be",
        "seem",
        "appear",
        "happen",
        "turn",
        "take",
        "rain",
        "snow",
        "mean",
        "become",
        "make",
    ):
        return True
    return any(
        tree.deps[child] in ("ccomp", "csubj") and child > verb and tree.deps[pronoun] == "nsubjpass"
        for child in tree.children[verb]
    )
