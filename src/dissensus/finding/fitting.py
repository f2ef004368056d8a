"""Whether two actors can stand in a relation, and whether saying so says anything."""

from __future__ import annotations

from dissensus.actors.mentions import ActorMention
from dissensus.finding import lexicons
from dissensus.finding.governing import is_infinitive
from dissensus.finding.lexicons import NEGATIVE, POSITIVE, Trigger
from dissensus.finding.tree import Tree
from dissensus.model import ActorType, Origin, Relation, Sign

_NO_BODIES = frozenset({ActorType.PERSON, ActorType.COUNTRY, ActorType.GOVERNMENT, ActorType.PLACE, ActorType.PEOPLE})
_SECOND = frozenset({"vice", "deputy", "assistant", "acting", "under"})
OF_BODIES = frozenset({Relation.LEADS, Relation.PART_OF, Relation.MEMBER_OF, Relation.FOUNDED, Relation.SUCCEEDS})
ATTITUDES = frozenset({Relation.SUPPORTS, Relation.OPPOSES, Relation.DISTRUSTS})
STATES = frozenset({ActorType.COUNTRY, ActorType.GOVERNMENT, ActorType.PLACE})
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
_BARE = frozenset("relationship relation connection link association".split())
"""Nouns that say of two that they have to do with one another, and whether as friends only where it is told."""

_WARM = frozenset(
    "warm close friendly good strong deep long longstanding long-standing longtime strategic privileged special "
    "cordial fraternal excellent solid intimate cosy cozy harmonious historic historical brotherly preferential "
    "enduring lasting firm positive productive constructive tight intense personal extensive secret murky".split()
)
_PRIVATE = frozenset({ActorType.PERSON, ActorType.COMPANY, ActorType.PEOPLE, ActorType.MEDIA, ActorType.NGO})
_OWNED = frozenset({ActorType.PARTY, ActorType.MOVEMENT, ActorType.COMPANY, ActorType.MEDIA, ActorType.UNION})
_PEOPLE = frozenset({ActorType.PERSON, ActorType.PEOPLE})
_FONDNESS = frozenset({"love", "like", "prefer", "appreciate"})
_ANYONES = frozenset(
    "country nation state government group company organization organisation firm side man woman member leader "
    "candidate official person party body power".split()
)
"""Words that say nothing of those they stand for: "the two countries"."""

_TITLES = frozenset({"amod", "compound", "nmod"})
_OBEYING = frozenset({"obey", "answer", "take"})
_ADVISING = frozenset({"adviser", "advisor"})
_PICKED = frozenset({"candidate", "nominee", "pick"})
_EVOLVING = frozenset({"evolve", "emerge", "grow", "arise", "stem", "split", "break"})
_STATE_OFFICES = frozenset({"president", "governor", "mayor", "minister", "director"})


def fits(tree: Tree, token: int, line: Trigger, a: ActorMention, b: ActorMention) -> bool:
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
    if line.phrase == "represent" and not (a.actor.type is ActorType.PERSON and b.actor.type is ActorType.PARTY):
        return False
    ordering = any(tree.deps[c] in ("xcomp", "ccomp") for c in tree.children[token])
    if line.phrase in ("command", "direct") and ordering:
        return False
    if line.pos == "n" and tree.tags[token] == "NNS" and any(_is_ours(tree, m) for m in (a, b)):
        return False
    if line.phrase == "bring from" and b.actor.type is ActorType.PERSON:
        return False
    if line.phrase == "partner" and kinds == {ActorType.PERSON, ActorType.COMPANY}:
        return False  # of a law firm
    if line.phrase in _FONDNESS and (b.actor.type is ActorType.PLACE or _says_i(tree, a)):
        return False
    if (
        line.pos == "v"
        and line.phrase in ("help", "benefit")
        and b.actor.origin is Origin.FOUND
        and b.actor.type in _PEOPLE
    ):
        return False
    if line.phrase in ("own", "owned by") and b.actor.type in (ActorType.COUNTRY, ActorType.PLACE):
        return False
    if line.phrase in ("join", "rejoin") and (b.actor.type is ActorType.COMPANY or _joins_in(tree, token, a, b)):
        return False
    if line.phrase.startswith("be president") and b.actor.type is ActorType.PEOPLE:
        return False
    if line.phrase.startswith("work for") and (a.actor.type is ActorType.PERSON or a.actor.type in STATES):
        return False  # he is paid by them
    if line.words[:2] == ("campaign", "for") and b.actor.type in STATES:
        return False  # "her campaign for the White House"
    if line.relation is Relation.ARMS and b.actor.type is ActorType.PERSON:
        return False
    if line.relation is Relation.SUCCEEDS and line.words[0] in _EVOLVING and ActorType.PERSON in kinds:
        return False  # "split from X" is a quarrel where X is a person
    same_land = a.actor.country is not None and a.actor.country == b.actor.country
    if (
        line.relation is Relation.LEADS
        and same_land
        and a.actor.type is ActorType.GOVERNMENT
        and b.actor.type in STATES
    ):
        return False  # "the dictatorship that ruled the country"
    if line.relation is Relation.TRADES_WITH and line.pos == "n":
        first_of_all = any(tree.tags[c] == "JJS" for c in tree.all_children(token, "amod"))
        if first_of_all and any(m.actor.type is ActorType.PLACE and m.actor.country is None for m in (a, b)):
            return False  # "Africa's biggest buyer of arms"
    if line.words[-1] in _ADVISING:
        return a.actor.type is b.actor.type is ActorType.PERSON and tree.pos[a.head] == "PROPN"
    if line.words[-1] in _PICKED and line.relation is Relation.SUPPORTS and len(line.words) == 1:
        running = any(tree.words[c] in ("presidential", "mayoral", "gubernatorial") for c in tree.children[token])
        return a.actor.type is ActorType.PERSON and b.actor.type is ActorType.PERSON and not running
    if line.phrase == "hold in contempt" and any(tree.prepositional(n, "of") for n in tree.prepositional(token, "in")):
        return False  # "held in contempt of court"
    if line.relation is Relation.SUCCEEDS and (
        ActorType.PLACE in kinds or (line.words == ("replace",) and len(kinds) > 1)
    ):
        return False
    if (
        line.relation is Relation.CONTROLS
        and same_land
        and b.actor.type is not ActorType.PERSON
        and not (line.pos == "v" and (b.actor.type in _OWNED or line.words[0] in _OBEYING))
        and (a.actor.type is ActorType.PERSON or (b.actor.type in STATES and not is_organ(tree, b)))
    ):
        return False  # "X's puppet regime" is the one that X heads
    if line.relation is Relation.LEADS and any(tree.lemmas[c] in _SECOND for c in tree.children[token]):
        return False
    aimed_at = is_infinitive(tree, token) or tree.words[tree.heads[token]] == "at"
    state = b.actor.type in STATES and not is_organ(tree, b)
    if line.relation is Relation.FOUNDED and (state or (line.pos == "v" and aimed_at)):
        return False
    governs = same_land and b.actor.type is ActorType.GOVERNMENT and a.actor.type is ActorType.PARTY
    if line.relation is Relation.MEMBER_OF and b.actor.type in _NO_BODIES and not governs:
        return False
    if line.relation in OF_BODIES - {Relation.SUCCEEDS} and b.actor.type is ActorType.PERSON:
        return False
    if line.relation is Relation.PART_OF and a.actor.type is ActorType.PERSON and b.actor.type in STATES:
        return False
    office = line.relation is Relation.LEADS and line.pos == "n" and tree.lemmas[token] in _STATE_OFFICES
    return not (office and b.actor.type in STATES)


def _is_warm(tree: Tree, noun: int) -> bool:
    """Whether a relationship is told as a good one: "close relations", "the relationship is strong"."""
    said = [*tree.children[noun]]
    if tree.deps[noun] == "nsubj":
        said += tree.all_children(tree.heads[noun], "acomp")
    return any(tree.lemmas[c] in _WARM or tree.words[c] in _WARM for c in said)


def only_related(tree: Tree, token: int, line: Trigger, a: ActorMention, b: ActorMention) -> bool:
    """Whether a person or company only has to do with another: "his relationship with her"."""
    bare = line.phrase in _BARE and a.actor.type in _PRIVATE
    return bare and not (_is_warm(tree, token) or _is_link(tree, token, b))


def _is_link(tree: Tree, noun: int, other: ActorMention) -> bool:
    """Whether a word tells links to a body or state: "has links to the secret service"."""
    return tree.tags[noun] == "NNS" and tree.lemmas[noun] in ("link", "connection") and other.actor.type not in _PRIVATE


def _is_ours(tree: Tree, mention: ActorMention) -> bool:
    """Whether one who speaks stands for all that are spoken to: "our enemies"."""
    here = mention.span.paragraph == tree.index and tree.words[mention.head] == "our"
    return here and mention.actor.type is ActorType.PERSON


def _says_i(tree: Tree, mention: ActorMention) -> bool:
    return mention.span.paragraph == tree.index and tree.words[mention.head] == "i"


def _joins_in(tree: Tree, verb: int, a: ActorMention, b: ActorMention) -> bool:
    """Whether one does something together with others and does not become one of them: "joined Y to block the bill"."""
    if a.actor.type is b.actor.type is ActorType.PARTY:
        return True
    together = any(tree.words[c] == "in" and tree.child(c, "pcomp") is not None for c in tree.children[verb])
    aims = any(tree.deps[c] in ("xcomp", "advcl") and is_infinitive(tree, c) for c in tree.children[verb])
    return together or (aims and b.actor.type is not ActorType.IGO and b.actor.type is not ActorType.ARMED_GROUP)


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
    return named and line.pos == "n" and line.relation in ATTITUDES


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
    if any(m.actor.type is ActorType.PERSON or _is_anyone(tree, m) for m in unnamed):
        return True
    if line.relation in OF_BODIES and b in unnamed and b.span.end - b.span.start == 1:
        return True
    if any(m.span.start and tree.words[m.span.start - 1] in ("which", "whichever", "whatever") for m in unnamed):
        return True
    return len(unnamed) > 1 and any(m.span.end - m.span.start == 1 for m in unnamed)


def _is_anyone(tree: Tree, mention: ActorMention) -> bool:
    """Whether someone is known only by a word for any of his kind: "the two countries"."""
    span = mention.span
    return (
        span.paragraph == tree.index
        and tree.lemmas[mention.head] in _ANYONES
        and tree.words[mention.span.start] not in ("any", "no")
        and all(tree.deps[i] in ("det", "nummod", "predet") for i in range(span.start, span.end) if i != mention.head)
    )


def _is_name(tree: Tree, mention: ActorMention) -> bool:
    if mention.span.paragraph == tree.index and tree.pos[mention.head] in ("PRON", "DET"):
        return mention.actor.name.istitle()  # "X, whose ally is Y": known by what the pronoun stands for
    return mention.span.paragraph != tree.index or tree.pos[mention.head] == "PROPN"


def sign(relation: Relation) -> Sign:
    """The sign of a relation: positive, negative or neither."""
    return 1 if relation in POSITIVE else -1 if relation in NEGATIVE else 0
