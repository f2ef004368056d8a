"""Ties: verbs, nouns and adjectives that say how two actors stand to one another."""

from __future__ import annotations

from collections.abc import Iterator

from dissensus.actors.mentions import ActorMention
from dissensus.finding import lexicons
from dissensus.finding.fitting import ATTITUDES, OF_BODIES, STATES, fits, only_related, sign
from dissensus.finding.found import Found
from dissensus.finding.governing import is_infinitive
from dissensus.finding.lasting import habitual, lasting
from dissensus.finding.lexicons import Trigger
from dissensus.finding.nominals import carrier
from dissensus.finding.parties import parties, two_sides
from dissensus.finding.scene import Scene
from dissensus.finding.tie_places import TiePlaces, met, own_again
from dissensus.finding.tree import VERBAL, Tree
from dissensus.finding.triggers import match, may_match
from dissensus.finding.turning import FRIENDLY, PACTS, denied_trust, granted, turned
from dissensus.finding.whenwhere import when
from dissensus.model import ActorType, EventType, Kind, Origin, Period, Relation, Tie

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

_MOMENTARY = frozenset("confront counter contain outflank antagonise antagonize help promote shield".split())
"""Verbs that tell a tie in the present only: in the past they tell what someone did once."""

_PRIZES = frozenset(
    "control power influence supremacy dominance access space seat vote territory hegemony rule".split()
)
"""What one fights for against others: "fight for control of X" is no support for X."""
_FALLING_OUT = frozenset({"fall out", "part way", "part company", "drift apart", "grow apart"})
_BODIES = frozenset("guerrilla party movement group rebel militia coalition alliance bloc union army cartel".split())
_OFFICES = frozenset(
    "presidency throne crown power leadership mantle office post government party movement command premiership job "
    "seat chairmanship role title".split()
)
"""What one inherits from those one succeeds."""

_COMMANDING = frozenset({"command", "direct"})
_COMMANDED = frozenset(
    {ActorType.PARTY, ActorType.MOVEMENT, ActorType.ARMED_GROUP, ActorType.MILITARY, ActorType.POLICE, ActorType.UNION}
)
"""Whom one leads who commands them: "commands the rebels"."""

_INSTALLED = frozenset("swear appoint elect choose name pick install select inaugurate designate hire promote".split())
_NUMBERS = frozenset(
    "wave axis bloc group number network alliance coalition camp block circle club family row series side".split()
)
_SECOND = frozenset({"vice", "deputy", "assistant"})
_HARMS = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.SANCTION})
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

_INSIDE = frozenset({"det", "amod", "compound", "nmod", "poss", "case", "prep", "nummod"})
_SPEAKING_OF = frozenset(
    "understand imagine mean justify involve entail suggest recommend discuss condemn oppose".split()
)
_FEELINGS = frozenset({"hostility"})
"""Nouns that name deeds in the plural only."""

_STANCES = frozenset("stance position attitude posture line policy view".split())


def find_ties(scene: Scene, tree: Tree, taken: set[int]) -> Iterator[Found]:
    """The ties of a paragraph; the tokens they rest on are added to `taken`."""
    index = lexicons.ties()
    events = lexicons.events()
    for token in may_match(tree, index):
        if token in taken:
            continue
        matched = match(tree, token, index)
        if matched is not None and any(_in_name(scene, tree, n) for n in matched[1]):
            matched = match(tree, token, index, len(matched[0].words))  # "form the Pacific Alliance"
        if matched is None:
            continue
        line, extras = matched
        if line.pos == "n" and _in_name(scene, tree, token):
            continue
        if line.pos == "v" and line.phrase in _MOMENTARY and not lasting(tree, token):
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
    if line.words == ("form",) and tree.child(token, "aux") is None and tree.deps[token] != "conj":
        return True
    if line.pos == "v" and tree.lemmas[token] in _HAVING:
        return True
    if line.relation is Relation.ALLY_OF and tree.lemmas[token] in ("ally", "align") and tree.tags[token] == "VBN":
        return True
    if line.pos == "n" and tree.lemmas[token] in _STANCES and line.relation in ATTITUDES:
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
    if line.relation not in ATTITUDES or line.pos != "v":
        return False
    objects = (scene.headed_by(tree, n) for c in tree.all_children(token, "dobj") for n in tree.conjuncts(c))
    return any(m is not None and m.actor.id in lexicons.ideologies() for m in objects)


def _ties(scene: Scene, tree: Tree, token: int, line: Trigger, extras: tuple[int, ...]) -> Iterator[Found]:
    assert line.relation is not None
    if line.pos == "v":
        places = TiePlaces.of_verb(scene, tree, token, extras)
    else:
        places = TiePlaces.of_noun(scene, tree, token, extras)
    first = _each_state(scene, tree, _meant(scene, tree, places.find(_last_word(places, line)), line))
    second = _each_state(scene, tree, _meant(scene, tree, places.find(_open_to(places, line)), line))
    if line.first[0] == "between" and len(sides := places.heads("between")) > 1:
        second = _each_state(scene, tree, _meant(scene, tree, sides, line))  # "the row between A and B went to court"
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
        alone = line.first[0] in ("self", "passive") and line.words != ("on", "side")
        alone = alone or (line.pos == "v" and (line.relation is Relation.ALLY_OF or line.words[0] == "be"))
        alone = alone or (line.first[0] == "between" and len(places.heads("poss")) == len(first) == 2)
        alone = alone or (line.first[0] == "between" and len(places.heads("light")) == len(first) == 2)
        alone = alone or (tree.lemmas[token] in PACTS and len(places.heads("of")) == len(first) == 2)
        if mutual and (second or (alone and not places.stated(line.second))):
            first, second = two_sides(first)
    if len(first) > 1 and line.pos == "v" and (_one_another(tree, token) or line.phrase in _FALLING_OUT):
        first, second = two_sides(first)
    if line.relation is Relation.SUCCEEDS and line.pos == "v" and not _takes_over(tree, token, line):
        return
    relation = turned(tree, token, line, extras)
    if relation is None or (line.pos == "v" and _of_anyone(tree, token)):
        return
    first = [m for m in first if not _are_few(tree, m)]
    if relation is Relation.LEADS and any(tree.lemmas[c] in _SECOND for n in extras for c in tree.children[n]):
        return  # "is vice president of X"
    rule = {"v": "tie verb", "n": "relational noun", "a": "relational adjective"}[line.pos]
    date = when(scene, tree, token)
    period = Period(start=date.start, end=date.end)
    companies = any(m.actor.type is ActorType.COMPANY for m in (*first, *second))
    for a in first:
        for b in second:
            if not fits(tree, token, line, a, b) or (relation in FRIENDLY and only_related(tree, token, line, a, b)):
                continue
            between = relation
            if relation is Relation.CONTROLS and line.phrase in _COMMANDING and b.actor.type in _COMMANDED:
                between = Relation.LEADS
            if line.words == ("form",) and tree.tags[token] in ("VBD", "VBN"):
                between = Relation.FOUNDED
            if relation is Relation.MEMBER_OF and companies and a.actor.type is not ActorType.PERSON:
                between = Relation.PART_OF
            body = Tie(
                a=scene.reference(a),
                relation=between,
                b=scene.reference(b),
                sign=sign(between),
                period=period,
            )
            sure = (line.pos == "n" and granted(tree, token)) or denied_trust(tree, token, line)
            yield Found(Kind.TIE, body, tree, token, extras, (a, b), rule, line.name, presupposed=sure)


def _of_anyone(tree: Tree, verb: int) -> bool:
    """Whether what is told is only spoken of, as anyone's: "I understand disagreeing with him"."""
    first = tree.first_conjunct(verb)
    spoken_of = tree.tags[first] == "VBG" and tree.deps[first] in ("xcomp", "dobj", "ccomp", "pcomp")
    return spoken_of and tree.lemmas[tree.heads[first]] in _SPEAKING_OF and tree.child(first, "nsubj", "poss") is None


def _one_another(tree: Tree, verb: int) -> bool:
    """Whether several do something to each other."""
    thing = tree.child(verb, "dobj")
    return thing is not None and tree.words[thing - 1 : thing + 1] in (["each", "other"], ["one", "another"])


def _are_few(tree: Tree, mention: ActorMention) -> bool:
    """Whether hardly any of a group are meant: "few Hondurans trust the police"."""
    few = [c for c in tree.children[mention.head] if tree.words[c] in ("few", "fewer")]
    return mention.span.paragraph == tree.index and any(tree.words[c - 1] != "a" for c in few)


def _takes_over(tree: Tree, verb: int, line: Trigger) -> bool:
    """Whether a verb tells that one came after another, and not that one might, or what else came with the office."""
    if line.phrase == "rename":
        return tree.passive(verb)
    if line.phrase == "take over from":
        return tree.words[verb + 1 : verb + 2] == ["over"]  # not "takes heat from X over Y"
    thing = tree.child(verb, "dobj")
    if line.phrase == "inherit" and thing is not None and tree.lemmas[thing] not in _OFFICES:
        return False
    if not is_infinitive(tree, verb):
        return True
    above = tree.heads[verb]
    return tree.lemmas[above] in _INSTALLED and tree.passive(above)


def _last_word(places: TiePlaces, line: Trigger) -> tuple[str, ...]:
    """Where the first party may stand: of "owned by" behind "by", whatever stands behind other prepositions."""
    last = line.words[-1]
    return (last,) if line.pos == "a" and last in line.first and places.heads(last) else line.first


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
        or line.relation not in ATTITUDES | {Relation.CONTROLS}
        or "obj" not in line.second
        or not direct
    ):
        return line.second
    return tuple(place for place in line.second if place == "obj" or place in line.words)


def _meant(scene: Scene, tree: Tree, heads: list[int], line: Trigger) -> list[ActorMention]:
    """The actors that stand at a place; behind other nouns ("the policies of X") only where these stand for them."""
    if line.relation in OF_BODIES:
        return (
            parties(scene, tree, heads, depth=0)
            or parties(scene, tree, _waves(tree, heads), depth=0)
            or _by_name(scene, tree, heads)
        )
    heads = [n for n in heads if not own_again(scene, tree, n) and not _excluded(tree, n)]
    if line.relation is Relation.SUPPORTS and line.words[-1] == "for":
        heads = [n for n in heads if tree.lemmas[n] not in _PRIZES]
    if line.relation is Relation.EXPLOITS and line.pos == "v":
        told = lexicons.stand_ins() | _RICHES
        heads = [n for n in heads if scene.headed_by(tree, n) is not None or tree.lemmas[n] in told]
    if line.relation is Relation.FUNDS:
        heads = [n for n in heads if tree.lemmas[n] not in _SHOWS]
    if line.relation in _GIVING:
        heads = [n for n in heads if scene.headed_by(tree, n) is not None or not _related(tree, n)]
    if line.relation is Relation.CONTROLS and line.pos == "a":
        heads = [n for n in heads if scene.headed_by(tree, n) is not None or not _related(tree, n)]
    owning = line.relation is Relation.CONTROLS and line.pos == "v"  # who controls X's gas does not control X
    supplied = line.words[0] in _DEPENDING and any(tree.lemmas[n] in _SUPPLIES for n in heads)
    if not supplied and (
        line.relation in ATTITUDES or owning or (line.relation is Relation.ALLY_OF and line.pos != "n")
    ):
        heads = [n for n in heads if scene.named_by(tree, n) is not None or not _is_harm(tree, n)]
        return met(scene, tree, heads)
    if line.relation is Relation.TRADES_WITH and line.pos == "v":
        goods = {n for n in heads if tree.deps[n] == "dobj" and scene.headed_by(tree, n) is not None}
        heads = [n for n in heads if n not in goods]  # a country is no goods, a company sold no partner
    return parties(scene, tree, heads, depth=1)


def _by_name(scene: Scene, tree: Tree, heads: list[int]) -> list[ActorMention]:
    """The body that a name before a word for it tells: "the M-19 guerrilla"."""
    before = (c for n in heads if tree.lemmas[n] in _BODIES for c in tree.all_children(n, "compound", "nmod"))
    return [m for c in before if (m := scene.headed_by(tree, c)) is not None and m.actor.origin is not Origin.FOUND]


def _is_harm(tree: Tree, noun: int) -> bool:
    """Whether a noun is for harm done: who was for "the Iraq war" was not for Iraq."""
    return not lexicons.deeds(tree.lemmas[noun], "n").isdisjoint(_HARMS)


def _each_state(scene: Scene, tree: Tree, found: list[ActorMention]) -> list[ActorMention]:
    """Of several governments told by their countries every one: "the governments of Chile and Peru"."""
    more: list[ActorMention] = []
    for m in found:
        if m.actor.type is ActorType.GOVERNMENT and m.span.paragraph == tree.index and tree.tags[m.head] == "NNS":
            lands = (scene.headed_by(tree, n) for place in ("of", "in") for n in tree.prepositional(m.head, place)[1:])
            more += [land for land in lands if land is not None and land.actor.type in STATES]
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
