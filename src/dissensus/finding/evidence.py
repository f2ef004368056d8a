"""The words that say it: from the trigger and its parties out to a phrase that a reader understands by itself."""

from __future__ import annotations

from collections.abc import Iterable

from dissensus.actors.mentions import ActorMention
from dissensus.finding.governing import wished_for
from dissensus.finding.lexicons import events
from dissensus.finding.scene import Scene
from dissensus.finding.tree import VERBAL, Tree
from dissensus.model import EventType, Evidence
from dissensus.parsing.parsed import TokenSpan

_LONGEST = 40
"""Tokens; a longer phrase is cut back to trigger and parties."""

_SPOKEN = frozenset({EventType.REQUEST, EventType.THREATEN, EventType.ACCUSE, EventType.REJECT})
_OTHER_CLAUSES = frozenset({"conj", "advcl", "ccomp", "relcl", "parataxis", "appos", "acl"})


def evidence(
    scene: Scene, tree: Tree, token: int, mentions: Iterable[ActorMention], extras: Iterable[int] = ()
) -> Evidence:
    """The quotation that a statement rests on, inside the sentence of its trigger."""
    first, last = tree.starts[token], tree.ends[token]
    needed = [token, *extras]
    for mention in mentions:
        if mention.span.paragraph == tree.index and first <= mention.span.start < last:
            needed.extend((mention.span.start, mention.span.end - 1))
    left, right = min(needed), max(needed)
    top = _top(tree, token)
    for c in (top, token):
        for child in tree.children[c]:
            if tree.deps[child] in ("punct", "cc"):
                continue
            if tree.pos[child] in VERBAL and tree.deps[child] in _OTHER_CLAUSES and not _is_told(tree, c, child):
                continue
            near, far = tree.left[child], tree.right[child] - 1
            if far - near < _LONGEST // 2:
                left, right = min(left, near), max(right, far)
    if right - left + 1 > _LONGEST:
        left, right = min(needed), max(needed)
    left, right = max(left, first), min(right, last - 1)
    while right > left and tree.pos[right] in ("PUNCT", "SPACE", "CCONJ") and tree.words[right] not in ("'", '"', ")"):
        right -= 1
    while left < right and tree.pos[left] in ("PUNCT", "SPACE", "CCONJ") and tree.words[left] not in ("'", '"', "("):
        left += 1
    return quoted(scene, TokenSpan(tree.index, left, right + 1))


def _is_told(tree: Tree, verb: int, child: int) -> bool:
    """Whether a clause is all that tells what someone asks, warns or complains of: "urged that they be freed"."""
    if child < verb:
        return False
    if tree.deps[child] == "advcl":
        return wished_for(tree, child) is not None
    if tree.deps[child] != "ccomp" or tree.child(child, "mark") is None:
        return False
    return any(line.pos == "v" and line.type in _SPOKEN for line in events().get(tree.lemmas[verb], ()))


def quoted(scene: Scene, span: TokenSpan) -> Evidence:
    """A span of tokens as evidence."""
    start, end = scene.parsed.offsets(span)
    return Evidence(start=start, end=end, quote=scene.parsed.document.text[start:end])


def _top(tree: Tree, token: int) -> int:
    """The verb that carries a noun, so that the phrase is not torn from it."""
    head = tree.heads[token]
    if (
        tree.pos[token] not in VERBAL
        and tree.deps[token] in ("dobj", "nsubj", "nsubjpass", "attr")
        and tree.pos[head] in VERBAL
    ):
        return head
    return token
