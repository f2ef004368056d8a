"""Accusations told by what someone calls another: "called him a warlord", "described it as a kleptocracy"."""

from __future__ import annotations

from collections.abc import Iterator

from dissensus.actors.mentions import ActorMention
from dissensus.finding.clauses import clause
from dissensus.finding.found import Found
from dissensus.finding.lexicons import labels, scores
from dissensus.finding.parties import parties
from dissensus.finding.scene import Scene
from dissensus.finding.stances import predicate
from dissensus.finding.tree import VERBAL, Tree
from dissensus.finding.whenwhere import when, where
from dissensus.model import Event, EventType, Kind

_CALLING = frozenset(
    "call brand label dub term style describe portray depict paint characterise characterize deride mock decry "
    "denounce slam blast lambast lambaste ridicule dismiss castigate".split()
)
_MODE = "disapprove"
_UNTOLD = frozenset({"any", "name", "before", "manner"})
"""Constructions of labels.tsv whose words say nothing of the one they stand beside."""


def find_name_calling(scene: Scene, tree: Tree, taken: set[int]) -> Iterator[Found]:
    """The accusations of a paragraph that only a loaded word tells; verbs in `taken` have told theirs."""
    for verb in tree.bearing(_CALLING):
        if verb in taken or tree.pos[verb] not in VERBAL:
            continue
        name = predicate(tree, verb)
        blame = _blame(tree, name) if name is not None else None
        if name is None or blame is None:
            continue
        here = clause(tree, verb)
        callers = parties(scene, tree, here.subject, depth=0)
        called = parties(scene, tree, [n for n in here.object if n != name], depth=0)
        called = [m for m in called if m.actor.id not in {c.actor.id for c in callers}]
        if callers and called:
            taken.add(verb)
            yield _accusation(scene, tree, verb, blame, callers, called)


def _blame(tree: Tree, name: int) -> int | None:
    """A noun or adjective that blames as a loaded word, or such an adjective before it."""
    for said in (name, *tree.all_children(name, "amod")):
        lines = (line for line in labels().get(tree.lemmas[said], ()) if len(line.words) == 1)
        if any(line.valence < 0 and line.construction not in _UNTOLD for line in lines):
            return said
    return None


def _accusation(
    scene: Scene, tree: Tree, verb: int, blame: int, callers: list[ActorMention], called: list[ActorMention]
) -> Found:
    body = Event(
        actors=tuple(scene.reference(m) for m in callers),
        recipients=tuple(scene.reference(m) for m in called),
        type=EventType.ACCUSE,
        mode=_MODE,
        contexts=(),
        score=scores().get((EventType.ACCUSE.value, _MODE)),
        date=when(scene, tree, verb, ()),
        place=where(scene, tree, verb),
    )
    lexicon = f"labels.tsv:{tree.lemmas[blame]}"
    return Found(Kind.EVENT, body, tree, verb, (blame,), (*callers, *called), "name-calling", lexicon)
