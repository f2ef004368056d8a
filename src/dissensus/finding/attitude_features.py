"""What is looked at to tell who is for or against whom: the grammar between two names, and the words on and near it.

A feature is a short readable string. Those that tell the two apart write `A` for the first given and `B` for the
second, so that swapping the two swaps the marks and nothing else. Names are never features: who is named says nothing
here, only what is said of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dissensus.finding import lexicons
from dissensus.finding.clauses import clause
from dissensus.finding.nominals import carrier
from dissensus.finding.scene import Scene
from dissensus.finding.tree import VERBAL, Tree
from dissensus.model import EventType
from dissensus.parsing.cues import load_cues
from dissensus.parsing.parsed import Quotation, TokenSpan

FRIENDLY = frozenset(
    {EventType.AGREE, EventType.CONSULT, EventType.SUPPORT, EventType.CONCEDE, EventType.COOPERATE, EventType.AID}
)
HOSTILE = frozenset(
    {
        EventType.ACCUSE,
        EventType.REJECT,
        EventType.THREATEN,
        EventType.PROTEST,
        EventType.SANCTION,
        EventType.COERCE,
        EventType.ASSAULT,
    }
)
SIGNED = frozenset({"friendly deed", "hostile deed", "friendly tie", "hostile tie", "kind word", "harsh word"})
_TELLING = frozenset({"VERB", "NOUN", "ADJ", "ADV"})
_OF_PATH = frozenset({"VERB", "NOUN", "ADJ", "ADV", "AUX", "ADP", "SCONJ"})
_NAMED = frozenset({"PERSON", "NORP", "ORG", "GPE", "LOC", "FAC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE"})
_NEGATIONS = frozenset({"not", "n't", "never", "no", "neither", "nor", "without", "hardly"})
_STEPS = 8
"""Labels of a path that are told; a longer one is only called long."""
_WINDOW = 4
"""Words before and behind a name that count as beside it."""


@dataclass(slots=True, frozen=True)
class Place:
    """Where a given actor stands.

    Attributes:
        head: the token that carries the name.
        start, end: the tokens of the name.
    """

    head: int
    start: int
    end: int

    @classmethod
    def of(cls, tree: Tree, span: TokenSpan) -> Place:
        """Of some words: their head is the one that hangs on a word outside."""
        inside = range(span.start, span.end)
        head = next((i for i in inside if tree.heads[i] not in inside or tree.heads[i] == i), span.end - 1)
        return cls(head, span.start, span.end)


@cache
def _classes() -> dict[tuple[str, str], tuple[str, ...]]:
    """What our lexicons say of a single word, by lemma and part of speech (v, n, a)."""
    found: dict[tuple[str, str], list[str]] = {}

    def add(lemma: str, pos: str, *classes: str) -> None:
        into = found.setdefault((lemma, pos), [])
        into.extend(c for c in classes if c not in into)

    for index in (lexicons.events(), lexicons.ties()):
        for lemma, lines in index.items():
            for line in lines:
                if len(line.words) > 1:
                    continue
                if line.type is not None:
                    add(lemma, line.pos, line.type.value)
                    if line.type in FRIENDLY | HOSTILE:
                        add(lemma, line.pos, "friendly deed" if line.type in FRIENDLY else "hostile deed")
                if line.relation is not None:
                    add(lemma, line.pos, line.relation.value)
                    if line.relation in lexicons.POSITIVE | lexicons.NEGATIVE:
                        friendly = line.relation in lexicons.POSITIVE
                        add(lemma, line.pos, "friendly tie" if friendly else "hostile tie")
    for lemma, terms in lexicons.labels().items():
        for term in terms:
            if len(term.words) == 1:
                add(lemma, term.pos, "kind word" if term.valence > 0 else "harsh word")
    return {key: tuple(classes) for key, classes in found.items()}


_POS = {"VERB": "v", "AUX": "v", "NOUN": "n", "PROPN": "n", "ADJ": "a"}


def classes(tree: Tree, token: int) -> tuple[str, ...]:
    """What our lexicons say of a word."""
    pos = _POS.get(tree.pos[token])
    return _classes().get((tree.lemmas[token], pos), ()) if pos else ()


def _tells(tree: Tree, token: int) -> bool:
    """Whether a word tells something and is no part of a name."""
    return tree.pos[token] in _TELLING and not of_name(tree, token)


def of_name(tree: Tree, token: int) -> bool:
    """Whether a word is part of a name."""
    return tree.pos[token] == "PROPN" or tree.names[token] in _NAMED


@dataclass(slots=True, frozen=True)
class Path:
    """The way between two words of a sentence through the parse.

    Attributes:
        top: the word that both hang on; None where they stand in two sentences.
        first: words from the first name up to below the top, the name itself left out; second: the same of the other.
        up, down: labels on the way, prepositions spelt out.
        direct: which name the other hangs on, `A` or `B`; empty where neither does.
    """

    top: int | None
    first: tuple[int, ...]
    second: tuple[int, ...]
    up: tuple[str, ...]
    down: tuple[str, ...]
    direct: str

    @property
    def length(self) -> int:
        """How many steps."""
        return len(self.up) + len(self.down)


def path(tree: Tree, one: int, other: int) -> Path:
    """The way from one token to another."""
    above = [one, *tree.ancestors(one)]
    rank = {token: n for n, token in enumerate(above)}
    below = [other]
    while below[-1] not in rank and tree.heads[below[-1]] != below[-1]:
        below.append(tree.heads[below[-1]])
    top = below[-1]
    if top not in rank:
        return Path(None, tuple(above[1:]), tuple(below[1:]), _labels(tree, above[:-1]), _labels(tree, below[:-1]), "")
    ours, theirs = above[: rank[top]], below[:-1]
    direct = "A" if top == one else "B" if top == other else ""
    return Path(top, tuple(ours[1:]), tuple(theirs[1:]), _labels(tree, ours), _labels(tree, theirs), direct)


def _labels(tree: Tree, way: list[int]) -> tuple[str, ...]:
    """The labels on a way upwards; a preposition stands for itself, and steps within a coordination are one."""
    found: list[str] = []
    for token in way:
        dep = tree.deps[token]
        if dep in ("pobj", "pcomp"):
            continue
        label = tree.words[token] if dep in ("prep", "agent", "dative") and tree.pos[token] in ("ADP", "SCONJ") else dep
        if not (found and found[-1] == label == "conj"):
            found.append(label)
    return tuple(found)


def features(scene: Scene, tree: Tree, one: Place, two: Place, ruled: str) -> list[str]:
    """The features of two given actors in one paragraph, each once.

    Args:
        scene: the document.
        tree: the paragraph's parse.
        one: the first given actor.
        two: the second given actor.
        ruled: what the rules found between them: `none`, or sign and direction such as `- A>B`.
    """
    way = path(tree, one.head, two.head)
    order = "A first" if one.start < two.start else "B first"
    found = dict.fromkeys(
        (
            order,
            f"rule {ruled}",
            *_of_path(tree, way, order),
            *_of_name(tree, one, "A"),
            *_of_name(tree, two, "B"),
            *_between(tree, one, two, order),
            *_speech(scene, tree, one, two),
            *_deeds(tree, one, two),
        )
    )
    return list(found)


def _of_path(tree: Tree, way: Path, order: str) -> Iterator[str]:
    length = "long" if way.length > _STEPS else str(way.length)
    yield f"path length {length}"
    if way.top is None:
        yield "two sentences"
        return
    shape = f"{'^'.join(way.up)}^ v{'v'.join(way.down)}" if way.length <= _STEPS else "long"
    yield f"path {shape}"
    yield f"path {shape}, {order}"
    ends = f"A:{way.up[-1] if way.up else 'top'} B:{way.down[-1] if way.down else 'top'}"
    yield f"ends {ends}"
    if way.direct:
        yield f"one hangs on {way.direct}"
    else:
        yield from _of_top(tree, way.top, ends)
    seen = {way.top, *way.first, *way.second}
    for side, words in (("A", way.first), ("B", way.second)):
        for token in words:
            if tree.pos[token] in _OF_PATH and not of_name(tree, token):
                yield f"on path {side}: {tree.lemmas[token]}"
            for told in classes(tree, token):
                yield f"on path {side}: {told}"
                yield f"on path {told}"
    near = {c for token in (way.top, *way.first, *way.second) for c in tree.children[token]} - seen
    for c in sorted(near):
        if tree.words[c] in _NEGATIONS:
            yield "negated on path"
        elif _tells(tree, c):
            yield f"near path: {tree.lemmas[c]}"
            for told in classes(tree, c):
                yield f"near path: {told}"


def _of_top(tree: Tree, top: int, ends: str) -> Iterator[str]:
    voice = "passive" if tree.pos[top] in VERBAL and tree.passive(top) else "active"
    negated = any(tree.words[c] in _NEGATIONS for c in tree.children[top])
    if not of_name(tree, top):
        yield f"top: {tree.lemmas[top]}"
        yield f"top: {tree.lemmas[top]} {ends}"
    for told in classes(tree, top):
        yield f"top: {told}"
        yield f"top: {told} {ends} {voice}"
        if negated:
            yield f"top: not {told} {ends}"


def _of_name(tree: Tree, place: Place, mark: str) -> Iterator[str]:
    """How a name stands by itself."""
    head = place.head
    governor, dep = tree.heads[head], tree.deps[head]
    named = tree.pos[head] == "PROPN"
    yield f"{mark} is {tree.pos[head]} {tree.names[head] or '-'}"
    yield f"{mark} stands as {dep}"
    if dep == "pobj":
        preposition, governor = governor, tree.heads[governor]
        dep = tree.words[preposition]
        yield f"{mark} stands as {dep}"
    if governor != head and not of_name(tree, governor):
        yield f"{mark} {dep} of {tree.lemmas[governor]}"
        for told in classes(tree, governor):
            yield f"{mark} {dep} of {told}"
    if any(tree.deps[c] == "case" for c in range(place.start, min(place.end + 1, len(tree)))):
        yield f"{mark} is possessor"
    for c in tree.children[head]:
        if place.start <= c < place.end:
            continue
        if tree.pos[c] in ("ADJ", "NOUN") and not of_name(tree, c):
            yield f"{mark} has {tree.deps[c]} {tree.lemmas[c]}"
            for told in classes(tree, c):
                yield f"{mark} has {told}"
        elif tree.deps[c] in ("conj", "appos", "relcl"):
            yield f"{mark} has {tree.deps[c]}"
    if not named:
        yield f"{mark} is no name"
    first, last = tree.starts[head], tree.ends[head]
    for i in range(max(first, place.start - _WINDOW), place.start):
        if _tells(tree, i):
            yield f"before {mark}: {tree.lemmas[i]}"
    for i in range(place.end, min(last, place.end + _WINDOW)):
        if _tells(tree, i):
            yield f"behind {mark}: {tree.lemmas[i]}"


def _between(tree: Tree, one: Place, two: Place, order: str) -> Iterator[str]:
    """The words of the sentence by where they stand to the two names."""
    (near, left), (far, right) = sorted(((one.start, one.end), (two.start, two.end)))
    start, end = tree.starts[near], tree.ends[far]
    gap = far - left
    yield f"{gap if gap < 4 else '4 to 7' if gap < 8 else '8 to 15' if gap < 16 else 'many'} words apart"
    counts: dict[str, int] = {}
    others = 0
    for i in range(start, end):
        pos = tree.pos[i]
        if pos == "PROPN" and left <= i < far and tree.deps[i] != "compound":
            others += 1
        if pos not in _TELLING:
            continue
        where = "before" if i < near else "between" if left <= i < far else "behind" if i >= right else ""
        if not where:
            continue
        if where == "between":
            yield f"between, {order}: {tree.lemmas[i]}"
            yield f"between: {tree.lemmas[i]}"
        yield f"sentence: {tree.lemmas[i]}"
        for told in classes(tree, i):
            if told in SIGNED:
                counts[f"{where}: {told}"] = counts.get(f"{where}: {told}", 0) + 1
            elif where == "between":
                yield f"between, {order}: {told}"
    for what, count in counts.items():
        yield f"{what}, {order}"
        if count > 1:
            yield f"{what}, {order}, often"
    yield f"names between {min(others, 3)}"


def _speech(scene: Scene, tree: Tree, one: Place, two: Place) -> Iterator[str]:
    """Who is given as speaking, and of whom."""
    around = {"A": scene.quotations_around(tree, one.head), "B": scene.quotations_around(tree, two.head)}
    if around["A"] and around["B"] and around["A"][0] is around["B"][0]:
        yield "both inside one quotation"
    for speaker, other, told in ((one, "B", "A"), (two, "A", "B")):
        for quotation in around[other]:
            if _source_is(quotation, tree, speaker):
                yield f"{told} speaks of {other}"
                yield f"{told} speaks of {other}: {quotation.stance.value}"
                if quotation.cue is not None and quotation.cue.paragraph == tree.index:
                    for i in range(quotation.cue.start, quotation.cue.end):
                        if _tells(tree, i):
                            yield f"{told} speaks of {other}: {tree.lemmas[i]}"
                yield from _said(tree, quotation, f"{told} says of {other}")
                break
        else:
            yield from _aside(tree, speaker, told)


def _source_is(quotation: Quotation, tree: Tree, place: Place) -> bool:
    source = quotation.source
    return source is not None and source.paragraph == tree.index and source.start < place.end > place.start < source.end


def _said(tree: Tree, quotation: Quotation, prefix: str) -> Iterator[str]:
    for span in quotation.content:
        if span.paragraph != tree.index:
            continue
        for i in range(span.start, span.end):
            if _tells(tree, i):
                yield f"{prefix}: {tree.lemmas[i]}"
                for told in classes(tree, i):
                    if told in SIGNED:
                        yield f"{prefix}: {told}"


def _aside(tree: Tree, speaker: Place, mark: str) -> Iterator[str]:
    """The words beside a speaker whose own words are not marked off, as where a quotation is cut."""
    verb = tree.heads[speaker.head]
    if tree.deps[speaker.head] != "nsubj" or tree.lemmas[verb] not in load_cues().verbs:
        return
    yield f"{mark} speaks"
    for i in range(tree.starts[verb], tree.ends[verb]):
        if _tells(tree, i) and i != verb:
            for told in classes(tree, i):
                if told in SIGNED:
                    yield f"{mark} speaks: {told}"


def _deeds(tree: Tree, one: Place, two: Place) -> Iterator[str]:
    """What words with a sign say of either: who does it, by the grammar of its clause, and whom it reaches."""
    for i in range(min(tree.starts[one.head], tree.starts[two.head]), max(tree.ends[one.head], tree.ends[two.head])):
        signs = [told for told in classes(tree, i) if told in SIGNED] if _tells(tree, i) else []
        if not signs:
            continue
        if tree.pos[i] in VERBAL:
            verb: int | None = i
        else:
            verb, _ = carrier(tree, i)
        if verb is None:
            continue
        here = clause(tree, verb)
        doing = [m for m, p in (("A", one), ("B", two)) if p.head in here.subject]
        inside = [m for m, p in (("A", one), ("B", two)) if any(_in(tree, p, o) for o in here.subject)]
        reached = [m for m, p in (("A", one), ("B", two)) if p.head in here.object]
        within = [
            m for m, p in (("A", one), ("B", two)) if m not in inside and tree.left[verb] <= p.head < tree.right[verb]
        ]
        for told in signs:
            negated = "not " if any(tree.words[c] in _NEGATIONS for c in tree.children[verb]) else ""
            for m in doing:
                yield f"{m} does {negated}{told}"
            for m in inside:
                yield f"{m} or its own does {negated}{told}"
                for other in within:
                    if other != m:
                        yield f"{m} or its own does {negated}{told} around {other}"
            for m in reached:
                yield f"{m} is done {negated}{told}"
            for m in within:
                yield f"{m} within {negated}{told}"


def _in(tree: Tree, place: Place, token: int) -> bool:
    return tree.left[token] <= place.head < tree.right[token]
