"""Quotations without a verb of saying: "according to X", "per X", "in X's words", "for X, ...", "reportedly"."""

from __future__ import annotations

from spacy.tokens import Doc

from dissensus.parsing.cues import Cues
from dissensus.parsing.parsed import QuotationKind, Stance, TokenSpan
from dissensus.parsing.people import load_people
from dissensus.parsing.quotation_draft import Draft, Stretch, noun_phrase, spans, without
from dissensus.parsing.tree import Tree

_CLAUSES = frozenset(("ROOT", "ccomp", "advcl", "relcl", "acl", "parataxis", "pcomp", "csubj"))
_NAMED = frozenset(("PERSON", "ORG", "GPE", "NORP"))
_HOLDERS = frozenset(("me", "us", "him", "her", "them", "many", "some"))
_MARKS = frozenset(('"', "''", "``", "”", "“"))
_VIEWS = frozenset(("word", "view", "opinion", "eye", "judgment", "judgement", "estimation", "telling", "account"))
_SOURCES_OF_FIGURES = frozenset(
    "datum data report study survey poll figure estimate statistic record document source official agency bank "
    "ministry government census analysis account".split()
)
_RATES = frozenset({"capita", "annum", "diem", "cent", "head"})
"""Words behind "per" that tell a rate and no source."""


def phrase_drafts(tree: Tree, doc: Doc, paragraph: int, cues: Cues) -> list[Draft]:
    """A draft for each set phrase or adverb of the lexicon that gives the clause around it as someone's."""
    drafts: list[Draft] = []
    for at, word in enumerate(tree.words):
        draft: Draft | None = None
        if word == "according":
            draft = _according(tree, paragraph, at)
        elif word in ("per", "in", "for", "to") and tree.deps[at] == "prep":
            draft = _preposition(tree, doc, paragraph, at, cues)
        elif word in cues.adverbs and tree.pos[at] == "ADV":
            draft = _adverb(tree, paragraph, at, cues.adverbs[word]["clause"])
        if draft:
            drafts.append(draft)
    return drafts


def _according(tree: Tree, paragraph: int, at: int) -> Draft | None:
    to = tree.child(at, "prep")
    inside = tree.child(to, "pobj", "pcomp") if to is not None and tree.words[to] == "to" else None
    if to is None or inside is None:
        return None
    return _around(tree, paragraph, at, (at, to + 1), inside, Stance.NEUTRAL)


def _preposition(tree: Tree, doc: Doc, paragraph: int, at: int, cues: Cues) -> Draft | None:
    word = tree.words[at]
    inside = tree.child(at, "pobj")
    if inside is None:
        return None
    if word == "per":
        named = tree.pos[inside] == "PROPN" or tree.lemmas[inside] in _SOURCES_OF_FIGURES
        named = named and tree.words[inside] not in _RATES
        if not named or (inside == at + 1 and tree.pos[inside] == "NOUN" and tree.tags[inside] == "NN"):
            return None
        return _around(tree, paragraph, at, (at, at + 1), inside, Stance.NEUTRAL)
    if word == "in":
        return _in_words(tree, paragraph, at, inside)
    # "For Quito, ...": where it opens the sentence, a comma follows, and a name or those who hold a view stand in it.
    end = tree.right[at]
    if at != tree.starts[at] or end >= len(tree) or tree.words[end] != ",":
        return None
    holder = doc[inside].ent_type_ in _NAMED or tree.words[inside] in _HOLDERS or _many_persons(tree, inside)
    if not holder or tree.right[inside] - tree.left[inside] > 6 or tree.deps[tree.heads[at]] not in _CLAUSES:
        return None
    return _around(tree, paragraph, at, (at, at + 1), inside, cues.prepositions[word]["clause-start"])


def _many_persons(tree: Tree, token: int) -> bool:
    return tree.tags[token] == "NNS" and tree.lemmas[token] in load_people().persons


def _in_words(tree: Tree, paragraph: int, at: int, inside: int) -> Draft | None:
    if tree.lemmas[inside] not in _VIEWS:
        return None
    owner = tree.child(inside, "poss")
    if owner is None:
        of = tree.child(inside, "prep")
        owner = tree.child(of, "pobj") if of is not None and tree.words[of] == "of" else None
    if owner is None:
        return None
    draft = _around(tree, paragraph, at, (at, at + 1), owner, Stance.NEUTRAL)
    quoted = _quoted_before(tree, at)
    if draft is not None and quoted is not None:
        draft.content = spans(tree, paragraph, [quoted])  # it was a "sweetener", in the words of one diplomat
    return draft


def _quoted_before(tree: Tree, at: int) -> Stretch | None:
    """The words in quotation marks that end right before a token, a comma aside."""
    last = at - 1
    last -= last > 0 and tree.words[last] == ","
    if last <= tree.starts[at] or tree.words[last] not in _MARKS:
        return None
    first = next((i for i in range(last - 1, tree.starts[at] - 1, -1) if tree.words[i] in _MARKS), None)
    return (first + 1, last) if first is not None and first + 1 < last else None


def _around(tree: Tree, paragraph: int, at: int, cue: Stretch, holder: int, stance: Stance) -> Draft | None:
    """The clause around a phrase that hangs on token `at`, without the phrase."""
    clause = tree.heads[at]
    while tree.deps[clause] not in _CLAUSES and tree.heads[clause] != clause:
        if tree.deps[clause] == "conj" and tree.pos[clause] in ("VERB", "AUX"):
            break
        clause = tree.heads[clause]
    if clause == at:
        return None
    hole = (tree.left[at], tree.right[at])
    stretches = without((tree.left[clause], tree.right[clause]), hole)
    content = spans(tree, paragraph, stretches)
    if not content:
        return None
    source = noun_phrase(tree, holder)
    while source[1] > source[0] + 1 and tree.deps[source[1] - 1] == "case":
        source = (source[0], source[1] - 1)
    return Draft(
        paragraph,
        cue[0],
        cue,
        content,
        TokenSpan(paragraph, *source),
        stance,
        kind=QuotationKind.ACCORDING,
        construction="clause",
    )


def _adverb(tree: Tree, paragraph: int, at: int, stance: Stance) -> Draft | None:
    head = tree.heads[at]
    if head == at:
        return None
    content = spans(tree, paragraph, without((tree.left[head], tree.right[head]), (at, at + 1)))
    if not content:
        return None
    return Draft(paragraph, at, (at, at + 1), content, None, stance, construction="clause")
