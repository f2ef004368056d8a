"""Who is for or against whom in a sentence: a small learned model over the features of `attitude_features`.

The model is multinomial logistic regression; its weights are a plain table, `learned/attitude.tsv`, one feature a line,
and `learned/attitude.md` says what it was trained on, how well it does, and by which command.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from dissensus.actors.mentions import ActorMention
from dissensus.actors.resolve import reference
from dissensus.finding.attitude_features import SIGNED, Place, classes, features, path
from dissensus.finding.found import Found
from dissensus.finding.scene import Scene
from dissensus.finding.tree import Tree
from dissensus.model import ActorType, Kind, Origin, Relation, Tie
from dissensus.tables import package_table

CLASSES = ("neutral", "positive A>B", "positive B>A", "negative A>B", "negative B>A")
"""In the order of the weights."""

REASONS = 4
"""Features told of a decision."""

_MOST_NAMES = 5
"""Names in a sentence that pairs are made of; longer lists say little of each pair."""

_LONGEST_PATH = 6
_ASIDE = frozenset({"relcl", "acl", "appos"})
"""Labels of what is said aside of a word: an attitude does not reach into it."""

_MARK = re.compile(r"\b[AB]\b")


@dataclass(slots=True, frozen=True)
class Model:
    """The trained weights.

    Attributes:
        row: the row of each feature in `weights`.
        weights: one row a feature, one column a class.
        bias: of each class.
        shift: added to the classes' scores before the highest is taken, so that rare classes are found too.
        sure: the least probability at which a tie is told.
    """

    row: dict[str, int]
    weights: NDArray[np.float64]
    bias: NDArray[np.float64]
    shift: NDArray[np.float64]
    sure: float


@dataclass(slots=True, frozen=True)
class Judgement:
    """What the model makes of two given actors.

    Attributes:
        sign: -1, 0 or 1.
        backwards: whether it runs from the second to the first.
        probability: of the likeliest attitude, whether or not it is the one that was decided for.
        reasons: the features that did most for the decision, with what each adds to its score.
    """

    sign: int
    backwards: bool
    probability: float
    reasons: tuple[tuple[str, float], ...]

    def in_words(self, first: str, second: str) -> str:
        """The reasons as one line, the two names put for their marks."""
        names = {"A": first, "B": second}
        told = [(_MARK.sub(lambda m: names[m.group()], name), worth) for name, worth in self.reasons]
        return "; ".join(f"{name} ({worth:+.2f})" for name, worth in told)


@cache
def model() -> Model:
    """The weights, read at the first call."""
    table = package_table("dissensus.finding", "learned/attitude.tsv", ("feature", *CLASSES))
    weights = np.array([[float(row[name]) for name in CLASSES] for row in table])
    settings = json.loads(files("dissensus.finding").joinpath("learned/attitude.json").read_text(encoding="utf-8"))
    return Model(
        row={row["feature"]: number for number, row in enumerate(table)},
        weights=weights,
        bias=np.array(settings["bias"]),
        shift=np.array(settings["shift"]),
        sure=settings["sure"],
    )


def ruled(sign: int, backwards: bool) -> str:
    """What the rules found, as a feature tells it."""
    return "none" if not sign else f"{'+' if sign > 0 else '-'} {'B>A' if backwards else 'A>B'}"


def judge(scene: Scene, tree: Tree, one: Place, two: Place, rules: tuple[int, bool] = (0, False)) -> Judgement:
    """Who is for or against whom, of two actors of one paragraph.

    Swapping the two turns the direction round and changes nothing else.

    Args:
        scene: the document.
        tree: the paragraph's parse.
        one: the first.
        two: the second.
        rules: sign and direction (true: from the second to the first) that rules found; a feature among others.
    """
    swapped = two.start < one.start
    if swapped:
        one, two, rules = two, one, (rules[0], not rules[1])
    learned = model()
    rows = [(name, learned.row[name]) for name in features(scene, tree, one, two, ruled(*rules)) if name in learned.row]
    scores = learned.weights[[row for _, row in rows]].sum(axis=0) + learned.bias
    told = int(np.argmax(scores + learned.shift))
    likely = np.exp(scores - scores.max())
    likely /= likely.sum()
    against = learned.weights[:, 0] if told else learned.weights[:, 1 + int(np.argmax(scores[1:]))]
    worth = [(name, float(learned.weights[row, told] - against[row])) for name, row in rows]
    worth.sort(key=lambda pair: (-pair[1], pair[0]))
    sign = 0 if told == 0 else 1 if told < 3 else -1
    backwards = told in (2, 4)
    reasons = tuple(pair for pair in worth[:REASONS] if pair[1] > 0)
    if swapped:
        reasons = tuple((_MARK.sub(lambda m: "B" if m.group() == "A" else "A", name), w) for name, w in reasons)
        backwards = bool(sign) and not backwards
    return Judgement(sign, backwards, float(likely[1:].max()), reasons)


def find_attitudes(scene: Scene, tree: Tree, taken_pairs: set[frozenset[str]]) -> Iterator[Found]:
    """Ties `supports` and `opposes` between named actors of a sentence where the model is sure.

    Args:
        scene: the document.
        tree: the paragraph's parse.
        taken_pairs: ids of actors that other statements relate already; what is found is added.
    """
    named: list[ActorMention] = []
    at = -1
    for token in range(len(tree)):
        if tree.starts[token] != at:
            yield from _of_sentence(scene, tree, named, taken_pairs)
            named, at = [], tree.starts[token]
        mention = scene.headed_by(tree, token)
        if mention is not None and tree.pos[token] == "PROPN" and _has_attitudes(mention):
            named.append(mention)
    yield from _of_sentence(scene, tree, named, taken_pairs)


def _has_attitudes(mention: ActorMention) -> bool:
    kind, origin = mention.actor.type, mention.actor.origin
    return kind is not ActorType.PLACE and (origin is not Origin.FOUND or kind is ActorType.PERSON)


def _of_sentence(scene: Scene, tree: Tree, named: list[ActorMention], taken: set[frozenset[str]]) -> Iterator[Found]:
    if not 2 <= len(named) <= _MOST_NAMES:
        return
    for number, a in enumerate(named):
        for b in named[number + 1 :]:
            pair = frozenset((a.actor.id, b.actor.id))
            if len(pair) == 1 or pair in taken:
                continue
            way = path(tree, a.head, b.head)
            if way.top is None or way.direct or way.length > _LONGEST_PATH:
                continue
            one, two = (Place(m.head, m.span.start, m.span.end) for m in (a, b))
            told = judge(scene, tree, one, two)
            ends = (b, a) if told.backwards else (a, b)
            if told.sign and told.probability >= model().sure and _acts_on(tree, ends[0].head, ends[1].head):
                taken.add(pair)
                yield _tie(scene, tree, ends, told, way.top, (a, b))


def _acts_on(tree: Tree, holder: int, target: int) -> bool:
    """Whether one is the subject, or the agent of the passive, of a verb whose own phrase holds the other.

    Without this the model takes an attitude of whoever stands near: of a possessor, a modifier, a fellow subject.
    """
    first = tree.first_conjunct(holder)
    subject, verb = first, tree.heads[first]
    if tree.deps[first] == "pobj" and tree.deps[verb] == "agent":
        subject, verb = verb, tree.heads[verb]
    elif tree.deps[first] != "nsubj":
        return False
    if not tree.left[verb] <= target < tree.right[verb] or tree.left[subject] <= target < tree.right[subject]:
        return False
    while target != verb:
        if tree.deps[target] in _ASIDE:
            return False
        target = tree.heads[target]
    return True


def _tie(
    scene: Scene,
    tree: Tree,
    ends: tuple[ActorMention, ActorMention],
    told: Judgement,
    top: int,
    pair: tuple[ActorMention, ActorMention],
) -> Found:
    token = _telling_word(tree, top, pair)
    body = Tie(
        a=reference(ends[0], scene.parsed),
        relation=Relation.SUPPORTS if told.sign > 0 else Relation.OPPOSES,
        b=reference(ends[1], scene.parsed),
        sign=1 if told.sign > 0 else -1,
    )
    reasons = told.in_words(pair[0].actor.name, pair[1].actor.name)
    return Found(Kind.TIE, body, tree, token, (), ends, "attitude", f"attitude.tsv: {reasons}")


def _telling_word(tree: Tree, top: int, pair: tuple[ActorMention, ActorMention]) -> int:
    """The word that holder and commitment are told from: the nearest to the top on the way that our lexicons know."""
    way = path(tree, pair[0].head, pair[1].head)
    for token in (top, *reversed(way.first), *reversed(way.second)):
        if any(told in SIGNED for told in classes(tree, token)):
            return token
    return top
