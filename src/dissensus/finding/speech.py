"""Which of the quotations around some words count as someone's saying them.

Parsing finds everything that is given as someone's: words, but also wishes and plans, and what things that cannot speak
are said to show ("the raids signal that ..."). Only who says something is its holder.
"""

from __future__ import annotations

from functools import cache

from dissensus.finding.scene import Scene
from dissensus.finding.tree import Tree
from dissensus.parsing.parsed import Quotation, QuotationKind, TokenSpan
from dissensus.tables import package_table

_NOBODY = frozenset({"nobody", "none", "no"})
_POINTING_BACK = frozenset({"which", "that", "what", "this", "these", "those", "whatever"})
"""Words for things and deeds as much as for those who speak: "the crisis, which explains why"."""
_GIVEN_VERBATIM = frozenset({QuotationKind.DIRECT, QuotationKind.BLOCK, QuotationKind.TURN, QuotationKind.ACCORDING})


@cache
def _words(kind: str) -> frozenset[str]:
    table = package_table("dissensus.finding", "lexicon/speech.tsv")
    return frozenset(lemma for row in table if row["kind"] == kind for lemma in row.many("lemma"))


def texts() -> frozenset[str]:
    """Nouns of things and people that are said to say something, by lemma: "report", "source"."""
    return _words("text")


def written() -> frozenset[str]:
    """Nouns of texts, by lemma: "report", "source"."""
    return _words("written")


@cache
def _people() -> frozenset[str]:
    """Nouns of those who act and of offices, by their last word: "protester", "minister"."""
    nouns = package_table("dissensus.actors", "dictionary/nouns.tsv")
    titles = package_table("dissensus.actors", "dictionary/titles.tsv")
    acting = {row["noun"].split()[-1] for row in nouns if row["note"] != "thing"}
    return frozenset(acting | {row["title"].split()[-1] for row in titles})


def sayings_around(scene: Scene, tree: Tree, token: int) -> list[Quotation]:
    """The quotations that hold a token and count as speech, innermost first."""
    return [q for q in scene.quotations_around(tree, token) if _is_said(scene, q) and not _put_in(tree, token, q)]


def _put_in(tree: Tree, token: int, quotation: Quotation) -> bool:
    """Whether the writer put a token in brackets into words of another that are given in the writer's own."""
    if quotation.kind in _GIVEN_VERBATIM:
        return False
    for span in quotation.content:
        if span.holds(tree.index, token):
            before = tree.words[span.start : token]
            return before.count("(") > before.count(")")
    return False


def _is_said(scene: Scene, quotation: Quotation) -> bool:
    if quotation.kind in _GIVEN_VERBATIM:
        return True
    if quotation.cue is not None:
        tree = scene.trees[quotation.cue.paragraph]
        cue = range(quotation.cue.start, quotation.cue.end)
        if any(tree.lemmas[i] in _words("mind") for i in cue if tree.pos[i] in ("VERB", "NOUN", "ADJ")):
            # "sees X as a threat" is what one thinks of X, "saw X leave" is not
            return any(tree.words[c] == "as" and tree.deps[c] == "prep" for i in cue for c in tree.children[i])
    return quotation.source is None or can_speak(scene, quotation.source)


def can_speak(scene: Scene, source: TokenSpan) -> bool:
    """Whether a source is an actor, a person or a text, and not a thing or a deed."""
    tree = scene.trees[source.paragraph]
    if tree.words[source.start] in _NOBODY:
        return False
    if source.end - source.start == 1 and tree.words[source.start] in _POINTING_BACK:
        return scene.named_by(tree, source.start) is not None
    for i in range(source.start, source.end):
        if tree.pos[i] in ("PROPN", "PRON") or tree.lemmas[i] in _words("text") or tree.lemmas[i] in _people():
            return True
        if scene.named_by(tree, i) is not None:
            return True
    return False
