"""Who says it: the speaker of the innermost quotation around the words, or the writer."""

from __future__ import annotations

from dissensus.actors.mentions import ActorMention
from dissensus.finding.scene import Scene
from dissensus.finding.speech import sayings_around
from dissensus.finding.tree import Tree
from dissensus.model import Holder, Mention
from dissensus.parsing.parsed import BlockKind, Quotation, QuotationKind, TokenSpan

AUTHOR = "author"
"""The name of a writer who is not known by name."""

UNNAMED = "unnamed source"
"""The name of a holder whom the text quotes and does not name."""

_WRITER_AND_READER = frozenset({"i", "we", "me", "us", "my", "our", "you", "one"})
_DETERMINERS = frozenset(
    {"the", "a", "an", "some", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my"}
)


def holder(scene: Scene, tree: Tree, token: int) -> tuple[Holder, str]:
    """Who says what a token is part of, and a line that says why."""
    for quotation in sayings_around(scene, tree, token):
        found = speaker(scene, quotation)
        if found is not None:
            return found, f"{quotation.kind.value} speech"
        if quotation.kind is QuotationKind.BLOCK:
            return Holder(name=UNNAMED, is_author=False), "block quotation without a named source"
    if _set_apart(scene, tree):
        return Holder(name=UNNAMED, is_author=False), "block quotation without a named source"
    return author(scene), "the writer's own voice"


def _set_apart(scene: Scene, tree: Tree) -> bool:
    """Whether a whole paragraph stands in quotation marks and none of its words are told apart as someone's."""
    return scene.parsed.paragraphs[tree.index].kind is BlockKind.QUOTE and not scene.quoted_in(tree)


def author(scene: Scene) -> Holder:
    """The writer of the document."""
    return Holder(name=scene.parsed.document.author or AUTHOR, is_author=True)


def speaker(scene: Scene, quotation: Quotation) -> Holder | None:
    """The one who is given as saying a quotation; None where that is the writer or nobody in particular."""
    if quotation.source is None:
        return Holder(name=quotation.speaker, is_author=False) if quotation.speaker else None
    span = quotation.source
    tree = scene.trees[span.paragraph]
    mention = _mention_in(scene, tree, span)
    start, end = scene.parsed.offsets(span)
    words = Mention(start=start, end=end, text=scene.parsed.document.text[start:end])
    if mention is not None:
        return Holder(id=mention.actor.id, name=mention.actor.name, is_author=False, mention=words)
    if all(tree.words[i] in _WRITER_AND_READER for i in range(span.start, span.end)):
        return None
    if span.end - span.start == 1 and tree.pos[span.start] == "PRON":
        return Holder(name=UNNAMED, is_author=False, mention=words)
    return Holder(name=_plain(tree, span), is_author=False, mention=words)


def _mention_in(scene: Scene, tree: Tree, span: TokenSpan) -> ActorMention | None:
    """The actor that a source names: what its head means, or the first name in it."""
    inside = range(span.start, span.end)
    heads = [i for i in inside if tree.heads[i] not in inside or tree.heads[i] == i]
    for head in heads:
        mention = scene.headed_by(tree, head) or scene.named_by(tree, head)
        if mention:
            return mention
    for head in heads:
        for c in tree.all_children(head, "appos", "poss"):
            mention = scene.headed_by(tree, c)
            if mention and c in inside:
                return mention
    return None


def _plain(tree: Tree, span: TokenSpan) -> str:
    words = range(span.start, span.end)
    first = next((i for i in words if tree.words[i] not in _DETERMINERS), span.start)
    return tree.doc[first : span.end].text.strip(" \"',")
