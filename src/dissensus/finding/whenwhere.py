"""When and where something is said to have happened: only what the words tie to it, never the day of publication."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from dissensus.actors.mentions import ActorMention
from dissensus.finding.coordinates import coordinates
from dissensus.finding.scene import UNKNOWN_WHEN, Scene
from dissensus.finding.tree import VERBAL, Tree
from dissensus.model import ActorType, DateBasis, DatePrecision, Place, When
from dissensus.parsing.parsed import DateMention

_LOCATIVE = frozenset(
    {"in", "at", "near", "off", "across", "throughout", "around", "outside", "inside", "over", "within", "along"}
)
_PLACES = frozenset({ActorType.COUNTRY, ActorType.PLACE, ActorType.GOVERNMENT, ActorType.BLOC})
_OTHER_TIMES = frozenset({"had", "will", "would", "may", "might", "could", "should", "must", "can", "shall", "to"})
"""Auxiliaries of what happened before, is to happen or may."""

_DEICTIC = {word: datetime.timedelta(days) for word, days in (("yesterday", -1), ("today", 0), ("tomorrow", 1))}

_SAME_HAPPENING = frozenset(
    {"xcomp", "dobj", "nsubj", "nsubjpass", "pobj", "prep", "attr", "acl", "agent", "conj", "pcomp"}
)


_AGE = 30
"""Years."""


def when(scene: Scene, tree: Tree, token: int, extras: Sequence[int] = ()) -> When:
    """The date that hangs on what happens, or on the verb that tells it; unknown otherwise.

    Args:
        scene: the document.
        tree: the parse.
        token: the trigger's head.
        extras: its further words, whose dates are its own ("won the election of 20 October").
    """
    mentions = scene.dates_in_sentence(tree, token)
    told = [m for m in mentions if m.when.basis is not DateBasis.UNKNOWN and not _spans_ages(m)]
    if told:
        for at in (token, *extras):
            near = [m for m in told if _hangs_on(tree, m, at) or _before_noun(tree, m, at)]
            if near:
                return _as_spoken(scene, tree, min(near, key=lambda m: abs(m.span.start - token)))
        at, steps = token, 0
        while steps < 5 and _same_happening(tree, at):
            at, steps = tree.heads[at], steps + 1
            near = [m for m in told if _hangs_on(tree, m, at)]
            if near:
                return _as_spoken(scene, tree, min(near, key=lambda m: abs(m.span.start - token)))
    if any(_same_day(tree, m) and (_hangs_on(tree, m, token) or not told) for m in mentions):
        return scene.last_day_before(tree, token)
    entry = scene.entry_date(tree, token)
    return entry if all(m.when == entry for m in told) and _tells_on(tree, token) else UNKNOWN_WHEN


def _as_spoken(scene: Scene, tree: Tree, mention: DateMention) -> When:
    """A date; `yesterday` of who is quoted counts from the day on which they said so, where that is told."""
    word = tree.words[mention.span.start]
    if word not in _DEICTIC or mention.span.end - mention.span.start > 1:
        return mention.when
    for quotation in scene.quotations_around(tree, mention.span.start):
        cue = quotation.cue
        if cue is None or cue.paragraph != tree.index:
            continue
        for said in scene.dates_in_sentence(tree, cue.start):
            if said.when.precision is DatePrecision.DAY and _hangs_on(tree, said, cue.start) and said.when.start:
                day = (datetime.date.fromisoformat(said.when.start) + _DEICTIC[word]).isoformat()
                return mention.when.model_copy(update={"start": day, "end": day, "basis": DateBasis.TEXT})
    return mention.when


def _tells_on(tree: Tree, token: int) -> bool:
    """Whether a verb tells the story on: a main clause in the present or the simple past."""
    while tree.deps[token] == "conj" and tree.pos[tree.heads[token]] in VERBAL:
        token = tree.heads[token]
    if tree.deps[token] != "ROOT" or tree.pos[token] not in VERBAL:
        return False
    return not any(tree.words[c] in _OTHER_TIMES for c in tree.children[token] if tree.deps[c] == "aux")


def _same_happening(tree: Tree, at: int) -> bool:
    """Whether what governs a token tells the same happening, or one told in the same breath."""
    head, dep = tree.heads[at], tree.deps[at]
    if head == at or dep not in _SAME_HAPPENING:
        return False
    if dep == "conj" and tree.pos[at] in VERBAL:
        return tree.tags[at] == tree.tags[head] and tree.child(at, "nsubj", "nsubjpass") is None
    return True


def _spans_ages(mention: DateMention) -> bool:
    """Whether a date is a century or more, which dates no event: "an article from the 19th century"."""
    start, end = mention.when.start, mention.when.end
    return start is not None and end is not None and int(end[:4]) - int(start[:4]) > _AGE


def _before_noun(tree: Tree, mention: DateMention, token: int) -> bool:
    """Whether a date stands inside the noun phrase before its noun: "the April 2024 embassy assault"."""
    return tree.pos[token] == "NOUN" and tree.left[token] <= mention.span.start and mention.span.end <= token


def _same_day(tree: Tree, mention: DateMention) -> bool:
    """Whether a date of the story is the day told last: "the same day", "that evening"."""
    words = tree.words[mention.span.start : mention.span.end]
    return "same" in words or (words[:1] == ["that"] and len(words) > 1)


def _hangs_on(tree: Tree, mention: DateMention, token: int) -> bool:
    """Whether a date is a modifier of a token: directly, or through one preposition or noun of time."""
    span = mention.span
    inside = range(span.start, span.end)
    top = next((i for i in inside if tree.heads[i] not in inside), span.start)
    if token in inside:
        return False
    for _ in range(3):
        head = tree.heads[top]
        if head == token:
            return tree.deps[top] in (
                "prep",
                "npadvmod",
                "advmod",
                "nmod",
                "compound",
                "amod",
                "poss",
                "tmod",
                "pobj",
                "appos",
                "nummod",
                "dobj",
            )
        if tree.deps[head] not in ("prep", "pobj", "npadvmod", "mark", "advmod") or head == top:
            return False
        top = head
    return False


def where(scene: Scene, tree: Tree, token: int) -> Place | None:
    """The place that what happens is said to be in."""
    candidates = [token]
    head = tree.heads[token]
    if tree.deps[token] in ("dobj", "nsubj", "nsubjpass", "xcomp", "conj") and head != token:
        candidates.append(head)
    for at in candidates:
        for c in tree.children[at]:
            if tree.deps[c] == "prep" and tree.words[c] in _LOCATIVE:
                for p in tree.children[c]:
                    mention = _place(scene, tree, p)
                    if mention:
                        at_point = coordinates(mention.actor)
                        return Place(
                            name=mention.actor.name,
                            country=mention.actor.country,
                            lat=at_point.lat if at_point else None,
                            lon=at_point.lon if at_point else None,
                        )
    return None


def _place(scene: Scene, tree: Tree, token: int) -> ActorMention | None:
    mention = scene.headed_by(tree, token) or scene.named_by(tree, token)
    if mention and mention.actor.type in _PLACES:
        return mention
    behind = tree.prepositional(token, "of") or tree.prepositional(token, "in")
    for n in behind:
        inside = scene.headed_by(tree, n)
        if inside and inside.actor.type in _PLACES:
            return inside
    return None
