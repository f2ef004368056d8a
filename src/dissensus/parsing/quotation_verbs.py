"""Quotations that a verb brings in: "said that", "urged them to", "accused her of", "is alleged to have"."""

from __future__ import annotations

from dissensus.parsing.cues import Constructions, Cues
from dissensus.parsing.parsed import Stance, TokenSpan
from dissensus.parsing.quotation_complements import RAISING, complement
from dissensus.parsing.quotation_draft import Draft, Stretch, spans
from dissensus.parsing.quotation_sources import is_passive, person_beside, source_of_verb
from dissensus.parsing.tree import Tree

_REFUSING = frozenset(("refuse", "decline", "fail", "stop", "cease", "avoid"))
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
_FACTIVE = frozenset(
    "reveal disclose confirm discover find learn establish prove show demonstrate announce note remember recall "
    "acknowledge admit recognise recognize agree decide document verify determine forget".split()
)
"""Verbs that make sure of what they tell, also where nobody is named: "it was revealed that he had left"."""
_NAMING = frozenset(("call", "name", "title", "entitle", "headline", "caption", "know"))
_NOBODY = frozenset(("nobody", "none", "neither", "no", "few"))


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
    found = complement(tree, verb, taken)
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
    if tree.lemmas[verb] == "deny" and tree.deps[verb] == "conj" and tree.lemmas[governor] == "confirm":
        return None  # "neither confirmed nor denied that he left"
    if negated and tree.lemmas[verb] == "rule":
        return None  # what is not ruled out may happen, whoever says so
    if negated:
        turned = _negated(stance)
        if turned is None:
            return None
        stance = turned
    if construction in ("that", "quote") and _is_wish(tree, verb):
        stance = Stance.DENIAL if negated else Stance.DEMAND
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
    if tree.lemmas[verb] in RAISING:
        source = None
    elif source is None and stance is Stance.NEUTRAL and construction and is_passive(tree, verb):
        certain = tree.lemmas[verb] in _OFFICIAL or (construction == "that" and tree.lemmas[verb] in _FACTIVE)
        stance = stance if certain else Stance.DISTANCED
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
    if tree.tags[clause] == "VBP" and subject is not None:
        many = tree.tags[subject] == "NNPS" and tree.words[subject] not in ("states", "nations", "emirates")
        if many or tree.lemmas[clause] == "be" or tree.child(subject, "prep") is not None:
            return False  # "suggests that 60 percent of women support it"
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
    if tree.lemmas[verb] in RAISING or construction == "":
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
