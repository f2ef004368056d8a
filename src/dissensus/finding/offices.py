"""Ties that offices tell: who leads, serves, speaks for or belongs to what.

They stand as titles ("Peruvian President X"), beside the name ("the head of Y, X"; "X, a deputy of Y") and as what
someone is said to be ("X is the director of Y"). Titles and appositions are taken for granted by the one who uses them,
so that they are stated whatever becomes of the sentence around them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dissensus.actors.mentions import ActorMention
from dissensus.finding.clauses import clause
from dissensus.finding.fitting import is_organ, sign
from dissensus.finding.found import Found
from dissensus.finding.governing import is_infinitive
from dissensus.finding.nominals import named_after
from dissensus.finding.parties import EXAMPLES
from dissensus.finding.scene import Scene
from dissensus.finding.tree import VERBAL, Tree
from dissensus.finding.whenwhere import when
from dissensus.model import ActorType, Kind, Origin, Period, Relation, Tie
from dissensus.tables import package_table

_STATES = frozenset({ActorType.COUNTRY, ActorType.GOVERNMENT})
_OVER = frozenset(
    {"former", "ex", "late", "onetime", "erstwhile", "ousted", "deposed", "exiled", "outgoing", "then", "future",
     "would", "aspiring", "self", "called", "previous", "past", "overthrown", "fallen", "next", "candidate"}
)  # fmt: skip
"""Words before an office that make it none now, or none in the writer's own words ("self-proclaimed", "so-called")."""
_SECOND = frozenset({"vice", "deputy", "assistant", "associate", "under"})
_ELECTED = frozenset({"governor", "mayor", "premier", "minister", "chancellor", "justice", "speaker", "dean", "rector"})
"""Last words of offices that no party has to give."""

_RUNNING = frozenset({"candidate", "nominee", "hopeful"})
_OF_DEGREES = frozenset({"doctoral", "phd", "ph.d.", "master", "doctorate"})
_RUN_FOR = frozenset({ActorType.PARTY, ActorType.MOVEMENT, ActorType.BLOC})
"""Bodies that those who run for an office run for."""

_OF_STATES = frozenset({"president", "minister", "premier", "dictator", "state", "government"})
"""Last words of the offices that only states have."""

_BEING = frozenset({"be", "become", "remain", "serve"})
_BETWEEN = frozenset({"amod", "compound", "nmod", "det", "poss", "case", "punct", "advmod", "npadvmod"})
_WHERE = ("in", "at", "within", "on")
_SENT = frozenset({"envoy", "emissary", "ambassador", "negotiator"})
"""Those who are sent to the lands that stand behind "for"."""
_OF_PARTS = frozenset({"state", "provincial", "local", "district", "county", "regional", "municipal", "city", "deputy"})
"""Words before an office that say that it is not the whole country's: "state attorney general"."""
_WITH_MINISTERS = _STATES | {ActorType.MINISTRY, ActorType.PLACE, ActorType.PARTY, ActorType.BLOC}
"""Bodies whose ministers are no clergymen."""

_UNNAMED = frozenset(
    {"noun", "role", "role at date", "title again", "same again", "pronoun", "speaker", "reference", "apposition",
     "metonym"}
)  # fmt: skip
"""Rules of mentions that hold no name."""


@dataclass(frozen=True, slots=True)
class Office:
    """A line of offices.tsv, for one of its words.

    Attributes:
        words: the office's words.
        relation: what the holder is to a body.
        state: what he is to a country; None for nothing.
    """

    words: tuple[str, ...]
    relation: Relation
    state: Relation | None


@dataclass(slots=True)
class _Told:
    """An office in the text: its words `[start, end)`, and the one that the others hang on."""

    start: int
    end: int
    head: int
    office: Office


@cache
def offices() -> dict[str, list[Office]]:
    """The offices by their first word, longer ones first."""
    index: dict[str, list[Office]] = {}
    for row in package_table("dissensus.finding", "lexicon/offices.tsv", ("office", "relation", "state")):
        try:
            relation, state = Relation(row["relation"]), Relation(row["state"]) if row["state"] else None
        except ValueError as error:
            raise row.error(str(error)) from None
        for office in row.many("office"):
            words = tuple(office.split())
            index.setdefault(words[0], []).append(Office(words, relation, state))
    for lines in index.values():
        lines.sort(key=lambda line: -len(line.words))
    return index


def find_offices(scene: Scene, tree: Tree) -> Iterator[Found]:
    """The ties that the offices of a paragraph tell."""
    index = offices()
    end = 0
    for token in tree.bearing(index.keys()):
        if token < end or tree.pos[token] not in ("NOUN", "PROPN", "ADJ"):
            continue
        told = _told(tree, token, index[tree.lemmas[token]])
        if told is None:
            continue
        end = told.end
        if not _is_over(tree, told):
            yield from _ties(scene, tree, told)


def _told(tree: Tree, token: int, lines: list[Office]) -> _Told | None:
    """The longest office that begins at a token; hyphens between its words do not count."""
    for office in lines:
        at = token
        for word in office.words:
            while at > token and at < len(tree) and tree.words[at] == "-":
                at += 1
            if at >= len(tree) or word not in (tree.lemmas[at], tree.words[at]):
                break
            at += 1
        else:
            inside = range(token, at)
            head = next((i for i in inside if tree.heads[i] not in inside or tree.heads[i] == i), at - 1)
            return _Told(token, at, head, office) if tree.pos[head] in ("NOUN", "PROPN") else None
    return None


def _is_over(tree: Tree, told: _Told) -> bool:
    """Whether the office is one that was held or is only claimed: "former president", "president-elect"."""
    before = range(max(tree.starts[told.head], told.start - 4), told.start)
    if any(tree.words[i] in _OVER and tree.deps[i] in _BETWEEN for i in before):
        return True
    if told.office.words[-1] == "candidate" and any(tree.words[i] in _OF_DEGREES for i in before):
        return True
    if any(tree.words[c] in _OVER for c in tree.children[told.head]):
        return True
    return tree.words[told.end : told.end + 2] in (["-", "elect"], ["elect"])


def _ties(scene: Scene, tree: Tree, told: _Told) -> Iterator[Found]:
    bodies = _bodies(scene, tree, told)
    holders, granted = _holders(scene, tree, told, bodies)
    if not holders:
        return
    titled = holders[0].span.paragraph == tree.index and holders[0].span.start == told.end
    held = None if titled else when(scene, tree, told.head, [b.head for b in bodies if b.span.paragraph == tree.index])
    if not bodies:
        own = _land_of(scene, tree, told, holders[0])
        bodies = [own] if own is not None else []
    for body in bodies[:2]:
        if body.span.holds(tree.index, told.head):
            continue
        relation = _relation(tree, told, body)
        if relation is None:
            continue
        for holder in holders:
            if holder.actor.id != body.actor.id:
                tie = Tie(
                    a=scene.reference(holder),
                    relation=relation,
                    b=scene.reference(body),
                    sign=sign(relation),
                    period=Period(start=held.start, end=held.end) if held is not None else Period(),
                )
                extras = tuple(i for i in range(told.start, told.end) if i != told.head)
                yield Found(
                    Kind.TIE,
                    tie,
                    tree,
                    told.head,
                    extras,
                    (holder, body),
                    "office",
                    f"offices.tsv:{' '.join(told.office.words)}",
                    presupposed=granted,
                )


def _relation(tree: Tree, told: _Told, body: ActorMention) -> Relation | None:
    """What the holder is to the body; a second to a leader is part of what he leads."""
    kind = body.actor.type
    if kind is ActorType.PERSON:
        return None
    if kind is ActorType.MEDIA and told.office.relation is Relation.MEMBER_OF:
        return None  # whom a journalist writes for is no political tie
    if told.office.words[-1] in _RUNNING and kind not in _RUN_FOR:
        return None
    if told.office.words[-1] == "minister" and kind not in _WITH_MINISTERS:
        return None
    relation = told.office.state if kind in _STATES and not is_organ(tree, body) else told.office.relation
    if kind is ActorType.PARTY and (told.office.state is Relation.PART_OF or told.office.words[-1] in _ELECTED):
        return Relation.MEMBER_OF  # "Republican governor X"
    if kind is ActorType.PLACE and told.office.state is not Relation.LEADS:
        relation = told.office.relation if told.office.relation is Relation.LEADS else None
    if relation is Relation.LEADS and any(tree.words[c] in _SECOND for c in tree.children[told.head]):
        return Relation.PART_OF
    return relation


def _bodies(scene: Scene, tree: Tree, told: _Told) -> list[ActorMention]:
    """What the office is of: behind a preposition, as possessor, or before the title."""
    head = told.head
    short = [c for c in tree.all_children(head, "appos") if c > told.end and tree.words[c - 1] == "("]
    abroad = told.office.words[-1] in _SENT
    for heads in (
        short,
        tree.prepositional(head, "of"),
        tree.prepositional(head, "for") if not abroad else [],
        tree.all_children(head, "poss"),
    ):
        found = _mentioned(scene, tree, heads)
        if found and not (told.office.state is Relation.PART_OF and found[0].actor.origin is Origin.FOUND):
            return found
    before = _before(scene, tree, told)
    if before is not None:
        return [before]
    if told.office.relation is Relation.LEADS and tree.prepositional(head, "of"):
        return []  # "the director of research at X" directs no X
    return _mentioned(scene, tree, [n for preposition in _WHERE for n in tree.prepositional(head, preposition)])


def _mentioned(scene: Scene, tree: Tree, heads: list[int]) -> list[ActorMention]:
    """The actors that noun phrases name, or are named after ("the Latin American office of X": X's)."""
    found: list[ActorMention] = []
    for head in heads:
        mention = scene.headed_by(tree, head)
        if mention is None:
            mention = scene.named_by(tree, head)
        if mention is not None and mention.actor.type is not ActorType.PERSON:
            found.append(mention)
    return found


def _before(scene: Scene, tree: Tree, told: _Told) -> ActorMention | None:
    """The body that stands before a title: "Peruvian President X", "FARC commander X"."""
    at = told.start - 1
    while at >= tree.starts[told.head] and at > told.start - 6:
        mention = scene.named_by(tree, at)
        if mention is not None and mention.actor.type is not ActorType.PERSON:
            if mention.span.start > 1 and tree.words[mention.span.start - 1] == ",":
                town = scene.named_by(tree, mention.span.start - 2)
                mention = town if town is not None and town.actor.type is ActorType.PLACE else mention
            born = "-" in tree.words[at : at + 2] or "-" in tree.words[at]  # "Cuban-born minister X"
            return mention if tree.deps[at] in _BETWEEN and not born else None
        own_leader = told.office.state is Relation.LEADS or told.office.state is None
        if tree.deps[at] not in _BETWEEN or (own_leader and tree.pos[at] in ("NOUN", "PROPN")):
            return None
        at -= 1
    return None


def _holders(scene: Scene, tree: Tree, told: _Told, bodies: list[ActorMention]) -> tuple[list[ActorMention], bool]:
    """Who holds the office, and whether the text takes that for granted."""
    for find in (_titled, _named_behind, _named_before):
        person = find(scene, tree, told, bodies)
        if person is not None:
            return [person], True
    examples = _exemplified(scene, tree, told, bodies)
    if examples:
        return examples, True
    head = _first_beside(tree, told.head)
    verb = tree.heads[head]
    if tree.deps[head] == "nsubj" and tree.lemmas[verb] == "be":
        said = (_person(scene, tree, n) for n in tree.all_children(verb, "attr") if tree.pos[n] == "PROPN")
        return [m for m in said if m is not None], False  # "whose leader was X"
    if tree.deps[head] == "pobj" and tree.words[verb] == "as":
        head, verb = verb, tree.heads[verb]
        if tree.lemmas[verb] != "serve":
            return [], False
    elif tree.deps[head] != "attr" or tree.lemmas[verb] not in _BEING:
        return [], False
    if tree.pos[verb] not in VERBAL or is_infinitive(tree, verb):
        return [], False  # "hopes to be president"
    mentions = (scene.headed_by(tree, n) for n in clause(tree, verb).subject)
    named = [m for m in mentions if m is not None and m.actor.type is ActorType.PERSON]
    return [m for m in named if tree.pos[m.head] != "NOUN" or m.actor.origin is not Origin.FOUND], False


def _titled(scene: Scene, tree: Tree, told: _Told, bodies: list[ActorMention]) -> ActorMention | None:
    """The name that a title stands before."""
    if told.end >= tree.ends[told.head]:
        return None
    mention = _person(scene, tree, told.end)
    if mention is None or (
        tree.deps[told.head] not in ("compound", "nmod", "amod", "appos")
        and not (
            mention.span.holds(tree.index, told.head)
            or any(mention.span.holds(tree.index, c) for c in tree.children[told.head])
        )
    ):
        return None
    return mention


def _named_behind(scene: Scene, tree: Tree, told: _Told, bodies: list[ActorMention]) -> ActorMention | None:
    """The name behind the office and its body: "the head of Y, X,"."""
    at = max([told.end, *(b.span.end for b in bodies if b.span.start >= told.end)])
    last = tree.ends[told.head]
    while at < last and at < told.end + 14 and tree.words[at] not in (",", "(", "—", "–"):
        person = _person(scene, tree, at)
        if person is not None and tree.deps[person.head] == "appos" and _beside(tree, person, told):
            return person
        if tree.deps[at] not in _BETWEEN and tree.deps[at] not in ("prep", "pobj", "conj", "cc"):
            return None
        at += 1
    if at + 1 >= last:
        return None
    person = _person(scene, tree, at + 1)
    if person is None or not (tree.deps[person.head] == "appos" and _beside(tree, person, told)):
        return None
    return person


def _beside(tree: Tree, person: ActorMention, told: _Told) -> bool:
    """Whether a name in apposition hangs on the office or on something of its phrase."""
    at = tree.heads[person.head]
    if at == tree.first_conjunct(told.head):
        return True
    for _ in range(6):
        if at == told.head:
            return True
        if tree.deps[at] not in ("pobj", "prep", "compound", "conj", "appos", "amod", "nmod"):
            return False
        at = tree.heads[at]
    return False


def _named_before(scene: Scene, tree: Tree, told: _Told, bodies: list[ActorMention]) -> ActorMention | None:
    """The name that the office is set behind, or that follows it: "X, the head of Y", "The head of Y, X won"."""
    head = _first_beside(tree, told.head)
    if tree.deps[head] == "nsubj":
        return next((_person(scene, tree, n) for n in named_after(tree, head, tree.heads[head])), None)
    if tree.deps[head] != "appos":
        return None
    return _person(scene, tree, tree.heads[head])


def _first_beside(tree: Tree, noun: int) -> int:
    """What an office stands beside: in "X, son of Y and leader of Z" the son, wherever the parse puts the leader."""
    first = tree.first_conjunct(noun)
    if first == noun or tree.pos[first] != "PROPN" or tree.pos[noun] != "NOUN" or tree.deps[first] != "pobj":
        return first
    above = tree.heads[tree.heads[first]]
    said = tree.pos[above] == "NOUN" and tree.words[tree.heads[first]] == "of"
    return above if said and tree.deps[above] in ("appos", "attr") else first


def _exemplified(scene: Scene, tree: Tree, told: _Told, bodies: list[ActorMention]) -> list[ActorMention]:
    """The names given as examples of several: "leaders of Y such as X"."""
    if tree.tags[told.head] != "NNS":
        return []
    on = [told.head, *(b.head for b in bodies)]  # the parser may hang the examples on the body
    named = (_person(scene, tree, n) for at in on for word in EXAMPLES for n in tree.prepositional(at, word))
    return [m for m in named if m is not None]


def _person(scene: Scene, tree: Tree, token: int) -> ActorMention | None:
    """The person whose name a token is a word of."""
    mention = scene.headed_by(tree, token) or scene.named_by(tree, token)
    if mention is None or mention.actor.type is not ActorType.PERSON or mention.why.rule in _UNNAMED:
        return None
    return mention if tree.pos[mention.head] == "PROPN" or mention.actor.origin is not Origin.FOUND else None


def _land_of(scene: Scene, tree: Tree, told: _Told, holder: ActorMention) -> ActorMention | None:
    """The country of someone who holds an office of state, where the text names it: "Chile under President X"."""
    if told.office.state is None or holder.actor.country is None or holder.actor.origin is Origin.FOUND:
        return None
    if told.office.state is Relation.LEADS and told.office.words[-1] not in _OF_STATES:
        return None
    if told.start and tree.words[told.start - 1] in _OF_PARTS:
        return None
    sentence = range(tree.starts[told.head], tree.ends[told.head])
    own = [
        mention
        for mention in scene.resolved.mentions
        if mention.actor.type is ActorType.COUNTRY and mention.actor.country == holder.actor.country
    ]
    here = (m for m in own if m.span.paragraph == tree.index and m.head in sentence)
    near = next((m for m in here if tree.deps[m.head] not in _BETWEEN), None)
    if near is None and told.office.state is Relation.PART_OF and own:
        return own[0]  # what the foreign minister of a known country serves goes without saying
    return near
