"""From what the finders found to statements: evidence, holder, commitment, confidence, explanation and id."""

from __future__ import annotations

from functools import cache
from importlib.metadata import version

from dissensus.finding.calibration import probability, traits
from dissensus.finding.evidence import evidence, quoted
from dissensus.finding.found import Found
from dissensus.finding.holders import author, holder
from dissensus.finding.identity import statement_id
from dissensus.finding.modality import commitment
from dissensus.finding.scene import Scene
from dissensus.model import DocumentRef, Explanation, Extractor, Holder, Kind, Statement
from dissensus.parsing.parsed import TokenSpan


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
    if _labels_itself(found, who):
        who, how_held = author(scene), "nobody is given as labelling itself: the writer's word"
    firmness, how_firm = commitment(scene, tree, token)
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


def _labels_itself(found: Found, who: Holder) -> bool:
    """Whether a loaded word falls on the one who would be its holder."""
    return found.kind is Kind.LABEL and who.id is not None and any(m.actor.id == who.id for m in found.mentions)
