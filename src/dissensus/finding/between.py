"""What a sentence says between two given actors: the event's type, and who is for or against whom.

The two are taken as given, whoever they are; every other mention gives way where it overlaps them.
"""

from __future__ import annotations

from dissensus.actors.mentions import ActorMention, Resolution, Resolved
from dissensus.finding import lexicons
from dissensus.finding.attitude_features import FRIENDLY, HOSTILE, Place
from dissensus.finding.attitudes import judge
from dissensus.finding.events import find_events
from dissensus.finding.found import Found
from dissensus.finding.scene import Scene
from dissensus.finding.ties import find_ties
from dissensus.finding.tree import Tree
from dissensus.finding.triggers import match
from dissensus.model import Actor, ActorType, Event, EventType, Origin, Tie
from dissensus.parsing.parsed import Parsed, TokenSpan

FIRST, SECOND = "given.1", "given.2"


def event_type(parsed: Parsed, resolved: Resolved, source: TokenSpan, target: TokenSpan) -> EventType | None:
    """The type of what the source does to the target; None where no event is found in the sentence.

    An event with both as its parties counts before one with one of them, and that before the nearest trigger.
    """
    scene, tree = given(parsed, resolved, source, target)
    best: tuple[int, int, EventType] | None = None
    for found in find_events(scene, tree, set()):
        if not isinstance(found.body, Event):
            continue
        actors = {r.id for r in found.body.actors}
        recipients = {r.id for r in found.body.recipients}
        rank = 2 * (FIRST in actors) + 2 * (SECOND in recipients)
        rank += (FIRST in recipients) + (SECOND in actors)
        candidate = (rank, -_distance(tree, found.token, source), found.body.type)
        if best is None or candidate[:2] > best[:2]:
            best = candidate
    if best is not None and best[0] > 0:
        return best[2]
    return _nearest(tree, source, target) or (best[2] if best else None)


def attitude(parsed: Parsed, resolved: Resolved, first: TokenSpan, second: TokenSpan) -> tuple[int, bool]:
    """Who is for or against whom.

    Returns:
        The sign, -1, 0 or 1, and whether it runs from the second to the first.
    """
    scene, tree = given(parsed, resolved, first, second)
    rules = by_rules(scene, tree)
    if first.paragraph != second.paragraph:
        return rules
    told = judge(scene, tree, Place.of(tree, first), Place.of(tree, second), rules)
    return told.sign, told.backwards


def by_rules(scene: Scene, tree: Tree) -> tuple[int, bool]:
    """Who is for or against whom by the ties and events between the two given, as `attitude` returns it."""
    taken: set[int] = set()
    for found in (*find_ties(scene, tree, taken), *find_events(scene, tree, taken)):
        told = _sign_between(found)
        if told is not None:
            return told
    return 0, False


def _sign_between(found: Found) -> tuple[int, bool] | None:
    body = found.body
    if isinstance(body, Tie):
        ends, sign = (body.a.id, body.b.id), int(body.sign)
    elif isinstance(body, Event):
        sign = 1 if body.type in FRIENDLY else -1 if body.type in HOSTILE else 0
        actors, recipients = {r.id for r in body.actors}, {r.id for r in body.recipients}
        if FIRST in actors and SECOND in recipients | actors:
            ends = (FIRST, SECOND)
        elif SECOND in actors and FIRST in recipients:
            ends = (SECOND, FIRST)
        else:
            return None
    else:
        return None
    if not sign or set(ends) != {FIRST, SECOND}:
        return None
    return sign, ends[0] == SECOND


def given(parsed: Parsed, resolved: Resolved, first: TokenSpan, second: TokenSpan) -> tuple[Scene, Tree]:
    """A document with two given actors in it, `FIRST` and `SECOND`, and the parse of the first's paragraph."""
    spans = {FIRST: first, SECOND: second}
    by_token = dict(resolved.by_token)
    by_head = {
        (paragraph, token): mention
        for (paragraph, token), mention in resolved.by_head.items()
        if not any(_overlap(mention.span, span) for span in spans.values())
    }
    scene = Scene(parsed, Resolved(resolved.mentions, by_token, by_head))
    tree = scene.trees[first.paragraph]
    for identifier, span in spans.items():
        if span.paragraph not in scene.trees:
            continue
        own = scene.trees[span.paragraph]
        inside = range(span.start, span.end)
        head = next((i for i in inside if own.heads[i] not in inside or own.heads[i] == i), span.end - 1)
        actor = Actor(id=identifier, name=parsed.text(span), type=ActorType.PEOPLE, origin=Origin.FOUND)
        mention = ActorMention(span, head, actor, Resolution("given", 1.0, "given"))
        for i in inside:
            by_token[span.paragraph, i] = mention
        by_head[span.paragraph, head] = mention
    return scene, tree


def _overlap(one: TokenSpan, other: TokenSpan) -> bool:
    return one.paragraph == other.paragraph and one.start < other.end and other.start < one.end


def _distance(tree: Tree, token: int, span: TokenSpan) -> int:
    return min(abs(token - span.start), abs(token - span.end + 1))


def _nearest(tree: Tree, source: TokenSpan, target: TokenSpan) -> EventType | None:
    """The type of the trigger nearest to both, verbs before nouns; most often it stands between them."""
    best: tuple[int, int, EventType] | None = None
    index = lexicons.events()
    left, right = sorted((source.start, target.start))
    for token in range(len(tree)):
        if source.start <= token < source.end or target.start <= token < target.end:
            continue
        if tree.deps[token] in ("compound", "nmod"):
            continue
        matched = match(tree, token, index)
        if matched is None or matched[0].type is None:
            continue
        between = left < token < right
        far = _distance(tree, token, source) + _distance(tree, token, target)
        candidate = (int(between) + int(matched[0].pos == "v"), -far, matched[0].type)
        if best is None or candidate[:2] > best[:2]:
            best = candidate
    return best[2] if best else None
