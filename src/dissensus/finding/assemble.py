"""From what the finders found to statements: evidence, holder, commitment, confidence, explanation and id."""

from __future__ import annotations

from functools import cache
from importlib.metadata import version

from dissensus.finding.calibration import probability, traits
from dissensus.finding.evidence import evidence, quoted
from dissensus.finding.found import Found
from dissensus.finding.holders import author, holder, is_retold
from dissensus.finding.identity import statement_id
from dissensus.finding.modality import commitment
from dissensus.finding.romance_figures import LANGUAGES, RomanceFigure
from dissensus.finding.scene import Scene
from dissensus.finding.speech import sayings_around
from dissensus.finding.tree import Tree
from dissensus.model import (
    Commitment,
    DocumentRef,
    Event,
    Evidence,
    Explanation,
    Extractor,
    Figure,
    Holder,
    Kind,
    Statement,
    Tie,
)
from dissensus.parsing.parsed import Quotation, QuotationKind, Stance, TokenSpan

_UNPARSED = 0.6
"""How sure a figure is that was read without a parse."""
_MAKING_KNOWN = frozenset({"announce", "declare", "disclose", "reveal", "confirm", "admit"})
_GRANTED = "taken for granted: a title or apposition"


@cache
def extractor() -> Extractor:
    """This program, as statements name it."""
    return Extractor(name="dissensus", version=version("dissensus"))


def document_ref(scene: Scene) -> DocumentRef:
    """The document as its statements name it."""
    d = scene.parsed.document
    return DocumentRef(id=d.id, path=d.path, source=d.source, title=d.title, date=d.date)


def statement(scene: Scene, document: DocumentRef, found: Found) -> Statement:
    """One statement."""
    tree, token = found.tree, found.token
    quote = quoted(scene, found.quote) if found.quote else evidence(scene, tree, token, found.mentions, found.extras)
    who, how_held = holder(scene, tree, token)
    voiced = _voiced(scene, found, who)
    if voiced is not None:
        who, how_held = holder(scene, tree, token, without=voiced)
    if _labels_itself(found, who):
        who, how_held = author(scene), "nobody is given as labelling itself: the writer's word"
    elif found.kind is Kind.LABEL and found.presupposed and is_retold(scene, tree, token):
        who, how_held = author(scene), "the writer's word for what is spoken of"
    elif found.kind is Kind.EVENT and found.presupposed and is_retold(scene, tree, token):
        who, how_held = author(scene), "the writer's word for what someone takes a stand on"
    elif found.kind is Kind.TIE and found.presupposed and not who.is_author and _only_told(scene, tree, token):
        who, how_held = author(scene), "the writer's word for who someone is"
    firmness, how_firm = (
        (Commitment.STATED, _GRANTED) if found.presupposed else commitment(scene, tree, token, refused=found.refused)
    )
    if found.kind is Kind.LABEL and firmness is Commitment.ALLEGED and _own_opinion(scene, tree, token, how_firm):
        firmness, how_firm = Commitment.STATED, "one's own opinion"
    words = tuple(scene.parsed.text(TokenSpan(tree.index, i, i + 1)) for i in sorted({token, *found.extras}))
    body = found.body
    return Statement(
        id=statement_id(found.kind, document.id, quote, who, firmness.value, body),
        kind=found.kind,
        document=document,
        evidence=quote,
        holder=who,
        commitment=firmness,
        confidence=probability(traits(scene, found, firmness)),
        extractor=extractor(),
        explanation=Explanation(
            rule=found.rule,
            lexicon=found.lexicon,
            words=words,
            notes=(
                *(f"{m.actor.name}: {m.why.detail}" for m in found.mentions),
                f"holder: {how_held}",
                f"commitment: {how_firm}",
            ),
        ),
        **{found.kind.value: body},  # type: ignore[arg-type]
    )


def _only_told(scene: Scene, tree: Tree, token: int) -> bool:
    """Whether the words around are another's as the writer tells them, none of them between quotation marks."""
    inner = next(iter(sayings_around(scene, tree, token)), None)
    return inner is not None and inner.kind in (QuotationKind.INDIRECT, QuotationKind.ACCORDING)


def unparsed_figure(scene: Scene, document: DocumentRef, told: RomanceFigure) -> Statement:
    """The statement of a figure in a paragraph of another language: its source's, or the writer's own."""
    body = Figure(
        subject=told.subject, measure=told.measure, value=told.value, unit=told.unit, approximate=told.approximate
    )
    text = scene.parsed.document.text[told.start : told.end]
    quote = Evidence(start=told.start, end=told.end, quote=text)
    who = author(scene)
    if told.quoted:
        who = Holder(name=f"unnamed {LANGUAGES[told.language]}-language source", is_author=False)
    return Statement(
        id=statement_id(Kind.FIGURE, document.id, quote, who, Commitment.STATED.value, body),
        kind=Kind.FIGURE,
        document=document,
        evidence=quote,
        holder=who,
        commitment=Commitment.STATED,
        confidence=_UNPARSED,
        extractor=extractor(),
        explanation=Explanation(
            rule="figure.unparsed",
            lexicon="romance_numbers.tsv",
            words=(told.words,),
            notes=(f"paragraph in {LANGUAGES[told.language]}, read without a parse",),
        ),
        figure=body,
    )


def _own_opinion(scene: Scene, tree: Tree, token: int, how_firm: str) -> bool:
    """Whether a loaded word is what the one who speaks thinks himself: "I think she is a tyrant"."""
    inner = next(iter(sayings_around(scene, tree, token)), None)
    if inner is None or inner.stance is not Stance.HYPOTHESIS or Stance.HYPOTHESIS.value not in how_firm:
        return False
    return inner.source is not None and scene.parsed.text(inner.source).lower() in ("i", "we")


def _voiced(scene: Scene, found: Found, who: Holder) -> Quotation | None:
    """The speech whose speaker does by it what is told, which others tell of: "repeated his charges against X"."""
    tree, token = found.tree, found.token
    if who.id is None or tree.deps[token] != "dobj" or tree.pos[token] != "NOUN":
        return None
    inner = next(iter(sayings_around(scene, tree, token)), None)
    if inner is None or inner.stance is not Stance.NEUTRAL or inner.kind is not QuotationKind.INDIRECT:
        return None
    if inner.cue is None or not inner.cue.holds(tree.index, tree.heads[token]):
        return None
    if isinstance(found.body, Event) and tree.lemmas[inner.cue.start] in _MAKING_KNOWN:
        return None
    body = found.body
    doers = body.actors if isinstance(body, Event) else (body.a,) if isinstance(body, Tie) else ()
    return inner if any(doer.id == who.id for doer in doers) else None


def _labels_itself(found: Found, who: Holder) -> bool:
    """Whether a loaded word falls on the one who would be its holder."""
    return found.kind is Kind.LABEL and who.id is not None and any(m.actor.id == who.id for m in found.mentions)
