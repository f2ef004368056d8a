"""Who says it: the speaker of the innermost quotation around the words, or the writer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from dissensus.actors.mentions import ActorMention
from dissensus.finding.scene import Scene
from dissensus.finding.speech import rebutted, sayings_around, texts, written
from dissensus.finding.tree import Tree
from dissensus.model import ActorType, Holder, Mention, Origin
from dissensus.parsing.parsed import BlockKind, Quotation, QuotationKind, TokenSpan

AUTHOR = "author"
"""The name of a writer who is not known by name."""

UNNAMED = "unnamed source"
"""The name of a holder whom the text quotes and does not name; what the words are about follows."""

_LONGEST_NAME = 8
"""Most words of a holder's name that stands as written."""
_COUNTED = frozenset({"people", "person"})
"""Nouns of sources that a number leaves unnamed: "according to two people with knowledge of it"."""
_POINTING = frozenset({"here", "there", "below", "above"})

_NAMING = frozenset({"call", "brand", "label", "dub", "term", "declare", "deem", "consider", "name", "style"})
_WRITER_AND_READER = frozenset({"i", "we", "me", "us", "my", "our", "you", "one"})
_DETERMINERS = frozenset(
    {"the", "a", "an", "some", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my"}
)


def holder(scene: Scene, tree: Tree, token: int, *, without: Quotation | None = None) -> tuple[Holder, str]:
    """Who says what a token is part of, and a line that says why; `without` is speech to look past."""
    for quotation in sayings_around(scene, tree, token):
        if quotation is without:
            continue
        if rebutted(scene, quotation):
            continue  # "denies accusations by X that it arms them": who denies it says so
        found = speaker(scene, quotation)
        if found is not None:
            return found, f"{quotation.kind.value} speech"
        if quotation.kind is QuotationKind.BLOCK:
            return _unnamed(scene, quotation.content), "block quotation without a named source"
    if _set_apart(scene, tree):
        return _unnamed(scene, [TokenSpan(tree.index, 0, len(tree))]), "block quotation without a named source"
    return author(scene), "the writer's own voice"


def is_retold(scene: Scene, tree: Tree, token: int) -> bool:
    """Whether a token stands in a noun phrase that only names what is spoken of: "praised the cruel regime"."""
    inner = next(iter(sayings_around(scene, tree, token)), None)
    if inner is None or inner.kind is not QuotationKind.INDIRECT:
        return False
    if inner.cue is not None and inner.cue.paragraph == tree.index and tree.deps[token] == "appos":
        named = tree.heads[token]
        if tree.heads[named] == inner.cue.start and tree.lemmas[inner.cue.start] in _NAMING:
            return False  # "called the raid a massacre", as it is parsed
    span = next(s for s in inner.content if s.holds(tree.index, token))
    above = [token, *(a for a in tree.ancestors(token) if span.start <= a < span.end)]
    marks = sum(tree.words[i] in ('"', "''") for i in range(tree.starts[token], token))
    return (
        tree.pos[above[-1]] in ("NOUN", "PROPN") and marks % 2 == 0 and not any(tree.words[a] == "for" for a in above)
    )


def _set_apart(scene: Scene, tree: Tree) -> bool:
    """Whether a whole paragraph stands in quotation marks and none of its words are told apart as someone's."""
    return scene.parsed.paragraphs[tree.index].kind is BlockKind.QUOTE and not scene.quoted_in(tree)


def author(scene: Scene) -> Holder:
    """The writer of the document."""
    return _author(scene.parsed.document.author or AUTHOR)


@lru_cache(maxsize=8)
def _author(name: str) -> Holder:
    return Holder(name=name, is_author=True)


def speaker(scene: Scene, quotation: Quotation) -> Holder | None:
    """The one who is given as saying a quotation; None where that is the writer or nobody in particular."""
    if quotation.source is None:
        return Holder(name=quotation.speaker, is_author=False) if quotation.speaker else None
    span = quotation.source
    tree = scene.trees[span.paragraph]
    mention = _mention_in(scene, tree, span)
    start, end = scene.parsed.offsets(span)
    words = Mention(start=start, end=end, text=scene.parsed.document.text[start:end])
    counted = mention is not None and tree.lemmas[mention.head] in _COUNTED and tree.child(mention.head, "nummod")
    if mention is not None and not counted:
        return Holder(id=mention.actor.id, name=mention.actor.name, is_author=False, mention=words)
    if all(tree.words[i] in _WRITER_AND_READER for i in range(span.start, span.end)):
        return None
    if span.end - span.start == 1 and tree.pos[span.start] == "PRON":
        return Holder(name=UNNAMED, is_author=False, mention=words)
    span = _whole(tree, span, quotation.cue)
    name = _plain(tree, span)
    if name.lower() in written() and not name.istitle():
        return _unnamed(scene, quotation.content, name.lower(), words)
    start, end = scene.parsed.offsets(span)
    words = Mention(start=start, end=end, text=scene.parsed.document.text[start:end])
    return Holder(name=name, is_author=False, mention=words)


def _unnamed(scene: Scene, content: Iterable[TokenSpan], kind: str = "source", words: Mention | None = None) -> Holder:
    """A source that the text leaves without a name, told apart by the country or actor that its words name most."""
    counts: Counter[tuple[bool, str]] = Counter()
    names: dict[str, str] = {}
    for span in content:
        tree = scene.trees[span.paragraph]
        for i in range(span.start, span.end):
            mention = scene.headed_by(tree, i)
            if mention is None:
                continue
            counts[mention.actor.type is ActorType.COUNTRY, mention.actor.id] += 1
            if tree.pos[i] == "PROPN" and mention.actor.origin is not Origin.FOUND:
                names.setdefault(mention.actor.id, scene.parsed.text(mention.span))
    ranked = sorted(counts, key=lambda told: (not told[0], -counts[told]))
    topic = next((names[actor] for _, actor in ranked if actor in names), None)
    name = f"unnamed {kind}"
    return Holder(name=f"{name} on {topic}" if topic else name, is_author=False, mention=words)


def _whole(tree: Tree, span: TokenSpan, cue: TokenSpan | None) -> TokenSpan:
    """A source with what tells it apart behind it: "sources close to the court", "voices claiming to be from Lima"."""
    inside = range(span.start, span.end)
    head = next((i for i in inside if tree.heads[i] not in inside or tree.heads[i] == i), span.start)
    limit = len(tree)
    if cue is not None and cue.paragraph == span.paragraph and cue.start >= span.end:
        limit = cue.start
    for c in tree.children[head]:
        if c < span.end or tree.deps[c] not in ("amod", "acl", "prep"):
            continue
        near, far = tree.left[c], tree.right[c]
        if near == span.end and far <= limit and far - span.start <= _LONGEST_NAME and "," not in tree.words[near:far]:
            span = TokenSpan(span.paragraph, span.start, far)
    return span


def _mention_in(scene: Scene, tree: Tree, span: TokenSpan) -> ActorMention | None:
    """The actor that a source names: what its head means, or the first name in it."""
    inside = range(span.start, span.end)
    heads = [i for i in inside if tree.heads[i] not in inside or tree.heads[i] == i]
    for head in heads:
        mention = scene.headed_by(tree, head) or scene.named_by(tree, head)
        if mention is None or mention.actor.origin is Origin.FOUND:
            mention = _name_beside(scene, tree, head) or mention
        if mention:
            return mention
    for head in heads:
        whose = ("appos",) if tree.tags[head] == "NNS" and tree.lemmas[head] not in texts() else ("appos", "poss")
        for c in tree.all_children(head, *whose):
            mention = scene.headed_by(tree, c)
            if mention and c in inside:
                return mention
        if tree.lemmas[head] in texts():
            for preposition in ("by", "from", "of"):
                for n in tree.prepositional(head, preposition):
                    mention = scene.headed_by(tree, n)
                    if mention:
                        return mention
    return None


def _name_beside(scene: Scene, tree: Tree, head: int) -> ActorMention | None:
    """The person whose name stands beside a description: "a professor of law, Ann Cole, says"."""
    for c in tree.all_children(head, "appos"):
        mention = scene.headed_by(tree, c)
        if mention is not None and mention.actor.type is ActorType.PERSON:
            return mention
    return None


def _plain(tree: Tree, span: TokenSpan) -> str:
    words = range(span.start, span.end)
    first = next((i for i in words if tree.words[i] not in _DETERMINERS), span.start)
    last = span.end - 1 if span.end - 1 > first and tree.words[span.end - 1] in _POINTING else span.end
    return tree.doc[first:last].text.strip(" \"',")
