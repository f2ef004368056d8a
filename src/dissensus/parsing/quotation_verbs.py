"""Quotations that a verb brings in: "said that", "urged them to", "accused her of", "is alleged to have"."""

from __future__ import annotations

from dissensus.parsing.cues import Constructions, Cues
from dissensus.parsing.parsed import Stance, TokenSpan
from dissensus.parsing.quotation_draft import Draft, Stretch, spans
from dissensus.parsing.quotation_sources import is_passive, person_beside, source_of_verb
from dissensus.parsing.tree import Tree

_CONTENT_VERBS = frozenset(("VERB", "AUX"))
_REFUSING = frozenset(("refuse", "decline", "fail", "stop", "cease", "avoid"))
_TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow week month year night day "
    "morning afternoon evening time".split()
)
_TIME = frozenset(("after", "before", "when", "while", "as", "if", "since", "until", "because", "although", "though"))
_RAISING = frozenset(("seem", "appear"))
_WITHOUT_SOURCE = frozenset(("that", "quote", "inf"))
"""What an infinitive or participle may take without anyone named: "it is wrong to say that", "saying that"."""
_REJECTING = frozenset(("reject", "dismiss", "rebuff", "repudiate"))
_CLAIMS = frozenset(
    "claim accusation allegation charge assertion suggestion notion idea argument theory report rumour rumor "
    "insinuation contention criticism complaint statement talk story narrative characterization speculation "
    "description".split()
)
"""Nouns of words that are rejected as untrue; other things are rejected as bad."""
_DISMISSIVE = frozenset(
    "ridiculous absurd ludicrous laughable preposterous nonsensical nonsense false untrue wrong incorrect inaccurate "
    "mistaken misleading dishonest disingenuous erroneous fallacious unfair naive lie mistake myth exaggeration "
    "slander".split()
)
"""What one calls the saying of something that one does not hold true."""
_SUGGESTING = frozenset(("suggest", "propose", "recommend", "insist"))
_OFFICIAL = frozenset(("designate", "classify", "recognize", "recognise", "list", "rank", "rate"))
"""Verbs of a body's act: what they say is so by it, also where the body is not named."""
_NAMING = frozenset(("call", "name", "title", "entitle", "headline", "caption", "know"))
_EMPTY_CONTENT = frozenset(
    "so it this that what much more something nothing anything himself herself themselves itself thing".split()
)
_BESIDE_THAT = frozenset(("now", "so", "given", "provided", "in"))
_NOBODY = frozenset(("nobody", "none", "neither", "no"))

Found = tuple[str, list[Stretch], Stretch | None]
"""A construction, the content it holds, and a preposition or particle that belongs to the cue."""


def verb_drafts(tree: Tree, paragraph: int, cues: Cues) -> list[Draft]:
    """A draft for each verb of the lexicon that takes something, or that may take words in quotation marks."""
    drafts: list[Draft] = []
    verbs = cues.verbs
    for at, lemma in enumerate(tree.lemmas):
        taken = verbs.get(lemma)
        if tree.pos[at] != "VERB" and (taken is None or not _acts_as_verb(tree, at)):
            continue
        particle = _particle(tree, at)
        if particle is not None:
            taken = verbs.get(f"{lemma} {tree.words[particle]}", taken)
        if taken is None:
            continue
        draft = _draft(tree, paragraph, at, taken, particle)
        if draft:
            drafts.append(draft)
    return drafts


def _acts_as_verb(tree: Tree, at: int) -> bool:
    """Whether a word that the tagger took for a noun or adjective has a subject and a clause, as only verbs have."""
    return (
        tree.pos[at] in ("NOUN", "ADJ", "ADV", "PROPN")
        and tree.child(at, "ccomp") is not None
        and tree.child(at, "nsubj") is not None
    )


def _draft(tree: Tree, paragraph: int, verb: int, taken: Constructions, particle: int | None) -> Draft | None:
    found = _complement(tree, verb, taken)
    construction = ""
    stretches: list[Stretch] = []
    extra: Stretch | None = None
    negated = any(tree.deps[child] == "neg" for child in tree.children[verb])
    governor = tree.heads[verb]
    if tree.deps[verb] == "xcomp" and tree.lemmas[governor] in _REFUSING:
        return None
    if found is None:
        if "quote" not in taken or negated:
            return None
    else:
        construction, stretches, extra = found
    stance = taken.get(construction) or taken.get("quote") or Stance.NEUTRAL
    if construction == "np" and stance is Stance.DENIAL and not _is_claim(tree, verb):
        stance = Stance.NEUTRAL  # "rejects the harassment" does not say that there was none
    if negated:
        turned = _negated(stance)
        if turned is None:
            return None
        stance = turned
    if construction in ("that", "quote") and _is_wish(tree, verb):
        stance = Stance.DEMAND
    source = source_of_verb(tree, verb)
    if _is_dismissed(tree, verb):
        source, stance = None, Stance.DENIAL
    if source is None and construction in ("that", "quote") and tree.tags[verb] in ("VBD", "VBZ"):
        source = person_beside(tree, verb, stretches)
    if source and tree.words[source[0]] in _NOBODY:
        return None
    if source and tree.words[source[0]] in ("you", "one") and source[1] == source[0] + 1 and _is_generic(tree, verb):
        return None
    if source is None and not is_passive(tree, verb) and not _may_lack_source(tree, verb, construction):
        return None
    if construction == "np-np" and source is None and tree.deps[verb] == "acl" and tree.lemmas[verb] in _NAMING:
        return None
    if tree.lemmas[verb] in _RAISING:
        source = None
    elif source is None and stance is Stance.NEUTRAL and construction and is_passive(tree, verb):
        stance = stance if tree.lemmas[verb] in _OFFICIAL else Stance.DISTANCED
    content = spans(tree, paragraph, stretches)
    if construction and not content:
        return None
    return Draft(
        paragraph,
        verb,
        _cue(tree, verb, particle, extra),
        content,
        TokenSpan(paragraph, *source) if source else None,
        stance,
        construction=construction,
        takes_quote="quote" in taken,
    )


def _is_dismissed(tree: Tree, verb: int) -> bool:
    """Whether to say so is called wrong by whoever speaks: "it is ridiculous to claim that"."""
    if tree.tags[verb] != "VB" or tree.deps[verb] not in ("xcomp", "ccomp", "csubj", "advcl"):
        return False
    head = tree.heads[verb]
    judged = (head, *(child for child in tree.children[head] if tree.deps[child] in ("acomp", "attr")))
    return any(tree.lemmas[one] in _DISMISSIVE for one in judged)


def _is_wish(tree: Tree, verb: int) -> bool:
    """Whether a suggestion is that someone do something, told by the bare verb: "suggested that he step down"."""
    if tree.lemmas[verb] not in _SUGGESTING:
        return False
    clause = tree.child(verb, "ccomp")
    if clause is None or tree.tags[clause] not in ("VB", "VBP", "NN"):
        return False
    subject = tree.child(clause, "nsubj", "nsubjpass")
    if subject is None or any(tree.deps[child] == "aux" for child in tree.children[clause]):
        return False
    return tree.words[subject] in ("he", "she", "it") or tree.tags[subject] in ("NN", "NNP", "NNPS")


def _is_claim(tree: Tree, verb: int) -> bool:
    """Whether what is denied or rejected is something said, or a part in something: "rejected the claims"."""
    if tree.lemmas[verb] not in _REJECTING:
        return True
    thing = tree.child(verb, "dobj", "nsubjpass")
    return thing is not None and tree.lemmas[thing] in _CLAIMS


def _may_lack_source(tree: Tree, verb: int, construction: str) -> bool:
    if tree.lemmas[verb] in _RAISING or construction == "":
        return True
    return construction in _WITHOUT_SOURCE and tree.tags[verb] in ("VB", "VBG")


def _is_generic(tree: Tree, verb: int) -> bool:
    """Whether nobody in particular is meant: "as you can see", "one might think"."""
    return tree.deps[verb] == "advcl" or any(
        tree.tags[child] == "MD" for child in tree.children[verb] if tree.deps[child] == "aux"
    )


def _negated(stance: Stance) -> Stance | None:
    """What a cue makes of its content under "not": None where nothing is said of it at all."""
    if stance is Stance.DENIAL:
        return Stance.NEUTRAL
    if stance in (Stance.HYPOTHESIS, Stance.PREDICTION, Stance.PROMISE, Stance.DEMAND):
        return Stance.DENIAL
    return None


def _cue(tree: Tree, verb: int, particle: int | None, extra: Stretch | None) -> Stretch:
    end = verb + 1
    if particle == end:
        end += 1
    if extra and extra[0] == end:
        end = extra[1]
    return verb, end


def _particle(tree: Tree, verb: int) -> int | None:
    for child in tree.children[verb]:
        if child > verb and (tree.deps[child] == "prt" or (child == verb + 1 and tree.words[child] in ("out", "back"))):
            return child
        if child > verb and tree.deps[child] in ("acomp", "ccomp") and tree.words[child] in ("clear", "known"):
            return child
    return None


def _complement(tree: Tree, verb: int, taken: Constructions) -> Found | None:
    """What the verb takes, by the first construction of the lexicon that the parse bears out."""
    clause = open_clause = thing = predicate = None
    prepositions: list[int] = []
    for child in tree.children[verb]:
        dep = tree.deps[child]
        if dep == "ccomp":
            clause = child if clause is None or clause < verb < child else clause
        elif dep == "xcomp":
            open_clause = child
        elif dep in ("dobj", "nsubjpass"):
            thing = child
        elif dep == "oprd":
            predicate = child
        elif dep == "prep" and child > verb:
            prepositions.append(child)
    passive_noun = tree.deps[verb] == "acl" and tree.tags[verb] == "VBN"
    if passive_noun and thing is None:
        thing = tree.heads[verb]
    if clause is not None:
        found = _clause(tree, verb, clause, thing, taken)
        if found:
            return found
    aside = _aside(tree, verb, taken)
    if aside:
        return aside
    if open_clause is not None:
        found = _infinitive(tree, verb, open_clause, thing, prepositions, taken)
        if found:
            return found
    passive_subject = tree.child(verb, "nsubjpass")
    if passive_subject is not None and thing is not None and thing != passive_subject and predicate is None:
        # "was branded a traitor": the parse takes the predicate for an object.
        thing, predicate = passive_subject, thing
    thing_span = _thing(tree, verb, thing, passive_noun) if thing is not None else None
    if predicate is not None and "np-np" in taken:
        subject = tree.child(verb, "nsubj")
        about = [thing_span] if thing_span else [_whole(tree, subject)] if subject is not None else []
        return "np-np", [*about, _whole(tree, predicate)], None
    if (
        thing is not None
        and "np-np" in taken
        and any(child > thing and tree.deps[child] in ("acl", "amod", "appos") for child in tree.children[thing])
    ):
        return "np-np", [_whole(tree, thing)], None
    for preposition in prepositions:
        word = tree.words[preposition]
        if thing_span and f"np-{word}" in taken:
            return f"np-{word}", [thing_span, _whole(tree, preposition)], None
    for preposition in prepositions:
        word = tree.words[preposition]
        if word in taken and not (thing is not None and f"np-{word}" in taken):
            inside = tree.child(preposition, "pobj", "pcomp")
            if inside is not None and tree.lemmas[inside] not in _TIMES:
                return word, [_whole(tree, inside)], (preposition, preposition + 1)
    if thing is not None and thing_span and "np" in taken and _is_content(tree, verb, thing, passive_noun):
        return "np", [thing_span], None
    return None


def _clause(tree: Tree, verb: int, clause: int, thing: int | None, taken: Constructions) -> Found | None:
    stretch = _whole(tree, clause)
    if stretch[0] > verb and tree.words[stretch[0]] == "that" and tree.words[stretch[0] - 1] in _BESIDE_THAT:
        return None  # "holds office now that the war is over"
    if stretch[0] <= verb < stretch[1]:
        return _fronted(tree, verb, clause, stretch, taken)
    if clause < verb and not _stands_before(tree, verb, clause, taken):
        return None
    infinitive = any(tree.words[child] == "to" and tree.deps[child] == "aux" for child in tree.children[clause])
    if infinitive and clause > verb:
        for construction in ("np-inf", "inf"):
            if construction in taken:
                return construction, [stretch], None
        return None
    verbal = tree.pos[clause] in _CONTENT_VERBS
    if not verbal and clause > verb and "np-np" in taken:
        return "np-np", [_whole(tree, thing), stretch] if thing is not None else [stretch], None
    if tree.tags[clause] == "VBG" and clause > verb and not _finite(tree, clause):
        for construction in ("np-ing", "ing"):
            if construction in taken:
                return construction, [stretch], None
    if "that" in taken or "quote" in taken:
        cut = _cut_before_participle(tree, clause, stretch)
        return "that" if "that" in taken else "quote", [cut], None
    return None


def _fronted(tree: Tree, verb: int, clause: int, stretch: Stretch, taken: Constructions) -> Found | None:
    """Read "a ban which critics say is cruel": the pronoun stands before the verb, the rest of its clause after."""
    if "that" not in taken or clause < verb:
        return None
    before = [_whole(tree, child) for child in tree.children[clause] if child < verb and tree.deps[child] != "mark"]
    return "that", [*before, (verb + 1, stretch[1])], None


def _stands_before(tree: Tree, verb: int, clause: int, taken: Constructions) -> bool:
    """Whether a clause to the left of the verb is what it says, and not the first half of a sentence in two."""
    if "quote" not in taken and "that" not in taken:
        return False
    if "np" in taken and any(child > verb for child in tree.children[verb] if tree.deps[child] == "dobj"):
        return False
    if any(tree.deps[child] in ("mark", "advmod") and tree.words[child] in _TIME for child in tree.children[clause]):
        return False
    stretch = _whole(tree, clause)
    after = tree.words[stretch[1]] if stretch[1] < len(tree) else ""
    return after not in (";", "-", "--", "–", "—", ":", "but", "and") and tree.words[stretch[1] - 1] not in (";", ":")


def _finite(tree: Tree, clause: int) -> bool:
    return any(tree.deps[child] in ("aux", "mark") for child in tree.children[clause])


def _cut_before_participle(tree: Tree, clause: int, stretch: Stretch) -> Stretch:
    """Leave out a trailing ", adding that ..." that belongs to the verb above."""
    for child in tree.children[clause]:
        if (
            child > clause
            and tree.deps[child] == "advcl"
            and tree.tags[child] == "VBG"
            and tree.left[child] == child
            and tree.words[child - 1] == ","
            and tree.child(child, "ccomp") is not None
        ):
            return stretch[0], min(stretch[1], child - 1)
    return stretch


def _aside(tree: Tree, verb: int, taken: Constructions) -> Found | None:
    """Read "the law, she said, is bad" and "as she wrote, the law is bad": the content is the clause around."""
    if "that" not in taken and "quote" not in taken:
        return None
    dep, head = tree.deps[verb], tree.heads[verb]
    as_clause = dep == "advcl" and any(
        tree.words[child] == "as" and tree.deps[child] in ("mark", "advmod", "prep") for child in tree.children[verb]
    )
    set_off = dep == "advcl" and tree.words[tree.left[verb] - 1] == "," and tree.child(verb, "mark", "advmod") is None
    if dep != "parataxis" and not as_clause and not set_off:
        return None
    thing = tree.child(verb, "dobj")
    if tree.child(verb, "nsubj") is None or (thing is not None and not (as_clause and tree.words[thing] == "it")):
        return None
    outer = (tree.left[head], tree.right[head])
    hole = (tree.left[verb], tree.right[verb])
    stretches = [part for part in ((outer[0], hole[0]), (hole[1], outer[1])) if part[0] < part[1]]
    return "that" if "that" in taken else "quote", stretches, None


def _infinitive(
    tree: Tree, verb: int, clause: int, thing: int | None, prepositions: list[int], taken: Constructions
) -> Found | None:
    stretch = _whole(tree, clause)
    if clause < verb:
        # "To leave, they vowed" is rare; quoted words before the verb are not.
        return ("quote", [stretch], None) if "quote" in taken else None
    infinitive = any(tree.words[child] == "to" for child in tree.children[clause])
    if not infinitive:
        if tree.tags[clause] == "VBG":
            for construction in ("np-ing", "ing"):
                if construction in taken and (thing is not None) == (construction == "np-ing"):
                    return construction, ([_whole(tree, thing)] if thing is not None else []) + [stretch], None
            if "that" in taken and tree.child(clause, "ccomp") is not None:
                return "that", [stretch], None
        if "np-np" in taken and tree.pos[clause] in ("ADJ", "NOUN", "PROPN"):
            about = thing if thing is not None else tree.child(verb, "nsubj")
            return "np-np", ([_whole(tree, about)] if about is not None else []) + [stretch], None
        return None
    passive = tree.child(verb, "nsubjpass") is not None
    if thing is not None:
        for construction in ("passive-inf", "np-inf") if passive else ("np-inf",):
            if construction in taken:
                return construction, [_whole(tree, thing), stretch], None
        return None
    for preposition in prepositions:
        word = tree.words[preposition]
        inside = tree.child(preposition, "pobj")
        if word in taken and inside is not None and preposition < clause:
            return word, [(tree.left[inside], stretch[1])], (preposition, preposition + 1)
    if "inf" in taken:
        if tree.lemmas[verb] in _RAISING:
            about = tree.child(verb, "nsubj")
            return "inf", ([_whole(tree, about)] if about is not None else []) + [stretch], None
        return "inf", [stretch], None
    if "np-inf" in taken and tree.child(verb, "dative") is not None:
        return "np-inf", [stretch], None
    return None


def _thing(tree: Tree, verb: int, thing: int, passive_noun: bool) -> Stretch:
    if passive_noun:
        return tree.left[thing], thing + 1
    return _whole(tree, thing)


def _is_content(tree: Tree, verb: int, thing: int, passive_noun: bool) -> bool:
    """Whether an object says anything: not a pronoun that stands for a clause, not a day."""
    if tree.lemmas[thing] in _TIMES or tree.words[thing] in _EMPTY_CONTENT:
        return False
    if passive_noun or tree.deps[thing] == "nsubjpass":
        return tree.child(verb, "agent") is not None
    return tree.tags[thing] not in ("WDT", "WP") or tree.deps[verb] == "relcl"


def _whole(tree: Tree, token: int) -> Stretch:
    return tree.left[token], tree.right[token]
