"""Which of the quotations around some words count as someone's saying them.

Parsing finds everything that is given as someone's: words, but also wishes and plans, and what things that cannot speak
are said to show ("the raids signal that ..."). Only who says something is its holder.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from dissensus.finding.given import definite
from dissensus.finding.governing import is_infinitive
from dissensus.finding.lexicons import deeds
from dissensus.finding.scene import Scene
from dissensus.finding.tree import Tree
from dissensus.parsing.parsed import Quotation, QuotationKind, Stance, TokenSpan
from dissensus.tables import package_table

_UNSAID = frozenset({"refuse", "decline"})
_NOBODY = frozenset({"nobody", "none", "no"})
_POINTING_BACK = frozenset({"which", "that", "what", "this", "these", "those", "whatever"})
"""Words for things and deeds as much as for those who speak: "the crisis, which explains why"."""
_MARKS = frozenset({'"', "''", "``"})
_PAST = frozenset({"was", "were", "had", "has", "have"})
_PROVING = frozenset({"be", "prove", "remain"})
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
    found: list[Quotation] = []
    aside = False
    for quotation in scene.quotations_around(tree, token):
        if aside and not any(span.holds(tree.index, token) for span in quotation.content):
            continue  # holds only the words that are told aside
        if _told_aside(tree, token, quotation):
            aside = True
        elif _is_said(scene, quotation) and not _put_in(tree, token, quotation):
            found.append(quotation)
    return found


def _put_in(tree: Tree, token: int, quotation: Quotation) -> bool:
    """Whether the writer put a token in brackets into words of another that are given in the writer's own."""
    if quotation.kind in _GIVEN_VERBATIM:
        return False
    for span in quotation.content:
        if span.holds(tree.index, token):
            before = tree.words[span.start : token]
            return before.count("(") > before.count(")")
    return False


def _told_aside(tree: Tree, token: int, quotation: Quotation) -> bool:
    """Whether a token only tells the reader whom or what someone speaks of: "praised the men who had ousted him".

    What stands in a clause of the past behind a noun in what is praised, asked for or promised is the writer's, and so
    is what someone "called", with no more words ("a strike called by the union"), and what someone takes a stand on
    ("condemned the coup").
    """
    cue = quotation.cue
    if quotation.kind is not QuotationKind.INDIRECT or cue is None or cue.paragraph != tree.index:
        return False
    if tree.deps[cue.start] == "acl" and token in (cue.start, tree.heads[cue.start]):
        return True
    span = next((s for s in quotation.content if s.holds(tree.index, token)), None)
    if span is None:
        return False
    if quotation.stance is Stance.QUESTION and any(
        tree.words[c] == "about" and c < token < tree.right[c] for c in tree.children[cue.start]
    ):
        return _names_a_thing(tree, token, span)
    if tree.lemmas[cue.start] in _words("reaction") and not span.holds(tree.index, tree.heads[token]):
        return tree.pos[token] == "NOUN" and definite(tree, token)
    if sum(tree.words[i] in _MARKS for i in range(tree.starts[token], token)) % 2:
        return False
    told, top = False, token
    for at in (token, *tree.ancestors(token)):
        if not span.holds(tree.index, at):
            break
        told = told or (tree.deps[at] == "relcl" and _is_past(tree, at))
        top = at
    return told and (tree.pos[top] in ("NOUN", "PROPN") or is_infinitive(tree, top))


def _names_a_thing(tree: Tree, token: int, span: TokenSpan) -> bool:
    """Whether a noun names what is spoken of, in words that are no clause: "asked about their raid on the camp"."""
    above = (token, *(a for a in tree.ancestors(token) if span.start <= a < span.end))
    return all(tree.pos[a] in ("NOUN", "PROPN", "ADP", "NUM") for a in above)


def _is_past(tree: Tree, verb: int) -> bool:
    return tree.tags[verb] == "VBD" or any(tree.words[c] in _PAST for c in tree.children[verb])


def _is_said(scene: Scene, quotation: Quotation) -> bool:
    if quotation.kind in _GIVEN_VERBATIM:
        return True
    if quotation.cue is not None:
        tree = scene.trees[quotation.cue.paragraph]
        cue = range(quotation.cue.start, quotation.cue.end)
        if any(tree.lemmas[i] in _words("mind") for i in cue if tree.pos[i] in ("VERB", "NOUN", "ADJ")):
            if tree.lemmas[quotation.cue.start] in _UNSAID:
                told = tree.child(quotation.cue.start, "xcomp")
                return told is not None and tree.child(told, "ccomp") is not None  # "refused to confirm that he left"
            # "sees X as a threat" is what one thinks of X, "saw X leave" is not
            return any(tree.words[c] == "as" and tree.deps[c] == "prep" for i in cue for c in tree.children[i])
        if tree.lemmas[quotation.cue.start] in _words("showing"):
            if quotation.source is None:
                return False
            source = scene.trees[quotation.source.paragraph]
            return any(source.lemmas[i] in _words("text") for i in range(quotation.source.start, quotation.source.end))
    return quotation.source is None or can_speak(scene, quotation.source)


def rebutted(scene: Scene, quotation: Quotation) -> bool:
    """Whether a claim is one that whoever speaks denies: "rejected the accusation that"."""
    if quotation.cue is None:
        return False
    tree, noun = scene.trees[quotation.cue.paragraph], quotation.cue.start
    verb = tree.heads[noun]
    if quotation.stance is Stance.DEMAND and tree.lemmas[verb] != "deny":
        return False  # "rejected a suggestion that she resign"
    if (
        tree.deps[noun] == "nsubj"
        and tree.lemmas[verb] in _PROVING
        and all(tree.deps[c] != "neg" for c in tree.children[verb])
    ):
        return any(tree.lemmas[c] in _words("untrue") for c in tree.all_children(verb, "acomp", "attr", "oprd"))
    if tree.deps[noun] not in ("dobj", "nsubjpass") or tree.lemmas[verb] not in _words("rebutting"):
        return False
    return all(tree.deps[c] != "neg" for c in tree.children[verb])


def can_speak(scene: Scene, source: TokenSpan) -> bool:
    """Whether a source is an actor, a person or a text, and not a thing or a deed."""
    tree = scene.trees[source.paragraph]
    if tree.words[source.start] in _NOBODY:
        return False
    if source.end - source.start == 1 and tree.words[source.start] in _POINTING_BACK:
        return scene.named_by(tree, source.start) is not None
    inside: Sequence[int] = range(source.start, source.end)
    head = next((i for i in inside if tree.heads[i] not in inside or tree.heads[i] == i), source.start)
    if tree.tags[head] == "NNS" and deeds(tree.lemmas[head], "n") and scene.headed_by(tree, head) is None:
        return tree.lemmas[head] in _words("text")  # "American sanctions would encourage them to leave"
    if tree.lemmas[head] in _words("mute") and tree.pos[head] == "NOUN" and scene.headed_by(tree, head) is None:
        return False
    if tree.pos[head] == "NOUN":
        # "a hostile gesture by Peru" is no one, whoever stands behind it
        told = [c for c in tree.children[head] if tree.deps[c] == "appos" or tree.words[c] == "of"]
        beside = {n for c in told for n in range(tree.left[c], tree.right[c])}
        inside = [i for i in inside if i <= head or i in beside]
    for i in inside:
        if tree.pos[i] in ("PROPN", "PRON") or tree.lemmas[i] in _words("text") or tree.lemmas[i] in _people():
            return True
        if scene.named_by(tree, i) is not None:
            return True
    return False
