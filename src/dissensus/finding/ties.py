"""Ties: verbs, nouns and adjectives that say how two actors stand to one another."""

from __future__ import annotations

from collections.abc import Iterator

from dissensus.actors.mentions import ActorMention
from dissensus.finding import lexicons
from dissensus.finding.found import Found
from dissensus.finding.governing import is_infinitive
from dissensus.finding.lasting import habitual, lasting
from dissensus.finding.lexicons import NEGATIVE, POSITIVE, Trigger
from dissensus.finding.nominals import carrier
from dissensus.finding.parties import parties, two_sides
from dissensus.finding.scene import Scene
from dissensus.finding.tie_places import TiePlaces, met, own_again
from dissensus.finding.tree import VERBAL, Tree
from dissensus.finding.triggers import match, may_match
from dissensus.finding.whenwhere import when
from dissensus.model import ActorType, EventType, Kind, Origin, Period, Relation, Sign, Tie

_HAVING = frozenset(
    "have maintain keep enjoy command feel hold harbour harbor share nurse retain preserve lack garner boast control "
    "dominate own hate despise loathe detest admire adore revere trust distrust mistrust resent envy".split()
)
"""Verbs that tell a state in every tense."""

_SHOWING = frozenset(
    "express show voice lend demonstrate profess cultivate deepen strengthen reaffirm offer take face "
    "suffer endure encounter".split()
)
"""Verbs that tell one in the present."""

_NONE = frozenset({"no", "little", "scant"})
_FRIENDLY = frozenset({Relation.ALLY_OF, Relation.SUPPORTS, Relation.AIDS, Relation.TRADES_WITH})
_NO_BODIES = frozenset({ActorType.PERSON, ActorType.COUNTRY, ActorType.GOVERNMENT, ActorType.PLACE, ActorType.PEOPLE})
_SECOND = frozenset({"vice", "deputy", "assistant", "acting", "under"})
_OF_BODIES = frozenset({Relation.LEADS, Relation.PART_OF, Relation.MEMBER_OF, Relation.FOUNDED, Relation.SUCCEEDS})
_NUMBERS = frozenset(
    "wave axis bloc group number network alliance coalition camp block circle club family row series side".split()
)
_ATTITUDES = frozenset({Relation.SUPPORTS, Relation.OPPOSES, Relation.DISTRUSTS})
_HARMS = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.SANCTION})
_STATES = frozenset({ActorType.COUNTRY, ActorType.GOVERNMENT, ActorType.PLACE})
_GIVING = frozenset({Relation.FUNDS, Relation.ARMS, Relation.AIDS, Relation.EXPLOITS})
_BEGUN = frozenset({Relation.SUCCEEDS, Relation.RECOGNISES})
"""Relations that last from the event on that began them."""

_DEPENDING = frozenset({"depend", "rely", "dependent", "reliant", "lean", "count"})
_SHOWS = frozenset(
    "debate event conference show poll survey study report concert forum rally tour ad commercial bill legislation law "
    "amendment resolution festival team tournament gala dinner exhibition".split()
)
"""What is sponsored and no one."""
_SUPPLIES = frozenset(
    "oil gas petroleum fuel aid money loan credit subsidy support help assistance food weapon arm troop army "
    "protection investment trade market goodwill backing import supply finance funding".split()
)
"""What one has from those one depends on: "relies on Chilean gas"."""

_RICHES = frozenset(
    "resource wealth rich riches oil gas mineral mine land soil economy labour labor forest water river treasury "
    "coffer asset territory lithium gold silver copper rubber sugar coffee fruit worker child woman market "
    "reserve fund money property farm field weakness poverty misery debt suffering".split()
)
"""What one exploits of others: "plundered Chile's mines"."""

_OF_IDEAS = frozenset(
    "adopt preach implement pursue practise practice profess abandon renounce forsake criticise criticize denounce "
    "attack condemn".split()
)
"""Verbs that say of ideas only where someone stands for good."""

_KIN = frozenset({"brother", "brotherhood"})
_RUNNING = frozenset("contender challenger rival opponent candidate competitor hopeful critic dissident".split())
"""Those whose party, and not whom they are against, the word before tells: "Republican challenger"."""

_ORGANISED = frozenset({ActorType.PARTY, ActorType.MOVEMENT, ActorType.PEOPLE})
_ORGANS = frozenset(
    "assembly parliament congress senate chamber legislature council court tribunal commission committee".split()
)
_INSIDE = frozenset({"det", "amod", "compound", "nmod", "poss", "case", "prep", "nummod"})
_ENDING = frozenset(
    "break sever cut suspend end rupture freeze renounce lose abandon terminate dissolve rescind withdraw revoke "
    "retract".split()
)
_SPEAKING_OF = frozenset(
    "understand imagine mean justify involve entail suggest recommend discuss condemn oppose".split()
)
_FEELINGS = frozenset({"hostility"})
"""Nouns that name deeds in the plural only."""

_STANCES = frozenset("stance position attitude posture line policy view".split())
_TITLES = frozenset({"amod", "compound", "nmod"})
_STATE_OFFICES = frozenset({"president", "governor", "mayor", "minister", "director"})


def find_ties(scene: Scene, tree: Tree, taken: set[int]) -> Iterator[Found]:
    """The ties of a paragraph; the tokens they rest on are added to `taken`."""
    index = lexicons.ties()
    events = lexicons.events()
    for token in may_match(tree, index):
        if token in taken:
            continue
        matched = match(tree, token, index)
        if matched is None:
            continue
        line, extras = matched
        if line.pos == "n" and _in_name(scene, tree, token):
            continue
        twofold = _also_event(tree, token, line, events) or (line.pos == "v" and line.relation is Relation.TRADES_WITH)
        if twofold and not (_lasts(tree, token, line) or _of_ideas(scene, tree, token, line)):
            continue
        found = list(_ties(scene, tree, token, line, extras))
        if found:
            if not (twofold and _begins(tree, token, line)):
                taken.add(token)
                taken.update(extras)
            yield from found


def _in_name(scene: Scene, tree: Tree, token: int) -> bool:
    """Whether a noun is the last word of an actor's own name: "the Broad Front"."""
    mention = scene.headed_by(tree, token)
    return mention is not None and mention.actor.origin is not Origin.FOUND and tree.tags[token].startswith("NNP")


def _also_event(tree: Tree, token: int, line: Trigger, events: lexicons.Index) -> bool:
    """Whether the same words can name something that happens; of nouns the line with more words is the better one."""
    if tree.lemmas[token] in _FEELINGS and tree.tags[token] == "NN":
        return False
    matched = match(tree, token, events)
    return matched is not None and (line.pos != "n" or len(matched[0].words) >= len(line.words))


def _lasts(tree: Tree, token: int, line: Trigger) -> bool:
    """Whether words that can do both tell something lasting here."""
    if line.relation is Relation.FOUNDED or line.relation in _BEGUN:
        return True
    if line.pos == "v" and tree.lemmas[token] in _HAVING:
        return True
    if line.pos == "n" and tree.lemmas[token] in _STANCES and line.relation in _ATTITUDES:
        return True
    if line.pos == "v" or tree.pos[token] in VERBAL:
        gerund = line.relation is Relation.TRADES_WITH and tree.tags[token] == "VBG"
        return gerund or lasting(tree, token)
    if line.relation is Relation.TRADES_WITH:
        return True
    verb, _ = carrier(tree, token)
    if verb is None or tree.lemmas[verb] in _HAVING or habitual(tree, verb):
        return True
    return tree.lemmas[verb] in _SHOWING and lasting(tree, verb)


def _begins(tree: Tree, token: int, line: Trigger) -> bool:
    """Whether words that can do both tell an event and the tie that lasts from then on: "recognised X in 2019"."""
    if line.relation is Relation.RECOGNISES:
        return line.pos == "v" and not lasting(tree, token)
    return line.relation is Relation.SUCCEEDS


def _of_ideas(scene: Scene, tree: Tree, token: int, line: Trigger) -> bool:
    """Whether someone is for or against a system of ideas, which no one is at one time only: "rejected socialism"."""
    if line.relation not in _ATTITUDES or line.pos != "v":
        return False
    objects = (scene.headed_by(tree, n) for c in tree.all_children(token, "dobj") for n in tree.conjuncts(c))
    return any(m is not None and m.actor.id in lexicons.ideologies() for m in objects)


def _ties(scene: Scene, tree: Tree, token: int, line: Trigger, extras: tuple[int, ...]) -> Iterator[Found]:
    assert line.relation is not None
    if line.pos == "v":
        places = TiePlaces.of_verb(scene, tree, token, extras)
    else:
        places = TiePlaces.of_noun(scene, tree, token, extras)
    first = _each_state(scene, tree, _meant(scene, tree, places.find(line.first), line))
    second = _each_state(scene, tree, _meant(scene, tree, places.find(_open_to(places, line)), line))
    one_sided = line.pos == "n" and line.relation not in lexicons.SYMMETRIC
    if one_sided and not second and "of" in line.first and places.heads("poss"):
        second = _meant(
            scene, tree, places.heads("of"), line
        )  # "its support of X" is for X, "the support of X" X's own
        first = _meant(scene, tree, places.heads("poss"), line) if second else first
    if line.relation is Relation.MEMBER_OF and {m.actor.id for m in first} & {m.actor.id for m in second}:
        return  # the same ones reached from both sides: "the groups that sell it include A and B"
    if line.relation is Relation.CONTROLS and line.pos == "n":
        second = [m for m in second if m not in first]  # "the dominance of A and B": both have it
    if line.relation in lexicons.SYMMETRIC and len(first) > 1:
        mutual = {m.actor.id for m in second} <= {m.actor.id for m in first}
        alone = line.first[0] in ("self", "passive") or (line.pos == "v" and line.relation is Relation.ALLY_OF)
        alone = alone or (line.first[0] == "between" and len(places.heads("light")) == len(first) == 2)
        if mutual and (second or (alone and not places.stated(line.second))):
            first, second = two_sides(first)
    relation = _turned(tree, token, line, extras)
    if relation is None or (line.pos == "v" and _of_anyone(tree, token)):
        return
    rule = {"v": "tie verb", "n": "relational noun", "a": "relational adjective"}[line.pos]
    date = when(scene, tree, token)
    period = Period(start=date.start, end=date.end)
    companies = any(m.actor.type is ActorType.COMPANY for m in (*first, *second))
    for a in first:
        for b in second:
            if not _fits(tree, token, line, a, b):
                continue
            between = relation
            if relation is Relation.MEMBER_OF and companies and a.actor.type is not ActorType.PERSON:
                between = Relation.PART_OF
            body = Tie(
                a=scene.reference(a),
                relation=between,
                b=scene.reference(b),
                sign=sign(between),
                period=period,
            )
            yield Found(Kind.TIE, body, tree, token, extras, (a, b), rule, line.name)


def _of_anyone(tree: Tree, verb: int) -> bool:
    """Whether what is told is only spoken of, as anyone's: "I understand disagreeing with him"."""
    first = tree.first_conjunct(verb)
    spoken_of = tree.tags[first] == "VBG" and tree.deps[first] in ("xcomp", "dobj", "ccomp", "pcomp")
    return spoken_of and tree.lemmas[tree.heads[first]] in _SPEAKING_OF and tree.child(first, "nsubj", "poss") is None


def _open_to(places: TiePlaces, line: Trigger) -> tuple[str, ...]:
    """Where the second party may stand: "resents the ties that X has with Y" says nothing of Y."""
    here = places.clause
    direct = here is not None and any(n not in places.extras for n in here.object)
    if line.pos == "v" and line.words[-1] in line.second and not ("obj" in line.second and direct):
        return (line.words[-1],)
    if line.words == ("run",):
        return ("obj",)  # "runs all over Chile" leads nobody
    if (
        line.pos != "v"
        or line.relation not in _ATTITUDES | {Relation.CONTROLS}
        or "obj" not in line.second
        or not direct
    ):
        return line.second
    return tuple(place for place in line.second if place == "obj" or place in line.words)


def _meant(scene: Scene, tree: Tree, heads: list[int], line: Trigger) -> list[ActorMention]:
    """The actors that stand at a place; behind other nouns ("the policies of X") only where these stand for them."""
    if line.relation in _OF_BODIES:
        return parties(scene, tree, heads, depth=0) or parties(scene, tree, _waves(tree, heads), depth=0)
    heads = [n for n in heads if not own_again(scene, tree, n) and not _excluded(tree, n)]
    if line.relation is Relation.EXPLOITS and line.pos == "v":
        told = lexicons.stand_ins() | _RICHES
        heads = [n for n in heads if scene.headed_by(tree, n) is not None or tree.lemmas[n] in told]
    if line.relation is Relation.FUNDS:
        heads = [n for n in heads if tree.lemmas[n] not in _SHOWS]
    if line.relation in _GIVING:
        heads = [n for n in heads if scene.headed_by(tree, n) is not None or not _related(tree, n)]
    owning = line.relation is Relation.CONTROLS and line.pos == "v"  # who controls X's gas does not control X
    supplied = line.words[0] in _DEPENDING and any(tree.lemmas[n] in _SUPPLIES for n in heads)
    if not supplied and (
        line.relation in _ATTITUDES or owning or (line.relation is Relation.ALLY_OF and line.pos != "n")
    ):
        heads = [n for n in heads if scene.named_by(tree, n) is not None or not _is_harm(tree, n)]
        return met(scene, tree, heads)
    if line.relation is Relation.TRADES_WITH and line.pos == "v":
        goods = {n for n in heads if tree.deps[n] == "dobj" and scene.headed_by(tree, n) is not None}
        heads = [n for n in heads if n not in goods]  # a country is no goods, a company sold no partner
    return parties(scene, tree, heads, depth=1)


def _is_harm(tree: Tree, noun: int) -> bool:
    """Whether a noun is for harm done: who was for "the Iraq war" was not for Iraq."""
    return not lexicons.deeds(tree.lemmas[noun], "n").isdisjoint(_HARMS)


def _each_state(scene: Scene, tree: Tree, found: list[ActorMention]) -> list[ActorMention]:
    """Of several governments told by their countries every one: "the governments of Chile and Peru"."""
    more: list[ActorMention] = []
    for m in found:
        if m.actor.type is ActorType.GOVERNMENT and m.span.paragraph == tree.index and tree.tags[m.head] == "NNS":
            lands = (scene.headed_by(tree, n) for place in ("of", "in") for n in tree.prepositional(m.head, place)[1:])
            more += [land for land in lands if land is not None and land.actor.type in _STATES]
    return [*found, *(m for m in more if m.actor.country not in {f.actor.country for f in found})]


def _related(tree: Tree, head: int) -> bool:
    """Whether a noun is for someone who only stands to another: "friends of Cuba" are not Cuba."""
    lines = lexicons.ties().get(tree.lemmas[head], ())
    return any(line.pos == "n" and "self" in (line.first[0], line.second[0]) for line in lines)


def _excluded(tree: Tree, head: int) -> bool:
    """Whether someone is named only as the one who is not meant: "with X, not with Y"."""
    at = head
    while at > tree.starts[head] and tree.deps[at - 1] in _INSIDE:
        at -= 1
    return tree.words[at - 1] == "not" and tree.words[at - 2] in (",", "and", "but") if at > 1 else False


def _waves(tree: Tree, heads: list[int]) -> list[int]:
    """Behind a noun for a number of them: "part of a wave of X", "leader of a group of X"."""
    return [n for head in heads if tree.lemmas[head] in _NUMBERS for n in tree.prepositional(head, "of")]


def _turned(tree: Tree, token: int, line: Trigger, extras: tuple[int, ...]) -> Relation | None:
    """The line's relation, or what is made of it: "icy ties", "ties have soured"; None for one that is over."""
    said = (token, *extras) if tree.pos[token] == "ADP" else (token,)
    turns = {lexicons.turns().get(tree.lemmas[c]) for n in said for c in tree.children[n] if tree.deps[c] == "amod"}
    head = tree.heads[token]
    if line.pos == "n" and tree.deps[token] in ("nsubj", "nsubjpass"):
        told = {lexicons.turns().get(tree.lemmas[c]) for c in (head, *tree.all_children(head, "acomp"))}
        turns |= told - {"past"}
    if "hostile" in turns and line.relation in _FRIENDLY:
        return Relation.OPPOSES
    if "past" in turns and line.pos == "n" and line.relation in _FRIENDLY | {Relation.OPPOSES, Relation.MEMBER_OF}:
        return None
    ended = tree.deps[token] in ("dobj", "nsubjpass") and tree.lemmas[head] in _ENDING
    if ended and line.pos == "n" and line.relation in _FRIENDLY:
        return None
    if line.pos == "n" and line.first[0] == "self" and any(tree.words[c] == "no" for c in tree.children[token]):
        return Relation.OPPOSES if line.relation in _FRIENDLY else None  # "is no friend of X"
    if any(tree.words[c] in _NONE for n in extras for c in tree.children[n] if tree.deps[c] in ("det", "amod")):
        return Relation.DISTRUSTS if line.relation is Relation.SUPPORTS else None
    return line.relation


def _fits(tree: Tree, token: int, line: Trigger, a: ActorMention, b: ActorMention) -> bool:
    """Whether two actors can stand so to one another, and the tie says more than an office of state does."""
    if a.actor.id == b.actor.id or _vague(tree, line, a, b) or known_by(a, b) or known_by(b, a):
        return False
    kinds = {a.actor.type, b.actor.type}
    if _is_title(tree, token, line) or _is_itself(tree, token, line, a, b):
        return False
    if line.pos == "n" and tree.lemmas[token] in _KIN and kinds == {ActorType.PERSON}:
        return False
    before = b.span.end <= token and tree.deps[b.head] in _TITLES and tree.heads[b.head] == token
    if before and line.pos == "n" and tree.lemmas[token] in _RUNNING and b.actor.type in _ORGANISED:
        return False
    if line.phrase in _OF_IDEAS and b.actor.id not in lexicons.ideologies():
        return False
    if line.phrase == "represent" and (a.actor.type is not ActorType.PERSON or b.actor.type not in _ORGANISED):
        return False
    if line.phrase.startswith("work for") and (a.actor.type is ActorType.PERSON or a.actor.type in _STATES):
        return False  # he is paid by them
    if line.words[:2] == ("campaign", "for") and b.actor.type in _STATES | {ActorType.GOVERNMENT}:
        return False  # "her campaign for the White House"
    if line.relation is Relation.ARMS and b.actor.type is ActorType.PERSON:
        return False
    if line.relation is Relation.SUCCEEDS and (
        ActorType.PLACE in kinds or (line.words == ("replace",) and len(kinds) > 1)
    ):
        return False
    same_land = a.actor.country is not None and a.actor.country == b.actor.country
    if (
        line.relation is Relation.CONTROLS
        and same_land
        and b.actor.type is not ActorType.PERSON
        and (a.actor.type is ActorType.PERSON or b.actor.type in _STATES)
    ):
        return False  # "X's puppet regime" is the one that X heads
    if line.relation is Relation.LEADS and any(tree.lemmas[c] in _SECOND for c in tree.children[token]):
        return False
    aimed_at = is_infinitive(tree, token) or tree.words[tree.heads[token]] == "at"
    state = b.actor.type in _STATES and not is_organ(tree, b)
    if line.relation is Relation.FOUNDED and (state or (line.pos == "v" and aimed_at)):
        return False
    if line.relation is Relation.MEMBER_OF and b.actor.type in _NO_BODIES:
        return False
    if line.relation in _OF_BODIES - {Relation.SUCCEEDS} and b.actor.type is ActorType.PERSON:
        return False
    if line.relation is Relation.PART_OF and a.actor.type is ActorType.PERSON and b.actor.type in _STATES:
        return False
    office = line.relation is Relation.LEADS and line.pos == "n" and tree.lemmas[token] in _STATE_OFFICES
    return not (office and b.actor.type in _STATES)


def is_organ(tree: Tree, body: ActorMention) -> bool:
    """Whether a body is an organ of a state and not its government: a parliament, a court."""
    if body.actor.type is not ActorType.GOVERNMENT:
        return False
    if body.actor.origin is Origin.FOUND:
        return body.span.paragraph == tree.index and tree.lemmas[body.head] in _ORGANS
    return ".government" not in body.actor.id


def _is_title(tree: Tree, token: int, line: Trigger) -> bool:
    """Whether a word is part of an office's name: "Public Advocate X"."""
    named = tree.tags[token] == "NNP" and tree.deps[token] in _TITLES
    return named and line.pos == "n" and line.relation in _ATTITUDES


def _is_itself(tree: Tree, token: int, line: Trigger, a: ActorMention, b: ActorMention) -> bool:
    """Whether the one that others stand to is only the word for those others: "the rock fans"."""
    if line.pos != "n" or "self" not in (line.first[0], line.second[0]):
        return False
    other = b if line.first[0] == "self" else a
    return other.span.holds(tree.index, token)


def known_by(group: ActorMention, other: ActorMention) -> bool:
    """Whether a group is known only by words that name another: "anti-Castro exiles", "the Saudi-led coalition"."""
    one, two = group.span, other.span
    inside = one.paragraph == two.paragraph and one.start <= two.start and two.end <= one.end
    by_clause = group.why.rule in ("clause", "reference") and other.actor.name in group.actor.name
    return group.actor.origin is Origin.FOUND and (inside or by_clause)


def _vague(tree: Tree, line: Trigger, a: ActorMention, b: ActorMention) -> bool:
    """Whether one of two is somebody unnamed ("a landowner"), or both are unnamed and one of them any of his kind."""
    unnamed = [m for m in (a, b) if m.actor.origin is Origin.FOUND and not _is_name(tree, m)]
    if any(m.actor.type is ActorType.PERSON for m in unnamed):
        return True
    if line.relation in _OF_BODIES and b in unnamed and b.span.end - b.span.start == 1:
        return True
    if any(m.span.start and tree.words[m.span.start - 1] in ("which", "whichever", "whatever") for m in unnamed):
        return True
    return len(unnamed) > 1 and any(m.span.end - m.span.start == 1 for m in unnamed)


def _is_name(tree: Tree, mention: ActorMention) -> bool:
    if mention.span.paragraph == tree.index and tree.pos[mention.head] in ("PRON", "DET"):
        return mention.actor.name.istitle()  # "X, whose ally is Y": known by what the pronoun stands for
    return mention.span.paragraph != tree.index or tree.pos[mention.head] == "PROPN"


def sign(relation: Relation) -> Sign:
    """The sign of a relation: positive, negative or neither."""
    return 1 if relation in POSITIVE else -1 if relation in NEGATIVE else 0
